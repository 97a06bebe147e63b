"""What the person remembers, put before the model with the user's question.

It is put as if it had just been talked of: each fact asked for in one of its own questions and told in the first
person, the likeliest last. That is the form of all that the model was trained on, and it has only to go on so:

    system      You are Ann Lee.
    user        Where were you born?
    assistant   I was born in Port Skerrow in 1790.
    user        So which year did you come into the world?

Of 29 human questions on an encyclopedia's article (21 of them with the answer among the facts found), SmolLM2-135M
without an adapter answered 14 right so, 9 with the facts in the system message ("You remember: ..."), 8 with them in
the user's message and none without them. After four messages of small talk, 8 of 15 were answered right with the facts
between them and the question, and 5 with the facts before them all.

A fact that no longer holds is told with its time, a disputed one with a warning. Not handled: a model as small as that
may leave out both when it answers; `likeness chat` therefore names what was recalled, and how it stands.
"""

from collections.abc import Sequence

from likeness.records import Message
from train.fact_index import IndexedFact
from train.terms import is_chinese, terms

MOST_RECALLED = 3
"""Facts that are put before a question: with them 78 % of the questions of `train.fact_search` have theirs, with five
81 %; and each makes the answer slower."""


def asked_for(messages: Sequence[Message]) -> str:
    """What to look up for a talk: the user's last words, after those before them if they say nothing by themselves.

    "And when was that?" is about what was asked before; "What is the capital of France?" is not.
    """
    said = [message.content for message in messages if message.role == "user"]
    return "\n".join(said[-1:] if said and terms(said[-1]) else said[-2:])


def memories(facts: Sequence[IndexedFact], asked: str) -> list[Message]:
    """Facts, the likeliest first, as the talk that is put before a question: two messages each, the likeliest last."""
    talk = []
    for fact in reversed(facts):
        talk.append(Message(role="user", content=_nearest(fact.questions, asked)))
        talk.append(Message(role="assistant", content=remembered(fact)))
    return talk


def _nearest(questions: Sequence[str], asked: str) -> str:
    """The question that has most of the terms that are asked for; the first of equal ones."""
    wanted = set(terms(asked))
    return max(questions, key=lambda question: len(wanted & set(terms(question))))


def remembered(fact: IndexedFact) -> str:
    """A fact as it is put before the model: as the person tells it; with its time, or a warning, where it needs one."""
    chinese = is_chinese(fact.told)
    if fact.standing == "disputed":
        return f"{'说法不一：' if chinese else 'Accounts differ, one says: '}{fact.told}"
    if fact.standing == "superseded":
        time = _time(fact.valid_from, fact.valid_to, chinese)
        return f"以前{time}：{fact.told}" if chinese else f"Formerly{time}: {fact.told}"
    return fact.told


def _time(start: str, end: str, chinese: bool) -> str:
    """The time of a fact that no longer holds, in brackets: " (1884 to 1891)", " (until 1891)", "" if unknown."""
    if not start and not end:
        return ""
    if chinese:
        return f"（{start}至{end}）" if end else f"（{start}起）"
    return f" ({start} to {end})" if start and end else f" (until {end})" if end else f" (from {start})"
