"""Sentences of running English text, with their places in it, and the dross of encyclopedias taken out.

    >>> [s.text for s in split_sentences("She met Dr. Hale in the U.S. Navy.[3] They married.:12 He died.")]
    ['She met Dr. Hale in the U.S. Navy.[3]', 'They married.:12', 'He died.']

Not handled: text without full stops, and sentences that end in an abbreviation before a name ("in the U.S. Hale ...").
"""

import re
from typing import NamedTuple

_BOUNDARY = re.compile(
    r"""(?<=[.!?])["”’)\]]*                        # the end, and what closes with it
        (?:\s?\[[^\[\]]{1,40}\])*                   # [3] or [citation needed]
        (?:\s?:\d[\d,–\s:-]*)?                      # :33, a page number of a reference
        (?:\s+(?=["“'(\[]?[^\W\d_a-z])|\s+(?=\d{4}\b)|\s*\n\s*)""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sts|Mt|Ft|Gen|Col|Lt|Capt|Sgt|Adm|Gov|Sen|Rep|Jr|Sr|Inc|Ltd|Co|Corp|No|Nos|Op"
    r"|Vol|vol|ed|eds|pp|p|vs|etc|approx|ca|cf|c|b|d|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\.g|i\.e"
    r"|U\.S|U\.K|D\.C|O\.S|N\.S|a\.k\.a)|(?<![\w.])[A-Z](?:\.[A-Z])*)\.$"
)
_OPENER = re.compile(r"(?:He|She|They|It|In|On|At|A|An|The|This|His|Her|Their)\s")
"""What begins a new sentence even after an abbreviation: "... near Kiowa St. He chose"."""
_SIDE_NOTES = re.compile(
    r"\[(?:\d+|[a-z]|note \d+|citation needed|[^\[\]]*\?|clarification needed|who\?|O\.S\.[^\[\]]*|N\.S\.[^\[\]]*)\]"
)
_PAGE_NUMBERS = re.compile(
    r"""(?<=[^\W\d]|[.,;!?)"”])\s?:\d{1,4}(?:[,–-]\s?\d{1,4})*(?=[\s.,;]|$)(?:\s:\d{1,4}(?:[,–-]\s?\d{1,4})*)*"""
)


class Sentence(NamedTuple):
    """A sentence as it stands: `text` is the passage's `text[start:end]`."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> list[Sentence]:
    """Cut text into sentences in reading order; line breaks end one too."""
    sentences, start = [], 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for match in _BOUNDARY.finditer(text, start, line.end()):
            if not _ABBREVIATION.search(text[start : match.start()]) or _OPENER.match(text, match.end()):
                sentences.append(_trimmed(text, start, match.end()))
                start = match.end()
        sentences.append(_trimmed(text, start, line.end()))
    return [sentence for sentence in sentences if sentence.text]


def tidy(text: str) -> str:
    """A sentence without reference marks, side notes, double blanks: what a person would say aloud."""
    text = _PAGE_NUMBERS.sub("", _SIDE_NOTES.sub("", text))
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s+([,.;:!?)])", r"\1", text).strip()


def _trimmed(text: str, start: int, end: int) -> Sentence:
    """The span without blanks at its ends."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Sentence(part.strip(), start, start + len(part.strip()))
