"""Posts from an account of X through its API v2: the search of the full archive, newest first, paid by what is read.

    GET /2/tweets/search/all?query=from:NAME -is:retweet&start_time=2006-03-21T00:00:00Z&max_results=500
    {"data": [{"id": "1790", "text": "@ada So true", "author_id": "12", "created_at": "2024-05-12T08:15:30.000Z",
               "referenced_tweets": [{"type": "replied_to", "id": "1789"}]}],
     "includes": {"tweets": [{"id": "1789", "text": "Rain again.", "author_id": "77"}]},
     "meta": {"newest_id": "1790", "oldest_id": "1790", "result_count": 1, "next_token": "b26v89c19zqg8o3f"}}

X charges for every post in an answer: those that were asked for, and those that they refer to ("includes"), which are
what the replies answer. It charges twice as much for a user, so no users are asked for: handles are taken from the
mentions. Reposts, which are never the person's words, are not asked for either. A post read again on the same day (UTC)
is not charged again, nor is an answer without content, such as a refusal (docs.x.com, pricing, November 2026).

The key is read from the environment variable X_BEARER_TOKEN. Does not handle: posts of protected accounts, posts older
than the newest one known that were missed (a `since` set further back finds nothing more), corrections made later.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from extractors.posts.api import inside, notes, objects, parsed_object, status
from extractors.posts.fields import (
    MALFORMED_ROW,
    NO_ID,
    NO_TEXT,
    UNREADABLE_DATE,
    Kind,
    iso_utc,
    json_objects,
)
from extractors.posts.tabular import OTHER_AUTHOR
from extractors.retrieval import About, Answer, History
from extractors.web import Web
from likeness.errors import SettingsError, SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.ledger import Ledger, MicroUSD, usd
from likeness.records import Post, Rejected
from likeness.sources import XAccount

LARGEST_PAGE = 500
SMALLEST_PAGE = 10
"""Posts of one answer. Source: docs.x.com, GET /2/tweets/search/all, max_results."""

RESOURCES_PER_POST = 3
"""Most resources that a post found can bring: itself, the post that it answers and the one that it quotes."""

USER_IN_POSTS = 2
"""What a user costs, in posts: $0.010 to $0.005."""

FIRST_POST = "2006-03-21T00:00:00Z"
"""Without a start the search goes back 30 days only; X has no older post than this."""

_FIELDS = (
    "attachments,author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,note_tweet,"
    "referenced_tweets,source"
)
_KINDS: dict[str, Kind] = {"retweeted": "repost", "replied_to": "reply", "quoted": "quote"}


def quote(source: XAccount, read: int = 0) -> tuple[int, MicroUSD]:
    """The most that one collection can read and cost: posts, and micro-dollars.

    At worst every post answers one and quotes another, and the account is looked up. Where nobody is answered it costs
    a third of that, two thirds where every post is a reply. `read` posts were read before an interruption.
    """
    posts = max(0, source.most - read)
    return posts, usd(source.usd_per_post) * (posts * RESOURCES_PER_POST + USER_IN_POSTS)


def fetch(source: XAccount, web: Web, history: History, ledger: Ledger) -> Iterator[Answer]:
    """The posts since the newest one known, then those that earlier collections left because of `most`.

    Before each request its worst case is reserved in the ledger, and what came is settled after it.

    Raises:
        BudgetExceeded: if not even the smallest page can be paid for; a later collection goes on from here.
        SettingsError: without a key.
        SourceDenied: if X refuses the key (401, 402, 403), or if the account is protected.
        SourceGone: if there is no such account.
        RateLimited, SourceUnavailable: if X asks for a longer wait than we make, or fails.
    """
    stretches = _unfinished([*history.earlier, *history.current])
    if not history.current:
        stretches = {_newest(about["newest_id"] for about in history.earlier): "", **stretches}
    left = source.most - sum(int(about["posts"]) for about in history.current)
    for since_id, cursor in stretches.items():
        for answer in _pages(source, web, ledger, since_id, cursor, left):
            left -= int(answer.about["posts"])
            yield answer


def _unfinished(abouts: Sequence[About]) -> dict[str, str]:
    """Where to go on in the stretches that have no end yet; a stretch is named by the id that it began after."""
    ends = {about["since_id"]: about["cursor"] for about in abouts}
    return {since_id: cursor for since_id, cursor in ends.items() if cursor}


def _newest(ids: Iterable[str]) -> str:
    return max(ids, key=lambda number: (len(number), number), default="")


def _pages(source: XAccount, web: Web, ledger: Ledger, since_id: str, cursor: str, left: int) -> Iterator[Answer]:
    """The answers of one stretch from its cursor on. An empty one is kept only where it ends a stretch begun before."""
    while left >= SMALLEST_PAGE:
        size = _page_size(source, ledger, left)
        params = _params(source, since_id, cursor, size)
        content, page, about = _paid(source, web, ledger, "/2/tweets/search/all", params, size * RESOURCES_PER_POST)
        if "meta" not in page:
            raise SourceUnavailable(f"@{_name(source)}: X answers with an error: {_problem(page)}")
        found, is_first = objects(page.get("data")), not cursor
        if not found and is_first and not since_id:
            _check_account(source, web, ledger)
        cursor = str(inside(page, "meta").get("next_token") or "")
        left -= len(found)
        if found or not is_first:
            newest = _newest([since_id, *(str(post.get("id", "")) for post in found)])
            place = {"since_id": since_id, "cursor": cursor, "newest_id": newest, "posts": str(len(found))}
            yield Answer(content, "json", {**about, **place})
        if not cursor:
            return


def _params(source: XAccount, since_id: str, cursor: str, size: int) -> dict[str, str]:
    start = max(FIRST_POST, f"{source.since or date.min}T00:00:00Z")
    return {
        "query": f"from:{_name(source)} -is:retweet",
        # What is not needed today is asked for too: asking again would be paid for again.
        "tweet.fields": _FIELDS,
        "expansions": "referenced_tweets.id",
        "max_results": str(size),
        **({"since_id": since_id} if since_id else {"start_time": start}),
        **({"next_token": cursor} if cursor else {}),
    }


def _page_size(source: XAccount, ledger: Ledger, left: int) -> int:
    """As many posts as are `left` and can be paid for at worst; the smallest page if not even that can be."""
    worst = usd(source.usd_per_post) * RESOURCES_PER_POST
    affordable = (ledger.budget - ledger.spent) // worst if worst else LARGEST_PAGE
    return max(SMALLEST_PAGE, min(LARGEST_PAGE, left, affordable))


def _paid(
    source: XAccount, web: Web, ledger: Ledger, path: str, params: Mapping[str, str], resources: int
) -> tuple[bytes, dict[str, Any], dict[str, str]]:
    """One answer as it came, parsed, and what is noted of it; at most `resources` posts are paid for."""
    price, key = usd(source.usd_per_post), _key()
    charge = ledger.reserve("X", f"@{_name(source)} {path}", price * resources)
    try:
        reply = web.get(f"{source.server}{path}", params=params, headers={"Authorization": f"Bearer {key}"})
    except SourceError as error:
        ledger.settle(charge, 0)
        raise (_refusal(error, source) or error) from error.__cause__
    page = parsed_object(reply)
    ledger.settle(charge, price * _resources(page))
    return reply.content, page, notes(reply)


def _resources(page: dict[str, Any]) -> int:
    """What an answer costs, in posts; one that is found and referred to as well is one resource."""
    found, includes = page.get("data"), inside(page, "includes")
    posts = {str(post.get("id")) for post in objects(found) + objects(includes.get("tweets"))}
    users = len(objects(includes.get("users"))) + isinstance(found, dict)
    return len(posts) + users * USER_IN_POSTS


def _check_account(source: XAccount, web: Web, ledger: Ledger) -> None:
    """Say why an account has no posts at all: the search alone answers the same for one that does not exist."""
    path = f"/2/users/by/username/{_name(source)}"
    _, page, _ = _paid(source, web, ledger, path, {"user.fields": "protected"}, USER_IN_POSTS)
    if "data" not in page:
        raise SourceGone(f"@{_name(source)}: not on X ({_problem(page)}); check the account")
    if inside(page, "data").get("protected"):
        raise SourceDenied(f"@{_name(source)}: its posts are protected, for followers only; remove this source")


def _problem(page: dict[str, Any]) -> str:
    errors = objects(page.get("errors")) or [page]
    return " ".join(str(errors[0].get("detail") or errors[0].get("title") or "no reason given").split())


def _refusal(error: SourceError, source: XAccount) -> SourceError | None:
    """What a refusal of X means; None for a passing fault."""
    match status(error):
        case 401 | 402 | 403 as refused:
            return SourceDenied(
                f"@{_name(source)}: X refuses the key in X_BEARER_TOKEN ({refused}); its app needs credits, and access "
                "to the search of the full archive (console.x.com)"
            )
        case 400 | 404 as refused:
            return SourceGone(f"@{_name(source)}: X cannot search for it ({refused}); check the account")
    return None


def _key() -> str:
    key = os.environ.get("X_BEARER_TOKEN", "").strip()
    if not key:
        raise SettingsError(
            "X_BEARER_TOKEN is not set: X needs the bearer token of an app with credits (console.x.com)"
        )
    return key


def _name(source: XAccount) -> str:
    return source.account.removeprefix("@")


def read_posts(content: bytes, source: XAccount) -> Iterator[Post | Rejected]:
    """The posts of one answer, then those of other people that they answer or quote.

    Rejected are answers and posts that cannot be read (`broken_json`, `not_an_object`, `no_id`, `no_text`,
    `unreadable_date`, `malformed_row`), and other people's posts (`other_author`).
    """
    for page in json_objects(content, f"@{_name(source)}"):
        if isinstance(page, Rejected):
            yield page
            continue
        own = objects(page.get("data"))
        yield from (_post(post, _name(source)) for post in own)
        own_ids = {str(post.get("author_id")) for post in own}
        handles = _handles(page)
        for post in objects(inside(page, "includes").get("tweets")):
            author = str(post.get("author_id"))
            if author not in own_ids:  # own ones are found by the search itself
                row = _post(post, handles.get(author, author))
                yield row if isinstance(row, Rejected) else Rejected.of(row, OTHER_AUTHOR, row.author)


def _handles(page: dict[str, Any]) -> dict[str, str]:
    """Handles by the ids of users, as far as they are mentioned in the posts."""
    includes = inside(page, "includes")
    posts = objects(page.get("data")) + objects(includes.get("tweets"))
    mentions = [mention for post in posts for mention in objects(inside(post, "entities").get("mentions"))]
    return {str(user.get("id")): str(user.get("username")) for user in [*mentions, *objects(includes.get("users"))]}


def _post(post: dict[str, Any], author: str) -> Post | Rejected:
    post_id, text = post.get("id"), inside(post, "note_tweet").get("text") or post.get("text")
    if not post_id:
        return Rejected(reason=NO_ID, row=post)
    if not isinstance(text, str):
        return Rejected(reason=NO_TEXT, row=post)
    references = {str(other.get("type")): other.get("id") for other in objects(post.get("referenced_tweets"))}
    try:
        return Post(
            platform="x",
            post_id=str(post_id),
            author=author,
            text=text,
            created_at=iso_utc(post.get("created_at") or ""),
            url=f"https://x.com/{author}/status/{post_id}",
            kind=_kind(post, references),
            reply_to=references.get("replied_to"),
            lang=post.get("lang"),
            app=post.get("source"),
        )
    except ValidationError as error:
        return Rejected(reason=MALFORMED_ROW, row=post, detail=str(error))
    except ValueError as error:
        return Rejected(reason=UNREADABLE_DATE, row=post, detail=str(error))


def _kind(post: dict[str, Any], references: dict[str, Any]) -> Kind:
    named = next((kind for name, kind in _KINDS.items() if name in references), None)
    # A reply whose parent was deleted has no reference any more.
    return "reply" if post.get("in_reply_to_user_id") and named in (None, "quote") else named or "original"
