"""The rows that cross a stage: frozen, strict, and named by what they are.

Every row has an `id`, a hash of the fields that make it what it is (never of a time of retrieval or a score), so
that the same post collected twice is one row. `parents` are the ids of the rows it was made from; `trace` follows
them back to a source. A row that is dropped is a row too: `Rejected` says why.

    Post ─ Utterance ─┐
    Page ─ Passage ─ Fact ─ Exchange
    Recording ─ Turn ─ Segment ─ Utterance, Clip
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Seconds = float

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=BaseModel.model_dump)


def content_id(kind: str, values: list[Any]) -> str:
    """Name a row by what it is: `kind` and the first 16 hex digits of a SHA-256 over `values` as JSON."""
    text = _ENCODER.encode(values)
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


class Record(BaseModel):
    """A row of the table `table`, identified by its `identity` fields.

    Raises:
        pydantic.ValidationError: on an unknown or missing field, or an `id` that does not match the fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    table: ClassVar[str]
    identity: ClassVar[tuple[str, ...]]

    id: str = ""
    parents: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _name_by_content(self) -> Self:
        expected = content_id(type(self).__name__.lower(), [getattr(self, name) for name in self.identity])
        if self.id and self.id != expected:
            raise ValueError(f"id {self.id} does not match the row's content ({expected})")
        object.__setattr__(self, "id", expected)
        return self


class Post(Record):
    """One public post. `post_id` is the platform's own id, a string; `created_at` is ISO 8601 in UTC, or ''."""

    table = "posts"
    identity = ("platform", "post_id")

    platform: str
    post_id: str
    author: str
    text: str
    created_at: str = ""
    url: str = ""
    kind: Literal["original", "reply", "quote", "repost"] = "original"
    reply_to: str | None = None
    lang: str | None = None
    app: str | None = None


class Page(Record):
    """One page of the web or of an encyclopedia: its main text, headings kept as lines that begin with '#'."""

    table = "pages"
    identity = ("url", "revision", "text")

    url: str
    revision: str = ""
    title: str
    text: str
    license: str = ""
    language: str = "en"
    retrieved_at: str = ""


class Passage(Record):
    """One paragraph of a page. `position` counts the page's passages from 0; `heading` is the path, 'Life > Youth'."""

    table = "passages"
    identity = ("page", "position", "text")

    page: str
    heading: str
    position: int = Field(ge=0)
    text: str


class Recording(Record):
    """One piece of sound. `path` is its decoded FLAC, relative to the workspace; `duration` is in seconds."""

    table = "recordings"
    identity = ("url", "sha256")

    url: str
    sha256: str
    title: str
    path: str
    captions: str | None = None
    sampling_rate: int = Field(gt=0)
    duration: Seconds = Field(gt=0)
    license: str = ""


class Turn(Record):
    """A stretch in which one voice speaks, in seconds from the start of the recording.

    Turns overlap only where one is `overlapped`: its voice is heard while another has the floor. The others follow one
    another, so that every word has one speaker.
    """

    table = "turns"
    identity = ("recording", "start", "end", "speaker")

    recording: str
    start: Seconds = Field(ge=0)
    end: Seconds = Field(ge=0)
    speaker: str
    overlapped: bool = False


class Word(BaseModel):
    """One transcribed word with its times in seconds from the start of the recording; probability in [0, 1]."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Seconds
    end: Seconds
    text: str
    probability: float = 1.0


class Segment(Record):
    """A transcribed stretch of a recording: who says what, when. `speaker` is the diarizer's label.

    `words` is empty where the engine gives no word times. `confidence` is the mean word probability in [0, 1], or
    None where the engine has none (captions).
    """

    table = "segments"
    identity = ("recording", "start", "end", "speaker", "text")

    recording: str
    start: Seconds
    end: Seconds
    speaker: str
    text: str
    words: tuple[Word, ...] = ()
    confidence: float | None = None


class Speaker(Record):
    """One voice of one recording. `similarity` is its cosine to the person's voice, in [-1, 1]."""

    table = "speakers"
    identity = ("recording", "speaker")

    recording: str
    speaker: str
    similarity: float
    is_persona: bool
    seconds: Seconds


class Utterance(Record):
    """The person's own words, verbatim. `context` is what was answered, if known; `created_at` as in `Post`."""

    table = "utterances"
    identity = ("medium", "text", "context")

    medium: Literal["post", "speech"]
    text: str
    context: str | None = None
    created_at: str = ""
    language: str | None = None


class Fact(Record):
    """One atomic claim about the person, in the third person, and the verbatim quote that carries it.

    `quote` is `passage.text[quote_start:quote_end]`. `dates` are the dates and years that the quote names.
    """

    table = "facts"
    identity = ("passage", "claim", "quote_start", "quote_end")

    passage: str
    claim: str
    quote: str
    quote_start: int = Field(ge=0)
    quote_end: int = Field(ge=0)
    dates: tuple[str, ...] = ()
    kind: Literal["fact", "opinion", "quote", "disputed"] = "fact"


class Message(BaseModel):
    """One message of a conversation; the person speaks as the assistant."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Literal["system", "user", "assistant"]
    content: str


class Exchange(Record):
    """One training conversation. `facts` are ids; `checks` maps a gate's name to its verdict; `cost` is micro-USD."""

    table = "exchanges"
    identity = ("kind", "messages")

    kind: Literal["style", "fact", "identity", "unknown", "dialogue"]
    messages: tuple[Message, ...]
    angle: str = ""
    facts: tuple[str, ...] = ()
    checks: Mapping[str, str] = Field(default_factory=dict)
    cost: int = 0
    created_at: str = ""

    @property
    def question(self) -> str:
        """What the person is asked last."""
        return next((m.content for m in reversed(self.messages) if m.role == "user"), "")

    @property
    def answer(self) -> str:
        """What the person answers last."""
        return next((m.content for m in reversed(self.messages) if m.role == "assistant"), "")


class Clip(Record):
    """One clip of the person's voice for a voice dataset. Times in seconds of the recording; `snr_db` in dB.

    `path` is relative to the workspace, '' for a clip that is never written (a rejected one).
    `dnsmos` is the overall P.835 score in [1, 5], None where that engine was not run.
    """

    table = "clips"
    identity = ("recording", "start", "end", "text")

    path: str
    recording: str
    start: Seconds
    end: Seconds
    text: str
    similarity: float
    snr_db: float
    dnsmos: float | None = None
    sampling_rate: int = Field(gt=0)
    duration: Seconds = Field(gt=0)


class Rejected(BaseModel):
    """A row that was dropped: `reason` is a snake_case constant, `row` what it would have been, `detail` the evidence.

    `row` must be JSON-able. Row functions yield these among their rows; tables write them beside the kept ones.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    row: Mapping[str, Any]
    detail: str = ""

    @classmethod
    def of(cls, record: Record, reason: str, detail: str = "") -> "Rejected":
        """Drop `record` for `reason`."""
        return cls(reason=reason, row=record.model_dump(mode="json"), detail=detail)


RECORDS: tuple[type[Record], ...] = (
    Post,
    Page,
    Passage,
    Recording,
    Turn,
    Segment,
    Speaker,
    Utterance,
    Fact,
    Exchange,
    Clip,
)
