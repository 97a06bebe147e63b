from pathlib import Path

import numpy as np
import pytest

from extractors.voice.audio import Waveform, convert, decode, in_blocks, read_flac, resample, write_flac
from likeness.errors import SourceGone


def write_sound(path: Path, samples: np.ndarray, rate: int, **format_: str) -> None:
    import soundfile

    soundfile.write(path, samples, rate, **format_)


def tone(seconds: float, rate: int, channels: int = 1) -> np.ndarray:
    time = np.arange(round(seconds * rate)) / rate
    return np.repeat(0.5 * np.sin(2 * np.pi * 440 * time)[:, None], channels, axis=1).astype(np.float32)


@pytest.mark.parametrize(
    ("name", "rate", "channels"),
    [("a.wav", 8_000, 1), ("b.flac", 44_100, 2), ("c.ogg", 48_000, 1), ("d.mp3", 22_050, 2), ("phone.au", 8_000, 1)],
)
def test_decode_gives_mono_at_the_asked_rate(tmp_path: Path, name: str, rate: int, channels: int) -> None:
    write_sound(tmp_path / name, tone(1, rate, channels), rate, **({"subtype": "ULAW"} if name == "phone.au" else {}))
    sound = decode(tmp_path / name)
    assert (sound.sampling_rate, sound.samples.dtype, sound.samples.ndim) == (16_000, np.float32, 1)
    assert sound.duration == pytest.approx(1, abs=0.1)
    assert np.abs(sound.samples).max() == pytest.approx(0.5, abs=0.1)


def test_six_channels_and_samples_that_are_not_numbers(tmp_path: Path) -> None:
    samples = tone(0.5, 96_000, 6)
    samples[100:200] = np.nan
    samples[300] = np.inf
    write_sound(tmp_path / "six.wav", samples, 96_000, subtype="FLOAT")
    sound = decode(tmp_path / "six.wav")
    assert np.isfinite(sound.samples).all()
    assert np.abs(sound.samples).max() <= 1.1  # resampling may overshoot a step
    assert convert(tmp_path / "six.wav", tmp_path / "six.flac") == (48_000, 0.5)


def test_decode_reads_gzipped_files(tmp_path: Path) -> None:
    import gzip

    write_sound(tmp_path / "a.wav", tone(0.5, 16_000), 16_000)
    (tmp_path / "a.wav.gz").write_bytes(gzip.compress((tmp_path / "a.wav").read_bytes()))
    assert decode(tmp_path / "a.wav.gz").duration == 0.5


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"name = 'Ada'\n" * 50, b"RIFF\x00\x00\x00\x00WAVEfmt "])
def test_files_that_are_no_recordings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.mp4").write_bytes(content)
    with pytest.raises(SourceGone, match=r"bad\.mp4"):
        decode(tmp_path / "bad.mp4")


def test_a_missing_file_and_one_without_samples(tmp_path: Path) -> None:
    write_sound(tmp_path / "empty.wav", np.zeros(0, np.float32), 16_000)
    for name in ("empty.wav", "missing.wav"):
        with pytest.raises(SourceGone, match=name):
            decode(tmp_path / name)


def test_a_video_without_sound(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "mute.mp4"), "w") as video:
        stream = video.add_stream("mpeg4", rate=5)
        stream.width = stream.height = 16
        for packet in (*stream.encode(av.VideoFrame(16, 16, "yuv420p")), *stream.encode(None)):
            video.mux(packet)
    for read in (decode, lambda path: convert(path, tmp_path / "mute.flac")):
        with pytest.raises(SourceGone, match=r"mute\.mp4: has no sound"):
            read(tmp_path / "mute.mp4")
    assert not (tmp_path / "mute.flac").exists()


def test_silence_stays_silence(tmp_path: Path) -> None:
    write_sound(tmp_path / "silence.wav", np.zeros(8_000), 8_000)
    assert convert(tmp_path / "silence.wav", tmp_path / "silence.flac") == (8_000, 1.0)
    assert not read_flac(tmp_path / "silence.flac", 16_000).samples.any()


def test_what_is_left_of_a_file_cut_off_is_kept(tmp_path: Path) -> None:
    write_sound(tmp_path / "whole.mp3", tone(4, 44_100), 44_100)
    content = (tmp_path / "whole.mp3").read_bytes()
    (tmp_path / "half.mp3").write_bytes(content[: len(content) // 2])
    assert 1 < decode(tmp_path / "half.mp3").duration < 3


def test_broken_packets_are_passed_over(tmp_path: Path) -> None:
    write_sound(tmp_path / "whole.mp3", tone(4, 44_100), 44_100)
    content = bytearray((tmp_path / "whole.mp3").read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = b"\xaa" * 3000
    (tmp_path / "broken.mp3").write_bytes(bytes(content))
    assert decode(tmp_path / "broken.mp3").duration > 2


def test_flac_round_trip_clips_what_is_too_loud(tmp_path: Path) -> None:
    samples = np.array([0.0, 0.5, -0.5, 1.7, -1.7], np.float32)
    write_flac(tmp_path / "deep" / "x.flac", Waveform(samples, 22_050))
    read = read_flac(tmp_path / "deep" / "x.flac")
    assert read.sampling_rate == 22_050
    np.testing.assert_allclose(read.samples, [0, 0.5, -0.5, 1, -1], atol=1e-4)


def test_read_flac_says_which_file_is_broken(tmp_path: Path) -> None:
    (tmp_path / "x.flac").write_bytes(b"fLaC")
    for name in ("x.flac", "gone.flac"):
        with pytest.raises(SourceGone, match=name):
            read_flac(tmp_path / name)


def test_resample_keeps_the_duration() -> None:
    sound = Waveform(tone(1, 48_000)[:, 0], 48_000)
    assert resample(sound, 16_000).duration == pytest.approx(1, abs=1e-3)
    assert resample(sound, 48_000) is sound


def test_times_outside_of_the_sound_give_what_there_is() -> None:
    sound = Waveform(np.arange(10, dtype=np.float32) / 10, 10)
    assert sound.between(-1, 0.2).samples.tolist() == pytest.approx([0, 0.1])
    assert sound.between(0.9, 5).samples.tolist() == pytest.approx([0.9])
    assert sound.between(3, 4).samples.size == 0


def test_levels_are_in_decibels_below_full_scale() -> None:
    square = np.tile(np.array([0.1, -0.1], np.float32), 8000)
    assert Waveform(square, 16_000).frame_levels() == pytest.approx(-20, abs=0.01)
    assert Waveform(np.zeros(16_000, np.float32), 16_000).frame_levels() == pytest.approx(-120)


def test_a_sound_is_the_sum_of_its_blocks() -> None:
    sound = Waveform(np.arange(25, dtype=np.float32), 10)
    assert [len(block.samples) for block in in_blocks(sound, 1)] == [10, 10, 5]
    assert np.concatenate([block.samples for block in in_blocks(sound, 1)]).tolist() == sound.samples.tolist()
    assert list(in_blocks(sound.between(3, 3))) == []
