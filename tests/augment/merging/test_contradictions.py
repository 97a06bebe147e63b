import pytest

from augment.merging.contradictions import judge
from augment.merging.groups import merge
from augment.merging.sources import Source
from augment.person import Person
from likeness.records import Claim

VOSS = Person("Ida Voss", ("Ida Voss", "Voss", "伊達·沃斯"), "she")
WIKIPEDIA = Source("wikipedia.org", is_encyclopedia=True)


def standings(*claims: str, quotes: tuple[str, ...] = (), sites: tuple[Source, ...] = ()) -> list[str]:
    """The standing of each fact that the claims make, each claim from a site of its own."""
    rows = [row(claim, number, quotes[number] if quotes else claim) for number, claim in enumerate(claims)]
    sources = {one.passage: site for one, site in zip(rows, sites, strict=False)}
    return [verdict.standing for verdict in judge(merge(rows, VOSS), sources, VOSS)]


def row(claim: str, number: int, quote: str) -> Claim:
    return Claim(passage=f"passage-{number}", claim=claim, quote=quote, quote_start=0, quote_end=len(quote))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Voss was born in 1880.", "Ida Voss was born on 3 May 1881 in Lund."),
        ("Ida Voss was born on 3 May 1880.", "Ida Voss was born on 4 May 1880."),
        ("Ida Voss was born in Lund.", "Ida Voss was born in Kiruna in 1880."),
        ("Ida Voss died at the age of 86.", "Ida Voss died at the age of 87 in Lund."),
        ("Ida Voss was buried in Lund.", "Ida Voss was buried in Kiruna."),
        ("Ida Voss's father died in 1901.", "In 1903, Ida Voss's father died in Lund."),
        ("Ida Voss's father, Karl Voss, kept bees.", "Ida Voss's father was Otto Lind."),
        ("Ida Voss had four children.", "Ida Voss had 5 children."),
        ("Ida Voss was the third of five children.", "Ida Voss was the fourth of five children."),
        ("Ida Voss was six feet tall.", "Ida Voss was 5 feet tall."),
        ("Ida Voss spoke eight languages.", "Ida Voss spoke nine languages."),
        ("In 1901, Ida Voss founded the Hale Works.", "Ida Voss founded the Hale Works in Lund in 1902."),
        ("Ida Voss founded the Hale Works in Lund.", "In 1901, Ida Voss founded the Hale Works in Kiruna."),
        ("In 1890, Ida Voss married Otto Lind.", "On 3 May 1890, Ida Voss married Karl Hale in Lund."),
        ("Ida Voss completed her studies in 1890.", "In 1891, Ida Voss completed her studies."),
        ("Ida Voss was 188 cm tall.", "Ida Voss was 190 cm tall."),
        (
            "In 1891, at the age of 35, Ida Voss became a citizen of Norway.",
            "In 1891, at the age of 36, Ida Voss became a citizen of Norway.",
        ),
        ("Ida Voss sold the Hale Works for $20,000.", "Ida Voss sold the Hale Works for $25,000."),
        ("In 1891, Ida Voss became a citizen of Norway.", "In 1892, Ida Voss became a citizen of Norway."),
        ("Ida Voss graduated from Lund University in 1873.", "In 1875, Ida Voss graduated from Lund University."),
        ("Ida Voss never married.", "In 1890, Ida Voss married Otto Lind."),
        ("Ida Voss was never a member of parliament.", "Ida Voss was a member of parliament from 1890 to 1893."),
        ("Ida Voss lives in Lund.", "Ida Voss lives in Kiruna."),
        ("Ida Voss is married to Otto Lind.", "Ida Voss is married to Karl Hale."),
        (
            "In 1881, Ida Voss moved to Lund to work under Otto Hale at the mill.",
            "In 1882, Ida Voss moved to Lund to work under Otto Hale at the mill.",
        ),
        (
            "In 1881, Ida Voss borrowed 300 crowns from Otto Hale for the mill.",
            "In 1881, Ida Voss borrowed 400 crowns from Otto Hale for the mill.",
        ),
        ("Ida Voss was born in 1880.", "1881年，伊達·沃斯出生於隆德。"),
        ("伊達·沃斯於1943年1月7日去世。", "伊達·沃斯於1943年1月8日在隆德病逝。"),
    ],
)
def test_what_cannot_both_be_true_is_disputed(one: str, other: str) -> None:
    assert standings(one, other) == ["disputed", "disputed"]
    assert standings(other, one) == ["disputed", "disputed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 1882, Ida Voss moved to Paris.", "In 1881, Ida Voss moved to Budapest."),
        ("In 1882, Ida Voss moved to Paris.", "In 1890, Ida Voss moved to Paris."),
        ("Ida Voss won the prize in 1903.", "Ida Voss won the prize in 1911."),
        ("Ida Voss was born in Lund.", "Ida Voss was born in Sweden."),
        ("Ida Voss was born in the village of Dalby, Skåne County.", "Ida Voss was born in Skåne."),
        ("Ida Voss was born in Lund on 3 May 1880.", "Ida Voss was born into a family of bakers in May 1880."),
        ("Ida Voss died in the Grand Hotel.", "Ida Voss died in Lund."),
        ("Ida Voss died in her sleep.", "Ida Voss died in Lund."),
        ("Ida Voss's brother died in 1880.", "Ida Voss's brother died in 1890."),
        ("Ida Voss's mother, Anna Berg, sang.", "Ida Voss's mother was Anna Voss."),
        ("Ida Voss's father was Swedish.", "Ida Voss's father, Otto, kept bees."),
        ("Ida Voss had four sons.", "Ida Voss had two daughters."),
        ("Ida Voss had about 300 bees.", "Ida Voss had over 200 bees."),
        ("Ida Voss was 35 years old.", "Ida Voss was 40 years old."),
        ("Ida Voss was ill for nine months.", "Ida Voss was ill for two months."),
        ("Ida Voss wrote 50 letters to Hale.", "Ida Voss wrote 40 letters to Hale."),
        (
            "In 1881, Ida Voss won the great prize of the bakers of Lund.",
            "In 1885, Ida Voss won the great prize of the bakers of Lund.",
        ),
        (
            "In 1881, Ida Voss borrowed 300 crowns from Otto Hale for the mill.",
            "In 1885, Ida Voss borrowed 400 crowns from Otto Hale for the mill.",
        ),
        ("In 1901, Ida Voss founded a company.", "In 1903, Ida Voss founded a company."),
        ("Ida Voss graduated from Lund University in 1873.", "In 1875, Ida Voss graduated from the Graz Polytechnic."),
        ("In 1890, Ida Voss married Otto Lind.", "In 1899, Ida Voss married Karl Hale."),
        ("In 1890, Ida Voss married Otto Lind.", "In May 1890, Ida Voss married the baker Lind."),
        ("In 1890, Ida Voss sold her house.", "In 1899, Ida Voss sold her house."),
        ("In 1890, Ida Voss patented a lamp.", "In 1899, Ida Voss patented a lamp."),
        ("Ida Voss founded the Hale Works in Lund.", "Ida Voss founded the Hale Works in Sweden."),
        ("Ida Voss never returned to Lund.", "In 1881, Ida Voss returned to Lund."),
        ("Ida Voss never met Hale in Lund.", "Ida Voss met Hale in Kiruna."),
        ("As a child, Ida Voss never owned a book.", "In 1890, Ida Voss owned a book."),
        ("Ida Voss was born in 1880.", "Hale, who met Ida Voss in 1890, was born in 1881."),
        ("Ida Voss lived in Lund in 1890.", "Ida Voss lived in Kiruna in 1900."),
        ("Ida Voss was married to Otto Lind.", "Ida Voss was married to Karl Hale."),
        ("Ida Voss is a director of the Lund Museum.", "Ida Voss is the director of the Kiruna Mine."),
        (
            "Since 2005, Ida Voss is the director of the mint.",
            "Ida Voss was the director of the mint from 1990 to 2000.",
        ),
        ("Ida Voss is a baker.", "In 1990, Ida Voss was a baker."),
        ("Ida Voss lives in Lund with Hale.", "Ida Voss lived in Lund with Otto from 1990 to 2000."),
        ("Ida Voss worked as a baker from 1890 to 1892.", "Ida Voss worked as a teacher from 1892 to 1895."),
        ("伊達·沃斯的父親於1901年去世。", "伊達·沃斯於1943年去世。"),
    ],
)
def test_what_may_both_be_true_stands(one: str, other: str) -> None:
    assert standings(one, other) == ["current", "current"]
    assert standings(other, one) == ["current", "current"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Since 2010, Ida Voss lives in Lund.", "Since 2015, Ida Voss lives in Kiruna."),
        ("Ida Voss has worked as a baker since 2010.", "Ida Voss has worked as a teacher since 2012."),
        ("Since 2001, Ida Voss is married to Otto Lind.", "Since 2011, Ida Voss is married to Karl Hale."),
        ("Since 2001, Ida Voss is the director of the mint.", "Since 2008, Ida Voss is the director of the bank."),
        ("Ida Voss works for Hale & Co.", "Ida Voss worked for Hale & Co. until 2010."),
        ("Ida Voss is the director of the mint.", "Ida Voss was the director of the mint from 1990 to 2000."),
        (
            "Since 1990, Ida Voss is the director of the mint.",
            "Ida Voss was the director of the mint from 1990 to 2000.",
        ),
        ("In 2010, Ida Voss's firm had 50 employees.", "In 2015, Ida Voss's firm had 80 employees."),
    ],
)
def test_a_later_state_takes_the_place_of_an_earlier_one(earlier: str, later: str) -> None:
    assert standings(earlier, later) == ["superseded", "current"]
    assert standings(later, earlier) == ["current", "superseded"]


