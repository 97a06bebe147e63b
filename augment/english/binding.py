"""Which names and pronouns of a sentence are the person: their roles, or the reason why it cannot be told.

A pronoun is the person only where nobody else can be meant: nobody of that gender stands before it in the sentence, and
the person is named before it there, or was the topic of the sentence before. The exceptions, where grammar decides:

    When Hooke objected, Newton said that he ...     the main subject, not who is in the fronted phrase
    Hooke was ill when Newton sold his own house.     "his own" is the nearest subject's
    Hooke, with whom he quarrelled, ...              whoever is the "whom" is not the "he"
    Newton's father died; his father was a farmer.    nobody is his own father
    Hooke's pupil blamed Newton, and Hooke sued him.  who does something to "him" does it to another
"""

from collections.abc import Sequence
from contextlib import suppress

from augment.english.grammar import (
    Token,
    is_adverb,
    is_finite,
    is_gerund,
    is_plural,
    lemmas,
    quoted_positions,
    word_at,
)
from augment.english.leads import lead_end
from augment.english.lexicon import HAVE, KIN, PREPOSITIONS, SUBORDINATORS, words
from augment.english.mentions import Role, is_part_of_name, name_role, pronoun_role, verb_position
from augment.english.people import Other, name_end, rivals
from augment.person import Person
from augment.statements import Unclear

_CLAUSE_MARKS = SUBORDINATORS | words(", who whom which whose that and but or")
_RELATIVES = words("who whom which whose that")
_HELPERS = HAVE | words("did would could might should will")
_RESULTS = words("earning making leaving giving bringing costing allowing enabling forcing causing gaining winning")
"""What an event does to the person: 'was renowned for his showmanship, earning him a reputation'."""


def clear_roles(tokens: Sequence[Token], person: Person, others: Sequence[Other], in_focus: bool) -> dict[int, Role]:
    """The roles of the person's names, and of those pronouns that can be nobody else; the unclear ones are left out.

    Raises:
        Unclear: with the reason code, where a name cannot be placed for certain.
    """
    roles = _named(tokens)
    for index in range(len(tokens)):
        with suppress(Unclear):
            if role := _pronoun(tokens, index, person, roles, others, in_focus):
                roles[index] = role
    return roles


def find_roles(tokens: Sequence[Token], person: Person, others: Sequence[Other], in_focus: bool) -> dict[int, Role]:
    """The roles of the person's mentions by token position; the "'s" of a possessive has the role 'drop'.

    Raises:
        Unclear: with the reason code, where a mention cannot be placed for certain.
    """
    roles = _named(tokens)
    for index in range(len(tokens)):
        if role := _pronoun(tokens, index, person, roles, others, in_focus):
            roles[index] = role
    if _has_eponym(tokens, roles, person):
        raise Unclear("namesake")
    return roles


def _pronoun(
    tokens: Sequence[Token],
    index: int,
    person: Person,
    roles: dict[int, Role],
    others: Sequence[Other],
    in_focus: bool,
) -> Role | None:
    """The role of a pronoun that is the person; None for any other word.

    Raises:
        Unclear: where it may be somebody else.
    """
    role = pronoun_role(tokens, index, person.pronouns)
    if role is None:
        return None
    if index in quoted_positions(tokens):
        raise Unclear("quoted_speech")
    rival_positions = [other.position for other in rivals(others, person.pronouns)]
    if _is_glossed(tokens, index) or not _is_safe(index, role, roles, rival_positions, tokens, in_focus):
        raise Unclear("ambiguous_pronoun")
    if role == "object" and _is_own_object(index, {**roles, index: role}, tokens):
        raise Unclear("ambiguous_pronoun")  # "Newton succeeded him": somebody else
    return role


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
    own = {person.name, person.name.split()[0]}
    return any(tokens[i].text not in own and any(subject < i for subject in subjects) for i in owners)


