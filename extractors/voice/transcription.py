"""Who says which words: the words of a recording, given to the voices that speak them.

The embedded engine reads the recording's own captions (see `extractors.captions`) and gives each word to the turn in
which its middle lies. Two things are known better than by time: a caption that names its speaker belongs to that
voice, and a sentence that is nearly all one voice's is not torn apart at its ends.

Not handled: captions whose times run late or early by more than half a second.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from extractors.captions import Caption, read_captions
from likeness.errors import SourceError
from likeness.persona import Voice
from likeness.records import Recording, Rejected, Seconds, Segment, Turn, Word
from likeness.workspace import Workspace

OUTSIDE_TURNS = "outside_turns"
CAPTIONS_UNREADABLE = "captions_unreadable"

NEAR = 0.5
"""Seconds by which a word may lie outside of every turn and still belong to the nearest."""

WHOLE_SENTENCE = 0.8
"""Share of a sentence's words that makes it all one voice's: at turn ends, caption times are off by a word or so."""

LONGEST_PAUSE = 1.5
"""Seconds of silence inside one segment."""

SENTENCE_END = re.compile(r"[.?!\u2026\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*$")

MOST_OF_A_SENTENCE = 0.5
"""The same for a caption that overlaps another: then two speak at once, and each caption is one voice's."""

Said = tuple[str | None, list[Word]]
"""A voice's label, None if unknown, and the words that it says in one go."""


class Transcriber(Protocol):
    """Turns a recording's speech into segments, one voice each."""

    def transcribe(self, recording: Recording, turns: Sequence[Turn]) -> Iterator[Segment | Rejected]:
        """The segments of all voices, in order."""
        ...


class CaptionTranscriber:
    """Takes the words from the captions that came with the recording; without captions there are none."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def transcribe(self, recording: Recording, turns: Sequence[Turn]) -> Iterator[Segment | Rejected]:
        """See `Transcriber`. Captions that cannot be read at all are rejected as `captions_unreadable`."""
        if recording.captions is None:
            return
        try:
            captions = list(read_captions(self.workspace.path(recording.captions)))
        except SourceError as error:
            yield Rejected.of(recording, CAPTIONS_UNREADABLE, str(error))
            return
        yield from (caption for caption in captions if isinstance(caption, Rejected))
        yield from spoken_segments(recording, [c for c in captions if isinstance(c, Caption)], turns)


def open_transcriber(settings: Voice, workspace: Workspace) -> Transcriber:
    """The transcriber of `[voice] transcribe`."""
    match settings.transcribe:
        case "captions":
            return CaptionTranscriber(workspace)


def spoken_segments(
    recording: Recording, captions: Sequence[Caption], turns: Sequence[Turn]
) -> Iterator[Segment | Rejected]:
    """Words in the order of time, joined while one voice speaks without a pause of `LONGEST_PAUSE`.

    Words where nobody was heard (a song, a trailer, captions of another cut) are rejected as `outside_turns`.
    """
    labels = match_names(captions, turns)
    said = [
        piece
        for number, caption in enumerate(captions)
        for piece in _caption_voices(caption, captions[max(0, number - 2) : number + 3], labels, turns)
    ]
    for label, words in _joined(sorted(said, key=lambda piece: piece[1][0].start)):
        text = " ".join(word.text for word in words)
        if label is None:
            yield Rejected(reason=OUTSIDE_TURNS, row={"recording": recording.id, "start": words[0].start, "text": text})
        else:
            yield Segment(
                parents=(recording.id,),
                recording=recording.id,
                start=words[0].start,
                end=words[-1].end,
                speaker=label,
                text=text,
                words=tuple(words),
            )


def match_names(captions: Sequence[Caption], turns: Sequence[Turn]) -> dict[str, str]:
    """Which voice each named speaker of the captions is: the one that speaks most during the captions of that name.

    One voice has one name. A name without a voice of its own stands for itself: its words are nobody else's.
    """
    shared: defaultdict[tuple[str, str], Seconds] = defaultdict(float)
    for caption in captions:
        for turn in turns if caption.speaker else ():
            seconds = min(caption.end, turn.end) - max(caption.start, turn.start)
            shared[caption.speaker or "", turn.speaker] += max(0.0, seconds)
    labels: dict[str, str] = {}
    for (name, label), seconds in sorted(shared.items(), key=lambda item: -item[1]):
        if seconds > 0 and name not in labels and label not in labels.values():
            labels[name] = label
    return labels


def _caption_voices(
    caption: Caption, neighbours: Sequence[Caption], labels: dict[str, str], turns: Sequence[Turn]
) -> Iterator[Said]:
    """The words of one caption, cut where the voice changes."""
    near = [turn for turn in turns if turn.start < caption.end + NEAR and caption.start - NEAR < turn.end]
    words = caption.words or tuple(interpolate_words(caption, near))
    if caption.speaker:
        voices: list[str | None] = [labels.get(caption.speaker, caption.speaker)] * len(words)
    else:
        share = MOST_OF_A_SENTENCE if _is_overlapped(caption, neighbours) else WHOLE_SENTENCE
        voices = [voice for sentence in _sentences(words) for voice in _sentence_voices(sentence, near, share)]
    for voice, pairs in groupby(zip(voices, words, strict=True), key=lambda pair: pair[0]):
        yield voice, [word for _, word in pairs]


def _is_overlapped(caption: Caption, neighbours: Sequence[Caption]) -> bool:
    """Whether two speak at once; captions with word times may only stay on the screen for longer."""
    others = [other for other in neighbours if other is not caption]
    return not caption.words and any(o.start < caption.end and caption.start < o.end for o in others)


def interpolate_words(caption: Caption, turns: Sequence[Turn]) -> Iterator[Word]:
    """Times for the words of a caption without word times: by their letters, over the part in which somebody speaks."""
    spans = [(max(caption.start, t.start), min(caption.end, t.end)) for t in turns]
    spans = sorted(span for span in spans if span[1] > span[0]) or [(caption.start, caption.end)]
    texts = caption.text.split()
    letters = sum(len(text) + 1 for text in texts)
    passed = 0
    for text in texts:
        start = _at_share(spans, passed / letters)
        passed += len(text) + 1
        yield Word(start=start, end=max(start, _at_share(spans, passed / letters)), text=text)


def _at_share(spans: Sequence[tuple[Seconds, Seconds]], share: float) -> Seconds:
    """The time at which `share` of the spans' total length has passed."""
    rest = share * sum(end - start for start, end in spans)
    for start, end in spans:
        if rest <= end - start:
            return round(start + rest, 3)
        rest -= end - start
    return spans[-1][1]


