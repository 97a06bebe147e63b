"""The same question five times: first the answer, then a shorter one, then impatience, and never a new fact.

    "When did you move to Graz?"  "In 1875, I moved to Graz."
    "When did you move to Graz?"  "As I said, in 1875."
    "When did you move to Graz?"  "I told you: in 1875."
    "When did you move to Graz?"  "In 1875. Why do you keep asking me?"
    "When did you move to Graz?"  "In 1875. I won't say it again."

These rows are of kind `identity`: they teach composure, and what they tell is taught, checked and counted by the fact's
own rows. (As facts they would be trained on a second time with words of the last question left out, and then it would
no longer be the same question.) The question stands there word for word each time, so that a phrasing that is held out
takes the whole conversation with it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from augment.choosing import Question
from augment.english.dates import TIME
from augment.english.grammar import lowered
from augment.gates import check
from augment.person import Person
from augment.sayings import number_of
from augment.stock import years_of
from augment.told import Told, told
from augment.wording import is_true, row, sayings_in
from likeness.records import Exchange, Fact, Rejected

FACTS_A_CONVERSATION = 25
FEWEST, MOST = 2, 24
"""Conversations. Each is as long as five rows (our judgement)."""

_PLACE = re.compile(r"\b(?:in|at|near) (?:the )?[A-ZÀ-Ž][\w’-]*(?: (?:of |the )?[A-ZÀ-Ž][\w’-]*)*")
_CHINESE_TIME = re.compile(r"\d{3,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")


def repeated_questions(facts: Sequence[Fact], person: Person) -> Iterator[Exchange | Rejected]:
    """Conversations of one question of when or where, one for every so many facts."""
    wanted = min(MOST, max(FEWEST, round(len(facts) / FACTS_A_CONVERSATION)))
    found = ((item, brief) for item in told(facts, person) for brief in islice(_briefs(item, person), 1))
    for number, (item, (question, brief)) in enumerate(islice(found, wanted), start=number_of(person.name)):
        yield check(_row(item, question, brief, number), item.fact.quote, person)


def _briefs(item: Told, person: Person) -> Iterator[tuple[Question, str]]:
    """Questions of a fact, each with the few words that answer it."""
    for question in item.questions:
        brief = _brief(question, item)
        is_plain = brief and not question.opening and question.text.startswith(("When", "Where", "你"))
        if is_plain and is_true(item.fact, question.text, item.text, question.angle, person):
            yield question, brief


def _brief(question: Question, item: Told) -> str:
    """The only time or place of a statement, if the question does not name it; else ''."""
    patterns = {"when": TIME, "where": _PLACE} if item.script == "en" else {"when": _CHINESE_TIME}
    pattern = patterns.get(question.angle)
    found = [match.group() for match in pattern.finditer(item.text)] if pattern else []
    if len(found) != 1 or found[0] in question.text:
        return ""
    is_all = question.angle != "when" or years_of(found) == years_of([item.text])  # "in 2005, and again in a 2008 vote"
    return lowered(found[0]) if is_all else ""


def _row(item: Told, question: Question, brief: str, number: int) -> Exchange:
    retorts = [forms[(number + place) % len(forms)] for place, forms in enumerate(sayings_in(item.script).repeated)]
    answers = [item.text, *(retort.format(brief=brief) for retort in retorts)]
    return row("identity", "repeated", [(question.text, answer) for answer in answers], [item.fact])
