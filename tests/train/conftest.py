"""A persona that trains the tiny model."""

from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange
from likeness.sections import FactsStage, Rights, StyleStage, Train
from likeness.workspace import Workspace
from tests.train.rows import FACTS, STYLE


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


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Four words of the person, and a fact."""
    workspace = Workspace(tmp_path / "data", "ann-lee")
    workspace.table(Exchange).write("style-posts", STYLE, "1")
    workspace.table(Exchange).write("facts-page", FACTS, "1")
    return workspace
