"""When two claims of the same attribute cannot both be true, and which of them is the later one.

("time", "born", "@")     1880 and 3 May 1881 are rivals, 1880 and 3 May 1880 are not
("place", "born", "@")    Lund and Kiruna are, Lund and Sweden are not (`augment.merging.places`)
("state", "lives")        Lund since 2010 and Kiruna since 2015 follow each other
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from augment.merging.meanings import Phrase
from augment.merging.places import Nearness, are_different_towns
from augment.merging.validity import are_apart

Attribute = tuple[str, ...]
"""The kind of an attribute: time, place, once, amount, number, name, never, same, state or ended.

What comes after the kind says which attribute of that kind it is.
"""


@dataclass(frozen=True)
class Value:
    """What a claim says of an attribute: the fields that its kind does not need are empty."""

    valid: tuple[str, str] = ("", "")
    words: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    phrases: frozenset[Phrase] = frozenset()
    holds: bool = True


def rivals(attribute: Attribute, values: Iterable[Value], nearness: Nearness) -> Iterator[tuple[Value, Value]]:
    """The pairs of values of one attribute of which only one can be true, or true now."""
    if attribute[0] == "never":
        values = list(values)
        pairs: Iterable[tuple[Value, Value]] = product(
            [value for value in values if not value.holds], [value for value in values if value.holds]
        )
    else:
        pairs = combinations(values, 2)
    yield from ((one, other) for one, other in pairs if is_rival(attribute, one, other, nearness))


def is_rival(attribute: Attribute, one: Value, other: Value, nearness: Nearness) -> bool:
    """Whether only one of two values of an attribute can be true, or true now."""
    match attribute[0]:
        case "time":
            return are_apart(one.valid, other.valid)
        case "once":
            nested = one.phrases <= other.phrases or other.phrases <= one.phrases
            return nested and are_apart(one.valid, other.valid)
        case "place":
            return are_different_towns(one.words, other.words, nearness)
        case "number":
            comparable = one.valid == other.valid or bool(one.valid[0] and other.valid[0])
            return comparable and len(one.numbers) == len(other.numbers) and one.numbers != other.numbers
        case "amount":
            return one.numbers != other.numbers
        case "name":
            return not one.words & other.words
        case "same":
            return (one.numbers == other.numbers) == are_apart(one.valid, other.valid)
        case "never":
            never, ever = (other, one) if one.holds else (one, other)
            return ever.holds and not never.holds and never.phrases <= ever.phrases
        case "ended":
            now, past = (one, other) if one.holds else (other, one)
            begins_again = bool(now.valid[0]) and now.valid[0] >= past.valid[1]
            return now.holds and not past.holds and now.phrases <= past.phrases and not begins_again
    return _is_other_state(attribute, one, other, nearness)


def is_later(attribute: Attribute, one: Value, other: Value) -> int:
    """1 where the first of two values took the other's place, -1 the other way round, 0 where no date says so.

    Who knows when a thing ended writes later than who knows nothing of an end.
    """
    if attribute[0] == "ended":
        return -1 if one.holds else 1
    changes = attribute[0] in ("state", "number")
    if not changes or not (one.valid[0] and other.valid[0]) or one.valid[0] == other.valid[0]:
        return 0
    return 1 if one.valid[0] > other.valid[0] else -1


def _is_other_state(attribute: Attribute, one: Value, other: Value, nearness: Nearness) -> bool:
    """Two dated states follow each other; without dates only homes and spouses exclude each other."""
    if is_later(attribute, one, other):
        return one.words != other.words or one.phrases != other.phrases
    if attribute[1] == "lives":
        return are_different_towns(one.words, other.words, nearness)
    return attribute[1] == "married" and bool(one.words and other.words) and not one.words & other.words
