from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.workspace import Workspace
from train.chat import open_chat
from train.curriculum import train_style


def test_the_newest_adapter_answers_and_the_base_says_so(persona: Persona, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    base = open_chat(workspace, persona)
    assert "has not run" in base.note
    assert isinstance(base.reply([Message(role="user", content="Where were you born?")]), str)

    messages = (Message(role="user", content="Well?"), Message(role="assistant", content="Aye."))
    workspace.table(Exchange).write("style-posts", [Exchange(kind="style", messages=messages)], "1")
    train_style(workspace, persona)
    assert open_chat(workspace, persona).note == "adapters/style"


@pytest.mark.parametrize("length", [1, 40])
def test_a_long_talk_is_cut_to_its_end(persona: Persona, tmp_path: Path, length: int) -> None:
    talk = [Message(role="user" if n % 2 == 0 else "assistant", content="Aye.") for n in range(2 * length - 1)]
    assert isinstance(open_chat(Workspace(tmp_path, "ann-lee"), persona).reply(talk), str)
