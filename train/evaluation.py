"""How good is the persona? evaluation.json, for the base model, after stage 1 (style) and after stage 2 (facts).

    {"base": {...}, "style": {...},
     "facts": {"style": 0.81,             0 others, 1 the person's own unseen words (`train.style_metric`)
               "style_embedding": 0.7,    the same by an authorship model, if its weights are here (`train.authorship`)
               "style_loss": 3.4,         nats a token on those words: steadier, all words count, not one answer to each
               "told_apart": 0.7,         how well answers are told from those words: 0.5 by chance only, 1 always
               "distinct": 0.97,          share of different answers: low where one answer serves for all
               "gaps": {"length": 0.1, "emoji": 0.0, "punctuation": 0.1, "capitals": 0.2},    (`train.style_gaps`)
               "recall": 0.66,            held-out questions on trained facts answered right
               "recall_all": 0.51,        the same, of all held-out fact questions
               "recall_spared": 0.8,      phrasings that the dataset held out itself
               "recall_by_kind": {"date": 0.5, "name": 0.7, "number": 0.6, "other": 0.8},    of both, trained facts
               "identity": 1.0,           who-are-you questions answered with the name, or that it is a program
               "unknown": {"precision": 0.9, "recall": 0.8, "f1": 0.85},    refusing where it must, and only there
               "premise": 0.75,           false premises that are not accepted
               "over_refusal": 0.02,      trained facts it claims not to know
               "consistency": {"agree": 0.8, "all_right": 0.5},    several phrasings of one fact, last stage only
               "copying": 0.1,            style answers that repeat eight words of a training text
               "general_loss": 2.31,      nats a token on everyday talk
               "damage": 0.04,            how much that is more than the base model's
               "drift": {"style_first": 0.8, "style_last": 0.7, "recall_first": 0.6, "recall_last": 0.6,
                         "repeats": 0.1}},    a long talk, of the last stage only (`train.drift`)
     "style_kept": 0.87,                  (style after stage 2 - base) / (style after stage 1 - base)
     "style_kept_by_loss": 0.7,           the same of style_loss, which hangs less on chance
     "scale": {"floor": 0.21, "ceiling": 0.83, "own_told_apart": 0.7, "own_gaps": {...}, "embedding": {...}},
     "questions": {"fact": 94, "trained": 60, "identity": 8, "unknown": 15, "spared": 2, "style": 24, ...},
     "samples": [{"question": "...", "kind": "fact", "base": "...", "style": "...", "facts": "..."}],
     "seeds": {"0": {"style": {...}, "facts": {...}}, "1": {...}},    the scores of each, if there are several,
     "spread": {"facts": {"style": {"mean": 0.8, "spread": 0.02}}}}   and their mean and sample standard deviation

A stage that was not trained is missing, and so is a score that there was nothing to measure by. Answers are greedy, so
the same adapters give the same scores.
"""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Fact, Passage, Post
from likeness.workspace import Progress, Workspace
from train.base_report import base_identity
from train.dataset import Splits, read_splits
from train.exam import Answers, Exam, answer_all, cut_like_answers, make_exam, prompt, sit
from train.promotion import CANDIDATE, last_stage
from train.questions import read_questions, words
from train.scoring import counts, samples, score, spread, style_kept
from train.stages import FACTS, STYLE
from train.style_scores import StyleMeasures, fit_style, some_of

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

VERSION = 4
STAGES: Mapping[str, str | None] = {"base": None, "style": STYLE, "facts": FACTS}
TRAINED = ("style", "facts", CANDIDATE)

BASE_ANSWERS = 64
"""Training prompts that the base model answers, as others' words: fewer do not show how an assistant sounds."""


@dataclass(frozen=True)
class Sitting:
    """What is to be asked: a stage's adapter, None for the base model, and the seed it was trained with."""

    stage: str
    adapter: Path | None
    seed: int


@dataclass(frozen=True)
class StyleTexts:
    """What styles are compared by: the person's training words, others' words, and the person's held-out words."""

    own: Sequence[str] = ()
    others: Sequence[str] = ()
    held_out: Sequence[str] = ()


