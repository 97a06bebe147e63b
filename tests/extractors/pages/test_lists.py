import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.pages import lists
from extractors.retrieval import Answer, History, Stored, answers, parts_of, retrieve
from extractors.web import Web
from likeness.errors import RateLimited, SourceError, SourceGone, SourceUnavailable
from likeness.persona import Persona
from likeness.sections import Fetch, Rights
from likeness.sources import News, PageList
from likeness.workspace import Workspace


@dataclass
class Site:
    """A site with a feed, a sitemap and pages whose texts, dates and faults a test sets."""

    server: HTTPServer
    pages: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    per_page: int = 1000
    says_date: bool = True

    def url(self, path: str) -> str:
        return self.server.url_for(path)

    def answer(self, request: Request) -> Response:
        path = request.path
        self.asked[path] += 1
        if path in self.faults:
            return Response("", self.faults[path])
        if path == "/robots.txt":
            return Response("User-agent: *\nDisallow: /private")
        if path == "/feed":
            return Response(self.feed(int(request.args.get("page", 0))), content_type="application/atom+xml")
        if path in self.bodies:
            return Response(self.bodies[path], content_type="application/xml")
        body = f"<p>This is {path}, {self.pages.get(path, '') if self.says_date else ''}.</p>"
        return Response(body, 200 if path in self.pages or path == "/private" else 404, content_type="text/html")

    def feed(self, page: int) -> str:
        names = list(self.pages)[page * self.per_page : (page + 1) * self.per_page]
        entries = "".join(
            f'<entry><link href="{self.url(name)}?utm_source=feed"/><updated>{self.pages[name]}</updated></entry>'
            for name in names
        )
        following = f'<link rel="next" href="/feed?page={page + 1}"/>' if len(names) == self.per_page else ""
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{following}{entries}</feed>'

    def sitemap(self, path: str, names: Sequence[str], below: Sequence[str] = ()) -> None:
        pages = "".join(f"<url><loc>{self.url(n)}</loc><lastmod>{self.pages.get(n, '')}</lastmod></url>" for n in names)
        sitemaps = "".join(f"<sitemap><loc>{self.url(n)}</loc></sitemap>" for n in below)
        self.bodies[path] = f"<urlset>{pages}{sitemaps}</urlset>"


@pytest.fixture
def site(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    made = Site(httpserver)
    httpserver.expect_request(re.compile(".*")).respond_with_handler(made.answer)
    return made


@pytest.fixture
def web() -> Web:
    return Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, "tiller")


def feed(site: Site, **settings: object) -> PageList:
    return PageList.model_validate({"source": "feed", "url": site.url("/feed"), **settings})


def collect(workspace: Workspace, source: PageList, web: Web) -> list[str]:
    """The paths of what was stored now, in order; of failures, with the word before them."""
    before = {stored.path for stored in stored_of(workspace, source)}
    retrieve(workspace, source, lambda history: lists.fetch(source, web, history))
    return [path_of(stored) for stored in stored_of(workspace, source) if stored.path not in before]


def stored_of(workspace: Workspace, source: PageList) -> list[Stored]:
    return [stored for part in parts_of(workspace, [source]) for stored in answers(workspace, part)]


def path_of(stored: Stored) -> str:
    path = "/" + stored.about["url"].partition("?")[0].split("/", 3)[3]
    return f"failed {path}" if stored.about.get("failed") else path


def test_new_pages_come_newest_first_and_once(site: Site, web: Web, workspace: Workspace):
    site.pages = {"/a": "2001-01-01T00:00:00Z", "/b": "2003-01-01T00:00:00Z", "/c": "2002-01-01T00:00:00Z"}
    source = feed(site)
    assert collect(workspace, source, web) == ["/b", "/c", "/a"]
    assert collect(workspace, source, web) == []
    site.pages = {"/d": "2004-01-01T00:00:00Z", **site.pages, "/a": "2005-01-01T00:00:00Z"}  # one new, one updated
    assert collect(workspace, source, web) == ["/a", "/d"]
    assert {path: site.asked[path] for path in ["/a", "/b", "/c", "/d"]} == {"/a": 2, "/b": 1, "/c": 1, "/d": 1}
    about = stored_of(workspace, source)[0].about
    assert about["updated"] == "2003-01-01T00:00:00Z"
    assert (about["language"], "license" in about, "title" in about) == ("en", False, False)


