from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from likeness.errors import EngineError, WorkspaceError
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message, Page, Passage
from likeness.workspace import Workspace
from train import chat as chats
from train.chat import Chat, open_chat, pieces
from train.curriculum import train_style
from train.fact_index import export_facts
from train.templates import prompt


def said(*words: str) -> list[Message]:
    """The user's and the persona's words in turn."""
    return [Message(role="user" if place % 2 == 0 else "assistant", content=text) for place, text in enumerate(words)]


def test_the_newest_adapter_answers_and_the_base_says_so(persona: Persona, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    base = open_chat(workspace, persona)
    assert "has not run" in base.note
    assert isinstance(base.reply(said("Where were you born?")), str)

    workspace.table(Exchange).write("style-posts", [Exchange(kind="style", messages=tuple(said("Well?", "Aye.")))], "1")
    train_style(workspace, persona)
    assert open_chat(workspace, persona).note == "adapters/style"


def test_the_tokens_are_those_of_a_greedy_answer(persona: Persona, tmp_path: Path) -> None:
    """The cache that is kept from token to token changes nothing."""
    chat = open_chat(Workspace(tmp_path, "ann-lee"), persona)
    ids = chat.tokenizer(prompt(chat.tokenizer, chat.talk(said("One?", "Two.", "And?"), [])), return_tensors="pt")
    whole = chat.model.generate(**ids, do_sample=False, max_new_tokens=chats.MAX_NEW_TOKENS, pad_token_id=0)
    ends = chats.end_ids(chat.model, chat.tokenizer)
    expected = [token for token in whole[0, ids["input_ids"].shape[1] :].tolist() if token not in ends]
    made = list(chats._most_likely(chat.model, chat.tokenizer, ids["input_ids"]))
    assert made == expected
    assert len(made) > 10


def test_an_answer_that_is_left_is_not_computed_to_its_end(persona: Persona, tmp_path: Path) -> None:
    chat, steps = open_chat(Workspace(tmp_path, "ann-lee"), persona), list[int]()
    chat.model.register_forward_hook(lambda *_: steps.append(1))
    tokens = chats._most_likely(chat.model, chat.tokenizer, chat.tokenizer("One?", return_tensors="pt")["input_ids"])
    next(tokens)
    tokens.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert len(steps) == 1


@pytest.mark.parametrize(
    "text",
    ["Aye. 🎉👨‍👩‍👧 Oil first.", "海は静か。", "  Two words \n and two  ", "Zoë’s “naïve” café…", "🏴‍☠️"],
)
def test_no_character_comes_in_parts(
    persona: Persona, tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tiny tokenizer has a token for each byte, so that every emoji is spread over some."""
    tokenizer = open_chat(Workspace(tmp_path, "ann-lee"), persona).tokenizer
    tokens = tokenizer(text)["input_ids"]
    assert len(tokens) > len(text.split())
    monkeypatch.setattr(chats, "_most_likely", lambda *_: iter(tokens))
    parts = list(pieces(None, tokenizer, None))
    assert "".join(parts) == text.strip()
    assert not any(chats.UNFINISHED in part for part in parts)
    assert not any(part.endswith(" ") for part in parts)


def test_a_character_that_is_broken_off_is_not_shown(
    persona: Persona, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizer = open_chat(Workspace(tmp_path, "ann-lee"), persona).tokenizer
    tokens = tokenizer("Aye 🎉")["input_ids"][:-1]
    monkeypatch.setattr(chats, "_most_likely", lambda *_: iter(tokens))
    assert list(pieces(None, tokenizer, None))[-1].endswith("e")


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the model is given to read, in place of which it says "Aye."."""
    given: list[str] = []

    def answer(_model: Any, tokenizer: Any, ids: Any) -> Iterator[str]:
        given.append(tokenizer.decode(ids[0]))
        return iter(["Aye."])

    monkeypatch.setattr(chats, "pieces", answer)
    return given


def test_the_oldest_exchanges_go_first_and_the_role_stays(
    persona: Persona, tmp_path: Path, prompts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = open_chat(Workspace(tmp_path, "ann-lee"), persona)
    talk = said(*(f"{place} {'aye ' * 4}".strip() for place in range(21)))
    chat.reply(talk)
    whole = [part.split()[0] for part in _words(prompts[-1])]
    assert whole == ["You", *(str(place) for place in range(21))]

    monkeypatch.setattr(chats, "MOST_CONTEXT", 400)
    chat.reply(talk)
    kept = [part.split()[0] for part in _words(prompts[-1])]
    assert kept[0] == "You"
    assert kept[1:] == [str(place) for place in range(21)][-len(kept[1:]) :]
    assert len(kept) % 2 == 0  # the role, and an odd number of messages: the first is the user's
    assert 3 < len(kept) < 20


def _words(prompt: str) -> list[str]:
    """What each message of a prompt in ChatML says."""
    parts = [part.strip().partition("\n")[2].removesuffix("<|im_end|>") for part in prompt.split("<|im_start|>")]
    return [part for part in parts if part]


def test_words_longer_than_the_context_are_refused_in_one_line(persona: Persona, tmp_path: Path) -> None:
    chat = open_chat(Workspace(tmp_path, "ann-lee"), persona)
    with pytest.raises(EngineError, match=r"too long: that is 4.* tokens, and the model reads 824; say it in fewer"):
        chat.reply(said("One?", "Two.", "?" * 4000))


def know(workspace: Workspace) -> None:
    """One fact that is known of Ann Lee, and how she tells it."""
    page = Page(url="https://example.org/ann", title="Ann", text="-")
    text = "Ann Lee was born in Port Skerrow."
    passage = Passage(page=page.id, heading="", position=0, text=text)
    fact = Fact(passage=passage.id, claim=text, quote=text, quote_start=0, quote_end=len(text))
    told = tuple(said("Where were you born?", "I was born in Port Skerrow."))
    workspace.table(Page).write("ann", [page], "1")
    workspace.table(Passage).write("ann", [passage], "1")
    workspace.table(Fact).write("ann", [fact], "1")
    workspace.table(Exchange).write("facts-ann", [Exchange(kind="fact", messages=told, facts=(fact.id,))], "1")


@pytest.fixture
def recalling(persona: Persona, tmp_path: Path) -> Chat:
    """A chat that looks up what Ann Lee knows."""
    workspace = Workspace(tmp_path, "ann-lee")
    know(workspace)
    export_facts(workspace, persona)
    return open_chat(workspace, persona, recall=True)


def test_what_is_recalled_stands_before_the_question(recalling: Chat, prompts: list[str]) -> None:
    talk = said("Good day!", "Aye.", "In which place were you born?")
    words = [message.content for message in talk]
    recalling.reply(talk, recalled=[])
    recalling.reply(talk)
    without, with_recall = map(_words, prompts)
    assert without == ["You are Ann Lee.", *words]
    known = ["Where were you born?", "I was born in Port Skerrow."]
    assert with_recall == ["You are Ann Lee.", *words[:-1], *known, words[-1]]


def test_what_is_recalled_stays_where_the_talk_is_cut(
    recalling: Chat, prompts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chats, "MOST_CONTEXT", 400)
    recalling.reply(said(*["Aye. " * 30] * 10, "In which place were you born?"))
    words = _words(prompts[0])
    assert words[0] == "You are Ann Lee."
    assert words[-3:] == ["Where were you born?", "I was born in Port Skerrow.", "In which place were you born?"]


def test_nothing_is_put_before_a_question_that_no_fact_answers(recalling: Chat, prompts: list[str]) -> None:
    asked = "What is the capital of France?"
    recalling.reply(said(asked))
    assert _words(prompts[0]) == ["You are Ann Lee.", asked]


def test_without_an_index_there_is_no_recall(persona: Persona, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no fact index yet"):
        open_chat(Workspace(tmp_path, "ann-lee"), persona, recall=True)
