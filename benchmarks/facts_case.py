"""Third-person paragraphs with human questions (`facts/squad/PERSON.jsonl`): what the rewriter makes of them."""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.data import read_jsonl
from flows.steps import Plain, collect, rewrite
from likeness.persona import Persona
from likeness.records import Claim, Exchange, Fact, Passage
from likeness.sections import Evaluate, Rights, Train
from likeness.sources import PageFile
from likeness.workspace import Workspace

FIRST_PERSON = re.compile(r"\b(I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?)\b|[我咱吾]")
CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass
class Made:
    """What came of one person's paragraphs. `covered` counts the human questions whose answer is in a made answer."""

    persona: Persona
    workspace: Workspace
    asked: int
    covered: int
    facts: dict[str, Fact]
    exchanges: list[Exchange]


def people(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The paragraphs of a file by person."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in read_jsonl(file):
        rows.setdefault(str(row.get("person", file.stem)), []).append(row)
    return rows


def person(file: Path, scratch: Path, paragraphs: int | None = None, **settings: Any) -> Persona:
    """The persona of a file's first person: the paragraphs as one page, the questions as held-out questions."""
    name, rows = next(iter(people(file).items()))
    return persona_of(name, rows[:paragraphs], scratch, **settings)


def persona_of(name: str, rows: list[dict[str, Any]], scratch: Path, **settings: Any) -> Persona:
    """The persona of one person's paragraphs."""
    scratch.mkdir(parents=True, exist_ok=True)
    text = "\n\n".join(" ".join(row["context"].split()) for row in rows)
    (scratch / "page.txt").write_text(text)
    questions = [_question(row["context"], qa) for row in rows for qa in row["qas"]]
    (scratch / "questions.jsonl").write_text("".join(json.dumps(question) + "\n" for question in questions))
    plain = re.sub(r" ?[(（].*[)）]$", "", name.replace("_", " "))
    return Persona(
        name=plain,
        slug="person",
        aliases=_aliases(plain, text, [question["question"] for question in questions]),
        pronouns=_pronouns(text),
        rights=Rights(basis="evaluation"),
        pages=(PageFile(path="page.txt", url="https://example.org/page", title=plain),),
        evaluate=Evaluate(questions="questions.jsonl"),
        folder=scratch,
        **{"train": Train(), **settings},
    )


def make(name: str, rows: list[dict[str, Any]], scratch: Path, **settings: Any) -> Made:
    """Collect and rewrite one person's paragraphs with the real stages."""
    persona = persona_of(name, rows, scratch, **settings)
    workspace = Workspace(scratch / "workspace", persona.slug)
    runner = Plain(workspace, persona)
    collect(runner)
    rewrite(runner)
    exchanges = [row for row in workspace.table(Exchange).read() if row.kind == "fact"]
    facts = {fact.id: fact for fact in workspace.table(Fact).read()}
    made = _answers_by_paragraph(rows, list(workspace.table(Passage).read()), facts, exchanges)
    asked = [(index, qa) for index, row in enumerate(rows) for qa in row["qas"]]
    covered = sum(any(_holds(made[index], answer) for answer in qa["answers"]) for index, qa in asked)
    return Made(persona, workspace, len(asked), covered, facts, exchanges)


def measure(file: Path, scratch: Path, sample: int) -> dict[str, Any]:
    """Coverage of the human questions, first-person share and the funnel; `sample` random rows for a reader."""
    made = [make(name, rows, scratch / str(number)) for number, (name, rows) in enumerate(people(file).items())]
    exchanges = [row for each in made for row in each.exchanges]
    facts = {key: fact for each in made for key, fact in each.facts.items()}
    dropped = [row for each in made for row in each.workspace.table(Claim).rejected()]
    asked = sum(each.asked for each in made)
    return {
        "case": f"{file.parent.name}/{file.stem}",
        "people": len(made),
        "facts": len(facts),
        "exchanges": len(exchanges),
        "questions_per_fact": len(exchanges) / max(len(facts), 1),
        "human_questions": asked,
        "covered": sum(each.covered for each in made) / max(asked, 1),
        "first_person": sum(bool(FIRST_PERSON.search(row.answer)) for row in exchanges) / max(len(exchanges), 1),
        "rejected": dict(Counter(row.reason for row in dropped).most_common()),
        "sample": _sample(exchanges, facts, sample),
    }


def write_rows(path: Path | None, cases: list[dict[str, Any]]) -> None:
    """Take the sampled rows out of each case and write them as one table, for a reader to judge."""
    lines = [
        f"| {case['case']} | {number} | {row['question']} | {row['answer']} | {row['quote']} |"
        for case in cases
        for number, row in enumerate(case.pop("sample"), start=1)
    ]
    if path:
        path.write_text(
            "| person | row | question | answer | quote |\n|---|---|---|---|---|\n" + "\n".join(lines) + "\n"
        )


def _question(context: str, qa: dict[str, Any]) -> dict[str, Any]:
    """A human question as a held-out one: its evidence is the sentence that holds the first answer."""
    answers = list(dict.fromkeys(qa["answers"]))
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", context)
    evidence = next((sentence for sentence in sentences if answers and answers[0] in sentence), "")
    return {"question": qa["question"].strip(), "answers": answers, "evidence": evidence, "kind": "fact"}


def _aliases(name: str, text: str, questions: list[str]) -> tuple[str, ...]:
    """The surname; in a text of another script, what most of the questions call the person there."""
    if not CHINESE.search(text) or CHINESE.search(name):
        return (name.split()[-1],) if " " in name else ()
    counts = Counter(
        question[start : start + length]
        for question in questions
        for length in (2, 3, 4, 5, 6)
        for start in range(len(question) - length + 1)
        if re.fullmatch(r"[\u3400-\u9fff·]+", question[start : start + length])
    )
    most = max(counts.values(), default=0)
    return (max((run for run, count in counts.items() if count == most), key=len),) if most else ()


def _pronouns(text: str) -> Literal["he", "she", "they"]:
    """The pronoun that the paragraphs use most: they are about one person."""
    counts = Counter(re.findall(r"\b(he|she|they)\b", text.lower()))
    counts += Counter({"he": text.count("他"), "she": text.count("她")})
    pronouns: tuple[Literal["he", "she", "they"], ...] = ("he", "she", "they")
    return max(pronouns, key=lambda pronoun: counts[pronoun])


def _answers_by_paragraph(
    rows: list[dict[str, Any]], passages: list[Passage], facts: dict[str, Fact], exchanges: list[Exchange]
) -> list[str]:
    """All answers made from each paragraph, as one normalised text."""
    contexts = [set(_words(row["context"])) for row in rows]
    home = {p.id: max(range(len(rows)), key=lambda i: len(contexts[i] & set(_words(p.text)))) for p in passages}
    made = [""] * len(rows)
    for row in exchanges:
        for fact in row.facts:
            for place in {home[passage] for passage in _passages(facts[fact])}:
                made[place] += f" | {_plain(row.answer)}"
    return made


def _passages(fact: Fact) -> list[str]:
    """Every passage that says it."""
    return [fact.passage, *(other.passage for other in fact.evidence)]


def _holds(made: str, answer: str) -> bool:
    return bool(_plain(answer)) and _plain(answer) in made


def _words(text: str) -> list[str]:
    """Words; of Chinese, pairs of neighbouring characters."""
    return [*text.split(), *(text[start : start + 2] for start in range(len(text) - 1) if CHINESE.match(text[start]))]


def _plain(text: str) -> str:
    """Lower case without the marks at its ends; blanks mean nothing in Chinese."""
    plain = " ".join(text.lower().split()).strip(" .。")
    return plain.replace(" ", "") if CHINESE.search(plain) else plain


def _sample(exchanges: list[Exchange], facts: dict[str, Fact], count: int) -> list[dict[str, str]]:
    """Random rows, the same for the same tables."""
    chosen = random.Random(0).sample(exchanges, min(count, len(exchanges)))
    return [{"question": row.question, "answer": row.answer, "quote": facts[row.facts[0]].quote} for row in chosen]
