"""What the rows beside the facts say, language by language: the shape of `english.sayings` and `chinese.sayings`.

The texts hold places to fill in: {name}, {short} (the surname), {them} (him, her), {introduction}, {born}, {year},
{last} (the last year of the record), {person}, {place}, {house} (names that nobody bears, made up here), {false},
{true}, {told} (the fact, as the person says it), {brief} (its time or place alone).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Pairs = tuple[tuple[str, str], ...]
Texts = tuple[str, ...]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Unknown:
    """Questions of one angle that nobody could answer, and honest answers, each of which fits each of the questions.

    Attributes:
        angle: what makes it unanswerable: invented, private, future, met, after_the_end.
        share: how many of all such rows are of this group, in [0, 1].
        questions: each with a clue, '' for none: where the clue stands in the record, the question may be answerable
            and is left out.
        answers: in the first person.
    """

    angle: str
    share: float
    questions: Pairs
    answers: Texts


@dataclass(frozen=True)
class Sayings:
    """All texts of one language.

    Attributes:
        named: questions for the name, with their answers.
        who: questions of who it is, answered with {introduction}.
        introductions: forms of it, with {name} and {description}; the first is also used without a description.
        born: questions for the date of birth, and their answers with {born}.
        mistaken: somebody else's name is asked for ({person}), and set right.
        disclosed: sincere questions of what it is, and the truth.
        unknown: groups of what cannot be known.
        after: the same of years after the last of the record.
        not_that: how a wrong thing in a question is set right, ending in the fact.
        not_then: how a wrong year is set right, ending in the fact.
        repeated: answers to the same question for the second, third, ... time; several of each.
        people, places, houses: names of nobody and nothing, made up here.
        cities: real ones, each with what of its country's name stands in a text that has to do with it.
    """

    named: Pairs
    who: Texts
    introductions: Texts
    born: Pairs
    mistaken: Pairs
    disclosed: Pairs
    unknown: tuple[Unknown, ...]
    after: Unknown
    not_that: Texts
    not_then: Texts
    repeated: tuple[Texts, ...]
    people: Texts
    places: Texts
    houses: Texts
    cities: Pairs


def number_of(text: str) -> int:
    """A number that hangs on the text alone; every choice that must look random is made with it."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


def turned(items: Sequence[Item], number: int) -> list[Item]:
    """The items from another one on, round to the first."""
    first = number % len(items) if items else 0
    return [*items[first:], *items[:first]]
