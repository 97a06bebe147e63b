from datetime import datetime, timedelta
from pathlib import Path

import pytest

from extractors.cleaning import OTHER_LANGUAGE
from extractors.spoken_lines import Said
from extractors.transcripts import (
    BACK_CHANNEL,
    NO_WORDS,
    PERSON_NOT_HEARD,
    SOURCE_UNREADABLE,
    read_transcript,
    utterances,
)
from likeness.persona import Persona
from likeness.records import Rejected, Utterance
from likeness.sections import Rights
from likeness.sources import TranscriptFile
from likeness.workspace import Workspace

DEBATE = """HOLT: So where did you grow up?

MR. TRUMP: In Queens. (LAUGHTER)

HOLT: Mm-hm.

MR. TRUMP: It was a nice place.
You should see it.

CLINTON: Wrong.

MR. TRUMP: (shrugs) You know it. [crosstalk]

CLINTON: No.

MR. TRUMP: (turns away)

AUDIENCE: (APPLAUSE)
"""


def persona(folder: Path, **fields: object) -> Persona:
    known = {"name": "Donald Trump", "pronouns": "he", "rights": Rights(basis="test"), "folder": folder}
    return Persona.model_validate({**known, **fields})


def read(
    tmp_path: Path, name: str, content: str | bytes, source: dict[str, object] | None = None, **fields: object
) -> list[Utterance | Rejected]:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    workspace = Workspace(tmp_path / "data", "trump")
    given = TranscriptFile.model_validate({"path": name, **(source or {})})
    marker = read_transcript(workspace, persona(tmp_path, **fields), given)
    table, part = workspace.table(Utterance), f"said-{given.part}"
    assert workspace.table(Utterance).marker(part) == marker
    return [*table.read(part), *table.rejected(part)]


def spoken(rows: list[Utterance | Rejected]) -> list[tuple[str, str | None]]:
    return [(row.text, row.context) for row in rows if isinstance(row, Utterance)]


def reasons(rows: list[Utterance | Rejected]) -> list[str]:
    return [row.reason for row in rows if isinstance(row, Rejected)]


def test_the_persons_turns_are_kept_with_what_they_answer(tmp_path: Path) -> None:
    rows = read(tmp_path, "debate.txt", DEBATE)
    expected = "In Queens. It was a nice place. You should see it."
    assert spoken(rows) == [(expected, "So where did you grow up?"), ("You know it.", "Wrong.")]
    assert sorted(reasons(rows)) == [BACK_CHANNEL, NO_WORDS]
    kept = rows[0]
    assert isinstance(kept, Utterance)
    assert (kept.medium, kept.created_at, kept.language, kept.parents) == ("speech", "", "en", ())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.jsonl", '{"speaker": "Lester Holt", "text": "Why?"}\n{"speaker": "Donald J Trump", "text": "Because."}\n'),
        ("t.json", '{"segments": [{"speaker": "H", "text": "Why?"}, {"speaker": "TRUMP", "text": "Because."}]}'),
        ("t.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v H>Why?\n\n00:02.000 --> 00:03.000\n<v Trump>Because.\n"),
        ("t.srt", "1\n00:00:01,000 --> 00:00:02,000\nH: Why?\n\n2\n00:00:02,000 --> 00:00:03,000\nTRUMP: Because."),
        ("t.txt", "HOLT: Why?\nTRUMP: Because.\n".encode("utf-16")),
        ("t.txt", "12/31/21, 9:41 PM - Ann: Why?\n12/31/21, 9:42 PM - Donald Trump: Because.\n"),
    ],
)
def test_all_kinds_of_files_say_the_same(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert spoken(read(tmp_path, name, content)) == [("Because.", "Why?")]


def test_nobody_of_that_name_is_one_row_that_names_the_others(tmp_path: Path) -> None:
    chat = "".join(f"12/31/21, 9:4{n} PM - {who}: Hi.\n" for n, who in enumerate(["Ann", "Ann", "+49 171 2345678"]))
    (row,) = read(tmp_path, "chat.txt", chat)
    assert isinstance(row, Rejected)
    assert row.reason == PERSON_NOT_HEARD
    assert row.detail == "Ann (2), a phone number (1); say which one the person is in speakers"
    (row,) = read(tmp_path, "nobody.txt", "Words without a name.")
    assert isinstance(row, Rejected)
    assert row.detail.startswith("no speaker is named")


def test_speakers_say_who_the_person_is(tmp_path: Path) -> None:
    assert spoken(read(tmp_path, "t.txt", "Q: Why?\nA: Because.\nTRUMP: No.\n", {"speakers": ("A",)})) == [
        ("Because.", "Why?")
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("t.docx", b"PK"), ("t.vtt", b"no cue"), ("t.txt.gz", b"\x1f\x8bbroken")]
)
def test_a_file_that_cannot_be_read_is_one_rejected_row(tmp_path: Path, name: str, content: bytes) -> None:
    rows = read(tmp_path, name, content)
    assert reasons(rows) == [SOURCE_UNREADABLE]
    assert name in getattr(rows[0], "detail", "")


def test_a_file_that_is_gone_is_one_rejected_row(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "data", "trump")
    assert read_transcript(workspace, persona(tmp_path), TranscriptFile(path="gone.txt")).rejected == {
        SOURCE_UNREADABLE: 1
    }


