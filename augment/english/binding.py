"""Which names and pronouns of a sentence are the person: their roles, or the reason why it cannot be told.

A pronoun is the person only where nobody else can be meant: nobody of that gender stands before it in the sentence, and
the person is named before it there, or was the topic of the sentence before. One exception: after a fronted phrase with
somebody else in it, a "he" can only be the main subject's ("When Hooke objected, Newton said that he ...").
"""

from collections.abc import Sequence

from augment.english.grammar import Token, is_finite, is_gerund, is_plural, lemmas, quoted_positions
from augment.english.leads import lead_end
from augment.english.lexicon import PREPOSITIONS, SUBORDINATORS, words
from augment.english.mentions import Role, is_part_of_name, name_role, pronoun_role
from augment.english.people import Other, rivals
from augment.person import Person
from augment.statements import Unclear

_CLAUSE_MARKS = SUBORDINATORS | words(", who whom which whose that and but or")


def find_roles(tokens: Sequence[Token], person: Person, others: Sequence[Other], in_focus: bool) -> dict[int, Role]:
    """The roles of the person's mentions by token position; the "'s" of a possessive has the role 'drop'.

    Raises:
        Unclear: with the reason code, where a mention cannot be placed for certain.
    """
    roles = _named(tokens)
    quoted = quoted_positions(tokens)
    rival_positions = [other.position for other in rivals(others, person.pronouns)]
    for index in range(len(tokens)):
        role = pronoun_role(tokens, index, person.pronouns)
        if role is None:
            continue
        if index in quoted:
            raise Unclear("quoted_speech")
        if _is_glossed(tokens, index) or not _is_safe(index, role, roles, rival_positions, tokens, in_focus):
            raise Unclear("ambiguous_pronoun")
        roles[index] = role
        if role == "object" and _is_own_object(index, roles, tokens):
            raise Unclear("ambiguous_pronoun")  # "Newton succeeded him": somebody else
    if _has_eponym(tokens, roles, person):
        raise Unclear("namesake")
    return roles


def _is_glossed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name in brackets says who a pronoun is: 'which he (Morgan) had caused'."""
    return index + 2 < len(tokens) and tokens[index + 1].text == "(" and tokens[index + 2].is_capitalised


def _named(tokens: Sequence[Token]) -> dict[int, Role]:
    """The roles of the person's names."""
    roles: dict[int, Role] = {}
    quoted = quoted_positions(tokens)
    for index, token in enumerate(tokens):
        if not token.is_name:
            continue
        if index in quoted and not is_part_of_name(tokens, index):
            raise Unclear("quoted_speech")
        role = name_role(tokens, index)
        if role is None:
            continue
        fuller = any(len(token.text) > len(tokens[i].text) for i in roles if tokens[i].is_name)
        if role == "object" and fuller and "subject" in roles.values():
            raise Unclear("namesake")  # "Beethoven was the grandson of Ludwig van Beethoven"
        roles[index] = role
        if role == "possessive":
            roles[index + 1] = "drop"
    return roles


def _has_eponym(tokens: Sequence[Token], roles: dict[int, Role], person: Person) -> bool:
    """Whether the person seems to own what bears their name: 'he discovered Newton's identities'."""
    subjects = [index for index, role in roles.items() if role == "subject"]
    owners = [index for index, role in roles.items() if role == "possessive" and tokens[index].is_name]
    return any(tokens[i].text != person.name and any(subject < i for subject in subjects) for i in owners)


def _is_safe(
    index: int, role: Role, roles: dict[int, Role], rival_positions: list[int], tokens: Sequence[Token], in_focus: bool
) -> bool:
    """Whether a pronoun at `index` can be nobody but the person."""
    before = [position for position in rival_positions if position < index]
    if before:
        return role == "subject" and _is_named_subject(before[-1], index, roles, tokens)
    if any(position < index for position in roles):
        return True
    comma = next((i for i, token in enumerate(tokens) if token.text == "," and i > index), None)
    if index == 0 or comma is None or not _opens_adverbial(tokens[0]):
        return in_focus
    # "After his death, Hale ..." may be Hale's death, "In her youth, Hopper ..." is hers.
    if any(comma < position <= comma + 2 and roles[position] == "subject" for position in roles):
        return True
    return in_focus and not any(comma < position <= comma + 4 for position in rival_positions)


def _is_named_subject(rival: int, index: int, roles: dict[int, Role], tokens: Sequence[Token]) -> bool:
    """Whether the person is named as the main subject between a rival in a fronted phrase and a later "he"."""
    lead = lead_end(tokens)
    return rival < lead < index and roles.get(lead) == "subject" and tokens[lead].is_name


def _is_own_object(index: int, roles: dict[int, Role], tokens: Sequence[Token]) -> bool:
    """Whether a "him" stands in the person's own clause, where English would say "himself"."""
    last = max((i for i, role in roles.items() if role != "drop" and i < index), default=None)
    if last is not None and not any(_is_verb(token) for token in tokens[last:index]) and roles[last] == "possessive":
        return True  # "his letters to him"
    subject = max((i for i, role in roles.items() if role == "subject" and i < index), default=None)
    if subject is None:
        return False
    between = tokens[subject + 1 : index]
    return not any(
        t.lower in _CLAUSE_MARKS or is_gerund(t.text) or _is_infinitive(between, i) for i, t in enumerate(between)
    )


def _is_verb(token: Token) -> bool:
    """Whether a word is rather a finite verb than a plural noun."""
    return token.is_word and is_finite(token.text) and not is_plural(token.text)


def _is_infinitive(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return tokens[index].lower == "to" and lemmas(after, "VERB") == (after,)


def _opens_adverbial(token: Token) -> bool:
    return token.lower in PREPOSITIONS | SUBORDINATORS or token.lower.endswith("ing")
