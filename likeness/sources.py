"""Where a record is collected from: the [[posts]], [[pages]], [[videos]] and [[transcripts]] of a persona file.

    [[posts]]
    source = "bluesky"
    account = "grace.example.org"

Each kind of source is a class whose fields are its keys. A source on disk has a `path`, relative to the persona file;
the others are fetched: what came is kept in raw/, and the next collection asks only for what is new.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

SourcePath = Annotated[str, "a path relative to the persona file"]
Url = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Section(BaseModel):
    """A table of the persona file: frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Section):
    """Something to collect from. The fields named in `identity` say which; other fields only say how to read it."""

    identity: ClassVar[tuple[str, ...]]
    fetched: ClassVar[bool] = True
    source: str

    @property
    def part(self) -> str:
        """A readable, safe and stable name: 'interview-1a2b3c4d'. No outside name becomes a path."""
        values = [str(getattr(self, name)) for name in self.identity]
        digest = hashlib.sha256("|".join([self.source, *values]).encode()).hexdigest()[:8]
        return f"{slugify(PurePosixPath(values[0]).stem)[:40]}-{digest}"


class FileSource(Source):
    """A source on disk: nothing of it is fetched. `path` is relative to the persona file."""

    fetched = False
    path: SourcePath


class XArchive(FileSource):
    """The archive that X gives to the owner of an account, as a zip or a folder. `author` is the person's handle."""

    identity = ("path",)
    source: Literal["x_archive"] = "x_archive"
    platform: Literal["x"] = "x"
    author: str = ""


class Dump(FileSource):
    """A table of posts: CSV, TSV, JSON or JSONL. `columns` maps a `Post` field to a column or dotted key.

    `author` is the person's handle there; rows of other authors are dropped.
    """

    identity = ("path",)
    source: Literal["tabular"] = "tabular"
    platform: str = "x"
    author: str = ""
    columns: Mapping[str, str] = Field(default_factory=dict)


class XAccount(Source):
    """An account of X through its API v2, back to its first post. Needs the key X_BEARER_TOKEN and a [budget].

    `usd_per_post` is what X charges for a post that is read: $0.005 (docs.x.com, pricing, November 2026). `most` posts
    are read at one collection, 10 at least: X gives no smaller page.
    """

    identity = ("account",)
    source: Literal["x_api"] = "x_api"
    account: str = Field(pattern=r"^@?\w{1,15}$")
    since: date | None = None
    most: int = Field(default=30_000, ge=10)
    usd_per_post: float = Field(default=0.005, ge=0)
    server: Url = "https://api.x.com"


class BlueskyAccount(Source):
    """An account of Bluesky: a handle ('grace.example.org') or a DID. Needs no key."""

    identity = ("account",)
    source: Literal["bluesky"] = "bluesky"
    account: str = Field(pattern=r"^@?[\w.:-]+$")
    server: Url = "https://public.api.bsky.app"


class MastodonAccount(Source):
    """An account of Mastodon, 'user@server'. Needs no key. `server` is where to ask, by default the account's own."""

    identity = ("account",)
    source: Literal["mastodon"] = "mastodon"
    account: str = Field(pattern=r"^@?[\w.-]+@[\w.:-]+$")
    server: Url | None = None


class HubDataset(Source):
    """A dataset of the Hugging Face hub, 'org/name', with a post a row; `columns` and `author` as for a dump."""

    identity = ("dataset", "split")
    source: Literal["hub"] = "hub"
    dataset: str = Field(pattern=r"^[\w.-]+/[\w.-]+$")
    split: str = "train"
    revision: str | None = None
    platform: str = "x"
    author: str = ""
    columns: Mapping[str, str] = Field(default_factory=dict)


class PageFile(FileSource):
    """A page on disk: .html, .wikitext, .txt or .md, plain or .gz. `url` is where it was published.

    Fetched pages are read as such files too, once they lie in raw/.
    """

    identity = ("path", "url")
    source: Literal["file"] = "file"
    url: str
    title: str = ""
    revision: str = ""
    license: str = ""
    language: str = "en"
    retrieved_at: str = ""


