"""Posts: whose words are kept, and how fast a whole account becomes clean utterances.

    python -m benchmarks.posts --data DIR [--sizes 30000 100000 300000]

Every archive and dump under DIR/tweets is read and cleaned; the truth is the posts' own repost flags and the form of
quotations by hand. Then accounts of growing size are made from the same words and collected, each in a process of its
own; and the smallest of them goes through datatrove too, for the same work (`uv pip install datatrove`, or it is left
out). Seconds count all that the pipeline does, its imports included.
"""

import argparse
import importlib.util
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import posts_case
from benchmarks.data import print_result, print_table, unpacked
from benchmarks.posts_made import made_posts, write_archive, write_dump

SIZES = (30_000, 100_000, 300_000)


def main() -> None:
    """Measure everything, print a table each, and one line of JSON last."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        sources = posts_case.cases(unpacked(arguments.data, scratch) / "tweets")
        cases = [posts_case.measure(source, scratch / "cases" / str(n)) for n, source in enumerate(sources)]
        posts = [
            post for n, source in enumerate(sources) for post in posts_case.read(source, scratch / "words" / str(n))
        ]
        if not posts:
            sys.exit(f"{arguments.data}/tweets: no posts to make others from")
        entries = list(made_posts(posts, max(arguments.sizes)))
        sizes = [_collected(entries[:size], scratch) for size in sorted(arguments.sizes)]
        duel = _duel(entries[: min(arguments.sizes)], scratch)
    _print(cases, sizes, duel)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="posts of the accounts that are made")
    return parser.parse_args()


def _collected(entries: list[dict[str, Any]], scratch: Path) -> dict[str, Any]:
    archive = scratch / f"{len(entries)}.zip"
    write_archive(entries, archive)
    return {"posts": len(entries), **_timed("likeness", archive, scratch)}


def _duel(entries: list[dict[str, Any]], scratch: Path) -> list[dict[str, Any]]:
    """The same JSONL through both pipelines, one after the other."""
    dump = scratch / "dump" / "posts.jsonl"
    dump.parent.mkdir()
    write_dump(entries, dump)
    rivals = ["likeness", "datatrove"] if importlib.util.find_spec("datatrove") else ["likeness"]
    return [{"pipeline": name, "posts": len(entries), **_timed(name, dump, scratch)} for name in rivals]


def _timed(pipeline: str, source: Path, scratch: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        command = [sys.executable, "-m", "benchmarks.posts_timed", pipeline, str(source), folder]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    result: dict[str, Any] = json.loads(output.splitlines()[-1])
    return result


def _exponent(sizes: list[dict[str, Any]]) -> float | None:
    """How time grows with size, from the smallest to the largest: 1 is linear."""
    first, last = sizes[0], sizes[-1]
    if first["posts"] == last["posts"]:
        return None
    return math.log(last["seconds"] / first["seconds"]) / math.log(last["posts"] / first["posts"])


def _print(cases: list[dict[str, Any]], sizes: list[dict[str, Any]], duel: list[dict[str, Any]]) -> None:
    print_table("Whose words", cases)
    print_table("From an archive to clean utterances", sizes)
    print_table("The same work", duel)
    exponent, ratio = _exponent(sizes), duel[1]["seconds"] / duel[0]["seconds"] if len(duel) > 1 else None
    print(f"\n  time grows with the number of posts to the power of {exponent}")
    if ratio is None:
        print("  datatrove is not installed: `uv pip install datatrove` compares with it")
    print_result({"cases": cases, "sizes": sizes, "exponent": exponent, "same_work": duel, "times_faster": ratio})


if __name__ == "__main__":
    main()
