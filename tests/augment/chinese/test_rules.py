import pytest

from augment.chinese.rules import answer, find_statements
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear
from tests.augment.chinese.people import FUMIO, LIN, NORD


def told(text: str, person: Person, before: str = "") -> list[str]:
    found = [row for row in find_statements(text, person, before) if isinstance(row, Statement)]
    return [answer(statement.text, person)[0] for statement in found]


def reasons(text: str, person: Person, before: str = "") -> list[str]:
    return [row.reason for row in find_statements(text, person, before) if isinstance(row, Refusal)]


@pytest.mark.parametrize(
    ("person", "text", "answers"),
    [
        (NORD, "1919年，诺尔德毕业于奥斯陆大学。", ["1919年，我毕业于奥斯陆大学。"]),
        (LIN, "光緒十九年，林望舒考入水師學堂。", ["光緒十九年，我考入水師學堂。"]),
        (NORD, "她生于卑尔根。", []),  # nobody named yet
        (NORD, "诺尔德喜欢海。她从不结婚。", ["我喜欢海。", "我从不结婚。"]),
        (NORD, "诺尔德喜欢海。1952年发表《北岸志》。", ["我喜欢海。", "我1952年发表《北岸志》。"]),
        (LIN, "林望舒長兄林遠病逝。", ["我的長兄林遠病逝。"]),
        (LIN, "許仲平擊敗了林望舒。", ["許仲平擊敗了我。"]),
        (LIN, "林望舒展現了其測量才能。", ["我展現了我的測量才能。"]),
        (LIN, "林望舒夫婦定居重慶。", ["我們夫婦定居重慶。"]),
        (LIN, "同年，林望舒辭去職務。", ["我辭去職務。"]),  # the year stands outside
        (NORD, "灯塔改建后，诺尔德离开了北岸。", ["灯塔改建后，我离开了北岸。"]),
        (NORD, "诺尔德博士获得奖章。", ["我获得奖章。"]),
        (NORD, "年轻的诺尔德离开了北岸。", ["年轻的我离开了北岸。"]),
        (FUMIO, "被问及原因时，文雄说：“我只是喜欢山。”", ["被问及原因时，我说：“我只是喜欢山。”"]),
    ],
)
def test_third_person_becomes_first(person: Person, text: str, answers: list[str]) -> None:
    assert told(text, person) == answers


def test_a_first_sentence_gives_life_dates_and_what_the_person_is() -> None:
    text = "艾拉·诺尔德（Ella Nord，1901年3月4日－1987年11月2日）是挪威植物学家。"
    assert told(text, NORD) == ["我生于1901年3月4日。", "我于1987年11月2日去世。", "我是挪威植物学家。"]


def test_life_dates_in_the_script_of_the_source() -> None:
    assert told("林望舒（1870年－1938年），測量學家。", LIN) == ["我生於1870年。", "我於1938年去世。", "我是測量學家。"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("高桥文雄，日本登山家。", ["我是日本登山家。"]),
        ("高桥文雄，出生于松本。", ["我出生于松本。"]),
        ("高桥文雄（，），日本登山家，现居松本。", ["我是日本登山家，现居松本。"]),
    ],
)
def test_a_definition_without_a_verb(text: str, answers: list[str]) -> None:
    assert told(text, FUMIO) == answers


def test_relations_without_an_owner_are_the_persons() -> None:
    assert told("高桥文雄是登山家。父亲是渔夫高桥健一。", FUMIO) == ["我是登山家。", "我的父亲是渔夫高桥健一。"]


@pytest.mark.parametrize(
    ("person", "text", "reason"),
    [
        (NORD, "霍尔姆在1961年去世。", "not_about_person"),
        (LIN, "許仲平見到林遠。他辭去職務。", "not_about_person"),
        (LIN, "林望舒見到許仲平，許仲平要求他離開。他拒絕了。", "unclear_pronoun"),
        (LIN, "據說林望舒夢見過自己的老師。", "hearsay"),
        (LIN, "許仲平對林望舒說：「你走吧。」", "quoted_speech"),
        (LIN, "林望舒與同名的許望舒不是同一人。", "homonym"),
        (LIN, "該局由林望舒創辦。", "dangling_reference"),
        (LIN, "林望舒因此把這本書送給學校。", "dangling_reference"),
        (LIN, "活動包括林望舒手稿的展覽。", "dangling_reference"),
        (LIN, "林望舒於10月1日離任。", "dangling_reference"),
        (LIN, "林望舒聞訊大怒，決定辭職。", "dangling_reference"),
        (LIN, "因為林望舒本來就學過植物學。", "fragment"),
        (NORD, "诺尔德在三个花园。", "fragment"),
    ],
)
def test_what_is_not_proved_is_refused(person: Person, text: str, reason: str) -> None:
    assert reason in reasons(text, person)


