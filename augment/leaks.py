"""How much of an answer its question already says.

Words are counted where blanks part them; in Chinese and Japanese each character is a unit, since nothing marks where a
word ends. A Chinese word has 1.5 characters on average, so that five words, the longest run that a question may not
share, are eight characters: five would forbid a question to name what a post is about ("中华人民共和国").
"""

import re

from augment.english.lexicon import FUNCTION_WORDS

SHARED_RUN = 5
"""Words in a row that a question may not share with its answer (Panza's rule for back-written prompts)."""
SHARED_CHARACTERS = 8
"""The same in a script without blanks."""
CHARACTERS_A_WORD = 1.5
MOST_GIVEN_AWAY = 0.34
"""The share of the answer's content that a back-written question may hold (our judgement)."""
MOST_REPEATED = 0.5
"""The share of an answer that may stand in shared runs where the question is real: people take up what they heard."""

CHARACTERS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts without blanks between words, as the inside of a character class."""
_UNIT = re.compile(rf"[{CHARACTERS}]|(?:(?![{CHARACTERS}])[\w’'])+")
_EMPTY = frozenset("的了是在我你他她它们們不也就都和与與有这這那一个個上下到说說要会會很么麼吗嗎呢吧啊把被给給让讓对對")
"""Chinese characters that say nothing about a topic."""


def units(text: str) -> list[str]:
    """Words, or characters of a script without blanks, in lower case; marks are left out."""
    return _UNIT.findall(text.lower())


def word_count(text: str) -> float:
    """How many words a text has; characters of a script without blanks are counted as parts of words."""
    found = units(text)
    characters = sum(is_character(unit) for unit in found)
    return len(found) - characters + characters / CHARACTERS_A_WORD


def is_character(unit: str) -> bool:
    """Whether a unit is a character of a script without blanks."""
    return re.fullmatch(f"[{CHARACTERS}]", unit) is not None


def shares_run(question: str, answer: str) -> bool:
    """Whether a run of five words, or eight characters, stands in both, letter case and marks aside."""
    return bool(_runs(units(question)) & _runs(units(answer)))


def repeated_share(question: str, answer: str) -> float:
    """The share of the answer that stands in runs which the question has too, in [0, 1]."""
    asked, said = _runs(units(question)), units(answer)
    repeated = {place for start, end in _spans(said) if tuple(said[start:end]) in asked for place in range(start, end)}
    return len(repeated) / len(said) if said else 0.0


def gives_away(topic: str, answer: str) -> bool:
    """Whether a topic holds so much of the answer's content that it says it already."""
    content = _content(answer)
    return not content or len(_content(topic) & content) / len(content) > MOST_GIVEN_AWAY


def _runs(found: list[str]) -> set[tuple[str, ...]]:
    return {tuple(found[start:end]) for start, end in _spans(found)}


def _spans(found: list[str]) -> list[tuple[int, int]]:
    """(start, end) of the runs: eight units where more than half are characters, else five."""
    spans = []
    for start in range(len(found) - SHARED_RUN + 1):
        characters = sum(map(is_character, found[start : start + SHARED_RUN]))
        end = start + (SHARED_CHARACTERS if characters > SHARED_RUN / 2 else SHARED_RUN)
        if end <= len(found):
            spans.append((start, end))
    return spans


def _content(text: str) -> set[str]:
    found = units(text)
    words = {word for word in found if len(word) > 2 and word not in FUNCTION_WORDS}
    return words | {unit for unit in found if is_character(unit) and unit not in _EMPTY}
