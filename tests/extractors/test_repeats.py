from extractors.repeats import DUPLICATE, NEAR_DUPLICATE, without_repeats
from likeness.records import Rejected, Utterance


def utterance(text: str) -> Utterance:
    return Utterance(medium="post", text=text)


def test_what_was_said_before_is_dropped_and_the_first_is_kept():
    first = utterance("The bees came back to the old garden early this morning, and we were glad to see all of them.")
    rows = [
        first,
        utterance("the bees came back to the old garden early this morning -- and we were glad to see ALL of them!!"),
        utterance("The bees came back to the old garden early this morning, and we were glad to see most of them."),
        utterance("Nobody has seen a wasp in the garden since the spring."),
        Rejected(reason="repost", row={}),
    ]
    kept = list(without_repeats(rows))
    assert [getattr(row, "reason", "kept") for row in kept] == ["kept", DUPLICATE, NEAR_DUPLICATE, "kept", "repost"]
    assert [row.detail for row in kept[1:3] if isinstance(row, Rejected)] == [first.id, first.id]


def test_short_words_that_differ_are_both_kept():
    rows = [
        utterance("Thank you, Iowa!"),
        utterance("Thank you, Ohio!"),
        utterance("我们在苏州"),
        utterance("我们在杭州"),
    ]
    assert list(without_repeats(rows)) == rows


def test_the_same_rows_give_the_same_result():
    rows = [
        utterance(f"Hive number {n} gave {n * 7} jars of honey this year, in spite of rain {n % 3}.") for n in range(60)
    ]
    assert list(without_repeats(rows)) == list(without_repeats(rows))
