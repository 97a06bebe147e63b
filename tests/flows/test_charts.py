import math

import pytest

from flows.charts import Frame, curve, histogram, ticks


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        (0, 4.1, 4, [0, 2, 4]),
        (0, 88, 5, [0, 20, 40, 60, 80]),
        (0.75, 0.97, 5, [0.75, 0.8, 0.85, 0.9, 0.95]),
        (-0.2, 0.2, 4, [-0.2, -0.1, 0, 0.1, 0.2]),
        (3, 3, 5, [3]),
    ],
)
def test_ticks_are_round(low, high, count, expected):
    assert ticks(low, high, count) == pytest.approx(expected)


@pytest.mark.parametrize("values", [[0.5], [0.0, 0.0], [-1.0, 1.0], [0.1] * 9 + [0.9], list(range(1000))])
def test_a_histogram_counts_every_value_once(values):
    drawn = histogram(values)

    assert drawn is not None
    assert sum(count for _, _, count in drawn.bins) == len(values)
    assert drawn.bins[0][0] <= min(values) <= max(values) <= drawn.bins[-1][1] + 1e-9
    assert len(drawn.bins) <= 50
    assert drawn.mean == pytest.approx(sum(values) / len(values))


@pytest.mark.parametrize("values", [[], [math.nan], [math.inf]])
def test_there_is_no_histogram_of_nothing(values):
    assert histogram(values) is None


def test_a_curve_starts_at_zero_loss_so_that_two_can_be_compared():
    drawn = curve("style", [(1, 4.0), (9, 1.0)], [(5, 2.0)])

    assert drawn is not None
    assert drawn.frame == Frame(1, 9, 0, 4.0)
    assert drawn.frame.path([(1, 4.0), (9, 0.0)]) == "M44.0 12.0L508.0 184.0"
    assert curve("style", [], []) is None


def test_a_single_point_lies_in_the_middle():
    drawn = curve("style", [(3, 2.0)], [])

    assert drawn is not None
    assert drawn.frame.x(3) == 276
