from collections.abc import Iterator

import pytest

from extractors.retrieval import (
    Answer,
    History,
    Retrieved,
    answers,
    parts_of,
    refusal,
    refuse,
    retrievals,
    retrieve,
)
from likeness.errors import BudgetExceeded, NotFresh, SourceUnavailable
from likeness.sources import BlueskyAccount, XArchive
from likeness.workspace import Workspace

SOURCE = BlueskyAccount(account="ada.example.org")


def served(pages: list[str], fail_at: int | None = None):
    """A server that knows some pages; a page number is its cursor. It closes the connection at one of them."""

    def fetch(history: History) -> Iterator[Answer]:
        start = len(history.current)
        known = {about["page"] for about in history.earlier}
        for number, page in enumerate(pages[start:], start=start):
            if number == fail_at:
                raise SourceUnavailable("ada.example.org: no answer")
            if page not in known:
                yield Answer(page.encode(), "json", {"page": page})

    return fetch


def contents(workspace: Workspace, retrieval: str) -> list[bytes]:
    return [stored.content() for stored in answers(workspace, Retrieved(SOURCE, retrieval))]


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace(tmp_path, "ada")


def test_answers_are_kept_as_they_came_in_their_order(workspace):
    assert retrieve(workspace, SOURCE, served(["a", "b", "c"])) == 3
    assert contents(workspace, "0001") == [b"a", b"b", b"c"]
    assert [part.part for part in parts_of(workspace, [SOURCE])] == [f"{SOURCE.part}-0001"]


@pytest.mark.parametrize("fail_at", range(4))
def test_an_interrupted_retrieval_goes_on_where_it_stopped(workspace, fail_at):
    with pytest.raises(SourceUnavailable):
        retrieve(workspace, SOURCE, served(["a", "b", "c", "d"], fail_at))
    assert retrievals(workspace, SOURCE) == []
    assert retrieve(workspace, SOURCE, served(["a", "b", "c", "d"])) == 4 - fail_at
    assert contents(workspace, "0001") == [b"a", b"b", b"c", b"d"]


def test_a_content_whose_note_was_not_written_yet_is_written_again(workspace):
    retrieve(workspace, SOURCE, served(["a", "b"]))
    folder = workspace.path("raw", SOURCE.part, "0001")
    (folder / "done").unlink()
    (folder / "0002.about").unlink()
    assert retrieve(workspace, SOURCE, served(["a", "b"])) == 1
    assert contents(workspace, "0001") == [b"a", b"b"]


def test_the_next_retrieval_is_a_part_of_its_own_and_holds_only_what_is_new(workspace):
    retrieve(workspace, SOURCE, served(["a", "b"]))
    retrieve(workspace, SOURCE, served(["a", "b", "c"]))
    assert contents(workspace, "0002") == [b"c"]


def test_nothing_new_leaves_no_retrieval_behind(workspace):
    retrieve(workspace, SOURCE, served(["a"]))
    assert retrieve(workspace, SOURCE, served(["a"])) == 0
    assert retrievals(workspace, SOURCE) == ["0001"]


def test_a_refusal_has_a_part_that_goes_when_the_source_answers(workspace):
    refuse(workspace, SOURCE, "ada.example.org: refused (403)")
    assert refusal(workspace, SOURCE) == "ada.example.org: refused (403)"
    assert [part.part for part in parts_of(workspace, [SOURCE])] == [SOURCE.part]
    retrieve(workspace, SOURCE, served(["a"]))
    assert [part.part for part in parts_of(workspace, [SOURCE])] == [f"{SOURCE.part}-0001"]


def test_a_file_is_one_part_and_is_never_asked(workspace):
    archive = XArchive(path="archive.zip")
    assert [part.part for part in parts_of(workspace, [archive])] == [archive.part]


def test_a_frozen_workspace_cannot_tell_what_is_new(tmp_path):
    with pytest.raises(NotFresh, match="raw/ada-example-"):
        retrieve(Workspace(tmp_path, "ada", frozen=True), SOURCE, served(["a"]))


def test_what_was_paid_for_before_the_budget_ended_is_a_complete_retrieval(workspace):
    def fetch(history: History) -> Iterator[Answer]:
        if history.earlier:
            raise BudgetExceeded("1 more could cost $0.01")
        yield Answer(b"a", "json", {"page": "a"})
        raise BudgetExceeded("1 more could cost $0.01")

    for _ in range(2):
        with pytest.raises(BudgetExceeded):
            retrieve(workspace, SOURCE, fetch)
    assert retrievals(workspace, SOURCE) == ["0001"]
    assert contents(workspace, "0001") == [b"a"]
