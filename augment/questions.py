"""Questions that a claim provably answers, from several angles and in several wordings each.

    In 1881, I moved to Budapest to work under Ferenc Puskás.
    -> When did you move to Budapest?  In what year did you move to Budapest?  Where did you move in 1881?
       Why did you move to Budapest?  What did you do in 1881?  Tell me about the time you moved to Budapest. ...

Every wording is made of the claim's own words, so that it presupposes nothing that the claim does not say.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from augment.asking import details, people, places, reasons, times
from augment.grammar import lowered, sentence_case
from augment.outline import Outline, outline
from augment.reading import Reading, say
from augment.topics import about

FEW, MOST_AN_ANGLE, MOST = 2, 4, 9
"""With fewer than FEW questions a claim is also asked whether it is true; of one angle, and in all, it keeps so many.

A small model needs 4 to 8 wordings of a fact to recall it (reference: knowledge extraction from varied biographies).
"""

LONGEST_WHETHER = 22
"""Words of a claim that a yes-or-no question may repeat whole."""


class Question(NamedTuple):
    """A question, the angle it takes (when, where, who, why, how, what, whether, about), and how its answer opens."""

    text: str
    angle: str
    opening: str = ""


def ask(reading: Reading) -> list[Question]:
    """The questions that a claim answers, the most telling angles first; none where every wording is too long."""
    clause = outline(reading)
    found = list(_asked(clause)) if clause else []
    if len(found) < FEW:
        found.append(_whether_true(reading, clause))
    kept: list[Question] = []
    for question in map(_polished, found):
        twin = any(question.text.lower() == other.text.lower() for other in kept)
        full = sum(other.angle == question.angle for other in kept) >= MOST_AN_ANGLE
        if not twin and not full and len(kept) < MOST and _is_sound(question.text):
            kept.append(question)
    return kept


def _asked(clause: Outline) -> Iterator[Question]:
    """Every question of the clause, angle by angle."""
    for angle, wordings in (
        ("when", times(clause)),
        ("where", places(clause)),
        ("who", people(clause)),
        ("why", reasons(clause)),
        ("how", details(clause)),
        ("about", about(clause)),
    ):
        yield from (Question(wording, angle) for wording in wordings)
    yield from _whether(clause)


def _whether(clause: Outline) -> Iterator[Question]:
    """The yes-or-no question."""
    lead = f" {clause.lead.rstrip(',')}" if clause.lead and len(clause.lead.split()) <= 6 else ""
    if clause.negative and clause.lead and not lead:
        return
    if clause.negative and clause.auxiliary == "did" and clause.head:
        yield Question(
            f"{clause.auxiliary} {clause.subject} ever {clause.base} {clause.head}{lead}?", "whether", "No, "
        )
    elif not clause.negative and clause.head and clause.auxiliary != "would":
        yield Question(f"{clause.question()}{lead}?", "whether", "Yes, ")


def _whether_true(reading: Reading, clause: Outline | None) -> Question:
    """The question that fits any claim."""
    statement = re.sub(r"\.([\"”])$", r"\1", say(reading, "second")).rstrip(".!")
    if clause and clause.head and not clause.lead and not clause.negative:
        statement = clause.statement()
    if len(statement.split()) > LONGEST_WHETHER:
        statement = re.split(r"(?<=\w)(?:, (?:which|who|where|when|\w+ing)\b|;| — |—|: )", statement)[0]
    return Question(f"Is it true that {lowered(statement)}?", "whether", "Yes, ")


def _polished(question: Question) -> Question:
    """With a capital first and no loose marks or blanks."""
    text = re.sub(r"\s+", " ", question.text).strip()
    text = re.sub(r"[.,]([\"”])(?=[ ?])", r"\1", text)
    text = re.sub(r"\s*,?\s*([?.])$", r"\1", re.sub(r"\s+([,?.])", r"\1", text))
    return question._replace(text=sentence_case(re.sub(r"\.\.$", ".", text)))


def _is_sound(text: str) -> bool:
    """Whether brackets and quotation marks are whole, and the length is that of a question."""
    marks = len(re.findall(r"(?<!\w)['‘]", text)) == len(re.findall(r"['’](?!\w)", text))
    return marks and text.count('"') % 2 == 0 and text.count("(") == text.count(")") and 3 <= len(text.split()) <= 30
