"""A person's statements on Wikidata as English sentences, each of which names the person and needs no other.

    P569 +1906-12-09, P19 Q60                 Grace Hopper was born on 9 December 1906 in New York City.
    P108 Q212405 from 1949 to 1950            From 1949 to 1950, Grace Hopper worked for Remington Rand.
    P166 Q49600 in 1991                       In 1991, Grace Hopper received the National Medal of Technology.

Of a living person, what may still be so is said so that it is true either way: "has worked for". Left out on purpose
are religion, ethnicity, sexuality, health, convictions, and how somebody died: nobody's words should be made of these.
Does not handle: languages other than English, whose labels and sentences would need a grammar of their own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.pages.claims import Statement, best, item_of, statements
from extractors.pages.labels import definite, honour, honoured, indefinite, instrument, joined, role

Labels = Mapping[str, str]
"""The English names of items by their ids."""

OLDEST_LIVING = 1908
"""Nobody who was born before is alive in 2026, whether or not the death is recorded."""

MOST_TOGETHER = 5
"""Values that one sentence lists: a longer one is no longer said in one breath."""

ABOUT = "Q5727902"
"""The qualifier "circa". With any other doubt that P1480 states, a date is not told at all."""

_KIN = {
    "Q6581097": {"parent": "father", "sibling": "brother"},
    "Q2449503": {"parent": "father", "sibling": "brother"},
    "Q6581072": {"parent": "mother", "sibling": "sister"},
    "Q1052281": {"parent": "mother", "sibling": "sister"},
}
"""What a person of a gender (P21) is to a child and to a sibling."""

_UNITS = {"Q11573": "metres", "Q174728": "centimetres", "Q3710": "feet"}
_NOT_INSTRUMENTS = frozenset({"voice", "vocals", "human voice"})


@dataclass(frozen=True)
class Telling:
    """How the statements of one property are told.

    `past` is the sentence of what is over, `still` the one of a living person while no end is known; `form` puts a
    label into words. `together` says that all values stand in one sentence, without dates; `role` is a qualifier that
    says as what.
    """

    property: str
    past: str
    still: str = ""
    form: Callable[[str], str] = str
    together: bool = False
    role: str = ""


_LIFE = (
    Telling("P119", "{name} was buried at {value}", form=definite),
    Telling("P1477", "{name}'s birth name was {value}", "{name}'s birth name is {value}"),
    Telling("P27", "{name} was a citizen of {value}", "{name} is a citizen of {value}", definite),
    Telling("P551", "{name} lived in {value}", "{name} has lived in {value}", definite),
    Telling("P103", "{name}'s native language was {value}", "{name}'s native language is {value}", together=True),
    Telling("P1412", "{name} spoke {value}", "{name} speaks {value}", together=True),
)
_FAMILY = (
    Telling("P22", "{name}'s father was {value}", "{name}'s father is {value}"),
    Telling("P25", "{name}'s mother was {value}", "{name}'s mother is {value}"),
    Telling("P3373", "{name} was a {sibling} of {value}", "{name} is a {sibling} of {value}", together=True),
    Telling("P26", "{name} was married to {value}", "{name} is married to {value}"),
    Telling("P40", "{name} was the {parent} of {value}", "{name} is the {parent} of {value}", together=True),
)
_EDUCATION = (
    Telling("P512", "{name} held {value}", "{name} holds {value}", indefinite),
    Telling("P184", "{name} completed a doctorate under {value}", together=True),
    Telling("P1066", "{name} was a student of {value}", together=True),
)
_WORK = (
    Telling("P106", "{name} was {value}", "{name} is {value}", indefinite, together=True),
    Telling("P101", "{name} worked in {value}", "{name} has worked in {value}", together=True),
    Telling("P108", "{name} worked for {value}", "{name} has worked for {value}", definite, role="P39"),
    Telling("P39", "{name} served as {value}", "{name} has served as {value}", role),
    Telling("P241", "{name} served in {value}", "{name} has served in {value}", definite),
    Telling("P410", "{name} held the rank of {value}", "{name} has held the rank of {value}"),
    Telling("P607", "{name} took part in {value}", form=definite),
    Telling("P54", "{name} played for {value}", "{name} has played for {value}", definite),
    Telling("P102", "{name} was a member of {value}", "{name} has been a member of {value}", definite),
    Telling("P463", "{name} was a member of {value}", "{name} has been a member of {value}", definite),
    Telling("P3602", "{name} stood as a candidate in {value}", form=definite),
    Telling("P1344", "{name} took part in {value}", form=definite),
    Telling("P937", "{name} worked in {value}", "{name} has worked in {value}", definite),
    Telling("P800", "{name} is known for {value}", together=True),
    Telling("P1303", "{name} played {value}", "{name} plays {value}", instrument, together=True),
    Telling("P737", "{name} was influenced by {value}", together=True),
    Telling("P802", "{name} taught {value}", together=True),
    Telling("P185", "{name} supervised the doctoral work of {value}", together=True),
    Telling("P742", "{name} used the pseudonym {value}", "{name} has used the pseudonym {value}"),
    Telling("P97", "{name} held the title of {value}", "{name} has held the title of {value}"),
)
_HONOURS = (
    Telling("P166", "{name} {value}", form=honoured),
    Telling("P1411", "{name} was nominated for {value}", form=honour),
)
_SECTIONS = {"Life": _LIFE, "Family": _FAMILY, "Education": _EDUCATION, "Work": _WORK, "Honours": _HONOURS}
_PLACES = ("P19", "P20")
_SCHOOL, _MAJOR, _DEGREE = "P69", "P812", "P512"
_PROPER = (definite, honoured, honour)
"""Forms that only a proper name has: an employer "self-employment" or an award "scholarship" makes no sentence."""


@dataclass(frozen=True)
class Subject:
    """The person of the sentences, and the names of all other items."""

    name: str
    living: bool
    kin: Mapping[str, str]
    labels: Labels

    def say(self, template: str, value: str) -> str:
        """A clause about the person."""
        return template.format(name=self.name, value=value, **self.kin)


def mentioned(entity: Mapping[str, Any]) -> list[str]:
    """The items whose labels the sentences need, in order, each once."""
    told = [telling.property for section in _SECTIONS.values() for telling in section]
    found = [s for name in (*_PLACES, _SCHOOL, *told) for s in statements(entity, name)]
    qualifying = [item_of(v) for s in found for name in ("P39", _MAJOR, _DEGREE) for v in s.qualifiers.get(name, [])]
    return list(dict.fromkeys(item for item in [*(s.item for s in found), *qualifying] if item))


def biography(entity: Mapping[str, Any], name: str, labels: Labels) -> str:
    """What is stated of a person, a heading and a paragraph a field of life; '' if that is nothing.

    A name that ends with a full stop ("Washington, D.C.") ends its paragraph too: who reads on could not tell whether
    the sentence ends there.

    Args:
        entity: as Wikidata gives it, with its claims.
        name: the subject of every sentence.
        labels: the English names of `mentioned` items; a statement whose item has none is left out.
    """
    subject = Subject(name, _lives(entity), _kin(entity), labels)
    sections = []
    for heading, tellings in _SECTIONS.items():
        told = (sentence for telling in tellings for sentence in _told(telling, entity, subject))
        text = " ".join(dict.fromkeys([*_opening(heading, entity, subject), *told]))
        sections += [f"## {heading}", text.replace("\n\n ", "\n\n").strip()] if text else []
    return "\n\n".join(sections)


def _opening(heading: str, entity: Mapping[str, Any], subject: Subject) -> Iterator[str]:
    """What is told of a field of life in another way than `_SECTIONS` says."""
    match heading:
        case "Life":
            yield from _turning_point("was born", "P569", "P19", entity, subject)
            yield from _height(entity, subject)
            yield from _turning_point("died", "P570", "P20", entity, subject)
        case "Family":
            yield from _number_of_children(entity, subject)
        case "Education":
            for statement in statements(entity, _SCHOOL):
                yield from _schooling(statement, subject)


def _turning_point(verb: str, date: str, place: str, entity: Mapping[str, Any], subject: Subject) -> Iterator[str]:
    """When and where a life began or ended."""
    stated, placed = best(entity, date), best(entity, place)
    when = _told_date(stated) if stated else ""
    label = subject.labels.get(placed.item, "") if placed else ""
    where = f"in {definite(label)}" if label else ""
    if when or where:
        yield _sentence(" ".join(part for part in (subject.name, verb, when, where) if part))


def _told_date(statement: Statement) -> str:
    """'on 9 December 1906', 'around 1830'; '' where it is doubtful."""
    doubts = {item_of(value) for value in statement.qualifiers.get("P1480", [])}
    if not statement.moment or doubts - {ABOUT}:
        return ""
    return f"around {statement.moment.words}" if doubts else statement.moment.adverbial


def _height(entity: Mapping[str, Any], subject: Subject) -> Iterator[str]:
    value = statement.value if (statement := best(entity, "P2048")) else {}
    unit = _UNITS.get(str(value.get("unit", "")).rpartition("/")[2]) if isinstance(value, dict) else None
    if unit:
        yield f"{subject.name} {'is' if subject.living else 'was'} {value['amount'].lstrip('+')} {unit} tall."


def _number_of_children(entity: Mapping[str, Any], subject: Subject) -> Iterator[str]:
    value = statement.value if (statement := best(entity, "P1971")) else {}
    amount = str(value.get("amount", "")).lstrip("+") if isinstance(value, dict) else ""
    if amount.isdigit():
        count = {"0": "no children", "1": "one child"}.get(amount, f"{amount} children")
        yield f"{subject.name} {'has' if subject.living else 'had'} {count}."


def _schooling(statement: Statement, subject: Subject) -> Iterator[str]:
    """Where somebody studied what, and the degree that came of it."""
    school = definite(subject.labels.get(statement.item, ""))
    degrees = _named(statement, _DEGREE, subject)
    if not school or school.islower():
        return
    major = "".join(f" {word}" for word in [joined(_named(statement, _MAJOR, subject))] if word)
    studied, graduation = f"{subject.name} studied{major} at {school}", statement.when("P585") or statement.when("P582")
    yield _sentence(studied if degrees and not statement.when("P580") else _dated(studied, statement))
    for degree in degrees:
        front = f"{_capital(graduation.adverbial)}, " if graduation else ""
        yield _sentence(f"{front}{subject.name} earned {indefinite(degree)} from {school}")


def _told(telling: Telling, entity: Mapping[str, Any], subject: Subject) -> Iterator[str]:
    """The sentences of one property."""
    found = [(s, value) for s in statements(entity, telling.property) if (value := _value(telling, s, subject))]
    if not telling.together:
        yield from (_sentence(_clause(telling, statement, value, subject)) for statement, value in found)
        return
    template = telling.still if subject.living and telling.still else telling.past
    values = list(dict.fromkeys(value for _, value in found))
    for start in range(0, len(values), MOST_TOGETHER):
        yield _sentence(subject.say(template, joined(values[start : start + MOST_TOGETHER])))


def _value(telling: Telling, statement: Statement, subject: Subject) -> str:
    """A statement's value as the sentence has it; '' if it has no English name or none that fits."""
    label = subject.labels.get(statement.item, "") if statement.item else statement.text
    if not label or label in _NOT_INSTRUMENTS or (telling.form in _PROPER and label.islower()):
        return ""
    roles = [role(r) if r[0].isupper() else indefinite(r) for r in _named(statement, telling.role, subject)]
    return telling.form(label) + (f" as {joined(roles)}" if roles else "")


