"""Words for voices, by captions and by Whisper: a tiny model with random weights, built, saved and converted as a real
one is, and opened through the settings that a user would write.
"""

import logging
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.captions import Caption
from extractors.voice import transcription, whisper
from extractors.voice.audio import Waveform, write_flac
from extractors.voice.transcription import (
    NEAR,
    CaptionTranscriber,
    Transcriber,
    WhisperTranscriber,
    caption_words,
    interpolate_words,
    join_words,
    match_names,
    open_transcriber,
    spoken_segments,
    voice_at,
    words_around,
)
from likeness.errors import MissingExtra, SettingsError
from likeness.records import Recording, Rejected, Segment, Turn, Word
from likeness.sections import Voice
from likeness.workspace import Workspace


def recording(**known: object) -> Recording:
    return Recording.model_validate(
        {"url": "https://e", "sha256": "0", "title": "t", "path": "p", "sampling_rate": 16_000, "duration": 60, **known}
    )


def turn(start: float, end: float, speaker: str) -> Turn:
    return Turn(recording="r", start=start, end=end, speaker=speaker)


def caption(start: float, end: float, text: str, speaker: str | None = None, step: float | None = None) -> Caption:
    words = (
        [Word(start=start + i * step, end=start + (i + 1) * step, text=word) for i, word in enumerate(text.split())]
        if step
        else []
    )
    return Caption(start=start, end=end, text=text, speaker=speaker, words=tuple(words))


TURNS = [turn(0, 4, "host"), turn(4.3, 9, "guest"), turn(9.2, 12, "host")]


def said(captions: list[Caption], turns: list[Turn] = TURNS) -> list[tuple[str, str]]:
    rows = spoken_segments(recording(), captions, turns)
    return [(row.speaker, row.text) if isinstance(row, Segment) else (row.reason, row.row["text"]) for row in rows]


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        # Word times decide.
        ([caption(3, 6, "you grew up there I did", step=0.4)], [("host", "you grew up"), ("guest", "there I did")]),
        # A whole sentence is not torn by a word that is timed late.
        (
            [caption(0, 4.6, "So where did you grow up exactly, if I may ask?", step=0.46)],
            [("host", "So where did you grow up exactly, if I may ask?")],
        ),
        # Without word times they are spread over the speech.
        (
            [caption(0, 4, "Where was that?"), caption(4.3, 9, "In Leeds.")],
            [("host", "Where was that?"), ("guest", "In Leeds.")],
        ),
        # A name wins over the time.
        (
            [caption(0, 4, "Where?", "Ann"), caption(4.3, 9, "In Leeds.", "Bo"), caption(9.3, 10, "Right.", "Bo")],
            [("host", "Where?"), ("guest", "In Leeds."), ("guest", "Right.")],
        ),
        # A name without a voice of its own is nobody else's.
        (
            [caption(4.3, 9, "In Leeds.", "Bo"), caption(5, 5.5, "Oh!", "Cy")],
            [("guest", "In Leeds."), ("Cy", "Oh!")],
        ),
        # Two speak at once: each caption stays whole, whatever the turns say.
        (
            [caption(0, 5, "Do you still go out? You rather like it."), caption(4.2, 9, "There is nothing like it.")],
            [("host", "Do you still go out? You rather like it."), ("guest", "There is nothing like it.")],
        ),
        # Words where nobody was heard.
        ([caption(20, 22, "la la la")], [("outside_turns", "la la la")]),
        # A long pause ends a segment.
        (
            [caption(0, 1, "First.", step=0.5), caption(3.5, 4, "Second.", step=0.5)],
            [("host", "First."), ("host", "Second.")],
        ),
    ],
)
def test_words_go_to_the_voice_that_says_them(captions: list, expected: list) -> None:
    assert said(captions) == expected


def test_each_name_is_one_voice() -> None:
    captions = [caption(0, 4, "a", "Ann"), caption(3.5, 9, "b", "Bo"), caption(9, 12, "c", "Ann")]
    assert match_names(captions, TURNS) == {"Ann": "host", "Bo": "guest"}
    assert match_names(captions, []) == {}


def test_interpolated_words_fill_the_speech_and_leave_the_pause_out() -> None:
    words = list(interpolate_words(caption(0, 12, "aaaa bbbb cccc"), [turn(0, 2, "a"), turn(10, 12, "a")]))
    assert [word.text for word in words] == ["aaaa", "bbbb", "cccc"]
    assert (words[0].start, words[-1].end) == (0, 12)
    assert words[0].end < 2 and words[2].start > 10
    assert all(word.end >= word.start for word in words)
    assert list(interpolate_words(caption(0, 1, ""), [])) == []