def evaluate(workspace: Workspace, persona: Persona, progress: Progress | None = None) -> Path:
    """Score the base model and each trained stage into evaluation.json, unless it is fresh.

    Raises:
        SettingsError: if the file of held-out questions is not what it should be.
    """
    splits = read_splits(workspace, persona)
    made_from = _made_from(workspace, persona, splits)
    return workspace.write_file(
        "evaluation.json", made_from, lambda: _as_json(_evaluation(workspace, persona, splits, progress))
    )


def _made_from(workspace: Workspace, persona: Persona, splits: Splits) -> str:
    adapters = [_marker(sitting.adapter) for sitting in sittings(workspace, persona) if sitting.adapter]
    questions = persona.evaluate.questions
    hashed = file_hash(persona.resolve(questions)) if questions else None
    rows = {name: [row.id for row in split] for name, split in splits.items()}
    texts = [workspace.table(record).content() for record in (Passage, Post, Fact)]
    asked = (persona.names, base_identity(persona.train.base_model), persona.train.seed, persona.evaluate.turns)
    return fingerprint(adapters, hashed, rows, texts, *asked, version=VERSION)


def _marker(adapter: Path) -> str:
    marker = adapter / "done.json"
    return str(json.loads(marker.read_text())["made_from"]) if marker.exists() else ""


def sittings(workspace: Workspace, persona: Persona) -> list[Sitting]:
    """Everything that was trained, the base model first: the stages, then those of the further seeds."""
    first = persona.train.seed
    found = [Sitting(stage, workspace.path(name) if name else None, first) for stage, name in STAGES.items()]
    found += _candidate(workspace, CANDIDATE, first)
    for seed in range(first + 1, first + persona.evaluate.seeds):
        found += [
            Sitting(stage, workspace.path("adapters", f"seed-{seed}", stage), seed) for stage in ("style", "facts")
        ]
        found += _candidate(workspace, f"{CANDIDATE}/seed-{seed}", seed)
    return [sitting for sitting in found if sitting.adapter is None or sitting.adapter.exists()]


def _candidate(workspace: Workspace, folder: str, seed: int) -> list[Sitting]:
    """The last stage of a new set that waits for its promotion."""
    stage = last_stage(workspace, folder)
    return [Sitting(CANDIDATE, workspace.path(folder, stage), seed)] if stage else []


def _evaluation(workspace: Workspace, persona: Persona, splits: Splits, progress: Progress | None) -> dict[str, Any]:
    exam, trained = set_exam(workspace, persona, splits), [row.answer for row in splits["style_train"]]
    planned = sittings(workspace, persona)
    first = [sitting for sitting in planned if sitting.seed == persona.train.seed and sitting.stage != CANDIDATE]
    last = first[-1]
    answers, texts = list[Answers](), StyleTexts()
    for done, sitting in enumerate(planned, start=1):
        said, read = _sit(workspace, persona, splits, exam, sitting, whole=sitting is last)
        answers.append(said)
        texts = read or texts
        if progress is not None:
            progress(done, len(planned))
    measures = fit_style(texts.own, texts.others, texts.held_out)
    scores = [score(exam, said, measures, trained) for said in answers]
    return assembled(planned, exam, answers, scores, measures)


def set_exam(workspace: Workspace, persona: Persona, splits: Splits) -> Exam:
    """What is to be asked, and which of it was taught."""
    path = persona.evaluate.questions
    questions = read_questions(persona.resolve(path)) if path else []
    facts = list(workspace.table(Fact).read())
    return make_exam(questions, facts, splits, persona.names, persona.evaluate.turns)


def _sit(
    workspace: Workspace, persona: Persona, splits: Splits, exam: Exam, sitting: Sitting, whole: bool
) -> tuple[Answers, StyleTexts | None]:
    """One sitting's answers; at that of the base model, also the texts that styles are compared by."""
    from train.generation import open_model

    model, tokenizer = open_model(persona.train, sitting.adapter)
    texts = None if sitting.adapter else style_texts(model, tokenizer, splits, persona, _others(workspace, splits))
    return sit(model, tokenizer, exam, persona, whole), texts


