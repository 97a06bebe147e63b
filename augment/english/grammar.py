"""Words and verb forms: tokens, what a word can be, and how English verbs bend. No tagger, no parser.

lemminflect's lexicon says which lemmas and endings a word can have; the rewriter asks only questions that the lexicon
can answer in the given place ("can this word be a finite verb right after a subject?").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from augment.english.lexicon import ADVERBS, AUXILIARIES, BE, FUNCTION_WORDS, PREPOSITIONS

_TOKEN = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Jr|Sr|Lt|Col|Gen|Capt|Sgt|Adm|Gov|Sen|Ave)\."
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s[^\W\d_])"  # U.S., J.
    r"|\d+(?:[.,:/]\d+)*(?:[–-]\d+(?:[.,]\d+)*)*(?:st|nd|rd|th|s)?\b(?![-‑]\w)"  # 1,500; 1899–1900; 8:10; 1920s
    r"|['’]s\b"
    r"|[\w⅓½¼¾⅔]+(?:[-‑–][\w]+)*(?:['’](?!s\b)\w+)?"  # word-for-word, don't
    r"|\.\.\.|[^\w\s]"
)


@dataclass(frozen=True)
class Token:
    """One word or mark. `space` says whether a blank stands before it; `is_name` marks the person's own name."""

    text: str
    space: bool
    is_name: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_capitalised(self) -> bool:
        """Whether it looks like (a part of) a name."""
        return self.text[:1].isupper() and not self.text.isdigit()

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a mark."""
        return self.text[:1].isalnum()


def tokenize(text: str, name: re.Pattern[str]) -> list[Token]:
    """Words and marks in order; each match of `name` is one token, marked as the person's name."""
    tokens, position = [], 0
    pattern = re.compile(f"(?P<name>{name.pattern})|{_TOKEN.pattern}")
    for match in pattern.finditer(text):
        is_name = match.group("name") is not None
        tokens.append(Token(match.group(), match.start() > position, is_name))
        position = match.end()
    return tokens


def join(tokens: Sequence[Token]) -> str:
    """The text of tokens, spaced as they were."""
    return "".join((" " if token.space else "") + token.text for token in tokens).strip()


@lru_cache(maxsize=50_000)
def lemmas(word: str, word_class: str) -> tuple[str, ...]:
    """The lemmas that a word can have as a NOUN, VERB, ADJ or ADV; empty if it cannot be one."""
    from lemminflect import getAllLemmas

    return tuple(getAllLemmas(word.lower()).get(word_class, ()))


@lru_cache(maxsize=50_000)
def inflect(lemma: str, tag: str) -> str:
    """The form of a verb (VBD, VBN, VBG, VBZ) or noun (NNS); the lemma itself if the lexicon does not know it."""
    from lemminflect import getInflection

    if lemma.startswith("co-"):
        return f"co-{inflect(lemma[3:], tag)}"
    forms = getInflection(lemma, tag)
    return forms[-1] if forms and lemma.endswith("l") else forms[0] if forms else lemma


@lru_cache(maxsize=50_000)
def _lemma_with(word: str, tag: str) -> str:
    """The verb whose form with this tag the word is, or ''; a lemma other than the word itself is preferred."""
    from lemminflect import getInflection

    fitting = [lemma for lemma in lemmas(word, "VERB") if word.lower() in getInflection(lemma, tag)]
    return next((lemma for lemma in fitting if lemma != word.lower()), fitting[0] if fitting else "")


@lru_cache(maxsize=50_000)
def past_of(word: str) -> str:
    """The base form, if the word can be a past tense: 'moved' -> 'move', else ''."""
    if word.lower() in AUXILIARIES | BE:
        return ""
    if word.startswith("co-"):
        return f"co-{past_of(word[3:])}" if past_of(word[3:]) else ""
    return _lemma_with(word, "VBD") or _unknown_past(word)


@lru_cache(maxsize=10_000)
def _unknown_past(word: str) -> str:
    """The base of a regular past tense that the lexicon does not hold: 'squished' -> 'squish'."""
    from lemminflect import getAllLemmas, getAllLemmasOOV

    if not re.fullmatch(r"[a-z]{3,}ed", word) or getAllLemmas(word):
        return ""
    return str(getAllLemmasOOV(word, "VERB").get("VERB", ("",))[0])


@lru_cache(maxsize=50_000)
def third_of(word: str) -> str:
    """The base form, if the word can be a present third person: 'moves' -> 'move', else ''."""
    return "" if word.lower() in AUXILIARIES | BE else _lemma_with(word, "VBZ")


