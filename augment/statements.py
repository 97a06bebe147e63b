"""What a rewriter finds in a passage: statements about the person, and sentences that it refuses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """A claim about the person in the third person, and the sentence that carries it, `passage[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Refusal:
    """A sentence that no claim was made from, and why."""

    reason: str
    sentence: str
    start: int


class Unclear(Exception):
    """Why a sentence cannot be used: the message is the reason code."""
