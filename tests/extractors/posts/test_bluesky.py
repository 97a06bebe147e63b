import json
from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.posts.bluesky import fetch, read_posts
from extractors.web import Web
from likeness.errors import RateLimited, SourceDenied, SourceGone, SourceUnavailable
from likeness.records import Post, Rejected
from likeness.sources import BlueskyAccount

ADA = {"did": "did:plc:ada", "handle": "ada.example.org"}
BOB = {"did": "did:plc:bob", "handle": "bob.example.org"}
ACCOUNT = BlueskyAccount(account="@ada.example.org")


def at(number: int) -> str:
    return f"2024-05-{1 + number // 24:02}T{number % 24:02}:15:30.000Z"


def view(number: int | str, author: dict[str, str] = ADA, **record: Any) -> dict[str, Any]:
    moment = at(number) if isinstance(number, int) else at(1)
    return {
        "uri": f"at://{author['did']}/app.bsky.feed.post/3k{number}",
        "author": author,
        "record": {"$type": "app.bsky.feed.post", "text": f"Post {number}", "createdAt": moment, **record},
        "indexedAt": moment,
    }


def own(number: int) -> dict[str, Any]:
    return {"post": view(number)}


def shared(number: int, when: int, author: dict[str, str] = BOB) -> dict[str, Any]:
    reason = {"$type": "app.bsky.feed.defs#reasonRepost", "by": ADA, "indexedAt": at(when)}
    return {"post": view(number, author), "reason": reason}


class AppView:
    """The two methods of Bluesky's app view that are called, with its cursors (moments) and its errors (400)."""

    def __init__(self, server: HTTPServer) -> None:
        self.feed = [own(number) for number in range(250, 0, -1)]
        self.pinned: list[dict[str, Any]] = []
        self.profile: dict[str, Any] = {**ADA, "labels": []}
        self.failures: list[Response | None] = []  # None for an answer that is as it should be
        self.asked: list[str] = []
        server.expect_request("/xrpc/app.bsky.actor.getProfile").respond_with_handler(self.get_profile)
        server.expect_request("/xrpc/app.bsky.feed.getAuthorFeed").respond_with_handler(self.get_author_feed)

    def get_profile(self, request: Request) -> Response:
        assert request.args["actor"] in ("ada.example.org", "did:plc:ada")
        return self.profile if isinstance(self.profile, Response) else answer(self.profile)

    def get_author_feed(self, request: Request) -> Response:
        assert (request.args["actor"], request.args["filter"]) == ("did:plc:ada", "posts_with_replies")
        cursor = request.args.get("cursor", "")
        self.asked.append(cursor)
        if self.failures and (failure := self.failures.pop(0)):
            return failure
        older = [item for item in self.feed if not cursor or moment(item) < cursor]
        page = older[: int(request.args["limit"])]
        following = {"cursor": moment(page[-1])} if len(older) > len(page) else {}
        return answer({"feed": [*([] if cursor else self.pinned), *page], **following})


def moment(item: dict[str, Any]) -> str:
    return item.get("reason", {}).get("indexedAt") or item["post"]["indexedAt"]


def answer(value: Any, status: int = 200, **headers: str) -> Response:
    return Response(json.dumps(value), status, headers, content_type="application/json")


@pytest.fixture
def app_view(httpserver: HTTPServer) -> AppView:
    return AppView(httpserver)


@pytest.fixture
def collecting(app_view: AppView, httpserver: HTTPServer, web: Web, collection: Any) -> Callable[..., Any]:
    def begin(name: str = "data", account: str = "ada.example.org") -> Any:
        source = BlueskyAccount(account=account, server=httpserver.url_for("").rstrip("/"))
        return collection(source, lambda history: fetch(source, web, history), name)

    return begin


def numbers(collected: Any) -> list[str]:
    return [post_id.rpartition("/3k")[2] for post_id in collected.posts(read_posts)]


def expected(newest: int, oldest: int = 1) -> list[str]:
    return [str(number) for number in range(newest, oldest - 1, -1)]


@pytest.mark.parametrize("account", ["ada.example.org", "@ada.example.org", "did:plc:ada"])
def test_the_whole_feed_is_read_newest_first(app_view: AppView, collecting: Callable[..., Any], account: str):
    collected = collecting(account=account)

    assert collected.collect() == 3
    assert numbers(collected) == expected(250)
    assert collected.collect() == 0


def test_a_collection_that_is_killed_at_any_page_loses_nothing_and_keeps_nothing_twice(
    app_view: AppView, collecting: Callable[..., Any]
):
    for page in range(3):
        collected = collecting(f"killed-{page}")
        assert collected.collect_killed(page)
        app_view.asked.clear()
        collected.collect()

        assert numbers(collected) == expected(250)
        assert len(app_view.asked) == 3 - page


