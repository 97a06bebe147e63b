"""The person's names and pronouns in a sentence, and the grammatical role of each.

"Milutin Tesla" is not Tesla, "the Tesla coil" and "Tesla Electric" are things; "by Tesla" is an object, and "Tesla
found" a subject. Where the words around a name do not tell, its role is unclear, and the sentence is not used.
"""

from collections.abc import Sequence
from typing import Literal

from augment.english.grammar import Token, is_adverb, is_finite, is_plural, is_surely_finite, lemmas, past_of, word_at
from augment.english.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FEMALE,
    FUNCTION_WORDS,
    MALE,
    MONTHS,
    NOT_A_PERSON,
    NUMBERS,
    PERSON,
    PREPOSITIONS,
    SUBORDINATORS,
    words,
)
from augment.english.people import opens_only
from augment.statements import Unclear

Role = Literal["subject", "object", "possessive", "mine", "reflexive", "drop"]


PRONOUNS: dict[str, dict[str, Role]] = {
    "he": {"he": "subject", "him": "object", "his": "possessive", "himself": "reflexive"},
    "she": {"she": "subject", "her": "possessive", "hers": "mine", "herself": "reflexive"},
    "they": {
        "they": "subject",
        "them": "object",
        "their": "possessive",
        "theirs": "mine",
        "themself": "reflexive",
        "themselves": "reflexive",
    },
}


_GIVERS = words(
    "gave give gives given told tell taught teach offered offer paid pay made make helped help let saw see heard "
    "called named asked sent showed brought left bought won granted awarded owed lent found promised wrote handed "
    "earned cost allowed got get kept keep considered considers"
)


_OF_ME = words(
    "spoke speak speaks spoken speaking thought think thinks heard hear proud fond jealous critical afraid wary "
    "ahead because front instead favor favour support portrait photograph photographs picture statue bust painting "
    "biography memory care advantage charge positively admiringly highly warmly asked aware honor honour made"
)
"""What "of me" may follow; elsewhere English says "my"."""
_HONOURS = words("majesty highness excellency honour honor holiness eminence lordship ladyship grace")


_OF_FAMILIES = words("van von de der den du da di del la le bin ibn zu ten ter")
_AT = words("in at from")
_NO_NOUN = (PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | SUBORDINATORS) - words("like past near inside outside")


def name_role(tokens: Sequence[Token], index: int) -> Role | None:
    """The role of a name token; None where it is part of a thing's name.

    Raises:
        Unclear: `unclear_role` where the words around it do not tell, `namesake` where it may be somebody else.
    """
    before, after = word_at(tokens, index - 1), word_at(tokens, index + 1)
    if is_part_of_name(tokens, index) or before in DETERMINERS - {"that"}:
        return None
    if (before.isdigit() or before in NUMBERS | {"many", "several", "few"}) and is_plural(after):
        return None  # "17 Tesla patents"
    if before in ("named", "called", "née", "surnamed", "nicknamed", "like"):
        raise Unclear("namesake")
    if after in ("'s", "’s", "'", "’"):
        if word_at(tokens, index + 2) in ("a", "an", "the", "one"):
            raise Unclear("unclear_role")  # "Hopper's The Education of a Computer"
        return "possessive"
    if before in ("and", "or", "nor", "neither", "either"):
        raise Unclear("unclear_role")  # "between Hale and Hopper grew", "Hale and Hopper met"
    verb = next_verb(tokens, index)
    if before in PREPOSITIONS and before not in SUBORDINATORS:
        odd = before == "to" and word_at(tokens, index - 2) in ("subsequent", "prior", "due", "thanks", "according")
        if odd or (before == "of" and word_at(tokens, index - 2) not in _OF_ME):
            raise Unclear("unclear_role")  # "the works of me" is no English
        return "object"
    if verb is not None and (is_surely_finite(verb) or past_of(verb) or before in ("", ",", ";", "that", "when")):
        return "subject"
    if _is_object_place(before, after):
        return "object"
    raise Unclear("unclear_role")


def is_part_of_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether capitalised words beside the name make it another's: 'Milutin Tesla', 'Tesla Motors'."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.space and after.is_capitalised and after.text not in MONTHS:
        return True
    if after is not None and after.text == "&":
        return True
    if (
        after is not None
        and after.text == ","
        and word_at(tokens, index + 2).rstrip(".") in ("inc", "ltd", "llc", "jr", "sr")
    ):
        return True
    before = tokens[index - 1] if index else None
    if before is None or not tokens[index].space or not before.is_word:
        return False
    if before.text in _OF_FAMILIES and index > 1 and tokens[index - 2].is_capitalised:
        return True  # "Johann van Beethoven"
    return (
        before.is_capitalised
        and before.lower not in FUNCTION_WORDS
        and before.text not in MONTHS
        and not opens_only(tokens, index - 1)
        and not _ends_lead(tokens, index)
    )


def _ends_lead(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words before are a fronted place or work without its comma: 'At Cambridge Newton studied'."""
    start = index - 1
    while start > 1 and tokens[start - 1].is_capitalised and tokens[start].space:
        start -= 1
    before = word_at(tokens, start - 1)
    is_place = start == index - 1 and tokens[start].text in NOT_A_PERSON and start == 1 and before in _AT
    is_work = before in ("magazine", "journal", "newspaper") and tokens[0].lower in _AT and index - start <= 3
    return (is_place or is_work) and verb_position(tokens, index) is not None


def pronoun_role(tokens: Sequence[Token], index: int, pronouns: str) -> Role | None:
    """The role of a pronoun that may be the person's; None for any other word.

    Raises:
        Unclear: `ambiguous_pronoun` for a "her" that could be "me" as well as "my".
    """
    role = PRONOUNS[pronouns].get(tokens[index].lower)
    after = word_at(tokens, index + 1)
    if role != "possessive":
        return role
    if after in _HONOURS and (tokens[index + 1].is_capitalised or after not in ("honour", "honor", "grace")):
        return None  # "his Majesty", but "in his honour"
    if after in ("a", "an", "the", "one") and tokens[index].lower != "her":
        raise Unclear("unclear_role")  # "His A Political Education"
    alone = after in ("", *",.;:)—–") or after in _NO_NOUN
    if tokens[index].lower == "his":
        return "mine" if alone else role
    if tokens[index].lower == "her" and (alone or after in DETERMINERS or after.endswith("ly")):
        return "object"
    is_giving = word_at(tokens, index - 1) in _GIVERS and after not in MALE | FEMALE | PERSON
    if tokens[index].lower == "her" and is_giving:
        raise Unclear("ambiguous_pronoun")
    return role


def next_verb(tokens: Sequence[Token], index: int) -> str | None:
    """The finite verb that follows a subject at `index`, adverbs passed over; None if none follows."""
    position = verb_position(tokens, index)
    return tokens[position].text if position is not None else None


def verb_position(tokens: Sequence[Token], index: int) -> int | None:
    """Where the finite verb of a subject at `index` stands."""
    position = index + 1
    while position < len(tokens) and is_adverb(tokens[position].text) and not past_of(tokens[position].text):
        position += 1
    if position < len(tokens) and is_finite(tokens[position].text):
        return position
    return None


def _is_object_place(before: str, after: str) -> bool:
    """Whether a name between these words is an object: after a verb, and not before its own noun or verb."""
    if not (lemmas(before, "VERB") or before in SUBORDINATORS & PREPOSITIONS):
        return False
    free = not after[:1].isalpha() or after in FUNCTION_WORDS or is_adverb(after)
    return free or after.endswith("ing")
