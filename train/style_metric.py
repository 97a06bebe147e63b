"""How much a text sounds like the person: 0 is how others sound, 1 is how the person's own unseen words sound.

A logistic model tells the person's words from those of others by the common words, the word shapes and the punctuation
around them. Rarer words are masked letter by letter ("the Skerrow lamp" -> "the Xxxxxxx xxxx"), so that the manner
counts and not the subject: a post about lamps by somebody else is no more like her for it.

    probability of being the person's        scale
    mean over others' texts, unseen          0      the floor
    mean over the person's held-out words    1      the ceiling

Text distortion: Stamatatos, Authorship Attribution Using Text Distortion (EACL 2017). Works for any script; in those
without spaces every character counts as a word. A score may fall a little below 0 or above 1.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

COMMON_WORDS = 150
"""How many of the most frequent words stay readable; Stamatatos finds 100 to 300 best for telling authors apart."""

FEWEST_TEXTS = 10
"""Texts of each side below which no model is made: it would only know them by heart."""

FOLDS = 5

TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힯]|\w+(?:['’]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True)
class StyleMetric:
    """A fitted model and its scale: `floor` and `ceiling` are mean probabilities."""

    common: frozenset[str]
    model: Any
    floor: float
    ceiling: float

    def score(self, texts: Sequence[str]) -> float:
        """The mean likeness of `texts`, which are one or more."""
        return rescaled(_mean_probability(self.model, [mask(text, self.common) for text in texts]), self)


def fit_style_metric(own: Sequence[str], others: Sequence[str], held_out: Sequence[str]) -> StyleMetric | None:
    """Learn to tell the person's words from those of others.

    Args:
        own: the person's words, those trained on.
        others: words of others: the base model's answers to the same prompts, interviewers, encyclopedias.
        held_out: the person's words that are in neither training nor `own`; they set the ceiling.

    Returns:
        None where there are too few texts, or the model cannot tell the two apart.
    """
    from sklearn.model_selection import cross_val_predict

    if min(len(own), len(others)) < FEWEST_TEXTS or not held_out:
        return None
    common = common_words([*own, *others])
    texts = [mask(text, common) for text in (*own, *others)]
    labels = [1] * len(own) + [0] * len(others)
    unseen = cross_val_predict(_classifier(), texts, labels, cv=FOLDS, method="predict_proba")[:, 1]
    floor = float(unseen[len(own) :].mean())
    model = _classifier().fit(texts, labels)
    ceiling = _mean_probability(model, [mask(text, common) for text in held_out])
    return StyleMetric(common, model, floor, ceiling) if ceiling > floor else None


def common_words(texts: Sequence[str]) -> frozenset[str]:
    """The words that are in the most texts: function words, in whatever language these are."""
    counts = Counter(word for text in texts for word in set(_words(text)))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return frozenset(ranked[:COMMON_WORDS])


def mask(text: str, common: frozenset[str]) -> str:
    """Hide every word that is not common behind its shape: 'In 1992 Ann sang' -> 'In 0000 Xxx xxxx'."""
    return "".join(token if token.lower() in common else _shape(token) for token in TOKEN.findall(text))


def rescaled(probability: float, scale: StyleMetric) -> float:
    """A mean probability on the scale of the metric."""
    return (probability - scale.floor) / (scale.ceiling - scale.floor)


def _words(text: str) -> list[str]:
    return [token.lower() for token in TOKEN.findall(text) if token[0].isalpha()]


def _shape(token: str) -> str:
    token = re.sub(r"\d", "0", token)
    return "".join("X" if c.isupper() else "x" if c.isalpha() else c for c in token)


def _classifier() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    characters = TfidfVectorizer(analyzer="char", ngram_range=(2, 4), lowercase=False, sublinear_tf=True, min_df=2)
    words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), lowercase=False, sublinear_tf=True, min_df=2)
    return make_pipeline(make_union(characters, words), LogisticRegression(class_weight="balanced", max_iter=1000))


def _mean_probability(model: Any, masked: Sequence[str]) -> float:
    return float(model.predict_proba(list(masked))[:, 1].mean())
