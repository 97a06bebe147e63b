"""Posts from a dump: CSV, TSV, a JSON array or JSONL, plain or gzipped, or a folder of such files.

    {"id_str": "815185071317676033", "text": "Happy New Year ...", "created_at": "Sat Dec 31 ...", "is_retweet": false}
    id,created_at,content,url
    115470116607441456,2025-10-31T18:09:12.335Z,"<p>Christianity ...</p>",https://...

The columns of the usual dumps are known by their names (`KNOWN_COLUMNS`); others are named in the persona file:

    [[posts]]
    source = "tabular"
    path = "letters.csv"
    columns = { post_id = "number", text = "body.plain" }

A dot steps into an object. Answers of servers are cut into rows first (see `nested`). Does not handle: Parquet,
spreadsheets, zipped dumps.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from extractors.files import decoded, read_bytes
from extractors.posts.fields import (
    BROKEN_FILE,
    NO_ID,
    NO_TEXT,
    PRIVATE,
    UNREADABLE_DATE,
    Kind,
    app_name,
    in_utf8,
    iso_utc,
    json_objects,
    plain_text,
)
from extractors.posts.nested import flat_rows
from likeness.errors import SourceGone
from likeness.records import Post, Rejected
from likeness.sources import Dump, HubDataset

BROKEN_ROW = "broken_row"
DAMAGED_ID = "damaged_id"
OTHER_AUTHOR = "other_author"

Rows = Iterator[dict[str, Any] | Rejected]
Columns = Mapping[str, tuple[str, ...]]
"""The names that each field of a Post may have in a dump, best first."""

KNOWN_COLUMNS: Columns = {
    "post_id": ("id_str", "tweet_id", "id", "tweetid", "post_id", "status_id"),
    "text": ("note_tweet.text", "full_text", "text", "rawContent", "content", "tweet", "body", "tweet_text"),
    "created_at": ("created_at", "date", "createdAt", "timestamp", "datetime", "time", "tweet_time"),
    "author": (
        "user.screen_name", "user.username", "account.acct", "account.username", "author.username",
        "author.screen_name", "author.name", "screen_name", "username", "author", "handle",
    ),
    "url": ("url", "link", "permalink", "tweet_url"),
    "reply_to": (
        "in_reply_to_status_id_str", "in_reply_to_status_id", "in_reply_to_tweet_id", "in_reply_to_id",
        "inReplyToTweetId", "reply_id",
    ),
    "lang": ("lang", "language"),
    "app": ("sourceLabel", "source", "device", "application.name"),
}  # fmt: skip
"""The columns of known dumps: X's API (v1, v2) and archives, twscrape and snscrape (rawContent, inReplyToTweetId),
gallery-dl (tweet_id, author.name, reply_id; its "user" is whose timeline it is), truthbrush and Mastodon
(account.acct), both versions of the Trump Twitter Archive, and plain id,text,date tables."""

OPENING = 50
"""Rows in which the columns must appear: a dump may begin with a row that is none, such as a deleted post."""

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_FILE = re.compile(r".+\.(?:csv|tsv|json|jsonl|ndjson)(?:\.gz)?", re.I)
_ANSWERED = (
    "in_reply_to_user_id_str", "in_reply_to_user_id", "in_reply_to_account_id", "in_reply_to_screen_name",
    "inReplyToUser",
)  # fmt: skip
_REPOSTED = (
    "is_retweet", "isRetweet", "retweeted_status", "retweeted_status_id", "retweeted_status_result", "retweetedTweet",
    "retweet_id", "reblog",
)  # fmt: skip
_QUOTED = ("is_quote_status", "quoted_status_id_str", "quoted_status_id", "quotedTweet", "quote_id")
_NOTHING = frozenset({"", "0", "f", "false", "none", "null", "nan", "[]", "{}"})
_FEW_READERS = frozenset({"private", "direct"})
_ABSENT = object()
_SPREADSHEET_NUMBER = re.compile(r"\d+\.\d+|\d[\d.]*[eE]\+?\d+")


def read_posts(path: Path, source: Dump) -> Iterator[Post | Rejected]:
    """Read the posts of a dump in its own order. `source` gives platform, author and the names of columns.

    Rejected are files of a folder that cannot be read (`broken_file`), rows that cannot be cut into columns
    (`broken_row`) or parsed (`broken_json`, `not_an_object`), without id (`no_id`) or text (`no_text`), not meant for
    everybody (`private`), by somebody else than the author (`other_author`), with a date in no known format
    (`unreadable_date`), or whose id a spreadsheet rounded, so that it is not the post's any more (`damaged_id`).

    Raises:
        SourceGone: if the file cannot be read, holds no row, or has no column for ids or texts.
    """
    return read_rows(_folder_rows(path) if path.is_dir() else _file_rows(path), source, str(path))


def read_rows(rows: Rows, source: Dump | HubDataset, name: str) -> Iterator[Post | Rejected]:
    """The posts of rows that are read already, as `read_posts`; `name` says in errors whose they are."""
    columns = {**KNOWN_COLUMNS, **{field: (column,) for field, column in source.columns.items()}}
    opening = list(islice(rows, OPENING))
    _check_columns(opening, columns, name)
    return (row if isinstance(row, Rejected) else _post(row, columns, source) for row in chain(opening, rows))


def _folder_rows(folder: Path) -> Rows:
    """The rows of every dump below a folder, in the order of their names; scrapers write a file a post."""
    for path in sorted(path for path in folder.rglob("*") if _FILE.fullmatch(path.name)):
        try:
            yield from _file_rows(path)
        except SourceGone as error:
            yield Rejected(reason=BROKEN_FILE, row={"file": path.name}, detail=str(error))


def _file_rows(path: Path) -> Rows:
    content = in_utf8(read_bytes(path))
    if _JSON.match(content) is None:
        yield from _table_rows(decoded(content), path.name)
        return
    for value in json_objects(content, path.name):
        yield from [value] if isinstance(value, Rejected) else flat_rows(value)


def _table_rows(text: str, name: str) -> Rows:
    header = text.partition("\n")[0]
    delimiter = max(",\t;", key=header.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in table:
            if None in row or None in row.values():
                cells = {str(column): cell for column, cell in row.items()}
                yield Rejected(reason=BROKEN_ROW, row=cells, detail=f"{name} line {table.line_num}: cells do not fit")
            else:
                yield row
    except csv.Error as error:
        yield Rejected(reason=BROKEN_ROW, row={"file": name}, detail=f"{name} line {table.line_num}: {error}")


def _check_columns(opening: list[dict[str, Any] | Rejected], columns: Columns, name: str) -> None:
    rows = [row for row in opening if isinstance(row, dict)]
    if not rows:
        fault = "".join(f" ({row.detail})" for row in opening[:1] if isinstance(row, Rejected) and row.detail)
        raise SourceGone(f"{name}: no rows in it{fault}; give a CSV, TSV, JSON or JSONL file")
    missing = [
        field for field in ("post_id", "text") if all(_find(row, columns[field]) is None for row in rows)
    ]  # fmt: skip
    if missing:
        known = ", ".join(rows[0])
        raise SourceGone(f"{name}: no column for {' and '.join(missing)}; name it under columns, out of: {known}")


def _post(row: dict[str, Any], columns: Columns, source: Dump | HubDataset) -> Post | Rejected:
    cells = {field: _cell(_find(row, names)) for field, names in columns.items()}
    if problem := _problem(row, cells, columns):
        return Rejected(reason=problem, row=row)
    if str(row.get("visibility")) in _FEW_READERS:
        return Rejected(reason=PRIVATE, row={"id_str": cells["post_id"]})
    try:
        created_at = iso_utc(cells["created_at"])
    except ValueError as error:
        return Rejected(reason=UNREADABLE_DATE, row=row, detail=str(error))
    text = plain_text(cells["text"])
    post = Post(
        platform=source.platform,
        post_id=cells["post_id"],
        author=cells["author"].removeprefix("@") or source.author.removeprefix("@"),
        text=text,
        created_at=created_at,
        url=cells["url"],
        kind=_kind(row, cells, text),
        reply_to=cells["reply_to"] if _is_set(cells["reply_to"]) else None,
        lang=cells["lang"] or None,
        app=app_name(cells["app"]),
    )
    return post if _is_own(post.author, source.author) else Rejected.of(post, OTHER_AUTHOR, post.author)


def _is_own(author: str, wanted: str) -> bool:
    """Whether a handle is the person's; 'ada' is 'ada@example.social' on that server itself."""
    wanted = wanted.removeprefix("@").casefold()
    return not wanted or author.casefold() in (wanted, wanted.partition("@")[0])


