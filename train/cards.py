"""The cards of what is published: the README.md of a dataset and of an adapter, in the hub's layout.

A card opens with YAML between two lines of dashes, which the hub reads, and goes on in Markdown. It says on what
ground the record is used, where everything comes from, how it scored, what is missing and what it must not be taken
for. Text from outside is set on one line, with the marks that Markdown would read taken out.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from likeness.errors import WorkspaceError
from likeness.persona import Persona
from likeness.presets import PRESETS, preset
from likeness.records import Page, Post, Recording
from likeness.sections import FactsStage, StyleStage
from likeness.workspace import Workspace
from train.base_model import SMOLLM2, SMOLLM2_ON_THE_HUB
from train.dataset import system_prompt
from train.score_table import score_names, scores_by_stage, titled

TRAINED = {
    "continue": "in two stages, first on the manner and then on the facts",
    "stack": "in two stages, first on the manner and then, by a second adapter that is joined to it, on the facts",
    "joint": "on manner and facts together",
    "facts_only": "on the facts",
    "style_only": "on the manner",
}
"""What the curricula of `train.curriculum` mean to a reader."""

LEFT_OUT = {
    "own_words": "conversations whose answer is the person's own words, verbatim",
    "repeats_own_words": "rows that repeat a run of words of a post or a talk",
    "repeats_article": "rows that repeat a run of words of an article",
}
"""What the reasons of `train.publication` mean to a reader of the card."""


def dataset_card(workspace: Workspace, persona: Persona, splits: Mapping[str, int], left_out: Mapping[str, int]) -> str:
    """The card of a published dataset; `splits` maps a split to its rows, `left_out` a reason to the rows dropped."""
    files = [{"split": split, "path": f"data/{split}.jsonl"} for split in splits]
    head = _front_matter(
        pretty_name=f"{plain(persona.name)}: questions and first-person answers",
        language=[persona.language],
        license="other",
        task_categories=["text-generation"],
        tags=["likeness", "persona", "synthetic"],
        configs=[{"config_name": "default", "data_files": files}] if files else [],
    )
    return "\n".join(
        [
            *head,
            f"# {plain(persona.name)}: questions and first-person answers",
            "",
            f"{sum(splits.values())} conversations in which {plain(persona.name)} is asked and answers, written from"
            f" public sources by the engine `{persona.rewriter}`. {_not_the_person(persona)}",
            "",
            *(f"- `{split}`: {rows} rows" for split, rows in splits.items()),
            "",
            "Every row has an id, the facts it rests on, their short quotes and the addresses of their pages.",
            "",
            "## What is not here",
            "",
            "Raw posts, transcripts and article texts are never published. Left out of the dataset on disk were:",
            "",
            *(f"- {LEFT_OUT[reason]}: {rows}" for reason, rows in sorted(left_out.items())),
            *([] if left_out else ["- nothing: no row held such text"]),
            "",
            *rights_and_sources(workspace, persona),
        ]
    )


def adapter_card(workspace: Workspace, persona: Persona, stage: str, use: str = "") -> str:
    """The card of the adapter of the stage "style" or "facts", or of what was made of it.

    `use` is Markdown that says how to use what the card is for; how to load the adapter if it is empty.
    """
    base_model = public_name(persona.train.base_model)
    head = _front_matter(
        base_model=base_model,
        library_name="peft",
        pipeline_tag="text-generation",
        language=[persona.language],
        license="other",
        tags=["likeness", "persona", "lora"],
    )
    curriculum = "style_only" if stage == "style" else persona.train.curriculum
    return "\n".join(
        [
            *head,
            f"# {plain(persona.name)}: a persona model",
            "",
            f"`{base_model}` with a LoRA adapter, trained {TRAINED[curriculum]} of a public record."
            f" {_not_the_person(persona)}",
            "",
            "## Use",
            "",
            use or how_to_load(persona),
            "",
            "Meant for study, for play and for criticism, where everyone who reads it knows what it is. Not meant to"
            " deceive, to speak in the person's name, or to find out what the person said, did or thinks.",
            "",
            "## Scores",
            "",
            *_scores(workspace),
            "",
            "## Training",
            "",
            *_training(persona, curriculum),
            "",
            "## Limits",
            "",
            "- It makes things up: what it says is no evidence of anything.",
            "- It knows the sources below and nothing later; where they err, it errs.",
            "- Trained on the person's own words, it can repeat some of them.",
            "- What its base model has wrong or is biased in, it has too.",
            "",
            *rights_and_sources(workspace, persona),
        ]
    )


def how_to_load(persona: Persona) -> str:
    """How to load the adapter from a repository of the hub, as Markdown."""
    base_model = public_name(persona.train.base_model)
    return f"""\
