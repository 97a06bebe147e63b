"""A model that does as it is told, made of the project's own rules: replies to every prompt from what stands in it."""

import json
import re
from typing import Any

from augment import rules
from augment.person import Person
from augment.statements import Statement, Unclear
from tests.augment.llm_server import Request

PERSON = Person("Ada Quill", ("Ada Quill", "Quill"), "she")


def reply(request: Request) -> str:
    """The reply, by the shape that is asked for."""
    properties = request["response_format"]["json_schema"]["schema"]["properties"]
    text = request["messages"][1]["content"]
    makers = {"claims": claims, "exchanges": exchanges, "verdicts": verdicts, "turns": turns, "questions": questions}
    return json.dumps(next(make(text) for name, make in makers.items() if name in properties))


def marked(kind: str, text: str) -> str:
    """What stands between the marks of a kind."""
    found = re.search(rf"<{kind}>\n(.*?)\n</{kind}>", text, re.DOTALL)
    return found.group(1) if found else ""


def claims(text: str) -> dict[str, Any]:
    passage = marked("passage", text)
    found = [row for row in rules.find_statements(passage, PERSON) if isinstance(row, Statement)]
    return {"claims": [{"claim": r.text, "quote": passage[r.start : r.end], "kind": "fact"} for r in found]}


def exchanges(text: str) -> dict[str, Any]:
    answer, asked = told(marked("evidence", text).splitlines()[0])
    rows = [{"angle": angle_of(q), "question": q, "answer": answer, "follow_up": None} for q in asked]
    return {"exchanges": rows, "statements": [answer]}


def angle_of(question: str) -> str:
    first = question.split()[0].lower()
    return first if first in ("who", "when", "where", "why", "how") else "story"


def turns(text: str) -> dict[str, Any]:
    pairs = [told(line) for line in dict.fromkeys(marked("evidence", text).splitlines())]
    return {"turns": [{"question": asked[0], "answer": answer} for answer, asked in pairs if asked]}


def told(claim: str) -> tuple[str, list[str]]:
    try:
        answer, asked = rules.answer(claim, PERSON)
    except Unclear:
        return "", []
    return answer, [question.text for question in asked if not question.opening]


def verdicts(text: str) -> dict[str, Any]:
    evidence, count = marked("evidence", text).splitlines()[0], len(re.findall(r"^\d+\. ", marked("rows", text), re.M))
    row = {"from_evidence": "", "quote": evidence, "verdict": "supported", "answers": True}
    return {"verdicts": [{"row": number, **row} for number in range(1, count + 1)]}


def questions(text: str) -> dict[str, Any]:
    posts = marked("posts", text).splitlines()
    return {"questions": [f"What is on your mind, number {number}?" for number in range(len(posts))]}
