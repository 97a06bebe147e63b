"""The pages that a feed, a sitemap or a news search names: newest first, each fetched once, then only if updated.

    <item><link>https://example.org/tiller?utm_source=rss</link><pubDate>Sun, 06 Nov 1994 08:49:37 GMT</pubDate></item>
    <url><loc>https://example.org/tiller</loc><lastmod>1994-11-06</lastmod></url>
    {"articles": [{"url": "https://example.org/tiller", "seendate": "19941106T084937Z", "language": "English"}]}

A page that fails is an answer with the suffix 'failed', whose content says why. Where the fault is a passing one, the
page is asked for again at each collection until it is there or gone for good, even if no list names it any more. A
server that fails again and again is left alone until then.
Does not handle: lists that need a login, feeds that can only be found by a search of the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from urllib.parse import urlsplit

from extractors.pages.listings import LARGEST_SITEMAP, Listed, ask_gdelt, read_feed, read_sitemap
from extractors.pages.webpage import canonical, visit
from extractors.retrieval import About, Answer, History
from extractors.web import Web
from likeness.errors import RateLimited, SourceError
from likeness.persona import Persona
from likeness.sources import News, PageList

FAILED = "failed"

MOST_LISTS = 50
"""Feeds and sitemaps that are read for one source: at 50,000 addresses a sitemap (sitemaps.org) more than enough."""

MOST_LISTED = 100_000
"""Addresses that are looked at for one source, before the newest are chosen."""

DEEPEST_SITEMAP = 3
MOST_FAILURES = 3
"""Passing faults of a server in a row before its other pages are left for the next time; each took 42 s of trying."""


def fetch(source: PageList, web: Web, history: History) -> Iterator[Answer]:
    """The pages that a feed or sitemap names and that are new, or were updated since; newest first.

    Raises:
        SourceError: if the list itself cannot be read; a page that cannot is an answer.
    """
    known = _known(history.earlier)
    listed = _feed(source, web, known) if source.source == "feed" else _sitemaps(source, web)
    yield from _visited(_newest(listed, source.most), source, web, history)


def fetch_news(source: News, persona: Persona, web: Web, history: History) -> Iterator[Answer]:
    """The pages that GDELT finds by `source.query` or the person's name, in quotes, as far as they are new.

    Raises:
        SourceError: if GDELT does not answer; SourceGone if it does not understand the query.
    """
    listed = ask_gdelt(source, source.query or persona.name, web)
    yield from _visited(_newest(listed, source.most), source, web, history)


def _feed(source: PageList, web: Web, known: Mapping[str, About]) -> Iterator[Listed]:
    """What a feed lists, over its pages (RFC 5005), until there are enough or none on a page is new."""
    url, seen, count = source.url, {""}, 0
    for _ in range(MOST_LISTS):
        seen.add(url)
        reply = web.get(url)
        entries, url = read_feed(reply.content, reply.url)
        wanted = [entry for entry in entries if source.matching in entry.url]
        yield from wanted
        count += len(wanted)
        if url in seen or count >= source.most or (wanted and not any(_is_wanted(entry, known) for entry in wanted)):
            return


def _sitemaps(source: PageList, web: Web) -> Iterator[Listed]:
    """What a sitemap and those below it list. Of these, one that is gone is listed as a failure."""
    waiting, seen = [(Listed(source.url), 0)], {source.url}
    for _ in range(MOST_LISTS):
        if not waiting:
            return
        (sitemap, depth), *waiting = waiting
        try:
            reply = web.get(sitemap.url, largest=LARGEST_SITEMAP)
            pages, below = read_sitemap(reply.content, reply.url)
        except SourceError as error:
            if not depth or error.transient:
                raise
            yield Listed(sitemap.url, sitemap.updated, failure=str(error))
            continue
        yield from (page for page in pages if source.matching in page.url)
        fresh = [child for child in below if child.url not in seen and depth < DEEPEST_SITEMAP]
        seen.update(child.url for child in fresh)
        waiting += [(child, depth + 1) for child in sorted(fresh, key=lambda child: child.updated, reverse=True)]


def _newest(listed: Iterable[Listed], most: int) -> list[Listed]:
    """The newest entries, each page once; those without a date come last, in the order of the list."""
    pages: dict[str, Listed] = {}
    for entry in islice(listed, MOST_LISTED):
        pages.setdefault(canonical(entry.url), entry)
    return sorted(pages.values(), key=lambda entry: (bool(entry.failure), entry.updated), reverse=True)[:most]


def _visited(listed: list[Listed], source: PageList | News, web: Web, history: History) -> Iterator[Answer]:
    known, got = _known(history.earlier), _known(history.current)
    owed = [Listed(about["asked"], about.get("updated", "")) for about in known.values() if about.get("passing")]
    faults: Counter[str] = Counter()
    for entry in _each_once(chain(listed, owed)):
        before = known.get(canonical(entry.url), {})
        if canonical(entry.url) in got or not _is_wanted(entry, known):
            continue
        answer = _visit(entry, source, web, before, faults)
        if answer and not (answer.suffix == FAILED and answer.about[FAILED] == before.get(FAILED)):
            yield answer


def _known(abouts: Iterable[About]) -> dict[str, About]:
    """What is known of each page: the notes of its last answer, and what only earlier ones tell (etag, sha256)."""
    known: dict[str, About] = {}
    for about in abouts:
        name = canonical(about["asked"])
        known[name] = {**known.get(name, {}), FAILED: "", "passing": "", **about}
    return known


def _each_once(listed: Iterable[Listed]) -> Iterator[Listed]:
    seen: set[str] = set()
    for entry in listed:
        if canonical(entry.url) not in seen:
            seen.add(canonical(entry.url))
            yield entry


def _is_wanted(entry: Listed, known: Mapping[str, About]) -> bool:
    """Whether a page is new, was updated since, or is owed."""
    before = known.get(canonical(entry.url), {})
    return not before or bool(before.get("passing")) or entry.updated > before.get("updated", "")


def _visit(entry: Listed, source: PageList | News, web: Web, before: About, faults: Counter[str]) -> Answer | None:
    """The page, or why it could not be had; None if it is as it was."""
    if entry.failure:
        return _failed(entry, entry.failure, passing=False)
    server = urlsplit(entry.url).netloc
    if faults[server] >= MOST_FAILURES:
        return _failed(entry, f"{server}: failed {MOST_FAILURES} times in a row; asked again next time", passing=True)
    try:
        answer = visit(entry.url, source, web, before, entry.updated)
    except SourceError as error:
        if error.transient:
            faults[server] += MOST_FAILURES if isinstance(error, RateLimited) else 1
        return _failed(entry, str(error), error.transient)
    faults[server] = 0
    return answer


def _failed(entry: Listed, reason: str, passing: bool) -> Answer:
    about = {"url": entry.url, "asked": entry.url, "updated": entry.updated, FAILED: reason}
    return Answer(reason.encode(), FAILED, about | ({"passing": "yes"} if passing else {}))