def test_more_sites_are_believed_and_one_site_counts_once() -> None:
    born = ("Ida Voss was born in 1880.", "Voss was born in 1880.", "Ida Voss was born in 1881.")
    two, one = Source("a.example"), Source("b.example")
    assert standings(*born) == ["current", "superseded"]
    assert standings(*born, sites=(two, two, one)) == ["disputed", "disputed"]
    assert standings(*born, sites=(two, one, one)) == ["current", "superseded"]  # who says both speaks for neither


def test_an_encyclopedia_is_believed_unless_more_sites_contradict_it() -> None:
    assert standings(
        "Ida Voss was born in 1880.", "Ida Voss was born in 1881.", sites=(Source("a.example"), WIKIPEDIA)
    ) == ["superseded", "current"]
    born = ("Ida Voss was born in 1880.", "Voss was born in 1880.", "Ida Voss was born in 1881.")
    assert standings(*born, sites=(Source("a.example"), Source("b.example"), WIKIPEDIA)) == ["disputed"] * 2


def test_a_less_exact_value_speaks_for_all_that_it_allows() -> None:
    claims = ("Ida Voss was born in Lund in 1880, the year of the comet, as the second of two daughters of a baker.",)
    assert standings(*claims, "Ida Voss was born on 3 May 1880.", "Ida Voss was born on 4 May 1881.") == [
        "current",
        "current",
        "superseded",
    ]


