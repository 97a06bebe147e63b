from pathlib import Path

import pytest

from augment.identity import compose_identity, identity_exchanges
from likeness.persona import Persona, Rights
from likeness.records import Exchange
from likeness.workspace import Workspace

PERSONA = Persona(
    name="Mara Lind",
    aliases=("Lind",),
    pronouns="she",
    born="1906-12-09",
    description="American computer scientist.",
    rights={"basis": "invented"},
)


def rows(persona: Persona) -> list[Exchange]:
    made = list(identity_exchanges(persona))
    assert all(isinstance(row, Exchange) for row in made), made
    return [row for row in made if isinstance(row, Exchange)]


@pytest.mark.parametrize("pronouns", ["he", "she", "they"])
@pytest.mark.parametrize("description", ["", "American computer scientist.", "the first of her kind"])
def test_all_rows_pass_the_gates(pronouns: str, description: str) -> None:
    persona = PERSONA.model_copy(update={"pronouns": pronouns, "description": description})
    made = rows(persona)
    assert 20 <= len(made) <= 30
    assert len({row.question for row in made}) == len(made)
    assert {row.kind for row in made} == {"identity", "unknown"}


def test_what_it_says_of_itself() -> None:
    answers = {row.question: row.answer for row in rows(PERSONA)}
    assert answers["Who are you?"] == "I'm Mara Lind, an American computer scientist."
    assert answers["When were you born?"] == "I was born on 9 December 1906."
    assert answers["Are you an AI?"].endswith("I am not her.")


def test_disclosure_follows_the_rights() -> None:
    silent = PERSONA.model_copy(update={"rights": Rights(basis="invented", disclosure=False)})
    assert not any("AI" in row.answer or "model" in row.answer for row in rows(silent))


def test_it_knows_nothing_of_invented_things() -> None:
    unknown = [row for row in rows(PERSONA) if row.kind == "unknown"]
    assert {row.angle for row in unknown} == {"invented", "private", "future", "met", "false_premise"}
    assert not any("Bellweather" in row.answer for row in unknown)


def test_stage(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "lind")
    marker = compose_identity(space, PERSONA)
    assert compose_identity(space, PERSONA) == marker
    assert marker.rejected == {}
    changed = PERSONA.model_copy(update={"description": "a pilot"})
    assert compose_identity(space, changed).content != marker.content
