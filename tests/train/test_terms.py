import pytest

from train.terms import is_chinese, names, stem, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When did you move to Graz?", ["mov", "graz"]),
        ("Ada’s 3,500 letters", ["ada", "3500", "letter"]),
        ("Čapek's café", ["capek", "caf"]),
        ("And when was that?", []),
        ("", []),
        ("你搬到海口了吗？", ["搬", "到", "海", "口", "搬到", "到海", "海口"]),
        ("她在1906年出生", ["1906", "年", "出", "生", "年出", "出生"]),
        ("In 1906 出生 NYC", ["1906", "出", "生", "出生", "nyc"]),
    ],
)
def test_a_text_becomes_the_terms_that_are_compared(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ("study", "studies", "studied", "studying"),
        ("move", "moves", "moved", "moving"),
        ("stop", "stopped", "stopping"),
        ("letter", "letters"),
    ],
)
def test_the_forms_of_a_word_are_one_term(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["bus", "class", "1920", "ring", "bed", "münchen", "virus"])
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did you know Bell?", ["bell"]),
        ("Bell knew you. Did he?", []),
        ("did you know bell?", []),
        ("Were you in New York, or at NASA?", ["new", "york"]),
        ("I asked whether I might. Yes?", []),
        ("What of McDonald's?", ["mcdonald"]),
    ],
)
def test_names_are_words_in_capitals_within_a_sentence(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_chinese_is_known_by_its_characters() -> None:
    assert is_chinese("Ada 出生")
    assert not is_chinese("Ada was born, かな")
