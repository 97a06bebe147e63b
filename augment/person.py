"""The person whom a page is about, as every rewriter and gate sees them."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

_STYLES = {"he": "Mr|Sir|Dr|Professor", "she": "Mrs|Ms|Miss|Dame|Dr|Professor", "they": "Mx|Dr|Professor"}


@dataclass(frozen=True)
class Person:
    """The person whom a page is about: the names it may use, the pronouns, and places that a name might be taken for.

    A surname is a name too: of "Grace Hopper", "Hopper". Middle names and initials may stand inside the full name.
    """

    name: str
    names: tuple[str, ...]
    pronouns: Literal["he", "she", "they"]
    places: frozenset[str] = field(default=frozenset(), compare=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the names, with a title before it."""
        given, _, surname = self.name.rpartition(" ")
        full = [f"{re.escape(given)}(?: [A-Z][a-z]*\\.?){{0,2}} {re.escape(surname)}"] if given else []
        known = sorted({*self.names, surname or self.name}, key=lambda name: (-len(name), name))
        names = "|".join([*full, *map(re.escape, known)])
        return re.compile(rf"(?:\b(?:{_STYLES[self.pronouns]})\.? )?(?<!\w)(?:{names})(?!\w)")

    @property
    def short_name(self) -> str:
        """The shortest name that is a name: the surname, as a rule."""
        return self.name.rpartition(" ")[2]
