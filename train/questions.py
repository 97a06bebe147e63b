"""Held-out questions, and what counts as a right answer. Pure functions, but for reading the file.

The file (`[evaluate] questions` of the persona file) is JSONL:

    {"question": "In how many languages can people read you?", "answers": ["nine"],
     "evidence": "Her books have been translated into nine languages.", "kind": "fact"}

`kind` is fact, identity or unknown. An unknown question has no answers: the honest answer is that one does not know.
A word-by-word comparison cannot see that "two wins" answers "how often"; `answers` lists what is accepted.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from likeness.errors import SettingsError
from likeness.records import Exchange

EVIDENCE_OVERLAP = 0.6
"""Share of the shorter text's words that evidence and quote must have in common to be about the same sentence."""

RECALLED_SHARE = 0.5
"""Share of an answer's own words that must come back where no accepted answers are written down."""

COPIED_WORDS = 8
"""A run of words this long is copied, not spoken: shorter ones are idioms."""

REFUSAL = re.compile(
    r"\b(?:\w+n't|cannot|never|not?)\b(?:\W+\w+){0,3}?\W+"
    r"(?:know|tell|say|remember|recall|memory|heard|idea|sure|happened|give out|guess|discuss|certain)\b"
    r"|\bI (?:have never|never|didn't|did not|wouldn't|would not)\b|\bmeans nothing to me\b|\bprivate matter\b"
    r"|\bthat is private\b",
    re.IGNORECASE,
)
"""English ways of saying that one does not know, will not say, or that it never happened."""


class Question(BaseModel):
    """One held-out question. `answers` are accepted strings; `evidence` is the sentence that carries the answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str = Field(min_length=1)
    answers: tuple[str, ...] = ()
    evidence: str = ""
    kind: Literal["fact", "identity", "unknown"] = "fact"


def read_questions(path: Path) -> list[Question]:
    """Read the file of held-out questions; empty lines are passed over.

    Raises:
        SettingsError: if a line is not such a question; names the line.
    """
    questions = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                questions.append(Question.model_validate_json(line))
            except ValidationError as error:
                problem = error.errors()[0]
                where = ".".join(map(str, problem["loc"]))
                raise SettingsError(f"evaluate.questions: {path} line {number}: {where} {problem['msg']}") from error
    return questions


def is_trained(question: Question, taught: Iterable[tuple[str, str]]) -> bool:
    """Whether a fact that was trained holds the answer; `taught` are pairs of a fact's quote and a trained answer.

    The evidence and the quote must be the same sentence, and the trained answer must say what is accepted: of a
    sentence with two facts, one may have been taught and the other not.
    """
    return any(says(said, question.answers) and same_sentence(question.evidence, quote) for quote, said in taught)


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts share most of the words of the shorter."""
    a, b = set(words(one)), set(words(other))
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= EVIDENCE_OVERLAP


def says(answer: str, accepted: Iterable[str]) -> bool:
    """Whether an answer contains one of the accepted strings as whole words; case and punctuation do not matter."""
    said = f" {' '.join(words(answer))} "
    return any(f" {' '.join(words(text))} " in said for text in accepted if words(text))


def recalls(answer: str, exchange: Exchange) -> bool:
    """Whether an answer brings back half of what the trained answer says beyond the question's own words."""
    told = set(words(exchange.answer)) - set(words(exchange.question))
    return bool(told) and len(told & set(words(answer))) / len(told) >= RECALLED_SHARE


def is_refusal(answer: str) -> bool:
    """Whether an answer says that it does not know."""
    return REFUSAL.search(answer.replace("’", "'")) is not None


def copy_rate(answers: Sequence[str], trained: Iterable[str]) -> float:
    """Share of answers that repeat a run of eight words of a trained text, or one that is shorter as a whole."""
    runs = {run for text in trained for run in _runs(text)}
    return share(any(run in runs for run in _runs(answer)) for answer in answers)


def share(verdicts: Iterable[bool]) -> float:
    """The share of true ones; 0 of none."""
    listed = list(verdicts)
    return sum(listed) / len(listed) if listed else 0.0


def words(text: str) -> list[str]:
    """Lower-case words and numbers, accents aside: "Brändli's 3,500" -> brandli, s, 3500."""
    plain = unicodedata.normalize("NFKD", text.lower()).replace("’", "'")
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"\w+", re.sub(r"(?<=\d),(?=\d{3}\b)", "", letters))


def _runs(text: str) -> list[tuple[str, ...]]:
    said = words(text)
    if 0 < len(said) <= COPIED_WORDS:
        return [tuple(said)]
    return [tuple(said[i : i + COPIED_WORDS]) for i in range(len(said) - COPIED_WORDS + 1)]
