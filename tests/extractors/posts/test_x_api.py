import base64
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.posts.x_api import fetch, quote, read_posts
from extractors.web import Web
from likeness.errors import BudgetExceeded, RateLimited, SettingsError, SourceDenied, SourceGone, SourceUnavailable
from likeness.ledger import Ledger, usd
from likeness.records import Post, Rejected
from likeness.sources import XAccount

KEY = "AAAAsecret%3Dof-this-test"


def tweet(number: int, **fields: Any) -> dict[str, Any]:
    created_at = f"2024-05-{1 + number // 24 % 28:02}T{number % 24:02}:15:30.000Z"
    return {"id": str(number), "text": f"Post {number}", "author_id": "12", "created_at": created_at, **fields}


class X:
    """The search of X's archive: pages by token, since_id and start_time, and a charge for each post."""

    def __init__(self, server: HTTPServer) -> None:
        self.tweets = [tweet(number) for number in range(1000, 1095)]
        self.others: dict[str, dict[str, Any]] = {}
        self.user: dict[str, Any] = {"data": {"id": "12", "username": "ada", "protected": False}}
        self.largest, self.billed = 20, 0
        self.failures: list[Response | None] = []  # None for an answer that is as it should be
        self.asked: list[dict[str, str]] = []
        server.expect_request("/2/tweets/search/all").respond_with_handler(self.search)
        server.expect_request("/2/users/by/username/ada").respond_with_handler(self.look_up)

    def search(self, request: Request) -> Response:
        self.asked.append(asked := dict(request.args))
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return problem(401, "Unauthorized")
        if self.failures and (failure := self.failures.pop(0)):
            return failure
        size = int(asked["max_results"])
        if not 10 <= size <= 500 or asked["query"] != "from:ada -is:retweet":
            return problem(400, "Invalid Request")
        return self.page(asked, min(size, self.largest))

    def page(self, asked: dict[str, str], size: int) -> Response:
        before = int(base64.b64decode(asked["next_token"])) if "next_token" in asked else 10**9
        after, start = int(asked.get("since_id", 0)), asked.get("start_time", "2024-05-20")
        wanted = [t for t in self.tweets if after < int(t["id"]) < before and (after or t["created_at"] >= start)]
        found = sorted(wanted, key=lambda t: -int(t["id"]))[:size]
        meta: dict[str, Any] = {"result_count": len(found)}
        if len(wanted) > size:
            meta["next_token"] = base64.b64encode(found[-1]["id"].encode()).decode()
        ids = {reference["id"] for t in found for reference in t.get("referenced_tweets", [])}
        included = [self.others[number] for number in sorted(ids & set(self.others))]
        self.billed += len(found) + len(included)
        page = {"data": found, "includes": {"tweets": included}, "meta": meta}
        return answer({name: value for name, value in page.items() if value and value != {"tweets": []}})

    def look_up(self, request: Request) -> Response:
        self.billed += 2 if "data" in self.user else 0
        return answer(self.user)


def answer(value: Any) -> Response:
    return Response(json.dumps(value), content_type="application/json")


def problem(status: int, title: str, **headers: str) -> Response:
    return Response(json.dumps({"title": title, "detail": title}), status, headers, content_type="application/json")


