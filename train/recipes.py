"""The same training for other programs: exports/llama-factory and exports/axolotl, as `[export] trainers` asks for.

    data/style.jsonl  data/facts.jsonl    {"messages": [{"role": "system", "content": "You are Ann Lee."}, ...]}
    style.yaml  facts.yaml                a configuration for each stage; the second goes on with the first's adapter
    dataset_info.json                     LLaMA-Factory's list of data files
    README.md                             the commands

Rows stand in the order of learning (`train.curriculum`), as often as they are learnt, and both programs are told to
take them so, in one pass: replay, hints and the ending are in the files, so nothing of the curriculum is lost.

The folders stay on this machine: style rows are the person's own words.

Not handled: `patience` (neither stops early), and batches of rows of like length.
"""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.cards import plain, rights_and_sources
from train.mixture import Lesson
from train.promotion import adapter_in_use
from train.stages import Stage
from train.trainer_configs import axolotl, data_of, lessons_of, llama_factory, llama_factory_dataset, name_of

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

log = logging.getLogger(__name__)

VERSION = 1


def export_trainers(workspace: Workspace, persona: Persona, stages: Sequence[Stage]) -> list[Path]:
    """Write what every program in `[export] trainers` needs; what is there for others is deleted.

    Args:
        workspace: where to write.
        persona: its settings.
        stages: what the persona's curriculum trains, in order.

    Returns:
        The folders; none if there is nothing to train on.

    Raises:
        NotFresh: if there is something to make or to delete, and the workspace is frozen.
        MissingExtra, SettingsError: as `train.base_model.open_base`.
    """
    writers = {"llama-factory": _llama_factory, "axolotl": _axolotl}
    for trainer in writers.keys() - set(persona.export.trainers):
        workspace.forget(f"exports/{trainer}")
    if not stages:
        return []
    return [_export(workspace, persona, stages, trainer, writers[trainer]) for trainer in persona.export.trainers]


Writer = Callable[[Path, Persona, Sequence[Stage], "PreTrainedTokenizerBase"], str]
"""Writes the configurations into a folder and returns the commands."""


def _export(workspace: Workspace, persona: Persona, stages: Sequence[Stage], trainer: str, write: Writer) -> Path:
    name = f"exports/{trainer}"
    rows = [[lesson.messages for lesson in lessons_of(stage)] for stage in stages]
    plan = [[stage.adapter, stage.learning_rate, stage.start, stage.stacked] for stage in stages]
    about = persona.model_dump(mode="json", include={"name", "rights", "train"})
    made_from = fingerprint(rows, plan, about, version=VERSION)
    if workspace.is_built(name, made_from):
        return workspace.path(name)
    with workspace.build(name, made_from) as folder:
        tokenizer = _open_tokenizer(workspace, persona)
        for stage in stages:
            _write_rows(folder / data_of(stage), lessons_of(stage), tokenizer)
        commands = write(folder, persona, stages, tokenizer)
        (folder / "README.md").write_text(_readme(workspace, persona, trainer, commands), encoding="utf-8")
    log.info("%s: %s", name, ", ".join(f"{name_of(stage)} {len(lessons_of(stage))} rows" for stage in stages))
    return workspace.path(name)


def _open_tokenizer(workspace: Workspace, persona: Persona) -> "PreTrainedTokenizerBase":
    """The base model's tokenizer: from an adapter's folder, which has it; else the base model is opened for it."""
    from transformers import AutoTokenizer

    from train.base_model import open_base

    adapter = adapter_in_use(workspace)
    return AutoTokenizer.from_pretrained(str(workspace.path(adapter))) if adapter else open_base(persona.train)[1]


def _write_rows(path: Path, lessons: Sequence[Lesson], tokenizer: "PreTrainedTokenizerBase") -> None:
    """The rows in roles that the chat template takes, one JSON object a line."""
    from train.templates import fit

    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for lesson in lessons:
            file.write(json.dumps({"messages": fit(tokenizer, lesson.messages)}, ensure_ascii=False) + "\n")


def _write_yaml(path: Path, config: Mapping[str, Any]) -> None:
    import yaml

    path.write_text(yaml.safe_dump(dict(config), sort_keys=False, allow_unicode=True), encoding="utf-8", newline="\n")


def _llama_factory(
    folder: Path, persona: Persona, stages: Sequence[Stage], tokenizer: "PreTrainedTokenizerBase"
) -> str:
    from train.frames import frame_of

    frame = frame_of(tokenizer)
    files = {name_of(stage): llama_factory_dataset(data_of(stage)) for stage in stages}
    (folder / "dataset_info.json").write_text(json.dumps(files, indent=1), encoding="utf-8")
    for stage in stages:
        _write_yaml(folder / f"{name_of(stage)}.yaml", llama_factory(persona, stage, frame))
    return "\n".join(f"llamafactory-cli train {name_of(stage)}.yaml" for stage in stages)


def _axolotl(folder: Path, persona: Persona, stages: Sequence[Stage], tokenizer: "PreTrainedTokenizerBase") -> str:
    from train.templates import end_token

    commands = []
    for stage in stages:
        _write_yaml(folder / f"{name_of(stage)}.yaml", axolotl(persona, stage, end_token(tokenizer)))
        merge = [f"axolotl merge-lora {Path(stage.start).name}.yaml"] if stage.stacked and stage.start else []
        commands += [*merge, f"axolotl train {name_of(stage)}.yaml"]
    return "\n".join(commands)


def _readme(workspace: Workspace, persona: Persona, trainer: str, commands: str) -> str:
    return "\n".join(
        [
            f"# {plain(persona.name)}: training with {trainer}",
            "",
            "**Keep this folder to yourself.** The rows of the first stage are the person's own words, as they were"
            " said; to publish what may be published, there is `likeness publish`.",
            "",
            "```sh",
            "cd exports/" + trainer,
            commands,
            "```",
            "",
            "Rows stand in the order of learning, as often as they are learnt: hence one pass, and no shuffling. The"
            " last adapter is the persona; ask it with the system message that the rows begin with.",
            "",
            *rights_and_sources(workspace, persona),
        ]
    )
