import pytest

from augment.merging.meanings import meaning_of, said
from augment.person import Person

VOSS = Person("Ida Voss", ("Ida Voss", "Voss", "伊達·沃斯"), "she")


def test_a_claim_is_a_core_with_phrases_and_times() -> None:
    meaning = meaning_of("In 1906 Ida Voss was born in New York City, the third of five children.", VOSS)
    assert meaning.core == ("@", "was", "born")
    assert meaning.phrases == {("in", "new", "york", "city"), ("#3th", "of", "#5", "children")}
    assert meaning.times == {("1906", "1906")} == {meaning.valid}
    assert meaning.named == {"new", "york", "city"}


@pytest.mark.parametrize(
    ("claim", "core"),
    [
        ("During Ida Voss's first year, Voss kept bees.", "@ kept bees"),
        ("In Lund Ida Voss kept bees.", "@ kept bees"),
        ("In 1890, at the age of 35, Ida Voss kept bees.", "@ kept bees"),
        ("Ida Voss couldn't sleep.", "@ could not sleep"),
        ("Ida Voss, Hale's aunt, kept bees.", "@"),
        ("Ida Voss owned eighty-four hives.", "@ owned #84 hives"),
        ("Ida Voss owned 1,500 hives.", "@ owned #1500 hives"),
        ("Voss", "@"),
        ("...", ""),
    ],
)
def test_the_core(claim: str, core: str) -> None:
    assert " ".join(meaning_of(claim, VOSS).core) == core


def test_chinese_has_a_core_alone() -> None:
    meaning = meaning_of("1906年，伊達·沃斯出生於隆德。", VOSS)
    assert (meaning.language, meaning.core, meaning.phrases) == ("zh", ("@出生于隆德",), frozenset())
    assert meaning.times == {("1906", "1906")}


def test_said_is_blind_to_marks_and_capitals() -> None:
    assert said("Voss kept  Bees.") == said("voss kept bees")
