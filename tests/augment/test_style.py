from collections import Counter
from pathlib import Path

import pytest

from augment.chinese import invitations as chinese
from augment.english import invitations as english
from augment.leaks import gives_away, repeated_share, shares_run, word_count
from augment.person import Person
from augment.post_topics import find_topics
from augment.style import asked, back_question, compose_style, leaks, style_exchange
from likeness.persona import Persona
from likeness.records import Exchange, Rejected, Utterance
from likeness.sections import Rewrite
from likeness.workspace import Workspace

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
PERSONA = Persona(name="Henrik Voss", pronouns="he", rights={"basis": "invented"})


def said(text: str, context: str | None = None) -> Utterance:
    return Utterance(medium="post", text=text, context=context, created_at="1901-02-03T04:05:06Z")


def kept(row: Exchange | Rejected) -> Exchange:
    assert isinstance(row, Exchange), row
    return row


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "  bees > people…  always have been!!  ",
        "First I saw Ida in Graz, and that was 1901.\n\nThen nothing, for years. 2/2",
        "@ida look at https://example.org #bees, all of you",
    ],
)
def test_the_words_are_never_changed(text: str, masked: bool) -> None:
    row = kept(style_exchange(said(text), VOSS, masked=masked))
    assert row.answer == text
    assert (row.kind, row.created_at) == ("style", "1901-02-03T04:05:06Z")


def test_known_context_is_the_question() -> None:
    row = kept(style_exchange(said("No.", "Will you run again?"), VOSS))
    assert (row.kind, row.question, row.answer) == ("dialogue", "Will you run again?", "No.")


@pytest.mark.parametrize(
    ("context", "question"),
    [
        ("@bo @ida Why is   that so?\n\n\n\nTell us. https://t.co/x1  ", "Why is that so?\n\nTell us."),
        (".@bo, what now", "what now"),
        ("@bo is right about the bees", "@bo is right about the bees"),
        ("@bo: look, @ida has won", "look, @ida has won"),
        ("@bo https://t.co/x1", ""),
        ("I like @ida and #bees", "I like @ida and #bees"),
    ],
)
def test_context_is_stripped_of_addresses_and_links(context: str, question: str) -> None:
    assert asked(context) == question


def test_a_context_of_nothing_but_a_link_is_none() -> None:
    row = kept(style_exchange(said("The hives are humming again.", "@bo https://t.co/x1"), VOSS))
    assert (row.kind, row.angle) == ("style", "back_written")


@pytest.mark.parametrize(
    ("utterance", "reason"),
    [
        (said("Thank you!"), "too_short"),
        (said("谢谢！"), "too_short"),
        (said("I will not sell the farm to them, ever.", "You said: I will not sell the farm to them"), "leaks_answer"),
        (said("Call me at (555) 123-4567 tonight"), "privacy"),
        (said("word " * 401), "length"),
        (said("As an AI language model, I like bees"), "assistant_talk"),
    ],
)
def test_rejected(utterance: Utterance, reason: str) -> None:
    row = style_exchange(utterance, VOSS)
    assert isinstance(row, Rejected)
    assert row.reason == reason


