"""Pages that say again what another page says: older revisions of an address, and copies of an agency's report.

    https://example.org/tiller        retrieved in May, and again in June: the page of May is superseded
    https://herald.example/a/17       the report that https://agency.example/tiller had first: syndicated

A copy with another headline, byline and closing line is a near copy; one that is cut to its first half is not.
"""

import re
from collections.abc import Iterable

from extractors.pages.webpage import canonical
from likeness.records import Page

SUPERSEDED = "superseded"
SYNDICATED = "syndicated"

SHINGLE = 5
"""Words of a shingle. Source: FineWeb's MinHash (Penedo et al. 2024): 5-grams of words, for pages 75 % alike."""

SIMILARITY = 0.75
"""Jaccard similarity of shingles from which two pages are one report. Source: as above."""

_PERMUTATIONS, _BANDS = 120, 20  # rows of 6: a pair at 0.75 is a candidate with probability 0.98, one at 0.4 with 0.08
_TOKEN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\\W_]+")  # see words.py


def dropped(pages: Iterable[Page]) -> dict[str, str]:
    """Which pages say nothing of their own, by id, and why; in the order in which they were retrieved.

    `superseded`: an address was retrieved again later, the last time with another text. `syndicated`: nearly the text
    of a page before it, at another address. The first of several copies is kept, and the last of several revisions;
    pages of the same second, or without a time, come in the order of `pages`.
    """
    pages = sorted(pages, key=lambda page: page.retrieved_at)
    last = {canonical(page.url): page for page in pages}
    current = [page for page in pages if last[canonical(page.url)] is page]
    kept = {page.id for page in current}
    superseded = {page.id: SUPERSEDED for page in pages if page.id not in kept}
    return superseded | {page.id: SYNDICATED for page in _copies(current)}


def _copies(pages: list[Page]) -> Iterable[Page]:
    """Pages that are nearly an earlier one. The index names candidates; these are compared in full."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=SIMILARITY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, page in enumerate(pages):
        shingles = _shingles(page.text)
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=0)
        signature.update(sorted(shingles))
        if any(_similarity(shingles, _shingles(pages[n].text)) >= SIMILARITY for n in index.query(signature)):
            yield page
        else:
            index.insert(number, signature)


def _shingles(text: str) -> set[str]:
    words = _TOKEN.findall(text.casefold())
    return {" ".join(words[start : start + SHINGLE]) for start in range(max(len(words) - SHINGLE + 1, 1))}


def _similarity(shingles: set[str], others: set[str]) -> float:
    """The Jaccard similarity of two sets, in [0, 1]."""
    return len(shingles & others) / len(shingles | others)
