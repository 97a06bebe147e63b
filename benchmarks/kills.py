"""Kill the run at random moments, start it again until it ends: are the tables those of an undisturbed run?

python -m benchmarks.kills --persona personas/demo/persona.toml [--kills 10] [--seed 0]
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.data import print_result, print_table


def main() -> None:
    """Compare a run that was killed with one that was not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--persona", type=Path, default=Path("personas/demo/persona.toml"))
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tables-only", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        calm, disturbed = Path(folder, "calm"), Path(folder, "disturbed")
        started = time.monotonic()
        _run(arguments, calm).wait()
        seconds = time.monotonic() - started
        moments = _kill(arguments, disturbed, seconds)
        _run(arguments, disturbed).wait()
        expected, found = _tables(calm), _tables(disturbed)
    different = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    print_table("kills", [{"kill": n, "after_seconds": moment} for n, moment in enumerate(moments, start=1)])
    print_result(
        {"kills": len(moments), "tables": len(expected), "different_tables": different, "undisturbed_seconds": seconds}
    )


def _kill(arguments: argparse.Namespace, root: Path, seconds: float) -> list[float]:
    """Start and kill, each time at a random moment of the time that one tenth of the work may take, and some."""
    chance = random.Random(arguments.seed)
    moments = []
    for _ in range(arguments.kills):
        process = _run(arguments, root)
        moment = chance.uniform(0.05, 0.35) * seconds
        try:
            process.wait(timeout=moment)
            break
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            moments.append(round(moment, 1))
    return moments


TABLES_ONLY = """
import sys
from pathlib import Path
from flows.steps import Plain, collect, listen, rewrite
from likeness.persona import load_persona
from likeness.workspace import Workspace
persona = load_persona(Path(sys.argv[1]))
for step in (collect, listen, rewrite):
    step(Plain(Workspace(sys.argv[2], persona.slug), persona))
"""


def _run(arguments: argparse.Namespace, root: Path) -> subprocess.Popen[bytes]:
    whole = ["-m", "flows", "run", str(arguments.persona), "--data", str(root)]
    command = ["-c", TABLES_ONLY, str(arguments.persona), str(root)] if arguments.tables_only else whole
    return subprocess.Popen(
        [sys.executable, *command], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _tables(root: Path) -> dict[str, str]:
    """The hash of every table part by its name; markers hold times, so they are left out."""
    files = [path for path in root.rglob("tables/**/*.jsonl") if path.is_file()]
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    main()
