"""Sound in, sound out: decoding, resampling and FLAC files; the only place that counts samples.

Any file that FFmpeg reads is decoded with PyAV, which brings FFmpeg along: mp3, m4a, ogg, wav, flac, mp4, webm, ...
The channels are averaged into one. Everywhere else, time is in seconds of the recording.

Broken packets inside a file are passed over, and samples that are not numbers become silence; a file without one
whole packet of sound is an error. Not handled: the choice among several audio streams (FFmpeg's best one is taken).
"""

import gzip
import logging
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from likeness.errors import SourceGone
from likeness.files import atomic
from likeness.records import Seconds

if TYPE_CHECKING:
    import av
    from soundfile import SoundFile

log = logging.getLogger(__name__)

ANALYSIS_RATE = 16_000
"""Hz. What silero-vad and Resemblyzer were trained on."""

HIGHEST_RATE = 48_000
"""Hz. Speech has nothing above 24 kHz; higher rates only make larger files."""

BLOCK = 60
"""Seconds of sound that are held in memory at once: 12 MB at 48 kHz, 4 MB at 16 kHz."""


class Sound(Protocol):
    """One channel of sound that is read part by part, so that its length does not matter."""

    @property
    def sampling_rate(self) -> int:
        """Samples a second."""

    @property
    def duration(self) -> Seconds:
        """How long it sounds."""

    def between(self, start: Seconds, end: Seconds) -> "Waveform":
        """The part from `start` to `end`, as far as there is sound."""
        ...


