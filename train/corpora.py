"""General conversation corpora, in whatever form they come, as conversations of a user and an assistant.

    for talk in read_talks(Path("talks.jsonl.gz")):     # or a folder, or what `datasets` saved to disk
        [{"role": "user", "content": "Any news?"}, {"role": "assistant", "content": "None."}], or a Rejected
    pieces(tokenizer, talk, 512)                        # the same in pieces that the model can read

A row is an object or a list; what it holds is found by the names of its fields:

    {"messages": [{"role": "user", "content": "Any news?"}, ...]}              OpenAI, TRL
    {"conversations": [{"from": "human", "value": "Any news?"}, ...]}          ShareGPT
    {"prompt": "Any news?", "response": "None."}                               pairs
    {"instruction": "Sum up.", "input": "It rained.", "output": "Rain."}       Alpaca
    {"content": [{"agent": "agent_1", "message": "Any news?"}, ...]}           Topical-Chat
    {"messages": [{"message": "Any news?"}, {"message": "None."}]}             KdConv: speakers in turn
    {"dialog": ["Any news?", "None."]}                                         DailyDialog: the same

Where two people talk, the second is the assistant. What the assistant said before anybody asked is left out, and so is
what nobody answered. Words stay as they are, but for white space at both ends.

Not handled: replies in several versions (trees, rankings), calls of tools, pictures: such rows are dropped.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from likeness.errors import SettingsError, SourceGone
from likeness.records import Rejected
from train.encoding import Conversation
from train.templates import encode

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

SUFFIXES = (".jsonl", ".json", ".jsonl.gz", ".json.gz")

TURNS = ("messages", "conversations", "conversation", "content", "turns", "dialogue", "dialog")
TEXT = ("content", "value", "message", "text")
SPEAKER = ("role", "from", "agent", "speaker")
PAIRS = (("instruction", "output"), ("prompt", "response"), ("prompt", "completion"), ("question", "answer"))
"""Names of fields, as the corpora listed above and their kin have them; the first that is there counts."""

ROLES = {
    **dict.fromkeys(("system", "developer"), "system"),
    **dict.fromkeys(("user", "human", "prompter"), "user"),
    **dict.fromkeys(("assistant", "gpt", "chatgpt", "bot", "model", "ai"), "assistant"),
}
"""What corpora call the roles; "prompter" is OpenAssistant's, "model" Gemma's."""


class Unusable(Exception):
    """A row that holds no conversation: (reason, detail), as `Rejected` takes them."""


def read_talks(path: Path) -> Iterator[Conversation | Rejected]:
    """Every row of a corpus, in its order, as a conversation or as what was dropped and why.

    A folder's files are read in the order of their names. Of what `datasets` saved with several splits, "train" is
    read, or the first. A JSON file is read whole, JSON lines a line at a time.

    Returns:
        Conversations begin with the user, after a system message at most, end with the assistant, and the two take
        turns. The reasons: not_json, unknown_format, not_text, empty_turn, unknown_role, more_than_two_speakers,
        no_assistant_turn.

    Raises:
        SettingsError: if there is no such path, or nothing in it that could be read.
        SourceGone: if a file is broken off.
    """
    for row in _rows(path):
        try:
            yield talk_of(row)
        except Unusable as unusable:
            reason, detail = unusable.args
            yield Rejected(reason=reason, row={"row": _cut(row)}, detail=detail)


def talk_of(row: Any) -> Conversation:
    """The conversation that one row holds.

    Raises:
        Unusable: if it holds none.
    """
    turns = [(_speaker(turn), _text(turn)) for turn in _turns(row)]
    if not all(text for _, text in turns):
        raise Unusable("empty_turn", "")
    return _in_turns(list(zip(_roles([speaker for speaker, _ in turns]), (text for _, text in turns), strict=True)))


def pieces(tokenizer: "PreTrainedTokenizerBase", talk: Conversation, most: int) -> Iterator[Conversation | Rejected]:
    """A conversation as it is if it fits `most` tokens, else in pieces that do, each begun by the user.

    Each has the system message. A question that does not fit together with its reply is dropped as longer_than_context;
    a conversation that the chat template does not show as it is, as refused_by_template; one that spells out a token of
    control, with which it could end a reply and speak for another role, as control_token.
    """
    spelt = next(
        (token for token in tokenizer.all_special_tokens if any(token in turn["content"] for turn in talk)), ""
    )
    if spelt:
        yield _dropped(talk, "control_token", spelt)
        return
    try:
        yield from _pieces(tokenizer, talk, most)
    except SettingsError as error:
        yield _dropped(talk, "refused_by_template", str(error))


def _pieces(tokenizer: "PreTrainedTokenizerBase", talk: Conversation, most: int) -> Iterator[Conversation | Rejected]:
    if len(encode(tokenizer, talk)[0]) <= most:
        yield talk
        return
    system = [message for message in talk[:1] if message["role"] == "system"]
    piece: list[dict[str, str]] = []
    for start in range(len(system), len(talk), 2):
        asked = list(talk[start : start + 2])
        if piece and len(encode(tokenizer, [*system, *piece, *asked])[0]) > most:
            yield [*system, *piece]
            piece = []
        if piece or len(encode(tokenizer, [*system, *asked])[0]) <= most:
            piece += asked
        else:
            yield _dropped([*system, *asked], "longer_than_context", f"more than {most} tokens")
    if piece:
        yield [*system, *piece]


def _dropped(talk: Conversation, reason: str, detail: str) -> Rejected:
    return Rejected(reason=reason, row={"row": _cut(list(talk))}, detail=detail)


def _turns(row: Any) -> Sequence[Any]:
    if isinstance(row, list):
        return row
    if not isinstance(row, Mapping):
        raise Unusable("not_json" if isinstance(row, str) else "unknown_format", str(row)[:80])
    turns = next((row[name] for name in TURNS if isinstance(row.get(name), list)), None)
    turns = _pair(row) if turns is None else turns
    first = row.get("system") or row.get("system_prompt")
    return [{"role": "system", "content": first}, *turns] if isinstance(first, str) else turns


def _pair(row: Mapping[str, Any]) -> list[Any]:
    names = next((names for names in PAIRS if names[0] in row and names[1] in row), None)
    if names is None:
        raise Unusable("unknown_format", ", ".join(map(str, row))[:80])
    asked, said = (row[name] for name in names)
    if isinstance(asked, list) and isinstance(said, list):  # TRL's form of conversations with a prompt
        return [*asked, *said]
    given = row.get("input")
    asked = f"{asked}\n\n{given}" if given and isinstance(asked, str) else asked
    return [{"role": "user", "content": asked}, {"role": "assistant", "content": said}]


def _speaker(turn: Any) -> str:
    """Who speaks: "" if it is not said."""
    return str(_field(turn, SPEAKER) or "")


def _text(turn: Any) -> str:
    found = _field(turn, TEXT) if isinstance(turn, Mapping) else turn
    if isinstance(found, list):  # OpenAI's form of messages that may hold pictures
        parts: list[Any] = [_field(part, TEXT) if isinstance(part, Mapping) else part for part in found]
        found = "\n".join(parts) if all(isinstance(part, str) for part in parts) else parts
    if found is not None and not isinstance(found, str):
        raise Unusable("not_text", str(found)[:80])
    return (found or "").strip()


def _field(turn: Any, names: Sequence[str]) -> Any:
    """The first of some fields that has a value: a table of Arrow gives every turn all of them."""
    return (
        next((turn[name] for name in names if turn.get(name) is not None), None) if isinstance(turn, Mapping) else None
    )


def _roles(speakers: Sequence[str]) -> list[str]:
    """user, assistant or system for each speaker; where they are people, by who spoke first, or in turn."""
    if not any(speakers):
        return [("user", "assistant")[place % 2] for place in range(len(speakers))]
    roles = [ROLES.get(speaker.lower(), "") for speaker in speakers]
    if all(roles):
        return roles
    people = list(dict.fromkeys(speaker for speaker, role in zip(speakers, roles, strict=True) if role != "system"))
    if any(role not in ("", "system") for role in roles) or "" in people:
        raise Unusable("unknown_role", ", ".join(people)[:80])
    if len(people) > 2:
        raise Unusable("more_than_two_speakers", ", ".join(people)[:80])
    by_order = dict(zip(people, ("user", "assistant"), strict=False))
    return [role or by_order[speaker] for speaker, role in zip(speakers, roles, strict=True)]


def _in_turns(turns: Sequence[tuple[str, str]]) -> Conversation:
    """From the user's first words to the assistant's last, neighbours of one role joined."""
    joined: list[dict[str, str]] = []
    for role, text in turns:
        if joined and joined[-1]["role"] == role:
            joined[-1]["content"] += f"\n{text}"
        else:
            joined.append({"role": role, "content": text})
    system = [message for message in joined[:1] if message["role"] == "system"]
    said = joined[len(system) :]
    while said and said[0]["role"] == "assistant":
        said = said[1:]
    while said and said[-1]["role"] == "user":
        said = said[:-1]
    if not said:
        raise Unusable("no_assistant_turn", "")
    if any(message["role"] == "system" for message in said):
        raise Unusable("unknown_role", "system in the middle")
    return [*system, *said]


def _rows(path: Path) -> Iterator[Any]:
    if not path.exists():
        raise SettingsError(f"{path}: no such corpus; give a file ({', '.join(SUFFIXES)}), or a folder of them")
    if (path / "dataset_info.json").exists() or (path / "dataset_dict.json").exists():
        yield from _saved_rows(path)
        return
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    files = [file for file in files if file.name.endswith(SUFFIXES)]
    if not files:
        raise SettingsError(f"{path}: nothing to read; a corpus is a file or a folder of {', '.join(SUFFIXES)}")
    for file in files:
        yield from _file_rows(file)


def _saved_rows(path: Path) -> Iterator[Any]:
    from datasets import DatasetDict, load_from_disk

    saved = load_from_disk(str(path))
    yield from saved.get("train", next(iter(saved.values()))) if isinstance(saved, DatasetDict) else saved


def _file_rows(file: Path) -> Iterator[Any]:
    try:
        with _opened(file) as stream:
            yield from _lines(stream) if ".jsonl" in file.suffixes else _whole(stream)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise SourceGone(f"{file}: cannot be read ({error}); fetch it again") from error


def _opened(file: Path) -> IO[str]:
    """Lines end at "\\n" alone: JSON may hold other line breaks."""
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8-sig", newline="\n")
    return file.open(encoding="utf-8-sig", newline="\n")


def _whole(stream: IO[str]) -> Iterator[Any]:
    """The rows of one JSON text: a list of them, or an object of them by id; JSON lines that are called .json too."""
    text = stream.read()
    try:
        content = json.loads(text)
    except ValueError:
        yield from _lines(text.split("\n"))
        return
    is_by_id = isinstance(content, dict) and all(isinstance(row, dict | list) for row in content.values())
    is_row = is_by_id and any(isinstance(content.get(name), list) for name in TURNS)
    yield from content.values() if is_by_id and not is_row else content if isinstance(content, list) else [content]


def _lines(lines: Iterator[str] | IO[str] | list[str]) -> Iterator[Any]:
    """The row of each line; the line itself where it is not JSON."""
    for line in lines:
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                yield line


def _cut(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)[:200]
