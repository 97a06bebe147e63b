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
from typing import TYPE_CHECKING

from likeness.errors import SourceGone
from likeness.persona import PageSource
from likeness.records import Page

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_page(content: bytes, source: PageSource) -> Page:
    """The main text of an HTML page. Title and licence come from the page where the source names none.

    Raises:
        SourceGone: if no text is found on it.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(content, url=source.url, with_metadata=True, include_comments=False)
    blocks = list(_blocks(document.body)) if isinstance(document, Document) else []
    if not isinstance(document, Document) or all(block.startswith("#") for block in blocks):
        raise SourceGone(f"{source.path} has no text that could be found; give a page with an article on it")
    return Page(
        url=source.url,
        revision=source.revision,
        title=source.title or document.title or source.url,
        text="\n\n".join(blocks),
        license=source.license or document.license or "",
        language=source.language,
    )


def _blocks(body: "_Element") -> Iterator[str]:
    """Headings, paragraphs, list items, table rows and quotations in reading order."""
    for element in body:
        if element.tag == "head":
            yield f"{'#' * int(element.get('rend', 'h2')[1:])} {_text(element)}"
        elif element.tag == "list":
            yield "\n".join(f"- {_text(entry)}" for entry in element.iterchildren("item"))
        elif element.tag == "table":
            yield from _table_blocks(element)
        elif element.tag == "quote":
            yield f"> {_text(element)}"
        else:
            yield from _paragraphs(element)


def _table_blocks(table: "_Element") -> Iterator[str]:
    """The rows of a table; of one that only lays out the page, the blocks in its cells."""
    if table.find(".//cell/p") is not None:
        for cell in table.iter("cell"):
            yield from _blocks(cell)
    else:
        rows = ([_text(cell) for cell in row.iter("cell")] for row in table.iter("row"))
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _paragraphs(element: "_Element") -> Iterator[str]:
    """A paragraph; two line breaks in it make it two."""
    for line_break in element.iter("lb"):
        line_break.tail = f"\n{line_break.tail or ''}"
    for paragraph in re.split(r"\n\s*\n", "".join(element.itertext())):
        if paragraph.strip():
            yield " ".join(paragraph.split())


def _text(element: "_Element") -> str:
    return " ".join(" ".join(element.itertext()).split())
