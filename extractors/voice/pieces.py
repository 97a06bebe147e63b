"""Where to cut: the person's speech as pieces of one to ten seconds, each from pause to pause.

Every cut lies in a pause, never inside a word, and no piece comes nearer to another voice than a margin. What stands
between a pause and another voice is left out: voices leak into each other there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.voice.activity import Span, bridge
from extractors.voice.transcription import SENTENCE_END, join_words, spoken_end
from likeness.records import Seconds, Word

LEAD: Seconds = 0.1
"""Silence kept before and after the speech of a piece. Source: trimming rule of the export, 0.1 to 0.25 s."""

LONGEST_PAUSE: Seconds = 1.0
"""Silence inside one piece."""

REACH: Seconds = 0.4
"""How far from a turn of a voice its speech may begin or end."""

INSIDE_WORD: Seconds = 0.08
"""A pause this far inside a word's times is the closure of a consonant, not the end of a word."""

CLAUSE_BONUS: Seconds = 0.1
"""How far off a word's time may be for its comma or full stop to explain a pause."""

_CLAUSE_END = re.compile(r"[,;:\u2013\u2014\u3001\uff0c\uff1b\uff1a][\"'\u201d\u2019)\]]*$")


@dataclass(frozen=True)
class Piece:
    """A stretch of the person's speech, with what is said in it."""

    start: Seconds
    end: Seconds
    words: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The words, joined."""
        return join_words(self.words)

    @property
    def duration(self) -> Seconds:
        """How long it is."""
        return self.end - self.start


def own_runs(own: Sequence[Span], others: Sequence[Span], margin: Seconds) -> list[Span]:
    """Where the person has the floor: own turns, joined over short pauses, less others' and `margin` around.

    Turns are cut closer than stretches of speech, so they are widened by `REACH` where nobody else is near.
    """
    runs = [(max(start - REACH, 0.0), end + REACH) for start, end in bridge(sorted(own), LONGEST_PAUSE)]
    for start, end in bridge(sorted(others), 2 * margin):
        runs = [rest for run in runs for rest in _without(run, (start - margin, end + margin))]
    return runs


def _without(span: Span, hole: Span) -> Iterator[Span]:
    if hole[1] <= span[0] or hole[0] >= span[1]:
        yield span
        return
    if hole[0] > span[0]:
        yield span[0], hole[0]
    if hole[1] < span[1]:
        yield hole[1], span[1]


def cut_pieces(
    run: Span, speech: Sequence[Span], words: Sequence[Word], shortest: Seconds, longest: Seconds
) -> list[Piece]:
    """Cut one run into pieces that end with sentences if words are known, else in the last pause that fits.

    `speech` are the stretches between pauses, in order. One that crosses an end of the run is left out, as the run was
    cut in the middle of it. A stretch longer than `longest`, or left alone and short, is a piece of that length.
    """
    near = [word for word in words if run[0] - 1 < word.start < run[1] + 1]
    phrases = _phrases(run, [span for span in speech if span[1] > run[0] - 1 and span[0] < run[1] + 1], near)
    pieces: list[Piece] = []
    first = 0
    while first < len(phrases):
        last = _best_end(phrases, first, shortest, longest)
        pieces.append(_joined(phrases[first : last + 1]))
        first = last + 1
    return pieces


def _best_end(phrases: Sequence[Piece], first: int, shortest: Seconds, longest: Seconds) -> int:
    """The phrase with which a piece from `first` best ends: a sentence, else a clause, else any; the last such."""
    start = phrases[first].start
    fitting = [i for i in range(first, len(phrases)) if phrases[i].end - start <= longest]
    long_enough = [i for i in fitting if phrases[i].end - start >= shortest]
    return max(long_enough or fitting[-1:] or [first], key=lambda i: (_finish(phrases[i].text), i))


def _finish(text: str) -> int:
    """2 for the end of a sentence, 1 for that of a clause, 0 for neither."""
    return 2 if SENTENCE_END.search(text) else 1 if _CLAUSE_END.search(text) else 0


def _joined(phrases: Sequence[Piece]) -> Piece:
    words = tuple(word for phrase in phrases for word in phrase.words)
    return Piece(phrases[0].start, phrases[-1].end, words)


def _phrases(run: Span, speech: Sequence[Span], words: Sequence[Word]) -> list[Piece]:
    """The stretches of speech that lie wholly in the run, with some of the silence around, and their words."""
    spans = _whole_words(speech, words)
    phrases = []
    for before, (start, end), after in zip([(0.0, 0.0), *spans], spans, [*spans[1:], (1e9, 1e9)], strict=False):
        if start < run[0] - 0.05 or end > run[1] + 0.05:
            continue
        cut = max(run[0], before[1], start - min(LEAD, (start - before[1]) / 2))
        finish = min(run[1], end + min(LEAD, (after[0] - end) / 2))
        inside = (_boundary(words, cut), _boundary(words, finish))
        phrases.append(Piece(round(cut, 3), round(finish, 3), tuple(words[slice(*inside)])))
    return phrases


def _whole_words(speech: Sequence[Span], words: Sequence[Word]) -> list[Span]:
    """Join stretches whose pause lies inside a word."""
    joined: list[Span] = []
    for start, end in speech:
        pause = (joined[-1][1], start) if joined else (0.0, 0.0)
        if joined and any(w.start + INSIDE_WORD < pause[0] and pause[1] < spoken_end(w) - INSIDE_WORD for w in words):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _boundary(words: Sequence[Word], time: Seconds) -> int:
    """How many words are over at `time`, in a pause: the nearest boundary, with a bonus for the end of a clause."""
    if not words:
        return 0
    gaps = [(spoken_end(before) + after.start) / 2 for before, after in pairwise(words)]
    edges = [words[0].start, *gaps, spoken_end(words[-1])]
    bonus = [0.0, *(CLAUSE_BONUS if _finish(word.text) else 0.0 for word in words)]
    return min(range(len(edges)), key=lambda count: abs(edges[count] - time) - bonus[count])
