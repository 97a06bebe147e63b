"""What may be put in the place of something true: names and years that stand nowhere in a person's sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from augment.sayings import Pairs, Sayings
from likeness.records import Fact

YEAR = re.compile(r"(?<![\d,.])(?:1\d|20)\d\d(?!\d|s\b|,\d|\.\d)")
"""A year from 1000 to 2099; decades and parts of other numbers are none."""


@dataclass(frozen=True)
class Stock:
    """Names that the sources do not have, and the years that they do.

    Attributes:
        cities: cities of countries that the sources do not name.
        houses, people: names made up here.
        places: names of the sources that are surely places.
        years: every year of the sources.
    """

    cities: tuple[str, ...]
    houses: tuple[str, ...]
    people: tuple[str, ...]
    places: frozenset[str]
    years: frozenset[int]

    def other_year(self, true: str, steps: Iterable[int]) -> str:
        """The first year so many steps from the true one that the sources do not have, nor go beyond; or ''."""
        latest = max(self.years, default=0)
        shifted = (int(true) + step for step in steps)
        return next((str(year) for year in shifted if year <= latest and year not in self.years), "")


def stock_of(sayings: Sayings, known: str, places: frozenset[str]) -> Stock:
    """What a language has to put in, given all that is known (in lower case) and which of its names are places."""
    return Stock(
        cities=tuple(unused(_far(sayings.cities, known), known)),
        houses=tuple(unused(sayings.houses, known)),
        people=tuple(unused(sayings.people, known)),
        places=places,
        years=frozenset(years_of([known])),
    )


def known_text(facts: Iterable[Fact], record: str) -> str:
    """All that is known, in lower case, to look up names in."""
    return "\n".join([record, *(f"{fact.claim}\n{fact.quote}" for fact in facts)]).lower()


def years_of(texts: Iterable[str]) -> list[int]:
    """Every year of texts, in order."""
    return [int(year) for text in texts for year in YEAR.findall(text)]


def unused(names: Sequence[str], known: str) -> list[str]:
    """The names that do not stand in what is known, nor the last word of them, which is the telling one."""
    words = set(re.findall(r"\w+", known))
    return [name for name in names if name.lower() not in known and name.lower().split()[-1] not in words]


def _far(cities: Pairs, known: str) -> list[str]:
    """The cities of whose country the sources say nothing."""
    return [city for city, country in cities if country not in known]
