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
    TOO_SHORT,
    TRUNCATED,
    clean_post,
    clean_text,
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
        ("I ran four miles today", {"app": "RunKeeper"}, APP_MADE),
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


def test_without_a_wanted_language_none_is_rejected():
    utterance = clean_post(post("Die Bienen sind heute endlich wieder in den Garten gekommen."))
    assert isinstance(utterance, Utterance)
    assert utterance.language == "de"
