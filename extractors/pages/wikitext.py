"""A page of MediaWiki's markup, as an encyclopedia keeps it.

    {{Infobox writer | birth_date = {{Birth date|1969|7|18}} }}
    '''Elizabeth Gilbert''' is an American [[essayist]].<ref>{{cite news |title=Lucky me}}</ref>

becomes

    Birth date: July 18, 1969

    Elizabeth Gilbert is an American essayist.

Kept are prose, headings, lists, and the facts of an infobox as "Key: value" lines. Dropped are references, files,
categories, tables, galleries, and templates, except those that stand for words (dates, measures, foreign words).
Does not handle: templates that a page transcludes for whole sentences, Lua modules, parser functions.
"""

import calendar
import re
from itertools import takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING

from extractors.files import decoded
from likeness.errors import SourceGone
from likeness.records import Page
from likeness.sources import PageFile

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Node, Tag, Template, Wikilink
    from mwparserfromhell.wikicode import Wikicode

INFOBOX_PARAMETERS = 4
"""A template above the first heading with at least so many named parameters is an infobox, in whatever language."""

_DROPPED_TAGS = frozenset(
    {"ref", "references", "gallery", "table", "timeline", "math", "score", "imagemap", "syntaxhighlight", "code", "hr"}
)
_LIST_TAGS = frozenset({"li", "dt", "dd"})
_FIRST_WORDS = frozenset(
    {
        "nowrap",
        "nobr",
        "small",
        "smaller",
        "big",
        "abbr",
        "tooltip",
        "marriage",
        "ill",
        "interlanguage link",
        "sup",
        "sub",
    }
)
_LAST_WORDS = frozenset({"lang", "transl", "transliteration", "langx", "color"})
_ALL_WORDS = frozenset({"plainlist", "ubl", "unbulleted list", "flatlist", "hlist"})
_SIGNS = {
    "snd": " \u2013 ",
    "spnd": " \u2013 ",
    "ndash": "\u2013",
    "mdash": "\u2014",
    "'": "'",
    "'s": "'s",
    "nbsp": " ",
}
_UNITS = {"ft": "feet", "mi": "miles", "in": "inches", "lb": "pounds", "acre": "acres", "sqmi": "square miles"}

_DATE_TEMPLATE = re.compile(r"(?:birth|death|start|end|film)[ -](?:date|year).*|dob|doda")
_FILE = re.compile(r".*\.(?:jpe?g|png|svg|gif|webp|tiff?|pdf|og[agv]|webm|mp3|mid)\s*$", re.I)
_CATEGORY = re.compile(
    r"\s*(?:[ck]at[e\u00e9]gor|\u043a\u0430\u0442\u0435\u0433|\u5206[\u7c7b\u985e]|\u30ab\u30c6)\w*:", re.I
)
_OTHER_WIKI = re.compile(r"[a-z]{2,3}(?:-[a-z]+)?:")
_REDIRECT = re.compile(r"\s*#\w+:?\s*\[\[([^]|]*)")


def read_page(content: bytes, source: PageFile) -> Page:
    """The text of a page in wikitext. Wikitext has no title of its own: without one in `source`, the file's name is.

    Raises:
        SourceGone: if it is a redirect, or has no text.
    """
    import mwparserfromhell

    markup = decoded(content)
    if redirect := _REDIRECT.match(markup):
        raise SourceGone(f"{source.path} has no text, only a redirect to {redirect[1]!r}; give that page")
    text = _tidy(_page_text(mwparserfromhell.parse(markup)))
    if all(line.startswith("#") for line in text.split("\n") if line):
        raise SourceGone(f"{source.path} has no text in it; give a page with at least one paragraph")
    return Page(
        url=source.url,
        revision=source.revision,
        title=source.title or PurePath(source.path).name.split(".")[0].replace("_", " "),
        text=text,
        license=source.license,
        language=source.language,
        retrieved_at=source.retrieved_at,
    )


def _page_text(page: "Wikicode") -> str:
    """The facts of the infobox, then the page."""
    from mwparserfromhell.nodes import Heading, Template

    opening = takewhile(lambda node: not isinstance(node, Heading), page.nodes)
    templates = (node for node in opening if isinstance(node, Template))
    infobox = next((template for template in templates if _count_named(template) >= INFOBOX_PARAMETERS), None)
    return f"{_facts(infobox)}\n\n{_plain(page)}" if infobox else _plain(page)


