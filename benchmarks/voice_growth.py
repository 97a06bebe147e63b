"""How seconds and memory grow with the length of a talk, stage by stage.

A long talk is made of the sounds of one composed interview: the mix and the clips of its speakers, again and again in
other orders. It is written block by block, and each length is listened to in a process of its own, which has loaded its
models before.
"""

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import print_table
from benchmarks.voice_case import enrolment_of, interviews
from benchmarks.voice_choice import clips_of_speakers
from benchmarks.voice_truth import read_rttm
from extractors.voice.audio import ANALYSIS_RATE, decode, encode_flac

PAUSE = 0.4
"""Seconds of silence between two sounds."""


def report(audio: Path, scratch: Path, minutes: Sequence[float] = (10, 30)) -> dict[str, Any]:
    """The first interview of the folder, made as long as each of `minutes`."""
    folder = next(iter(interviews(audio)), None)
    rows = [_measure(folder, audio, length, scratch) for length in sorted(minutes)] if folder else []
    growth = _exponents(rows)
    print_table("Speed and memory: times real time of each stage", [_shown(row) for row in rows])
    print_table("Growth from one length to the next: 1 is linear", growth)
    return {"lengths": rows, "exponents": growth}


def _measure(folder: Path, audio: Path, minutes: float, scratch: Path) -> dict[str, Any]:
    scratch.mkdir(parents=True, exist_ok=True)
    talk = scratch / f"talk-{minutes:g}.flac"
    with talk.open("wb") as file:
        encode_flac(file, _blocks(_sounds(folder, audio), minutes * 60), ANALYSIS_RATE)
    with tempfile.TemporaryDirectory(dir=scratch) as workspace:
        enrolment = [str(path.resolve()) for path in enrolment_of(folder)]
        command = [sys.executable, "-m", "benchmarks.voice_timed", str(talk), workspace, *enrolment]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    talk.unlink()
    return {"minutes": minutes, **json.loads(output.splitlines()[-1])}


def _sounds(folder: Path, audio: Path) -> list[Path]:
    """The mix of an interview, and the clips of all who speak in it but for the enrolment."""
    clips, enrolled = clips_of_speakers(audio), {path.resolve() for path in enrolment_of(folder)}
    speakers = {said.speaker for turns in read_rttm(folder / "truth_turns.rttm").values() for said in turns}
    names = sorted(speaker.removeprefix("spk") for speaker in speakers)
    own = [path for name in names for path in clips.get(name, ()) if path.resolve() not in enrolled]
    return [folder / "mix.flac", *own]


def _blocks(sounds: Sequence[Path], seconds: float) -> Iterator[NDArray[np.float32]]:
    """The sounds in ever new orders, with pauses, until so many seconds are full; one sound is in memory at a time."""
    random, left = np.random.default_rng(0), round(seconds * ANALYSIS_RATE)
    pause = np.zeros(round(PAUSE * ANALYSIS_RATE), np.float32)
    while left > 0:
        for number in random.permutation(len(sounds)):
            for samples in (decode(sounds[number]).samples, pause):
                yield samples[: max(left, 0)]
                left -= len(samples)


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    """How many times faster than real time each stage was; what took no time has no figure."""
    seconds = row["seconds"]
    rates = {name: _times(row["minutes"], spent) for name, spent in seconds.items()}
    whole = _times(row["minutes"], sum(seconds.values()))
    counts = {name: row[name] for name in ("megabytes", "voices", "good_pieces", "good_minutes")}
    return {"minutes": row["minutes"], **rates, "all": whole, **counts}


def _times(minutes: float, seconds: float) -> str:
    return f"{60 * minutes / seconds:.1f}" if seconds >= 0.1 else "-"


def _exponents(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """How time and memory grow from each length to the next, as powers of the length."""
    pairs = [(first, last) for first, last in pairwise(rows) if first["minutes"] < last["minutes"]]
    return [
        {
            "minutes": f"{first['minutes']:g} to {last['minutes']:g}",
            **{name: _power(first, last, first["seconds"][name], last["seconds"][name]) for name in first["seconds"]},
            "all": _power(first, last, *(sum(row["seconds"].values()) for row in (first, last))),
            "memory": _power(first, last, first["megabytes"], last["megabytes"]),
        }
        for first, last in pairs
    ]


def _power(first: Mapping[str, Any], last: Mapping[str, Any], before: float, after: float) -> float | str:
    if min(before, after) < 0.1:
        return "-"
    return math.log(after / before) / math.log(last["minutes"] / first["minutes"])
