"""The person, and everybody else whom a sentence names.

Whoever is not known to be something else counts as somebody: a capitalised phrase without a word of places or
institutions in it, or a noun like "teacher". Missing knowledge makes the rewriter more careful, never less.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from augment.english.grammar import Token, is_finite, is_plural, is_surely_finite, lemmas, quoted_positions, word_at
from augment.english.lexicon import (
    BE,
    CONJUNCTIONS,
    DAYS,
    FEMALE,
    FUNCTION_WORDS,
    GROUPS,
    MALE,
    MONTHS,
    NOT_A_PERSON,
    PERSON,
    PREPOSITIONS,
    TITLES,
    words,
)
from augment.english.names import gender_of
from augment.person import Person

_LOCATIVES = words("in near into at outside across throughout around toward towards onto")


_NAMING = BE | words("as became become becoming remained made appointed elected named")


_WORKS = words(
    "published publish publishes wrote write writes written composed released entitled titled book novel memoir "
    "opera film album song symphony article paper poem play book magazine newspaper treatise essay autobiography "
    "called series firm company band magazine ship boat yacht locomotive"
)


_CAUSING = words("saw see sees heard hear hears let lets made make makes had watched watch helped help felt")


_STREETS = words("St Ave Rd Blvd Sq Street Avenue Lane Drive")


_ORDINALS = words("first second third fourth fifth last only new old former")


_PLACING = (
    "in|near|into|outside|city of|village of|town of|"
    "(?:moved|returned|went|travell?ed|emigrated|relocated|came|sailed) to"
)
_PARTICLES = words("of the de van von der den di da la le du del al bin ibn y & and")


@dataclass(frozen=True)
class Other:
    """Somebody else at a token position; `gender` is 'he', 'she', 'any' or, for a group, 'they'."""

    position: int
    gender: str


def find_places(texts: Iterable[str]) -> frozenset[str]:
    """Capitalised words that a page uses after "in" or "near", and so are no people: 'in Graz' makes Graz a place."""
    text = "\n".join(texts)
    name = r"[A-ZÀ-Ž][\w'’-]+(?:(?: [A-ZÀ-Ž][\w-]+)*)"
    found = re.finditer(rf"\b(?:{_PLACING}) ({name})(?!['’]s?)(?:, ({name}))?", text)
    places = {place for match in found for place in match.groups() if place and not place.endswith(("'", "’", "'s"))}
    persons = set(re.findall(rf"\b(?:(?:Mr|Mrs|Dr)\.?|he|she|by|brother|sister|named) ({name})", text))
    persons |= set(
        re.findall(rf"({name}) (?:said|wrote|told|asked|replied|believed|thought|was born|died|married)\b", text)
    )
    return frozenset(places - persons)


def find_others(tokens: Sequence[Token], person: Person) -> list[Other]:
    """Everybody else in a sentence, in order; words inside quotation marks are passed over."""
    quoted = quoted_positions(tokens)
    others, index = [], 0
    while index < len(tokens):
        token, end = tokens[index], index + 1
        if index in quoted:
            pass
        elif token.is_name or _begins_name(tokens, index):
            end = name_end(tokens, index)
            if not (token.is_name and end == index + 1) and _is_somebody(tokens, index, end, person):
                others.append(Other(index, _gender_beside(tokens, index)))
        elif token.is_word and not _describes_subject(tokens, index) and not _is_adjective(tokens, index):
            others.extend(_common_noun(token, index))
        index = end
    return others


def rivals(others: Sequence[Other], pronouns: str) -> list[Other]:
    """Those who a pronoun of this gender could be as well."""
    if pronouns == "they":
        return list(others)
    return [other for other in others if other.gender in (pronouns, "any")]


def name_end(tokens: Sequence[Token], start: int) -> int:
    """Where the capitalised phrase that begins at `start` ends: 'Archduke Rudolf of Austria' is one phrase."""
    end = start + 1
    while end < len(tokens) and tokens[end].space:
        if tokens[end].is_capitalised and tokens[end].text not in MONTHS and tokens[end].text != "I":
            end += 1
        elif tokens[end].lower in _PARTICLES and _capital_follows(tokens, end) and tokens[end].lower != "and":
            end += 2 if tokens[end + 1].lower != "the" else 3
        else:
            break
    return min(end, len(tokens))


def _begins_name(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not token.is_capitalised or token.lower in FUNCTION_WORDS or token.text in MONTHS | DAYS or not token.is_word:
        return False
    common = any(lemma.islower() for kind in ("NOUN", "VERB", "ADJ", "ADV") for lemma in lemmas(token.text, kind))
    return index > 0 or not common or _capital_follows(tokens, index) or _acts(tokens, index)


def _acts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word without an article is a subject or an owner, as only names are: 'Brown agreed', 'Hale's firm'."""
    after = word_at(tokens, index + 1)
    return after in ("'s", "’s") or (is_finite(after) and not is_plural(tokens[index].text))


