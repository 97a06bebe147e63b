from train.score_table import MEANINGS, table_lines

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
