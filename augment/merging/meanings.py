"""What a claim says, in a form in which the same said in other words is equal.

    "In 1906 Grace Hopper was born in New York City."
    "Hopper was born in New York City in 1906."
        core      @ was born                    ('@' is the person)
        phrases   {in new york city}
        times     {1906 .. 1906}

The core is what stands before the first preposition or comma; each phrase after it begins with one, and their order
does not matter. Times are read as dates and taken out of the words. Number words are numbers. "The" and "also" are left
out and nothing else is: another tense, voice, negation or article is another meaning.

Chinese is not cut into words: the core is the whole text without its times and marks, and there are no phrases.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from augment.english.check_numbers import VALUES
from augment.english.lexicon import PREPOSITIONS
from augment.languages import Language, is_chinese
from augment.merging.kinds import marked
from augment.merging.validity import Time, find_times, validity
from augment.person import Person

Phrase = tuple[str, ...]

_SMALL = {word: value for word, value in VALUES.items() if value < 100 and word != "dozen"}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_NUMBERS = {word: f"#{value}" for word, value in _SMALL.items()}
_NUMBERS |= {
    f"{ten}-{one}": f"#{tens + ones}"
    for ten, tens in _SMALL.items()
    for one, ones in _SMALL.items()
    if tens >= 20 and 1 <= ones <= 9
}
_NUMBERS |= {word: f"#{value}th" for value, word in enumerate(_ORDINALS, start=1)}

_WORD = re.compile(r"@|['’]s\b|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:[-‑–'’.](?!s\b)\w+)*|[,;:()—]")
_BREAKS = frozenset(",;:()—")
_OPENERS = PREPOSITIONS - {"of", "like", "per", "than", "past"}
"""Prepositions that begin a phrase of the verb; those of a noun ("the son of") stay with it."""
_LEFT_OUT = frozenset({"the", "also"})


@dataclass(frozen=True)
class Meaning:
    """See the module. `valid` is when it was so (`validity`), `named` are its words that are written with a capital:
    neither counts for equality.
    """

    language: Language
    core: Phrase
    phrases: frozenset[Phrase]
    times: frozenset[tuple[str, str]]
    valid: tuple[str, str] = field(default=("", ""), compare=False)
    named: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def words(self) -> frozenset[str]:
        """Every word of it."""
        return frozenset(self.core).union(*self.phrases)


def meaning_of(claim: str, person: Person) -> Meaning:
    """What a claim in the third person about this person says."""
    language: Language = "zh" if is_chinese(claim) else "en"  # a short text may be in no known language
    times = find_times(claim)
    spans = frozenset((time.first, time.last) for time in times)
    valid = validity(claim, times)
    rest = marked(_without(claim, times), person)
    if language == "zh":
        return Meaning(language, ("".join(re.findall(r"[\w@]", rest)),), frozenset(), spans, valid)
    core, *phrases = _phrases(_lead_last(list(_words(rest))))
    return Meaning(language, core, frozenset(phrases), spans, valid, _named(rest))


def said(claim: str) -> str:
    """The words of a claim alone: equal for claims that differ in capitals, marks and blanks."""
    return " ".join(re.findall(r"\w+", claim.lower()))


def _named(text: str) -> frozenset[str]:
    """The words that are written with a capital, in lower case; the first word of all has its capital by its place."""
    words = _WORD.findall(text.replace("’", "'"))
    return frozenset(word.lower() for word in words[1:] if word[:1].isupper())


def _without(claim: str, times: Sequence[Time]) -> str:
    for time in reversed(times):
        claim = claim[: time.start] + " " + claim[time.end :]
    return claim


def _words(text: str) -> Iterator[str]:
    """The words in lower case, numbers as '#4', ordinals as '#4th'."""
    for word in _WORD.findall(text.lower().replace("’", "'")):
        if word[:1].isdigit():
            yield "#" + re.sub(r"(?:st|nd|rd)$", "th", word.replace(",", ""))
        elif word.endswith("n't") and len(word) > 3:
            yield from ({"ca": "can", "wo": "will"}.get(word[:-3], word[:-3]), "not")
        elif word not in _LEFT_OUT:
            yield _NUMBERS.get(word, word)


def _lead_last(words: list[str]) -> list[str]:
    """What leads up to the subject, moved behind the rest: 'in lund, @ met hale' -> '@ met hale, in lund'."""
    start = next((i for i, word in enumerate(words) if word not in _BREAKS), len(words))
    words = words[start:]
    if not words or words[0] not in _OPENERS:
        return words
    end = words.index(",") if "," in words else _subject(words)
    return [*words[end:], ",", *words[:end]]


def _subject(words: Sequence[str]) -> int:
    """Where the person stands as somebody who does something, and not as an owner; 0 for nowhere."""
    return next((i for i, word in enumerate(words) if word == "@" and words[i + 1 : i + 2] != ["'s"]), 0)


def _phrases(words: Sequence[str]) -> Iterator[Phrase]:
    """The words cut before every preposition and at every mark; the first part comes first, be it empty."""
    while words and words[0] in _BREAKS:
        words = words[1:]
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _BREAKS:
            parts.append([])
            continue
        if word in _OPENERS and parts[-1] and parts[-1][-1] not in _OPENERS:
            parts.append([])
        parts[-1].append(word)
    yield tuple(parts[0])
    yield from (tuple(part) for part in parts[1:] if part)
