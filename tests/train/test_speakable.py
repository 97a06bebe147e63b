import pytest

from train.speakable import one_line, speakable, unsaid


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (
            "In 1906 it cost $2.5 million, 5% more.",
            "In nineteen oh-six it cost two point five million dollars, five percent more.",
        ),
        ("$1, $3.50 and £1,000.00", "one dollar, three dollars and fifty cents and one thousand pounds"),
        ("the 1990s, the 1900s", "the nineteen nineties, the nineteen hundreds"),
        ("at 10:05, 9:00 and 23:30", "at ten oh five, nine o'clock and twenty-three thirty"),
        ("on May 21st, 2009.", "on May twenty-first, two thousand and nine."),
        ("3,000.5 men", "three thousand point five men"),
        ("It was -5 then, 2-1 now", "It was minus five then, two-one now"),
        ("\u201cYes,\u201d he said \u2026 'twas O\u2019Neil", "Yes, he said ... 'twas O'Neil"),
        ("salt & pepper", "salt and pepper"),
        ("nothing to say", "nothing to say"),
        ("", ""),
    ],
)
def test_english(text: str, spoken: str) -> None:
    assert speakable(text, "en") == spoken
    assert unsaid(spoken) == ""


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [
        ("mit 21 Leuten", "de", "mit einundzwanzig Leuten"),
        ("en 1998", "fr", "en mille neuf cent quatre-vingt-dix-huit"),
        ("\u4e8c\u5341 20", "zh", "\u4e8c\u5341 20"),  # num2words has no Chinese
    ],
)
def test_other_languages(text: str, language: str, spoken: str) -> None:
    assert speakable(text, language) == spoken


@pytest.mark.parametrize(("text", "sign"), [("B2B", "2"), ("a@b", "@"), ("5 \u20ac", "5"), ("fine.", "")])
def test_what_is_still_to_be_said(text: str, sign: str) -> None:
    assert unsaid(text) == sign


def test_one_line_has_no_field_separators() -> None:
    assert one_line("\ufeffa|b\tc\nd\r\n  e ") == "a b c d e"
