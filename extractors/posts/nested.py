"""Dumps that are no tables: the posts inside an answer of a server, each as a flat row that `tabular` can read.

    {"data": [{"id": "20", "text": "...", "author_id": "12"}], "includes": {"users": [{"id": "12", "username": "j"}]}}
    {"data": {"user": {"result": {"timeline": {... "tweet_results": {"result": {"rest_id": "20", "legacy": {...}}}}}}}
    {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": {"type": "Note", "content": "<p>.."}}]}
    [{"tweet": {"id_str": "20", "full_text": "..."}}]

In this order: pages of X's API v2, answers of X's own site (GraphQL: timelines, conversations, searches), the
outbox.json of a Mastodon archive, the entries of an X archive without their file. Anything else is a row already.

Posts that a page only refers to (those that were answered) become rows too, with their own authors; what lies inside a
post (the one that it shares or quotes) does not. Does not handle: users, media, polls, long articles.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from extractors.posts.api import inside, objects

Row = dict[str, Any]

_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_REFERENCES = {
    "replied_to": "in_reply_to_status_id",
    "retweeted": "retweeted_status_id",
    "quoted": "quoted_status_id",
}


def flat_rows(value: Row) -> Iterator[Row]:
    """The posts inside one object of a dump, in its order; the object itself if it is a post."""
    data = value.get("data")
    if isinstance(value.get("orderedItems"), list):
        yield from (_activity(activity) for activity in objects(value["orderedItems"]))
    elif value.keys() & {"id", "id_str", "tweet_id"}:
        yield _with_references(value)
    elif isinstance(data, list) or (isinstance(data, dict) and "id" in data):
        yield from _page(value)
    elif isinstance(data, dict):
        yield from _timeline(data)
    elif isinstance(value.get("tweet"), dict):
        yield value["tweet"]
    else:
        yield value


def _page(page: Row) -> Iterator[Row]:
    """The posts of a page of X's API v2, then those that they refer to, with the handles of their authors."""
    includes = inside(page, "includes")
    handles = {user.get("id"): user.get("username") for user in objects(includes.get("users"))}
    data = page["data"] if isinstance(page["data"], list) else [page["data"]]
    for post in objects(data):
        yield _with_references({"username": handles.get(post.get("author_id")), **post})
    for post in objects(includes.get("tweets")):
        author = post.get("author_id")
        yield _with_references({"username": handles.get(author) or author, **post})


def _with_references(post: Row) -> Row:
    """A post of API v2 with what it answers, shares or quotes under the names of v1."""
    references = {
        _REFERENCES.get(str(other.get("type"))): other.get("id") for other in objects(post.get("referenced_tweets"))
    }
    return {**post, **{name: number for name, number in references.items() if name}} if references else post


def _timeline(answer: Row) -> Iterator[Row]:
    """The posts of a GraphQL answer from top to bottom, however its entries are nested."""
    waiting: list[Any] = [answer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict) and "tweet_results" in value:
            yield _result(inside(inside(value, "tweet_results"), "result"))
        elif isinstance(value, dict | list):
            waiting += reversed(list(value.values() if isinstance(value, dict) else value))


def _result(result: Row) -> Row:
    """One post of a GraphQL answer with the names of v1; a post that may not be seen ("tombstone") has no id."""
    result = inside(result, "tweet") or result  # some come wrapped in a note on who may see or answer them
    legacy, user = inside(result, "legacy"), inside(result, "core", "user_results", "result")
    note = inside(result, "note_tweet", "note_tweet_results", "result").get("text")
    # The names of users moved from "legacy" to "core" in 2025.
    handle = inside(user, "core").get("screen_name") or inside(user, "legacy").get("screen_name")
    return {
        **legacy,
        "id_str": result.get("rest_id"),
        "full_text": note or legacy.get("full_text"),
        "screen_name": handle,
        "source": result.get("source") or legacy.get("source"),
    }


def _activity(activity: Row) -> Row:
    """One activity of an outbox under the names of Mastodon's API; a shared post is known only by its address."""
    note = inside(activity, "object")
    answered = str(note.get("inReplyTo") or "")
    is_here = urlsplit(answered).netloc == urlsplit(str(activity.get("actor"))).netloc
    return {
        "id": _number(str(note.get("id") or activity.get("id") or "")),
        "content": note.get("content") or "",
        "created_at": note.get("published") or activity.get("published"),
        "url": note.get("url") or note.get("id"),
        "in_reply_to_id": _number(answered) if is_here else answered,
        "language": next(iter(inside(note, "contentMap")), None),
        "reblog": activity.get("type") == "Announce",
        "visibility": "public" if _is_public(activity) or _is_public(note) else "private",
    }


def _number(address: str) -> str:
    """The last part of 'https://example.social/users/ada/statuses/109/activity' that is the post's own: '109'."""
    return address.removesuffix("/activity").rpartition("/")[2]


def _is_public(activity: Row) -> bool:
    """Whether everybody is among those whom it is addressed to."""
    addressed = [activity.get("to"), activity.get("cc")]
    return any(name in _PUBLIC for names in addressed for name in (names if isinstance(names, list) else [names]))
