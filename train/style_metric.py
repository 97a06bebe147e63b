"""How much a text sounds like the person: 0 is how others sound, 1 is how the person's own unseen words sound.

A logistic model tells the person's words from those of others by the common words, the word shapes and the punctuation
around them. Rarer words are masked letter by letter ("the Skerrow lamp" -> "the Xxxxxxx xxxx"), so that the manner
counts and not the subject: a post about lamps by somebody else is no more like her for it.

    probability of being the person's        scale
    mean over others' texts, unseen          0      the floor
    mean over the person's held-out words    1      the ceiling

Texts are scored in bundles of 16, the floor, the ceiling and the answers alike. In a bundle a text counts once; said
again, it counts as a text of others. A model that gives one perfect answer to everything scores 1/16 and not 1.

Text distortion: Stamatatos, Authorship Attribution Using Text Distortion (EACL 2017). Works for any script; in those
without spaces every character counts as a word. A score may fall a little below 0 or above 1: answers can be more like
the words trained on than the person's own newest words are. `told_apart` sees that too: how well answers can be told
from held-out words, 0.5 not at all, 1 always.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item")

COMMON_WORDS = 150
"""How many of the most frequent words stay readable; Stamatatos finds 100 to 300 best for telling authors apart."""

FEWEST_TEXTS = 10
"""Texts of each side below which no model is made: it would only know them by heart."""

FOLDS = 5

BUNDLE = 16
"""Texts that are scored together, as evaluations of authorship embeddings do: one post says little about its author."""

TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힯]|\w+(?:['’]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True)
class StyleMetric:
    """A fitted model and its scale: `floor` and `ceiling` are mean probabilities."""

    common: frozenset[str]
    model: Any
    floor: float
    ceiling: float

    def score(self, texts: Sequence[str]) -> float:
        """The likeness of `texts`, which are one or more, in the order they were said."""
        return rescaled(_likeness(self.model, self.common, texts, self.floor), self)


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
    ceiling = _likeness(model, common, held_out, floor)
    return StyleMetric(common, model, floor, ceiling) if ceiling > floor else None


def told_apart(answers: Sequence[str], held_out: Sequence[str]) -> float | None:
    """How well answers can be told from the person's held-out words: 0.5 by chance only, 1 always.

    The balanced accuracy, in cross-validation, of the same model, made for this question alone. It sees everything that
    the score does not punish: answers of one length, one turn of phrase too many, no rare marks. None with too few.
    """
    from sklearn.metrics import balanced_accuracy_score
    from sklearn.model_selection import cross_val_predict

    if min(len(answers), len(held_out)) < FEWEST_TEXTS:
        return None
    common = common_words([*answers, *held_out])
    texts = [mask(text, common) for text in (*answers, *held_out)]
    labels = [1] * len(answers) + [0] * len(held_out)
    found = cross_val_predict(_classifier(), texts, labels, cv=FOLDS)
    return float(balanced_accuracy_score(labels, found))


def bundles(texts: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The texts sixteen at a time, the last ones fewer."""
    return (texts[start : start + BUNDLE] for start in range(0, len(texts), BUNDLE))


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


def _likeness(model: Any, common: frozenset[str], texts: Sequence[str], floor: float) -> float:
    """The mean probability; a text that its bundle has already counts as `floor`."""
    probabilities = model.predict_proba([mask(text, common) for text in texts])[:, 1]
    new = [is_new for bundle in bundles(texts) for is_new in _first_time(bundle)]
    return sum(float(p) if is_new else floor for p, is_new in zip(probabilities, new, strict=True)) / len(texts)


def _first_time(texts: Sequence[str]) -> Iterator[bool]:
    seen = set[str]()
    for text in texts:
        plain = " ".join(text.casefold().split())
        yield plain not in seen
        seen.add(plain)
