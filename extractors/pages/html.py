"""A web page: its main text by trafilatura, with headings, lists and tables marked.

    <h2>Early life</h2><p>She was born in <a href="...">New York</a>.[3]</p><ul><li>One</li></ul>

becomes

    ## Early life

    She was born in New York.[3]

    - One

Navigation, advertisements and readers' comments are left out. Does not handle: text that scripts put on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.words import count_words
from likeness.errors import SourceGone
from likeness.records import Page
from likeness.sources import PageFile

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

MOSTLY = 0.8
"""Share of a main text that must stand in one <article> for the page to be about that one."""

LONGEST_CELL = 40
"""Words. A table with a longer cell, or with one column, only lays out the page; a fact is a name and a value."""

FEWEST_WORDS = 3
"""A page on which no paragraph has as many words is a menu."""

_BLOCKS = frozenset({"head", "list", "table", "quote", "p", "div", "item", "entry", "ab", "cell", "row"})
_CREDIT = re.compile(r"(?:by|von|par|por|di|door|автор|作者|文|责任编辑)(?:\s*[:：]\s*|\s+)", re.I)


@dataclass(frozen=True)
class Article:
    """A page with its author, and the day it was published (ISO 8601); '' where it does not say."""

    page: Page
    author: str
    date: str


def read_page(content: bytes, source: PageFile) -> Page:
    """The main text of an HTML page. Title and licence come from the page where the source names none.

    Raises:
        SourceGone: if no text is found on it.
    """
    return read_article(content, source).page


def read_article(content: bytes, source: PageFile) -> Article:
    """The main text of an HTML page, and by whom and of when it is; errors as `read_page`."""
    from trafilatura import load_html

    tree = load_html(content)
    if tree is not None:
        _drop_other_articles(tree)
    document = _main_part(tree, source.url)
    blocks = list(_blocks(document.body)) if document else []
    if document is None or not any(count_words(block) >= FEWEST_WORDS for block in blocks if block[0] != "#"):
        raise SourceGone(f"{source.path} has no text that could be found; give a page with an article on it")
    page = Page(
        url=source.url,
        revision=source.revision,
        title=source.title or _title(tree, document.title or "") or source.url,
        text="\n\n".join(blocks),
        license=source.license or document.license or "",
        language=source.language,
        retrieved_at=source.retrieved_at,
    )
    return Article(page, _CREDIT.sub("", (document.author or "").strip(), count=1), document.date or "")


def _main_part(tree: "HtmlElement | None", url: str = "", fast: bool = False) -> "Document | None":
    """The main part of a page as trafilatura finds it, `fast` by its own rules alone; None if there is none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if tree is None:
        return None
    found = bare_extraction(tree, url=url, fast=fast, with_metadata=not fast, include_comments=False)
    return found if isinstance(found, Document) else None


def _drop_other_articles(tree: "HtmlElement") -> None:
    """Leave of several <article>s the one that the page is about, where its main text is mostly in one.

    Each is "a self-contained composition" (HTML standard, 4.3.2): the others are teasers and older posts, and what
    trafilatura compares its own rules with likes to take the longest of all.
    """
    articles = list(tree.iter("article"))
    found = _main_part(tree, fast=True) if len(articles) > 1 else None
    lines = [line.split() for line in (found.text or "").splitlines()] if found else []
    lengths = [_held(article, lines) for article in articles]
    if not lines or max(lengths) < MOSTLY * sum(map(len, lines)):
        return
    home = articles[lengths.index(max(lengths))]
    kin = {home, *home.iterancestors(), *home.iterdescendants()}
    for other in articles:
        if other not in kin and other.getparent() is not None:
            other.drop_tree()


def _held(article: "HtmlElement", lines: list[list[str]]) -> int:
    """How many words of `lines` stand in an article, as whole lines."""
    text = _plain(article.text_content())
    return sum(len(line) for line in lines if " ".join(line) in text)


def _title(tree: "HtmlElement | None", named: str) -> str:
    """The <h1> that shares most words with the title named for browsers, if that is half of the words of both.

    The named title also bears the site, a date, or words for search machines; some <h1> are only the site's.
    """
    known = _words(named)
    headings = [_text(heading) for heading in tree.iter("h1")] if tree is not None else []
    best = max(headings, key=lambda heading: len(_words(heading) & known), default="")
    longer = max(len(_words(best)), len(known))
    return best if longer and len(_words(best) & known) * 2 >= longer else named


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _blocks(parent: "_Element") -> Iterator[str]:
    """Headings, paragraphs, list items, table rows and quotations in reading order; loose words are paragraphs too."""
    loose = _plain(parent.text)
    for element in parent:
        if element.tag in _BLOCKS:
            yield from _paragraphs(loose)
            yield from _block(element)
            loose = _plain(element.tail)
        else:
            loose += _inline(element) + _plain(element.tail)
    yield from _paragraphs(loose)


def _block(element: "_Element") -> Iterator[str]:
    text = _text(element)
    if not text:
        return
    if element.tag == "head":
        yield f"{'#' * int(element.get('rend', 'h2')[1:])} {text}"
    elif element.tag == "list":
        yield "\n".join(f"- {line}" for entry in element.iterchildren("item") if (line := _text(entry)))
    elif element.tag == "table":
        yield from _table_blocks(element)
    elif element.tag == "quote":
        yield f"> {text}"
    else:
        yield from _blocks(element)


def _table_blocks(table: "_Element") -> Iterator[str]:
    """The rows of a table; of one that only lays out the page, the blocks in its cells."""
    cells = list(table.iter("cell"))
    rows = [[_text(cell) for cell in row.iter("cell")] for row in table.iter("row")]
    is_layout = max(map(len, rows), default=0) < 2 or any(
        count_words(text) > LONGEST_CELL for row in rows for text in row
    )
    if is_layout or any(cell.find("p") is not None for cell in cells):
        for cell in cells:
            if not any(outer in cells for outer in cell.iterancestors("cell")):
                yield from _blocks(cell)
    else:
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of running text: two line breaks in it part them."""
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            yield " ".join(paragraph.split())


def _inline(element: "_Element") -> str:
    """An element among words; a line break is one."""
    inner = _plain(element.text) + "".join(_inline(child) + _plain(child.tail) for child in element)
    return f"\n{inner}" if element.tag == "lb" else inner


def _plain(text: str | None) -> str:
    """Text as a browser shows it: a line break in the source is a space."""
    return re.sub(r"\s+", " ", text or "")


def _text(element: "_Element") -> str:
    return " ".join(" ".join(element.itertext()).split())
