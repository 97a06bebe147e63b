"""What the dumps of posts have in common: JSON objects in a row, dates, HTML in place of text.

Dates come as X writes them ("Wed Oct 10 20:19:24 +0000 2018"), in ISO 8601, as seconds or milliseconds since 1970, or
as US spreadsheets have them ("10-31-2018 20:19:24"). Without a zone they are taken as UTC.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from html import unescape
from typing import Any, Literal

import orjson

from extractors.files import decoded
from likeness.records import Rejected

BROKEN_FILE = "broken_file"
BROKEN_JSON = "broken_json"
NOT_AN_OBJECT = "not_an_object"
NO_ID = "no_id"
NO_TEXT = "no_text"
UNREADABLE_DATE = "unreadable_date"
MALFORMED_ROW = "malformed_row"
PRIVATE = "private"

Kind = Literal["original", "reply", "quote", "repost"]

_X_DATE = re.compile(r"\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPREADSHEET_FORMATS = ("%m-%d-%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y")
_BEFORE_ZONE = re.compile(r" (?=[+-]\d\d:?\d\d$)")
_BETWEEN_VALUES = re.compile(r"[\s,;\[\]]*")
_HTML = re.compile(r"<(?:p|br|span|a|div)\b[^>]*>", re.I)
_HALF_CHARACTER = re.compile(  # an unpaired surrogate; begins with a literal, so that the search is quick
    r"\\u[dD](?:[89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..\\u[dD])[c-fC-F])"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LATEST_IN_SECONDS = 10**11
"""An epoch above this is in milliseconds: in seconds it would be the year 5138."""


def in_utf8(content: bytes) -> bytes:
    """A file as it is, unless it is in UTF-16, as some shells write what a scraper prints."""
    return decoded(content).encode() if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content


def json_objects(content: bytes | memoryview | str, name: str) -> Iterator[dict[str, Any] | Rejected]:
    """The objects of a JSON array, or of JSON values one after another (JSONL), as far as they can be read.

    A broken line of JSONL is rejected by itself. In an array what follows a break cannot be told from what lies inside
    it, so the rest of the array is one rejected row, whose detail says where in `name` it broke.
    """
    try:
        whole = orjson.loads(content)
    except orjson.JSONDecodeError:  # JSONL, broken, or in an old encoding: read piece by piece
        yield from _objects_one_by_one(content if isinstance(content, str) else decoded(bytes(content)), name)
        return
    values = whole[::-1] if isinstance(whole, list) else [whole]
    del whole
    while values:  # each is given up as soon as it is read
        yield _object(values.pop())


def _object(value: Any) -> dict[str, Any] | Rejected:
    return value if isinstance(value, dict) else Rejected(reason=NOT_AN_OBJECT, row={"value": value})


def _objects_one_by_one(text: str, name: str) -> Iterator[dict[str, Any] | Rejected]:
    decoder = json.JSONDecoder()
    is_array = text.lstrip().startswith("[")
    has_halves = _HALF_CHARACTER.search(text) is not None
    position = _BETWEEN_VALUES.match(text).end()  # type: ignore[union-attr]  # it matches the empty string too
    while position < len(text):
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield Rejected(reason=BROKEN_JSON, row={"file": name}, detail=f"{name}: {error}")
            line_end = text.find("\n", position)
            end = len(text) if is_array or line_end < 0 else line_end
        else:
            yield _object(_without_half_characters(value) if has_halves else value)
        position = _BETWEEN_VALUES.match(text, end).end()  # type: ignore[union-attr]


def _without_half_characters(value: Any) -> Any:
    """A value with '?' for each emoji that was cut in half: half of a pair cannot be written as UTF-8."""
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def iso_utc(date: str | float) -> str:
    """A date in any of the formats above as ISO 8601 in UTC, to the second: '2018-10-10T20:19:24Z'; '' stays ''.

    Raises:
        ValueError: if it is in no known format.
    """
    if date == "":
        return ""
    moment = _parsed(str(date).strip())
    if moment.tzinfo is UTC:  # as most dates are
        return moment.isoformat()[:19] + "Z"
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"
    except OverflowError as error:
        raise ValueError(f"no such date in UTC: {date}") from error


def _parsed(date: str) -> datetime:
    if x_date := _X_DATE.fullmatch(date):  # strptime would take ten times as long, and most posts are from X
        month, day, time, zone, year = x_date.groups()
        return datetime.fromisoformat(f"{year}-{_MONTHS.index(month) + 1:02}-{day}T{time}{zone}")
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", date):
        seconds = float(date)
        return datetime.fromtimestamp(seconds / 1000 if seconds > _LATEST_IN_SECONDS else seconds, UTC)
    with suppress(ValueError):
        return datetime.fromisoformat(_BEFORE_ZONE.sub("", date.removesuffix(" UTC")))
    for date_format in _SPREADSHEET_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(date, date_format)
    raise ValueError(f"unknown date format: {date}")


def plain_text(content: str) -> str:
    """The text of a post that is kept as HTML: a line for each <br>, an empty line between paragraphs.

    The quoted post that Mastodon and Truth Social append ("RT: https://...") is not the author's and is left out.
    Text without tags is returned as it is, entities and all.
    """
    if not _HTML.search(content):
        return content
    from lxml import html

    root = html.fragment_fromstring(_CONTROL.sub("", content), create_parent="div")
    for quoted in root.find_class("quote-inline"):
        quoted.drop_tree()
    for tag, line_end in (("br", "\n"), ("p", "\n\n"), ("div", "\n")):
        for element in root.iter(tag):
            element.tail = line_end + (element.tail or "")
    return str(root.text_content()).strip()


@lru_cache
def app_name(source: str) -> str | None:
    """The name in '<a href="http://twitter.com" rel="nofollow">Twitter for iPhone</a>', or None for ''."""
    return unescape(re.sub(r"<[^>]*>", "", source)).strip() or None
