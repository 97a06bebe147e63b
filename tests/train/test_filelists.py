"""Which clips each trainer would drop or mispronounce, and how lists are split."""

import pytest

from likeness.persona import Persona
from likeness.records import Clip, Rejected
from likeness.sections import Rights, Trainer, Vits
from train.filelists import RULES, Line, check_clip, fields, language_tag, rules_for, split_lines

RATE = 48_000
SENTENCE = "Good evening to all of you who came here tonight."


def clip(text: str = SENTENCE, start: float = 0.0, seconds: float = 4.0, recording: str = "a", **more: float) -> Clip:
    return Clip(
        path=f"audio/clips/{recording}/{start}.flac",
        recording=recording,
        start=start,
        end=start + seconds,
        text=text,
        similarity=0.9,
        snr_db=30,
        sampling_rate=RATE,
        duration=seconds,
        **more,
    )


def persona(language: str = "en", **more: object) -> Persona:
    return Persona(name="Ada Quill", rights=Rights(basis="made up"), language=language, **more)


@pytest.mark.parametrize(
    ("trainer", "given", "reason"),
    [
        ("vits", clip(), None),
        ("vits", clip(seconds=11.6), None),
        ("vits", clip(seconds=0.37), "too_short_for_vits"),
        ("vits", clip(seconds=11.63), "too_long_for_vits"),
        ("vits", clip(""), "no_text"),
        ("vits", clip(" ... "), "no_text"),
        ("vits", clip("\U0001f600\ufe0f \u2764"), "no_text"),
        ("vits", clip("word " * 40), "text_too_long"),
        ("vits", clip("1,234,567 " * 4), "text_too_long"),  # short as written, long as spoken
        ("vits", clip("ask me@example.org"), "unspeakable_sign"),
        ("gpt-sovits", clip(seconds=0.6, text="Right."), "too_short_for_gpt_sovits"),
        ("gpt-sovits", clip(seconds=0.65, text="Right."), None),
        ("gpt-sovits", clip(SENTENCE * 10, seconds=53.9), None),
        ("gpt-sovits", clip(SENTENCE * 10, seconds=54.0), "too_long_for_gpt_sovits"),
        ("gpt-sovits", clip("Well.", seconds=4.0), "words_do_not_fill"),  # 3 phonemes in 4 s
        ("gpt-sovits", clip(SENTENCE, seconds=1.0), "words_do_not_fill"),  # 31 phonemes in 1 s
        ("gpt-sovits", clip("word " * 40, seconds=12.0), None),
        ("gpt-sovits", clip("Come to B2B in the morning."), None),  # it reads digits itself
        ("gpt-sovits", clip("Half of it_all, and then \u2030 more."), "unspeakable_sign"),
        ("style-bert-vits2", clip(seconds=0.37), "too_short_for_style_bert_vits2"),
        ("style-bert-vits2", clip(seconds=11.63), "too_long_for_style_bert_vits2"),
        ("style-bert-vits2", clip("word " * 40), None),
        ("piper", clip(seconds=0.3), "too_short_for_piper"),
        ("piper", clip(seconds=12), None),
        ("piper", clip("Read [[this]] out."), "unspeakable_sign"),  # espeak's phoneme codes
        ("piper", clip("ask me@example.org"), None),
        ("ljspeech", clip(seconds=0.3), "too_short_for_ljspeech"),
        ("ljspeech", clip("Room B2 is free."), "unspeakable_sign"),
        ("audiofolder", clip(seconds=0.3), None),
        ("audiofolder", clip(""), "no_text"),
        ("audiofolder", clip("Room B2 @ 5."), None),
    ],
)
def test_check_clip(trainer: Trainer, given: Clip, reason: str | None) -> None:
    row = check_clip(given, trainer, persona())
    assert (row.reason if isinstance(row, Rejected) else None) == reason


