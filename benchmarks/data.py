"""The shared ground of every benchmark: a folder laid out as the evaluation data, and a table with a last JSON line.

    python -m benchmarks.NAME --data DIR

Cases are found in the folder, never named in code. Any file may be gzipped; nothing is written below DIR.
"""

import gzip
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any


def unpacked(data: Path, scratch: Path) -> Path:
    """A view of `data` below `scratch`: links to the plain files, and the gzipped ones decompressed."""
    view = scratch / "data"
    for source in sorted(path for path in data.rglob("*") if path.is_file()):
        target = view / source.relative_to(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".gz":
            with gzip.open(source) as packed, target.with_suffix("").open("wb") as plain:
                shutil.copyfileobj(packed, plain)
        else:
            target.symlink_to(source.resolve())
    return view


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def print_table(title: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """A table for people: columns as wide as their widest value."""
    rows = [{name: _shown(value) for name, value in row.items()} for row in rows]
    print(f"\n{title}")
    if not rows:
        print("  (no such case in the data)")
        return
    widths = {name: max(len(name), *(len(row.get(name, "")) for row in rows)) for name in rows[0]}
    for row in [{name: name for name in widths}, *rows]:
        print("  " + "  ".join(row.get(name, "").ljust(width) for name, width in widths.items()))


def print_result(result: Mapping[str, Any]) -> None:
    """The last line of standard output: one JSON object."""
    print()
    print(json.dumps(result, ensure_ascii=False))
    sys.stdout.flush()


def _shown(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
