"""How good is the persona? evaluation.json, for the base model, after stage 1 (style) and after stage 2 (facts).

    {"base": {...}, "style": {...},
     "facts": {"style": 0.81,             0 others, 1 the person's own unseen words (`train.style_metric`)
               "recall": 0.66,            held-out questions on trained facts answered right
               "recall_all": 0.51,        the same, of all held-out fact questions
               "recall_spared": 0.8,      phrasings that the dataset held out itself
               "identity": 1.0,           who-are-you questions answered with the name
               "unknown": {"precision": 0.9, "recall": 0.8, "f1": 0.85},    refusing where it must, and only there
               "over_refusal": 0.02,      trained facts it claims not to know
               "copying": 0.1,            style answers that repeat eight words of a training text
               "general_loss": 2.31},     nats a token on everyday talk: how much was unlearnt
     "style_kept": 0.87,                  (style after stage 2 - base) / (style after stage 1 - base)
     "scale": {"floor": 0.21, "ceiling": 0.83},
     "questions": {"fact": 94, "trained": 60, "identity": 8, "unknown": 15, "spared": 2, "style": 24},
     "samples": [{"question": "...", "kind": "fact", "base": "...", "style": "...", "facts": "..."}]}

A stage that was not trained is missing, and so is a score that there was nothing to measure by. Answers are greedy, so
the same adapters give the same scores. Refusals are recognised in English only.
"""

import json
import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage
from likeness.workspace import Progress, Workspace
from train.curriculum import FACTS, STYLE
from train.dataset import Splits, conversation, read_splits, system_prompt
from train.lora import Conversation
from train.questions import Question, copy_rate, is_refusal, is_trained, read_questions, recalls, says, share
from train.style_metric import StyleMetric, fit_style_metric

VERSION = 1
STAGES: Mapping[str, str | None] = {"base": None, "style": STYLE, "facts": FACTS}

MOST_STYLE_PROMPTS = 64
"""Style prompts that are asked: the mean of 64 likenesses is known to about 0.05."""

SAMPLES_A_KIND = 5

EVERYDAY = (
    ("What is the capital of France?", "The capital of France is Paris."),
    ("How do I boil an egg?", "Put the egg in boiling water for eight minutes, then cool it in cold water."),
    (
        "Can you give me a word that means the same as happy?",
        "Glad, cheerful and joyful all mean much the same as happy.",
    ),
    ("Why is the sky blue?", "Air scatters blue light more than red light, so blue reaches us from all over the sky."),
    ("I feel tired today.", "I'm sorry to hear that. Try to rest a little, drink some water and go to bed early."),
    ("What is 12 times 4?", "12 times 4 is 48."),
    ("How many days are in a week?", "There are seven days in a week."),
    ("Write a sentence about the sea.", "The sea was calm, and a single boat moved slowly towards the shore."),
    ("Thank you for your help!", "You're welcome! Let me know if there is anything else I can do."),
    ("What should I take on a hike?", "Take water, some food, a map, a warm layer and a jacket against the rain."),
)
"""Everyday talk, written for this purpose, to see what training did to the rest of the model."""


@dataclass(frozen=True)
class Exam:
    """What every stage is asked."""

    questions: Sequence[Question]
    taught: frozenset[Question]
    spared: Sequence[Exchange]
    style: Sequence[Exchange]

    def prompts(self, persona: Persona) -> list[Conversation]:
        """All prompts: questions, spared phrasings, style prompts, in this order."""
        system = {"role": "system", "content": system_prompt(persona)}
        asked = [[system, {"role": "user", "content": question.question}] for question in self.questions]
        return [*asked, *(conversation(row, persona)[:-1] for row in (*self.spared, *self.style))]


@dataclass(frozen=True)
class Answers:
    """What one stage answered to an exam, in its order."""

    questions: Sequence[str]
    spared: Sequence[str]
    style: Sequence[str]
    general_loss: float


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
    adapters = [_marker(workspace, adapter) for adapter in STAGES.values() if adapter]
    questions = persona.evaluate.questions
    hashed = file_hash(persona.resolve(questions)) if questions else None
    rows = {name: [row.id for row in split] for name, split in splits.items()}
    passages = workspace.table(Passage).content()
    return fingerprint(adapters, hashed, rows, passages, persona.name, persona.train.base_model, version=VERSION)


def _marker(workspace: Workspace, adapter: str) -> str:
    marker = workspace.path(adapter, "done.json")
    return str(json.loads(marker.read_text())["made_from"]) if marker.exists() else ""


def _evaluation(workspace: Workspace, persona: Persona, splits: Splits, progress: Progress | None) -> dict[str, Any]:
    exam = set_exam(workspace, persona, splits)
    stages = {name: adapter for name, adapter in STAGES.items() if not adapter or workspace.path(adapter).exists()}
    answers, others = {}, [*_passage_sentences(workspace), *_contexts(splits)]
    for done, (name, adapter) in enumerate(stages.items(), start=1):
        answers[name], more = _sit(persona, workspace.path(adapter) if adapter else None, exam, splits)
        others += more
        if progress is not None:
            progress(done, len(stages))
    own, held_out = ([row.answer for row in splits[split]] for split in ("style_train", "style_held_out"))
    metric = fit_style_metric(own, others, held_out)
    scores = {name: score(exam, said, metric, own) for name, said in answers.items()}
    logging.getLogger(__name__).info("evaluated %s", scores)
    return {
        **scores,
        **_style_kept(scores),
        "scale": _scale(metric),
        "questions": _counts(exam),
        "samples": samples(exam, answers),
    }


