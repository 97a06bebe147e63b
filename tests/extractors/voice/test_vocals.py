"""The vocals of a recording, by an engine that halves all sound."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.videos import collect_recording
from extractors.voice import vocals
from extractors.voice.audio import Sound, Waveform, in_blocks, write_flac
from extractors.voice.separation import NoSeparator
from likeness.persona import Persona
from likeness.records import Recording
from likeness.sections import Rights, Voice
from likeness.sources import VideoFile
from likeness.workspace import Workspace


class Halver:
    """Separates by half, and counts how often."""

    calls = 0

    def separate(self, mixture: Sound) -> Iterator[NDArray[np.float32]]:
        Halver.calls += 1
        for block in in_blocks(mixture, 0.7):
            yield block.samples / 2


@pytest.fixture
def persona(tmp_path: Path, talk: Callable[..., Waveform]) -> Persona:
    write_flac(tmp_path / "talk.flac", talk([("low", 2)]))
    source = VideoFile(path="talk.flac", url="https://e/talk")
    return Persona(name="Ada", rights=Rights(basis="test"), videos=(source,), folder=tmp_path)


@pytest.fixture
def collected(tmp_path: Path, persona: Persona) -> tuple[Workspace, Recording]:
    workspace = Workspace(tmp_path / "data", "ada")
    collect_recording(workspace, persona, persona.videos[0])
    return workspace, next(workspace.table(Recording).read())


def test_without_an_engine_the_mixture_is_heard(persona: Persona, collected: tuple[Workspace, Recording]) -> None:
    workspace, recording = collected
    assert vocals.separate_recording(workspace, persona, persona.videos[0].part).kept == 0
    assert not workspace.path("audio", "vocals").exists()
    assert vocals.open_vocals(workspace, persona.voice, recording).duration == pytest.approx(2, abs=0.01)


def test_with_an_engine_the_vocals_are_made_once_and_heard(
    persona: Persona, collected: tuple[Workspace, Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, recording = collected
    monkeypatch.setattr(vocals, "open_separator", lambda _: Halver())
    monkeypatch.setattr(Halver, "calls", 0)
    loud = vocals.open_vocals(workspace, Voice(), recording)
    demucs = persona.model_copy(update={"voice": Voice(separate="demucs")})
    for _ in range(2):
        assert vocals.separate_recording(workspace, demucs, persona.videos[0].part).kept == 1
    assert Halver.calls == 1
    heard = vocals.open_vocals(workspace, demucs.voice, recording)
    assert heard.duration == loud.duration
    halved = loud.between(0, 2).samples / 2
    np.testing.assert_allclose(heard.between(0, 2).samples, halved, atol=1e-4)


def test_auto_without_a_model_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocals, "open_separator", lambda _: NoSeparator())
    assert not vocals.separates(Voice(separate="auto"))
    assert vocals.made_by(Voice(separate="auto")) == []
