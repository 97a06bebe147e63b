import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from likeness.errors import NotFresh, WorkspaceError
from likeness.workspace import Workspace
from train.promotion import (
    CANDIDATE,
    IN_USE,
    PREVIOUS,
    Score,
    comparison,
    copy_adapter,
    is_at_least_as_good,
    make_room,
    mend,
    newest,
    place_to_train,
    promote,
    promote_if_as_good,
    rollback,
    scores_of,
    tolerance,
    waiting_lines,
)


def adapter(workspace: Workspace, folder: str, words: str, base: str = "tiny") -> None:
    """Files as an adapter has them; `words` are its weights."""
    with workspace.build(folder, words) as output:
        (output / "adapter_model.safetensors").write_text(words)
        (output / "rows.json").write_text(json.dumps({"base": base}))


def holds(workspace: Workspace, folder: str) -> str | None:
    weights = workspace.path(folder, "adapter_model.safetensors")
    return weights.read_text() if weights.exists() else None


def score(workspace: Workspace, **recall: float) -> None:
    """evaluation.json, with a recall for each stage."""
    stages = {stage: {"recall": value} for stage, value in recall.items()}
    workspace.path("evaluation.json").write_text(json.dumps({**stages, "questions": {"trained": 60}}))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two stages and a further seed in use, and a candidate of the facts alone."""
    workspace = Workspace(tmp_path, "ann-lee")
    for folder, words in (
        ("adapters/style", "old style"),
        ("adapters/facts", "old facts"),
        ("adapters/seed-1/facts", "old seed"),
        ("candidate/facts", "new facts"),
    ):
        adapter(workspace, folder, words)
    score(workspace, style=0.0, facts=0.5, candidate=0.6)
    return workspace


def test_the_candidate_takes_the_place_of_the_whole_set(workspace: Workspace) -> None:
    promote(workspace)
    assert holds(workspace, "adapters/facts") == "new facts"
    assert holds(workspace, "adapters/style") is None  # joint has no such stage, and nothing may take it for its own
    assert holds(workspace, "previous/style") == "old style" and holds(workspace, "previous/seed-1/facts") == "old seed"
    assert not workspace.path(CANDIDATE).exists()
    with pytest.raises(WorkspaceError, match="no new adapter waits"):
        promote(workspace)


def test_a_rollback_can_be_taken_back(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="no earlier adapter"):
        rollback(workspace)
    promote(workspace)
    rollback(workspace)
    assert holds(workspace, "adapters/facts") == "old facts" and holds(workspace, "candidate/facts") == "new facts"
    assert not workspace.path(PREVIOUS).exists()
    promote(workspace)
    assert holds(workspace, "adapters/facts") == "new facts" and holds(workspace, "previous/facts") == "old facts"


def test_only_one_generation_is_kept(workspace: Workspace) -> None:
    promote(workspace)
    adapter(workspace, "candidate/facts", "newest facts")
    promote(workspace)
    assert holds(workspace, "adapters/facts") == "newest facts" and holds(workspace, "previous/facts") == "new facts"
    assert holds(workspace, "previous/style") is None


class Killed(BaseException):
    pass


@pytest.mark.parametrize("move", [promote, rollback])
@pytest.mark.parametrize("renames", [1, 2, 3])
def test_killed_at_any_rename_something_whole_is_in_use(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, move: Callable[[Workspace], None], renames: int
) -> None:
    promote(workspace)
    adapter(workspace, "candidate/facts", "newest facts")
    rename, left = os.replace, iter(range(renames))

    def replace(source: Path, target: Path) -> None:
        if next(left) == renames - 1:
            raise Killed
        rename(source, target)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr("likeness.files.os.replace", replace)
        move(workspace)
    mend(workspace)
    mend(Workspace(workspace.folder.parent, "ann-lee", frozen=True))  # nothing is left to do
    assert holds(workspace, "adapters/facts") in ("new facts", "newest facts")
    assert not list(workspace.folder.glob("*.old"))
    adapter(workspace, "candidate/facts", "even newer")
    promote(workspace)
    assert holds(workspace, "adapters/facts") == "even newer" and holds(workspace, "previous/facts") is not None


def test_a_frozen_workspace_is_not_mended(workspace: Workspace) -> None:
    workspace.path(IN_USE).rename(workspace.path("elsewhere"))
    with pytest.raises(NotFresh):
        mend(Workspace(workspace.folder.parent, "ann-lee", frozen=True))
    mend(workspace)
    assert holds(workspace, "adapters/facts") == "new facts"


def test_the_first_training_and_what_no_evaluation_saw_go_straight_into_use(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    assert place_to_train(workspace, is_fresh=False) == IN_USE
    adapter(workspace, "adapters/style", "half a curriculum")
    assert place_to_train(workspace, is_fresh=False) == IN_USE  # killed before stage 2
    score(workspace, base=0.1)
    assert place_to_train(workspace, is_fresh=False) == IN_USE  # only the base model was evaluated
    score(workspace, style=0.1)
    assert place_to_train(workspace, is_fresh=False) == CANDIDATE
    assert place_to_train(workspace, is_fresh=True) == IN_USE


def test_a_candidate_goes_when_its_settings_are_taken_back(workspace: Workspace) -> None:
    frozen = Workspace(workspace.folder.parent, "ann-lee", frozen=True)
    assert place_to_train(frozen, is_fresh=False) == CANDIDATE
    with pytest.raises(NotFresh):
        place_to_train(frozen, is_fresh=True)
    assert place_to_train(workspace, is_fresh=True) == IN_USE
    assert not workspace.path(CANDIDATE).exists() and holds(workspace, "adapters/facts") == "old facts"


def test_adapters_of_another_base_model_are_put_away(workspace: Workspace) -> None:
    make_room(workspace, "tiny")
    assert holds(workspace, "adapters/facts") == "old facts"
    with pytest.raises(NotFresh):
        make_room(Workspace(workspace.folder.parent, "ann-lee", frozen=True), "big")
    make_room(workspace, "big")
    assert holds(workspace, "previous/facts") == "old facts"
    assert not workspace.path(IN_USE).exists() and not workspace.path(CANDIDATE).exists()
    make_room(workspace, "big")  # and nothing takes its place


def test_a_candidate_of_the_base_model_that_is_set_takes_the_place_of_others(workspace: Workspace) -> None:
    adapter(workspace, "candidate/facts", "big facts", base="big")
    make_room(workspace, "big")
    assert holds(workspace, "adapters/facts") == "big facts" and holds(workspace, "previous/facts") == "old facts"


def test_a_stage_that_is_fresh_is_copied_with_its_mark(workspace: Workspace) -> None:
    copy_adapter(workspace, "adapters/style", "candidate/style")
    assert holds(workspace, "candidate/style") == holds(workspace, "adapters/style") == "old style"
    assert workspace.is_built("candidate/style", "old style")
    marks = [workspace.path(folder, "style/done.json").read_text() for folder in (IN_USE, CANDIDATE)]
    assert marks[0] == marks[1]  # what was made from the one is made from the other
    assert newest(workspace, "adapters/style") == "candidate/style"
    assert newest(Workspace(workspace.folder, "nobody"), "adapters/style") == "adapters/style"


def test_sets_are_moved_in_a_remote_place_too() -> None:
    workspace = Workspace("memory://promotion", "ann-lee")
    adapter(workspace, "adapters/facts", "old facts")
    adapter(workspace, "candidate/facts", "new facts")
    copy_adapter(workspace, "adapters/facts", "candidate/style")
    promote(workspace)
    assert (holds(workspace, "adapters/facts"), holds(workspace, "previous/facts")) == ("new facts", "old facts")
    assert holds(workspace, "adapters/style") == "old facts" and not workspace.path(CANDIDATE).exists()
    rollback(workspace)
    assert (holds(workspace, "adapters/facts"), holds(workspace, "candidate/facts")) == ("old facts", "new facts")
    assert not workspace.path(PREVIOUS).exists()


OLD = {"style": Score(0.80, 64), "recall": Score(0.60, 60), "identity": Score(1.0, 8), "unknown": Score(0.80, 20)}


def changed(**values: float) -> dict[str, Score]:
    return {name: Score(values.get(name, score.value), score.asked) for name, score in OLD.items()}


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ({}, True),
        ({"recall": 0.7}, True),
        ({"recall": 0.58}, False),  # within chance, but the mean falls
        ({"recall": 0.58, "style": 0.83}, True),  # within chance, and the mean does not fall
        ({"recall": 0.48, "style": 0.99}, False),  # one falls by more than chance, whatever the mean
        ({"identity": 0.875, "recall": 0.75}, True),  # one of eight questions
        ({"identity": 0.5, "recall": 1.0}, False),
    ],
)
def test_none_may_fall_by_more_than_chance_and_the_mean_may_not_fall(values: dict[str, float], good: bool) -> None:
    assert is_at_least_as_good(OLD, changed(**values))[0] is good


def test_the_lines_say_what_became_better_and_worse() -> None:
    _, lines = is_at_least_as_good(OLD, changed(recall=0.48, style=0.9, unknown=0.78))
    assert lines == [
        "style 0.80 -> 0.90: better",
        "recall 0.60 -> 0.48: worse",
        "identity 1.00 -> 1.00: the same",
        "unknown 0.80 -> 0.78: as good, within chance (0.13)",
        "mean 0.80 -> 0.79: worse",
    ]


def test_chance_is_a_standard_error_of_the_difference_or_the_spread_over_seeds() -> None:
    assert tolerance("recall", Score(0.5, 200), Score(0.5, 200)) == pytest.approx(0.05)
    assert tolerance("recall", Score(1.0, 8), Score(1.0, 8)) == pytest.approx(0.15)
    assert tolerance("style", Score(0.5, 64), Score(0.5, 64)) == pytest.approx(0.0707, abs=1e-4)
    assert tolerance("recall", Score(0.5, 200, 0.02), Score(0.5, 200, 0.08)) == 0.08
    assert tolerance("recall", Score(0.5, 0), Score(0.5, 0)) == 0


def test_the_scores_come_from_the_evaluation() -> None:
    evaluation: dict[str, Any] = {
        "facts": {
            "style": 0.5,
            "recall_spared": 0.7,
            "identity": 1.0,
            "unknown": {"f1": 0.8, "recall": 1.0},
            "gaps": {},
        },
        "questions": {"style": 64, "spared": 200, "identity": 2, "identity_aside": 6, "unknown_aside": 9},
        "spread": {
            "facts": {"style": {"mean": 0.6, "spread": 0.05}, "unknown": {"f1": {"mean": 0.7, "spread": 0.1}}},
        },
    }
    assert scores_of(evaluation, "facts") == {
        "style": Score(0.6, 64, 0.05),
        "recall_spared": Score(0.7, 200),
        "identity": Score(1.0, 8),
        "unknown": Score(0.7, 9, 0.1),
    }
    evaluation["facts"]["recall"] = 0.5
    assert "recall_spared" not in scores_of(evaluation, "facts")
    assert scores_of(evaluation, "style") == {}


def test_without_a_score_in_common_nothing_is_promoted() -> None:
    assert is_at_least_as_good({}, OLD) == (False, ["nothing to compare by: the two have no score in common"])


def test_a_candidate_that_is_better_is_put_in_use_and_one_that_is_worse_waits(workspace: Workspace) -> None:
    with pytest.raises(NotFresh):
        promote_if_as_good(Workspace(workspace.folder.parent, "ann-lee", frozen=True))
    score(workspace, facts=0.61, candidate=0.38)
    assert promote_if_as_good(workspace) == ["recall 0.61 -> 0.38: worse", "mean 0.61 -> 0.38: worse"]
    assert waiting_lines(workspace, "ann.toml") == [
        "a new adapter waits: recall 0.61 -> 0.38: worse, mean 0.61 -> 0.38: worse",
        "`likeness promote ann.toml` puts it in use all the same",
    ]
    score(workspace, facts=0.61)
    assert comparison(workspace) is None and promote_if_as_good(workspace) == []
    assert "not scored yet" in waiting_lines(workspace, "ann.toml")[0]
    score(workspace, facts=0.61, candidate=0.66)
    promote_if_as_good(workspace)
    assert holds(workspace, "adapters/facts") == "new facts" and waiting_lines(workspace, "ann.toml") == []
