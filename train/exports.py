"""The voice exports: the person's clips as datasets that voice trainers train on as they are, a folder each.

    exports/gpt-sovits/
      wavs/<clip id>.wav       mono, 16-bit PCM, at the trainer's rate
      train.list  val.list     the trainer's own lists (see `train.filelists`)
      rejected.jsonl           what was left out, with its reason
      README.md                the card

Validation has recordings of its own, never clips of a recording that is trained on. Where a trainer splits its list
by itself, at random and by clip, the held-out clips are in a second list that it does not read.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected
from likeness.sections import Trainer
from likeness.workspace import Workspace
from train.filelists import RULES, Line, Rules, check_clip, fields, rules_for, split_lines
from train.quota import best_quota
from train.sounds import Level, check_sound, read_clip, recording_gain, resample, write_wav
from train.voice_card import card

log = logging.getLogger(__name__)

VERSION = 2
FOLDER = "exports"


@dataclass(frozen=True)
class Dataset:
    """What one export holds: the lines of both splits, the gain of each recording by its id, and what was left out."""

    train: Sequence[Line]
    held_out: Sequence[Line]
    gains: Mapping[str, np.float32]
    rejected: Sequence[Rejected]


def export_voices(workspace: Workspace, persona: Persona) -> list[Path]:
    """Make the dataset of every trainer in `[export] formats`; those of trainers no longer in it are deleted.

    Raises:
        NotFresh: if there is something to make or to delete, and the workspace is frozen.
    """
    for trainer in RULES.keys() - set(persona.export.formats):
        workspace.forget(f"{FOLDER}/{trainer}")
    return [export_voice(workspace, persona, trainer) for trainer in persona.export.formats]


def export_voice(workspace: Workspace, persona: Persona, trainer: Trainer) -> Path:
    """Write the clips of all recordings as a trainer's dataset to `exports/<trainer>`, unless it is there and fresh.

    Without clips the lists are empty, and the card says why.

    Raises:
        NotFresh: if it is not fresh and the workspace is frozen.
    """
    name, rules = f"{FOLDER}/{trainer}", rules_for(trainer, persona)
    clips, recordings = workspace.table(Clip), workspace.table(Recording)
    about = [persona.name, persona.slug, persona.language, persona.rights.model_dump(), persona.voice.model_dump()]
    made_from = fingerprint(clips.content(), recordings.content(), about, settings=persona.vits, version=VERSION)
    if workspace.is_built(name, made_from):
        return workspace.path(name)
    with workspace.build(name, made_from) as folder:
        dataset, sources = gather(workspace, persona, trainer), list(recordings.read())
        _write_sounds(workspace, folder / rules.root, rules, dataset)
        _write_lists(folder / rules.root, persona, rules, dataset, sources)
        _write_text(folder / "rejected.jsonl", (row.model_dump_json() for row in dataset.rejected))
        text = card(persona, trainer, sources, dataset.train, dataset.held_out, dataset.rejected)
        _write_text(folder / "README.md", [text])
    log.info("%s: %d clips, %d rejected", name, len(dataset.train) + len(dataset.held_out), len(dataset.rejected))
    return workspace.path(name)


def gather(workspace: Workspace, persona: Persona, trainer: Trainer) -> Dataset:
    """The clips that a trainer can use, split by recording, and those that it cannot; what `clips` rejected as well."""
    clips = workspace.table(Clip)
    best, beyond = best_quota(list(clips.read()), persona.voice.best_hours)
    rows = [check_clip(clip, trainer, persona) for clip in best]
    lines = [row for row in rows if isinstance(row, Line)]
    heard = {line.clip.id: check_sound(workspace, line.clip) for line in lines}
    levels: defaultdict[str, list[Level]] = defaultdict(list)
    for line in lines:
        if isinstance(level := heard[line.clip.id], Level):
            levels[line.clip.recording].append(level)
    dropped = [row for row in (*rows, *heard.values()) if isinstance(row, Rejected)]
    train, held_out = split_lines([line for line in lines if isinstance(heard[line.clip.id], Level)])
    gains = {recording: recording_gain(of_recording) for recording, of_recording in levels.items()}
    return Dataset(train, held_out, gains, [*clips.rejected(), *beyond, *dropped])


def _write_sounds(workspace: Workspace, root: Path, rules: Rules, dataset: Dataset) -> None:
    for name, lines in ((rules.train_sounds, dataset.train), (rules.held_out_sounds, dataset.held_out)):
        (root / name).mkdir(parents=True, exist_ok=True)
        for line in lines:
            samples, rate = read_clip(workspace, line.clip)
            sound = resample(samples * dataset.gains[line.clip.recording], rate, rules.sampling_rate)
            write_wav(root / name / f"{line.clip.id}.wav", sound, rules.sampling_rate)


def _write_lists(root: Path, persona: Persona, rules: Rules, dataset: Dataset, recordings: Sequence[Recording]) -> None:
    urls = {recording.id: recording.url for recording in recordings}
    splits = {"train": dataset.train, "held_out": dataset.held_out, "all": [*dataset.train, *dataset.held_out]}
    for filelist in rules.lists:
        lines = splits[filelist.split]
        told = (fields(line, rules, persona, urls.get(line.clip.recording, "")) for line in lines)
        if lines or not filelist.name.endswith(".jsonl"):  # `datasets` cannot read an empty table
            _write_text(root / filelist.name, (filelist.line(values) for values in told))


def _write_text(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
