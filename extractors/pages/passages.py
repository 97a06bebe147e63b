"""A page's text to passages: one a paragraph, with the headings it stands under.

    ## Early life                                   heading 'Early life'
    She was born in New York.[3][citation needed]   text 'She was born in New York.'

The text is verbatim but for footnote marks and line breaks, so that quotations are found in it by exact search. Text is
data: what speaks to a machine that reads the page ("Ignore all previous instructions.") is never passed on.
"""

import re
from collections.abc import Iterator

from extractors.pages.instructions import is_instruction
from extractors.words import count_words
from likeness.records import Page, Passage, Rejected

BACK_MATTER = "back_matter"
BLOCK_QUOTE = "block_quote"
INSTRUCTION = "instruction"
LIST_OR_TABLE = "list_or_table"
NOT_PROSE = "not_prose"
TOO_SHORT = "too_short"

MINIMUM_WORDS = 3
"""'She never married.' is about the shortest kind of sentence that says something of a person."""

BACK_MATTER_HEADINGS = frozenset(
    re.split(
        r",\s+",
        """references, external links, see also, notes, notes and references, footnotes, citations, further reading,
        sources, works cited, explanatory notes, related articles, related links,
        einzelnachweise, weblinks, siehe auch, literatur, anmerkungen, fußnoten, quellen,
        références, liens externes, voir aussi, notes et références,
        referencias, enlaces externos, véase también, notas, referências, ligações externas, ver também,
        collegamenti esterni, voci correlate, note, verwysings, bronne, eksterne skakels, sien ook,
        bronnen, externe links, zie ook, referensi, pranala luar, lihat pula, примечания, ссылки, литература,
        см. также, 参考资料, 參考資料, 参考文献, 參考文獻, 外部链接, 外部連結, 参见, 參見, 注释,
        註釋, 脚注, 関連項目, 外部リンク""",
    )
)
"""Sections of an encyclopedia that are about the page, not the person, in lower case."""

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_FOOTNOTE = re.compile(
    r"\s?\[(?:\d{1,3}|(?:note|nb|n|fn)\s?\d{1,3}|edit|[a-z][a-z ]* needed|(?:by )?[a-z]+\?)\]|(?<=\S)\[[a-z]\]",
    re.I,
)
_LIST_LINE = re.compile(r"(?:[-*+\u2022|]|\d{1,3}[.)])\s")
_BEFORE_LIST = re.compile(r"^([^-*+|\s].*)\n(?=[-*+] )", re.M)  # a paragraph that a list follows at once
_FACT_LINE = re.compile(r"[^.!?:\n]{1,40}: ")
_SENTENCE_END = re.compile(
    r"[.!?\u2026\u0964][\"'\u201d\u2019\u00bb)\]]*(?:\[\w{1,4}\]|:\d{1,4})*(?:\s|$)"  # a note's number may follow
    r"|[\u3002\uff01\uff1f]"  # also the Devanagari and CJK stops
)


def split_page(page: Page) -> Iterator[Passage | Rejected]:
    """Split a page into passages, one per paragraph, in reading order.

    Rejected are `instruction` (it tells a machine that reads it what to do), `list_or_table` (also facts in the form
    "Born: 1906"), `block_quote` (whose words they are is not known), `back_matter` (references, links and the like),
    `not_prose` (no sentence ends in it) and `too_short`.
    """
    path: list[tuple[int, str]] = []
    position = 0
    for block in re.split(r"\n\s*\n", _BEFORE_LIST.sub(r"\1\n\n", page.text)):
        if heading := _HEADING.fullmatch(block.strip()):
            path = _under(path, len(heading[1]), _FOOTNOTE.sub("", heading[2]).strip(), page.title)
        elif block.strip():
            yield _passage(page, path, position, block)
            position += 1


def _under(path: list[tuple[int, str]], level: int, title: str, page_title: str) -> list[tuple[int, str]]:
    """The headings above what follows a heading of this level; the page's own title is none."""
    above = [heading for heading in path if heading[0] < level]
    return above if title == page_title else [*above, (level, title)]


def _passage(page: Page, path: list[tuple[int, str]], position: int, block: str) -> Passage | Rejected:
    titles = [title for _, title in path]
    text = " ".join(_FOOTNOTE.sub("", block).split())
    passage = Passage(page=page.id, heading=" > ".join(titles), position=position, text=text, parents=(page.id,))
    reason = _problem(titles, block, text)
    return Rejected.of(passage, reason) if reason else passage


def _problem(titles: list[str], block: str, text: str) -> str:
    """Why a block is no passage; '' if it is one."""
    if any(map(is_instruction, [text, *titles])):
        return INSTRUCTION
    if any(title.lower() in BACK_MATTER_HEADINGS for title in titles):
        return BACK_MATTER
    lines = block.strip().split("\n")
    list_line = _FACT_LINE if len(lines) > 1 and _FACT_LINE.match(lines[0]) else _LIST_LINE
    if sum(bool(list_line.match(line.strip())) for line in lines) > len(lines) / 2:
        return LIST_OR_TABLE
    if text.startswith("> "):
        return BLOCK_QUOTE
    if not _SENTENCE_END.search(text):
        return NOT_PROSE
    return TOO_SHORT if count_words(text) < MINIMUM_WORDS else ""
