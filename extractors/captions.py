"""Captions of a recording: WebVTT (.vtt) and SubRip (.srt), plain or gzipped.

    00:00:01.429 --> 00:00:04.130 align:start position:0%
    good<00:00:02.429><c> evening</c><00:00:02.639><c> from</c>

A caption holds the words of one voice. Who speaks is known from `<v Lester Holt>`, or from the broadcasters'
`>> LESTER HOLT: Good evening`; a bare `>>`, or a line that opens with a dash, is another, unnamed voice.
YouTube's automatic captions repeat in every cue the line of the cue before; what is repeated is dropped.
Sounds in brackets ([Music], (APPLAUSE), ♪) are not words.

Not handled: positions, colours and styles; MicroDVD, TTML and image subtitles.
"""

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from extractors.files import decoded, read_bytes
from likeness.errors import SourceGone
from likeness.records import Rejected, Seconds, Word

MALFORMED_CUE = "malformed_cue"
NO_WORDS = "no_words"

ROLLING_SHARE = 1 / 3
"""A file rolls if more than this share of its cues open with the line that closed the cue before: nearly all of them do
in YouTube's automatic captions as yt-dlp stores them, hardly any elsewhere (none of 6,707 in three debates)."""

_TIME = r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_ARROW_LINE = re.compile(r"^(.*-->.*)$", re.M)
_TIMING = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})(?:\s|$)")
_INLINE_TIME = re.compile(rf"<({_TIME})>")
_VOICE_TAG = re.compile(r"<v(?:\.\S*)?\s+([^>]+)>|</v>")
_VOICE_MARK = re.compile(r"(?:>|&gt;){2,}(?:\s*([A-Z][A-Z.' -]*[A-Z]):)?|^[ \t]*[-\u2013\u2014][ \t]+", re.M)
_TAG = re.compile(r"<[^<>]*>|\{\\[^}]*\}")
_SOUND = re.compile(r"\[[^\[\]]{0,60}\]|-?\[\w+|\([A-Z][A-Z ,']+\)|[♩♪♫♬]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")


class Caption(BaseModel):
    """Words of one voice, in seconds from the start of the recording. `speaker` is its name if the file gives it, '' if
    the file says that another voice begins, None if it says nothing.

    `words` have times only where the file times each word, else `words` is empty; joined with spaces they are `text`.
    A word's end is the start of the next one (the last one's is the caption's), so it may include a pause.
    """

    model_config = ConfigDict(frozen=True)

    start: Seconds
    end: Seconds
    text: str
    speaker: str | None = None
    words: tuple[Word, ...] = ()


class _Cue(NamedTuple):
    """One cue as it stands in the file: `lines` still carry their tags."""

    start: Seconds
    end: Seconds
    lines: list[str]


def read_captions(path: Path) -> Iterator[Caption | Rejected]:
    """Read a caption file in its own order: one caption per cue and voice.

    Voices of one untimed cue share its time by the length of their words. Rejected are cues whose times cannot be read
    or run backwards (`malformed_cue`), and those without any word (`no_words`).

    Raises:
        SourceGone: if the file cannot be read, or holds no cue at all.
    """
    cues = list(_cues(decoded(read_bytes(path))))
    if not cues:
        raise SourceGone(f"{path}: no captions in it; give a WebVTT (.vtt) or SubRip (.srt) file")
    timed = [cue for cue in cues if isinstance(cue, _Cue)]
    fresh_lines = iter(_without_repeats(timed) if _is_rolling(timed) else [cue.lines for cue in timed])
    return _captions(cue if isinstance(cue, Rejected) else cue._replace(lines=next(fresh_lines)) for cue in cues)


def _captions(cues: Iterator[_Cue | Rejected]) -> Iterator[Caption | Rejected]:
    for cue in cues:
        if isinstance(cue, Rejected):
            yield cue
        elif cue.lines:
            captions = list(_spoken(cue))
            yield from captions
            if not captions:
                yield Rejected(reason=NO_WORDS, row={"start": cue.start, "text": "\n".join(cue.lines)})


