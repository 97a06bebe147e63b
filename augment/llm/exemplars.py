"""A few of the person's own utterances that show the manner of speaking to a language model.

They are chosen for manner, not for content: exemplars on the same subject make imitations worse (Catch Me If You Can,
arXiv 2509.14543), so whatever shares a content word with the fact is passed over, and they share none with each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from augment.english.lexicon import FUNCTION_WORDS
from augment.languages import language_of
from likeness.records import Utterance

SHORTEST, LONGEST = 5, 60
"""Words (or Chinese characters) of an exemplar: shorter shows no manner, longer costs tokens (our judgement)."""
POOL = 400
"""Utterances that are chosen from, so that choosing for 2,500 facts takes seconds."""

_UNIT = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+(?:['’]\w+)?")
_LINK = re.compile(r"https?://|www\.|@\w")


def pool_of(utterances: Iterable[Utterance]) -> list[Utterance]:
    """The utterances that exemplars are taken from, the same for the same utterances in any order."""
    fit = [utterance for utterance in utterances if _is_fit(utterance.text)]
    return sorted(fit, key=lambda utterance: _order("pool", utterance))[:POOL]


def choose_exemplars(claim: str, pool: Sequence[Utterance], most: int = 3) -> list[str]:
    """At most `most` utterances in the claim's language, none on its subject, no two on the same."""
    taken: list[str] = []
    known = _content(claim)
    for utterance in _shuffled(claim, pool):
        content = _content(utterance.text)
        if language_of(utterance.text) == language_of(claim) and not content & known:
            taken.append(utterance.text)
            known |= content
        if len(taken) == most:
            break
    return taken


def _shuffled(claim: str, pool: Sequence[Utterance]) -> Iterator[Utterance]:
    """The pool from a place that the claim decides, round to where it began."""
    start = int(sha256(claim.encode()).hexdigest(), 16) % max(1, len(pool))
    yield from pool[start:]
    yield from pool[:start]


def _order(claim: str, utterance: Utterance) -> str:
    return sha256(f"{claim}\n{utterance.id}".encode()).hexdigest()


def _is_fit(text: str) -> bool:
    return SHORTEST <= len(_UNIT.findall(text)) <= LONGEST and not _LINK.search(text)


def _content(text: str) -> set[str]:
    return {word for word in _UNIT.findall(text.lower()) if word not in FUNCTION_WORDS and len(word) > 3}
