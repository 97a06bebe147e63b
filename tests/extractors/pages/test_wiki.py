"""A local MediaWiki that speaks the Action API: revisions, redirects, lag, missing and ambiguous pages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors import retrieval
from extractors.pages import wiki, wikitext
from extractors.retrieval import Answer, History
from extractors.web import PAUSES, Web
from likeness.errors import RateLimited, SourceDenied, SourceGone, SourceUnavailable
from likeness.sections import Fetch
from likeness.sources import PageFile, WikiPage
from likeness.workspace import Workspace

BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/deed.en"
NOTHING = History([], [])


class MediaWiki:
    """The pages of a wiki by their titles; `errors` are answered first, one a request."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.pages: dict[str, dict[str, Any]] = {}
        self.redirects: dict[str, str] = {}
        self.errors: list[Response] = []
        self.asked: list[dict[str, str]] = []
        self.rights = {"url": BY_SA, "text": "Creative Commons Attribution-ShareAlike 4.0"}
        server.expect_request("/w/api.php").respond_with_handler(self.answer)

    def add(self, title: str, text: str, revision: int, **more: Any) -> None:
        slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": text}
        self.pages[title] = {
            "pageid": 12590,
            "ns": 0,
            "title": title,
            "pagelanguage": "en",
            "canonicalurl": f"{self.url}/wiki/{title.replace(' ', '_')}",
            "revisions": [{"revid": revision, "parentid": 1, "slots": {"main": slot}}],
            **more,
        }

    def answer(self, request: Request) -> Response:
        self.asked.append(dict(request.args))
        assert request.args["format"] == "json"
        assert request.args["formatversion"] == "2"
        assert "test@example.org" in request.headers["User-Agent"]
        if self.errors:
            return self.errors.pop(0)
        if request.args["action"] == "opensearch":
            near = [title for title in self.pages if title[:5] == request.args["search"][:5]]
            return _json([request.args["search"], near, [], []])
        return _json({"batchcomplete": True, "query": self.query(request.args["titles"])})

    def query(self, title: str) -> dict[str, Any]:
        if title.startswith("de:"):
            return {"interwiki": [{"title": title, "iw": "de"}], "rightsinfo": self.rights}
        if "<" in title:
            reason = 'The requested page title contains invalid characters: "<".'
            return {"pages": [{"title": title, "invalidreason": reason, "invalid": True}], "rightsinfo": self.rights}
        title = self.redirects.get(title, title).replace("_", " ")
        page = self.pages.get(title, {"ns": 0, "title": title, "missing": True})
        return {"pages": [page], "rightsinfo": self.rights}


def _json(value: Any, **headers: str) -> Response:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Response(json.dumps(value), content_type="application/json; charset=utf-8", headers=named)


def lag() -> Response:
    """As mediawiki.org describes it: status 200, an error in the body, Retry-After in the head."""
    error = {"code": "maxlag", "info": "Waiting for db1: 7.2 seconds lagged.", "host": "db1", "lag": 7.2}
    return _json({"error": error}, Retry_After="5", X_Database_Lag="7")


def failure(code: str) -> Response:
    return _json({"error": {"code": code, "info": f"This is {code}."}}, MediaWiki_API_Error=code)


@pytest.fixture
def mediawiki(httpserver: HTTPServer) -> MediaWiki:
    found = MediaWiki(httpserver)
    found.add("Grace Hopper", "'''Grace Hopper''' was an [[admiral]].", 1261)
    return found


@pytest.fixture(scope="module")
def web() -> Web:
    return Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


def page(mediawiki: MediaWiki, title: str = "Grace Hopper", source: str = "wikipedia") -> WikiPage:
    return WikiPage.model_validate({"source": source, "title": title, "server": mediawiki.url})


def test_a_page_comes_with_all_that_is_known_of_it(mediawiki: MediaWiki, web: Web) -> None:
    [answer] = wiki.fetch(page(mediawiki), web, NOTHING)
    assert answer.content == b"'''Grace Hopper''' was an [[admiral]]."
    assert answer.suffix == "wikitext"
    about = dict(answer.about)
    assert about.pop("retrieved_at").endswith("Z")
    assert about == {
        "url": f"{mediawiki.url}/wiki/Grace_Hopper",
        "title": "Grace Hopper",
        "revision": "1261",
        "license": "CC BY-SA 4.0",
        "language": "en",
        "permalink": f"{mediawiki.url}/w/index.php?oldid=1261",
        "page_id": "12590",
    }
    assert [asked["maxlag"] for asked in mediawiki.asked] == ["5"]