def test_an_unchanged_file_is_read_once_and_a_changed_name_reads_it_again(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text(DEBATE)
    workspace, source = Workspace(tmp_path / "data", "trump"), TranscriptFile(path="t.txt")
    first = read_transcript(workspace, persona(tmp_path), source)
    assert read_transcript(workspace, persona(tmp_path), source) == first
    assert read_transcript(workspace, persona(tmp_path, name="Lester Holt"), source).content != first.content


def turns(*given: tuple[str, str]) -> list[Said]:
    return [Said(speaker, text) for speaker, text in given]


@pytest.mark.parametrize(
    ("given", "expected", "dropped"),
    [
        ([("a", "One."), ("a", "Two.")], [("One. Two.", None)], []),
        ([("b", "Why?"), ("c", "Yes, why?"), ("a", "One.")], [("One.", "Yes, why?")], []),
        ([("b", "So?"), ("b", "Why?"), ("a", "One.")], [("One.", "So? Why?")], []),
        ([("a", "One."), ("b", "Uh-huh."), ("a", "Two.")], [("One. Two.", None)], [BACK_CHANNEL]),
        ([("a", "One."), ("b", "Yeah, right."), ("a", "Two.")], [("One. Two.", None)], [BACK_CHANNEL]),
        ([("a", "One."), ("b", "嗯。"), ("a", "Two.")], [("One. Two.", None)], [BACK_CHANNEL]),
        ([("a", "Agreed?"), ("b", "Yes."), ("a", "Two.")], [("Agreed?", None), ("Two.", "Yes.")], []),
        ([("a", "One."), ("b", "Right?"), ("a", "Two.")], [("One.", None), ("Two.", "Right?")], []),
        ([("a", "One."), ("b", "That is wrong."), ("a", "Two.")], [("One.", None), ("Two.", "That is wrong.")], []),
        ([("a", "One."), ("b", "OK."), ("c", "Next."), ("a", "Two.")], [("One.", None), ("Two.", "Next.")], []),
        ([("a", "One."), ("b", "..."), ("a", "Two.")], [("One. Two.", None)], []),
        ([("b", "Why?"), ("a", "1999"), ("a", "👍")], [], [NO_WORDS, NO_WORDS]),
        ([("b", "Only others."), ("", "And nobody.")], [], []),
        ([("", "Nobody asks?"), ("a", "One.")], [("One.", "Nobody asks?")], []),
    ],
)
def test_turns_become_utterances(
    given: list[tuple[str, str]], expected: list[tuple[str, str | None]], dropped: list[str]
) -> None:
    rows = list(utterances(turns(*given), {"a"}, "en"))
    assert spoken(rows) == expected
    assert reasons(rows) == dropped


def test_the_persons_labels_are_one_voice_and_conversations_are_two() -> None:
    given = [
        Said("TRUMP", "One.", 1),
        Said("Mr. Trump", "Two.", 1),
        Said("HOLT", "Why?", 1),
        Said("TRUMP", "Three.", 2),
    ]
    assert spoken(list(utterances(given, {"TRUMP", "Mr. Trump"}, "en"))) == [("One. Two.", None), ("Three.", None)]


def chat(*given: tuple[str, str, float], answers: str | None = None) -> list[Said]:
    start = datetime(2021, 12, 31, 21, 41)
    return [Said(who, text, 1, start + timedelta(minutes=m), answers, is_written=True) for who, text, m in given]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("b", "Why?", 0), ("a", "One", 1), ("a", "Two", 2)], [("One\nTwo", "Why?")]),
        ([("b", "Why?", 0), ("a", "One", 1), ("a", "Two", 30)], [("One", "Why?"), ("Two", None)]),
        ([("b", "Why?", 0), ("a", "One", 60 * 24)], [("One", None)]),
        ([("a", "One", 0), ("b", "OK", 1), ("a", "Two", 2)], [("One", None), ("Two", "OK")]),
    ],
)
def test_a_chat_knows_time(given: list[tuple[str, str, float]], expected: list[tuple[str, str | None]]) -> None:
    rows = list(utterances(chat(*given), {"a"}, "en"))
    assert spoken(rows) == expected
    kept = next(row for row in rows if isinstance(row, Utterance))
    assert kept.medium == "post"
    assert kept.created_at.startswith(("2021-12-31T21:4", "2022-01-01T21:4"))
    assert kept.created_at.endswith("00Z")


def test_a_marked_reply_answers_what_it_marks() -> None:
    given = [*chat(("b", "Now?", 0), ("a", "Soon", 1)), *chat(("a", "In Leeds", 2), answers="Where?")]
    assert spoken(list(utterances(given, {"a"}, "en"))) == [("Soon", "Now?"), ("In Leeds", "Where?")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Das habe ich schon gestern gesagt, und ich sage es heute noch einmal.", False),
        ("Ich weiß.", True),
        ("I said so yesterday, and I will say it again tomorrow.", True),
    ],
)
def test_words_that_are_surely_of_another_language_are_left_out(text: str, kept: bool) -> None:
    rows = list(utterances(turns(("a", text)), {"a"}, "en"))
    assert reasons(rows) == ([] if kept else [OTHER_LANGUAGE])
