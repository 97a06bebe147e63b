"""How far a verb's rest goes that can be repeated in a question: the first piece that stands by itself.

"moved to Budapest, where he worked"      -> "to Budapest"
"met Alfred S. Brown, a superintendent"   -> "Alfred S. Brown"
"""

from collections.abc import Sequence

from augment.english.grammar import (
    Token,
    bracketed,
    is_adverb,
    is_finite,
    is_gerund,
    is_participle,
    is_surely_finite,
    is_year,
    lemmas,
    past_of,
    word_at,
)
from augment.english.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    SUBORDINATORS,
    words,
)

_STOPS = words("because although though while whereas when where who which whom whose")


_LOOSE = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | {"be", "been", "to"}


_OPEN = words("how what whether why proportional equal similar due prone relative subject")
_SEEING = words("describe regard see characterize characterise depict portray dismiss praise")
LONGEST_HEAD = 18


"""Words of the verb's rest that a question may repeat (our judgement; a longer question is no question)."""


def head_end(tokens: Sequence[Token], start: int) -> int:
    """Where the first self-contained piece after a verb ends: before a comma, a bracket, or another clause."""
    inside, listed = bracketed(tokens), _list_end(tokens, start)
    end = next((i for i in range(listed, len(tokens)) if i not in inside and stops_at(tokens, i)), len(tokens))
    if end >= len(tokens) - 1 and end - start <= LONGEST_HEAD:
        return end
    if end - start > LONGEST_HEAD:
        cuts = [i for i in range(start + 3, start + LONGEST_HEAD) if _may_cut(tokens, i)]
        end = cuts[-1] if cuts else start + LONGEST_HEAD
    while end > start and (tokens[end - 1].lower in _LOOSE or not tokens[end - 1].text[-1:].isalnum()):
        if tokens[end - 1].text in '"”' or tokens[end - 1].text.endswith("."):
            break
        end -= 1
    return _before_adjectives(tokens, start, end)


def _list_end(tokens: Sequence[Token], start: int) -> int:
    """Behind a list of names like 'English, Gaelic and German' that begins at `start`; `start` where there is none."""
    index = start
    while index + 2 < len(tokens) and tokens[index].is_capitalised and tokens[index + 1].text == ",":
        index += 2
    joined = index > start and index + 2 < len(tokens) and tokens[index + 1].lower == "and"
    ends = joined and tokens[index].is_capitalised and tokens[index + 2].is_capitalised
    return index + 3 if ends else start


def _may_cut(tokens: Sequence[Token], index: int) -> bool:
    """Whether a long piece may end before a preposition: not 'a letter dictated | to', 'how | to', 'Ars nova | in'."""
    before = tokens[index - 1]
    is_foreign = before.text.isalpha() and before.text.islower() and not _is_english(before.lower)
    hangs = is_participle(before.text) or is_foreign or tokens[index - 2].lower in AUXILIARIES
    hangs = hangs or before.lower in _OPEN
    hangs = hangs or bool(lemmas(before.text, "ADJ") and not lemmas(before.text, "NOUN"))  # "proportional | to"
    is_state = tokens[index].lower == "to" and tokens[index + 1].lower == "be"
    return tokens[index].lower in PREPOSITIONS - {"of"} and not hangs and not is_state


def _is_english(word: str) -> bool:
    """Whether the dictionary has a word, and it is no part of a foreign title."""
    return word in FUNCTION_WORDS or is_adverb(word) or any(lemmas(word, tag) for tag in ("NOUN", "VERB", "ADJ"))


