"""The rows that cross a stage: frozen, strict, and named by what they are.

Every row has an `id`, a hash of the fields that make it what it is (never of a time of retrieval or a score), so
that the same post collected twice is one row. `parents` are the ids of the rows it was made from; `trace` follows
them back to a source. A row that is dropped is a row too: `Rejected` says why.

    Post ─ Utterance ─┐
    Page ─ Passage ─ Claim ─ Fact ─ Exchange
    Recording ─ Turn ─ Segment ─ Utterance, Clip
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from likeness.row import Record as Record
from likeness.row import Rejected as Rejected
from likeness.row import content_id as content_id

Seconds = float


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


ClaimKind = Literal["fact", "opinion", "quote", "disputed"]


class Quoted(Record):
    """What a passage says, in the third person, and the verbatim words that carry it.

    `quote` is `passage.text[quote_start:quote_end]`. `dates` are the dates and years that the quote names.
    """

    identity = ("passage", "claim", "quote_start", "quote_end")

    passage: str
    claim: str
    quote: str
    quote_start: int = Field(ge=0)
    quote_end: int = Field(ge=0)
    dates: tuple[str, ...] = ()
    kind: ClaimKind = "fact"


class Claim(Quoted):
    """What a passage says of the person: an atomic claim in the third person, and the verbatim quote that carries it.

    `quote` is `passage.text[quote_start:quote_end]`. `dates` are the dates and years that the quote names. `cost` is
    what finding it cost, in micro-USD.
    """

    table = "claims"

    cost: int = 0


class Evidence(BaseModel):
    """Another place that says the same: `quote` is `text[quote_start:quote_end]` of the passage with this id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    passage: str
    quote: str
    quote_start: int = Field(ge=0)
    quote_end: int = Field(ge=0)


class Fact(Quoted):
    """A claim about the person, as all sources together have it; the first quote is its own, `evidence` has the others.

    `valid_from` and `valid_to` are ISO dates, as exact as the sources are ("1884", "1884-06", "1884-06-06"), '' where
    unknown. `standing` is `superseded` where a later source or date took its place, `disputed` where sources contradict
    each other and neither date nor source decides; `rivals` are the ids of the claims that speak against it.
    """

    table = "facts"

    evidence: tuple[Evidence, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    standing: Literal["current", "superseded", "disputed"] = "current"
    rivals: tuple[str, ...] = ()


class Message(BaseModel):
    """One message of a conversation; the person speaks as the assistant."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Literal["system", "user", "assistant"]
    content: str


def messages_of(turns: Iterable[tuple[str, str]]) -> tuple[Message, ...]:
    """Questions and their answers as the messages of a conversation."""
    return tuple(
        message
        for question, answer in turns
        for message in (Message(role="user", content=question), Message(role="assistant", content=answer))
    )


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


RECORDS: tuple[type[Record], ...] = (
    Post,
    Page,
    Passage,
    Recording,
    Turn,
    Segment,
    Speaker,
    Utterance,
    Claim,
    Fact,
    Exchange,
    Clip,
)