@pytest.fixture
def x(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> X:
    monkeypatch.setenv("X_BEARER_TOKEN", KEY)
    return X(httpserver)


@pytest.fixture
def collecting(x: X, httpserver: HTTPServer, web: Web, collection: Any, tmp_path: Path) -> Callable[..., Any]:
    """Begin a collection from the stand-in: `collecting(usd=5, name="data", most=100)`."""

    def begin(budget: float = 100, name: str = "data", **settings: Any) -> Any:
        source = XAccount(account="@ada", server=httpserver.url_for("").rstrip("/"), **settings)
        ledger = Ledger(tmp_path / name / "ada" / "ledger.jsonl", usd(budget))
        collected = collection(source, lambda history: fetch(source, web, history, ledger), name)
        collected.ledger = ledger
        return collected

    return begin


def ids(tweets: list[dict[str, Any]]) -> list[str]:
    return sorted((t["id"] for t in tweets), key=int, reverse=True)


def test_the_whole_archive_is_read_newest_first(x: X, collecting: Callable[..., Any]):
    collected = collecting()

    assert collected.collect() == 5
    assert collected.posts(read_posts) == ids(x.tweets)
    assert x.asked[0]["start_time"] == "2006-03-21T00:00:00Z"
    assert [asked["max_results"] for asked in x.asked] == ["500"] * 5


def test_a_collection_that_is_killed_at_any_page_loses_nothing_and_keeps_nothing_twice(
    x: X, collecting: Callable[..., Any]
):
    for page in range(5):
        collected = collecting(name=f"killed-{page}")
        assert collected.collect_killed(page)
        x.asked.clear()
        collected.collect()

        assert collected.posts(read_posts) == ids(x.tweets)
        assert len(x.asked) == 5 - page


def test_a_server_that_fails_at_any_page_loses_nothing_and_costs_nothing_twice(x: X, collecting: Callable[..., Any]):
    for page in range(5):
        collected = collecting(name=f"failed-{page}")
        x.billed, x.failures = 0, [None] * page + [problem(503, "Over capacity")] * 4
        with pytest.raises(SourceUnavailable):
            collected.collect()
        collected.collect()

        assert collected.posts(read_posts) == ids(x.tweets)
        assert x.billed == 95
        assert collected.ledger.spent == 95 * 5000


def test_a_second_collection_asks_only_for_what_is_new(x: X, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect()
    x.asked.clear()
    assert collected.collect() == 0
    assert [asked["since_id"] for asked in x.asked] == ["1094"]
    assert "start_time" not in x.asked[0]

    x.tweets += [tweet(number) for number in range(1095, 1130)]
    x.asked.clear()
    assert collected.collect() == 2
    assert [asked["since_id"] for asked in x.asked] == ["1094", "1094"]
    assert sorted(collected.posts(read_posts)) == sorted(ids(x.tweets))
    assert collected.ledger.spent == x.billed * 5000


def test_posts_that_appear_while_a_collection_is_interrupted_come_with_the_next(x: X, collecting: Callable[..., Any]):
    collected = collecting()
    collected.collect_killed(2)
    x.tweets += [tweet(number) for number in range(1095, 1098)]
    collected.collect()
    assert collected.posts(read_posts)[0] == "1094"

    collected.collect()
    assert sorted(collected.posts(read_posts)) == sorted(ids(x.tweets))


def test_what_most_leaves_is_read_by_the_next_collection_after_what_is_new(x: X, collecting: Callable[..., Any]):
    collected = collecting(most=50)
    collected.collect()
    assert collected.posts(read_posts) == ids(x.tweets)[:50]
    assert [asked["max_results"] for asked in x.asked] == ["50", "30", "10"]

    x.tweets += [tweet(1095)]
    collected.collect()
    assert collected.posts(read_posts)[50:] == ["1095", *ids(x.tweets)[51:91]]
    collected.collect()
    assert sorted(collected.posts(read_posts)) == sorted(ids(x.tweets))
    x.asked.clear()
    collected.collect()
    assert len(x.asked) == 1


def test_the_end_of_a_stretch_is_kept_even_if_it_is_empty(x: X, collecting: Callable[..., Any]):
    x.tweets = x.tweets[:60]
    collected = collecting(most=20)
    collected.collect()
    x.tweets = x.tweets[40:]  # what was left is deleted before it is read
    collected.collect()
    x.asked.clear()
    collected.collect()

    assert [asked.get("since_id") for asked in x.asked] == ["1059"]


def test_nothing_is_older_than_x(x: X, collecting: Callable[..., Any]):
    collecting(since=date(1999, 1, 1)).collect()

    assert x.asked[0]["start_time"] == "2006-03-21T00:00:00Z"


def test_since_bounds_the_first_collection(x: X, collecting: Callable[..., Any]):
    collected = collecting(since=date(2024, 5, 18))
    collected.collect()

    assert x.asked[0]["start_time"] == "2024-05-18T00:00:00Z"
    assert collected.posts(read_posts) == [t for t in ids(x.tweets) if tweet(int(t))["created_at"] >= "2024-05-18"]


@pytest.mark.parametrize("budget", [0.2, 0.5, 0.6])
def test_the_budget_stops_before_spending_and_more_of_it_goes_on(x: X, collecting: Callable[..., Any], budget: float):
    for number in range(0, 95, 2):
        x.tweets[number]["referenced_tweets"] = [{"type": "replied_to", "id": str(number)}]
        x.others[str(number)] = {"id": str(number), "text": "Well?", "author_id": "77"}
    collected = collecting(budget=budget)
    with pytest.raises(BudgetExceeded):
        collected.collect()
    assert collected.ledger.spent == x.billed * 5000 <= usd(budget)
    assert usd(budget) - collected.ledger.spent < 10 * 3 * 5000
    assert len(collected.retrievals()) == 1, "what was paid for can be used"

    spent = x.billed
    richer = collecting(budget=10)
    richer.collect()
    assert richer.posts(read_posts) == ids(x.tweets)
    assert x.billed == 95 + 48
    assert richer.ledger.spent == x.billed * 5000 and spent > 0


def test_without_a_budget_nothing_is_asked(x: X, collecting: Callable[..., Any]):
    with pytest.raises(BudgetExceeded, match=r"raise .budget. usd"):
        collecting(budget=0).collect()

    assert not x.asked


def test_a_kill_during_a_request_counts_at_its_worst(
    x: X, collecting: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
):
    collected = collecting()

    def die(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Web, "get", die)
        with pytest.raises(KeyboardInterrupt):
            collected.collect()
    assert collected.ledger.spent == 500 * 3 * 5000


def test_a_rate_limit_is_waited_for(
    x: X, collecting: Callable[..., Any], slept: list[float], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("extractors.web.time.time", lambda: 1_700_000_000.0)
    headers = {"x-rate-limit-reset": "1700000420", "x-rate-limit-remaining": "0"}
    x.failures = [problem(429, "Too Many Requests", **headers)]
    collected = collecting()
    collected.collect()

    assert slept == [420]
    assert collected.posts(read_posts) == ids(x.tweets)
    assert collected.ledger.spent == x.billed * 5000


def test_a_longer_wait_is_left_to_the_next_collection(
    x: X, collecting: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("extractors.web.time.time", lambda: 1_700_000_000.0)
    x.failures = [problem(429, "UsageCapExceeded", **{"x-rate-limit-reset": "1700086400"})]
    collected = collecting()
    with pytest.raises(RateLimited):
        collected.collect()

    assert collected.ledger.spent == 0
    collected.collect()
    assert collected.posts(read_posts) == ids(x.tweets)


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (401, SourceDenied, r"^@ada: X refuses the key in X_BEARER_TOKEN \(401\)[^\n]+credits[^\n]+$"),
        (402, SourceDenied, r"^@ada: X refuses the key in X_BEARER_TOKEN \(402\)[^\n]+credits[^\n]+$"),
        (403, SourceDenied, r"^@ada: X refuses the key in X_BEARER_TOKEN \(403\)[^\n]+full archive[^\n]+$"),
        (400, SourceGone, r"^@ada: X cannot search for it \(400\); check the account$"),
        (503, SourceUnavailable, r"fails \(503\)"),
    ],
)
def test_a_refusal_is_one_line_and_costs_nothing(
    x: X,
    collecting: Callable[..., Any],
    caplog: pytest.LogCaptureFixture,
    status: int,
    error: type[Exception],
    told: str,
):
    caplog.set_level("DEBUG")
    x.failures = [problem(status, "No")] * 4
    collected = collecting()
    with pytest.raises(error, match=told) as caught:
        collected.collect()

    assert collected.ledger.spent == 0
    x.failures = []
    collected.collect()
    written = [path.read_bytes() for path in collected.workspace.folder.rglob("*") if path.is_file()]
    assert KEY not in f"{caught.value}{caught.value.__cause__}{caplog.text}"
    assert not [content for content in [*written, *collected.answers()] if KEY.encode() in content]


def test_the_key_is_not_sent_where_a_redirect_leads(x: X, collecting: Callable[..., Any], httpserver: HTTPServer):
    seen: list[str | None] = []

    def elsewhere(request: Request) -> Response:
        seen.append(request.headers.get("Authorization"))
        return answer({"meta": {"result_count": 0}})

    httpserver.expect_request("/elsewhere").respond_with_handler(elsewhere)
    there = httpserver.url_for("/elsewhere").replace("localhost", "127.0.0.1")
    x.failures = [Response("", 302, {"Location": there})]
    collecting().collect()

    assert seen == [None]


def test_no_key(x: X, collecting: Callable[..., Any], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("X_BEARER_TOKEN", " ")
    with pytest.raises(SettingsError, match=r"^X_BEARER_TOKEN is not set"):
        collecting().collect()

    assert not x.asked


@pytest.mark.parametrize(
    ("user", "error", "told"),
    [
        (
            {"errors": [{"title": "Not Found Error", "detail": "Could not find user\n[ada]."}]},
            SourceGone,
            "find user .ada",
        ),
        ({"errors": [{"title": "Forbidden", "detail": "User has been suspended: [ada]."}]}, SourceGone, "suspended"),
        ({"data": {"id": "12", "username": "ada", "protected": True}}, SourceDenied, "are protected"),
    ],
)
def test_an_account_without_posts_is_looked_up(
    x: X, collecting: Callable[..., Any], user: dict[str, Any], error: type[Exception], told: str
):
    x.tweets, x.user = [], user
    collected = collecting()
    with pytest.raises(error, match=rf"^@ada: [^\n]*{told}[^\n]*$"):
        collected.collect()

    assert collected.ledger.spent == x.billed * 5000


def test_an_account_that_is_just_silent_leaves_nothing_behind(x: X, collecting: Callable[..., Any]):
    x.tweets = []
    collected = collecting()

    assert collected.collect() == 0
    assert not collected.retrievals()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('{"data": [{"id"', "not what such a server answers"),
        ("<html>Log in to this network</html>", "not what such a server answers"),
        ("[]", "no JSON object"),
        ('{"errors": [{"title": "Service Unavailable", "detail": "Try again"}]}', "X answers with an error: Try again"),
    ],
)
def test_an_answer_that_is_none_is_a_passing_fault(x: X, collecting: Callable[..., Any], body: str, told: str):
    x.failures = [Response(body)]
    collected = collecting()
    with pytest.raises(SourceUnavailable, match=told):
        collected.collect()

    collected.collect()
    assert collected.posts(read_posts) == ids(x.tweets)


@pytest.mark.parametrize(("read", "posts", "dollars"), [(0, 30_000, 450.01), (29_000, 1_000, 15.01), (40_000, 0, 0.01)])
def test_the_quote_is_the_most_it_can_cost(read: int, posts: int, dollars: float):
    assert quote(XAccount(account="ada"), read) == (posts, usd(dollars))


def test_the_owner_pays_less():
    assert quote(XAccount(account="ada", usd_per_post=0.001, most=1000)) == (1000, usd("3.002"))


def rows(*tweets: Any, **page: Any) -> Iterator[Post | Rejected]:
    content = json.dumps({"data": list(tweets), "meta": {}, **page}).encode()
    return read_posts(content, XAccount(account="@ada"))


LONG = "A long one, of more than two hundred and eighty letters, which the short text cuts."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"kind": "original", "text": "Post 1000", "reply_to": None}),
        ({"text": "Fish &amp; chips"}, {"text": "Fish &amp; chips"}),  # entities are left to the cleaner
        ({"note_tweet": {"text": LONG}}, {"text": LONG}),
        ({"note_tweet": None}, {"text": "Post 1000"}),
        ({"referenced_tweets": [{"type": "replied_to", "id": "9"}]}, {"kind": "reply", "reply_to": "9"}),
        ({"referenced_tweets": [{"type": "quoted", "id": "9"}]}, {"kind": "quote", "reply_to": None}),
        ({"referenced_tweets": [{"type": "retweeted", "id": "9"}], "text": "RT @bob: Hm"}, {"kind": "repost"}),
        (
            {"referenced_tweets": [{"type": "quoted", "id": "8"}, {"type": "replied_to", "id": "9"}]},
            {"kind": "reply", "reply_to": "9"},
        ),
        ({"in_reply_to_user_id": "77"}, {"kind": "reply", "reply_to": None}),  # the parent was deleted
        ({"lang": "en", "source": "Twitter Web App"}, {"lang": "en", "app": "Twitter Web App"}),
        ({"created_at": None}, {"created_at": ""}),
        ({"created_at": "2024-05-12T23:59:60.5Z"}, "unreadable_date"),
        ({"created_at": "yesterday"}, "unreadable_date"),
        ({"id": None}, "no_id"),
        ({"text": None}, "no_text"),
        ({"lang": ["en"]}, "malformed_row"),
    ],
)
def test_reading_a_post(fields: dict[str, Any], expected: dict[str, Any] | str):
    [row] = rows(tweet(1000, **fields))

    if isinstance(row, Rejected):
        assert row.reason == expected
    else:
        assert row.model_dump().items() >= {"platform": "x", "author": "ada", "post_id": "1000", **expected}.items()


