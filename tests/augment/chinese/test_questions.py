import pytest

from augment.chinese.rules import answer
from tests.augment.chinese.people import LIN, NORD


def asked(claim: str) -> list[str]:
    person = LIN if "林望舒" in claim else NORD
    return [question.text for question in answer(claim, person)[1]]


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("1919年，诺尔德毕业于奥斯陆大学。", "你在哪一年毕业于奥斯陆大学？"),
        ("1919年，诺尔德毕业于奥斯陆大学。", "你毕业于哪里？"),
        ("1919年，诺尔德毕业于奥斯陆大学。", "1919年，你做了什么？"),
        ("诺尔德出生于卑尔根。", "你出生于哪里？"),
        ("诺尔德生于1901年3月4日。", "你生于什么时候？"),
        ("诺尔德于1987年去世。", "你在哪一年去世？"),
        ("诺尔德十二岁时离开了卑尔根。", "你几岁的时候离开了卑尔根？"),
        ("诺尔德与彼得·霍尔姆结婚。", "你与谁结婚？"),
        ("诺尔德被克努特·达尔任命为所长。", "你被谁任命为所长？"),
        ("诺尔德的父亲是霍尔格·诺尔德。", "你的父亲是谁？"),
        ("诺尔德发现了三种苔藓。", "你发现了多少种苔藓？"),
        ("诺尔德发现了三种苔藓。", "你发现了什么？"),
        ("诺尔德担任海岸研究所所长。", "你担任什么职务？"),
        ("诺尔德发表小说《北岸》。", "你发表哪部小说？"),
        ("由于战争，诺尔德迁居冰岛。", "你为什么迁居冰岛？"),
        ("诺尔德因失明而离开北岸。", "你为什么离开北岸？"),
        ("诺尔德喜欢北岸的海。", "你喜欢什么？"),
        ("诺尔德享年86岁。", "你享年多少岁？"),
        ("光緒十九年，林望舒考入水師學堂。", "你在哪一年考入水師學堂？"),
        ("林望舒在東京結識了許仲平。", "你在哪裡結識了許仲平？"),
        ("林望舒字子期，號雲樵。", "你字什麼？"),
    ],
)
def test_a_part_of_the_claim_gives_place_to_its_question_word(claim: str, question: str) -> None:
    assert question in asked(claim)


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("诺尔德生于1901年3月4日。", "你生于哪里？"),  # the part behind is a date
        ("诺尔德的著作《北岸志》出版于1952年。", "什么"),
        ("诺尔德发现了一种苔藓。", "多少"),  # an article, not a number
        ("诺尔德发表了1952年的日记。", "哪一年"),  # the year of the diary
        ("诺尔德在1910年海岸展览会上获得奖章。", "你在哪一年"),  # the year is part of the fair's name
        ("诺尔德卸任所长。", "职务"),
    ],
)
def test_a_part_that_does_not_answer_is_not_asked_for(claim: str, wrong: str) -> None:
    assert not any(wrong in question for question in asked(claim))


def test_a_yes_opens_the_answer_of_a_question_of_whether() -> None:
    questions = answer("诺尔德登上了北山。", NORD)[1]
    assert [question.opening for question in questions if question.angle == "whether"] == ["是的，"]


def test_a_denial_is_asked_for_as_one_hears_it() -> None:
    (question,) = [row for row in answer("诺尔德没有登上北山。", NORD)[1] if row.angle == "whether"]
    assert question.text == "听说你没有登上北山，是这样吗？"


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("灯塔改建后，诺尔德没有离开北岸。", "听说灯塔改建后，你没有离开北岸，是这样吗？"),
        ("與許仲平相比，林望舒不善言辭。", "聽說與許仲平相比，你不善言辭，是這樣嗎？"),
    ],
)
def test_every_claim_is_asked_for_in_some_way(claim: str, question: str) -> None:
    assert question in asked(claim)


def test_questions_are_in_the_script_of_the_claim() -> None:
    text = "".join(asked("1921年，林望舒辭去校長職務，創辦望海測量局。"))
    assert "什麼" in text and "什么" not in text and "吗" not in text


def test_a_few_questions_each_once() -> None:
    questions = asked("1919年，诺尔德毕业于奥斯陆大学，与彼得·霍尔姆结婚，发现了三种苔藓，担任海岸研究所所长。")
    assert 5 <= len(questions) <= 10 and len(set(questions)) == len(questions)


@pytest.mark.parametrize("claim", ["1919年，诺尔德毕业于奥斯陆大学。", "林望舒在東京結識了許仲平。"])
def test_nobody_asks_about_the_person_by_name(claim: str) -> None:
    assert not any("诺尔德" in question or "林望舒" in question or "我" in question for question in asked(claim))
