import pytest

from extractors.posts.threads import LONGEST, count_of, in_threads, without_count
from likeness.records import Post


def post(number: int, text: str = "So it is.", minute: float = 0, answers: int | None = None, **more: str) -> Post:
    seconds = round(minute * 60)
    moment = f"2020-01-01T{10 + seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"
    fields = {
        "platform": "x",
        "author": "ada",
        "created_at": moment,
        "kind": "reply" if answers else "original",
        **more,
    }
    reply_to = str(answers) if answers else None
    return Post.model_validate({**fields, "post_id": str(number), "text": text, "reply_to": reply_to})


def numbers(*posts: Post) -> list[list[int]]:
    return [[int(post.post_id) for post in thread] for thread in in_threads(posts)]


def test_answers_to_oneself_are_one_thread():
    posts = [post(1), post(2, minute=1, answers=1), post(3, minute=2), post(4, minute=3, answers=2)]
    assert numbers(*posts) == [[1, 2, 4], [3]]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (post(2, minute=16, answers=1), "an afterthought"),
        (post(2, minute=1, answers=1, author="bob"), "somebody else"),
        (post(2, minute=1, answers=1, platform="mastodon"), "another post 1"),
        (post(2, minute=1, answers=1, kind="repost"), "a repost"),
        (post(2, "*mended, not mended", minute=1, answers=1), "a correction"),
        (post(2, "@ada Correction: noon.", minute=1, answers=1), "a correction"),
        (post(2, minute=1, answers=1, created_at=""), "no date"),
        (post(2, minute=1), "no answer"),
    ],
)
def test_what_does_not_go_on_stands_by_itself(second: Post, why: str):
    assert numbers(post(1), second) == [[1], [2]], why


def test_the_first_answer_goes_on_and_later_ones_stand_by_themselves():
    assert numbers(post(1), post(2, minute=1, answers=1), post(3, minute=2, answers=1)) == [[1, 2], [3]]


def test_a_commentary_is_cut():
    posts = [post(1), *(post(n, minute=n / 60, answers=n - 1) for n in range(2, LONGEST + 3))]
    assert [len(thread) for thread in in_threads(posts)] == [LONGEST, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A clock is a promise. 1/2", "It says noon. 2/2"),
        ("(1/2) A clock is a promise.", "(2/2) It says noon."),
        ("A clock is a promise [1/n]", "It says noon [2/n] https://t.co/abc"),
        ("🧵 1/ A clock is a promise.", "2/ It says noon."),
        ("A clock is a promise. 1/", "It says noon. 2/2"),
        ("1 of 2: A clock is a promise.", "2 of 2: It says noon."),
    ],
)
def test_posts_that_count_themselves_are_a_thread_without_answers(first: str, second: str):
    assert numbers(post(1, first), post(2, second, minute=1)) == [[1, 2]]
    assert numbers(post(1, second), post(2, first, minute=1)) == [[1], [2]]
    assert "/" not in without_count(first, 1) and " of " not in without_count(first, 1)
    assert without_count(second, 3) == second


@pytest.mark.parametrize(
    "text",
    [
        "Vote on 11/8",
        "Open 24/7",
        "Mix 1/2 cup of milk in.",
        "It is 3/4/2020",
        "http://a.b/1/2",
        "Two of 3.",
        "No. 0/2",
    ],
)
def test_other_numbers_are_no_counts(text: str):
    assert count_of(text) is None


def test_a_count_that_is_not_the_posts_place_is_left():
    assert without_count("Never forget 9/11", 2) == "Never forget 9/11"
    assert without_count("@bob (2/3) Because.", 2).split() == ["@bob", "Because."]
