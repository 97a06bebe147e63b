from extractors.syndication import SUPERSEDED, SYNDICATED, dropped
from likeness.records import Page

SENTENCES = [
    f"In the year {1900 + n} Maud Tiller mended clock number {n * 7} of the town of Saint Orla." for n in range(40)
]
REPORT = "\n\n".join(SENTENCES)
CHINESE = "".join(f"一九{n}年,她在圣奥拉镇修好了第{n * 7}座钟。" for n in range(60))


def page(url: str, text: str) -> Page:
    return Page(url=url, title="Maud Tiller", text=text)


def test_the_last_of_several_revisions_is_kept():
    pages = [
        page("https://example.org/tiller?utm_source=rss", "She mends clocks."),
        page("https://example.org/other", "Something else."),
        page("http://www.example.org/tiller/", "She mended clocks."),
    ]
    assert dropped(pages) == {pages[0].id: SUPERSEDED}


def test_a_near_copy_of_an_earlier_page_is_dropped():
    first = page("https://agency.example/tiller", REPORT)
    copy = page("https://herald.example/a/17", f"SAINT ORLA (AP) —\n\n{REPORT}\n\nCopyright, all rights reserved.")
    edited = page("https://post.example/a", REPORT.replace("1907", "nineteen seven").replace("1933", "the thirties"))
    assert dropped([first, copy, edited]) == {copy.id: SYNDICATED, edited.id: SYNDICATED}
    assert dropped([copy, edited, first]) == {edited.id: SYNDICATED, first.id: SYNDICATED}


def test_copies_in_a_script_without_spaces():
    first, copy = page("https://a.example/", CHINESE), page("https://b.example/", "本报讯 " + CHINESE)
    assert dropped([first, copy]) == {copy.id: SYNDICATED}


def test_pages_that_say_something_of_their_own_are_kept():
    pages = [
        page("https://a.example/", REPORT),
        page("https://b.example/", "\n\n".join(SENTENCES[:20])),  # cut in half: no near copy
        page("https://c.example/", "\n\n".join(SENTENCES[:20]) + CHINESE),
        page("https://d.example/", "She mends clocks."),
        page("https://e.example/", "She mends watches."),
        page("https://f.example/", ""),
    ]
    assert dropped(pages) == {}


def test_an_older_revision_is_no_reason_to_drop_a_copy():
    old = page("https://a.example/", REPORT)
    new = page("https://a.example/", "The report was withdrawn.")
    copy = page("https://b.example/", REPORT + "\n\nBy an agency.")
    assert dropped([old, copy, new]) == {old.id: SUPERSEDED}


def test_the_same_pages_give_the_same_result():
    pages = [page(f"https://{n}.example/", " ".join(SENTENCES[n % 7 :])) for n in range(20)]
    assert dropped(pages) == dropped(iter(pages))


def test_the_time_of_retrieval_says_what_came_first():
    late = page("https://a.example/", REPORT).model_copy(update={"retrieved_at": "2026-05-01T00:00:00Z"})
    early = page("https://b.example/", REPORT + "!").model_copy(update={"retrieved_at": "2026-04-01T00:00:00Z"})
    assert dropped([late, early]) == {late.id: SYNDICATED}
