import gzip
from pathlib import Path

import pytest

from extractors.captions import MALFORMED_CUE, NO_WORDS, Caption, read_captions
from likeness.errors import SourceGone
from likeness.records import Rejected

ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.000 align:start position:0%
 
so<00:00:00.500><c> my</c><00:00:01.000><c> mother</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
so my mother
 

00:00:02.010 --> 00:00:04.000 align:start position:0%
so my mother
sold<00:00:02.600><c> clocks</c>

00:00:04.000 --> 00:00:04.010 align:start position:0%
sold clocks
 

00:00:04.010 --> 00:00:06.000 align:start position:0%
sold clocks
[Music]
"""  # noqa: W293  # the lines of one space are YouTube's


def captions(tmp_path: Path, text: str, name: str = "talk.vtt") -> list[Caption | Rejected]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read_captions(path))


def said(rows: list[Caption | Rejected]) -> list[tuple[str | None, str]]:
    return [(row.speaker, row.text) for row in rows if isinstance(row, Caption)]


def cue(text: str, times: str = "00:01.000 --> 00:04.000") -> str:
    return f"WEBVTT\n\n{times}\n{text}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good evening.", [(None, "Good evening.")]),
        ("I &amp; my&nbsp;dog\nwent <i>home</i>.", [(None, "I & my dog went home.")]),
        ("<v Ada Lovelace>I said so.</v>", [("Ada Lovelace", "I said so.")]),
        ("<v.loud Ada>I said so.\n<v Bob>Did you?", [("Ada", "I said so."), ("Bob", "Did you?")]),
        ("<v Ada>- Yes.", [("Ada", "Yes.")]),
        (">> LESTER HOLT: Good evening.", [("LESTER HOLT", "Good evening.")]),
        ("&gt;&gt; Yes.\n&gt;&gt; No.", [("", "Yes."), ("", "No.")]),
        ("- Hello.\n- Hi.", [("", "Hello."), ("", "Hi.")]),
        ("and so on.\n>> No.", [(None, "and so on."), ("", "No.")]),
        ("[Applause] Thank you. (LAUGHTER) ♪", [(None, "Thank you.")]),
        ("he was absolutely-[crosstalk she doesn't", [(None, "he was absolutely she doesn't")]),
        ("Remember: a well-known rule (mine) holds.", [(None, "Remember: a well-known rule (mine) holds.")]),
        ("<c.colorE5E5E5>Coloured</c> words", [(None, "Coloured words")]),
        ("我在苏州出生。", [(None, "我在苏州出生。")]),
    ],
)
def test_a_cue_becomes_the_words_of_its_voices(tmp_path: Path, text: str, expected: list[tuple[str | None, str]]):
    assert said(captions(tmp_path, cue(text))) == expected


def test_words_carry_the_times_of_the_cue(tmp_path: Path):
    (caption,) = captions(tmp_path, cue("good<00:02.000><c> evening</c><00:02.500><c> all of you</c>"))
    times = [(word.text, word.start, word.end) for word in caption.words]
    assert times[:2] == [("good", 1.0, 2.0), ("evening", 2.0, 2.5)]
    assert times[2:] == [("all", 2.5, 3.0), ("of", 3.0, 3.5), ("you", 3.5, 4.0)]
    assert " ".join(word.text for word in caption.words) == caption.text


@pytest.mark.parametrize("text", ["one<00:09.000><c> two</c>", "one<00:03.000><c> two</c><00:02.000><c> three</c>"])
def test_word_times_outside_the_cue_or_out_of_order_are_not_believed(tmp_path: Path, text: str):
    (caption,) = captions(tmp_path, cue(text))
    assert caption.words == ()


def test_voices_without_times_share_their_cue_by_length(tmp_path: Path):
    ada, bob = captions(tmp_path, cue("<v Ada>aaaa aaaaa<v Bob>bbbbb"))
    assert (ada.start, ada.end, bob.start, bob.end) == (1.0, 3.0, 3.0, 4.0)


def test_a_voice_begins_at_its_own_time_if_it_has_one(tmp_path: Path):
    ada, bob = captions(tmp_path, cue("<v Ada>Yes.<v Bob><00:02.000>No."))
    assert (ada.end, bob.start) == (2.0, 2.0)


def test_rolling_captions_are_said_once(tmp_path: Path):
    rows = captions(tmp_path, ROLLING)
    assert said(rows) == [(None, "so my mother"), (None, "sold clocks")]
    assert [row.reason for row in rows if isinstance(row, Rejected)] == [NO_WORDS]


def test_what_a_person_really_says_twice_is_kept(tmp_path: Path):
    text = cue("Wrong.") + "\n00:04.000 --> 00:05.000\nWrong.\n\n00:05.000 --> 00:07.000\nYou are wrong.\n"
    text += "\n00:07.000 --> 00:09.000\nI was there.\n"
    assert said(captions(tmp_path, text))[:2] == [(None, "Wrong."), (None, "Wrong.")]


@pytest.mark.parametrize("times", ["00:04.000 --> 00:03.000", "00:05 --> 00:06.000", "soon --> later"])
def test_malformed_cues_are_rejected_and_the_others_kept(tmp_path: Path, times: str):
    rejected, kept = captions(tmp_path, cue("Lost.", times) + "\n01:00:05.000 --> 01:00:06.500\nKept.\n")
    assert (rejected.reason, rejected.row["text"]) == (MALFORMED_CUE, "Lost.")
    assert (kept.text, kept.start, kept.end) == ("Kept.", 3605.0, 3606.5)


def test_cues_without_words_are_rejected(tmp_path: Path):
    rows = captions(tmp_path, cue("[Music]") + "\n00:04.000 --> 00:05.000\n\n00:05.000 --> 00:06.000\nYes.\n")
    assert [getattr(row, "reason", "kept") for row in rows] == [NO_WORDS, NO_WORDS, "kept"]


def test_notes_and_styles_are_not_words(tmp_path: Path):
    text = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE by hand\n\n1\n00:01.000 --> 00:02.000\nYes.\n\nNOTE end\n"
    assert said(captions(tmp_path, text)) == [(None, "Yes.")]


def test_subrip_in_an_old_encoding_and_gzipped(tmp_path: Path):
    text = "1\r\n00:00:01,000 --> 00:00:04,000\r\n{\\an8}<font color='red'>Café au lait, où êtes-vous?</font>\r\n\r\n"
    text += "2\r\n00:00:05,000 --> 00:00:06,250\r\nNon.\r\n"
    path = tmp_path / "talk.srt.gz"
    path.write_bytes(gzip.compress(text.encode("cp1252")))
    rows = list(read_captions(path))
    assert said(rows) == [(None, "Café au lait, où êtes-vous?"), (None, "Non.")]
    assert rows[1].end == 6.25


@pytest.mark.parametrize("content", [b"", b"no captions here", b"\x1f\x8bbroken"])
def test_a_file_without_captions_is_one_clear_line(tmp_path: Path, content: bytes):
    path = tmp_path / "talk.vtt"
    path.write_bytes(content)
    with pytest.raises(SourceGone, match=r"talk\.vtt"):
        read_captions(path)
