"""Claims that say the same, brought together; each claim ends in one group.

    "Ida Voss moved to Lund."                           } one group: the most exact claim is its first,
    "In 1881, Ida Voss moved to Lund."                  } the others are evidence for it
    "Voss moved to Lund in 1881."                       }

Two claims say the same where their words do (`meanings.said`) or their meanings are equal. A claim joins a more exact
one where that says all that it says, and only a date or a few words more. Claims of different kinds never meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from augment.english.lexicon import words
from augment.merging.meanings import Meaning, meaning_of, said
from augment.merging.validity import holds
from augment.person import Person
from likeness.records import Claim, ClaimKind

MOST_ADDED = 8
"""Words that a more exact claim may have more, times not counted: one that adds more tells something else, and is worse
to learn from than the short one (our judgement)."""

_STRICT = words(
    "not never no nor neither none nobody nothing hardly seldom rarely only all every each any always most best last "
    "without cannot few little"
)
"""Words with which the shorter claim says more: never having been in Lund is less than never having been anywhere."""
_WEAKENING = words(
    "if unless whether except without but not never almost nearly allegedly reportedly supposedly according would "
    "could might may until"
)
"""Words that make what stands before them less certain."""


@dataclass
class Group:
    """Claims that say the same, the most exact first, with their meanings in the same order."""

    claims: list[Claim]
    meanings: list[Meaning]

    @property
    def meaning(self) -> Meaning:
        """What the most exact of them says."""
        return self.meanings[0]

    @property
    def kind(self) -> ClaimKind:
        """The kind of all of them."""
        return self.claims[0].kind

    def absorb(self, other: "Group") -> None:
        """Take another group's claims in, behind one's own."""
        self.claims += other.claims
        self.meanings += other.meanings


def merge(claims: Iterable[Claim], person: Person) -> list[Group]:
    """The groups of claims, in the order in which the first of each comes; the same for the same order of claims."""
    groups = _alike(claims, person)
    index = _Index(groups)
    homes = {id(group): home for group in groups if (home := index.more_exact(group)) is not None}
    for group in groups:
        home = homes.get(id(group))
        while home is not None and id(home) in homes:
            home = homes[id(home)]
        if home is not None:
            home.absorb(group)
    return [group for group in groups if id(group) not in homes]


def _alike(claims: Iterable[Claim], person: Person) -> list[Group]:
    """Claims whose words or meanings are equal, as groups."""
    groups: list[Group] = []
    homes: dict[tuple[ClaimKind, str | Meaning], Group] = {}
    for claim in claims:
        meaning = meaning_of(claim.claim, person)
        keys: tuple[tuple[ClaimKind, str | Meaning], ...] = ((claim.kind, said(claim.claim)), (claim.kind, meaning))
        home = next((homes[key] for key in keys if key in homes), None)
        if home is None:
            home = Group([], [])
            groups.append(home)
        home.absorb(Group([claim], [meaning]))
        for key in keys:
            homes.setdefault(key, home)
    return groups


@dataclass
class _Index:
    """Groups by what their meanings hold, so that a claim is compared only with those that share its rarest part."""

    groups: Sequence[Group]
    _homes: dict[tuple[object, ...], list[Group]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for group in self.groups:
            for key in _keys(group, whole=True):
                self._homes[key].append(group)

    def more_exact(self, group: Group) -> Group | None:
        """The first group that says all that this one says and a little more, or None."""
        said_in = group.meaning.words
        if _STRICT & said_in or any(word.startswith("#") or word.endswith("est") for word in said_in):
            return None
        candidates = min((self._homes[key] for key in _keys(group, whole=False)), key=len)
        return next((other for other in candidates if _is_more_exact(other.meaning, group.meaning)), None)


def _keys(group: Group, whole: bool) -> Iterator[tuple[object, ...]]:
    """What a group is found by: its core with each phrase and each year. The core alone leads to many, so it is asked
    for only where there is nothing else.
    """
    meaning = group.meaning
    base = (group.kind, meaning.language, meaning.core)
    yield from ((*base, phrase) for phrase in meaning.phrases)
    yield from ((*base, first[:4], last[:4]) for first, last in meaning.times)
    if whole or not (meaning.phrases or meaning.times):
        yield base


def _is_more_exact(exact: Meaning, wide: Meaning) -> bool:
    """Whether one says all that the other says, and a date or a few words more."""
    if not _covers(exact, wide) or _covers(wide, exact):
        return False
    added = [word for phrase in exact.phrases - wide.phrases for word in phrase]
    return len(added) <= MOST_ADDED and not _WEAKENING & set(added)


def _covers(exact: Meaning, wide: Meaning) -> bool:
    """Whether each phrase of one stands in the other, and each time as exact or more so."""
    times_hold = all(any(holds(span, other) for other in exact.times) for span in wide.times)
    return times_hold and wide.phrases <= exact.phrases