def _is_safe(
    index: int, role: Role, roles: dict[int, Role], rival_positions: list[int], tokens: Sequence[Token], in_focus: bool
) -> bool:
    """Whether a pronoun at `index` can be nobody but the person."""
    before = [position for position in rival_positions if position < index]
    if before and role == "object":
        return (in_focus or bool(roles)) and _is_done_by(before, index, tokens)
    if before and role == "subject":
        is_known = in_focus or any(position < index for position in roles)
        is_other = is_known and _is_beside_whom(before, index, tokens)
        return is_other or _is_named_subject(before[-1], index, roles, tokens)
    if before and role == "possessive":
        is_known = in_focus or any(position < index for position in roles)
        return _is_subjects_own(before, index, roles, tokens) or (is_known and _is_kin_of(before, index, tokens))
    if before:
        return False
    if any(position < index for position in roles):
        return True
    comma = next((i for i, token in enumerate(tokens) if token.text == "," and i > index), None)
    opener = tokens[1 if tokens[0].lower in ("shortly", "soon", "immediately") and len(tokens) > 1 else 0]
    if index == 0 or comma is None or not _opens_adverbial(opener):
        return in_focus
    # "After his death, Hale ..." may be Hale's death, "In her youth, Hopper ..." is hers.
    if any(comma < position <= comma + 2 and roles[position] == "subject" for position in roles):
        return True
    return in_focus and not any(comma < position <= comma + 4 for position in rival_positions)


def _is_named_subject(rival: int, index: int, roles: dict[int, Role], tokens: Sequence[Token]) -> bool:
    """Whether the person is named as the main subject between a rival in a fronted phrase and a later "he"."""
    lead = lead_end(tokens)
    return rival < lead < index and roles.get(lead) == "subject" and tokens[lead].is_name


def _is_subjects_own(before: list[int], index: int, roles: dict[int, Role], tokens: Sequence[Token]) -> bool:
    """Whether "his own" is the nearest subject's; "his" alone may not be: 'After Hale died, Voss sold his house'."""
    subject = max((i for i, role in roles.items() if role == "subject" and i < index), default=None)
    if subject is None or before[-1] > subject or word_at(tokens, index + 1) != "own":
        return False
    return not any(token.lower in _RELATIVES for token in tokens[subject:index])


def _is_beside_whom(before: list[int], index: int, tokens: Sequence[Token]) -> bool:
    """Whether the one other man is the "whom" of the clause: 'Hale, with whom he left', 'under whose roof he lived'."""
    near = [i for i in range(max(0, index - 3), index) if tokens[i].lower in ("whom", "whose")]
    opens = bool(near) and before[0] < near[-1] and all(t.is_word for t in tokens[near[-1] : index])
    is_one = before[-1] - before[0] < len(before)  # 'the composer Hale' is one man
    return opens and is_one and (tokens[near[-1]].lower == "whose" or near[-1] == index - 1)


def _is_kin_of(before: list[int], index: int, tokens: Sequence[Token]) -> bool:
    """Whether "his father" stands where the only other man is a father: nobody is his own."""
    kin = next((t.lower for t in tokens[index + 1 : index + 3] if t.lower in KIN), None)
    return kin is not None and all(tokens[rival].lower == kin for rival in before)


def _is_done_by(before: list[int], index: int, tokens: Sequence[Token]) -> bool:
    """Whether the one other man is who does what is done to "him": 'Hale fired him', 'Hale came to see him'."""
    subject = before[0]
    verb = verb_position(tokens, name_end(tokens, subject) - 1 if tokens[subject].is_capitalised else subject)
    if verb is None or len(before) > 1 or word_at(tokens, subject - 1) in ("of", "by", "and", "or"):
        return False
    between = [t for t in tokens[verb:index] if not is_adverb(t.text) and t.lower not in _HELPERS]
    return (
        len(between) in (1, 3)
        and all(lemmas(t.text, "VERB") for t in between[::2])
        and (len(between) == 1 or between[1].lower == "to")
    )


def _is_own_object(index: int, roles: dict[int, Role], tokens: Sequence[Token]) -> bool:
    """Whether a "him" stands in the person's own clause, where English would say "himself"."""
    if tokens[index - 1].lower in _RESULTS:
        return False  # "was known for his wit, earning him a name"
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
