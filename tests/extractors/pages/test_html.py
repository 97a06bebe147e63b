import gzip

import pytest

from extractors.files import unpacked
from extractors.pages.html import read_article, read_page
from likeness.errors import SourceGone
from likeness.sources import PageFile

PARAGRAPH = (
    "Maud Tiller was born in a small town by the sea, where her mother mended clocks and her father sold them, "
    "and where nobody had ever thought of building a machine that could keep time without being wound.[{}]"
)
PAGE = f"""<html><head><title>Maud Tiller - The Almanac</title><meta property="og:title" content="Maud Tiller"></head>
<body><nav><a href="/">Home</a><a href="/buy">Subscribe now</a></nav>
<article><h1>Maud Tiller</h1><p>{PARAGRAPH.format(1)}</p>
<h2>Early life</h2><p>{PARAGRAPH.format(2)}</p><p>First line of hers.<br>Second line of hers.</p>
<h3>School</h3><ul><li>The school by the harbour, for six years</li><li>The school of clocks, for four years</li></ul>
<table><tr><th>Year</th><th>Clock</th></tr><tr><td>1931</td><td>The quiet one</td></tr></table>
<blockquote>I never wound a clock in my life.</blockquote>
<p>{PARAGRAPH.format(3)}</p></article>
<footer>Copyright of nobody, all rights reserved</footer></body></html>"""

SOURCE = PageFile(path="tiller.html", url="https://example.org/tiller", license="CC BY 4.0", revision="7")


def test_main_text_with_headings_lists_and_tables_marked():
    page = read_page(PAGE.encode(), SOURCE)
    blocks = page.text.split("\n\n")
    assert blocks[0] == "# Maud Tiller"
    assert PARAGRAPH.format(1) in blocks
    assert blocks.index("## Early life") < blocks.index(PARAGRAPH.format(2)) < blocks.index("### School")
    assert "First line of hers. Second line of hers." in blocks
    assert "- The school by the harbour, for six years\n- The school of clocks, for four years" in blocks
    assert "| Year | Clock |\n| 1931 | The quiet one |" in blocks
    assert "> I never wound a clock in my life." in blocks
    assert "Subscribe now" not in page.text
    assert (page.title, page.url, page.license, page.revision) == ("Maud Tiller", SOURCE.url, "CC BY 4.0", "7")


def test_a_gzipped_page_in_an_old_encoding():
    content = gzip.compress(
        PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Maud", "Zoé").encode("latin-1")
    )
    assert read_page(unpacked(content, "tiller.html.gz"), SOURCE).title == "Zoé Tiller"


def test_the_title_of_the_source_is_preferred():
    assert read_page(PAGE.encode(), SOURCE.model_copy(update={"title": "Tiller, Maud"})).title == "Tiller, Maud"


@pytest.mark.parametrize(
    "content", [b"", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"\x00\x01\x02"]
)
def test_a_page_without_text_is_one_clear_line(content: bytes):
    with pytest.raises(SourceGone, match=r"tiller\.html has no text"):
        read_page(content, SOURCE)


OLD_PAGE = f"""<html><head><title>Maud Tiller</title></head><body><table><tr><td>Loose words before.
<p>{PARAGRAPH.format(1)}</p>MEANING:
   words after it, with <i>a tail</i> of their own.<br><br>Another paragraph.<p>{PARAGRAPH.format(2)}</p>
And a last line that no tag holds.</td></tr></table></body></html>"""


def test_words_between_the_tags_of_an_old_page_are_kept():
    text = " ".join(read_page(OLD_PAGE.encode(), SOURCE).text.split())
    for words in (
        "Loose words before.",
        PARAGRAPH.format(1),
        "MEANING: words after it, with a tail of their own.",
        "Another paragraph.",
        "And a last line that no tag holds.",
    ):
        assert words in text
    assert "|" not in text


