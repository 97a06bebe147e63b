"""The stages of listening over one long recording in a process of its own, for `benchmarks.voice`: seconds and memory.

python -m benchmarks.voice_timed talk.flac FOLDER enrolment.flac ...
"""

import json
import sys
import time
from pathlib import Path

from benchmarks.voice_run import good_spans, listener, parts_of, seconds_of, turns_of
from flows.steps import LISTENING, Plain, collect
from likeness.files import peak_megabytes
from likeness.persona import Persona
from likeness.workspace import Workspace


def main() -> None:
    """Run every stage and print what each took as one JSON object; models are loaded on an enrolment file before."""
    talk, folder, *enrolment = map(Path, sys.argv[1:])
    loading = sum(_timed(listener("warm-up", enrolment[:1], enrolment), folder).values())
    persona = listener(talk.stem, [talk], enrolment)
    seconds = _timed(persona, folder)
    workspace, (part,) = Workspace(folder, persona.slug), parts_of(persona)
    result = {
        "seconds": seconds,
        "loading_seconds": loading,
        "megabytes": peak_megabytes(),
        "turns": len(turns_of(workspace, part)),
        "voices": len({turn.speaker for turn in turns_of(workspace, part)}),
        "good_pieces": len(good_spans(workspace, part)),
        "good_minutes": seconds_of(good_spans(workspace, part)) / 60,
    }
    print(json.dumps(result))


def _timed(persona: Persona, folder: Path) -> dict[str, float]:
    """Seconds of each stage, and those of decoding before them."""
    runner = Plain(Workspace(folder, persona.slug), persona)
    seconds, started = {}, time.monotonic()
    collect(runner)
    seconds["collect"] = time.monotonic() - started
    for stage in LISTENING:
        started = time.monotonic()
        runner.each(stage, parts_of(persona))
        seconds[stage.__name__] = time.monotonic() - started
    return seconds


if __name__ == "__main__":
    main()
