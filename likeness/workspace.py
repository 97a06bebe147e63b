"""Where a persona's tables and files live, and what is still fresh.

    data/<slug>/tables/<table>/<part>.jsonl             rows, one JSON object a line
    data/<slug>/tables/<table>/<part>.rejected.jsonl    what was dropped, with its reason
    data/<slug>/tables/<table>/<part>.done.json         the marker, written last: its existence means complete

A part is fresh while its `made_from` is unchanged: a hash of the content of its inputs, of the settings section
that its stage reads, and of the stage's version. Rows come as an iterator that is not touched when the part is
fresh, so a stage costs nothing then. A write goes to a temporary name, is flushed to disk and renamed; the marker
comes last, so a kill at any moment leaves either the old part, or none.

The root is a local folder or an fsspec URL ("s3://bucket/people"); object stores publish a file whole when it is
closed, which serves there as the rename does on a disk.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Generic, TypeVar, cast

from pydantic import BaseModel, ValidationError

from likeness.errors import NotFresh, WorkspaceError
from likeness.files import atomic, is_remote, remove_folder, replace_folder, write_bytes
from likeness.records import RECORDS, Record, Rejected

Row = TypeVar("Row", bound=Record)

SCHEMA = 1
"""The version of the file contract. A marker with another one belongs to another program or time."""


class Marker(BaseModel):
    """What is known of a finished part. `content` is the hash of its rows; `seconds` is how long it took to make."""

    schema_version: int = SCHEMA
    made_from: str
    content: str
    kept: int
    rejected: dict[str, int]
    seconds: float


Progress = Callable[[int, int], None]
"""Called by long stages with (done, total); what it shows is the caller's matter."""


class Table(Generic[Row]):
    """The parts of one table. Reading unites them in the order of their names; the first row of an id wins."""

    def __init__(self, folder: Path, record: type[Row], frozen: bool = False) -> None:
        self.folder = folder / record.table
        self.record = record
        self.frozen = frozen

    def parts(self) -> list[str]:
        """The names of the finished parts, sorted."""
        if not self.folder.exists():
            return []
        return sorted(p.name.removesuffix(".done.json") for p in self.folder.iterdir() if p.name.endswith(".done.json"))

    def marker(self, part: str) -> Marker | None:
        """What is known of a part, or None if it is not finished.

        Raises:
            WorkspaceError: if the marker is not one of ours.
        """
        path = self._path(part, "done.json")
        if not path.exists():
            return None
        try:
            return Marker.model_validate_json(path.read_text())
        except ValidationError as error:
            raise WorkspaceError(f"{path}: not a marker of this version; delete the part to make it again") from error

    def read(self, part: str | None = None) -> Iterator[Row]:
        """The rows of one part, or of all, each id once; an unfinished part or a bad row is a `WorkspaceError`."""
        seen: set[str] = set()
        for name in self._finished(part):
            for line, text in enumerate(self._lines(name, "jsonl"), start=1):
                row = self._parse(text, name, line)
                if row.id not in seen:
                    seen.add(row.id)
                    yield row

    def rejected(self, part: str | None = None) -> Iterator[Rejected]:
        """What was dropped from one part, or from all."""
        for name in self._finished(part):
            for text in self._lines(name, "rejected.jsonl"):
                yield Rejected.model_validate_json(text)

    def content(self, part: str | None = None) -> dict[str, str]:
        """The content hash of each finished part (of one, if named): what a stage downstream is made from."""
        markers = {name: self.marker(name) for name in self._finished(part)}
        return {name: marker.content for name, marker in markers.items() if marker is not None}

    def is_fresh(self, part: str, made_from: str) -> bool:
        """Whether a part is finished and was made from just this."""
        marker = self.marker(part)
        return marker is not None and marker.schema_version == SCHEMA and marker.made_from == made_from

    def write(self, part: str, rows: Iterable[Row | Rejected], made_from: str) -> Marker:
        """Write a part, unless it is fresh: then `rows` is not touched. A row whose id came before is dropped.

        The kept rows keep their order; a repeated one becomes a `Rejected` with the reason `duplicate_row`.

        Raises:
            NotFresh: if there is work to do and the workspace is frozen.
        """
        if self.is_fresh(part, made_from):
            return self.marker(part)  # type: ignore[return-value]  # a fresh part has a marker
        if self.frozen:
            raise NotFresh(f"{self.folder.name}/{part}")
        started = time.monotonic()
        self._path(part, "done.json").unlink(missing_ok=True)
        content, kept, reasons = self._write_rows(part, rows)
        marker = Marker(
            made_from=made_from,
            content=content,
            kept=kept,
            rejected=dict(sorted(reasons.items())),
            seconds=round(time.monotonic() - started, 3),
        )
        write_bytes(self._path(part, "done.json"), marker.model_dump_json(indent=1).encode())
        return marker

    def keep_only(self, parts: Iterable[str]) -> None:
        """Delete every other part: their sources left the persona file. A frozen workspace raises `NotFresh`."""
        for part in set(self.parts()) - set(parts):
            if self.frozen:
                raise NotFresh(f"{self.folder.name}/{part}")
            for suffix in ("done.json", "rejected.jsonl", "jsonl"):
                self._path(part, suffix).unlink(missing_ok=True)

    def _write_rows(self, part: str, rows: Iterable[Row | Rejected]) -> tuple[str, int, Counter[str]]:
        digest, ids, reasons = hashlib.sha256(), set[str](), Counter[str]()
        with (
            atomic(self._path(part, "jsonl")) as kept_file,
            atomic(self._path(part, "rejected.jsonl")) as rejected_file,
        ):
            for row in rows:
                if isinstance(row, Record) and row.id in ids:
                    row = Rejected.of(row, "duplicate_row")
                line = row.model_dump_json().encode() + b"\n"
                if isinstance(row, Rejected):
                    reasons[row.reason] += 1
                    rejected_file.write(line)
                else:
                    ids.add(row.id)
                    digest.update(line)
                    kept_file.write(line)
        return digest.hexdigest(), len(ids), reasons

    def _finished(self, part: str | None) -> list[str]:
        if part is None:
            return self.parts()
        if self.marker(part) is None:
            raise WorkspaceError(f"{self.folder}/{part} is not made yet; `likeness run` makes what comes before")
        return [part]

    def _path(self, part: str, suffix: str) -> Path:
        return self.folder / f"{part}.{suffix}"

    def _lines(self, part: str, suffix: str) -> Iterator[str]:
        path = self._path(part, suffix)
        if not path.exists():
            return
        with path.open("r", encoding="utf-8", newline="\n") as file:
            yield from file

    def _parse(self, text: str, part: str, line: int) -> Row:
        try:
            return self.record.model_validate_json(text)
        except ValidationError as error:
            where = f"{self._path(part, 'jsonl')} line {line}"
            raise WorkspaceError(f"{where}: not a {self.record.__name__}; delete the part to make it again") from error


