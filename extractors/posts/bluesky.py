"""Posts from an account of Bluesky through the public interface of its app view, newest first, without a key.

    GET /xrpc/app.bsky.feed.getAuthorFeed?actor=did:plc:ada&filter=posts_with_replies&limit=100
    {"feed": [{"post": {"uri": "at://did:plc:ada/app.bsky.feed.post/3kabc", "author": {"did": ..., "handle": ...},
                        "record": {"text": "So true", "createdAt": "2024-05-12T08:15:30.000Z", "langs": ["en"],
                                   "reply": {"parent": {"uri": "at://..."}}}, "indexedAt": "2024-05-12T08:15:31.201Z"},
               "reply": {"parent": {"uri": "at://...", "record": {"text": "Rain again."}, ...}}}],
     "cursor": "2024-05-12T08:15:30Z"}

An account that asks to be shown only to people who are logged in is left alone. Does not handle: posts that are dated
back when they are published (an import of old posts) if the account is known already, the words of posts that are
quoted, texts inside pictures.
"""

import re
from collections.abc import Iterator
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
from extractors.retrieval import Answer, History
from extractors.web import Web
from likeness.errors import SourceDenied, SourceGone, SourceUnavailable
from likeness.records import Post, Rejected
from likeness.sources import BlueskyAccount

PAGE = 100
"""Posts of one answer, the most there are. Source: the lexicon of app.bsky.feed.getAuthorFeed."""

EARLIEST = "2000"
"""What is dated before this year has a broken clock."""

NO_STRANGERS = "!no-unauthenticated"
"""The label with which an account asks not to be shown without a login. Source: atproto.com/specs/label."""

_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")


def fetch(source: BlueskyAccount, web: Web, history: History) -> Iterator[Answer]:
    """The feed from its top down to the first post that is known already; an interrupted one from its cursor on.

    Raises:
        SourceGone: if there is no such account, or it was deleted, deactivated or taken down.
        SourceDenied: if it asks not to be shown to people who are not logged in.
        RateLimited, SourceUnavailable: as `Web.get`; also if the answer is none of Bluesky's.
    """
    cursor = history.current[-1]["cursor"] if history.current else ""
    if history.current and not cursor:
        return
    did = _did(source, web)
    known = {name for about in history.earlier for name in about["items"].split()}
    while True:
        content, page, about = _asked(source, web, "app.bsky.feed.getAuthorFeed", _params(did, cursor))
        items = objects(page.get("feed"))
        is_met = any(_name(item) in known for item in items if not _is_pinned(item))
        following = "" if is_met else str(page.get("cursor") or "")
        names = {_name(item) for item in items}
        if names - known:
            yield Answer(content, "json", {**about, "cursor": following, "items": " ".join(sorted(names))})
        if following in ("", cursor):
            return
        cursor = following


def _params(did: str, cursor: str) -> dict[str, str]:
    params = {"actor": did, "filter": "posts_with_replies", "limit": str(PAGE)}
    return {**params, "cursor": cursor} if cursor else params


def _did(source: BlueskyAccount, web: Web) -> str:
    """The lasting name of the account: its handle may change while its feed is read."""
    _, profile, _ = _asked(source, web, "app.bsky.actor.getProfile", {"actor": source.account.removeprefix("@")})
    if any(label.get("val") == NO_STRANGERS for label in objects(profile.get("labels"))):
        raise SourceDenied(f"{source.account}: asks to be shown to people with a login only; remove this source")
    if not profile.get("did"):
        raise SourceUnavailable(f"{source.server}: answers without the DID of {source.account}; check the server")
    return str(profile["did"])


def _asked(
    source: BlueskyAccount, web: Web, method: str, params: dict[str, str]
) -> tuple[bytes, dict[str, Any], dict[str, str]]:
    """One answer as it came, parsed, and what is noted of it."""
    try:
        reply = web.get(f"{source.server}/xrpc/{method}", params=params)
    except SourceGone as error:
        raise SourceGone(
            f"{source.account}: not on Bluesky ({status(error)}): renamed, deactivated, deleted or taken down; "
            "check the account"
        ) from error
    return reply.content, parsed_object(reply), notes(reply)


def _name(item: dict[str, Any]) -> str:
    """What tells an item of a feed from all others: a post that is shared, or shared again, is another item."""
    number = str(inside(item, "post").get("uri")).rpartition("/")[2]
    shared = inside(item, "reason").get("indexedAt")
    return f"{number}@{shared}" if shared else number


def _is_pinned(item: dict[str, Any]) -> bool:
    return str(inside(item, "reason").get("$type")).endswith("#reasonPin")


def read_posts(content: bytes, source: BlueskyAccount) -> Iterator[Post | Rejected]:
    """The posts of one answer, each reply followed by the post of somebody else that it answers.

    The id of a post is its at:// address. Of a date that the author's program gives and that cannot be (malformed, in
    the future, before 2000) the date of arrival takes the place. Rejected are answers and posts that cannot be read
    (`broken_json`, `not_an_object`, `no_id`, `no_text`, `unreadable_date`, `malformed_row`), and other people's posts
    (`other_author`).
    """
    for page in json_objects(content, source.account):
        if isinstance(page, Rejected):
            yield page
            continue
        for item in objects(page.get("feed")):
            if "by" in inside(item, "reason"):
                yield _shared(item)
            else:
                yield _post(inside(item, "post"))
                yield from _parent(item)


