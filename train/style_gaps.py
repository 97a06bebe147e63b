"""In what the answers differ from the person's own words: numbers that say what to look at, no score of likeness.

    {"length": 0.31, "emoji": 0.02, "punctuation": 0.08, "capitals": 0.4}

Each is the Jensen-Shannon divergence of two distributions, 0 where they are the same and 1 where they have nothing in
common: words a text, emoji a text, which marks stand in them, how many of the words are in capitals. Two samples of one
author differ too: read a gap beside `own_gaps` of the scale, those of the training words to the held-out ones.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from train.questions import words

LENGTHS = (1, 2, 4, 8, 12, 16, 24, 32, 48)
"""Words at which another length begins; finer steps would measure chance only."""

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2764]")
MARK = re.compile(r"\.\.\.|[^\w\s\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")


def style_gaps(answers: Sequence[str], held_out: Sequence[str]) -> dict[str, float]:
    """The gaps of `answers` to `held_out`; {} where either is empty."""
    if not answers or not held_out:
        return {}
    return {name: _divergence(_counts(answers, read), _counts(held_out, read)) for name, read in READERS.items()}


def _length(text: str) -> Iterable[str]:
    count = len(words(text))
    yield str(sum(count >= length for length in LENGTHS))


def _emoji(text: str) -> Iterable[str]:
    yield str(min(len(EMOJI.findall(text)), 3))


def _marks(text: str) -> Iterable[str]:
    return MARK.findall(text) or [""]


def _capitals(text: str) -> Iterable[str]:
    for word in re.findall(r"[^\W\d_]{2,}", text):
        yield "all" if word.isupper() else "first" if word[0].isupper() else "none"


READERS: dict[str, Callable[[str], Iterable[str]]] = {
    "length": _length,
    "emoji": _emoji,
    "punctuation": _marks,
    "capitals": _capitals,
}


def _counts(texts: Sequence[str], read: Callable[[str], Iterable[str]]) -> Counter[str]:
    return Counter(value for text in texts for value in read(text)) or Counter([""])


def _divergence(one: Counter[str], other: Counter[str]) -> float:
    """Jensen-Shannon, in bits."""
    total = 0.0
    for value in one | other:
        p, q = one[value] / one.total(), other[value] / other.total()
        middle = (p + q) / 2
        total += sum(share * math.log2(share / middle) for share in (p, q) if share) / 2
    return min(max(total, 0.0), 1.0)
