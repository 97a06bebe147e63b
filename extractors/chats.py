"""Exports of chats as turns: WhatsApp's text files, Telegram's result.json.

    12/31/21, 9:41 PM - Ada: Happy new year!                            WhatsApp on Android, American
    [31.12.21, 21:41:07] Ada: Frohes Neues!                             on an iPhone, German
    {"type": "message", "date_unixtime": "1640986867", "from": "Ada", "text": ["So ", {"type": "bold", "text": "true"}]}

WhatsApp writes the clock of the phone without its zone: it is taken as UTC. Whether 3/4 is a day of March or of April
is told from the whole file. Not handled: zipped exports, polls, what WhatsApp does not mark (forwarded messages).
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from extractors.cleaning import clean_text
from extractors.posts.fields import json_objects
from extractors.spoken_lines import Said
from likeness.records import Rejected

SYSTEM_MESSAGE = "system_message"
MEDIA = "media"
FORWARDED = "forwarded"
APP_MADE = "app_made"
DELETED = "deleted"

_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})
_MARKS = "\u200e\u200f\u202a\u202c\ufeff"
_HEADER = re.compile(
    r"[\u200e\u200f\ufeff]*(?P<bracket>\[)?(?P<first>\d{1,4})[./-] ?(?P<second>\d{1,2})[./-] ?(?P<third>\d{1,4})\.?,? "
    r"(?P<before>上午|下午|오전|오후|凌晨|早上|中午|晚上)? ?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<seconds>\d{2}))?"
    r" ?(?P<after>[AaPp]\.? ?[Mm]\.?)?(?(bracket)\]| -) (?P<content>.*)"
)
_SENDER = re.compile(r"([^:]{1,60}?) ?: (.*)", re.S)
_PLACEHOLDER = re.compile(r"<[^<>]{2,60}>")
_EDITED = re.compile(r"<[^<>]{8,60}>$")
_ATTACHED = re.compile(r"\S[^\n]{0,80}\.\w{2,4} \([^()\n]{5,40}\)(?:\n|$)")
_DELETED = re.compile(
    r"(?:this message was|you) deleted|deleted this message|nachricht (?:wurde )?gelöscht|se eliminó este mensaje"
    r"|eliminaste este mensaje|message a été supprimé|avez supprimé ce message|mensagem (?:foi )?apagada"
    r"|messaggio è stato eliminato|hai eliminato questo messaggio|此消息已删除|你已删除",
    re.I,
)
_MENTION = re.compile(rf"@[{_MARKS}\u2068]?\+?\d[\d ]{{6,16}}\d\u2069?")


def is_whatsapp(text: str) -> bool:
    """Whether a text file is an export of WhatsApp: one of its first lines has a date, a time and somebody's name."""
    return any(_header(line) for line in text.splitlines()[:5])


def read_whatsapp(text: str) -> Iterator[Said | Rejected]:
    """The messages of a WhatsApp export, lines that belong to one message joined.

    Rejected are notes of the program (`system_message`: joined, encrypted, called, deleted) and what is only a file
    (`media`). Words beneath a file are kept.
    """
    messages: list[tuple[re.Match[str], list[str]]] = []
    for line in text.splitlines():
        if header := _header(line):
            messages.append((header, [header["content"]]))
        elif messages:
            messages[-1][1].append(line)
    moments = _moments([header for header, _ in messages])
    for (_, lines), moment in zip(messages, moments, strict=True):
        yield _whatsapp_message("\n".join(lines), moment)


def _header(line: str) -> re.Match[str] | None:
    return _HEADER.fullmatch(line.translate(_SPACES))


def _whatsapp_message(content: str, moment: datetime | None) -> Said | Rejected:
    row = {"sent": moment.isoformat() if moment else ""}
    sender = _SENDER.fullmatch(content)
    words = sender[2] if sender else ""
    if sender is None or words.startswith("\u200e") or _DELETED.search(words[:60]):
        is_file = words.startswith("\u200e") and (_PLACEHOLDER.search(words) or " omitted" in words)
        return Rejected(reason=MEDIA if is_file else SYSTEM_MESSAGE, row=row)
    words = _ATTACHED.sub(
        "", _EDITED.sub("", words).rstrip(f" {_MARKS}") if not _PLACEHOLDER.fullmatch(words.strip()) else "", count=1
    )
    if not words.strip() or words.strip() == "null":
        return Rejected(reason=MEDIA, row=row)
    return Said(sender[1].strip(_MARKS + " ~"), written(words), at=moment, is_written=True)


