"""What the person says, as utterances: whole answers, with the words that they answer.

host: "So where did you grow up?"     ->  context
person: "In Leeds," host: "Mm-hm."    ->  the host's back-channel is passed over
person: "above a bakery."             ->  text "In Leeds, above a bakery."
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from likeness.records import Rejected, Seconds, Segment, Utterance

BACK_CHANNEL = "back_channel"
LOW_CONFIDENCE = "low_confidence"

MOST_BACK_CHANNEL_WORDS = 3
"""'Mm-hm.', 'Right, right.', 'I see.': so short and between two pieces of one other voice, it answers nothing."""

LEAST_CONFIDENCE = 0.6
"""Mean word probability below which words are not taken as said. Source: reference transcript gate."""

LONGEST_INTERRUPTION: Seconds = 3.0
"""A longer one is a turn of its own, however few its words."""

LONGEST_SILENCE: Seconds = 10.0
"""After a longer silence, what is said does not answer what was said before."""


@dataclass
class _Speech:
    """Neighbouring segments of one voice."""

    speaker: str
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)


def join_segments(segments: Sequence[Segment], person: str, language: str | None) -> Iterator[Utterance | Rejected]:
    """The utterances of the voice `person`, in order, from the segments of all voices.

    Rejected are back-channels of either side (`back_channel`), and what the transcriber was unsure of
    (`low_confidence`).
    """
    kept: list[Segment] = []
    ordered = sorted(segments, key=lambda segment: (segment.start, segment.end))
    for before, segment, after in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        if _is_back_channel(before, segment, after):
            yield Rejected.of(segment, BACK_CHANNEL)
        elif segment.confidence is not None and segment.confidence < LEAST_CONFIDENCE:
            yield Rejected.of(segment, LOW_CONFIDENCE, f"mean word probability {segment.confidence:.2f}")
        else:
            kept.append(segment)
    speeches = list(_speeches(kept))
    for before_speech, speech in zip([None, *speeches], speeches, strict=False):
        if speech.speaker == person:
            yield _utterance(before_speech, speech, language)


def _is_back_channel(before: Segment | None, segment: Segment, after: Segment | None) -> bool:
    if before is None or after is None or len(segment.text.split()) > MOST_BACK_CHANNEL_WORDS:
        return False
    interrupts = before.speaker == after.speaker != segment.speaker
    asks_or_answers = _is_question(before.text) or _is_question(segment.text)
    return interrupts and not asks_or_answers and after.start - before.end < LONGEST_INTERRUPTION


def _is_question(text: str) -> bool:
    return text.rstrip("\"'\u201d\u2019").endswith(("?", "\uff1f"))


def _speeches(segments: Sequence[Segment]) -> Iterator[_Speech]:
    speech: _Speech | None = None
    for segment in segments:
        if speech and segment.speaker == speech.speaker and segment.start - speech.segments[-1].end < LONGEST_SILENCE:
            speech.segments.append(segment)
            continue
        if speech:
            yield speech
        speech = _Speech(segment.speaker, [segment])
    if speech:
        yield speech


def _utterance(before: _Speech | None, speech: _Speech, language: str | None) -> Utterance:
    asked = before if before is not None and _is_answered(before, speech) else None
    return Utterance(
        parents=tuple(segment.id for part in (asked, speech) if part for segment in part.segments),
        medium="speech",
        text=speech.text,
        context=asked.text if asked else None,
        language=language,
    )


def _is_answered(before: _Speech, speech: _Speech) -> bool:
    silence = speech.segments[0].start - before.segments[-1].end
    return before.speaker != speech.speaker and silence < LONGEST_SILENCE
