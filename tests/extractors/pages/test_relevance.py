import pytest

from extractors.cleaning import OTHER_LANGUAGE
from extractors.pages.relevance import NOT_ABOUT_PERSON, PERHAPS_ABOUT_PERSON, judge, look
from likeness.records import Page, Rejected

NAMES = ("Maud Tiller", "Tiller")
FILLER = "The town of Saint Orla lies by the sea, and its people have always lived from fish and from clocks. "
REPORT = (
    "Maud Tiller, the clockmaker of Saint Orla, has died at the age of 84. Tiller mended every clock of the town. "
    "She learnt from her mother. Tiller never married. " + FILLER
)
GERMAN = "Die Stadt liegt am Meer, und ihre Leute leben seit jeher vom Fischfang und von den Uhren, die sie bauen. "


def page(title: str, text: str, language: str = "en") -> Page:
    return Page(url="https://example.org/", title=title, text=text, language=language)


def verdict(row: Page | Rejected) -> str:
    return row.reason if isinstance(row, Rejected) else "about"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Maud Tiller dies at 84", REPORT),
        ("Clockmaker dies", REPORT),  # not in the title, but it opens with her and goes on
        ("Maud E. Tiller, 84, clockmaker", REPORT.replace("Maud Tiller", "Maud E. Tiller")),
        ("MAUD TILLER DIES", REPORT.upper()),
        ("Tiller, Maud", "Tiller, Maud (1931–2015), clockmaker. " + FILLER),
        ("Maud Tiller - Wikipedia", "Maud Brewster Anne Tiller (born 1931) is a clockmaker.\n\n" + FILLER * 9),
        ("Mäud Tiller", REPORT.replace("Maud", "Mäud")),
        ("Maud Tiller", "# Life\n\nMaud Tiller Jr. was born here, as her mother was.\n\n" + REPORT),
        ("Maud Tiller", "Maud Tiller [reads]: I never wound a clock. " + "I was born by the sea. " * 40),
    ],
)
def test_pages_about_the_person_are_kept(title: str, text: str):
    assert verdict(judge(page(title, text), NAMES, "en")) == "about"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The clocks of Saint Orla", FILLER * 5),
        ("Tiller wins the race", "Tiller won again. Jane Tiller, 17, is the fastest. " + FILLER),  # a namesake
        ("A prize for Ann Oar", FILLER + "The Maud Tiller Prize is given each year. " + FILLER * 2),
        ("Maud Tiller Jr. opens a shop", "Maud Tiller Jr. has opened a shop. Maud Tiller Jr. sells clocks. " + FILLER),
        ("Clocks today", FILLER * 3 + "\n\nTagged: Maud Tiller, clocks"),
        ("Clocks today", FILLER * 3 + "\n\n- Maud Tiller\n- Ann Oar\n| Maud Tiller | 1931 |\n# Maud Tiller"),
        ("Deaths in May", FILLER * 9 + "\n\nMaud Tiller, 84, clockmaker.\n\n" + FILLER * 9),
        (
            "A history of the town",
            FILLER * 30 + "Maud Tiller spoke. " + FILLER * 30 + "Maud Tiller left. " + FILLER * 30,
        ),
        ("About tillers", "A tiller steers a boat. Maud tillers are wooden. " + FILLER * 3),
        ("", ""),
    ],
)
def test_pages_about_others_are_rejected(title: str, text: str):
    assert verdict(judge(page(title, text), NAMES, "en")) == NOT_ABOUT_PERSON


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("A talk with Maud Tiller", "I was born by the sea. I never wound a clock. " * 40),
        ("Maud Tiller Prize goes to Ann Oar", FILLER * 9),
        ("Jane Tiller", "Jane Tiller, wife of Maud Tiller's brother, sails. Jane Tiller was born here. " + FILLER * 5),
        ("Deaths", "Maud Tiller, 84, clockmaker. Ann Oar, 70, sailor. " + FILLER),
        ("The guild", FILLER * 6 + "Maud Tiller spoke. Maud Tiller and Ann Oar sang. " + FILLER * 6),
    ],
)
def test_doubtful_pages_have_a_reason_of_their_own(title: str, text: str):
    rejected = judge(page(title, text), NAMES, "en")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == PERHAPS_ABOUT_PERSON
    assert rejected.row["text"] == text  # for another look
    assert rejected.detail.startswith("Look(title=")


def test_a_page_in_another_language():
    assert (
        verdict(judge(page("Maud Tiller", "Maud Tiller\n\n" + (GERMAN * 2 + "\n\n") * 3), NAMES, "en"))
        == OTHER_LANGUAGE
    )
    assert verdict(judge(page("Maud Tiller", "Maud Tiller baute Uhren.\n\n" + GERMAN, "de"), NAMES, "de")) == "about"
    mixed = REPORT + "\n\n" + GERMAN
    assert verdict(judge(page("Maud Tiller", mixed), NAMES, "en")) == "about"
    assert verdict(judge(page("Maud Tiller", "Maud Tiller. 1931."), NAMES, "en-GB")) == "about"  # too short to tell
    assert verdict(judge(page("Maud Tiller", (GERMAN + "\n\n") * 3), (), "")) == "about"  # any language will do


def test_a_page_by_the_person_need_not_name_them():
    own = page("Of tides", "I wound no clock today. The sea was calm, and I thought of my mother and her hands.")
    assert judge(own, (), "en") is own
    assert verdict(judge(own, NAMES, "en")) == NOT_ABOUT_PERSON


@pytest.mark.parametrize(
    ("names", "title", "text", "expected"),
    [
        (("Pelé",), "Pele scores again", "Pele scored twice. Pelé was carried home. " + FILLER, "about"),
        (
            ("特斯拉", "尼古拉·特斯拉"),
            "特斯拉的一生",
            "特斯拉于1856年出生。特斯拉发明了交流电系统,后来特斯拉移居美国。",
            "about",
        ),
        (("José María Ñandú",), "Jose Maria Nandu", "José María Ñandú was born. " + FILLER, "about"),
        (("Oar", "Ann Oar"), "The oar", "An oar is of wood. Oar makers live here. " + FILLER, NOT_ABOUT_PERSON),
        (("Rear Admiral Tiller", "Maud Tiller"), "Rear Admiral Tiller", REPORT, "about"),
    ],
)
def test_names_of_all_kinds(names: tuple[str, ...], title: str, text: str, expected: str):
    assert verdict(judge(page(title, text), names, "")) == expected


def test_what_a_look_counts():
    found = look(page("Maud Tiller", REPORT), NAMES)
    assert (found.title, found.opening, found.full, found.names) == (1, 1, 1, 3)
    assert 5 < found.density < 8