def _facts(infobox: "Template") -> str:
    """The parameters of an infobox that are words, as 'Birth place: Waterbury, Connecticut, U.S.'"""
    lines = []
    for parameter in infobox.params:
        key, value = str(parameter.name).strip().replace("_", " "), _tidy(_plain(parameter.value))
        if parameter.showkey and value and not _FILE.match(value):
            lines.append(f"{key.capitalize()}: {', '.join(value.splitlines())}")
    return "\n".join(lines)


def _count_named(template: "Template") -> int:
    return sum(parameter.showkey for parameter in template.params)


def _plain(code: "Wikicode | None") -> str:
    """The words that a reader of the page sees."""
    return "".join(_words(node) for node in code.nodes) if code is not None else ""


def _words(node: "Node") -> str:
    from mwparserfromhell import nodes

    match node:
        case nodes.Text():
            return str(node.value)
        case nodes.Heading():
            return f"\n\n{'#' * node.level} {_plain(node.title).strip()}\n\n"
        case nodes.HTMLEntity():
            return str(node.normalize())
        case nodes.Wikilink():
            return _link_words(node)
        case nodes.ExternalLink():
            return _plain(node.title)
        case nodes.Tag():
            return _tag_words(node)
        case nodes.Template():
            return _template_words(node)
        case _:
            return ""


def _link_words(link: "Wikilink") -> str:
    title = str(link.title)
    if _FILE.match(title) or _CATEGORY.match(title) or (not link.text and _OTHER_WIKI.match(title)):
        return ""
    return _plain(link.text) or _plain(link.title).lstrip(":")


def _tag_words(tag: "Tag") -> str:
    name = str(tag.tag).strip().lower()
    if name in _DROPPED_TAGS:
        return ""
    if name in _LIST_TAGS and tag.wiki_markup:
        return "- "
    if name == "br":
        return "\n"
    return _block_quote(_plain(tag.contents)) if name == "blockquote" else _plain(tag.contents)


def _template_words(template: "Template") -> str:
    """The words that a template stands for, '' where it stands for none that we know."""
    name = str(template.name.strip_code()).strip().lower()
    values = [_plain(parameter.value).strip() for parameter in template.params if not parameter.showkey]
    if name in _SIGNS:
        return _SIGNS[name]
    if not values:
        return ""
    if _DATE_TEMPLATE.fullmatch(name):
        return _date(values, day_first=template.has("df"))
    if name in _FIRST_WORDS or re.fullmatch(r"lang-\w+", name):
        return values[0]
    if name in _LAST_WORDS:
        return values[-1]
    if name in _ALL_WORDS:
        return ", ".join(line.removeprefix("- ") for value in values for line in value.splitlines() if line)
    if name in ("convert", "cvt") and len(values) > 1:
        return f"{values[0]} {_UNITS.get(values[1], values[1])}"
    if name in ("circa", "c."):
        return f"c. {values[0]}"
    return _block_quote(values[0]) if name in ("quote", "blockquote", "cquote", "quotation") else ""


def _block_quote(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "".join(f"\n\n> {paragraph.strip()}\n\n" for paragraph in paragraphs)


def _date(values: list[str], day_first: bool) -> str:
    """'1969', '7', '18' as 'July 18, 1969' or '18 July 1969'; a date in words stays as it is."""
    numbers = [int(value) for value in values[:3] if value.isdecimal()]
    if len(numbers) < 2 or not 1 <= numbers[1] <= 12:
        return values[0]
    month = calendar.month_name[numbers[1]]
    if len(numbers) == 2:
        return f"{month} {numbers[0]}"
    return f"{numbers[2]} {month} {numbers[0]}" if day_first else f"{month} {numbers[2]}, {numbers[0]}"


def _tidy(text: str) -> str:
    """Text without what dropped templates leave behind: empty brackets, loose commas, spare spaces and lines."""
    text = re.sub(r"'{2,}|__[A-Z]+__", "", text)
    text = re.sub(r"\s?\((?:[\s,;:/]|\u2013)*\)", "", re.sub(r"\((?:\s*[,;:])+\s*", "(", text))
    text = re.sub(r"[ \t\xa0]+", " ", text)
    text = re.sub(r" +([,;.])(?=\s)", r"\1", text)
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()
