"""What is set in the environment before any library is loaded."""

import os


def quiet_libraries() -> None:
    """Turn off what libraries would send or print by themselves, unless the user has set it otherwise."""
    for name, value in {
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        # On the terminal an error is our one line; Prefect's traceback is kept for its own pages.
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        # A busy machine needs longer than the default 20 s to start the local server.
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
        "PYANNOTE_METRICS_ENABLED": "0",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "DO_NOT_TRACK": "1",
        "TOKENIZERS_PARALLELISM": "false",
        # Threads that wait by spinning starve each other on a shared machine: a training step took 23 s, not 1.7.
        "OMP_WAIT_POLICY": "PASSIVE",
    }.items():
        os.environ.setdefault(name, value)
