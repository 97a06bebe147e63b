"""Which checkpoint of a voice to keep: what each one synthesised, scored by likeness, words and naturalness.

    samples/G_1000/hello.wav   samples/G_1000/hello.txt
    samples/G_2000/hello.wav   samples/hello.txt          what is said, for all checkpoints

Checkpoints are taken in the order of the numbers in their names. A sample that cannot be read, or in which nobody
speaks, counts with the worst scores: a checkpoint that falls silent must not win by it. Each measure has a ceiling,
the person's own clips. Similarity does not tell an imitation from the person: it only compares checkpoints.

Words are compared only where a transcriber and the texts are at hand, naturalness only where its model is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from likeness.records import Rejected
from train.speakable import speakable
from train.voices import NO_SOUNDS, Heard, Listen, Vector, pool

CER_GATE = 0.02
"""How much higher than the best a checkpoint's character error rate may be: 2 points."""

SIMILARITY_GATE = 0.02
"""How much lower than the best its similarity may be."""

PATIENCE = 3
"""How many checkpoints in a row must be no better than one before them for training to have stopped helping."""

WORST_SIMILARITY, WORST_MOS = 0.0, 1.0
"""What a failed sample counts: vectors are non-negative, and opinion scores begin at 1."""


@dataclass(frozen=True)
class Judges:
    """Who hears the samples. `transcribe` gives the words of a file, `naturalness` an opinion score in [1, 5]."""

    listen: Listen
    transcribe: Callable[[Path], str] | None = None
    naturalness: Callable[[Path], float] | None = None


@dataclass(frozen=True)
class Score:
    """How one checkpoint speaks: over `samples` sounds, of which `failed` hold no speech.

    `similarity` is the mean cosine to the person's voice, `cer` the character error rate over all texts, `naturalness`
    the mean opinion score; the last two are None where they were not measured. `score` is the mean of their z-scores
    over all checkpoints, higher is better; `passes` says whether it is within the gates of the best.
    """

    name: str
    samples: int
    failed: int
    similarity: float
    cer: float | None
    naturalness: float | None
    score: float = 0.0
    passes: bool = True


@dataclass(frozen=True)
class Ranking:
    """All checkpoints in the order of training, beside the ceiling: the person's own clips.

    `keep` is the best of those within the gates, None without any; `stopped_helping` the one after which `PATIENCE`
    checkpoints brought nothing better, None while training may still help.
    """

    scores: tuple[Score, ...]
    ceiling: Score
    keep: str | None
    stopped_helping: str | None
    rejected: tuple[Rejected, ...] = field(default=())


def rank(
    person: Mapping[str, Sequence[Path]],
    checkpoints: Mapping[str, Sequence[Path]],
    texts: Mapping[Path, str],
    judges: Judges,
    language: str,
) -> Ranking:
    """Score checkpoints against the person's clips by recording, in the order given.

    `texts` are the words that each file should say, the person's clips among them. A checkpoint without any sounds is
    rejected as `no_sounds`. Where nobody speaks in any clip of the person nothing is scored.
    """
    heard = {path: judges.listen(path) for paths in (*person.values(), *checkpoints.values()) for path in paths}
    rejected = [result for result in heard.values() if isinstance(result, Rejected)]
    rejected += [Rejected(reason=NO_SOUNDS, row={"path": name}) for name, paths in checkpoints.items() if not paths]
    voices = {name: spoken for name, paths in person.items() if (spoken := _spoken(heard, paths))}
    if not voices:
        nobody = Score("the person", 0, 0, 0.0, None, None)
        return Ranking((), nobody, None, None, tuple(rejected))
    voice, real = pool(voices).voice, [path for paths in person.values() for path in paths]
    ceiling = replace(_score("the person", real, heard, voice, texts, judges, language), similarity=_ceiling(voices))
    unranked = [
        _score(name, paths, heard, voice, texts, judges, language) for name, paths in checkpoints.items() if paths
    ]
    scores = gated(scored(unranked))
    return Ranking(tuple(scores), ceiling, best(scores), stopped_helping(scores), tuple(rejected))


def _spoken(heard: Mapping[Path, Heard | Rejected], paths: Sequence[Path]) -> list[Heard]:
    return [result for path in paths if isinstance(result := heard[path], Heard)]


