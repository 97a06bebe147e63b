"""Who does what in a sentence, and what becomes of the self in it.

No parser: a subject and the verb right behind it make a deed, and "and" passes the subject on. Where a verb has no
such subject (infinitives, participles, far relative clauses) nothing is known of it.

    "Edison hired me."              hire: patient
    "I was hired by Edison."        hire: patient
    "My father moved to Graz."      move: other (father)
    "I moved and founded a firm."   move: agent, found: agent
"""

from dataclasses import dataclass

from augment.english.check_units import Unit, Units
from augment.english.check_words import NEGATORS, is_function, keys_of
from augment.english.grammar import (
    is_adverb,
    is_finite,
    is_noun,
    is_participle,
    is_plural,
    is_surely_finite,
    lemmas,
    past_of,
    third_of,
)
from augment.english.lexicon import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FEMALE,
    KIN,
    MALE,
    PERSON,
    PREPOSITIONS,
    TRANSITION,
    words,
)

AUX = AUXILIARIES | BE
_OTHERS = words("he she it they who which that this these those there")
_JOINTS = words("and or but , then")


@dataclass(frozen=True)
class Deed:
    """A verb with a known subject, and the part of the self in it.

    `role` is agent or patient, with a question mark where the pronoun may be somebody else's; other where the deed is
    somebody else's; passive where nobody is named who did it.
    """

    units: Units
    verb: int
    role: str
    subject: Unit

    @property
    def keys(self) -> frozenset[str]:
        """What the verb may be matched by."""
        return keys_of(self.units[self.verb])


def deeds(units: Units) -> list[Deed]:
    """The verbs with a known subject, in order."""
    found: dict[int, Deed] = {}
    current: Deed | None = None
    for index, unit in enumerate(units):
        verb, passive = _verb_after(units, index)
        if (
            verb is not None
            and verb == index + 1
            and unit.text == ","
            and (subject := _before_aside(units, index)) is not None
        ):
            current = found.setdefault(verb, _deed(units, subject, verb, passive))
        elif verb is not None and verb not in found and (head := _before_of(units, index)) is not None:
            current = found[verb] = _deed(units, head, verb, passive)
        elif verb is not None and verb not in found and _is_subject(units, index, verb):
            current = _deed(units, index, verb, passive)
            found[verb] = current
        elif current is not None and _goes_on(units, index, current):
            follower, passive = _verb_after(units, index)
            if follower is not None and follower not in found:
                found[follower] = Deed(
                    units, follower, _part(units, current.subject, follower, passive), current.subject
                )
        elif unit.lower in ("who", "which", "where", "because", "when", ";"):
            current = None
        if unit.kind == "self" and unit.role == "object" and index - 1 not in found and _is_bare_verb(units, index - 1):
            found[index - 1] = Deed(units, index - 1, "patient" if unit.sure else "patient?", units[0])
    return [found[verb] for verb in sorted(found)]


def _before_aside(units: Units, index: int) -> int | None:
    """The subject before the aside that the comma at `index` closes: 'His father, Milo, was'."""
    opening = next((i for i in range(index - 1, max(index - 10, 0), -1) if units[i].text == ","), None)
    inside = units[opening + 1 : index] if opening else ()
    if opening is None or any(unit.kind == "self" or past_of(unit.text) or unit.lower in AUX for unit in inside):
        return None
    head = units[opening - 1]
    is_head = head.kind in ("self", "name") or (head.kind == "word" and is_noun(head.text) and not is_function(head))
    return opening - 1 if is_head and not _is_behind_preposition(units, opening - 1) else None


def _before_of(units: Units, index: int) -> int | None:
    """The head of 'the city of Norwich' at its last word, where that is a name."""
    head = index - 2
    is_one = head >= 0 and units[index].kind == "name" and units[index - 1].lower == "of" and units[head].kind == "word"
    return head if is_one and is_noun(units[head].text) and not _is_behind_preposition(units, head) else None


def _is_bare_verb(units: Units, index: int) -> bool:
    """Whether a past tense stands here whose subject is too far away to be known."""
    return (
        index > 0 and units[index].kind == "word" and bool(past_of(units[index].text)) and units[index].lower not in AUX
    )


def _deed(units: Units, subject: int, verb: int, passive: bool) -> Deed:
    head = units[subject]
    if head.lower in ("who", "which", "that") and subject:
        head = next((u for u in reversed(units[:subject]) if u.kind != "mark"), head)
    return Deed(units, verb, _part(units, head, verb, passive), head)


def _part(units: Units, subject: Unit, verb: int, passive: bool) -> str:
    """The part of the self in a deed."""
    if subject.kind == "self":
        return ("patient" if passive else "agent") + ("" if subject.sure else "?")
    behind = units[verb + 1 : verb + 9]
    for place, unit in enumerate(behind):
        if unit.kind == "self" and unit.role in ("object", "any"):
            before = behind[place - 1].lower if place else ""
            if before == "by" and passive:
                return "agent"
            if not place or (before not in PREPOSITIONS and place < 3 and behind[0].lower not in _JOINTS):
                return "patient" if unit.sure else "patient?"
    return "passive" if passive and not any(unit.lower == "by" for unit in behind) else "other"


