"""Answers said anew by the persona's own style adapter, and verified again.

    answer    "In 1873, I returned to my birthtown, Smiljan."
    asked     'Say this in your own words: "In 1873, I returned to my birthtown, Smiljan."'
    said      "Smiljan, 1873. Home again!"

What passes the gates takes the place of the answer that it was made from (its only parent) in training; what does not
is written with its reason, and the first answer stays. Nothing but the words of the answer changes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from augment.claims import person_of
from augment.gates import check
from augment.languages import is_chinese
from augment.person import Person
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 1
RETELL = {
    "en": 'Say this in your own words and change nothing in it: "{}"',
    "zh": "用你自己的話說，意思不變：「{}」",
}

Conversation = list[dict[str, str]]
Say = Callable[[Sequence[Conversation]], Sequence[str]]


def restyle_answers(workspace: Workspace, persona: Persona, part: str, adapter: str, say: Say) -> Marker:
    """Say the answers of one part of facts anew, part 'restyled-<part>'.

    Args:
        workspace, persona: whose.
        part: of the facts.
        adapter: what the style adapter was made from.
        say: what the adapter says to each conversation.
    """
    exchanges, facts = workspace.table(Exchange), workspace.table(Fact)
    inputs = (exchanges.content(f"facts-{part}"), facts.content(part), persona.name, persona.names, adapter)
    evidence = {fact.id: f"{fact.claim}\n{fact.quote}" for fact in facts.read(part)}
    rows = restyled(exchanges.read(f"facts-{part}"), evidence, persona, say)
    return exchanges.write(f"restyled-{part}", rows, fingerprint(*inputs, version=VERSION))


def restyled(
    rows: Iterable[Exchange], evidence: dict[str, str], persona: Persona, say: Say
) -> Iterator[Exchange | Rejected]:
    """The answers of one turn said anew; those that come back as they were make no row."""
    person = person_of(persona)
    asked = [row for row in rows if len(row.messages) == 2 and row.angle != "whether"]
    for row, answer in zip(asked, say([_retelling(row, persona) for row in asked]), strict=True):
        if answer.strip() != row.answer:
            yield _checked(row, answer.strip(), evidence, person)


def _checked(row: Exchange, answer: str, evidence: dict[str, str], person: Person) -> Exchange | Rejected:
    """The row with another answer, through the gates; the first answer is true, so it is evidence too."""
    known = "\n".join([row.answer, *(evidence[fact] for fact in row.facts if fact in evidence)])
    said = Exchange(
        parents=(row.id,),
        kind="fact",
        messages=(row.messages[0], Message(role="assistant", content=answer)),
        angle=row.angle,
        facts=row.facts,
        cost=row.cost,
    )
    return check(said, known, person)


def _retelling(row: Exchange, persona: Persona) -> Conversation:
    retell = RETELL["zh" if is_chinese(row.answer) else "en"].format(row.answer)
    return [{"role": "system", "content": f"You are {persona.name}."}, {"role": "user", "content": retell}]
