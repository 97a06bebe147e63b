"""Killed while it asks a language model: is a reply that was received ever asked for again, and does the money add up?

    python -m benchmarks.llm_kills --data DIR [--kills 20]

A scripted server replies to every request the same way each time. Claims, facts and exchanges of one person's
paragraphs are asked for by a worker that is killed with SIGKILL at random moments and started again, until one run
ends. Then: no request was sent whose reply was stored, the tables are those of a run that nobody disturbed, and the
ledger is the sum of the stored replies and of the charges that the kills left open.
"""

import argparse
import json
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from augment.facts import merge_facts
from augment.llm.claims import ask_claims
from augment.llm.engines import Completion, Endpoint, Request
from augment.llm.exchanges import ask_exchanges
from augment.llm.replies import request_key
from benchmarks import facts_case
from benchmarks.data import print_result, unpacked
from benchmarks.llm import scripted_server
from flows.steps import Plain, collect
from likeness.ledger import Ledger
from likeness.persona import Persona
from likeness.sections import Budget, LanguageModel, Rewrite
from likeness.workspace import Workspace


def main() -> None:
    """Run the case, or be the worker of one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--paragraphs", type=int, default=92)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--url", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        work(arguments.data, arguments.worker, arguments.url, arguments.paragraphs)
        return
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        file = sorted((unpacked(arguments.data, scratch) / "facts" / "squad").glob("*.jsonl"))[0]
        print_result(measure(file, scratch, arguments.kills, arguments.paragraphs, arguments.seed))


def measure(file: Path, scratch: Path, kills: int, paragraphs: int, seed: int = 0) -> dict[str, Any]:
    """The outcome of one person's paragraphs; every figure but the counts must be 0 or true."""
    calls = scratch / "calls.jsonl"
    with scripted_server(0.05, "--log", str(calls)) as url:
        work(file, scratch / "calm", url, paragraphs)
        before = len(_calls(calls))
        stored_at = _killed(file, scratch / "killed", url, paragraphs, kills, random.Random(seed))
    return _outcome(scratch, _calls(calls)[before:], stored_at)


def work(file: Path, folder: Path, url: str, paragraphs: int) -> None:
    """Ask for the claims and exchanges of a file's paragraphs, noting which request is which."""
    who = _persona(file, folder, url, paragraphs)
    workspace = Workspace(folder / "workspace", who.slug)
    collect(Plain(workspace, who))
    ask_claims(workspace, who, lambda: Noting(who.llm.model, who.llm, folder / "sent.jsonl"))
    merge_facts(workspace, who)
    ask_exchanges(workspace, who, lambda: Noting(who.llm.model, who.llm, folder / "sent.jsonl"))


class Noting(Endpoint):
    """An endpoint that notes the name under which each request is stored, before it is sent."""

    def __init__(self, name: str, settings: LanguageModel, notes: Path) -> None:
        super().__init__(name, settings)
        self.notes = notes.open("a")

    async def complete(self, request: Request) -> Completion:
        """Note, then ask."""
        self.notes.write(json.dumps({"text": request.messages[-1][1], "key": request_key(self.name, request)}) + "\n")
        self.notes.flush()
        return await super().complete(request)


def _persona(file: Path, folder: Path, url: str, paragraphs: int) -> Persona:
    model = LanguageModel(
        model="openai:scripted", base_url=url, input_usd=Decimal("0.15"), output_usd=Decimal("0.6"), concurrency=8
    )
    rewrite = Rewrite(engine="llm", samples=9, rounds=10, angles=10)
    who = facts_case.person(file, folder, paragraphs, rewrite=rewrite, llm=model, budget=Budget(usd=Decimal(1000)))
    page = folder / "page.txt"  # a sentence becomes a passage, so that there are more requests
    page.write_text(re.sub(r"(?<=[a-z][.!?]) (?=[A-Z])", "\n\n", page.read_text()))
    return who


