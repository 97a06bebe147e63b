from pathlib import Path

import pytest

from augment.answers import compose_answers
from augment.claims import extract_claims, person_of
from augment.facts import find_facts, merge_facts
from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Claim, Exchange, Fact, Page, Passage
from likeness.workspace import Workspace

PERSONA = Persona(name="Henrik Voss", aliases=("Voss",), pronouns="he", rights={"basis": "invented"})
TEXTS = (
    "Henrik Voss (10 July 1856 – 7 January 1943) was a Swedish painter. Voss was born in Malmö.",
    "He kept bees. Voss kept bees. Hale may have helped Voss.",
    "Der Maler wurde in Malmö geboren und lebte danach viele Jahre lang allein auf einer kleinen Insel.",
)


def workspace(tmp_path: Path, texts: tuple[str, ...] = TEXTS) -> Workspace:
    space = Workspace(tmp_path, "voss")
    add(space, "voss", *texts)
    return space


def add(space: Workspace, part: str, *texts: str, url: str = "") -> None:
    """Write the passages of a page, and find their claims."""
    page = Page(url=url or f"https://{part}.example/voss", title="Voss", text="\n".join(texts))
    rows = [Passage(page=page.id, heading="Life", position=i, text=text) for i, text in enumerate(texts)]
    space.table(Page).write(part, [page], made_from=str(texts))
    space.table(Passage).write(part, rows, made_from=str(texts))
    extract_claims(space, PERSONA, part)


def claims_of(space: Workspace) -> list[str]:
    return [fact.claim for fact in space.table(Fact).read()]


