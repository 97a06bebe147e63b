import pytest

from extractors.pages.wikitext import read_page
from likeness.errors import SourceGone
from likeness.sources import PageFile

SOURCE = PageFile(path="Maud_Tiller.wikitext", url="https://example.org/tiller")

PAGE = """{{short description|Clockmaker}}
{{Infobox person <!-- see the manual -->
| name = Maud Tiller
| image = Maud Tiller 1931.jpg
| birth_date = {{Birth date and age|1906|12|9|mf=y}}
| birth_place = [[Ayr (town)|Ayr]], Scotland
| spouse = {{marriage|John Oar|1930|1935}}<br />{{nowrap|Ned Gale}}
| death_date =
}}
[[File:Tiller.jpg|thumb|200px|Maud with a [[clock]]]]
'''Maud Tiller''' ({{lang|gd|Magaidh}}; born December 9, 1906) is a ''Scottish'' [[clockmaker]].<ref name="a">{{cite web
|title=Tiller}}</ref> Her [[clock]]s are {{convert|6|ft|m}} tall{{citation needed|date=May 2020}}.<ref name="a" />

==Early life==
She was born{{snd}}so she said{{mdash}}in a clock.__NOTOC__ It had&nbsp;30 rooms ({{IPA|x}}), [http://x.org all round].
* one
* two
{| class="wikitable"
! Year
|-
| 1931
|}
<blockquote>I never wound a clock.

Never once.</blockquote>
=== ''School'' ===
He said {{"|a thing}} <!-- not shown -->of no use.<br>Then he left.

==References==
{{reflist}}
[[Category:1906 births]]
[[de:Maud Tiller]]
"""


def test_markup_becomes_text():
    page = read_page(PAGE.encode(), SOURCE)
    assert page.title == "Maud Tiller"
    assert page.text.split("\n\n") == [
        "Name: Maud Tiller\nBirth date: December 9, 1906\nBirth place: Ayr, Scotland\nSpouse: John Oar, Ned Gale",
        "Maud Tiller (Magaidh; born December 9, 1906) is a Scottish clockmaker. Her clocks are 6 feet tall.",
        "## Early life",
        "She was born \u2013 so she said\u2014in a clock. It had 30 rooms, all round.\n- one\n- two",
        "> I never wound a clock.",
        "> Never once.",
        "### School",
        "He said of no use.\nThen he left.",
        "## References",
    ]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{death date|2012|2|16|df=y}}", "16 February 2012"),
        ("{{start date|1931|4}}", "April 1931"),
        ("{{birth year|1931}}", "1931"),
        ("{{start date|April 3, 1931}}", "April 3, 1931"),
        ("{{lang-fr|horloge}}", "horloge"),
        ("{{transl|ru|chasy}}", "chasy"),
        ("{{circa|1900}}", "c. 1900"),
        ("{{hlist|red|green}}", "red, green"),
        ("{{plainlist|\n* red\n* green\n}}", "red, green"),
        ("{{convert|3,000|acre|km2}}", "3,000 acres"),
        ("{{sfn|Oar|1931|p=4}}", ""),
        ("{{unknown|words}}", ""),
        ("[[Bestand:Uhr.JPG|mini|Eine Uhr]]", ""),
        ("[[Kategorie:Uhren]]", ""),
        ("[[wikt:clock|clock]]", "clock"),
        ("[[Clock (device)|]]", "Clock (device)"),
        ("''''bold'''' apostrophes", "'bold' apostrophes"),
        ("<math>x^2</math>", ""),
    ],
)
def test_templates_links_and_tags(template: str, words: str):
    page = read_page(f"Words: {template} end.".encode(), SOURCE)
    assert page.text == " ".join(f"Words: {words} end.".split())


def test_other_languages_have_infoboxes_too():
    page = read_page(b"{{Inligtingskas\n|naam=Mark\n|beroep=Skrywer\n|land=SA\n|kind=2}}\nMark skryf.", SOURCE)
    assert page.text == "Naam: Mark\nBeroep: Skrywer\nLand: SA\nKind: 2\n\nMark skryf."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "has no text"),
        ("{{stub}}\n[[Category:Empty]]", "has no text"),
        ("#REDIRECT [[Maud Tiller]]", "redirect to 'Maud Tiller'"),
        ("== A heading ==", "has no text"),
    ],
)
def test_a_page_without_text_is_one_clear_line(content: str, message: str):
    with pytest.raises(SourceGone, match=message):
        read_page(content.encode(), SOURCE)
