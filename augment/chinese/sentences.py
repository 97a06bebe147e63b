"""Sentences and their clauses: where they begin and end, and which places stand inside quotation marks and brackets."""

import re
from dataclasses import dataclass
from functools import lru_cache

from augment.chinese.script import plain

_PAIRS = {"「": "」", "『": "』", "“": "”", "《": "》", "〈": "〉", "（": "）", "【": "】", "‘": "’"}
_END = re.compile(r"[。！？!?\n…]+[」』”’）]*|(?<=[\u4e00-\u9fff])\.(?=\s)")
_STOP = re.compile(r"[，；;]|(?<![0-9]),|,(?![0-9])|——|──")
LONGEST_QUOTATION = 400
"""Characters; an opening mark whose mate is farther away is taken for a slip of the pen (our judgement)."""


@dataclass(frozen=True)
class Span:
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


@lru_cache(maxsize=1024)
def enclosed(flat: str) -> tuple[str, ...]:
    """For each place of a plain text, the opening mark that it stands inside, or ''; marks count as inside."""
    inside = [""] * len(flat)
    for start, character in enumerate(flat):
        mate = _PAIRS.get(character)
        end = flat.find(mate, start, start + LONGEST_QUOTATION) if mate else -1
        if end > 0:
            inside[start : end + 1] = [character] * (end + 1 - start)
    return tuple(inside)


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text, blanks around them left out; what stands in quotation marks or brackets is not split."""
    flat, found, start = plain(text), [], 0
    inside = enclosed(flat)
    ends = [match.end() for match in _END.finditer(flat) if _is_end(flat, inside, match)]
    for end in [*ends, len(text)]:
        body = text[start:end]
        left = len(body) - len(body.lstrip(" \n\t\u3000.．，、；"))
        if body.strip():
            found.append(Span(start + left, start + len(body.rstrip())))
        start = end
    return found


def _is_end(flat: str, inside: tuple[str, ...], match: re.Match[str]) -> bool:
    """Whether a full stop ends the sentence: outside marks, or last in a quotation that the sentence ends with."""
    if not inside[match.start()] or match.group()[-1] == "\n":
        return True
    closed = match.end() >= len(flat) or not inside[match.end()]
    return closed and match.group()[-1] in "」”）" and not re.match(r"[，、；的等之一这是与和]", flat[match.end() :])


def split_clauses(flat: str) -> list[Span]:
    """The clauses of a plain sentence without the commas between them; the last one without its full stop."""
    inside, found, start = enclosed(flat), [], 0
    end = len(re.sub(r"[。！？!?…\s]+$|(?<=[\u4e00-\u9fff])\.\s*$", "", flat))
    stops = [match for match in _STOP.finditer(flat, 0, end) if not inside[match.start()]]
    for stop in stops:
        found.append(Span(start, stop.start()))
        start = stop.end()
    found.append(Span(start, end))
    return [span for span in found if flat[span.start : span.end].strip()]