def test_the_address_and_the_date_of_a_post():
    [row] = rows(tweet(1000))

    assert (row.url, row.created_at) == ("https://x.com/ada/status/1000", "2024-05-14T16:15:30Z")


def test_posts_of_others_come_as_rejected_rows_with_their_handles_as_far_as_they_are_mentioned():
    mention = {"entities": {"mentions": [{"id": "77", "username": "bob"}]}}
    reply = tweet(1000, referenced_tweets=[{"type": "replied_to", "id": "9"}], **mention)
    others = [tweet(9, author_id="77"), tweet(8, author_id="78"), tweet(7, author_id="12")]
    _, bob, unknown = rows(reply, includes={"tweets": others})

    assert (bob.reason, bob.row["author"], bob.row["post_id"], bob.row["text"]) == (
        "other_author",
        "bob",
        "9",
        "Post 9",
    )
    assert unknown.row["author"] == "78"
    assert Post.model_validate(bob.row).url == "https://x.com/bob/status/9"


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b'{"data": [', ["broken_json"]),
        (b"7", ["not_an_object"]),
        (b'{"data": "none", "includes": [], "meta": 1}', []),
        (b'{"data": [1, null, {"id": "1"}]}', ["no_text"]),
        (b'{"meta": {"result_count": 0}}', []),
    ],
)
def test_answers_that_are_malformed(content: bytes, reasons: list[str]):
    assert [row.reason for row in read_posts(content, XAccount(account="ada"))] == reasons


def test_whatever_stands_in_an_answer_becomes_rows(spoiled: Callable[[Any], Any]):
    reply = tweet(1000, referenced_tweets=[{"type": "replied_to", "id": "9"}], note_tweet={"text": LONG}, lang="en")
    reply |= {"entities": {"mentions": [{"id": "77", "username": "bob"}]}, "source": "App", "in_reply_to_user_id": "77"}
    example = {"data": [reply], "includes": {"tweets": [tweet(9, author_id="77")]}, "meta": {"result_count": 1}}
    account = XAccount(account="ada")
    for page in spoiled(example):
        for row in read_posts(json.dumps(page).encode(), account):
            row.model_dump_json().encode()