class WikiPage(Source):
    """A page of Wikipedia or Wikiquote by its title, or of any other wiki that runs MediaWiki, by its `server`."""

    identity = ("title", "language")
    source: Literal["wikipedia", "wikiquote"]
    title: str = Field(min_length=1)
    language: str = Field(default="en", pattern=r"^[a-z-]{2,12}$")
    server: Url | None = None
    license: str = "CC BY-SA 4.0"

    @property
    def api(self) -> str:
        """Where the wiki answers programs: 'https://en.wikipedia.org/w/api.php'."""
        return f"{self.server or f'https://{self.language}.{self.source}.org'}/w/api.php"


class WikidataItem(Source):
    """What Wikidata states about the person, each statement with its dates. `qid` is the item: 'Q11641'."""

    identity = ("qid",)
    source: Literal["wikidata"] = "wikidata"
    qid: str = Field(pattern=r"^Q[1-9]\d*$")
    language: str = "en"
    server: Url = "https://www.wikidata.org"
    license: str = "CC0-1.0"


class WebPage(Source):
    """One page of the web, fetched again when it has changed."""

    identity = ("url",)
    source: Literal["web"] = "web"
    url: Url
    license: str = ""
    language: str = "en"


class PageList(Source):
    """Every page that a feed (RSS, Atom, JSON) or a sitemap names. `matching` is a part of the addresses wanted.

    `about` = true keeps only pages that are about the person: for outlets that write about others too.
    """

    identity = ("url", "matching")
    source: Literal["feed", "sitemap"]
    url: Url
    matching: str = ""
    about: bool = True
    most: int = Field(default=500, ge=1)
    license: str = ""
    language: str = "en"


class News(Source):
    """News pages of the last three months that GDELT finds by the person's name, or by `query`. At most 250."""

    identity = ("query", "language")
    source: Literal["news"] = "news"
    query: str = ""
    most: int = Field(default=100, ge=1, le=250)
    language: str = "en"
    server: Url = "https://api.gdeltproject.org"


class VideoFile(FileSource):
    """A recording on disk in any format that FFmpeg reads, with its captions (.vtt or .srt) if there are any."""

    identity = ("path", "url")
    source: Literal["file"] = "file"
    url: str
    title: str = ""
    captions: SourcePath | None = None
    license: str = ""


class VideoList(Source):
    """Videos of the web: a channel, a playlist, one video, or a search ('ytsearch20:Grace Hopper interview').

    Sound and captions alone are fetched, `max_hours` of sound at most. `cookies` is a cookie file, where a login
    is needed.
    """

    identity = ("url",)
    source: Literal["web"] = "web"
    url: str = Field(min_length=3)
    max_hours: float = Field(default=10, gt=0)
    language: str = "en"
    cookies: SourcePath | None = None
    license: str = ""


class TranscriptFile(FileSource):
    """Words with their speakers, without the sound: .vtt, .srt, .jsonl, .json, .txt, or a chat export.

    `speakers` are the names under which the person appears there; by default the person's own names.
    """

    identity = ("path", "url")
    source: Literal["file"] = "file"
    url: str = ""
    title: str = ""
    speakers: tuple[str, ...] = ()
    license: str = ""


def _kind(default: str) -> Discriminator:
    """Which class a table of the persona file means: by its `source`."""

    def tag(value: Any) -> str:
        given = value.get("source", default) if isinstance(value, dict) else getattr(value, "source", default)
        return str(given)

    return Discriminator(tag)


PostSource = Annotated[
    Annotated[XArchive, Tag("x_archive")]
    | Annotated[Dump, Tag("tabular")]
    | Annotated[XAccount, Tag("x_api")]
    | Annotated[BlueskyAccount, Tag("bluesky")]
    | Annotated[MastodonAccount, Tag("mastodon")]
    | Annotated[HubDataset, Tag("hub")],
    _kind(""),
]
PageSource = Annotated[
    Annotated[PageFile, Tag("file")]
    | Annotated[WikiPage, Tag("wikipedia")]
    | Annotated[WikiPage, Tag("wikiquote")]
    | Annotated[WikidataItem, Tag("wikidata")]
    | Annotated[WebPage, Tag("web")]
    | Annotated[PageList, Tag("feed")]
    | Annotated[PageList, Tag("sitemap")]
    | Annotated[News, Tag("news")],
    _kind("file"),
]
VideoSource = Annotated[Annotated[VideoFile, Tag("file")] | Annotated[VideoList, Tag("web")], _kind("file")]


def slugify(name: str) -> str:
    """A folder name for a person's name: 'Zoë Müller' -> 'zoe-muller'; other scripts keep a hash of the name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug or f"persona-{name.encode().hex()[:24]}"