def test_redirects_are_followed(mediawiki: MediaWiki, web: Web) -> None:
    mediawiki.redirects["Amazing Grace (admiral)"] = "Grace Hopper"
    [answer] = wiki.fetch(page(mediawiki, "Amazing Grace (admiral)"), web, NOTHING)
    assert answer.about["title"] == "Grace Hopper"


def test_only_a_new_revision_is_stored(mediawiki: MediaWiki, web: Web, tmp_path: Path) -> None:
    workspace, source = Workspace(tmp_path, "grace"), page(mediawiki)

    def fetch(history: History) -> Iterator[Answer]:
        return wiki.fetch(source, web, history)

    assert [retrieval.retrieve(workspace, source, fetch) for _ in range(2)] == [1, 0]
    mediawiki.add("Grace Hopper", "'''Grace Hopper''' was a [[rear admiral]].", 1300)
    assert [retrieval.retrieve(workspace, source, fetch) for _ in range(2)] == [1, 0]
    assert retrieval.retrievals(workspace, source) == ["0001", "0002"]


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interrupted_retrieval_neither_loses_nor_repeats(
    mediawiki: MediaWiki, web: Web, tmp_path: Path, when: str
) -> None:
    workspace, source = Workspace(tmp_path, "grace"), page(mediawiki)

    def broken(history: History) -> Iterator[Answer]:
        if when == "after":
            yield from wiki.fetch(source, web, history)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        retrieval.retrieve(workspace, source, broken)
    retrieval.retrieve(workspace, source, lambda history: wiki.fetch(source, web, history))
    [part] = retrieval.parts_of(workspace, [source])
    [stored] = retrieval.answers(workspace, part)
    assert stored.content() == b"'''Grace Hopper''' was an [[admiral]]."


def test_a_lagging_wiki_is_given_the_time_that_it_asks_for(
    mediawiki: MediaWiki, web: Web, naps: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiki, "PAUSES", (2.0, 10.0))
    mediawiki.errors = [lag(), failure("readonly")]
    [answer] = wiki.fetch(page(mediawiki), web, NOTHING)
    assert answer.about["revision"] == "1261"
    assert naps == [5.0, 10.0]


def test_a_wiki_that_stays_too_busy_is_left_for_later(mediawiki: MediaWiki, web: Web, naps: list[float]) -> None:
    mediawiki.errors = [lag() for _ in range(9)]
    with pytest.raises(RateLimited, match=r"too busy \(Waiting for db1") as caught:
        list(wiki.fetch(page(mediawiki), web, NOTHING))
    assert caught.value.retry_after == 5
    assert len(naps) == len(PAUSES)


MISSING = [
    ("Grace Hoper", "'Grace Hoper': no such page; there is 'Grace Hopper'"),
    ("Nobody At All", "'Nobody At All': no such page; check the title"),
    ("Grace <Hopper>", "invalid characters: \"<\".; there is 'Grace Hopper'"),
    ("de:Grace Hopper", "no such page"),
]


@pytest.mark.parametrize(("title", "message"), MISSING)
def test_a_missing_page_names_those_spelt_alike(mediawiki: MediaWiki, web: Web, title: str, message: str) -> None:
    with pytest.raises(SourceGone) as caught:
        list(wiki.fetch(page(mediawiki, title), web, NOTHING))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_of_many_meanings_names_some(mediawiki: MediaWiki, web: Web) -> None:
    text = (
        "A '''hopper''' is\n* [[Grace Hopper]], an [[admiral]]\n* a painter, [[Edward Hopper|Hopper]]\n== See also ==\n"
    )
    mediawiki.add("Hopper", text, 7, pageprops={"disambiguation": ""})
    with pytest.raises(SourceGone, match=r"means several things; give one of 'Grace Hopper', 'Edward Hopper'$"):
        list(wiki.fetch(page(mediawiki, "Hopper"), web, NOTHING))


