"""The facts that rows beside the facts may be built on: as the person tells them, with the questions for them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from augment.choosing import Question
from augment.leaks import word_count
from augment.person import Person
from augment.rules import answer
from augment.sayings import number_of
from augment.statements import Unclear
from augment.wording import Script, fact_scripts
from likeness.records import Fact

LONGEST = 30
"""Words of an answer that corrects or repeats: more than that is no retort."""


class Told(NamedTuple):
    """A fact that holds, in the first person, and questions that it answers."""

    fact: Fact
    text: str
    questions: list[Question]
    script: Script


def told(facts: Iterable[Fact], person: Person) -> Iterator[Told]:
    """The facts that hold (no opinions, nothing superseded or disputed) in an order that hangs on their ids alone.

    A fact that the rules cannot tell, or at length only, is passed over: it is counted where its exchanges are made.
    """
    ordered = sorted(facts, key=lambda fact: number_of(fact.id))
    scripts = fact_scripts(ordered)
    for fact in ordered:
        if fact.kind != "fact" or fact.standing != "current":
            continue
        try:
            text, questions = answer(fact.claim, person)
        except Unclear:
            continue
        if word_count(text) <= LONGEST:
            yield Told(fact, text, questions, scripts[fact.id])
