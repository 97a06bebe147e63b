import json
from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.posts.mastodon import fetch, read_posts
from extractors.web import Web
from likeness.errors import SourceDenied, SourceGone, SourceUnavailable
from likeness.records import Post, Rejected
from likeness.sources import MastodonAccount

ADA = {"id": "14715", "username": "ada", "acct": "ada"}
BOB = {"id": "77", "username": "bob", "acct": "bob@elsewhere.example"}
ACCOUNT = MastodonAccount(account="@ada@example.social")


def post(number: int, account: dict[str, str] = ADA, **fields: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "created_at": f"2024-05-{1 + number // 24 % 28:02}T{number % 24:02}:15:30.000Z",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "visibility": "public",
        "spoiler_text": "",
        "language": "en",
        "url": f"https://example.social/@ada/{number}",
        "content": f"<p>Post {number}</p>",
        "reblog": None,
        "account": account,
        **fields,
    }


class Instance:
    """The three methods of a Mastodon server that are called, with its Link headers and its errors."""

    def __init__(self, server: HTTPServer) -> None:
        self.posts = [post(number) for number in range(1100, 1000, -1)]
        self.others: dict[str, dict[str, Any]] = {}
        self.account: Any = ADA
        self.gives_parents = True
        self.has_links = True
        self.failures: list[Response | None] = []  # None for an answer that is as it should be
        self.asked: list[dict[str, str]] = []
        self.parents_asked: list[list[str]] = []
        server.expect_request("/api/v1/accounts/lookup").respond_with_handler(self.look_up)
        server.expect_request("/api/v1/accounts/14715/statuses").respond_with_handler(self.list_posts)
        server.expect_request("/api/v1/statuses").respond_with_handler(self.list_parents)

    def look_up(self, request: Request) -> Response:
        assert request.args["acct"] == "ada@example.social"
        return self.account if isinstance(self.account, Response) else answer(self.account)

    def list_posts(self, request: Request) -> Response:
        self.asked.append(asked := dict(request.args))
        if self.failures and (failure := self.failures.pop(0)):
            return failure
        since, before = int(asked.get("since_id", 0)), int(asked.get("max_id", 10**9))
        page = [post for post in self.posts if since < int(post["id"]) < before][: int(asked["limit"])]
        headers = {}
        if self.has_links and len(page) == int(asked["limit"]):  # a next link forgets since_id, as Mastodon's does
            base = f"{request.base_url}?limit=40"
            headers["Link"] = (
                f'<{base}&max_id={page[-1]["id"]}>; rel="next", <{base}&min_id={page[0]["id"]}>; rel="prev"'
            )
        return answer(page, **headers)

    def list_parents(self, request: Request) -> Response:
        self.parents_asked.append(ids := request.args.getlist("id[]"))
        if not self.gives_parents:
            return answer({"error": "Not Found"}, 404)
        return answer([self.others[number] for number in ids if number in self.others])


def answer(value: Any, status: int = 200, **headers: str) -> Response:
    return Response(json.dumps(value), status, headers, content_type="application/json")


@pytest.fixture
def instance(httpserver: HTTPServer) -> Instance:
    return Instance(httpserver)


@pytest.fixture
def collecting(instance: Instance, httpserver: HTTPServer, web: Web, collection: Any) -> Callable[..., Any]:
    def begin(name: str = "data") -> Any:
        source = MastodonAccount(account="@ada@example.social", server=httpserver.url_for("").rstrip("/"))
        return collection(source, lambda history: fetch(source, web, history), name)

    return begin


def expected(newest: int, oldest: int = 1001) -> list[str]:
    return [str(number) for number in range(newest, oldest - 1, -1)]


def with_replies(instance: Instance) -> None:
    """Every fourth post answers bob, whose posts can be seen but for one; every sixth goes on in a thread."""
    for status in instance.posts:
        number = int(status["id"])
        if number % 4 == 0:
            status |= {"in_reply_to_id": str(number - 900), "in_reply_to_account_id": "77"}
            instance.others[str(number - 900)] = post(number - 900, BOB)
        elif number % 6 == 0:
            status |= {"in_reply_to_id": str(number - 1), "in_reply_to_account_id": "14715"}
    del instance.others["140"]


@pytest.mark.parametrize("has_links", [True, False])
def test_all_posts_are_read_newest_first(instance: Instance, collecting: Callable[..., Any], has_links: bool):
    instance.has_links = has_links
    collected = collecting()

    assert collected.collect() == 3
    assert collected.posts(read_posts) == expected(1100)
    assert not instance.parents_asked


