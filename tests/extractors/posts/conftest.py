"""What the tests of the network readers share: a client that does not wait, and collections that can be killed."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors import retrieval
from extractors.retrieval import Answer, History, Retrieved
from extractors.web import Web
from likeness.records import Post, Rejected
from likeness.sections import Fetch
from likeness.sources import PostSource
from likeness.workspace import Workspace


class Killed(Exception):
    """The program ends here."""


class Collection:
    """What a reader collects of one source into a workspace of its own."""

    def __init__(self, folder: Path, source: PostSource, fetch: Callable[[History], Iterable[Answer]]) -> None:
        self.workspace = Workspace(folder, "ada")
        self.source = source
        self.fetch = fetch

    def collect(self) -> int:
        return retrieval.retrieve(self.workspace, self.source, self.fetch)

    def collect_killed(self, page: int) -> bool:
        """Collect, and kill the program before this answer is stored; whether there was such an answer."""

        def fetch(history: History) -> Iterator[Answer]:
            for number, answer in enumerate(self.fetch(history)):
                if number == page:
                    raise Killed
                yield answer

        try:
            retrieval.retrieve(self.workspace, self.source, fetch)
        except Killed:
            return True
        return False

    def answers(self) -> list[bytes]:
        parts = retrieval.parts_of(self.workspace, [self.source])
        return [answer.content() for part in parts for answer in retrieval.answers(self.workspace, part)]

    def rows(self, read_posts: Callable[[bytes, PostSource], Iterable[Post | Rejected]]) -> list[Post | Rejected]:
        """The rows of all complete retrievals, as the stages read them."""
        return [row for content in self.answers() for row in read_posts(content, self.source)]

    def posts(self, read_posts: Callable[[bytes, PostSource], Iterable[Post | Rejected]]) -> list[str]:
        return [row.post_id for row in self.rows(read_posts) if isinstance(row, Post)]

    def retrievals(self) -> list[Retrieved]:
        return retrieval.parts_of(self.workspace, [self.source])


@pytest.fixture(scope="session")
def web() -> Web:
    """One for all tests: to begin a client takes longer than most of them."""
    return Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the client waited, without waiting."""
    seconds: list[float] = []
    monkeypatch.setattr("extractors.web.time.sleep", seconds.append)
    return seconds


@pytest.fixture
def collection(tmp_path: Path, slept: list[float]) -> Callable[..., Collection]:
    """Begin to collect a source: `collection(source, lambda history: ...)`."""
    return lambda source, fetch, name="data": Collection(tmp_path / name, source, fetch)


ODD = (None, 7, 0.5, True, "", "x", "\ud83d", "<p", "<p>&#0;<!--", [], {}, [[]], [{}], {"x": []})


def _spoiled(value: Any) -> Iterator[Any]:
    """A value of JSON with one of its parts replaced, for each part and each odd value."""
    yield from ODD
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        for part in _spoiled(value[key]):
            copy = value.copy()
            copy[key] = part
            yield copy


@pytest.fixture(scope="session")
def spoiled() -> Callable[[Any], Iterator[Any]]:
    return _spoiled
