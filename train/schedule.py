"""The order in which rows are learnt: fixed by the seed before training begins, so that a killed run can go on in it.

    passes(rows, 1.5, seed)         every row once, half of them twice, in a random order
    by_length(lengths, 8, seed)     neighbours of like length make a batch: on a CPU padding is what costs
    packs(lengths, 512)             rows that together fill one sequence of 512 tokens

All of it is pure and depends on the seed alone.
"""

import hashlib
import math
import random
from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")

WARMUP_SHARE = 0.05
"""Share of the steps in which the learning rate rises; short runs want a little more than the usual 3 %."""

WINDOW = 32
"""Batches within which rows are sorted by length: with 32, padding is under a tenth of a batch of short answers, and
still rows meet others than those beside them in the pass before."""


def position(text: str) -> float:
    """A number in [0, 1) that hangs on the text alone: a place in an order that looks random and never changes."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 16**8


def passes(rows: Sequence[Row], epochs: float, seed: int) -> list[Row]:
    """`epochs` passes over the rows, each in an order of its own; of a fraction, that share of a pass.

    Returns:
        round(epochs x rows) rows; one at least, if there are any.
    """
    return rounds(rows, rows_of_passes(len(rows), epochs), seed)


def rows_of_passes(rows: int, epochs: float) -> int:
    """How many rows `epochs` passes over so many are; one at least, if there are any."""
    return max(1, round(epochs * rows)) if rows else 0


def rounds(rows: Sequence[Row], wanted: int, seed: int, after: int = 0) -> list[Row]:
    """`wanted` of the rows at random, going on `after` so many with the same seed: each comes once before any again."""
    generator, chosen = random.Random(seed), list[Row]()
    while rows and len(chosen) < after + wanted:
        chosen += generator.sample(list(rows), len(rows))
    return chosen[after : after + wanted]


def mixed(rows: Sequence[Row], seed: int) -> list[Row]:
    """The rows in a random order."""
    return random.Random(seed).sample(list(rows), len(rows))


def by_length(lengths: Sequence[int], batch: int, seed: int) -> list[int]:
    """Places of rows, so that each run of `batch` places holds rows of like length; such runs come in a random order.

    Rows move within a window of `WINDOW` batches only. A last run that is not full stays the last.
    """
    generator, order = random.Random(seed), list[int]()
    for start in range(0, len(lengths), WINDOW * batch):
        window = sorted(range(start, min(start + WINDOW * batch, len(lengths))), key=lambda place: lengths[place])
        runs = [window[first : first + batch] for first in range(0, len(window), batch)]
        last = [runs.pop()] if len(runs[-1]) < batch else []
        generator.shuffle(runs)
        order += [place for run in (*runs, *last) for place in run]
    return order


def packs(lengths: Sequence[int], size: int) -> list[list[int]]:
    """Rows in their order, as many in each pack as `size` tokens hold; a longer row is a pack of its own."""
    filled, room = list[list[int]](), 0
    for place, length in enumerate(lengths):
        if not filled or length > room:
            filled.append([])
            room = size
        filled[-1].append(place)
        room -= length
    return filled


def share_of_peak(step: int, parts: Sequence[int]) -> float:
    """The learning rate at a step, as a share of its peak: in each part it rises, and falls along half a cosine.

    Args:
        step: from 0.
        parts: how many steps each part has. One cycle over all would leave the last part next to nothing to learn by.
    """
    for steps in parts:
        if step < steps:
            warmup = max(1, round(WARMUP_SHARE * steps))
            if step < warmup:
                return step / warmup if step else 1 / (warmup + 1)
            return (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup))) / 2
        step -= steps
    return 0.0
