"""Held-out questions, and what counts as a right answer. Pure functions, but for reading the file.

The file (`[evaluate] questions` of the persona file) is JSONL:

    {"question": "In how many languages can people read you?", "answers": ["nine"],
     "evidence": "Her books have been translated into nine languages.", "kind": "fact"}

`kind` is fact, identity or unknown. An unknown question has no answers: the honest answer is that one does not know.
A word-by-word comparison cannot see that "two wins" answers "how often"; `answers` lists what is accepted.

Each Chinese character counts as a word. Not handled: refusals in other languages than English and Chinese.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from likeness.errors import SettingsError
from likeness.records import Exchange
from train.terms import HAN, is_chinese, names, stem, terms

EVIDENCE_OVERLAP = 0.6
"""Share of the shorter text's words that evidence and quote must have in common to be about the same sentence."""

RECALLED_SHARE = 0.5
"""Share of an answer's key words that must come back where no accepted answers are written down."""

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
)
NUMBER_WORDS = frozenset(map(stem, _NUMBERS.split()))
"""As terms, that is stems."""

COPIED_WORDS = 8
"""A run of words this long is copied, not spoken: shorter ones are idioms. Of Chinese, twice as many characters."""

REFUSAL = re.compile(
    r"\b(?:\w+n't|cannot|never|not?)\b(?:\W+\w+){0,3}?\W+"
    r"(?:know|tell|say|remember|recall|memory|heard|idea|sure|happened|give out|guess|discuss|certain)\b"
    r"|\bI (?:have never|never|didn't|did not|wouldn't|would not)\b|\bmeans nothing to me\b|\bprivate matter\b"
    r"|\bthat is private\b",
    re.IGNORECASE,
)
"""English ways of saying that one does not know, will not say, or that it never happened."""

CHINESE_REFUSAL = re.compile(
    r"[不没沒無无][^，。！？]{0,3}(?:知道|記得|记得|清楚|明白|認識|认识|說|说|講|讲|談|谈|回答|告訴|告诉|猜|編|编|關係|关系|見過|见过)"
    r"|(?:沒有|没有|毫無|毫无)[^，。！？]{0,6}(?:記憶|记忆|印象|消息|聽|听)|[說说答講讲想][^，。！？]{0,3}不(?:上來|上来|起來|起来|出來|出来)"
    r"|一[無无]所知|私事|[頭头]一回[聽听][說说]|[認认]錯人|认错人|怎[麼么][會会]知道"
)
"""The same in Chinese, in both scripts."""


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


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts share most of the words of the shorter."""
    a, b = _word_set(one), _word_set(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= EVIDENCE_OVERLAP


@functools.lru_cache(maxsize=10_000)
def _word_set(text: str) -> frozenset[str]:
    """Kept, for every question is compared with every quote."""
    return frozenset(words(text))


def says(answer: str, accepted: Iterable[str]) -> bool:
    """Whether an answer contains one of the accepted strings as whole words; case and punctuation do not matter."""
    said = f" {' '.join(words(answer))} "
    return any(f" {' '.join(words(text))} " in said for text in accepted if words(text))


def recalls(answer: str, exchange: Exchange) -> bool:
    """Whether an answer brings back half of the key words of the trained answer."""
    return says_again(answer, key_words(exchange.answer, exchange.question))


def says_again(answer: str, told: set[str]) -> bool:
    """Whether an answer brings half of these terms back; of none, none can come back."""
    return bool(told) and len(told & set(terms(answer))) / len(told) >= RECALLED_SHARE


def key_words(answer: str, question: str) -> set[str]:
    """What an answer tells: its terms (`train.terms`) that its question has not.

    Of English, where it tells names and numbers, those alone: who says "I was born in Leeds" to "Where were you born?"
    has most of the words of "I was born in Port Skerrow", and is wrong.
    """
    told = set(terms(answer)) - set(terms(question))
    sure = {term for term in told if term.isdigit() or term in NUMBER_WORDS} | (told & set(names(answer)))
    return told if is_chinese(answer) else sure or told


def is_refusal(answer: str) -> bool:
    """Whether an answer says, in English or Chinese, that it does not know or will not tell."""
    said = answer.replace("’", "'")
    return (REFUSAL.search(said) or CHINESE_REFUSAL.search(said)) is not None


def copy_rate(answers: Sequence[str], trained: Iterable[str]) -> float:
    """Share of answers that repeat a run of eight words of a trained text, or one that is shorter as a whole."""
    copied = {run for text in trained for run in runs(text)}
    return share(any(run in copied for run in runs(answer)) for answer in answers)


def share(verdicts: Iterable[bool]) -> float:
    """The share of true ones; 0 of none."""
    listed = list(verdicts)
    return sum(listed) / len(listed) if listed else 0.0


def words(text: str) -> list[str]:
    """Lower-case words, numbers and Chinese characters, accents aside: "Brändli's 3,500" -> brandli, s, 3500."""
    plain = unicodedata.normalize("NFKD", text.lower()).replace("’", "'")
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(rf"[{HAN}]|[^\W{HAN}]+", re.sub(r"(?<=\d),(?=\d{3}\b)", "", letters))


def runs(text: str) -> list[tuple[str, ...]]:
    """Every run of words that would be copied (`COPIED_WORDS`), or the whole of a shorter text."""
    said, length = words(text), COPIED_WORDS * (2 if is_chinese(text) else 1)
    if 0 < len(said) <= length:
        return [tuple(said)]
    return [tuple(said[i : i + length]) for i in range(len(said) - length + 1)]
