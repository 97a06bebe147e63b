from collections import Counter

import pytest

from train.schedule import WINDOW, by_length, mixed, packs, passes, rounds, share_of_peak


@pytest.mark.parametrize(
    ("rows", "epochs", "expected"), [(10, 1, 10), (10, 1.5, 15), (3, 0.1, 1), (0, 2, 0), (7, 3, 21)]
)
def test_a_pass_meets_every_row_before_any_comes_again(rows: int, epochs: float, expected: int) -> None:
    chosen = passes(range(rows), epochs, seed=3)
    assert len(chosen) == expected
    counts = Counter(chosen)
    assert not counts or max(counts.values()) - min([*counts.values(), *([0] if len(counts) < rows else [])]) <= 1
    assert chosen == passes(range(rows), epochs, seed=3)


def test_rounds_go_on_where_those_before_broke_off() -> None:
    before = passes(range(10), 1.4, seed=3)
    assert sorted([*before, *rounds(range(10), 6, seed=3, after=14)]) == sorted([*range(10), *range(10)])
    assert rounds(range(10), 0, seed=3, after=14) == rounds([], 5, seed=3, after=2) == []


def test_batches_hold_rows_of_like_length_and_none_is_lost() -> None:
    lengths = [(n * 7919) % 200 + 1 for n in range(1003)]
    order = by_length(lengths, 8, seed=1)
    assert sorted(order) == list(range(1003))
    batches = [[lengths[place] for place in order[start : start + 8]] for start in range(0, 1003, 8)]
    padding = sum(max(batch) * len(batch) - sum(batch) for batch in batches) / sum(lengths)
    assert padding < 0.06
    assert len(batches[-1]) == 1003 % 8
    assert [max(batch) for batch in batches[:10]] != sorted(max(batch) for batch in batches[:10])


def test_a_row_stays_within_its_window() -> None:
    order = by_length([1] * 2000, 4, seed=0)
    assert all(abs(place - at) < WINDOW * 4 for at, place in enumerate(order))


def test_packs_keep_the_order_and_the_size() -> None:
    lengths = [100, 200, 50, 300, 400, 10, 10]
    assert packs(lengths, 400) == [[0, 1, 2], [3], [4], [5, 6]]
    assert packs([], 400) == []


def test_mixing_keeps_all() -> None:
    assert sorted(mixed(range(20), 1)) == list(range(20)) != mixed(range(20), 1)


def test_each_part_has_a_cycle_of_the_learning_rate_of_its_own() -> None:
    rates = [share_of_peak(step, [100, 20]) for step in range(121)]
    assert 0 < rates[0] < rates[3] < rates[5] == 1 > rates[50] > rates[99] > 0
    assert rates[99] < 0.01 < rates[100] < rates[101] == 1 > rates[119] > rates[120] == 0
    assert share_of_peak(0, [1]) > 0
