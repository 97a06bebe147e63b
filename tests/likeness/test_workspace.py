"""Tables are whole or absent, fresh or made again, on a disk and on an object store."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from likeness.errors import NotFresh, WorkspaceError
from likeness.files import atomic, file_hash, fingerprint, write_bytes
from likeness.records import Exchange, Fact, Message, Page, Passage, Rejected, Utterance
from likeness.sections import Vits
from likeness.workspace import Workspace


@pytest.fixture(params=["disk", "memory"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    root = tmp_path if request.param == "disk" else f"memory://{tmp_path.name}"
    return Workspace(root, "ada")


def said(text: str) -> Utterance:
    return Utterance(medium="post", text=text)


def test_rows_come_back_in_order_and_what_was_dropped_with_its_reason(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    rows = [said("b"), Rejected.of(said("x"), "too_short"), said("a"), said("b")]
    marker = table.write("posts", rows, made_from="1")
    assert [row.text for row in table.read("posts")] == ["b", "a"]
    assert [dropped.reason for dropped in table.rejected("posts")] == ["too_short", "duplicate_row"]
    assert (marker.kept, marker.rejected) == (2, {"duplicate_row": 1, "too_short": 1})


def test_a_fresh_part_does_not_touch_its_rows(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    table.write("posts", [said("a")], made_from="1")

    def untouchable() -> Iterator[Utterance]:
        raise AssertionError("the rows of a fresh part were asked for")
        yield

    assert table.write("posts", untouchable(), made_from="1").kept == 1


def test_a_changed_input_makes_the_part_again(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    table.write("posts", [said("a")], made_from="1")
    assert table.write("posts", [said("a"), said("b")], made_from="2").kept == 2


def test_a_failure_midway_leaves_no_half_part(workspace: Workspace) -> None:
    table = workspace.table(Utterance)

    def breaking() -> Iterator[Utterance]:
        yield said("a")
        raise ValueError("the stage broke")

    with pytest.raises(ValueError, match="broke"):
        table.write("posts", breaking(), made_from="1")
    assert table.parts() == []
    with pytest.raises(WorkspaceError, match="not made yet"):
        list(table.read("posts"))


def test_a_failed_write_leaves_the_last_good_file(workspace: Workspace) -> None:
    path = workspace.path("persona.toml")
    write_bytes(path, b"good")
    with pytest.raises(OSError, match="full"), atomic(path) as file:
        file.write(b"half")
        raise OSError("disk full")
    assert path.read_bytes() == b"good"


def test_parts_unite_and_the_first_row_of_an_id_wins(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    table.write("b", [said("two"), said("one")], made_from="1")
    table.write("a", [said("one")], made_from="1")
    assert [row.text for row in table.read()] == ["one", "two"]


def test_the_content_is_of_the_rows_alone(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    first = table.write("posts", [said("a")], made_from="1").content
    assert table.write("posts", [said("a")], made_from="2").content == first
    assert table.content() == {"posts": first}


def test_parts_of_sources_that_left_are_deleted(workspace: Workspace) -> None:
    table = workspace.table(Utterance)
    table.write("old", [said("a")], made_from="1")
    table.write("new", [said("b")], made_from="1")
    table.keep_only(["new"])
    assert [row.text for row in table.read()] == ["b"]


def test_a_foreign_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    table = Workspace(tmp_path, "ada").table(Utterance)
    table.write("posts", [said("a")], made_from="1")
    (table.folder / "posts.jsonl").write_text('{"not": "ours"}\n')
    with pytest.raises(WorkspaceError, match=r"posts\.jsonl line 1"):
        list(table.read())


def test_a_foreign_marker_is_named(tmp_path: Path) -> None:
    table = Workspace(tmp_path, "ada").table(Utterance)
    table.write("posts", [said("a")], made_from="1")
    (table.folder / "posts.done.json").write_text("{}")
    with pytest.raises(WorkspaceError, match="not a marker"):
        table.marker("posts")


def test_the_layout_on_disk_is_the_contract(tmp_path: Path) -> None:
    Workspace(tmp_path, "ada").table(Utterance).write("posts", [said("a")], made_from="1")
    folder = tmp_path / "ada" / "tables" / "utterances"
    assert sorted(p.name for p in folder.iterdir()) == ["posts.done.json", "posts.jsonl", "posts.rejected.jsonl"]
    assert json.loads((folder / "posts.jsonl").read_text())["text"] == "a"


def test_a_frozen_workspace_makes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    frozen = Workspace(workspace.folder.parent, "ada", frozen=True)
    with pytest.raises(NotFresh):
        frozen.table(Utterance).write("posts", [said("a")], made_from="1")
    with pytest.raises(NotFresh), frozen.build("exports/vits", "1"):
        pass
    with pytest.raises(NotFresh):
        frozen.write_file("evaluation.json", "1", lambda: b"{}")
    workspace.table(Utterance).write("posts", [said("a")], made_from="1")
    assert frozen.table(Utterance).write("posts", [], made_from="1").kept == 1
    with pytest.raises(NotFresh):
        frozen.table(Utterance).keep_only([])


def test_a_folder_is_replaced_whole(workspace: Workspace) -> None:
    for version in ("1", "2"):
        with workspace.build("exports/vits", version) as folder:
            (folder / f"{version}.txt").write_text(version)
    assert sorted(p.name for p in workspace.path("exports/vits").iterdir()) == ["2.txt", "done.json"]
    assert workspace.is_built("exports/vits", "2")
    assert not workspace.is_built("exports/vits", "1")


def test_a_failed_build_leaves_the_last_good_one(workspace: Workspace) -> None:
    with workspace.build("adapters/style", "1") as folder:
        (folder / "good").write_text("1")
    with pytest.raises(OSError, match="disk"), workspace.build("adapters/style", "2") as folder:
        (folder / "half").write_text("2")
        raise OSError("disk full")
    assert workspace.is_built("adapters/style", "1")
    assert workspace.path("adapters/style/good").exists()


def test_a_file_is_written_once_for_the_same_inputs(workspace: Workspace) -> None:
    calls: list[int] = []

    def content() -> bytes:
        calls.append(1)
        return b"{}"

    for made_from in ("1", "1", "2"):
        workspace.write_file("evaluation.json", made_from, content)
    assert len(calls) == 2


def test_trace_walks_from_an_exchange_to_its_page(workspace: Workspace) -> None:
    page = Page(url="https://a.example", title="Ada", text="Ada was born in London.")
    passage = Passage(page=page.id, heading="", position=0, text=page.text, parents=(page.id,))
    fact = Fact(
        passage=passage.id, claim=page.text, quote=page.text, quote_start=0, quote_end=23, parents=(passage.id,)
    )
    answer = Message(role="assistant", content="In London.")
    exchange = Exchange(kind="fact", messages=(answer,), parents=(fact.id,))
    for row in (page, passage, fact, exchange):
        workspace.table(type(row)).write("p", [row], made_from="1")
    assert [(depth, row.id) for depth, row in workspace.trace(exchange.id)] == [
        (0, exchange.id),
        (1, fact.id),
        (2, passage.id),
        (3, page.id),
    ]


def test_tracing_an_unknown_row_says_so(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="no row nonsense"):
        list(workspace.trace("nonsense"))


def test_a_fingerprint_changes_with_inputs_settings_and_version() -> None:
    prints = {
        fingerprint("a"),
        fingerprint("b"),
        fingerprint("a", version=2),
        fingerprint("a", settings=Vits()),
        fingerprint("a", settings=Vits(longest=9)),
    }
    assert len(prints) == 5


def test_a_folder_s_hash_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    first = file_hash(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    second = file_hash(tmp_path)
    (tmp_path / "b.txt").write_text("2")
    assert len({first, second, file_hash(tmp_path)}) == 3
