import pytest

from extractors.speaker_names import named_labels, persons_labels, without_phone_numbers

TRUMP = ("Donald Trump",)


@pytest.mark.parametrize(
    ("labels", "names", "pronouns", "expected"),
    [
        (["Donald J Trump", "Lester Holt"], TRUMP, "he", {"Donald J Trump"}),
        (["TRUMP", "HOLT"], TRUMP, "he", {"TRUMP"}),
        (["MR. TRUMP", "Mr. Holt"], TRUMP, "he", {"MR. TRUMP"}),
        (["PRESIDENT DONALD J. TRUMP (R)", "Q"], TRUMP, "he", {"PRESIDENT DONALD J. TRUMP (R)"}),
        (["trump", "Donald Trump"], TRUMP, "he", {"trump", "Donald Trump"}),
        (["D. Trump", "I. Trump"], TRUMP, "he", {"D. Trump"}),
        (["Trump, Donald"], ("Donald Trump",), "he", {"Trump, Donald"}),
        (["Donald Trump Jr.", "Eric Trump"], TRUMP, "he", set()),
        (["MRS. TRUMP"], TRUMP, "he", set()),
        (["MRS. TRUMP"], TRUMP, "they", {"MRS. TRUMP"}),
        (["TRUMP", "Melania Trump"], TRUMP, "he", set()),
        (["Mr. Clinton", "Hillary R Clinton"], ("Hillary Clinton",), "she", {"Hillary R Clinton"}),
        (["SECRETARY CLINTON"], ("Hillary Clinton",), "she", {"SECRETARY CLINTON"}),
        (["Donald", "Ann"], TRUMP, "he", {"Donald"}),
        (["Donald", "Donald Duck"], TRUMP, "he", {"Donald"}),
        (["DT", "LH"], TRUMP, "he", {"DT"}),
        (["D.T.", "D.L."], TRUMP, "he", {"D.T."}),
        (["Dt"], TRUMP, "he", set()),
        (["van Gogh"], ("Vincent van Gogh",), "he", {"van Gogh"}),
        (["鄭成功", "记者"], ("鄭成功",), "he", {"鄭成功"}),
        (["Zoë O\u2019Hara"], ("ZOË O'HARA",), "she", {"Zoë O\u2019Hara"}),
        (["", "+49 171 2345678"], TRUMP, "he", set()),
        (["Ada"], ("Ada",), "she", {"Ada"}),
    ],
)
def test_the_person_is_found_among_the_speakers(
    labels: list[str], names: tuple[str, ...], pronouns: str, expected: set[str]
) -> None:
    assert persons_labels(labels, names, pronouns) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [(("A",), {"A"}), (("a", "guest"), {"A", "GUEST"}), (("Guest (via phone)",), {"GUEST"}), (("nobody",), set())],
)
def test_named_speakers_are_taken_as_named(given: tuple[str, ...], expected: set[str]) -> None:
    assert named_labels(["Q", "A", "GUEST"], given) == expected


@pytest.mark.parametrize(
    "number", ["+49 171 2345678", "(555) 010-4477", "+1\u00a0555\u2011010\u20114477", "01712345678"]
)
def test_telephone_numbers_are_not_told(number: str) -> None:
    assert without_phone_numbers(f"Ann, {number}") == "Ann, a phone number"


def test_years_are_no_telephone_numbers() -> None:
    assert without_phone_numbers("Class of 1999") == "Class of 1999"