def _cues(text: str) -> Iterator[_Cue | Rejected]:
    """Cut a file at its lines with an arrow; a cue's text ends at the first blank line after it."""
    _, *parts = _ARROW_LINE.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    for timing, body in zip(parts[::2], parts[1::2], strict=True):
        # An empty cue is followed by an empty line at once; YouTube opens its first cue with a line of one space.
        lines = [] if body.startswith("\n\n") else re.split(r"\n[ \t]*\n", body.strip(), maxsplit=1)[0].split("\n")
        times = _TIMING.match(timing)
        if times is None or _seconds(times[2]) < _seconds(times[1]):
            yield Rejected(reason=MALFORMED_CUE, row={"timing": timing.strip(), "text": "\n".join(lines)})
        else:
            yield _Cue(_seconds(times[1]), _seconds(times[2]), [line for line in lines if line.strip()] or [""])


def _is_rolling(cues: list[_Cue]) -> bool:
    repeats = sum(_plain(cue.lines[0]) == _plain(before.lines[-1]) != "" for before, cue in pairwise(cues))
    return repeats > len(cues) * ROLLING_SHARE


def _without_repeats(cues: list[_Cue]) -> Iterator[list[str]]:
    """The lines of each cue of a rolling file without those that the cue before already showed."""
    shown: list[str] = []
    for cue in cues:
        lines = [_plain(line) for line in cue.lines]
        overlap = next((n for n in range(min(len(shown), len(lines)), 0, -1) if shown[-n:] == lines[:n]), 0)
        shown = lines
        yield cue.lines[overlap:]


def _spoken(cue: _Cue) -> Iterator[Caption]:
    """The captions of one cue, voice by voice."""
    voices = [(speaker, text) for speaker, text in _voices("\n".join(cue.lines)) if _plain(text)]
    starts = [*_starts(cue, [text for _, text in voices]), cue.end]
    for (speaker, text), start, end in zip(voices, starts, starts[1:], strict=False):
        plain, words = _plain(text), tuple(_words(text, start, end))
        times = [start, *(word.start for word in words), end]
        agree = times == sorted(times) and " ".join(word.text for word in words) == plain
        yield Caption(start=start, end=end, text=plain, speaker=speaker, words=words if agree else ())


def _voices(text: str) -> Iterator[tuple[str | None, str]]:
    """Cut a cue's text, tags included, where the voice changes: (name, text).

    What a cue opens with has None: it may go on with the voice before it. '' is another voice, without a name.
    """
    mark = _VOICE_TAG if _VOICE_TAG.search(text) else _VOICE_MARK
    opening, *parts = mark.split(text)
    yield None, opening
    for name, said in zip(parts[::2], parts[1::2], strict=True):
        yield html.unescape(name).strip() if name else "", said


def _starts(cue: _Cue, texts: list[str]) -> Iterator[Seconds]:
    """When each voice begins: at its own time if the cue has one there, else by its share of the characters."""
    total = sum(len(_plain(text)) for text in texts)
    passed = 0
    for text in texts:
        time = _INLINE_TIME.match(text.lstrip()) if passed else None
        yield _seconds(time[1]) if time else round(cue.start + (cue.end - cue.start) * passed / total, 3)
        passed += len(_plain(text))


def _words(text: str, start: Seconds, end: Seconds) -> Iterator[Word]:
    """The words that inline times mark; nothing if there are none. Words that share one time share its span."""
    opening, *parts = _INLINE_TIME.split(text)
    if not parts:
        return
    times = [start, *(_seconds(time) for time in parts[::2]), end]
    for piece, begin, finish in zip([opening, *parts[1::2]], times, times[1:], strict=False):
        spoken = _plain(piece).split()
        step = (finish - begin) / max(len(spoken), 1)
        for number, word in enumerate(spoken):
            word_start, word_end = round(begin + number * step, 3), round(begin + (number + 1) * step, 3)
            yield Word(start=word_start, end=word_end, text=word)


def _plain(text: str) -> str:
    """The words of a cue's text: no tags, sounds or entities, spaces normalised."""
    words = _INVISIBLE.sub("", html.unescape(_TAG.sub("", text)))
    return " ".join(_SOUND.sub(" ", words).split()).removeprefix("- ")


def _seconds(time: str) -> Seconds:
    """'01:02:03.500' or '02:03,500' as seconds."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)
