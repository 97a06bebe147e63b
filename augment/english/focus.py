"""Whom "he" means in the next sentence: the person for certain, the person by the grammar of the last one, or nobody.

    Voss kept bees.              sure: only the person was named
    Rain fell.                   as before: nobody was named
    Voss worked for Hale.        likely: the person did it, and Hale only stands behind a preposition
    Voss met Hale.  Hale left.   nobody: either may be meant

Where the person is only likely, nothing but a "He" that opens the next sentence as its subject is taken for them: the
subject of one sentence is the first choice for the subject of the next (centering; Grosz, Joshi and Weinstein, 1995).
"""

from collections.abc import Sequence
from enum import IntEnum

from augment.english.clauses import part_clauses
from augment.english.grammar import Token, is_finite, is_surely_finite, lemmas, tokenize, word_at
from augment.english.leads import lead_end
from augment.english.lexicon import DETERMINERS, PREPOSITIONS, words
from augment.english.mentions import PRONOUNS, verb_position
from augment.english.names import name_pattern
from augment.english.people import find_others, name_end, rivals
from augment.english.reading import Reading, read
from augment.english.sentences import split_sentences, tidy
from augment.person import Person
from augment.statements import Unclear

_TAKING_PART = words("with by to like unlike than as between")
"""Prepositions of those who take part, and may be the next subject: 'painted with Hale', 'wrote to Hale'."""


class Focus(IntEnum):
    """How certain it is that the next "he" is the person."""

    NOBODY = 0
    LIKELY = 1
    SURE = 2


def focus_after(part: list[Token], person: Person, focus: Focus) -> Focus:
    """The focus behind a clause, of the one before it."""
    part = with_name(part, person, focus)
    nobody_else = not rivals(find_others(part, person), person.pronouns)
    try:
        reading = read(part, person, focus is Focus.SURE)
    except Unclear as unclear:
        is_named = any(token.is_name for token in part) and str(unclear) != "namesake"
        return (Focus.SURE if is_named else focus) if nobody_else else Focus.NOBODY
    if not reading.mentions:
        return focus if nobody_else else Focus.NOBODY
    if reading.keeps_focus():
        return Focus.SURE
    return Focus.LIKELY if _leads(reading) else Focus.NOBODY


def last_focus(before: str, person: Person, focus: Focus = Focus.NOBODY) -> Focus:
    """The focus at the end of a text, as the passage before."""
    for sentence in split_sentences(before):
        for part in part_clauses(tokenize(tidy(sentence.text), name_pattern(person)), person.pronouns):
            focus = focus_after(part, person, focus)
    return focus


def with_name(part: list[Token], person: Person, focus: Focus) -> list[Token]:
    """The clause with the person's name for a "He" that opens it; unchanged where another may be meant.

    After a fronted phrase without a verb the "he" is still theirs: 'After talks with Hale, he left'.
    """
    subject = lead_end(part)
    if not focus or subject >= len(part) or any(token.is_name for token in part):
        return part
    if focus is Focus.SURE and (not subject or any(is_surely_finite(token.text) for token in part[:subject])):
        return part
    opens = part[subject].lower == person.pronouns and verb_position(part, subject) is not None
    if focus is Focus.LIKELY and _introduces(part, subject):
        return part
    if not opens or any(token.lower in PRONOUNS[person.pronouns] for token in part[:subject]):
        return part
    return [*part[:subject], Token(person.name, part[subject].space, is_name=True), *part[subject + 1 :]]


def _introduces(part: Sequence[Token], subject: int) -> bool:
    """Whether the sentence may tell who somebody just named is: 'He was a smith', 'He had studied in Lund'."""
    verb = verb_position(part, subject)
    if verb is None:
        return False
    is_said = part[verb].lower in ("is", "was") and word_at(part, verb + 1) in DETERMINERS | {"then", "himself"}
    return is_said or part[verb].lower in ("had", "has")


def _leads(reading: Reading) -> bool:
    """Whether the person is the main subject, and everybody else stands behind a preposition."""
    tokens, lead = reading.tokens, lead_end(reading.tokens)
    if reading.roles.get(lead) != "subject":
        return False
    return all(_is_aside(tokens, other.position) for other in rivals(reading.others, reading.pronouns))


def _is_aside(tokens: Sequence[Token], start: int) -> bool:
    """Whether somebody stands behind a preposition, and does nothing: 'for Thomas Edison', 'by a friend'."""
    end = name_end(tokens, start) if tokens[start].is_capitalised else start + 1
    after = word_at(tokens, end)
    if is_finite(after) or after in ("who", "whom", "whose", "and") or word_at(tokens, end + 1) in ("who", "whom"):
        return False
    before = start - 1
    while before > max(0, start - 5) and _is_attribute(tokens[before]):
        before -= 1
    return word_at(tokens, before) in PREPOSITIONS - _TAKING_PART


def _is_attribute(token: Token) -> bool:
    """Whether a word may stand between a preposition and its noun."""
    known = token.lower in DETERMINERS or token.is_capitalised or token.lower in ("'s", "’s")
    return known or (token.lower not in PREPOSITIONS and bool(lemmas(token.text, "ADJ") or lemmas(token.text, "NOUN")))
