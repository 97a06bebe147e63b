"""The fact index: what goes into it, what comes out, and what stays out."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from likeness.errors import NotFresh, WorkspaceError
from likeness.persona import Persona
from likeness.records import Evidence, Exchange, Fact, Message, Page, Passage, Rejected
from likeness.sections import Rights
from likeness.workspace import Workspace
from train.fact_index import FOLDER, IndexedFact, export_facts, index_fact, telling
from train.fact_search import FactIndex, fuse, open_index, read_index, search

PERSONA = Persona(name="Ann Lee", rights=Rights(basis="made up"))

PAGE = Page(url="https://example.org/ann", title="Ann [Lee]", text="-", license="CC0", retrieved_at="2026-01-02")
TOLD = {
    "Ann Lee was born in Port Skerrow in 1790.": ("Where were you born?", "I was born in Port Skerrow in 1790."),
    "Lee kept the lighthouse on Gull Rock.": ("What did you keep?", "I kept the lighthouse on Gull Rock."),
    "Her mother, Ruth Lee, mended nets.": ("What did your mother do?", "My mother, Ruth Lee, mended nets."),
    "李安于1790年出生在海口。": ("你在哪里出生？", "我于1790年出生在海口。"),
}


def ask(question: str, answer: str, *facts: Fact, **fields: object) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    ids = tuple(fact.id for fact in facts)
    return Exchange(kind="fact", messages=messages, facts=ids, **fields)  # type: ignore[arg-type]


def passage_of(claim: str, page: Page = PAGE, position: int = 0) -> Passage:
    return Passage(page=page.id, heading="", position=position, text=claim)


def fact_of(claim: str, **fields: object) -> Fact:
    passage = passage_of(claim)
    return Fact(passage=passage.id, claim=claim, quote=claim, quote_start=0, quote_end=len(claim), **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Four facts with an exchange each, one without, and the index of them."""
    workspace = Workspace(tmp_path_factory.mktemp("data"), "ann-lee")
    fill(workspace, [*(fact_of(claim) for claim in TOLD), fact_of("Lee was fond of tea.")])
    export_facts(workspace, PERSONA)
    return workspace


def fill(workspace: Workspace, facts: Sequence[Fact], made_from: str = "1") -> None:
    workspace.table(Page).write("ann", [PAGE], made_from)
    workspace.table(Passage).write("ann", [passage_of(fact.claim) for fact in facts], made_from)
    workspace.table(Fact).write("ann", facts, made_from)
    rows = [ask(*TOLD[fact.claim], fact) for fact in facts if fact.claim in TOLD]
    workspace.table(Exchange).write("facts-ann", rows, made_from)


@pytest.fixture(scope="module")
def index(workspace: Workspace) -> FactIndex:
    return open_index(workspace, PERSONA)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where were you born?", "I was born in Port Skerrow in 1790."),
        ("what did you look after, a lighthouse?", "I kept the lighthouse on Gull Rock."),
        ("Who was your mother?", "My mother, Ruth Lee, mended nets."),
        ("你出生在哪里？", "我于1790年出生在海口。"),
    ],
)
def test_a_question_finds_its_fact(index: FactIndex, question: str, told: str) -> None:
    found = search(index, question)
    assert found[0].fact.told == told
    assert [row.score for row in found] == sorted((row.score for row in found), reverse=True)


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of France?",
        "Hello!",
        "",
        "?",
        "Where was Beethoven born?",
        "法国的首都叫什么名字？",
        "Why?",
    ],
)
def test_a_question_that_no_fact_answers_finds_none(index: FactIndex, question: str) -> None:
    assert search(index, question) == []


def test_a_search_ends_after_the_most_that_are_asked_for(index: FactIndex) -> None:
    assert len(search(index, "Where were you born?", most=2, floor=False)) == 2
    assert search(index, "Where were you born?", most=0) == []


def test_the_folder_says_what_it_holds(workspace: Workspace) -> None:
    folder = workspace.path(FOLDER)
    rows = [json.loads(line) for line in (folder / "facts.jsonl").read_text().splitlines()]
    assert [row["claim"] for row in rows] == list(TOLD)
    assert rows[0]["sources"] == [
        {
            "url": "https://example.org/ann",
            "title": "Ann [Lee]",
            "license": "CC0",
            "retrieved_at": "2026-01-02",
            "quote": rows[0]["quote"],
        }
    ]
    card = (folder / "README.md").read_text()
    assert "4 facts" in card
    assert "**Rights:** made up" in card
    assert "Ann Lee: https://example.org/ann (CC0), 4 quotes" in card
    assert "that passed the gates: 1" in card
    vectors = np.load(folder / "embeddings.npy", allow_pickle=False)
    assert (vectors.shape, vectors.dtype) == ((6, 384), np.float16)
    assert np.allclose(np.linalg.norm(vectors.astype(float), axis=1), 1, atol=1e-3)
    assert Rejected.model_validate_json((folder / "rejected.jsonl").read_text()).reason == "no_answer"


def test_the_same_facts_give_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path, "ann-lee")
    fill(other, list(workspace.table(Fact).read()))
    folder, again = workspace.path(FOLDER), export_facts(other, PERSONA)
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_what_is_fresh_is_left_alone(workspace: Workspace) -> None:
    before = workspace.path(FOLDER, "done.json").stat().st_mtime_ns
    assert export_facts(Workspace(workspace.folder.parent, "ann-lee", frozen=True), PERSONA) == workspace.path(FOLDER)
    assert workspace.path(FOLDER, "done.json").stat().st_mtime_ns == before


