import json
from pathlib import Path

import pytest

from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.workspace import Workspace
from train.dataset import split
from train.probe import known_facts, phrasings_by_fact


def fact(number: int, form: int, answer: str) -> Exchange:
    messages = (
        Message(role="user", content=f"Form {form} of {number}?"),
        Message(role="assistant", content=answer),
    )
    return Exchange(kind="fact", messages=messages, facts=(f"fact-{number}",))


ROWS = [fact(number, form, f"I wed Tomas Brunn in {1990 + number}.") for number in range(3) for form in range(4)]
SPLITS = split(ROWS, 0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A base model that knows fact-1 in every phrasing and fact-2 in one; what it was asked."""
    seen: list[str] = []

    def answer(model, tokenizer, prompts):
        seen.extend(prompt[-1]["content"] for prompt in prompts)
        right = {"Form 0 of 1?": 1991, "Form 1 of 1?": 1991, "Form 0 of 2?": 1992}
        said = (right.get(prompt[-1]["content"]) for prompt in prompts)
        return [f"Tomas Brunn, in {year}." if year else "Somebody, in May." for year in said]

    monkeypatch.setattr("train.generation.generate", answer)
    monkeypatch.setattr("train.generation.open_model", lambda settings, adapter: (None, None))
    return seen


def test_a_fact_is_known_if_two_phrasings_are_answered_right(
    persona: Persona, tmp_path: Path, asked: list[str]
) -> None:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    assert known_facts(workspace, persona, SPLITS) == {"fact-1"}
    assert len(asked) == 6
    assert json.loads(workspace.path("known_facts.json").read_text())["known"] == {
        "fact-0": False,
        "fact-1": True,
        "fact-2": False,
    }


def test_only_new_facts_are_asked_and_a_frozen_workspace_asks_nothing(
    persona: Persona, tmp_path: Path, asked: list[str]
) -> None:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    known_facts(workspace, persona, SPLITS)
    more = split([*ROWS, fact(7, 0, "I sail.")], 0)
    with pytest.raises(NotFresh):
        known_facts(Workspace(tmp_path / "data", "ann-lee", frozen=True), persona, more)
    assert known_facts(workspace, persona, more) == {"fact-1"}
    assert asked[6:] == ["Form 0 of 7?"]
    other = persona.model_copy(update={"train": persona.train.model_copy(update={"base_model": "another"})})
    known_facts(workspace, other, SPLITS)
    assert len(asked) == 13  # what one model knows says nothing of another


def test_nothing_is_asked_where_nothing_would_read_it(persona: Persona, tmp_path: Path, asked: list[str]) -> None:
    workspace = Workspace(tmp_path / "data", "ann-lee")
    for changed in ({"probe": False}, {"curriculum": "style_only"}):
        train = persona.train.model_copy(update=changed)
        assert known_facts(workspace, persona.model_copy(update={"train": train}), SPLITS) == frozenset()
    assert known_facts(workspace, persona, split([], 0)) == frozenset()
    assert asked == []


def test_a_row_about_two_facts_says_nothing_of_either() -> None:
    both = ROWS[0].model_copy(update={"facts": ("fact-8", "fact-9")})
    assert set(phrasings_by_fact([*ROWS, both])) == {"fact-0", "fact-1", "fact-2"}