def is_broken(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the piece from `start` to `end` lost what it needs: a title its second half, a that-clause its verb."""
    if end > start and is_participle(tokens[end - 1].text) and word_at(tokens, end) in ("into", "as"):
        return True  # "has been divided | into early, middle and late periods"
    if word_at(tokens, end) == "as" and _SEEING & set(lemmas(tokens[start - 1].text, "VERB")):
        return True  # "described Voss | as attaining"
    return _breaks_clause(tokens[start:end]) or _breaks_title(tokens, start, end)


def _before_adjectives(tokens: Sequence[Token], start: int, end: int) -> int:
    """Not between 'in his high-voltage' and ', high-frequency experiments': back before the preposition."""
    last, before = tokens[end - 1], tokens[end - 2].lower
    if end - start == 2 and before in ("a", "an") and lemmas(last.text, "ADJ"):
        return next((i for i in range(end + 1, len(tokens)) if stops_at(tokens, i)), end)
    cut_short = end < len(tokens) - 2 and tokens[end].text == "," and tokens[end + 1].text[:1].islower()
    is_foreign = last.text.isalpha() and not _is_english(last.lower)
    is_passive = is_participle(last.text) and before in ("be", "been", "being")
    is_whole = (
        is_foreign or is_passive or lemmas(last.text, "NOUN") or (is_adverb(last.text) and before not in PREPOSITIONS)
    )
    if end - start < 3 or not cut_short or not last.text.replace("-", "").isalpha() or last.is_capitalised or is_whole:
        return end
    phrases = [i for i in range(start + 1, end) if tokens[i].lower in PREPOSITIONS and tokens[i].lower != "of"]
    return phrases[-1] if phrases else end


def _is_within_date(tokens: Sequence[Token], comma: int) -> bool:
    """'July 18, 1969'."""
    return tokens[comma - 1].text.isdigit() and is_year(tokens[comma + 1].text)


def _breaks_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the verb's whole object is a capitalised phrase cut at a comma before another: 'Eat, Pray, Love'."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or not tokens[end + 1].is_capitalised:
        return False
    return all(token.is_capitalised for token in tokens[start:end])


def _breaks_clause(head: Sequence[Token]) -> bool:
    """Whether a that-clause has lost its verb: 'realized that the company'."""
    that = next((i for i, token in enumerate(head) if token.lower == "that"), None)
    if that is not None and that + 1 < len(head) and head[that + 1].lower in SUBORDINATORS:
        return True  # "believed that if electrons existed"
    return that is not None and not any(is_finite(token.text) for token in head[that:])


def stops_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether another clause, an aside, or the end begins at `index`."""
    token = tokens[index]
    if token.text == "," and index + 1 < len(tokens) and _is_within_date(tokens, index):
        return False
    if token.text in ",;:—–" or token.lower in _STOPS or (token.text == "." and index == len(tokens) - 1):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return False
    if [t.lower for t in tokens[index : index + 3]] == ["as", "well", "as"]:
        return True
    if token.lower in ("after", "before", "since", "as", "until"):
        comma = next((i for i in range(index, len(tokens)) if tokens[i].text == ","), len(tokens))
        following = tokens[index + 1 : min(comma, index + 5)]
        return is_gerund(after.text) or after.is_name or any(is_surely_finite(t.text) for t in following)
    return token.lower in ("and", "but", "or") and _starts_clause(tokens, index)


def _starts_clause(tokens: Sequence[Token], joint: int) -> bool:
    """Whether a clause or another verb follows the "and" at `joint`, and not more of the same list."""
    first = next((t for t in tokens[joint + 1 :] if not is_adverb(t.text)), tokens[joint])
    if is_adverb(tokens[joint - 1].text) and is_adverb(tokens[joint + 1].text):
        return False  # "was harshly and intensively taught"
    if is_participle(tokens[joint - 1].text) and is_participle(first.text):
        return False  # "born and raised"
    if first.lower in DETERMINERS | PREPOSITIONS | {"he", "she", "they"}:
        return any(is_surely_finite(token.text) for token in tokens[joint + 2 : joint + 8])
    is_past = bool(past_of(first.text)) and not lemmas(first.text, "NOUN")
    return is_surely_finite(first.text) or first.is_name or is_past
