"""Claims from what a sentence says by the way: its brackets, relative clauses, further verbs, and names in commas.

    Voss, who was born in Malmö, moved to Lund.        -> Voss was born in Malmö.
    Voss sold the mill, and in 1901 bought a boat.     -> In 1901 Voss bought a boat.
    He moved to Lund, where he met Hale.               -> Voss met Hale.
    They fired Hale, who had hired Voss.               -> Hale had hired Voss.
    The mill stood idle (Voss refused to sell it).     -> Voss refused to sell it.
    His loyal secretary, Ada Brand, kept the letters.  -> Ada Brand was Voss's loyal secretary.
    His second book, Slow Rain, published in 1901, ... -> Voss's second book, Slow Rain, was published in 1901.

Each is a clause of its own, with the person named, and must still pass every test that a sentence must. Not handled:
clauses after "if", "when" and "because", whose truth hangs on the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from augment.english.binding import clear_roles
from augment.english.clauses import cut_points, part_clauses
from augment.english.grammar import (
    Token,
    is_adverb,
    is_finite,
    is_gerund,
    is_participle,
    is_plural,
    is_surely_finite,
    lemmas,
    third_of,
    word_at,
)
from augment.english.leads import closed_positions, lead_end
from augment.english.lexicon import (
    FEMALE,
    FUNCTION_WORDS,
    KIN,
    MALE,
    NOT_A_PERSON,
    OCCUPATIONS,
    PERSON,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    words,
)
from augment.english.mentions import PRONOUNS, Role, verb_position
from augment.english.people import find_others, name_end
from augment.person import Person
from augment.statements import Unclear

_BESIDE = words("where while though although whereas")
"""What a clause may begin with that is as true as the sentence around it."""
_STOP = Token(".", space=False)


def side_clauses(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """Each clause that a sentence says by the way, ready to be read like a sentence; pronouns are already the name."""
    yield from _bracketed(tokens, person, in_focus)
    yield from _later(tokens, person, in_focus)
    yield from _interrupting(tokens, person, in_focus)
    yield from _roles_of_people(tokens, person, in_focus)
    yield from _works(tokens, person, in_focus)


def _roles(tokens: Sequence[Token], end: int, person: Person, in_focus: bool) -> dict[int, Role]:
    """The clear mentions of the person before `end`; none where a name is unclear."""
    try:
        return clear_roles(tokens[:end], person, find_others(tokens[:end], person), in_focus)
    except Unclear:
        return {}


def _may_be_person(token: Token, person: Person) -> bool:
    return token.is_name or token.lower in PRONOUNS[person.pronouns]


def _told(tokens: Sequence[Token], start: int, end: int, person: Person, in_focus: bool) -> list[Token]:
    """The words from `start` to `end` as a sentence of their own, its first pronoun replaced by the name.

    Where a later pronoun is unclear, the pronoun is replaced if it is clear up to itself.
    """
    clause = list(tokens[start:end])
    for index in (i for i in range(start, end) if _may_be_person(tokens[i], person)):
        role = _roles(tokens, index + 2, person, in_focus).get(index)
        if role in ("subject", "object", "possessive"):
            if not tokens[index].is_name:
                name = Token(person.name, tokens[index].space, is_name=True)
                owner = [Token("'s", space=False)] if role == "possessive" else []
                clause[index - start : index - start + 1] = [name, *owner]
            break
    while clause and clause[-1].text in ",;:—–.":
        clause.pop()
    return [*(replace(token, space=True) for token in clause[:1]), *clause[1:], _STOP]


def _bracketed(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """Whole clauses in brackets."""
    for start, token in enumerate(tokens):
        if token.text != "(":
            continue
        end = next((i for i in range(start, len(tokens)) if tokens[i].text == ")"), start)
        first = start + 1
        first += 3 * (word_at(tokens, first) == "at" and word_at(tokens, first + 1) == "that")
        breaks = [i for i in range(first, end) if tokens[i].text == ";"]
        for begin, stop in zip([first, *[i + 1 for i in breaks]], [*breaks, end], strict=True):
            inside = _told(tokens, begin, stop, person, in_focus)
            for clause in part_clauses(inside, person.pronouns):
                if len(clause) > 4 and _is_clause(clause):
                    yield clause


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its verb open the words: not 'a town that he hated', 'there are claims'."""
    tokens = tokens[lead_end(tokens) :] or tokens
    verb = next((i for i, t in enumerate(tokens) if is_surely_finite(t.text)), 0)
    opens = tokens[0].is_name or tokens[0].lower == "the" or (tokens[0].is_capitalised and tokens[0].lower != "a")
    return opens and verb > 0 and not any(t.lower in RELATIVES for t in tokens[:verb])