def _sentences(words: Sequence[Word]) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    for word in words:
        sentence.append(word)
        if SENTENCE_END.search(word.text):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _sentence_voices(sentence: list[Word], turns: Sequence[Turn], share: float) -> list[str | None]:
    """The voice of each word; one for all of them if it has `share` of them, and the sentence is a whole one."""
    voices = [voice_at((word.start + spoken_end(word)) / 2, turns) for word in sentence]
    voice, count = Counter(voices).most_common(1)[0]
    whole = SENTENCE_END.search(sentence[-1].text) and voice and count >= share * len(voices)
    return [voice] * len(voices) if whole else voices


def spoken_end(word: Word) -> Seconds:
    """When a word is likely over: captions let it last until the next one. A slow speaker needs 0.1 s a letter."""
    return min(word.end, word.start + 0.2 + 0.1 * len(word.text))


def voice_at(time: Seconds, turns: Sequence[Turn]) -> str | None:
    """Who speaks at `time`, or nearest to it; None if nobody does within `NEAR`."""
    distances = defaultdict(list)
    for turn in turns:
        distances[max(turn.start - time, time - turn.end, 0.0)].append(turn)
    nearest = min(distances, default=NEAR + 1)
    return min(distances[nearest], key=lambda turn: turn.end - turn.start).speaker if nearest <= NEAR else None


def _joined(said: Sequence[Said]) -> Iterator[Said]:
    """Neighbouring pieces of one voice as one, cut again at long pauses."""
    for label, pieces in groupby(said, key=lambda piece: piece[0]):
        run: list[Word] = []
        for word in (word for _, words in pieces for word in words):
            if run and word.start - spoken_end(run[-1]) > LONGEST_PAUSE:
                yield label, run
                run = []
            run.append(word)
        yield label, run