def _clause(telling: Telling, statement: Statement, value: str, subject: Subject) -> str:
    """One statement with its dates, without the full stop."""
    over = not subject.living or not telling.still or bool({"P582", "P585"} & statement.qualifiers.keys())
    if over:
        return _dated(subject.say(telling.past, value), statement)
    start = statement.when("P580")
    if start is None:
        return subject.say(telling.still, value)
    return f"{subject.say(telling.still.replace('{name} is ', '{name} has been '), value)} since {start.words}"


def _dated(clause: str, statement: Statement) -> str:
    """A clause of something that is over, with its dates in front."""
    start, end, point = (statement.when(name) for name in ("P580", "P582", "P585"))
    if start and end:
        when = f"from {start.words} to {end.words}" if start.words != end.words else start.adverbial
    elif start:
        when = f"from {start.words}"
    elif end:
        when = f"until {end.words}"
    else:
        when = point.adverbial if point else ""
    return f"{_capital(when)}, {clause}" if when else clause


def _named(statement: Statement, qualifier: str, subject: Subject) -> list[str]:
    """The labels of the items that qualify a statement."""
    items = [item_of(value) for value in statement.qualifiers.get(qualifier, [])]
    return [subject.labels[item] for item in items if subject.labels.get(item)]


def _lives(entity: Mapping[str, Any]) -> bool:
    """Whether no death is stated, not even at an unknown time, and none must be assumed."""
    birth = best(entity, "P569")
    is_old = birth is not None and birth.moment is not None and birth.moment.year < OLDEST_LIVING
    deaths = (entity.get("claims") or {}).get("P570", [])
    known = (claim for claim in deaths if claim.get("mainsnak", {}).get("snaktype") != "novalue")
    return not is_old and all(claim.get("rank") == "deprecated" for claim in known)


def _kin(entity: Mapping[str, Any]) -> Mapping[str, str]:
    gender = best(entity, "P21")
    return _KIN.get(gender.item if gender else "", {"parent": "parent", "sibling": "sibling"})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(clause: str) -> str:
    return f"{clause}\n\n" if clause.endswith(".") else f"{clause}."
