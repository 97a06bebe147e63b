"""Transcripts as turns with their speakers: subtitles, JSON, plain text.

    <v Lester Holt>Good evening.                                  .vtt; in .srt also "LESTER HOLT: Good evening."
    {"speaker": "Lester Holt", "start": 1.4, "text": "..."}       .jsonl, .json, alone or inside of anything
    LESTER HOLT: Good evening. (APPLAUSE)                         .txt; lines without a name go on
    Lester Holt  0:12                                             .txt, as recorders' services write it

Not handled: "Q." and "A." of court records, speakers that are only told by colour or by order.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from extractors.captions import NO_WORDS, Caption, read_captions
from extractors.files import decoded, read_bytes
from extractors.posts.fields import json_objects
from likeness.records import Rejected

SPEAKER_KEYS = ("speaker", "speaker_name", "speakerName", "from", "author", "name", "agent", "role")
TEXT_KEYS = ("text", "message", "content", "value", "body", "utterance")
"""How JSON transcripts name the two: whisperX, podcast transcripts, ShareGPT, OpenAI chats, dialogue corpora."""

MOST_LABEL_WORDS = 6
LONGEST_UNCASED_LABEL = 12
"""Characters of a name in a script without capitals; a longer line before a colon is a sentence."""

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?"
_LABELLED = re.compile(
    rf"\s*(?:{_TIME}\s*[-\u2013\u2014]?\s*)?(?:\*\*|__)?([^\W\d_][^:\uff1a\n]{{0,59}}?)\s*(?:{_TIME})?(?:\*\*|__)?"
    rf"\s*[:\uff1a](?!//)(?:\*\*|__)?\s*(?:{_TIME})?\s*(.*)"
)
_HEADED = re.compile(rf"\s*([^\W\d_][^:\uff1a\n]{{0,59}}?)\s+{_TIME}\s*()")
_PARTICLES = frozenset({"of", "the", "and", "de", "la", "le", "di", "da", "del", "van", "von", "der", "bin", "al"})
_REMARK = re.compile(r"\s*[(\[\uff08][^)\]\uff09]*[)\]\uff09]")

_HEARD = (
    r"applau\w*|laugh\w*|chuckl\w*|cheer\w*|boo(?:s|ing)|cross[ -]?talk|inaudible|unintelligible|indiscernible|paus\w+"
    r"|silence|music\w*|sighs?|sighing|cough\w*|clears throat|cry(?:ing)?|sob\w*|gasps?|whisper\w*|overlapping"
    r"|simultaneous\w*|interrupt\w*|off[ -]?mic\w*|through \w+ ?(?:interpreter|translator)?|speak(?:s|ing) \w+|ph|sic"
    r"|shrug\w*|nod\w*|smil\w*|gestur\w*|end (?:of )?\w+|begin \w+|video \w+|beifall|gelächter|lach\w+|rires?"
    r"|aplausos|risas|applausi|risate"
)
_DIRECTION = re.compile(
    rf"\[[^\[\]]{{0,80}}\]|\((?i:{_HEARD})[^()]{{0,40}}\)|\([A-Z][A-Z ,.'-]+\)|\*(?i:{_HEARD})\*"
    r"|[(\uff08][\u7b11\u638c\u58f0\u8072\u62cd\u624b\u9f13]{1,4}[)\uff09]|[\u2669-\u266c]"
)


@dataclass(frozen=True)
class Said:
    """One turn of a conversation. `at` is when a chat message was sent, in UTC as far as that is known.

    `answers` is the message that this one is marked as a reply to.
    """

    speaker: str
    text: str
    conversation: int = 0
    at: datetime | None = None
    answers: str | None = None
    is_written: bool = False


def without_directions(text: str) -> str:
    """Words on one line without what was only heard or seen: '(applause)', '[crosstalk]', '(LAUGHTER)'."""
    words = " ".join(_DIRECTION.sub(" ", text).split())
    if re.fullmatch(r"\([^()]*\)", words):
        return ""
    return re.sub(r"\s+([,.;!?])|\s+[-\u2013\u2014]+$|^[-\u2013\u2014]+\s+", r"\1", words)


def read_subtitles(path: Path) -> Iterator[Said | Rejected]:
    """The turns of a caption file. A caption without a name goes on with the voice before, unless the file tags voices.

    Raises:
        SourceGone: as `read_captions`.
    """
    rows = list(read_captions(path))
    yield from (row for row in rows if isinstance(row, Rejected) and row.reason != NO_WORDS)
    captions = [row for row in rows if isinstance(row, Caption)]
    labels = speaker_labels(caption.text for caption in captions)
    is_tagged = "<v" in decoded(read_bytes(path))
    speaker = ""
    for caption in captions:
        speaker = caption.speaker if caption.speaker is not None else "" if is_tagged else speaker
        for name, words in _labelled(caption.text, labels):
            speaker = name or speaker
            yield Said(speaker, without_directions(words))


def _labelled(text: str, labels: Collection[str]) -> Iterator[tuple[str, str]]:
    """Cut a caption at the names that open a sentence in it: ('', 'Yes.'), ('BOB', 'No.')."""
    if not labels:
        yield "", text
        return
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    opening, *parts = re.split(rf"(?:^|(?<=[^\w,]\s))(?:- ?)?({names})\s*[:\uff1a]\s*", text)
    yield from ((name, words) for name, words in zip(["", *parts[::2]], [opening, *parts[1::2]], strict=True) if words)


def read_text(text: str) -> Iterator[Said]:
    """The turns of a plain text; what stands before the first name is nobody's."""
    # With single spaces, so that the patterns take a time that grows with a line's length alone.
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    labels = speaker_labels(lines)
    speaker, said = "", list[str]()
    for line in lines:
        found = _HEADED.fullmatch(line) or _LABELLED.fullmatch(line)
        if found is None or _name(found[1]) not in labels:
            said.append(line)
            continue
        yield from [Said(speaker, without_directions(" ".join(said)))] if said else []
        speaker, said = _name(found[1]), [found[2]]
    yield from [Said(speaker, without_directions(" ".join(said)))] if said else []


