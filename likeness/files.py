"""Files that appear whole or not at all, and hashes of what they hold."""

import hashlib
import importlib.util
import json
import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from pydantic import BaseModel


def fingerprint(*inputs: Any, settings: BaseModel | None = None, version: int = 1) -> str:
    """Hash what a part is made from: JSON-able `inputs` in order, one settings section, the stage's version."""
    section = settings.model_dump(mode="json") if settings is not None else None
    text = json.dumps([inputs, section, version], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def file_hash(path: Path) -> str:
    """Hash a file's bytes, or a folder's files with their names, so that a changed source is seen as changed."""
    if path.is_dir():
        names = sorted(p for p in path.rglob("*") if p.is_file())
        return fingerprint([(str(p.relative_to(path)), file_hash(p)) for p in names])
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_bytes(path: Path, content: bytes) -> None:
    """Write a small file at once or not at all, creating its folder."""
    with atomic(path) as file:
        file.write(content)


def flush_to_disk(file: IO[bytes]) -> None:
    """Have the operating system store what was written; files of a remote root have no descriptor to sync."""
    file.flush()
    with suppress(OSError, AttributeError):
        os.fsync(file.fileno())


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """Open `path` for writing bytes; it appears whole when the block ends, and not at all if the block fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(path):
        with tempfile.TemporaryFile() as local:
            yield local
            local.seek(0)
            with path.open("wb") as file:
                shutil.copyfileobj(local, file)
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            yield file
            flush_to_disk(file)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Have the operating system store all files of a local folder, and the folder itself."""
    for path in (*folder.iterdir(), folder):
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def replace_folder(source: Path, target: Path) -> None:
    """Move `source` to `target`; on a disk, what stood there is put aside first and deleted last.

    To a remote place its files are copied one by one, those named done.json last.
    """
    if is_remote(target):
        if target.exists():
            remove_folder(target)
        for file in sorted((p for p in source.rglob("*") if p.is_file()), key=lambda p: p.name == "done.json"):
            write_bytes(target / file.relative_to(source).as_posix(), file.read_bytes())
        return
    aside = source.with_name(f"{source.name}.old")
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        os.replace(target, aside)
    os.replace(source, target)
    shutil.rmtree(aside, ignore_errors=True)


def package_file(package: str, name: str) -> Path | None:
    """A file that came with an installed package, by its name below it; None where there is none."""
    found = importlib.util.find_spec(package)
    path = next((Path(place, name) for place in found.submodule_search_locations or ()), None) if found else None
    return path if path is not None and path.is_file() else None


def is_remote(path: Path) -> bool:
    """Whether a path is below an fsspec URL, where a file is published whole when it is closed."""
    return "://" in str(path)


def peak_megabytes() -> float:
    """The most memory that this process ever had, in MB. Linux's getrusage counts what its parent had as well."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024


def remove_folder(folder: Path) -> None:
    """Delete a folder and all that is in it, here or in a remote place."""
    if is_remote(folder):
        folder.fs.rm(folder.path, recursive=True)  # type: ignore[attr-defined]
    else:
        shutil.rmtree(folder)


def cache_folder() -> Path:
    """Where what any workspace can use is kept on this machine: $XDG_CACHE_HOME/likeness, or ~/.cache/likeness."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "likeness"
