"""Questions that take something false for granted, set right by the fact itself.

    fact      "In 1884, I emigrated to New York."
    question  "Why did you emigrate to Lima?"
    answer    "It wasn't Lima. In 1884, I emigrated to New York."

A true question of the fact gets one thing changed: a year, a place, an institution, a bride or groom. What is put in
stands nowhere in the sources, and is either made up or lies in a country that they do not name. The answer denies no
more than the fact decides: "I was never in Lima" would be a new claim, "It wasn't Lima" is none. A year is changed only
where the thing happens once: who published something in 1905 may have done so in 1907 too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from augment.chinese import swaps as chinese
from augment.choosing import Question
from augment.english import swaps as english
from augment.gates import check
from augment.leaks import word_count
from augment.person import Person
from augment.sayings import number_of, turned
from augment.stock import YEAR, Stock, known_text, stock_of
from augment.told import Told, told
from augment.wording import Script, fact_scripts, is_true, row, sayings_in
from likeness.records import Exchange, Fact, Rejected

PREMISES_A_FACT = 0.35
"""More than the plain refusals of many facts (`augment.unknowns`), so that saying no often ends in telling a fact."""
MOST_A_FACT = 3
LONGEST_QUESTION = 22
"""Words. In longer ones the false part is lost among true ones (our judgement)."""
YEARS_OFF = (7, -6, 4, 9, -8, 5, -4, 11, -9, 3)
"""How far a false year may be from the true one: near enough to be believed."""

_SAYS_NO = re.compile(r"\b(?:never|not|no|nor|neither)\b|n't|[没沒不未]")
"""A fact that says no itself would be a riddle after another no."""
_SPAN = re.compile(
    r"(?:from|to|until|between|and|since|[–—-]|至|到)\s*(?:1\d|20)\d\d(?!\d)|(?:1\d|20)\d\d年?\s*(?:to|until|or|[–—-]|至|到)"
)
"""A year that is only the begin or end of something."""


class Swap(NamedTuple):
    """A question with one thing changed: what stands there now, what stood there, and whether that is a year."""

    question: Question
    text: str
    false: str
    true: str
    is_year: bool


def false_premises(facts: Sequence[Fact], person: Person, record: str = "") -> Iterator[Exchange | Rejected]:
    """As many false premises as a third of the facts: one each of the facts that name something to change, then more.

    Args:
        facts: all facts of the person.
        person: who is asked.
        record: other texts of the sources; what is put in must not stand there.
    """
    stocks = _stocks(facts, record)
    items = [item for item in told(facts, person) if not _SAYS_NO.search(item.text)]
    chosen = (
        (item, swap)
        for turn in range(MOST_A_FACT)
        for item in items
        for swap in islice(_sound_swaps(item, person, stocks[item.script]), turn, turn + 1)
    )
    used = {True: number_of(person.name), False: number_of(person.name)}
    for item, swap in islice(chosen, round(PREMISES_A_FACT * len(facts))):
        used[swap.is_year] += 1
        yield check(_row(item, swap, used[swap.is_year]), item.fact.quote, person)


def find_swaps(item: Told, stock: Stock) -> Iterator[Swap]:
    """Every way to change one thing in a question that the answer names too."""
    rules = english if item.script == "en" else chinese
    for question in item.questions:
        if word_count(question.text) > LONGEST_QUESTION:
            continue
        for true, false in rules.find_names(question.text, stock, number_of(item.fact.id)):
            text = rules.put_in(question.text, true, false)
            if text and question.text.count(true) == 1 and true in item.text:
                yield Swap(question, text, false, true, False)
        yield from _years(question, item, stock)


def _stocks(facts: Sequence[Fact], record: str) -> dict[Script, Stock]:
    """What may be put in, for each script of the facts."""
    known = known_text(facts, record)
    places = english.sure_places("\n".join([record, *(fact.quote for fact in facts)]))
    return {script: stock_of(sayings_in(script), known, places) for script in set(fact_scripts(facts).values())}


def _sound_swaps(item: Told, person: Person, stock: Stock) -> Iterator[Swap]:
    """The swaps of a fact whose true question passes every gate."""
    swaps = list({swap.text: swap for swap in find_swaps(item, stock)}.values())
    for swap in turned(swaps, number_of(item.fact.id)):
        said = f"{swap.question.opening}{item.text}"
        if is_true(item.fact, swap.question.text, said, swap.question.angle, person):
            yield swap


def _years(question: Question, item: Told, stock: Stock) -> Iterator[Swap]:
    """The year of something that happens once, changed in the question, or put into a question of when."""
    rules = english if item.script == "en" else chinese
    years = YEAR.findall(item.text)
    if len(years) != 1 or not rules.happens_once(question.text) or _SPAN.search(item.text):
        return
    false = stock.other_year(years[0], turned(YEARS_OFF, number_of(question.text)))
    is_named = question.text.count(years[0]) == 1
    text = rules.put_in(question.text, years[0], false) if is_named else rules.in_year(question.text, false)
    if false and text and (is_named or not YEAR.search(question.text)):
        yield Swap(question, text, false, years[0], True)


def _row(item: Told, swap: Swap, number: int) -> Exchange:
    sayings = sayings_in(item.script)
    forms = sayings.not_then if swap.is_year else sayings.not_that
    corrected = forms[number % len(forms)].format(false=swap.false, true=swap.true, told=item.text)
    return row("unknown", "false_premise", [(swap.text, corrected)], [item.fact])