def test_the_nearest_turn_is_taken_and_the_shorter_of_two() -> None:
    overlapped = [turn(0, 10, "long"), turn(4, 5, "short")]
    assert [voice_at(time, overlapped) for time in (4.5, 6, 10.4, 11)] == ["short", "long", "long", None]
    assert voice_at(1, []) is None


def test_captions_of_a_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ada")
    transcriber = open_transcriber(Voice(), workspace)
    assert reasons(transcriber, recording()) == ["no_captions"]
    assert reasons(transcriber, recording(captions="raw/gone.vtt")) == ["captions_unreadable"]
    rows = list(transcriber.transcribe(captioned(workspace), TURNS))
    assert [(row.speaker, row.text, row.confidence) for row in rows if isinstance(row, Segment)] == [
        ("host", "Where was that?", None),
        ("guest", "In Leeds.", None),
    ]


def test_captions_bear_witness_beside_another_transcript(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ada")
    words = caption_words(workspace, captioned(workspace), TURNS)
    assert words_around(words, 5, 9) == "that? In Leeds."
    assert words_around(words, 20, 30) == ""
    assert caption_words(workspace, recording(), TURNS) == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("In Leeds.", "In Leeds."),
        (
            "\u6211 \u5728 \u5317 \u4eac\uff0c \u5728 BBC \u5de5 \u4f5c\u3002",
            "\u6211\u5728\u5317\u4eac\uff0c\u5728 BBC \u5de5\u4f5c\u3002",
        ),
        ("\uc548\ub155 \ud558\uc138\uc694", "\uc548\ub155 \ud558\uc138\uc694"),
    ],
)
def test_words_are_joined_as_their_script_has_it(words: str, text: str) -> None:
    assert join_words([Word(start=0, end=1, text=word) for word in words.split()]) == text


def captioned(workspace: Workspace) -> Recording:
    path = workspace.path("raw", "talk.vtt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>Where was that?\n\n00:04.300 --> 00:09.000\n<v Bo>In Leeds.\n"
    )
    return recording(captions="raw/talk.vtt", path="audio/talk.flac", sampling_rate=22_050)


def reasons(transcriber: Transcriber, spoken: Recording) -> list[str]:
    return [row.reason for row in transcriber.transcribe(spoken, TURNS) if isinstance(row, Rejected)]


