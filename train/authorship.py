"""Whose style it is, by the embeddings of an authorship model, where its weights are at hand.

StyleDistance (arXiv 2410.12757) and Wegmann's Style-Embedding (arXiv 2204.04907) are RoBERTa encoders, trained so that
texts of one style lie close together whatever they are about; a text's vector is the mean of its last layer. Sixteen
texts are one bundle, and its vector is the mean of theirs:

    cosine of a bundle to the person's training words      scale
    mean over bundles of others' texts                      0
    mean over bundles of the person's held-out words        1

Nothing is downloaded: the model is a folder, or lies in the hub's cache (`hf download StyleDistance/styledistance`).
LUAR (rrivera1849/LUAR-MUD) is not used: its weights need Python code from the hub, which is not run.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from train.style_metric import BUNDLE, FEWEST_TEXTS, bundles

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

MODELS = ("StyleDistance/styledistance", "AnnaWegmann/Style-Embedding")
"""Looked for in this order. StyleDistance was trained to leave the subject out, and does so better by its paper."""

MOST_TEXTS = 16 * BUNDLE
"""Texts of each side that are read: RoBERTa-base reads some 30 posts a second on two cores."""

LONGEST = 128
"""Tokens of a text that are read; an answer has a third of them."""

BATCH = 32

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Encoder:
    """An authorship model; `name` is its hub id or folder."""

    name: str
    model: Any
    tokenizer: "PreTrainedTokenizerBase"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Texts -> (len(texts), width), each of length 1."""
        parts = [self._embed(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate(parts)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        import torch

        inputs = self.tokenizer(list(texts), return_tensors="pt", padding=True, truncation=True, max_length=LONGEST)
        with torch.inference_mode():
            states = self.model(**inputs).last_hidden_state.float()
        words = inputs["attention_mask"][..., None]
        means = (states * words).sum(dim=1) / words.sum(dim=1)
        return np.asarray(torch.nn.functional.normalize(means).numpy(), np.float32)


@dataclass(frozen=True)
class EmbeddingMetric:
    """A model, the direction of the person's training words, and the scale: mean cosines of others' words and hers."""

    encoder: Encoder
    person: Vectors
    floor: float
    ceiling: float

    def score(self, texts: Sequence[str]) -> float:
        """The likeness of `texts`, which are one or more."""
        return (_likeness(self.encoder.embed(texts), self.person) - self.floor) / (self.ceiling - self.floor)


def open_encoder(names: Sequence[str] = MODELS) -> Encoder | None:
    """The first of these models that is on this machine, each a hub id or a folder; None if none is."""
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    for name in names:
        try:
            tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=True)
            model = AutoModel.from_pretrained(name, local_files_only=True, use_safetensors=True)
        except (OSError, ValueError):  # not in the cache, not whole, or as a pickle only, which is never opened
            continue
        return Encoder(name, model.eval(), tokenizer)
    return None


def fit_embedding_metric(
    own: Sequence[str], others: Sequence[str], held_out: Sequence[str], encoder: Encoder
) -> EmbeddingMetric | None:
    """An authorship model's scale for one person; arguments and result as `train.style_metric.fit_style_metric`."""
    if min(len(own), len(others)) < FEWEST_TEXTS or not held_out:
        return None
    person = _direction(encoder.embed(_some(own)))
    floor, ceiling = (_likeness(encoder.embed(_some(texts)), person) for texts in (others, held_out))
    return EmbeddingMetric(encoder, person, floor, ceiling) if ceiling > floor else None


def _likeness(vectors: Vectors, person: Vectors) -> float:
    """The mean cosine of bundles to the person."""
    places = bundles(range(len(vectors)))
    return float(np.mean([_direction(vectors[list(place)]) @ person for place in places]))


def _direction(vectors: Vectors) -> Vectors:
    mean = vectors.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


def _some(texts: Sequence[str]) -> list[str]:
    """At most `MOST_TEXTS` of the texts, the same ones in whatever order they come."""
    return sorted(texts, key=lambda text: hashlib.sha256(text.encode()).hexdigest())[:MOST_TEXTS]