def test_what_was_updated_but_did_not_change_is_not_new(site: Site, web: Web, workspace: Workspace):
    site.pages, site.says_date = {"/a": "2001-01-01T00:00:00Z"}, False
    source = feed(site)
    assert collect(workspace, source, web) == ["/a"]
    site.pages = {"/a": "2002-01-01T00:00:00Z"}
    assert collect(workspace, source, web) == []
    assert site.asked["/a"] == 2


def test_only_matching_pages_and_no_more_than_wanted(site: Site, web: Web, workspace: Workspace):
    site.pages = {f"/{kind}/{n}": f"200{n}-01-01T00:00:00Z" for kind in ("tiller", "oar") for n in range(5)}
    found = collect(workspace, feed(site, matching="/tiller/", most=5), web)
    assert found == [f"/tiller/{n}" for n in (4, 3, 2, 1, 0)]
    assert len(collect(workspace, feed(site, matching="/oar/", most=3), web)) == 3


def test_a_feed_over_several_pages(site: Site, web: Web, workspace: Workspace):
    site.pages, site.per_page = {f"/{n}": f"20{50 - n}-01-01T00:00:00Z" for n in range(10)}, 4
    assert collect(workspace, feed(site), web) == [f"/{n}" for n in range(10)]
    assert site.asked["/feed"] == 3
    site.pages = {"/new": "2051-01-01T00:00:00Z", **site.pages}
    assert collect(workspace, feed(site), web) == ["/new"]
    assert site.asked["/feed"] == 3 + 2  # the second page holds nothing new


