"""The person's own words on a page of Wikiquote: all that there is of a manner of speaking before sound and posts.

    ## Quotes
    - A ship in port is safe, but that's not what ships are built for.
    - - As quoted in "Life" (1987)

A quotation is a line of a list; the lines below it, which say where it is from, are not the person's. Does not handle:
Wikiquotes in other languages than English, which write the source behind the quotation; poems; dialogues.
"""

import re
from collections.abc import Iterator

from extractors.words import count_words
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Page, Rejected, Utterance
from likeness.workspace import Marker, Workspace

ABOUT_THE_PERSON = "about_the_person"
NOT_SURELY_SAID = "not_surely_said"
BACK_MATTER = "back_matter"
TOO_SHORT = "too_short"
UNKNOWN_LAYOUT = "unknown_layout"

MINIMUM_WORDS = 3
"""As for posts: less says nothing of a style."""

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_QUOTATION = re.compile(r"^- (?!- )(.+(?:\n(?!- |#|\n).+)*)", re.M)
_MARKS = re.compile(r"\[\d{1,3}\]|\[citation needed\]", re.I)
_REASONS = {
    ABOUT_THE_PERSON: re.compile(r"\babout\b", re.I),
    NOT_SURELY_SAID: re.compile(r"\b(?:mis)?attributed\b|\battributions?\b|\bdisputed\b|\bunsourced\b", re.I),
    BACK_MATTER: re.compile(
        r"(?:see also|external links?|references|notes|sources|bibliography|further reading)$", re.I
    ),
}
"""Sections that do not hold the person's words, by their headings. Source: en.wikiquote.org, Guide to layout."""


def collect_quotations(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Keep the quotations of one part's pages as utterances, part 'quoted-<part>'."""
    pages = workspace.table(Page)
    made_from = fingerprint(pages.content(part), version=1)
    rows = (row for page in pages.read(part) for row in find_quotations(page))
    return workspace.table(Utterance).write(f"quoted-{part}", rows, made_from)


def find_quotations(page: Page) -> Iterator[Utterance | Rejected]:
    """The quotations of a page in order.

    Rejected are what stands in sections `about_the_person` (other people's words), `not_surely_said` (attributed,
    disputed or without a source) and `back_matter`, what is `too_short`, and whole pages in other languages
    (`unknown_layout`).
    """
    if page.language != "en":
        yield Rejected.of(page, UNKNOWN_LAYOUT, page.language)
        return
    path: list[tuple[int, str]] = []
    for section in re.split(r"^(?=#)", page.text, flags=re.M):
        if heading := _HEADING.match(section):
            path = [above for above in path if above[0] < len(heading[1])] + [(len(heading[1]), heading[2])]
        for quotation in _QUOTATION.finditer(section) if path else ():
            yield _checked(page, quotation[1], [title for _, title in path])


def _checked(page: Page, quotation: str, titles: list[str]) -> Utterance | Rejected:
    text = " ".join(_MARKS.sub("", quotation).split())
    utterance = Utterance(medium="speech", text=_unquoted(text), parents=(page.id,))
    for reason, pattern in _REASONS.items():
        if any(pattern.search(title) for title in titles):
            return Rejected.of(utterance, reason)
    return utterance if count_words(utterance.text) >= MINIMUM_WORDS else Rejected.of(utterance, TOO_SHORT)


def _unquoted(text: str) -> str:
    """A quotation without the marks around the whole of it."""
    inside = text[1:-1]
    return (
        inside if re.fullmatch(r"[\"\u201c].*[\"\u201d]", text) and not re.search(r"[\"\u201c\u201d]", inside) else text
    )
