import re

import pytest

from augment.english.grammar import (
    first_person,
    is_finite,
    is_plural,
    is_surely_finite,
    join,
    lowered,
    past_of,
    second_person,
    third_of,
    tokenize,
)

NAME = re.compile(r"(?<!\w)(?:Ada Roe|Roe)(?!\w)")


@pytest.mark.parametrize(
    ("third", "first", "second"),
    [
        ("is", "am", "are"),
        ("was", "was", "were"),
        ("were", "was", "were"),
        ("has", "have", "have"),
        ("does", "do", "do"),
        ("doesn't", "don't", "don't"),
        ("isn't", "am not", "aren't"),
        ("writes", "write", "write"),
        ("teaches", "teach", "teach"),
        ("studies", "study", "study"),
        ("moved", "moved", "moved"),
        ("read", "read", "read"),
        ("would", "would", "would"),
    ],
)
def test_verbs_change_person(third: str, first: str, second: str) -> None:
    assert (first_person(third), second_person(third)) == (first, second)


@pytest.mark.parametrize(
    ("past", "base"),
    [
        ("moved", "move"),
        ("left", "leave"),
        ("found", "find"),
        ("founded", "found"),
        ("saw", "see"),
        ("squished", "squish"),
        ("was", ""),
        ("tower", ""),
    ],
)
def test_past(past: str, base: str) -> None:
    assert past_of(past) == base


def test_word_classes() -> None:
    assert third_of("lives") == "live"
    assert is_finite("may")
    assert not is_finite("May")
    assert is_surely_finite("became")
    assert not is_surely_finite("patents")
    assert is_plural("children")
    assert not is_plural("physics")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ada Roe's dog", ["Ada Roe", "'s", "dog"]),
        ("Mrs. Roe didn't pay $1,500.", ["Mrs.", "Roe", "didn't", "pay", "$", "1,500", "."]),
        ("in the U.S. since 1899–1900", ["in", "the", "U.S.", "since", "1899–1900"]),
        ("a well-known, 60-cycle motor", ["a", "well-known", ",", "60-cycle", "motor"]),
    ],
)
def test_tokens_join_to_the_text(text: str, tokens: list[str]) -> None:
    found = tokenize(text, NAME)
    assert [token.text for token in found] == tokens
    assert join(found) == text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("In 1881, I moved", "in 1881, I moved"),
        ("I moved", "I moved"),
        ("Engineers came", "engineers came"),
        ("Graz was far", "Graz was far"),
        ("My father wrote", "my father wrote"),
        ("Modern scholarship says", "modern scholarship says"),
        ("Edison paid", "Edison paid"),
    ],
)
def test_lowered(text: str, inside: str) -> None:
    assert lowered(text) == inside
