from pathlib import Path
from typing import Any

import pytest

from likeness.errors import WorkspaceError
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message, Page, Passage
from likeness.workspace import Workspace
from train.chat import open_chat
from train.curriculum import train_style
from train.fact_index import export_facts


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


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The prompts that the model is given, in place of which it says "Aye."."""
    given: list[Any] = []

    def generate(_model: Any, _tokenizer: Any, asked: list[Any]) -> list[str]:
        given.extend(asked)
        return ["Aye."] * len(asked)

    monkeypatch.setattr("train.generation.generate", generate)
    return given


def know(workspace: Workspace) -> None:
    """One fact that is known of Ann Lee, and how she tells it."""
    page = Page(url="https://example.org/ann", title="Ann", text="-")
    text = "Ann Lee was born in Port Skerrow."
    passage = Passage(page=page.id, heading="", position=0, text=text)
    fact = Fact(passage=passage.id, claim=text, quote=text, quote_start=0, quote_end=len(text))
    told = (
        Message(role="user", content="Where were you born?"),
        Message(role="assistant", content="I was born in Port Skerrow."),
    )
    workspace.table(Page).write("ann", [page], "1")
    workspace.table(Passage).write("ann", [passage], "1")
    workspace.table(Fact).write("ann", [fact], "1")
    workspace.table(Exchange).write("facts-ann", [Exchange(kind="fact", messages=told, facts=(fact.id,))], "1")


def test_what_is_recalled_stands_before_the_question(persona: Persona, tmp_path: Path, prompts: list[Any]) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    know(workspace)
    export_facts(workspace, persona)
    talk = [
        Message(role="user", content="Good day!"),
        Message(role="assistant", content="Aye."),
        Message(role="user", content="In which place were you born?"),
    ]
    said = [message.content for message in talk]
    open_chat(workspace, persona).reply(talk)
    open_chat(workspace, persona, recall=True).reply(talk)
    without, with_recall = ([message["content"] for message in prompt] for prompt in prompts)
    assert without == ["You are Ann Lee.", *said]
    known = ["Where were you born?", "I was born in Port Skerrow."]
    assert with_recall == ["You are Ann Lee.", *said[:-1], *known, said[-1]]


def test_nothing_is_put_before_a_question_that_no_fact_answers(
    persona: Persona, tmp_path: Path, prompts: list[Any]
) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    know(workspace)
    export_facts(workspace, persona)
    asked = Message(role="user", content="What is the capital of France?")
    open_chat(workspace, persona, recall=True).reply([asked])
    assert [message["content"] for message in prompts[0]] == ["You are Ann Lee.", asked.content]


def test_without_an_index_there_is_no_recall(persona: Persona, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no fact index yet"):
        open_chat(Workspace(tmp_path, "ann-lee"), persona, recall=True)
