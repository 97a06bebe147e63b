import pytest

from likeness.records import Exchange, Message, Rejected
from train.publication import ARTICLE_RUN, OWN_WORDS_RUN, Evidence, Published, Withheld, publishable, repeated, runs

POST = "Fog again on the Île de Sein, and the lamp doesn’t mind, and neither do I."
ARTICLE = (
    "Her teachers remembered a girl who took every clock in the house apart and put all of them together again, "
    "in one large and useless machine."
)
WITHHELD = Withheld(frozenset(runs(POST, OWN_WORDS_RUN)), frozenset(runs(ARTICLE, ARTICLE_RUN)))


def exchange(answer: str, kind: str = "fact", question: str = "What were you like?") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, angle="character")


@pytest.mark.parametrize("kind", ["fact", "identity", "unknown"])
def test_a_row_in_words_of_its_own_is_published(kind: str):
    row = publishable(exchange("I took clocks apart.", kind), [], WITHHELD)

    assert isinstance(row, Published)
    assert row.messages[-1].content == "I took clocks apart."


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (exchange("Anything at all.", "style"), "own_words"),
        (exchange("Anything at all.", "dialogue"), "own_words"),
        (exchange(POST), "repeats_own_words"),
        (exchange("I wrote: FOG AGAIN ON THE ÎLE DE SEIN AND THE fog stayed."), "repeats_own_words"),
        (exchange("Yes.", question=f"Why did you say “{POST}”?"), "repeats_own_words"),
        (exchange("The lamp doesn't mind, and neither do I, mind."), "repeats_own_words"),
        (exchange(ARTICLE.replace("Her teachers", "They")), "repeats_article"),
        (exchange("So they say.", question=f"Is it true that {ARTICLE}"), "repeats_article"),
    ],
)
def test_a_row_that_is_or_repeats_somebodys_text_is_not(row: Exchange, reason: str):
    outcome = publishable(row, [], WITHHELD)

    assert isinstance(outcome, Rejected)
    assert outcome.reason == reason


def test_a_clause_of_an_article_is_a_fact():
    answer = "I was a girl who took every clock in the house apart."

    assert isinstance(publishable(exchange(answer), [], WITHHELD), Published)


def test_short_quotes_are_evidence_but_long_ones_and_the_persons_own_words_stay_at_home():
    quotes = ["a girl who took clocks apart", ARTICLE, "She wrote: “Fog again on the Île de Sein, and the…”"]
    evidence = [Evidence(quote, "https://a.example") for quote in quotes]
    row = publishable(exchange("I took clocks apart."), evidence, WITHHELD)

    assert isinstance(row, Published)
    assert row.quotes == ("a girl who took clocks apart",)
    assert row.urls == ("https://a.example",)


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Thank you all!", "Thank you all!", False),
        ("The lamp does not mind.", "He said that the lamp does not mind, and left.", True),
        ("The lamp does not mind.", "The lamp does not.", False),
        ("one two three four five six seven eight nine", "two three four five six seven eight nine ten", True),
        ("one two three four five six seven eight nine", "three four five six seven eight nine ten", False),
        ("我昨天在海边看见了一座灯塔", "他说我昨天在海边看见了灯", True),
        ("我昨天在海边看见了一座灯塔", "我昨天看见海边的灯塔", False),
        ("", "", False),
    ],
)
def test_a_run_of_words_is_found(source: str, text: str, found: bool):
    assert bool(repeated(text, frozenset(runs(source, OWN_WORDS_RUN)), OWN_WORDS_RUN)) is found
