"""Clauses of answers and of evidence in a form in which they can be laid side by side.

The person is 我 in both. A pair is two neighbouring characters that carry meaning; particles are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from augment.chinese.people import find_others
from augment.chinese.reading import Reading, Topic, read
from augment.chinese.script import plain
from augment.chinese.sentences import split_clauses, split_sentences
from augment.chinese.values import NUMERAL, number_of
from augment.person import Person

LEAST_ALIKE = 0.5
"""The share of a clause's pairs that the clause of the evidence which it tells must have (our judgement)."""

_PARTICLE = re.compile(r"[\s\W的了着过之也都就便是在于]|^是的")
_OPENING = re.compile("^(?:是的|不|对|没错|嗯|哦|其实|那时|当时)[，,]?")


@dataclass(frozen=True)
class Part:
    """A clause in plain form with the person as 我.

    Attributes:
        names: other people in it, in order.
        other: who its subject is, if somebody else.
        opens_with_self: whether 我 is its subject.
    """

    flat: str
    names: tuple[str, ...] = ()
    other: str = ""
    opens_with_self: bool = False
    pairs: frozenset[str] = field(default=frozenset(), compare=False)

    @cached_property
    def has_self(self) -> bool:
        """Whether the person is in it."""
        return "我" in self.flat

    def is_before(self, name: str) -> bool:
        """Whether the person comes before a name."""
        return self.flat.find("我") < self.flat.find(name)


def told_parts(answer: str) -> list[Part]:
    """The clauses of an answer or of a question."""
    flat = _OPENING.sub("", plain(answer).replace("你", "我"))
    found = []
    for sentence in split_sentences(flat):
        body = flat[sentence.start : sentence.end]
        for span in split_clauses(body):
            clause = body[span.start : span.end].strip()
            found.append(_part(clause, "", clause.startswith("我") and not clause.startswith(("我的", "我们"))))
    return found


def evidence_parts(evidence: str, person: Person) -> list[Part]:
    """The clauses of the evidence, names and sure pronouns of the person told as 我."""
    found: list[Part] = []
    for line in evidence.splitlines():
        topic = Topic(is_person=True, continues=True)
        for span in split_sentences(line):
            reading = read(line[span.start : span.end], person, topic)
            topic = reading.after
            found.extend(_evidence_part(reading, index) for index in range(len(reading.clauses)))
    return found


def _evidence_part(reading: Reading, index: int) -> Part:
    clause = reading.clauses[index]
    told, place = "", clause.start
    for mention in reading.within(clause.start, clause.end):
        if mention.kind != "its" and mention.start >= place:
            told += f"{reading.flat[place : mention.start]}我"
            place = mention.end
    told += reading.flat[place : clause.end]
    head = next((o for o in reading.others if o.start <= clause.core + 2 and clause.core <= o.start), None)
    other = reading.flat[head.start : head.end] if head and clause.subject == "other" else ""
    own = clause.whose == "person" and clause.subject in ("person", "same")
    return _part(told.strip() if "我" in told or not own else f"我{told.strip()}", other, own)


def _part(flat: str, other: str, opens_with_self: bool) -> Part:
    names = tuple(flat[o.start : o.end] for o in find_others(flat, []) if o.kind == "name")
    return Part(flat, names, other, opens_with_self, pairs_of(flat))


def pairs_of(flat: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a plain text that carry meaning."""
    figures = NUMERAL.sub(lambda match: f"{number_of(match.group()):g}", flat)
    body = _PARTICLE.sub("", figures.replace("我", ""))
    return frozenset("".join(pair) for pair in pairwise(body)) or frozenset(body)


def home_of(told: Part, parts: Sequence[Part]) -> Part | None:
    """The clause of the evidence that a clause of the answer tells, None if none is like it."""
    if not told.pairs or not parts:
        return None
    best = max(
        parts, key=lambda part: len(told.pairs & part.pairs) / (len(part.pairs) or 1) + len(told.pairs & part.pairs)
    )
    return best if len(told.pairs & best.pairs) >= LEAST_ALIKE * len(told.pairs) else None
