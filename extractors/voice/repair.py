"""Names and terms that were misheard, corrected against a glossary: "Nicola Tesler" -> "Nikola Tesla".

A term is put in only where what was heard sounds like it (Metaphone keys) and is written nearly like it (edit
distance), and only if nothing speaks for what was heard:

    Tesler       -> Tesla         no word of the language, and no other term
    hopper       stays            a word of the language, though Hopper is a term
    grace hopper -> Grace Hopper  all words of a name stand there, and they are not all common
    Nicola Tesla -> Nikola Tesla  a part of a name may be another rare name, if the rest of it stands there
    gracehopper  -> Grace Hopper  one for two, or two for one, are judged as if written together

Words of the language are those of pyspellchecker's dictionary, with their frequency in film subtitles. A language
without one, and terms outside of the Latin script, are left alone. Not found: a name heard as quite another
("Cobol" as "cobalt"), and names of three letters or fewer.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from likeness.records import Segment, Word

DICTIONARIES = frozenset({"de", "en", "es", "eu", "fr", "it", "lv", "nl", "pt"})
"""The languages in Latin script whose words are known."""

COMMON = 1e-6
"""Share of all words from which on a word is common. Rare first names lie below: Steven at 0.95e-6, Nicola 0.08e-6."""

SHORTEST_TERM = 4
"""Letters. Three sound like too much else."""

MOST_EDITS = 1 / 3
"""Edits per letter of the spelling between words of one sound: Nicola and Nikola differ by 1 in 6."""

MOST_EDITS_UNLIKE = 1 / 4
"""The same where the sounds differ by one, as only those of four consonants or more may: Beatoven, Beethoven."""

LEAST_MENTIONS = 2
"""How often the pages must name a term inside a sentence."""

_WORD = re.compile(r"^(\W*)(.*?)((?:['\u2019]s|(?<=s)['\u2019])?\W*)$", re.S)
_CAPITALS = re.compile(r"(?<=[\w,;] )[A-Z\u00c0-\u00de][\w'\u2019-]+(?: [A-Z\u00c0-\u00de][\w'\u2019-]+)*")


class Change(NamedTuple):
    """What was heard, what was meant instead, and the places [first, last] of the words that it replaces."""

    heard: str
    meant: str
    first: int
    last: int


@dataclass(frozen=True)
class _Sounding:
    """A text as it is compared: `words` are small, `letters` are all of theirs without accents.

    In the `spelling` no letter is doubled, and a final -er, -or, -ar, -re or -ah is -a, as it sounds in much of the
    English-speaking world; `sound` is its Metaphone key.
    """

    text: str
    words: tuple[str, ...]
    letters: str
    spelling: str
    sound: str


def repair_segment(
    segment: Segment, glossary: tuple[str, ...], language: str, proposed: Iterable[tuple[str, str]] = ()
) -> tuple[Segment, list[Change]]:
    """A segment with the changes of `find_changes` made, and these. New words share the time of those they replace.

    It keeps the id of the row it was, so that what is made of it leads back to what was heard; it is not to be stored.
    """
    texts = [word.text for word in segment.words] or segment.text.split()
    changes = find_changes(texts, glossary, language, proposed)
    if not changes:
        return segment, []
    words = list(segment.words)
    for change in reversed(changes):
        meant = change.meant.split()
        texts[change.first : change.last + 1] = meant
        words[change.first : change.last + 1] = _share_time(meant, words[change.first : change.last + 1])
    return segment.model_copy(update={"text": " ".join(texts), "words": tuple(words)}), changes


def find_changes(
    words: Sequence[str], glossary: tuple[str, ...], language: str, proposed: Iterable[tuple[str, str]] = ()
) -> list[Change]:
    """Which words of a text are misheard terms of the glossary: in order, without overlap.

    `words` carry their punctuation, which is kept, as is a possessive. `proposed` are pairs of words heard and meant,
    as a language model may offer them: what is meant must still be a term and sound like what was heard, but what was
    heard may be common words ("neural link", "Neuralink").
    """
    language = language.partition("-")[0]
    terms = _terms(glossary, language) if language in DICTIONARIES else ()
    longest = max((len(term.words) for term in terms), default=-1) + 1
    wanted = {(_sounding(heard).letters, _sounding(meant).letters) for heard, meant in proposed}
    changes: list[Change] = []
    first = 0
    while first < len(words):
        change = _change_at(words[first : first + longest], first, terms, language, wanted)
        first = change.last + 1 if change else first + 1
        changes += [change] if change and change.heard != change.meant else []
    return changes


def page_terms(texts: Iterable[str], language: str) -> list[str]:
    """Names and terms of pages: words with capitals inside of sentences, named `LEAST_MENTIONS` times.

    One of their words at least is not common, and never written small. For a language without a dictionary there are
    none.
    """
    language = language.partition("-")[0]
    if language not in DICTIONARIES:
        return []
    mentions, small = Counter[str](), set[str]()
    for text in texts:
        names = (name for match in _CAPITALS.finditer(text) for name in re.split(r"['\u2019]s\b", match[0]))
        mentions.update(filter(None, map(str.strip, names)))
        small.update(word for word in _small_words(text) if word.islower())
    named = [term for term, count in mentions.items() if count >= LEAST_MENTIONS]
    proper = {term: [word for word in _small_words(term.casefold()) if word not in small] for term in named}
    return sorted(term for term, words in proper.items() if _is_uncommon(words, language))


def _change_at(
    words: Sequence[str], first: int, terms: Sequence[_Sounding], language: str, wanted: Collection[tuple[str, str]]
) -> Change | None:
    """The term with which `words` begin, the longest first; one that is written as it should be changes nothing."""
    for size in range(len(words), 0, -1):
        edges = [_edges(word) for word in words[:size]]
        if any(after for _, after in edges[:-1]) or any(before for before, _ in edges[1:]):
            continue  # a name does not go on after a comma
        before, after = edges[0][0], edges[-1][1]
        heard = " ".join(words[:size]).removeprefix(before).removesuffix(after)
        meant = _meant(heard, terms, language, wanted)
        if meant:
            return Change(before + heard + after, before + meant + after, first, first + size - 1)
    return None


def _meant(heard: str, terms: Sequence[_Sounding], language: str, wanted: Collection[tuple[str, str]]) -> str | None:
    """The term that takes the fewest edits of those that may be meant; the words themselves where they are one."""
    spoken = _sounding(heard)
    uncommon = _is_uncommon(spoken.words, language)
    if not uncommon and all(spoken.letters != letters for letters, _ in wanted):
        return None
    if any(heard == term.text or spoken.letters == f"{term.letters}s" for term in terms):
        return heard
    if heard != heard.lower() and any(spoken.words == term.words for term in terms):
        return heard  # Tesla coil, Tesla Coil: who writes capitals has chosen them
    likely = [
        (edits, place)
        for place, term in enumerate(terms)
        if (edits := _edits(spoken, term)) is not None
        and ((spoken.letters, term.letters) in wanted or (uncommon and _is_misheard(spoken, term, language)))
    ]
    return terms[min(likely)[1]].text if likely else None


def _is_misheard(heard: _Sounding, term: _Sounding, language: str) -> bool:
    """Whether nothing speaks for what was heard; see the module."""
    unknown = any(_frequency(word, language) == 0 for word in heard.words)
    if len(heard.words) != len(term.words) or len(term.words) == 1:
        return unknown and not _has_neighbour(heard, term)
    pairs = [(_sounding(word), _sounding(meant)) for word, meant in zip(heard.words, term.words, strict=True)]
    wrong = [(word, meant) for word, meant in pairs if word.letters != meant.letters]
    return (unknown or len(wrong) < len(pairs)) and all(
        _edits(word, meant) is not None and _is_uncommon(word.words, language) for word, meant in wrong
    )


def _has_neighbour(heard: _Sounding, term: _Sounding) -> bool:
    """Whether the first or last word only stands beside the term: "to Gospic" is no Gospic heard in two words."""
    edits = _edits(heard, term)
    shorter = [_edits(_sounding(" ".join(part)), term) for part in (heard.words[1:], heard.words[:-1])]
    return any(fewer is not None and edits is not None and fewer <= edits for fewer in shorter)


def _edits(heard: _Sounding, term: _Sounding) -> int | None:
    """How many letters of the spelling differ; None if the two do not sound alike, or differ by too many."""
    from rapidfuzz.distance import DamerauLevenshtein

    same = heard.sound == term.sound
    most = int((MOST_EDITS if same else MOST_EDITS_UNLIKE) * max(len(heard.spelling), len(term.spelling)))
    if abs(len(heard.spelling) - len(term.spelling)) > most or (not same and len(heard.sound + term.sound) < 8):
        return None
    if DamerauLevenshtein.distance(heard.sound, term.sound) > 1:
        return None
    edits = DamerauLevenshtein.distance(heard.spelling, term.spelling)
    return edits if edits <= most else None


@functools.lru_cache(maxsize=8)
def _terms(glossary: tuple[str, ...], language: str) -> tuple[_Sounding, ...]:
    """The terms that can be repaired; of names of several words also each that is no common word."""
    parts = [part for text in glossary if " " in text for part in text.split() if part[:1].isupper()]
    uncommon = [part for part in parts if _is_uncommon(_sounding(part).words, language)]
    terms = [_sounding(text) for text in dict.fromkeys((*glossary, *uncommon))]
    return tuple(term for term in terms if len(term.letters) >= SHORTEST_TERM and term.letters.isascii())


@functools.lru_cache(maxsize=50_000)
def _sounding(text: str) -> _Sounding:
    from jellyfish import metaphone

    small = text.casefold().replace("\u2019", "'")
    decomposed = unicodedata.normalize("NFKD", small)
    letters = "".join(char for char in decomposed if char.isalnum())
    spelling = re.sub(r"(?:[aeo]r|ah|re)$", "a", re.sub(r"(.)\1+", r"\1", letters))
    return _Sounding(text, tuple(_small_words(small)), letters, spelling, metaphone(spelling))


def _small_words(text: str) -> list[str]:
    return re.findall(r"\w[\w']*", text)


def _edges(word: str) -> tuple[str, str]:
    """A word's opening punctuation, and its possessive with the closing punctuation."""
    match = cast(re.Match[str], _WORD.match(word))  # it matches any text
    return match[1], match[3]


def _is_uncommon(words: Sequence[str], language: str) -> bool:
    return any(_frequency(word, language) < COMMON for word in words)


def _frequency(word: str, language: str) -> float:
    """The share of a word among all words of the language; 0 for one that is not in the dictionary."""
    return 1.0 if word.isdecimal() else _dictionary(language)(word)


@functools.cache
def _dictionary(language: str) -> Callable[[str], float]:
    from spellchecker import SpellChecker

    return cast(Callable[[str], float], SpellChecker(language=language).word_usage_frequency)


def _share_time(texts: Sequence[str], words: Sequence[Word]) -> Iterator[Word]:
    """New texts over the time of old words: one by one where they are as many, else by their letters."""
    if len(texts) == len(words):
        yield from (word.model_copy(update={"text": text}) for text, word in zip(texts, words, strict=True))
        return
    probability = min((word.probability for word in words), default=1.0)
    passed, total = 0, sum(len(text) for text in texts)
    for text in texts if words else ():
        times = [words[0].start + (words[-1].end - words[0].start) * n / total for n in (passed, passed + len(text))]
        yield Word(start=round(times[0], 3), end=round(times[1], 3), text=text, probability=probability)
        passed += len(text)
