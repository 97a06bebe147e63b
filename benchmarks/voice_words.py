"""Word error rate of what is heard, where a Whisper model is on this machine.

asr/transcripts.jsonl   {"file": ..., "text": ...}; a line with a "channel" is one of several voices, and left out
ljspeech/metadata.csv   id|text|text as it is spoken, with wavs/ID.flac
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.data import print_table, read_jsonl
from benchmarks.voice_run import hear, listener, parts_of
from extractors.voice.error_rates import Errors, word_errors
from extractors.voice.listening import diarize_recording, transcribe_recording
from extractors.voice.vocals import separate_recording
from extractors.voice.whisper import find_model
from likeness.records import Segment
from likeness.sections import Voice
from likeness.workspace import Workspace

STAGES = (separate_recording, diarize_recording, transcribe_recording)
NO_MODEL = "no Whisper model on this machine"


def report(audio: Path, scratch: Path) -> list[dict[str, Any]]:
    """A row for each source of transcripts, and one for each of its sounds if there is a model."""
    sources = {name: found for name, found in sources_of(audio).items() if found}
    rows = [row for name, found in sources.items() for row in _measure(name, found, scratch / name)]
    print_table("Word error rate", rows)
    return rows


def sources_of(audio: Path) -> dict[str, dict[Path, str]]:
    """The exact text of each sound that has one, by the folder it is from."""
    return {"asr": dict(_transcripts(audio / "asr")), "ljspeech": dict(_metadata(audio / "ljspeech"))}


def _transcripts(folder: Path) -> Iterator[tuple[Path, str]]:
    listed = folder / "transcripts.jsonl"
    for row in read_jsonl(listed) if listed.is_file() else ():
        if "channel" not in row and (folder / row["file"]).is_file():
            yield folder / row["file"], row["text"]


def _metadata(folder: Path) -> Iterator[tuple[Path, str]]:
    listed = folder / "metadata.csv"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else ():
        name, *texts = line.split("|")
        path = next((folder / "wavs").glob(f"{name}.*"), None)
        if path is not None:
            yield path, texts[-1]


def _measure(name: str, sounds: Mapping[Path, str], scratch: Path) -> list[dict[str, Any]]:
    """The errors of each sound and of all; the words alone count, see `extractors.voice.error_rates`."""
    if find_model(Voice().transcribe_model) is None:
        return [{"source": name, "sound": f"all {len(sounds)}", "word_error_rate": NO_MODEL, "words": "", "heard": ""}]
    persona = listener(name, list(sounds), transcribe="whisper")
    workspace = Workspace(scratch, persona.slug)
    hear(workspace, persona, STAGES)
    heard = [_heard(workspace, part) for part in parts_of(persona)]
    errors = [word_errors(truth, text) for truth, text in zip(sounds.values(), heard, strict=True)]
    total = Errors(sum(error.edits for error in errors), sum(error.length for error in errors))
    rows = [_row(name, path.stem, error, text) for path, error, text in zip(sounds, errors, heard, strict=True)]
    return [*rows, _row(name, f"all {len(sounds)}", total, "")]


def _heard(workspace: Workspace, part: str) -> str:
    segments = sorted(workspace.table(Segment).read(part), key=lambda segment: segment.start)
    return " ".join(segment.text for segment in segments)


def _row(name: str, sound: str, errors: Errors, heard: str) -> dict[str, Any]:
    return {
        "source": name,
        "sound": sound,
        "word_error_rate": errors.rate,
        "words": errors.length,
        "heard": heard,
    }
