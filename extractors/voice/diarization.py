"""Who speaks when, inside one recording, and where two do at once; labels `voice-0`, `voice-1`, ... by appearance.

Both engines are pyannote.audio's pipeline: `embedded` with models that come in a wheel (see `embedded_pipeline`),
`pyannote` with its makers' newer ones, which must be fetched (see `pyannote_pipeline`). `auto` takes the newer ones
where they are at hand.

What neither can do: follow a meeting recorded from far away, or part two voices that sound alike on the telephone.
"""

import logging
import tempfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal, Protocol

import numpy as np

from extractors.voice.activity import Span, bridge
from extractors.voice.audio import Sound, in_blocks
from extractors.voice.embedded_pipeline import open_embedded
from extractors.voice.pyannote_pipeline import (
    FETCH,
    find_pipeline,
    give_back_memory,
    open_pipeline,
    running,
)
from extractors.voice.wheel_models import device_name
from likeness.records import Seconds
from likeness.sections import Voice

if TYPE_CHECKING:
    from pyannote.audio.pipelines.speaker_diarization import DiarizeOutput, SpeakerDiarization

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class VoiceSpan:
    """One voice speaks from `start` to `end`; `overlapped` if another has the floor meanwhile."""

    start: Seconds
    end: Seconds
    voice: str
    overlapped: bool = False


class Diarizer(Protocol):
    """Finds who speaks when."""

    def diarize(self, sound: Sound) -> list[VoiceSpan]:
        """The spans of all voices, in order; `sound` is at 16 kHz."""
        ...


@dataclass(frozen=True)
class PyannoteDiarizer:
    """Who speaks when, and where two do at once; `pipeline` is pyannote's, of whatever models."""

    pipeline: "SpeakerDiarization"

    def diarize(self, sound: Sound) -> list[VoiceSpan]:
        """The spans of all voices, see `label_spans`; none in digital silence.

        Raises:
            EngineError: if the device, or the temporary folder, has too little room.
        """
        import torch

        with running(self.pipeline.device), tempfile.TemporaryFile() as file:
            if not _copy(sound, file):
                return []
            waveform = torch.from_numpy(np.memmap(file, np.float32, "r+"))[None]  # (1, num_samples)
            heard = {"waveform": waveform, "sample_rate": sound.sampling_rate}
            output: Any = self.pipeline(heard, hook=give_back_memory)
        return label_spans(output, sound.duration)


def _copy(sound: Sound, file: IO[bytes]) -> bool:
    """Write the sound as float32, block by block; tell whether any sample is not 0."""
    heard = False
    for block in in_blocks(sound):
        samples = block.finite().samples
        heard = heard or bool(samples.any())
        file.write(samples.tobytes())
    file.flush()
    return heard


def label_spans(output: "DiarizeOutput", duration: Seconds) -> list[VoiceSpan]:
    """What pyannote found, in [0, duration]: voices `voice-0`, ... by first appearance, sorted by start and end.

    By its exclusive result one voice at a time has the floor: these spans never overlap each other. Where a voice
    speaks by the full result while another has the floor, there is one span more, which is `overlapped`.
    """
    floor = output.exclusive_speaker_diarization.itertracks(yield_label=True)
    found = [(turn.start, turn.end, False, voice) for turn, _, voice in floor]
    for voice, spans in _under_others(output).items():
        found += [(start, end, True, voice) for start, end in bridge(sorted(spans), 0.001)]
    inside = [(max(round(float(s), 3), 0.0), min(round(float(e), 3), duration), *rest) for s, e, *rest in found]
    inside = sorted(span for span in inside if span[0] < span[1])
    names = {voice: f"voice-{order}" for order, voice in enumerate(dict.fromkeys(voice for *_, voice in inside))}
    return [VoiceSpan(start, end, names[voice], overlapped) for start, end, overlapped, voice in inside]


def _under_others(output: "DiarizeOutput") -> dict[str, list[Span]]:
    """For each voice where it speaks and another has the floor, in pieces where the floor changes."""
    spoken, floor = output.speaker_diarization, output.exclusive_speaker_diarization
    under: dict[str, list[Span]] = {}
    for (turn, track), (other, other_track) in spoken.co_iter(floor):
        if spoken[turn, track] != floor[other, other_track]:
            under.setdefault(spoken[turn, track], []).append((max(turn.start, other.start), min(turn.end, other.end)))
    return under


def chosen_diarizer(settings: Voice) -> Literal["embedded", "pyannote"]:
    """The engine of `[voice] diarize`; "auto" is pyannote if its pipeline is on this machine, else the embedded one.

    Raises:
        SettingsError: if `diarize_model` is a folder without a pipeline.
    """
    if settings.diarize != "auto":
        return settings.diarize
    return "pyannote" if find_pipeline(settings.diarize_model) else "embedded"


def open_diarizer(settings: Voice) -> Diarizer:
    """The diarizer of `[voice] diarize`.

    Raises:
        MissingExtra: if its models are not on this machine.
        SettingsError: if `diarize_model` is no such pipeline, or the device is not there.
    """
    engine = chosen_diarizer(settings)
    if settings.diarize == "auto":
        log.info("diarize = auto: %s", engine if engine == "pyannote" else f"embedded; for pyannote {FETCH}")
    match engine:
        case "embedded":
            return PyannoteDiarizer(open_embedded(device_name(settings.device)))
        case "pyannote":
            return PyannoteDiarizer(open_pipeline(settings.diarize_model, settings.device))
