import json
from pathlib import Path

import pytest

from extractors.collection import SOURCE_UNREADABLE, clean_posts, collect_pages, collect_posts, split_page_part
from extractors.retrieval import Retrieved
from likeness.persona import Persona
from likeness.records import Page, Passage, Post, Utterance
from likeness.sections import Rights
from likeness.sources import Dump, PageFile, XArchive
from likeness.workspace import Marker, Workspace

POSTS = Dump(source="tabular", path="posts.jsonl", author="maud")
PAGE = PageFile(path="maud.txt", url="https://example.org/maud")
ROWS = [
    {"id": "3", "text": "The clocks are slow today, every one of them.", "date": "2020-01-03", "username": "maud"},
    {"id": "1", "text": "The clocks are slow today, every one of them!", "date": "2020-01-01", "username": "maud"},
    {"id": "2", "text": "Why do you mend &amp; never sell?", "date": "2020-01-02", "username": "ned"},
    {
        "id": "4",
        "text": "@ned Because nobody buys.",
        "in_reply_to_status_id": "2",
        "date": "2020-01-04",
        "username": "maud",
    },
    {
        "id": "5",
        "text": "@maud And that is that.",
        "in_reply_to_status_id": "4",
        "date": "2020-01-05",
        "username": "maud",
    },
]


@pytest.fixture
def persona(tmp_path: Path) -> Persona:
    (tmp_path / "posts.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS))
    (tmp_path / "maud.txt").write_text("# Maud\n\nMaud was born in a clock.\n\n- one\n- two")
    return Persona(name="Maud Tiller", rights=Rights(basis="a test"), folder=tmp_path)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", "maud")


def collect(workspace: Workspace, persona: Persona) -> list[Marker]:
    page = collect_pages(workspace, persona, Retrieved(PAGE))
    return [
        collect_posts(workspace, persona, Retrieved(POSTS)),
        clean_posts(workspace, persona),
        page,
        split_page_part(workspace, persona, PAGE.part),
    ]


def test_posts_become_utterances_in_order_of_time(workspace: Workspace, persona: Persona):
    posts, utterances, *_ = collect(workspace, persona)
    assert (posts.kept, posts.rejected) == (4, {"other_author": 1})
    assert (utterances.kept, utterances.rejected) == (3, {"duplicate": 1})
    rows = list(workspace.table(Utterance).read("posts"))
    assert [(row.text, row.context) for row in rows] == [
        ("The clocks are slow today, every one of them!", None),
        ("Because nobody buys.", "Why do you mend & never sell?"),
        ("And that is that.", None),
    ]
    first = next(row for row in workspace.table(Post).read() if row.post_id == "1")
    assert rows[0].parents == (first.id,)


def test_a_page_becomes_passages(workspace: Workspace, persona: Persona):
    *_, page, passages = collect(workspace, persona)
    assert (page.kept, passages.kept, passages.rejected) == (1, 1, {"list_or_table": 1})
    (passage,) = workspace.table(Passage).read(PAGE.part)
    assert passage.text == "Maud was born in a clock."
    assert [row.id for _, row in workspace.trace(passage.id)] == [passage.id, passage.page]


def test_a_second_run_does_no_work(workspace: Workspace, persona: Persona, monkeypatch: pytest.MonkeyPatch):
    first = collect(workspace, persona)
    for name in ("clean_thread", "read_bytes"):
        monkeypatch.delattr(f"extractors.collection.{name}")
    assert collect(workspace, persona) == first


def test_a_changed_source_is_collected_again(workspace: Workspace, persona: Persona):
    before = collect(workspace, persona)
    (persona.folder / "posts.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS[:2]))
    after = collect(workspace, persona)
    assert after[0].kept == 2
    assert after[1].made_from != before[1].made_from
    assert after[2:] == before[2:]


def test_changed_settings_recompute_only_what_they_touch(workspace: Workspace, persona: Persona):
    before = collect(workspace, persona)
    after = collect(workspace, persona.model_copy(update={"aliases": ("M. T.",)}))
    assert [old.made_from == new.made_from for old, new in zip(before, after, strict=True)] == [True, False, True, True]
    assert before[1].content == after[1].content


@pytest.mark.parametrize(
    ("name", "content", "detail"),
    [
        ("gone.html", None, "cannot be read"),
        ("empty.html", "<html></html>", "has no text"),
        ("page.pdf", "%PDF", "unknown kind of page"),
    ],
)
def test_an_unreadable_page_is_one_rejected_row(
    workspace: Workspace, persona: Persona, name: str, content: str | None, detail: str
):
    if content is not None:
        (persona.folder / name).write_text(content)
    source = PageFile(path=name, url="https://example.org")
    assert collect_pages(workspace, persona, Retrieved(source)).rejected == {SOURCE_UNREADABLE: 1}
    (rejected,) = workspace.table(Page).rejected(source.part)
    assert rejected.row["path"] == name
    assert detail in rejected.detail
    assert split_page_part(workspace, persona, source.part).kept == 0


@pytest.mark.parametrize("kind", ["x_archive", "tabular"])
def test_an_unreadable_dump_is_one_rejected_row(workspace: Workspace, persona: Persona, kind: str):
    source = {"x_archive": XArchive, "tabular": Dump}[kind](path="gone.zip")
    assert collect_posts(workspace, persona, Retrieved(source)).rejected == {SOURCE_UNREADABLE: 1}
    assert clean_posts(workspace, persona).kept == 0


def test_an_archive_is_read_with_its_authors_handle(workspace: Workspace, persona: Persona):
    (persona.folder / "archive").mkdir()
    tweet = {"tweet": {"id_str": "1", "full_text": "The clocks are slow today.", "created_at": ""}}
    (persona.folder / "archive" / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps([tweet])}")
    source = XArchive(source="x_archive", path="archive", author="maud")
    assert collect_posts(workspace, persona, Retrieved(source)).kept == 1
    assert [post.author for post in workspace.table(Post).read()] == ["maud"]


def test_wikitext_pages_are_known_by_their_names(workspace: Workspace, persona: Persona):
    (persona.folder / "maud.wiki.txt").write_text("'''Maud''' mends [[clock]]s.")
    collect_pages(workspace, persona, Retrieved(PageFile(path="maud.wiki.txt", url="https://example.org")))
    assert [page.text for page in workspace.table(Page).read()] == ["Maud mends clocks."]
