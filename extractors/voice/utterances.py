"""What the person says, as utterances: whole answers, with the words that they answer.

host: "So where did you grow up?"     ->  context
person: "In Leeds," host: "Mm-hm."    ->  the host's back-channel is passed over
person: "above a bakery."             ->  text "In Leeds, above a bakery."

Both sides are read alike: the person's own "Right." does not tear the host's question. A sentence that a recogniser
was unsure of, or heard while two spoke at once, is out whole, as half a sentence teaches nothing; and since nobody
knows what it said, nothing before it is answered by what comes after it.

Not handled: answers that are given before the question is over, and talks in which two others question the person at
once (the one who spoke last is taken as answered).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.voice.activity import Span
from extractors.voice.transcript_gates import LEAST_CONFIDENCE, LOW_CONFIDENCE, judge_wording, mean_probability
from extractors.voice.transcription import join_texts, join_words, split_sentences
from likeness.records import Rejected, Seconds, Segment, Turn, Utterance, Word

BACK_CHANNEL = "back_channel"
OVERLAPPED = "overlapped"

MOST_BACK_CHANNEL_WORDS = 3
"""'Mm-hm.', 'Right, right.', 'I see.': so short and between two pieces of one other voice, it answers nothing."""

OBJECTIONS = frozenset({"no", "nope", "never", "wrong", "false", "nein", "falsch", "non", "faux", "nunca", "falso"})
"""Words that make a turn of the shortest interruption: "You supported the war." "Wrong." """

MOST_OVERLAP = 0.25
"""Share of a sentence's words that may be spoken over: one "Mm-hm." in a long sentence does not spoil it."""

OVERLAPPED_WORD = 0.8
"""Share of a word's time in which two speak, from which on the recogniser may have written the other's word."""

LONGEST_INTERRUPTION: Seconds = 3.0
"""A longer one is a turn of its own, however few its words."""

LONGEST_SILENCE: Seconds = 10.0
"""After a longer silence, what is said does not answer what was said before."""


@dataclass(frozen=True)
class _Said:
    """A sentence or more of one segment; `doubt` is why it does not count, with the evidence, or None."""

    segment: Segment
    start: Seconds
    end: Seconds
    text: str
    doubt: tuple[str, str] | None = None


@dataclass
class _Speech:
    """Neighbouring pieces of one voice, all of them certain or all of them in doubt."""

    said: list[_Said] = field(default_factory=list)

    @property
    def text(self) -> str:
        return join_texts(said.text for said in self.said)

    def goes_on_with(self, said: _Said) -> bool:
        last = self.said[-1]
        same = said.segment.speaker == last.segment.speaker and bool(said.doubt) == bool(last.doubt)
        return same and said.start - last.end < LONGEST_SILENCE


def join_segments(
    segments: Sequence[Segment], person: str, language: str | None, overlaps: Sequence[Span] = ()
) -> Iterator[Utterance | Rejected]:
    """The utterances of the voice `person`, in order, from the segments of all voices.

    `overlaps` is when two speak at once, see `overlapped_spans`. Rejected are back-channels of either side
    (`back_channel`), and of a recogniser's words sentences that it was unsure of (`low_confidence`) or heard under
    another voice (`overlapped`), and segments that loop or are a video's credits (see `transcript_gates`).
    """
    ordered = sorted(segments, key=lambda segment: (segment.start, segment.end))
    passed_over = {segment.id for segment in _back_channels(ordered)}
    yield from (Rejected.of(segment, BACK_CHANNEL) for segment in ordered if segment.id in passed_over)
    said = [piece for s in ordered if s.id not in passed_over for piece in _judged(s, overlaps)]
    yield from (_rejected(piece, *piece.doubt) for piece in said if piece.doubt)
    before: _Speech | None = None
    for speech in _speeches(said):
        if speech.said[0].segment.speaker == person and not speech.said[0].doubt:
            yield _utterance(before, speech, language)
        before = speech


def overlapped_spans(turns: Sequence[Turn]) -> list[Span]:
    """When two voices or more speak at once, in order."""
    ordered = sorted(turns, key=lambda turn: turn.start)
    spans = [
        (later.start, min(earlier.end, later.end))
        for number, earlier in enumerate(ordered)
        for later in _while(ordered[number + 1 :], earlier)
        if later.speaker != earlier.speaker
    ]
    return sorted(span for span in spans if span[1] > span[0])