def _verb_after(units: Units, index: int) -> tuple[int | None, bool]:
    """The main verb right behind a unit, adverbs and auxiliaries passed over, and whether it is passive."""
    place, aux, be = _behind_bracket(units, index + 1), "", False
    while place < len(units) and (units[place].kind == "word" or _is_aside(units, place)):
        unit = units[place]
        if unit.text == ",":
            place += 3
            continue
        if unit.lower in AUX and unit.text[0].islower():
            aux, be = unit.lower, be or unit.lower in BE or (bool(aux) and unit.lower == "been")
        elif not (unit.lower in NEGATORS or (is_adverb(unit.text) and not past_of(unit.text))):
            break
        place += 1
    main = units[place] if place < len(units) else None
    if main is not None and main.kind == "word" and _can_be_main(units[index], main, aux):
        return place, (be or aux == "got") and is_participle(main.text) and not main.lower.endswith("ing")
    last = next((i for i in range(place - 1, index, -1) if units[i].lower in AUX), None)
    return (last, False) if last is not None and units[last].lower in BE | {"have", "has", "had"} else (None, False)


def _is_aside(units: Units, index: int) -> bool:
    """Whether ", however," stands here."""
    aside = units[index : index + 3]
    return len(aside) == 3 and aside[0].text == aside[2].text == "," and aside[1].lower in TRANSITION


def _behind_bracket(units: Units, index: int) -> int:
    """Just behind the bracket that opens at `index`; `index` itself if none does."""
    if index >= len(units) or units[index].text != "(":
        return index
    return next((i + 1 for i in range(index, len(units)) if units[i].text == ")"), index)


def _can_be_main(subject: Unit, word: Unit, aux: str) -> bool:
    """Whether a word can be the main verb behind a subject and this auxiliary."""
    if word.lower in DETERMINERS | PREPOSITIONS:
        return False
    if aux in BE:
        return is_participle(word.text) or word.lower.endswith("ing")
    if aux:
        return bool(lemmas(word.text, "VERB"))
    if subject.kind == "self" or subject.lower in ("they", "who", "which", "that"):
        return bool(lemmas(word.text, "VERB"))
    return is_finite(word.text)


def _is_subject(units: Units, index: int, verb: int) -> bool:
    """Whether a unit is the subject of the verb behind it."""
    unit = units[index]
    if unit.kind == "self":
        return unit.role in ("subject", "any")
    if _is_behind_preposition(units, index):
        return False
    if unit.kind == "name":
        return True
    if unit.kind != "word":
        return False
    if unit.lower in _OTHERS:
        return not (index and unit.lower == "that" and units[index - 1].lower in PREPOSITIONS)
    opens = index == 0 and unit.text[0].isupper() and unit.lower not in DETERMINERS and not is_plural(unit.text)
    opens = opens or (is_somebody(unit) and bool(past_of(units[verb].text)))
    sure = opens or is_surely_finite(units[verb].text) or any(u.lower in AUX for u in units[index + 1 : verb + 1])
    after = units[verb + 1] if verb + 1 < len(units) else unit
    return is_noun(unit.text) and not is_function(unit) and (sure or (after.kind == "self" and after.role == "object"))


def _is_behind_preposition(units: Units, index: int) -> bool:
    """Whether a noun belongs to a preposition and so is no subject: 'Voss at this time was ill'."""
    before = index - 1
    while (
        before >= 0
        and units[before].kind != "mark"
        and (units[before].lower in DETERMINERS or lemmas(units[before].text, "ADJ") or units[before].kind == "self")
    ):
        before -= 1
    return before >= 0 and units[before].lower in PREPOSITIONS - words("after before since until as than")


def _goes_on(units: Units, index: int, current: Deed) -> bool:
    """Whether a joint stands here behind which a finite verb takes the subject before."""
    if units[index].lower not in _JOINTS or index + 1 >= len(units) or index < current.verb:
        return False
    verb = _verb_after(units, index)[0]
    if verb is None or units[verb].kind != "word":
        return False
    word = units[verb].text
    bent = bool(past_of(word)) or (bool(third_of(word)) and not is_plural(word))
    bent = bent and not (units[index].text == "," and is_participle(word))  # ", titled by Hale": no finite verb
    aux = any(u.lower in AUX for u in units[index + 1 : verb + 1])
    return aux or bent or (current.subject.kind == "self" and bool(lemmas(word, "VERB")) and not is_noun(word))


def is_somebody(unit: Unit) -> bool:
    """Whether a unit is a name, or a noun for a human being."""
    return unit.kind == "name" or bool(unit.keys & (KIN | MALE | FEMALE | PERSON))
