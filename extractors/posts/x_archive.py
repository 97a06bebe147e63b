"""Posts from the archive that X gives the owner of an account, as a zip or an unpacked folder.

    data/tweets.js        window.YTD.tweets.part0 = [ { "tweet" : { "id_str" : "20", "full_text" : "just ..." } } ]
    data/tweets-part1.js  more of them; older archives say tweet.js
    data/community-tweet.js       posts in communities, which anybody can read: kept
    data/note-tweet.js            the full text of long posts, which tweets.js cuts short
    data/deleted-tweets.js        posts that the owner took back: dropped as `deleted`
    data/twitter-circle-tweet.js  posts for a few friends: dropped as `private`
    data/account.js               the account's handle

Only these files are opened, by name: never direct messages, likes or what an app kept. Nothing is unpacked to disk. Of
deleted and private posts only the ids are kept, so that they are dropped where they stand in tweets.js too. Other
people's posts, and so the posts that were replied to, are not in an archive.

Does not handle: the CSV archives from before 2018 (a table: see `tabular`); posts for a circle that stand in tweets.js
alone, which nothing tells from public ones (August 2022 to November 2023); posts of an account that was protected.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractors.files import LARGEST_SOURCE, unpacked
from extractors.posts.api import inside
from extractors.posts.fields import (
    BROKEN_FILE,
    MALFORMED_ROW,
    NO_ID,
    NO_TEXT,
    PRIVATE,
    UNREADABLE_DATE,
    Kind,
    app_name,
    in_utf8,
    iso_utc,
    json_objects,
)
from likeness.errors import SourceGone
from likeness.records import Post, Rejected

DELETED = "deleted"

Notes = dict[int, list[str]]
"""Texts of long posts by the second of their creation, in Unix time: their ids are not those of the posts."""

_DATA_FILE = re.compile(
    r"(?:(?:(?!\.\.?/)[^/]+/)?data/)?[^/]+\.js(?:\.gz)?"
)  # in a zip: never above it, nor deep in it
_POSTS_FILE = re.compile(r"(?:tweets?|community-tweet)(?:-part\d+)?\.js(?:\.gz)?")
_NOTES_FILE = re.compile(r"note-tweet(?:-part\d+)?\.js(?:\.gz)?")
_ACCOUNT_FILE = re.compile(r"account\.js(?:\.gz)?")
_WITHHELD_FILES = {
    DELETED: re.compile(r"deleted-tweets?(?:-part\d+)?\.js(?:\.gz)?"),
    PRIVATE: re.compile(r"twitter-circle-tweet(?:-part\d+)?\.js(?:\.gz)?"),
}
_PREFIX = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:window\.)?YTD\.\w+\.part\d+\s*=")
_STATUS_URL = re.compile(r"https?://(?:\w+\.)?(?:twitter|x)\.com/\w+/status/\d+")
_CUT_SHORT = re.compile(r"(?:\u2026|\.\.\.)?\s*(?:https?://t\.co/\w+\s*)*$")
_HANDLES = re.compile(r"(?:@\w+\s+)*")


def read_posts(path: Path, author: str = "") -> Iterator[Post | Rejected]:
    """Read every post of an archive with its full text. `author` serves where account.js is missing.

    Rejected are posts that are not public (`deleted`, `private`), files that cannot be read (`broken_file`, or
    `broken_json` from where it breaks; the others are read all the same), and posts without an id (`no_id`), a text
    (`no_text`) or a date that we can read (`unreadable_date`), or with other values than such posts have
    (`malformed_row`).

    Raises:
        SourceGone: if it is not a whole archive, or holds no file of posts.
    """
    files = _data_files(path)
    if not any(_POSTS_FILE.fullmatch(file.name) for file in files):
        raise SourceGone(f"{path}: no data/tweets.js in it; give the archive that X sends, zipped or unpacked")
    return _posts(files, author)


def _posts(files: list[Any], author: str) -> Iterator[Post | Rejected]:
    notes: Notes = {}
    withheld: dict[str, str] = {}
    for row in _rows(files, _ACCOUNT_FILE):
        if isinstance(row, Rejected):
            yield row
        else:
            author = inside(row, "account").get("username") or author
    for row in _rows(files, _NOTES_FILE):
        if isinstance(row, Rejected):
            yield row
        else:
            _keep_note(inside(row, "noteTweet"), notes)
    for reason, name in _WITHHELD_FILES.items():
        for row in _rows(files, name):
            yield row if isinstance(row, Rejected) else _withheld(inside(row, "tweet") or row, reason, withheld)
    for row in _rows(files, _POSTS_FILE):
        yield row if isinstance(row, Rejected) else _post(inside(row, "tweet") or row, notes, withheld, author)


def _data_files(path: Path) -> list[Any]:
    """The archive's data files, shortest names first; the members of a zip answer to a Path's methods."""
    try:
        if path.is_dir():
            found: list[Any] = [file for folder in ("", "data/", "*/data/") for file in path.glob(f"{folder}*.js*")]
        else:
            archive = zipfile.ZipFile(path)
            names = dict.fromkeys(name for name in archive.namelist() if _DATA_FILE.fullmatch(name))
            found = [zipfile.Path(archive, name) for name in names]
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceGone(f"{path}: not a whole zip archive ({error}); download it again") from error
    return sorted(found, key=lambda file: (len(file.name), file.name, str(file)))


def _rows(files: list[Any], name: re.Pattern[str]) -> Iterator[dict[str, Any] | Rejected]:
    """The objects of the `window.YTD.... = [...]` files of that name; one `Rejected` for each that cannot be read."""
    for file in files:
        if name.fullmatch(file.name):
            try:
                content = in_utf8(_content(file))
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, SourceGone) as error:
                yield Rejected(reason=BROKEN_FILE, row={"file": file.name}, detail=f"{file.name}: {error}")
            else:
                prefix = _PREFIX.match(content)
                yield from json_objects(memoryview(content)[prefix.end() :] if prefix else content, file.name)


def _content(file: Any) -> bytes:
    # Bounded, so that a zip entry that unpacks without end (a "bomb") cannot fill the memory.
    with file.open("rb") as stream:
        content: bytes = unpacked(stream.read(LARGEST_SOURCE + 1), file.name)
    if len(content) > LARGEST_SOURCE:
        raise SourceGone(f"unpacks to more than {LARGEST_SOURCE:,} bytes")
    return content


def _withheld(tweet: dict[str, Any], reason: str, withheld: dict[str, str]) -> Rejected:
    """A post that is not public: its id is noted, its words are not."""
    post_id = str(tweet.get("id_str") or tweet.get("id") or "")
    withheld[post_id] = reason
    return Rejected(reason=reason, row={"id_str": post_id})


def _post(tweet: dict[str, Any], notes: Notes, withheld: dict[str, str], author: str) -> Post | Rejected:
    """One entry of tweets.js as a Post."""
    post_id, text = tweet.get("id_str") or tweet.get("id"), tweet.get("full_text", tweet.get("text"))
    if not post_id:
        return Rejected(reason=NO_ID, row=tweet)
    if reason := DELETED if tweet.get("deleted_at") else withheld.get(str(post_id)):
        return Rejected(reason=reason, row={"id_str": str(post_id)})
    if not isinstance(text, str):
        return Rejected(reason=NO_TEXT, row=tweet)
    try:
        created_at = iso_utc(tweet.get("created_at") or "")
    except ValueError as error:
        return Rejected(reason=UNREADABLE_DATE, row=tweet, detail=str(error))
    try:
        return Post(
            platform="x",
            post_id=str(post_id),
            author=author,
            text=_full_text(text, created_at, notes),
            created_at=created_at,
            url=f"https://x.com/{author or 'i'}/status/{post_id}",
            kind=_kind(tweet, text),
            reply_to=tweet.get("in_reply_to_status_id_str") or None,
            lang=tweet.get("lang"),
            app=app_name(str(tweet.get("source") or "")),
        )
    except (ValidationError, AttributeError) as error:
        return Rejected(reason=MALFORMED_ROW, row=tweet, detail=str(error))


def _kind(tweet: dict[str, Any], text: str) -> Kind:
    # The flag "retweeted" says that the owner shared it, and is false for reposts; only the text and the status tell.
    if text.startswith("RT @") or "retweeted_status" in tweet:
        return "repost"
    if tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_user_id_str"):
        return "reply"
    urls = inside(tweet, "entities").get("urls") or []
    if tweet.get("quoted_status_id_str") or any(_STATUS_URL.match(str(url.get("expanded_url"))) for url in urls):
        return "quote"
    return "original"


def _full_text(text: str, created_at: str, notes: Notes) -> str:
    """The long post of the same moment that goes on where `text` was cut short; else `text` itself."""
    if not notes or not created_at:
        return text
    second = _second(created_at)
    opening = _bare(_CUT_SHORT.sub("", text))
    near = (note for moment in (second, second - 1, second + 1) for note in notes.get(moment, []))
    return next((note for note in near if opening and _bare(note).startswith(opening)), text)


def _bare(text: str) -> str:
    """A post without the handles that it answers, entities decoded and spaces normalised, for comparison."""
    return " ".join(unescape(_HANDLES.sub("", text, count=1)).split())


def _keep_note(note: dict[str, Any], notes: Notes) -> None:
    """Add an entry of note-tweet.js to `notes`; one without text or date cannot be joined to its post."""
    text = inside(note, "core").get("text")
    with suppress(ValueError):
        if isinstance(text, str) and note.get("createdAt"):
            notes.setdefault(_second(iso_utc(note["createdAt"])), []).append(text)


def _second(created_at: str) -> int:
    return int(datetime.fromisoformat(created_at).timestamp())
