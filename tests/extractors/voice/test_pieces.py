import pytest

from extractors.voice.pieces import Piece, cut_pieces, own_runs
from likeness.records import Word


@pytest.mark.parametrize(
    ("own", "others", "runs"),
    [
        ([(0, 4), (4.5, 8)], [], [(0, 8.4)]),
        ([(0, 4), (6, 8)], [], [(0, 4.4), (5.6, 8.4)]),
        ([(0, 4)], [(4.1, 6)], [(0, 3.9)]),  # 0.2 s are kept away from the other voice
        ([(0, 4)], [(5, 6)], [(0, 4.4)]),  # speech may go on a little after its turn
        ([(0, 8)], [(3, 4)], [(0, 2.8), (4.2, 8.4)]),
        ([(3, 4)], [(0, 8)], []),
    ],
)
def test_own_runs(own: list, others: list, runs: list) -> None:
    assert own_runs(own, others, 0.2) == [pytest.approx(run) for run in runs]


def words(*said: tuple[float, float, str]) -> list[Word]:
    return [Word(start=start, end=end, text=text) for start, end, text in said]


def cuts(pieces: list[Piece]) -> list[tuple[float, float, str]]:
    return [(piece.start, piece.end, piece.text) for piece in pieces]


def test_without_words_a_piece_ends_in_the_last_pause_that_fits() -> None:
    speech = [(0.2, 3), (3.4, 6), (6.4, 9), (9.4, 12)]
    assert cuts(cut_pieces((0, 12.2), speech, [], 1, 10)) == [(0.1, 9.1, ""), (9.3, 12.1, "")]


def test_sentences_come_before_clauses_before_pauses() -> None:
    speech = [(0.2, 2), (2.4, 4), (4.4, 6), (6.4, 8)]
    said = words((0.2, 2, "So,"), (2.4, 4, "I left."), (4.4, 6, "Then"), (6.4, 8, "again,"))
    assert [text for *_, text in cuts(cut_pieces((0, 8.2), speech, said, 1, 6.5))] == ["So, I left.", "Then again,"]


def test_speech_that_runs_into_another_voice_is_left_out_with_its_words() -> None:
    speech = [(0.0, 2), (2.4, 4), (4.4, 7)]
    said = words((0.2, 1.8, "leak"), (2.4, 4, "mine."), (4.5, 7, "leak"))
    assert cuts(cut_pieces((1, 6), speech, said, 1, 10)) == [(2.3, 4.1, "mine.")]


def test_a_pause_inside_a_word_is_no_place_to_cut() -> None:
    speech = [(0, 1), (1.12, 2), (2.5, 4)]
    said = words((0, 2, "extraordinarily"), (2.5, 4, "good"))
    assert [(p.start, p.text) for p in cut_pieces((0, 4), speech, said, 0.5, 3)] == [
        (0, "extraordinarily"),
        (2.4, "good"),
    ]


def test_a_word_belongs_to_the_side_of_the_pause_on_which_it_is_said() -> None:
    speech = [(0, 2), (2.3, 4)]
    said = words((0, 1, "One"), (1, 2.3, "two."), (2.3, 3, "Three"), (3, 4, "four."))  # captions fill the pauses
    assert [p.text for p in cut_pieces((0, 4), speech, said, 1, 2.5)] == ["One two.", "Three four."]


def test_what_fits_no_length_is_a_piece_all_the_same() -> None:
    assert cuts(cut_pieces((0, 30), [(0.5, 20.5)], [], 1, 10)) == [(0.4, 20.6, "")]
    assert cuts(cut_pieces((0, 30), [(0.5, 0.9)], [], 1, 10)) == [(0.4, 1.0, "")]
    assert cut_pieces((0, 30), [], [], 1, 10) == []
