import pytest

from extractors.pages.plain import read_page
from likeness.errors import SourceGone
from likeness.sources import PageFile

SOURCE = PageFile(path="maud.md", url="https://example.org/maud", language="en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\r\n\r\nTwo.", "One.\n\nTwo."),
        ("## Life\nShe **was** [born](https://x.org/a) here.", "## Life\n\nShe was born here."),
        ("# Life #\n\n\n\nBorn ![a clock](c.png)here.", "# Life\n\nBorn a clockhere."),
        ("hard\nwrapped\n\nlines", "hard\nwrapped\n\nlines"),
        ("A" * 130 + ".\n" + "B" * 130 + ".", "A" * 130 + ".\n\n" + "B" * 130 + "."),
    ],
)
def test_paragraphs_and_headings(text: str, expected: str):
    assert read_page(text.encode(), SOURCE).text == expected


def test_the_first_heading_is_the_title_or_else_the_name_of_the_file():
    assert read_page(b"# Maud Tiller\n\nWords.", SOURCE).title == "Maud Tiller"
    assert read_page(b"Words.", SOURCE).title == "maud"
    assert read_page(b"# Maud\n\nWords.", SOURCE.model_copy(update={"title": "Tiller"})).title == "Tiller"


@pytest.mark.parametrize("content", [b"", b" \n\n", b"# Only\n\n## headings"])
def test_a_page_without_text_is_one_clear_line(content: bytes):
    with pytest.raises(SourceGone, match=r"maud\.md has no text"):
        read_page(content, SOURCE)
