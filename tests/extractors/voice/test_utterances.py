import pytest

from extractors.voice.utterances import join_segments, overlapped_spans
from likeness.records import Rejected, Segment, Turn, Utterance, Word


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
        # Two listeners at once, one of them twice: all are passed over.
        (
            [
                ("you", 0, 2, "Where?"),
                ("me", 2, 4, "In Leeds,"),
                ("you", 4, 4.3, "Mm."),
                ("she", 4.3, 4.7, "Oh, right."),
                ("you", 4.8, 5, "I see."),
                ("me", 5, 6, "near the river."),
            ],
            [
                ("back_channel", "Mm."),
                ("back_channel", "Oh, right."),
                ("back_channel", "I see."),
                ("Where?", "In Leeds, near the river."),
            ],
        ),
        # An objection is a turn, however short; so is a short question, and what is followed by somebody else.
        (
            [("you", 0, 2, "You were for it."), ("me", 2, 2.4, "Wrong."), ("you", 2.5, 4, "You said so.")],
            [("You were for it.", "Wrong.")],
        ),
        (
            [("me", 0, 2, "So I left."), ("you", 2, 2.4, "Why?"), ("me", 2.6, 4, "I was cold.")],
            [(None, "So I left."), ("Why?", "I was cold.")],
        ),
        (
            [("you", 0, 2, "You stayed."), ("me", 2, 2.4, "I did."), ("she", 2.5, 4, "And then there was me.")],
            [("You stayed.", "I did.")],
        ),
        # After a while the voice before takes up a new thread: that was an answer, not a back-channel.
        (
            [("you", 0, 2, "You stayed there."), ("me", 2, 2.4, "I did."), ("you", 8, 10, "Next caller, please.")],
            [("You stayed there.", "I did.")],
        ),
        # Nothing comes before, or after.
        ([("me", 0, 1, "Right."), ("you", 1, 2, "Yes.")], [(None, "Right.")]),
        # Written without spaces.
        (
            [
                ("you", 0, 1, "\u4f60\u5728\u54ea\u91cc\uff1f"),
                ("me", 1, 2, "\u6211\u5728\u3002"),
                ("me", 4, 5, "\u5317\u4eac\u3002"),
            ],
            [("\u4f60\u5728\u54ea\u91cc\uff1f", "\u6211\u5728\u3002\u5317\u4eac\u3002")],
        ),
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


def heard(who: str, start: float, *said: tuple[str, float]) -> Segment:
    """A recogniser's segment: a word every half second, with its probability."""
    words = [
        Word(start=start + i / 2, end=start + i / 2 + 0.5, text=text, probability=probability)
        for i, (text, probability) in enumerate((t, p) for sentence, p in said for t in sentence.split())
    ]
    confidence = sum(word.probability for word in words) / len(words)
    text = " ".join(word.text for word in words)
    end = words[-1].end
    return Segment(
        recording="r", start=start, end=end, speaker=who, text=text, words=tuple(words), confidence=confidence
    )


@pytest.mark.parametrize(
    ("rows", "overlaps", "expected"),
    [
        # Only the sentence that was unclear is out; what comes after it goes on with nothing.
        (
            [
                heard("you", 0, ("Where was it?", 0.9)),
                heard("me", 2, ("In Leeds.", 0.9), ("Mumble it.", 0.3), ("I left.", 1)),
            ],
            [],
            [("low_confidence", "Mumble it."), ("Where was it?", "In Leeds."), (None, "I left.")],
        ),
        # An unclear question is not answered, and the question before it neither.
        (
            [
                heard("you", 0, ("Where was it?", 0.9)),
                heard("me", 2, ("In Leeds.", 0.9)),
                heard("you", 3, ("Wha mumble?", 0.3)),
                heard("me", 4, ("In a shop.", 0.9)),
            ],
            [],
            [("low_confidence", "Wha mumble?"), ("Where was it?", "In Leeds."), (None, "In a shop.")],
        ),
        # One word of eight under another voice does no harm; half a sentence does.
        (
            [heard("me", 0, ("It was above a bakery in old Leeds.", 0.9), ("I liked it.", 0.9))],
            [(0.9, 1.6), (4.4, 5.2)],
            [("overlapped", "I liked it."), (None, "It was above a bakery in old Leeds.")],
        ),
        # What a recogniser writes over silence, and its loops.
        (
            [heard("me", 0, ("I left.", 0.9)), heard("you", 2, ("Thanks for watching!", 0.9))],
            [],
            [("hallucination", "Thanks for watching!"), (None, "I left.")],
        ),
        (
            [heard("me", 0, ("and I said " * 5, 0.9))],
            [],
            [("repetitive", "and I said " * 4 + "and I said")],
        ),
    ],
)
def test_what_a_recogniser_may_have_got_wrong_is_out(rows: list, overlaps: list, expected: list) -> None:
    said = join_segments(rows, "me", "en", overlaps)
    assert [(u.context, u.text) if isinstance(u, Utterance) else (u.reason, u.row["text"]) for u in said] == expected


def test_captions_are_not_doubted_for_an_overlap() -> None:
    rows = segments(("you", 0, 2, "Where was it?"), ("me", 1, 3, "In Leeds."))
    assert [row.text for row in join_segments(rows, "me", "en", [(0, 3)]) if isinstance(row, Utterance)] == [
        "In Leeds."
    ]


def test_when_two_speak_at_once() -> None:
    turns = [(0, 5, "a"), (4, 8, "b"), (6, 7, "c"), (8, 9, "a"), (8.5, 9.5, "a"), (20, 21, "b")]
    rows = [Turn(recording="r", start=start, end=end, speaker=who) for start, end, who in turns]
    assert overlapped_spans(rows) == [(4, 5), (6, 7)]
    assert overlapped_spans([]) == []
