"""The real pipeline from source to tables, on other people's data.

    python -m benchmarks.endtoend --data DIR [--rows FILE] [--without-training]

For each person of `facts/squad`: paragraphs as the page, the human questions score coverage. For each archive and dump
under `tweets`: what is read and whose words are kept. For each composed interview under `audio/interview_mix`: the
purity of the person's spans. Then both stages are trained on one person's facts and one person's posts.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import facts_case, posts_case, voice_case
from benchmarks.data import print_result, print_table, unpacked
from flows.steps import Plain, collect, evaluate, finetune, rewrite
from likeness.sources import Dump, PostSource
from likeness.workspace import Workspace


def main() -> None:
    """Run every case that the folder holds."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        data = unpacked(arguments.data, scratch)
        facts = [
            facts_case.measure(file, scratch / "facts" / file.stem, arguments.sample)
            for file in sorted((data / "facts" / "squad").glob("*.jsonl"))
        ]
        posts = [
            posts_case.measure(source, scratch / "posts" / str(number))
            for number, source in enumerate(posts_case.cases(data / "tweets"))
        ]
        voices = [
            voice_case.measure(info.parent, scratch / "voices")
            for info in sorted((data / "audio" / "interview_mix").glob("*/info.json"))
        ]
        training = {} if arguments.without_training else _train(data, posts, scratch / "training", arguments)
    facts_case.write_rows(arguments.rows, facts)
    _print(facts, posts, voices, training)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder laid out as the evaluation data")
    parser.add_argument("--sample", type=int, default=100, help="random rows of each person to read")
    parser.add_argument("--rows", type=Path, help="where to write those rows, as a Markdown table")
    parser.add_argument("--without-training", action="store_true", help="tables only")
    parser.add_argument("--paragraphs", type=int, default=12, help="paragraphs that are trained on")
    parser.add_argument("--posts", type=int, default=300, help="newest posts that are trained on")
    return parser.parse_args()


def _train(data: Path, posts: list[dict[str, Any]], scratch: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Style of the person of the largest dump, facts of the first person; the scores of evaluation.json."""
    people = sorted((data / "facts" / "squad").glob("*.jsonl"))
    if not people or not posts:
        return {}
    largest = max(posts, key=lambda case: int(case["kept"]))
    source = next(s for s in posts_case.cases(data / "tweets") if s.path.endswith(largest["case"]))
    newest = _newest(source, scratch / "posts.jsonl", arguments.posts)
    persona = facts_case.person(people[0], scratch, arguments.paragraphs, posts=(newest,))
    workspace = Workspace(scratch / "workspace", persona.slug)
    runner = Plain(workspace, persona)
    for step in (collect, rewrite, finetune, evaluate):
        step(runner)
    scores = json.loads(workspace.path("evaluation.json").read_text())
    return {"facts_of": people[0].stem, "posts_of": largest["case"], "scores": scores}


def _newest(source: PostSource, target: Path, count: int) -> PostSource:
    """The newest posts of a source, as a small dump of their own."""
    target.parent.mkdir(parents=True, exist_ok=True)
    rows = sorted(posts_case.read(source, target.parent / "all"), key=lambda post: (post.created_at, post.post_id))
    lines = [json.dumps({"id": post.post_id, "date": post.created_at, "text": post.text}) for post in rows[-count:]]
    target.write_text("\n".join(lines) + "\n")
    return Dump(source="tabular", path=str(target))


def _print(
    facts: list[dict[str, Any]], posts: list[dict[str, Any]], voices: list[dict[str, Any]], training: dict[str, Any]
) -> None:
    print_table("facts: human questions that a made answer of the paragraph covers", facts)
    print_table("posts: the person's own words", posts)
    print_table("voices: purity of the spans taken for the person's", voices)
    print_result({"facts": facts, "posts": posts, "voices": voices, "training": training})


if __name__ == "__main__":
    main()
