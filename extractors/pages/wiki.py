"""A page of Wikipedia, Wikiquote or another MediaWiki, asked for through the interface that it has for programs.

    GET https://en.wikipedia.org/w/api.php?action=query&titles=Grace+Hopper&redirects=1&prop=revisions|info|pageprops...

    {"query": {"pages": [{"pageid": 12590, "title": "Grace Hopper", "canonicalurl": "https://en.wikipedia.org/wiki/...",
        "revisions": [{"revid": 1261, "slots": {"main": {"content": "'''Grace Brewster Hopper''' ..."}}}]}]}}

One request gives the newest revision, its text and the wiki's licence. A revision that is known is not stored again.
Does not handle: pages that only members may read, the talk and the history of a page.
"""

import json
import logging
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from extractors.retrieval import Answer, History
from extractors.web import LONGEST_WAIT, PAUSES, Reply, Web
from likeness.errors import RateLimited, SourceDenied, SourceGone, SourceUnavailable
from likeness.sources import WikiPage

MAXLAG = "5"
"""Seconds that the wiki's databases may lag behind; beyond that we wait. Source: mediawiki.org, Manual:Maxlag."""

PASSING = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryError"})
"""Errors of the interface that go by."""

CHOICES = 8
"""How many titles a message names."""

_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)/(\d\.\d)|publicdomain/(zero)/1\.0)")

logger = logging.getLogger(__name__)


def fetch(source: WikiPage, web: Web, history: History) -> Iterator[Answer]:
    """The wikitext of a page, unless its revision is known already.

    Raises:
        SourceGone: if there is no such page, or it only lists pages; with the titles that may be meant.
        RateLimited: if the wiki's servers are too busy for programs.
    """
    known = {about.get("revision") for about in [*history.earlier, *history.current]}
    reply, found = ask(web, source.api, _parameters(source), maxlag=True)
    page = first(found.get("query", {}).get("pages", []))
    content = _content(page)
    if not content:
        raise SourceGone(_no_page(source, web, page))
    if "disambiguation" in page.get("pageprops", {}):
        raise SourceGone(_ambiguous(source, content))
    about = _about(source, reply, page, found["query"].get("rightsinfo", {}))
    if about["revision"] not in known:
        yield Answer(content.encode("utf-8", "replace"), "wikitext", about)


def ask(web: Web, api: str, params: Mapping[str, str], maxlag: bool = False) -> tuple[Reply, dict[str, Any]]:
    """Ask a MediaWiki's interface for programs; waits as long as it says where it is too busy.

    Args:
        web: the visitor.
        api: the address of its api.php.
        params: without format and the like.
        maxlag: whether to step back while the servers lag, as all work should that nobody waits for.

    Raises:
        RateLimited: if it stays too busy.
        SourceGone: if it does not know what is asked for.
        SourceUnavailable: if what comes is not its answer, such as an error page of a proxy.
        SourceDenied: if reading needs an account.
    """
    asked = {**params, "format": "json", "formatversion": "2", **({"maxlag": MAXLAG} if maxlag else {})}
    pauses = iter(PAUSES)
    while True:
        reply = web.get(api, params=asked)
        found = _json(reply)
        error = found.get("error") if isinstance(found, dict) else None
        if not error:
            return reply, found
        _raise_lasting(api, error)
        pause = next(pauses, None)
        wait = max(_asked_pause(reply), pause or 0)
        if pause is None or wait > LONGEST_WAIT:
            raise RateLimited(f"{api}: too busy ({error.get('info')}); run this again later", wait)
        logger.info("%s: %s; trying again in %.0f s", api, error.get("code"), wait)
        time.sleep(wait)


