"""The arithmetic of the report's charts: bins, ticks and lines, in the units of an SVG's view box.

A chart is a `Frame`, which maps values to points, and shapes that the template draws with them:

    frame = Frame(0, 120, 0.0, 3.4)
    frame.path([(0, 3.4), (60, 1.1), (120, 0.6)])    # 'M46 12L…', for <path d="…">
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

BINS = 24
WIDTH, HEIGHT = 520, 220
"""The view box of every chart; on a phone it is shown at about two thirds."""
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 36
"""The margins that hold the axes' labels."""


@dataclass(frozen=True)
class Frame:
    """The window of a chart: values from `left` to `right` and from `bottom` to `top` fill the view box's inside."""

    left: float
    right: float
    bottom: float
    top: float

    def x(self, value: float) -> float:
        """Where a value lies across."""
        return round(LEFT + _share(value, self.left, self.right) * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """Where a value lies; up is less."""
        return round(HEIGHT - BOTTOM - _share(value, self.bottom, self.top) * (HEIGHT - TOP - BOTTOM), 1)

    def path(self, points: Sequence[tuple[float, float]]) -> str:
        """A line through the points, as an SVG path."""
        return "M" + "L".join(f"{self.x(x)} {self.y(y)}" for x, y in points)

    @property
    def across(self) -> list[float]:
        """Round values for the labels of the horizontal axis."""
        return ticks(self.left, self.right, 5)

    @property
    def upward(self) -> list[float]:
        """Round values for the labels of the vertical axis."""
        return ticks(self.bottom, self.top, 4)


@dataclass(frozen=True)
class Histogram:
    """Counts over bins of the same width, as (start, end, count)."""

    frame: Frame
    bins: tuple[tuple[float, float, int], ...]
    mean: float


@dataclass(frozen=True)
class Curve:
    """How a loss fell: (step, loss) in the order of the steps, and the loss on held-out rows where it was measured."""

    stage: str
    frame: Frame
    loss: tuple[tuple[float, float], ...]
    held_out: tuple[tuple[float, float], ...]


def histogram(values: Sequence[float]) -> Histogram | None:
    """Count finite values over about `BINS` bins of a round width; None without values."""
    values = [value for value in values if math.isfinite(value)]
    if not values:
        return None
    width = round_step((max(values) - min(values)) / BINS or abs(values[0]) / BINS or 1.0)
    first = math.floor(min(values) / width)
    counts = [0] * (math.floor(max(values) / width) - first + 1)
    for value in values:
        counts[math.floor(value / width) - first] += 1
    edges = [(first + i) * width for i in range(len(counts) + 1)]
    frame = Frame(edges[0], edges[-1], 0, max(counts))
    return Histogram(frame, tuple(zip(edges, edges[1:], counts, strict=False)), sum(values) / len(values))


def curve(stage: str, loss: Sequence[tuple[float, float]], held_out: Sequence[tuple[float, float]]) -> Curve | None:
    """Frame a loss log from zero up, so that curves of two stages can be compared by eye; None without rows."""
    points = [*loss, *held_out]
    if not points:
        return None
    steps, losses = zip(*points, strict=True)
    return Curve(stage, Frame(min(steps), max(steps), 0, max(losses)), tuple(loss), tuple(held_out))


def ticks(low: float, high: float, count: int) -> list[float]:
    """About `count` round values from low to high."""
    if high <= low:
        return [low]
    step = round_step((high - low) / count)
    return [round(i * step, 10) for i in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def round_step(step: float) -> float:
    """The next round step: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step * (1 - 1e-9))


def _share(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low) if high > low else 0.5
