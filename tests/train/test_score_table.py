from train.score_table import MEANINGS, Measured, scores_by_stage, table_lines

EVALUATION = {
    "base": {"style": -0.2, "recall": 0.0, "gaps": {"length": 0.5}, "general_loss": 2.55},
    "facts": {
        "style": 0.8123,
        "recall": 0.5,
        "gaps": {"length": 0.1},
        "general_loss": 2.6,
        "damage": 0.05,
        "unknown": {"f1": 0.25},
        "new_score": 1.0,
    },
    "style_kept": 0.87,
    "questions": {"fact": 94},
}


def test_stages_are_columns_and_scores_are_lines() -> None:
    lines = table_lines(EVALUATION)
    assert lines[0].split() == ["base", "facts"]
    assert lines[1] == "style         -0.20   0.81  how like the person's unseen words: 0 others, 1 the person"
    assert any(line.startswith("damage                0.05") for line in lines)
    assert lines[-2].split() == ["new", "score", "1.00"]  # a score without a meaning comes last
    assert lines[-1] == "Of the style that stage 1 gained, 87% is left after stage 2."
    both = table_lines({**EVALUATION, "style_kept_by_loss": 0.694})
    assert both[-1].endswith("87% is left after stage 2 (69% by the loss of unseen words).")


def test_several_seeds_have_a_mean_and_a_spread() -> None:
    spread = {"facts": {"style": {"mean": 0.8, "spread": 0.024}, "gaps": {"length": {"mean": 0.1, "spread": 0.0}}}}
    lines = table_lines({**EVALUATION, "spread": spread})
    assert lines[1].split()[:4] == ["style", "-0.20", "0.80", "±0.02"]
    assert next(line for line in lines if line.startswith("gaps")).split()[2:5] == ["0.50", "0.10", "±0.00"]


def test_nothing_measured_is_no_table() -> None:
    assert table_lines({}) == [] and table_lines({"base": {}}) == []


def test_every_meaning_stands_for_a_score_of_the_evaluation() -> None:
    import train.evaluation

    for name in MEANINGS:
        assert f'"{name.split(".")[0]}"' in (train.evaluation.__doc__ or ""), name


def test_scores_are_numbers_by_stage_and_path() -> None:
    scores = {"base": {"recall": 0, "note": "text"}, "facts": {"unknown": {"f1": 0.8}, "ok": True, "new_one": 2}}
    spread = {"facts": {"unknown": {"f1": {"mean": 0.7, "spread": 0.1}}}}

    assert scores_by_stage({**scores, "style_kept": 0.9, "samples": [], "spread": spread}) == {
        "base": {"recall": Measured(0.0)},
        "facts": {"unknown.f1": Measured(0.7, 0.1), "new_one": Measured(2.0)},
    }


def test_the_person_s_own_words_are_a_column_too() -> None:
    scale = {"floor": 0.2, "ceiling": 0.8, "own_told_apart": 0.6, "own_gaps": {"length": 0.1}}
    assert scores_by_stage({"base": {"told_apart": 1.0}, "scale": scale})["person"] == {
        "told_apart": Measured(0.6),
        "gaps.length": Measured(0.1),
    }
    assert table_lines({"base": {"told_apart": 1.0}, "scale": scale})[0].split() == ["base", "person"]
    assert scores_by_stage({"scale": scale}) == {}
