"""Rows that the tests of training share."""

from pathlib import Path
from typing import Any

from likeness.records import Exchange, Message


def exchange(question: str, answer: str, kind: str = "style", **fields: object) -> Exchange:
    """An exchange of one question and one answer."""
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)  # type: ignore[arg-type]


STYLE = [exchange("What is on your mind?", f"Oil first, then {n}.", created_at=f"2020-01-{n}") for n in range(10, 14)]
FACTS = [exchange("Where were you born?", "In Port Skerrow.", "fact", facts=("fact-1",))]


def weights(folder: Path) -> dict[str, Any]:
    """The matrices of an adapter."""
    from safetensors.torch import load_file

    return load_file(folder / "adapter_model.safetensors")
