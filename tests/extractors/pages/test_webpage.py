import time
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.pages import webpage
from extractors.pages.webpage import canonical
from extractors.retrieval import History, answers, parts_of, retrieve
from extractors.web import Web
from likeness.errors import SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.sections import Fetch
from likeness.sources import WebPage
from likeness.workspace import Workspace

PAGE = b"<html><body><p>Maud Tiller mends clocks.</p></body></html>"


@pytest.fixture
def web(httpserver: HTTPServer) -> Web:
    httpserver.expect_request("/robots.txt").respond_with_data(status=404)
    return Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))


def collect(workspace: Workspace, source: WebPage, web: Web) -> int:
    return retrieve(workspace, source, lambda history: webpage.fetch(source, web, history))


def test_a_page_is_kept_as_it_came_and_only_again_when_it_changes(tmp_path: Path, httpserver: HTTPServer, web: Web):
    version = {"etag": '"1"', "body": PAGE}

    def answer(request: Request) -> Response:
        headers = {"ETag": version["etag"], "Content-Type": "text/html; charset=utf-8"}
        known = request.headers.get("If-None-Match") == version["etag"]
        return Response(b"" if known else version["body"], 304 if known else 200, headers)

    httpserver.expect_request("/tiller").respond_with_handler(answer)
    workspace = Workspace(tmp_path, "tiller")
    source = WebPage(url=httpserver.url_for("/tiller"), license="CC BY 4.0", language="en")
    assert [collect(workspace, source, web) for _ in range(2)] == [1, 0]
    version |= {"etag": '"2"'}  # another label, the same bytes
    assert collect(workspace, source, web) == 0
    version |= {"body": PAGE.replace(b"clocks", b"watches")}
    assert collect(workspace, source, web) == 1
    first, second = (answers(workspace, part)[0] for part in parts_of(workspace, [source]))
    assert (first.content(), first.path.name) == (PAGE, "0001.html.gz")
    assert {name: first.about[name] for name in ("url", "license", "language")} == {
        "url": source.url,
        "license": "CC BY 4.0",
        "language": "en",
    }
    assert first.about["retrieved_at"].endswith("Z")
    assert b"watches" in second.content()


def test_after_an_interruption_nothing_comes_twice(tmp_path: Path, httpserver: HTTPServer, web: Web):
    httpserver.expect_request("/tiller").respond_with_data(PAGE, content_type="text/html")
    workspace, source = Workspace(tmp_path, "tiller"), WebPage(url=httpserver.url_for("/tiller"))

    def interrupted(history: History):
        yield from webpage.fetch(source, web, history)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        retrieve(workspace, source, interrupted)
    assert collect(workspace, source, web) == 0
    assert [len(answers(workspace, part)) for part in parts_of(workspace, [source])] == [1]


@pytest.mark.parametrize(
    ("path", "kind", "content", "suffix"),
    [
        ("/a", "text/html", PAGE, "html"),
        ("/a", "application/xhtml+xml; charset=utf-8", PAGE, "html"),
        ("/a", "application/octet-stream", b"\n <!DOCTYPE html><p>Text", "html"),
        ("/a.txt", "text/plain", b"Text.", "txt"),
        ("/readme.md", "text/plain; charset=utf-8", b"Text.", "md"),
        ("/a", "text/markdown", b"# Text", "md"),
    ],
)
def test_the_media_type_says_how_it_is_read(
    httpserver: HTTPServer, web: Web, path: str, kind: str, content: bytes, suffix: str
):
    httpserver.expect_request(path).respond_with_data(content, content_type=kind)
    (answer,) = webpage.fetch(WebPage(url=httpserver.url_for(path)), web, History([], []))
    assert answer.suffix == suffix
    bears_title = suffix == "html" or content.startswith(b"#")
    assert answer.about.get("title") == (None if bears_title else path.strip("/").partition(".")[0])


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/jpeg", "audio/mpeg", "application/octet-stream", "text/css"]
)
def test_what_is_no_page_of_text_is_one_clear_line(httpserver: HTTPServer, web: Web, kind: str):
    httpserver.expect_request("/a").respond_with_data(b"%PDF-1.7", content_type=kind)
    with pytest.raises(SourceGone, match=f"is {kind}, not a page of text"):
        next(webpage.fetch(WebPage(url=httpserver.url_for("/a")), web, History([], [])))


@pytest.mark.parametrize(("status", "error"), [(404, SourceGone), (403, SourceDenied), (500, SourceUnavailable)])
def test_a_page_that_fails(
    httpserver: HTTPServer, web: Web, monkeypatch: pytest.MonkeyPatch, status: int, error: type[SourceError]
):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    httpserver.expect_request("/a").respond_with_data(status=status)
    with pytest.raises(error):
        next(webpage.fetch(WebPage(url=httpserver.url_for("/a")), web, History([], [])))


def test_robots_have_a_say(httpserver: HTTPServer):
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /")
    web = Web(Fetch(contact="test@example.org", delay=0, private_addresses=True))
    with pytest.raises(SourceDenied, match=r"robots\.txt"):
        next(webpage.fetch(WebPage(url=httpserver.url_for("/a")), web, History([], [])))


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.Example.org/a/?utm_source=rss&utm_medium=x#top", "http://example.org/a"),
        ("https://example.org:443/a?fbclid=1&id=7", "https://example.org/a?id=7"),
        ("https://example.org/%7Emaud", "https://example.org/~maud"),
        ("https://example.org/a?print", "https://example.org/a?print="),
        ("http://[bad", "http://[bad"),
    ],
)
def test_two_addresses_of_one_page(url: str, same: str):
    assert canonical(url) == canonical(same)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://example.org/view.php?cid=1", "https://example.org/view.php?cid=2"),
        ("https://example.org/view?source=1", "https://example.org/view?source=2"),
        ("https://en.example.org/a", "https://de.example.org/a"),
        ("https://example.org/A", "https://example.org/a"),
    ],
)
def test_addresses_of_two_pages(url: str, other: str):
    assert canonical(url) != canonical(other)
