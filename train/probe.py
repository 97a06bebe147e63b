"""What does the base model know already? Money and steps go to the facts that it does not.

    known_facts(workspace, persona, splits)    {"fact-12ea...", ...}

Each fact is asked in two of its phrasings, with the persona's system prompt; it is known if both answers bring back
half of the words that the trained answer adds to the question. That is the greedy half of what Gekhman et al. do
(arXiv 2405.05904; they sample 16 answers more): strict, since a fact that is wrongly taken for known is trained too
little.

The verdicts lie in known_facts.json, {"fact-12ea...": false}; only facts that are not there yet are asked.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange
from likeness.workspace import Workspace
from train.base_report import base_identity
from train.dataset import Splits, conversation
from train.questions import recalls

FILE = "known_facts.json"
PHRASINGS_ASKED = 2


def known_facts(workspace: Workspace, persona: Persona, splits: Splits) -> frozenset[str]:
    """The ids of the trained facts that the base model knows; none if `train.probe` is off.

    Raises:
        NotFresh: if there is something to ask and the workspace is frozen.
    """
    phrasings = phrasings_by_fact(splits["facts_train"])
    if not persona.train.probe or not phrasings or persona.train.curriculum == "style_only":
        return frozenset()
    base = fingerprint(base_identity(persona.train.base_model), persona.name)
    made_from = fingerprint(base, sorted(phrasings))
    path = workspace.write_file(FILE, made_from, lambda: _as_json(base, _verdicts(workspace, persona, base, phrasings)))
    return frozenset(fact for fact, known in json.loads(path.read_text())["known"].items() if known)


def phrasings_by_fact(rows: Sequence[Exchange]) -> dict[str, list[Exchange]]:
    """The first phrasings of each fact that is asked for alone."""
    found: dict[str, list[Exchange]] = defaultdict(list)
    for row in rows:
        if row.kind == "fact" and len(row.facts) == 1 and len(found[row.facts[0]]) < PHRASINGS_ASKED:
            found[row.facts[0]].append(row)
    return {fact: asked for fact, asked in found.items() if asked}


def _verdicts(
    workspace: Workspace, persona: Persona, base: str, phrasings: Mapping[str, Sequence[Exchange]]
) -> dict[str, bool]:
    before = _before(workspace, base)
    asked = [(fact, row) for fact, rows in phrasings.items() if fact not in before for row in rows]
    missed = {fact for (fact, row), answer in zip(asked, _ask(persona, asked), strict=True) if not recalls(answer, row)}
    return {fact: before.get(fact, fact not in missed) for fact in sorted(phrasings)}


def _ask(persona: Persona, asked: Sequence[tuple[str, Exchange]]) -> list[str]:
    if not asked:
        return []
    from train.generation import generate, open_model

    model, tokenizer = open_model(persona.train, None)
    return generate(model, tokenizer, [conversation(row, persona)[:-1] for _, row in asked])


def _before(workspace: Workspace, base: str) -> dict[str, bool]:
    """The verdicts of an earlier time on the same base model."""
    path = workspace.path(FILE)
    earlier = json.loads(path.read_text()) if path.exists() else {}
    return dict(earlier["known"]) if earlier.get("base") == base else {}


def _as_json(base: str, known: Mapping[str, bool]) -> bytes:
    return json.dumps({"base": base, "known": known}, indent=1).encode()