def first(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The first of the objects that an answer lists, or an empty one."""
    return next(iter(found), {})


def retrieved_at(reply: Reply) -> str:
    """When a reply was sent, as ISO 8601 in UTC: its Date, or else now."""
    try:
        moment = parsedate_to_datetime(reply.headers.get("date", "")).astimezone(UTC)
    except ValueError:
        moment = datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def license_name(rights: Mapping[str, str]) -> str:
    """The short name of a wiki's licence, 'CC BY-SA 4.0', from what it says of its rights; '' if it says nothing."""
    if match := _CREATIVE_COMMONS.search(rights.get("url", "")):
        return "CC0-1.0" if match[3] else f"CC {match[1].upper()} {match[2]}"
    return rights.get("text", "")


def _parameters(source: WikiPage) -> dict[str, str]:
    return {
        "action": "query",
        "titles": source.title,
        "redirects": "1",
        "prop": "revisions|info|pageprops",
        "rvprop": "ids|content",
        "rvslots": "main",
        "inprop": "url",
        "ppprop": "disambiguation",
        "meta": "siteinfo",
        "siprop": "rightsinfo",
    }


def _content(page: Mapping[str, Any]) -> str:
    """The wikitext of the newest revision; '' for a page that is missing, hidden or written otherwise."""
    revision = first(page.get("revisions", []))
    slot = revision.get("slots", {}).get("main", {})
    return str(slot.get("content", "")) if slot.get("contentmodel", "wikitext") == "wikitext" else ""


def _about(source: WikiPage, reply: Reply, page: Mapping[str, Any], rights: Mapping[str, str]) -> dict[str, str]:
    """Where the page is, and which revision of it came: '?oldid=<revision>' leads to just these words."""
    url, revision = page.get("canonicalurl", source.api), str(page["revisions"][0]["revid"])
    return {
        "url": url,
        "title": page.get("title", source.title),
        "revision": revision,
        "license": license_name(rights) or source.license,
        "language": page.get("pagelanguage", source.language),
        "retrieved_at": retrieved_at(reply),
        "permalink": source.api.replace("api.php", f"index.php?oldid={revision}"),
        "page_id": str(page.get("pageid", "")),
    }


def _no_page(source: WikiPage, web: Web, page: Mapping[str, Any]) -> str:
    """Why there is nothing to read, with the titles that are spelt alike."""
    reason = page.get("invalidreason", "") or "no such page"
    params = {"action": "opensearch", "search": source.title, "limit": str(CHOICES), "redirects": "resolve"}
    reply = web.get(source.api, params={**params, "format": "json", "formatversion": "2"})
    found = _json(reply)
    near = found[1] if isinstance(found, list) and len(found) > 1 else []
    listed = f"; there is {_listed(near)}" if near else "; check the title"
    return f"{source.language}.{source.source}: {source.title!r}: {reason}{listed}"


def _ambiguous(source: WikiPage, content: str) -> str:
    """Which pages a disambiguation page leads to: the first link of each line of its lists."""
    titles = re.findall(r"^\*+[^\[\n]*\[\[([^]|#:]+)", content, re.M)[:CHOICES]
    listed = f"give one of {_listed(titles)}" if titles else "give the title of one page"
    return f"{source.language}.{source.source}: {source.title!r} means several things; {listed}"


def _listed(titles: list[str]) -> str:
    return ", ".join(repr(title) for title in titles)


def _raise_lasting(api: str, error: Mapping[str, Any]) -> None:
    code = str(error.get("code", ""))
    if code in PASSING:
        return
    if code in ("readapidenied", "permissiondenied", "blocked", "autoblocked"):
        raise SourceDenied(f"{api}: refused ({error.get('info')}); an account is needed there")
    raise SourceGone(f"{api}: {error.get('info') or code}")


def _asked_pause(reply: Reply) -> float:
    asked = reply.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else 0.0


def _json(reply: Reply) -> Any:
    try:
        return json.loads(reply.content)
    except ValueError as error:
        raise SourceUnavailable(
            f"{reply.url.partition('?')[0]}: not an answer of a MediaWiki; try again later"
        ) from error