def test_both_sides_name_their_rivals() -> None:
    rows = [row("Ida Voss was born in 1880.", 0, "q"), row("Ida Voss was born in 1881.", 1, "r")]
    verdicts = judge(merge(rows, VOSS), {}, VOSS)
    assert [verdict.rivals for verdict in verdicts] == [{rows[1].id}, {rows[0].id}]


def test_what_comes_later_has_no_rival_in_what_was_before() -> None:
    rows = [row("Since 2010, Ida Voss lives in Lund.", 0, "q"), row("Since 2015, Ida Voss lives in Kiruna.", 1, "r")]
    verdicts = judge(merge(rows, VOSS), {}, VOSS)
    assert [verdict.rivals for verdict in verdicts] == [{rows[1].id}, set()]


def test_a_place_inside_another_is_known_from_the_sources() -> None:
    claims = ("Ida Voss was born in Dalby.", "Ida Voss was born in Torna.", "Ida Voss kept bees.")
    assert standings(*claims)[:2] == ["disputed", "disputed"]
    tied = (*claims[:2], "In Dalby (now in Torna), Voss kept bees.")
    assert standings(*claims, quotes=tied)[:2] == ["current", "current"]


def test_one_source_may_tell_two_events_in_the_same_words() -> None:
    event = "Ida Voss moved to Lund to work under Otto Hale at the mill."
    assert standings(f"In 1881, {event}", f"In 1885, {event}", sites=(WIKIPEDIA, WIKIPEDIA)) == ["current", "current"]


def test_opinions_contradict_nothing() -> None:
    rows = [row(f"Ida Voss had {count} souls.", count, "q") for count in (2, 3)]
    opinions = [one.model_copy(update={"kind": "opinion"}) for one in rows]
    assert [verdict.standing for verdict in judge(merge(opinions, VOSS), {}, VOSS)] == ["current"] * 2
