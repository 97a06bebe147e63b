"""Who says something: how far several pages are several sources, and which of two contradicting ones is believed.

A source is a web site, not a page: two pages of one site are often one editor's work, and all of Wikipedia's languages
count as one. A side of a contradiction gains by number where at least twice as many sites say so, and by kind where an
encyclopedia that many people edit and that cites its own sources (Wikipedia, Wikidata) is on its side alone. It wins
where it gains on balance; where number and kind point in different directions, nobody does. The order of the pages in
the persona file decides nothing: nobody who writes that file is told that it would.
"""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from likeness.records import Page

_ENCYCLOPEDIAS = ("wikipedia.org", "wikidata.org")


class Source(NamedTuple):
    """A site, and whether it is an encyclopedia."""

    site: str
    is_encyclopedia: bool = False


def source_of(page: Page) -> Source:
    """The source that a page belongs to; a page without an address is one of its own."""
    site = (urlsplit(page.url).hostname or page.id).removeprefix("www.")
    known = next((name for name in _ENCYCLOPEDIAS if site == name or site.endswith(f".{name}")), "")
    return Source(known or site, bool(known))


def balance(ours: Iterable[Source], theirs: Iterable[Source]) -> int:
    """Above 0 where our side of a contradiction is believed, below 0 where theirs is, 0 where neither.

    A source that says both speaks for none.
    """
    first, second = set(ours), set(theirs)
    first, second = first - second, second - first
    by_number = (len(first) >= 2 * len(second)) - (len(second) >= 2 * len(first))
    by_kind = any(source.is_encyclopedia for source in first) - any(source.is_encyclopedia for source in second)
    return by_number + by_kind
