"""How clean a piece of sound is.

`embedded` measures the signal: noise, clipping and bandwidth. Steady noise and music lower the SNR alike;
reverberation is not measured at all. `dnsmos` measures the same, and also estimates what listeners would say (DNSMOS
P.835, Reddy et al., https://arxiv.org/abs/2110.01763), with the model in the wheel of `speechmos` (MIT, Microsoft):

    DnsmosMeter().measure(sound, 12.0, 17.5)
    Quality(snr_db=31.4, clipped=0.0, bandwidth=7938.0, dnsmos=Opinion(signal=3.5, background=4.0, overall=3.2))

Not handled: DNSMOS hears 16 kHz, so nothing above 8 kHz counts; it was made for noise suppressors, in English.
"""

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import ANALYSIS_RATE, Sound, Waveform, resample
from likeness.errors import MissingExtra
from likeness.records import Seconds
from likeness.sections import Voice

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Hertz = float


MOST_CLIPPED = 0.01
"""Share of samples at full scale that a clip may have. Source: gate of the embedded engines, 1 %."""

NARROWEST_BAND: Hertz = 4_100
"""What a clip must reach to sound better than a telephone: sound at 8 kHz ends at 4,000 Hz."""

SURROUNDINGS: tuple[Seconds, ...] = (1.0, 3.0)
"""Where the noise of a piece is looked for on both sides: cut from pause to pause, it has hardly a pause of its own.
The quieter one counts, as it holds more pauses. On 17 composed talks 1 s alone called four clean pieces noisy, between
people who leave no pause."""

DIGITAL_SILENCE = -96.0
"""dB below full scale, the least step of 16 bits: a frame without any noise was put there, and tells nothing of it."""

SHORTEST: Seconds = 0.1
"""Of a shorter piece nothing can be said."""

LISTENED: Seconds = 9.01
"""What the DNSMOS model hears at once. Source: microsoft/DNS-Challenge, DNSMOS/dnsmos_local.py."""


@dataclass(frozen=True)
class Opinion:
    """What listeners would say by ITU-T P.835, each from 1 (bad) to 5: of the speech, of the background, of all."""

    signal: float
    background: float
    overall: float


@dataclass(frozen=True)
class Quality:
    """`snr_db` in dB, `clipped` as a share of all samples in [0, 1], `bandwidth` in Hz."""

    snr_db: float
    clipped: float
    bandwidth: Hertz
    dnsmos: Opinion | None = None


class QualityMeter(Protocol):
    """Measures how clean a piece of sound is."""

    def measure(self, sound: Sound, start: Seconds, end: Seconds) -> Quality:
        """The quality of a recording from `start` to `end`.

        All zeros, without an opinion, for less than `SHORTEST` of sound; samples that are not numbers are silence.
        """
        ...


class SignalMeter:
    """SNR, clipping and bandwidth; no model."""

    def measure(self, sound: Sound, start: Seconds, end: Seconds) -> Quality:
        """See `QualityMeter`."""
        return measure(sound, start, end)


class DnsmosMeter:
    """The same, and DNSMOS P.835, in about 0.6 s on one slow CPU core for each window of `LISTENED`.

    Raises:
        MissingExtra: if `speechmos` is not installed.
    """

    def __init__(self) -> None:
        self.session = _open_dnsmos()

    def measure(self, sound: Sound, start: Seconds, end: Seconds) -> Quality:
        """See `QualityMeter`."""
        piece = sound.between(start, end).finite()
        measured = measure(sound, start, end)
        return replace(measured, dnsmos=self._listen(piece)) if piece.duration >= SHORTEST else measured

    def _listen(self, piece: Waveform) -> Opinion:
        """The mean opinion over windows of `LISTENED`, one a second; a shorter piece is repeated until it fills one."""
        heard = resample(piece, ANALYSIS_RATE)
        heard = heard if heard.duration >= LISTENED else heard.repeated(LISTENED)
        length = round(LISTENED * ANALYSIS_RATE)
        windows = np.lib.stride_tricks.sliding_window_view(heard.samples, length)[::ANALYSIS_RATE]
        opinions = [self.session.run(None, {"input_1": window[np.newaxis]})[0][0] for window in windows]
        return _calibrated(np.array(opinions, np.float64))


def _calibrated(opinions: NDArray[np.float64]) -> Opinion:
    """The model's raw scores, (num_windows, 3), on the scale of the listeners, averaged.

    Source: the polynomials of microsoft/DNS-Challenge, DNSMOS/dnsmos_local.py, not personalised.
    """
    signal, background, overall = opinions.T
    return Opinion(
        round(float(np.polyval([-0.08397278, 1.22083953, 0.0052439], signal).mean()), 3),
        round(float(np.polyval([-0.13166888, 1.60915514, -0.39604546], background).mean()), 3),
        round(float(np.polyval([-0.06766283, 1.11546468, 0.04602535], overall).mean()), 3),
    )


@functools.cache
def _open_dnsmos() -> "InferenceSession":
    """The model, from its wheel; the wheel's own code is not used, as it needs librosa, and scores in more steps."""
    from importlib.resources import files

    from onnxruntime import InferenceSession

    try:
        model = files("speechmos").joinpath("dnsmos_models", "sig_bak_ovr.onnx").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise MissingExtra(
            '[voice] quality = "dnsmos" needs a package; run `pip install speechmos`, or set quality = "embedded"'
        ) from error
    return InferenceSession(model, providers=["CPUExecutionProvider"])


def open_quality(settings: Voice) -> QualityMeter:
    """The meter of `[voice] quality`.

    Raises:
        MissingExtra: if dnsmos is asked for and its package is not installed.
    """
    match settings.quality:
        case "embedded":
            return SignalMeter()
        case "dnsmos":
            return DnsmosMeter()


def measure(sound: Sound, start: Seconds, end: Seconds) -> Quality:
    """Measure the signal of a recording from `start` to `end`; all zeros for less than `SHORTEST` of sound."""
    piece = sound.between(start, end).finite()
    if piece.duration < SHORTEST:
        return Quality(0.0, 0.0, 0.0)
    clipped = float(np.mean(np.abs(piece.samples) >= 0.999))
    around = [sound.between(start - reach, end + reach).finite() for reach in SURROUNDINGS]
    return Quality(max(snr_db(piece, surroundings) for surroundings in around), clipped, bandwidth(piece))


def snr_db(piece: Waveform, surroundings: Waveform) -> float:
    """The level of speech over that of the pauses: 95th percentile of the piece's frames of 20 ms (RMS), less the 10th
    of its surroundings'.

    Unlike peak over RMS it falls as noise is added: pauses are never quieter than the noise.
    """
    noise = surroundings.frame_levels()
    noise = noise[noise > DIGITAL_SILENCE] if (noise > DIGITAL_SILENCE).any() else noise
    return round(float(np.percentile(piece.frame_levels(), 95) - np.percentile(noise, 10)), 2)


def bandwidth(sound: Waveform) -> Hertz:
    """The highest frequency whose mean power is at most 50 dB below that of the strongest; 0 for digital silence."""
    frequencies, powers = sound.spectrum()
    heard = powers >= max(powers.max() - 50, DIGITAL_SILENCE - 50)
    return float(frequencies[heard].max(initial=0.0))
