import pytest

from extractors.posts.fields import BROKEN_JSON, NOT_AN_OBJECT, app_name, iso_utc, json_objects, plain_text
from likeness.records import Rejected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24Z"),
        ("Wed Oct 10 22:19:24 +0200 2018", "2018-10-10T20:19:24Z"),
        ("2025-10-31T18:09:12.335Z", "2025-10-31T18:09:12Z"),
        ("2025-10-31 18:09:12 UTC", "2025-10-31T18:09:12Z"),
        ("2025-10-31", "2025-10-31T00:00:00Z"),
        ("10-31-2018 20:19:24", "2018-10-31T20:19:24Z"),
        (1539202764, "2018-10-10T20:19:24Z"),
        ("1539202764000", "2018-10-10T20:19:24Z"),
        ("", ""),
    ],
)
def test_dates_become_iso_in_utc(date: str | float, expected: str):
    assert iso_utc(date) == expected


@pytest.mark.parametrize(
    "date",
    [
        "yesterday",
        "0001-01-01T00:00:00+05:00",
        "31st of October",
        "Wed Foo 10 20:19:24 +0000 2018",
        "13-45-2018 00:00:00",
    ],
)
def test_other_dates_are_refused(date: str):
    with pytest.raises(ValueError):
        iso_utc(date)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("plain &amp; simple", "plain &amp; simple"),
        ("1 < 2 and <3", "1 < 2 and <3"),
        ("<p>One.<br/>Two.</p><p>Three &amp; four</p>", "One.\nTwo.\n\nThree & four"),
        ('<p>RT <span><a href="https://x.y/@z">@<span>z</span></a></span> hi</p>', "RT @z hi"),
        ('<p>Mine.<span class="quote-inline"><br/>RT: https://a.b/1</span></p>', "Mine."),
        ("<p></p>", ""),
        ("<p>a\x00b\x1b</p>", "ab"),
    ],
)
def test_html_becomes_text(content: str, expected: str):
    assert plain_text(content) == expected


@pytest.mark.parametrize(
    "text", ['[{"a": 1}, {"a": 2}]', '{"a": 1}\n{"a": 2}\n', ' [\n {"a": 1},\n{"a": 2} ] ;', '{"a": 1}{"a": 2}']
)
def test_objects_of_an_array_or_of_lines(text: str):
    assert list(json_objects(text, "posts")) == [{"a": 1}, {"a": 2}]


def test_a_broken_array_keeps_what_came_before():
    first, broken = json_objects('[{"a": 1},\n{"a": "never closed', "tweets.js")
    assert first == {"a": 1}
    assert isinstance(broken, Rejected)
    assert broken.reason == BROKEN_JSON
    assert broken.detail.startswith("tweets.js: Unterminated string starting at: line 2")


def test_a_broken_line_loses_only_itself():
    rows = list(json_objects('{"a": 1}\n{"a": \n{"a": 3}\n{"b"', "posts.jsonl"))
    assert [row for row in rows if isinstance(row, dict)] == [{"a": 1}, {"a": 3}]
    assert [row.reason for row in rows if isinstance(row, Rejected)] == [BROKEN_JSON, BROKEN_JSON]


@pytest.mark.parametrize("text", ['[{"a": ' + "[" * 100_000, '[{"a": ' + "9" * 5000 + "}]"])
def test_what_json_cannot_hold_is_broken(text: str):
    assert BROKEN_JSON in [row.reason for row in json_objects(text, "x") if isinstance(row, Rejected)]


@pytest.mark.parametrize("half", [r"\ud83d", r"\uDC1D", r"\ud83d!"])
def test_an_emoji_cut_in_half_does_not_spoil_the_row(half: str):
    (row,) = json_objects(f'[{{"a": "bees \\ud83d\\udc1d", "b": "bees {half}"}}]', "x")
    assert isinstance(row, dict)
    assert row["a"] == "bees 🐝"
    assert row["b"].startswith("bees ?")


def test_what_is_no_object_is_rejected():
    assert [row.reason for row in json_objects('["a", 1]', "x")] == [NOT_AN_OBJECT, NOT_AN_OBJECT]  # type: ignore[union-attr]


def test_the_app_is_the_name_inside_the_link():
    assert app_name('<a href="http://twitter.com" rel="nofollow">Twitter for iPhone</a>') == "Twitter for iPhone"
    assert app_name("") is None
