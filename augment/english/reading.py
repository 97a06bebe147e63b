"""One sentence read: which words are the person, which verbs are theirs; and the sentence said in another person.

>>> reading = read(tokenize("Hopper writes that Yale honoured her.", person.pattern), person)
>>> say(reading, "first")
'I write that Yale honoured me.'
>>> say(reading, "second")
'You write that Yale honoured you.'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from augment.english.binding import find_roles
from augment.english.grammar import (
    Token,
    first_person,
    inflect,
    is_plural,
    join,
    lemmas,
    second_person,
    sentence_case,
    third_of,
)
from augment.english.lexicon import DETERMINERS, NUMBERS
from augment.english.mentions import Role, verb_position
from augment.english.people import Other, find_others, name_end, rivals
from augment.person import Person
from augment.statements import Unclear

Voice = Literal["first", "second", "third"]


_WORDS: dict[Voice, dict[Role, str]] = {
    "first": {"subject": "I", "object": "me", "possessive": "my", "mine": "mine", "reflexive": "myself"},
    "second": {"subject": "you", "object": "you", "possessive": "your", "mine": "yours", "reflexive": "yourself"},
}


@dataclass(frozen=True)
class Reading:
    """A sentence understood: the roles of the person's mentions by token position, and the verbs that are theirs."""

    tokens: tuple[Token, ...]
    roles: dict[int, Role]
    verbs: frozenset[int]
    others: tuple[Other, ...]
    pronouns: str

    @property
    def mentions(self) -> list[int]:
        """The positions where the person is meant, in order."""
        return sorted(index for index, role in self.roles.items() if role != "drop")

    def keeps_focus(self) -> bool:
        """Whether a pronoun of the next sentence can only be the person."""
        owners = {i - 1 for i, token in enumerate(self.tokens) if token.text in ("'s", "’s")}
        nearby = [other for other in rivals(self.others, self.pronouns) if not self._owns(other, owners)]
        return bool(self.roles) and not nearby

    def _owns(self, other: Other, owners: set[int]) -> bool:
        """Whether somebody is only named as the owner of something, as in "Kepler's laws"."""
        return self.tokens[other.position].is_capitalised and name_end(self.tokens, other.position) - 1 in owners


def read(tokens: Sequence[Token], person: Person, in_focus: bool = False) -> Reading:
    """Find the person in a sentence. `in_focus`: the sentence before was about the person and nobody else.

    Raises:
        Unclear: with the reason code, where a mention or its verb cannot be placed for certain.
    """
    others = find_others(tokens, person)
    roles = find_roles(tokens, person, others, in_focus)
    verbs = _verbs(tokens, roles, person.pronouns)
    return Reading(tuple(tokens), roles, verbs, tuple(others), person.pronouns)


def say(reading: Reading, voice: Literal["first", "second"]) -> str:
    """The sentence in the first or second person."""
    return sentence_case(join(spoken(reading, voice)))


def spoken(reading: Reading, voice: Literal["first", "second"]) -> list[Token]:
    """The tokens in the first or second person, each in its place; a dropped one is empty."""
    bend = first_person if voice == "first" else second_person
    result = []
    for index, token in enumerate(reading.tokens):
        role = reading.roles.get(index)
        if role == "drop":
            token = Token("", space=False)
        elif role is not None:
            token = Token(_WORDS[voice][role], token.space)
        elif index in reading.verbs:
            token = Token(bend(token.text), token.space)
        result.append(token)
    return result


def named(reading: Reading, person: Person) -> str:
    """The sentence in the third person, the person named in full at the first mention only."""
    result = list(reading.tokens)
    first = reading.mentions[0]
    ending = "'s" if reading.roles[first] in ("possessive", "mine") else ""
    result[first] = Token(person.name + ending, result[first].space)
    if reading.pronouns == "they":
        end = next((index for index in reading.mentions[1:] if reading.roles[index] == "subject"), len(result))
        for verb in reading.verbs:
            result[verb] = Token(_singular(result[verb].text), result[verb].space) if verb < end else result[verb]
    if reading.roles.get(first + 1) == "drop":
        del result[first + 1]
    return sentence_case(join(result))


