"""A new adapter takes the place of the one in use when it scores at least as well, not before.

    adapters/     in use: what chat, exports and publication read
    candidate/    trained since, of the same layout (style, facts, seed-1/style, ...); scored in the same evaluation
    previous/     what was in use before

The first training goes straight to adapters/. Once evaluation.json has scores, a retraining goes to candidate/, as a
whole set: a stage that is fresh in adapters/ is copied. Then

    promote(workspace)     adapters -> previous, candidate -> adapters
    rollback(workspace)    adapters -> candidate, previous -> adapters

Each is two renames of a folder. Killed between the two, the workspace has a candidate and nothing in use, and whatever
comes next puts that candidate in use (`mend`): a promotion is finished, a rollback undone. In a remote place a folder
is copied and then deleted, its markers last; a kill may leave one stage of two there, and the next training makes the
other anew.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from likeness.errors import NotFresh, WorkspaceError
from likeness.files import is_remote, remove_folder, replace_folder, write_bytes
from likeness.workspace import Workspace
from train.cards import read_evaluation
from train.score_table import scores_by_stage

IN_USE, CANDIDATE, PREVIOUS = "adapters", "candidate", "previous"

LAST_FIRST = ("facts", "style")
"""The stages, the later one first: its scores stand for the set."""

ASKED = {
    "style": ("style",),
    "recall": ("trained",),
    "recall_spared": ("spared",),
    "identity": ("identity", "identity_aside"),
    "unknown": ("unknown", "unknown_aside"),
}
"""What is compared, and the counts of evaluation.json that it rests on; recall_spared only where there is no recall."""

STYLE_DEVIATION = 0.4
"""How much the likeness of one answer differs from the next: the mean of 64 is known to 0.05 (`train.exam`)."""


@dataclass(frozen=True)
class Score:
    """A score, the number of questions that it rests on, and its standard deviation over several seeds."""

    value: float
    asked: int
    spread: float = 0.0


Scores = Mapping[str, Score]


def scores_of(evaluation: Mapping[str, Any], stage: str) -> dict[str, Score]:
    """What is compared of one stage of evaluation.json; means where there are several seeds. {} if it has no scores."""
    measured, counts = scores_by_stage(evaluation).get(stage, {}), evaluation.get("questions", {})
    found = {}
    for name, asked in ASKED.items():
        score = measured.get("unknown.f1" if name == "unknown" else name)
        if score is not None:
            found[name] = Score(score.value, sum(counts.get(each, 0) for each in asked), score.spread or 0.0)
    if "recall" in found:
        found.pop("recall_spared", None)
    return found


def is_at_least_as_good(old: Scores, new: Scores) -> tuple[bool, list[str]]:
    """Whether `new` may take the place of `old`, both of the same exam, and a line a score for people.

    No score may fall by more than chance moves it (`tolerance`), and their mean may not fall at all: else each of a row
    of candidates could be a little worse than the one before. Scores that only one of the two has are passed over;
    without a common one the answer is no.
    """
    common = [name for name in ASKED if name in old and name in new]
    if not common:
        return False, ["nothing to compare by: the two have no score in common"]
    allowed = {name: tolerance(name, old[name], new[name]) for name in common}
    gained = {name: new[name].value - old[name].value for name in common}
    means = [round(fmean(scores[name].value for name in common), 4) for scores in (old, new)]
    lines = [_line(name, old[name].value, new[name].value, allowed[name]) for name in common]
    good = all(gained[name] >= -allowed[name] for name in common) and means[1] >= means[0]
    return good, [*lines, _line("mean", means[0], means[1], 0.0)]


def tolerance(name: str, old: Score, new: Score) -> float:
    """By how much a score may fall: one standard error of the difference, or the spread over seeds if that is more.

    A score is a share of questions answered right, style a mean. Two adapters that are equally good differ by more in
    one of three tries. Of a share, one right and one wrong answer are added: of 8 questions, 8 right are no certainty.
    """
    if not old.asked:
        return max(old.spread, new.spread)
    share = ((old.value + new.value) / 2 * old.asked + 1) / (old.asked + 2)
    variance = STYLE_DEVIATION**2 if name == "style" else share * (1 - share)
    return max(math.sqrt(2 * variance / old.asked), old.spread, new.spread)


def _line(name: str, old: float, new: float, allowed: float) -> str:
    change = round(new - old, 4)
    if change >= 0:
        verdict = "better" if change else "the same"
    else:
        verdict = "worse" if -change > allowed else f"as good, within chance ({allowed:.2f})"
    return f"{name.replace('_', ' ')} {old:.2f} -> {new:.2f}: {verdict}"


def last_stage(workspace: Workspace, folder: str) -> str | None:
    """The last stage that is finished in a set of adapters: "facts", "style" or None."""
    return next((stage for stage in LAST_FIRST if workspace.path(folder, stage, "done.json").exists()), None)


def adapter_in_use(workspace: Workspace) -> str | None:
    """The adapter of the last stage in use, which is the persona: "adapters/facts", "adapters/style" or None."""
    stage = last_stage(workspace, IN_USE)
    return f"{IN_USE}/{stage}" if stage else None


def newest(workspace: Workspace, adapter: str) -> str:
    """Where the newest training of an adapter lies: ("adapters/style") -> "candidate/style" if one waits there."""
    waiting = adapter.replace(IN_USE, CANDIDATE, 1)
    return waiting if workspace.path(waiting, "done.json").exists() else adapter


def place_to_train(workspace: Workspace, is_fresh: bool) -> str:
    """The set that a training writes to: "adapters", or "candidate" while others are in use that are no longer fresh.

    Adapters that no evaluation has seen are trained over. A candidate is deleted when what is in use is fresh again:
    its settings or rows were taken back.

    Args:
        workspace: where the sets lie; call `make_room` first.
        is_fresh: whether all that is in use is what would be trained now.

    Raises:
        NotFresh: if a candidate must be deleted and the workspace is frozen.
    """
    if not is_fresh and last_stage(workspace, IN_USE) and _was_scored(workspace):
        return CANDIDATE
    _discard(workspace, CANDIDATE)
    return IN_USE


def make_room(workspace: Workspace, base: str) -> None:
    """Mend what a kill left; put away adapters that were trained on another base model, on which they cannot be used.

    They are in previous/ then, for whoever sets `train.base_model` back. A candidate on this base model takes their
    place at once: there is nothing to compare it with.

    Args:
        workspace: where the sets lie.
        base: the base model as adapters depend on it (`train.base_report.base_identity`), as rows.json has it.

    Raises:
        NotFresh: if something must be moved and the workspace is frozen.
    """
    mend(workspace)
    if not _is_on_another(workspace, IN_USE, base):
        return
    _writable(workspace)
    if last_stage(workspace, CANDIDATE) and not _is_on_another(workspace, CANDIDATE, base):
        promote(workspace)
    else:
        _discard(workspace, CANDIDATE)
        _move(workspace, IN_USE, PREVIOUS)


def copy_adapter(workspace: Workspace, source: str, target: str) -> None:
    """Put a copy of an adapter that is fresh into another set, marked as made from the same.

    Raises:
        NotFresh: if the workspace is frozen.
    """
    made_from = json.loads(workspace.path(source, "done.json").read_text())["made_from"]
    with workspace.build(target, made_from) as folder:
        for file in workspace.path(source).rglob("*"):
            if file.is_file():
                write_bytes(folder / file.relative_to(workspace.path(source)).as_posix(), file.read_bytes())


def comparison(workspace: Workspace) -> tuple[bool, list[str]] | None:
    """How the candidate compares with what is in use, by evaluation.json; None if none waits or it has no scores.

    Run `likeness evaluate` first: the scores may be those of an earlier candidate.
    """
    evaluation, stage = read_evaluation(workspace), last_stage(workspace, IN_USE)
    if stage is None or last_stage(workspace, CANDIDATE) is None or CANDIDATE not in evaluation:
        return None
    return is_at_least_as_good(scores_of(evaluation, stage), scores_of(evaluation, CANDIDATE))


def waiting_lines(workspace: Workspace, persona_file: object) -> list[str]:
    """What to tell people about a candidate that waits; [] if none does."""
    if last_stage(workspace, CANDIDATE) is None:
        return []
    compared = comparison(workspace)
    scores = ", ".join(compared[1]) if compared else f"not scored yet: `likeness evaluate {persona_file}`"
    return [f"a new adapter waits: {scores}", f"`likeness promote {persona_file}` puts it in use all the same"]


def promote_if_as_good(workspace: Workspace) -> list[str]:
    """Put the candidate in use if it scores at least as well; returns how it compares, [] if it cannot be compared.

    Raises:
        NotFresh: if it is to be put in use and the workspace is frozen.
    """
    compared = comparison(workspace)
    if compared is not None and compared[0]:
        promote(workspace)
    return compared[1] if compared else []


def promote(workspace: Workspace) -> None:
    """Put the candidate in use, whatever its scores; what was in use becomes the previous set, of which there is one.

    Raises:
        WorkspaceError: if no candidate waits.
        NotFresh: if the workspace is frozen.
    """
    _exchange(workspace, CANDIDATE, PREVIOUS, "no new adapter waits; `likeness finetune` makes one")


def rollback(workspace: Workspace) -> None:
    """Put the previous set in use again; what was in use becomes the candidate, for `promote` to bring it back.

    Raises:
        WorkspaceError: if there is no previous set.
        NotFresh: if the workspace is frozen.
    """
    _exchange(workspace, PREVIOUS, CANDIDATE, "no earlier adapter to go back to; nothing was promoted yet")


def _exchange(workspace: Workspace, comes: str, goes: str, missing: str) -> None:
    """Put the set `comes` in use, and what was in use where `goes` lies."""
    mend(workspace)
    if last_stage(workspace, comes) is None:
        raise WorkspaceError(f"{workspace.path(comes)}: {missing}")
    _writable(workspace)
    _move(workspace, IN_USE, goes)
    _move(workspace, comes, IN_USE)


def mend(workspace: Workspace) -> None:
    """Finish what a kill broke off: a candidate without anything in use is put in use, what was put aside is deleted.

    Raises:
        NotFresh: if there is something to move and the workspace is frozen.
    """
    for name in (IN_USE, CANDIDATE, PREVIOUS):
        _discard(workspace, f"{name}.old")
    if last_stage(workspace, IN_USE) is None and last_stage(workspace, CANDIDATE) is not None:
        _writable(workspace)
        _move(workspace, CANDIDATE, IN_USE)


def _move(workspace: Workspace, source: str, target: str) -> None:
    if not workspace.path(source).exists():
        return
    replace_folder(workspace.path(source), workspace.path(target))
    if is_remote(workspace.folder):
        remove_folder(workspace.path(source))


def _discard(workspace: Workspace, name: str) -> None:
    if workspace.path(name).exists():
        _writable(workspace)
        remove_folder(workspace.path(name))


def _writable(workspace: Workspace) -> None:
    if workspace.frozen:
        raise NotFresh(IN_USE)


def _is_on_another(workspace: Workspace, folder: str, base: str) -> bool:
    """Whether a set was trained on another base model; no if that is not known."""
    stage = last_stage(workspace, folder)
    rows = workspace.path(folder, stage or "", "rows.json")
    return stage is not None and rows.exists() and json.loads(rows.read_text()).get("base", base) != base


def _was_scored(workspace: Workspace) -> bool:
    return any(stage in read_evaluation(workspace) for stage in LAST_FIRST)
