from pathlib import Path

from augment.answers import compose_answers
from augment.facts import extract_facts
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage
from likeness.workspace import Workspace

PERSONA = Persona(name="Henrik Voss", aliases=("Voss",), pronouns="he", rights={"basis": "invented"})
TEXTS = (
    "Henrik Voss (10 July 1856 – 7 January 1943) was a Swedish painter. Voss was born in Malmö.",
    "He kept bees. Voss kept bees. Hale may have helped Voss.",
    "Der Maler wurde in Malmö geboren und lebte danach viele Jahre lang allein auf einer kleinen Insel.",
)


def workspace(tmp_path: Path, texts: tuple[str, ...] = TEXTS) -> Workspace:
    space = Workspace(tmp_path, "voss")
    rows = [Passage(page="page-1", heading="Life", position=i, text=text) for i, text in enumerate(texts)]
    space.table(Passage).write("voss", rows, made_from="test")
    return space


def test_facts_carry_verbatim_quotes(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    marker = extract_facts(space, PERSONA, "voss")
    facts, passages = list(space.table(Fact).read("voss")), {p.id: p for p in space.table(Passage).read()}
    assert [fact.claim for fact in facts] == [
        "Henrik Voss was born on 10 July 1856.",
        "Henrik Voss died on 7 January 1943.",
        "Henrik Voss was a Swedish painter.",
        "Henrik Voss was born in Malmö.",
        "Henrik Voss kept bees.",
    ]
    for fact in facts:
        assert fact.quote == passages[fact.passage].text[fact.quote_start : fact.quote_end]
        assert fact.parents == (fact.passage,)
    assert facts[0].dates == ("10 July 1856", "7 January 1943")
    assert marker.rejected == {"duplicate_fact": 1, "hedged": 1, "language_not_known": 1}


def test_a_refused_sentence_is_written_with_its_reason(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    extract_facts(space, PERSONA, "voss")
    hedged = next(row for row in space.table(Fact).rejected("voss") if row.reason == "hedged")
    assert hedged.row["sentence"] == "Hale may have helped Voss."
    assert TEXTS[1][hedged.row["start"] :] == hedged.row["sentence"]


def test_opinions_are_marked(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss believed that bees are wise.",))
    extract_facts(space, PERSONA, "voss")
    assert [fact.kind for fact in space.table(Fact).read("voss")] == ["opinion"]


def test_answers_come_from_facts_and_trace_back(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    extract_facts(space, PERSONA, "voss")
    compose_answers(space, PERSONA, "voss")
    rows = {row.question: row for row in space.table(Exchange).read("facts-voss")}
    row = rows["Where were you born?"]
    assert row.answer == "I was born in Malmö."
    assert (row.kind, row.angle) == ("fact", "where")
    assert row.facts == row.parents
    assert row.checks["unsupported_name"] == "pass"
    assert [type(ancestor).__name__ for _, ancestor in space.trace(row.facts[0])][:2] == ["Fact", "Passage"]


def test_one_question_one_answer(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("In 1881, Voss moved to Lund. In 1881, Voss sold a boat.",))
    extract_facts(space, PERSONA, "voss")
    marker = compose_answers(space, PERSONA, "voss")
    assert marker.rejected == {"duplicate_question": 1}
    asked = [row.question for row in space.table(Exchange).read("facts-voss")]
    assert asked.count("What did you do in 1881?") == 1


def test_an_unchanged_part_is_not_made_again(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    first = extract_facts(space, PERSONA, "voss"), compose_answers(space, PERSONA, "voss")
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.jsonl")}
    assert (extract_facts(space, PERSONA, "voss"), compose_answers(space, PERSONA, "voss")) == first
    assert files == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.jsonl")}


def test_other_pronouns_make_other_facts(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    before = extract_facts(space, PERSONA, "voss")
    after = extract_facts(space, PERSONA.model_copy(update={"pronouns": "she"}), "voss")
    assert after.made_from != before.made_from
    assert after.content != before.content or after.rejected != before.rejected