def test_facts_carry_verbatim_quotes(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    (marker,) = merge_facts(space, PERSONA)
    facts, passages = list(space.table(Fact).read("voss")), {p.id: p for p in space.table(Passage).read()}
    assert [fact.claim for fact in facts] == [
        "Henrik Voss was born on 10 July 1856.",
        "Henrik Voss died on 7 January 1943.",
        "Henrik Voss was a Swedish painter.",
        "Henrik Voss was born in Malmö.",
        "Henrik Voss kept bees.",
    ]
    for fact in facts:
        for place in (fact, *fact.evidence):
            assert place.quote == passages[place.passage].text[place.quote_start : place.quote_end]
    assert facts[0].dates == ("10 July 1856", "7 January 1943")
    assert (facts[0].valid_from, facts[1].valid_to) == ("1856-07-10", "1943-01-07")
    assert marker.rejected == {"duplicate_fact": 1}


def test_every_claim_is_the_first_of_a_fact_or_names_its_fact(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    add(space, "other", "In Malmö, Voss was born. Voss kept bees in 1890.")
    merge_facts(space, PERSONA)
    facts = {fact.id: fact for fact in space.table(Fact).read()}
    for claim in space.table(Claim).read():
        assert sum(claim.id in fact.parents for fact in facts.values()) == 1
    for dropped in space.table(Fact).rejected():
        assert dropped.row["id"] in facts[dropped.detail].parents[1:]


def test_what_two_pages_say_is_one_fact_with_evidence(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss moved to Lund in 1881.",))
    add(space, "abc", "Henrik Voss moved to Lund.")
    assert [marker.kept for marker in merge_facts(space, PERSONA)] == [0, 1]
    (fact,) = space.table(Fact).read()
    assert (fact.claim, fact.quote) == ("Henrik Voss moved to Lund in 1881.", "Voss moved to Lund in 1881.")
    assert [evidence.quote for evidence in fact.evidence] == ["Henrik Voss moved to Lund."]
    assert [type(row).__name__ for _, row in space.trace(fact.id)] == ["Fact"] + ["Claim", "Passage"] * 2


def test_one_sentence_is_named_once(tmp_path: Path) -> None:
    text = "Henrik Voss kept bees."
    rows = [
        Claim(passage="passage-1", claim=claim, quote=text, quote_start=0, quote_end=len(text))
        for claim in ("Henrik Voss kept bees.", "In 1881, Henrik Voss kept bees.", "Voss kept bees")
    ]
    (fact,) = (row for row in find_facts({"a": rows}, person_of(PERSONA), {})["a"] if isinstance(row, Fact))
    assert len(fact.parents) == 3
    assert fact.evidence == ()


def test_contradictions_are_marked_and_the_encyclopedia_is_believed(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss was born in 1856. Voss had four brothers.",))
    add(space, "b", "Voss was born in 1857. Voss had three brothers.", url="https://en.wikipedia.org/wiki/Voss")
    add(space, "c", "Voss had three brothers.")
    add(space, "d", "Voss had four brothers.")
    merge_facts(space, PERSONA)
    facts = {fact.claim.removeprefix("Henrik Voss "): fact for fact in space.table(Fact).read()}
    assert facts["was born in 1856."].standing == "superseded"
    assert facts["was born in 1857."].standing == "current"
    assert facts["was born in 1856."].rivals == facts["was born in 1857."].parents
    assert facts["had three brothers."].standing == "current"
    assert facts["had four brothers."].rivals == tuple(sorted(facts["had three brothers."].parents))


def test_what_a_text_calls_disputed_is_disputed(tmp_path: Path) -> None:
    row = Claim(passage="p", claim="Voss's age is disputed.", quote="q", quote_start=0, quote_end=1, kind="disputed")
    (fact,) = find_facts({"a": [row]}, person_of(PERSONA), {})["a"]
    assert isinstance(fact, Fact)
    assert fact.standing == "disputed"


def test_the_order_in_which_parts_were_made_does_not_matter(tmp_path: Path) -> None:
    pages = {"a": "Voss moved to Lund. Voss kept bees.", "b": "Voss moved to Lund in 1881.", "c": "Voss kept bees."}
    made = []
    for folder, order in (("one", "abc"), ("two", "cab")):
        space = Workspace(tmp_path / folder, "voss")
        for part in order:
            add(space, part, pages[part])
        made.append([(marker.content, marker.rejected) for marker in merge_facts(space, PERSONA)])
    assert made[0] == made[1]


def test_a_page_collected_twice_is_one_page(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss kept bees in the garden.",))
    add(space, "again", "Voss kept bees in the garden.", url="https://voss.example/voss")
    assert [marker.kept for marker in merge_facts(space, PERSONA)] == [1, 0]
    assert claims_of(space) == ["Henrik Voss kept bees in the garden."]


def test_another_part_changes_only_what_it_touches(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss kept bees in the garden.",))
    add(space, "b", "Voss moved to Lund.")
    before = {part: space.table(Fact).content() for part in "b" for _ in merge_facts(space, PERSONA)}["b"]
    add(space, "c", "Voss moved to Lund in 1881.")
    merge_facts(space, PERSONA)
    after = space.table(Fact).content()
    assert after["voss"] == before["voss"]
    assert after["b"] != before["b"]


def test_a_part_whose_claims_are_gone_is_deleted(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("Voss kept bees in the garden.",))
    add(space, "b", "Voss moved to Lund.")
    merge_facts(space, PERSONA)
    space.table(Claim).keep_only(["b"])
    merge_facts(space, PERSONA)
    assert space.table(Fact).parts() == ["b"]
    assert claims_of(space) == ["Henrik Voss moved to Lund."]


def test_a_frozen_workspace_tells_whether_there_is_work(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    frozen = Workspace(tmp_path, "voss", frozen=True)
    with pytest.raises(NotFresh):
        merge_facts(frozen, PERSONA)
    assert merge_facts(space, PERSONA) == merge_facts(frozen, PERSONA)


def test_nothing_makes_nothing(tmp_path: Path) -> None:
    assert merge_facts(Workspace(tmp_path, "voss"), PERSONA) == []


def test_answers_come_from_facts_and_trace_back(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    merge_facts(space, PERSONA)
    compose_answers(space, PERSONA, "voss")
    rows = {row.question: row for row in space.table(Exchange).read("facts-voss")}
    row = rows["Where were you born?"]
    assert row.answer == "I was born in Malmö."
    assert (row.kind, row.angle) == ("fact", "where")
    assert row.facts == row.parents
    assert row.checks["unsupported_name"] == "pass"
    assert [type(one).__name__ for _, one in space.trace(row.facts[0])][:3] == ["Fact", "Claim", "Passage"]


def test_one_question_one_answer(tmp_path: Path) -> None:
    space = workspace(tmp_path, ("In 1881, Voss moved to Lund. In 1881, Voss sold a boat.",))
    merge_facts(space, PERSONA)
    marker = compose_answers(space, PERSONA, "voss")
    assert marker.rejected == {"duplicate_question": 1}
    asked = [row.question for row in space.table(Exchange).read("facts-voss")]
    assert asked.count("What did you do in 1881?") == 1


def test_an_unchanged_part_is_not_made_again(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    first = merge_facts(space, PERSONA), compose_answers(space, PERSONA, "voss")
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.jsonl")}
    assert (merge_facts(space, PERSONA), compose_answers(space, PERSONA, "voss")) == first
    assert files == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.jsonl")}
