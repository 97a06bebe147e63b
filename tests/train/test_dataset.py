from pathlib import Path

import pytest

from likeness.persona import Persona
from likeness.records import Exchange, Fact, Page, Passage, Post, Rejected, Utterance
from likeness.workspace import Workspace
from tests.train.rows import exchange
from train.dataset import conversation, export_dataset, split


def posts(count: int) -> list[Exchange]:
    return [exchange("What is new?", f"Post {n}.", created_at=f"2020-01-{n:02}T00:00:00Z") for n in range(1, count + 1)]


def test_the_newest_posts_are_held_out() -> None:
    splits = split(reversed(posts(20)), held_out=0.1)
    assert sorted(row.answer for row in splits["style_held_out"]) == ["Post 19.", "Post 20."]
    assert len(splits["style_train"]) == 18


def test_a_text_that_was_said_twice_stays_on_the_side_of_its_first_time() -> None:
    again = exchange("Anything to add?", "Post 1.", created_at="2021-01-01T00:00:00Z")
    splits = split([*posts(10), again], held_out=0.1)
    assert [row.answer for row in splits["style_held_out"]] == ["Post 10."]


def test_undated_words_are_held_out_by_what_they_say() -> None:
    rows = [exchange(f"And {n}?", f"Answer {n}.", kind="dialogue") for n in range(200)]
    first, second = split(rows, held_out=0.1), split(rows[::-1], held_out=0.1)
    assert {row.id for row in first["style_held_out"]} == {row.id for row in second["style_held_out"]}
    assert 8 <= len(first["style_held_out"]) <= 35


def test_a_share_of_nothing_holds_nothing_out() -> None:
    splits = split([*posts(5), exchange("Born?", "In Leeds.", kind="fact", facts=("fact-1",))], held_out=0)
    assert not splits["style_held_out"] and not splits["facts_held_out"]


def test_a_chosen_fact_gives_up_one_phrasing_and_no_more() -> None:
    forms = ("Where were you born?", "Your birthplace?", "What town are you from?", "Born where?", "BORN WHERE")
    rows = [exchange(form, f"In {n}.", kind="fact", facts=(f"fact-{n}",)) for n in range(40) for form in forms]
    splits = split(rows, held_out=0.99)
    held_out = {row.question.lower().strip("?") for row in splits["facts_held_out"]}
    trained = {row.question.lower().strip("?") for row in splits["facts_train"]}
    assert held_out and trained and not held_out & trained  # upper case and marks make no other phrasing


@pytest.mark.parametrize("kind", ["identity", "unknown", "fact"])
def test_rows_without_phrasings_to_spare_are_all_trained(kind: str) -> None:
    rows = [exchange(f"Question {n}?", "Answer.", kind=kind, facts=("fact-1",)) for n in range(3)]
    assert split(rows, held_out=0.99)["facts_train"] == rows


def test_some_of_what_is_not_known_is_asked_and_never_trained() -> None:
    facts = [exchange(f"Born in {n}?", "Yes.", kind="fact", facts=(f"fact-{n}",)) for n in range(5)]
    unknown = [exchange(f"{word} {word}?", "I don't know.", kind="unknown", angle="met") for word in "abcdefghijklmnop"]
    splits = split([*facts, *unknown], held_out=0.1)
    assert len(splits["facts_held_out"]) == 4 and {row.kind for row in splits["facts_held_out"]} == {"unknown"}
    assert len(splits["facts_train"]) == 17


def test_a_conversation_opens_with_the_persona(persona: Persona) -> None:
    talk = conversation(exchange("Who are you?", "I am Ann Lee.", kind="identity"), persona)
    assert [message["role"] for message in talk] == ["system", "user", "assistant"]
    assert talk[0]["content"] == "You are Ann Lee."


def fill(workspace: Workspace) -> None:
    page = Page(url="https://example.org/ann", title="Ann", text="She sings.", license="CC0-1.0")
    passage = Passage(page=page.id, heading="", position=0, text="She sings.", parents=(page.id,))
    claim = "Ann sings."
    fact = Fact(passage=passage.id, claim=claim, quote="She sings.", quote_start=0, quote_end=10, parents=(passage.id,))
    post = Post(platform="x", post_id="1", author="ann", text="Aye.", url="https://x.com/ann/1")
    utterance = Utterance(medium="post", text="Aye.", parents=(post.id,))
    rows = [
        exchange("What do you do?", "I sing.", kind="fact", facts=(fact.id,), parents=(fact.id,)),
        exchange("Well?", "Aye.", parents=(utterance.id,)),
        Rejected.of(utterance, "too_short"),
    ]
    for record, kept in (
        (Page, [page]),
        (Passage, [passage]),
        (Fact, [fact]),
        (Post, [post]),
        (Utterance, [utterance]),
    ):
        workspace.table(record).write("a", kept, "1")  # type: ignore[arg-type, type-var]
    workspace.table(Exchange).write("a", rows, "1")  # type: ignore[arg-type]


def test_the_dataset_is_written_with_its_sources_and_card(persona: Persona, tmp_path: Path) -> None:
    from datasets import load_from_disk

    workspace = Workspace(tmp_path, "ann-lee")
    fill(workspace)
    dataset = load_from_disk(export_dataset(workspace, persona))

    assert (
        {"style_train", "facts_train"}
        <= set(dataset)
        < {"style_train", "style_held_out", "facts_train", "facts_held_out"}
    )
    fact, style = dataset["facts_train"][0], dataset["style_train"][0]
    assert fact["sources"] == ["https://example.org/ann"] and style["sources"] == ["https://x.com/ann/1"]
    assert fact["messages"][1] == {"role": "assistant", "content": "I sing."}
    card = workspace.path("exports/dataset/README.md").read_text()
    for words in (
        "made up",
        "| https://example.org/ann | 1 | CC0-1.0 |",
        "posts on x | 1",
        "| exchanges | too_short | 1 |",
    ):
        assert words in card


def test_a_second_export_does_no_work_and_new_rows_make_a_new_one(persona: Persona, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    fill(workspace)
    folder = export_dataset(workspace, persona)
    (folder / "README.md").write_text("touched")
    export_dataset(Workspace(tmp_path, "ann-lee", frozen=True), persona)
    assert (folder / "README.md").read_text() == "touched"

    workspace.table(Exchange).write("b", [exchange("More?", "No.")], "1")
    export_dataset(workspace, persona)
    assert (folder / "README.md").read_text() != "touched"
