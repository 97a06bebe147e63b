import pytest

from likeness.records import Exchange, Message
from train.setting_aside import set_aside

NAMES = ["Ansel Trewick", "Odile Marchbanks", "Tobias Quennell", "Ilse Varnholt"]
CHINESE_NAMES = ["顾维桐", "沈砚秋", "陆怀瑾", "裴思远"]
FORMS = (
    "What did {} teach you?",
    "Why did you fall out with {}?",
    "Is it true that {} once saved your life?",
    "How much did you borrow from {}?",
    "When did you last have dinner with {}?",
    "Where did you first run into {}?",
)
CHINESE_FORMS = (
    "{}教过你什么本领？",
    "你为什么和{}闹翻了？",
    "听说{}救过你的命，是真的吗？",
    "你从{}那里借了多少钱？",
    "你在{}的葬礼上说了什么？",
    "你第一次见到{}是在哪里？",
)


def row(question: str, kind: str = "unknown", angle: str = "invented", **fields: object) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content="I don't know."))
    return Exchange(kind=kind, messages=messages, angle=angle, **fields)  # type: ignore[arg-type]


def wording(row: Exchange, forms: tuple[str, ...]) -> str:
    return next(form for form in forms if all(part in row.question for part in form.split("{}")))


@pytest.mark.parametrize(("forms", "names"), [(FORMS, NAMES), (CHINESE_FORMS, CHINESE_NAMES)], ids=["en", "zh"])
def test_whole_wordings_are_set_aside_whatever_the_order(forms: tuple[str, ...], names: list[str]) -> None:
    rows = [row(form.format(name)) for form in forms for name in names]
    aside = set_aside(rows, 0.1)
    assert aside == set_aside(rows[::-1], 0.1) and 4 <= len(aside) < 8
    asked = {wording(row, forms) for row in rows if row.id in aside}
    assert not asked & {wording(row, forms) for row in rows if row.id not in aside}


def test_years_make_no_other_wording() -> None:
    forms = ["What did you do in", "Where were you in the spring of", "Whom did you work with in", "What went wrong in"]
    rows = [row(f"{form} {year}?", angle="after_the_end") for form in forms for year in range(1951, 1956)]
    aside = [row.question for row in rows if row.id in set_aside(rows, 0.1)]
    assert len(aside) == 5 and len({question[:-5] for question in aside}) == 1


def test_all_false_premises_of_a_fact_go_together() -> None:
    rows = [
        row(f"{form} {number}?", angle="false_premise", facts=(f"fact-{number}",))
        for number in range(12)
        for form in ("Did you move to Lima in", "Why did you go to Riga in")
    ]
    aside = [row.facts for row in rows if row.id in set_aside(rows, 0.1)]
    assert len(aside) == 2 and len(set(aside)) == 1


def test_angles_take_turns_and_small_ones_keep_their_rows() -> None:
    rows = [row(f"{word} {word}?", angle="invented") for word in "abcdefghij"]
    rows += [row(f"{word}?", angle="private") for word in "klmnop"] + [row("Who wins?", angle="future")]
    angles = [row.angle for row in rows if row.id in set_aside(rows, 0.1)]
    assert sorted(angles) == ["invented", "invented", "private", "private"]


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        ([row(f"{word}?") for word in "abcdefghijklm"], 0.1),  # thirteen: all are needed
        ([row(f"{word}?") for word in "abcdefghijklmnop"], 0.0),
        ([row(f"{word}?", "fact") for word in "abcdefghijklmnop"], 0.1),
        ([row(f"{word}?", "identity", "repeated") for word in "abcdefghijklmnop"], 0.1),
        ([row(f"{word}?", "identity", "born") for word in "abcdefghijklmnop"], 0.1),  # facts ask so too
        ([row("Who are you?", "identity", "who") for _ in range(20)], 0.1),  # one wording, which would be gone
        ([], 0.1),
    ],
)
def test_nothing_is_set_aside_where_it_would_be_missed(rows: list[Exchange], share: float) -> None:
    assert set_aside(rows, share) == set()


def test_no_share_takes_more_than_half() -> None:
    rows = [row(f"{word} {word}?") for word in "abcdefghijklmnopqrst"]
    assert len(set_aside(rows, 0.99)) == 10
