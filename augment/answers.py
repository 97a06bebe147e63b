"""Facts to exchanges: each claim as the person would say it, asked for from several angles.

    fact      "In 1873, Nikola Tesla returned to his birthtown, Smiljan."
    exchange  "When did you return to your birthtown?"  "In 1873, I returned to my birthtown, Smiljan."

A question that an earlier fact already answers is dropped as `duplicate_question`: one question, one answer.
"""

from collections.abc import Iterable, Iterator

from augment.choosing import Question
from augment.claims import person_of
from augment.english.grammar import lowered
from augment.gates import check
from augment.person import Person
from augment.rules import answer
from augment.statements import Unclear
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Rejected, messages_of
from likeness.workspace import Marker, Workspace

VERSION = 4


def compose_answers(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Turn one part's facts into checked exchanges, part 'facts-<part>'."""
    facts = workspace.table(Fact)
    inputs = (facts.content(part), persona.name, persona.names, persona.pronouns)
    made_from = fingerprint(*inputs, settings=persona.rewrite, version=VERSION)
    return workspace.table(Exchange).write(f"facts-{part}", find_exchanges(facts.read(part), persona), made_from)


def find_exchanges(facts: Iterable[Fact], persona: Persona) -> Iterator[Exchange | Rejected]:
    """The exchanges of facts in order, each question once."""
    person = person_of(persona)
    asked: set[str] = set()
    for fact in facts:
        if fact.standing != "current":  # told as it stands, it would be untrue today, or perhaps ever
            yield Rejected.of(fact, fact.standing)
            continue
        for row in exchanges_of(fact, person):
            if isinstance(row, Exchange) and row.question.lower() in asked:
                yield Rejected.of(row, "duplicate_question")
                continue
            if isinstance(row, Exchange):
                asked.add(row.question.lower())
            yield row


def exchanges_of(fact: Fact, person: Person) -> Iterator[Exchange | Rejected]:
    """The exchanges of one fact; a claim that does not stand alone is rejected for the reason why."""
    try:
        told, questions = answer(fact.claim, person)
    except Unclear as unclear:
        yield Rejected.of(fact, str(unclear))
        return
    yield from (check(_exchange(fact, question, told), fact.quote, person) for question in questions)


def _exchange(fact: Fact, question: Question, statement: str) -> Exchange:
    told = question.opening + lowered(statement) if question.opening else statement
    return Exchange(
        parents=(fact.id,),
        kind="fact",
        messages=messages_of([(question.text, told)]),
        angle=question.angle,
        facts=(fact.id,),
    )
