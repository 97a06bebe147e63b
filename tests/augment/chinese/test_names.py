import pytest

from augment.chinese.names import find_names, forms
from augment.chinese.reading import find_own
from augment.chinese.script import plain
from augment.person import Person
from tests.augment.chinese.people import FUMIO, LIN, NORD


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("艾拉·诺尔德", {"艾拉·诺尔德", "诺尔德"}),
        ("艾拉•諾爾德", {"艾拉·诺尔德", "诺尔德"}),
        ("林望舒", {"林望舒"}),
        ("林望舒 (測量學家)", {"林望舒"}),
        ("高桥文雄", {"高桥文雄", "文雄"}),
        ("明德太后", {"明德太后", "明德"}),  # not 太后 alone, as if it were a given name
        ("卡尔三世", {"卡尔三世", "卡尔"}),
        ("Ella_Nord", set()),
    ],
)
def test_the_forms_of_a_name(name: str, expected: set[str]) -> None:
    assert forms(name) == expected


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        (NORD, "诺尔德离开了。", ["诺尔德"]),
        (NORD, "艾拉·玛丽·诺尔德离开了。", ["艾拉·玛丽·诺尔德"]),
        (NORD, "诺尔德博士离开了。", ["诺尔德博士"]),
        (NORD, "彼得·诺尔德离开了。", []),  # somebody else
        (NORD, "诺尔德奖学金创立了。", []),  # a thing
        (NORD, "岛上的学院命名为诺尔德。", []),
        (NORD, "报上写着“诺尔德到了”。", []),
        (NORD, "艾拉喜欢海。", ["艾拉"]),
        (NORD, "艾拉·霍尔姆喜欢海。", []),
        (FUMIO, "高桥于1956年登上剑岳。", ["高桥"]),
        (FUMIO, "高桥健一是他的堂兄。", []),  # another of the family
        (Person("卡尔三世", ("卡尔三世",), "he"), "卡尔离开了。", ["卡尔"]),
        (Person("卡尔三世", ("卡尔三世",), "he"), "卡尔一世是卡尔三世的祖父。", ["卡尔三世"]),
    ],
)
def test_where_a_text_names_the_person(person: Person, text: str, found: list[str]) -> None:
    flat = plain(text)
    assert [flat[mention.start : mention.end] for mention in find_own(flat, person)] == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("林望舒，字子期，號雲樵，浙江紹興人。", ("子期", "雲樵")),
        ("林望舒（又名林遠帆），測量學家。", ("林遠帆",)),
        ("林望舒是測量學家，號稱江南第一。", ()),
        ("許仲平，字子期。", ()),  # somebody else's
    ],
)
def test_names_that_a_first_sentence_introduces(text: str, names: tuple[str, ...]) -> None:
    assert find_names([text], LIN) == names


@pytest.mark.parametrize("text", ["林望舒辭官，回到北岸。", "林望舒做實驗，失敗了。", "林望舒登北山，遇雨而還。"])
def test_what_somebody_did_is_no_name(text: str) -> None:
    assert find_names([text], LIN) == ()
