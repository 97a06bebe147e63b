"""The phrase in front of a sentence: 'In 1873, Tesla returned', 'After he had left, ...'."""

from collections.abc import Sequence

from augment.english.grammar import Token, is_gerund, is_participle, is_surely_finite, lemmas, quoted_positions
from augment.english.lexicon import MONTHS, NUMBERS, PREPOSITIONS, SUBORDINATORS, TRANSITION


def lead_end(tokens: Sequence[Token]) -> int:
    """The number of tokens of a fronted phrase with its comma ('In 1873,' is 3); 0 where the subject comes first."""
    first = tokens[0].lower if tokens else ""
    if (
        first
        not in PREPOSITIONS
        | SUBORDINATORS
        | TRANSITION
        | NUMBERS
        | {
            "there",
            "here",
            "a",
            "the",
        }
        and not first.endswith(("ly", "ing"))
        and not _opens_with_participle(tokens)
    ):
        return 0
    closed = closed_positions(tokens)
    if first in NUMBERS | {"a", "the"} and not _is_later(tokens):
        return 0
    opening = next((i for i, token in enumerate(tokens[:3]) if token.lower in SUBORDINATORS), None)
    has_clause = opening is not None and opening + 1 < len(tokens) and not is_gerund(tokens[opening + 1].text)
    end = 0
    for index, token in enumerate(tokens):
        if (end or not has_clause) and is_surely_finite(token.text):
            return end
        if token.text == "," and index not in closed and _is_lead_comma(tokens, index):
            end = index + 1
            if not _goes_on(tokens[end]):
                return end
    return end


def _opens_with_participle(tokens: Sequence[Token]) -> bool:
    """'Born in Lund to Ada and Erik Brand, she ...'."""
    follows = tokens[1].lower if len(tokens) > 1 else ""
    return is_participle(tokens[0].text) and follows in PREPOSITIONS | {"and"} and not lemmas(tokens[0].text, "NOUN")


def _is_later(tokens: Sequence[Token]) -> bool:
    """'Two days later,' or 'The following day,'."""
    words = [token.lower for token in tokens[:4]]
    return "," in words[2:] and (words[2] == "later" or words[1] in ("following", "next", "previous", "same"))


def _goes_on(token: Token) -> bool:
    """Whether a second fronted phrase begins: 'On 30 July, at the age of 35, '."""
    return token.lower in PREPOSITIONS | SUBORDINATORS


def _is_lead_comma(tokens: Sequence[Token], index: int) -> bool:
    """Whether the subject comes after this comma: not inside 'On May 3, 1899,' or 'In Graz, Austria,'."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.text[:1].isdigit():
        return False
    if after.is_name or after.lower in ("he", "she", "they", "his", "her", "their"):
        return True
    later = next((i for i in range(index + 1, min(index + 6, len(tokens))) if tokens[i].text == ","), None)
    return later is None or not (after.is_capitalised or after.text in MONTHS)


def closed_positions(tokens: Sequence[Token]) -> set[int]:
    """The positions inside brackets or quotation marks."""
    positions, depth = quoted_positions(tokens), 0
    for index, token in enumerate(tokens):
        depth += token.text in ("(", "[")
        if depth:
            positions.add(index)
        depth -= token.text in (")", "]") and depth > 0
    return positions
