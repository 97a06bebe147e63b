from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.workspace import Workspace
from train.dataset import split
from train.exam import EVERYDAY
from train.general import QUESTIONS, everyday_talk

MESSAGES = (Message(role="user", content="Where?"), Message(role="assistant", content="In Port Skerrow."))
SPLITS = split([Exchange(kind="fact", messages=MESSAGES, facts=("fact-1",))], 0)


def test_the_base_model_s_own_answers_without_those_that_did_not_end(
    persona: Persona, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def answer(model, tokenizer, prompts, most_tokens, only_ended):
        calls.append(len(prompts))
        assert only_ended and all(prompt[0]["role"] == "user" for prompt in prompts)  # no persona is named
        return ["", *(f"Answer {n}." for n in range(1, len(prompts)))]

    monkeypatch.setattr("train.generation.generate", answer)
    monkeypatch.setattr("train.generation.open_model", lambda settings, adapter: (None, None))
    workspace = Workspace(tmp_path / "data", "ann-lee")
    talk = everyday_talk(workspace, persona, SPLITS)
    assert len(talk) == len(QUESTIONS) - 1
    assert talk[0].messages[1] == {"role": "assistant", "content": "Answer 1."}
    assert everyday_talk(workspace, persona, SPLITS) == talk and calls == [len(QUESTIONS)]

    facts = persona.train.facts.model_copy(update={"general": 0.0})
    none = persona.model_copy(update={"train": persona.train.model_copy(update={"facts": facts})})
    assert everyday_talk(workspace, none, SPLITS) == [] == everyday_talk(workspace, persona, split([], 0))


def test_what_is_trained_is_not_what_is_measured_by() -> None:
    assert not {question for question, _ in EVERYDAY} & set(QUESTIONS)


def test_the_tiny_model_is_really_asked(persona: Persona, tmp_path: Path) -> None:
    talk = everyday_talk(Workspace(tmp_path / "data", "ann-lee"), persona, SPLITS)
    assert all(lesson.id.startswith("general-") and len(lesson.messages) == 2 for lesson in talk)
