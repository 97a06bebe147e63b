"""What can be true in one way only: the attributes of a claim, with the value that the claim gives them.

    "Ida Voss was born in Lund in 1880."        ("time", "born", "@")    1880
                                                ("place", "born", "@")   Lund
    "Ida Voss had four children."               ("number", "@ had # children")   4
    "Voss founded Hale Works in 1901."          ("once", "@ founded hale works")  1901
    "Voss never married."                       ("never", "@", "married")   no

Precise before complete: who moved to Lund in 1881 may have moved there again in 1890, and two prizes are no
contradiction. What can contradict is only what happens once (birth, death, founding a named thing), what is counted or
measured, who the parents are, what the person never did, and what two sources tell at length in the same words but for
a date or a number; besides them, the states of today: where one lives, whom one is married to.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from augment.english.grammar import is_participle
from augment.english.lexicon import words
from augment.merging.kinds import marked
from augment.merging.meanings import Meaning, Phrase
from augment.merging.places import towns_of
from augment.merging.values import Attribute, Value
from augment.person import Person


def attributes_of(claim: str, meaning: Meaning, person: Person) -> Iterator[tuple[Attribute, Value]]:
    """The attributes of one claim about this person, with their values."""
    if meaning.language == "zh":
        yield from _chinese_life(meaning)
        return
    yield from _life(meaning)
    yield from _once(meaning)
    yield from _counts(meaning)
    yield from _parents(marked(claim, person))
    yield from _never(meaning)
    yield from _same(meaning)
    yield from _states(meaning)
    yield from _ended(meaning)


_LIFE: dict[Phrase, str] = {
    ("was", "born"): "born",
    ("died",): "died",
    ("was", "buried"): "buried",
    ("is", "buried"): "buried",
    ("was", "cremated"): "cremated",
    ("was", "baptised"): "baptised",
    ("was", "baptized"): "baptised",
    ("was", "christened"): "baptised",
}
_ONE_OF_A_KIND: tuple[Phrase, ...] = (("@",), ("@", "'s", "father"), ("@", "'s", "mother"))


def _life(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """When, where and at what age the person or a parent was born, died, was buried."""
    for subject in _ONE_OF_A_KIND:
        for verb, event in _LIFE.items():
            if meaning.core[: len(subject) + len(verb)] == subject + verb:
                yield from _life_event(meaning, event, " ".join(subject))


def _life_event(meaning: Meaning, event: str, subject: str) -> Iterator[tuple[Attribute, Value]]:
    if all(meaning.valid):
        yield ("time", event, subject), Value(valid=meaning.valid)
    if towns := _towns(meaning):
        yield ("place", event, subject), Value(words=towns)
    for phrase in meaning.phrases:
        if phrase[:3] == ("at", "age", "of") or phrase[:1] == ("aged",):
            yield (
                ("amount", "age", event, subject),
                Value(numbers=tuple(word for word in phrase if word.startswith("#"))),
            )


def _towns(meaning: Meaning) -> frozenset[str]:
    """The towns in which something was, by its phrases with "in" and "at"."""
    places = [phrase for phrase in meaning.phrases if phrase[0] in ("in", "at") and "'s" not in phrase]
    return towns_of(word for phrase in places for word in phrase if word in meaning.named)


_ONCE = words(
    "founded co-founded cofounded established invented co-invented patented published premiered completed finished "
    "sold bought purchased divorced married"
)
_ONCE_OWNED = words("completed finished divorced")
_ONCE_ALONE = words("graduated")
_AT_ONE_PLACE = words("founded co-founded cofounded established married")


def _once(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """When and where something was done that is done once: to what has a name, seldom to what is only "hers"."""
    verb, thing = "".join(meaning.core[1:2]), set(meaning.core[2:])
    is_named = bool(meaning.named & thing) and not {"a", "an", "some", "more"} & thing
    is_owned = verb in _ONCE_OWNED and bool(words("his her their its") & thing)
    is_alone = verb in _ONCE_ALONE and bool(meaning.phrases)
    is_once = (verb in _ONCE and is_named) or is_owned or is_alone or (verb == "became" and "citizen" in thing)
    if not is_once or meaning.core[0] != "@":
        return
    if all(meaning.valid):
        yield ("once", " ".join(meaning.core)), Value(valid=meaning.valid, phrases=meaning.phrases)
    if verb in _AT_ONE_PLACE and (towns := _towns(meaning)):
        yield ("place", " ".join(meaning.core)), Value(words=towns)
    if verb == "married" and all(meaning.valid):
        yield ("name", "married", meaning.valid[0][:4]), Value(words=meaning.named & thing)


_STATES = words("was is had has spoke speaks weighed weighs stood stands measured owned owns employed employs numbered")
_ROUNDED = words("about around over under nearly almost some least approximately roughly circa than most")
_AGES = words("old aged age when while o'clock o percent")


def _counts(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """What is counted or measured: 'had # children', 'was # feet # inches tall', 'sold the Works for # dollars'."""
    everything = [*meaning.core, *(word for phrase in sorted(meaning.phrases) for word in phrase)]
    numbers = tuple(word for word in everything if word.startswith("#"))
    is_state = bool(set(numbers) & set(meaning.core)) and _is_state(meaning.core[:6])
    is_sale = meaning.core[1:2] in (("sold",), ("bought",), ("purchased",)) and bool(meaning.named & set(meaning.core))
    is_exact = not (_AGES & set(everything) or _is_rounded(everything))
    if numbers and is_exact and (is_state or is_sale) and "@" in meaning.core[:5]:
        mask = " ".join("#" if word.startswith("#") else word for word in everything)
        yield ("number" if is_state else "amount", mask), Value(numbers=numbers, valid=meaning.valid)


def _is_state(opening_words: Sequence[str]) -> bool:
    """Whether a verb of a state opens a claim, and not a passive or pluperfect: those happen, and may happen again."""
    opening = list(pairwise([*opening_words[1:], ""]))
    is_event = any(verb in ("was", "is", "had") and is_participle(after) for verb, after in opening)
    return not is_event and any(verb in _STATES for verb, _ in opening)


def _is_rounded(said: Sequence[str]) -> bool:
    """Whether a number is only about right: 'over 50', 'at least 50'."""
    return any(word in _ROUNDED and number.startswith("#") for word, number in pairwise(said))


LEAST_SAME = 6
"""Words, besides the person, from which on two claims that differ in a date alone tell one event (our judgement)."""
_REPEATED = words(
    "won wins received awarded elected re-elected appointed played visited toured returned ran performed exhibited "
    "appeared published lectured taught met competed nominated scored released directed starred conducted travelled "
    "traveled again second third every each annual monthly weekly daily sometimes often"
)


def _same(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """An event told at length, if it is none that comes again and again: the words are the attribute."""
    everything = [*meaning.core, *(word for phrase in sorted(meaning.phrases) for word in phrase)]
    is_event = meaning.valid[0] == meaning.valid[1] != "" and not _REPEATED & set(everything)
    is_long = sum(word != "@" for word in everything) >= LEAST_SAME
    if is_event and is_long and "@" in everything and not _is_rounded(everything):
        numbers = tuple(word for word in everything if word.startswith("#"))
        mask = " ".join("#" if word.startswith("#") else word for word in everything)
        yield ("same", mask), Value(numbers=numbers, valid=meaning.valid)


_CAPITAL = r"[A-ZÀ-ŽĐ][\w'’.-]*"
_NAME = rf"(?:{_CAPITAL}|@)(?: (?:{_CAPITAL}|@|of|von|van|de|der|née|\({_CAPITAL}\)))*"
_PARENT = re.compile(
    rf"^@['’]s (father|mother)(?:, ({_NAME}),| (?:was|is) (?:named |called )?({_NAME})(?=[.,;(]|$| and ))"
)
_NO_NAMES = words("of von van de der née the dr mr mrs sir @")


def _parents(text: str) -> Iterator[tuple[Attribute, Value]]:
    """The name of a parent. One word after "was" may be 'Swedish', so there it takes two; no name has "of"."""
    match = _PARENT.match(text)
    if match and (match[2] or " " in match[3]) and " of " not in match[0]:
        name = frozenset(re.findall(r"[\w@]+", (match[2] or match[3]).lower())) - _NO_NAMES
        if name:
            yield ("name", match[1]), Value(words=name)


_AGAIN = words("returned recovered came went saw met spoke again back wrote heard fully quite completely really")


def _never(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """What the person never did, and what the person did: each beginning of a core may be what another denies."""
    core = meaning.core
    if core[:1] != ("@",) or _AGAIN & meaning.words:
        return
    if "never" in core[1:3] and len(core) > 2 and not meaning.times:
        done = tuple(word for word in core if word != "never")
        yield ("never", *done), Value(phrases=meaning.phrases, holds=False)
    elif not {"never", "not", "no"} & set(core):
        value = Value(phrases=meaning.phrases)
        yield from ((("never", *core[:end]), value) for end in range(2, min(len(core), 8) + 1))


_POSTS = words(
    "director president chairman chairwoman chair chief head mayor minister governor professor editor captain coach "
    "manager secretary senator ambassador dean rector bishop judge"
)


def _states(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """What is so today: where the person lives and works, whom she is married to, which post she holds."""
    core = meaning.core
    verb = core[1:3] if core[1:2] in (("has",), ("is",)) else core[1:2]
    everything = frozenset([core, *meaning.phrases])
    if core[:1] != ("@",):
        return
    if verb in (("lives",), ("resides",), ("has", "lived")):
        yield ("state", "lives"), Value(words=_towns(meaning), valid=meaning.valid)
    if verb == ("is", "married"):
        spouse = [word for phrase in meaning.phrases if phrase[0] == "to" for word in phrase if word in meaning.named]
        yield ("state", "married"), Value(words=frozenset(spouse), valid=meaning.valid)
    if verb in (("works",), ("has", "worked")):
        yield ("state", "works"), Value(phrases=everything, valid=meaning.valid)
    if verb[:1] in (("is",), ("has",), ("serves",), ("holds",)) and (post := _POSTS & set(core)):
        yield ("state", "holds", *sorted(post)), Value(phrases=everything, valid=meaning.valid)


_PAST = {
    "is": "was",
    "lives": "lived",
    "works": "worked",
    "serves": "served",
    "holds": "held",
    "plays": "played",
    "teaches": "taught",
    "owns": "owned",
    "runs": "ran",
    "leads": "led",
    "heads": "headed",
}


def _ended(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """What is so, and the same with its end: "works for Hale" and "worked for Hale until 2010"."""
    verb, rest = "".join(meaning.core[1:2]), meaning.core[2:]
    has_end = bool(meaning.valid[1]) and meaning.valid[0] != meaning.valid[1]
    if meaning.core[:1] != ("@",) or not (rest or meaning.phrases):
        return
    if verb in _PAST:
        yield ("ended", _PAST[verb], *rest), Value(phrases=meaning.phrases, valid=meaning.valid)
    elif verb in _PAST.values() and has_end:
        yield ("ended", verb, *rest), Value(phrases=meaning.phrases, valid=meaning.valid, holds=False)


_CHINESE_EVENTS = {
    "born": re.compile(r"^@(?!的|之).{0,12}?(?:出生|诞生|生于)"),
    "died": re.compile(r"^@(?!的|之).{0,12}?(?:去世|逝世|病逝|过世|辞世|身亡|卒|死于)"),
}


def _chinese_life(meaning: Meaning) -> Iterator[tuple[Attribute, Value]]:
    """When the person was born and died; the same attributes as in English, so that the languages can disagree."""
    for event, pattern in _CHINESE_EVENTS.items():
        if all(meaning.valid) and pattern.match(meaning.core[0]):
            yield ("time", event, "@"), Value(valid=meaning.valid)
