"""An answer and its evidence as the same kind of units, so that the one can be laid beside the other.

    evidence   "In 1881, Voss moved to Budapest with Anna Hale."
    answer     "I moved to Budapest in 1881."
    both       SELF (subject), word {move}, word {to}, name "budapest", word {in}, number "1881"

The person's name and pronouns in the evidence, and I, me, my in the answer, become the kind `self`; names become one
unit each however many words they have; "four", "4th" and "4" have one key.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from augment.english.binding import find_roles
from augment.english.check_numbers import ORDINALS, VALUES, date_end, find_number
from augment.english.definitions import life_dates
from augment.english.given import with_given_name
from augment.english.grammar import Token, is_adverb, is_noun, lemmas, tokenize
from augment.english.lexicon import AUXILIARIES, BE, DAYS, FUNCTION_WORDS, MONTHS, NUMBERS, PREPOSITIONS, words
from augment.english.mentions import name_role, pronoun_role
from augment.english.people import find_others, rivals
from augment.english.sentences import split_sentences, tidy
from augment.person import Person
from augment.statements import Unclear

Units = tuple["Unit", ...]

_SELF = {
    **dict.fromkeys(("i", "we"), "subject"),
    **dict.fromkeys(("me", "us", "myself", "ourselves"), "object"),
    **dict.fromkeys(("my", "mine", "our", "ours"), "possessive"),
}
_MONEY = {"$": "dollar", "£": "pound", "€": "euro", "%": "percent"}
_PLURAL = words("we us our ours ourselves")
_SECOND = {"you": "any", "your": "possessive", "yours": "possessive", "yourself": "object"}
_ROLES = {"subject": "subject", "object": "object", "reflexive": "object", "possessive": "possessive"}
_PIECES = "|".join(sorted(NUMBERS - {"one"}, key=len, reverse=True))
_CONTRACTED = (
    (r"\b([Cc])an['’]t\b", r"\1an not"),
    (r"\b([Ww])on['’]t\b", r"\1ill not"),
    (r"\b([Cc])annot\b", r"\1an not"),
    (r"n['’]t\b", " not"),
    (r"\b(I)['’]m\b", r"\1 am"),
    (r"\b(I|[Ww]e|[Yy]ou|[Tt]hey)['’]ve\b", r"\1 have"),
    (r"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)['’]ll\b", r"\1 will"),
    (r"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he)['’]d\b", r"\1 had"),
    (r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]re\b", r"\1 are"),
    (r"\b([Ii]t|[Tt]hat|[Hh]e|[Ss]he|[Tt]here|[Ww]hat|[Ww]ho)['’]s\b", r"\1 is"),
    (r"(?<=\d)[–—-](?=\d)", " – "),
    (rf"\b({_PIECES}|\d+)-(?=[a-z])(?!(?:{_PIECES})\b)", r"\1 "),  # four-year
)
_ENDINGS = (
    *("ational", "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ists", "ist"),
    *("ities", "ity", "ness", "ical", "ally", "ers", "ors", "er", "or", "ied", "ies", "ed", "ly", "al", "ic", "ive"),
    *("es", "s", "e", "y"),
)


@dataclass(frozen=True)
class Unit:
    """A name, number, date word, mention of the person's self, other word, or mark, in its sentence.

    `keys` are what it may be matched by: lemmas and a stem of words, the single words of names. `role` of the kind
    `self`: subject, object, possessive, or any where the grammar does not tell; of a name that bears the person's: own.
    `sure` is False for a pronoun
    that may as well be somebody else's, and for "we".
    """

    text: str
    kind: str
    keys: frozenset[str]
    role: str = ""
    sure: bool = True

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


def same(one: Unit, other: Unit) -> bool:
    """Whether two units say the same: mentions of the self in one role, names that share all words of the shorter."""
    if one.kind == "self" or other.kind == "self":
        return one.kind == other.kind and (one.role == other.role or "any" in (one.role, other.role))
    if one.kind == other.kind and one.kind in ("name", "date"):
        return one.keys <= other.keys or other.keys <= one.keys
    return bool(one.keys & other.keys)


@lru_cache(maxsize=2000)
def first_person_units(text: str, person: Person) -> tuple[Units, ...]:
    """The sentences of an answer as units: I, me, my are the self, and so is the person's own name."""
    return tuple(_units(sentence, person, _roles_of_speaker(sentence, _SELF)) for sentence in _sentences(text, person))