def _while(later: Sequence[Turn], turn: Turn) -> Iterator[Turn]:
    """The turns that begin before `turn` ends; those after it are not looked at."""
    for other in later:
        if other.start >= turn.end:
            return
        yield other


def _back_channels(ordered: Sequence[Segment]) -> Iterator[Segment]:
    """Short words of one or several voices, after which the voice before them goes on."""
    first = 1
    while first < len(ordered):
        floor = ordered[first - 1]
        last = first
        while last < len(ordered) and _is_short(ordered[last]) and ordered[last].speaker != floor.speaker:
            last += 1
        goes_on = last < len(ordered) and ordered[last].speaker == floor.speaker
        if goes_on and not _is_question(floor.text) and ordered[last].start - floor.end < LONGEST_INTERRUPTION:
            yield from ordered[first:last]
            first = last
        first += 1


def _is_short(segment: Segment) -> bool:
    words = re.findall(r"\w+", segment.text.casefold())
    short = len(words) <= MOST_BACK_CHANNEL_WORDS and len(segment.text) <= 8 * MOST_BACK_CHANNEL_WORDS
    return short and not _is_question(segment.text) and OBJECTIONS.isdisjoint(words)


def _is_question(text: str) -> bool:
    return text.rstrip("\"'\u201d\u2019)").endswith(("?", "\uff1f", "\u061f"))


def _judged(segment: Segment, overlaps: Sequence[Span]) -> Iterator[_Said]:
    """A segment in pieces of which each is certain or in doubt; captions are never in doubt."""
    whole = _Said(segment, segment.start, segment.end, segment.text)
    if segment.confidence is None:
        yield whole
    elif wrong := judge_wording(segment.text):
        yield replace(whole, doubt=wrong)
    elif not segment.words:
        yield replace(whole, doubt=_unsure(segment.confidence))
    else:
        for words in split_sentences(segment.words):
            doubt = _unsure(mean_probability(words)) or _drowned(words, overlaps)
            yield _Said(segment, words[0].start, words[-1].end, join_words(words), doubt)


def _unsure(probability: float) -> tuple[str, str] | None:
    if probability >= LEAST_CONFIDENCE:
        return None
    return LOW_CONFIDENCE, f"mean word probability {probability:.2f}"


def _drowned(words: Sequence[Word], overlaps: Sequence[Span]) -> tuple[str, str] | None:
    near = [span for span in overlaps if span[0] < words[-1].end and words[0].start < span[1]]
    under = [word for word in words if _shared(word, near) >= OVERLAPPED_WORD * (word.end - word.start) > 0]
    if len(under) <= MOST_OVERLAP * len(words):
        return None
    return OVERLAPPED, f"{len(under)} of {len(words)} words under another voice"


def _shared(word: Word, spans: Sequence[Span]) -> Seconds:
    """The most time that a word shares with one of the spans."""
    return max((min(word.end, end) - max(word.start, start) for start, end in spans), default=0.0)


def _rejected(said: _Said, reason: str, detail: str) -> Rejected:
    row = said.segment.model_dump(mode="json") | {"start": said.start, "end": said.end, "text": said.text}
    return Rejected(reason=reason, row=row, detail=detail)


def _speeches(said: Sequence[_Said]) -> Iterator[_Speech]:
    speech = _Speech()
    for piece in said:
        if speech.said and not speech.goes_on_with(piece):
            yield speech
            speech = _Speech()
        speech.said.append(piece)
    if speech.said:
        yield speech


def _utterance(before: _Speech | None, speech: _Speech, language: str | None) -> Utterance:
    asked = before if before and _is_answered(before, speech) else None
    pieces = [*(asked.said if asked else ()), *speech.said]
    return Utterance(
        parents=tuple(dict.fromkeys(piece.segment.id for piece in pieces)),
        medium="speech",
        text=speech.text,
        context=asked.text if asked else None,
        language=language,
    )


def _is_answered(before: _Speech, speech: _Speech) -> bool:
    asked, answer = before.said[-1], speech.said[0]
    in_time = answer.start - asked.end < LONGEST_SILENCE
    return in_time and asked.segment.speaker != answer.segment.speaker and not asked.doubt
