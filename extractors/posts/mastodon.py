"""Posts from an account of Mastodon through the interface of its server, newest first, without a key.

    GET https://example.social/api/v1/accounts/lookup?acct=ada
    GET https://example.social/api/v1/accounts/14715/statuses?limit=40&since_id=109&max_id=113
    [{"id": "112", "created_at": "2024-05-12T08:15:30.000Z", "content": "<p>So true</p>", "visibility": "public",
      "in_reply_to_id": "111", "in_reply_to_account_id": "77", "reblog": null, "language": "en", "account": {...}}]
    GET https://example.social/api/v1/statuses?id[]=111

The last request brings the posts that were answered, up to 40 at once; servers older than Mastodon 4.3, and some that
only speak its language, cannot do that, and then replies stay without context. Pleroma, GoToSocial and others answer
the first two as well.

A label that hides a text ("spoiler_text") is not part of the words. Does not handle: posts that the server has not seen
(of an account elsewhere), corrections made after a post was read, polls, the words of posts that are quoted.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from pydantic import ValidationError

from extractors.posts.api import inside, notes, parsed_list, parsed_object, status
from extractors.posts.fields import (
    MALFORMED_ROW,
    NO_ID,
    NO_TEXT,
    PRIVATE,
    UNREADABLE_DATE,
    Kind,
    iso_utc,
    json_objects,
    plain_text,
)
from extractors.posts.tabular import OTHER_AUTHOR
from extractors.retrieval import About, Answer, History
from extractors.web import Reply, Web
from likeness.errors import SourceDenied, SourceError, SourceGone
from likeness.records import Post, Rejected
from likeness.sources import MastodonAccount

PAGE = 40
"""Posts of one answer, the most there are. Source: docs.joinmastodon.org/methods/accounts/#statuses."""

_PUBLIC = ("public", "unlisted")
_NEXT = re.compile(r'<([^>]*)>\s*;\s*rel="?next\b')


def fetch(source: MastodonAccount, web: Web, history: History) -> Iterator[Answer]:
    """The posts since the newest one known, newest first, each answer followed by the posts that its replies answer.

    Raises:
        SourceGone: if there is no such account, or it is suspended.
        SourceDenied: if the server answers only people who are logged in.
        RateLimited, SourceUnavailable: as `Web.get`; also if the answer is none of Mastodon's.
    """
    account, gives_parents = _account_id(source, web), True
    since = history.earlier[-1]["newest"] if history.earlier else ""
    place = _place(history.current[-1]) if history.current else {"newest": "", "cursor": "", "answered": ""}
    while True:
        if place["answered"] and gives_parents:
            parents = _parents(source, web, place["answered"].split())
            place, gives_parents = {**place, "answered": ""}, parents is not None
            if parents and parents.content != b"[]":
                yield Answer(parents.content, "json", {**notes(parents), **place})
        reply = _page(source, web, account, since, place["cursor"])
        statuses = parsed_list(reply)
        if not statuses or _cursor(reply, statuses) == place["cursor"]:
            return
        place = {
            "newest": place["newest"] or str(statuses[0].get("id")),
            "cursor": _cursor(reply, statuses),
            "answered": " ".join(_answered_others(statuses)),
        }
        yield Answer(reply.content, "json", {**notes(reply), **place})


def _place(about: About) -> dict[str, str]:
    """Where an answer stands: the newest post of its retrieval, where to go on, and which parents are wanted first."""
    return {name: about[name] for name in ("newest", "cursor", "answered")}


def _account_id(source: MastodonAccount, web: Web) -> str:
    reply = _asked(source, web, "/api/v1/accounts/lookup", {"acct": source.account.removeprefix("@")})
    account = parsed_object(reply)
    number = str(account.get("id"))
    if account.get("suspended") or not number.isalnum():
        raise SourceGone(f"{source.account}: suspended by {_server(source)}; remove this source")
    return number


def _page(source: MastodonAccount, web: Web, account: str, since: str, cursor: str) -> Reply:
    # since_id alone gives the newest posts after it; min_id would give the oldest, and never say where the gap is.
    bounds = {"since_id": since, "max_id": cursor}
    params = {"limit": str(PAGE), **{name: bound for name, bound in bounds.items() if bound}}
    return _asked(source, web, f"/api/v1/accounts/{account}/statuses", params)


