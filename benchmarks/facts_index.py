"""Does the fact index find what people ask for? Human questions on paragraphs (`facts/squad/PERSON.jsonl`).

A question counts as found if one of the first facts is of the sentence that carries the answer, and says it: a year or
a name alone stands in many facts. Questions whose answer no fact says are counted apart; nothing can find them. They
are put to the person ("Where were you born?"), as one would ask in a chat.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.facts_case import person
from flows.steps import Plain, collect, rewrite
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.exam import EVERYDAY
from train.fact_index import IndexedFact, export_facts
from train.fact_search import FactIndex, by_meaning, by_words, open_index, search
from train.questions import Question, read_questions, same_sentence, says

FIRST = (1, 5)
Ranking = Callable[[FactIndex, str], Sequence[IndexedFact]]


def measure(file: Path, scratch: Path) -> dict[str, Any]:
    """The share of the human questions that find their fact first, and among the first five, each way of looking.

    `fused` has no floor, `served` is what a chat is given; `small_talk` is the share of everyday questions that any
    fact is served to, where none should be.
    """
    persona = person(file, scratch)
    workspace = Workspace(scratch / "workspace", persona.slug)
    runner = Plain(workspace, persona)
    collect(runner)
    rewrite(runner)
    export_facts(workspace, persona)
    index = open_index(workspace, persona)
    asked = read_questions(scratch / "questions.jsonl")
    told = [question for question in asked if any(_answers(fact, question) for fact in index.facts)]
    return {
        "case": file.stem,
        "facts": len(index.facts),
        "questions": len(asked),
        "in_no_fact": len(asked) - len(told),
        "words": _recall(index, told, persona, lambda index, asked: _best(index, by_words(index, asked)[0])),
        "meaning": _recall(index, told, persona, lambda index, asked: _best(index, by_meaning(index, asked))),
        "fused": _recall(index, told, persona, lambda index, asked: _served(index, asked, floor=False)),
        "served": _recall(index, told, persona, _served),
        "small_talk": sum(bool(search(index, question)) for question, _ in EVERYDAY) / len(EVERYDAY),
    }


def _answers(fact: IndexedFact, question: Question) -> bool:
    """Whether a fact is of the sentence that carries the answer, and says it."""
    says_it = says(" ".join([fact.quote, *fact.answers]), question.answers)
    return says_it and same_sentence(question.evidence, fact.quote)


def _recall(index: FactIndex, asked: Sequence[Question], persona: Persona, rank: Ranking) -> dict[str, float]:
    found = [[_answers(fact, q) for fact in rank(index, _to_the_person(q.question, persona))] for q in asked]
    return {f"recall@{first}": sum(any(row[:first]) for row in found) / max(len(found), 1) for first in FIRST}


def _served(index: FactIndex, asked: str, floor: bool = True) -> list[IndexedFact]:
    return [found.fact for found in search(index, asked, most=max(FIRST), floor=floor)]


def _best(index: FactIndex, scores: Any) -> list[IndexedFact]:
    return [index.facts[place] for place in np.argsort(-scores, kind="stable")[: max(FIRST)] if scores[place] > 0]


def _to_the_person(question: str, persona: Persona) -> str:
    """A question about the person, put to them: "Where was Ann Lee born?" -> "Where were you born?"."""
    name = f"(?:{'|'.join(map(re.escape, persona.names))})"
    forms = {f"{name}['’]s": "your", f"was {name}": "were you", f"is {name}": "are you", f"does {name}": "do you"}
    for about, to in {**forms, f"has {name}": "have you", f"{name}|he|she|him": "you", "his|her": "your"}.items():
        question = re.sub(rf"\b(?:{about})\b", to, question)
    return question
