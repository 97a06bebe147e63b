"""Everything that is measured of the manner, fitted once on a person and put to the answers of every stage.

    measures = fit_style(own, others, held_out)
    measures.scores(answers)   {"style": 0.81, "style_embedding": 0.7, "told_apart": 0.66, "distinct": 0.97,
                                "gaps": {"length": 0.12, ...}}

A score that nothing was there to measure by is left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from train.authorship import MODELS, EmbeddingMetric, fit_embedding_metric, open_encoder
from train.schedule import position
from train.style_gaps import style_gaps
from train.style_metric import BUNDLE, StyleMetric, fit_style_metric, told_apart
from train.verdicts import distinct

MOST_OF_A_KIND = 200
"""Others' texts of one kind. Encyclopedias have thousands of sentences, and would be all that the floor is made of."""

REPOSTED = re.compile(r"^\s*RT @\w+:?\s*")


@dataclass(frozen=True)
class StyleMeasures:
    """What was fitted.

    `own_gaps` and `own_told_apart` set the person's training words against the held-out ones: what chance and time
    make. One person's posts of two seasons of 2016 were told apart in 0.77 to 0.84 of cases.
    """

    metric: StyleMetric | None
    embedding: EmbeddingMetric | None
    held_out: Sequence[str]
    own_gaps: dict[str, float]
    own_told_apart: float | None = None

    def scores(self, answers: Sequence[str]) -> dict[str, Any]:
        """The scores of a stage's answers to style prompts."""
        if not answers:
            return {}
        found: dict[str, Any] = {"distinct": distinct(answers), "gaps": style_gaps(answers, self.held_out)}
        for name, metric in (("style", self.metric), ("style_embedding", self.embedding)):
            if metric is not None:
                found[name] = metric.score(answers)
        apart = told_apart(answers, self.held_out)
        return found if apart is None else {**found, "told_apart": apart}

    def scale(self) -> dict[str, Any]:
        """Floor and ceiling of each metric, as probabilities and cosines; the gaps within the person's own words."""
        found: dict[str, Any] = {"own_gaps": self.own_gaps} if self.own_gaps else {}
        if self.own_told_apart is not None:
            found["own_told_apart"] = self.own_told_apart
        if self.metric is not None:
            found |= {"floor": self.metric.floor, "ceiling": self.metric.ceiling}
        if self.embedding is not None:
            model, floor, ceiling = self.embedding.encoder.name, self.embedding.floor, self.embedding.ceiling
            found["embedding"] = {"model": model, "floor": floor, "ceiling": ceiling}
        return found


def fit_style(
    own: Sequence[str], others: Sequence[str], held_out: Sequence[str], models: Sequence[str] = MODELS
) -> StyleMeasures:
    """Fit what there are texts and models for.

    Args:
        own: the person's training words.
        others: others' words, `some_of` each kind: the base model's answers, correspondents, reposts, encyclopedias.
        held_out: the person's words that were not trained.
        models: authorship models, hub ids or folders; the first that is on this machine is taken.
    """
    encoder = open_encoder(models) if own and others and held_out else None
    embedding = fit_embedding_metric(own, others, held_out, encoder) if encoder else None
    mine = some_of(own)
    apart = told_apart(mine[: max(len(held_out), BUNDLE)], held_out)
    metric = fit_style_metric(own, others, held_out)
    return StyleMeasures(metric, embedding, held_out, style_gaps(mine, held_out), apart)


def some_of(texts: Iterable[str]) -> list[str]:
    """At most `MOST_OF_A_KIND` different texts, the same ones in whatever order they come."""
    different = {REPOSTED.sub("", text) for text in texts} - {""}
    return sorted(different, key=position)[:MOST_OF_A_KIND]
