"""A page of plain text or Markdown: the text as it is, paragraphs parted by empty lines.

    ## Early life

    She was born in **New York** in [1906](https://...).

Headings begin with '#'. Of Markdown's other marks, links, images and bold type are taken off the words. Does not
handle: reStructuredText, headings underlined with '=====', text in columns.
"""

import re
from pathlib import PurePath
from statistics import median

from extractors.files import decoded
from likeness.errors import SourceGone
from likeness.records import Page
from likeness.sources import PageFile

LINE_IS_PARAGRAPH = 120
"""Characters. Where no line is empty and the median line is longer than this, nobody broke the lines by hand at the
usual 72 to 100 characters: each line is a paragraph."""

_LINK = re.compile(r"!?\[([^\]\n]+)\]\([^)\s]+\)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.M)


def read_page(content: bytes, source: PageFile) -> Page:
    """The text of a .txt or .md file. Without a title in `source`, the first heading is the title.

    Raises:
        SourceGone: if there is nothing but headings and spaces in it.
    """
    text = decoded(content).replace("\r\n", "\n").strip()
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and "\n\n" not in text and median(map(len, lines)) > LINE_IS_PARAGRAPH:
        text = "\n\n".join(lines)
    text = _HEADING.sub(r"\n\1 \2\n", _BOLD.sub(r"\1", _LINK.sub(r"\1", text)))
    text = re.sub(r"\n\s*\n", "\n\n", text).strip()
    if all(line.startswith("#") for line in text.split("\n") if line):
        raise SourceGone(f"{source.path} has no text in it; give a page with at least one paragraph")
    heading = _HEADING.search(text)
    return Page(
        url=source.url,
        revision=source.revision,
        title=source.title or (heading[2] if heading else PurePath(source.path).stem),
        text=text,
        license=source.license,
        language=source.language,
        retrieved_at=source.retrieved_at,
    )
