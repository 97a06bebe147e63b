import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.collection import collect_pages, collect_posts, split_page_part
from extractors.fetching import fetch
from extractors.retrieval import Answer, parts_of
from likeness.errors import SettingsError, SourceDenied
from likeness.persona import Persona
from likeness.records import Page, Post
from likeness.sections import Fetch, Rights
from likeness.sources import (
    BlueskyAccount,
    HubDataset,
    MastodonAccount,
    News,
    PageList,
    WebPage,
    WikidataItem,
    WikiPage,
    XAccount,
)
from likeness.workspace import Workspace

PARAGRAPH = (
    "Maud Tiller mended the clocks of the town for forty years, and never sold a single one of them to a stranger."
)
HTML = f"<html><head><title>Maud Tiller</title></head><body><article><p>{PARAGRAPH}</p></article></body></html>"
READERS = [
    (XAccount(account="maud"), "x_api"),
    (BlueskyAccount(account="maud.example.org"), "bluesky"),
    (MastodonAccount(account="maud@example.social"), "mastodon"),
    (HubDataset(dataset="town/clocks"), "hub"),
    (WikiPage(source="wikipedia", title="Maud Tiller"), "wiki"),
    (WikiPage(source="wikiquote", title="Maud Tiller"), "wiki"),
    (WikidataItem(qid="Q1"), "wikidata"),
    (WebPage(url="https://example.org/maud"), "webpage"),
    (PageList(source="feed", url="https://example.org/feed"), "lists"),
    (PageList(source="sitemap", url="https://example.org/sitemap.xml"), "lists"),
]


@pytest.fixture
def persona() -> Persona:
    settings = Fetch(contact="test@example.org", delay=0, private_addresses=True)
    return Persona(name="Maud Tiller", rights=Rights(basis="a test"), fetch=settings)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace(tmp_path, "maud")


@pytest.mark.parametrize(("source", "reader"), READERS)
def test_every_source_is_asked_by_its_reader(workspace, persona, monkeypatch, source, reader):
    monkeypatch.setattr(f"extractors.fetching.{reader}.fetch", lambda *_: iter([Answer(b"{}", "json")]))
    assert fetch(workspace, persona, source).kept == 1
    assert [part.retrieval for part in parts_of(workspace, [source])] == ["0001"]


def test_news_are_looked_for_by_the_persons_name(workspace, persona, monkeypatch):
    asked = []
    monkeypatch.setattr("extractors.fetching.lists.fetch_news", lambda _, person, *__: iter(asked.append(person) or []))
    fetch(workspace, persona, News(source="news"))
    assert asked == [persona]


def test_a_page_of_the_web_is_fetched_once_and_again_when_it_has_changed(workspace, persona, httpserver: HTTPServer):
    content = [HTML]
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/maud").respond_with_handler(lambda _: Response(content[0], content_type="text/html"))
    source = WebPage(url=httpserver.url_for("/maud"))
    assert [fetch(workspace, persona, source).kept for _ in range(2)] == [1, 0]
    content[0] = HTML.replace("forty years", "fifty years")
    assert fetch(workspace, persona, source).kept == 1

    parts = parts_of(workspace, [source])
    for part in parts:
        collect_pages(workspace, persona, part)
    assert [page.title for page in workspace.table(Page).read()] == ["Maud Tiller", "Maud Tiller"]
    first, second = (split_page_part(workspace, persona, part.part) for part in parts)
    assert (first.kept, first.rejected) == (0, {"superseded": 1})
    assert second.kept == 1


def test_a_source_that_refuses_is_one_rejected_row_and_asked_again(workspace, persona, monkeypatch):
    source = BlueskyAccount(account="maud.example.org")

    def refused(*_):
        raise SourceDenied("maud.example.org: refused (403)")

    monkeypatch.setattr("extractors.fetching.bluesky.fetch", refused)
    assert fetch(workspace, persona, source).kept == 0
    (part,) = parts_of(workspace, [source])
    assert collect_posts(workspace, persona, part).rejected == {"source_unreadable": 1}
    (row,) = workspace.table(Post).rejected()
    assert row.detail == "maud.example.org: refused (403)"


def test_what_was_fetched_before_a_refusal_is_kept(workspace, persona, httpserver: HTTPServer):
    seen: list[Request] = []

    def answer(request: Request) -> Response:
        seen.append(request)
        return Response(HTML, content_type="text/html") if len(seen) == 1 else Response(status=403)

    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/maud").respond_with_handler(answer)
    source = WebPage(url=httpserver.url_for("/maud"))
    fetch(workspace, persona, source)
    fetch(workspace, persona, source)
    parts = parts_of(workspace, [source])
    assert [collect_pages(workspace, persona, part).kept for part in parts] == [1, 0]


def test_nothing_is_fetched_before_it_is_said_who_asks(workspace, persona):
    anonymous = persona.model_copy(update={"fetch": Fetch()})
    with pytest.raises(SettingsError, match=r"fetch\.contact"):
        fetch(workspace, anonymous, WebPage(url="https://example.org"))
