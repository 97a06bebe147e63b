"""The rewriter for Chinese: sentences about a person become claims, and claims first-person answers.

    >>> person = Person("艾拉·诺尔德", ("艾拉·诺尔德",), "she")
    >>> [claim.text for claim in find_statements("諾爾德從不乘船。1952年出版《北岸志》。", person)]
    ['諾爾德從不乘船。', '諾爾德1952年出版《北岸志》。']
    >>> answer(_[1], person)[0]
    '我1952年出版《北岸志》。'

Precise before complete: a sentence is used only where it is provable who is meant, and every other one is refused with
a reason. Simplified and traditional characters are read alike, and answers keep the script of their source.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from augment.chinese.claims import find_groups, tell, variants
from augment.chinese.clauses import Clause
from augment.chinese.lives import life_claims
from augment.chinese.names import find_names, forms, known
from augment.chinese.questions import ask
from augment.chinese.reading import Reading, Topic, read
from augment.chinese.script import in_script_of, plain
from augment.chinese.sentences import Span, split_sentences
from augment.choosing import Question
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear


def find_statements(text: str, person: Person, before: str = "") -> Iterator[Statement | Refusal]:
    """Turn a passage into claims about the person, in reading order; refuse what is not provably about them.

    Args:
        text: the passage.
        person: whom it is about.
        before: the passage before it on the page, '' if there is none: it may say who "he" is.
    """
    names = frozenset(map(plain, find_names([before, text], person)))
    topic = Topic()
    for span in split_sentences(before):
        topic = read(before[span.start : span.end], person, topic, names).after
    for span in split_sentences(text):
        reading = replace(read(text[span.start : span.end], person, topic, names), page=text)
        yield from _statements(reading, span, person)
        topic = reading.after


def _statements(reading: Reading, span: Span, person: Person) -> Iterator[Statement | Refusal]:
    """The claims and refusals of one sentence."""
    yield from (Statement(claim, span.start, span.end) for claim in _lives(reading, person))
    for group in find_groups(reading):
        try:
            yield Statement(_fullest(reading, group, person), span.start, span.end)
        except Unclear as unclear:
            yield Refusal(str(unclear), reading.text, span.start)


def _lives(reading: Reading, person: Person) -> Iterator[str]:
    """The claims of the brackets behind the person's name, as far as they stand alone."""
    if not any(mention.kind == "name" for mention in reading.mentions):
        return
    for claim in life_claims(reading, (display_names(reading, person) or ["我"])[0]):
        with suppress(Unclear):
            _said(claim, person)
            yield claim


def _fullest(reading: Reading, group: list[Clause], person: Person) -> str:
    """The claim of the longest part of a stretch that makes one.

    Raises:
        Unclear: why the whole makes none, where no part does either.
    """
    reasons = []
    for part in variants(group):
        try:
            return _claim(reading, part, person)
        except Unclear as unclear:
            reasons.append(str(unclear))
    raise Unclear(reasons[0] if reasons else "fragment")


def _claim(reading: Reading, group: list[Clause], person: Person) -> str:
    """The claim that says alone what it said in its place.

    Raises:
        Unclear: `not_self_contained` where naming the person does not make it so.
    """
    said = tell(reading, group, "我")
    for name in display_names(reading, person):
        with suppress(Unclear):
            claim = tell(reading, group, name)
            if _said(claim, person) == said:
                return claim
    raise Unclear("not_self_contained")


def answer(claim: str, person: Person) -> tuple[str, list[Question]]:
    """A claim as the person would say it, and the questions that it answers.

    Raises:
        Unclear: where the claim, standing alone, does not make clear who is meant; `not_about_person`.
    """
    told = _said(claim, person)
    return told, ask(told, claim)


def _said(claim: str, person: Person) -> str:
    """A claim that stands alone, in the first person."""
    reading = read(claim, person, Topic())
    if not any(mention.whose == "person" for mention in reading.mentions):
        raise Unclear("not_about_person")
    return tell(reading, reading.clauses, "我")


def display_names(reading: Reading, person: Person) -> list[str]:
    """What a claim may call the person, the best first: as the sentence does, the shortest and the longest name.

    Only forms of the name that the persona bears are used, so that who reads the claim needs no page to know them.
    """
    own = forms(person.name) or known(person)
    found = [reading.text[m.start : m.end] for m in reading.mentions if reading.flat[m.start : m.end] in own]
    by_length = sorted(own, key=lambda name: (len(name), name))
    script = reading.page or reading.text
    return list(dict.fromkeys([*found, *(in_script_of(name, script) for name in (*by_length[:1], *by_length[-1:]))]))
