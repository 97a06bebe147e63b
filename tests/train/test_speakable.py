import pytest

from train.speakable import SIGNS, one_line, speakable


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
        ("well done \U0001f44d\U0001f3fd\U0001f389!", "well done !"),
        ("we \u2764\ufe0f it", "we it"),
        ("first 1\ufe0f\u20e3, then", "first one , then"),
        ("", ""),
    ],
)
def test_english(text: str, spoken: str) -> None:
    assert speakable(text, "en") == spoken
    assert not SIGNS.search(spoken)


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


@pytest.mark.parametrize(
    ("text", "sign"),
    [("B2B", "2"), ("a@b", "@"), ("5 \u20ac", "5"), ("\u00bd past", "\u00bd"), ("\uff05", "\uff05"), ("fine.", "")],
)
def test_what_is_still_to_be_said(text: str, sign: str) -> None:
    found = SIGNS.search(text)
    assert (found[0] if found else "") == sign


def test_one_line_has_no_field_separators() -> None:
    assert one_line("\ufeffa|b\tc\nd\r\n  e ") == "a b c d e"
    assert one_line("a\u2028b\x0bc\x00\x1b \u200b d\ud800") == "a b c d"