def test_a_server_that_fails_at_any_page_loses_nothing(app_view: AppView, collecting: Callable[..., Any]):
    for page in range(3):
        collected = collecting(f"failed-{page}")
        app_view.failures = [None] * page + [answer({"error": "InternalServerError"}, 502)] * 4
        with pytest.raises(SourceUnavailable):
            collected.collect()
        collected.collect()

        assert numbers(collected) == expected(250)


def test_a_second_collection_stops_at_what_is_known(app_view: AppView, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    app_view.asked.clear()
    assert collected.collect() == 0
    assert app_view.asked == [""]

    app_view.feed = [own(number) for number in range(420, 250, -1)] + app_view.feed
    app_view.asked.clear()
    assert collected.collect() == 2
    assert app_view.asked == ["", at(321)]
    assert set(numbers(collected)) == set(expected(420))


def test_a_second_collection_can_be_killed_too(app_view: AppView, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    app_view.feed = [own(number) for number in range(500, 250, -1)] + app_view.feed
    for page in (0, 1, 1):
        collected.collect_killed(page)
    collected.collect()

    assert len(collected.retrievals()) == 2
    assert numbers(collected)[250:] == expected(500, 201)


def test_posts_that_appear_while_a_collection_is_interrupted_come_with_the_next(
    app_view: AppView, collecting: Callable[..., Any]
):
    collected = collecting()
    collected.collect_killed(2)
    app_view.feed = [own(252), own(251), *app_view.feed]
    collected.collect()
    assert numbers(collected) == expected(250)

    collected.collect()
    assert set(numbers(collected)) == set(expected(252))


def test_it_stops_although_the_newest_known_post_was_deleted(app_view: AppView, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    app_view.feed = [own(251), *app_view.feed[3:]]
    app_view.asked.clear()
    collected.collect()

    assert app_view.asked == [""]
    assert "251" in numbers(collected)


def test_neither_a_pinned_post_nor_one_that_is_shared_again_stops_it_early(
    app_view: AppView, collecting: Callable[..., Any]
):
    app_view.feed = [shared(7, 260), *app_view.feed]
    collected = collecting()
    collected.collect()
    pin = {"post": view(200), "reason": {"$type": "app.bsky.feed.defs#reasonPin"}}
    app_view.pinned = [pin]
    again = [shared(7, 400), shared(250, 399, ADA)]
    app_view.feed = [*again, *(own(number) for number in range(390, 270, -1)), *app_view.feed]
    collected.collect()

    assert set(numbers(collected)) >= set(expected(390, 271))


def test_an_empty_page_in_the_middle_is_not_the_end(app_view: AppView, collecting: Callable[..., Any]):
    app_view.failures = [answer({"feed": [], "cursor": at(200)})]
    collected = collecting()
    collected.collect()

    assert numbers(collected) == expected(199)


def test_a_server_that_goes_round_in_circles_is_left(app_view: AppView, collecting: Callable[..., Any]):
    page = {"feed": [own(1)], "cursor": "again"}
    app_view.failures = [answer(page) for _ in range(9)]
    collected = collecting()
    collected.collect()

    assert len(app_view.asked) == 2


def test_an_account_without_posts_leaves_nothing_behind(app_view: AppView, collecting: Callable[..., Any]):
    app_view.feed = []
    collected = collecting()

    assert collected.collect() == 0
    assert not collected.retrievals()


@pytest.mark.parametrize("name", ["InvalidRequest", "AccountTakedown", "AccountDeactivated"])
def test_an_account_that_is_gone(app_view: AppView, collecting: Callable[..., Any], name: str):
    app_view.profile = answer({"error": name, "message": "Profile not found"}, 400)
    with pytest.raises(SourceGone, match=r"^ada.example.org: not on Bluesky \(400\): [^\n]+$"):
        collecting().collect()


def test_an_account_that_is_taken_down_in_the_middle_keeps_what_came(app_view: AppView, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect_killed(2)
    app_view.failures = [answer({"error": "InvalidRequest", "message": "Profile not found"}, 400)]
    with pytest.raises(SourceGone):
        collected.collect()
    collected.collect()

    assert numbers(collected) == expected(250)


def test_an_account_that_shows_itself_only_after_login_is_left_alone(app_view: AppView, collecting: Callable[..., Any]):
    app_view.profile["labels"] = [{"src": "did:plc:ada", "val": "!no-unauthenticated"}]
    with pytest.raises(SourceDenied, match=r"^ada.example.org: asks to be shown to people with a login only"):
        collecting().collect()

    assert not app_view.asked


def test_a_rate_limit_is_waited_for(app_view: AppView, collecting: Callable[..., Any], slept: list[float]):
    app_view.failures = [answer({"error": "RateLimitExceeded"}, 429, **{"Retry-After": "42"})]
    collected = collecting()
    collected.collect()

    assert slept == [42]
    assert numbers(collected) == expected(250)


def test_a_longer_wait_is_left_to_the_next_collection(app_view: AppView, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect_killed(1)
    app_view.failures = [answer({"error": "RateLimitExceeded"}, 429, **{"Retry-After": "3600"})]
    with pytest.raises(RateLimited):
        collected.collect()
    collected.collect()

    assert numbers(collected) == expected(250)


@pytest.mark.parametrize("body", ["", '{"feed": [{', "<html>Log in to this network</html>", "[]", "null"])
def test_an_answer_that_is_none_is_a_passing_fault(app_view: AppView, collecting: Callable[..., Any], body: str):
    app_view.failures = [Response(body)]
    collected = collecting()
    with pytest.raises(SourceUnavailable, match=r"getAuthorFeed: not what such a server answers [^\n]+$"):
        collected.collect()
    collected.collect()

    assert numbers(collected) == expected(250)


def test_another_kind_of_server(app_view: AppView, collecting: Callable[..., Any]):
    app_view.profile = {"hello": "world"}
    with pytest.raises(SourceUnavailable, match="check the server"):
        collecting().collect()


def rows(*items: Any) -> list[Post | Rejected]:
    return list(read_posts(json.dumps({"feed": items}).encode(), ACCOUNT))


def link(start: int, end: int, uri: str) -> dict[str, Any]:
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": uri}
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}


QUOTED = {"$type": "app.bsky.embed.record", "record": {"uri": "at://did:plc:bob/app.bsky.feed.post/3k9"}}
LIST = {"$type": "app.bsky.embed.record", "record": {"uri": "at://did:plc:bob/app.bsky.graph.list/3k9"}}
WITH_MEDIA = {"$type": "app.bsky.embed.recordWithMedia", "record": QUOTED, "media": {}}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, {"kind": "original", "text": "Post 1", "reply_to": None, "created_at": "2024-05-01T01:15:30Z"}),
        ({"text": ""}, {"text": ""}),  # a picture
        ({"reply": {"parent": {"uri": "at://x/y/z"}, "root": {}}}, {"kind": "reply", "reply_to": "at://x/y/z"}),
        ({"embed": QUOTED}, {"kind": "quote"}),
        ({"embed": WITH_MEDIA}, {"kind": "quote"}),
        ({"embed": LIST}, {"kind": "original"}),
        ({"langs": ["en"]}, {"lang": "en"}),
        ({"langs": ["en", "de"]}, {"lang": None}),
        ({"createdAt": "2012-03-01T09:00:00+01:00"}, {"created_at": "2012-03-01T08:00:00Z"}),  # brought from elsewhere
        ({"createdAt": "2031-01-01T00:00:00Z"}, {"created_at": "2024-05-01T01:15:30Z"}),
        ({"createdAt": "1970-01-01T00:00:00Z"}, {"created_at": "2024-05-01T01:15:30Z"}),
        ({"createdAt": "just now"}, {"created_at": "2024-05-01T01:15:30Z"}),
        ({"createdAt": None}, {"created_at": "2024-05-01T01:15:30Z"}),
        ({"text": None}, "no_text"),
        ({"langs": [["en"]]}, "malformed_row"),
    ],
)
def test_reading_a_post(record: dict[str, Any], expected: dict[str, Any] | str):
    [row] = rows({"post": view(1, **record)})

    if isinstance(row, Rejected):
        assert row.reason == expected
    else:
        known = {"platform": "bluesky", "author": "ada.example.org", "post_id": view(1)["uri"]}
        assert row.model_dump().items() >= {**known, **expected}.items()


@pytest.mark.parametrize(
    ("text", "facets", "expected"),
    [
        ("Read example.com/a-lon... now", [link(5, 25, "https://example.com/a-long-way")], None),
        ("Read https://example.com now", [link(5, 24, "https://example.com")], "Read https://example.com now"),
        ("Read example.com now", [link(5, 16, "https://www.example.com/")], "Read https://www.example.com/ now"),
        ("Read Example.com… now", [link(5, 19, "https://example.com/x")], "Read https://example.com/x now"),
        ("My new book is out", [link(0, 11, "https://example.com/my-new-book")], "My new book is out"),
        ("See it here", [link(7, 11, "https://here.example.com/")], "See it here"),
        ("Ça va? a.fr/x... ok", [link(8, 17, "https://a.fr/xyz")], "Ça va? https://a.fr/xyz ok"),
        (
            "a.org b.org",
            [link(0, 5, "https://a.org/1"), link(6, 11, "https://b.org/2")],
            "https://a.org/1 https://b.org/2",
        ),
        ("a.org", [link(0, 5, "https://a.org/1"), link(0, 5, "https://a.org/2")], "https://a.org/2"),
        ("Short", [link(0, 99, "https://a.org"), link(3, 1, "https://a.org"), link(-4, 2, "https://a.org")], "Short"),
        ("é.fr", [link(1, 5, "https://é.fr")], "é.fr"),  # begins inside a letter
        ("Tag #sea", [{"index": {"byteStart": 4, "byteEnd": 8}, "features": [{"tag": "sea"}]}], "Tag #sea"),
        ("Odd", [{}, {"index": None, "features": None}, {"features": [{"uri": 7}]}, 8], "Odd"),
    ],
)
def test_links_that_are_cut_short_are_given_in_full(text: str, facets: list[Any], expected: str | None):
    [row] = rows({"post": view(1, text=text, facets=facets)})

    assert isinstance(row, Post)
    assert row.text == (expected or "Read https://example.com/a-long-way now")


def test_the_address_of_a_post():
    nameless = {**view(2), "author": {"did": "did:plc:ada", "handle": "handle.invalid"}}
    named, unnamed = rows(own(1), {"post": nameless})

    assert named.url == "https://bsky.app/profile/ada.example.org/post/3k1"
    assert unnamed.url == "https://bsky.app/profile/did:plc:ada/post/3k2"


def reply_to(parent: dict[str, Any]) -> dict[str, Any]:
    answered = {"parent": {"uri": parent["uri"]}, "root": {"uri": parent["uri"]}}
    return {"post": view(5, reply=answered), "reply": {"parent": parent, "root": parent}}


def test_a_reply_brings_the_post_of_somebody_else_that_it_answers():
    reply, parent = rows(reply_to(view(4, BOB)))

    assert reply.reply_to == "at://did:plc:bob/app.bsky.feed.post/3k4"
    assert (parent.reason, parent.detail) == ("other_author", "bob.example.org")
    assert Post.model_validate(parent.row).post_id == reply.reply_to


@pytest.mark.parametrize(
    "parent",
    [
        view(4),  # the author's own: a thread
        {"uri": "at://did:plc:bob/app.bsky.feed.post/3k4", "notFound": True},
        {"uri": "at://did:plc:bob/app.bsky.feed.post/3k4", "blocked": True, "author": {"did": "did:plc:bob"}},
    ],
)
def test_a_parent_that_is_the_authors_own_or_cannot_be_seen_is_no_row(parent: dict[str, Any]):
    [reply] = rows(reply_to(parent))

    assert reply.reply_to == parent["uri"]


def test_sharing_a_post_of_ones_own_does_not_hide_it():
    again, first, others = rows(shared(1, 9, ADA), own(1), shared(2, 8))

    assert [row.kind for row in (again, first, others)] == ["repost", "original", "repost"]
    assert {row.author for row in (again, first, others)} == {"ada.example.org"}
    assert len({row.id for row in (again, first, others)}) == 3


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b'{"feed": [{"post":', ["broken_json"]),
        (b'["feed"]', ["not_an_object"]),
        (b'{"feed": {}}', []),
        (b'{"feed": [1, {}, {"post": {"uri": "at://x/y/1"}}]}', ["no_id", "no_text"]),
        (b'{"feed": [{"post": {"record": {}}, "reason": {"by": {}}}]}', ["no_id"]),
        (b'{"feed": [{"post": {"uri": "u", "record": {"text": "t"}, "indexedAt": "noon"}}]}', ["unreadable_date"]),
    ],
)
def test_answers_that_are_malformed(content: bytes, reasons: list[str]):
    assert [row.reason for row in read_posts(content, ACCOUNT)] == reasons


def test_whatever_stands_in_an_answer_becomes_rows(spoiled: Callable[[Any], Any]):
    text = "a.org and more"
    item = reply_to(view(4, BOB))
    item["post"]["record"] |= {
        "text": text,
        "facets": [link(0, 5, "https://a.org")],
        "langs": ["en"],
        "embed": WITH_MEDIA,
    }
    example, account = {"feed": [item, shared(3, 9)]}, ACCOUNT
    for page in spoiled(example):
        for row in read_posts(json.dumps(page).encode(), account):
            row.model_dump_json().encode()
