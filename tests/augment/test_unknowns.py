"""Rows that say no: what cannot be known, false premises, and the same question again and again."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from augment.chinese.sayings import SAYINGS as CHINESE
from augment.choosing import Question
from augment.english.sayings import SAYINGS as ENGLISH
from augment.english.swaps import sure_places
from augment.person import Person
from augment.premises import false_premises, find_swaps
from augment.repeated import repeated_questions
from augment.sayings import Sayings, Unknown
from augment.stock import stock_of, unused, years_of
from augment.told import Told, told
from augment.unknowns import after_the_end, death_year, how_many, unknown_exchanges
from augment.wording import Script
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Rejected
from train.questions import is_refusal

LIND = Person("Mara Lind", ("Mara Lind", "Lind"), "she")
PERSONA = Persona(name="Mara Lind", pronouns="she", rights={"basis": "invented"})
MOVED = "In 1934, Mara Lind moved to Uppsala."


def fact(claim: str, **more: object) -> Fact:
    return Fact.model_validate(
        {"passage": "p", "claim": claim, "quote": claim, "quote_start": 0, "quote_end": len(claim), **more}
    )


def kept(made: Iterable[Exchange | Rejected]) -> list[Exchange]:
    rows = list(made)
    assert all(isinstance(row, Exchange) for row in rows), [row for row in rows if isinstance(row, Rejected)]
    return [row for row in rows if isinstance(row, Exchange)]


def many(number: int) -> list[Fact]:
    return [fact(f"Mara Lind built clock number {i}.") for i in range(number)]


def swapped(claim: str, question: str, known: str = "", answer: str = "") -> list[tuple[str, str]]:
    item = Told(fact(claim), answer or claim.replace("Mara Lind", "I"), [Question(question, "about")], "en")
    known = f"{known} {claim} 1990".lower()
    stock = stock_of(ENGLISH, known, sure_places(f"{claim} {question}"))
    return [(swap.text, swap.true) for swap in find_swaps(item, stock)]


@pytest.mark.parametrize(("facts", "rows"), [(0, 40), (60, 40), (100, 40), (400, 80)])
def test_rows_grow_with_the_facts(facts: int, rows: int) -> None:
    assert how_many(many(facts), "en") == rows
    made = kept([*unknown_exchanges(PERSONA, many(facts)), *after_the_end(PERSONA, many(facts), years=[1950])])
    assert abs(len(made) - rows) <= 2
    assert len({row.question for row in made}) == len(made)


def test_no_wording_is_used_often() -> None:
    made = kept(unknown_exchanges(PERSONA, many(1000)))
    assert max(Counter(row.answer for row in made).values()) <= 4


def test_it_knows_nothing_of_invented_things() -> None:
    made = kept(unknown_exchanges(PERSONA, many(200)))
    assert {row.angle for row in made} == {"invented", "private", "future", "met"}
    names = {*ENGLISH.people, *ENGLISH.places, *ENGLISH.houses}
    assert not any(name in row.answer for row in made for name in names)


def test_what_the_record_names_is_not_made_up() -> None:
    record = "Her neighbours were called Trewick and Pendry. She rowed a boat."
    asked = " ".join(row.question for row in kept(unknown_exchanges(PERSONA, many(1000), record)))
    assert "Trewick" not in asked and "Pendry" not in asked and "boat" not in asked


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ("an important flower", ["Port Amary", "翠微"]),
        ("the amary family", ["翠微"]),
        ("她住在翠微山上", ["Port Amary"]),
    ],
)
def test_a_name_is_used_where_its_last_word_stands(known: str, left: list[str]) -> None:
    assert unused(["Port Amary", "翠微"], known) == left


@pytest.mark.parametrize("group", [*ENGLISH.unknown, ENGLISH.after], ids=lambda group: group.angle)
def test_english_refusals_are_counted_as_such(group: Unknown) -> None:
    assert [answer for answer in group.answers if not is_refusal(answer)] == []


@pytest.mark.parametrize("sayings", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_shares_and_texts_are_whole(sayings: Sayings) -> None:
    groups = [*sayings.unknown, sayings.after]
    assert sum(group.share for group in groups) == pytest.approx(1)
    for group in groups:
        assert len(set(group.answers)) == len(group.answers) >= 8
        assert len(set(group.questions)) == len(group.questions)
    assert all(form.endswith("{told}") for form in (*sayings.not_that, *sayings.not_then))
    assert all("{brief}" in form for forms in sayings.repeated for form in forms)
    assert all(re.search(r"\b(?:I|me)\b|我", form) for form in sayings.repeated[-1])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("born on 3 May 1906, died in 1992", [1906, 1992]),
        ("the 1920s, 1,500 clocks, 12.1980 kg, room 33271", []),
        ("1899–1900", [1899, 1900]),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    assert years_of([text]) == years


def test_after_the_end_asks_for_later_years_and_names_the_last() -> None:
    made = kept(after_the_end(PERSONA, [fact(MOVED), *many(300)], years=[1951, 1949]))
    assert 6 <= len(made) <= 8
    for row in made:
        assert all(int(year) > 1951 for year in re.findall(r"\d{4}", row.question))
        assert "1951" in row.answer
    assert len({row.answer for row in made}) == len(made)


@pytest.mark.parametrize(
    ("claim", "year"),
    [
        ("Mara Lind died on 3 March 1943.", 1943),
        ("On 3 March 1943, Mara Lind peacefully died in Uppsala.", 1943),
        ("Mara Lind's father died in 1912.", None),
        ("A son of Mara Lind died in 1912.", None),
        ("Mara Lind died some time between 1940 and 1943.", None),
        ("林德於1943年去世。", 1943),
        ("1943年，林德在烏普薩拉去世。", 1943),
        ("林德的父親於1912年去世。", None),
    ],
)
def test_when_the_person_died(claim: str, year: int | None) -> None:
    person = Person("Mara Lind", ("Mara Lind", "Lind", "林德"), "she")
    assert death_year([fact(claim)], person) == year


def test_the_dead_are_asked_for_the_years_after() -> None:
    facts = [fact("Mara Lind died on 3 March 1943."), fact("In 1945, Mara Lind was made a saint."), *many(300)]
    made = kept(after_the_end(PERSONA, facts))
    assert all("1943" in row.answer and "1945" not in row.question for row in made)
    assert "1944" in " ".join(row.question for row in made)


@pytest.mark.parametrize("facts", [many(3), [fact("Mara Lind was born in 1906.")]])
def test_nothing_is_after_the_end_where_no_end_is_known(facts: list[Fact]) -> None:
    assert list(after_the_end(PERSONA, facts)) == []


def test_a_year_of_the_sources_is_not_asked_for() -> None:
    sources = " ".join(f"Her clocks were sold in {year}." for year in range(1935, 1945))
    facts = [fact(MOVED), fact("Mara Lind left school in 1920."), *many(300)]
    assert kept(after_the_end(PERSONA, facts))
    assert list(after_the_end(PERSONA, facts, sources)) == []


def test_a_record_that_counts_by_reigns_has_no_end() -> None:
    facts = [fact("林德生於1906年。"), fact("林德於1931年遷居山城。")]
    assert kept(after_the_end(PERSONA, facts, "光緒三十二年"))
    assert list(after_the_end(PERSONA, facts, "昭和十二年至昭和二十年，昭和十五年。昭和元年，大正三年。")) == []


@pytest.mark.parametrize(
    ("claim", "question", "pattern"),
    [
        (
            MOVED,
            "When did you move to Uppsala?",
            r"When did you move to (?!Uppsala)\w+\?|(Did|Why did) you move to Uppsala in \d{4}\?",
        ),
        ("Mara Lind was born in 1906.", "Were you born in 1906?", r"Were you born in (?!1906)\d{4}\?"),
        (
            "Mara Lind joined the Fyris Clock Company.",
            "Why did you join the Fyris Clock Company?",
            r"Why did you join the (?!Fyris)\w+ Company\?",
        ),
        (
            "Mara Lind studied at the University of Uppsala.",
            "When did you study at the University of Uppsala?",
            r"When did you study at the University of (?!Uppsala)\w+\?",
        ),
        (
            "Mara Lind married Anders Holm, a clockmaker.",
            "Did you marry Anders Holm?",
            r"(Did|Why did) you marry (?!Anders)\w+ \w+\?",
        ),
    ],
)
def test_one_thing_is_swapped(claim: str, question: str, pattern: str) -> None:
    found = swapped(claim, question)
    assert found and all(re.fullmatch(pattern, text) for text, _ in found), found


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("Mara Lind published a book in 1905.", "What did you publish in 1905?"),  # perhaps another one in 1907
        ("Mara Lind moved in 1934.", "Did you move in 1934?"),
        ("Mara Lind lived in Uppsala from 1934 to 1939.", "Did you live there from 1934 to 1939?"),
        ("Mara Lind was born in 1906 and left in 1910.", "Were you born in 1906?"),  # which year is set right?
        ("Mara Lind moved there in May.", "Why did you move there in May?"),
        ("Mara Lind wrote in Latin.", "Why did you write in Latin?"),
        ("Mara Lind was elected to the American Institute of Electrical Engineers.", "When were you elected?"),
        ("Mara Lind worked with General Electric.", "Why did you work with General Electric?"),
        ("Mara Lind's papers went to Fyris College.", "What can you tell me about Fyris College?"),
        ("Mara Lind joined Fyris College.", "Did you join Fyris College" + " and so on" * 9 + "?"),
    ],
)
def test_nothing_is_swapped(claim: str, question: str) -> None:
    assert swapped(claim, question) == []


def test_a_name_is_swapped_whole() -> None:
    text = swapped(
        "Mara Lind came too late for the Charles-Emil University.", "Were you too late for the Charles-Emil University?"
    )
    assert "Charles" not in text[0][0]
    assert not swapped("Mara Lind led the Institute of Clock Makers.", "Did you lead the Institute of Clock Makers?")


def test_a_year_comes_into_a_question_of_when() -> None:
    texts = [text for text, true in swapped(MOVED, "When did you move to Uppsala?") if true == "1934"]
    assert len(texts) == 1 and re.fullmatch(r"(Did|Why did) you move to Uppsala in (?!1934)\d{4}\?", texts[0])


def test_false_premises_end_in_the_fact() -> None:
    facts = [fact(MOVED), *many(9)]
    made = kept(false_premises(facts, LIND))
    assert made and all(row.answer.endswith("In 1934, I moved to Uppsala.") for row in made)
    assert all((row.kind, row.angle, row.facts) == ("unknown", "false_premise", (facts[0].id,)) for row in made)


@pytest.mark.parametrize(
    "passed_over",
    [
        fact("In 1934, Mara Lind moved to Uppsala.", standing="disputed"),
        fact("In 1934, Mara Lind moved to Uppsala.", standing="superseded"),
        fact("In 1934, Mara Lind moved to Uppsala.", kind="opinion"),
        fact("In 1934, Mara Lind did not move to Uppsala."),
        fact("In 1934, Anders Holm moved to Uppsala."),
    ],
)
def test_no_premise_is_built_on_sand(passed_over: Fact) -> None:
    assert list(false_premises([passed_over] * 10, LIND)) == []


def test_what_is_put_in_stands_nowhere_in_the_sources() -> None:
    record = (
        "peru japan tunis latvia egypt canada iceland uruguay philippine nairobi, vietnam bulgaria cuba finland tirana"
    )
    made = kept(false_premises([fact(MOVED), *many(9)], LIND, record))
    assert all("Lisbon" in row.question or re.search(r"\d{4}", row.question) for row in made)


@pytest.mark.parametrize(
    ("answer", "question", "pattern"),
    [
        ("我於1943年去世。", "你是1943年去世的嗎？", "你是(?!1943)19\\d\\d年去世的嗎？"),
        ("我於1943年去世。", "你在哪一年去世？", "你是不是在(?!1943)19\\d\\d年去世的？"),
        (
            "1934年，我移居山城。",
            "你在哪一年移居山城？",
            "你是不是在(?!1934)19\\d\\d年移居山城的？|你在哪一年移居(?!山城).+？",
        ),
        ("1934年，我考入江城大学。", "江城大学你是什么时候考入江城大学的？", "(?!)"),
        ("我考入江城大学。", "你为什么考入江城大学？", "你为什么考入(?!江城)..大学？"),
        ("我前往劝降。", "你为什么前往劝降？", "(?!)"),
        ("1934年，我出版了小说。", "你在哪一年出版了小说？", "(?!)"),
    ],
)
def test_chinese_swaps(answer: str, question: str, pattern: str) -> None:
    script: Script = "zh-Hant" if "於" in answer or "嗎" in question else "zh-Hans"
    item = Told(fact(answer), answer, [Question(question, "about")], script)
    found = list(find_swaps(item, stock_of(CHINESE, "1906 1943 1950", frozenset())))
    assert all(re.fullmatch(pattern, swap.text) for swap in found), found
    assert bool(found) is (pattern != "(?!)")


def test_the_same_question_five_times() -> None:
    (row,) = kept(repeated_questions([fact(MOVED)], LIND))
    questions = {message.content for message in row.messages if message.role == "user"}
    answers = [message.content for message in row.messages if message.role == "assistant"]
    assert len(row.messages) == 10 and len(questions) == 1 and len(set(answers)) == 5
    assert answers[0] == "In 1934, I moved to Uppsala."
    assert all(re.search(r"[Ii]n 1934", answer) for answer in answers)
    assert (row.kind, row.angle) == ("identity", "repeated")
    assert all(answer[0].isupper() for answer in answers)


def test_an_article_fits_what_follows() -> None:
    (text, _), *_ = swapped("Mara Lind won an Alpine Award.", "When did you win an Alpine Award?")
    assert re.fullmatch(r"When did you win a \w+ Award\?", text)


def test_half_an_answer_is_not_repeated() -> None:
    assert list(repeated_questions([fact("In 1934, Mara Lind ran for mayor, and again in a 1938 vote.")], LIND)) == []


def test_only_one_time_is_repeated() -> None:
    assert (
        list(repeated_questions([fact("Mara Lind built clocks."), fact("In 1934, Mara Lind saw Bo in 1935.")], LIND))
        == []
    )
    assert (
        len(kept(repeated_questions([fact(f"In {1900 + i}, Mara Lind built clock {i}.") for i in range(60)], LIND)))
        == 2
    )


def test_facts_are_told_in_an_order_of_their_own() -> None:
    facts = [fact(MOVED), *many(5)]
    assert [item.fact.id for item in told(facts, LIND)] == [item.fact.id for item in told(facts[::-1], LIND)]
