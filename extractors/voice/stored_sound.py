"""The sound of a FLAC file, read as it is needed: a recording of many hours costs no more memory than a short one.

    sound = open_flac(workspace.path(recording.path), ANALYSIS_RATE)
    sound.duration                       10812.4
    sound.between(3600.0, 3601.6)        a Waveform of 1.6 s

Reading on from where one is costs little; a leap reads a whole block (0.1 s at 48 kHz).
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import BLOCK, Waveform, opened_flac, resample
from likeness.records import Seconds

MARGIN = 1
"""Seconds read beyond both ends of a block, so that the resampler, which listens for some milliseconds, never meets a
seam. In whole seconds every block starts on a sample of both rates."""

KEPT_BLOCKS = 3
"""35 MB at 48 kHz. Two for what lies over a seam, and one more for whoever looks back."""


class StoredSound:
    """A FLAC file as a `Sound`, at any rate; made by `open_flac`. Each thread needs its own."""

    def __init__(self, path: Path, source_rate: int, num_source_samples: int, sampling_rate: int) -> None:
        self.path = path
        self.sampling_rate = sampling_rate
        # Half a sample is rounded up: so does soxr.
        self._num_samples = (2 * num_source_samples * sampling_rate + source_rate) // (2 * source_rate)
        self._blocks: dict[int, NDArray[np.float32]] = {}

    @property
    def duration(self) -> Seconds:
        """How long it sounds."""
        return self._num_samples / self.sampling_rate

    def between(self, start: Seconds, end: Seconds) -> Waveform:
        """The part from `start` to `end`, as far as there is sound; a copy, in memory as a whole.

        Raises:
            SourceGone: if the file is gone or broken by now.
        """
        first, last = (min(max(0, round(time * self.sampling_rate)), self._num_samples) for time in (start, end))
        length = BLOCK * self.sampling_rate
        parts = [
            self._block(number)[max(0, first - number * length) : last - number * length]
            for number in range(first // length, -(-last // length))
        ]
        return Waveform(np.concatenate([np.zeros(0, np.float32), *parts]), self.sampling_rate)

    def _block(self, number: int) -> NDArray[np.float32]:
        if number not in self._blocks:
            if len(self._blocks) == KEPT_BLOCKS:
                del self._blocks[next(iter(self._blocks))]
            self._blocks[number] = self._read_block(number)
        return self._blocks[number]

    def _read_block(self, number: int) -> NDArray[np.float32]:
        before = MARGIN if number else 0
        with opened_flac(self.path) as file:
            file.seek((number * BLOCK - before) * file.samplerate)
            samples = file.read((before + BLOCK + MARGIN) * file.samplerate, dtype="float32")
            wide = resample(Waveform(samples, file.samplerate), self.sampling_rate)
        return wide.between(before, before + BLOCK).samples


def open_flac(path: Path, sampling_rate: int | None = None) -> StoredSound:
    """A FLAC file of a workspace; at its own rate, or resampled. `path` may be remote.

    Raises:
        SourceGone: if the file is missing or broken.
    """
    with opened_flac(path) as file:
        return StoredSound(path, file.samplerate, file.frames, sampling_rate or file.samplerate)