def _cursor(reply: Reply, statuses: list[dict[str, Any]]) -> str:
    """Where the next answer begins: the server says so, or it is the oldest post of this one."""
    link = _NEXT.search(reply.headers.get("link", ""))
    named = parse_qs(urlsplit(link[1]).query).get("max_id", []) if link else []
    return named[0] if named else str(statuses[-1].get("id"))


def _answered_others(posts: list[dict[str, Any]]) -> list[str]:
    """The ids of other people's posts that these answer, each once."""
    replies = [post for post in posts if post.get("in_reply_to_id")]
    others = [reply for reply in replies if reply.get("in_reply_to_account_id") != inside(reply, "account").get("id")]
    ids = dict.fromkeys(str(reply["in_reply_to_id"]) for reply in others)
    return [number for number in ids if number.isalnum()]


def _parents(source: MastodonAccount, web: Web, ids: list[str]) -> Reply | None:
    """The posts with these ids, as far as anybody may see them; None if the server cannot give several at once."""
    try:
        reply = web.get(f"{_server(source)}/api/v1/statuses?{urlencode([('id[]', number) for number in ids])}")
    except (SourceDenied, SourceGone):
        return None
    return reply if reply.content.startswith(b"[") else None


def _asked(source: MastodonAccount, web: Web, path: str, params: dict[str, str]) -> Reply:
    try:
        return web.get(f"{_server(source)}{path}", params=params)
    except (SourceDenied, SourceGone) as error:
        raise (_refusal(error, source) or error) from error.__cause__


def _refusal(error: SourceError, source: MastodonAccount) -> SourceError | None:
    """What a refusal of the server means; None if it was refused here, before it was asked."""
    match status(error):
        case 401 | 403 | 422 as refused:
            return SourceDenied(
                f"{source.account}: {_server(source)} answers only people with an account there ({refused}); use the "
                "archive that the owner can export, or remove this source"
            )
        case 400 | 404 | 410 as refused:
            return SourceGone(
                f"{source.account}: not on {_server(source)} ({refused}): renamed, deleted or suspended, or the server "
                "has another address than the account (set `server`)"
            )
    return None


def _server(source: MastodonAccount) -> str:
    return source.server or f"https://{source.account.removeprefix('@').partition('@')[2]}"


def read_posts(content: bytes, source: MastodonAccount) -> Iterator[Post | Rejected]:
    """The posts of one answer.

    Rejected are posts for followers or for those whom they name (`private`, without their words), answers and posts
    that cannot be read (`broken_json`, `not_an_object`, `no_id`, `no_text`, `unreadable_date`, `malformed_row`), and
    other people's posts (`other_author`).
    """
    name = source.account.removeprefix("@").casefold()
    for row in json_objects(content, source.account):
        post = row if isinstance(row, Rejected) else _post(row)
        if isinstance(post, Rejected) or post.author.casefold() in (name, name.partition("@")[0]):
            yield post
        else:
            yield Rejected.of(post, OTHER_AUTHOR, post.author)


def _post(post: dict[str, Any]) -> Post | Rejected:
    post_id, content = post.get("id"), (inside(post, "reblog") or post).get("content")
    if not post_id:
        return Rejected(reason=NO_ID, row=post)
    if post.get("visibility", "public") not in _PUBLIC:
        return Rejected(reason=PRIVATE, row={"id_str": post_id})
    if not isinstance(content, str):
        return Rejected(reason=NO_TEXT, row=post)
    try:
        return Post(
            platform="mastodon",
            post_id=str(post_id),
            author=inside(post, "account").get("acct") or "",
            text=plain_text(content),
            created_at=iso_utc(post.get("created_at") or ""),
            url=post.get("url") or post.get("uri") or "",
            kind=_kind(post),
            reply_to=post.get("in_reply_to_id"),
            lang=post.get("language"),
            app=inside(post, "application").get("name"),
        )
    except ValidationError as error:
        return Rejected(reason=MALFORMED_ROW, row=post, detail=str(error))
    except ValueError as error:
        return Rejected(reason=UNREADABLE_DATE, row=post, detail=str(error))


def _kind(post: dict[str, Any]) -> Kind:
    if post.get("reblog"):
        return "repost"
    if post.get("in_reply_to_id") or post.get("in_reply_to_account_id"):
        return "reply"
    return "quote" if post.get("quote") or post.get("quote_id") else "original"
