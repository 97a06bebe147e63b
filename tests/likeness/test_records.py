"""Rows are named by their content, and say what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from likeness.records import RECORDS, Exchange, Message, Page, Post, Rejected, Utterance


def test_the_same_post_collected_twice_has_one_id() -> None:
    first = Post(platform="x", post_id="1", author="ada", text="Short &amp; wrong")
    again = Post(platform="x", post_id="1", author="ada", text="Short & right", lang="en")
    assert first.id == again.id


def test_time_of_retrieval_is_no_identity() -> None:
    page = Page(url="https://a.example", title="A", text="t", retrieved_at="2026-01-01")
    assert page.id == page.model_copy(update={"retrieved_at": "2026-02-02"}).id


def test_an_id_that_does_not_match_is_refused() -> None:
    with pytest.raises(ValidationError, match="does not match"):
        Utterance(id="utterance-0000000000000000", medium="post", text="hello")


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Utterance.model_validate({"medium": "post", "text": "hello", "mood": "good"})


def test_messages_are_part_of_an_exchange_s_identity() -> None:
    ask = Message(role="user", content="Who?")
    first = Exchange(kind="fact", messages=(ask, Message(role="assistant", content="Me.")))
    other = Exchange(kind="fact", messages=(ask, Message(role="assistant", content="You.")))
    assert first.id != other.id
    assert (first.question, first.answer) == ("Who?", "Me.")


def test_every_record_names_an_own_table() -> None:
    assert len({record.table for record in RECORDS}) == len(RECORDS) == 12


def test_a_reason_is_snake_case() -> None:
    with pytest.raises(ValidationError):
        Rejected(reason="Not A Reason", row={})


@given(st.text(), st.text() | st.none())
def test_a_row_survives_its_way_to_disk(text: str, context: str | None) -> None:
    row = Utterance(medium="speech", text=text.encode("utf-8", "ignore").decode(), context=context and "c")
    assert Utterance.model_validate_json(row.model_dump_json()) == row
