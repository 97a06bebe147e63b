"""What Whisper hears, as captions with word times: faster-whisper in batches, on the parts where somebody speaks.

The model is a name or hub id that faster-whisper knows ("large-v3-turbo"), as it lies in the hub's cache on disk, or a
folder that ctranslate2's converter wrote, with tokenizer.json and preprocessor_config.json. It is never downloaded.

A recording is read in blocks of some minutes, so that its length does not matter, and each block is cut in pauses into
windows of at most 30 s. No window knows the words of the one before it, so a loop ends with its window. Names and
terms are given to the model as hot words.

Not handled: speech outside of all turns, and a change of language inside a block.
"""

import functools
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.captions import Caption
from extractors.voice.activity import Span, bridge, detect_speech
from extractors.voice.audio import ANALYSIS_RATE, Waveform
from extractors.voice.stored_sound import open_flac
from likeness.errors import EngineError, MissingExtra, SettingsError
from likeness.records import Recording, Rejected, Seconds, Word

if TYPE_CHECKING:
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment as HeardSegment

NO_SPEECH = "no_speech"

BLOCK: Seconds = 300.0
"""Sound that is held in memory at once: 19 MB at 16 kHz, ten windows or more for the batches."""

WINDOW: Seconds = 30.0
"""What Whisper's encoder takes in."""

LONGEST_PAUSE: Seconds = 2.0
"""Silence inside one window: in longer ones Whisper writes what nobody says."""

MARGIN: Seconds = 0.2
"""Sound taken along before and after a turn, as turns are cut close."""

MOST_NO_SPEECH, LEAST_LOG_PROBABILITY = 0.6, -1.0
"""A window in which both are passed is silence. Source: `no_speech_threshold` and `logprob_threshold` of Whisper's
transcribe(); the batched pipeline takes these settings and does not look at them."""

MOST_HOT_WORDS = 50
"""Terms. Half of Whisper's 448 tokens are room for about so many names; the rest would be cut off."""

BATCHES = {"cpu": 4, "cuda": 16}
"""Windows at once. More need more memory; a CPU is busy with four."""

PRECISIONS = {"cpu": "int8", "cuda": "float16"}
"""What each kind of device reckons fastest in. Source: README of faster-whisper."""


class Whisper:
    """A model, and what it is told: the language ("auto": found anew in each block), names and terms."""

    def __init__(self, model: "WhisperModel", language: str, terms: Sequence[str]) -> None:
        self.model = model
        self.language = None if language == "auto" else language.partition("-")[0].lower()
        self.hot_words = ", ".join(list(dict.fromkeys(terms))[:MOST_HOT_WORDS]) or None
        if self.language not in (None, *model.supported_languages):
            raise SettingsError(f"language: this Whisper model does not know {self.language!r}; take another model")

    def hear(self, path: Path, recording: Recording, speech: Sequence[Span]) -> Iterator[Caption | Rejected]:
        """What is said in the FLAC file `path` during `speech`, in order; a window that is silence is `no_speech`.

        Raises:
            SourceGone: if the file cannot be read.
            EngineError: if the model fails, for example for want of memory.
        """
        for start, sound, windows in read_windows(path, speech):
            for segment in self._segments(sound, windows):
                words = timed_words(segment, start)
                text = " ".join(word.text for word in words)
                if segment.no_speech_prob > MOST_NO_SPEECH and segment.avg_logprob < LEAST_LOG_PROBABILITY:
                    row = {"recording": recording.id, "start": round(start + segment.start, 3), "text": text}
                    yield Rejected(reason=NO_SPEECH, row=row, detail=f"probability {segment.no_speech_prob:.2f}")
                elif words:
                    yield Caption(start=words[0].start, end=words[-1].end, text=text, words=words)

    def _segments(self, sound: Waveform, windows: Sequence[Span]) -> "list[HeardSegment]":
        from faster_whisper import BatchedInferencePipeline

        try:
            segments, _ = BatchedInferencePipeline(self.model).transcribe(
                sound.samples,
                language=self.language,
                beam_size=5,
                batch_size=BATCHES[self.model.model.device],
                word_timestamps=True,
                condition_on_previous_text=False,
                hotwords=self.hot_words,
                clip_timestamps=[{"start": start, "end": end} for start, end in windows],
            )
            return list(segments)
        except RuntimeError as error:
            raise EngineError(f"Whisper failed: {error}; take a smaller transcribe_model, or device = 'cpu'") from error


