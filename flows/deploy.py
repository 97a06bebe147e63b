"""A scheduled Prefect deployment for each persona file, served from this machine.

Only a real Prefect server ticks: its temporary one, which `run` uses, has no scheduler. So unless PREFECT_API_URL names
a server, one is started here, on the loopback address, for as long as the deployments are served.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from prefect import serve
from prefect.deployments.runner import RunnerDeployment
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.pipeline import run
from likeness.errors import EngineError, SettingsError
from likeness.persona import load_persona

STARTUP = 180.0
"""Seconds that the server may take to answer; a first start, with its database to make, took 30 on two cores."""


def deployments(folder: Path, root: str, cron: str) -> list[RunnerDeployment]:
    """One deployment for each persona file under `folder`, named by its slug.

    Raises:
        SettingsError: if there is none, or one of them breaks the spec.
    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    if not files:
        raise SettingsError(f"{folder}: no persona file (*.toml) there; `likeness init NAME` writes one")
    return [_deployment(file, root, cron) for file in files]


def serve_deployments(folder: Path, root: str, cron: str) -> None:
    """Register the deployments and run them when they are due, until interrupted."""
    with server():
        serve(*deployments(folder, root, cron))


@contextmanager
def server() -> Iterator[str]:
    """The address of the Prefect API: the one that the environment names, or a server of our own on the loopback."""
    if address := os.environ.get("PREFECT_API_URL"):
        yield address
        return
    port = _free_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/api"
        _wait(f"{address}/health", process)
        with temporary_settings({PREFECT_API_URL: address}):
            yield address
    finally:
        process.terminate()
        process.wait()


def _deployment(file: Path, root: str, cron: str) -> RunnerDeployment:
    persona = load_persona(file)
    deployment = run.to_deployment(
        name=persona.slug,
        cron=cron,
        parameters={
            "persona_file": str(file.resolve()),
            "root": root if "://" in root else str(Path(root).resolve()),
            "promotes": True,  # nobody looks: what is in use stays until the new one scores as well
        },
        description=f"Refresh {persona.name}",
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    return cast(RunnerDeployment, deployment)  # outside an event loop it is never a coroutine


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTUP
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise EngineError(
        f"the Prefect server at {url} did not start in {STARTUP:.0f} s; start one and set PREFECT_API_URL"
    )
