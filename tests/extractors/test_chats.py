import json
from datetime import datetime
from typing import Any

import pytest

from extractors.chats import (
    APP_MADE,
    FORWARDED,
    MEDIA,
    SYSTEM_MESSAGE,
    is_whatsapp,
    read_telegram,
    read_whatsapp,
)
from extractors.spoken_lines import Said
from likeness.records import Rejected

NEW_YEAR = datetime(2021, 12, 31, 21, 41)


@pytest.mark.parametrize(
    "header",
    [
        "12/31/21, 9:41 PM - Ada: ",
        "12/31/21, 9:41\u202fPM - Ada: ",
        "31/12/2021, 21:41 - Ada: ",
        "31/12/21, 9:41 pm - Ada: ",
        "31/12/2021, 9:41 p. m. - Ada: ",
        "31.12.21, 21:41 - Ada: ",
        "31-12-2021 21:41 - Ada: ",
        "31/12/2021 21:41 - Ada: ",
        "2021-12-31, 21:41 - Ada: ",
        "2021/12/31 下午9:41 - Ada: ",
        "2021. 12. 31. 오후 9:41 - Ada: ",
        "[31/12/2021, 21:41:00] Ada: ",
        "[31.12.21, 21:41:00] Ada: ",
        "[12/31/21, 9:41:00 PM] Ada: ",
        "\u200e[31/12/21, 9.41.00 PM] Ada: ",
        "[2021/12/31 下午9:41:00] Ada: ",
        "[31/12/2021, 21:41:00] ~ Ada: ",
    ],
)
def test_the_headers_of_many_countries_are_read(header: str) -> None:
    text = f"{header}Happy new year!\nAnd a good one.\n"
    assert is_whatsapp(text)
    assert list(read_whatsapp(text)) == [Said("Ada", "Happy new year!\nAnd a good one.", at=NEW_YEAR, is_written=True)]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["3/4/21", "13/4/21"], [(4, 3), (4, 13)]),
        (["3/4/21", "3/14/21"], [(3, 4), (3, 14)]),
        (["1/2/21", "1/3/21", "2/1/21"], [(1, 2), (1, 3), (2, 1)]),
        (["1/2/21", "2/2/21", "1/3/21"], [(2, 1), (2, 2), (3, 1)]),
    ],
)
def test_days_and_months_are_told_apart_by_the_whole_chat(dates: list[str], expected: list[tuple[int, int]]) -> None:
    rows = list(read_whatsapp("".join(f"{date}, 21:41 - Ada: Hi.\n" for date in dates)))
    assert [(row.at.month, row.at.day) for row in rows if isinstance(row, Said) and row.at] == expected


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Messages and calls are end-to-end encrypted. Only people in this chat can read them.", SYSTEM_MESSAGE),
        ("You added +49 171 2345678", SYSTEM_MESSAGE),
        ("Ada: \u200eMissed voice call", SYSTEM_MESSAGE),
        ("Ada: This message was deleted", SYSTEM_MESSAGE),
        ("Ada: Diese Nachricht wurde gelöscht.", SYSTEM_MESSAGE),
        ("Ada: <Media omitted>", MEDIA),
        ("Ada: <Medien ausgeschlossen>", MEDIA),
        ("Ada: \u200eimage omitted", MEDIA),
        ("Ada: \u200e<attached: 00000012-PHOTO.jpg>", MEDIA),
        ("Ada: IMG-20211231-WA0001.jpg (file attached)", MEDIA),
        ("Ada: null", MEDIA),
    ],
)
def test_what_the_program_says_is_rejected_without_its_words(message: str, reason: str) -> None:
    (row,) = read_whatsapp(f"12/31/21, 9:41 PM - {message}\n")
    assert isinstance(row, Rejected)
    assert (row.reason, row.row, row.detail) == (reason, {"sent": "2021-12-31T21:41:00"}, "")


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("So true \u200e<This message was edited>", "So true"),
        ("IMG-20211231-WA0001.jpg (file attached)\nMy new desk", "My new desk"),
        ("@\u2068491712345678\u2069 look at https://e.org/x please", "look at please"),
        ("@491712345678 yes", "yes"),
        ("Note: it is 3 < 4 and 5 > 4", "Note: it is 3 < 4 and 5 > 4"),
        ("A day\n\n12.5 kg (file of bricks)", "A day\n\n12.5 kg (file of bricks)"),
        ("no date: 12/31/21, 9:41 PM", "no date: 12/31/21, 9:41 PM"),
    ],
)
def test_words_are_kept_and_marks_are_not(message: str, words: str) -> None:
    (row,) = read_whatsapp(f"12/31/21, 9:41 PM - Ada: {message}\n")
    assert isinstance(row, Said)
    assert (row.speaker, row.text) == ("Ada", words)


@pytest.mark.parametrize("text", ["", "HOLT: Good evening.\n", "On 12/31/21, 9:41 PM it began.\n", "0:12 Ada: x\n"])
def test_other_texts_are_no_chats(text: str) -> None:
    assert not is_whatsapp(text)


def message(text: Any, **fields: Any) -> dict[str, Any]:
    return {"id": 1, "type": "message", "date_unixtime": "1640986860", "from": "Ada", "text": text, **fields}


def telegram(*messages: dict[str, Any]) -> list[Said | Rejected]:
    return list(read_telegram(json.dumps({"name": "Bob", "messages": messages}).encode()))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Happy new year!", "Happy new year!"),
        (["So ", {"type": "bold", "text": "true"}, "."], "So true."),
        (["See ", {"type": "link", "text": "https://e.org"}, " now"], "See now"),
        (["Run ", {"type": "pre", "text": "make demo"}, "first"], "Run first"),
    ],
)
def test_telegrams_words(given: Any, words: str) -> None:
    assert telegram(message(given)) == [Said("Ada", words, 1, NEW_YEAR, is_written=True)]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"id": 1, "type": "service", "actor": "Ada", "action": "phone_call", "text": ""}, SYSTEM_MESSAGE),
        (message("Buy now", forwarded_from="Shop"), FORWARDED),
        (message("Buy now", via_bot="@shop"), APP_MADE),
        (message("", photo="photos/1.jpg"), MEDIA),
        (message([{"type": "pre", "text": "make demo"}]), MEDIA),
    ],
)
def test_what_is_not_the_writers_own_is_rejected(given: dict[str, Any], reason: str) -> None:
    (row,) = telegram(given)
    assert isinstance(row, Rejected)
    assert (row.reason, row.row) == (reason, {"id": 1})


def test_a_reply_knows_what_it_answers_and_chats_are_kept_apart() -> None:
    asked = message("Where were you born?", id=7, **{"from": "Bob"})
    replies = [message("In Leeds.", id=8, reply_to_message_id=7), message("Above a bakery.", reply_to_message_id=8)]
    chats = {"chats": {"list": [{"messages": [asked, *replies]}, {"messages": [message(None, **{"from": None})]}]}}
    rows = list(read_telegram(json.dumps(chats).encode()))
    assert [row.answers for row in rows if isinstance(row, Said)] == [None, "Where were you born?", None]
    assert isinstance(rows[-1], Rejected)


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b'{"chats": []}', b'{"messages": [7]}', b'{"chats": {"list": [{}]}}']
)
def test_broken_exports_give_no_words(content: bytes) -> None:
    assert [row for row in read_telegram(content) if isinstance(row, Said)] == []
