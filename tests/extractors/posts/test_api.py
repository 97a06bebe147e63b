from typing import Any

import pytest

from extractors.posts.api import inside, notes, objects, parsed_list, parsed_object, status
from extractors.web import Reply
from likeness.errors import SourceDenied, SourceGone, SourceUnavailable

URL = "https://example.org/api?since=(404)"


def test_notes_tell_where_and_when_by_the_servers_clock():
    reply = Reply(URL, b"", {"date": "Sun, 12 May 2024 08:15:30 GMT"})

    assert notes(reply) == {"url": URL, "retrieved_at": "2024-05-12T08:15:30Z"}


@pytest.mark.parametrize("headers", [{}, {"date": "yesterday"}])
def test_a_server_without_a_clock(headers: dict[str, str]):
    assert notes(Reply(URL, b"", headers))["retrieved_at"] > "2026"


def test_objects_and_lists_are_told_apart():
    assert parsed_object(Reply(URL, b'{"a": 1}')) == {"a": 1}
    assert parsed_list(Reply(URL, b'[{"a": 1}, null, 2]')) == [{"a": 1}]


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"a": 1', b"[" * 100_000, b"\xff\xfe", b"null"])
def test_what_is_no_answer_is_a_passing_fault_in_one_line(content: bytes):
    for parsed in (parsed_object, parsed_list):
        with pytest.raises(
            SourceUnavailable, match=r"^https://example.org/api: not what such a server answers [^\n]+$"
        ):
            parsed(Reply(URL, content))


@pytest.mark.parametrize(
    ("error", "number"),
    [
        (SourceGone(f"{URL}: not there (410); check the address"), 410),
        (SourceDenied("https://example.org: leads to the private address 10.0.0.1"), 0),
    ],
)
def test_the_status_of_a_refusal(error: Any, number: int):
    assert status(error) == number


def test_stepping_into_what_may_not_be_there():
    row = {"a": {"b": {"c": 1}, "d": None}}

    assert inside(row, "a", "b") == {"c": 1}
    assert inside(row, "a", "d", "e") == inside(row, "x") == {}
    assert objects(None) == objects({"a": 1}) == []