def test_taking_up_some_of_the_question_is_no_leak() -> None:
    context = "What would you do for the people in the valley of Gorran?"
    answer = "For the people in the valley of Gorran I would build a railway, and they know it, since I said so twice."
    assert kept(style_exchange(said(answer, context), VOSS)).question == context


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I told them NAFTA was a bad deal from the start", "NAFTA"),
        ("We stopped by the White House today", "the White House"),
        ("Bees dance well. I love #HoneyHarvest every autumn", "Honey Harvest"),
        ("i never trusted politicians and i never will", "politicians"),
        ("thank you Gorran- see you soon", "Gorran"),
        ("一直在用iPhone拍照，电池越来越不行了", "iPhone"),
        ("昨天终于看完了《城南旧事》，哭了一整晚", "《城南旧事》"),
        ("#城市马拉松# 跑完了，腿都不是自己的了", "城市马拉松"),
        ("他们天天把“绿色出行”挂在嘴上，自己却开车", "绿色出行"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert find_topics(text)[0] == topic


@pytest.mark.parametrize(
    "text",
    [
        "Great Day On The Hill",
        "see you all in June",
        "Thank you @someone https://t.co/x1",
        "so GOOOOOOD tonight",
        "our goofy Senator is late, like all the others",
        "明天开始放假，祝各位一路平安",
    ],
)
def test_no_topic(text: str) -> None:
    assert find_topics(text) == []


def test_a_topic_is_not_cut_out_of_a_name() -> None:
    assert "Street Bankers" not in find_topics("they are all pro-Wall Street Bankers now")


@pytest.mark.parametrize("text", ["number {} of my thoughts is not for sale", "这是我的第{}个想法，谁也买不走"])
def test_questions_vary_and_hang_on_the_id_alone(text: str) -> None:
    texts = [text.format(number) for number in range(3000)]
    questions = [back_question(said(text).id, text, VOSS) for text in texts]
    assert questions == [back_question(said(text).id, text, VOSS) for text in texts]
    assert max(Counter(questions).values()) <= 0.03 * len(texts)
    assert all(question[0] == question[0].upper() and question.endswith(tuple("?？.。")) for question in questions)


@pytest.mark.parametrize("bodies", [english.ON_TOPIC, english.OPEN, chinese.ON_TOPIC, chinese.OPEN])
def test_no_wording_can_be_in_more_than_two_in_a_hundred_rows(bodies: tuple[str, ...]) -> None:
    assert len(set(bodies)) == len(bodies) >= 50


def test_questions_do_not_give_the_answer_away() -> None:
    assert gives_away("free trade deals", "Free trade deals are bad")
    assert shares_run("what do you think about it", "So WHAT do you think, about it?")
    for text in ("Free Trade Deals", "I love Voss Boats more than any other boats there are"):
        question = back_question(said(text).id, text, VOSS)
        assert "Voss" not in question and "Trade" not in question


@pytest.mark.parametrize(
    ("question", "answer", "shared"),
    [
        ("你听说长城昨天又修好了吗", "长城昨天又修好了，真不错", True),
        ("你怎么看长城昨天", "长城昨天又修好了，真不错", False),
        ("你看iPhone这个手机的电池吗", "iPhone这个手机的电池不行", True),
        ("four words of it", "four words of it", False),
        ("", "", False),
    ],
)
def test_shared_runs(question: str, answer: str, shared: bool) -> None:
    assert shares_run(question, answer) is shared


def test_how_much_is_repeated() -> None:
    assert repeated_share("one two three four five", "one two three four five six seven eight nine ten") == 0.5
    assert repeated_share("", "word") == repeated_share("word", "") == 0
    assert word_count("两个字 and") == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今天看完了《海角七號》，還是覺得很感動，大家一定要去看", set("怎麼還這讓")),
        ("今天很热，哪儿也不想去，就在家里待着", set()),
    ],
)
def test_chinese_is_asked_in_chinese(text: str, words: set[str]) -> None:
    question = kept(style_exchange(said(text), VOSS)).question
    assert not any(letter.isascii() and letter.isalpha() for letter in question)
    assert not words or not set(question) & set("这让说还么对")


def test_a_given_question_is_taken_unless_it_leaks() -> None:
    utterance = said("Nobody ever got rich by keeping bees in a town like ours.")
    given = "Is there any money in honey?"
    assert kept(style_exchange(utterance, VOSS, given)).question == given
    leaking = "Did anybody ever got rich by keeping bees?"
    assert leaks(leaking, utterance.text)
    assert kept(style_exchange(utterance, VOSS, leaking)).question == kept(style_exchange(utterance, VOSS)).question
    answered = said("Never.", "Will you sell?")
    assert kept(style_exchange(answered, VOSS, given)).question == "Will you sell?"


def test_masked_questions_name_nothing() -> None:
    utterance = said("I told them NAFTA was a bad deal from the start, and nobody listened")
    assert "NAFTA" in kept(style_exchange(utterance, VOSS)).question
    assert "NAFTA" not in kept(style_exchange(utterance, VOSS, masked=True)).question
    assert kept(style_exchange(utterance, VOSS, "Why not NAFTA?", masked=True)).question == "Why not X?"
    reply = said("I did not say that.", "@bo Did you call Ida Thorn a liar?")
    assert kept(style_exchange(reply, VOSS, masked=True)).question == "Did you call X a liar?"


def test_posts_of_names_are_dropped_where_names_are_masked() -> None:
    utterance = said("Thank you Gorran! #GorranFirst #Voss1901")
    row = style_exchange(utterance, VOSS, masked=True)
    assert isinstance(row, Rejected) and row.reason == "entity_heavy"
    assert kept(style_exchange(utterance, VOSS)).answer == utterance.text


def test_stage(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "voss")
    rows = [said("I told them NAFTA was a bad deal from the start"), said("Thank you!"), said("Yes.", "Are you well?")]
    space.table(Utterance).write("posts", rows, made_from="test")
    marker = compose_style(space, PERSONA, "posts")
    assert (marker.kept, marker.rejected) == (2, {"too_short": 1})
    exchanges = list(space.table(Exchange).read("style-posts"))
    assert [row.kind for row in exchanges] == ["style", "dialogue"]
    assert "NAFTA" in exchanges[0].question
    assert exchanges[0].parents == (rows[0].id,)
    assert compose_style(space, PERSONA, "posts") == marker
    assert compose_style(space, PERSONA.model_copy(update={"name": "Nafta"}), "posts").made_from != marker.made_from


def test_stage_masks_where_the_persona_file_says_so(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "voss")
    space.table(Utterance).write("posts", [said("I told them NAFTA was a bad deal")], made_from="test")
    plain = compose_style(space, PERSONA, "posts")
    masking = PERSONA.model_copy(update={"rewrite": Rewrite(mask_entities=True)})
    assert compose_style(space, masking, "posts").content != plain.content
    assert all("NAFTA" not in row.question for row in space.table(Exchange).read("style-posts"))
