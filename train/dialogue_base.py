"""Stage 0: a base model that has learnt to talk, from a general conversation corpus; for as many personas as you like.

    likeness base talks.jsonl.gz models/talker --base-model qwen3-1.7b

    models/talker/model.safetensors, config.json, tokenizer.json, ...    an ordinary model, in bfloat16
    models/talker/base.json                                              what it was made from, and its losses
    models/talker/README.md                                              its card

    [train]
    base_model = "models/talker"        # in each persona file

One LoRA run over the corpus, merged into the base model. A twentieth of the talks is held out, to tell what was gained:
`loss_before` and `loss_after` are nats a token of the assistant's words there. A killed run goes on where it was; what
was made from the same corpus, settings and base model is not made again.
"""

import hashlib
import heapq
import json
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import SettingsError
from likeness.files import file_hash, fingerprint, flush_folder, replace_folder
from likeness.records import Rejected
from likeness.sections import Train
from likeness.workspace import Progress
from train.base_report import RECORD, VERSION, BaseReport, base_identity, card, listed, read_report
from train.corpora import pieces, read_talks
from train.encoding import Conversation, fitting
from train.generation import mean_loss
from train.memory import check_memory
from train.merge import open_merged, save_model
from train.processes import is_main_process, wait_for_all

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

ADAPTER = "adapter"

LEARNING_RATE = 5e-4
"""At its peak. The upper end of what Biderman et al. swept for LoRA (arXiv 2405.09673)."""

HELD_OUT, MOST_HELD_OUT = 0.05, 100
"""Share of the talks that is held out, and how many at most: a hundred take a minute on two cores."""

SETTINGS = frozenset(
    {"rank", "rslora", "dora", "quantize", "batch_size", "accumulation", "max_length", "packing", "patience", "seed"}
)
"""The settings of [train] that a dialogue base depends on, besides `base_model`."""


@dataclass(frozen=True)
class Talks:
    """What is trained on and what is held out, in pieces; how many talks were kept, and of these held out."""

    trained: Sequence[Conversation]
    held_out: Sequence[Conversation]
    kept: int
    apart: int
    dropped: dict[str, int]


def make_base(
    corpus: Path, out: Path, settings: Train, rows: int | None = None, progress: Progress | None = None
) -> BaseReport:
    """Train `settings.base_model` on a corpus and write what comes of it to `out`, unless it is there and fresh.

    Args:
        corpus: what `train.corpora.read_talks` reads.
        out: a new folder, or one that this function made before: that is replaced, when the new one is whole.
        settings: those named in `SETTINGS` count.
        rows: how many talks to take at most; which ones is up to the seed, not to their order.
        progress: called with (step, steps).

    Raises:
        SettingsError: if there is no corpus, or hardly a talk in it that can be used; if `out` is something else, or
            the memory will not do; as `train.base_model.open_base`.
        MissingExtra: as `train.base_model.open_base`.
        SourceGone: if a file of the corpus cannot be read.
        WorkspaceError: if the disk is full; the next run goes on from the last checkpoint.
    """
    before = _checked(corpus, out, settings)
    corpus_hash = file_hash(corpus)
    made_from = _made_from(corpus_hash, settings, rows)
    if before is not None and before.made_from == made_from:
        return before
    started = time.monotonic()
    check_memory(settings, settings.max_length)
    checkpoints = out.with_name(f".{out.name}-{made_from[:12]}.checkpoints")
    talks, loss = _train(corpus, settings, rows, checkpoints, progress)
    report = BaseReport(
        made_from=made_from,
        base_model=settings.base_model,
        corpus=corpus.name,
        corpus_hash=corpus_hash,
        kept=talks.kept,
        held_out=talks.apart,
        pieces=len(talks.trained),
        dropped=talks.dropped,
        loss_before=round(loss, 4),
        learning_rate=LEARNING_RATE,
        settings=_settings(settings),
        seconds=round(time.monotonic() - started),
    )
    if is_main_process():
        _write(out, checkpoints, settings, talks, report)
    wait_for_all()
    return read_report(out) or report


def chosen_talks(
    found: Iterable[Conversation | Rejected], rows: int | None, seed: int
) -> tuple[list[Conversation], Counter[str]]:
    """Different talks in an order that depends on the seed and their words alone, and what was dropped, by reason."""
    dropped = Counter[str]()
    talks = ((_place(talk, seed), talk) for talk in _different(found, dropped))
    ordered = sorted(talks) if rows is None else heapq.nsmallest(rows, talks)
    return [talk for _, talk in ordered], dropped


