import pytest

from extractors.cleaning import (
    APP_MADE,
    ATTRIBUTED,
    HEADLINE,
    LINK_ONLY,
    NO_WORDS,
    OTHER_LANGUAGE,
    QUOTED,
    REPOST,
    SENT_ON,
    TOO_SHORT,
    TRUNCATED,
    clean_post,
    clean_text,
    clean_thread,
)
from likeness.records import Post, Rejected, Utterance

NAMES = ("Ada B. Lovelace", "Ada Lovelace", "adalovelace")


def post(text: str, **fields: str) -> Post:
    return Post.model_validate({"platform": "x", "post_id": "1", "author": "ada", "text": text, **fields})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fish &amp; chips &lt;3 tonight", "Fish & chips <3 tonight"),
        ("Escaped twice: R&amp;amp;D is fun", "Escaped twice: R&D is fun"),
        ("caf\u00c3\u00a9 culture is dead\u200b", "café culture is dead"),
        ("“Curly” quotes, ﬁne ligatures，全角", "“Curly” quotes, ﬁne ligatures，全角"),
        ("Read this now https://t.co/AbC123", "Read this now"),
        ("See http://example.org/a?b=c&amp;d=1. Then act.", "See . Then act."),
        ("Links (https://t.co/abc) pic.twitter.com/xyz www.example.org t.co/abc gone", "Links gone"),
        ("今天很高兴https://t.co/abc真的很高兴", "今天很高兴真的很高兴"),
        ("https://truthsocial.com/users/bob/statuses/115459728361788892Such an honour.", "Such an honour."),
        ("A good point about bees via @bob", "A good point about bees"),
        ("The first of two thoughts. (1/2)", "The first of two thoughts."),
        ("(2/2) The second of two thoughts.", "The second of two thoughts."),
        ("The end of it. 3/3", "The end of it."),
        ("Vote on 11/8", "Vote on 11/8"),
        ("Never forget. 9/11", "Never forget. 9/11"),
        ("  One  line\n\n\n\nand\tanother  ", "One line\n\nand another"),
        ("@bob @carl So true, my friends", "So true, my friends"),
        ("@bob is right about the bees", "@bob is right about the bees"),
        ("@bob's bees are the best", "@bob's bees are the best"),
        (".@bob is wrong, and loudly so", ".@bob is wrong, and loudly so"),
        ("The bees came back today. Then they… https://t.co/abc", "The bees came back today."),
        ("Many thanks to Gov. Smith. We met and (cont) http://t.co/abc", "Many thanks to Gov. Smith."),
        ('"The bees came back today. They were so (cont) http://t.co/abc', "The bees came back today."),
        ("I wonder, I really wonder…", "I wonder, I really wonder…"),
        ("100% of the #bees, please! 🐝", "100% of the #bees, please! 🐝"),
    ],
)
def test_words_are_verbatim_without_what_the_platform_added(text: str, words: str):
    assert clean_text(text) == words


def test_a_reply_loses_the_handles_it_answers():
    assert clean_text("@bob @carl yeah, totally", is_reply=True) == "yeah, totally"
    assert clean_text("@bob yeah, totally") == "@bob yeah, totally"