@pytest.mark.parametrize("slot", [{"texthidden": True}, {"contentmodel": "json", "content": "{}"}])
def test_what_is_hidden_or_no_wikitext_is_gone(mediawiki: MediaWiki, web: Web, slot: dict[str, Any]) -> None:
    mediawiki.add("Grace Data", "", 8, revisions=[{"revid": 8, "slots": {"main": slot}}])
    with pytest.raises(SourceGone, match="no such page"):
        list(wiki.fetch(page(mediawiki, "Grace Data"), web, NOTHING))


FAILURES: list[tuple[Callable[[], Response], type[Exception], str]] = [
    (lambda: failure("readapidenied"), SourceDenied, "an account is needed"),
    (lambda: failure("unknown_action"), SourceGone, "This is unknown_action."),
    (lambda: Response("<html>Our servers are busy</html>"), SourceUnavailable, "not an answer of a MediaWiki"),
    (lambda: Response("", status=403), SourceDenied, "refused"),
]


@pytest.mark.parametrize(("reply", "error", "message"), FAILURES)
def test_failures_are_one_clear_line(
    mediawiki: MediaWiki, web: Web, reply: Callable[[], Response], error: type[Exception], message: str
) -> None:
    mediawiki.errors = [reply()]
    with pytest.raises(error, match=message):
        list(wiki.fetch(page(mediawiki), web, NOTHING))


RIGHTS = [
    ({"url": BY_SA, "text": "Creative Commons Attribution-ShareAlike 4.0"}, "CC BY-SA 4.0"),
    ({"url": "//creativecommons.org/licenses/by-nc/3.0/", "text": ""}, "CC BY-NC 3.0"),
    ({"url": "https://creativecommons.org/publicdomain/zero/1.0/", "text": "CC0"}, "CC0-1.0"),
    ({"url": "https://www.fandom.com/licensing", "text": "CC-BY-SA"}, "CC-BY-SA"),
    ({}, ""),
]


@pytest.mark.parametrize(("rights", "name"), RIGHTS)
def test_the_licence_has_its_short_name(rights: dict[str, str], name: str) -> None:
    assert wiki.license_name(rights) == name


def test_a_wiki_that_says_nothing_of_rights_has_those_of_the_source(mediawiki: MediaWiki, web: Web) -> None:
    mediawiki.rights = {"url": "", "text": ""}
    source = page(mediawiki).model_copy(update={"license": "GFDL 1.3"})
    [answer] = wiki.fetch(source, web, NOTHING)
    assert answer.about["license"] == "GFDL 1.3"


WIKIQUOTE = """[[File:Hopper.jpg|thumb|right|I had a running compiler and nobody would touch it.]]
'''[[w:Grace Hopper|Grace Hopper]]''' (1906 - 1992) was an American computer scientist.

== Quotes ==
* A ship in port is safe, but that's not what '''ships''' are built for.
** As quoted in ''[[w:Life|Life]]'' (1987)
* '''Humans are allergic to change.''' They love to say, "We've always done it this way."<br>I try to fight that.
** Interview (1986)

== Quotes about Hopper ==
* She was the ''third programmer''.
** Howard Aiken

== External links ==
{{wikipedia}}
[[Category:Computer scientists]]
"""


def test_a_page_of_wikiquote_keeps_quotations_apart_from_sources(mediawiki: MediaWiki, web: Web) -> None:
    mediawiki.add("Grace Hopper", WIKIQUOTE, 9)
    [answer] = wiki.fetch(page(mediawiki, source="wikiquote"), web, NOTHING)
    read = wikitext.read_page(answer.content, PageFile(path="1.wikitext.gz", url=answer.about["url"]))
    assert read.text.split("\n\n")[1:3] == [
        "## Quotes",
        "- A ship in port is safe, but that's not what ships are built for.\n"
        "- - As quoted in Life (1987)\n"
        '- Humans are allergic to change. They love to say, "We\'ve always done it this way."\n'
        "I try to fight that.\n"
        "- - Interview (1986)",
    ]