LANGUAGES = ("<|en|>", "<|de|>", "<|zh|>")
MARKS = (
    *("<|endoftext|>", "<|startoftranscript|>", *LANGUAGES, "<|translate|>", "<|transcribe|>"),
    *("<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"),
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Whisper model of one layer that babbles in letters, in ctranslate2's format."""
    from ctranslate2.converters import TransformersConverter
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    from torch import manual_seed, no_grad, randn
    from transformers import (
        PreTrainedTokenizerFast,
        WhisperConfig,
        WhisperFeatureExtractor,
        WhisperForConditionalGeneration,
    )

    folder = tmp_path_factory.mktemp("whisper")
    tokens = Tokenizer(models.BPE({c: i for i, c in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}, []))
    tokens.pre_tokenizer, tokens.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    tokens.add_special_tokens([AddedToken(mark, special=True) for mark in MARKS])
    tokens.add_tokens([AddedToken(f"<|{step * 0.02:.2f}|>") for step in range(1501)])
    PreTrainedTokenizerFast(tokenizer_object=tokens, unk_token=MARKS[0]).save_pretrained(folder)
    WhisperFeatureExtractor().save_pretrained(folder)
    end, start = (tokens.token_to_id(mark) for mark in MARKS[:2])
    manual_seed(0)
    whisper_model = WhisperForConditionalGeneration(
        WhisperConfig(
            vocab_size=tokens.get_vocab_size(),
            d_model=32,
            encoder_layers=1,
            decoder_layers=1,
            encoder_attention_heads=2,
            decoder_attention_heads=2,
            encoder_ffn_dim=32,
            decoder_ffn_dim=32,
            pad_token_id=end,
            bos_token_id=end,
            eos_token_id=end,
            decoder_start_token_id=start,
        )
    )
    spoken = [tokens.token_to_id(char) for char in "abcdefghi.\u0120\u0120"]
    with no_grad():  # what it can say is letters, full stops and spaces
        whisper_model.model.decoder.embed_tokens.weight.zero_()
        whisper_model.model.decoder.embed_tokens.weight[spoken] = randn(len(spoken), 32)
    settings = whisper_model.generation_config
    settings.suppress_tokens, settings.begin_suppress_tokens, settings.alignment_heads = [], [], [[0, 0], [0, 1]]
    settings.lang_to_id = {mark: tokens.token_to_id(mark) for mark in LANGUAGES}
    whisper_model.save_pretrained(folder)
    files = ["tokenizer.json", "preprocessor_config.json"]
    return Path(TransformersConverter(str(folder), copy_files=files).convert(str(folder / "converted")))


@pytest.fixture
def talked(tmp_path: Path, talk: Callable[..., Waveform]) -> Workspace:
    workspace = Workspace(tmp_path, "ada")
    write_flac(
        workspace.path("audio", "talk.flac"),
        talk([("low", 4), ("", 0.3), ("high", 4.7), ("", 0.2), ("low", 2.8)], 22_050),
    )
    return workspace


@pytest.mark.parametrize("engine", ["captions", "whisper"])
def test_every_transcriber(engine: str, talked: Workspace, model: Path) -> None:
    settings = Voice.model_validate({"transcribe": engine, "transcribe_model": str(model), "device": "cpu"})
    transcriber = open_transcriber(settings, talked, "en", ["Ada Lovelace"])
    rows = list(transcriber.transcribe(captioned(talked), TURNS))
    segments = [row for row in rows if isinstance(row, Segment)]
    assert segments and all(row.text == join_words(row.words) for row in segments)
    assert [row.start for row in segments] == sorted(row.start for row in segments)
    for segment in segments:
        assert (segment.parents, segment.recording) == ((captioned(talked).id,), captioned(talked).id)
        turns = [turn for turn in TURNS if turn.speaker == segment.speaker]
        assert min(turn.start for turn in turns) - NEAR <= segment.start <= segment.end
        assert segment.end <= max(turn.end for turn in turns) + NEAR
        assert segment.start == segment.words[0].start and segment.words[-1].end == segment.end
        assert all(before.start <= after.start and word_is_sound(after) for before, after in pairwise(segment.words))
    assert {row.confidence is None for row in segments} == {engine == "captions"}
    again = transcriber.transcribe(captioned(talked), TURNS)
    assert rows == list(again)
    assert list(transcriber.transcribe(captioned(talked), [])) == [] or engine == "captions"


def word_is_sound(word: Word) -> bool:
    return word.start <= word.end and 0 <= word.probability <= 1 and word.text == word.text.strip() != ""


def test_a_model_is_loaded_once_and_told_the_names(talked: Workspace, model: Path) -> None:
    settings = Voice(transcribe="whisper", transcribe_model=str(model), glossary=("COBOL", "Ada"))
    first = open_transcriber(settings, talked, "en-GB", ["Ada Lovelace", "Ada"])
    second = open_transcriber(settings, talked, "auto")
    assert isinstance(first, WhisperTranscriber) and isinstance(second, WhisperTranscriber)
    assert first.whisper.model is second.whisper.model
    assert (first.whisper.hot_words, first.whisper.language) == ("Ada Lovelace, Ada, COBOL", "en")
    assert (second.whisper.hot_words, second.whisper.language) == ("COBOL, Ada", None)
    assert [row.recording for row in second.transcribe(captioned(talked), TURNS) if isinstance(row, Segment)]
    with pytest.raises(SettingsError, match="does not know 'tlh'"):
        open_transcriber(settings, talked, "tlh")


def test_auto_takes_whisper_only_if_its_model_is_at_hand(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    workspace = Workspace(tmp_path, "ada")
    at_hand = Voice(transcribe="auto", transcribe_model=str(model))
    assert isinstance(open_transcriber(at_hand, workspace), WhisperTranscriber)
    for module in (whisper, transcription):
        monkeypatch.setattr(module, "find_model", lambda name: None)
    assert isinstance(open_transcriber(Voice(transcribe="auto"), workspace), CaptionTranscriber)
    assert [record.message.partition(",")[0] for record in caplog.records if "auto" in record.message] == [
        "transcribe = auto: whisper",
        "transcribe = auto: captions",
    ]
    with pytest.raises(MissingExtra, match="download_model"):
        open_transcriber(Voice(transcribe="whisper"), workspace)
