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


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("林望舒的學生都十分驚恐。", "多少"),  # 十分 is no number
        ("林望舒率數十人登上北山。", "數多少"),
        ("诺尔德身高1米93。", "多少米93"),
        ("诺尔德在100米自由泳中获得奖章。", "多少米"),
        ("林望舒親自前往勸降。", "前往哪裡"),
        ("林望舒的學生為數不少。", "為誰"),
        ("林望舒撫恤從北岸逃到重慶的華僑。", "逃到哪裡"),
        ("诺尔德学习半年。", "学习什么"),
        ("林望舒展示了早年製作的海圖。", "製作什麼"),
        ("林望舒向建立北岸測量站邁出了第一步。", "向建立什麼"),
        ("北岸局是林望舒最稱許、也推出較多海圖的機構。", "什麼"),
        ("林望舒的祖先參加過北岸之戰、祖父和外祖父都參加過南海之戰。", "都參加過什麼"),
        ("诺尔德目前担任《北岸》主持。", "什么主持"),
        ("林望舒出版了海圖著作著作《約測記》。", "哪部著作"),
        ("霍尔姆和诺尔德一起生下了两个女儿安娜·诺尔德和玛丽·诺尔德。", "多少"),
    ],
)
def test_no_part_is_asked_for_that_is_none(claim: str, wrong: str) -> None:
    assert not any(wrong in question for question in asked(claim))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("1921年，林望舒並沒有離開北岸的打算。", "經歷了什麼"),  # what one has is not undergone
        ("1921年，林望舒尚有另一部作品。", "經歷了什麼"),
        ("在中國測量史上，第一個提出約測法的是林望舒。", "發生了什麼"),
        ("林望舒葬於北山。", "經歷"),
        ("林望舒喜歡游泳。", "經歷"),
        ("诺尔德再次请求入伍，体重虽有增加，可是仍然过轻。", "体重虽有增加吗"),
        ("林望舒集結船隊，將之修復。", "將之"),
        ("受到戰爭的影響，林望舒在此後一段時間內開始寫作。", "寫作嗎"),
        ("1945年，林望舒搬到重慶，一直工作到1959年退休。", "一直工作退休"),
        ("诺尔德带领球队在2006年北岸杯决赛中获胜。", "带领球队北岸杯"),
        ("诺尔德学习绘画但在1913年转修音乐。", "哪一年"),
        ("诺尔德登上北山，并且是第一位登山家。", "且是"),
        ("诺尔德曾经是一名教师，教育出版公司编辑。", "教育出版公司编辑吗"),
        ("林望舒作為學會的一員，在1910年的展覽會上幫忙。", "一員嗎"),
        ("裁判庭的判決包括了3個部分：林望舒有罪。", "多少"),
    ],
)
def test_no_question_is_crooked(claim: str, wrong: str) -> None:
    assert not any(wrong in question for question in asked(claim))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("林望舒支持政府在三年之內，將田產分給農民。", "你將田產"),
        ("從1901年林望舒繪圖，到1910年駐守北岸的守軍撤退，共有九年。", "你在哪一年駐守"),
        ("林望舒以重建秩序，創辦學校，整理河道為目標。", "你創辦學校"),
        ("林望舒出演一位曾經受盡委屈，最後揭發弊案的年輕議員。", "你出演一位曾經受盡委屈嗎"),
        ("林望舒不懈的努力，使北岸有了燈塔。", "努力嗎"),
        ("林望舒最自豪的經歷之一，是曾經引導百艘船隻。", "你是什麼人"),
        ("诺尔德参加北岸大赛，是诺尔德的首个大赛。", "你是什么人"),
        ("林望舒認為燈塔的負面影響，將會被海港的效益抵消。", "你將會被"),
        ("林望舒重慶郊外的家鄉，在學校原址設立紀念碑。", "你在學校原址"),
    ],
)
def test_what_another_does_is_not_asked_as_yours(claim: str, wrong: str) -> None:
    assert not any(wrong in question for question in asked(claim))


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("林望舒為免戰亂，離開北岸。", "聽說你為免戰亂，離開北岸，是這樣嗎？"),
        ("林望舒以「通敵」的罪名，被捕入獄。", "聽說你以「通敵」的罪名，被捕入獄，是這樣嗎？"),
        ("林望舒為了穩住局面，在1921年沒收了船隻。", "你沒收了什麼？"),
        ("诺尔德葬于北岸的白沙镇。", "你葬于哪里？"),
        ("母親病逝後，林望舒在重慶出版了10,000本小冊子。", "你在重慶出版了多少本小冊子？"),
    ],
)
def test_a_question_goes_as_far_as_its_sense(claim: str, question: str) -> None:
    assert question in asked(claim)
