"""The person's given name standing alone: 'Nikola suffered a breakdown', as pages call a child among its family.

It is taken for the person only where the page gives it to nobody else: no other surname behind it, no title, number or
relative's noun before it.
"""

import re
from dataclasses import replace

from augment.english.grammar import lemmas
from augment.english.lexicon import FEMALE, FUNCTION_WORDS, MALE, MONTHS
from augment.person import Person

_ROYAL = "King|Queen|Prince|Princess|Duke|Duchess|Archduke|Archduchess|Emperor|Empress|Tsar|Pope|Saint|St\\.?|Lord|Lady"
_KIN = "|".join(sorted(MALE | FEMALE | {"cousin", "twin", "named", "called", "christened", "baptised", "baptized"}))


def given_name(person: Person) -> str:
    """The first of several names, '' where there is one only, or where it may be a plain English word."""
    first, _, rest = person.name.partition(" ")
    is_word = first.lower() in FUNCTION_WORDS or first in MONTHS
    is_word = is_word or any(lemma.islower() for kind in ("VERB", "ADJ", "ADV") for lemma in lemmas(first, kind))
    return first if rest and len(first) > 2 and first.isalpha() and not is_word else ""


def with_given_name(person: Person, page: str) -> Person:
    """The person with the given name among the names, if `page` gives it to nobody else."""
    given = given_name(person)
    if not given or given in person.names or not re.search(rf"\b{given}\b", page):
        return person
    others = re.sub(person.pattern, " ", page)
    elsewhere = rf"\b(?:{_ROYAL}) {given}\b|\b(?i:{_KIN}),? {given}\b|\b{given}(?: [A-ZÀ-Ž]|-| (?:of|the|von|van|de)\b)"
    is_shared = re.search(elsewhere, others) or re.search(rf"[A-ZÀ-Ž]\w+ {given}\b", others)
    is_shared = is_shared or re.search(rf"\b(?i:{_KIN})(?: of| to)?,? {given}\b", page)  # "the grandson of Ludwig ..."
    return person if is_shared else replace(person, names=(*person.names, given))


def without_given_name(person: Person) -> Person:
    """The person as whoever has not read the page knows them."""
    given = given_name(person)
    return replace(person, names=tuple(name for name in person.names if name != given), places=frozenset())