@pytest.mark.parametrize(
    "text",
    [
        "林望舒寫信給許仲平，令其離開。",  # whom he ordered is not himself
        "林望舒致函給一位知縣，要求他停止徵收。",
        "許仲平的父親雖然他不贊成，卻幫助了林望舒。",
        "由林望舒所創辦的學校，和他所建的圖書館一樣，都遭到了破壞。",
    ],
)
def test_another_is_never_told_as_me(text: str) -> None:
    for row in told(text, LIN):
        assert not any(wrong in row for wrong in ("令我", "要求我", "雖然我", "我由我"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("林望舒離任。哈利·杜門總督看完地圖後，曾說很好。", "我哈利"),  # the setting has its own subject
        ("林望舒離任。熱衷於騎馬的彼得·霍爾姆，詫異地發現了地圖。", "我熱衷"),
        ("林望舒喜歡海。將日記納入文集的命令被下達。", "我將日記"),
        ("從1901年林望舒繪圖，到1910年駐守北岸的守軍撤退，共有九年。", "我到1910年"),
        ("林望舒離任。有技師二十餘人。", "我是有技師"),
    ],
)
def test_a_clause_of_somebody_else_gets_no_subject(text: str, wrong: str) -> None:
    assert not any(wrong in row for row in told(text, LIN))


def test_a_woman_is_no_rival_of_his() -> None:
    assert told("林望舒的母親是沈氏。他生於紹興。", LIN)[-1].startswith("我")


def test_the_passage_before_says_who_is_meant() -> None:
    assert told("他於1938年去世。", LIN, before="林望舒晚年住在重慶。") == ["我於1938年去世。"]


def test_the_quote_is_the_sentence_verbatim() -> None:
    text = "天亮了。 林望舒登上北山，繪製了地圖。夜深了。"
    (statement,) = [row for row in find_statements(text, LIN) if isinstance(row, Statement)]
    assert text[statement.start : statement.end] == "林望舒登上北山，繪製了地圖。"


def test_a_claim_that_stands_alone_names_the_person() -> None:
    claims = [row.text for row in find_statements("林望舒喜歡海。他從不飲酒。", LIN) if isinstance(row, Statement)]
    assert claims == ["林望舒喜歡海。", "林望舒從不飲酒。"]


def test_a_claim_about_nobody_is_refused() -> None:
    with pytest.raises(Unclear, match="not_about_person"):
        answer("灯塔建于1901年。", NORD)


def test_a_person_without_a_chinese_name_gives_no_rows() -> None:
    assert told("艾拉·诺尔德喜欢海。", Person("Ella Nord", ("Ella Nord",), "she")) == []


def test_a_claim_uses_the_name_that_the_persona_bears() -> None:
    text = "宣文帝陸景，字子明，梁朝開國君主。陸景平定北境。"
    finder = Person("宣文帝", ("宣文帝", "陸景"), "he")
    claims = [row.text for row in find_statements(text, finder) if isinstance(row, Statement)]
    assert claims[-1] == "宣文帝平定北境。"
    assert answer(claims[-1], Person("宣文帝", ("宣文帝",), "he"))[0] == "我平定北境。"


def test_names_that_the_passage_itself_introduces_are_the_persons() -> None:
    text = "宣文帝陸景，字子明，梁朝開國君主。陸景平定北境。"
    assert told(text, Person("宣文帝", ("宣文帝",), "he"))[-1] == "我平定北境。"


def test_the_other_script_of_a_name_is_the_same_name() -> None:
    assert told("諾爾德離開了北岸。", NORD) == ["我離開了北岸。"]


@pytest.mark.parametrize(
    ("text", "answer_text"),
    [
        ("林望舒著有《約測記》，於1922年出版。", "我著有《約測記》，於1922年出版。"),
        ("林望舒喜歡海。經濟形勢改變了他的決定。", "經濟形勢改變了我的決定。"),  # not: 我經濟形勢
        ("林望舒重用出身寒微的劉牧之，讓他主持測量局。", "我重用出身寒微的劉牧之，讓他主持測量局。"),
        ("林望舒，暱稱望叔，測量學家。", "我暱稱望叔，測量學家。"),
    ],
)
def test_awkward_subjects(text: str, answer_text: str) -> None:
    assert told(text, LIN)[-1] == answer_text


@pytest.mark.parametrize(
    "text",
    [
        "據陸某的說法，林望舒是陸氏的後裔，但無人相信。",  # an attribution is not cut off its claim
        "對學生而言，林望舒只是鄰人。",
        "如果天晴，林望舒登上北山。",
    ],
)
def test_no_part_is_told_without_what_it_hangs_on(text: str) -> None:
    assert not any(row in ("我是陸氏的後裔。", "我只是鄰人。", "我登上北山。") for row in told(text, LIN))


