"""The sections of a persona file that say how the work is done."""

from decimal import Decimal
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from likeness.presets import with_preset
from likeness.sources import Section, SourcePath

Trainer = Literal["vits", "gpt-sovits", "style-bert-vits2", "piper", "ljspeech", "audiofolder"]


class Rights(Section):
    """On what ground this person's record is used. `basis` is printed on every card; nothing is public by default."""

    basis: str = Field(min_length=3)
    publish: bool = False
    disclosure: bool = True


class Fetch(Section):
    """How the web is asked. `contact` (a mail address or a page) tells its servers who asks: Wikimedia requires it.

    Without it the variable LIKENESS_CONTACT is taken.

    A request waits `delay` seconds after the one before it to the same server. Addresses of private networks are
    refused unless `private_addresses` is set.
    """

    contact: str = ""
    delay: float = Field(default=1.0, ge=0)
    robots: bool = True
    private_addresses: bool = False


class Voice(Section):
    """How the person's own voice is found, and which engines listen.

    `enrolment` are recordings in which only the person speaks. `edge_trim` seconds are kept away from any other voice.
    A clip below `minimum_snr_db` (95th to 10th percentile of frame energy) is too noisy: 20 dB is what studio-like
    speech reaches; with `quality` = "dnsmos" one below `minimum_dnsmos` (overall, 1 to 5) is. Of what passes,
    `best_hours` are kept at most. The engines of the first kind come with their packages; the models of the others are
    names or local folders. `auto` takes the better one if its model is at hand.
    """

    enrolment: tuple[SourcePath, ...] = ()
    separate: Literal["none", "demucs", "auto"] = "none"
    separate_model: str = "htdemucs"
    diarize: Literal["embedded", "pyannote", "auto"] = "embedded"
    diarize_model: str = "pyannote/speaker-diarization-community-1"
    transcribe: Literal["captions", "whisper", "auto"] = "captions"
    transcribe_model: str = "large-v3-turbo"
    quality: Literal["embedded", "dnsmos"] = "embedded"
    device: Literal["auto", "cpu", "cuda"] = "auto"
    edge_trim: float = Field(default=0.3, ge=0, le=2)
    minimum_snr_db: float = Field(default=20, ge=0)
    minimum_dnsmos: float = Field(default=2.8, ge=1, le=5)
    best_hours: float | None = Field(default=None, gt=0)
    glossary: tuple[str, ...] = ()


class Rewrite(Section):
    """How facts become exchanges. `rules` needs no language model; `llm` asks the one of the section [llm].

    A fact that has fewer than `angles` accepted angles is asked for again, `rounds` times at most. Where the rules
    cannot tell whether a row is true, a judge is asked up to `samples` times and the majority decides. `mask_entities`
    keeps the names of a post out of its question. `restyle` = "adapter" has the answers said anew by the persona's own
    style adapter, once there is one, and verifies them again.
    """

    engine: Literal["rules", "llm"] = "rules"
    angles: int = Field(default=4, ge=1, le=10)
    rounds: int = Field(default=2, ge=0, le=10)
    samples: int = Field(default=3, ge=1, le=9)
    mask_entities: bool = False
    restyle: Literal["none", "adapter"] = "none"


class LanguageModel(Section):
    """The language model that `[rewrite] engine = "llm"` asks.

    `model` is "provider:name", as "openai:gpt-5-mini", "anthropic:claude-haiku-4-5" or "google:gemini-3-flash"; with
    `base_url`, "openai:name" is any server that speaks OpenAI's API (vLLM, Ollama, llama.cpp). "local:NAME" is a
    transformers model in this process: a hub id, a folder, or smollm2-135m. The key is read from the variable `key`.
    Prices are US dollars for a million tokens; without them they are looked up by the model's name, and a hosted model
    whose price nobody knows is refused. `timeout` is in seconds; a reply has `most_tokens` at most.
    """

    model: str = ""
    base_url: str = ""
    key: str = ""
    input_usd: Decimal | None = Field(default=None, ge=0)
    output_usd: Decimal | None = Field(default=None, ge=0)
    concurrency: int = Field(default=16, ge=1, le=1024)
    requests_per_minute: int | None = Field(default=None, ge=1)
    tokens_per_minute: int | None = Field(default=None, ge=1)
    timeout: float = Field(default=120, gt=0)
    attempts: int = Field(default=5, ge=1, le=20)
    temperature: float = Field(default=0.7, ge=0, le=2)
    most_tokens: int = Field(default=2048, ge=16)


class StyleStage(Section):
    """Stage 1, the manner of speaking: passes over the rows, and the peak learning rate."""

    epochs: float = Field(default=1.5, gt=0, le=100)
    learning_rate: float = Field(default=2e-3, gt=0, lt=1)


