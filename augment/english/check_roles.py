"""Whether the self has the same part in an answer as in its evidence: doer, sufferer, owner.

What is not known of a verb (see `augment.english.check_deeds`) is not held against an answer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from augment.english.check_deeds import AUX, Deed, deeds, is_somebody
from augment.english.check_units import Unit, Units, same
from augment.english.check_values import fit
from augment.english.check_words import is_function, keys_of, says_something
from augment.english.grammar import is_adverb, is_noun, is_participle, past_of
from augment.english.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, words

_BEFORE_NOUNS = DETERMINERS - words("that this these those") | {"'s", "’s"}
_VAGUE = words("do get let")


def wrong_roles(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[tuple[str, str]]:
    """Deeds of the answer in which the evidence has another part for the self: (reason, deed)."""
    known = [deed for units in evidence for deed in deeds(units)]
    for units in answer:
        for deed in deeds(units):
            shown = f"{deed.subject.text} {units[deed.verb].text}"
            if _is_own_object(deed):
                yield "wrong_subject", shown
            if _is_made_of_noun(deed, evidence):
                yield "entailment_undecided", shown
            rivals = _likest(deed, known)
            if not rivals or deed.units[deed.verb].keys & _VAGUE or _is_told_otherwise(deed, evidence, known):
                continue
            roles = {rival.role for rival in rivals}
            asks = deed.role == "other" and deed.subject.lower in ("who", "what", "which")
            if asks or deed.role.endswith("?") or deed.role == "passive" or _is_company(deed, evidence):
                continue
            unclear = {"agent?", "patient?", "passive"} if deed.role == "other" else {"passive"}
            if roles & unclear and deed.role not in roles:
                yield "entailment_undecided", shown
                continue
            roles = {role.removesuffix("?") for role in roles}
            if deed.role not in roles and {deed.role, *roles} & {"agent", "patient"}:
                swapped = {deed.role} | roles >= {"agent", "patient"}
                yield ("swapped_roles" if swapped else "wrong_subject"), shown
            elif deed.subject.kind != "self" and not any(_may_be(deed.subject, r) for r in rivals):
                yield "wrong_subject", shown


def _is_made_of_noun(deed: Deed, evidence: Sequence[Units]) -> bool:
    """Whether the evidence has a verb as a noun only: 'the lectures' for "I lectured"."""
    places = [(units, i) for units in evidence for i, unit in enumerate(units) if keys_of(unit) & deed.keys]
    nouns = [(units, i) for units, i in places if i and units[i - 1].lower in _BEFORE_NOUNS]
    owned = [(units, i) for units, i in places if i and units[i - 1].role == "possessive"]
    return bool(places) and not _is_weak(deed) and len(nouns) + len(owned) == len(places)


def _is_company(deed: Deed, evidence: Sequence[Units]) -> bool:
    """Whether the subject did it "with me", and the evidence has it as company: 'he moved with Anna Hale'."""
    behind = deed.units[deed.verb + 1 :]
    with_me = any(a.lower in ("with", "beside") and b.kind == "self" for a, b in pairwise(behind))
    return with_me and any(
        a.lower in ("with", "and") and same(b, deed.subject) for units in evidence for a, b in pairwise(units)
    )


def _is_own_object(deed: Deed) -> bool:
    """Whether the self does something to "me", or is "my" own relative: English says "myself", and means neither."""
    behind = [
        unit for unit in deed.units[deed.verb + 1 : deed.verb + 3] if unit.kind != "word" or not is_adverb(unit.text)
    ]
    if deed.role != "agent" or not behind or behind[0].kind != "self":
        return False
    is_relative = len(behind) > 1 and is_somebody(behind[1]) and bool(deed.units[deed.verb].keys & {"be"})
    return behind[0].lower == "me" or (behind[0].role == "possessive" and is_relative)


def wrong_owners(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[tuple[str, str]]:
    """Things that the answer gives the self where the evidence has them with another owner, or the other way round."""
    for units in answer:
        for index, unit in enumerate(units):
            owner = _owner(units, index)
            if unit.kind != "word" or owner is None or not is_noun(unit.text):
                continue
            found = [(other, i) for other in evidence for i, u in enumerate(other) if same(u, unit)]
            owners = {owned for other, i in found if (owned := _owner(other, i))}
            if found and owners and owner not in owners and not any(_owner(other, i) is None for other, i in found):
                yield "wrong_subject", f"{units[index - 1].text} {unit.text}"


def _likest(deed: Deed, known: Sequence[Deed]) -> list[Deed]:
    """The deeds of the same verb, in the likest surroundings."""
    found = [other for other in known if other.keys & deed.keys and (not _is_weak(deed) or _is_alike(deed, other))]
    best = max((_fit(deed, other) for other in found), default=0.0)
    return [other for other in found if _fit(deed, other) >= best - 0.5]


def _is_alike(one: Deed, other: Deed) -> bool:
    """Whether something behind one verb stands behind the other as well, no comma or preposition between."""
    return any(same(unit, beside) for unit in _behind(one) for beside in _behind(other))


def _behind(deed: Deed) -> list[Unit]:
    """The units of meaning right behind a verb."""
    behind = deed.units[deed.verb + 1 : deed.verb + 9]
    end = next((i for i, unit in enumerate(behind) if unit.text in ",;:()"), len(behind))
    return [unit for unit in behind[:end] if says_something(unit)]


def _is_weak(deed: Deed) -> bool:
    """Whether the verb says nothing alone: be, have."""
    return bool(deed.units[deed.verb].keys & {"be", "have"})


def _fit(one: Deed, other: Deed) -> float:
    return fit((one.units, one.verb), (other.units, other.verb))


def _is_told_otherwise(deed: Deed, evidence: Sequence[Units], known: Sequence[Deed]) -> bool:
    """Whether the evidence has the verb in a place whose subject is not known, and which fits as well or better."""
    placed = {(id(other.units), other.verb) for other in known}
    best = max((_fit(deed, other) for other in _likest(deed, known)), default=0.0)
    return any(
        fit((deed.units, deed.verb), (units, index)) >= best
        for units in evidence
        for index, unit in enumerate(units)
        if unit.kind == "word" and keys_of(unit) & deed.keys and (id(units), index) not in placed
    )


def _may_be(subject: Unit, rival: Deed) -> bool:
    """Whether two subjects may be one. Pronouns may be anybody, 'a clerk named Hale' is both; things do not count."""
    if same(subject, rival.subject) or not (is_somebody(subject) and is_somebody(rival.subject)):
        return True
    near = rival.units[max(rival.verb - 6, 0) : rival.verb]
    return subject.kind != rival.subject.kind and any(same(subject, unit) for unit in near)


def _owner(units: Units, index: int) -> str | None:
    """'self' or 'other' where a unit not far before owns this one; None where nobody is named as its owner."""
    before = index - 1
    while before > max(index - 4, 0) and units[before].kind == "word" and not is_function(units[before]):
        before -= 1
    if before < 0:
        return None
    unit = units[before]
    if unit.kind == "self" and unit.role in ("possessive", "any"):
        return "self" if unit.sure else None
    return "other" if unit.lower in ("'s", "’s", "their", "his", "her", "its") else None


def wrong_objects(answer: Sequence[Units], evidence: Sequence[Units]) -> Iterator[str]:
    """What a deed is done to in the answer, but another deed in the evidence; what the self is, but not there."""
    for units in answer:
        for deed in deeds(units):
            first, last = _object(units, deed.verb)
            if first is None or last is None:
                continue
            if units[deed.verb].keys & {"be"}:
                is_noun_phrase = is_somebody(units[last]) or units[deed.verb + 1].lower in ("a", "an")
                if deed.role == "agent" and is_noun_phrase and not _is_called(units[last], evidence):
                    yield units[last].text
            elif not all(_is_done_to(deed, units[index], evidence) for index in (first, last)):
                yield f"{units[deed.verb].text} {units[last].text}"


def _is_done_to(deed: Deed, thing: Unit, evidence: Sequence[Units]) -> bool:
    """Whether a sentence with the verb has the thing behind it, or none has the verb."""
    homes = [units for units in evidence if any(u.kind == "word" and keys_of(u) & deed.keys for u in units)]
    return not homes or any(_reaches(deed, thing, units) for units in homes)


def _object(units: Units, verb: int) -> tuple[int | None, int | None]:
    """The first and the last unit of meaning of the thing behind an active verb, no preposition between."""
    first = last = None
    verbs = {deed.verb for deed in deeds(units)}
    for index in range(verb + 1, min(verb + 7, len(units))):
        unit = units[index]
        if index in verbs:
            break
        stops = PREPOSITIONS | AUX | words("that who which when where how why and or but if because")
        if unit.lower in stops or unit.kind in ("mark", "date", "number") or unit.role == "subject":
            break
        if says_something(unit) and not is_adverb(unit.text):
            first, last = first if first is not None else index, index
    return first, last


def _reaches(deed: Deed, wanted: Unit, units: Units) -> bool:
    """Whether a sentence has the thing behind the verb with no other deed between, or the verb passive."""
    verbs = [i for i, unit in enumerate(units) if unit.kind == "word" and keys_of(unit) & deed.keys]
    things = [i for i, unit in enumerate(units) if same(unit, wanted)]
    starts = [deed.verb for deed in deeds(units)]
    return any(
        (verb < thing and not any(verb < start < thing for start in starts))
        or any(unit.lower in ("which", "that", "whom") for unit in units[max(thing, verb - 5) : verb])
        or _is_passive(units, verb)
        for verb in verbs
        for thing in things
    )


def _is_passive(units: Units, verb: int) -> bool:
    """Whether a participle stands behind a noun or a form of "be", and so is no deed of a subject."""
    before = units[verb - 1] if verb else units[verb]
    is_behind = before.kind == "name" or before.lower in AUX or (before.kind == "word" and is_noun(before.text))
    active = {deed.verb for deed in deeds(units) if deed.role in ("agent", "other")}
    return is_behind and is_participle(units[verb].text) and verb not in active


def _is_called(word: Unit, evidence: Sequence[Units]) -> bool:
    """Whether somebody is said to be this: behind be, become or as, or beside a name between commas."""
    for units in evidence:
        for index, unit in enumerate(units):
            after = units[index + 1] if index + 1 < len(units) else unit
            if not same(unit, word) or (after.kind == "name" and after is not unit):
                continue  # "the painter Tom Askew" is Askew
            before = index - 1
            while before > 0 and (
                units[before].lower in DETERMINERS | ADVERBS
                or (units[before].kind == "word" and not is_function(units[before]) and not past_of(units[before].text))
                or units[before].kind == "name"
            ):
                before -= 1
            if units[before].kind in ("self", "mark") or units[before].lower in AUX | words("as become became and or"):
                return True
    return False
