"""Passages to facts: each atomic claim about the person, with the verbatim sentence that carries it.

    passage   "... In 1873, Tesla returned to his birthtown, Smiljan. ..."
    fact      claim "In 1873, Nikola Tesla returned to his birthtown, Smiljan.", quote = the sentence, dates ("1873",)

Every sentence that gives no fact is written beside them with its reason.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from augment.english.dates import find_dates
from augment.english.people import find_places
from augment.person import Person
from augment.rules import find_statements
from augment.statements import Refusal, Statement
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Fact, Passage, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 2
_OPINION = re.compile(
    r"\b(?:believed?s?|thought|thinks?|felt|feels?|considered|considers?|claimed|claims?|preferred|regarded)\b"
)


def extract_facts(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find the facts of one part's passages."""
    passages = workspace.table(Passage)
    inputs = (passages.content(part), persona.name, persona.names, persona.pronouns)
    made_from = fingerprint(*inputs, settings=persona.rewrite, version=VERSION)
    return workspace.table(Fact).write(part, find_facts(passages.read(part), persona), made_from)


def find_facts(passages: Iterable[Passage], persona: Persona) -> Iterator[Fact | Rejected]:
    """The facts of a page's passages in order; the same claim is kept once, the later ones are `duplicate_fact`."""
    passages = list(passages)
    person = person_of(persona, passages)
    seen: set[str] = set()
    for before, passage in pairwise([None, *passages]):
        if passage is None:
            continue
        for row in _facts_of(passage, before, person):
            if isinstance(row, Fact) and _normalised(row.claim) in seen:
                yield Rejected.of(row, "duplicate_fact")
                continue
            if isinstance(row, Fact):
                seen.add(_normalised(row.claim))
            yield row


def person_of(persona: Persona, passages: Iterable[Passage] = ()) -> Person:
    """The persona as the rules see it, with the places that its pages name."""
    return Person(persona.name, persona.names, persona.pronouns, find_places(passage.text for passage in passages))


def _facts_of(passage: Passage, before: Passage | None, person: Person) -> Iterator[Fact | Rejected]:
    """One passage's facts and refused sentences."""
    follows = before is not None and before.page == passage.page and before.position + 1 == passage.position
    for found in find_statements(passage.text, person, before.text if before is not None and follows else ""):
        yield _fact(found, passage) if isinstance(found, Statement) else _rejected(found, passage)


def _fact(claim: Statement, passage: Passage) -> Fact:
    quote = passage.text[claim.start : claim.end]
    return Fact(
        parents=(passage.id,),
        passage=passage.id,
        claim=claim.text,
        quote=quote,
        quote_start=claim.start,
        quote_end=claim.end,
        dates=find_dates(quote),
        kind="opinion" if _OPINION.search(claim.text) else "fact",
    )


def _rejected(refusal: Refusal, passage: Passage) -> Rejected:
    return Rejected(
        reason=refusal.reason, row={"passage": passage.id, "sentence": refusal.sentence, "start": refusal.start}
    )


def _normalised(claim: str) -> str:
    return " ".join(re.findall(r"\w+", claim.lower()))