@pytest.mark.parametrize(
    ("text", "fields", "reason"),
    [
        ("RT @bob: The bees are back", {}, REPOST),
        (" rt? no: RT: @bob the bees", {}, QUOTED),
        ("The bees are back", {"kind": "repost"}, REPOST),
        ('"@bob: The bees are back"', {}, QUOTED),
        ("“@bob The bees are back” Thank you so much!", {}, QUOTED),
        ('.".@bob: bees!!" I agree with that', {}, QUOTED),
        ("&quot;@bob: The bees are back&quot;", {}, QUOTED),
        ("Could not agree more! RT @bob: the bees are back", {}, QUOTED),
        ('"The harder I work, the luckier I get." -- Samuel Goldwyn', {}, ATTRIBUTED),
        ("“Borrowing is not the way.” – @bob", {}, ATTRIBUTED),
        ('...makes opportunities of his difficulties." -- Harry S. Truman', {}, ATTRIBUTED),
        ('"Ten rules for keeping bees" https://t.co/abc via @thehive', {}, HEADLINE),
        ("Via @thehive: “Ten rules for keeping bees” https://t.co/abc #bees", {}, HEADLINE),
        ("rt @bob the bees are back", {}, REPOST),
        ("♻️ @bob: the bees are back", {}, REPOST),
        ("Retweeting @bob: the bees are back", {}, REPOST),
        ('.@bob: "The bees are back" so there', {}, QUOTED),
        ('OH: "Are the bees back?"', {}, QUOTED),
        ("Ha! MT @bob the bees are back", {}, QUOTED),
        ('"Do not go where the path may lead." Ralph Waldo Emerson', {}, ATTRIBUTED),
        ('"Some are born to keep bees." @bob', {}, ATTRIBUTED),
        ("Ten rules for keeping bees https://t.co/abc via @thehive #bees", {}, HEADLINE),
        ("I ran four miles today", {"app": "RunKeeper"}, APP_MADE),
        ("I liked a @YouTube video http://t.co/abc Bees at work", {}, APP_MADE),
        ("I just liked a video: Bees at work https://t.co/abc", {}, APP_MADE),
        ("I added a video to a @YouTube playlist http://t.co/abc Bees", {}, APP_MADE),
        ("I posted a new photo to Facebook http://t.co/abc", {}, APP_MADE),
        ("Just posted a photo @ The Old Garden https://t.co/abc", {}, APP_MADE),
        ("I'm at The Old Garden (Springfield, IL) https://t.co/abc", {}, APP_MADE),
        ("I'm at The Old Garden in Springfield, IL https://t.co/abc", {}, APP_MADE),
        ("I just became the mayor of The Old Garden on @foursquare!", {}, APP_MADE),
        ("The latest The Bee Daily! https://t.co/abc Thanks to @bob @carl #bees", {}, APP_MADE),
        ("The Bee Daily is out! http://t.co/abc ▸ Top stories today via @bob", {}, APP_MADE),
        ("Today stats: 3 followers, No unfollowers via http://t.co/abc", {}, APP_MADE),
        ("3 people unfollowed me // automatically checked by http://t.co/abc", {}, APP_MADE),
        ("I just ran 5.02 km with Nike+. http://t.co/abc", {}, APP_MADE),
        ("#NowPlaying Flight of the Bumblebee http://t.co/abc", {}, APP_MADE),
        ("Such a lovely day with all of my bees and… https://t.co/abc", {"app": "Instagram"}, SENT_ON),
        ("A day among bees http://t.co/abc", {"app": "WordPress.com"}, SENT_ON),
        ("https://t.co/abc https://t.co/def", {}, LINK_ONLY),
        ("@bob @carl https://t.co/abc", {"reply_to": "7"}, LINK_ONLY),
        ("", {}, NO_WORDS),
        ("#bees #honey @bob 🐝🐝 https://t.co/abc", {}, NO_WORDS),
        ("1,000,000!!!", {}, NO_WORDS),
        ("Thank you! https://t.co/abc", {}, TOO_SHORT),
        ("谢谢你", {}, TOO_SHORT),
        ("The bees that came back today were so very… https://t.co/abc", {}, TRUNCATED),
        ("Die Bienen sind heute endlich wieder in den Garten gekommen.", {}, OTHER_LANGUAGE),
        ("Les abeilles sont enfin revenues dans le jardin.", {"lang": "fr"}, OTHER_LANGUAGE),
    ],
)
def test_what_is_not_the_persons_own_words_is_rejected(text: str, fields: dict[str, str], reason: str):
    rejected = clean_post(post(text, **fields), NAMES, "en")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason
    assert rejected.row["text"] == text


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ('"Never trust a hive, they say, and they are right." – @Ada', {}),
        ('"My rule: never trust a hive." --Ada Lovelace', {}),
        ('"My rule: never trust a hive." -- Ada Lovelace, 1843', {}),
        ('"Stay on message" is the chant. I always do.', {}),
        ('How quickly they forget who said "never again" - Has he no shame?', {}),
        ("Bees matter to all of us.", {"app": "TweetDeck"}),
        ("Bees matter to all of us.", {"app": "Facebook"}),
        ("RT if you love bees as I do", {}),
        ("I just voted for the bees. You should too! https://t.co/abc", {}),
        ("I'm at the garden show with @bob and his bees https://t.co/abc", {}),
        ("The latest news! https://t.co/abc is what I call a scandal", {}),
        ("I just ran 3 miles with my dog, and we are both tired.", {}),
        ("Good reading on bees. Do not miss it! https://t.co/abc via @thehive", {}),
        ('"Bees!" I said.', {}),
        ("Guten Morgen!  Thank you Pueblo, Colorado!", {}),
        ("我今天非常高兴见到大家", {"lang": "en"}),
    ],
)
def test_own_words_are_kept(text: str, fields: dict[str, str]):
    assert isinstance(clean_post(post(text, **fields), NAMES, "en"), Utterance)


