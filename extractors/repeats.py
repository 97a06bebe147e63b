"""Utterances that say again what the person said before: kept once, the earliest.

Short public words are repeated with small changes ("Thank you Iowa!", "Thank you, Iowa!"); a model that is trained on
all of them learns the slogan, not the style. Works on letters, so in any script.
"""

from collections.abc import Iterable, Iterator

from likeness.records import Rejected, Utterance

DUPLICATE = "duplicate"
NEAR_DUPLICATE = "near_duplicate"

SHINGLE = 5
"""Letters of a shingle. Source: 5-grams, as in the MinHash of FineWeb; of letters, since a post has few words."""

DUPLICATE_SIMILARITY = 0.8
"""Jaccard similarity of shingles from which two texts are one. Source: Lee et al., "Deduplicating Training Data Makes
Language Models Better" (2022), who put the same bound on edit similarity."""

_PERMUTATIONS, _BANDS = 120, 20  # rows of 6: a pair at 0.8 is a candidate with probability 0.998, one at 0.4 with 0.08


def without_repeats(rows: Iterable[Utterance | Rejected]) -> Iterator[Utterance | Rejected]:
    """Drop what an earlier row said: word for word (`duplicate`) or nearly so (`near_duplicate`).

    Rows come in order of time, so that the earliest is kept; `detail` is the id of the one kept. Case, punctuation and
    spaces make no difference. Other rejected rows pass through.
    """
    seen: dict[str, str] = {}
    index = _Index()
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        letters = "".join(filter(str.isalnum, row.text.casefold()))
        if letters in seen:
            yield Rejected.of(row, DUPLICATE, seen[letters])
        elif twin := index.twin(letters):
            yield Rejected.of(row, NEAR_DUPLICATE, seen[twin])
        else:
            yield row
        seen.setdefault(letters, row.id)


class _Index:
    """The texts kept so far, by MinHash signature."""

    def __init__(self) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._minhash = RMinHash
        self._lsh = RMinHashLSH(threshold=DUPLICATE_SIMILARITY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._kept: list[str] = []

    def twin(self, letters: str) -> str | None:
        """The first kept text that is nearly this one; if there is none, this one is kept.

        The index names candidates; these are compared in full, so that no likeness is only guessed.
        """
        signature = self._minhash(num_perm=_PERMUTATIONS, seed=0)
        signature.update(_shingles(letters))
        for number in sorted(self._lsh.query(signature)):
            kept: str = self._kept[number]
            if _similarity(letters, kept) >= DUPLICATE_SIMILARITY:
                return kept
        self._lsh.insert(len(self._kept), signature)
        self._kept.append(letters)
        return None


def _shingles(letters: str) -> list[str]:
    return [letters[start : start + SHINGLE] for start in range(max(len(letters) - SHINGLE + 1, 1))]


def _similarity(letters: str, others: str) -> float:
    """The Jaccard similarity of the shingles of two texts, in [0, 1]."""
    one, other = set(_shingles(letters)), set(_shingles(others))
    return len(one & other) / len(one | other)
