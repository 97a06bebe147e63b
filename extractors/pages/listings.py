"""What lists of pages say: feeds (RSS, Atom, JSON Feed), sitemaps (XML, gzipped, plain), and GDELT's news search.

    <feed><entry><link href="https://example.org/tiller"/><updated>1994-11-06T08:49:37Z</updated></entry></feed>
    <sitemapindex><sitemap><loc>https://example.org/sitemap-1994.xml.gz</loc></sitemap></sitemapindex>

Addresses come out absolute, dates in UTC as ISO 8601. What is no address of the web (mailto:, magnet:) is left out.
"""

import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from extractors.bodies import unzipped
from extractors.web import Web
from likeness.errors import RateLimited, SourceGone
from likeness.sources import News

LARGEST_SITEMAP = 52_428_800
"""Bytes of a sitemap, unpacked. Source: sitemaps.org, protocol."""

GDELT_DISTANCE = 5.5
"""Seconds between two questions to GDELT. Source: its own reply, "Please limit requests to one every 5 seconds"."""

GDELT_TRIES = 4

_LANGUAGES = """
ar=arabic bg=bulgarian bn=bengali ca=catalan cs=czech da=danish de=german el=greek en=english es=spanish et=estonian
fa=persian fi=finnish fr=french he=hebrew hi=hindi hr=croatian hu=hungarian id=indonesian it=italian ja=japanese
ko=korean lt=lithuanian lv=latvian ms=malay nb=norwegian nl=dutch no=norwegian pl=polish pt=portuguese ro=romanian
ru=russian sk=slovak sl=slovenian sq=albanian sr=serbian sv=swedish ta=tamil te=telugu th=thai tr=turkish uk=ukrainian
ur=urdu vi=vietnamese zh=chinese
"""
GDELT_LANGUAGES = dict(pair.split("=") for pair in _LANGUAGES.split())
"""The names of GDELT's `sourcelang`. A language that is not among them is not asked for; the pages are judged later."""


@dataclass(frozen=True)
class Listed:
    """One entry of a list. `updated` is '' if the list does not say; `failure`: why a list below was not read."""

    url: str
    updated: str = ""
    failure: str = ""