def _shared(item: dict[str, Any]) -> Post | Rejected:
    """Somebody's post that the person passed on. It has an id of its own: one may share what one wrote oneself."""
    post, reason = _post(inside(item, "post")), inside(item, "reason")
    if isinstance(post, Rejected):
        return post
    repost = {
        "post_id": str(reason.get("uri") or f"{post.post_id}#repost"),
        "author": str(inside(reason, "by").get("handle")),
        "kind": "repost",
    }
    return Post.model_validate({**post.model_dump(exclude={"id"}), **repost})


def _parent(item: dict[str, Any]) -> Iterator[Rejected]:
    """The post that was answered, if it is somebody else's and can be seen (not deleted, no block between the two)."""
    view = inside(item, "reply", "parent")
    if "record" in view and _author_did(view) != _author_did(inside(item, "post")):
        post = _post(view)
        yield post if isinstance(post, Rejected) else Rejected.of(post, OTHER_AUTHOR, post.author)


def _author_did(view: dict[str, Any]) -> Any:
    return inside(view, "author").get("did")


def _post(view: dict[str, Any]) -> Post | Rejected:
    record, uri = inside(view, "record"), view.get("uri")
    if not uri:
        return Rejected(reason=NO_ID, row=view)
    if not isinstance(record.get("text"), str):
        return Rejected(reason=NO_TEXT, row=view)
    try:
        return Post(
            platform="bluesky",
            post_id=uri,
            author=inside(view, "author").get("handle") or "",
            text=_with_links(record["text"], objects(record.get("facets"))),
            created_at=_created_at(record.get("createdAt"), view.get("indexedAt")),
            url=_url(view),
            kind=_kind(record),
            reply_to=inside(record, "reply", "parent").get("uri"),
            lang=_language(record.get("langs")),
        )
    except ValidationError as error:
        return Rejected(reason=MALFORMED_ROW, row=view, detail=str(error))
    except ValueError as error:
        return Rejected(reason=UNREADABLE_DATE, row=view, detail=str(error))


def _with_links(text: str, facets: list[dict[str, Any]]) -> str:
    """The text with its links in full: programs write "example.com/a-long..." and keep the address beside the text.

    Facets count bytes of UTF-8. Words that lead somewhere ("my new book") stay words; a facet that does not fit the
    text is passed over.
    """
    content = text.encode("utf-8", "surrogatepass")
    end_of_rest = len(content)
    for start, end, uri in sorted(_links(facets), reverse=True):
        if 0 <= start < end <= end_of_rest and _is_shortened(content[start:end], uri):
            content, end_of_rest = content[:start] + uri.encode() + content[end:], start
    return content.decode("utf-8", "replace")


def _links(facets: list[dict[str, Any]]) -> Iterator[tuple[int, int, str]]:
    """Where links begin and end, and where they lead."""
    for facet in facets:
        index = inside(facet, "index")
        start, end = index.get("byteStart"), index.get("byteEnd")
        for feature in objects(facet.get("features")):
            if isinstance(start, int) and isinstance(end, int) and isinstance(feature.get("uri"), str):
                yield start, end, feature["uri"]


def _is_shortened(shown: bytes, uri: str) -> bool:
    """Whether what is shown of a link is the beginning of its address, without http://, and cut off at its end."""
    opening = _SCHEME.sub("", shown.decode("utf-8", "replace").strip().lower())
    opening = opening.removesuffix("...").removesuffix("\u2026")
    return "." in opening and _SCHEME.sub("", uri.lower()).startswith(opening)


def _created_at(created: Any, indexed: Any) -> str:
    """When a post was written by its author's clock or, if that cannot be, when it arrived."""
    arrived = iso_utc(str(indexed or ""))
    try:
        written = iso_utc(str(created or ""))
    except ValueError:
        written = ""
    return written if EARLIEST <= written <= (arrived or "9999") else arrived


def _url(view: dict[str, Any]) -> str:
    author = inside(view, "author")
    handle = author.get("handle")
    name = author.get("did") if handle in (None, "handle.invalid") else handle
    return f"https://bsky.app/profile/{name}/post/{str(view['uri']).rpartition('/')[2]}"


def _kind(record: dict[str, Any]) -> Kind:
    if inside(record, "reply"):
        return "reply"
    # A quoted post lies one level deeper where pictures stand beside it; lists and feeds can be embedded too.
    embedded = [inside(record, "embed", "record"), inside(record, "embed", "record", "record")]
    return "quote" if any("/app.bsky.feed.post/" in str(other.get("uri")) for other in embedded) else "original"


def _language(languages: Any) -> str | None:
    """The language, if the author names just one."""
    return languages[0] if isinstance(languages, list) and len(languages) == 1 else None