def _ceiling(voices: Mapping[str, Sequence[Heard]]) -> float:
    """How like the person real clips are: the mean cosine to the person's voice in the other recordings.

    With one recording it is the mean cosine to that recording's own voice, which is a little too high.
    """
    similarities = []
    for name, group in voices.items():
        others = {other: heard for other, heard in voices.items() if other != name} or voices
        similarities += [float(heard.vector @ pool(others).voice) for heard in group]
    return round(float(np.mean(similarities)), 4)


def _score(
    name: str,
    paths: Sequence[Path],
    heard: Mapping[Path, Heard | Rejected],
    voice: Vector,
    texts: Mapping[Path, str],
    judges: Judges,
    language: str,
) -> Score:
    results = {path: heard[path] for path in paths}
    good = {path: result for path, result in results.items() if isinstance(result, Heard)}
    cosines = [float(good[path].vector @ voice) if path in good else WORST_SIMILARITY for path in paths]
    cer = naturalness = None
    if judges.transcribe and (told := [path for path in paths if letters(texts.get(path, ""), language)]):
        said = {path: judges.transcribe(path) if path in good else "" for path in told}
        cer = error_rate([(texts[path], said[path]) for path in told], language)
    if judges.naturalness:
        naturalness = float(np.mean([judges.naturalness(path) if path in good else WORST_MOS for path in paths]))
    return Score(name, len(paths), len(paths) - len(good), round(float(np.mean(cosines)), 4), cer, naturalness)


def letters(text: str, language: str) -> str:
    """The letters and digits of a text as spoken, in lower case: what an error rate is counted over."""
    return "".join(letter for letter in speakable(text, language).casefold() if letter.isalnum())


def error_rate(pairs: Sequence[tuple[str, str]], language: str) -> float:
    """The character error rate over pairs of what should be said and what is heard: edits over characters."""
    from rapidfuzz.distance import Levenshtein

    spelled = [(letters(told, language), letters(said, language)) for told, said in pairs]
    edits = sum(Levenshtein.distance(told, said) for told, said in spelled)
    return round(edits / max(sum(len(told) for told, _ in spelled), 1), 4)


def scored(scores: Sequence[Score]) -> list[Score]:
    """The checkpoints with the mean of their z-scores, over what was measured for every one of them."""
    columns = [_z_scores([score.similarity for score in scores])]
    for values, sign in (([s.cer for s in scores], -1), ([s.naturalness for s in scores], 1)):
        measured = [value for value in values if value is not None]
        if len(measured) == len(scores):
            columns.append(sign * _z_scores(measured))
    means = np.mean(columns, axis=0)
    return [replace(score, score=round(float(mean), 3)) for score, mean in zip(scores, means, strict=True)]


def _z_scores(values: Sequence[float]) -> NDArray[np.float64]:
    spread = np.std(values) if len(values) else 0.0
    return (np.array(values) - np.mean(values)) / spread if spread > 1e-9 else np.zeros(len(values))


def gated(scores: Sequence[Score]) -> list[Score]:
    """The checkpoints, each with whether it is within `CER_GATE` and `SIMILARITY_GATE` of the best."""
    alike = max((score.similarity for score in scores), default=0.0) - SIMILARITY_GATE
    clear = min((score.cer for score in scores if score.cer is not None), default=1.0) + CER_GATE
    return [
        replace(score, passes=score.similarity >= alike and (score.cer is None or score.cer <= clear))
        for score in scores
    ]


def best(scores: Sequence[Score]) -> str | None:
    """The highest score within the gates; where no checkpoint is within both, the highest of all that speak."""
    speaking = [score for score in scores if score.failed < score.samples]
    candidates = [score for score in speaking if score.passes] or speaking
    return max(candidates, key=lambda score: score.score).name if candidates else None


def stopped_helping(scores: Sequence[Score]) -> str | None:
    """The first checkpoint, in the order of training, that none of the next `PATIENCE` is better than."""
    leader = 0
    for i, score in enumerate(scores):
        if score.score > scores[leader].score:
            leader = i
        if i - leader >= PATIENCE:
            return scores[leader].name
    return None
