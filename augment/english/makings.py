"""What the person made or bought, and sentences that go on about it: 'This treatise is kept in Lund'.

    Voss wrote a treatise on tides. Hale liked it. The treatise is kept in Lund.
    -> Voss's treatise is kept in Lund.   (the quote runs from the first sentence to the last)

Only where the later sentence opens with "the" or "this" and the same noun, at most two sentences on, and no second
thing of that name comes between; or with "it", where the sentence before has the thing for its subject, or "it" is
published, built or sold right after it was made. Not handled: other words for the thing, what others made.
"""

from collections.abc import Sequence
from typing import NamedTuple

from augment.english.grammar import Token, is_adverb, is_surely_finite, lemmas, word_at
from augment.english.leads import lead_end
from augment.english.lexicon import CONJUNCTIONS, FUNCTION_WORDS, PREPOSITIONS, RELATIVES, words
from augment.english.mentions import is_part_of_name, verb_position
from augment.person import Person

FARTHEST = 2
"""Sentences between the making of a thing and what is said of it, at most (our judgement)."""

_MAKES = words(
    "invent patent develop build write compose publish create construct devise paint author craft establish launch "
    "buy purchase"
)
"""Not "found", which may be "find", nor "design": an architect's house is another's."""
_FOR_ONESELF = words("write compose publish paint author buy purchase")
_ANOTHER = words("other another first second third last next new old former latter same two three original rival")
_FATES = words(
    "published printed reprinted released translated premiered performed exhibited completed finished demolished "
    "destroyed patented sold reissued banned"
)
"""What happens to works and buildings, and not to the places and times that a sentence names beside them."""
_TELLS = words(
    "describes described contains contained covers covered tells told shows showed consists includes included "
    "sold won received earned weighs weighed stood became remains remained reached"
)
"""What only a thing does, where it was the subject just before: no empty "it", as in 'it rained', 'it seemed'."""
_ENDS_THING = PREPOSITIONS | RELATIVES | CONJUNCTIONS | {"", ",", ".", ";", "(", "—", "called", "named"}


class Making(NamedTuple):
    """A thing by its noun, and the number and start of the sentence that tells of its making."""

    noun: str
    sentence: int
    start: int


class Things:
    """What the person made in a passage so far; the sentences must be given in order."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._sentences: list[Sequence[Token]] = []
        self._makings: list[Making] = []
        self._topic: Making | None = None

    def told_in(self, tokens: Sequence[Token]) -> tuple[int, list[Token]]:
        """(start of the sentence that tells of the making, the next sentence with the person as the thing's owner).

        The list is empty where the sentence is not provably about such a thing.
        """
        for making in reversed(self._makings):
            between = [token for sentence in self._sentences[making.sentence :] for token in sentence]
            is_next = making is self._topic or making.sentence == len(self._sentences) - 1
            clause = told_of(tokens, making, between, self._person) if self._is_near(making) else []
            if not clause and is_next:
                clause = it_is_told_of(tokens, making, making is self._topic, self._person)
            if clause:
                self._topic = making
                return making.start, clause
        self._topic = None
        return 0, []

    def remember(self, tokens: Sequence[Token], start: int, is_claimed: bool) -> None:
        """Add a sentence; what it says was made counts only where a claim about the person came of it."""
        making = find_making(tokens, self._person, len(self._sentences), start) if is_claimed else None
        self._sentences.append(tokens)
        self._makings += [making] if making else []

    def _is_near(self, making: Making) -> bool:
        return len(self._sentences) - making.sentence <= FARTHEST


def find_making(tokens: Sequence[Token], person: Person, sentence: int, start: int) -> Making | None:
    """The thing that a sentence says the person made: 'Voss wrote a short treatise on tides' -> 'treatise'."""
    subject = lead_end(tokens)
    if [token.lower for token in tokens[:3]] == ["one", "of", "the"]:
        subject = next((i for i in range(3, min(7, len(tokens))) if tokens[i].is_name), subject)
    is_person = subject < len(tokens) and (tokens[subject].is_name or tokens[subject].lower == person.pronouns)
    verb = verb_position(tokens, subject) if is_person else None
    if verb is None or not _MAKES & set(lemmas(tokens[verb].text, "VERB")):
        return None
    if subject > lead_end(tokens):  # "One of the things Voss built there was a mill"
        verb = next((i for i in range(verb, len(tokens)) if tokens[i].lower in ("was", "is")), verb)
    is_for_another = any(token.lower == "for" for token in tokens[verb:])
    if is_for_another and not _FOR_ONESELF & set(lemmas(tokens[verb].text, "VERB")):
        return None  # "built a house for Hale"
    noun = _noun(tokens, verb + 2) if word_at(tokens, verb + 1) in ("a", "an", "his", "her", "their") else ""
    return Making(noun, sentence, start) if noun else None


def told_of(tokens: Sequence[Token], making: Making, between: Sequence[Token], person: Person) -> list[Token]:
    """A sentence about the thing with the person as its owner; empty if it is not provably about that thing."""
    if word_at(tokens, 0) not in ("the", "this") or _noun(tokens, 1) != making.noun:
        return []
    after = next((i + 1 for i, token in enumerate(tokens) if token.lower == making.noun), 0)
    if word_at(tokens, after) in PREPOSITIONS | RELATIVES | CONJUNCTIONS | {"called", "named"}:
        return []  # "The treatise of Hale"
    names = [i for i, token in enumerate(tokens) if token.is_name and not is_part_of_name(tokens, i)]
    if names or any(token.lower in _ANOTHER for token in tokens[1:6]):
        return []
    again = [i for i, token in enumerate(between) if token.lower in (making.noun, f"{making.noun}s")]
    if any(_is_another(between, index) for index in again[1:]):
        return []
    return [*_owned("", person), *tokens[1:]]


def it_is_told_of(tokens: Sequence[Token], making: Making, is_topic: bool, person: Person) -> list[Token]:
    """'It describes the tides' with the thing for "it"; empty if "it" may be something else, or nothing.

    `is_topic`: the thing is the subject of the sentence before.
    """
    verb = verb_position(tokens, 0) if word_at(tokens, 0) == "it" else None
    if verb is None or any(token.is_name and not is_part_of_name(tokens, i) for i, token in enumerate(tokens)):
        return []
    is_done = tokens[verb].lower in ("is", "was", "has") and any(t.lower in _FATES for t in tokens[verb : verb + 4])
    if not is_done and not (is_topic and tokens[verb].lower in _TELLS):
        return []
    return [*_owned(making.noun, person), *tokens[1:]]


def _owned(noun: str, person: Person) -> list[Token]:
    thing = [Token(noun, space=True)] if noun else []
    return [Token(person.name, space=False, is_name=True), Token("'s", space=False), *thing]


def _noun(tokens: Sequence[Token], start: int) -> str:
    """The noun of a phrase of at most five words that begins at `start`; '' where it does not end in a plain one."""
    for index in range(start, min(start + 5, len(tokens))):
        token, after = tokens[index], word_at(tokens, index + 1)
        if not token.text[:1].islower() or token.lower in FUNCTION_WORDS:
            return ""
        if after in _ENDS_THING or is_surely_finite(after) or is_adverb(after):
            return token.lower if lemmas(token.text, "NOUN") else ""
    return ""


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether a second thing of that name comes in: 'another treatise', 'Hale's treatise', 'a treatise'."""
    before = [token.lower for token in tokens[max(0, index - 4) : index]]
    return bool({"a", "an", "'s", "’s", "his", "her", "their"} & set(before) or _ANOTHER & set(before))
