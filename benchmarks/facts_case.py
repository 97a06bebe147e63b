"""Third-person paragraphs with human questions (`facts/squad/PERSON.jsonl`): what the rewriter makes of them."""

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any, Literal

from benchmarks.data import read_jsonl
from flows.steps import Plain, collect, rewrite
from likeness.persona import Evaluate, Persona, Rights, Train
from likeness.records import Exchange, Fact, Passage
from likeness.sources import PageFile
from likeness.workspace import Workspace

FIRST_PERSON = re.compile(r"\b(I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?)\b")


def person(file: Path, scratch: Path, paragraphs: int | None = None, **settings: Any) -> Persona:
    """The persona of one file: its paragraphs as one page, its questions as held-out questions."""
    rows = list(read_jsonl(file))[:paragraphs]
    name = file.stem.replace("_", " ")
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "page.txt").write_text("\n\n".join(" ".join(row["context"].split()) for row in rows))
    questions = [_question(row["context"], qa) for row in rows for qa in row["qas"]]
    (scratch / "questions.jsonl").write_text("".join(json.dumps(question) + "\n" for question in questions))
    return Persona(
        name=name,
        aliases=(name.split()[-1],),
        pronouns=_pronouns((scratch / "page.txt").read_text()),
        rights=Rights(basis="evaluation"),
        pages=(PageFile(path="page.txt", url=f"https://example.org/{file.stem}", title=name),),
        evaluate=Evaluate(questions="questions.jsonl"),
        folder=scratch,
        **{"train": Train(), **settings},
    )


def measure(file: Path, scratch: Path, sample: int) -> dict[str, Any]:
    """Coverage of the human questions, first-person share and the funnel; `sample` random rows for a reader."""
    persona = person(file, scratch)
    workspace = Workspace(scratch / "workspace", persona.slug)
    runner = Plain(workspace, persona)
    collect(runner)
    rewrite(runner)
    exchanges = [row for row in workspace.table(Exchange).read() if row.kind == "fact"]
    facts = {fact.id: fact for fact in workspace.table(Fact).read()}
    rows = list(read_jsonl(file))
    made = _answers_by_paragraph(rows, list(workspace.table(Passage).read()), facts, exchanges)
    asked = [(index, qa) for index, row in enumerate(rows) for qa in row["qas"]]
    covered = sum(any(_holds(made[index], answer) for answer in qa["answers"]) for index, qa in asked)
    return {
        "case": file.stem,
        "paragraphs": len(rows),
        "facts": len(facts),
        "exchanges": len(exchanges),
        "questions_per_fact": len(exchanges) / max(len(facts), 1),
        "human_questions": len(asked),
        "covered": covered / max(len(asked), 1),
        "first_person": sum(bool(FIRST_PERSON.search(row.answer)) for row in exchanges) / max(len(exchanges), 1),
        "rejected": dict(Counter(dropped.reason for dropped in workspace.table(Fact).rejected()).most_common()),
        "sample": _sample(exchanges, facts, sample),
    }


def _question(context: str, qa: dict[str, Any]) -> dict[str, Any]:
    """A human question as a held-out one: its evidence is the sentence that holds the first answer."""
    answers = list(dict.fromkeys(qa["answers"]))
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", context)
    evidence = next((sentence for sentence in sentences if answers and answers[0] in sentence), "")
    return {"question": qa["question"].strip(), "answers": answers, "evidence": evidence, "kind": "fact"}


def _pronouns(text: str) -> Literal["he", "she", "they"]:
    """The pronoun that the paragraphs use most: they are about one person."""
    counts = Counter(re.findall(r"\b(he|she|they)\b", text.lower()))
    pronouns: tuple[Literal["he", "she", "they"], ...] = ("he", "she", "they")
    return max(pronouns, key=lambda pronoun: counts[pronoun])


def _answers_by_paragraph(
    rows: list[dict[str, Any]], passages: list[Passage], facts: dict[str, Fact], exchanges: list[Exchange]
) -> list[str]:
    """All answers made from each paragraph, as one normalised text."""
    contexts = [set(row["context"].split()) for row in rows]
    home = {p.id: max(range(len(rows)), key=lambda i: len(contexts[i] & set(p.text.split()))) for p in passages}
    made = [""] * len(rows)
    for row in exchanges:
        for fact in row.facts:
            made[home[facts[fact].passage]] += f" | {_plain(row.answer)}"
    return made


def _holds(made: str, answer: str) -> bool:
    return bool(_plain(answer)) and _plain(answer) in made


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .")


def _sample(exchanges: list[Exchange], facts: dict[str, Fact], count: int) -> list[dict[str, str]]:
    """Random rows, the same for the same tables."""
    chosen = random.Random(0).sample(exchanges, min(count, len(exchanges)))
    return [{"question": row.question, "answer": row.answer, "quote": facts[row.facts[0]].quote} for row in chosen]
