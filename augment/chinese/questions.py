"""What a first-person answer is asked: a few questions from every angle that its clauses open."""

import re
from collections.abc import Iterator

from augment.chinese.asking import (
    LONGEST,
    ask_about,
    ask_how,
    ask_what,
    ask_when,
    ask_where,
    ask_whether,
    ask_who,
    ask_why,
)
from augment.chinese.lexicon import words
from augment.chinese.outline import first_part, outline
from augment.chinese.script import in_script_of, plain
from augment.chinese.sentences import enclosed
from augment.choosing import Question, choose

FEW = 3
"""Questions below which one more is asked that needs no parts (our judgement)."""
LONGEST_HEARD = 80
"""Characters of a clause that somebody may have heard (our judgement)."""
MOST, MOST_AN_ANGLE, MOST_VAGUE = 10, 3, 2
"""Questions of one answer, of one angle, and of those that ask for anything (as for English)."""

_WORDS = words(
    "什么时候的事 什么职务 几岁的时候 什么时候 为什么 哪一年 哪里 多少 什么 谁 吗 如何 怎么看 发生了 请谈谈 能谈谈 "
    "的经历 经历了"
)
_POINTS = re.compile(
    r"[他她它其该]|[将把]之|此(?!外)|这|(?<![刹支])那(?!时|霸|不勒|波)|两人|二人|双方|前者|后者|同年|翌年|次年|当时"
)
_ANGLES = (ask_when, ask_where, ask_who, ask_why, ask_how, ask_what, ask_whether, ask_about)


def ask(told: str, claim: str = "") -> list[Question]:
    """Up to ten questions that an answer answers, unlike each other, in the script of the claim that it tells."""
    script = claim or told
    clauses = outline(told)
    found = [question for angle in _ANGLES for clause in clauses for question in _asked(angle(clause), script)]
    chosen = choose(found, MOST, MOST_AN_ANGLE, MOST_VAGUE)
    return chosen if len(chosen) >= FEW else [*chosen, *_heard(told, script)]


def _heard(told: str, script: str) -> Iterator[Question]:
    """Whether it is true what one hears: a question that fits where the parts of a claim cannot be told apart."""
    clause = first_part(told)
    if len(clause) <= LONGEST_HEARD:
        text = f"{in_script_of('听说', script)}{clause}{in_script_of('，是这样吗？', script)}"
        yield Question(text, "whether", in_script_of("是的，", script))


def _asked(questions: Iterator[Question], script: str) -> Iterator[Question]:
    """The questions that can stand alone, in the script of the answer."""
    for question in questions:
        text = re.sub("^[，,；]", "", question.text)
        if len(text) <= LONGEST and "：" not in plain(text) and not _points(text) and plain(text).count("吗") <= 1:
            yield Question(_scripted(text, script), question.angle, in_script_of(question.opening, script))


def _points(text: str) -> bool:
    """Whether a question leans on what is said elsewhere."""
    flat = plain(text)
    inside = enclosed(flat)
    return any(not inside[match.start()] for match in _POINTS.finditer(flat))


def _scripted(text: str, script: str) -> str:
    """A question whose own words are in the script of the rest."""
    for word in _WORDS:
        text = text.replace(word, in_script_of(word, script))
    return text