```python
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

repository = "org/name"  # this one, or a folder with these files
model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained({json.dumps(base_model)}), repository)
tokenizer = AutoTokenizer.from_pretrained(repository)
talk = [
    {{"role": "system", "content": {json.dumps(system_prompt(persona), ensure_ascii=False)}}},
    {{"role": "user", "content": "Who are you?"}},
]
inputs = tokenizer.apply_chat_template(talk, add_generation_prompt=True, return_dict=True, return_tensors="pt")
print(tokenizer.decode(model.generate(**inputs, max_new_tokens=200)[0, inputs["input_ids"].shape[1] :]))
```

It was trained with just this system message. `[export] models = ["vllm", "ollama"]` in the persona file makes it ready
for servers."""


def _training(persona: Persona, curriculum: str) -> Iterator[str]:
    """The base model with its terms, the curriculum and the settings, a line each."""
    train = persona.train
    terms = licence_of(train.base_model)
    kinds = [name for name, is_set in (("rsLoRA", train.rslora), ("DoRA", train.dora)) if is_set]
    learnt: dict[str, StyleStage | FactsStage] = {"style": train.style, "facts": train.facts}
    left_out = {"style_only": "facts", "facts_only": "style", "joint": "style"}.get(curriculum)
    yield f"- base model: `{public_name(train.base_model)}` ({terms or 'see its own card for its terms'})"
    yield f"- curriculum: `{curriculum}`, trained {TRAINED[curriculum]}"
    yield f"- {' and '.join(kinds) or 'LoRA'} of rank {train.rank} on all linear layers, alpha {2 * train.rank}"
    if train.quantize != "none":
        yield f"- the base model was held in {train.quantize.removesuffix('bit')} bits"
    for name, stage in learnt.items():
        if name != left_out:
            yield f"- {name}: {stage.epochs:g} passes, learning rate {stage.learning_rate:g}, cosine"
    rows = train.batch_size * train.accumulation
    yield f"- {rows} rows a step, each of {train.max_length} tokens at most, of which the persona's words are learnt"
    yield f"- seed {train.seed}"


def public_name(base_model: str) -> str:
    """The base model as others can find it: its hub id, or the last part of the name of a folder of this machine."""
    if base_model == SMOLLM2:
        return SMOLLM2_ON_THE_HUB
    if known := preset(base_model):
        return known.repository
    return Path(base_model).name if Path(base_model).exists() else base_model


def licence_of(base_model: str) -> str:
    """The terms of a base model, by its short name or hub id; "" if they are not known here."""
    if base_model == SMOLLM2:
        return "Apache-2.0"
    return next((known.license for known in PRESETS.values() if known.repository == public_name(base_model)), "")


def plain(text: str) -> str:
    """Text from outside on one line of Markdown: no links, no markup, no line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"[\[\]<>`*_#|\\]", " ", text)).strip()


def read_evaluation(workspace: Workspace) -> dict[str, Any]:
    """What evaluation.json holds (`train.evaluation` says what that is); {} if nothing has been evaluated.

    Raises:
        WorkspaceError: if the file is not a JSON object.
    """
    path = workspace.path("evaluation.json")
    try:
        evaluation = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except ValueError:
        evaluation = None
    if not isinstance(evaluation, dict):
        raise WorkspaceError(f"{path}: not a JSON object; delete it, and `likeness evaluate` makes it again")
    return evaluation


def _scores(workspace: Workspace) -> Iterator[str]:
    """A Markdown table, a row for each score and a column for each stage."""
    evaluation = read_evaluation(workspace)
    stages = scores_by_stage(evaluation)
    if not stages:
        yield "Nothing has been measured."
        return
    yield f"| | {' | '.join(stages)} |"
    yield "|---|" + "---:|" * len(stages)
    for name in score_names(stages):
        yield f"| {titled(name)} | {' | '.join(str(scores.get(name, '')) for scores in stages.values())} |"
    if evaluation.get("spread"):
        yield f"\nMean ± standard deviation over {len(evaluation.get('seeds', ()))} trainings, each with its own seed."


def _not_the_person(persona: Persona) -> str:
    taught = " Asked sincerely, it is taught to say so." if persona.rights.disclosure else ""
    return f"This is a machine's imitation: not {plain(persona.name)}, and not endorsed by anybody.{taught}"


def rights_and_sources(workspace: Workspace, persona: Persona) -> Iterator[str]:
    """The last chapters of a card: on what ground the record is used, and every page, recording and platform of it."""
    yield from ("## Rights", "", f"On what ground the record is used: {plain(persona.rights.basis)}.", "")
    yield from ("## Sources", "")
    rows: list[Page | Recording] = [*workspace.table(Page).read(), *workspace.table(Recording).read()]
    for row in rows:
        terms = f" ({plain(row.license)})" if row.license else ""
        yield f"- {plain(row.title)}: {''.join(row.url.split())}{terms}"
    for platform, posts in Counter(post.platform for post in workspace.table(Post).read()).items():
        yield f"- {posts} posts on {plain(platform)}"
    yield ""


def _front_matter(**values: Any) -> list[str]:
    """YAML, each value written as JSON, which YAML reads as it stands and in which nothing can break out."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return ["---", *lines, "---", ""]
