import json
from pathlib import Path

import pytest

from extractors.captions import MALFORMED_CUE
from extractors.posts.fields import BROKEN_JSON, NOT_AN_OBJECT
from extractors.spoken_lines import Said, read_json, read_subtitles, read_text, speaker_labels, without_directions
from likeness.records import Rejected


def said(rows: list[Said | Rejected]) -> list[tuple[str, str]]:
    return [(row.speaker, row.text) for row in rows if isinstance(row, Said)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you. (APPLAUSE) Thank you.", "Thank you. Thank you."),
        ("Thank you (applause), all.", "Thank you, all."),
        ("[crosstalk] No. [Laughs]", "No."),
        ("It was (laughs) a *chuckles* joke.", "It was a joke."),
        ("He said (and I was there) no.", "He said (and I was there) no."),
        ("I went to (INAUDIBLE) twice.", "I went to twice."),
        ("The (speaking Spanish) part", "The part"),
        ("我在苏州出生。（笑）", "我在苏州出生。"),
        ("And then -", "And then"),
        ("I -- I was -- well--", "I -- I was -- well--"),
        ("♪ (MUSIC) ♪", ""),
        ("Das war schön. (Beifall)", "Das war schön."),
    ],
)
def test_stage_directions_are_not_words(text: str, expected: str) -> None:
    assert without_directions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HOLT: Good evening.\nTRUMP: Thank you.", [("HOLT", "Good evening."), ("TRUMP", "Thank you.")]),
        ("A debate of 2016\n\nHOLT: Good\nevening.\n\nIt begins.", [("HOLT", "Good evening. It begins.")]),
        ("HOLT (on tape): Yes.", [("HOLT", "Yes.")]),
        ("Ken Bone: I ask: why?\nOne more thing: this.", [("Ken Bone", "I ask: why? One more thing: this.")]),
        ("TRUMP: I said so.\nRemember: I won.\n", [("TRUMP", "I said so. Remember: I won.")]),
        ("[00:01:02] ADA: Yes.\n[00:01:04] BOB: No.", [("ADA", "Yes."), ("BOB", "No.")]),
        ("Ada King: (00:12)\nI was born.\nBob Moss: (00:20)\nOh.", [("Ada King", "I was born."), ("Bob Moss", "Oh.")]),
        ("Ada King  0:12\nI was born.\n\nBob Moss  1:02:20\nOh.", [("Ada King", "I was born."), ("Bob Moss", "Oh.")]),
        ("**Ada Lovelace:** I was born.", [("Ada Lovelace", "I was born.")]),
        (
            "记者：你好。\n鄭成功：好。\n记者：再见。\n鄭成功：走了：真的。",
            [("记者", "你好。"), ("鄭成功", "好。"), ("记者", "再见。"), ("鄭成功", "走了：真的。")],
        ),
        ("ADA: See https://e.org/a\nhttp://e.org: no", [("ADA", "See https://e.org/a http://e.org: no")]),
        ("Simone de Beauvoir: Oui.", [("Simone de Beauvoir", "Oui.")]),
        ("", []),
        ("No name at all.", [("", "No name at all.")]),
    ],
)
def test_plain_text_is_cut_where_a_name_opens_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert [turn for turn in said(list(read_text(text))) if turn != ("", "A debate of 2016")] == expected


def test_a_sentence_before_a_colon_is_no_name() -> None:
    lines = [
        "Remember: no.",
        "What did he say: yes?",
        "the truth: it hurts",
        "I was born in Leeds.: x",
        "Ann: a",
        "Ann: b",
    ]
    assert speaker_labels(lines) == {"Ann"}


def test_voices_of_subtitles(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>I said so.\n\n00:02.000 --> 00:03.000\nSomebody.\n\n"
        "soon --> later\nLost.\n\n00:04.000 --> 00:05.000\n[Music]\n"
    )
    rows = list(read_subtitles(path))
    assert said(rows) == [("Ada", "I said so."), ("", "Somebody.")]
    assert [row.reason for row in rows if isinstance(row, Rejected)] == [MALFORMED_CUE]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["ADA: I was born", "in Leeds.", "BOB: Oh."], [("ADA", "I was born"), ("ADA", "in Leeds."), ("BOB", "Oh.")]),
        (
            [">> ADA: I was born", "in Leeds.", ">> Oh.", "Really?"],
            [("ADA", "I was born"), ("ADA", "in Leeds."), ("", "Oh."), ("", "Really?")],
        ),
        (["BOB: Where?", "ADA: In Leeds.\nBOB: Oh."], [("BOB", "Where?"), ("ADA", "In Leeds."), ("BOB", "Oh.")]),
        (["- ADA: Yes.\n- BOB: No."], [("ADA", "Yes."), ("BOB", "No.")]),
        (["nobody's words"], [("", "nobody's words")]),
    ],
)
def test_names_in_subtitles_hold_until_the_next(
    tmp_path: Path, cues: list[str], expected: list[tuple[str, str]]
) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{cue}\n" for n, cue in enumerate(cues)))
    assert said(list(read_subtitles(path))) == expected


def turn(speaker: object, text: object) -> dict[str, object]:
    return {"speaker": speaker, "start": 1.0, "text": text}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([turn("Ada", "Yes. (laughs)"), turn("Bob", "No.")], [("Ada", "Yes.", 0), ("Bob", "No.", 0)]),
        ({"segments": [turn("SPEAKER_01", "Yes.")], "language": "en"}, [("SPEAKER_01", "Yes.", 1)]),
        ({"segments": [turn(0, "Yes.")]}, [("0", "Yes.", 1)]),
        (
            {
                "t1": {"content": [{"agent": "a", "message": "Hi."}]},
                "t2": {"content": [{"agent": "a", "message": "Ho."}]},
            },
            [("a", "Hi.", 1), ("a", "Ho.", 2)],
        ),
        ({"messages": [{"role": "user", "content": "Hi."}]}, [("user", "Hi.", 1)]),
        ({"conversations": [{"from": "gpt", "value": "Hi."}]}, [("gpt", "Hi.", 1)]),
        ({"messages": [{"message": "no speaker"}]}, []),
        ([turn(None, "Yes."), turn("Ada", None), turn("Ada", ["Yes."])], []),
    ],
)
def test_json_holds_turns_wherever_they_are(value: object, expected: list[tuple[str, str, int]]) -> None:
    rows = list(read_json(json.dumps(value).encode(), "talk.json"))
    assert [(row.speaker, row.text, row.conversation) for row in rows if isinstance(row, Said)] == expected


def test_a_broken_line_of_jsonl_is_rejected_by_itself() -> None:
    rows = list(
        read_json(b'{"speaker": "Ada", "text": "Yes."}\n{"speaker": \n7\n{"speaker": "Bob", "text": "No."}', "talk")
    )
    assert said(rows) == [("Ada", "Yes."), ("Bob", "No.")]
    assert [row.reason for row in rows if isinstance(row, Rejected)] == [BROKEN_JSON, NOT_AN_OBJECT]


@pytest.mark.timeout(5)
@pytest.mark.parametrize("piece", ["A", " ", "A: ", "(", "[", "1:00 ", "*laugh"])
def test_a_line_without_end_takes_no_time_without_end(piece: str) -> None:
    assert list(read_text(f"ADA: {piece * 20_000}"))
