"""Conversations as a model reads them: token ids, what of them is learnt, and the order in which they come.

encoded(tokenizer, [conversations, ending], settings)    a dataset of `input_ids` and `labels`, a row or a pack each
"""

import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from likeness.errors import SettingsError
from likeness.sections import Train
from train.schedule import by_length, packs
from train.templates import encode

if TYPE_CHECKING:
    from datasets import Dataset
    from transformers import PreTrainedTokenizerBase

Conversation = Sequence[dict[str, str]]
"""Messages as chat templates take them: {"role": "user", "content": "Where were you born?"}."""

NOT_LEARNT = -100
"""The label that torch's cross-entropy passes over."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Row:
    """One conversation as the model reads it; `labels` are the same tokens, or -100 where nothing is learnt."""

    input_ids: list[int]
    labels: list[int]


def encoded(
    tokenizer: "PreTrainedTokenizerBase", parts: Sequence[Sequence[Conversation]], settings: Train
) -> "tuple[Dataset, list[int]]":
    """What the trainer reads: the parts one after the other, in each of them rows of like length together.

    Returns:
        The sequences, and how many of them each part has.

    Raises:
        SettingsError: if no conversation fits `settings.max_length`. Some that do not are left out with a warning.
    """
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()
    known: dict[str, Row | None] = {}
    sequences, lengths = list[dict[str, list[int]]](), list[int]()
    for number, part in enumerate(parts):
        keys = [json.dumps(list(conversation)) for conversation in part]
        for key, conversation in zip(keys, part, strict=True):
            if key not in known:
                known[key] = fitted(tokenizer, conversation, settings.max_length)
        whole = [row for key in keys if (row := known[key]) is not None]
        order = by_length([len(row.input_ids) for row in whole], rows_a_step(settings), settings.seed + number)
        rows = [whole[place] for place in order]
        sequences += _packed(rows, settings.max_length) if settings.packing else [vars(row) for row in rows]
        lengths.append(len(sequences) - sum(lengths))
    _tell_what_does_not_fit(sum(row is None for row in known.values()), len(known), settings)
    return Dataset.from_list(sequences), lengths


def fitted(tokenizer: "PreTrainedTokenizerBase", conversation: Conversation, most: int) -> Row | None:
    """A conversation in at most `most` tokens, without its oldest turns if need be; None if the last does not fit."""
    system = [message for message in conversation[:1] if message["role"] == "system"]
    turns = list(conversation[len(system) :])
    while turns:
        tokens, learnt = encode(tokenizer, [*system, *turns])
        if len(tokens) <= most:
            labels = [token if own else NOT_LEARNT for token, own in zip(tokens, learnt, strict=True)]
            return Row(tokens, labels) if any(learnt) else None
        next_question = (place for place in range(1, len(turns)) if turns[place]["role"] == "user")
        turns = turns[next(next_question, len(turns)) :]
    return None


def fitting(
    tokenizer: "PreTrainedTokenizerBase", conversations: Sequence[Conversation], most: int = sys.maxsize
) -> list[Row]:
    """The conversations that fit, cut as `fitted` does."""
    rows = (fitted(tokenizer, conversation, most) for conversation in conversations)
    return [row for row in rows if row is not None]


def rows_a_step(settings: Train) -> int:
    """On all devices together: their batches are computed at the same time, so they had better be of like length."""
    from accelerate import PartialState

    return settings.batch_size * settings.accumulation * int(PartialState().num_processes)


def _tell_what_does_not_fit(left_out: int, rows: int, settings: Train) -> None:
    if left_out == rows:
        raise SettingsError(f"train.max_length: none of {rows} rows fits {settings.max_length} tokens; set it higher")
    if left_out:
        logger.warning(
            "%d of %d rows are left out: longer than train.max_length = %d tokens", left_out, rows, settings.max_length
        )


def _packed(rows: Sequence[Row], size: int) -> list[dict[str, list[int]]]:
    """Rows set end to end; by `seq_lengths` the trainer keeps them from seeing each other."""
    return [
        {
            "input_ids": [token for place in pack for token in rows[place].input_ids],
            "labels": [label for place in pack for label in rows[place].labels],
            "seq_lengths": [len(rows[place].input_ids) for place in pack],
        }
        for pack in packs([len(row.input_ids) for row in rows], size)
    ]
