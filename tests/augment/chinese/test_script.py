import pytest

from augment.chinese.script import in_script_of, is_traditional, plain


@pytest.mark.parametrize("text", ["後來他乾脆離開了頤和園", "艾拉•諾爾德（Ella）", "接著，著作等身。"])
def test_the_plain_form_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_dots_and_brackets_are_of_one_kind() -> None:
    assert plain("艾拉•諾爾德(Ella)") == "艾拉·诺尔德（Ella）"


@pytest.mark.parametrize(("text", "traditional"), [("燈塔熄滅了", True), ("灯塔熄灭了", False), ("在山上", False)])
def test_the_script_of_a_text(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional


def test_own_words_are_written_in_the_script_of_the_text() -> None:
    assert in_script_of("什么时候", "燈塔熄滅了") == "什麼時候"
    assert in_script_of("什么时候", "灯塔熄灭了") == "什么时候"
