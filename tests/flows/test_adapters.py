import json
from pathlib import Path

import pytest

from flows.adapters import training_lines
from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.workspace import Workspace

FILE = """
name = "Ada Verne"
[rights]
basis = "made up"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ada.toml"
    path.write_text(FILE)
    return path


def test_what_was_trained_is_a_line_and_what_was_not_says_why(
    file: Path, tmp_path: Path, opened: tuple[Workspace, Persona]
) -> None:
    workspace, _ = opened
    assert list(training_lines(file, str(tmp_path / "data"))) == [
        "style: not trained, there are no words of the person; `likeness status` shows what was dropped, and why",
        "facts: not trained, there are no facts; `likeness status` shows what was dropped, and why",
    ]
    folder = workspace.path("adapters", "facts")
    folder.mkdir(parents=True)
    training = {"tokens": 12_345, "tokens_per_second": 310, "peak_memory_mb": 3_300}
    (folder / "training.json").write_text(json.dumps(training))
    (folder / "loss.jsonl").write_text(
        '{"step": 1, "loss": 3.1}\n{"step": 1, "eval_loss": 3}\n{"step": 2, "loss": 2}\n'
    )
    shown = "facts: 12,345 tokens in 2 steps, loss 3.10 -> 2.00, 310 tokens/s, 3.3 GB at most"
    assert list(training_lines(file, str(tmp_path / "data")))[1] == shown

    words = (Message(role="user", content="News?"), Message(role="assistant", content="Aye."))
    workspace.table(Exchange).write("a", [Exchange(kind="style", messages=words)], "1")
    file.write_text(FILE + '[train]\ncurriculum = "facts_only"\n')
    assert (
        next(training_lines(file, str(tmp_path / "data")))
        == 'style: no stage of its own with curriculum = "facts_only"'
    )
