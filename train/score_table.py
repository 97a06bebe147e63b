"""The scores as a table for people: stages as columns, a line for each score, and what it means.

              base   style  facts  person
style        -0.20    0.87   0.54          how like the person's unseen words: 0 others, 1 the person
told apart    1.00    0.71   0.80    0.55  how well answers are told from those words: 0.5 not at all, 1 always
...
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

STAGES = ("base", "style", "facts", "candidate")

MEANINGS = {
    "style": "how like the person's unseen words: 0 others, 1 the person",
    "style_embedding": "the same by an authorship model",
    "style_loss": "loss on those words, nats a token (lower is better)",
    "told_apart": "how well answers are told from those words: 0.5 not at all, 1 always",
    "distinct": "share of different answers",
    "gaps.length": "how far lengths differ from the person's: 0 the same, 1 wholly",
    "gaps.emoji": "the same of emoji",
    "gaps.punctuation": "the same of punctuation",
    "gaps.capitals": "the same of capitals",
    "recall": "trained facts, asked in words that were not trained",
    "recall_all": "the same of all facts asked",
    "recall_spared": "trained facts, in phrasings set aside",
    "recall_by_kind.date": "trained facts whose answer is a date",
    "recall_by_kind.name": "... a name",
    "recall_by_kind.number": "... a number",
    "recall_by_kind.other": "... anything else",
    "consistency.agree": "pairs of phrasings of one fact with the same answer",
    "consistency.all_right": "facts that are right in every phrasing",
    "identity": "says who, and what, it is",
    "unknown.precision": "of what it refuses, what nobody can know",
    "unknown.recall": "of what nobody can know, what it refuses",
    "unknown.f1": "honest about not knowing, both in one figure",
    "premise": "false premises that it does not accept",
    "over_refusal": "trained facts that it claims not to know (lower is better)",
    "copying": "answers that repeat training text (lower is better)",
    "general_loss": "loss on everyday talk, nats a token (lower is better)",
    "damage": "how much that has grown (lower is better)",
    "drift.style_first": "style in the first quarter of a long talk",
    "drift.style_last": "style in its last quarter",
    "drift.recall_first": "facts right at its first turn",
    "drift.recall_last": "the same facts, in other words, at its last",
    "drift.repeats": "answers in it that repeat an earlier one (lower is better)",
}
"""Every score by its path in evaluation.json, in the order of the table."""


class Measured(NamedTuple):
    """A score, or its mean over seeds and how far it spreads (sample standard deviation); None where there is one."""

    value: float
    spread: float | None = None

    def __str__(self) -> str:
        return f"{self.value:.2f}" + ("" if self.spread is None else f" ±{self.spread:.2f}")


def scores_by_stage(evaluation: Mapping[str, Any]) -> dict[str, dict[str, Measured]]:
    """The scores of evaluation.json (`train.evaluation`) by stage and path: {"facts": {"unknown.f1": 0.6}}.

    Last stands the "person": how the words that were trained on differ from the unseen ones, by chance and with time.
    """
    found = {}
    for stage in (stage for stage in STAGES if stage in evaluation):
        several = dict(_flat(evaluation.get("spread", {}).get(stage, {})))
        found[stage] = {name: Measured(value) for name, value in _flat(evaluation[stage])} | {
            name.removesuffix(".mean"): Measured(mean, several[f"{name.removesuffix('.mean')}.spread"])
            for name, mean in several.items()
            if name.endswith(".mean")
        }
    scale = evaluation.get("scale", {})
    own = {"told_apart": scale.get("own_told_apart"), "gaps": scale.get("own_gaps")}
    person = {name: Measured(value) for name, value in _flat(own)}
    return found | ({"person": person} if found and person else {})


def score_names(stages: Mapping[str, Mapping[str, Measured]]) -> list[str]:
    """The paths of the scores that some stage has, known ones first."""
    found = dict.fromkeys(name for scores in stages.values() for name in scores)
    return [*(name for name in MEANINGS if name in found), *(name for name in found if name not in MEANINGS)]


def table_lines(evaluation: Mapping[str, Any]) -> list[str]:
    """The table of evaluation.json, a line at a time; [] of one without stages.

    With several seeds a cell is the mean and its spread: "0.81 ±0.02". A score that no stage has is left out.
    """
    stages = scores_by_stage(evaluation)
    names = score_names(stages)
    if not names:
        return []
    cells = {name: [str(scores.get(name, "")) for scores in stages.values()] for name in names}
    widths = [max(len(stage), *(len(cells[name][i]) for name in names)) for i, stage in enumerate(stages)]
    first = max(len(_title(name)) for name in names)
    table = [("", list(stages), ""), *((_title(name), cells[name], MEANINGS.get(name, "")) for name in names)]
    lines = [_line(title.ljust(first), cells, widths, meaning) for title, cells, meaning in table]
    return [*lines, *_kept(evaluation)]


def _kept(evaluation: Mapping[str, Any]) -> list[str]:
    """What is left of the style, as one line; [] where it was not measured."""
    kept, by_loss = evaluation.get("style_kept"), evaluation.get("style_kept_by_loss")
    if kept is None:
        return []
    more = f" ({by_loss:.0%} by the loss of unseen words)" if by_loss is not None else ""
    return [f"Of the style that stage 1 gained, {kept:.0%} is left after stage 2{more}."]


def titled(name: str) -> str:
    """A score's name and meaning: "recall: trained facts, asked in words that were not trained"."""
    return f"{_title(name)}: {MEANINGS[name]}" if name in MEANINGS else _title(name)


def _line(title: str, cells: list[str], widths: list[int], meaning: str) -> str:
    aligned = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join((title, *aligned, meaning)).rstrip()


def _title(name: str) -> str:
    return name.replace("recall_by_kind.", "recall.").replace(".", " ").replace("_", " ")


def _flat(scores: Any, above: str = "") -> Iterator[tuple[str, float]]:
    """Every number below `scores`, named by its path: {"unknown": {"f1": 0.6}} gives ("unknown.f1", 0.6)."""
    if isinstance(scores, Mapping):
        for name, value in scores.items():
            yield from _flat(value, f"{above}.{name}" if above else name)
    elif isinstance(scores, int | float) and not isinstance(scores, bool) and math.isfinite(scores):
        yield above, float(scores)
