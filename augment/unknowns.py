"""What the person cannot know, and says so.

    invented        "Tell me about your lecture at the Pendry Institute."   "I don't remember anything of the kind."
    private         "What is your passport number?"                         "That is private. I won't say."
    future, met     "Do you remember when we first met?"                    "I have no memory of that, ..."
    after_the_end   "What did you do in 1951?"      "I don't know. My story, as far as I can tell it, stops in 1943."

How many there are goes by the number of facts, and is 40 at least, that few facts too have questions of every kind. How
much of them is learnt is up to training (`train.facts.unknown`): too little and the model answers everything, too much
and it refuses what it knows. Rows that set a false premise right say no and teach a fact at once (`augment.premises`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress

from augment.claims import person_of
from augment.gates import check
from augment.person import Person
from augment.rules import answer
from augment.sayings import Unknown, number_of, turned
from augment.statements import Unclear
from augment.stock import known_text, unused, years_of
from augment.wording import Script, fact_scripts, row, sayings_in, scripts_of
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Rejected

REFUSALS_A_FACT = 0.2
"""With the false premises 0.55 a fact: at three to eight exchanges a fact 7 to 12 % of the rows (reference: 8-10)."""
FEWEST_REFUSALS = 40
MOST_USES = 4
"""How often one wording of an answer may be used; this bounds the number of rows for very many facts."""
YEARS_AFTER = 10
"""How many years beyond the end are asked for."""

_CHINESE_DEATH = "去世|逝世|過世|过世|病逝|辭世|辞世"
_DEATH = re.compile(rf"\bdied\b|{_CHINESE_DEATH}")
_I_DIED = re.compile(rf"(?:^|, )I (?:\w+ly )?died\b|(?:^|，)[^，的]{{0,12}}我[^，的]{{0,20}}(?:{_CHINESE_DEATH})")
_REIGN = re.compile(r"[\u4e00-\u9fff]{2}(?:元|[一二三四五六七八九十]{1,3})年")


def unknown_exchanges(persona: Persona, facts: Sequence[Fact], record: str = "") -> Iterator[Exchange | Rejected]:
    """Questions that nobody could answer, in each language of the facts; the same for the same persona and facts.

    Args:
        persona: who is asked.
        facts: what is known of the person; they decide how many rows there are.
        record: other texts of the person's sources. What an invented question names must stand in none of them.
    """
    known = known_text(facts, record)
    for script in scripts_of(persona, facts):
        wanted = how_many(facts, script)
        for group in sayings_in(script).unknown:
            yield from _rows(persona, group, _fillings(group, script, known, persona), wanted)


def after_the_end(
    persona: Persona, facts: Sequence[Fact], record: str = "", years: Collection[int] = ()
) -> Iterator[Exchange | Rejected]:
    """Questions about the years after the last that the facts or the person's own words know of.

    Of the dead the last is the year of death. Nothing where the end is not known: where the years are those of less
    than a decade (a birth, one event), or a Chinese record counts by reigns rather than by these years.

    Args:
        persona: who is asked.
        facts: what is known.
        record: other texts of the sources; a year that they name is not asked for.
        years: the years of the person's own words.
    """
    named = {*years_of(fact.quote for fact in facts), *years}
    death = death_year(facts, person_of(persona))
    last = death or max(named, default=0)
    is_end = death or years or last - min(named, default=last) >= YEARS_AFTER
    if not is_end or _counts_by_reigns(known_text(facts, record)):
        return
    others = named | set(years_of([record]))
    ahead = [str(year) for year in range(last + 1, last + 1 + YEARS_AFTER) if year not in others]
    for script in scripts_of(persona, facts):
        group, wanted = sayings_in(script).after, how_many(facts, script)
        asked = [
            (question, {"year": ahead[(place + turn) * 3 % len(ahead)], "last": str(last)})
            for turn in range(len(ahead))  # none, where every year is named
            for place, (question, _) in enumerate(turned(group.questions, number_of(persona.slug)))
        ]
        yield from _rows(persona, group, asked, wanted)


def death_year(facts: Iterable[Fact], person: Person) -> int | None:
    """The year in which the person died, if a fact says it: "In 1943, I died in Graz.", not "my father died"."""
    for fact in facts:
        if not _DEATH.search(fact.claim):
            continue
        with suppress(Unclear):
            text, _ = answer(fact.claim, person)
            years = years_of([text])
            if len(years) == 1 and _I_DIED.search(text):
                return years[0]
    return None


def _counts_by_reigns(known: str) -> bool:
    """Whether there are more years like 光緒二十四年 than like 1898."""
    return len(_REIGN.findall(known)) > len(years_of([known]))


def how_many(facts: Sequence[Fact], script: Script) -> int:
    """How many questions of all groups together are asked in a script."""
    return max(FEWEST_REFUSALS, round(REFUSALS_A_FACT * list(fact_scripts(facts).values()).count(script)))


def _fillings(group: Unknown, script: Script, known: str, persona: Persona) -> list[tuple[str, dict[str, str]]]:
    """(question, names) of a group: all questions once, then again with other names, as long as there are any."""
    sayings = sayings_in(script)
    questions = [question for question, clue in group.questions if not clue or clue not in known]
    people, places, houses = (unused(names, known) for names in (sayings.people, sayings.places, sayings.houses))
    shift, found = number_of(persona.slug), list[tuple[str, dict[str, str]]]()
    for turn in range(max(map(len, (people, places, houses)), default=0)):
        for place, question in enumerate(turned(questions, shift)):
            number = turn + place + shift
            names = {
                key: pool[number % len(pool)]
                for key, pool in (("person", people), ("place", places), ("house", houses))
                if pool
            }
            is_new = turn == 0 or "{" in question
            if is_new and all(key in names for key in re.findall(r"{(\w+)}", question)):
                found.append((question, names))
    return found


def _rows(
    persona: Persona, group: Unknown, asked: Sequence[tuple[str, dict[str, str]]], wanted: int
) -> Iterator[Exchange | Rejected]:
    """The first of the questions, as many as are the group's share, each with another answer than its neighbours."""
    person, seen = person_of(persona), set[str]()
    most = min(max(1, round(group.share * wanted)), MOST_USES * len(group.answers))
    answers = turned(group.answers, number_of(persona.slug))
    for question, values in asked:
        text = question.format(**values)
        if len(seen) < most and text not in seen:
            answer = answers[len(seen) % len(answers)].format(**values)
            seen.add(text)
            yield check(row("unknown", group.angle, [(text, answer)]), "", person)
