"""What Wikidata states of a person, fetched item by item and read as a page of dated sentences.

    GET https://www.wikidata.org/w/api.php?action=wbgetentities&ids=Q11641&props=info|labels|claims&languages=en|mul

    {"entities": {"Q11641": {"id": "Q11641", "lastrevid": 2270001, "labels": {"en": {"value": "Grace Hopper"}},
        "claims": {"P569": [{"mainsnak": {...}, "rank": "normal"}]}}}}

Stored is one JSON object: {"entity": the item as it came, "labels": {"Q60": "New York City"}}. The lag of Wikidata's
servers is not asked about (`maxlag`): it counts the query service, which we do not use, and lasts for hours there.
Does not handle: other Wikibases with properties of their own, labels that changed while the item did not.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractors.pages.biography import biography, mentioned
from extractors.pages.claims import label_of
from extractors.pages.wiki import ask, first, retrieved_at
from extractors.retrieval import Answer, History
from extractors.web import Web
from likeness.errors import SourceGone
from likeness.records import Page
from likeness.sources import PageFile, WikidataItem

SERVER = "https://www.wikidata.org"

MOST_AT_ONCE = 50
"""Items that one request may name. Source: wikidata.org, API help of wbgetentities."""


def fetch(source: WikidataItem, web: Web, history: History) -> Iterator[Answer]:
    """The item with the English names of the items that it mentions, unless its revision is known already.

    Raises:
        SourceGone: if there is no such item.
    """
    known = {about.get("revision") for about in [*history.earlier, *history.current]}
    params = {"action": "wbgetentities", "ids": source.qid, "props": "info|labels|claims", "languages": "en|mul"}
    reply, found = ask(web, f"{source.server}/w/api.php", params)
    entity = first(found.get("entities", {}).values())
    if "claims" not in entity:
        raise SourceGone(f"{source.server}: no item {source.qid}; check the number")
    revision = str(entity.get("lastrevid", ""))
    if revision in known:
        return
    labels = {item: label_of(e) for item, e in entities(web, source.server, mentioned(entity), "labels").items()}
    content = json.dumps({"entity": entity, "labels": labels}, ensure_ascii=False).encode("utf-8", "replace")
    about = {
        "url": f"{source.server}/wiki/{entity.get('id', source.qid)}",
        "title": label_of(entity),
        "revision": revision,
        "license": source.license,
        "language": "en",
        "retrieved_at": retrieved_at(reply),
    }
    yield Answer(content, "json", about)


def entities(web: Web, server: str, items: Sequence[str], props: str) -> dict[str, dict[str, Any]]:
    """Items by their ids, as many as exist. `props` is what of them: 'labels', 'labels|descriptions|claims'."""
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(items), MOST_AT_ONCE):
        ids = "|".join(items[start : start + MOST_AT_ONCE])
        params = {"action": "wbgetentities", "ids": ids, "props": props, "languages": "en|mul"}
        found |= ask(web, f"{server}/w/api.php", params)[1].get("entities", {})
    return {item: entity for item, entity in found.items() if "missing" not in entity}


def read_page(content: bytes, source: PageFile) -> Page:
    """The sentences of an item that `fetch` stored. Their subject is `source.title`, or else the item's label.

    Raises:
        SourceGone: if it is not such an item, has no English name, or nothing is stated that makes a sentence.
    """
    stored = _stored(content, source)
    name = source.title or label_of(stored["entity"])
    text = biography(stored["entity"], name, stored["labels"]) if name else ""
    if not text:
        raise SourceGone(f"{source.url or source.path}: Wikidata states nothing that can be told; remove this source")
    return Page(
        url=source.url,
        revision=source.revision,
        title=name,
        text=text,
        license=source.license,
        language="en",
        retrieved_at=source.retrieved_at,
    )


def _stored(content: bytes, source: PageFile) -> Mapping[str, Any]:
    try:
        stored = json.loads(content)
    except ValueError:
        stored = None
    if not isinstance(stored, dict) or not {"entity", "labels"} <= stored.keys():
        raise SourceGone(f"{source.path}: not an item of Wikidata; .json pages are read only as they were fetched")
    return stored
