"""Passages to claims: what each sentence says of the person, with the verbatim words that carry it.

    passage   "... In 1873, Tesla returned to his birthtown, Smiljan. ..."
    claim     "In 1873, Nikola Tesla returned to his birthtown, Smiljan.", quote = the sentence, dates ("1873",)

Every sentence that gives no claim is written beside them with its reason. A claim that another passage makes too stays
here: which claims are one fact is decided in `augment.facts`, where all sources are seen together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from augment.chinese.dates import find_dates as find_chinese_dates
from augment.chinese.names import find_names
from augment.english.dates import find_dates as find_english_dates
from augment.english.people import find_places
from augment.languages import is_chinese
from augment.merging.kinds import kind_of
from augment.person import Person
from augment.rules import find_statements
from augment.statements import Refusal, Statement
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Claim, ClaimKind, Passage, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 3
_ALIKE = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"}
"""Marks that a quotation may change without changing a word."""


def extract_claims(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Find the claims of one part's passages."""
    passages = workspace.table(Passage)
    inputs = (passages.content(part), persona.name, persona.names, persona.pronouns)
    made_from = fingerprint(*inputs, settings=persona.rewrite, version=VERSION)
    return workspace.table(Claim).write(part, find_claims(passages.read(part), persona), made_from)


def find_claims(passages: Iterable[Passage], persona: Persona) -> Iterator[Claim | Rejected]:
    """The claims of a page's passages, and its refused sentences, in reading order."""
    passages = list(passages)
    person = person_of(persona, passages)
    for before, passage in pairwise([None, *passages]):
        if passage is not None:
            yield from _claims_of(passage, before, person)


def person_of(persona: Persona, passages: Iterable[Passage] = ()) -> Person:
    """The persona as the rules see it, with the places and the other names of the person that its pages tell."""
    texts = [passage.text for passage in passages]
    known = Person(persona.name, persona.names, persona.pronouns, find_places(texts))
    return replace(known, names=(*known.names, *find_names(texts, known)))


def claim_row(
    statement: Statement, passage: Passage, kind: ClaimKind | None = None, cost: int = 0, person: Person | None = None
) -> Claim | Rejected:
    """A statement as a row: its quote is `passage.text[start:end]`, without the blanks at its ends.

    Args:
        statement: what is said, and the span that says it.
        passage: where it is said.
        kind: None to tell it from the words of the claim; for that, `person` must be given.
        cost: what finding it cost, in micro-USD.
        person: whom it is about; without it a claim of no given kind is a fact.

    A span that is empty or outside of the passage is rejected as `quote_not_found`, an empty claim as `empty_claim`.
    """
    start, end = _trimmed(passage.text, statement.start, statement.end)
    row = {"passage": passage.id, "claim": statement.text, "start": statement.start, "end": statement.end}
    if not 0 <= start < end <= len(passage.text):
        return Rejected(reason="quote_not_found", row=row)
    if not statement.text.strip():
        return Rejected(reason="empty_claim", row=row)
    quote = passage.text[start:end]
    return Claim(
        parents=(passage.id,),
        passage=passage.id,
        claim=statement.text.strip(),
        quote=quote,
        quote_start=start,
        quote_end=end,
        dates=find_dates(quote),
        kind=kind or (kind_of(statement.text, person) if person else "fact"),
        cost=cost,
    )


def quoted_claim(
    claim: str,
    quote: str,
    passage: Passage,
    kind: ClaimKind | None = None,
    cost: int = 0,
    person: Person | None = None,
) -> Claim | Rejected:
    """A claim whose quote is given in words: `quote_not_found` where the passage does not have those words."""
    span = find_quote(quote, passage.text)
    if span is None:
        row = {"passage": passage.id, "claim": claim, "quote": quote}
        return Rejected(reason="quote_not_found", row=row)
    return claim_row(Statement(claim, *span), passage, kind, cost, person)


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, or None; blanks, the form of quotation marks and of dashes may differ.

    >>> find_quote("the 'mill'  burnt", "Once the ‘mill’ burnt down.")
    (5, 21)
    """
    quote = quote.strip()
    if not quote:
        return None
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    words = [re.escape(_plain(word)) for word in quote.split()]
    match = re.search(r"\s+".join(words), _plain(text))
    return match.span() if match else None


def find_dates(text: str) -> tuple[str, ...]:
    """Every date, month with its year, and year of a text, as they stand there, in order, each once."""
    return find_chinese_dates(text) if is_chinese(text) else find_english_dates(text)


def _claims_of(passage: Passage, before: Passage | None, person: Person) -> Iterator[Claim | Rejected]:
    """One passage's claims and refused sentences."""
    follows = before is not None and before.page == passage.page and before.position + 1 == passage.position
    for found in find_statements(passage.text, person, before.text if before is not None and follows else ""):
        yield _refused(found, passage) if isinstance(found, Refusal) else claim_row(found, passage, person=person)


def _refused(refusal: Refusal, passage: Passage) -> Rejected:
    row = {"passage": passage.id, "sentence": refusal.sentence, "start": refusal.start}
    return Rejected(reason=refusal.reason, row=row)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    part = text[max(start, 0) : max(end, 0)]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _plain(text: str) -> str:
    """The text with one form of each mark, of the same length."""
    return "".join(_ALIKE.get(letter, letter) for letter in text)
