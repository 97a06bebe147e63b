"""How clean a piece of sound is, without any model: noise, clipping and bandwidth.

Not told apart: steady noise and music lower the SNR alike; reverberation is not measured at all.
"""

from dataclasses import dataclass

import numpy as np

from extractors.voice.audio import Waveform
from likeness.records import Seconds

Hertz = float

MOST_CLIPPED = 0.01
"""Share of samples at full scale that a clip may have. Source: gate of the embedded engines, 1 %."""

NARROWEST_BAND: Hertz = 3_800
"""What a clip must reach to sound better than a telephone (300 to 3,400 Hz)."""


SURROUNDINGS: Seconds = 1.0
"""Where the noise of a piece is looked for on both sides: cut from pause to pause, it has hardly a pause of its own."""

DIGITAL_SILENCE = -96.0
"""dB below full scale, the least step of 16 bits: a frame without any noise was put there, and tells nothing of it."""


@dataclass(frozen=True)
class Quality:
    """`snr_db` in dB, `clipped` as a share of all samples in [0, 1], `bandwidth` in Hz."""

    snr_db: float
    clipped: float
    bandwidth: Hertz


def measure(sound: Waveform, start: Seconds, end: Seconds) -> Quality:
    """Measure the piece of a recording from `start` to `end`, at least 0.1 s of it."""
    piece = sound.between(start, end)
    surroundings = sound.between(start - SURROUNDINGS, end + SURROUNDINGS)
    clipped = float(np.mean(np.abs(piece.samples) >= 0.999))
    return Quality(snr_db(piece, surroundings), clipped, bandwidth(piece))


def snr_db(piece: Waveform, surroundings: Waveform) -> float:
    """The level of speech over that of the pauses: 95th percentile of the piece's frames of 20 ms (RMS), less the 10th
    of its surroundings'.

    Unlike peak over RMS it falls as noise is added: pauses are never quieter than the noise.
    """
    noise = surroundings.frame_levels()
    noise = noise[noise > DIGITAL_SILENCE] if (noise > DIGITAL_SILENCE).any() else noise
    return round(float(np.percentile(piece.frame_levels(), 95) - np.percentile(noise, 10)), 2)


def bandwidth(sound: Waveform) -> Hertz:
    """The highest frequency whose mean power is at most 50 dB below that of the strongest."""
    frequencies, powers = sound.spectrum()
    return float(frequencies[powers >= powers.max() - 50].max())
