"""Simplified and traditional characters: one plain form to match rules against, and the script of a text to write in.

The plain form is as long as the text, character for character, so that a place in one is the same place in the other.
Characters come from OpenCC; words that differ between regions ("计算机", "電腦") are left as they are.
"""

from functools import cache, lru_cache

from opencc import OpenCC

_TABLE = str.maketrans("•・‧∙●０１２３４５６７８９：（）", "·····0123456789：（）") | str.maketrans("()", "（）")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The text in simplified characters, with one kind of middle dot, digit and bracket, in the same length."""
    return "".join(map(_simplified, text)).translate(_TABLE)


@lru_cache(maxsize=1024)
def is_traditional(text: str) -> bool:
    """Whether more characters of a text are only traditional than only simplified."""
    traditional = sum(_simplified(character) != character for character in text)
    return traditional > sum(_traditional(character) != character for character in text)


@lru_cache(maxsize=1024)
def in_script_of(words: str, text: str) -> str:
    """Words that are written in simplified characters, in the script of a text."""
    return _converter("s2tw").convert(words) if is_traditional(text) else words


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


@cache
def _simplified(character: str) -> str:
    converted = str(_converter("t2s").convert(character))
    return converted if len(converted) == 1 else character


@cache
def _traditional(character: str) -> str:
    return str(_converter("s2tw").convert(character))
