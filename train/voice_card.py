"""The card of a voice export: whose voice, on what ground, from where, by which engines, how much, what was left out.

It opens with the lines of YAML that the hub reads. Text from outside is set on one line, without Markdown's marks.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from likeness.persona import Persona
from likeness.records import Recording, Rejected
from likeness.sections import Trainer, Voice
from train.cards import plain
from train.filelists import Filelist, Line, Rules, rules_for, seconds_of
from train.sounds import LOUDNESS

ENGINES = {"separation": "separate", "diarization": "diarize", "transcription": "transcribe"}
"""Engines by what they do, and the keys of `[voice]` that choose them."""

EMBEDDED = ("none", "embedded", "captions")


def card(
    persona: Persona,
    trainer: Trainer,
    recordings: Sequence[Recording],
    train: Sequence[Line],
    held_out: Sequence[Line],
    rejected: Sequence[Rejected],
) -> str:
    """The card of one trainer's dataset, as the text of its README.md."""
    name, rules, lines = plain(persona.name), rules_for(trainer, persona), [*train, *held_out]
    head = {"pretty_name": f"{name}: voice", "language": [persona.language], "license": "other"}
    front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    body = [
        f"# {name}: voice, for {trainer}",
        f"{len(lines)} clips, {seconds_of(lines) / 3600:.3f} hours of {name}'s voice, {rules.sampling_rate} Hz mono"
        f" 16-bit, about {LOUDNESS:.0f} LUFS. A real person's voice: what is synthesised from it is not that person"
        " speaking, and must say so.",
        "\n".join(_files(rules, train, held_out)),
        rules.usage,
        *([] if lines else [_why_empty(recordings, rejected)]),
        *_narrow(rules, lines),
        f"## Rights\n\nOn what ground the voice is used: {plain(persona.rights.basis)}.",
        "## Sources\n\n" + ("\n".join(_source(recording, train, held_out) for recording in recordings) or "None."),
        "## Engines\n\n" + " ".join(_engines(persona.voice, lines)),
        "## Left out\n\n" + ("\n".join(_reasons(rejected)) or "Nothing."),
    ]
    return "\n".join(["---", *front, "---", "", "\n\n".join(body)])


def _files(rules: Rules, train: Sequence[Line], held_out: Sequence[Line]) -> Iterator[str]:
    counts = {"train": len(train), "held_out": len(held_out), "all": len(train) + len(held_out)}
    for filelist in rules.lists:
        note = _held_out_note(train, held_out) if filelist.split == "held_out" else ""
        yield f"- `{_path(rules, filelist)}`: {counts[filelist.split]} clips{note}"
    yield "- `rejected.jsonl`: what was left out, and why"


def _path(rules: Rules, filelist: Filelist) -> str:
    return "/".join(part for part in (rules.root, filelist.name) if part)


def _held_out_note(train: Sequence[Line], held_out: Sequence[Line]) -> str:
    if not held_out:
        return ", none to spare"
    together = {line.clip.recording for line in train} & {line.clip.recording for line in held_out}
    return ", the last clips of the one recording" if together else ", a recording of its own"


def _narrow(rules: Rules, lines: Sequence[Line]) -> Iterator[str]:
    """A warning where the sources end below what the trainer's rate could hold."""
    slower = [line for line in lines if line.clip.sampling_rate < rules.sampling_rate]
    if slower:
        lowest = min(line.clip.sampling_rate for line in slower)
        yield (
            f"{len(slower)} clips come from recordings of a lower rate than the trainer's, down to {lowest} Hz: above"
            f" half of that, nothing is in them."
        )


def _source(recording: Recording, train: Sequence[Line], held_out: Sequence[Line]) -> str:
    used = [
        f"{name} {seconds_of(line for line in lines if line.clip.recording == recording.id):.1f} s"
        for name, lines in (("train", train), ("held out", held_out))
    ]
    terms = f" ({plain(recording.license)})" if recording.license else ""
    return f"- {plain(recording.title)}: {''.join(recording.url.split())}{terms}; {', '.join(used)}"


def _engines(voice: Voice, lines: Sequence[Line]) -> Iterator[str]:
    """The engines by their settings."""
    scored = any(line.clip.dnsmos is not None for line in lines)
    for name, setting in ENGINES.items():
        yield f"{name}: {_engine(getattr(voice, setting), getattr(voice, f'{setting}_model', ''))};"
    yield f"quality: {'DNSMOS' if scored else 'signal-to-noise ratio, clipping and bandwidth'}."
    yield "Where two speak at once is cut out as far as it is heard; some tenths of a second may remain."


def _engine(engine: str, model: str) -> str:
    """An engine with its model, if it has one: the embedded ones have none."""
    if engine == "auto":
        return f"auto (`{plain(model)}` if it was at hand, else the embedded one)"
    return engine if engine in EMBEDDED else f"{engine} `{plain(model)}`"


def _reasons(rejected: Sequence[Rejected]) -> Iterator[str]:
    for reason, count in Counter(row.reason for row in rejected).most_common():
        yield f"- {reason}: {count}"


def _why_empty(recordings: Sequence[Recording], rejected: Sequence[Rejected]) -> str:
    if not recordings:
        return "There are no clips: no recording could be read, or none is given."
    if not rejected:
        return "There are no clips: the person's voice was not heard in the recordings."
    return "There are no clips: every one was left out, see below."
