"""One page of the web, asked for again only when it has changed.

    [[pages]]
    source = "web"
    url = "https://example.org/tiller"

HTML, plain text and Markdown are kept as they came. Unchanged is what the server calls so (ETag, Last-Modified), and
what has the very bytes of the last time. Does not handle: PDF and other documents, pages that scripts build, an
encoding that only the Content-Type names.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from extractors.retrieval import About, Answer, History
from extractors.web import Reply, Web
from likeness.errors import SourceGone
from likeness.sources import News, PageList, WebPage

_SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "md",
    "text/x-markdown": "md",
    "text/plain": "txt",
}
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|ysclid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_[ce]id|"
    r"mkt_tok|_hsenc|_hsmi|_openstat|oly_(?:anon|enc)_id|vero_(?:id|conv)|s_cid|cmpid|ref_src|soc_(?:src|trk)|"
    r"__twitter_impression|at_(?:medium|campaign)|rb_clickid|wickedid|_branch_match_id",
    re.I,
)


_HEADING = re.compile(rb"^#{1,6}[ \t]", re.M)


def fetch(source: WebPage, web: Web, history: History) -> Iterator[Answer]:
    """The page, if it is new or has changed since the last retrieval.

    Raises:
        SourceError: as `Web.get`; SourceGone if it is no page of text.
    """
    if history.current:
        return
    answer = visit(source.url, source, web, history.earlier[-1] if history.earlier else {})
    if answer is not None:
        yield answer


def visit(url: str, source: WebPage | PageList | News, web: Web, known: About, updated: str = "") -> Answer | None:
    """The page at an address, or None if it is as it was when `known` was noted.

    Noted are its final url, licence, language and time, what to ask with the next time (etag, last_modified, sha256),
    `asked`, the address that led to it, and `updated`, what a feed or sitemap says of it.

    Raises:
        SourceError: as `Web.get`; SourceGone if it is no page of text.
    """
    reply = web.get(url, validators=known, robots=True)
    digest = hashlib.sha256(reply.content).hexdigest()
    if reply.unchanged or digest == known.get("sha256"):
        return None
    about = {
        "url": reply.url,
        "asked": url,
        "license": source.license if not isinstance(source, News) else "",
        "language": source.language,
        "retrieved_at": reply.retrieved_at,
        "updated": updated,
        "sha256": digest,
        **reply.validators,
    }
    suffix = _suffix(reply)
    if suffix != "html" and not _HEADING.search(reply.content):
        about["title"] = _name(reply.url)
    return Answer(reply.content, suffix, {name: value for name, value in about.items() if value})


def canonical(url: str) -> str:
    """An address as a name for a page: without fragment, tracking parameters, "www.", scheme and closing slash.

    Not for fetching. Only parameters that are known to track are dropped (Firefox's and Brave's lists): to drop every
    "cid" and "source", as courlan does, makes one page of many where an old site numbers its articles so.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
    host = re.sub(r"^www\.|:(?:80|443)$", "", parts.netloc.rpartition("@")[2].lower())
    return host + unquote(parts.path).rstrip("/") + (f"?{urlencode(query)}" if query else "")


def _suffix(reply: Reply) -> str:
    """How the page is to be read, by its media type, or by its first letters where the server names none."""
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    opens_tag = reply.content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    if kind in ("", "application/octet-stream") and opens_tag:
        return "html"
    if kind == "text/plain" and PurePosixPath(urlsplit(reply.url).path).suffix.lower() in (".md", ".markdown"):
        return "md"
    if kind not in _SUFFIXES:
        raise SourceGone(f"{reply.url}: is {kind or 'of no known kind'}, not a page of text; give the address of one")
    return _SUFFIXES[kind]


def _name(url: str) -> str:
    parts = urlsplit(url)
    return unquote(PurePosixPath(parts.path).stem) or parts.netloc
