"""A FLAC file read block by block, against the same file read whole. Blocks are 2 s here."""

from pathlib import Path

import numpy as np
import pytest

from extractors.voice import stored_sound
from extractors.voice.audio import Waveform, read_flac, write_flac
from extractors.voice.stored_sound import StoredSound, open_flac
from likeness.errors import SourceGone
from likeness.workspace import Workspace


@pytest.fixture(autouse=True)
def _short_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_sound, "BLOCK", 2)


def noise(num_samples: int, rate: int) -> Waveform:
    return Waveform(np.random.default_rng(0).normal(0, 0.2, num_samples).astype(np.float32), rate)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """7.25 s at 16 kHz."""
    write_flac(tmp_path / "a.flac", noise(116_000, 16_000))
    return tmp_path / "a.flac"


@pytest.mark.parametrize("target", [None, 16_000, 48_000])
@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000])
def test_blocks_are_what_the_whole_file_is(tmp_path: Path, rate: int, target: int | None) -> None:
    for num_samples in (1, 4 * rate, 4 * rate + 1, round(7.123 * rate)):
        write_flac(tmp_path / "a.flac", noise(num_samples, rate))
        whole, stored = read_flac(tmp_path / "a.flac", target), open_flac(tmp_path / "a.flac", target)
        assert (stored.sampling_rate, stored.duration) == (whole.sampling_rate, whole.duration)
        np.testing.assert_allclose(stored.between(0, stored.duration).samples, whole.samples, atol=1e-5)


def test_any_part_in_any_order(path: Path) -> None:
    whole, stored = read_flac(path), open_flac(path)
    for start, end in [(6.9, 7.25), (1.9, 2.1), (0, 7.25), (3.3, 3.3), (5, 1), (-3, 0.5), (7, 99), (8, 9), (2, 4)]:
        assert np.array_equal(stored.between(start, end).samples, whole.between(start, end).samples)


def test_few_blocks_are_kept_and_a_part_is_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    read_block = StoredSound._read_block
    monkeypatch.setattr(StoredSound, "_read_block", lambda self, n: (read.append(n), read_block(self, n))[1])
    stored = open_flac(path, 8_000)
    for time in np.arange(0, 7, 0.1):
        stored.between(time, time + 0.2).samples[:] = 9
    assert read == [0, 1, 2, 3]
    assert len(stored._blocks) == stored_sound.KEPT_BLOCKS
    assert np.abs(stored.between(2, 7.25).samples).max() < 2


def test_a_remote_file() -> None:
    remote = Workspace("memory://stored-sound", "ada").path("audio", "a.flac")
    write_flac(remote, noise(70_000, 16_000))
    assert open_flac(remote, 8_000).between(3, 9).duration == 1.375


@pytest.mark.parametrize("content", [None, b"", b"fLaC", b"no sound"])
def test_a_file_that_is_missing_or_no_sound(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "a.flac").write_bytes(content)
    with pytest.raises(SourceGone, match=r"a\.flac: cannot be read"):
        open_flac(tmp_path / "a.flac")


def test_a_file_that_is_cut_off_and_one_that_vanishes(path: Path) -> None:
    stored = open_flac(path)
    path.write_bytes(path.read_bytes()[:100_000])
    assert open_flac(path).between(0, 1).duration == 1
    with pytest.raises(SourceGone, match=r"a\.flac: cannot be read"):
        stored.between(0, 7)
    path.unlink()
    with pytest.raises(SourceGone, match=r"a\.flac: cannot be read"):
        stored.between(6, 7)
