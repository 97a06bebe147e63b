"""A persona that trains the tiny model."""

from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.sections import FactsStage, Rights, StyleStage, Train


@pytest.fixture
def persona(tiny_base: Path, tmp_path: Path) -> Persona:
    """A persona that trains the tiny model for an instant."""
    train = Train(
        base_model=str(tiny_base),
        rank=4,
        batch_size=2,
        max_length=128,
        style=StyleStage(epochs=1, learning_rate=1e-2),
        facts=FactsStage(epochs=1, learning_rate=1e-2, replay=0.5),
    )
    return Persona(name="Ann Lee", rights=Rights(basis="made up"), train=train, folder=tmp_path)


def exchange(question: str, answer: str, kind: str = "style", **fields: object) -> Exchange:
    """An exchange of one question and one answer."""
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)  # type: ignore[arg-type]
