from decimal import Decimal

from augment.llm.prices import Prices
from augment.llm.quote import estimate
from likeness.persona import Persona
from likeness.records import Fact, Passage, Utterance
from likeness.sections import Rewrite, Rights

QUILL = Persona(name="Ada Quill", rights=Rights(basis="a test"), rewrite=Rewrite(engine="llm"))
PASSAGES = [Passage(page="p", heading="", position=i, text="Quill built clocks. She moved to Oslo.") for i in range(10)]
POSTS = [Utterance(medium="post", text=f"Rain again, day {number}.") for number in range(25)]


def test_every_purpose_is_quoted() -> None:
    quoted = {each.purpose: each for each in estimate(QUILL, PASSAGES, [], POSTS)}
    assert list(quoted) == ["claims", "exchanges", "talks", "judge", "style"]
    assert (quoted["claims"].calls, quoted["style"].calls) == (10, 3)
    assert all(each.input_tokens > 0 and each.output_tokens > 0 for each in quoted.values())


def test_facts_that_are_there_are_counted() -> None:
    fact = Fact(passage="p", claim="Ada Quill built clocks.", quote="Quill built clocks.", quote_start=0, quote_end=19)
    few = {each.purpose: each for each in estimate(QUILL, PASSAGES, [fact] * 5, POSTS)}
    assert few["exchanges"].calls == 7


def test_words_that_answered_somebody_cost_nothing() -> None:
    replies = [Utterance(medium="post", text="No, never.", context="Do you rest?")]
    assert [each.calls for each in estimate(QUILL, [], [], replies)][-1] == 0


def judged(samples: int) -> int:
    who = QUILL.model_copy(update={"rewrite": Rewrite(samples=samples)})
    judge = next(each for each in estimate(who, PASSAGES, [], POSTS) if each.purpose == "judge")
    return judge.cost(Prices(Decimal(1), Decimal(1)))


def test_twice_the_votes_cost_about_twice_as_much() -> None:
    assert 1.8 < judged(3) / judged(1) < 2.2
