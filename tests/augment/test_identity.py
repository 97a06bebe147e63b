import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from augment.identity import beside_the_facts, compose_identity, held_out_questions, identity_exchanges
from augment.wording import sayings_in, scripts_of
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage, Rejected, Utterance
from likeness.sections import Evaluate, Rights
from likeness.workspace import Workspace

PERSONA = Persona(
    name="Mara Lind",
    aliases=("Lind", "林德"),
    pronouns="she",
    born="1906-12-09",
    description="American computer scientist.",
    rights={"basis": "invented"},
)
CLAIMS = (
    "In 1934, Mara Lind moved to Uppsala.",
    "Mara Lind founded the Fyris Institute in 1941.",
    "Mara Lind kept bees.",
    "In 1939, Mara Lind married Anders Holm, a clockmaker.",
)


def facts(claims: Iterable[str] = CLAIMS) -> list[Fact]:
    return [Fact(passage="p", claim=text, quote=text, quote_start=0, quote_end=len(text)) for text in claims]


def kept(made: Iterable[Exchange | Rejected]) -> list[Exchange]:
    rows = list(made)
    assert all(isinstance(row, Exchange) for row in rows), [row for row in rows if isinstance(row, Rejected)]
    return [row for row in rows if isinstance(row, Exchange)]


@pytest.mark.parametrize("pronouns", ["he", "she", "they"])
@pytest.mark.parametrize("description", ["", "American computer scientist.", "the first of her kind"])
def test_all_rows_pass_the_gates(pronouns: str, description: str) -> None:
    persona = PERSONA.model_copy(update={"pronouns": pronouns, "description": description})
    made = kept(identity_exchanges(persona))
    assert 50 <= len(made) <= 70
    assert len({row.question for row in made}) == len(made)
    assert {row.kind for row in made} == {"identity"}


def test_what_it_says_of_itself() -> None:
    answers = {row.question: row.answer for row in kept(identity_exchanges(PERSONA))}
    assert answers["Who are you?"] == "I'm Mara Lind, an American computer scientist."
    assert answers["When were you born?"] == "I was born on 9 December 1906."
    assert answers["Are you an AI?"].endswith("I am not her.")
    assert answers["What should I call you?"].startswith("You can call me Lind.")


@pytest.mark.parametrize("question", ["Are you ChatGPT?", "Are you a language model?", "Who made you?"])
def test_disclosure_follows_the_rights(question: str) -> None:
    answers = {row.question: row.answer for row in kept(identity_exchanges(PERSONA))}
    assert "model" in answers[question] and "Mara Lind" in answers[question]
    silent = PERSONA.model_copy(update={"rights": Rights(basis="invented", disclosure=False)})
    rows = kept(identity_exchanges(silent))
    assert not any("AI" in row.answer or "model" in row.answer or row.question == question for row in rows)


def test_a_chinese_description_is_no_english_introduction() -> None:
    persona = PERSONA.model_copy(update={"description": "计算机科学家"})
    answers = {row.question: row.answer for row in kept(identity_exchanges(persona))}
    assert answers["Who are you?"] == "I'm Mara Lind."


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("zh", "你是谁？", "我是林德，计算机科学家。"),
        ("zh-TW", "你真的是林德嗎？", "不是，我是根據林德的公開資料訓練的模型，不是本人。"),
    ],
)
def test_chinese(language: str, question: str, answer: str) -> None:
    persona = PERSONA.model_copy(update={"language": language, "description": "计算机科学家。"})
    answers = {row.question: row.answer for row in kept(identity_exchanges(persona))}
    assert answers[question] == answer
    assert "我出生于1906年12月9日。" in answers.values() or language == "zh-TW"


def test_every_question_is_asked_once_but_for_the_repeated_ones() -> None:
    made = kept(beside_the_facts(PERSONA, facts()))
    asked = [row.question.lower() for row in made if row.angle != "repeated"]
    assert len(set(asked)) == len(asked)
    assert {row.angle for row in made} >= {"who", "mistaken", "invented", "private", "future", "met"}


def test_the_same_input_gives_the_same_rows() -> None:
    assert list(beside_the_facts(PERSONA, facts())) == list(beside_the_facts(PERSONA, facts()[::-1]))


def test_demo_questions_stay_unseen() -> None:
    lines = Path("personas/demo/questions.jsonl").read_text(encoding="utf-8").splitlines()
    held_out = {json.loads(line)["question"].lower() for line in lines}
    made = kept(beside_the_facts(PERSONA, facts(f"Mara Lind built clock number {i}." for i in range(120))))
    assert not held_out & {row.question.lower() for row in made}


def test_stage(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "lind")
    marker = compose_identity(space, PERSONA)
    assert compose_identity(space, PERSONA) == marker
    assert marker.rejected == {}
    changed = PERSONA.model_copy(update={"description": "a pilot"})
    assert compose_identity(space, changed).content != marker.content


def test_stage_reads_facts_sources_and_the_years_of_posts(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "lind")
    space.table(Fact).write("page", facts(), made_from="test")
    space.table(Passage).write("page", [Passage(page="p", heading="", position=0, text="Lima.")], made_from="test")
    said = Utterance(medium="post", text="Bees again.", created_at="1977-03-01T00:00:00Z")
    space.table(Utterance).write("posts", [said], made_from="test")
    compose_identity(space, PERSONA)
    rows = list(space.table(Exchange).read("identity"))
    assert any("1977" in row.answer for row in rows if row.angle == "after_the_end")
    assert any(row.angle == "false_premise" for row in rows)
    assert not any("Lima" in row.question for row in rows)


def test_held_out_questions_are_never_written(tmp_path: Path) -> None:
    lines = [json.dumps({"question": "who are YOU"}), "no JSON", "[]", json.dumps({"answers": []}), ""]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    persona = PERSONA.model_copy(update={"evaluate": Evaluate(questions="questions.jsonl"), "folder": tmp_path})
    assert held_out_questions(persona) == {"who are you"}
    space = Workspace(tmp_path, "lind")
    marker = compose_identity(space, persona)
    assert marker.rejected == {"held_out": 1}
    assert "Who are you?" not in {row.question for row in space.table(Exchange).read("identity")}


@pytest.mark.parametrize(
    ("language", "claims", "scripts"),
    [
        ("en", [], ["en"]),
        ("zh", [], ["zh-Hans"]),
        ("zh_TW", [], ["zh-Hant"]),
        ("de", [], ["en"]),
        ("en", ["林德於1943年去世。", "林德生於烏普薩拉。", "林德生于山中。"], ["zh-Hant"]),
        ("zh", [CLAIMS[0]], ["en", "zh-Hans"]),
        ("en", [CLAIMS[0], "林德去世了。"], ["en", "zh-Hans"]),
        (
            "en",
            [CLAIMS[0], "Mara Lind kept bees.", "Mara Lind slept.", "Mara Lind ate.", "She sang.", "林德去世了。"],
            ["en"],
        ),
    ],
)
def test_scripts(language: str, claims: list[str], scripts: list[str]) -> None:
    persona = PERSONA.model_copy(update={"language": language})
    assert scripts_of(persona, facts(claims)) == scripts


def test_traditional_texts_hold_no_simplified_characters() -> None:
    texts = repr(sayings_in("zh-Hant"))
    assert "你還記得我們第一次見面的時候嗎？" in texts
    assert not set(texts) & set("们说这过还没对")
