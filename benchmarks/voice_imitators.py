"""Imitators: a folder `real` of clips of one person beside a folder `fake` of others who sound like that person.

Each real clip in turn is the enrolment; all other real ones and all fakes are recordings. What counts is how many of
the real ones are found, and how many seconds of the imitators pass all but the transcript gates.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import print_table
from benchmarks.voice_run import good_spans, hear, listener, parts_of, persona_label, seconds_of
from likeness.records import Speaker
from likeness.workspace import Workspace


def report(audio: Path, scratch: Path) -> dict[str, Any]:
    """Every such pair of folders, each real clip enrolled once."""
    rows = [
        row for number, (real, fake) in enumerate(pairs(audio)) for row in _measure(real, fake, scratch / str(number))
    ]
    told = [{name: _shown(value) for name, value in row.items()} for row in [*rows, _sums(rows)] if rows]
    print_table("Imitators: enrolled with one real clip, the others and all imitations to tell apart", told)
    return {"enrolments": rows, "sums": _sums(rows)}


def pairs(audio: Path) -> Iterator[tuple[list[Path], list[Path]]]:
    """The clips of each folder `real` and those of its folder `fake`."""
    for real in sorted(folder for folder in audio.rglob("real") if folder.is_dir()):
        fake = real.parent / "fake"
        if fake.is_dir():
            yield sounds_in(real), sounds_in(fake)


def sounds_in(folder: Path) -> list[Path]:
    """The files of a folder, in order."""
    return sorted(path for path in folder.iterdir() if path.is_file())


def _measure(real: Sequence[Path], fake: Sequence[Path], scratch: Path) -> Iterator[dict[str, Any]]:
    """A row for each enrolment."""
    for enrolled in real:
        others = [path for path in real if path != enrolled]
        sounds = [*others, *fake]
        persona = listener(real[0].parent.parent.name, sounds, [enrolled])
        workspace = Workspace(scratch, persona.slug)
        hear(workspace, persona)
        parts = parts_of(persona)
        yield {
            "enrolled": enrolled.stem,
            **_told(workspace, "real", parts[: len(others)]),
            **_told(workspace, "imitators", parts[len(others) :]),
            "similarities": {path.stem: _similarity(workspace, part) for path, part in zip(sounds, parts, strict=True)},
        }


def _told(workspace: Workspace, name: str, parts: Sequence[str]) -> dict[str, Any]:
    """How many recordings have the person in them, how much of them is good, and why the rest is refused."""
    refused = Counter(row.reason for part in parts for row in workspace.table(Speaker).rejected(part))
    kept = sum(persona_label(workspace, part) is not None for part in parts)
    return {
        f"{name}_kept": (kept, len(parts)),
        f"{name}_seconds": sum((seconds_of(good_spans(workspace, part)) for part in parts), 0.0),
        f"{name}_refused": dict(refused),
    }


def _sums(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The same over all enrolments."""
    sums: dict[str, Any] = {"enrolled": "each in turn"}
    for name in ("real", "imitators"):
        sums[f"{name}_kept"] = tuple(sum(row[f"{name}_kept"][place] for row in rows) for place in (0, 1))
        sums[f"{name}_seconds"] = sum(row[f"{name}_seconds"] for row in rows)
        sums[f"{name}_refused"] = dict(sum((Counter(row[f"{name}_refused"]) for row in rows), Counter[str]()))
    return {**sums, "similarities": ""}


def _shown(value: Any) -> Any:
    """2/3 for two of three."""
    return "/".join(map(str, value)) if isinstance(value, tuple) else value


def _similarity(workspace: Workspace, part: str) -> float:
    """That of the most like voice of a recording."""
    return max((round(row.similarity, 3) for row in workspace.table(Speaker).read(part)), default=0.0)
