"""Which of the merged claims contradict each other, and which side is believed.

    "Ida Voss was born in 1880." (site a)      disputed     rivals: the other
    "Ida Voss was born in 1881." (site b)      disputed
    "Since 2010, Voss lives in Lund."          superseded   rivals: the later one
    "Since 2015, Voss lives in Malmö."         current

Two claims contradict where `attributes` finds one attribute in both, with `values` that cannot both be true. A
changing state with two dates is no contradiction: the later one holds now. Everything else is decided by
`sources.balance`, or stays disputed. The losing claim stays, marked.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from augment.merging.attributes import attributes_of
from augment.merging.groups import Group
from augment.merging.places import Nearness
from augment.merging.sources import Source, balance
from augment.merging.values import Attribute, Value, is_later, is_rival, rivals
from augment.person import Person

Standing = Literal["current", "superseded", "disputed"]

MOST_VALUES = 30
"""An attribute with more values than that is no attribute, but something that happens often (our judgement)."""


@dataclass
class Verdict:
    """What became of one group: whether it lost or drew, and the ids of the claims that speak against it."""

    lost: bool = False
    drawn: bool = False
    rivals: set[str] = field(default_factory=set)

    @property
    def standing(self) -> Standing:
        """A claim that lost once has lost, whatever else speaks for it."""
        return "superseded" if self.lost else "disputed" if self.drawn else "current"


@dataclass
class _Side:
    """Who gives an attribute one value: the sources, and the groups whose most exact claim does."""

    sources: set[Source] = field(default_factory=set)
    groups: list[int] = field(default_factory=list)


def judge(groups: Sequence[Group], sources: Mapping[str, Source], person: Person) -> list[Verdict]:
    """The verdict on each group. `sources` has the source of each passage; a passage that is missing is its own."""
    verdicts = [Verdict() for _ in groups]
    nearness = Nearness(claim.quote for group in groups for claim in group.claims)
    for attribute, sides in _sides(groups, sources, person).items():
        leading = [value for value, side in sides.items() if side.groups]
        if len(leading) > MOST_VALUES and attribute[0] != "never":
            continue
        for one, other in rivals(attribute, leading, nearness):
            if attribute[0] == "same" and sides[one].sources & sides[other].sources:
                continue  # one source that tells two events in the same words means two
            by_date = is_later(attribute, one, other)
            outcome = by_date or _believed(attribute, one, other, sides, nearness)
            _mark(verdicts, groups, sides[one].groups, sides[other].groups, outcome, by_date)
            _mark(verdicts, groups, sides[other].groups, sides[one].groups, -outcome, -by_date)
    return verdicts


def _sides(
    groups: Sequence[Group], sources: Mapping[str, Source], person: Person
) -> dict[Attribute, dict[Value, _Side]]:
    """All values of each attribute; opinions, sayings and what is disputed anyway contradict nothing."""
    sides: dict[Attribute, dict[Value, _Side]] = defaultdict(lambda: defaultdict(_Side))
    for number, group in enumerate(groups):
        for claim, meaning in zip(group.claims, group.meanings, strict=True) if group.kind == "fact" else ():
            for attribute, value in attributes_of(claim.claim, meaning, person):
                side = sides[attribute][value]
                side.sources.add(sources.get(claim.passage, Source(claim.passage)))
                side.groups += [number] if claim is group.claims[0] else []
    return sides


def _believed(attribute: Attribute, one: Value, other: Value, sides: Mapping[Value, _Side], nearness: Nearness) -> int:
    """`balance` of the sources that say one and not the other; a less exact value speaks for all that it allows."""
    ours, theirs = set[Source](), set[Source]()
    for value, side in sides.items():
        against = is_rival(attribute, one, value, nearness), is_rival(attribute, other, value, nearness)
        if against == (False, True):
            ours |= side.sources
        elif against == (True, False):
            theirs |= side.sources
    return balance(ours, theirs)


def _mark(
    verdicts: list[Verdict], groups: Sequence[Group], ours: list[int], theirs: list[int], outcome: int, by_date: int
) -> None:
    """Note how one side came out: 1 won, -1 lost, 0 drawn. What comes later in time has no rival in what was before."""
    speak_against = {claim.id for group in theirs for claim in groups[group].claims}
    for group in ours:
        verdicts[group].lost |= outcome < 0
        verdicts[group].drawn |= outcome == 0
        if by_date <= 0:
            verdicts[group].rivals |= speak_against
