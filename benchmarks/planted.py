"""Do the gates catch what a careless writer gets wrong? Correct rows of the rules are broken one error at a time.

    python -m benchmarks.planted --data DIR [--each 100] [--show N]

Goal: 95 % of every kind caught, at most 5 % of the untouched rows rejected. Beside the rules' rows stand short answers
to human questions, as a language model writes them: how many pass, how many only a reader can tell (undecided), how
many fall; and the same answers with another value of the paragraph.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from augment.gates import check
from benchmarks.data import print_result, print_table, unpacked
from benchmarks.planted_errors import KINDS, Breaker, other_question
from benchmarks.planted_rows import Row, human_rows, people_in, rule_rows, wrong_spans
from benchmarks.planted_values import Pool
from likeness.records import Rejected

SEED = 20


def main() -> None:
    """Plant, check, print a table and the misses, and one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--each", type=int, default=100, help="errors of each kind")
    parser.add_argument("--show", type=int, default=0, help="misses to print of each kind")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = list(people_in(unpacked(args.data, Path(scratch))))
        result = measure(files, Path(scratch), args.each, args.show)
    print_result({"benchmark": "planted", **result})


def measure(files: Sequence[Path], scratch: Path, each: int = 100, show: int = 0) -> dict[str, Any]:
    """What the gates say to planted errors and to untouched rows of files of one English person each."""
    rules = [list(rule_rows(file, scratch / file.stem)) for file in files]
    human = [row for file in files for row in human_rows(file, scratch / file.stem)]
    return _measured(rules, human, each, show)


def _measured(rules: Sequence[Sequence[Row]], human: Sequence[Row], each: int, show: int) -> dict[str, Any]:
    pools = [Pool(tuple(dict.fromkeys(row.passage for row in rows)), tuple(rows)) for rows in rules]
    sets = {kind: list(planted(breaker, pools, each)) for kind, breaker in KINDS.items()}
    sets["other_question"] = list(planted_questions(pools, each))
    sets["wrong_short_answer"] = _some(wrong_spans(human), each)
    caught = {kind: _verdicts(rows) for kind, rows in sets.items()}
    untouched = {"rules": _verdicts(row for rows in rules for row in rows), "short answers": _verdicts(human)}
    print_table("planted", [_line(kind, verdicts) for kind, verdicts in caught.items()])
    print_table("untouched", [_line(kind, verdicts) for kind, verdicts in untouched.items()])
    for kind, verdicts in caught.items():
        _show(f"missed: {kind}", [row for row, reason in verdicts if not reason], show)
    for kind, verdicts in untouched.items():
        _show(f"rejected: {kind}", [(row, reason) for row, reason in verdicts if reason], show)
    return {
        "planted": {kind: _summary(verdicts) for kind, verdicts in caught.items()},
        "untouched": {kind: _summary(verdicts) for kind, verdicts in untouched.items()},
        "least_caught": min((_summary(v)["rejected"] for v in caught.values() if v), default=0.0),
    }


def planted(breaker: Breaker, pools: Sequence[Pool], count: int) -> Iterator[Row]:
    """Up to `count` rows with one error each, evenly from all people, the same for the same data."""
    rng = random.Random(f"{SEED} {breaker.__name__}")
    rows = [(row, pool) for pool in pools for row in pool.rows]
    rng.shuffle(rows)
    seen: set[str] = set()
    for row, pool in rows:
        text = breaker(row, pool, rng)
        if text and text != row.answer and row.question + text not in seen and len(seen) < count:
            seen.add(row.question + text)
            yield replace(row, answer=text)


def planted_questions(pools: Sequence[Pool], count: int) -> Iterator[Row]:
    """Rows with the question of another row."""
    rng = random.Random(f"{SEED} questions")
    rows = [(row, pool) for pool in pools for row in pool.rows]
    rng.shuffle(rows)
    found = ((row, other_question(row, pool, rng)) for row, pool in rows)
    broken = [replace(row, question=asked[0], angle=asked[1]) for row, asked in found if asked]
    yield from broken[:count]


def _some(rows: Iterable[Row], count: int) -> list[Row]:
    rows = list(rows)
    return random.Random(SEED).sample(rows, min(count, len(rows)))


def _verdicts(rows: Iterable[Row]) -> list[tuple[Row, str]]:
    """Each row with the reason of its rejection, '' if it passed."""
    return [(row, _reason(row)) for row in rows]


def _reason(row: Row) -> str:
    verdict = check(row.exchange, row.evidence, row.person)
    return verdict.reason if isinstance(verdict, Rejected) else ""


def _summary(verdicts: Sequence[tuple[Row, str]]) -> dict[str, Any]:
    """Counts, and the shares that were rejected and left undecided (a part of the rejected)."""
    reasons = Counter(reason for _, reason in verdicts if reason)
    count = max(len(verdicts), 1)
    return {
        "rows": len(verdicts),
        "rejected": sum(reasons.values()) / count,
        "undecided": reasons["entailment_undecided"] / count,
        "reasons": dict(reasons.most_common()),
    }


def _line(kind: str, verdicts: Sequence[tuple[Row, str]]) -> dict[str, Any]:
    summary = _summary(verdicts)
    shown = ", ".join(f"{reason} {count}" for reason, count in summary["reasons"].items())
    return {"kind": kind, **{key: summary[key] for key in ("rows", "rejected", "undecided")}, "reasons": shown}


def _show(title: str, found: Sequence[Any], count: int) -> None:
    if count and found:
        print(f"\n{title} ({len(found)})")
    for item in random.Random(SEED).sample(found, min(count, len(found))):
        row, reason = item if isinstance(item, tuple) else (item, "")
        print(f"  Q {row.question}\n  A {row.answer}\n  E {row.evidence}\n    {reason}")


if __name__ == "__main__":
    main()
