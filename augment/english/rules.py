"""The rewriter for English: sentences about a person become claims, and claims first-person answers.

    >>> person = Person("Grace Hopper", ("Grace Hopper",), "she")
    >>> text = "Hopper was born in New York City. Her mother was fond of geometry."
    >>> [claim.text for claim in find_statements(text, person)]
    ['Grace Hopper was born in New York City.', "Grace Hopper's mother was fond of geometry."]
    >>> first_person_answer(_[1], person)
    "My mother was fond of geometry."

Precise before complete: a sentence is used only where it is provable who is meant, and every other one is refused with
a reason. Not handled: relative clauses about the person, reported speech, verse.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from augment.choosing import Question
from augment.english.clauses import part_clauses, variants
from augment.english.definitions import life_dates
from augment.english.grammar import Token, is_finite, is_plural, join, third_of, tokenize
from augment.english.questions import ask
from augment.english.reading import Reading, explicit, named, read, say
from augment.english.sentences import Sentence, split_sentences, tidy
from augment.english.unfit import dangling, unfit, unfit_whole
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear

SHORTEST, LONGEST = 3, 48
"""Words of a claim. Shorter is a fragment; longer is more than anybody says in one breath (our judgement)."""


def find_statements(text: str, person: Person, before: str = "") -> Iterator[Statement | Refusal]:
    """Turn a passage into claims about the person, in reading order; refuse what is not provably about them.

    Args:
        text: the passage.
        person: whom it is about.
        before: the passage before it on the page, '' if there is none: it may say who "he" is.
    """
    in_focus = _last_focus(before, person)
    for sentence in split_sentences(text):
        inside_quotation = text[: sentence.start].count('"') % 2 == 1
        found, in_focus = _statements(sentence, person, in_focus, inside_quotation)
        yield from found


def answer(claim: str, person: Person) -> tuple[str, list[Question]]:
    """A claim as the person would say it, and the questions that it answers.

    Raises:
        Unclear: where the claim, standing alone, does not make clear who is meant; `not_about_person`.
    """
    reading = answer_reading(claim, person)
    if not reading.mentions:
        raise Unclear("not_about_person")
    return say(reading, "first"), ask(reading)


def answer_reading(claim: str, person: Person) -> Reading:
    """Read a claim that stands alone.

    Raises:
        Unclear: where it does not make clear who is meant.
    """
    return read(tokenize(claim, person.pattern), person)


def first_person_answer(claim: str, person: Person) -> str:
    """A claim as the person would say it.

    Raises:
        Unclear: as `answer_reading`.
    """
    return say(answer_reading(claim, person), "first")


def _statements(
    sentence: Sentence, person: Person, in_focus: bool, inside_quotation: bool
) -> tuple[list[Statement | Refusal], bool]:
    """The claims of one sentence, and whether the person is still the only topic after it."""
    text = tidy(sentence.text)
    found: list[Statement | Refusal] = [
        Statement(claim, sentence.start + start, sentence.start + end)
        for claim, start, end in life_dates(sentence.text, person)
    ]
    reason = "quoted_speech" if inside_quotation else unfit_whole(text)
    if reason:
        keeps = not inside_quotation and _last_focus(sentence.text, person, in_focus)
        return [*found, Refusal(reason, sentence.text, sentence.start)], keeps
    for part in part_clauses(tokenize(text, person.pattern), person.pronouns):
        try:
            found.append(Statement(_first_claim(part, person, in_focus), sentence.start, sentence.end))
        except Unclear as unclear:
            found.append(Refusal(str(unclear), sentence.text, sentence.start))
        in_focus = _focus_after(part, person, in_focus)
    return found, in_focus


def _first_claim(part: list[Token], person: Person, in_focus: bool) -> str:
    """The fullest form of a clause that makes a claim.

    Raises:
        Unclear: why the whole clause makes none, where no shorter form does either.
    """
    reasons = []
    for tokens in variants(part):
        try:
            return _whole_claim(tokens, person, in_focus)
        except Unclear as unclear:
            reasons.append(str(unclear))
    raise Unclear(reasons[0] if reasons else "fragment")


def _whole_claim(tokens: list[Token], person: Person, in_focus: bool) -> str:
    """One form of a clause as a claim.

    Raises:
        Unclear: with the reason why it is none.
    """
    words = sum(token.is_word for token in tokens)
    reason = unfit(join(tokens)) or ("fragment" if words < SHORTEST else "too_long" if words > LONGEST else "")
    if reason:
        raise Unclear(reason)
    reading = read(tokens, person, in_focus)
    opens_with_verb = bool(third_of(tokens[0].text)) and not is_plural(tokens[0].text)
    if opens_with_verb or not (reading.verbs or any(_is_verb(token) for token in tokens[1:])):
        raise Unclear("fragment")
    if not reading.mentions:
        raise Unclear("not_about_person")
    if reason := dangling(reading):
        raise Unclear(reason)
    return _self_contained(reading, person)


def _is_verb(token: Token) -> bool:
    """Whether a word is rather a finite verb than a plural noun."""
    return is_finite(token.text) and not is_plural(token.text)


def _self_contained(reading: Reading, person: Person) -> str:
    """The claim that says alone what it said in its place.

    Raises:
        Unclear: `not_self_contained` where naming the person does not make it so.
    """
    said = say(reading, "first")
    stranger = replace(person, places=frozenset())  # whoever reads the claim has not read the page
    for claim in (named(reading, person), explicit(reading, person)):
        with suppress(Unclear):
            if first_person_answer(claim, stranger) == said:
                return claim
    raise Unclear("not_self_contained")


def _focus_after(part: list[Token], person: Person, in_focus: bool) -> bool:
    """Whether a pronoun in the next sentence can only be the person."""
    try:
        reading = read(part, person, in_focus)
    except Unclear:
        return False
    if reading.mentions:
        return reading.keeps_focus()
    return False


def _last_focus(before: str, person: Person, focus: bool = False) -> bool:
    """The focus at the end of a text, as the passage before."""
    for sentence in split_sentences(before):
        for part in part_clauses(tokenize(tidy(sentence.text), person.pattern), person.pronouns):
            focus = _focus_after(part, person, focus)
    return focus
