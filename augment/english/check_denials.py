"""What an answer denies and its evidence affirms, and the other way round.

Each "not", "never" or "without" denies the next word behind it that carries meaning; "refused to" denies as well. A Yes
or No that the rest of the answer belies is a contradiction too.
"""

from collections.abc import Iterator, Sequence

from augment.english.check_units import Unit, Units, same
from augment.english.check_values import fit, has_predicate
from augment.english.check_words import NEGATORS, is_function, keys_of, says_something
from augment.english.grammar import lemmas
from augment.english.lexicon import words

_REFUSING = words("refuse fail decline neglect unable forbid")


def flipped(answer: Sequence[Units], evidence: Sequence[Units], question: Sequence[Units]) -> Iterator[str]:
    """What the answer denies and the evidence affirms, and the other way round."""
    heads = {target for units in evidence for target in _denied(units)}
    for units in answer:
        here = list(_denied(units))
        for place in here:
            if not _fits_one(place, heads) and _is_affirmed(place, evidence, heads):
                yield f"{_shown(place)} is denied"
        for index, unit in enumerate(units):
            if (
                _is_target(unit)
                and has_predicate(units)
                and not any(_same_place((units, index), place) for place in here)
            ):
                own = [(u, i) for u in evidence for i, other in enumerate(u) if same(other, unit)]
                if own and _best((units, index), own) in heads and not _is_denied_before(units, index):
                    yield f"{unit.text} is not denied"
    yield from _wrong_openings(answer, evidence, question, bool(heads))


def _wrong_openings(
    answer: Sequence[Units], evidence: Sequence[Units], question: Sequence[Units], evidence_denies: bool
) -> Iterator[str]:
    """A Yes or No that the rest of the answer, or else the evidence, belies."""
    opening = answer[0][0].lower if answer and answer[0] else ""
    asked = [unit for units in question for unit in units if says_something(unit)]
    if opening not in ("yes", "no") or not asked or any(list(_denied(units)) for units in question):
        return
    rest = [answer[0][1:], *answer[1:]]
    said = [unit for units in rest for unit in units if says_something(unit)]
    denied = [units[index] for units in rest for units, index in _denied(units)]
    if opening == "yes" and not said:
        targets = [u[i] for units in evidence for u, i in _denied(units)]
        yield from (f"yes to what is denied: {unit.text}" for unit in asked if any(same(unit, t) for t in targets))
    if opening == "yes":
        yield from (f"yes, and {unit.text} is denied" for unit in denied if any(same(unit, other) for other in asked))
        return
    carried = said or [unit for units in evidence for unit in units]
    repeats = all(any(keys_of(unit) & keys_of(other) for other in carried) for unit in asked)
    negated = any(same(unit, other) for unit in denied for other in asked)
    negated = negated or any(unit.lower in NEGATORS for unit in rest[0][:6])
    if repeats and not (negated if said else evidence_denies):
        yield "no to what is affirmed"


def _shown(place: tuple[Units, int]) -> str:
    return place[0][place[1]].text


def _denied(units: Units) -> Iterator[tuple[Units, int]]:
    """What each negator denies: the next unit behind it that carries meaning."""
    for index, unit in enumerate(units):
        after = units[index + 1].lower if index + 1 < len(units) else ""
        if unit.keys & _REFUSING and after == "to" and index + 2 < len(units):
            yield units, index + 2
        if unit.lower not in NEGATORS or after in ("only", "doubt", "longer") or (index == 0 and after == ","):
            continue
        end = next((i for i in range(index + 1, len(units)) if units[i].text in ";:()—"), len(units))
        ahead = range(index + 1, min(index + 7, end))
        target = next((i for i in ahead if _is_target(units[i])), None)
        if target is not None:
            yield units, target


def _is_target(unit: Unit) -> bool:
    return says_something(unit) or (unit.kind == "word" and not is_function(unit) and bool(lemmas(unit.text, "VERB")))


def _same_place(one: tuple[Units, int], other: tuple[Units, int]) -> bool:
    return one[0] is other[0] and one[1] == other[1]


def _fits_one(place: tuple[Units, int], denied: set[tuple[Units, int]]) -> bool:
    return any(same(place[0][place[1]], units[index]) for units, index in denied)


def _is_affirmed(place: tuple[Units, int], evidence: Sequence[Units], denied: set[tuple[Units, int]]) -> bool:
    """Whether the evidence has what is denied, undenied."""
    target = place[0][place[1]]
    return any(
        keys_of(unit) & keys_of(target) and (units, index) not in denied
        for units in evidence
        for index, unit in enumerate(units)
    )


def _best(place: tuple[Units, int], own: Sequence[tuple[Units, int]]) -> tuple[Units, int]:
    return max(own, key=lambda other: fit(place, other))


def _is_denied_before(units: Units, index: int) -> bool:
    """Whether a negator not far before has another word of the same denial for its target."""
    return any(unit.lower in NEGATORS for unit in units[max(index - 6, 1) : index])
