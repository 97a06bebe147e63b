"""Correct rows to break: the rules' own, and short answers to human questions as a language model might write them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from augment.english.grammar import inflect, lowered
from augment.english.people import find_places
from augment.english.sentences import split_sentences
from augment.languages import language_of
from augment.person import Person
from augment.rules import answer, find_statements
from augment.statements import Statement, Unclear
from benchmarks.data import read_jsonl
from benchmarks.facts_case import person as persona_of
from likeness.records import Exchange, messages_of


@dataclass(frozen=True)
class Row:
    """One row with all that a check may look at, and the passage that its evidence stands in."""

    person: Person
    question: str
    angle: str
    answer: str
    evidence: str
    passage: str
    asked_for: str = ""

    @property
    def exchange(self) -> Exchange:
        """The row as the gates get it."""
        return Exchange(kind="fact", messages=messages_of([(self.question, self.answer)]), angle=self.angle)


def people_in(data: Path) -> Iterator[Path]:
    """The files of English paragraphs about one person each, in order."""
    root = data / "facts" if (data / "facts").is_dir() else data
    for file in sorted((root / "squad").glob("*.jsonl")):
        if language_of(next(read_jsonl(file), {}).get("context", "")) == "en":
            yield file


def rule_rows(file: Path, scratch: Path) -> Iterator[Row]:
    """Every row that the rules make of one person's paragraphs, before any gate."""
    texts = [" ".join(row["context"].split()) for row in read_jsonl(file)]
    person = _person(file, scratch)
    seen: set[str] = set()
    for before, text in pairwise(["", *texts]):
        for found in find_statements(text, person, before):
            if isinstance(found, Statement) and found.text not in seen:
                seen.add(found.text)
                yield from _rows_of(found.text, text[found.start : found.end], person, text)


def _rows_of(claim: str, quote: str, person: Person, passage: str) -> Iterator[Row]:
    try:
        told, questions = answer(claim, person)
    except Unclear:
        return
    for question in questions:
        text = question.opening + lowered(told) if question.opening else told
        yield Row(person, question.text, question.angle, text, quote, passage)


def _person(file: Path, scratch: Path) -> Person:
    """Whom a file is about, as the rules see them."""
    persona = persona_of(file, scratch)
    places = find_places(row["context"] for row in read_jsonl(file))
    return Person(persona.name, persona.names, persona.pronouns, places)


def human_rows(file: Path, scratch: Path) -> Iterator[Row]:
    """Human questions put to the person, with short answers made of the span that the data gives."""
    person = _person(file, scratch)
    for row in read_jsonl(file):
        passage = " ".join(row["context"].split())
        for qa in row["qas"]:
            question = _to_you(qa["question"].strip(), person)
            span = min(qa["answers"], key=len, default="")
            evidence = _sentence_with(span, passage, question)
            if evidence and not person.pattern.search(span) and (kind := _kind(question, span)):
                for text in _phrased(kind, question, span):
                    yield Row(person, question, kind, text, evidence, passage, span)


def wrong_spans(rows: Iterable[Row]) -> Iterator[Row]:
    """Short answers with the span of another question of the paragraph that asks for the same kind of thing."""
    rows = list(rows)
    for row in rows:
        others = [r for r in rows if r.passage == row.passage and r.angle == row.angle and _is_other(r, row)]
        if others:
            wrong = min(others, key=lambda other: (other.asked_for not in row.evidence, other.question))
            text = row.answer.replace(row.asked_for, wrong.asked_for)
            yield Row(row.person, row.question, row.angle, text, row.evidence, row.passage, wrong.asked_for)


def _is_other(one: Row, row: Row) -> bool:
    """Whether another question has an answer that shares no word with this one's."""
    return not set(one.asked_for.lower().split()) & set(row.asked_for.lower().split())


def _to_you(question: str, person: Person) -> str:
    """A question about the person as one to them."""
    name = person.pattern.pattern
    subject, owner = {"he": ("he", "his"), "she": ("she", "her"), "they": ("they", "their")}[person.pronouns]
    question = re.sub(rf"(?:{name})['’]s?(?!\w)|\b{owner}\b", "your", question)
    question = re.sub(
        rf"\b(was|is|has|does) (?={name}|{subject}\b)", lambda found: _SECOND[found.group(1)] + " ", question
    )
    return re.sub(rf"(?:{name})(?! [A-Z])|\b(?:{subject}|him)\b", "you", question)


_SECOND = {"was": "were", "is": "are", "has": "have", "does": "do"}


def _sentence_with(span: str, passage: str, question: str) -> str:
    """The sentence with the span that shares most words with the question; '' if none holds it."""
    asked = set(re.findall(r"\w+", question.lower()))
    whole = re.compile(rf"\b{re.escape(span)}\b")
    found = [sentence.text for sentence in split_sentences(passage) if span and whole.search(sentence.text)]
    return max(found, key=lambda text: len(asked & set(re.findall(r"\w+", text.lower()))), default="")


def _kind(question: str, span: str) -> str:
    """when, where, who or how, where question and span are sure to be of that kind; '' elsewhere."""
    if re.match(r"(?:When|In (?:what|which) year|What year)\b", question) and re.fullmatch(r"(?:\w+ )?\d{4}", span):
        return "when"
    if re.match(r"(?:Where|In (?:what|which) (?:city|town|country))\b", question) and re.fullmatch(
        r"(?:[A-Z]\w+ ?)+", span
    ):
        return "where"
    if re.match(r"Who\b", question) and re.fullmatch(r"(?:[A-Z][\w.]+ ?)+", span):
        return "who"
    return "how" if re.match(r"How (?:many|old)\b", question) and re.fullmatch(r"\w+", span) else ""


def _phrased(kind: str, question: str, span: str) -> Iterator[str]:
    """Answers as somebody would write them who was told to be brief, or to use whole sentences."""
    placed = f"in {span}"
    if kind in ("who", "how"):
        yield from (f"{span[:1].upper()}{span[1:]}.", f"I remember it well: {span}.")
    else:
        yield from (f"In {span}.", f"It was {placed}.", f"That was {placed}, as I recall.")
    if kind == "when" and " did you " in question:
        yield f"I did that {placed}."
    if re.search(r"\b(?:to|in|from|at|while|whilst|upon|first)\b", question.removeprefix("In ")):
        return  # what is made of these by rule is no English
    if kind in ("when", "where") and (asked := re.search(r" did you (\w+)( [^?]*)?\?$", question)):
        rest = re.sub(r"\byour\b", "my", (asked.group(2) or "").removesuffix(" in"))
        told = f"I {inflect(asked.group(1).lower(), 'VBD')}{rest}"
        yield from (f"{told} {placed}.", f"In {span}, {lowered(told)}.", f"It's true, {lowered(told)} {placed}.")
    if kind in ("when", "where") and (asked := re.search(r" were you (\w+ed|born)( [^?]*)?\?$", question)):
        rest = re.sub(r"\byour\b", "my", (asked.group(2) or "").removesuffix(" in"))
        yield f"I was {asked.group(1)}{rest} {placed}."
