"""Speaker equal error rate by length: pieces of different files below `speakers`, of the same person or of two.

Pieces follow one another through each file, as far as they are whole; of a pair of files every pair of pieces counts.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import print_table
from benchmarks.voice_choice import clips_of_speakers
from extractors.voice.audio import ANALYSIS_RATE, decode
from extractors.voice.encoders import open_encoder
from likeness.sections import Voice

LENGTHS = (1.0, 1.6, 3.0, 5.0)
"""Seconds."""

Samples = NDArray[np.float32]


def report(audio: Path, scratch: Path) -> list[dict[str, Any]]:
    """A row for each length of which there are pairs of both kinds."""
    del scratch
    sounds = {name: [decode(path).samples for path in paths] for name, paths in clips_of_speakers(audio).items()}
    rows = [row for length in LENGTHS if (row := _measure(length, sounds))] if sounds else []
    print_table("Equal error rate of the speaker encoder, by length of the pieces", rows)
    return rows


def _measure(seconds: float, sounds: Mapping[str, Sequence[Samples]]) -> dict[str, Any] | None:
    """Cosines of all pairs of pieces of different files, and where both kinds of error are alike."""
    pieces, files, speakers = _pieces(round(seconds * ANALYSIS_RATE), sounds)
    if not pieces:
        return None
    vectors = open_encoder(Voice()).embed(np.stack(pieces))
    first, second = np.triu_indices(len(pieces), 1)
    apart = files[first] != files[second]
    cosines, is_same = (vectors @ vectors.T)[first, second][apart], (speakers[first] == speakers[second])[apart]
    if is_same.all() or not is_same.any():
        return None
    rate, threshold = equal_error_rate(cosines[is_same], cosines[~is_same])
    return {
        "seconds": seconds,
        "equal_error_rate": rate,
        "at_cosine": threshold,
        "same_pairs": int(is_same.sum()),
        "different_pairs": int((~is_same).sum()),
        "same_mean": float(cosines[is_same].mean()),
        "different_mean": float(cosines[~is_same].mean()),
    }


def _pieces(
    length: int, sounds: Mapping[str, Sequence[Samples]]
) -> tuple[list[Samples], NDArray[np.int64], NDArray[np.int64]]:
    """Pieces of so many samples, with the numbers of their files and of their speakers."""
    pieces, files, speakers = [], [], []
    every = [(number, samples) for number, of_one in enumerate(sounds.values()) for samples in of_one]
    for file, (speaker, samples) in enumerate(every):
        for start in range(0, len(samples) - length + 1, length):
            pieces.append(samples[start : start + length])
            files.append(file)
            speakers.append(speaker)
    return pieces, np.array(files), np.array(speakers)


def equal_error_rate(same: NDArray[np.float32], different: NDArray[np.float32]) -> tuple[float, float]:
    """Where as many of the same are refused as of the others accepted: that share, and the cosine it is at."""
    thresholds = np.sort(np.concatenate([same, different]))
    refused = np.searchsorted(np.sort(same), thresholds) / len(same)
    accepted = 1 - np.searchsorted(np.sort(different), thresholds) / len(different)
    at = int(np.argmin(np.abs(refused - accepted)))
    return float(refused[at] + accepted[at]) / 2, float(thresholds[at])