@lru_cache(maxsize=50_000)
def is_participle(word: str) -> bool:
    """Whether the word can be a past participle."""
    return bool(_lemma_with(word, "VBN"))


@lru_cache(maxsize=50_000)
def is_gerund(word: str) -> bool:
    """Whether the word is an -ing form of a verb."""
    return word.lower().endswith("ing") and bool(_lemma_with(word, "VBG"))


@lru_cache(maxsize=50_000)
def is_adverb(word: str) -> bool:
    """Whether the word only says how or when: 'later', 'quickly'."""
    lower = word.lower()
    return lower in ADVERBS or (lower.endswith("ly") and bool(lemmas(word, "ADV")) and not lemmas(word, "NOUN"))


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Whether the word can be the verb of a subject in the third person singular."""
    return word in AUXILIARIES or bool(past_of(word) or third_of(word))


@lru_cache(maxsize=50_000)
def is_surely_finite(word: str) -> bool:
    """Whether the word can be nothing but such a verb: an auxiliary, or a past tense that is no participle or noun."""
    if word in AUXILIARIES:  # "may" is one, "May" is not
        return True
    return bool(past_of(word)) and not lemmas(word, "NOUN") and not lemmas(word, "ADJ")


@lru_cache(maxsize=50_000)
def is_plural(word: str) -> bool:
    """Whether the word can be a plural noun."""
    lower, nouns = word.lower(), lemmas(word, "NOUN")
    if not nouns or lower.endswith(("ss", "us", "is", "ics", "ews")):
        return False
    return lower not in nouns or (lower.endswith("s") and bool(lemmas(lower[:-1], "NOUN")))  # "letters" is a lemma too


@lru_cache(maxsize=50_000)
def is_noun(word: str) -> bool:
    """Whether the word can be a noun, a name included."""
    return bool(lemmas(word, "NOUN")) or (word[:1].isupper() and word.lower() not in FUNCTION_WORDS)


def is_year(word: str) -> bool:
    """Whether the word is a year from 1000 to 2099."""
    return bool(re.fullmatch(r"(?:1\d|20)\d\d", word))


def first_person(word: str) -> str:
    """A finite verb of the third person, singular or plural, in the first person singular."""
    lower = word.lower()
    if lower in ("is", "are"):
        return "am"
    if lower in ("was", "were"):
        return "was"
    if lower in AUXILIARIES:
        return {"has": "have", "does": "do", "doesn't": "don't", "isn't": "am not", "hasn't": "haven't"}.get(
            lower, word
        )
    return _present_base(word) if third_of(word) else word


def second_person(word: str) -> str:
    """A finite verb of the third person in the second person."""
    mine = first_person(word)
    return {"am": "are", "was": "were", "am not": "aren't", "wasn't": "weren't"}.get(mine.lower(), mine)


def _present_base(word: str) -> str:
    """'writes' -> 'write'; 'read', which is both tenses, stays."""
    return third_of(word) if third_of(word) != word.lower() else word


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text for use inside a sentence: its first letter in lower case, unless a name or "I" stands there."""
    word = re.split(r"[\s,]", text, maxsplit=1)[0]
    plain = word.lower()
    following = next(iter(text[len(word) :].split()), "")
    is_adjective = bool(lemmas(plain, "ADJ")) and following.islower() and bool(lemmas(following, "NOUN"))
    is_noun = is_plural(plain) or (following == "of" and bool(lemmas(plain, "NOUN")))
    is_common = plain in FUNCTION_WORDS | {"your", "based"} or is_gerund(plain) or is_adverb(plain)
    is_common = is_common or (is_participle(plain) and (is_adverb(following) or following in PREPOSITIONS))
    is_kept = word == "I" or (word.isupper() and word != "A")
    lower = (is_adjective or is_noun or is_common) and not is_kept
    return text[:1].lower() + text[1:] if lower else text


def quoted_positions(tokens: Sequence[Token]) -> set[int]:
    """The positions of the tokens between double quotation marks."""
    inside, positions = False, set()
    for index, token in enumerate(tokens):
        if token.text in '"“”':
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            positions.add(index)
    return positions


def bracketed(tokens: Sequence[Token]) -> set[int]:
    """The positions of brackets and what is in them."""
    positions, depth = set(), 0
    for index, token in enumerate(tokens):
        depth += token.text == "("
        if depth:
            positions.add(index)
        depth -= token.text == ")" and depth > 0
    return positions


def word_at(tokens: Sequence[Token], index: int) -> str:
    """The word at a position in lower case, '' outside of the sentence."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""
