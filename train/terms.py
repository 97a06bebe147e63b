"""A text as the terms that a search compares: the stems of its words, and of Chinese the characters and their pairs.

    "When did you move to Graz?"    ["mov", "graz"]
    "你搬到海口了吗？"               ["搬", "到", "海", "口", "搬到", "到海", "海口"]

Words that any question has ("when", "you", "the", "何") are left out: they do not say what it is about, and a question
of such words alone is known by having no terms. (For finding facts they matter little: of 284 human questions 251 find
theirs among the first five without them, 254 with the question words.) English words lose their commonest endings, so
that "moved", "moving" and "move" are one term: of the 284, 197 find their fact first so, and 174 by whole words.

Not handled: irregular forms ("went" and "go" stay two terms), one word in simplified and in traditional characters, and
Thai, Japanese or Korean, of which each run of letters is one term.
"""

import re
import unicodedata

_SAID_OF_ANYTHING = (
    "a an the this that these those there it its as at by for from in into of on onto to with and or but nor not no"
    " i me my mine myself we us our you your yours yourself he him his she her hers they them their"
    " am is are was were be been being do does did have has had will would shall should can could may might must"
    " what who whom whose which when where why how tell please about ask just so then than yes"
)
STOP_WORDS = frozenset(_SAID_OF_ANYTHING.split())
STOP_CHARACTERS = frozenset(
    "的了吗嗎呢吧啊么麼嘛我你您他她它们們是在于於被把和与與或及也都就而其之个個什谁誰哪何怎请請问問"
)
"""The Chinese ones, in both scripts; a pair of characters is left out with either of its halves."""

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
_ASIDE = re.compile(r"'s\b|(?<=\d),(?=\d{3}\b)")
_DOUBLED = re.compile(r"([b-df-hj-km-np-rtv-z])\1$")
_NAME = re.compile(r"(?<![.?!:\"“'] )(?<!^)(?<!\w)[A-Z][^\W\d_]*[a-z][^\W\d_]*")


def terms(text: str) -> list[str]:
    """The terms of a text in its order, as often as they stand; accents, upper case and possessives aside."""
    found: list[str] = []
    for run in _RUN.findall(_ASIDE.sub("", _plain(text))):
        found += _chinese(run) if is_chinese(run) else [] if run in STOP_WORDS else [stem(run)]
    return found


def names(text: str) -> list[str]:
    """The terms of the words in capitals that do not begin a sentence: "Did you meet Bell?" -> ["bell"]."""
    return [term for name in _NAME.findall(text) for term in terms(name)]


def stem(word: str) -> str:
    """A lower-case English word without its commonest endings: "studies", "studied" and "study" are all "study"."""
    if len(word) <= 3 or not word.isascii() or word.isdigit():
        return word
    word = re.sub(r"(?<=[^su])s$", "", re.sub(r"ie[sd]$", "y", word))
    stripped = re.sub(r"(?<=[a-z]{3})(?:ing|ed|ly)$", "", word)
    return re.sub(r"(?<=[a-z]{2})e$", "", _DOUBLED.sub(r"\1", stripped) if stripped != word else word)


def is_chinese(text: str) -> bool:
    """Whether a text has any Chinese characters."""
    return re.search(f"[{HAN}]", text) is not None


def _chinese(run: str) -> list[str]:
    """The characters of a run, then its pairs."""
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    return [term for term in (*run, *pairs) if not STOP_CHARACTERS & set(term)]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
