"""What was fetched, as it came: one folder a source, one below it for each retrieval.

    raw/<source>/0001/0001.json.gz    the first answer of the first retrieval, never edited
    raw/<source>/0001/0001.about      {"url": ..., "cursor": ...}: written after it, so that it is whole
    raw/<source>/0001/done            the retrieval is complete
    raw/<source>/refused              why the last retrieval failed, in one line

A retrieval that was interrupted goes on after its last whole answer; one that is complete is never touched again, and
the next asks only for what is new since.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from likeness.errors import BudgetExceeded, NotFresh, SourceGone
from likeness.files import write_bytes
from likeness.sources import Source
from likeness.workspace import Workspace

FAILED = "failed"
"""The suffix of an answer that never came: its content says why, in one line."""

About = Mapping[str, str]
"""What a reader noted of an answer: its url, title, revision, etag, the newest id in it, where to go on ("cursor")."""


@dataclass(frozen=True)
class Answer:
    """One answer of a server as it came. `suffix` says what it is: 'json', 'html', 'wikitext', or `FAILED`."""

    content: bytes
    suffix: str
    about: About = field(default_factory=dict)


@dataclass(frozen=True)
class Stored:
    """An answer in raw/."""

    path: Path
    about: About

    def content(self) -> bytes:
        """The answer as it came."""
        return gzip.decompress(self.path.read_bytes())


@dataclass(frozen=True)
class History:
    """What a reader needs to know of the past: all complete retrievals, and what an interrupted one has got so far."""

    earlier: Sequence[About]
    current: Sequence[About]


@dataclass(frozen=True)
class Retrieved:
    """One retrieval of a source, or the source itself (retrieval '') if it lies on disk or was refused."""

    source: Source
    retrieval: str = ""

    @property
    def part(self) -> str:
        """The name of its part in every table."""
        return f"{self.source.part}-{self.retrieval}" if self.retrieval else self.source.part


def retrieve(workspace: Workspace, source: Source, fetch: Callable[[History], Iterable[Answer]]) -> int:
    """Go on with an interrupted retrieval of a source, or begin a new one; an empty one leaves nothing behind.

    Args:
        workspace: whose raw/ is written to.
        source: what is fetched.
        fetch: yields answers, in an order in which it can go on after any of them.

    Returns:
        The number of answers that came now.

    Raises:
        BudgetExceeded: if `fetch` does; what came before it is complete then.
        NotFresh: if the workspace is frozen: what is new can only be told by asking.
    """
    if workspace.frozen:
        raise NotFresh(f"raw/{source.part}")
    home = workspace.path("raw", source.part)
    done = retrievals(workspace, source)
    current = home / f"{len(done) + 1:04d}"
    kept = _stored(current)
    earlier = [stored.about for name in done for stored in _stored(home / name)]
    count = 0
    try:
        for count, answer in enumerate(fetch(History(earlier, [stored.about for stored in kept])), start=1):
            _store(current / f"{len(kept) + count:04d}", answer)
    except BudgetExceeded:
        _finish(current, len(kept) + count)  # what was paid for can be used; readers know where they stopped
        raise
    _finish(current, len(kept) + count)
    (home / "refused").unlink(missing_ok=True)
    return count


def _store(place: Path, answer: Answer) -> None:
    """The content first: the note beside it says that it is whole."""
    write_bytes(place.with_suffix(f".{answer.suffix}.gz"), gzip.compress(answer.content, mtime=0))
    write_bytes(place.with_suffix(".about"), json.dumps({**answer.about, "suffix": answer.suffix}).encode())


def _finish(current: Path, count: int) -> None:
    if count:
        write_bytes(current / "done", b"")


def refuse(workspace: Workspace, source: Source, reason: str) -> None:
    """Note why a source could not be fetched; what came before is kept."""
    write_bytes(workspace.path("raw", source.part, "refused"), reason.encode())


def refusal(workspace: Workspace, source: Source) -> str:
    """Why the last retrieval failed, or ''."""
    path = workspace.path("raw", source.part, "refused")
    return path.read_text() if path.exists() else ""


def retrievals(workspace: Workspace, source: Source) -> list[str]:
    """The names of the complete retrievals of a source, oldest first."""
    home = workspace.path("raw", source.part)
    if not home.exists():
        return []
    return sorted(path.name for path in home.iterdir() if (path / "done").exists())


def folder(workspace: Workspace, retrieved: Retrieved) -> Path:
    """Where the answers of one retrieval lie."""
    return workspace.path("raw", retrieved.source.part, retrieved.retrieval)


def answers(workspace: Workspace, retrieved: Retrieved) -> list[Stored]:
    """The answers of one retrieval, in the order in which they came.

    Raises:
        SourceGone: if there is no retrieval, because the source was refused.
    """
    if not retrieved.retrieval:
        raise SourceGone(refusal(workspace, retrieved.source))
    return _stored(folder(workspace, retrieved))


def parts_of(workspace: Workspace, sources: Iterable[Source]) -> list[Retrieved]:
    """What each source has given so far: one entry for a file, one a retrieval, one for a refusal."""
    return [retrieved for source in sources for retrieved in _parts_of(workspace, source)]


def _parts_of(workspace: Workspace, source: Source) -> Iterator[Retrieved]:
    yield from (Retrieved(source, name) for name in retrievals(workspace, source) if source.fetched)
    if not source.fetched or refusal(workspace, source):
        yield Retrieved(source)


def _stored(home: Path) -> list[Stored]:
    if not home.exists():
        return []
    notes = sorted(path for path in home.iterdir() if path.suffix == ".about")
    abouts = [(path, json.loads(path.read_bytes())) for path in notes]
    return [Stored(path.with_suffix(f".{about['suffix']}.gz"), about) for path, about in abouts]
