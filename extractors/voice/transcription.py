"""Who says which words: the words of a recording, given to the voices that speak them.

The words come from Whisper, or from the recording's own captions (see `extractors.voice.whisper` and
`extractors.captions`), and each goes to the turn in which its middle lies. Two things are known better than by time: a
caption that names its speaker belongs to that voice, and a sentence that is nearly all one voice's is not torn apart
at its ends. Where Whisper transcribes, the captions bear witness: `caption_words`.

Not handled: captions whose times run late or early by more than half a second.
"""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, Protocol

from extractors.captions import Caption, read_captions
from extractors.voice.transcript_gates import mean_probability
from extractors.voice.whisper import Whisper, find_model, open_whisper
from likeness.errors import SourceError
from likeness.records import Recording, Rejected, Seconds, Segment, Turn, Word
from likeness.sections import Voice
from likeness.workspace import Workspace

log = logging.getLogger(__name__)

NO_CAPTIONS = "no_captions"
OUTSIDE_TURNS = "outside_turns"
CAPTIONS_UNREADABLE = "captions_unreadable"

NEAR = 0.5
"""Seconds by which a word may lie outside of every turn and still belong to the nearest."""

WHOLE_SENTENCE = 0.8
"""Share of a sentence's words that makes it all one voice's: at turn ends, caption times are off by a word or so."""

MOST_OF_A_SENTENCE = 0.5
"""The same for a caption that overlaps another: then two speak at once, and each caption is one voice's."""

LONGEST_PAUSE = 1.5
"""Seconds of silence inside one segment."""

SENTENCE_END = re.compile(r"[.?!\u2026\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*$")

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_SPACE_IN_SPACELESS = re.compile(f"(?<=[{_SPACELESS}]) (?=[{_SPACELESS}])")

Said = tuple[str | None, list[Word]]
"""A voice's label, None if unknown, and the words that it says in one go."""


class Transcriber(Protocol):
    """Turns a recording's speech into segments, one voice each."""

    def transcribe(self, recording: Recording, turns: Sequence[Turn]) -> Iterator[Segment | Rejected]:
        """The segments of all voices, in order."""
        ...


class CaptionTranscriber:
    """Takes the words from the captions that came with the recording."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def transcribe(self, recording: Recording, turns: Sequence[Turn]) -> Iterator[Segment | Rejected]:
        """See `Transcriber`. A recording without captions is rejected as `no_captions`, one whose captions cannot be
        read at all as `captions_unreadable`.
        """
        if recording.captions is None:
            yield Rejected.of(recording, NO_CAPTIONS, "transcribe = 'whisper' would need none")
            return
        try:
            captions = list(read_captions(self.workspace.path(recording.captions)))
        except SourceError as error:
            yield Rejected.of(recording, CAPTIONS_UNREADABLE, str(error))
            return
        yield from (caption for caption in captions if isinstance(caption, Rejected))
        yield from spoken_segments(recording, [c for c in captions if isinstance(c, Caption)], turns)


class WhisperTranscriber:
    """Takes the words from Whisper, for the turns of all voices; segments carry their mean word probability."""

    def __init__(self, workspace: Workspace, whisper: Whisper) -> None:
        self.workspace = workspace
        self.whisper = whisper

    def transcribe(self, recording: Recording, turns: Sequence[Turn]) -> Iterator[Segment | Rejected]:
        """See `Transcriber`. What the model takes for silence is rejected as `no_speech`."""
        path, speech = self.workspace.path(recording.path), [(turn.start, turn.end) for turn in turns]
        heard = list(self.whisper.hear(path, recording, speech))
        yield from (window for window in heard if isinstance(window, Rejected))
        for row in spoken_segments(recording, [window for window in heard if isinstance(window, Caption)], turns):
            yield row if isinstance(row, Rejected) else _with_confidence(row)


def _with_confidence(segment: Segment) -> Segment:
    return segment.model_copy(update={"confidence": round(mean_probability(segment.words), 4)})


def chosen_engine(settings: Voice) -> Literal["captions", "whisper"]:
    """The engine of `[voice] transcribe`; "auto" is Whisper if its model is on this machine, else the captions."""
    if settings.transcribe != "auto":
        return settings.transcribe
    return "whisper" if find_model(settings.transcribe_model) else "captions"


def open_transcriber(
    settings: Voice, workspace: Workspace, language: str = "auto", names: Sequence[str] = ()
) -> Transcriber:
    """The transcriber of `[voice] transcribe`; Whisper is told the language, the person's names and the glossary.

    Raises:
        MissingExtra: if Whisper is asked for, and its model is not on this machine.
        SettingsError: if there is no such model, or it does not know the language.
    """
    engine = chosen_engine(settings)
    if settings.transcribe == "auto":
        here = "is" if engine == "whisper" else "is not"
        log.info("transcribe = auto: %s, as %s %s on this machine", engine, settings.transcribe_model, here)
    match engine:
        case "captions":
            return CaptionTranscriber(workspace)
        case "whisper":
            terms = (*names, *settings.glossary)
            return WhisperTranscriber(
                workspace, open_whisper(settings.transcribe_model, settings.device, language, terms)
            )


def caption_words(workspace: Workspace, recording: Recording, turns: Sequence[Turn]) -> list[Word]:
    """The words of a recording's captions in order, a second transcript beside Whisper's; empty if there are none."""
    segments = CaptionTranscriber(workspace).transcribe(recording, turns)
    return [word for segment in segments if isinstance(segment, Segment) for word in segment.words]


def words_around(words: Sequence[Word], start: Seconds, end: Seconds, margin: Seconds = 2.0) -> str:
    """What is said from `start` to `end`, and a few words more on both sides: captions may be early or late."""
    return join_words([word for word in words if start - margin < (word.start + word.end) / 2 < end + margin])


def join_words(words: Iterable[Word]) -> str:
    """Words as a text, see `join_texts`."""
    return join_texts(word.text for word in words)


def join_texts(texts: Iterable[str]) -> str:
    """Texts with spaces between them, but none between the characters of a script that has none."""
    return _SPACE_IN_SPACELESS.sub("", " ".join(texts))


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
        text = join_words(words)
        if label is None:
            yield Rejected(reason=OUTSIDE_TURNS, row={"recording": recording.id, "start": words[0].start, "text": text})
        else:
            yield Segment(
                parents=(recording.id,),
                recording=recording.id,
                start=words[0].start,
                end=max(word.end for word in words),
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
        voices = [voice for sentence in split_sentences(words) for voice in _sentence_voices(sentence, near, share)]
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


def split_sentences(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words, cut after those that end a sentence."""
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