def _killed(
    file: Path, folder: Path, url: str, paragraphs: int, kills: int, chance: random.Random
) -> list[tuple[float, set[str]]]:
    """Kill workers until one has ended: (time, names of the requests whose replies were stored) after each kill."""
    command = [sys.executable, "-m", "benchmarks.llm_kills", "--data", str(file), "--worker", str(folder), "--url", url]
    stored_at: list[tuple[float, set[str]]] = []
    total = _lines(folder.with_name("calm") / "sent.jsonl")
    while True:
        left = kills - len(stored_at)
        share = max(1, 2 * (total - len(stored_at[-1][1] if stored_at else ())) // (left + 1))
        goal = _lines(folder / "sent.jsonl") + chance.randint(1, share)
        worker = subprocess.Popen([*command, "--paragraphs", str(paragraphs)])
        while worker.poll() is None and (not left or _lines(folder / "sent.jsonl") < goal):
            time.sleep(0.002)
        if worker.poll() is not None:
            assert worker.returncode == 0, "a worker failed"
            return stored_at
        time.sleep(chance.uniform(0, 0.1))  # so that some replies are just coming in
        worker.kill()
        worker.wait()
        stored_at.append((time.time(), _stored(folder)))


def _outcome(scratch: Path, calls: list[dict[str, Any]], stored_at: list[tuple[float, set[str]]]) -> dict[str, Any]:
    workspace = next((scratch / "killed" / "workspace").iterdir())
    sent = [json.loads(line) for line in (scratch / "killed" / "sent.jsonl").read_text().splitlines()]
    times = Counter(note["key"] for note in sent)
    received = [call for call in calls if call["event"] == "received"]
    ledger = Ledger(workspace / "ledger.jsonl", 0)
    with sqlite3.connect(workspace / "replies.sqlite") as database:
        replies, cost = database.execute("SELECT COUNT(*), SUM(cost) FROM replies").fetchone()
    left_open = _open_amounts(workspace / "ledger.jsonl")
    return {
        "kills": len(stored_at),
        "requests": len(times),
        "sent": len(sent),
        "seen_by_the_server": len(received),
        "sent_twice": sum(count > 1 for count in times.values()),
        "sent_again_though_stored": _again(sent, stored_at, scratch / "killed"),
        "tables_equal": _tables(scratch / "calm") == _tables(scratch / "killed"),
        "replies": replies,
        "micro_usd_of_replies": cost,
        "charges_left_open": len(left_open),
        "ledger_off_by": ledger.spent - cost - sum(left_open),
    }


def _again(sent: list[dict[str, Any]], stored_at: list[tuple[float, set[str]]], folder: Path) -> int:
    """Requests that a later worker sent although their reply was stored when the one before was killed."""
    starts = [int(line) for line in (folder / "starts").read_text().split()] if (folder / "starts").exists() else []
    bounds = [*starts, len(sent)]
    return sum(
        note["key"] in stored
        for (_, stored), start, end in zip(stored_at, bounds, bounds[1:], strict=False)
        for note in sent[start:end]
    )


def _stored(folder: Path) -> set[str]:
    """The names of the stored replies; notes how many requests had been sent by then."""
    with (folder / "starts").open("a") as starts:
        starts.write(f"{len((folder / 'sent.jsonl').read_text().splitlines())}\n")
    with sqlite3.connect(next((folder / "workspace").iterdir()) / "replies.sqlite") as database:
        return {key for (key,) in database.execute("SELECT key FROM replies")}


def _open_amounts(path: Path) -> list[int]:
    """What the charges that were never settled hold."""
    open_charges: dict[int, int] = {}
    for line in path.read_text().splitlines():
        entry = json.loads(line)
        if "settle" in entry:
            open_charges.pop(entry["settle"], None)
        else:
            open_charges[entry["reserve"]] = entry["amount"]
    return list(open_charges.values())


def _tables(folder: Path) -> dict[str, str]:
    """Every table's files, without the seconds that their markers count; what a kill left half written is no table."""
    files = [file for file in sorted((folder / "workspace").rglob("tables/**/*.json*")) if file.name[0] != "."]
    return {file.name + file.parent.name: re.sub(r'"seconds": [\d.]+', "", file.read_text()) for file in files}


def _calls(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


if __name__ == "__main__":
    main()
