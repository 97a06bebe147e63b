from pathlib import Path

import pytest

from augment.person import Person
from augment.style import back_question, compose_style, find_topics, gives_away, shares_run, style_exchange
from likeness.persona import Persona
from likeness.records import Exchange, Rejected, Utterance
from likeness.workspace import Workspace

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
PERSONA = Persona(name="Henrik Voss", pronouns="he", rights={"basis": "invented"})


def said(text: str, context: str | None = None) -> Utterance:
    return Utterance(medium="post", text=text, context=context, created_at="1901-02-03T04:05:06Z")


def test_the_words_are_never_changed() -> None:
    text = "  bees > people…  always have been!!  "
    row = style_exchange(said(text), VOSS)
    assert isinstance(row, Exchange)
    assert row.answer == text
    assert (row.kind, row.created_at) == ("style", "1901-02-03T04:05:06Z")


def test_known_context_is_the_question() -> None:
    row = style_exchange(said("No.", "Will you run again?"), VOSS)
    assert isinstance(row, Exchange)
    assert (row.kind, row.question, row.answer) == ("dialogue", "Will you run again?", "No.")


@pytest.mark.parametrize(
    ("utterance", "reason"),
    [
        (said("Thank you!"), "too_short"),
        (said("I will not sell the farm to them, ever.", "You said: I will not sell the farm to them"), "leaks_answer"),
        (said("Call me at (555) 123-4567 tonight"), "privacy"),
        (said("word " * 401), "length"),
        (said("As an AI language model, I like bees"), "assistant_talk"),
    ],
)
def test_rejected(utterance: Utterance, reason: str) -> None:
    row = style_exchange(utterance, VOSS)
    assert isinstance(row, Rejected)
    assert row.reason == reason


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I told them NAFTA was a bad deal from the start", "NAFTA"),
        ("We stopped by the White House today", "the White House"),
        ("Bees dance well. I love #HoneyHarvest every autumn", "Honey Harvest"),
        ("i never trusted politicians and i never will", "politicians"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert find_topics(text)[0] == topic


@pytest.mark.parametrize(
    "text",
    ["Great Day On The Hill", "see you all in June", "Thank you @someone https://t.co/x1", "so GOOOOOOD tonight"],
)
def test_no_topic(text: str) -> None:
    assert find_topics(text) == []


def test_questions_vary_and_hang_on_the_id_alone() -> None:
    texts = [f"number {i} of my thoughts is not for sale" for i in range(300)]
    asked = [back_question(said(text).id, text, VOSS) for text in texts]
    assert asked == [back_question(said(text).id, text, VOSS) for text in texts]
    assert max(asked.count(question) for question in set(asked)) <= 9
    assert all(question[0].isupper() and question.endswith("?") for question in asked)


def test_questions_do_not_give_the_answer_away() -> None:
    assert gives_away("free trade deals", "Free trade deals are bad")
    assert shares_run("what do you think about it", "So WHAT do you think, about it?")
    for text in ("Free Trade Deals", "I love Voss Boats more than any other boats there are"):
        question = back_question(said(text).id, text, VOSS)
        assert "Voss" not in question and "Trade" not in question


def test_stage(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "voss")
    rows = [said("I told them NAFTA was a bad deal from the start"), said("Thank you!"), said("Yes.", "Are you well?")]
    space.table(Utterance).write("posts", rows, made_from="test")
    marker = compose_style(space, PERSONA, "posts")
    assert (marker.kept, marker.rejected) == (2, {"too_short": 1})
    kept = list(space.table(Exchange).read("style-posts"))
    assert [row.kind for row in kept] == ["style", "dialogue"]
    assert "NAFTA" in kept[0].question
    assert kept[0].parents == (rows[0].id,)
    assert compose_style(space, PERSONA, "posts") == marker
    assert compose_style(space, PERSONA.model_copy(update={"name": "Nafta"}), "posts").made_from != marker.made_from
