"""From recordings to the person's voice, part by part: whose it is, how pure, how exact, how fast.

    python -m benchmarks.voice --data DIR [--only interviews choice ...] [--made 10] [--growth 10 60 180]

DIR is a folder laid out as the sound of the evaluation data, or holds one as `audio`. The parts are

    interviews   composed interviews with exact truth: purity and recall of the person's spans
    imitators    one real clip enrolled: which others of the person and which imitations are taken for the person
    choice       whose voice is chosen where none is enrolled
    diarization  error rate of who speaks when
    speakers     equal error rate of the speaker encoder by length
    words        word error rate, where there is a Whisper model
    exports      what each voice trainer reads back of what is written for it
    growth       seconds and memory of each stage, on long talks
"""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import (
    voice_case,
    voice_choice,
    voice_diarization,
    voice_exports,
    voice_growth,
    voice_imitators,
    voice_speakers,
    voice_words,
)
from benchmarks.data import print_result, unpacked

PARTS: dict[str, Callable[..., Any]] = {
    "interviews": voice_case.report,
    "imitators": voice_imitators.report,
    "choice": voice_choice.report,
    "diarization": voice_diarization.report,
    "speakers": voice_speakers.report,
    "words": voice_words.report,
    "exports": voice_exports.report,
    "growth": voice_growth.report,
}


def main() -> None:
    """Run the wanted parts; a table each, then one JSON object."""
    arguments = _arguments()
    told = PARTS | {
        "interviews": partial(voice_case.report, made=arguments.made),
        "growth": partial(voice_growth.report, minutes=arguments.growth),
    }
    source = arguments.data / "audio" if (arguments.data / "audio").is_dir() else arguments.data
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        audio = unpacked(source, scratch)
        result = {name: told[name](audio, scratch / name) for name in PARTS if name in arguments.only}
    print_result(result)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.voice", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data's sound")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS), help="the parts to run")
    parser.add_argument("--made", type=int, default=0, help="talks made by chance that are measured as interviews")
    parser.add_argument("--growth", type=float, nargs="+", default=[10, 30], help="minutes of the long talks")
    return parser.parse_args()


if __name__ == "__main__":
    main()
