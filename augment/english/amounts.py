"""Questions of how: how many, how much, by what means, with which tool, in what manner.

I bought the mill for one pound.   -> How much did you pay for the mill?  What did the mill cost you?
I have designed seven railways.    -> How many railways have you designed?
"""

import re
from collections.abc import Iterator

from augment.english.asking import lowered_start, without_time
from augment.english.grammar import is_gerund, is_plural, is_year, lemmas
from augment.english.lexicon import NUMBERS, PERSON, words
from augment.english.outline import Outline
from augment.english.specifics import doing, is_given

_COUNT = re.compile(
    r"(?:(?:about|around|over|nearly|some) )?([\w,]+) ((?:[a-z-]+ ){0,2}?(?:[a-z]+s|children|people))\b"
)
_INTO = re.compile(r"(.*?\b\w+(?:ed|en|t)) (into|on|to|for|by|in) ([\w-]+) ([a-z]+s)\b$")
_MEASURES = words("years months days hours weeks feet miles times minutes pounds dollars francs marks percent")
_MONEY = r"(?:pounds?|dollars?|euros?|francs?|marks?|crowns?|kronor|kroner|shillings?|guineas?|rubles?|yen|cents?)"
_PRICE = re.compile(rf" for (?:(?:about|only|just|over|nearly) )?(?:[$£€][\d,.]+\b.*|[\w,-]+(?: [a-z]+)? {_MONEY})$")
_HANDIWORK = words(
    "repair mend fix build make cut open write draw paint measure dig carve clean restore record photograph"
)
_NO_TOOL = words("help smile view aim goal success aid team focus passion degree scholarship letter note look bang")


def ways(clause: Outline) -> Iterator[str]:
    """How: by doing what, with which tool, from what source, at what price, how many, how old."""
    if clause.negative:
        return
    head, time = without_time(clause)
    if (by := re.match(r"(.+?) by (\w+ing)\b", head)) and is_gerund(by.group(2)) and clause.kind == "you":
        yield from (f"How {clause.question(by.group(1))}?", f"In what way {clause.question(by.group(1))}?")
        yield f"{clause.statement(by.group(1))}. How?"
    source = re.match(r"(.+) from (an? (?:\w+ ){0,2}\w+)$", head)
    if source and clause.verb == "learn" and clause.auxiliary == "did" and clause.kind == "you":
        yield from (f"How {clause.question(source.group(1))}?", f"What {clause.question(source.group(1))} from?")
    yield from _tools(clause, head)
    yield from _prices(clause, head)
    yield from _counts(clause, head, lowered_start(time).rstrip(","))
    manner = re.fullmatch(r"(your [a-z]+) ([a-z]+)", head)
    served = clause.kind == "you" and clause.auxiliary == "do" and clause.verb in ("drink", "take", "eat", "like")
    if served and manner and lemmas(manner.group(2), "ADJ"):
        yield from (f"How do you {verb} {manner.group(1)}?" for verb in dict.fromkeys((clause.base, "like", "take")))


def _tools(clause: Outline, head: str) -> Iterator[str]:
    """'with a bicycle chain', for handiwork."""
    tool = re.match(r"(.+) with (an?|your|the) ((?:[a-z-]+ ){0,2}[a-z]+)$", head)
    if tool is None or clause.kind != "you" or clause.auxiliary != "did" or clause.verb not in _HANDIWORK:
        return
    if not set(tool.group(3).split()) & (_NO_TOOL | PERSON):
        yield from (
            f"What {clause.question(tool.group(1))} with?",
            f"What did you use to {clause.base} {tool.group(1)}?",
        )
        yield f"{clause.statement(tool.group(1))}. What with?"


def _prices(clause: Outline, head: str) -> Iterator[str]:
    price = _PRICE.search(head)
    if price is None or clause.kind != "you" or clause.auxiliary != "did":
        return
    thing = head[: price.start()]
    if clause.verb in ("buy", "purchase", "acquire"):
        yield from (f"How much did you pay for {thing}?", f"What did {thing} cost you?")
        yield from (f"What was the price of {thing} when you bought it?", f"For how much {clause.question(thing)}?")
    elif clause.verb == "sell":
        yield f"How much did you get for {thing}?"


def _counts(clause: Outline, head: str, when: str) -> Iterator[str]:
    """'How many railways have you designed?', 'Into how many languages have your books been translated?'."""
    into = _INTO.fullmatch(head)
    if into and _is_number(into.group(3)) and into.group(4) not in _MEASURES and clause.kind in ("you", "your"):
        yield f"{into.group(2)} how many {into.group(4)} {clause.question(into.group(1))} {when}?"
        yield f"How many {into.group(4)} {clause.question(into.group(1))} {into.group(2)} {when}?"
        if into.group(1).endswith("been translated"):
            yield f"In how many {into.group(4)} do {clause.subject} exist?"
            told = f"{clause.subject} {clause.auxiliary} {into.group(1)}"
            yield f"{told}, I hear. Into how many {into.group(4)}?"
    verb, rest = doing(clause, head) if clause.kind == "you" else ("", "")
    counted = _COUNT.match(rest) if verb else None
    if counted and _is_number(counted.group(1)) and is_plural(counted.group(2).split()[-1]):
        noun, after, aux = counted.group(2), rest[counted.end() :], clause.auxiliary
        if noun.split()[-1] in _MEASURES or re.match(r" (?:and|or)\b", after) or is_given(clause, verb):
            return
        yield f"How many {noun} {aux} you {verb}{after} {when}?"
        stated = clause.stated if aux in ("did", "do") else f"{aux} {verb}"
        yield f"What is the number of {noun} that you {stated}{after} {when}?"
        plain = noun.split()[-1]
        yield from (f"{noun}: how many {aux} you {verb}?", f"How many {plain} {aux} you {verb} {when}?")
        if aux == "have":
            yield f"You have {verb} {noun}. How many?"
        if after and not re.match(r" (?:of|that|who)\b", after):
            yield f"How many {noun} {aux} you {verb}?"


def _is_number(word: str) -> bool:
    return word.lower() in NUMBERS - {"one"} or (word.isdigit() and not is_year(word))
