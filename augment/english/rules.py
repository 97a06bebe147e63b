"""The rewriter for English: sentences about a person become claims, and claims first-person answers.

    >>> person = Person("Grace Hopper", ("Grace Hopper",), "she")
    >>> text = "Hopper was born in New York City. Her mother was fond of geometry."
    >>> [claim.text for claim in find_statements(text, person)]
    ['Grace Hopper was born in New York City.', "Grace Hopper's mother was fond of geometry."]
    >>> first_person_answer(_[1], person)
    "My mother was fond of geometry."

Precise before complete: a sentence is used only where it is provable who is meant, and every other one is refused with
a reason. Not handled: reported speech, verse.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from augment.choosing import Question
from augment.english.anaphors import loses_place, points_back
from augment.english.asides import side_clauses
from augment.english.clauses import part_clauses, variants
from augment.english.dangling import dangling, without_open_time
from augment.english.definitions import life_dates
from augment.english.focus import Focus, focus_after, last_focus, with_name
from augment.english.given import with_given_name, without_given_name
from augment.english.grammar import Token, is_finite, is_plural, join, lemmas, third_of, tokenize
from augment.english.leads import lead_end
from augment.english.lexicon import FUNCTION_WORDS, SAYING
from augment.english.makings import Things
from augment.english.mentions import PRONOUNS
from augment.english.names import name_pattern
from augment.english.questions import ask
from augment.english.reading import Reading, explicit, named, read, say
from augment.english.sentences import Sentence, split_sentences, tidy
from augment.english.unfit import unfit, unfit_whole, without_speech
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear

SHORTEST, LONGEST = 3, 54
"""Words of a claim. Shorter is a fragment; longer is more than anybody says in one breath (our judgement)."""


def find_statements(text: str, person: Person, before: str = "") -> Iterator[Statement | Refusal]:
    """Turn a passage into claims about the person, in reading order; refuse what is not provably about them.

    Args:
        text: the passage.
        person: whom it is about.
        before: the passage before it on the page, '' if there is none: it may say who "he" is.
    """
    person = with_given_name(person, f"{before} {text}")
    focus = last_focus(before, person)
    things = Things(person)
    for sentence in split_sentences(text):
        inside_quotation = text[: sentence.start].count('"') % 2 == 1
        tokens = tokenize(tidy(sentence.text), name_pattern(person))
        found, focus = _statements(sentence, person, focus, inside_quotation)
        found = [_standing_alone(claim, sentence, text[: sentence.start]) for claim in found]
        of_thing = None if inside_quotation else _of_thing_made(tokens, things, sentence, person)
        things.remember(tokens, sentence.start, any(isinstance(claim, Statement) for claim in found))
        yield from [_standing_alone(of_thing, sentence, text[: sentence.start])] if of_thing else found


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
    return read(tokenize(claim, name_pattern(person)), person)


def first_person_answer(claim: str, person: Person) -> str:
    """A claim as the person would say it.

    Raises:
        Unclear: as `answer_reading`.
    """
    return say(answer_reading(claim, person), "first")


def _statements(
    sentence: Sentence, person: Person, focus: Focus, inside_quotation: bool
) -> tuple[list[Statement | Refusal], Focus]:
    """The claims of one sentence, and whom a "he" means after it."""
    text = without_speech(tidy(sentence.text))
    found: list[Statement | Refusal] = [
        Statement(claim, sentence.start + start, sentence.start + end)
        for claim, start, end in life_dates(sentence.text, person)
    ]
    reason = "quoted_speech" if inside_quotation else unfit_whole(text)
    if reason:
        after = Focus.NOBODY if inside_quotation else last_focus(sentence.text, person, focus)
        asides = [] if inside_quotation else _unquoted_asides(text, reason, person, focus)
        found += [Statement(claim, sentence.start, sentence.end) for claim in asides]
        return [*found, *([] if asides else [Refusal(reason, sentence.text, sentence.start)])], after
    parts = part_clauses(tokenize(text, name_pattern(person)), person.pronouns)
    for number, part in enumerate(parts):
        tokens = with_name(part, person, focus)
        claims = _claims(tokens, person, focus is Focus.SURE)
        if number and any(token.lower in ("it", "its") for token in part):
            claims = [Unclear("dangling_reference")]  # "The work was played, and he printed its score"
        if number and _is_reported(part, parts[number - 1], person):
            claims = [Unclear("attributed")]
        found += [
            Statement(claim, sentence.start, sentence.end)
            if isinstance(claim, str)
            else Refusal(str(claim), sentence.text, sentence.start)
            for claim in claims
        ]
        focus = focus_after(part, person, focus)
    return found, focus


def _is_reported(part: list[Token], before: list[Token], person: Person) -> bool:
    """Whether a clause goes on telling what somebody said: 'He recalled a storm; a wave would break the mast'."""
    own = part[0].is_name or part[0].lower in PRONOUNS[person.pronouns]
    reports = any(is_finite(token.text) and SAYING & set(lemmas(token.text, "VERB")) for token in before)
    return reports and not own and not lead_end(part)


def _standing_alone(found: Statement | Refusal, sentence: Sentence, earlier: str) -> Statement | Refusal:
    """A claim, refused where an earlier sentence says which abbey, or whom, it means."""
    if isinstance(found, Statement) and (points_back(found.text, earlier) or loses_place(found.text, sentence.text)):
        return Refusal("dangling_reference", sentence.text, sentence.start)
    return found


def _of_thing_made(tokens: list[Token], things: Things, sentence: Sentence, person: Person) -> Statement | None:
    """What a sentence says of a thing that the person made; its quote begins with the sentence that tells of that."""
    start, clause = things.told_in(tokens)
    if not clause or unfit_whole(tidy(sentence.text)):
        return None
    with suppress(Unclear):
        return Statement(_first_claim(clause, person, in_focus=False), start, sentence.end)
    return None


def _unquoted_asides(text: str, reason: str, person: Person, focus: Focus) -> list[str]:
    """What a sentence says by the way before it quotes somebody: 'His secretary, Ada Brand, wrote: "..."'."""
    if reason not in ("fragment", "quoted_speech"):
        return []
    kept = text[: text.rindex('"')] if text.count('"') % 2 else text
    tokens = tokenize(kept.rstrip(" ,:") + ".", name_pattern(person))
    return _side_claims(with_name(tokens, person, focus), person, focus is Focus.SURE, [])


def _claims(tokens: list[Token], person: Person, in_focus: bool) -> list[str | Unclear]:
    """The main claim of a clause and what else it says by the way, or why there is none."""
    try:
        main, refused = [_first_claim(tokens, person, in_focus)], []
    except Unclear as unclear:
        main, refused = [], [unclear]
    claims = [*main, *_side_claims(tokens, person, in_focus, main)]
    if refused and str(refused[0]) == "dangling_reference":  # "did the task and asked about payment"
        claims = [claim for claim in claims if re.search(r"[A-Z\d]", person.pattern.sub("", claim))]
    return [*claims] or [*refused]


def _side_claims(tokens: list[Token], person: Person, in_focus: bool, told: list[str]) -> list[str]:
    """What a clause says by the way, beyond the claims that were made from it."""
    claims: list[str] = []
    for clause in side_clauses(tokens, person, in_focus):
        with suppress(Unclear):
            claim = _first_claim(clause, person, in_focus=False)
            if not any(_plain(claim, person) <= _plain(other, person) for other in [*told, *claims]):
                claims.append(claim)
    return claims


def _plain(claim: str, person: Person) -> frozenset[str]:
    """The words of a claim that say something, for finding them all in another."""
    said = re.findall(r"\w+", person.pattern.sub(" ", claim).lower())
    return frozenset(said) - FUNCTION_WORDS - PRONOUNS.keys() - {"his", "her", "their", "s"}


def _first_claim(part: list[Token], person: Person, in_focus: bool) -> str:
    """The fullest form of a clause that makes a claim.

    Raises:
        Unclear: why the whole clause makes none, where no shorter form does either.
    """
    reasons = []
    undated = without_open_time(part)
    for tokens in chain(variants(part), variants(undated) if undated else ()):
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
    stranger = without_given_name(person)  # whoever reads the claim has not read the page
    for claim in (named(reading, person), explicit(reading, person)):
        with suppress(Unclear):
            if first_person_answer(claim, stranger) == said:
                return claim
    raise Unclear("not_self_contained")