def speaker_labels(lines: Iterable[str]) -> set[str]:
    """The names that open lines: 'HOLT', 'Ken Bone', '记者'. 'Remember: ...' and 'One more thing: ...' are sentences.

    A name has capitals throughout, or at the beginning of each word; one word alone must come twice.
    """
    found = (_HEADED.fullmatch(line) or _LABELLED.fullmatch(line) for line in lines)
    counts = Counter(_name(match[1]) for match in found if match)
    return {name for name, count in counts.items() if _is_name(name, count)}


def _is_name(name: str, count: int) -> bool:
    words = name.split()
    if not words or len(words) > MOST_LABEL_WORDS or re.search(r"[?!\u2026\u3002]|\w{4}\.$", name):
        return False
    if name.lower() == name.upper():
        return count > 1 and len(name) <= LONGEST_UNCASED_LABEL
    if name.isupper():
        return True
    is_capitalised = all(not word[0].islower() or word.lower() in _PARTICLES for word in words)
    return is_capitalised and (len(words) > 1 or count > 1)


def _name(label: str) -> str:
    """A label without remarks: 'TRUMP (via video)' -> 'TRUMP'."""
    return _REMARK.sub("", label).strip(" *_-\u2013\u2014\t") or label.strip()


def read_json(content: bytes, name: str) -> Iterator[Said | Rejected]:
    """The turns of a JSON or JSONL file: objects that have a speaker and a text, in lists that are conversations.

    Lines that cannot be read are rejected as `broken_json` or `not_an_object`.
    """
    number = 0
    for row in json_objects(content, name):
        if isinstance(row, Rejected):
            yield row
        elif turn := _turn(row, 0):
            yield turn
        else:
            for conversation in _conversations(row):
                number += 1
                yield from (turn for value in conversation if (turn := _turn(value, number)))


def _conversations(value: Any) -> Iterator[list[Any]]:
    """The lists, however deep, that hold turns."""
    if isinstance(value, list) and any(_turn(item, 0) for item in value):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _conversations(inner)


def _turn(value: Any, conversation: int) -> Said | None:
    if not isinstance(value, dict):
        return None
    speaker = next((value[key] for key in SPEAKER_KEYS if isinstance(value.get(key), str | int)), None)
    words = next((value[key] for key in TEXT_KEYS if isinstance(value.get(key), str)), None)
    if speaker is None or words is None:
        return None
    return Said(str(speaker), without_directions(words), conversation)