def set_exam(workspace: Workspace, persona: Persona, splits: Splits) -> Exam:
    """What is to be asked, and which of it was taught."""
    path = persona.evaluate.questions
    questions = read_questions(persona.resolve(path)) if path else []
    quotes = {fact.id: fact.quote for fact in workspace.table(Fact).read()}
    taught = [(quotes.get(fact, ""), row.answer) for row in splits["facts_train"] for fact in row.facts]
    known = frozenset(question for question in questions if question.kind == "fact" and is_trained(question, taught))
    spared = [row for row in splits["facts_held_out"] if row.kind == "fact"]
    return Exam(questions, known, spared, splits["style_held_out"][-MOST_STYLE_PROMPTS:])


def _sit(persona: Persona, adapter: Path | None, exam: Exam, splits: Splits) -> tuple[Answers, list[str]]:
    """One stage's answers; of the base model also those to prompts of the training set, as others' style."""
    from train.generation import generate, mean_loss, open_model

    model, tokenizer = open_model(persona.train, adapter)
    said = generate(model, tokenizer, exam.prompts(persona))
    everyday = [
        [{"role": "user", "content": asked}, {"role": "assistant", "content": told}] for asked, told in EVERYDAY
    ]
    loss = mean_loss(model, tokenizer, everyday)
    more = [] if adapter else [conversation(row, persona)[:-1] for row in splits["style_train"][:MOST_STYLE_PROMPTS]]
    first, second = len(exam.questions), len(exam.questions) + len(exam.spared)
    return Answers(said[:first], said[first:second], said[second:], loss), generate(model, tokenizer, more)


def score(exam: Exam, said: Answers, metric: StyleMetric | None, trained: Sequence[str]) -> dict[str, Any]:
    """The scores of one stage; what there was nothing to measure by is left out."""
    pairs = list(zip(exam.questions, said.questions, strict=True))
    facts = [(question, answer) for question, answer in pairs if question.kind == "fact"]
    taught = [(question, answer) for question, answer in facts if question in exam.taught]
    identity = [(question, answer) for question, answer in pairs if question.kind == "identity"]
    unknown = [answer for question, answer in pairs if question.kind == "unknown"]
    refused = [is_refusal(answer) for _, answer in taught]
    scores: dict[str, Any] = {}
    if metric is not None and said.style:
        scores["style"] = metric.score(said.style)
    for name, asked in (("recall", taught), ("recall_all", facts), ("identity", identity)):
        if asked:
            scores[name] = share(says(answer, question.answers) for question, answer in asked)
    if said.spared:
        scores["recall_spared"] = share(recalls(a, row) for row, a in zip(exam.spared, said.spared, strict=True))
    if unknown and taught:
        scores["unknown"] = refusal_scores([is_refusal(answer) for answer in unknown], refused)
    if taught:
        scores["over_refusal"] = share(refused)
    if said.style:
        scores["copying"] = copy_rate(said.style, trained)
    return {**scores, "general_loss": said.general_loss}


def refusal_scores(unknown: Sequence[bool], known: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of refusing: which questions were refused, of those one cannot and can answer."""
    right, wrong = sum(unknown), sum(known)
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = share(unknown)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def style_kept(base: float, after_style: float, after_facts: float) -> float | None:
    """How much of what stage 1 gained in style is left after stage 2; None if it gained nothing."""
    gained = after_style - base
    return (after_facts - base) / gained if gained > 0 else None


def samples(exam: Exam, answers: Mapping[str, Answers]) -> list[dict[str, str]]:
    """Some answers of every kind, stage by stage, for people to read."""
    chosen = []
    for kind in ("fact", "identity", "unknown"):
        places = [i for i, q in enumerate(exam.questions) if q.kind == kind and (kind != "fact" or q in exam.taught)]
        for i in places[:: max(1, len(places) // SAMPLES_A_KIND)][:SAMPLES_A_KIND]:
            said = {stage: answer.questions[i] for stage, answer in answers.items()}
            chosen.append({"question": exam.questions[i].question, "kind": kind, **said})
    for i, row in enumerate(exam.style[:SAMPLES_A_KIND]):
        said = {stage: answer.style[i] for stage, answer in answers.items()}
        chosen.append({"question": row.question, "kind": "style", **said, "person": row.answer})
    return chosen


def _style_kept(scores: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    styles = [scores.get(stage, {}).get("style") for stage in STAGES]
    kept = None if None in styles else style_kept(*styles)  # type: ignore[arg-type]  # none of them is None here
    return {} if kept is None else {"style_kept": kept}


def _scale(metric: StyleMetric | None) -> dict[str, float]:
    return {} if metric is None else {"floor": metric.floor, "ceiling": metric.ceiling}


def _counts(exam: Exam) -> dict[str, int]:
    kinds = Counter[str](question.kind for question in exam.questions)
    return {**kinds, "trained": len(exam.taught), "spared": len(exam.spared), "style": len(exam.style)}


def _passage_sentences(workspace: Workspace) -> list[str]:
    texts = (passage.text for passage in workspace.table(Passage).read())
    return [sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence.split()) > 3]


def _contexts(splits: Splits) -> list[str]:
    """What interviewers and correspondents said to the person."""
    return [row.question for row in splits["style_train"] if row.kind == "dialogue"]


def _as_json(evaluation: Mapping[str, Any]) -> bytes:
    return json.dumps(_rounded(evaluation), ensure_ascii=False, indent=1).encode()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
