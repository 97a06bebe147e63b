"""What a voice card says of rights, sources, engines, splits, and of what is missing."""

import pytest

from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected
from likeness.sections import Rights, Trainer, Voice
from train.filelists import Line
from train.voice_card import card

RECORDINGS = [
    Recording(
        url=f"https://e/{name}",
        sha256=name,
        title=f"Talk {name} | [live]",
        path=f"{name}.flac",
        sampling_rate=16_000,
        duration=60,
        license="CC0",
    )
    for name in ("a", "b")
]


def persona(**voice: object) -> Persona:
    return Persona(name="Ada [x]", rights=Rights(basis="public | record"), voice=Voice(**voice))


def line(recording: int = 0, start: float = 0.0, dnsmos: float | None = None) -> Line:
    clip = Clip(
        path="a.flac",
        recording=RECORDINGS[recording].id,
        start=start,
        end=start + 2,
        text="Yes.",
        similarity=0.9,
        snr_db=30,
        dnsmos=dnsmos,
        sampling_rate=16_000,
        duration=2,
    )
    return Line(clip, "Yes.", "Yes.")


@pytest.mark.parametrize(
    ("trainer", "expected"),
    [
        ("vits", "- `train.txt`: 2 clips"),
        ("vits", "- `val_speakers.txt`: 1 clips, a recording of its own"),
        ("gpt-sovits", "- `train.list`: 2 clips"),
        ("gpt-sovits", "32000 Hz mono 16-bit, about -23 LUFS"),
        ("style-bert-vits2", "- `Data/ada-x/esd.list`: 2 clips"),
        ("style-bert-vits2", "3 clips come from recordings of a lower rate than the trainer's, down to 16000 Hz"),
        ("piper", "--single-speaker"),
        ("audiofolder", "- `validation/metadata.jsonl`: 1 clips"),
        ("ljspeech", "On what ground the voice is used: public record."),
        ("ljspeech", "- Talk a live: https://e/a (CC0); train 4.0 s, held out 0.0 s"),
        ("ljspeech", "- low_snr: 2"),
    ],
)
def test_card(trainer: Trainer, expected: str) -> None:
    rejected = [Rejected(reason="low_snr", row={})] * 2
    text = card(persona(), trainer, RECORDINGS, [line(), line(start=3)], [line(1)], rejected)
    assert expected in text
    assert "[live]" not in text and "[x]" not in text


@pytest.mark.parametrize(
    ("voice", "dnsmos", "expected"),
    [
        ({}, None, "separation: none; diarization: embedded; transcription: captions; quality: signal-to-noise"),
        ({}, None, "Where two speak at once is cut out"),
        ({"separate": "demucs"}, None, "separation: demucs `htdemucs`;"),
        (
            {"transcribe": "auto"},
            None,
            "auto (`large-v3-turbo` if it was at hand, else the embedded one)",
        ),
        ({"quality": "dnsmos"}, 3.2, "quality: DNSMOS."),
    ],
)
def test_engines(voice: dict[str, str], dnsmos: float | None, expected: str) -> None:
    assert expected in card(persona(**voice), "vits", RECORDINGS, [line(dnsmos=dnsmos)], [], [])


def test_of_one_recording_the_last_clips_are_held_out() -> None:
    text = card(persona(), "vits", RECORDINGS, [line()], [line(start=3)], [])
    assert "`val.txt`: 1 clips, the last clips of the one recording" in text


def test_a_diarizer_with_a_model_of_its_own() -> None:
    voice = Voice().model_copy(update={"diarize": "pyannote", "diarize_model": "community-1"})
    text = card(persona().model_copy(update={"voice": voice}), "vits", RECORDINGS, [line()], [], [])
    assert "diarization: pyannote `community-1`;" in text


@pytest.mark.parametrize(
    ("recordings", "rejected", "why"),
    [
        ([], [], "no recording could be read"),
        (RECORDINGS, [], "was not heard in the recordings"),
        (RECORDINGS, [Rejected(reason="no_words", row={})], "every one was left out, see below"),
    ],
)
def test_why_there_are_no_clips(recordings: list[Recording], rejected: list[Rejected], why: str) -> None:
    assert f"There are no clips: {why}" in card(persona(), "vits", recordings, [], [], rejected).replace(
        "the person's voice ", ""
    )
