"""The real clients of the hub against a stand-in of its API on localhost."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.posts import hub
from extractors.retrieval import History
from likeness.errors import RateLimited, SourceDenied, SourceGone, SourceUnavailable
from likeness.records import Post, Rejected
from likeness.sources import HubDataset

SOURCE = HubDataset(dataset="org/posts", author="ada")


class Hub:
    """The endpoints of the hub that streaming a dataset calls. A commit maps names of files to what is in them."""

    def __init__(self, server: HTTPServer) -> None:
        self.commits: dict[str, dict[str, bytes]] = {}
        self.status, self.file_status = 200, 200
        self.asked: list[str] = []
        server.expect_request(re.compile(".*")).respond_with_handler(self.answer)

    def commit(self, **files: bytes) -> str:
        sha = hashlib.sha1(repr(files).encode()).hexdigest()
        self.commits[sha] = {name.replace("_", "."): content for name, content in files.items()}
        return sha

    def answer(self, request: Request) -> Response:
        self.asked.append(request.path)
        found = re.fullmatch(r"(/api)?/datasets/org/posts(?:/(revision|tree|resolve)/([^/]+)(?:/(.*))?)?", request.path)
        if self.status != 200 or not found:
            return refusal(404 if self.status == 200 else self.status)
        _, method, revision, path = found.groups()
        sha = revision if revision in self.commits else list(self.commits)[-1]
        if revision not in (None, "main", sha):
            return refusal(404, "RevisionNotFound")
        match method:
            case "tree":
                return answer([] if path else [entry(*file) for file in self.commits[sha].items()])
            case "resolve" if path in self.commits[sha]:
                return self.file(self.commits[sha][path], request.headers.get("Range", ""), sha)
            case "resolve":
                return refusal(404, "EntryNotFound")
        return answer({"id": "org/posts", "sha": sha, "private": False, "gated": False, "siblings": [], "tags": []})

    def file(self, content: bytes, wanted: str, sha: str) -> Response:
        if self.file_status != 200:
            return refusal(self.file_status, "GatedRepo")
        headers = {"X-Repo-Commit": sha, "ETag": f'"{hashlib.sha1(content).hexdigest()}"', "Accept-Ranges": "bytes"}
        if not wanted:
            return Response(content, 200, headers)
        start, end = (int(number) for number in wanted.removeprefix("bytes=").split("-"))
        end = min(end, len(content) - 1)
        return Response(
            content[start : end + 1], 206, {**headers, "Content-Range": f"bytes {start}-{end}/{len(content)}"}
        )


def entry(path: str, content: bytes) -> dict[str, Any]:
    return {"type": "file", "path": path, "size": len(content), "oid": hashlib.sha1(content).hexdigest()}


def answer(value: Any) -> Response:
    return Response(json.dumps(value), content_type="application/json")


def refusal(status: int, code: str = "") -> Response:
    return Response(json.dumps({"error": "No.\nReally."}), status, {"X-Error-Code": code, "Retry-After": "7"})


def rows(first: int, last: int) -> bytes:
    posts = [{"id": n, "text": f"Post {n}", "user": "ada", "date": "2024-05-12T08:15:30Z"} for n in range(first, last)]
    return "\n".join(json.dumps(post) for post in posts).encode()


@pytest.fixture
def the_hub(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slept: list[float]) -> Hub:
    import datasets
    from huggingface_hub import HfFileSystem, constants

    url = httpserver.url_for("").rstrip("/")
    monkeypatch.setattr(constants, "ENDPOINT", url)
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", url + "/{repo_id}/resolve/{revision}/{filename}")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(datasets.config, "HF_ENDPOINT", url)
    monkeypatch.setattr(datasets.config, "HUB_DATASETS_URL", url + "/datasets/{repo_id}/resolve/{revision}/{path}")
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(datasets.config, "TORCH_AVAILABLE", False)  # it would be loaded, which takes long, and not used
    monkeypatch.setattr(datasets.config, "STREAMING_READ_MAX_RETRIES", 1)
    monkeypatch.setattr(datasets.config, "STREAMING_READ_RETRY_INTERVAL", 0)
    monkeypatch.setattr(datasets.config, "STREAMING_READ_SERVER_UNAVAILABLE_RETRY_INTERVAL", 0)
    monkeypatch.setattr(hub, "ROWS", 10)
    HfFileSystem.clear_instance_cache()
    return Hub(httpserver)


@pytest.fixture
def collecting(the_hub: Hub, collection: Any) -> Callable[..., Any]:
    return lambda source=SOURCE, name="data": collection(source, lambda history: hub.fetch(source, history), name)


def expected(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last)]


def test_all_rows_are_read_ten_in_an_answer(the_hub: Hub, collecting: Callable[..., Any]):
    sha = the_hub.commit(train_jsonl=rows(0, 25))
    collected = collecting()

    assert collected.collect() == 3
    assert collected.posts(hub.read_posts) == expected(0, 25)
    assert f"/datasets/org/posts/resolve/{sha}/train.jsonl" in the_hub.asked


def test_a_collection_that_is_killed_at_any_answer_loses_nothing_and_keeps_nothing_twice(
    the_hub: Hub, collecting: Callable[..., Any]
):
    for page in range(3):
        sha = the_hub.commit(train_jsonl=rows(0, 25))
        collected = collecting(name=f"killed-{page}")
        assert collected.collect_killed(page)
        the_hub.commit(train_jsonl=rows(100, 130))  # what has begun is finished at its own commit
        collected.collect()

        assert collected.posts(hub.read_posts) == (expected(0, 25) if page else expected(100, 130))
        the_hub.commits = {sha: the_hub.commits[sha]}


def test_only_a_new_commit_is_read_again(the_hub: Hub, collecting: Callable[..., Any]):
    the_hub.commit(train_jsonl=rows(0, 5))
    collected = collecting()
    collected.collect()
    the_hub.asked.clear()
    assert collected.collect() == 0
    assert the_hub.asked == ["/api/datasets/org/posts"]

    the_hub.commit(train_jsonl=rows(0, 7))
    assert collected.collect() == 1
    assert collected.posts(hub.read_posts) == expected(0, 5) + expected(0, 7)


def test_a_commit_that_is_named_is_the_one_that_is_read(the_hub: Hub, collecting: Callable[..., Any]):
    old = the_hub.commit(train_jsonl=rows(0, 5))
    the_hub.commit(train_jsonl=rows(0, 9))
    collected = collecting(SOURCE.model_copy(update={"revision": old}))
    collected.collect()

    assert collected.posts(hub.read_posts) == expected(0, 5)


def test_an_empty_dataset_leaves_nothing_behind(the_hub: Hub, collecting: Callable[..., Any]):
    the_hub.commit(train_csv=b"id,text\n")
    collected = collecting()

    assert collected.collect() == 0
    assert not collected.retrievals()


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (401, SourceGone, "not on the hub, or private"),
        (404, SourceGone, "not on the hub, or private"),
        (403, SourceDenied, "behind a gate"),
        (429, RateLimited, "asks to wait"),
    ],
)
def test_what_the_hub_refuses_is_one_line(
    the_hub: Hub, collecting: Callable[..., Any], status: int, error: type[Exception], told: str
):
    the_hub.status = status
    with pytest.raises(error, match=rf"^org/posts: [^\n]*{told}[^\n]*$"):
        collecting().collect()


def test_a_gate_before_the_files_alone(the_hub: Hub, collecting: Callable[..., Any]):
    the_hub.commit(train_jsonl=rows(0, 5))
    the_hub.file_status = 403
    with pytest.raises(SourceDenied, match=r"^org/posts: behind a gate[^\n]+$"):
        collecting().collect()


@pytest.mark.parametrize(
    ("files", "settings", "told"),
    [
        ({"train_jsonl": b"{}"}, {"revision": "v9"}, "not on the hub"),
        ({"train_jsonl": rows(0, 5)}, {"split": "trian"}, "trian"),
        ({"notes_xyz": b"?"}, {}, "cannot be read as a table"),
        ({"train_parquet": b"PAR1 no table"}, {}, "cannot be read as a table"),
        ({"posts_py": b"print('run me')"}, {}, "cannot be read as a table"),
    ],
)
def test_what_is_no_table_is_one_line(
    the_hub: Hub, collecting: Callable[..., Any], files: dict[str, bytes], settings: dict[str, str], told: str
):
    the_hub.commit(**files)
    with pytest.raises(SourceGone, match=rf"^org/posts: [^\n]*{told}[^\n]*$"):
        collecting(SOURCE.model_copy(update=settings)).collect()


def test_no_network(the_hub: Hub, monkeypatch: pytest.MonkeyPatch):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:1")
    with pytest.raises(SourceUnavailable, match=r"^org/posts: the hub cannot be reached [^\n]+$"):
        list(hub.fetch(SOURCE, History([], [])))


def test_a_folder_of_the_same_name_is_not_taken_for_the_dataset(
    the_hub: Hub, collecting: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "org" / "posts").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    the_hub.commit(train_jsonl=rows(0, 5))
    with pytest.raises(SourceDenied, match="a folder of this name stands here"):
        collecting().collect()


def read(*posts: Any, **settings: Any) -> list[Post | Rejected]:
    content = "\n".join(json.dumps(post) for post in posts).encode()
    return list(hub.read_posts(content, SOURCE.model_copy(update=settings)))


def test_rows_are_read_as_those_of_a_dump():
    own, other, nameless = read(
        {"tweet_id": 20, "full_text": "So true", "username": "ADA", "created_at": "2024-05-12T08:15:30"},
        {"tweet_id": 21, "full_text": "Hm", "username": "bob"},
        {"tweet_id": None, "full_text": "Hm", "username": "ada"},
    )

    assert (own.platform, own.post_id, own.text, own.created_at) == ("x", "20", "So true", "2024-05-12T08:15:30Z")
    assert [other.reason, nameless.reason] == ["other_author", "no_id"]


def test_columns_are_named_as_for_a_dump():
    [row] = read({"number": 7, "body": {"plain": "Yes"}}, columns={"post_id": "number", "text": "body.plain"})

    assert (row.post_id, row.text, row.author) == ("7", "Yes", "ada")


def test_rows_without_words_are_a_fault_of_the_source():
    with pytest.raises(SourceGone, match=r"^org/posts: no column for post_id and text; [^\n]+ out of: label, score$"):
        read({"label": 1, "score": 0.5})


def test_cells_that_json_does_not_know():
    assert hub._plain(datetime(2024, 5, 12, 8, tzinfo=UTC)) == "2024-05-12T08:00:00+00:00"
    assert hub._plain(b"a picture") is None