def _later(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """What stands behind the places where the sentence could end: another verb, "where he ...", "who had hired him"."""
    lead, end = lead_end(tokens), len(tokens) - 1
    roles = _roles(tokens, min(lead + 2, len(tokens)), person, in_focus)
    for cut in cut_points(tokens):
        start = cut + (tokens[cut].text in ",;:—–")
        word = word_at(tokens, start)
        if word in ("and", "but") and roles.get(lead) == "subject" and not _opens_clause(tokens[lead:cut]):
            yield from _next_verb(tokens, start + 1, person)
        elif word in _BESIDE or (word in ("after", "during") and word_at(tokens, start + 1) == "which"):
            first = start + 1 + (word in ("after", "during"))
            place = (i for i in range(first, end) if tokens[i].text == "," and tokens[i + 1].lower in PREPOSITIONS)
            clause = _told(tokens, first, next(place, end), person, in_focus)
            is_told = len(clause) > 6 and not any(a.lower == "was" and b.lower == "to" for a, b in pairwise(clause))
            if is_told and (clause[0].is_name or word not in _BESIDE):
                yield clause
        elif word == "who" and is_finite(word_at(tokens, start + 1)):
            again = next((i for i in range(start + 1, end) if tokens[i].lower in ("who", "whom", "whose")), end)
            stop = again - (word_at(tokens, again - 1) == "and") if again < end else end
            if name := _name_before(tokens, cut):
                yield [*name, *_told(tokens, start + 1, stop, person, in_focus)]


def _opens_clause(tokens: Sequence[Token]) -> bool:
    """Whether another clause begins, whose verb a later one may go on: 'met Hale when he came and stayed'."""
    return any(token.lower in RELATIVES | SUBORDINATORS - {"as", "than", "so"} for token in tokens)


def _next_verb(tokens: list[Token], start: int, person: Person) -> Iterator[list[Token]]:
    """', and in 1901 bought a boat' with the person before the verb."""
    verb = start
    if word_at(tokens, start) in PREPOSITIONS:
        verb = next((i for i in range(start, len(tokens)) if is_surely_finite(tokens[i].text)), len(tokens))
    front = tokens[start:verb]
    if any(token.lower in FUNCTION_WORDS - PREPOSITIONS - {"the", "a"} for token in front) or len(front) > 8:
        return
    after = next((i for i in range(verb, len(tokens)) if not is_adverb(tokens[i].text)), len(tokens))
    if after < len(tokens) and is_surely_finite(tokens[after].text):
        yield [*front, Token(person.name, space=True, is_name=True), *tokens[verb:]]


def _name_before(tokens: Sequence[Token], comma: int) -> list[Token]:
    """The name or the two names that end at `comma`: 'Robert Lane and Benjamin Vail'."""
    start = comma
    while start and tokens[start - 1].is_word and _may_be_in_name(tokens, start - 1):
        start -= 1
    if start < comma and tokens[start].lower == "and":
        start += 1
    name = list(tokens[start:comma])
    known = all(not token.is_name for token in name) and not NOT_A_PERSON & {token.text for token in name}
    return name if known and name and word_at(tokens, start - 1) not in ("of", "and", "or") else []


def _may_be_in_name(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    joins = token.lower == "and" and index + 1 < len(tokens) and tokens[index + 1].is_capitalised
    return (token.is_capitalised and token.lower not in FUNCTION_WORDS) or (joins and tokens[index - 1].is_capitalised)


def _interrupting(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """'Voss, who was born in Malmö, moved' and 'Voss, raised in Lund, moved'."""
    name = lead_end(tokens)
    if name + 3 >= len(tokens) or not tokens[name].is_name or tokens[name + 1].text != ",":
        return
    end = next((i for i in range(name + 2, len(tokens)) if tokens[i].text == ","), len(tokens))
    first = tokens[name + 2]
    if first.lower == "who" and is_finite(word_at(tokens, name + 3)):
        yield [tokens[name], *_told(tokens, name + 3, end, person, in_focus)]
    elif _is_reduced(tokens, name + 2) and verb_position(tokens, end) is not None:
        yield [tokens[name], Token("was", space=True), *_told(tokens, name + 2, end, person, in_focus)]


def _is_reduced(tokens: Sequence[Token], index: int) -> bool:
    """Whether "published in", "first performed at" begins: a participle, and a preposition behind it."""
    verb = index + is_adverb(tokens[index].text)
    word = word_at(tokens, verb)
    return is_participle(word) and not is_gerund(word) and word_at(tokens, verb + 1) in PREPOSITIONS


def _roles_of_people(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """'his loyal secretary, Ada Brand,' as who she was."""
    for owner, noun in _owned(tokens, person, in_focus):
        start = noun + 1 + (word_at(tokens, noun + 1) == ",")
        is_one = tokens[noun].lower in PERSON | OCCUPATIONS | KIN | MALE | FEMALE and not is_plural(tokens[noun].text)
        if not is_one or start + 1 >= len(tokens) or not tokens[start].is_capitalised or tokens[start].is_name:
            continue
        end = name_end(tokens, start)
        closes = start == noun + 1 or word_at(tokens, end) in (",", ".")
        is_whole = closes and word_at(tokens, end) not in ("'s", "’s", "and", "&", "or") and end - start > 1
        if is_whole and not NOT_A_PERSON & {t.text for t in tokens[start:end]}:
            now = next((t for t in tokens[end : end + 3] if is_finite(t.text)), _STOP)
            verb = "is" if third_of(now.text) or now.lower in ("is", "has") else "was"
            yield [*tokens[start:end], Token(verb, space=True), *_told(tokens, owner, noun + 1, person, in_focus)]


def _works(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[list[Token]]:
    """'his second book, Slow Rain, published in 1901,' as what was done with it."""
    closed = closed_positions(tokens)
    for owner, noun in _owned(tokens, person, in_focus):
        comma = next((i for i in range(noun + 1, len(tokens)) if tokens[i].text == "," and i not in closed), 0)
        title = tokens[noun + 1 : comma] if comma > noun + 1 else []
        if not comma or any(token.is_capitalised is False and token.is_word for token in title[:1]):
            continue
        second = next((i for i in range(comma + 1, len(tokens)) if tokens[i].text == "," and i not in closed), 0)
        start = comma + 1
        if not _is_reduced(tokens, start) and second and _is_title(tokens, start, second, closed):
            start = second + 1
        end = next((i for i in range(start, len(tokens)) if tokens[i].text in ",.;" and i not in closed), len(tokens))
        has_title = start > comma + 1 or bool(title)
        if (has_title or owner == lead_end(tokens)) and start + 2 < end and _is_reduced(tokens, start):
            verb = Token("were" if is_plural(tokens[noun].text) else "was", space=True)
            thing = _told(tokens, owner, start if start > comma + 1 else comma, person, in_focus)[:-1]
            aside = [Token(",", space=False)] if start > comma + 1 else []
            yield [*thing, *aside, verb, *tokens[start:end], _STOP]


def _is_title(tokens: Sequence[Token], start: int, end: int, closed: set[int]) -> bool:
    """Whether a name or a quoted title stands between two commas."""
    return tokens[start].text in '"“' or all(t.is_capitalised or t.lower in FUNCTION_WORDS for t in tokens[start:end])


def _owned(tokens: list[Token], person: Person, in_focus: bool) -> Iterator[tuple[int, int]]:
    """(position of "his" or "Voss's", position of its noun), for every thing or relative."""
    for owner in range(len(tokens) - 2):
        if (
            not _may_be_person(tokens[owner], person)
            or _roles(tokens, owner + 2, person, in_focus).get(owner) != "possessive"
        ):
            continue
        noun = owner + 1 + (word_at(tokens, owner + 1) in ("'s", "’s"))
        while noun + 1 < min(len(tokens), owner + 6) and _goes_on(tokens[noun], tokens[noun + 1]):
            noun += 1
        if lemmas(tokens[noun].text, "NOUN") and tokens[noun].text[:1].islower():
            yield owner, noun


def _goes_on(token: Token, after: Token) -> bool:
    """Whether a lower-case word still belongs to the noun phrase: 'second | book', 'loyal | secretary'."""
    fits = lemmas(after.text, "NOUN") and after.text[:1].islower() and after.lower not in FUNCTION_WORDS
    return (
        bool(fits)
        and not is_surely_finite(after.text)
        and bool(lemmas(token.text, "NOUN") or lemmas(token.text, "ADJ"))
    )