@pytest.mark.parametrize(
    ("heading", "named", "title"),
    [
        ("<h1>A Letter on Clocks</h1>", "A Letter on Clocks | The Almanac", "A Letter on Clocks"),
        ("<h1>Clocks &amp; <i>high</i> tides</h1>", "Clocks and high tides : 1994", "Clocks & high tides"),
        ("<h1>The Almanac</h1><h1>A Letter on Clocks</h1>", "A Letter on Clocks | The Almanac", "A Letter on Clocks"),
        ("<h1>The Almanac</h1>", "A Letter on Clocks | The Almanac", "A Letter on Clocks | The Almanac"),
        ("", "A Letter on Clocks", "A Letter on Clocks"),
        ("<h1>A Letter</h1><h1>on Clocks</h1>", "A Letter on Clocks | Almanac", "A Letter on Clocks | Almanac"),
    ],
)
def test_the_heading_that_the_named_title_repeats_is_the_title(heading: str, named: str, title: str):
    content = PAGE.replace("<h1>Maud Tiller</h1>", heading)
    content = content.replace("Maud Tiller - The Almanac", named).replace('content="Maud Tiller"', f'content="{named}"')
    assert read_page(content.encode(), SOURCE).title == title


@pytest.mark.parametrize(
    ("author", "expected"), [("By Ann Oar", "Ann Oar"), ("Ann Oar", "Ann Oar"), ("Byron Oar", "Byron Oar"), ("", "")]
)
def test_author_and_date(author: str, expected: str):
    head = f'<meta name="author" content="{author}"><meta property="article:published_time" content="2014-11-06T08:49">'
    article = read_article(PAGE.replace("<head>", f"<head>{head}").encode(), SOURCE)
    assert (article.author, article.date) == (expected, "2014-11-06")
    assert article.page == read_page(PAGE.replace("<head>", f"<head>{head}").encode(), SOURCE)


def test_what_only_machines_see_is_left_out():
    hidden = '<p style="display:none">Hidden words for a machine, which no reader of the page would ever see there.</p>'
    assert "Hidden words" not in read_page(PAGE.replace("<h2>", f"{hidden}<h2>").encode(), SOURCE).text


def test_of_several_articles_the_one_that_the_page_is_about():
    words = PARAGRAPH.replace("Maud Tiller", "Ann Oar").format(9)
    older = f"<article><h2>The clocks of Ann Oar</h2><p>{words}</p></article>"
    text = read_page(PAGE.replace("</article>", "</article>" + older * 9).encode(), SOURCE).text
    assert PARAGRAPH.format(1) in text
    assert "Ann Oar" not in text


def test_a_page_that_is_a_row_of_articles_is_read_whole():
    articles = "".join(f"<article><h2>Clock {n}</h2><p>{PARAGRAPH.format(n)}</p></article>" for n in range(4))
    text = read_page(f"<html><body><main>{articles}</main></body></html>".encode(), SOURCE).text
    assert [PARAGRAPH.format(n) in text for n in range(4)] == [True] * 4


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "blockquote"])
def test_a_page_nested_without_end_is_read_or_refused(tag: str):
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    content = f"<html><body>{f'<{tag}>' * 3000}<p>{PARAGRAPH.format(1)}</p>{closing * 3000}</body></html>"
    try:
        assert "Maud Tiller" in read_page(content.encode(), SOURCE).text
    except SourceGone as error:
        assert "has no text" in str(error)


def test_words_in_the_manner_of_code_do_not_part_a_sentence_and_one_cell_is_no_table():
    added = "<p>The clock of the <code>quiet</code> kind is the <b>best</b> of all that she made in her long life.</p>"
    quote = "<table><tr><td>A clock is never late, she said to the town.</td></tr></table>"
    text = read_page(PAGE.replace("<h3>", f"{added}{quote}<h3>").encode(), SOURCE).text
    assert "The clock of the quiet kind is the best of all that she made in her long life." in text.split("\n\n")
    assert "A clock is never late, she said to the town." in text.split("\n\n")