def test_a_collection_that_is_killed_at_any_answer_loses_nothing_and_keeps_nothing_twice(
    instance: Instance, collecting: Callable[..., Any]
):
    with_replies(instance)
    for number in range(6):  # three pages, each followed by the parents of its replies
        collected = collecting(f"killed-{number}")
        assert collected.collect_killed(number)
        collected.collect()

        assert collected.posts(read_posts) == expected(1100)
        parents = [row.row["id"] for row in collected.rows(read_posts) if isinstance(row, Rejected)]
        assert len(parents) == len(set(parents)) == 24


def test_a_server_that_fails_at_any_page_loses_nothing(instance: Instance, collecting: Callable[..., Any]):
    for page in range(4):  # the last one is empty and says that this is the end
        collected = collecting(f"failed-{page}")
        instance.failures = [None] * page + [answer({"error": "Remote data could not be fetched"}, 503)] * 4
        with pytest.raises(SourceUnavailable):
            collected.collect()
        collected.collect()

        assert collected.posts(read_posts) == expected(1100)


def test_the_posts_of_others_are_asked_for_once_a_page_and_threads_are_not(
    instance: Instance, collecting: Callable[..., Any]
):
    with_replies(instance)
    collected = collecting()
    collected.collect()

    assert [len(ids) for ids in instance.parents_asked] == [10, 10, 5]
    assert "200" in instance.parents_asked[0]
    others = [row for row in collected.rows(read_posts) if isinstance(row, Rejected)]
    assert {row.reason for row in others} == {"other_author"}
    assert Post.model_validate(others[0].row).author == "bob@elsewhere.example"


def test_a_server_that_cannot_give_them_is_asked_only_once(instance: Instance, collecting: Callable[..., Any]):
    with_replies(instance)
    instance.gives_parents = False
    collected = collecting()

    assert collected.collect() == 3
    assert collected.posts(read_posts) == expected(1100)
    assert len(instance.parents_asked) == 1


