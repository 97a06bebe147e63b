import pytest

from extractors.voice.utterances import join_segments
from likeness.records import Rejected, Segment, Utterance


def segments(*said: tuple[str, float, float, str]) -> list[Segment]:
    return [Segment(recording="r", start=a, end=b, speaker=who, text=text) for who, a, b, text in said]


def joined(rows: list[Segment]) -> list[tuple[str | None, str]]:
    return [
        (row.context, row.text) if isinstance(row, Utterance) else (row.reason, row.row["text"])
        for row in join_segments(rows, "me", "en")
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # Question and answer.
        ([("you", 0, 2, "Where were you born?"), ("me", 2.3, 4, "In Leeds.")], [("Where were you born?", "In Leeds.")]),
        # The host's back-channel does not tear the answer.
        (
            [
                ("you", 0, 2, "Where?"),
                ("me", 2, 4, "In Leeds,"),
                ("you", 4, 4.4, "Mm-hm."),
                ("me", 4.5, 6, "near the river."),
            ],
            [("back_channel", "Mm-hm."), ("Where?", "In Leeds, near the river.")],
        ),
        # Nor does the person's own tear the question.
        (
            [
                ("you", 0, 4, "You left, and then"),
                ("me", 4, 4.3, "Right."),
                ("you", 4.4, 6, "came back?"),
                ("me", 6, 8, "I came back."),
            ],
            [("back_channel", "Right."), ("You left, and then came back?", "I came back.")],
        ),
        # A short answer to a question is an answer.
        (
            [
                ("you", 0, 2, "Were you glad?"),
                ("me", 2, 2.4, "Yes."),
                ("you", 3, 5, "And then?"),
                ("me", 5, 6, "I left."),
            ],
            [("Were you glad?", "Yes."), ("And then?", "I left.")],
        ),
        # After a long silence nothing is answered; the first words answer nothing either.
        ([("me", 0, 2, "Good evening.")], [(None, "Good evening.")]),
        ([("you", 0, 2, "That is that."), ("me", 30, 33, "Chapter two.")], [(None, "Chapter two.")]),
        # Own words far apart are two utterances.
        ([("me", 0, 2, "One thing."), ("me", 20, 22, "Another.")], [(None, "One thing."), (None, "Another.")]),
        ([], []),
    ],
)
def test_join_segments(said: list, expected: list) -> None:
    assert joined(segments(*said)) == expected


def test_words_that_the_transcriber_doubts_are_dropped() -> None:
    unsure = Segment(recording="r", start=0, end=2, speaker="me", text="mumble mumble", confidence=0.4)
    sure = Segment(recording="r", start=2, end=4, speaker="me", text="I agree.", confidence=0.9)
    rows = list(join_segments([unsure, sure], "me", "en"))
    assert isinstance(rows[0], Rejected) and rows[0].reason == "low_confidence"
    assert isinstance(rows[1], Utterance) and rows[1].text == "I agree."


def test_an_utterance_is_made_from_both_sides() -> None:
    rows = segments(("you", 0, 2, "Where?"), ("me", 2, 4, "In Leeds."))
    (utterance,) = join_segments(rows, "me", "en")
    assert isinstance(utterance, Utterance)
    assert utterance.parents == tuple(row.id for row in rows)
    assert (utterance.medium, utterance.language) == ("speech", "en")
