"""Talks composed from clips of single speakers, with exact truth: more of what `audio/interview_mix` holds.

    compose_talk({"2033": [clip, ...], "1688": [...]}, seed=7, folder)

A talk is made by chance, always the same for one seed: a target and one to three others take turns; a turn may begin
before the last one is over, somebody may say "mm-hm" under it; the others' room may ring, and noise or music may lie
under all of it. The folder gets mix.flac, truth_turns.rttm and info.json, as the evaluation data has them.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import Waveform, decode, write_flac

RATE = 16_000
Samples = NDArray[np.float32]
Turn = tuple[str, float, float]


def clips_by_speaker(folder: Path) -> dict[str, list[Path]]:
    """The clips of each speaker that has a folder of its own with two or more."""
    folders = sorted(entry for entry in folder.rglob("*") if entry.is_dir())
    found = {entry.name: sorted(entry.glob("*.flac")) for entry in folders}
    return {name: clips for name, clips in found.items() if len(clips) > 1 and clips[0].name.startswith(f"{name}-")}


def compose_talk(speakers: Mapping[str, Sequence[Path]], seed: int, folder: Path, music: Samples | None = None) -> Path:
    """Write one talk into `folder`/talk-<seed>; the target's first two clips are the enrolment and not in the talk."""
    random = np.random.default_rng(seed)
    names = list(random.permutation(sorted(speakers))[: random.integers(2, 5)])
    target, rooms = names[0], {name: _room(random) for name in names[1:] if random.random() < 0.4}
    pieces = _turns(random, names, speakers, rooms)
    speech, turns = _laid_out(random, pieces, overlap=float(random.choice([0.0, 0.2, 0.4])))
    bed, level = _bed(random, len(speech), music)
    mix = speech + bed * _gain(speech, bed, level)
    target_folder = folder / f"talk-{seed}"
    write_flac(target_folder / "mix.flac", Waveform((0.9 * mix / np.abs(mix).max()).astype(np.float32), RATE))
    _write_truth(target_folder, turns, target, speakers, level if bed.any() else None)
    return target_folder


def _turns(
    random: np.random.Generator, names: list[str], speakers: Mapping[str, Sequence[Path]], rooms: Mapping[str, Samples]
) -> list[tuple[str, Samples]]:
    """Ten to sixteen turns of 1 to 12 s, no two in a row by one speaker; each speaker has a loudness of their own."""
    loudness = {name: 10 ** (random.uniform(-4, 4) / 20) for name in names}
    clips = {name: [decode(path).samples for path in speakers[name][2:]] for name in names}
    turns: list[tuple[str, Samples]] = []
    for _ in range(int(random.integers(10, 17))):
        others = [name for name in names if not turns or name != turns[-1][0]]
        name = names[0] if names[0] in others and random.random() < 0.5 else str(random.choice(others))
        clip = clips[name][int(random.integers(len(clips[name])))]
        length = min(len(clip), round(random.uniform(1, 12) * RATE))
        start = int(random.integers(len(clip) - length + 1))
        sound = _faded(clip[start : start + length]) * loudness[name] * (0.1 / (np.sqrt(np.mean(clip**2)) + 1e-9))
        turns.append((name, _rung(sound, rooms.get(name))))
    return turns


def _laid_out(
    random: np.random.Generator, pieces: list[tuple[str, Samples]], overlap: float
) -> tuple[Samples, list[Turn]]:
    """The turns one after the other, with pauses of up to 0.8 s; a share `overlap` of them begins up to 1.5 s early."""
    mix = np.zeros(sum(len(sound) for _, sound in pieces) + len(pieces) * RATE, np.float32)
    turns: list[Turn] = []
    at = round(0.5 * RATE)
    for name, sound in pieces:
        early = random.random() < overlap and turns
        gap = -random.uniform(0.3, 1.5) if early else random.uniform(0.05, 0.8)
        at = max(at + round(gap * RATE), 0)
        mix[at : at + len(sound)] += sound
        turns.append((name, at / RATE, (at + len(sound)) / RATE))
        at += len(sound)
    return mix[: at + RATE // 2], turns


def _faded(sound: Samples) -> Samples:
    fade = np.minimum(1, np.minimum(np.arange(len(sound)), np.arange(len(sound))[::-1]) / (0.02 * RATE))
    return np.asarray(sound * fade, np.float32)


def _room(random: np.random.Generator) -> Samples:
    """The response of a room: its echoes die by 60 dB in 0.3 to 0.6 s, and are 0 to 6 dB below what comes straight."""
    time = np.arange(round(0.5 * RATE)) / RATE
    echoes = random.normal(0, 1, len(time)) * np.exp(-6.9 * time / random.uniform(0.3, 0.6))
    echoes[0] = np.sqrt(np.sum(echoes[1:] ** 2)) * 10 ** (random.uniform(0, 6) / 20)
    return np.asarray(echoes / np.sqrt(np.sum(echoes**2)), np.float32)


def _rung(sound: Samples, room: Samples | None) -> Samples:
    from scipy.signal import fftconvolve

    return sound if room is None else np.asarray(fftconvolve(sound, room)[: len(sound)], np.float32)


def _bed(random: np.random.Generator, length: int, music: Samples | None) -> tuple[Samples, float]:
    """Nothing, noise 12 to 25 dB under the speech, or music 6 to 15 dB under it; with its level in dB."""
    kind = random.choice(["none", "none", "noise", "noise", "music"])
    if kind == "noise":
        return _hum(random, length), -random.uniform(12, 25)
    if kind == "music" and music is not None:
        return np.resize(np.roll(music, int(random.integers(len(music)))), length), -random.uniform(6, 15)
    return np.zeros(length, np.float32), 0.0


def _hum(random: np.random.Generator, length: int) -> Samples:
    """Noise that is louder the lower it is, as a room's is."""
    from scipy.signal import lfilter

    return np.asarray(lfilter([1.0], [1.0, -0.9], random.normal(0, 1, length)), np.float32)


def _gain(speech: Samples, bed: Samples, level: float) -> float:
    power = float(np.mean(bed**2))
    return float(np.sqrt(np.mean(speech**2) / power) * 10 ** (level / 20)) if power else 0.0


def _write_truth(
    folder: Path, turns: list[Turn], target: str, speakers: Mapping[str, Sequence[Path]], level: float | None
) -> None:
    lines = [
        f"SPEAKER {folder.name} 1 {start:.3f} {end - start:.3f} <NA> <NA> {name} <NA> <NA>"
        for name, start, end in turns
    ]
    (folder / "truth_turns.rttm").write_text("\n".join(lines) + "\n")
    info = {
        "target": target,
        "enrolment_files": [str(path.resolve()) for path in speakers[target][:2]],
        "duration": max(end for *_, end in turns),
        "background_db_rel_speech": level,
    }
    (folder / "info.json").write_text(json.dumps(info, indent=1) + "\n")
