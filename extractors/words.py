"""How many words a text has, in any script."""

import re

_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters: no spaces between words."""

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")


def count_words(text: str) -> float:
    """Words that begin with a letter; a character of a script without spaces is half a word."""
    if text.isascii():
        return len(_WORD.findall(text))
    return len(_WORD.findall(_SPACELESS.sub(" ", text))) + len(_SPACELESS.findall(text)) / 2
