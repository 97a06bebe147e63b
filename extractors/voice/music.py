"""Where music or steady noise lies under speech, from the signal alone: no model, about 150 times real time.

The sound is looked at in windows of 6 s, and two questions are asked of each. What speech leaves behind in its pauses
is the *floor*: how far is it below the speech? And does its spectrum stand in narrow peaks, as the held notes of music
do (and the lines of a machine's hum), or is it smooth, as the noise of a room is? Speech hides no floor for 6 s: its
own harmonics glide, so they are at one frequency for a moment only.

    music_spans(decode(Path("talk.mp3")))     [(0.0, 42.0), (318.0, 402.5)]

Not found: music more than 30 dB below the speech, drums alone more than 20 dB below it, beds shorter than about 6 s.
Speech far from the microphone, in a room that rings on, can be taken for speech over noise.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from extractors.voice.activity import Span, bridge
from extractors.voice.audio import ANALYSIS_RATE, Sound, Waveform, resample
from extractors.voice.quality import DIGITAL_SILENCE
from likeness.records import Seconds

WINDOW: Seconds = 6.0
HOP: Seconds = 3.0
"""Long enough to hold pauses of any speaker, short enough that notes are held or come back in it."""

LOUDEST_FLOOR = 20.0
"""dB below the speech: a louder floor is a bed whatever it is made of. What the gate on SNR asks of a clip."""

LOUDEST_TONES = 30.0
"""dB below the speech: tones in a quieter floor are not heard under it."""

TONAL = 8.0
"""dB by which the peaks of a floor stand out if it is music. Set on one bed of music, 8 to 22 dB under three talks
(middle of a talk 9.3 to 10.9, but 7.2 and 8.3 in the noisiest room), and on 7 recordings without music whose floor is
less than 30 dB down (1.8 to 7.4). Source of the idea, tones that last: Seyerlehner et al., Automatic music detection
in television productions, DAFx 2007."""

SOFT_VOICE = 10.0
"""dB below the loudest twentieth of a recording: what speech is at least, so that a pause of 6 s is no noise."""

LONGEST_BREAK: Seconds = 10.0
"""A bed goes on over a break that is shorter."""

_LOWEST, _HIGHEST = 100, 3_400
"""Hz in which tones are looked for: above mains hum, and within a telephone's band."""


def music_spans(sound: Sound) -> list[Span]:
    """The stretches with music or noise under them, in order, in seconds; none in less than a second of sound.

    `sound` may have any rate; samples that are not numbers count as silence. One window is in memory at a time.
    """
    heard = [(window.frame_levels(), tonality(window)) for window in _windows(sound)]
    if not heard:
        return []
    soft = float(np.percentile(np.concatenate([levels for levels, _ in heard]), 95)) - SOFT_VOICE
    depths = _steadied([_depth(levels, soft) for levels, _ in heard])
    tones = _steadied([tone for _, tone in heard])
    found = np.flatnonzero((depths < LOUDEST_FLOOR) | ((depths < LOUDEST_TONES) & (tones > TONAL)))
    spans = bridge([(float(i * HOP), float(i * HOP + WINDOW)) for i in found], LONGEST_BREAK)
    return [(start, min(end, sound.duration)) for start, end in spans]


def _depth(levels: NDArray[np.float32], soft: float) -> float:
    """How far the floor of a window's frames lies below speech, in dB; infinite where it is digital silence."""
    floor = float(np.percentile(levels, 10))
    return max(float(np.percentile(levels, 95)), soft) - floor if floor > DIGITAL_SILENCE else float("inf")


def tonality(window: Waveform) -> float:
    """How far the eight highest peaks of a window's floor stand out of it, in dB; `window` is at 16 kHz, 0.1 s or more.

    The floor is the 10th percentile over time of the power at each frequency (Martin's minimum statistics, IEEE
    Transactions on Speech and Audio Processing 9(5), 2001, take the minimum); out of what, its median over 500 Hz.
    """
    from scipy.ndimage import median_filter
    from scipy.signal import spectrogram

    frequencies, _, powers = spectrogram(window.samples, window.sampling_rate, nperseg=1024, noverlap=704)
    heard = (frequencies >= _LOWEST) & (frequencies <= _HIGHEST)
    floor = np.percentile(10 * np.log10(powers[heard] + 1e-12), 10, axis=1)
    peaks = np.sort(floor - median_filter(floor, 31, mode="nearest"))[-8:]
    return float(peaks.mean())


def _windows(sound: Sound) -> Iterator[Waveform]:
    """Windows at 16 kHz, one every `HOP`; the last one reaches to the end of the sound."""
    for start in np.arange(0, max(sound.duration - HOP, 1e-9), HOP):
        window = sound.between(start, start + WINDOW)
        if window.duration >= 1:
            yield resample(window.finite(), ANALYSIS_RATE)


def _steadied(values: list[float]) -> NDArray[np.float64]:
    """The median of each value and its two neighbours: a bed lasts, a held vowel or a cough does not."""
    return np.array([np.median(values[max(0, i - 1) : i + 2]) for i in range(len(values))])
