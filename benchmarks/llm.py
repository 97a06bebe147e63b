"""What the client of language models adds to what the server takes: wall time against the ideal and a peer, CPU a call.

    python -m benchmarks.llm [--peer-python PATH --peers distilabel,synthetic-data-kit] [--data DIR, not used]

A scripted server waits 200 ms before each reply; 64 calls are on their way at once. Ours stores every reply on disk,
reserves and settles its cost and validates it. A peer runs in an environment of its own, which must hold it, on the
same server, as many calls.
"""

import argparse
import asyncio
import json
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from augment.llm.client import Answered, Ask, open_client
from augment.llm.engines import open_engine
from benchmarks.data import print_result, print_table
from likeness.persona import Persona
from likeness.sections import Budget, LanguageModel, Rights
from likeness.workspace import Workspace

SERVER = Path(__file__).parents[1] / "tests" / "augment" / "llm_server.py"
PEER = Path(__file__).with_name("llm_peer.py")
LATENCY, CONCURRENCY = 0.2, 64
PROMPT = "The passage tells of a clock that was mended in the harbour, and of the one who mended it. " * 33
"""Some 3,000 characters, as a passage with its instructions has."""


class Row(BaseModel):
    """What is asked for."""

    question: str
    answer: str


def main() -> None:
    """Run ours and each peer in turn, a few times over."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="not used: the server makes its replies up")
    parser.add_argument("--calls", type=int, default=1280)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer-python", type=Path, help="a Python that has the peers installed")
    parser.add_argument("--peers", default="distilabel", help="names that llm_peer.py knows, with commas")
    arguments = parser.parse_args()
    ideal = -(-arguments.calls // CONCURRENCY) * LATENCY
    runs: list[dict[str, Any]] = []
    with scripted_server(LATENCY) as url:
        for turn in range(arguments.rounds):
            runs.append({"client": "likeness", **asyncio.run(_ours(url, arguments.calls, turn))})
            for peer in arguments.peers.split(",") if arguments.peer_python else []:
                runs.append({"client": peer, **_peers(arguments.peer_python, peer, url, arguments.calls)})
    rows = [_median(client, runs, ideal) for client in dict.fromkeys(run["client"] for run in runs)]
    print_table(f"{arguments.calls} calls of {LATENCY} s, {CONCURRENCY} at once; the ideal is {ideal:.1f} s", rows)
    print_result({"calls": arguments.calls, "ideal_seconds": ideal, "clients": rows})


@contextmanager
def scripted_server(latency: float, *options: str) -> Iterator[str]:
    """A server in a process of its own that waits so many seconds before each reply; yields its address."""
    command = [sys.executable, str(SERVER), "--latency", str(latency), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
        server.send_signal(signal.SIGTERM)


async def _ours(url: str, calls: int, turn: int) -> dict[str, float]:
    """Seconds and CPU of our client; connections are opened before, as a run of hours has them open."""
    model = LanguageModel(
        model="openai:scripted", base_url=url, input_usd=Decimal(1), output_usd=Decimal(1), concurrency=CONCURRENCY
    )
    who = Persona(name="Ada Quill", rights=Rights(basis="a benchmark"), llm=model, budget=Budget(usd=Decimal(1000)))
    with tempfile.TemporaryDirectory() as folder:
        async with open_client(Workspace(folder, who.slug), who, open_engine(model)) as client:
            await client.ask_all(Ask("warm-up", PROMPT, f"{turn} {n}", Row) for n in range(CONCURRENCY))
            started, cpu = time.perf_counter(), time.process_time()
            answers = await client.ask_all(Ask("timed", PROMPT, f"{turn} {n}", Row) for n in range(calls))
            seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    assert all(isinstance(answer, Answered) for answer in answers), "a reply was lost"
    return {"seconds": seconds, "cpu_ms": 1000 * cpu / calls}


def _peers(python: Path, peer: str, url: str, calls: int) -> dict[str, float]:
    command = [str(python), str(PEER), "--peer", peer, "--url", url, "--calls", str(calls)]
    told = subprocess.run(
        [*command, "--concurrency", str(CONCURRENCY)], capture_output=True, text=True, check=True, env={}
    )
    result = json.loads(told.stdout.splitlines()[-1])
    return {"seconds": result["seconds"], "cpu_ms": 1000 * result["cpu_seconds"] / calls}


def _median(client: str, runs: list[dict[str, Any]], ideal: float) -> dict[str, Any]:
    own = [run for run in runs if run["client"] == client]
    seconds = statistics.median(run["seconds"] for run in own)
    cpu = statistics.median(run["cpu_ms"] for run in own)
    return {"client": client, "seconds": seconds, "of_the_ideal": seconds / ideal, "cpu_ms_a_call": cpu}


if __name__ == "__main__":
    main()