@lru_cache(maxsize=2000)
def question_units(text: str, person: Person) -> tuple[Units, ...]:
    """The sentences of a question as units: you and your are the self; "were you born" stands as "you were born"."""
    return tuple(
        _stated(_units(sentence, person, _roles_of_speaker(sentence, _SECOND))) for sentence in _sentences(text, person)
    )


def _stated(units: Units) -> Units:
    """With the person before their auxiliary."""
    turned = list(units)
    for index, unit in enumerate(units[1:], 1):
        if unit.kind != "self" or units[index - 1].lower not in AUXILIARIES | BE:
            continue
        end = index + 1
        if unit.role == "possessive":
            nouns = (i for i in range(index + 1, len(units)) if units[i].kind != "word" or not is_noun(units[i].text))
            end = max(next(nouns, len(units)), index + 1)
        turned[index - 1 : end] = [*units[index:end], units[index - 1]]
    return tuple(turned)


@lru_cache(maxsize=2000)
def third_person_units(text: str, person: Person) -> tuple[Units, ...]:
    """The sentences of the evidence as units: the person's names and pronouns are the self.

    The dates of a life in brackets behind the name are a birth and a death.
    A pronoun behind somebody else whom it may mean, in a sentence that the rules cannot read, is not `sure`.
    """
    person = with_given_name(person, text)
    whole = "\n".join([text, *(claim for line in text.splitlines() for claim, _, _ in life_dates(line, person))])
    return tuple(_units(sentence, person, _roles_of_person(sentence, person)) for sentence in _sentences(whole, person))


def _sentences(text: str, person: Person) -> list[list[Token]]:
    """The tokens of each sentence, contractions spelled out."""
    for pattern, whole in _CONTRACTED:
        text = re.sub(pattern, whole, text)
    return [tokenize(tidy(sentence.text), person.pattern) for sentence in split_sentences(text)]


def _roles_of_speaker(tokens: Sequence[Token], known: dict[str, str]) -> dict[int, tuple[str, bool]]:
    roles = {i: (known[t.lower], t.lower not in _PLURAL) for i, t in enumerate(tokens) if _plain(t) in known}
    roles |= {i: ("object", True) for i, (role, _) in roles.items() if role == "any" and _is_behind(tokens, i)}
    named = {index: ("any", True) for index, token in enumerate(tokens) if token.is_name and _is_self(tokens, index)}
    return {**named, **{index: role for index, role in roles.items() if not _is_numeral(tokens, index)}}


