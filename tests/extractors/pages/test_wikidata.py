"""Items fetched from a local Wikidata, and read as pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors import retrieval, web
from extractors.pages import wikidata as reader
from extractors.retrieval import Answer, History
from extractors.web import Web
from likeness.errors import SourceGone, SourceUnavailable
from likeness.sources import PageFile, WikidataItem
from likeness.workspace import Workspace

NOTHING = History([], [])
PAGE = PageFile(path="0001.json.gz", url="https://www.wikidata.org/wiki/Q11641", title="Grace Hopper", revision="7")


def item(qid: str) -> dict[str, Any]:
    return {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}


def claims(**values: Any) -> dict[str, Any]:
    """Claims as Wikidata gives them: one or several values a property."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return {
        name: [
            {"type": "statement", "rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": value}}}
            for value in values
        ]
        for name, values in listed.items()
    }


@pytest.fixture
def hopper(wikidata: Any) -> WikidataItem:
    wikidata.add("Q11641", "Grace Hopper", 7, claims=claims(P19=item("Q60"), P106=item("Q82594")))
    wikidata.add("Q60", "New York City")
    wikidata.add("Q82594", "computer scientist")
    return WikidataItem(qid="Q11641", server=wikidata.url)


def test_an_item_comes_with_the_names_of_what_it_mentions(wikidata: Any, hopper: WikidataItem, local_web: Web) -> None:
    [answer] = reader.fetch(hopper, local_web, NOTHING)
    stored = json.loads(answer.content)
    assert stored["labels"] == {"Q60": "New York City", "Q82594": "computer scientist"}
    assert stored["entity"]["claims"]["P19"]
    about = dict(answer.about)
    assert about.pop("retrieved_at").endswith("Z")
    assert about == {
        "url": f"{wikidata.url}/wiki/Q11641",
        "title": "Grace Hopper",
        "revision": "7",
        "license": "CC0-1.0",
        "language": "en",
    }
    page = reader.read_page(answer.content, PAGE)
    assert page.text.split("\n\n")[1::2] == [
        "Grace Hopper was born in New York City.",
        "Grace Hopper is a computer scientist.",
    ]


def test_names_are_asked_for_in_batches(wikidata: Any, local_web: Web) -> None:
    awards = [f"Q{number}" for number in range(100, 220)]
    for number in awards:
        wikidata.add(number, f"Medal {number}")
    wikidata.add("Q1", "Ada Quill", claims=claims(P166=[item(number) for number in awards]))
    [answer] = reader.fetch(WikidataItem(qid="Q1", server=wikidata.url), local_web, NOTHING)
    assert len(json.loads(answer.content)["labels"]) == 120
    assert [len(asked["ids"].split("|")) for asked in wikidata.asked] == [1, 50, 50, 20]


def test_only_a_new_revision_is_stored(wikidata: Any, hopper: WikidataItem, local_web: Web, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "grace")

    def fetch(history: History) -> Iterator[Answer]:
        return reader.fetch(hopper, local_web, history)

    assert [retrieval.retrieve(workspace, hopper, fetch) for _ in range(2)] == [1, 0]
    asked = len(wikidata.asked)
    wikidata.add("Q11641", "Grace Hopper", 8, claims=claims(P19=item("Q60")))
    assert [retrieval.retrieve(workspace, hopper, fetch) for _ in range(2)] == [1, 0]
    assert asked == 3  # the item, the names, and the item again


def test_a_server_that_fails_between_two_batches_loses_nothing(
    wikidata: Any, hopper: WikidataItem, local_web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "PAUSES", (0.0,))
    workspace = Workspace(tmp_path, "grace")
    names = reader.entities

    def failing(*given: Any) -> Any:
        wikidata.failing = 2
        monkeypatch.setattr(reader, "entities", names)
        return names(*given)

    monkeypatch.setattr(reader, "entities", failing)
    with pytest.raises(SourceUnavailable):
        retrieval.retrieve(workspace, hopper, lambda history: reader.fetch(hopper, local_web, history))
    assert retrieval.retrieve(workspace, hopper, lambda history: reader.fetch(hopper, local_web, history)) == 1
    [part] = retrieval.parts_of(workspace, [hopper])
    assert len(retrieval.answers(workspace, part)) == 1


def test_an_item_that_was_merged_is_followed(wikidata: Any, hopper: WikidataItem, local_web: Web) -> None:
    wikidata.redirects["Q999"] = "Q11641"
    [answer] = reader.fetch(hopper.model_copy(update={"qid": "Q999"}), local_web, NOTHING)
    assert answer.about["url"].endswith("/wiki/Q11641")


def test_no_such_item(wikidata: Any, local_web: Web) -> None:
    with pytest.raises(SourceGone, match="no item Q404; check the number"):
        list(reader.fetch(WikidataItem(qid="Q404", server=wikidata.url), local_web, NOTHING))


def test_a_page_keeps_where_it_comes_from() -> None:
    stored = {"entity": {"claims": claims(P19=item("Q60"))}, "labels": {"Q60": "New York City"}}
    page = reader.read_page(json.dumps(stored).encode(), PAGE)
    assert (page.title, page.revision, page.url, page.language) == ("Grace Hopper", "7", PAGE.url, "en")


UNREADABLE = [
    (b"{", "not an item of Wikidata"),
    (b"[1]", "not an item of Wikidata"),
    (b'{"entity": {}}', "not an item of Wikidata"),
    (b'{"entity": {"claims": []}, "labels": {}}', "states nothing that can be told"),
]


@pytest.mark.parametrize(("content", "message"), UNREADABLE)
def test_what_is_no_item_says_so(content: bytes, message: str) -> None:
    with pytest.raises(SourceGone, match=message):
        reader.read_page(content, PAGE)


def test_an_item_without_an_english_name_has_no_subject() -> None:
    stored = {"entity": {"claims": claims(P19=item("Q60"))}, "labels": {"Q60": "New York City"}}
    with pytest.raises(SourceGone, match="states nothing"):
        reader.read_page(json.dumps(stored).encode(), PAGE.model_copy(update={"title": ""}))
