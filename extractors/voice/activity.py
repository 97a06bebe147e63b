"""When somebody speaks: silero-vad, whose weights come inside its wheel (110x to 190x real time on a CPU).

Music and noise are told from speech; singing is not. Far-field speech of a meeting room is often missed.

The sound is read block by block, and the detector, which remembers what it heard, goes on from one to the next: so no
block has an edge that could be heard, and what is kept of an hour is one number for each of its 112,500 frames.
"""

import functools
from array import array
from collections.abc import Callable, Iterator
from copy import copy
from typing import TYPE_CHECKING

import numpy as np

from extractors.voice.audio import Sound, in_blocks
from likeness.records import Seconds

if TYPE_CHECKING:
    from silero_vad.utils_vad import OnnxWrapper

Span = tuple[Seconds, Seconds]
"""Start and end, in seconds of the recording."""

FRAME: Seconds = 0.032
"""What silero-vad hears at once: 512 samples at 16 kHz. A block holds a whole number of them."""

SHORTEST_SPEECH_MS = 250
SHORTEST_PAUSE_MS = 100
"""silero-vad's own defaults; a pause of 100 ms separates phrases, the closure of a plosive is shorter."""


def detect_speech(sound: Sound) -> list[Span]:
    """The stretches in which somebody speaks, in order, cut at every pause; `sound` is at 16 kHz.

    Samples that are not numbers count as silence.
    """
    find_stretches, model = _open_detector()
    stretches = find_stretches(
        array("f", _probabilities(sound, model)),
        sampling_rate=sound.sampling_rate,
        min_speech_duration_ms=SHORTEST_SPEECH_MS,
        min_silence_duration_ms=SHORTEST_PAUSE_MS,
        audio_length_samples=round(sound.duration * sound.sampling_rate),
    )
    return [(s["start"] / sound.sampling_rate, s["end"] / sound.sampling_rate) for s in stretches]


def _probabilities(sound: Sound, model: "OnnxWrapper") -> Iterator[float]:
    """How likely each frame is speech, in order; the last one is filled up with silence."""
    import torch

    model = copy(model)  # the weights are shared, but not what was heard: other threads listen too
    model.reset_states()
    length = round(FRAME * sound.sampling_rate)
    for block in in_blocks(sound):
        samples = block.finite().samples
        padded = torch.from_numpy(np.pad(samples, (0, -len(samples) % length)))
        for first in range(0, len(padded), length):
            yield model(padded[first : first + length], sound.sampling_rate).item()


def bridge(spans: list[Span], longest_pause: Seconds) -> list[Span]:
    """Join neighbours with a pause shorter than `longest_pause` between them; `spans` are in order."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start - joined[-1][1] < longest_pause:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@functools.cache
def _open_detector() -> "tuple[Callable[..., list[dict[str, int]]], OnnxWrapper]":
    import torch

    threads = torch.get_num_threads()
    from silero_vad import load_silero_vad
    from silero_vad.utils_vad import get_speech_timestamps_from_probs

    torch.set_num_threads(threads)  # importing silero_vad sets it to 1 for the whole process
    return get_speech_timestamps_from_probs, load_silero_vad(onnx=True)