def _is_behind(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition stands right before."""
    return index > 0 and tokens[index - 1].lower in PREPOSITIONS


def _plain(token: Token) -> str:
    """The word in lower case; 'US' is not "us"."""
    return token.text if token.text.isupper() and len(token.text) > 1 else token.lower


def _is_numeral(tokens: Sequence[Token], index: int) -> bool:
    """Whether an I is a numeral behind a name: 'World War I', 'Wilhelm I'."""
    before = tokens[index - 1] if index else None
    return (
        tokens[index].text == "I"
        and before is not None
        and before.is_capitalised
        and len(before.text) > 2
        and (before.lower not in FUNCTION_WORDS | words("yes"))
    )


def _roles_of_person(tokens: Sequence[Token], person: Person) -> dict[int, tuple[str, bool]]:
    """The person's mentions: as the rules read the sentence, or with doubt where they cannot."""
    others = find_others(tokens, person)
    try:
        found = find_roles(tokens, person, others, True)
        return {i: (_ROLES.get(role, "possessive"), True) for i, role in found.items() if role != "drop"}
    except Unclear:
        return _likely_roles(tokens, person, [other.position for other in rivals(others, person.pronouns)])


def _likely_roles(tokens: Sequence[Token], person: Person, others: Sequence[int]) -> dict[int, tuple[str, bool]]:
    """Each mention by itself; a pronoun is sure where nobody else stands between it and the person as subject."""
    roles: dict[int, tuple[str, bool]] = {}
    for index in range(len(tokens)):
        last = max((i for i, (role, sure) in roles.items() if sure and role == "subject"), default=-1)
        if role := _likely_role(tokens, index, person, not any(last < other < index for other in others)):
            roles[index] = role
    return roles


def _likely_role(tokens: Sequence[Token], index: int, person: Person, alone: bool) -> tuple[str, bool] | None:
    """The role of a name or pronoun, and whether it is sure: a name, or a pronoun that is `alone`."""
    try:
        role = name_role(tokens, index) if tokens[index].is_name else pronoun_role(tokens, index, person.pronouns)
    except Unclear:
        return "any", tokens[index].is_name
    if role is None:
        return None
    return _ROLES.get(role, "possessive"), alone or tokens[index].is_name


def _is_self(tokens: Sequence[Token], index: int) -> bool:
    """Whether the person's name stands for the person: not in 'the Hopper prize', not in 'Hopper Avenue'."""
    try:
        return name_role(tokens, index) is not None
    except Unclear:
        return True


def _units(tokens: Sequence[Token], person: Person, roles: dict[int, tuple[str, bool]]) -> Units:
    units: list[Unit] = []
    index = 0
    while index < len(tokens):
        end = index + 1
        if index in roles:
            role, sure = roles[index]
            units.append(Unit(tokens[index].text, "self", frozenset(("self",)), role, sure))
            end += end < len(tokens) and tokens[end].text in ("'s", "’s") and tokens[index].is_name
        elif _is_name(tokens, index):
            while end < len(tokens) and end not in roles and tokens[end].space and _is_name(tokens, end):
                end += 1
            units.append(_name(tokens[index:end], own=any(token.is_name for token in tokens[index:end])))
        elif date := date_end(tokens, index):
            end = date
            units.append(_date(tokens[index:end]))
        elif number := find_number(tokens, index):
            value, end = number
            units.append(Unit(" ".join(t.text for t in tokens[index:end]), "number", frozenset((value,))))
        else:
            units.append(_word(tokens[index]))
        index = end
    return tuple(units)


def _date(tokens: Sequence[Token]) -> Unit:
    parts = (re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", token.text) for token in tokens if token.is_word)
    return Unit(" ".join(token.text for token in tokens), "date", frozenset(parts))


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word is a name; of the first word of a sentence, whether it can be nothing else."""
    token = tokens[index]
    if not token.is_capitalised or not token.is_word or token.text in MONTHS | DAYS | {"I"}:
        return False
    opens = index == 0 or tokens[index - 1].text in ".!?:"
    leads = index + 1 < len(tokens) and tokens[index + 1].space and tokens[index + 1].text[0].isupper()
    if token.lower in FUNCTION_WORDS | words("yes well born oh"):
        return leads and not opens and tokens[index + 1].text != "I"
    numeral = token.lower.split("-")[0] in {**VALUES, **ORDINALS}
    leads = leads and not is_adverb(token.text) and tokens[index + 1].text not in MONTHS | DAYS | {"I"}
    return not opens or token.is_name or leads or not (is_common(token.text) or numeral)


def is_common(word: str) -> bool:
    """Whether the lexicon has the word as a common one."""
    return any(lemma.islower() for kind in ("NOUN", "VERB", "ADJ", "ADV") for lemma in lemmas(word, kind))


def _name(tokens: Sequence[Token], own: bool) -> Unit:
    """One unit of a capitalised phrase; `own` if the person's name is in it, as in 'the Tesla coil'."""
    text = " ".join(token.text for token in tokens)
    return Unit(text, "name", frozenset(re.findall(r"\w+", _folded(text))), role="own" if own else "")


def _folded(text: str) -> str:
    """Lower case, without accents: 'Gospić' is 'Gospic' to many a writer."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))


def _word(token: Token) -> Unit:
    keys = word_keys(_MONEY.get(token.text, token.lower))
    return Unit(token.text, "word" if token.is_word else "mark", keys)


@lru_cache(maxsize=50_000)
def word_keys(word: str) -> frozenset[str]:
    """The lemmas of a word in every class, and its stem: 'inventions' -> invention, ~invent."""
    found = {lemma for kind in ("NOUN", "VERB", "ADJ", "ADV") for lemma in lemmas(word, kind)}
    parts = {part for part in word.split("-") if len(part) > 3} if "-" in word else set()
    return frozenset({word, *found, *parts, *(f"~{stem(form)}" for form in {word, *found} if len(form) > 4)})


def stem(word: str) -> str:
    """A word without its endings; at least four letters stay."""
    for _ in range(2):
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), "")
        word = word[: len(word) - len(ending)]
    return word
