"""Numbers and dates in a row of tokens, with one key for every way to write them.

"four", "4"                       4          "two hundred and ten", "210"     210
"4th", "fourth"                   4th        "$1.5 million"                   1500000
"4 March 1856", "March 4, 1856"   one date: 4, March, 1856
"""

import re
from collections.abc import Sequence

from augment.english.grammar import Token, is_year
from augment.english.lexicon import DAYS, MONTHS, NUMBERS, words

_ROW = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
VALUES = {
    **{word: value for value, word in enumerate(_ROW)},
    **{word: 10 * (place + 2) for place, word in enumerate(_TENS)},
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
}
"""What number words are worth."""
ORDINALS = {f"{word}th": value for value, word in enumerate(_ROW) if value > 3} | {
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "twentieth": 20,
    "third": 3,
    "thirtieth": 30,
}
"""Ordinal words; first and second say too much else."""
_SCALES = words("dozen hundred thousand million billion")


def date_end(tokens: Sequence[Token], start: int) -> int:
    """Where the date that begins at `start` ends, 0 if none does: '10 July 1856', 'July 10, 1856', 'May', '1856'."""
    for shape in (
        ("day", "month", "year"),
        ("month", "day", ",", "year"),
        ("month", "day", "year"),
        ("day", "month"),
        ("month", "year"),
        ("month", "day"),
        ("month",),
        ("weekday",),
        ("year",),
    ):
        part = tokens[start : start + len(shape)]
        if len(part) == len(shape) and all(map(_is_date_part, part, shape)):
            return start + len(shape)
    return 0


def _is_date_part(token: Token, part: str) -> bool:
    if part == "day":
        return bool(re.fullmatch(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?", token.text))
    known = {"month": token.text in MONTHS, "weekday": token.text in DAYS, ",": token.text == ","}
    return known[part] if part in known else is_year(token.text)


def find_number(tokens: Sequence[Token], start: int) -> tuple[str, int] | None:
    """The number that begins at `start` in digits, and where it ends; None if none does. A lone "one" is none."""
    text = tokens[start].lower
    if text[0].isdigit():
        value, end = text.replace(",", ""), start + 1
        while end < len(tokens) and tokens[end].lower in _SCALES and re.fullmatch(r"\d+(?:\.\d+)?", value):
            value, end = f"{float(value) * VALUES[tokens[end].lower]:.15g}", end + 1
        return value, end
    if text in ORDINALS:
        return f"{ORDINALS[text]}{'rd' if text == 'third' else 'th'}", start + 1
    end, total, part = start, 0, 0
    while end < len(tokens) and _is_spelled(tokens, start, end):
        for piece in tokens[end].lower.split("-"):
            total, part = _counted(total, part, piece)
        end += 1
    if end == start or (end == start + 1 and text in ("one", "zero")):
        return None
    return str(total + part), end


def _is_spelled(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Whether a word is (a part of) a number: 'three', 'twenty-four', the "and" of 'two hundred and ten'."""
    word = tokens[index].lower
    if word == "and":
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        return index > start and tokens[index - 1].lower in _SCALES and after.split("-")[0] in VALUES
    return all(piece in VALUES for piece in word.split("-")) and bool({*word.split("-")} & (NUMBERS | _SCALES))


def _counted(total: int, part: int, word: str) -> tuple[int, int]:
    """The value so far, and of the group below the next thousand."""
    value = VALUES.get(word, 0)
    if word in _SCALES:
        part = max(part, 1) * value
        return (total + part, 0) if value >= 1000 else (total, part)
    return total, part + value