class Workspace:
    """One persona's folder. `root` is a local path or an fsspec URL; `slug` is the persona's folder below it.

    A frozen workspace makes nothing: the first thing that is not fresh raises `NotFresh`. Walking all steps over a
    frozen workspace tells in a moment whether there is anything to do.
    """

    def __init__(self, root: str | Path, slug: str, frozen: bool = False) -> None:
        self.folder = _open_root(root) / slug
        self.frozen = frozen

    def table(self, record: type[Row]) -> Table[Row]:
        """The table of one kind of row."""
        return Table(self.folder / "tables", record, self.frozen)

    def path(self, *names: str) -> Path:
        """A path below the workspace. Names come from our own code and rows, never from outside."""
        return self.folder.joinpath(*names)

    def is_built(self, name: str, made_from: str) -> bool:
        """Whether a folder (an adapter, an export) or a file is finished and was made from just this."""
        marker = self._marker(name)
        return marker.exists() and bool(json.loads(marker.read_text()).get("made_from") == made_from)

    def write_file(self, name: str, made_from: str, content: Callable[[], bytes]) -> Path:
        """Write a small file below the workspace; see `fill_file`."""
        return self.fill_file(name, made_from, lambda file: file.write(content()))

    def fill_file(self, name: str, made_from: str, fill: Callable[[IO[bytes]], object]) -> Path:
        """Have a file below the workspace written; unless it is fresh: then `fill` is not called.

        It appears whole, when `fill` returns. What is filled until then is a local file, open for writing, seekable.

        Raises:
            NotFresh: if there is work to do and the workspace is frozen.
        """
        if not self.is_built(name, made_from):
            if self.frozen:
                raise NotFresh(name)
            with atomic(self.path(name)) as file:
                fill(file)
            write_bytes(self._marker(name), _folder_marker(made_from))
        return self.path(name)

    @contextmanager
    def build(self, folder: str, made_from: str) -> Iterator[Path]:
        """Yield a new local folder that replaces `folder` whole when the block ends, marked as made from this.

        Raises:
            NotFresh: if the workspace is frozen. Ask `is_built` first: a build is never skipped.
        """
        if self.frozen:
            raise NotFresh(folder)
        target = self.path(folder)
        temporary = self._scratch(folder)
        try:
            yield temporary
            (temporary / "done.json").write_bytes(_folder_marker(made_from))
            replace_folder(temporary, target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)

    def forget(self, folder: str) -> None:
        """Delete a folder that `build` made, if it is there; `NotFresh` if the workspace is frozen."""
        if self._marker(folder).exists():
            if self.frozen:
                raise NotFresh(folder)
            remove_folder(self.path(folder))

    def find(self, row_id: str) -> Record | None:
        """The row with this id, from whichever table its kind belongs to."""
        for record in RECORDS:
            if record.__name__.lower() == row_id.partition("-")[0]:
                return next((row for row in self.table(record).read() if row.id == row_id), None)
        return None

    def trace(self, row_id: str) -> Iterator[tuple[int, Record]]:
        """Walk from a row to the sources it was made from: (depth, row), the row itself first, parents after it.

        Raises:
            WorkspaceError: if there is no such row.
        """
        row = self.find(row_id)
        if row is None:
            raise WorkspaceError(f"no row {row_id} in {self.folder}; ids look like exchange-0123456789abcdef")
        yield 0, row
        for parent in row.parents:
            yield from ((depth + 1, ancestor) for depth, ancestor in self.trace(parent))

    def _marker(self, name: str) -> Path:
        """A folder's marker lies inside it; a file's lies beside it, hidden."""
        path = self.path(name)
        return path.with_name(f".{path.name}.done.json") if path.suffix else path / "done.json"

    def _scratch(self, folder: str) -> Path:
        if is_remote(self.folder):
            return Path(tempfile.mkdtemp())
        scratch = self.folder / f".{folder.replace('/', '-')}.{os.getpid()}.tmp"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        return scratch


def _folder_marker(made_from: str) -> bytes:
    return json.dumps({"schema_version": SCHEMA, "made_from": made_from}).encode()


def _open_root(root: str | Path) -> Path:
    if "://" not in str(root):
        return Path(root)
    from upath import UPath

    return cast(Path, UPath(root))  # a UPath answers to all of a Path's methods