def test_an_index_is_asked_for_only_when_it_is_there_and_of_these_facts(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    with pytest.raises(WorkspaceError, match="no fact index yet; `likeness export`"):
        open_index(workspace, PERSONA)
    with pytest.raises(NotFresh):
        export_facts(Workspace(tmp_path, "ann-lee", frozen=True), PERSONA)
    export_facts(workspace, PERSONA)
    fill(workspace, [fact_of(next(iter(TOLD)))])
    with pytest.raises(WorkspaceError, match="older than the facts"):
        open_index(workspace, PERSONA)


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    index = read_index(export_facts(Workspace(tmp_path, "ann-lee"), PERSONA))
    assert search(index, "Where were you born?") == []
    assert search(index, "你在哪里出生？") == []


def test_files_of_two_indexes_are_not_read_as_one(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path, "ann-lee")
    fill(other, [fact_of(next(iter(TOLD)))])
    folder = export_facts(other, PERSONA)
    (folder / "embeddings.npy").write_bytes(workspace.path(FOLDER, "embeddings.npy").read_bytes())
    with pytest.raises(WorkspaceError, match="files of two indexes"):
        read_index(folder)


def test_nothing_is_unpickled_and_nothing_half_read(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    with pytest.raises(WorkspaceError, match="no fact index"):
        read_index(folder)
    shutil.copytree(workspace.path(FOLDER), folder)
    np.save(folder / "embeddings.npy", np.array([{"run": "me"}], dtype=object), allow_pickle=True)
    with pytest.raises(WorkspaceError, match="no fact index"):
        read_index(folder)


def test_an_index_on_a_remote_root_is_read_as_well(workspace: Workspace) -> None:
    remote = Workspace("memory://people", "ann-lee")
    fill(remote, list(workspace.table(Fact).read()))
    export_facts(remote, PERSONA)
    assert search(open_index(remote, PERSONA), "Who kept the lighthouse?")[0].fact.id


FIRST = fact_of("Lee kept a cat named Tib.")
SECOND = fact_of("Lee kept a dog.")
HOMES = {FIRST.passage: PAGE, SECOND.passage: PAGE}


@pytest.mark.parametrize(
    ("exchanges", "homes", "reason"),
    [
        ([], HOMES, "no_answer"),
        ([ask("What did you keep?", "I kept a cat and a dog.", FIRST, SECOND)], HOMES, "no_answer"),
        ([ask("What did you keep?", "I kept a cat named Tib.", FIRST)], {}, "no_source"),
        ([ask("What did you keep?", "I kept a cat named Tib.", FIRST)], {FIRST.passage: None}, "no_source"),
    ],
)
def test_a_fact_without_an_answer_or_a_source_is_rejected(
    exchanges: list[Exchange], homes: dict[str, Page | None], reason: str
) -> None:
    row = index_fact(FIRST, exchanges, homes)
    assert isinstance(row, Rejected)
    assert (row.reason, row.row["claim"]) == (reason, FIRST.claim)


def test_a_follow_up_question_does_not_stand_alone() -> None:
    asked = ask("Did you keep a cat?", "I kept a cat named Tib.", FIRST)
    talk = (*asked.messages, Message(role="user", content="Its name?"), Message(role="assistant", content="Tib."))
    row = index_fact(FIRST, [asked, Exchange(kind="fact", messages=talk, facts=(FIRST.id,))], HOMES)
    assert isinstance(row, IndexedFact)
    assert row.questions == ("Did you keep a cat?",)
    assert row.answers == ("I kept a cat named Tib.",)


def test_all_that_a_fact_rests_on_comes_with_it() -> None:
    second = Page(url="https://example.org/rock", title="Gull Rock", text="-", retrieved_at="2026-02-03")
    there = passage_of("She had a cat, Tib.", second)
    other = Evidence(passage=there.id, quote=there.text, quote_start=0, quote_end=19)
    gone = Evidence(passage="passage-0000000000000000", quote="A cat.", quote_start=0, quote_end=6)
    fact = fact_of(
        FIRST.claim, evidence=(other, gone), valid_from="1801", valid_to="1809", standing="superseded", rivals=("x",)
    )
    row = index_fact(fact, [ask("A cat?", "I kept a cat named Tib.", fact)], {fact.passage: PAGE, there.id: second})
    assert isinstance(row, IndexedFact)
    assert [(source.url, source.quote) for source in row.sources] == [(PAGE.url, FIRST.claim), (second.url, there.text)]
    assert (row.valid_from, row.valid_to, row.standing, row.rivals) == ("1801", "1809", "superseded", ("x",))


def test_what_its_own_source_calls_disputed_is_disputed() -> None:
    fact = fact_of("Lee is said to have kept a seal.", kind="disputed")
    row = index_fact(fact, [ask("A seal?", "I am said to have kept a seal.", fact)], {fact.passage: PAGE})
    assert isinstance(row, IndexedFact)
    assert row.standing == "disputed"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            ("In Graz.", "I lived in Graz for a year.", "Well, I lived in Graz for a year."),
            "I lived in Graz for a year.",
        ),
        (("Yes, I lived in Graz for a year.",), "I lived in Graz for a year."),
        (("Yes, my home was in Graz for a year.", "In Graz."), "My home was in Graz for a year."),
        (("是的，我住在海口。",), "我住在海口。"),
        (("Yesterday I lived in Graz.",), "Yesterday I lived in Graz."),
    ],
)
def test_a_fact_is_told_by_its_fullest_answer(answers: tuple[str, ...], told: str) -> None:
    assert telling("Lee lived in Graz for a year.", answers) == told


def test_lists_are_fused_by_places() -> None:
    words, meaning = np.array([0.0, 9.0, 3.0]), np.array([0.9, 0.5, 0.8])
    assert fuse(words, meaning) == pytest.approx([1 / 6, 1 / 6 + 1 / 8, 1 / 7 + 1 / 7])