def written(text: str) -> str:
    """A message's words, without links, marks of direction, and mentions by telephone number."""
    return clean_text(_MENTION.sub("", text))


def _moments(headers: Sequence[re.Match[str]]) -> list[datetime | None]:
    """When each message was sent, by the order of day and month with which time runs backwards least."""
    readings = [[_moment(header, order) for header in headers] for order in ("dmy", "mdy")]
    return min(readings, key=_disorder)


def _disorder(moments: list[datetime | None]) -> tuple[int, int]:
    known = [moment for moment in moments if moment]
    return len(moments) - len(known), sum(after < before for before, after in pairwise(known))


def _moment(header: re.Match[str], order: str) -> datetime | None:
    first, second, third = (int(header[name]) for name in ("first", "second", "third"))
    if len(header["first"]) == 4:
        year, month, day = first, second, third
    else:
        year = third + 2000 * (third < 100)
        month, day = (second, first) if order == "dmy" else (first, second)
    with suppress(ValueError):
        return datetime(year, month, day, _hour(header), int(header["minute"]), int(header["seconds"] or 0))
    return None


def _hour(header: re.Match[str]) -> int:
    hour, half = int(header["hour"]), (header["after"] or header["before"] or "").lower()
    if half.startswith("p") or half in ("下午", "오후", "晚上", "中午"):
        return hour % 12 + 12
    return hour % 12 if half else hour


def read_telegram(content: bytes) -> Iterator[Said | Rejected]:
    """The messages of a Telegram export: of one chat, or of all.

    Rejected are service messages (`system_message`), other people's words (`forwarded`), what a bot wrote
    (`app_made`), and files without words (`media`).
    """
    number = 0
    for export in json_objects(content, "result.json"):
        if isinstance(export, Rejected):
            yield export
            continue
        lists = export.get("chats")
        for chat in lists.get("list", []) if isinstance(lists, dict) else [export]:
            number += 1
            messages = [message for message in chat.get("messages", []) if isinstance(message, dict)]
            texts = {message.get("id"): (message.get("from"), _text(message)) for message in messages}
            yield from (_telegram_message(message, texts, number) for message in messages)


def _telegram_message(message: dict[str, Any], texts: dict[Any, tuple[Any, str]], number: int) -> Said | Rejected:
    row = {"id": message.get("id")}
    if message.get("type") != "message":
        return Rejected(reason=SYSTEM_MESSAGE, row=row)
    if message.get("forwarded_from") or message.get("saved_from"):
        return Rejected(reason=FORWARDED, row=row)
    if message.get("via_bot"):
        return Rejected(reason=APP_MADE, row=row)
    words = _text(message)
    if not words:
        return Rejected(reason=MEDIA, row=row)
    sender = message.get("from") or ""
    asker, asked = texts.get(message.get("reply_to_message_id"), (sender, ""))
    return Said(str(sender), words, number, _sent(message), asked or None if asker != sender else None, is_written=True)


def _sent(message: dict[str, Any]) -> datetime | None:
    with suppress(ValueError, TypeError, OverflowError):
        return datetime.fromtimestamp(int(message["date_unixtime"]), UTC).replace(tzinfo=None)
    return None


def _text(message: dict[str, Any]) -> str:
    """A message's words: a string, or a list of strings and of pieces with a style. Code is nobody's words."""
    pieces = message.get("text") or ""
    pieces = [pieces] if isinstance(pieces, str) else pieces
    plain = [p if isinstance(p, str) else str(p.get("text", "")) for p in pieces if not _is_code(p)]
    return written("".join(plain))


def _is_code(piece: Any) -> bool:
    return isinstance(piece, dict) and piece.get("type") in ("pre", "code")