class FactsStage(Section):
    """Stage 2, what the person knows. A pass meets every question twice, once whole and once as a hint.

    Beside the facts stand rows of other kinds, each a share of all rows: `replay` repeats stage 1 (one and a half times
    at most), `general` is everyday talk as the base model answers it by itself, `unknown` is what the person honestly
    does not know, `identity` who it is, and that it is a program (once a pass at least, however few the facts). An
    `ending`, a share of the steps, holds words of the person, facts that were known before, who it is, its share of
    `unknown`, and nothing new; its learning rate rises and falls once more. There is none by default: it cost a sixth
    of the manner, measured by its loss. All defaults were found on SmolLM2-135M (benchmarks/README.md, 27 November).
    """

    epochs: float = Field(default=1.0, gt=0, le=100)
    learning_rate: float = Field(default=3e-3, gt=0, lt=1)
    replay: float = Field(default=0.3, ge=0, le=0.8)
    general: float = Field(default=0.05, ge=0, le=0.5)
    unknown: float = Field(default=0.15, ge=0, le=0.5)
    identity: float = Field(default=0.08, ge=0, le=0.5)
    ending: float = Field(default=0.0, ge=0, le=0.5)

    @model_validator(mode="after")
    def _room_for_facts(self) -> Self:
        if self.replay + self.general + self.unknown + self.identity > 0.9:
            raise ValueError("replay, general, unknown and identity leave less than a tenth of the rows to the facts")
        return self


class Train(Section):
    """How the adapter is trained.

    `base_model` is a name of `likeness.presets`, a hub id, or a local folder (as `likeness base` writes it).
    `curriculum` says what follows what: facts on the style adapter (`continue`), a new adapter for the facts on top of
    it (`stack`), all at once (`joint`), or one of the two alone. `quantize` = "4bit" holds the base model in four bits
    (QLoRA; needs bitsandbytes).

    A step learns from `batch_size` x `accumulation` rows a device, each of `max_length` tokens at most; with `packing`
    from as many packs of `max_length` tokens. `patience` stops a stage when the loss of held-out rows has not fallen
    so many times in a row (0: never). A killed stage goes on from the last multiple of `checkpoint_steps`.

    `probe` asks the base model first, and of facts that it knows trains two rows only. `held_out` is the share of the
    newest words that is never trained on. An adapter is trained anew when `retrain` of its rows are new.
    """

    base_model: str = "smollm2-135m"
    curriculum: Literal["continue", "stack", "joint", "facts_only", "style_only"] = "continue"
    rank: int = Field(default=16, ge=1, le=512)
    rslora: bool = False
    dora: bool = False
    quantize: Literal["none", "4bit"] = "none"
    batch_size: int = Field(default=8, ge=1)
    accumulation: int = Field(default=1, ge=1)
    max_length: int = Field(default=512, ge=32)
    packing: bool = False
    gradient_checkpointing: bool = False
    patience: int = Field(default=0, ge=0)
    checkpoint_steps: int = Field(default=100, ge=1)
    probe: bool = True
    retrain: float = Field(default=0.05, ge=0, le=1)
    seed: int = Field(default=0, ge=0)
    held_out: float = Field(default=0.1, ge=0.0, lt=1)
    style: StyleStage = StyleStage()
    facts: FactsStage = FactsStage()

    @model_validator(mode="before")
    @classmethod
    def _as_the_preset_has_it(cls, values: Any) -> Any:
        return with_preset(values) if isinstance(values, dict) else values

    @model_validator(mode="after")
    def _what_can_be_stacked(self) -> Self:
        if self.curriculum == "stack" and (self.dora or self.quantize != "none"):
            raise ValueError('curriculum = "stack" works with plain LoRA alone: without dora, with quantize = "none"')
        return self


class Evaluate(Section):
    """`questions` is a JSONL file of held-out phrasings: question, answers, evidence (the words that carry it).

    With `seeds` above 1 the adapters are trained as often, each time with the next seed, and the scores come with their
    mean and spread. `turns` is how long a talk is held to see whether the manner drifts (0: not at all).
    """

    questions: SourcePath | None = None
    seeds: int = Field(default=1, ge=1, le=20)
    turns: int = Field(default=16, ge=0, le=64)


class Vits(Section):
    """The voice export: seconds of the shortest and longest clip, and Hz. VITS drops clips beyond 0.37 to 11.61 s."""

    sampling_rate: int = Field(default=22_050, ge=8_000, le=48_000)
    shortest: float = Field(default=1.0, ge=0.4)
    longest: float = Field(default=10.0, le=11.6)


class Export(Section):
    """What is exported, each into its own folder of exports/.

    `formats` are trainers of voices, `models` are servers that the persona is made ready for, `trainers` are other
    programs that can train it: they get the dataset and a configuration for each stage.
    """

    formats: tuple[Trainer, ...] = ("vits",)
    models: tuple[Literal["vllm", "ollama"], ...] = ()
    trainers: tuple[Literal["llama-factory", "axolotl"], ...] = ()


class Budget(Section):
    """The most that one workspace may ever spend, in US dollars."""

    usd: Decimal = Field(default=Decimal(0), ge=0)
