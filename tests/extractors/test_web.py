import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import formatdate

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors import addresses, web
from extractors.web import Web
from likeness.errors import RateLimited, SettingsError, SourceDenied, SourceGone, SourceUnavailable
from likeness.sections import Fetch

POLITE = Fetch(contact="test@example.org", delay=0, private_addresses=True)
MEGABYTE = 2**20

Speaker = Callable[[Callable[[socket.socket], None]], str]


@pytest.fixture(autouse=True)
def nobody_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_next_turn", {})


@pytest.fixture
def visitor() -> Web:
    return Web(POLITE)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, in seconds; none of them takes any time."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    """A server that says to each caller whatever it likes, in bytes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(speak: Callable[[socket.socket], None]) -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            with caller:
                caller.recv(65536)
                with suppress(OSError):
                    speak(caller)

    def start(speak: Callable[[socket.socket], None]) -> str:
        threading.Thread(target=serve, args=(speak,), daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def test_who_asks_is_told_and_must_be_known(httpserver: HTTPServer, visitor: Web):
    httpserver.expect_request(
        "/", headers={"User-Agent": "likeness/0.1 (test@example.org)", "Accept-Encoding": "gzip"}
    ).respond_with_data("yes")
    assert visitor.get(httpserver.url_for("/")).content == b"yes"
    for contact in ("", "müller@example.org", "a\r\nX-Key: 1"):
        with pytest.raises(SettingsError, match=r"fetch\.contact"):
            Web(Fetch(contact=contact))


def test_the_query_is_sent_as_it_stands_and_parameters_are_added(httpserver: HTTPServer, visitor: Web):
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.query_string.decode())
        return Response("ok")

    httpserver.expect_request("/").respond_with_handler(answer)
    visitor.get(httpserver.url_for("/?a=b%20c&print"))
    visitor.get(httpserver.url_for("/?a=b"), params={"c": "d e"})
    assert asked == ["a=b%20c&print", "a=b&c=d+e"]


def test_a_name_that_turns_private_when_it_is_connected_to_is_refused_before_anything_is_sent(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
):
    def entry(address: str) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, httpserver.port))]

    answers = iter([entry("93.184.216.34"), *[entry("127.0.0.1")] * 9])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))
    with pytest.raises(SourceDenied, match="private address"):
        Web(Fetch(contact="test@example.org", delay=0)).get(f"http://rebinding.example:{httpserver.port}/")
    assert not httpserver.log


def test_redirects_are_followed_and_checked_like_addresses(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
):
    refuse = addresses._refuse_private
    monkeypatch.setattr(
        addresses, "_refuse_private", lambda address, url: address == "127.0.0.1" or refuse(address, url)
    )
    httpserver.expect_request("/moved").respond_with_data(status=301, headers={"Location": "there?x=1"})
    httpserver.expect_request("/there", query_string="x=1").respond_with_data("here")
    for number, target in enumerate(["http://10.0.0.7/", "file:///etc/passwd", "ftp://example.org/"]):
        httpserver.expect_request(f"/{number}").respond_with_data(status=302, headers={"Location": target})
    careful = Web(Fetch(contact="test@example.org", delay=0))
    reply = careful.get(httpserver.url_for("/moved"))
    assert (reply.url, reply.content) == (httpserver.url_for("/there?x=1"), b"here")
    for number in range(3):
        with pytest.raises(SourceDenied):
            careful.get(httpserver.url_for(f"/{number}"))


def test_redirects_without_end_and_without_an_aim(httpserver: HTTPServer, visitor: Web):
    httpserver.expect_request("/loop").respond_with_data(status=302, headers={"Location": "/loop"})
    httpserver.expect_request("/aimless").respond_with_data("?", status=302)
    with pytest.raises(SourceDenied, match="more than 5 redirects"):
        visitor.get(httpserver.url_for("/loop"))
    assert len(httpserver.log) == 6
    with pytest.raises(SourceGone):
        visitor.get(httpserver.url_for("/aimless"))