@dataclass(frozen=True)
class Waveform:
    """One channel of sound: `samples` (num_samples,) float32 in [-1, 1], `sampling_rate` in Hz."""

    samples: NDArray[np.float32]
    sampling_rate: int

    @property
    def duration(self) -> Seconds:
        """How long it sounds."""
        return len(self.samples) / self.sampling_rate

    def between(self, start: Seconds, end: Seconds) -> "Waveform":
        """The part from `start` to `end`, as far as there is sound."""
        first, last = (max(0, round(time * self.sampling_rate)) for time in (start, end))
        return Waveform(self.samples[first:last], self.sampling_rate)

    def frame_levels(self, frame: Seconds = 0.02) -> NDArray[np.float32]:
        """The level of each whole frame in dB below full scale (RMS), (num_frames,); digital silence is -120."""
        length = round(frame * self.sampling_rate)
        frames = self.samples[: len(self.samples) // length * length].reshape(-1, length)
        return np.asarray(10 * np.log10(np.mean(np.square(frames, dtype=np.float64), axis=1) + 1e-12), np.float32)

    def spectrum(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Frequencies in Hz and the mean power at each in dB, by Welch's method with windows of 32 ms."""
        from scipy.signal import welch

        width = min(len(self.samples), round(0.032 * self.sampling_rate))
        frequencies, powers = welch(self.samples, self.sampling_rate, nperseg=width)
        return frequencies, 10 * np.log10(powers + 1e-15)

    def repeated(self, duration: Seconds) -> "Waveform":
        """The same sound over and over, until `duration`."""
        return Waveform(np.resize(self.samples, round(duration * self.sampling_rate)), self.sampling_rate)

    def finite(self) -> "Waveform":
        """The sound with silence in place of samples that are not numbers."""
        return Waveform(np.nan_to_num(self.samples, nan=0.0, posinf=0.0, neginf=0.0), self.sampling_rate)


def in_blocks(sound: Sound, length: Seconds = BLOCK) -> Iterator[Waveform]:
    """The sound cut into blocks of `length` in order; the last one is what is left."""
    for number in range(math.ceil(sound.duration / length)):
        yield sound.between(number * length, (number + 1) * length)


def decode(path: Path, sampling_rate: int = ANALYSIS_RATE) -> Waveform:
    """Read a whole sound or video file as mono.

    Raises:
        SourceGone: if the file is missing, empty, not a recording, or holds no sound.
    """
    source_rate, blocks = open_sound(path)
    return resample(Waveform(np.concatenate(list(blocks)), source_rate), sampling_rate)


def convert(path: Path, target: Path) -> tuple[int, Seconds]:
    """Decode a file into a mono 16-bit FLAC, block by block, so that its length does not matter.

    Returns:
        The FLAC's sampling rate (the source's, at most `HIGHEST_RATE`) and its duration.

    Raises:
        SourceGone: as `decode`.
    """
    source_rate, blocks = open_sound(path)
    rate = min(source_rate, HIGHEST_RATE)
    if rate != source_rate:
        blocks = _resampled(blocks, source_rate, rate)
    with atomic(target) as file:
        return rate, encode_flac(file, blocks, rate) / rate


def open_sound(path: Path) -> tuple[int, Iterator[NDArray[np.float32]]]:
    """A file's sampling rate, and its mono samples as blocks in order.

    Raises:
        SourceGone: as `decode`; for a file without sound, when the first block is asked for.
    """
    import av

    try:
        file = gzip.open(path) if path.suffix == ".gz" else str(path)  # noqa: SIM115  # PyAV reads from it until the end
        container = av.open(file, mode="r", metadata_errors="replace")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise SourceGone(f"{path}: cannot be read as a recording; give a sound or video file") from error
    if not container.streams.audio or not container.streams.audio[0].rate:
        container.close()
        raise SourceGone(f"{path}: has no sound; give a sound or video file with an audio stream")
    return container.streams.audio[0].rate, _decoded_blocks(container, path)


def _decoded_blocks(container: "av.container.InputContainer", path: Path) -> Iterator[NDArray[np.float32]]:
    rate = container.streams.audio[0].rate
    heard = False
    with container:
        for frame in _float_frames(container, rate, path):
            samples = np.nan_to_num(frame.to_ndarray(), nan=0.0, posinf=1.0, neginf=-1.0).mean(axis=0)
            heard = heard or samples.size > 0
            yield np.clip(samples, -1.0, 1.0)
    if not heard:
        raise SourceGone(f"{path}: no sound in it can be decoded; the file is cut off or broken")


def _float_frames(container: "av.container.InputContainer", rate: int, path: Path) -> Iterator["av.AudioFrame"]:
    """The frames as float32, channels apart; a new converter wherever the format of the stream changes under way."""
    import av

    converter, known = None, None
    for frame in _frames(container, path):
        if converter is None or known != (frame.format.name, frame.layout.name, frame.rate):
            yield from converter.resample(None) if converter is not None else ()
            known = (frame.format.name, frame.layout.name, frame.rate)
            converter = av.AudioResampler("fltp", frame.layout.name, rate)
        frame.pts = None  # gaps and jumps of the clock are not filled in
        yield from converter.resample(frame)
    yield from converter.resample(None) if converter is not None else ()


def _frames(container: "av.container.InputContainer", path: Path) -> Iterator["av.AudioFrame"]:
    import av

    packets: Iterator[Any] = container.demux(audio=0)
    broken = 0
    while True:
        try:
            packet = next(packets)
            yield from packet.decode()
        except StopIteration:
            break
        except av.error.FFmpegError as error:
            broken += 1
            if isinstance(error, av.error.EOFError) or broken > 1000:
                break
    if broken:
        log.warning("%s: %d broken packets were passed over", path, broken)


def resample(sound: Waveform, sampling_rate: int) -> Waveform:
    """The same sound at another rate (soxr, high quality); unchanged if it has that rate."""
    if sound.sampling_rate == sampling_rate:
        return sound
    import soxr

    return Waveform(soxr.resample(sound.samples, sound.sampling_rate, sampling_rate), sampling_rate)


def _resampled(
    blocks: Iterator[NDArray[np.float32]], source_rate: int, target_rate: int
) -> Iterator[NDArray[np.float32]]:
    import soxr

    stream = soxr.ResampleStream(source_rate, target_rate, 1, dtype="float32")
    for block in blocks:
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(np.zeros(0, np.float32), last=True)


def write_flac(path: Path, sound: Waveform) -> None:
    """Write a 16-bit FLAC file, at once or not at all."""
    with atomic(path) as file:
        encode_flac(file, [sound.samples], sound.sampling_rate)


def encode_flac(file: IO[bytes], blocks: Iterable[NDArray[np.float32]], sampling_rate: int) -> int:
    """Write blocks, each (num_samples,), as one 16-bit FLAC, and return how many samples that is.

    `file` must be seekable: how long the sound is stands at the start of it. What is too loud is clipped.
    """
    import soundfile

    with soundfile.SoundFile(file, "w", sampling_rate, 1, "PCM_16", format="FLAC") as encoder:
        for block in blocks:
            encoder.write(np.clip(block, -1.0, 1.0))
        return int(encoder.frames)


def read_flac(path: Path, sampling_rate: int | None = None) -> Waveform:
    """Read a short FLAC file of a workspace whole; at its own rate, or resampled. `open_flac` is for long ones.

    Raises:
        SourceGone: if the file is missing or broken.
    """
    with opened_flac(path) as file:
        sound = Waveform(file.read(dtype="float32"), file.samplerate)
    return resample(sound, sampling_rate or sound.sampling_rate)


@contextmanager
def opened_flac(path: Path) -> Iterator["SoundFile"]:
    """A FLAC file of a workspace, open for reading.

    Raises:
        SourceGone: if the file is missing or broken; also while it is read.
    """
    import soundfile

    try:
        with path.open("rb") as raw, soundfile.SoundFile(raw) as file:
            yield file
    except (OSError, soundfile.LibsndfileError) as error:
        raise SourceGone(f"{path}: cannot be read; delete its row's part in tables/recordings and run again") from error
