"""Style, facts, or both: in one stage or in two. Which keeps what the other taught?

    python -m benchmarks.training --data DIR [--seeds 3] [--size small|full] [--jobs 2] [--only table|speed|kills]

The facts of the first person of `facts/squad`, the posts of the largest dump under `tweets`: every arm learns from as
many rows. One seed of the small size is to take under 20 minutes on 2 cores; the full size, all posts and all facts, is
for a GPU. Arms are trained `--jobs` at a time, each on its share of the cores: two on one core each are a third
faster than one after the other on two.
"""

import argparse
import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from benchmarks import training_kills, training_speed
from benchmarks.data import print_result, print_table, unpacked
from benchmarks.training_arms import ARMS, Arm, Sat, base, scores, train_and_sit
from benchmarks.training_case import Case, make_case
from train.scoring import spread, style_kept

SIZES: Mapping[str, tuple[int | None, int | None, int]] = {"small": (8, 330, 480), "full": (None, None, 10_000)}
"""Paragraphs and newest posts that are read (None: all), and the rows that every arm is trained on."""

SHOWN = ("style", "distinct", "recall", "recall_all", "identity", "unknown_f1", "over_refusal", "copying")
LOSSES = ("style_loss", "general_loss", "talk_loss", "canaries")


def main() -> None:
    """Print the table, the speed and what kills do; the last line is all of it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--jobs", type=int, default=1, help="arms that are trained at the same time")
    parser.add_argument("--arms", nargs="*", default=[arm.name for arm in ARMS], help="which arms; all if left out")
    parser.add_argument("--only", choices=("table", "speed", "kills"), help="one part alone")
    arguments = parser.parse_args()
    parts = (arguments.only,) if arguments.only else ("table", "speed", "kills")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        data = unpacked(arguments.data, scratch)
        table = measure_arms(arguments, data, scratch) if "table" in parts else []
        speed = training_speed.measure(data, scratch / "speed") if "speed" in parts else []
        kills = training_kills.measure(data, scratch / "kills") if "kills" in parts else {}
    summary = summed_up(table)
    print_table("arms: mean (spread) over seeds", [shown(row) for row in summary])
    print_table("speed of training", speed)
    print_result({"arms": summary, "goals": goals(summary), "runs": table, "speed": speed, "kills": kills})


def measure_arms(arguments: argparse.Namespace, data: Path, scratch: Path) -> list[dict[str, Any]]:
    """A row for each arm and seed, the base model first; none where the data holds no such case."""
    paragraphs, posts, trained_on = SIZES[arguments.size]
    case = make_case(data, scratch / "case", paragraphs, posts)
    if case is None:
        return []
    untrained, measures = base(case, scratch / "adapters")
    rows = [{"arm": "base", "seed": 0, "seconds": untrained.seconds, **scores(case, untrained, measures)}]
    arms = [arm for arm in ARMS if arm.name in arguments.arms]
    for sat in _all_sat(case, arms, arguments.seeds, trained_on, scratch / "adapters", arguments.jobs):
        rows.append({"arm": sat.arm, "seed": sat.seed, "seconds": sat.seconds, **scores(case, sat, measures)})
        print_table(f"{sat.arm}, seed {sat.seed}", [{**shown(_spread([rows[-1]])), "seconds": sat.seconds}])
    return rows


def _all_sat(case: Case, arms: Sequence[Arm], seeds: int, rows: int, folder: Path, jobs: int) -> Iterator[Sat]:
    """Every arm with every seed, `jobs` at a time, as they end."""
    spawn = multiprocessing.get_context("spawn")
    threads = max(1, (os.cpu_count() or 1) // jobs)
    with ProcessPoolExecutor(jobs, spawn, _use_threads, (threads,)) as pool:
        runs = [pool.submit(train_and_sit, case, arm, seed, rows, folder) for seed in range(seeds) for arm in arms]
        yield from (run.result() for run in as_completed(runs))


def _use_threads(threads: int) -> None:
    import torch

    torch.set_num_threads(threads)


def summed_up(runs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each arm's means and spreads (sample standard deviation) over its seeds."""
    by_arm = {name: [run for run in runs if run["arm"] == name] for name in ("base", *(arm.name for arm in ARMS))}
    return [_spread(found) for found in by_arm.values() if found]


def _spread(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    flat = [{**run, **({"unknown_f1": run["unknown"]["f1"]} if "unknown" in run else {})} for run in runs]
    values = [{name: run[name] for name in (*SHOWN, *LOSSES) if name in run} for run in flat]
    return {"arm": runs[0]["arm"], **spread(values if len(values) > 1 else values * 2)}  # of one run, a spread of 0


def shown(row: Mapping[str, Any]) -> dict[str, str]:
    """A row of the table for people: "0.71 (0.03)"."""
    values = {name: row[name] for name in (*SHOWN, *LOSSES) if name in row}
    return {"arm": row["arm"], **{name: f"{v['mean']:.2f} ({v['spread']:.2f})" for name, v in values.items()}}


def goals(summary: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float | None]]:
    """For each arm with both: its recall as a share of facts_only's, its style as a share of style_only's.

    `style` by greedy answers; `style_by_loss` by what the loss of the person's unseen words has fallen since the base
    model, which hangs less on chance.
    """
    by_name = {row["arm"]: row for row in summary}
    if not {"style_only", "facts_only"} <= by_name.keys():
        return {}
    recall, style = by_name["facts_only"]["recall"]["mean"], by_name["style_only"]["style"]["mean"]
    losses = {name: row["style_loss"]["mean"] for name, row in by_name.items()}
    return {
        name: {
            "recall": row["recall"]["mean"] / max(recall, 1e-9),
            "style": row["style"]["mean"] / max(style, 1e-9),
            "style_by_loss": style_kept(-losses["base"], -losses["style_only"], -losses[name]),
        }
        for name, row in by_name.items()
        if name not in ("base", "style_only", "facts_only")
    }


if __name__ == "__main__":
    main()
