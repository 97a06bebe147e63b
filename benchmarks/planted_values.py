"""Wrong values planted into correct rows: numbers, dates, names and places; and where they are taken from.

What is written is never true by chance: a value is changed for one that shares no word with it and is not listed
beside it. The nearer the better: of the same sentence, of the same passage, of the same person's other passages.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from augment.english.lexicon import DAYS, FUNCTION_WORDS, MONTHS, NUMBERS
from benchmarks.planted_rows import Row

NAME = r"[A-ZÀ-Ž][\w-]*\w(?: (?:(?:of|von|van|de) )?[A-ZÀ-Ž][\w-]*\w)*"
_PLACED = re.compile(rf"\b(?:in|at|to|near|from|outside|into) ({NAME})(?![\w-]|['’]s)")
_SPELLED = sorted(NUMBERS - {"one"})


@dataclass(frozen=True)
class Pool:
    """All passages of one person, from which wrong values are taken."""

    passages: tuple[str, ...]
    rows: tuple[Row, ...]

    @cached_property
    def places(self) -> list[str]:
        """Names behind "in", "to" and the like."""
        return sorted({place for text in self.passages for place in _PLACED.findall(text)} - MONTHS - DAYS)

    @cached_property
    def names(self) -> list[str]:
        """Names of several words: people, firms, things."""
        found = {name for text in self.passages for name in find_names(text) if " " in name}
        return sorted(found - set(self.places))


def number(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """Another year or amount: a near one, or one of the same passage."""
    written = rf"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w,.]*\d)|\b(?:{'|'.join(_SPELLED)})\b"
    found = list(re.finditer(written, row.answer))
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    shape = re.sub(r"\d", "0", old)
    beside = {n for n in re.findall(r"(?<![\w.,])\d+(?:[.,]\d+)*", row.passage) if re.sub(r"\d", "0", n) == shape}
    beside -= set(re.findall(r"\d+(?:[.,]\d+)*", row.answer))
    if old in _SPELLED:
        new = rng.choice([word for word in _SPELLED if word not in row.evidence.lower()])
    elif beside and rng.random() < 0.5:
        new = rng.choice(sorted(beside))
    else:
        digits = [i for i, sign in enumerate(old) if sign.isdigit()]
        place = digits[-1] if len(digits) < 3 else rng.choice(digits[-2:])
        new = old[:place] + rng.choice([d for d in "123456789" if d != old[place]]) + old[place + 1 :]
    return None if new in _values_beside(row, old) else replaced(row.answer, match, new)


def date(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """Another month, weekday or day of the month."""
    found = list(re.finditer(r"\b(?:" + "|".join(sorted((MONTHS | DAYS) - {"May", "March"})) + r")\b", row.answer))
    found += list(re.finditer(r"\b\d{1,2}(?= (?:" + "|".join(sorted(MONTHS)) + r")\b)", row.answer))
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    group = MONTHS if old in MONTHS else DAYS if old in DAYS else {str(day) for day in range(1, 29)}
    elsewhere = [value for value in group if re.search(rf"\b{value}\b", row.passage) and value != old]
    new = rng.choice(sorted(elsewhere if elsewhere and rng.random() < 0.5 else group - {old}))
    return replaced(row.answer, match, new)


def name(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """Another name: of the same sentence or passage where there is one, else of the same person's other passages."""
    known = [
        m
        for m in re.finditer(rf"(?<![A-Z.] ){NAME}(?![\w-]| [A-Z])", row.answer)
        if is_name(m.group(), row) and m.group() not in pool.places
    ]
    return _other_name(row, known, pool.names, pool, rng)


def place(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """Another place behind in, at, to, near, from."""
    known = [m for m in re.finditer(NAME, row.answer) if m.group() in pool.places]
    return _other_name(row, known, pool.places, pool, rng)


def find_names(text: str) -> list[str]:
    """Capitalised phrases of a text that do not open a sentence."""
    found = (m.group() for m in re.finditer(rf"(?<=[a-z,] ){NAME}(?![\w-]| [A-Z])", text))
    return [re.sub(r"['’]s?$", "", name) for name in found if not re.search(r"['’]s? ", name)]


def is_name(text: str, row: Row) -> bool:
    """Whether a capitalised phrase is the name of somebody or something else."""
    first = text.split()[0]
    plain = first.lower() in FUNCTION_WORDS or first in MONTHS | DAYS | {"I", "My", "Yes", "No"}
    return not plain and not row.person.pattern.search(text) and len(text) > 3


def _other_name(
    row: Row, found: Sequence[re.Match[str]], names: Sequence[str], pool: Pool, rng: random.Random
) -> str | None:
    """The answer with one of the names found changed for another: as near a one as there is."""
    if not found:
        return None
    match = rng.choice(found)
    own = set(re.findall(r"\w+", f"{match.group()} {row.person.name}".lower()))
    names = [name for name in names if name.split()[0].lower() not in FUNCTION_WORDS]
    fit = [n for n in names if not own & set(re.findall(r"\w+", n.lower())) and not row.person.pattern.search(n)]
    beside = _values_beside(row, match.group())
    fit = [
        n
        for n in fit
        if (n not in beside and n not in row.answer) or (n in row.answer and n not in beside and len(found) > 1)
    ]
    near = [n for n in fit if n in row.evidence] or [n for n in fit if n in row.passage] or fit
    return replaced(row.answer, match, rng.choice(near)) if near else None


def _values_beside(row: Row, value: str) -> str:
    """The words listed together with a value: 'Budapest and Prague', '1892, 1893 and 1894'."""
    escaped = re.escape(value)
    near = re.search(
        rf"(?:[\w'’-]+ ){{0,3}}[\w'’-]+,? (?:and |or )?{escaped},? (?:and|or) (?:[\w'’-]+ ?){{1,3}}", row.evidence
    )
    lists = re.search(
        rf"(?:(?:[A-Z][\w'’-]+ ?){{1,3}}, )*(?:and |or )?{escaped}(?:, (?:and |or )?(?:[A-Z][\w'’-]+ ?){{1,3}})*",
        row.evidence,
    )
    return f"{near.group() if near else ''} {lists.group() if lists else ''}"


def replaced(text: str, match: re.Match[str], new: str) -> str:
    """The text with one match changed."""
    return text[: match.start()] + new + text[match.end() :]
