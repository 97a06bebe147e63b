import gzip

import pytest

from extractors.files import unpacked
from extractors.pages.html import read_page
from likeness.errors import SourceGone
from likeness.persona import PageSource

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

SOURCE = PageSource(path="tiller.html", url="https://example.org/tiller", license="CC BY 4.0", revision="7")


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
