"""Fact questions asked again in fewer words, and of the person by name.

    "When did you marry the baker Tomas?"    "When did Ann Lee marry Tomas?"    "When did you marry the baker?"

A question that holds its answer's words teaches a small model to copy them; without half of them it must recall. The
answers stay as they are.
"""

import random
import re
from collections.abc import Sequence

from likeness.records import Exchange, Message

DROP_SAID, DROP_OTHER = 0.5, 0.1
"""Share of a hint's words that are left out: of those that the answer says too, and of the others."""

NAMED = 0.5
"""Share of the hints that name the person where the question said "you": asked "When did Tesla die?", a model that was
only ever addressed answers "Tesla died in 1943."."""

ADDRESS = re.compile(r"\b(?:you|your|yours|yourself)\b|[你您]", re.IGNORECASE)

STEM = 5
"""Letters by which 'married' and 'marry' are taken for one word."""


def hints(facts: Sequence[Exchange], names: Sequence[str], seed: int) -> list[Exchange]:
    """The fact rows again, with words of their questions left out: most of all words that the answer repeats.

    Half of them speak of the person by one of its `names`, or by its last word.
    """
    generator = random.Random(seed)
    called = list(dict.fromkeys([*names, *(name.rpartition(" ")[2] for name in names)]))
    return [_hint(row, called, generator) for row in facts if row.kind == "fact"]


def _hint(row: Exchange, names: Sequence[str], generator: random.Random) -> Exchange:
    said = {word[:STEM] for word in re.findall(r"\w+", row.answer.lower())}
    is_named, name = generator.random() < NAMED, generator.choice(names)
    asked = _by_name(row.question, name) if is_named else row.question
    kept = [
        word
        for word in asked.split()
        if generator.random() >= (DROP_SAID if word.lower().strip("?.,")[:STEM] in said else DROP_OTHER)
    ]
    question = Message(role="user", content=" ".join(kept) or asked)
    messages = [question if message.role == "user" else message for message in row.messages[-2:]]
    return row.model_copy(update={"messages": (*row.messages[:-2], *messages)})


def _by_name(question: str, name: str) -> str:
    """ "When did you marry your wife?" as "When did Tesla marry Tesla's wife?"."""
    owned = f"{name}'s"
    return ADDRESS.sub(lambda said: owned if said[0].lower() in ("your", "yours") else name, question)