def explicit(reading: Reading, person: Person) -> str:
    """The sentence in the third person, the person named at every mention: clear without its neighbours."""
    result, name = [], person.name
    for index, token in enumerate(reading.tokens):
        role = reading.roles.get(index)
        if role in ("subject", "object", "possessive", "mine"):
            ending = "'s" if role in ("possessive", "mine") else ""
            token = Token(name + ending, token.space)
        elif index in reading.verbs and reading.pronouns == "they":
            token = Token(_singular(token.text), token.space)
        if role != "drop":
            result.append(token)
    return sentence_case(join(result))


def _verbs(tokens: Sequence[Token], roles: dict[int, Role], pronouns: str) -> frozenset[int]:
    """The verbs whose subject is the person, those joined by "and" included.

    Raises:
        Unclear: `unknown_verb` where a subject has no verb, `ambiguous_verb` for what may be a plural noun.
    """
    verbs: set[int] = set()
    for index, role in roles.items():
        if role != "subject":
            continue
        verb = verb_position(tokens, index)
        if verb is None and pronouns == "they" and not tokens[index].is_name:
            verb = _plural_verb(tokens, index)
        if verb is None:
            raise Unclear("unknown_verb")
        is_inside = index > 0 and tokens[index - 1].lower in ("which", "whom", "that", "who")
        verbs |= {verb, *_joined_verbs(tokens, verb, is_inside)}
    return frozenset(verbs)


def _joined_verbs(tokens: Sequence[Token], verb: int, is_inside: bool) -> set[int]:
    """Present-tense verbs that share the subject: 'writes and teaches', 'was born there and lives here'.

    `is_inside` a relative clause, they end at its comma: 'her boat, which she sails, is old'.
    """
    present = tokens[verb].lower in ("is", "has", "does") or bool(third_of(tokens[verb].text))
    joined: set[int] = set()
    for index in range(verb + 1, len(tokens)):
        if tokens[index].lower in ("who", "which", "that", ";", "where") or (is_inside and tokens[index].text == ","):
            break
        before = index - 1
        while before > verb and tokens[before].lower in ("also", "then", "now", "still", "often", "currently"):
            before -= 1
        if tokens[before].lower not in ("and", "but", "or", ",") or not _is_present(tokens[index]):
            continue
        if is_plural(tokens[index].text) and not _takes_object(tokens, index):
            if present or not _is_listed(tokens, verb, before):
                raise Unclear("ambiguous_verb")
            continue
        if tokens[before].text != "," or present:
            joined.add(index)
    return joined


def _is_present(token: Token) -> bool:
    return token.lower in ("is", "has", "does", "was") or bool(third_of(token.text))


def _is_listed(tokens: Sequence[Token], verb: int, joint: int) -> bool:
    """Whether a word after the "and" at `joint` goes on a list of things: 'wrote poems and plays'."""
    if tokens[joint].text == ",":
        return True
    commas = sum(token.text == "," for token in tokens[verb + 1 : joint])
    return is_plural(tokens[joint - 1].text) or commas > (tokens[joint - 1].text == ",")


def _takes_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows shows that a word in -s is a verb."""
    return index + 1 < len(tokens) and tokens[index + 1].lower in DETERMINERS | NUMBERS


def _plural_verb(tokens: Sequence[Token], index: int) -> int | None:
    """The verb of a singular "they": 'they live', 'they were'."""
    after = index + 1
    if after < len(tokens) and (lemmas(tokens[after].text, "VERB") or tokens[after].lower in ("are", "were", "have")):
        return after
    return None


def _singular(verb: str) -> str:
    """A verb of "they" for a name: 'were' -> 'was', 'live' -> 'lives'."""
    irregular = {"were": "was", "are": "is", "have": "has", "do": "does"}
    if verb.lower() in irregular:
        return irregular[verb.lower()]
    return inflect(verb.lower(), "VBZ") if verb.lower() in lemmas(verb, "VERB") else verb
