from pathlib import Path

import pytest

from extractors.captions import Caption
from extractors.voice.transcription import interpolate_words, match_names, open_transcriber, spoken_segments, voice_at
from likeness.persona import Voice
from likeness.records import Recording, Rejected, Segment, Turn, Word
from likeness.workspace import Workspace


def recording(**known: object) -> Recording:
    return Recording.model_validate(
        {"url": "https://e", "sha256": "0", "title": "t", "path": "p", "sampling_rate": 16_000, "duration": 60, **known}
    )


def turn(start: float, end: float, speaker: str) -> Turn:
    return Turn(recording="r", start=start, end=end, speaker=speaker)


def caption(start: float, end: float, text: str, speaker: str | None = None, step: float | None = None) -> Caption:
    words = (
        [Word(start=start + i * step, end=start + (i + 1) * step, text=word) for i, word in enumerate(text.split())]
        if step
        else []
    )
    return Caption(start=start, end=end, text=text, speaker=speaker, words=tuple(words))


TURNS = [turn(0, 4, "host"), turn(4.3, 9, "guest"), turn(9.2, 12, "host")]


def said(captions: list[Caption], turns: list[Turn] = TURNS) -> list[tuple[str, str]]:
    rows = spoken_segments(recording(), captions, turns)
    return [(row.speaker, row.text) if isinstance(row, Segment) else (row.reason, row.row["text"]) for row in rows]


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        # Word times decide.
        ([caption(3, 6, "you grew up there I did", step=0.4)], [("host", "you grew up"), ("guest", "there I did")]),
        # A whole sentence is not torn by a word that is timed late.
        (
            [caption(0, 4.6, "So where did you grow up exactly, if I may ask?", step=0.46)],
            [("host", "So where did you grow up exactly, if I may ask?")],
        ),
        # Without word times they are spread over the speech.
        (
            [caption(0, 4, "Where was that?"), caption(4.3, 9, "In Leeds.")],
            [("host", "Where was that?"), ("guest", "In Leeds.")],
        ),
        # A name wins over the time.
        (
            [caption(0, 4, "Where?", "Ann"), caption(4.3, 9, "In Leeds.", "Bo"), caption(9.3, 10, "Right.", "Bo")],
            [("host", "Where?"), ("guest", "In Leeds."), ("guest", "Right.")],
        ),
        # A name without a voice of its own is nobody else's.
        (
            [caption(4.3, 9, "In Leeds.", "Bo"), caption(5, 5.5, "Oh!", "Cy")],
            [("guest", "In Leeds."), ("Cy", "Oh!")],
        ),
        # Two speak at once: each caption stays whole, whatever the turns say.
        (
            [caption(0, 5, "Do you still go out? You rather like it."), caption(4.2, 9, "There is nothing like it.")],
            [("host", "Do you still go out? You rather like it."), ("guest", "There is nothing like it.")],
        ),
        # Words where nobody was heard.
        ([caption(20, 22, "la la la")], [("outside_turns", "la la la")]),
        # A long pause ends a segment.
        (
            [caption(0, 1, "First.", step=0.5), caption(3.5, 4, "Second.", step=0.5)],
            [("host", "First."), ("host", "Second.")],
        ),
    ],
)
def test_words_go_to_the_voice_that_says_them(captions: list, expected: list) -> None:
    assert said(captions) == expected


def test_each_name_is_one_voice() -> None:
    captions = [caption(0, 4, "a", "Ann"), caption(3.5, 9, "b", "Bo"), caption(9, 12, "c", "Ann")]
    assert match_names(captions, TURNS) == {"Ann": "host", "Bo": "guest"}
    assert match_names(captions, []) == {}


def test_interpolated_words_fill_the_speech_and_leave_the_pause_out() -> None:
    words = list(interpolate_words(caption(0, 12, "aaaa bbbb cccc"), [turn(0, 2, "a"), turn(10, 12, "a")]))
    assert [word.text for word in words] == ["aaaa", "bbbb", "cccc"]
    assert (words[0].start, words[-1].end) == (0, 12)
    assert words[0].end < 2 and words[2].start > 10
    assert all(word.end >= word.start for word in words)
    assert list(interpolate_words(caption(0, 1, ""), [])) == []


def test_the_nearest_turn_is_taken_and_the_shorter_of_two() -> None:
    overlapped = [turn(0, 10, "long"), turn(4, 5, "short")]
    assert [voice_at(time, overlapped) for time in (4.5, 6, 10.4, 11)] == ["short", "long", "long", None]
    assert voice_at(1, []) is None


def test_captions_of_a_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ada")
    transcriber = open_transcriber(Voice(), workspace)
    assert list(transcriber.transcribe(recording(), TURNS)) == []
    missing = list(transcriber.transcribe(recording(captions="raw/gone.vtt"), TURNS))
    assert [row.reason for row in missing if isinstance(row, Rejected)] == ["captions_unreadable"]
    path = workspace.path("raw", "talk.vtt")
    path.parent.mkdir(parents=True)
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>Where was that?\n\n00:04.300 --> 00:09.000\n<v Bo>In Leeds.\n"
    )
    rows = list(transcriber.transcribe(recording(captions="raw/talk.vtt"), TURNS))
    assert [(row.speaker, row.text) for row in rows if isinstance(row, Segment)] == [
        ("host", "Where was that?"),
        ("guest", "In Leeds."),
    ]
