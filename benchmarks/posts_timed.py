"""One pipeline over one file of posts in a process of its own, for `benchmarks.posts`: seconds, memory and rows.

    python -m benchmarks.posts_timed likeness archive.zip FOLDER
    python -m benchmarks.posts_timed datatrove posts.jsonl FOLDER

Both read, sort out by language and quality, and drop near duplicates. Datatrove splits words at spaces and asks the
same language detector as Likeness, since its own tokeniser and model are downloads; that makes it faster, not slower.
"""

import json
import sys
import time
from pathlib import Path

from likeness.files import peak_megabytes
from likeness.persona import Persona
from likeness.records import Utterance
from likeness.sections import Rights
from likeness.sources import Dump, XArchive
from likeness.workspace import Workspace


def main() -> None:
    """Run the named pipeline and print what it took as one JSON object."""
    pipeline, source, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    started = time.monotonic()
    kept = _likeness(source, folder) if pipeline == "likeness" else _datatrove(source, folder)
    seconds = time.monotonic() - started
    print(
        json.dumps(
            {"seconds": seconds, "cpu_seconds": time.process_time(), "megabytes": peak_megabytes(), "kept": kept}
        )
    )


def _likeness(path: Path, folder: Path) -> int:
    from extractors.collection import clean_posts, collect_posts
    from extractors.retrieval import Retrieved

    source = XArchive(path=str(path)) if path.suffix == ".zip" else Dump(path=str(path))
    persona = Persona(name="Made", rights=Rights(basis="evaluation"), posts=(source,))
    workspace = Workspace(folder, persona.slug)
    collect_posts(workspace, persona, Retrieved(source))
    clean_posts(workspace, persona)
    marker = workspace.table(Utterance).marker("posts")
    return marker.kept if marker else 0


def _datatrove(path: Path, folder: Path) -> int:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import (
        MinhashDedupBuckets,
        MinhashDedupCluster,
        MinhashDedupFilter,
        MinhashDedupSignature,
    )
    from datatrove.pipeline.dedup.minhash import MinhashConfig
    from datatrove.pipeline.filters import C4QualityFilter, GopherRepetitionFilter, LambdaFilter
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from datatrove.utils.hashing import HashConfig
    from datatrove.utils.word_tokenizers import WordTokenizer

    from extractors.language import detected

    def is_english(document: object) -> bool:
        return detected(document.text.replace("\n", " ").lower())[0] == "en"  # type: ignore[attr-defined]

    class Spaces(WordTokenizer):
        def word_tokenize(self, text: str) -> list[str]:
            return text.split()

        def sent_tokenize(self, text: str) -> list[str]:
            return [text]

        def span_tokenize(self, text: str) -> list[tuple[int, int]]:
            return [(0, len(text))]

    # Its default, xxhash, no longer takes text in the version that the other packages need.
    words, settings = Spaces(), MinhashConfig(hash_config=HashConfig(hash_fc="sha1"))
    good, final = str(folder / "good"), folder / "final"
    steps = [
        [
            JsonlReader(str(path), text_key="text", id_key="id"),
            LambdaFilter(is_english),
            GopherRepetitionFilter(language=words),
            C4QualityFilter(language=words, filter_no_terminal_punct=False, min_num_sentences=1, min_words_per_line=3),
            JsonlWriter(good),
        ],
        [JsonlReader(good), MinhashDedupSignature(str(folder / "signatures"), config=settings, language=words)],
        [MinhashDedupBuckets(str(folder / "signatures"), str(folder / "buckets"), config=settings)],
        [MinhashDedupCluster(str(folder / "buckets"), str(folder / "remove"), config=settings)],
        [JsonlReader(good), MinhashDedupFilter(str(folder / "remove")), JsonlWriter(str(final), compression=None)],
    ]
    for number, step in enumerate(steps):
        tasks = settings.num_buckets if number == 2 else 1
        LocalPipelineExecutor(step, tasks=tasks, workers=1, logging_dir=str(folder / f"log{number}")).run()
    return sum(len(part.read_text().splitlines()) for part in final.glob("*.jsonl"))


if __name__ == "__main__":
    main()