def test_a_redirect_to_no_address(speaker: Speaker, visitor: Web):
    url = speaker(lambda caller: caller.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://[bad\r\n\r\n"))
    with pytest.raises(SourceDenied, match="not an address"):
        visitor.get(url)


def test_a_key_is_not_sent_on_to_another_server(httpserver: HTTPServer, visitor: Web):
    sent: list[str | None] = []

    def note(request: Request) -> Response:
        sent.append(request.headers.get("Authorization"))
        return Response("ok")

    other = httpserver.url_for("/note").replace("localhost", "127.0.0.1")
    httpserver.expect_request("/note").respond_with_handler(note)
    httpserver.expect_request("/same").respond_with_data(status=302, headers={"Location": "/note"})
    httpserver.expect_request("/other").respond_with_data(status=302, headers={"Location": other})
    for path in ("/same", "/other"):
        visitor.get(httpserver.url_for(path), headers={"Authorization": "Bearer secret"})
    assert other != httpserver.url_for("/note")
    assert sent == ["Bearer secret", None]


def test_a_page_that_says_it_is_huge_is_not_read(speaker: Speaker, visitor: Web):
    url = speaker(lambda caller: caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nx"))
    with pytest.raises(SourceDenied, match="larger than 20,971,520 bytes"):
        visitor.get(url)


def test_a_page_without_end_is_left(speaker: Speaker, visitor: Web):
    def endless(caller: socket.socket) -> None:
        caller.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            caller.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")

    with pytest.raises(SourceDenied, match="larger than 1,048,576 bytes"):
        visitor.get(speaker(endless), largest=MEGABYTE)


def test_a_page_that_is_longer_or_shorter_than_it_says(speaker: Speaker, visitor: Web, pauses: list[float]):
    said = iter([b"x", b"x", b"x", b"x", b"xxxxxx"])
    url = speaker(lambda caller: caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + next(said)))
    with pytest.raises(SourceUnavailable, match="no answer"):
        visitor.get(url)
    assert pauses == list(web.PAUSES)
    assert visitor.get(url).content == b"xxx"


def test_a_gzip_bomb_is_stopped_before_it_fills_the_memory(httpserver: HTTPServer, visitor: Web):
    bomb = _bomb(100)
    httpserver.expect_request("/").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    with pytest.raises(SourceDenied, match="unpacks to more than 1,048,576 bytes"):
        visitor.get(httpserver.url_for("/"), largest=MEGABYTE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(bomb) < MEGABYTE
    assert peak < 12 * MEGABYTE


def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + packer.flush()


def _drip_body(caller: socket.socket) -> None:
    caller.sendall(b"HTTP/1.1 200 OK\r\n\r\n")  # without a length: the end of the line ends the body
    while True:
        caller.sendall(b"x")
        threading.Event().wait(0.05)


def _drip_head(caller: socket.socket) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 9999:
        caller.sendall(bytes([letter]))
        threading.Event().wait(0.05)


@pytest.mark.parametrize("drip", [_drip_body, _drip_head])
def test_a_slow_drip_is_cut_off(
    speaker: Speaker, visitor: Web, monkeypatch: pytest.MonkeyPatch, drip: Callable[[socket.socket], None]
):
    monkeypatch.setattr(web, "LONGEST_REPLY", 0.3)
    with pytest.raises(SourceDenied, match="took longer than"):
        visitor.get(speaker(drip))


def test_a_server_that_hangs_up_or_is_not_there(speaker: Speaker, visitor: Web, pauses: list[float]):
    with pytest.raises(SourceUnavailable, match="no answer"):
        visitor.get(speaker(lambda caller: caller.sendall(b"")))
    with socket.create_server(("127.0.0.1", 0)) as server:
        unused = server.getsockname()[1]
    with pytest.raises(SourceUnavailable, match="no answer"):
        visitor.get(f"http://127.0.0.1:{unused}/")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, SourceDenied),
        (403, SourceDenied),
        (451, SourceDenied),
        (404, SourceGone),
        (410, SourceGone),
        (418, SourceGone),
    ],
)
def test_refusals_are_not_asked_again(httpserver: HTTPServer, visitor: Web, status: int, error: type[Exception]):
    httpserver.expect_request("/").respond_with_data(status=status)
    with pytest.raises(error, match=str(status)):
        visitor.get(httpserver.url_for("/"))
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 408])
def test_passing_faults_are_asked_again(httpserver: HTTPServer, visitor: Web, pauses: list[float], status: int):
    httpserver.expect_ordered_request("/").respond_with_data(status=status)
    httpserver.expect_ordered_request("/").respond_with_data("well again")
    assert visitor.get(httpserver.url_for("/")).content == b"well again"
    assert pauses == [web.PAUSES[0]]