def opens_only(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word has its capital only from standing first."""
    word = tokens[index].lower
    return index == 0 and (word in FUNCTION_WORDS or any(lemmas(word, kind) for kind in ("VERB", "ADV", "ADJ")))


def _capital_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word comes next, 'the' passed over."""
    after = index + 1
    if word_at(tokens, after) == "the":
        after += 1
    return after < len(tokens) and tokens[after].is_capitalised and tokens[after].space


def _is_somebody(tokens: Sequence[Token], start: int, end: int, person: Person) -> bool:
    """Whether a capitalised phrase may be a human being: anything not known to be something else."""
    words = [token.text for token in tokens[start:end]]
    phrase = " ".join(words)
    if _is_office(tokens, start):
        return False
    is_titled = words[0].rstrip(".") in TITLES and not (words[0] == "General" and NOT_A_PERSON & set(words))
    if is_titled or words[-1].rstrip(".") in _STREETS:
        return is_titled
    if NOT_A_PERSON & {*words, words[-1].removesuffix("s")} or phrase in person.places or words[0] in person.places:
        return False
    if "&" in words or any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    if _is_purpose(tokens, start):
        return False
    if word_at(tokens, start - 1) == "," and word_at(tokens, start - 2) in _WORKS:
        return False  # "her memoir, Slow Uphill"
    if word_at(tokens, start - 1) in _LOCATIVES | {"the"} or tokens[end - 1].text.endswith("s'"):
        return False
    if _is_attribute(tokens, start, end) or _has_article(tokens, start) or word_at(tokens, start - 1) in _WORKS:
        return False
    adjective = len(words) == 1 and words[0].endswith(("ian", "ish", "ese", "ican", "ic"))
    return not adjective and not _is_place_after_comma(tokens, start, person)


def _is_office(tokens: Sequence[Token], start: int) -> bool:
    """Whether the phrase is what the subject became: 'as the second President of Chile', 'named Star of the Year'."""
    before = start - 1
    while before > start - 4 and word_at(tokens, before) in _ORDINALS | {"a", "an", "the"}:
        before -= 1
    return word_at(tokens, before) in _NAMING - {"named", "made"} or (
        word_at(tokens, before) in ("named", "made") and word_at(tokens, before - 1) in BE
    )


def _is_purpose(tokens: Sequence[Token], start: int) -> bool:
    """Whether the phrase says what an institution is for: 'Society for Bird Care', 'Board on Weights and Measures'."""
    before = start
    if word_at(tokens, before - 1) == "and" and is_plural(tokens[start].text):
        before -= 2
    return word_at(tokens, before - 1) in ("on", "for") and before > 1 and tokens[before - 2].text in NOT_A_PERSON


def _has_article(tokens: Sequence[Token], start: int) -> bool:
    """Whether an article stands before: 'the second Lucasian Professor', which no name has."""
    before = start - 1
    while before > start - 3 and tokens[before].lower in _ORDINALS:
        before -= 1
    return word_at(tokens, before) in ("a", "an", "the")


def _is_attribute(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a lower-case noun right behind makes the phrase part of a thing: 'Crookes tubes', 'Time magazine'."""
    if end >= len(tokens) or not tokens[end].text[:1].islower() or tokens[end].lower in FUNCTION_WORDS:
        return False
    if tokens[end].lower in lemmas(tokens[end].text, "VERB") and word_at(tokens, start - 1) in _CAUSING:
        return False  # "saw Hale burn"
    return bool(lemmas(tokens[end].text, "NOUN")) and not is_finite(tokens[end].text)


def _is_place_after_comma(tokens: Sequence[Token], start: int, person: Person) -> bool:
    """Whether the phrase is the second part of 'in Graz, Austria' or 'in Graz and Vienna'."""
    if word_at(tokens, start - 1) not in (",", "and") or start < 2 or not tokens[start - 2].is_capitalised:
        return False
    if word_at(tokens, start - 1) == "and" and is_finite(word_at(tokens, name_end(tokens, start))):
        return False  # "in Graz and Hale agreed"
    first = start - 2
    while first > 0 and tokens[first - 1].is_capitalised and tokens[first].space:
        first -= 1
    return not _is_somebody(tokens, first, start - 1, person)


def _gender_beside(tokens: Sequence[Token], start: int) -> str:
    """What a noun before a name says of its gender: 'his mother, Ana' is a woman."""
    title = tokens[start].lower
    if title in MALE or title in FEMALE:
        return "he" if title in MALE else "she"
    back = 1 + (word_at(tokens, start - 1) in (",", "named", "called"))
    first = start + (tokens[start].text.rstrip(".") in TITLES and start + 1 < len(tokens))
    return gender_of(tokens[first].text, word_at(tokens, start - back), name_end(tokens, start) - first > 1)


def _common_noun(token: Token, index: int) -> list[Other]:
    """The person that a common noun stands for, if any."""
    word = token.lower
    if word in MALE | FEMALE | PERSON:
        return [Other(index, "he" if word in MALE else "she" if word in FEMALE else "any")]
    if word in GROUPS or (is_plural(word) and word not in FUNCTION_WORDS):
        return [Other(index, "they")]
    return []


def _is_adjective(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word for a person only describes the next: 'relative obscurity', 'patient work'."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    fits = after.islower() and after not in FUNCTION_WORDS and not is_surely_finite(after) and lemmas(after, "NOUN")
    return bool(fits) and bool(lemmas(tokens[index].text, "ADJ")) and tokens[index].lower not in MALE | FEMALE


def _describes_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun says what the subject is: 'was an inventor and engineer', 'as a draftsman'."""
    if word_at(tokens, index - 1) in _NAMING:
        return True  # "was president", "made chairman"
    comma = next((i for i, token in enumerate(tokens[:9]) if token.text == ","), 0)
    if word_at(tokens, 0) in ("a", "an") and index < comma and word_at(tokens, comma + 1) in ("he", "she", "they"):
        return True  # "A child prodigy, he ..."
    position = index
    while position > 0 and _in_noun_list(tokens[position]):
        position -= 1
        if tokens[position].lower in ("a", "an", "the", "one"):
            return word_at(tokens, position - 1) in _NAMING
    return False


def _in_noun_list(token: Token) -> bool:
    word = token.lower
    return word in (",", "and", "but", "-") or (word not in PREPOSITIONS | CONJUNCTIONS and not is_surely_finite(word))
