"""The cards of what is published: the README.md of a dataset and of an adapter, in the hub's layout.

A card opens with YAML between two lines of dashes, which the hub reads, and goes on in Markdown. It says on what
ground the record is used, where everything comes from, how it scored, what is missing and what it must not be taken
for. Text from outside is set on one line, with the marks that Markdown would read taken out.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from likeness.errors import WorkspaceError
from likeness.persona import Persona
from likeness.records import Page, Post, Recording
from likeness.workspace import Workspace
from train.base_model import SMOLLM2, SMOLLM2_ON_THE_HUB

STAGES = ("base", "style", "facts")

TRAINED = {"style": "on the manner", "facts": "in two stages, first on the manner and then on the facts"}

SCORES = {
    "style": "likeness of style (0 others, 1 the person)",
    "recall": "facts recalled, of those trained",
    "recall_all": "facts recalled, of all asked",
    "recall_spared": "facts recalled, in phrasings set aside",
    "identity": "says who it is",
    "unknown precision": "right to say it does not know",
    "unknown recall": "admits what it cannot know",
    "unknown f1": "honest about not knowing (F1)",
    "over_refusal": "denies what it was taught (lower is better)",
    "copying": "repeats training text (lower is better)",
    "general_loss": "loss on everyday talk (lower is better)",
}
"""The titles of the scores of `train.evaluation`, for a reader."""

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
            *_rights_and_sources(workspace, persona),
        ]
    )


def adapter_card(workspace: Workspace, persona: Persona, stage: str) -> str:
    """The card of the adapter of the stage "style" or "facts"."""
    base_model = public_name(persona.train.base_model)
    head = _front_matter(
        base_model=base_model,
        library_name="peft",
        pipeline_tag="text-generation",
        language=[persona.language],
        license="other",
        tags=["likeness", "persona", "lora"],
    )
    return "\n".join(
        [
            *head,
            f"# {plain(persona.name)}: a persona adapter",
            "",
            f"A LoRA adapter of rank {persona.train.rank} for `{base_model}`, trained {TRAINED[stage]} of a public"
            f" record. {_not_the_person(persona)}",
            "",
            "## Scores",
            "",
            *_scores(workspace),
            "",
            "## Limits",
            "",
            "- It makes things up. What it says is no evidence of what the person said, did or thinks.",
            "- It knows the sources below and nothing later; where they err, it errs.",
            "- Trained on the person's own words, it can repeat some of them.",
            "",
            *_rights_and_sources(workspace, persona),
        ]
    )


def public_name(base_model: str) -> str:
    """The base model as others can find it: its hub id, or the last part of the name of a folder of this machine."""
    if base_model == SMOLLM2:
        return SMOLLM2_ON_THE_HUB
    return Path(base_model).name if Path(base_model).exists() else base_model


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


def scores_by_stage(evaluation: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """The scores of each stage by their titles, {"facts": {"facts recalled, of those trained": 0.6}}."""
    stages = {stage: dict(_numbers(evaluation[stage])) for stage in STAGES if stage in evaluation}
    return {
        stage: {SCORES.get(name, name.replace("_", " ")): value for name, value in scores.items()}
        for stage, scores in stages.items()
    }


def _numbers(scores: Any, above: str = "") -> Iterator[tuple[str, float]]:
    """Every number below `scores`, named by its path: {"facts": {"recall": 0.6}} gives ("facts recall", 0.6)."""
    if isinstance(scores, dict):
        for name, value in scores.items():
            yield from _numbers(value, f"{above} {name}".strip())
    elif isinstance(scores, int | float) and not isinstance(scores, bool) and math.isfinite(scores):
        yield above, float(scores)


def _scores(workspace: Workspace) -> Iterator[str]:
    """A Markdown table, a row for each score and a column for each stage."""
    stages = scores_by_stage(read_evaluation(workspace))
    if not stages:
        yield "Nothing has been measured."
        return
    yield f"| | {' | '.join(stages)} |"
    yield "|---|" + "---:|" * len(stages)
    for name in dict.fromkeys(name for scores in stages.values() for name in scores):
        values = (f"{scores[name]:.3g}" if name in scores else "" for scores in stages.values())
        yield f"| {name} | {' | '.join(values)} |"


def _not_the_person(persona: Persona) -> str:
    taught = " Asked sincerely, it is taught to say so." if persona.rights.disclosure else ""
    return f"This is a machine's imitation: not {plain(persona.name)}, and not endorsed by anybody.{taught}"


def _rights_and_sources(workspace: Workspace, persona: Persona) -> Iterator[str]:
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