def open_whisper(model: str, device: str, language: str, terms: Sequence[str]) -> Whisper:
    """A Whisper model of this machine; it is loaded once a process. `device` is "cpu", "cuda" or "auto".

    Raises:
        MissingExtra: if the model is not at hand.
        SettingsError: if there is no such model, or it does not know the language.
        EngineError: if it cannot be loaded on the device.
    """
    folder = find_model(model)
    if folder is None:
        how = f"python -c \"from faster_whisper import download_model; download_model('{model}')\""
        raise MissingExtra(f"the Whisper model {model} is not on this machine; {how} fetches it")
    return Whisper(_load(folder, device), language, terms)


def find_model(model: str) -> Path | None:
    """The folder of a model that is on this machine whole; None if it is not.

    Raises:
        SettingsError: if it is no name that faster-whisper knows, no hub id, and no folder of a converted model.
    """
    from faster_whisper import download_model
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        folder = Path(model) if Path(model).is_dir() else Path(download_model(model, local_files_only=True))
    except LocalEntryNotFoundError:
        return None
    except ValueError as error:
        raise SettingsError(f"voice.transcribe_model: {error}") from error
    whole = all((folder / name).is_file() for name in ("model.bin", "config.json", "tokenizer.json"))
    if folder == Path(model) and not whole:
        raise SettingsError(f"{folder}: no Whisper model; it holds model.bin, config.json and tokenizer.json")
    return folder if whole else None


@functools.lru_cache(maxsize=1)
def _load(folder: Path, device: str) -> "WhisperModel":
    import ctranslate2
    from faster_whisper import WhisperModel

    if device == "auto":
        device = "cuda" if ctranslate2.get_cuda_device_count() else "cpu"
    try:
        return WhisperModel(str(folder), device=device, compute_type=PRECISIONS[device], local_files_only=True)
    except (RuntimeError, ValueError) as error:
        raise EngineError(f"{folder}: cannot be loaded on {device}: {error}") from error


def read_windows(path: Path, speech: Sequence[Span]) -> Iterator[tuple[Seconds, Waveform, list[Span]]]:
    """The blocks of a FLAC file in which there is speech: when each starts, its sound at 16 kHz, and its windows.

    Windows are in seconds of their block. One that the end of a block may have cut is left for the next block.
    """
    recording = open_flac(path, ANALYSIS_RATE)
    spans = bridge(sorted((max(0.0, start - MARGIN), end + MARGIN) for start, end in speech), 0.0)
    start = 0.0
    while any(end > start for _, end in spans):
        start = max(start, next(first for first, end in spans if end > start))
        sound = recording.between(start, start + BLOCK)
        inside = [(max(first - start, 0.0), min(end - start, sound.duration)) for first, end in spans]
        inside = [(first, end) for first, end in inside if end - first >= MARGIN]
        windows = cut_windows(inside, detect_speech(sound)) if inside else []
        is_cut = len(windows) > 1 and windows[-1][1] >= BLOCK - MARGIN
        if windows:
            yield start, sound, windows[:-1] if is_cut else windows
        start += windows[-1][0] if is_cut else BLOCK


def cut_windows(spans: Sequence[Span], speech: Sequence[Span]) -> list[Span]:
    """Neighbouring `spans` in windows as long as they may be, cut between spans or in the pauses of `speech`.

    A stretch without a pause that is longer than a window is cut where the window ends. Both are in order.
    """
    pauses = [(before[1] + after[0]) / 2 for before, after in pairwise(speech)]
    pieces = [piece for start, end in spans for piece in _cut_at(start, end, pauses)]
    windows: list[Span] = []
    for start, end in pieces:
        if windows and start - windows[-1][1] < LONGEST_PAUSE and end - windows[-1][0] <= WINDOW:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _cut_at(start: Seconds, end: Seconds, pauses: Sequence[Seconds]) -> Iterator[Span]:
    """A span from pause to pause, and none of it longer than a window."""
    for first, last in pairwise([start, *(pause for pause in pauses if start < pause < end), end]):
        while last - first > WINDOW:
            yield first, first + WINDOW
            first += WINDOW
        yield first, last


def timed_words(segment: "HeardSegment", start: Seconds) -> tuple[Word, ...]:
    """The words of a segment in seconds of the recording; `start` is when its block starts.

    Whisper's forced alignment can give times that run backwards or past the segment; these are pressed into it.
    """
    words: list[Word] = []
    latest = segment.start
    for heard in segment.words or ():
        if text := heard.word.strip():
            first = min(max(heard.start, latest), max(segment.end, latest))
            latest = min(max(heard.end, first), max(segment.end, first))
            times = round(start + first, 3), round(start + latest, 3)
            words.append(Word(start=times[0], end=times[1], text=text, probability=round(heard.probability, 4)))
    return tuple(words)
