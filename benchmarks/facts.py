"""Facts into the first person: coverage of human questions, planted errors, and the index made of the facts.

    python -m benchmarks.facts --data DIR [--rows FILE] [--local N] [--without-index]

DIR holds the folders of paragraphs with human questions (squad, xquad, drcd, cmrc2018), or a folder `facts` that does.
A question counts as covered if an answer made of its paragraph holds one of the human answers. `--rows` writes random
rows for a reader; `--local N` has SmolLM2 write the rows of the first N paragraphs.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import facts_case, facts_index, facts_local, planted, planted_rows
from benchmarks.data import print_result, print_table, read_jsonl, unpacked

BIGGEST_INDEX = 1
"""Files whose index is measured: those of one person with the most questions."""


def main() -> None:
    """Measure every file of paragraphs that the folder holds."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        data = unpacked(arguments.data, scratch)
        files = _files(data)
        coverage = [
            facts_case.measure(file, scratch / "made" / str(number), arguments.sample)
            for number, file in enumerate(files)
        ]
        index = [] if arguments.without_index else [facts_index.measure(f, scratch / "index") for f in _of_one(files)]
        broken = planted.measure(list(planted_rows.people_in(data)), scratch / "planted")
        local = [
            facts_local.measure(file, scratch / "local", "smollm2-135m", arguments.local)
            for file in _of_one(files)
            if arguments.local
        ]
    facts_case.write_rows(arguments.rows, coverage)
    print_table("human questions that a made answer of their paragraph covers", coverage)
    print_table("the fact index", index)
    print_table("a model of 135M parameters on the same path", local)
    print_result({"coverage": coverage, "planted": broken, "index": index, "local": local})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data")
    parser.add_argument("--sample", type=int, default=200, help="random rows of each file to read")
    parser.add_argument("--rows", type=Path, help="where to write those rows, as a Markdown table")
    parser.add_argument("--local", type=int, default=0, help="paragraphs that a model in this process rewrites")
    parser.add_argument("--without-index", action="store_true", help="coverage only")
    return parser.parse_args()


def _files(data: Path) -> list[Path]:
    """The files with paragraphs and their questions."""
    root = data / "facts" if (data / "facts").is_dir() else data
    return [file for file in sorted(root.glob("*/*.jsonl")) if "qas" in _first(file)]


def _first(file: Path) -> dict[str, Any]:
    return next(read_jsonl(file), {})


def _of_one(files: list[Path]) -> list[Path]:
    """The files about one person in English that ask the most."""
    english = [file for file in files if str(_first(file).get("lang", "en")) == "en"]
    alone = [file for file in english if len(facts_case.people(file)) == 1]
    return sorted(alone, key=lambda file: -file.stat().st_size)[:BIGGEST_INDEX]


if __name__ == "__main__":
    main()
