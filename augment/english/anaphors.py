"""A bare "the abbey" whose abbey an earlier sentence named: told alone, nobody knows which one.

"Brand was buried in Lund Abbey. Voss was the first sailor to lie in the abbey."   points back
"Voss loved the sea. He painted the sea at night."                                 does not: there is one sea
"""

import re

from augment.english.grammar import is_noun, is_plural, is_surely_finite
from augment.english.lexicon import FUNCTION_WORDS, words

_EXPLAINING = words("of for that which who to about on where behind against between called named")
_ONE_OF_A_KIND = words(
    "world sun moon earth universe sky sea ocean air ground public press people king queen emperor church state "
    "government crown army navy law bible gospel internet web radio telephone theatre theater cinema stage street "
    "piano violin viola cello organ harp flute guitar drums future past present war peace poor rich rest "
    "country nation city town village family household floor north south east west left right centre center middle "
    "skin brain head face eye ear heart funeral wedding birth death "
    "end beginning start morning evening afternoon night day week month year time times century decade "
    "spring summer autumn fall winter first second third last only one other same next"
)
"""What "the" alone may name: there is one, or it is a kind of thing (our judgement)."""

_THE = re.compile(r"\bthe ([a-z]+)(?= ([a-z]+)| ?[,.;]|$)")


def points_back(claim: str, earlier: str) -> bool:
    """Whether a claim says "the abbey" of what an earlier sentence of the passage named, and this one did not."""
    known = set(re.findall(r"[a-z]+", earlier.lower()))
    for found in _THE.finditer(claim):
        noun, after = found.group(1), found.group(2) or ""
        if noun not in known or noun in _ONE_OF_A_KIND or not is_noun(noun) or is_plural(noun):
            continue
        stands_alone = not after or (after in FUNCTION_WORDS - _EXPLAINING) or is_surely_finite(after)
        if stands_alone and noun not in re.findall(r"[a-z]+", claim[: found.start()].lower()):
            return True
    return False