def read_feed(content: bytes, url: str) -> tuple[list[Listed], str]:
    """The entries of a feed, and the address of its next page ('' if there is none). `url` is where it came from.

    Raises:
        SourceGone: if it is no feed.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _read_json_feed(content, url)
    import feedparser

    # A file-like object: of bytes feedparser would first see whether they are the name of a file here.
    feed = feedparser.parse(BytesIO(content), response_headers={"content-location": url}, sanitize_html=False)
    if not feed.get("version") and not feed.entries:
        raise SourceGone(f"{url}: is no feed; give the address of an RSS, Atom or JSON feed")
    links = {link.get("rel"): link.get("href", "") for link in feed.feed.get("links", [])}
    dated = [(entry.get("link", ""), _moment_of(entry)) for entry in feed.entries]
    following = links.get("next") or links.get("prev-archive") or ""
    return _listed(dated, url), urljoin(url, following) if following else ""


def read_sitemap(content: bytes, url: str) -> tuple[list[Listed], list[Listed]]:
    """The pages that a sitemap names, and the sitemaps. A list of addresses in plain text and a feed are sitemaps too.

    Raises:
        SourceDenied: if it unpacks to more than `LARGEST_SITEMAP`.
        SourceGone: if it is no sitemap.
    """
    if content.startswith(b"\x1f\x8b"):
        content = unzipped([content], LARGEST_SITEMAP, url)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"http"):
        return _listed([(line.strip(), "") for line in content.decode("utf-8-sig", "replace").splitlines()], url), []
    from lxml import etree

    found: dict[str, list[tuple[str, str]]] = {"url": [], "sitemap": []}
    elements = etree.iterparse(BytesIO(content), recover=True, resolve_entities=False, no_network=True)
    try:
        for _, element in elements:
            kind = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if kind in found:
                found[kind].append(_loc(element))
                element.clear()
    except etree.XMLSyntaxError as error:
        raise SourceGone(f"{url}: is no sitemap ({error}); give the address of one") from error
    root = etree.QName(elements.root).localname if elements.root is not None else ""
    if root not in ("urlset", "sitemapindex") and not any(found.values()):
        return read_feed(content, url)[0], []
    return _listed(found["url"], url), _listed(found["sitemap"], url)


def ask_gdelt(source: News, words: str, web: Web) -> list[Listed]:
    """The articles of the last three months that hold `words`, newest first.

    Raises:
        RateLimited: if GDELT is still busy after several tries.
        SourceGone: if it does not understand the query; it says so in plain text, with the status 200.
    """
    language = GDELT_LANGUAGES.get(source.language[:2], "")
    query = (words if '"' in words else f'"{words}"') + (f" sourcelang:{language}" if language else "")
    params = {"query": query, "mode": "artlist", "format": "json", "sort": "datedesc", "timespan": "3months"}
    for _ in range(GDELT_TRIES):
        reply = web.get(f"{source.server}/api/v2/doc/doc", params=params | {"maxrecords": str(source.most)})
        if b"limit requests" not in reply.content[:200]:
            return read_articles(reply.content, reply.url)
        time.sleep(GDELT_DISTANCE)
    raise RateLimited(f"{source.server}: asked to wait; one question every 5 seconds is allowed", GDELT_DISTANCE)


def read_articles(content: bytes, url: str) -> list[Listed]:
    """The articles of an answer of GDELT, which is JSON but for backslashes that escape nothing.

    Raises:
        SourceGone: if it is a line of text: what GDELT did not understand.
    """
    text = re.sub(r'\\(?!["\\/bfnrtu])', r"\\\\", content.decode("utf-8", "replace").strip() or "{}")
    try:
        articles = json.loads(text, strict=False).get("articles", [])
    except (ValueError, AttributeError) as error:
        line = text.splitlines()[0][:200]
        raise SourceGone(f"{url}: GDELT answers {line!r}; change the query") from error
    return _listed([(article.get("url"), article.get("seendate")) for article in articles], url)


def _read_json_feed(content: bytes, url: str) -> tuple[list[Listed], str]:
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
        items = [item for item in feed["items"] if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceGone(f"{url}: is no JSON feed; give the address of an RSS, Atom or JSON feed") from error
    dated = [(item.get("url"), item.get("date_modified") or item.get("date_published")) for item in items]
    following = feed.get("next_url")
    return _listed(dated, url), urljoin(url, following) if isinstance(following, str) and following else ""


def _listed(dated: Iterable[tuple[Any, Any]], base: str) -> list[Listed]:
    return [Listed(url, _iso(date)) for link, date in dated if (url := _absolute(link, base))]


def _absolute(link: Any, base: str) -> str:
    """The whole address of a link; '' if it is none of the web."""
    try:
        url = urljoin(base, link.strip()) if isinstance(link, str) and link.strip() else ""
    except ValueError:
        return ""
    return url if re.fullmatch(r"https?://[^\s/]\S*", url) else ""


def _iso(date: Any) -> str:
    """A date of W3C or of GDELT ('19941106T084937Z') in UTC to the second; '' if it is none."""
    try:
        moment = datetime.fromisoformat(str(date).strip())
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _loc(element: Any) -> tuple[str, str]:
    """Address and date of an entry of a sitemap; news sitemaps have another date."""
    date = element.findtext("{*}lastmod") or element.findtext("{*}news/{*}publication_date")
    return element.findtext("{*}loc") or "", date or ""


def _moment_of(entry: Any) -> str:
    """When an entry of a feed was updated or else published; feedparser gives UTC."""
    parts = entry["updated_parsed"] if "updated_parsed" in entry else entry.get("published_parsed")
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parts[:6]) if parts else ""
