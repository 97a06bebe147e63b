"""What is true of a piece of sound: who speaks when, in RTTM as diarizers are judged by, counted on a grid of time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

Span = tuple[float, float]
STEP = 0.01
"""Seconds: the grid on which time is counted."""


class Said(NamedTuple):
    """One person speaks from `start` to `end`, in seconds."""

    speaker: str
    start: float
    end: float


def read_rttm(path: Path) -> dict[str, list[Said]]:
    """Who speaks when in each recording that the file is about, by the recording's name."""
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("SPEAKER "):
            _, name, _, start, duration, _, _, speaker, *_ = line.split()
            said[name].append(Said(speaker, float(start), float(start) + float(duration)))
    return dict(said)


def read_uem(path: Path) -> dict[str, list[Span]]:
    """The stretches of each recording that are judged, by the recording's name; empty without a file."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        name, _, start, end = line.split()
        spans[name].append((float(start), float(end)))
    return dict(spans)


def turns_of_two(said: Iterable[Said], target: str) -> tuple[list[Span], list[Span]]:
    """The target's turns, and everybody else's."""
    spans: dict[bool, list[Span]] = {True: [], False: []}
    for speaker, start, end in said:
        spans[speaker == target].append((start, end))
    return spans[True], spans[False]


def most_heard(spans: Sequence[Span], said: Iterable[Said]) -> str | None:
    """Who speaks for most of the time of `spans`; None if nobody does."""
    chosen, times = grid(spans), defaultdict[str, int](int)
    for speaker, start, end in said:
        times[speaker] += len(chosen & grid([(start, end)]))
    best = max(times, key=lambda speaker: times[speaker], default="")
    return best if times[best] else None


def grid(spans: Iterable[Span]) -> set[int]:
    """The steps of time that lie in some spans."""
    return {step for start, end in spans for step in range(round(start / STEP), round(end / STEP))}


def share(part: set[int], whole: set[int]) -> float | None:
    """How much of the whole a part of it is; None where there is nothing to share."""
    return len(part) / len(whole) if whole else None
