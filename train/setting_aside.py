"""Which rows about who one is, and what one cannot know, are set aside to be asked in the evaluation.

    trained     "Tell me about your lecture at the Pendry Institute."
    trained     "Tell me about your lecture at the Mossgrave Institute."    the same wording with another name
    set aside   "Why did you refuse the Calderbrook Prize?"                 another wording

Whole wordings are set aside, so that a model that has learnt a sentence, and not to say what it does not know, is
found out. Of false premises all those of a fact are. Which ones hangs on their words alone, never on the order of rows.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from likeness.records import Exchange
from train.questions import words
from train.schedule import position
from train.terms import is_chinese
from train.verdicts import FALSE_PREMISE

FEWEST_ROWS = 14
"""Rows of a group below which all are trained: there are too few of them to learn from as it is."""

SHORTEST_SAME, LONGEST_OTHER = 5, {False: 1, True: 4}
"""Two questions are one wording if they begin and end alike in 5 words and differ between by a word (a Chinese name:
four characters)."""

FEWEST_FORMS = 4
"""Wordings of an angle below which it gives up none: it would hardly be trained any more."""

ONLY_TRAINED = ("repeated", "born")
"""Angles of identity rows whose questions facts ask too."""

Group = tuple[Callable[[Exchange], bool], int]

GROUPS: Sequence[Group] = (
    (lambda row: row.kind == "unknown" and row.angle != FALSE_PREMISE, 4),
    (lambda row: row.kind == "unknown" and row.angle == FALSE_PREMISE, 2),
    (lambda row: row.kind == "identity" and row.angle not in ONLY_TRAINED, 3),
)
"""What is set aside of, and the fewest rows of each: with fewer than four a score jumps by a third and more."""


def set_aside(rows: Sequence[Exchange], share: float) -> set[str]:
    """The ids of the rows that are not trained.

    Args:
        rows: of the kinds fact, identity and unknown, in any order.
        share: of each group, in [0, 1); 0 sets nothing aside.
    """
    single = [row for row in rows if len(row.messages) == 2]
    groups = (([row for row in single if is_in(row)], fewest) for is_in, fewest in GROUPS)
    return {row.id for group, fewest in groups for row in _chosen(group, share, fewest)}


def _chosen(rows: Sequence[Exchange], share: float, fewest: int) -> list[Exchange]:
    if not share or len(rows) < FEWEST_ROWS:
        return []
    wanted, chosen = max(fewest, round(min(share, 0.5) * len(rows))), list[Exchange]()
    for family in _one_of_each_angle(_families(rows)):
        if len(chosen) < wanted and len(chosen) + len(family) < 2 * wanted:
            chosen += family
    return chosen


def _one_of_each_angle(families: Mapping[str, list[Exchange]]) -> list[list[Exchange]]:
    """Wordings in the order in which they are given up: one of each angle, then a second of each, and so on."""
    by_angle: dict[str, list[str]] = {}
    for form in sorted(families, key=position):
        by_angle.setdefault(families[form][0].angle, []).append(form)
    turns = [
        (turn, position(form), form)
        for forms in by_angle.values()
        for turn, form in enumerate(forms[: len(forms) - FEWEST_FORMS + 1])
    ]
    return [families[form] for _, _, form in sorted(turns)]


def _families(rows: Sequence[Exchange]) -> dict[str, list[Exchange]]:
    """The rows by wording, each wording named by its first form in the order of the alphabet."""
    forms = sorted({_form(row) for row in rows})
    first = {form: form for form in forms}
    for place, form in enumerate(forms):
        for other in forms[:place]:
            if first[form] != first[other] and _is_same(form, other):
                old, new = sorted((first[form], first[other]), reverse=True)
                first = {key: new if value == old else value for key, value in first.items()}
    families: dict[str, list[Exchange]] = {}
    for row in rows:
        families.setdefault(first[_form(row)], []).append(row)
    return {form: sorted(family, key=lambda row: row.id) for form, family in families.items()}


def _form(row: Exchange) -> str:
    """The question without its names and numbers; of a false premise, the fact that it is about."""
    if row.angle == FALSE_PREMISE and row.facts:
        return row.facts[0]
    masked = re.sub(r"(?<![.!?:] )(?<!^)\b(?!I\b)[A-ZÀ-Ž][\w’'-]*(?: [A-ZÀ-Ž][\w’'-]*)*", "0", row.question)
    return " ".join(words(re.sub(r"\d+", "0", masked)))


def _is_same(one: str, other: str) -> bool:
    """Whether two forms begin and end alike, but for a word or a Chinese name."""
    a, b = one.split(), other.split()
    shorter = min(len(a), len(b))
    begin = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - begin) if a[-1 - i] != b[-1 - i]), shorter - begin)
    rest = max(len(a), len(b)) - begin - end
    return begin + end >= SHORTEST_SAME and rest <= LONGEST_OTHER[is_chinese(one)]
