"""How far two transcripts of the same speech are apart, in words and in characters.

Before they are compared, both are normalised: compatibility forms are unified (NFKC), case is folded, apostrophes
vanish (don't, dont), every other mark becomes a space (well-known, well known), and each character of a script without
spaces is a word of its own. Numbers stay as they are written: 1950 and "nineteen fifty" are different words.
"""

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_SPACELESS = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff])")


class Errors(NamedTuple):
    """The fewest insertions, deletions and substitutions that make one text the other, and the length of the truth.

    Add up both over a corpus before you divide: the mean of rates would weigh a short text like a long one.
    """

    edits: int
    length: int

    @property
    def rate(self) -> float:
        """Edits per word or character of the truth; can exceed 1. Against an empty truth, the number of edits."""
        return self.edits / max(self.length, 1)


def normalised(text: str) -> str:
    """The words of a text, parted by single spaces; see the module."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in plain)
    return " ".join(_SPACELESS.sub(r" \1 ", kept).split())


def word_errors(truth: str, heard: str) -> Errors:
    """Compare two transcripts word by word, normalised."""
    from rapidfuzz.distance import Levenshtein

    words = normalised(truth).split()
    return Errors(Levenshtein.distance(words, normalised(heard).split()), len(words))


def word_error_rate(truth: str, heard: str) -> float:
    """Word error rate (WER) of one text: 0 for the same words."""
    return word_errors(truth, heard).rate


def character_errors(truth: str, heard: str) -> Errors:
    """Compare two transcripts letter by letter, normalised, without spaces: a word written apart is no error."""
    from rapidfuzz.distance import Levenshtein

    letters = normalised(truth).replace(" ", "")
    return Errors(Levenshtein.distance(letters, normalised(heard).replace(" ", "")), len(letters))


def disagreement(text: str, surroundings: str) -> float:
    """Character error rate of a text against the part of another transcript that is most like it.

    `surroundings` may begin earlier and end later, as times of captions are off by a word or two.
    """
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import partial_ratio_alignment

    letters, others = (normalised(part).replace(" ", "") for part in (text, surroundings))
    best = partial_ratio_alignment(letters, others) if letters and len(letters) < len(others) else None
    nearest = others[best.dest_start : best.dest_end] if best else others
    return Levenshtein.distance(letters, nearest) / max(len(letters), 1)