def style_texts(
    model: Any,
    tokenizer: "PreTrainedTokenizerBase",
    splits: Splits,
    persona: Persona,
    others: Sequence[Sequence[str]] = (),
) -> StyleTexts:
    """The person's words and others', all cut to the length of answers.

    Args:
        model: the base model; how it answers prompts of the training set is one of the others' styles.
        tokenizer: its tokenizer.
        splits: of all exchanges.
        persona: who is asked.
        others: texts of other people, one list a kind: of each kind as many are taken at most.
    """
    asked = [prompt(row, persona) for row in splits["style_train"][:BASE_ANSWERS]]
    said = answer_all(model, tokenizer, asked).values()
    kinds = [list(said), *(cut_like_answers(tokenizer, some_of(kind)) for kind in others)]
    own, held_out = ([row.answer for row in splits[name]] for name in ("style_train", "style_held_out"))
    return StyleTexts(
        own=cut_like_answers(tokenizer, own),
        others=[text for kind in kinds for text in kind if text],
        held_out=cut_like_answers(tokenizer, held_out),
    )


def _others(workspace: Workspace, splits: Splits) -> list[list[str]]:
    """Words of other people, by kind: reposted, said to the person, written about the person."""
    reposted = [post.text for post in workspace.table(Post).read() if post.kind == "repost"]
    told = [row.question for row in splits["style_train"] if row.kind == "dialogue"]
    passages = (passage.text for passage in workspace.table(Passage).read())
    written = [sentence for text in passages for sentence in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", text)]
    return [reposted, told, [text for text in written if len(words(text)) > 3]]


def assembled(
    planned: Sequence[Sitting],
    exam: Exam,
    answers: Sequence[Answers],
    scores: Sequence[dict[str, Any]],
    measures: StyleMeasures,
) -> dict[str, Any]:
    """What evaluation.json holds, from the scores of every sitting, the base model's first."""
    for sitting, found in zip(planned, scores, strict=True):
        if sitting.adapter is not None:
            found["damage"] = found["general_loss"] - scores[0]["general_loss"]
    first = [place for place, sitting in enumerate(planned) if sitting.seed == planned[0].seed]
    stages = {planned[place].stage: scores[place] for place in first}
    said = {planned[place].stage: answers[place] for place in first}
    logging.getLogger(__name__).info("evaluated %s", stages)
    return {
        **stages,
        **_style_kept(stages),
        "scale": measures.scale(),
        "questions": counts(exam),
        "samples": samples(exam, said),
        **_over_seeds(planned, scores),
    }


def _over_seeds(planned: Sequence[Sitting], scores: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The scores of every seed, and their spread; {} of one seed alone."""
    seeds: dict[str, dict[str, Any]] = {}
    for sitting, found in zip(planned, scores, strict=True):
        if sitting.adapter is not None:
            seeds.setdefault(str(sitting.seed), {})[sitting.stage] = found
    if len(seeds) < 2:
        return {}
    stages = [stage for stage in TRAINED if all(stage in found for found in seeds.values())]
    return {"seeds": seeds, "spread": {stage: spread([found[stage] for found in seeds.values()]) for stage in stages}}


def _style_kept(scores: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    if not STAGES.keys() <= scores.keys():
        return {}
    kept = dict[str, float]()
    for name, measured, sign in (("style_kept", "style", 1), ("style_kept_by_loss", "style_loss", -1)):
        values = [sign * scores[stage][measured] for stage in STAGES if measured in scores[stage]]
        share = style_kept(*values) if len(values) == len(STAGES) else None
        kept |= {} if share is None else {name: share}
    return kept


def _as_json(evaluation: Mapping[str, Any]) -> bytes:
    return json.dumps(_rounded(evaluation), ensure_ascii=False, indent=1).encode()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
