"""The checks of English answers that need no language model, behind the gates.

    is_first_person    I, me, my; or an answer too short to have a subject ("In Smiljan.", "It was in 1873.")
    find_leak          the person's own name, or he or she, for the person's self
    find_unsupported   what the evidence does not carry, cheapest first
    find_mismatch      an answer of another kind than its question asks for

What the evidence carries is looked for word by word, value by value and deed by deed, so that an answer may be short,
in another order, contracted, or dressed in talk. Where its words are others than the evidence's, nothing here can tell
a paraphrase from an invention: that is `entailment_undecided`.
"""

import re
from collections.abc import Iterator, Sequence

from augment.english.check_answers import find_mismatch, plainly_asked
from augment.english.check_deeds import is_somebody
from augment.english.check_denials import flipped
from augment.english.check_roles import wrong_objects, wrong_owners, wrong_roles
from augment.english.check_units import Unit, Units, first_person_units, question_units, same, third_person_units
from augment.english.check_values import (
    borrowed_values,
    doubtful_values,
    has_predicate,
    misplaced_values,
    missing_values,
    stranded_values,
)
from augment.english.check_words import asked_words, judge_new_word, keys_of, new_words, says_something, vocabulary
from augment.english.given import with_given_name
from augment.english.grammar import Token, is_surely_finite, quoted_positions, tokenize, word_at
from augment.english.lexicon import AUXILIARIES, DETERMINERS, words
from augment.english.mentions import PRONOUNS, is_part_of_name
from augment.english.people import find_others, rivals
from augment.english.sentences import split_sentences
from augment.person import Person

__all__ = ["find_leak", "find_mismatch", "find_unsupported", "is_first_person"]

