from extractors.posts.ownership import own_posts
from extractors.posts.tabular import OTHER_AUTHOR
from likeness.records import Post, Rejected


def post(number: int, author: str = "ada") -> Post:
    return Post(platform="x", post_id=str(number), author=author, text="So it is.")


def told(*parts: list[Post], handles: tuple[str, ...] = (), withheld: dict[str, str] | None = None) -> list[str]:
    return [
        row.reason if isinstance(row, Rejected) else f"{row.author} {row.post_id}"
        for row in own_posts(parts, handles, withheld)
    ]


def test_a_post_of_two_sources_comes_once():
    assert told([post(1), post(2)], [post(2), post(3)]) == ["ada 1", "ada 2", "ada 3"]


def test_what_is_withheld_anywhere_is_withheld_everywhere():
    assert told([post(1)], [post(2)], withheld={"1": "deleted", "2": "private"}) == ["deleted", "private"]


def test_a_source_of_one_author_is_the_persons_under_any_handle():
    assert told([post(1, "ada_l")], [post(2, "")], handles=("ada",)) == ["ada_l 1", " 2"]


def test_of_several_authors_the_known_one_is_the_person():
    conversation = [post(1, "bob"), post(2, "bob"), post(3, "Ada"), post(4, "")]
    assert told(conversation, handles=("@ada",)) == [OTHER_AUTHOR, OTHER_AUTHOR, "Ada 3", " 4"]


def test_of_several_unknown_authors_the_one_of_most_posts_is_the_person():
    assert told([post(1), post(2), post(3, "bob")]) == ["ada 1", "ada 2", OTHER_AUTHOR]


def test_a_conversation_of_nobody_known_is_nobodys():
    assert told([post(1), post(2, "bob")]) == [OTHER_AUTHOR, OTHER_AUTHOR]