def test_a_fault_that_does_not_pass(httpserver: HTTPServer, visitor: Web, pauses: list[float]):
    httpserver.expect_request("/").respond_with_data(status=500)
    with pytest.raises(SourceUnavailable, match=r"the server fails \(500\)"):
        visitor.get(httpserver.url_for("/"))
    assert pauses == list(web.PAUSES)


@pytest.mark.parametrize(
    ("status", "headers", "shortest", "longest"),
    [
        (429, {"Retry-After": "7"}, 7, 7),
        (503, {"Retry-After": "7"}, 7, 7),
        (429, lambda now: {"Retry-After": formatdate(now + 100, usegmt=True)}, 60, 101),
        (429, {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"}, 0, 0),
        (429, lambda now: {"x-rate-limit-reset": str(int(now) + 200)}, 150, 201),
        (429, lambda now: {"ratelimit-reset": str(int(now) + 200)}, 150, 201),
        (429, lambda now: {"x-ratelimit-reset": datetime.fromtimestamp(now + 200, UTC).isoformat()}, 150, 201),
        (429, {"Retry-After": "soon"}, 60, 60),
        (429, {"Retry-After": "²"}, 60, 60),
        (429, {}, 60, 60),
    ],
)
def test_a_server_that_asks_to_wait_is_obeyed(
    httpserver: HTTPServer,
    visitor: Web,
    pauses: list[float],
    status: int,
    headers: dict[str, str] | Callable[[float], dict[str, str]],
    shortest: float,
    longest: float,
):
    headers = headers(time.time()) if callable(headers) else headers
    headers = {name: value.encode().decode("latin-1") for name, value in headers.items()}
    httpserver.expect_ordered_request("/").respond_with_data(status=status, headers=headers)
    httpserver.expect_ordered_request("/").respond_with_data("at last")
    assert visitor.get(httpserver.url_for("/")).content == b"at last"
    assert shortest <= pauses[0] <= longest


def test_too_long_a_wait_is_left_to_the_next_time(httpserver: HTTPServer, visitor: Web, pauses: list[float]):
    httpserver.expect_request("/").respond_with_data(status=429, headers={"Retry-After": "86400"})
    with pytest.raises(RateLimited) as caught:
        visitor.get(httpserver.url_for("/"))
    assert (caught.value.retry_after, pauses) == (86400, [])


def test_what_has_not_changed_is_not_sent_again(httpserver: HTTPServer, visitor: Web):
    def answer(request: Request) -> Response:
        known = request.headers.get("If-None-Match") == '"7"' and "If-Modified-Since" in request.headers
        headers = {
            "ETag": '"7"',
            "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
            "Date": "Mon, 07 Nov 1994 08:49:37 GMT",
        }
        return Response(b"" if known else b"text", 304 if known else 200, headers)

    httpserver.expect_request("/").respond_with_handler(answer)
    first = visitor.get(httpserver.url_for("/"))
    again = visitor.get(httpserver.url_for("/"), validators={**first.validators, "sha256": "not a header"})
    assert (first.content, first.unchanged, first.retrieved_at[:4]) == (b"text", False, first.retrieved_at[:4])
    assert first.validators == {"etag": '"7"', "last_modified": "Sun, 06 Nov 1994 08:49:37 GMT"}
    assert (again.content, again.unchanged) == (b"", True)


def test_when_it_came_is_what_the_server_says_or_the_clock():
    assert web.Reply("", b"", {"date": "Sun, 06 Nov 1994 08:49:37 GMT"}).retrieved_at == "1994-11-06T08:49:37Z"
    assert web.Reply("", b"", {"date": "yesterday"}).retrieved_at >= "2026"


RULES = "User-agent: *\nDisallow: /private\n\nUser-agent: likeness\nDisallow: /likeness-not\nCrawl-delay: {}\n"


def test_robots_are_obeyed_where_they_have_a_say(httpserver: HTTPServer, visitor: Web, pauses: list[float]):
    httpserver.expect_request("/robots.txt").respond_with_data(RULES.format(4))
    httpserver.expect_request("/likeness-not").respond_with_data("api")
    httpserver.expect_request("/page").respond_with_data("page")
    httpserver.expect_request("/moved").respond_with_data(status=302, headers={"Location": "/likeness-not"})
    assert visitor.get(httpserver.url_for("/page"), robots=True).content == b"page"
    for path in ("/likeness-not", "/moved"):
        with pytest.raises(SourceDenied, match=r"robots\.txt asks programs to stay away"):
            visitor.get(httpserver.url_for(path), robots=True)
    assert visitor.get(httpserver.url_for("/likeness-not")).content == b"api"
    assert [request.path for request, _ in httpserver.log].count("/robots.txt") == 1
    assert pauses
    assert all(0 < pause <= 12 for pause in pauses)
    unruly = Web(POLITE.model_copy(update={"robots": False}))
    assert unruly.get(httpserver.url_for("/likeness-not"), robots=True).content == b"api"


def test_robots_that_forbid_all(httpserver: HTTPServer, visitor: Web):
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /")
    with pytest.raises(SourceDenied, match="stay away"):
        visitor.get(httpserver.url_for("/page"), robots=True)
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("robots", ["<html>Not found</html>", "\x00\xff garbage", "User-agent: other\nDisallow: /"])
def test_robots_that_forbid_nothing(httpserver: HTTPServer, visitor: Web, robots: str):
    httpserver.expect_request("/robots.txt").respond_with_data(robots)
    httpserver.expect_request("/page").respond_with_data("page")
    assert visitor.get(httpserver.url_for("/page"), robots=True).content == b"page"


@pytest.mark.parametrize(
    ("status", "error"), [(404, None), (410, None), (401, SourceDenied), (403, SourceDenied), (500, SourceUnavailable)]
)
def test_robots_that_cannot_be_read(
    httpserver: HTTPServer, visitor: Web, pauses: list[float], status: int, error: type[Exception] | None
):
    httpserver.expect_request("/robots.txt").respond_with_data(status=status)
    httpserver.expect_request("/page").respond_with_data("page")
    if error is None:
        assert visitor.get(httpserver.url_for("/page"), robots=True).content == b"page"
        return
    for _ in range(2):  # the second time without asking for it again
        with pytest.raises(error):
            visitor.get(httpserver.url_for("/page"), robots=True)
    assert len(pauses) == (len(web.PAUSES) if status == 500 else 0)
    assert {request.path for request, _ in httpserver.log} == {"/robots.txt"}


def test_a_crawl_delay_of_a_day_is_not_waited_for(httpserver: HTTPServer, visitor: Web, pauses: list[float]):
    httpserver.expect_request("/robots.txt").respond_with_data(RULES.format(86400))
    httpserver.expect_request("/page").respond_with_data("page")
    for _ in range(2):
        visitor.get(httpserver.url_for("/page"), robots=True)
    assert web.LONGEST_CRAWL_DELAY - 2 < max(pauses) <= web.LONGEST_CRAWL_DELAY


def test_several_visitors_keep_their_distance_together(httpserver: HTTPServer, pauses: list[float]):
    httpserver.expect_request("/").respond_with_data("ok")
    for _ in range(3):
        Web(Fetch(contact="test@example.org", delay=5, private_addresses=True)).get(httpserver.url_for("/"))
    assert len(pauses) == 2
    assert 4 < pauses[0] <= 5 < 9 < pauses[1] <= 10


def test_who_asks_may_be_said_by_the_environment(monkeypatch):
    monkeypatch.setenv("LIKENESS_CONTACT", "me@example.org")
    assert Web(Fetch()).agent.endswith("(me@example.org)")
