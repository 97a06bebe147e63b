"""What is known of a dialogue base (`train.dialogue_base`): base.json beside its weights, and its card.

base_identity("qwen3-1.7b")       "qwen3-1.7b"
base_identity("models/talker")    "models/talker 5f0c...": a folder that `likeness base` wrote, and has made anew since
"""

import json
import math
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from train.cards import licence_of, plain, public_name

VERSION = 1
RECORD = "base.json"


class BaseReport(BaseModel):
    """What a dialogue base was made from, and how good it is: base.json.

    `kept` and `held_out` count talks, `pieces` what was trained on (a long talk is cut), `dropped` talks by reason.
    """

    model_config = ConfigDict(extra="forbid")

    schema_version: int = VERSION
    made_from: str
    base_model: str
    corpus: str
    corpus_hash: str
    kept: int
    held_out: int
    pieces: int
    dropped: dict[str, int]
    loss_before: float
    learning_rate: float
    settings: dict[str, Any]
    seconds: int
    loss_after: float = math.nan


def read_report(folder: Path) -> BaseReport | None:
    """What base.json in a folder says; None if there is none, or another program's."""
    try:
        return BaseReport.model_validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None


def base_identity(base_model: str) -> str:
    """What adapters of a base model depend on: its name, and of one that was made here, what it was made from.

    The folder of a dialogue base keeps its name when it is made anew.
    """
    report = read_report(Path(base_model))
    return f"{base_model} {report.made_from}" if report is not None else base_model


def report_lines(report: BaseReport, out: Path) -> list[str]:
    """What to tell people: what was kept and dropped, whether it helped, how to use it."""
    verdict = "better" if report.loss_after < report.loss_before else "no better: this corpus does not help"
    return [
        f"{report.kept} talks kept, {report.held_out} of them held out; dropped: {listed(report.dropped)}",
        f"held-out loss {report.loss_before:.3f} -> {report.loss_after:.3f} nats a token: {verdict}",
        f"{out}: use it with base_model = {json.dumps(str(out))} in [train]",
    ]


def card(report: BaseReport) -> str:
    """README.md, in the hub's layout: YAML, of which JSON is a part, and Markdown."""
    base, terms = public_name(report.base_model), licence_of(report.base_model)
    head = {"base_model": base, "library_name": "transformers", "license": "other", "tags": ["likeness", "lora"]}
    return f"""\
---
{chr(10).join(f"{key}: {json.dumps(value)}" for key, value in head.items())}
---

# {plain(base)}, trained to talk

A base for persona models: `{base}` with a LoRA adapter of rank {report.settings["rank"]} merged into its weights.
It was trained on the assistant's words of {report.kept - report.held_out} talks of `{plain(report.corpus)}`, in one
pass, with a learning rate of {report.learning_rate:g} at its peak.

| loss on {report.held_out} held-out talks, nats a token | |
|---|---:|
| before | {report.loss_before:.3f} |
| after | {report.loss_after:.3f} |

Left out of the corpus: {listed(report.dropped)}.

- It makes things up: what it says is no evidence of anything.
- It has taken over whatever the corpus has wrong or is biased in.
- Its terms are those of the base model ({terms or "see its own card"}) and of the corpus, both.
"""


def listed(dropped: dict[str, int]) -> str:
    """ "duplicate 3, empty_turn 1", or "none"."""
    return ", ".join(f"{reason} {count}" for reason, count in dropped.items()) or "none"