def _different(found: Iterable[Conversation | Rejected], dropped: Counter[str]) -> Iterator[Conversation]:
    seen = set[bytes]()
    for talk in found:
        if isinstance(talk, Rejected):
            dropped[talk.reason] += 1
        elif (key := _place(talk, 0)) in seen:
            dropped["duplicate"] += 1
        else:
            seen.add(key)
            yield talk


def _place(talk: Conversation, seed: int) -> bytes:
    return hashlib.sha256(json.dumps([seed, talk]).encode()).digest()


def _checked(corpus: Path, out: Path, settings: Train) -> BaseReport | None:
    """What lies in `out`, if it was made here; refuses what must not be overwritten."""
    if not corpus.exists():
        raise SettingsError(f"{corpus}: no such corpus; give a file of talks, or a folder of them")
    report = read_report(out)
    if report is None and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise SettingsError(f"{out}: is there and was not made by `likeness base`; name a new folder")
    if out.resolve() == Path(settings.base_model).resolve():
        raise SettingsError(f"{out}: cannot be base model and result at once; name a new folder")
    if out.resolve().is_relative_to(corpus.resolve()):
        raise SettingsError(f"{out}: lies in the corpus, which it would change; name a folder elsewhere")
    return report


def _made_from(corpus_hash: str, settings: Train, rows: int | None) -> str:
    base = base_identity(settings.base_model)
    return fingerprint(corpus_hash, base, _settings(settings), rows, LEARNING_RATE, version=VERSION)


def _settings(settings: Train) -> dict[str, Any]:
    return settings.model_dump(mode="json", include=set(SETTINGS))


def _talks(corpus: Path, tokenizer: "PreTrainedTokenizerBase", settings: Train, rows: int | None) -> Talks:
    found, dropped = chosen_talks(read_talks(corpus), rows, settings.seed)
    usable = list(_cut(tokenizer, found, settings.max_length, dropped))
    if len(usable) < 2:
        count = "no talk" if not usable else "one talk"
        raise SettingsError(
            f"{corpus}: {count} that can be trained on; dropped: {listed(dropped)}; give another corpus"
        )
    apart = min(MOST_HELD_OUT, max(1, round(HELD_OUT * len(usable))))
    held_out, trained = ([piece for talk in part for piece in talk] for part in (usable[:apart], usable[apart:]))
    return Talks(trained, held_out, len(usable), apart, dict(sorted(dropped.items())))


def _cut(
    tokenizer: "PreTrainedTokenizerBase", talks: Sequence[Conversation], most: int, dropped: Counter[str]
) -> Iterator[list[Conversation]]:
    """The pieces of each talk that has any; a talk that lost all of them is dropped by the reason of the first."""
    for talk in talks:
        found = list(pieces(tokenizer, talk, most))
        kept = [piece for piece in found if not isinstance(piece, Rejected)]
        if kept:
            yield kept
        else:
            dropped[next(piece.reason for piece in found if isinstance(piece, Rejected))] += 1


def _train(
    corpus: Path, settings: Train, rows: int | None, checkpoints: Path, progress: Progress | None
) -> tuple[Talks, float]:
    """Write the adapter to `checkpoints`/adapter; gives what it learnt from, and the loss before."""
    from train.base_model import open_base
    from train.lora import finetune

    model, tokenizer = open_base(settings)
    talks = _talks(corpus, tokenizer, settings, rows)
    before = mean_loss(model, fitting(tokenizer, talks.held_out, settings.max_length))
    output = checkpoints / ADAPTER
    output.mkdir(parents=True, exist_ok=True)
    parts, rate = [talks.trained], LEARNING_RATE
    finetune(model, tokenizer, parts, settings, rate, output, None, talks.held_out, checkpoints, progress)
    return talks, before


def _write(out: Path, checkpoints: Path, settings: Train, talks: Talks, report: BaseReport) -> None:
    """Merge, measure and save; `out` appears whole, and the checkpoints go when it is there."""
    from train.trainer import saving

    model, tokenizer = open_merged(settings, checkpoints / ADAPTER)
    after = mean_loss(model, fitting(tokenizer, talks.held_out, settings.max_length))
    report = report.model_copy(update={"loss_after": round(after, 4)})
    temporary = out.with_name(f".{out.name}.tmp")
    for left in (temporary, out.with_name(f".{out.name}.tmp.old")):  # by a kill
        shutil.rmtree(left, ignore_errors=True)
    with saving(temporary, "the model"):
        save_model(model, tokenizer, temporary)
        (temporary / "README.md").write_text(card(report), encoding="utf-8")
        (temporary / RECORD).write_text(report.model_dump_json(indent=1), encoding="utf-8")
        flush_folder(temporary)
    replace_folder(temporary, out)
    for folder in out.parent.glob(f".{out.name}-*.checkpoints"):  # those of other corpora or settings too
        shutil.rmtree(folder)