def test_a_second_collection_asks_only_for_what_is_new(instance: Instance, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    instance.asked.clear()
    assert collected.collect() == 0
    assert instance.asked == [{"limit": "40", "since_id": "1100"}]

    instance.posts = [post(number) for number in range(1150, 1100, -1)] + instance.posts
    instance.asked.clear()
    assert collected.collect() == 2
    assert {asked["since_id"] for asked in instance.asked} == {"1100"}
    assert collected.posts(read_posts) == [*expected(1100), *expected(1150, 1101)]

    instance.asked.clear()
    assert collected.collect() == 0
    assert instance.asked == [{"limit": "40", "since_id": "1150"}]


def test_a_second_collection_can_be_killed_too(instance: Instance, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    instance.posts = [post(number) for number in range(1200, 1100, -1)] + instance.posts
    for page in (0, 1, 1):
        collected.collect_killed(page)
    instance.posts = [post(1201), *instance.posts]
    collected.collect()
    assert collected.posts(read_posts)[100:] == expected(1200, 1101)

    collected.collect()
    assert set(collected.posts(read_posts)) == set(expected(1201))


def test_a_server_that_goes_round_in_circles_is_left(instance: Instance, collecting: Callable[..., Any]):
    instance.failures = [answer([post(2), post(1)]) for _ in range(9)]
    collecting().collect()

    assert len(instance.asked) == 2


def test_an_account_without_posts_leaves_nothing_behind(instance: Instance, collecting: Callable[..., Any]):
    instance.posts = []
    collected = collecting()

    assert collected.collect() == 0
    assert not collected.retrievals()


@pytest.mark.parametrize(
    ("account", "error", "told"),
    [
        (answer({"error": "Record not found"}, 404), SourceGone, r"not on http://localhost:\d+ \(404\)"),
        (answer({"error": "Gone"}, 410), SourceGone, r"not on http://localhost:\d+ \(410\)"),
        (answer({**ADA, "suspended": True}), SourceGone, "suspended by"),
        (
            answer({"error": "This API requires an authenticated user"}, 401),
            SourceDenied,
            r"only people with an account",
        ),
        (answer({"error": "This method requires an authenticated user"}, 422), SourceDenied, r"only people with an"),
        (answer({"error": "Forbidden"}, 403), SourceDenied, r"only people with an account there \(403\)"),
        (Response("<html>"), SourceUnavailable, "lookup: not what such a server answers"),
    ],
)
def test_an_account_that_cannot_be_read(
    instance: Instance, collecting: Callable[..., Any], account: Response, error: type[Exception], told: str
):
    instance.account = account
    with pytest.raises(error, match=rf"^[^\n]*{told}[^\n]*$"):
        collecting().collect()


def test_posts_that_need_a_login_although_the_account_is_shown(instance: Instance, collecting: Callable[..., Any]):
    instance.failures = [answer({"error": "This method requires an authenticated user"}, 422)]
    with pytest.raises(SourceDenied, match=r"^@ada@example.social: http://localhost:\d+ answers only people"):
        collecting().collect()


def test_a_rate_limit_is_waited_for(instance: Instance, collecting: Callable[..., Any], slept: list[float]):
    instance.failures = [answer({"error": "Too many requests"}, 429, **{"Retry-After": "120"})]
    collected = collecting()
    collected.collect()

    assert slept == [120]
    assert collected.posts(read_posts) == expected(1100)


@pytest.mark.parametrize("body", ["", '[{"id": "1', "<html>Log in to this network</html>", "{}", "null"])
def test_an_answer_that_is_none_is_a_passing_fault(instance: Instance, collecting: Callable[..., Any], body: str):
    instance.failures = [Response(body)]
    collected = collecting()
    with pytest.raises(SourceUnavailable, match=r"statuses: not what such a server answers [^\n]+$"):
        collected.collect()
    collected.collect()

    assert collected.posts(read_posts) == expected(1100)


LINK = (
    '<p>Read <a href="https://example.org/a/long/way"><span class="invisible">https://</span>'
    '<span class="ellipsis">example.org/a/l</span><span class="invisible">ong/way</span></a><br/>tonight</p>'
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {},
            {
                "kind": "original",
                "text": "Post 1",
                "reply_to": None,
                "created_at": "2024-05-01T01:15:30Z",
                "lang": "en",
            },
        ),
        ({"content": ""}, {"text": ""}),  # a picture
        ({"content": LINK}, {"text": "Read https://example.org/a/long/way\ntonight"}),
        ({"content": "<p>One</p><p>Two &amp; three</p>"}, {"text": "One\n\nTwo & three"}),
        ({"content": '<p class="quote-inline">RE: https://x.org/1</p><p>Yes</p>', "quote": {}}, {"text": "Yes"}),
        ({"quote": {"state": "accepted"}}, {"kind": "quote"}),
        ({"spoiler_text": "politics"}, {"text": "Post 1"}),
        ({"in_reply_to_id": "9", "in_reply_to_account_id": "77"}, {"kind": "reply", "reply_to": "9"}),
        ({"in_reply_to_account_id": "77"}, {"kind": "reply", "reply_to": None}),  # the parent was deleted
        ({"reblog": post(9, BOB), "content": ""}, {"kind": "repost", "text": "Post 9", "author": "ada"}),
        ({"application": {"name": "Ivory"}}, {"app": "Ivory"}),
        ({"application": None, "language": None}, {"app": None, "lang": None}),
        ({"visibility": "unlisted", "edited_at": "2024-06-01T00:00:00Z"}, {"created_at": "2024-05-01T01:15:30Z"}),
        ({"url": None, "uri": "https://example.social/o/1"}, {"url": "https://example.social/o/1"}),
        ({"account": {**ADA, "acct": "Ada@Example.Social"}}, {"author": "Ada@Example.Social"}),
        ({"visibility": "private"}, "private"),
        ({"visibility": "direct"}, "private"),
        ({"account": BOB}, "other_author"),
        ({"account": {"acct": "ada@elsewhere.example"}}, "other_author"),
        ({"id": None}, "no_id"),
        ({"content": None}, "no_text"),
        ({"created_at": "now"}, "unreadable_date"),
        ({"language": 7}, "malformed_row"),
    ],
)
def test_reading_a_post(fields: dict[str, Any], expected: dict[str, Any] | str):
    [row] = read_posts(json.dumps([post(1, **fields)]).encode(), ACCOUNT)

    if isinstance(row, Rejected):
        assert row.reason == expected
    else:
        assert row.model_dump().items() >= {"platform": "mastodon", "post_id": "1", **expected}.items()


def test_what_was_not_meant_for_everybody_is_not_kept_even_as_a_rejected_row():
    [row] = read_posts(json.dumps([post(1, visibility="direct")]).encode(), ACCOUNT)

    assert row.row == {"id_str": "1"}


@pytest.mark.parametrize(
    ("content", "reasons"),
    [(b'[{"id": "1", "con', ["broken_json"]), (b"[1, null]", ["not_an_object"] * 2), (b"[]", []), (b"[{}]", ["no_id"])],
)
def test_answers_that_are_malformed(content: bytes, reasons: list[str]):
    assert [row.reason for row in read_posts(content, ACCOUNT)] == reasons


def test_whatever_stands_in_an_answer_becomes_rows(spoiled: Callable[[Any], Any]):
    example = [post(2, reblog=post(9, BOB)), post(1, in_reply_to_id="9", quote={"a": 1}, application={"name": "Ivory"})]
    account = ACCOUNT
    for page in spoiled(example):
        for row in read_posts(json.dumps(page).encode(), account):
            row.model_dump_json().encode()
