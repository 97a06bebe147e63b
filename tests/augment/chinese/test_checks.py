import pytest

from augment.chinese.checks import find_leak, find_mismatch, find_unsupported, is_first_person
from tests.augment.chinese.people import LIN, NORD

EVIDENCE = "1919年5月，诺尔德毕业于奥斯陆大学，随后与化学家彼得·霍尔姆合作，发现了三种苔藓。"
QUESTION = "你在哪里上的大学？"


def codes(answer: str, evidence: str = EVIDENCE, question: str = QUESTION) -> set[str]:
    person = LIN if "林望舒" in evidence else NORD
    return {code for code, _ in find_unsupported(answer, evidence, question, person)}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("我毕业于奥斯陆大学。", True),
        ("那是在1919年。", True),
        ("在奥斯陆。", True),
        ("她毕业于奥斯陆大学。", False),
        ("诺尔德毕业于奥斯陆大学，随后与霍尔姆一起发现了三种苔藓。", False),
        ("有人说过：“我走了。”于是整座灯塔都安静下来，很久没有声音。", False),
    ],
)
def test_who_tells(answer: str, expected: bool) -> None:
    assert is_first_person(answer) is expected


@pytest.mark.parametrize(
    ("answer", "leak"),
    [
        ("诺尔德毕业于奥斯陆大学。", "诺尔德"),
        ("我很高兴，因为她毕业了。", "她"),
        ("我叫艾拉·诺尔德。", None),
        ("诺尔德奖学金是我设立的。", None),
        ("我的母亲常说她喜欢海。", None),
        ("我和其他人一起走了。", None),
        ("报上写着“诺尔德到了”，我笑了。", None),
    ],
)
def test_leaks_of_the_third_person(answer: str, leak: str | None) -> None:
    assert find_leak(answer, NORD) == leak


@pytest.mark.parametrize(
    "answer",
    [
        "1919年5月，我毕业于奥斯陆大学。",
        "我毕业于奥斯陆大学。",
        "奥斯陆大学。",
        "我發現了三種苔蘚。",  # the other script
        "我发现了3种苔藓。",  # the other digits
        "我随后与彼得·霍尔姆合作。",
    ],
)
def test_what_the_evidence_carries_passes(answer: str) -> None:
    assert codes(answer) == set()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("1918年5月，我毕业于奥斯陆大学。", "unsupported_date"),
        ("1919年6月，我毕业于奥斯陆大学。", "unsupported_date"),
        ("我发现了五种苔藓。", "unsupported_number"),
        ("我随后与化学家约翰·达尔合作。", "unsupported_name"),
        ("我写了《北岸志》。", "unsupported_name"),
        ("我没有毕业于奥斯陆大学。", "contradicted"),
        ("我毕业于奥斯陆大学，因为我喜欢那里。", "invented_detail"),
        ("我毕业于奥斯陆大学，每天早上都在港口喂海鸥。", "invented_detail"),
        ("我毕业于奥斯陆的理工学院。", "entailment_undecided"),
    ],
)
def test_what_it_does_not_carry_has_its_reason(answer: str, code: str) -> None:
    assert code in codes(answer)


@pytest.mark.parametrize(
    ("answer", "evidence", "code"),
    [
        ("彼得·霍尔姆击败了我。", "诺尔德击败了彼得·霍尔姆。", "swapped_roles"),
        ("我被彼得·霍尔姆击败。", "彼得·霍尔姆击败了诺尔德。", None),  # the same, told of the other side
        ("我去世于1961年。", "彼得·霍尔姆去世于1961年。", "wrong_subject"),
        ("我不喜歡海。", "林望舒不喜歡海。", None),
        ("我喜歡海。", "林望舒不喜歡海。", "contradicted"),
        ("我不久就離開了。", "林望舒不久就離開了。", None),  # no denial in 不久
        ("1987年，我在雷克雅未克去世。", "1987年，诺尔德在雷克雅未克去世，没有结婚。", None),  # nor in a name
        ("我结婚了。", "诺尔德没有结婚。", "contradicted"),
    ],
)
def test_who_did_it_and_whether(answer: str, evidence: str, code: str | None) -> None:
    assert codes(answer, evidence, "你呢？") == ({code} if code else set())


@pytest.mark.parametrize(
    ("angle", "question", "answer", "fits"),
    [
        ("when", "你什么时候毕业？", "我1919年毕业。", True),
        ("when", "你什么时候毕业？", "我很喜欢那所大学。", False),
        ("where", "你出生在哪里？", "我出生于卑尔根。", True),
        ("who", "你与谁合作？", "我与彼得·霍尔姆合作。", True),
        ("why", "你为什么离开？", "由于战争，我离开了。", True),
        ("why", "你为什么离开？", "我离开了北岸。", False),
        ("how", "你发现了多少种苔藓？", "我发现了三种苔藓。", True),
        ("how", "你发现了多少种苔藓？", "我发现了苔藓。", False),
        ("whether", "你喜欢海吗？", "是的，我喜欢海。", True),
        ("whether", "你喜欢海吗？", "我喜欢海。", False),
        ("", "你结过婚吗？", "我一辈子都没有结婚。", True),  # any answer that takes the question up
        ("about", "请谈谈《北岸志》。", "我在灯塔里写了《北岸志》。", True),
        ("about", "请谈谈你的花园和温室。", "我毕业于奥斯陆大学。", False),
        ("", "你什么时候毕业？", "我很喜欢那所大学。", False),  # the angle read off the question
    ],
)
def test_the_kind_of_answer(angle: str, question: str, answer: str, fits: bool) -> None:
    assert (find_mismatch(angle, question, answer) is None) is fits