def _problem(row: dict[str, Any], cells: Mapping[str, str], columns: Columns) -> str:
    """The reason why a row is no post; '' if it is one. An empty text is a post: a picture or a film."""
    if not cells["post_id"]:
        return NO_ID
    if _SPREADSHEET_NUMBER.fullmatch(cells["post_id"]):
        return DAMAGED_ID
    return NO_TEXT if not isinstance(_find(row, columns["text"]), str | int | float) else ""


def _kind(row: dict[str, Any], cells: Mapping[str, str], text: str) -> Kind:
    if text.startswith("RT @") or _is_any_set(row, _REPOSTED):
        return "repost"
    if _is_set(cells["reply_to"]) or _is_any_set(row, _ANSWERED):
        return "reply"
    return "quote" if _is_any_set(row, _QUOTED) else "original"


def _cell(value: Any) -> str:
    """A value as text; '' for nothing, and for what is no text, such as a list."""
    return str(value) if isinstance(value, str | int | float) else ""


def _find(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    """The first value under one of these names; '' if they are all empty, None if the row has none of them."""
    values = [value for value in (_step(row, name) for name in names) if value is not _ABSENT]
    return next((value for value in values if value not in (None, "")), "" if values else None)


def _step(row: dict[str, Any], name: str) -> Any:
    """The value of a column or, after the dots of its name, inside an object."""
    if name in row or "." not in name:
        return row.get(name, _ABSENT)
    value: Any = row
    for key in name.split("."):
        if not isinstance(value, dict) or key not in value:
            return _ABSENT
        value = value[key]
    return value


def _is_any_set(row: dict[str, Any], names: tuple[str, ...]) -> bool:
    return any(_is_set(value) for name in names if (value := _step(row, name)) is not _ABSENT)


def _is_set(value: Any) -> bool:
    """Whether a flag or an id says anything; dumps write "nothing" and "no" in many ways."""
    return value is not None and str(value).strip().lower() not in _NOTHING
