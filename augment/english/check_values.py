"""Names, numbers and dates of an answer: whether the evidence has them, and in this place.

A value that the evidence has may still stand where another belongs: "in 1882 I moved" where the evidence has "In 1881
he moved, and in 1882 he married". So each value is laid into every place where the evidence has it, and into the
places of the other values of its kind; the words around it must fit one of its own as well as one of the others'.
"""

import re
from collections.abc import Iterator, Sequence

from augment.english.check_units import Unit, Units, same
from augment.english.check_words import is_function, is_verb_place, keys_of, says_something
from augment.english.lexicon import (
    DETERMINERS,
    FEMALE,
    KIN,
    MALE,
    NOT_A_PERSON,
    PERSON,
    PREPOSITIONS,
    TRANSITION,
    words,
)

Place = tuple[Units, int]

REACH = 4
"""Units on each side that tell a place from another (our judgement)."""
CLEARLY = 1.0
"""By how much a stranger's place must fit better before the value counts as misplaced (tuned on planted swaps)."""
ANCHORED = 2.0
"""The fit from which a value is tied to its place by the answer's own words (tuned on the rules' rows)."""
_DIRECTIONS = {"to": "to", "for": "to", "toward": "to", "towards": "to", "into": "to", "from": "from", "left": "from"}
_PASSED_OVER = DETERMINERS | TRANSITION | words("also even too just both who which do does did")
_REASONS = {"number": "unsupported_number", "date": "unsupported_date", "name": "unsupported_name"}


