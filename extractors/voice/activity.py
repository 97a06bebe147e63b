"""When somebody speaks: silero-vad, whose weights come inside its wheel (110x to 190x real time on a CPU).

Music and noise are told from speech; singing is not. Far-field speech of a meeting room is often missed.
"""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from extractors.voice.audio import Waveform
from likeness.records import Seconds

if TYPE_CHECKING:
    from silero_vad.utils_vad import OnnxWrapper

Span = tuple[Seconds, Seconds]
"""Start and end, in seconds of the recording."""

SHORTEST_SPEECH_MS = 250
SHORTEST_PAUSE_MS = 100
"""silero-vad's own defaults; a pause of 100 ms separates phrases, the closure of a plosive is shorter."""


def detect_speech(sound: Waveform) -> list[Span]:
    """The stretches in which somebody speaks, in order, cut at every pause; `sound` is at 16 kHz."""
    import torch

    get_speech_timestamps, model = _open_detector()
    stretches = get_speech_timestamps(
        torch.from_numpy(sound.samples),
        model,
        sampling_rate=sound.sampling_rate,
        min_speech_duration_ms=SHORTEST_SPEECH_MS,
        min_silence_duration_ms=SHORTEST_PAUSE_MS,
    )
    return [(s["start"] / sound.sampling_rate, s["end"] / sound.sampling_rate) for s in stretches]


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
    from silero_vad import get_speech_timestamps, load_silero_vad

    torch.set_num_threads(threads)  # importing silero_vad sets it to 1 for the whole process
    return get_speech_timestamps, load_silero_vad(onnx=True)
