"""Claims to facts: what all sources say, once, with everything that proves it, and what contradicts it.

    claims   "Ida Voss was born in Lund." (page 1)   "Voss was born in Lund in 1880." (page 2)
    fact     "Ida Voss was born in Lund in 1880.", evidence: the sentence of page 1, valid 1880 .. 1880

A fact belongs to the part of its first quote. Every claim is either the first of a fact or a `duplicate_fact` of its
own part, whose detail names the fact: nothing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from augment.claims import person_of
from augment.merging.contradictions import Verdict, judge
from augment.merging.groups import Group, merge
from augment.merging.sources import Source, source_of
from augment.person import Person
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Claim, Evidence, Fact, Page, Passage, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 3


def merge_facts(workspace: Workspace, persona: Persona) -> list[Marker]:
    """Merge the claims of all parts, and write the facts of each; parts without claims any more are deleted."""
    parts = workspace.table(Claim).parts()
    markers = _write(workspace, persona, parts)
    workspace.table(Fact).keep_only(parts)
    return markers


def find_facts(
    claims: Mapping[str, Sequence[Claim]], person: Person, sources: Mapping[str, Source]
) -> dict[str, list[Fact | Rejected]]:
    """The facts of each part, and the claims that became evidence of a fact, in the order of the claims.

    Args:
        claims: the claims of each part.
        person: whom they are about.
        sources: the source of each passage; a passage that is missing is a source of its own.
    """
    homes = {claim.id: part for part in sorted(claims, reverse=True) for claim in claims[part]}
    groups = merge([claim for part in sorted(claims) for claim in _once(claims[part], part, homes)], person)
    rows: dict[str, Fact | Rejected] = {}
    for group, verdict in zip(groups, judge(groups, sources, person), strict=True):
        fact = _fact(group, verdict)
        rows |= {claim.id: Rejected.of(claim, "duplicate_fact", fact.id) for claim in group.claims[1:]}
        rows[group.claims[0].id] = fact
    return {part: [rows[claim.id] for claim in _once(claims[part], part, homes)] for part in claims}


def _write(workspace: Workspace, persona: Persona, parts: Sequence[str]) -> list[Marker]:
    """Write the facts of parts, merged with each other."""
    claims = workspace.table(Claim)
    content = {part: claims.content(part) for part in parts}
    inputs = (content, persona.name, persona.names, persona.pronouns)
    made_from = fingerprint(*inputs, settings=persona.rewrite, version=VERSION)

    @cache
    def merged() -> dict[str, list[Fact | Rejected]]:
        found = {part: list(claims.read(part)) for part in parts}
        return find_facts(found, person_of(persona), _sources(workspace))

    def rows(part: str) -> Iterator[Fact | Rejected]:
        yield from merged()[part]

    return [workspace.table(Fact).write(part, rows(part), made_from) for part in parts]


def _sources(workspace: Workspace) -> dict[str, Source]:
    """The source of each passage; one whose page is gone belongs to that page alone."""
    pages = {page.id: source_of(page) for page in workspace.table(Page).read()}
    return {passage.id: pages.get(passage.page, Source(passage.page)) for passage in workspace.table(Passage).read()}


def _once(claims: Sequence[Claim], part: str, homes: Mapping[str, str]) -> Iterator[Claim]:
    """The claims of a part that no earlier part has too: the same page may be collected twice."""
    yield from (claim for claim in claims if homes[claim.id] == part)


def _fact(group: Group, verdict: Verdict) -> Fact:
    """The most exact claim of a group as a fact, the others as evidence."""
    first = group.claims[0]
    valid_from, valid_to = group.meaning.valid
    return Fact(
        parents=tuple(claim.id for claim in group.claims),
        passage=first.passage,
        claim=first.claim,
        quote=first.quote,
        quote_start=first.quote_start,
        quote_end=first.quote_end,
        dates=first.dates,
        kind=first.kind,
        evidence=_evidence(group.claims),
        valid_from=valid_from,
        valid_to=valid_to,
        standing="disputed" if first.kind == "disputed" else verdict.standing,
        rivals=tuple(sorted(verdict.rivals)),
    )


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """The other places that say so; one place is named once, the first claim's own not at all."""
    places = {(claim.passage, claim.quote_start, claim.quote_end): claim.quote for claim in claims}
    del places[(claims[0].passage, claims[0].quote_start, claims[0].quote_end)]
    return tuple(
        Evidence(passage=passage, quote=quote, quote_start=start, quote_end=end)
        for (passage, start, end), quote in places.items()
    )