def borrowed_values(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[str]:
    """Values that only the question has."""
    yield from (detail for _, detail in missing_values(answer, evidence))


def missing_values(answer: Sequence[Units], known: Sequence[Units]) -> Iterator[tuple[str, str]]:
    """Numbers and dates, then names, that are in nothing known."""
    units = [unit for sentence in answer for unit in sentence]
    had = [unit for sentence in known for unit in sentence]
    for unit in units:
        if unit.kind in ("number", "date") and (lacking := _lacking(unit, had)):
            yield ("unsupported_number" if lacking[0].isdigit() else "unsupported_date"), lacking
    yield from (("unsupported_name", unit.text) for unit in units if unit.kind == "name" and not _has_name(unit, had))


def _lacking(value: Unit, had: Sequence[Unit]) -> str:
    """The part of a number or date that nothing known has, the whole date if its parts stand in several; '' if none."""
    values = [unit for unit in had if unit.kind in ("number", "date")]
    known = frozenset(key for unit in values for key in unit.keys)
    if new := sorted(value.keys - known):
        return new[-1]
    return "" if value.kind == "number" or any(value.keys <= unit.keys for unit in values) else value.text


def misplaced_values(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[tuple[str, str]]:
    """Values of full sentences that the evidence has elsewhere, where it has another in their place."""
    for sentence in answer:
        for index, unit in enumerate(sentence):
            own, others = _places(unit, evidence) if unit.kind in _REASONS or _is_person(unit) else ([], [])
            if not own or not others:
                continue
            rival = max(others, key=lambda place: fit((sentence, index), place))
            if fit((sentence, index), rival) > max(fit((sentence, index), place) for place in own) + CLEARLY:
                yield _reason(unit), f"{unit.text} where the evidence has {rival[0][rival[1]].text}"


def doubtful_values(answer: Sequence[Units], asked: Sequence[Unit], evidence: Sequence[Units]) -> Iterator[str]:
    """Values that no words around them tie to the evidence, where another is nearer to what was asked and said."""
    for sentence in answer:
        for index, unit in enumerate(sentence):
            own, others = _places(unit, evidence) if _is_value(unit, sentence) else ([], [])
            if not own or max(fit((sentence, index), place) for place in own) >= ANCHORED:
                continue
            others = [place for place in others if _may_answer(place, own, asked)]
            if _counts_other_things((sentence, index), own) or _is_pointed_elsewhere((sentence, index), own, others):
                yield unit.text
                continue
            if not others:
                continue
            said = [*asked, *(u for u in sentence if u is not unit and says_something(u))]
            said = [u for u in said if unit.kind == "date" or u.kind != "self"]
            if max(_nearness(said, place) for place in others) > max(_nearness(said, place) for place in own):
                yield unit.text


def stranded_values(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[str]:
    """Names, numbers and dates beside a verb that the evidence has, though beside another: 'emigrated in 1919'."""
    for sentence in answer:
        for index, unit in enumerate(sentence):
            verbs = _verbs_beside((sentence, index)) if unit.kind in _REASONS else []
            own, _ = _places(unit, evidence)
            near = [verb for place in own for verb in _verbs_beside(place)]
            known = [verb for verb in verbs if any(same(verb, other) for units in evidence for other in units)]
            if known and near and not any(keys_of(verb) & keys_of(other) for verb in known for other in near):
                yield f"{known[0].text} {unit.text}"


def _verbs_beside(place: Place) -> list[Unit]:
    """The nearest verb before a value, and two behind it: one may be in a relative clause."""
    units, index = place
    aside = _bracketed(units)
    verbs = [i for i, unit in enumerate(units) if says_something(unit) and i != index and is_verb_place(units, i)]
    verbs = [i for i in verbs if index in aside or i not in aside]
    before, after = [i for i in verbs if i < index][-1:], [i for i in verbs if i > index][:2]
    return [units[i] for i in (*before, *after)]


def _bracketed(units: Units) -> set[int]:
    """The positions inside brackets."""
    depth, inside = 0, set()
    for index, unit in enumerate(units):
        depth += (unit.text == "(") - (unit.text == ")")
        if depth > 0:
            inside.add(index)
    return inside


def _is_value(unit: Unit, sentence: Units) -> bool:
    """Whether a unit is a name, number or date, or the whole of an answer like "My father"."""
    return unit.kind in _REASONS or (_is_person(unit) and sum(map(says_something, sentence)) == 1)


def _is_person(unit: Unit) -> bool:
    return unit.kind == "word" and bool(unit.keys & (KIN | PERSON | MALE | FEMALE))


def _counts_other_things(place: Place, own: Sequence[Place]) -> bool:
    """Whether a number counts something else in the evidence: '40 prizes' of 'sold 40 copies and won a prize'."""
    units, index = place
    counted = next(
        (unit for unit in units[index + 1 : index + 2] if unit.kind == "word" and says_something(unit)), None
    )
    if units[index].kind != "number" or counted is None:
        return False
    near = [unit for there, i in own for unit in there[max(0, i - 1) : i + 4]]
    return not any(keys_of(unit) & keys_of(counted) for unit in near)


def _is_pointed_elsewhere(place: Place, own: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether the preposition of a value is another's in the evidence: "To Prague." of 'left Prague for Graz'."""
    wanted = _DIRECTIONS.get(_before(place), "")
    return (
        bool(wanted)
        and all(_DIRECTIONS.get(_before(p), "") != wanted for p in own)
        and any(_DIRECTIONS.get(_before(p), "") == wanted for p in others)
    )


def _may_answer(place: Place, own: Sequence[Place], asked: Sequence[Unit]) -> bool:
    """Whether a value may be what was asked for: it is not in the question, and stands behind a preposition if its
    rival does."""
    unit = place[0][place[1]]
    placed = any(_is_placed(other) for other in own)
    if any(_is_ordinal(unit) != _is_ordinal(units[index]) for units, index in own):
        return False
    if _is_thing(unit) and not any(_is_thing(units[index]) for units, index in own):
        return False
    return unit.role != "own" and not any(same(unit, known) for known in asked) and (_is_placed(place) or not placed)


def _is_placed(place: Place) -> bool:
    return _before(place) in PREPOSITIONS


def _before(place: Place) -> str:
    """The word before a value, determiners passed over."""
    units, index = place
    return next((unit.lower for unit in reversed(units[:index]) if unit.lower not in DETERMINERS), "")


def _is_thing(unit: Unit) -> bool:
    """Whether a name is an institution's or a country's by its words, and so no answer to "who"."""
    return unit.kind == "name" and bool(NOT_A_PERSON & set(unit.text.split()))


def _is_ordinal(unit: Unit) -> bool:
    return unit.kind == "number" and any(key[-1].isalpha() for key in unit.keys)


def _reason(unit: Unit) -> str:
    return "unsupported_number" if any(key.isdigit() for key in unit.keys) else _REASONS.get(unit.kind, "wrong_subject")


def fit(one: Place, other: Place) -> float:
    """How alike the surroundings of two units are: 1 for each in the same order and a common end, 0.5 for others."""
    total = 0.0
    around = [*_beside(other, -1), *_beside(other, 1)]
    for step in (-1, 1):
        left, right = _beside(one, step), _beside(other, step)
        run = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if not same(a, b)), None)
        run = min(len(left), len(right)) if run is None else run
        loose = [a for a in left[run:] if not is_function(a) and any(same(a, b) for b in around)]
        ends_both = run == len(left) == len(right) and 0 < run < REACH
        total += run + 0.5 * len(loose) + ends_both
    return total


def _beside(place: Place, step: int) -> list[Unit]:
    units, index = place
    side = units[index + 1 :] if step > 0 else units[:index][::-1]
    return [unit for unit in side if unit.kind != "mark" and unit.lower not in _PASSED_OVER][:REACH]


def _places(unit: Unit, evidence: Sequence[Units]) -> tuple[list[Place], list[Place]]:
    """Where the evidence has a value, and where it has another of its kind."""
    own, others = [], []
    for units in evidence:
        for index, found in enumerate(units):
            if same(found, unit):
                own.append((units, index))
            elif found.kind == unit.kind and (unit.kind != "word" or _is_person(found)):
                others.append((units, index))
    return own, others


def _nearness(asked: Sequence[Unit], place: Place) -> float:
    """How near a place is to the words that were asked with; names, numbers and dates count three times (tuned)."""
    units, index = place
    near = 0.0
    for wanted in asked:
        distances = [abs(index - i) for i, unit in enumerate(units) if i != index and keys_of(unit) & keys_of(wanted)]
        near += (1 if wanted.kind == "word" else 3) / (1 + min(distances)) if distances else 0.0
    return near


def _has_name(name: Unit, had: Sequence[Unit]) -> bool:
    """Whether the words of a name are known, and stand together somewhere if they are several."""
    if any(unit.kind in ("name", "self") and name.keys <= _spelled(unit) for unit in had):
        return True
    single = frozenset(key for unit in had for key in _spelled(unit))
    if not name.keys <= single:
        return False
    return len(name.keys) == 1 or any(
        name.keys <= frozenset(key for unit in had[start : start + 2 * len(name.keys)] for key in _spelled(unit))
        for start in range(len(had))
    )


def _spelled(unit: Unit) -> frozenset[str]:
    """The words of a unit in lower case."""
    return frozenset(re.findall(r"\w+", unit.lower)) | unit.keys


def has_predicate(units: Units) -> bool:
    """Whether a sentence says more than values: some word of its own that carries meaning."""
    return any(unit.kind == "word" and says_something(unit) for unit in units)
