"""A local Wikidata and Commons that speak the Action API: entities in batches, search, files with their licences."""

import json
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.web import Web
from likeness.sections import Fetch


class Wikidata:
    """Items by their ids, and files by their names; `asked` are the parameters of all requests."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.items: dict[str, dict[str, Any]] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.redirects: dict[str, str] = {}
        self.asked: list[dict[str, str]] = []
        self.failing = 0
        server.expect_request("/w/api.php").respond_with_handler(self._answer)

    def add(self, qid: str, label: str = "", revision: int = 1, **parts: Any) -> None:
        """Add an item; `parts` are claims, descriptions, aliases, sitelinks as Wikidata gives them."""
        labels = {"en": {"language": "en", "value": label}} if label else {}
        self.items[qid] = {"type": "item", "id": qid, "lastrevid": revision, "labels": labels, "claims": {}, **parts}

    def _answer(self, request: Request) -> Response:
        self.asked.append(dict(request.args))
        if self.failing:
            self.failing -= 1
            return Response("upstream connect error", status=502)
        match request.args["action"]:
            case "wbgetentities":
                found = self._entities(request.args["ids"].split("|"))
            case "wbsearchentities":
                found = {"search": self._search(request.args["search"]), "success": 1}
            case "query":
                found = {"query": {"pages": [self._file(request.args["titles"])]}}
            case action:
                raise AssertionError(action)
        return Response(json.dumps(found), content_type="application/json")

    def _entities(self, ids: list[str]) -> dict[str, Any]:
        if len(ids) > 50:
            info = 'Too many values supplied for parameter "ids". The limit is 50.'
            return {"error": {"code": "toomanyvalues", "info": info}}
        missing = {"missing": ""}
        found = {i: self.items.get(self.redirects.get(i, i), {"id": i, **missing}) for i in ids}
        return {"entities": found, "success": 1}

    def _search(self, text: str) -> list[dict[str, Any]]:
        """Items of which a name begins with the text, as the search box of Wikidata finds them."""
        return [
            {"id": qid, "label": _label(item), "match": {"type": "label", "language": "en", "text": name}}
            for qid, item in self.items.items()
            for name in _names(item)[:1]
            if any(known.lower().startswith(text.lower()) for known in _names(item))
        ]

    def _file(self, title: str) -> dict[str, Any]:
        info = self.files.get(title)
        return {"title": title, "missing": True} if info is None else {"title": title, "imageinfo": [info]}


def _label(item: dict[str, Any]) -> str:
    return str(item["labels"].get("en", {}).get("value", ""))


def _names(item: dict[str, Any]) -> list[str]:
    return [_label(item), *(alias["value"] for alias in (item.get("aliases") or {}).get("en", []))]


@pytest.fixture
def wikidata(httpserver: HTTPServer) -> Wikidata:
    return Wikidata(httpserver)


@pytest.fixture(scope="session")
def local_web() -> Web:
    """A visitor that may ask this machine, and does not wait between two requests."""
    return Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))
