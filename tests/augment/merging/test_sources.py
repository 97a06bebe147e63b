import pytest

from augment.merging.sources import Source, balance, source_of
from likeness.records import Page

A, B, C = Source("a.example"), Source("b.example"), Source("c.example")
WIKIPEDIA = Source("wikipedia.org", is_encyclopedia=True)


@pytest.mark.parametrize(
    ("url", "site", "is_encyclopedia"),
    [
        ("https://www.news.example/ida", "news.example", False),
        ("https://en.wikipedia.org/wiki/Ida_Voss", "wikipedia.org", True),
        ("https://zh.wikipedia.org/wiki/X", "wikipedia.org", True),
        ("https://www.wikidata.org/wiki/Q1", "wikidata.org", True),
        ("https://notwikipedia.org/wiki/X", "notwikipedia.org", False),
        ("https://wikipedia.org.example/x", "wikipedia.org.example", False),
    ],
)
def test_a_source_is_a_site(url: str, site: str, is_encyclopedia: bool) -> None:
    assert source_of(Page(url=url, title="", text="t")) == Source(site, is_encyclopedia)


def test_a_page_without_an_address_is_a_source_of_its_own() -> None:
    page = Page(url="", title="", text="t")
    assert source_of(page) == Source(page.id)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([A], [B], 0),
        ([A, B], [C], 1),
        ([A, A], [C], 0),
        ([WIKIPEDIA], [A], 1),
        ([WIKIPEDIA], [A, B], 0),
        ([WIKIPEDIA, A], [B], 2),
        ([A, B], [A], 1),
        ([A], [A], 0),
    ],
)
def test_number_and_kind_are_weighed(ours: list[Source], theirs: list[Source], expected: int) -> None:
    assert balance(ours, theirs) == expected
    assert balance(theirs, ours) == -expected
