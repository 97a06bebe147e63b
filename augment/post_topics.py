"""What a post is about: words of its own that a question may name, the surest first.

English   names within a sentence, hashtags, plain plural nouns
Chinese   hashtags, titles in 《》, terms in 「」 or “”, Latin words: all else would take a list of words to cut out
"""

import re
from collections.abc import Iterator

from augment.english.grammar import is_plural, lemmas
from augment.english.lexicon import DAYS, FUNCTION_WORDS, MONTHS, TITLES
from augment.languages import is_chinese

_ADDRESSED = re.compile(r"https?://\S+|@\w+")
_CHINESE_TAG = re.compile(r"#([^\s#，。！？,.!?]{2,12})(?:#|(?=\s|$))")
_CHINESE_TERM = re.compile(r"(《[^》]{1,20}》)|[「“]([^」”，。！？,.!?]{2,8})[」”]|([A-Za-z][A-Za-z0-9-]{2,})")


def find_topics(text: str) -> list[str]:
    """The topics of a text, the surest first; handles and links are none."""
    plain = _ADDRESSED.sub(" ", text)
    if is_chinese(plain):
        tags = _CHINESE_TAG.findall(plain)
        return [*tags, *(next(filter(None, found)) for found in _CHINESE_TERM.findall(_CHINESE_TAG.sub(" ", plain)))]
    hashtags = [_spelled(tag) for tag in re.findall(r"#([A-Za-z]{3,})\b", plain)]
    words = re.sub(r"#\w+", " ", plain)
    return [*_names(words), *hashtags, *nouns(words)]


def nouns(text: str) -> list[str]:
    """Lower-case nouns that can be nothing else, in the plural since that needs no article; longest first."""
    words = {
        word
        for word in re.findall(r"(?<![\w'’@#-])[a-z]{4,}(?![\w'’-])", text)
        if word not in FUNCTION_WORDS | {"others"}
    }
    plurals = [w for w in words if is_plural(w) and not lemmas(w, "VERB") and not lemmas(w, "ADJ")]
    return sorted(plurals, key=lambda word: (-len(word), word))


def _spelled(tag: str) -> str:
    """'MakeAmericaGreatAgain' -> 'Make America Great Again'; 'NAFTA' stays."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])", " ", tag)


def _names(text: str) -> Iterator[str]:
    """Capitalised phrases that do not open a sentence, with their "the"; headlines and words that shout are none."""
    for match in re.finditer(r"(?<=[a-z,;] )(?:the )?[A-Z]\w*(?:-\w+)*(?: [A-Z]\w*(?:-\w+)*){0,3}(?![\w’'])", text):
        words = match.group().removeprefix("the ").split()
        is_cut = re.search(r"[A-Z][\w’']* $", text[: match.start()]) is not None  # "pro-Wall | Street"
        is_headline = any(word.lower() in FUNCTION_WORDS for word in words) or words[0] in MONTHS | DAYS
        is_shouted = any(word.isupper() and len(word) > 5 for word in words)
        is_common = len(words) == 1 and any(lemmas(words[0], kind) for kind in ("ADJ", "VERB"))
        is_bare = words[-1] in TITLES  # "our Senator" names nobody
        if len(words[0]) > 2 and not (is_cut or is_headline or is_shouted or is_common or is_bare):
            yield match.group()
