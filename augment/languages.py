"""Which of the languages that the rules know a text is in."""

import re
from typing import Literal

from augment.english.lexicon import FUNCTION_WORDS

Language = Literal["en", "zh"]

LEAST_FUNCTION_WORDS = 0.2
"""English prose has 40 to 50 % function words; text in another language shares few of them (measured on ten pages)."""
SHORT, LEAST_IF_SHORT = 20, 0.15
"""Words of a text that may by chance have few of them, and the share that is enough there: 'Hale fired him.'"""
LEAST_CHINESE = 0.3
"""The share of Chinese characters among the letters, each Latin word counted as one letter (our judgement)."""

MOST_KANA = 0.1
"""The share of kana or hangul beside Chinese characters that a Chinese text may quote (a Japanese title); text in
Japanese has 40 % and more (our judgement)."""

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_JAPANESE_KOREAN = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands in a text."""
    return _CHINESE.search(text) is not None


def is_chinese(text: str) -> bool:
    """Whether a text is Chinese: asked so often that the texts without any such character are told at once."""
    return has_chinese(text) and language_of(text) == "zh"


def language_of(text: str) -> Language | None:
    """English or Chinese, or None for any other; a text without letters counts as English."""
    words = re.findall(r"[^\W\d_]+", _CHINESE.sub(" ", text).lower())
    chinese = len(_CHINESE.findall(text))
    foreign = len(_JAPANESE_KOREAN.findall(text))
    if chinese >= LEAST_CHINESE * (chinese + len(words)) and chinese:
        return "zh" if foreign <= MOST_KANA * (chinese + foreign) else None
    least = LEAST_FUNCTION_WORDS if len(words) >= SHORT else LEAST_IF_SHORT
    return "en" if not words or sum(word in FUNCTION_WORDS for word in words) / len(words) >= least else None