def test_a_feed_that_never_ends_is_left(site: Site, web: Web, workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    site.pages, site.per_page = {f"/{n}": "" for n in range(1000)}, 4
    assert len(collect(workspace, feed(site, most=10), web)) == 10
    assert site.asked["/feed"] == 3
    monkeypatch.setattr(lists, "MOST_LISTS", 5)
    assert collect(workspace, feed(site, matching="/nothing/"), web) == []
    assert site.asked["/feed"] == 3 + 5


def test_interrupted_at_any_page_nothing_is_lost_and_nothing_comes_twice(site: Site, web: Web, workspace: Workspace):
    site.pages = {f"/{n}": f"20{50 - n}-01-01T00:00:00Z" for n in range(6)}
    source = feed(site)
    for count in (1, 2):
        with pytest.raises(KeyboardInterrupt):
            retrieve(workspace, source, lambda history, count=count: interrupted(source, web, history, count))
        assert stored_of(workspace, source) == []
    collect(workspace, source, web)
    assert [path_of(stored) for stored in stored_of(workspace, source)] == [f"/{n}" for n in range(6)]
    assert all(site.asked[f"/{n}"] == 1 for n in range(6))


def interrupted(source: PageList, web: Web, history: History, count: int) -> Iterator[Answer]:
    for number, answer in enumerate(lists.fetch(source, web, history)):
        if number == count:
            raise KeyboardInterrupt
        yield answer
        if number + 1 == count:
            raise KeyboardInterrupt


def test_pages_that_fail_for_good_are_told_once(site: Site, web: Web, workspace: Workspace):
    site.pages = {"/a": "2003-01-01T00:00:00Z", "/gone": "2002-01-01T00:00:00Z", "/private": "2001-01-01T00:00:00Z"}
    site.faults = {"/gone": 410}
    source = feed(site)
    assert collect(workspace, source, web) == ["/a", "failed /gone", "failed /private"]
    reasons = [stored.content().decode() for stored in stored_of(workspace, source)[1:]]
    assert "not there (410)" in reasons[0]
    assert "robots.txt" in reasons[1]
    assert stored_of(workspace, source)[1].path.name == "0002.failed.gz"
    assert collect(workspace, source, web) == []
    assert site.asked["/gone"] == 1


def test_pages_that_fail_in_passing_are_owed(site: Site, web: Web, workspace: Workspace):
    site.pages = {"/a": "2003-01-01T00:00:00Z", "/b": "2002-01-01T00:00:00Z"}
    site.faults = {"/b": 500}
    source = feed(site)
    assert collect(workspace, source, web) == ["/a", "failed /b"]
    assert collect(workspace, source, web) == []  # the same fault again
    site.pages, site.faults = {"/b": "2002-01-01T00:00:00Z"}, {}
    assert collect(workspace, source, web) == ["/b"]
    assert collect(workspace, source, web) == []


def test_a_server_that_is_down_is_left_alone_and_its_pages_are_owed(site: Site, web: Web, workspace: Workspace):
    site.pages = {f"/{n}": f"20{50 - n}-01-01T00:00:00Z" for n in range(9)}
    site.faults = {f"/{n}": 500 for n in range(2, 9)}
    source = feed(site)
    assert collect(workspace, source, web) == ["/0", "/1", *[f"failed /{n}" for n in range(2, 9)]]
    assert [site.asked[f"/{n}"] for n in range(9)] == [1, 1, 4, 4, 4, 0, 0, 0, 0]
    site.faults = {}
    assert collect(workspace, source, web) == [f"/{n}" for n in range(2, 9)]


def test_a_list_that_fails_is_an_error(site: Site, web: Web, workspace: Workspace):
    for status, error in ((404, SourceGone), (500, SourceUnavailable)):
        site.faults = {"/feed": status}
        with pytest.raises(error):
            collect(workspace, feed(site), web)


def test_a_sitemap_of_sitemaps(site: Site, web: Web, workspace: Workspace):
    site.pages = {"/a": "2001-01-01", "/b": "2003-01-01", "/c": "", "/d": "2002-01-01"}
    site.sitemap("/sitemap.xml", ["/a"], ["/one.xml", "/two.xml", "/sitemap.xml", "/gone.xml"])
    site.sitemap("/one.xml", ["/b", "/c", "/a"])
    site.sitemap("/two.xml", ["/d"])
    source = PageList(source="sitemap", url=site.url("/sitemap.xml"))
    assert collect(workspace, source, web) == ["failed /gone.xml", "/b", "/d", "/a", "/c"]
    assert site.asked["/sitemap.xml"] == 1
    assert collect(workspace, source, web) == []


def test_a_sitemap_that_never_ends_is_left(site: Site, web: Web, workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    for depth in range(9):
        site.sitemap(f"/{depth}.xml", [], [f"/{depth + 1}.xml"])
    source = PageList(source="sitemap", url=site.url("/0.xml"))
    assert collect(workspace, source, web) == []
    assert sum(path.endswith(".xml") for path in site.asked) == 1 + lists.DEEPEST_SITEMAP
    monkeypatch.setattr(lists, "MOST_LISTS", 7)
    site.sitemap("/wide.xml", [], [f"/w{n}.xml" for n in range(100)])
    for n in range(100):
        site.sitemap(f"/w{n}.xml", [])
    assert collect(workspace, PageList(source="sitemap", url=site.url("/wide.xml")), web) == []
    assert sum(path.startswith("/w") for path in site.asked) == 7


PERSONA = Persona(name="Maud Tiller", rights=Rights(basis="a test"))


def test_news_by_the_persons_name(site: Site, web: Web):
    asked: list[dict[str, str]] = []
    site.pages = {"/a": "", "/b": ""}

    def search(request: Request) -> Response:
        asked.append(dict(request.args))
        if len(asked) == 1:
            return Response("Please limit requests to one every 5 seconds or contact us.")
        articles = [{"url": site.url(path), "seendate": "20260101T000000Z"} for path in ("/a", "/b", "/a")]
        return Response(json.dumps({"articles": articles}), content_type="application/json")

    answer_news(site, search)
    source = News(source="news", most=50, language="de", server=site.url("").rstrip("/"))
    found = list(lists.fetch_news(source, PERSONA, web, History([], [])))
    assert [answer.about["url"] for answer in found] == [site.url("/a"), site.url("/b")]
    assert asked[1] == {
        "query": '"Maud Tiller" sourcelang:german',
        "mode": "artlist",
        "format": "json",
        "sort": "datedesc",
        "timespan": "3months",
        "maxrecords": "50",
    }
    assert list(lists.fetch_news(source, PERSONA, web, History([answer.about for answer in found], []))) == []


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        ("Your query was too short or too long.", SourceGone),
        ("Please limit requests to one every 5 seconds", RateLimited),
    ],
)
def test_news_that_cannot_be_had(site: Site, web: Web, reply: str, error: type[SourceError]):
    answer_news(site, lambda request: Response(reply))
    source = News(source="news", query="Tiller", server=site.url("").rstrip("/"))
    with pytest.raises(error):
        list(lists.fetch_news(source, PERSONA, web, History([], [])))


def answer_news(site: Site, search: Callable[[Request], Response]) -> None:
    pages = site.answer

    def answer(request: Request) -> Response:
        return search(request) if request.path == "/api/v2/doc/doc" else pages(request)

    site.server.clear()
    site.server.expect_request(re.compile(".*")).respond_with_handler(answer)