LEAST_ASKED = 0.5
"""The share of a question's own words that evidence or answer must have (tuned on answers put to other questions)."""

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]urs?|[Uu]s)\b")
_IMPERSONAL = re.compile(
    r"(?:(?:Yes|No|Well|Oh),? )?(?:[Ii]t|[Tt]hat|[Tt]his|[Tt]hey|[Tt]hose|[Tt]here|[Hh]e|[Ss]he)\b(?!-)"
)
_OPENS_WITH_PRONOUN = re.compile(r"(?:(?:Yes|No|Well|Oh),? )?(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_CUT_SHORT = re.compile(r"(?:[\w’'-]+ ){1,4}(?:did|does|was|were|is|had|has)\.?")
"""A subject that takes the verb of its question: Anna Hale did."""
_LONGEST_YES = 8
"""Words of an answer to a question about "you" that may speak of others alone: "No, Hale did." (our judgement)"""
_LONGEST_IMPERSONAL = 16
"""Words. Who talks longer speaks of himself (our judgement)."""
_REASONS = words("because since as so to for when after due owing by thus therefore")
_YES_NO = re.compile(r"yes|no|indeed|certainly|never|true", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b(?:I am|I['’]m|[Mm]y (?:full )?name (?:is|was)|call(?:ed)? me|known as|This is|am called|named)\b"
)


def is_first_person(answer: str) -> bool:
    """Whether an answer is told by the person, or is too short to need it: "In 1873.", "It was in 1873." """
    if _FIRST_PERSON.search(answer) or (re.match(r"(?:Yes|No)\b", answer) and len(answer.split()) <= _LONGEST_YES):
        return True
    return len(answer.split()) <= _LONGEST_IMPERSONAL and all(
        _IMPERSONAL.match(sentence.text) or _CUT_SHORT.fullmatch(sentence.text) or not _has_verb(sentence.text)
        for sentence in split_sentences(answer)
    )


def _has_verb(sentence: str) -> bool:
    found = re.findall(r"[^\W\d_][\w'’-]*", sentence)
    return any(word in AUXILIARIES or is_surely_finite(word) for word in found)


def find_leak(answer: str, person: Person, question: str = "") -> str | None:
    """The person's name or pronoun where "I" should stand; a name in a thing's name or in an introduction is none.

    Args:
        answer: as answered.
        person: who speaks.
        question: whom it names, an answer that opens with a pronoun may go on to speak of.
    """
    tokens = tokenize(answer, with_given_name(person, answer).pattern)
    quoted = quoted_positions(tokens)
    others = [other.position for other in rivals(find_others(tokens, person), person.pronouns)]
    if _OPENS_WITH_PRONOUN.match(answer) and _names_somebody(question, person):
        others = [-1]
    for index, token in enumerate(tokens):
        if index in quoted:
            continue
        if token.is_name and not is_part_of_name(tokens, index) and not _is_introduced(tokens, index, answer):
            return token.text
        own = PRONOUNS[person.pronouns].get(token.lower) is not None and person.pronouns != "they"
        if own and not any(position < index for position in others) and not _meets_me(tokens, index):
            return token.text
    return None


def _names_somebody(question: str, person: Person) -> bool:
    """Whether a question is about somebody else."""
    units = [unit for sentence in question_units(question, person) for unit in sentence]
    return any(is_somebody(unit) and unit.role != "own" for unit in units)


def find_unsupported(answer: str, evidence: str, question: str, person: Person) -> Iterator[tuple[str, str]]:
    """What an answer says beyond its evidence, cheapest first: (reason code, what).

    Args:
        answer: in the first person.
        evidence: one or more sentences about the person in the third person; quotes are parted by line breaks.
        question: what was asked; its names and numbers may be taken up.
        person: who speaks.
    """
    told = first_person_units(answer, person)
    known = third_person_units(evidence, person)
    asked = question_units(plainly_asked(question), person)
    brief = not any(has_predicate(units) for units in told)
    yield from missing_values(told, [*known, *asked])
    yield from (("contradicted", detail) for detail in flipped(told, known, asked))
    yield from wrong_roles([*told, *asked] if brief else told, known)
    yield from wrong_owners(told, known)
    yield from misplaced_values(told, known)
    yield from _new(told, known, asked)
    yield from (("entailment_undecided", f"only the question has {value}") for value in borrowed_values(told, known))
    apart = [*wrong_objects(told, known), *stranded_values(told, known)]
    yield from (("entailment_undecided", f"not together in the evidence: {pair}") for pair in apart)
    yield from _beside_question(told, known, asked, brief)


def _new(told: Sequence[Units], known: Sequence[Units], asked: Sequence[Units]) -> Iterator[tuple[str, str]]:
    """Words that the evidence has not; what only the question has may be other words for it."""
    had, borrowed = vocabulary(known), vocabulary(asked)
    for units in told:
        for index in new_words(units, had):
            is_borrowed = bool(keys_of(units[index]) & borrowed)
            yield "entailment_undecided" if is_borrowed else judge_new_word(units, index, had), units[index].text


def _beside_question(
    told: Sequence[Units], known: Sequence[Units], asked: Sequence[Units], brief: bool
) -> Iterator[tuple[str, str]]:
    """A question of something else than the evidence; a value that may belong to something else in it."""
    wanted = asked_words(asked)
    had = vocabulary([*_homes(told, known), *told])
    lost = [unit for unit in wanted if not (unit.keys <= had if unit.kind == "name" else keys_of(unit) & had)]
    if len(lost) > (1 - LEAST_ASKED) * len(wanted) or _has_value(lost) or (brief and len(lost) > 1):
        certain = len(lost) == len(wanted) and not brief and _has_value(lost)
        yield "answers_question" if certain else "entailment_undecided", f"nothing of {lost[0].text}"
    if brief and _only_repeats(told, asked):
        yield "answers_question", "nothing but the question's own words"
    units = [unit for sentence in known for unit in sentence]
    if any(unit.lower == "why" for units in asked for unit in units) and not any(u.lower in _REASONS for u in units):
        yield "entailment_undecided", "the evidence gives no reason"
    near = [unit for unit in wanted if unit not in lost]
    near += [unit for sentence in asked for unit in sentence if unit.kind == "self"][:1]
    yield from (("entailment_undecided", value) for value in doubtful_values(told, near, known))


def _has_value(units: Sequence[Unit]) -> bool:
    """Whether a name, number or date is among them."""
    return any(unit.kind != "word" for unit in units)


def _only_repeats(told: Sequence[Units], asked: Sequence[Units]) -> bool:
    """Whether a short answer gives back what it was asked; yes and no are answers."""
    said = [unit for units in told for unit in units if says_something(unit)]
    repeated = vocabulary(asked)
    return bool(said) and not _YES_NO.match(told[0][0].text) and all(keys_of(unit) & repeated for unit in said)


def _homes(told: Sequence[Units], known: Sequence[Units]) -> list[Units]:
    """The sentences of the evidence that have most of an answer."""
    shared = [sum(says_something(u) and any(same(u, o) for o in units) for t in told for u in t) for units in known]
    return [units for units, count in zip(known, shared, strict=True) if count == max(shared)]


def _is_introduced(tokens: Sequence[Token], index: int, answer: str) -> bool:
    """Whether a name is a thing's ("the Tesla coil"), or given as one's own ("My name is ...")."""
    return word_at(tokens, index - 1) in DETERMINERS - {"that"} or bool(_INTRODUCED.search(answer))


def _meets_me(tokens: Sequence[Token], index: int) -> bool:
    """Whether "he" does something to "me" in one clause, and so is somebody else."""
    for token in tokens[index + 1 : index + 6]:
        if token.text in ".,;" or token.lower in ("and", "but", "that", "because", "when", "who", "which"):
            return False
        if token.lower in ("me", "us"):
            return True
    return False
