"""Composed interviews with exact truth (`audio/interview_mix/NAME/`): how pure are the spans taken for the person's?"""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from extractors.voice.clips import VOICE_GATES
from flows.steps import Plain, collect, listen
from likeness.persona import Persona, Rights, Voice
from likeness.records import Clip, Rejected
from likeness.sources import VideoFile
from likeness.workspace import Workspace

Span = tuple[float, float]
STEP = 0.01
"""Seconds: the grid on which time is counted."""


def measure(folder: Path, scratch: Path) -> dict[str, Any]:
    """Find the target of one interview by its enrolment files; weigh the spans that pass all but the word gates."""
    info = json.loads((folder / "info.json").read_text())
    persona = Persona(
        name=folder.name,
        rights=Rights(basis="evaluation"),
        videos=(VideoFile(path=str(folder / "mix.flac"), url=f"https://example.org/{folder.name}"),),
        voice=Voice(enrolment=tuple(str((folder / path).resolve()) for path in info["enrolment_files"])),
        folder=folder,
    )
    workspace = Workspace(scratch, persona.slug)
    started = time.monotonic()
    collect(Plain(workspace, persona))
    listen(Plain(workspace, persona))
    seconds = time.monotonic() - started
    clips = workspace.table(Clip)
    rejected = list(clips.rejected())
    kept = [(row.start, row.end) for row in clips.read()]
    own = kept + [_span(row) for row in rejected if row.reason not in VOICE_GATES]
    good = kept + [_span(row) for row in rejected if row.reason == "no_words"]
    truth = _turns(folder, info["target"])
    return {
        "case": folder.name,
        **_purity("speaker_filter", own, *truth),
        **_purity("all_but_words", good, *truth),
        "clips_exported_without_words": sum(not row.text.strip() for row in clips.read()),
        "rejected": dict(Counter(row.reason for row in rejected).most_common()),
        "times_real_time": info["duration"] / seconds,
    }


def _span(dropped: Rejected) -> Span:
    return dropped.row["start"], dropped.row["end"]


def _purity(name: str, spans: list[Span], target: list[Span], others: list[Span]) -> dict[str, float | None]:
    """Share of the spans' time in the target's turns, of that against other voices, and of the target that is found."""
    chosen, his, theirs = _grid(spans), _grid(target), _grid(others)
    return {
        f"{name}_seconds": len(chosen) * STEP,
        f"{name}_precision": _share(chosen & his - theirs, chosen),
        f"{name}_against_others": _share(chosen & his - theirs, chosen & (his | theirs)),
        f"{name}_recall": _share(chosen & his, his),
    }


def _turns(folder: Path, target: str) -> tuple[list[Span], list[Span]]:
    """The truth: the target's turns, and everybody else's."""
    spans: dict[bool, list[Span]] = {True: [], False: []}
    for line in (folder / "truth_turns.rttm").read_text().splitlines():
        _, _, _, start, duration, _, _, speaker, *_ = line.split()
        spans[speaker == target].append((float(start), float(start) + float(duration)))
    return spans[True], spans[False]


def _grid(spans: list[Span]) -> set[int]:
    return {step for start, end in spans for step in range(round(start / STEP), round(end / STEP))}


def _share(part: set[int], whole: set[int]) -> float | None:
    """None where there is nothing to share."""
    return len(part) / len(whole) if whole else None