@pytest.mark.parametrize(
    ("text", "answer_text"),
    [
        ("林望舒喜歡海。1921年五月，進駐北山。", "1921年五月，我進駐北山。"),
        ("林望舒喜歡海。十一月，林望舒回到北山。", "我回到北山。"),  # of which year is not said
        ("林望舒喜歡海。自1921年起，一直擔任局長。", "我自1921年起，一直擔任局長。"),
        ("1901年，時任局長的林望舒辭去職務。", "1901年，時任局長的我辭去職務。"),
        ("在水師學堂時期林望舒擔任社長。", "在水師學堂時期我擔任社長。"),
    ],
)
def test_where_the_subject_is_put(text: str, answer_text: str) -> None:
    assert told(text, LIN)[-1] == answer_text


def test_a_sentence_that_shows_no_script_takes_that_of_its_passage() -> None:
    claims = [row.text for row in find_statements("諾爾德從不乘船。1952年出生。", NORD) if isinstance(row, Statement)]
    assert claims[-1] == "諾爾德1952年出生。"
    assert "你出生是什麼時候的事？" in [question.text for question in answer(claims[-1], NORD)[1]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("林望舒對此並不欣賞。", "對此"),
        ("林望舒還為此寫了小品文。", "為此"),
        ("許仲平因此要求學會開除林望舒。", "因此"),
        ("林望舒當時只有十五歲。", "當時"),
        ("林望舒此時還未婚。", "此時"),
        ("在此期間，林望舒都迴避數學。", "我都"),
        ("林望舒為兩國調停。", "兩國"),
        ("學會修改了比賽的規則，因此林望舒的這場比賽沒有紀錄。", "這場"),
        ("林望舒認為，人與禽獸的差別，僅僅在於人有這些心。", "這些"),
        ("林望舒拒絕了勳章，因為他不想改名。", "因為我不想改名"),
        ("林望舒為了穩住局面，1921年沒收了船隻。", "我為了穩住局面。"),
        ("林望舒選才不重門第而重其才能。", "我的才能"),
        ("林望舒做實驗，未受外力的物體會保持其原來的狀態。", "我的原來"),
        ("林望舒被威脅到如果不認罪，就對他用刑。", "我被威脅到如果不認罪。"),
        ("活動包括林望舒用品的展覽；歷年來學生送給林望舒禮物的特展；童軍的節目。", "特展"),
        ("身高兩米，體重百斤的林望舒大男孩般的個性，似乎成為阻礙。", "我身高兩米"),
        ("林望舒被陳仲平——他最重要的朋友——所疏遠，並受到審訊。", "我最重要的朋友——所"),
        ("當時林望舒既無名聲亦貧賤。", "貧賤"),
        ("林望舒與陳仲平聯手，刷新由他們保持的紀錄。", "他們"),
    ],
)
def test_what_leans_on_another_sentence_is_not_told(text: str, wrong: str) -> None:
    assert not any(wrong in row for row in told(text, LIN))


@pytest.mark.parametrize(
    ("text", "answer_text"),
    [
        ("林望舒就向道士請教。", "我向道士請教。"),
        ("林望舒並親自前往勸降。", "我親自前往勸降。"),
        ("林望舒卻乘輕舟進城。", "我乘輕舟進城。"),
        ("林望舒因此上表北伐。", "我上表北伐。"),
        ("林望舒其後首次參加展覽。", "我首次參加展覽。"),
        ("林望舒後來不再登山。", "我後來不再登山。"),
        ("林望舒就讀於水師學堂。", "我就讀於水師學堂。"),
        ("林望舒前鋒擊退敵軍。", "我的前鋒擊退敵軍。"),
        ("林望舒義軍攻下建安。", "我的義軍攻下建安。"),
        ("林望舒為英國與法國調停，使兩國簽約。", "我為英國與法國調停，使兩國簽約。"),
        ("林望舒喜歡海。許多人愛他。是測量隊的成員，他保持了紀錄。", "我是測量隊的成員，我保持了紀錄。"),
        ("林望舒與安娜·霍爾姆、彼得·霍爾姆，克努特·達爾創辦了學會。他從不飲酒。", "我從不飲酒。"),
    ],
)
def test_what_joins_a_sentence_to_the_one_before_is_left_out(text: str, answer_text: str) -> None:
    assert told(text, LIN)[-1] == answer_text


def test_a_latin_full_stop_behind_a_character_ends_a_sentence() -> None:
    text = "诺尔德毕业于奥斯陆大学. 她是挪威植物学家。"
    assert told(text, NORD) == ["我毕业于奥斯陆大学。", "我是挪威植物学家。"]