@pytest.mark.parametrize(
    ("trainer", "language", "tag"),
    [
        ("gpt-sovits", "en-GB", "en"),
        ("gpt-sovits", "zh-Hans", "zh"),
        ("gpt-sovits", "zh-yue", "yue"),
        ("gpt-sovits", "ko", "ko"),
        ("gpt-sovits", "de", None),
        ("style-bert-vits2", "ja", "JP"),
        ("style-bert-vits2", "zh", "ZH"),
        ("style-bert-vits2", "en", "EN"),
        ("style-bert-vits2", "ko", None),
        ("style-bert-vits2", "yue", None),
        ("piper", "de-AT", "de"),
        ("vits", "tlh", "tlh"),
    ],
)
def test_languages(trainer: Trainer, language: str, tag: str | None) -> None:
    assert language_tag(RULES[trainer], language) == tag
    row = check_clip(
        clip("\u4eca\u665a\u5927\u5bb6\u597d\uff0c\u6b22\u8fce\u6765\u5230\u8fd9\u91cc"), trainer, persona(language)
    )
    assert (row.reason if isinstance(row, Rejected) else "") == ("" if tag else "language_not_supported")


def test_digits_of_a_language_without_spelling_are_left_to_trainers_that_read_them() -> None:
    chinese = clip("\u4eca\u665a20\u4e2a\u4eba\u6765\u5230\u8fd9\u91cc")
    assert isinstance(check_clip(chinese, "gpt-sovits", persona("zh")), Line)
    assert isinstance(check_clip(chinese, "style-bert-vits2", persona("zh")), Line)
    assert isinstance(check_clip(chinese, "vits", persona("zh")), Rejected)


def test_a_line_has_no_separators_and_opens_with_no_quotation_mark() -> None:
    row = check_clip(clip('\ufeff"So," he said |\t"in 1906\n \U0001f389 we left."'), "ljspeech", persona())
    assert isinstance(row, Line)
    assert row.raw == 'So," he said "in 1906 \U0001f389 we left."'
    assert row.text == "So, he said in nineteen oh-six we left."


def test_rules_take_the_rate_of_the_persona_for_vits_and_its_slug() -> None:
    assert rules_for("vits", persona(vits=Vits(sampling_rate=16_000))).sampling_rate == 16_000
    assert rules_for("piper", persona(vits=Vits(sampling_rate=16_000))).sampling_rate == 22_050
    assert rules_for("style-bert-vits2", persona()).root == "Data/ada-quill"


@pytest.mark.parametrize("dnsmos", [None, 3.1])
def test_fields_say_what_is_known_of_a_clip(dnsmos: float | None) -> None:
    one = clip(dnsmos=dnsmos)  # type: ignore[arg-type]
    told = fields(Line(one, "raw", "text"), RULES["style-bert-vits2"], persona(), "https://e/a")
    assert (told["id"], told["speaker"], told["language"], told["source"]) == (one.id, "ada-quill", "EN", "https://e/a")
    assert told.get("dnsmos") == dnsmos


def lines(*clips: Clip) -> list[Line]:
    return [Line(one, one.text, one.text) for one in clips]


def test_a_recording_is_trained_on_or_validated_with() -> None:
    of_three = lines(
        *(clip(start=i * 3, recording=name) for name, count in [("a", 9), ("b", 7), ("c", 2)] for i in range(count))
    )
    train, val = split_lines(of_three)
    assert {line.clip.recording for line in val} == {"c"}
    assert {line.clip.recording for line in train} == {"a", "b"}
    assert len(train) + len(val) == 18


@pytest.mark.parametrize(("count", "in_val"), [(0, 0), (1, 0), (2, 1), (10, 1), (30, 3)])
def test_of_one_recording_the_last_clips_are_held_out(count: int, in_val: int) -> None:
    train, val = split_lines(lines(*(clip(start=i * 3) for i in reversed(range(count)))))
    assert len(val) == in_val
    assert [line.clip.start for line in train + val] == [i * 3 for i in range(count)]
