"""Names, numbers, dates, hashtags, handles and links in a person's own words.

A post is the label of style training: it is never rewritten. What leaks content is the question, and the posts that are
little but names. With `[rewrite] mask_entities` the question gets neutral words in their place, and posts of which more
than half of the words are such are dropped (`entity_heavy`); masking the words in the loss, as StyleTunedLM does, would
take a trainer of its own.

Names are found by their capitals. Where a sentence is all headline or all shouting, capitals tell nothing, and only
words that no dictionary has count; Chinese names are not found, but titles in 《》 and Latin words are.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from augment.english.grammar import is_adverb, lemmas
from augment.english.lexicon import DAYS, FUNCTION_WORDS, MONTHS
from augment.languages import is_chinese
from augment.leaks import CHARACTERS, word_count

MOST_ENTITIES = 0.5
"""The share of words above which a post is heavy with entities (reference: such posts are to weigh less)."""
MOST_CAPITALS = 0.6
"""The share of capitalised words above which a sentence's capitals tell nothing (our judgement)."""

_PLAIN = {"link": "", "handle": "someone", "hashtag": "something", "date": "that day", "number": "some", "name": "X"}
_CHINESE = {"link": "", "handle": "某人", "hashtag": "某事", "date": "那时", "number": "一些", "name": "某某"}

_MONTH = "|".join(sorted(MONTHS))
_MARKED = re.compile(
    r"(?P<link>https?://\S*|www\.\S+)"
    r"|(?P<handle>(?<!\w)@\w+)"
    r"|(?P<hashtag>(?<!\w)#[^\s#，。！？,.!?]+#|(?<!\w)#\w+)"
    rf"|(?P<date>\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?\b"
    rf"|\b\d{{1,4}}[/-]\d{{1,2}}(?:[/-]\d{{1,4}})?\b|\d{{1,4}}[年月]\d{{1,2}}[月日](?:\d{{1,2}}日)?|\d{{4}}年"
    rf"|\b(?:{'|'.join(sorted(DAYS))})\b)"
    r"|(?P<number>[$£€¥]?\d+(?:[.,:]\d+)*(?:%|[kKmMbB]n?\b|th\b|st\b|nd\b|rd\b|s\b)?)"
    r"|(?P<name>《[^》]+》)"
)
_LETTER = rf"(?:(?![{CHARACTERS}])[^\W\d_])"
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|{_LETTER}(?:{_LETTER}|[\d.&-](?={_LETTER}|\d))*(?:[’'](?!s\b){_LETTER}+)?")
_STRETCHED = re.compile(r"(\w)\1\1")
_NO_MONTH = frozenset(("May", "March"))


class Entity(NamedTuple):
    """`text[start:end]` names something; `kind` says what: link, handle, hashtag, date, number or name."""

    start: int
    end: int
    kind: str


def find_entities(text: str) -> list[tuple[int, int]]:
    """The spans of everything that names, counts or dates, in order; none overlaps another."""
    return [(entity.start, entity.end) for entity in _entities(text)]


def mask_entities(text: str) -> str:
    """The text with neutral words in the place of what it names; links are cut. For questions only."""
    words = _CHINESE if is_chinese(text) else _PLAIN
    parts, position = [], 0
    for entity in _entities(text):
        parts += [text[position : entity.start], words[entity.kind]]
        position = entity.end
    masked = "".join([*parts, text[position:]])
    return "\n".join(" ".join(line.split()) for line in masked.split("\n")).strip()


def entity_share(text: str) -> float:
    """The share of a text's words that name, count or date something, in [0, 1]."""
    inside = sum(max(1.0, word_count(text[start:end])) for start, end in find_entities(text))
    outside = word_count(_without(text))
    return inside / (inside + outside) if inside else 0.0


def _without(text: str) -> str:
    for start, end in reversed(find_entities(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def _entities(text: str) -> list[Entity]:
    marked = [Entity(match.start(), match.end(), str(match.lastgroup)) for match in _MARKED.finditer(text)]
    marked = [entity for entity in marked if text[entity.start : entity.end] not in _NO_MONTH]
    blank = text
    for entity in marked:
        blank = blank[: entity.start] + "\n" * (entity.end - entity.start) + blank[entity.end :]
    names = [Entity(*span, "name") for span in _names(blank)]
    return sorted([*marked, *names])


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Runs of words that are names, sentence by sentence."""
    in_chinese = is_chinese(text)
    for sentence in re.finditer(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*", text):
        words = list(_WORD.finditer(text, sentence.start(), sentence.end() + 1))  # the point of "U.S."
        capitals = sum(word.group()[0].isupper() for word in words)
        tells = capitals <= MOST_CAPITALS * len(words) or len(words) == 1
        yield from _runs(text, [word for place, word in enumerate(words) if in_chinese or _is_name(word, place, tells)])


def _is_name(word: re.Match[str], place: int, capitals_tell: bool) -> bool:
    """Whether a word is (part of) a name: capitalised, and not only because it opens a sentence or is shouted."""
    text = re.split(r"['’]", word.group())[0]
    if not text[0].isupper() or text.lower() in FUNCTION_WORDS or _STRETCHED.search(text):
        return False
    return (capitals_tell and place > 0 and not (text.isupper() and _is_common(text))) or not _is_common(text)


def _is_common(word: str) -> bool:
    """Whether a dictionary has the word."""
    plain = re.split(r"['’]", word.lower())[0]
    known = any(lemmas(plain, kind) for kind in ("NOUN", "VERB", "ADJ", "ADV"))
    return known or is_adverb(plain) or plain in FUNCTION_WORDS


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Words that follow each other with nothing but blanks between them as one span."""
    start = end = -1
    for word in words:
        if end >= 0 and text[end : word.start()].strip(" ") == "":
            end = word.end()
            continue
        if end >= 0:
            yield start, end
        start, end = word.span()
    if end >= 0:
        yield start, end
