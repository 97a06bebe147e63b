"""From a stage's answers to its scores. Pure functions.

Refusing is scored on what cannot be known (it should) and on facts that were taught (it should not); an answer that
says the right thing is no refusal, whatever else it says.
"""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from likeness.records import Exchange
from train.drift import drift_scores
from train.exam import Answers, Exam
from train.questions import Question, copy_rate, is_refusal, share
from train.style_scores import StyleMeasures
from train.verdicts import FALSE_PREMISE, Asked, agreement, is_right, rejects_premise, says_who

SAMPLES_A_KIND = 5

Answered = Sequence[tuple[Asked, str]]


def score(exam: Exam, said: Answers, measures: StyleMeasures | None, trained: Sequence[str]) -> dict[str, Any]:
    """The scores of one stage; what there was nothing to measure by is left out.

    Args:
        exam: what was asked.
        said: what the stage answered.
        measures: of the manner, fitted once for all stages.
        trained: the person's training words, to see what is copied.
    """
    style = measures.scores(said.style) if measures is not None else {}
    loss = {"style_loss": said.style_loss} if said.style_loss is not None else {}
    copying = {"copying": copy_rate(said.style, trained)} if said.style else {}
    return {
        **style,
        **loss,
        **_recall(exam, said),
        **_identity(exam, said),
        **_refusals(exam, said),
        **_consistency(exam, said),
        **copying,
        "general_loss": said.general_loss,
        **({"drift": drift_scores(exam.talks, said.talks, measures)} if said.talks else {}),
    }


def _recall(exam: Exam, said: Answers) -> dict[str, Any]:
    facts = _of_kind(exam, said, "fact")
    taught = [(question, answer) for question, answer in facts if question in exam.taught]
    spared: Answered = list(zip(exam.spared, said.spared, strict=True))
    asked: tuple[tuple[str, Answered], ...] = (("recall", taught), ("recall_all", facts), ("recall_spared", spared))
    scores: dict[str, Any] = {name: _right(pairs) for name, pairs in asked if pairs}
    by_kind: dict[str, list[tuple[Asked, str]]] = {}
    for question, answer in (*taught, *spared):
        by_kind.setdefault(exam.kinds.get(question.question, "other"), []).append((question, answer))
    return {
        **scores,
        **({"recall_by_kind": {kind: _right(by_kind[kind]) for kind in sorted(by_kind)}} if by_kind else {}),
    }


def _identity(exam: Exam, said: Answers) -> dict[str, float]:
    verdicts = [is_right(question, answer) for question, answer in _of_kind(exam, said, "identity")]
    verdicts += [says_who(row, answer, exam.names) for row, answer in _aside(exam, said) if row.kind == "identity"]
    return {"identity": share(verdicts)} if verdicts else {}


def _refusals(exam: Exam, said: Answers) -> dict[str, Any]:
    taught = [(question, answer) for question, answer in _of_kind(exam, said, "fact") if question in exam.taught]
    known: Answered = [*taught, *zip(exam.spared, said.spared, strict=True)]
    denied = [is_refusal(answer) and not is_right(question, answer) for question, answer in known]
    aside = [(row, answer) for row, answer in _aside(exam, said) if row.kind == "unknown"]
    refused = [is_refusal(answer) for _, answer in _of_kind(exam, said, "unknown")]
    refused += [is_refusal(answer) for row, answer in aside if row.angle != FALSE_PREMISE]
    premises = [rejects_premise(answer, row) for row, answer in aside if row.angle == FALSE_PREMISE]
    return {
        **({"unknown": refusal_scores(refused, denied)} if refused and denied else {}),
        **({"premise": share(premises)} if premises else {}),
        **({"over_refusal": share(denied)} if denied else {}),
    }


def _consistency(exam: Exam, said: Answers) -> dict[str, Any]:
    """Of facts that were asked in several phrasings: pairs of answers that agree, and facts with all of them right."""
    if not said.phrasings:
        return {}
    both = zip(exam.phrasings, said.phrasings, strict=True)
    facts = [list(zip(ways, answers, strict=True)) for ways, answers in both]
    agree = sum(agreement(answered) for answered in facts) / len(facts)
    all_right = share(all(is_right(asked, answer) for asked, answer in answered) for answered in facts)
    return {"consistency": {"agree": agree, "all_right": all_right}}


def _of_kind(exam: Exam, said: Answers, kind: str) -> list[tuple[Question, str]]:
    pairs = zip(exam.questions, said.questions, strict=True)
    return [(question, answer) for question, answer in pairs if question.kind == kind]


def _aside(exam: Exam, said: Answers) -> Iterable[tuple[Exchange, str]]:
    return zip(exam.aside, said.aside, strict=True)


def _right(pairs: Iterable[tuple[Asked, str]]) -> float:
    return share(is_right(question, answer) for question, answer in pairs)


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


def spread(scores: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Mean and sample standard deviation of each score over several seeds, two at least, in the shape of the scores."""
    found: dict[str, Any] = {}
    for name, first in scores[0].items():
        values = [each[name] for each in scores if name in each]
        if len(values) < len(scores):
            continue  # of one seed only, as the long talk is
        is_group = isinstance(first, Mapping)
        found[name] = (
            spread(values) if is_group else {"mean": statistics.mean(values), "spread": statistics.stdev(values)}
        )
    return found


def counts(exam: Exam) -> dict[str, int]:
    """How many questions each score rests on."""
    kinds = Counter[str](question.kind for question in exam.questions)
    aside = Counter(FALSE_PREMISE if row.angle == FALSE_PREMISE else row.kind for row in exam.aside)
    return {
        **kinds,
        "trained": len(exam.taught),
        "spared": len(exam.spared),
        "style": len(exam.style),
        **{f"{kind}_aside": count for kind, count in sorted(aside.items())},
        "consistency": len(exam.phrasings),
    }


def samples(exam: Exam, answers: Mapping[str, Answers]) -> list[dict[str, str]]:
    """Some answers of every kind, stage by stage, for people to read."""
    chosen = []
    for kind in ("fact", "identity", "unknown"):
        places = [i for i, q in enumerate(exam.questions) if q.kind == kind and (kind != "fact" or q in exam.taught)]
        for i in places[:: max(1, len(places) // SAMPLES_A_KIND)][:SAMPLES_A_KIND]:
            said = {stage: answer.questions[i] for stage, answer in answers.items()}
            chosen.append({"question": exam.questions[i].question, "kind": kind, **said})
    chosen += _samples_aside(exam, answers)
    for i, row in enumerate(exam.style[:SAMPLES_A_KIND]):
        said = {stage: answer.style[i] for stage, answer in answers.items()}
        chosen.append({"question": row.question, "kind": "style", **said, "person": row.answer})
    return chosen


def _samples_aside(exam: Exam, answers: Mapping[str, Answers]) -> list[dict[str, str]]:
    kinds = ["premise" if row.angle == FALSE_PREMISE else row.kind for row in exam.aside]
    return [
        {"question": row.question, "kind": kinds[i], **{stage: answer.aside[i] for stage, answer in answers.items()}}
        for i, row in enumerate(exam.aside)
        if kinds[:i].count(kinds[i]) < SAMPLES_A_KIND
    ]
