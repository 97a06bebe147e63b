"""A few questions out of many: every angle first, then those whose words are least like the ones already chosen."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from augment.leaks import units

LEAST_DISTANCE = 0.25
"""Questions that share more than three of four words and pairs of words are one question (our judgement)."""


class Question(NamedTuple):
    """A question, the angle it takes (when, where, who, why, how, what, whether, about), and how its answer opens."""

    text: str
    angle: str
    opening: str = ""


def choose(questions: Sequence[Question], most: int, most_an_angle: int, most_vague: int) -> list[Question]:
    """At most `most` questions, unlike each other; the same for the same input.

    Args:
        questions: the candidates, the plainest of each angle first.
        most: how many in all.
        most_an_angle: how many of one angle, where another angle has any left.
        most_vague: how many of the angle "about", which asks for anything.
    """
    left = list({question.text.lower(): question for question in reversed(questions)}.values())[::-1]
    firsts = {question.angle: question for question in reversed(left)}
    chosen = [question for question in left if firsts[question.angle] is question]
    while len(chosen) < most:
        open_angles = [
            question for question in left if question not in chosen and not _is_full(question, chosen, most_vague)
        ]
        fresh = [q for q in open_angles if sum(other.angle == q.angle for other in chosen) < most_an_angle]
        candidates = fresh or open_angles
        if not candidates:
            break
        farthest = max(candidates, key=lambda question: _nearest(question, chosen))
        if _nearest(farthest, chosen) < LEAST_DISTANCE:
            break
        chosen.append(farthest)
    return chosen


def _is_full(question: Question, chosen: Sequence[Question], most_vague: int) -> bool:
    return question.angle == "about" and sum(other.angle == "about" for other in chosen) >= most_vague


def _nearest(question: Question, chosen: Sequence[Question]) -> float:
    return min(_distance(question, other) for other in chosen)


def _distance(one: Question, other: Question) -> float:
    return 1 - likeness(one.text, other.text)


def likeness(one: str, other: str) -> float:
    """The share of words and pairs of words that two questions have in common, in [0, 1]."""
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, len(first | second))


def _words(text: str) -> frozenset[str]:
    """The words, and each pair of neighbours: the order counts too. A Chinese character is a word."""
    words = units(text)
    return frozenset([*words, *map(" ".join, pairwise(words))])