def test_an_utterance_knows_its_post_and_what_it_answers():
    answer = post("@bob So true &amp; so sad.", reply_to="7", created_at="2018-10-10T20:19:24Z", lang="en")
    assert clean_post(answer, NAMES, "en", context="The bees are gone.") == Utterance(
        medium="post", text="So true & so sad.", context="The bees are gone.", created_at="2018-10-10T20:19:24Z",
        language="en", parents=(answer.id,),
    )  # fmt: skip


def thread(*texts: str, **fields: str) -> tuple[Post, ...]:
    posts = [post(texts[0], **fields)]
    for number, text in enumerate(texts[1:], start=2):
        posts.append(post(text, post_id=str(number), reply_to=str(number - 1), **fields))
    return tuple(posts)


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("A clock is a promise. 1/2", "It says noon. 2/2"), "A clock is a promise.\n\nIt says noon."),
        (("1/ A clock is,", "2/ so they say, a promise."), "A clock is, so they say, a promise."),
        (("I wrote of bees today...", "...and of wasps."), "I wrote of bees today... ...and of wasps."),
        (("@bob Bees come back.", "@ada Always."), "Bees come back.\n\nAlways."),
        (("(1/3) A clock is a promise", "It says noon (2/3) https://t.co/abc"), "A clock is a promise\n\nIt says noon"),
    ],
)
def test_a_thread_is_one_utterance(texts: tuple[str, ...], joined: str):
    posts = thread(*texts, kind="reply", created_at="2020-01-01T10:00:00Z")
    posts = (posts[0].model_copy(update={"reply_to": "99"}), *posts[1:])
    (utterance,) = clean_thread(posts, NAMES, "en", context="What is a clock?")
    assert isinstance(utterance, Utterance)
    assert (utterance.text, utterance.context) == (joined, "What is a clock?")
    assert utterance.parents == tuple(post.id for post in posts)


def test_what_is_not_the_persons_own_is_left_out_of_a_thread():
    posts = thread("The bees came back today.", '"@bob: how nice!" Thanks.', "https://t.co/abc", "And they stay.")
    *rejected, utterance = clean_thread(posts, NAMES, "en")
    assert [(row.reason, row.row["text"]) for row in rejected if isinstance(row, Rejected)] == [
        (QUOTED, posts[1].text),
        (LINK_ONLY, posts[2].text),
    ]
    assert isinstance(utterance, Utterance)
    assert utterance.text == "The bees came back today.\n\nAnd they stay."
    assert utterance.parents == (posts[0].id, posts[3].id)


def test_a_thread_of_few_words_is_too_short():
    assert [getattr(row, "reason", "") for row in clean_thread(thread("Bees!", "🐝", "Oh."))] == [
        NO_WORDS,
        TOO_SHORT,
        TOO_SHORT,
    ]


def test_without_a_wanted_language_none_is_rejected():
    utterance = clean_post(post("Die Bienen sind heute endlich wieder in den Garten gekommen."))
    assert isinstance(utterance, Utterance)
    assert utterance.language == "de"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ada.bsky.social Yes, I do think so.", "Yes, I do think so."),
        ("@bob@server.example, @cy-lo No, never in my life.", "No, never in my life."),
        ("We met at https://m\u00fcnchen.de/stra\u00dfe today.", "We met at today."),
    ],
)
def test_handles_and_links_of_other_networks_go_too(text: str, expected: str):
    assert clean_text(text, is_reply=True) == expected
