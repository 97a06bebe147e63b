"""Who is meant by a name, asked of a local Wikidata and Commons."""

from datetime import date
from typing import Any

import pytest

from extractors.pages.profile import VoiceRecording, describe, search
from extractors.web import Web
from likeness.errors import SourceGone


def claim(value: Any, rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    named = {name: [{"snaktype": "value", "datavalue": {"value": value}}] for name, value in qualifiers.items()}
    return {"rank": rank, "mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "qualifiers": named}


def item(qid: str) -> dict[str, Any]:
    return {"entity-type": "item", "id": qid}


def texts(value: str) -> dict[str, Any]:
    return {"en": {"language": "en", "value": value}}


def links(*sites: str) -> dict[str, Any]:
    return {site: {"site": site, "title": "x", "badges": []} for site in sites}


HUMAN = {"P31": [claim(item("Q5"))]}


def test_a_search_finds_people_those_who_are_called_so_and_known_first(wikidata: Any, local_web: Web) -> None:
    wikidata.add("Q1", "Grace Hopperton", claims=HUMAN, sitelinks=links("enwiki", "dewiki"))
    wikidata.add("Q2", "grace hopper", claims=HUMAN, descriptions=texts("painter"), sitelinks=links("commonswiki"))
    wikidata.add("Q3", "Grace Hopper", claims=HUMAN, descriptions=texts("admiral"), sitelinks=links("enwiki"))
    wikidata.add("Q4", "Grace Hopper Celebration", claims={"P31": [claim(item("Q2020153"))]})
    found = search("Grace Hopper", local_web, wikidata.url)
    assert [(person.qid, person.description, person.fits, person.pages) for person in found] == [
        ("Q3", "admiral", True, 1),
        ("Q2", "painter", True, 0),
        ("Q1", "", False, 2),
    ]


def test_accents_do_not_part_names(wikidata: Any, local_web: Web) -> None:
    wikidata.add("Q1", "Zoë Müller", claims=HUMAN, aliases={"en": [{"value": "Zoe Muller"}]})
    assert [person.fits for person in search("zoe muller", local_web, wikidata.url)] == [True]


def test_nobody_is_found(wikidata: Any, local_web: Web) -> None:
    assert search("Nobody", local_web, wikidata.url) == []
    assert len(wikidata.asked) == 1


@pytest.fixture
def hopper(wikidata: Any) -> None:
    claims = {
        **HUMAN,
        "P21": [claim(item("Q6581072"))],
        "P569": [claim({"time": "+1906-12-09T00:00:00Z", "precision": 11})],
        "P103": [claim(item("Q188"))],
        "P1412": [claim(item("Q1860")), claim(item("Q188")), claim(item("Q7"))],
        "P734": [claim(item("Q2106")), claim(item("Q16870000"))],
        "P856": [claim("https://old.example.org", P582={"time": "+2001-00-00T00:00:00Z", "precision": 9}),
                 claim("https://hopper.example.org")],
        "P2002": [claim("hopper_old"), claim("hopper", "preferred"), claim("gone", "deprecated")],
        "P12361": [claim("hopper.example.org")],
        "P4033": [claim("hopper@social.example.org")],
        "P2397": [claim("UC123")],
        "P1019": [claim("https://hopper.example.org/feed")],
        "P990": [claim("Grace Hopper voice.ogg")],
    }  # fmt: skip
    sites = {
        "enwiki": {"title": "Grace Hopper", "url": "https://en.wikipedia.org/wiki/Grace_Hopper"},
        "dewiki": {"title": "Grace Hopper (Admiralin)", "url": "https://de.wikipedia.org/wiki/Grace_Hopper"},
        "enwikiquote": {"title": "Grace Hopper", "url": "https://en.wikiquote.org/wiki/Grace_Hopper"},
        "commonswiki": {"title": "Category:Grace Hopper", "url": "https://commons.wikimedia.org/wiki/x"},
    }
    aliases = {"en": [{"value": "Amazing Grace"}], "mul": [{"value": "Grace M. Hopper"}, {"value": "Amazing Grace"}]}
    wikidata.add("Q1", "Grace Hopper", claims=claims, descriptions=texts("admiral"), sitelinks=sites, aliases=aliases)
    wikidata.add("Q188", "German", claims={"P424": [claim("de")]})
    wikidata.add("Q1860", "English", claims={"P218": [claim("en")]})
    wikidata.add("Q7", "British English", claims={"P424": [claim("en-gb")]})
    wikidata.add("Q2106", "Murray")
    wikidata.add("Q16870000", "Hopper")
    wikidata.files["File:Grace Hopper voice.ogg"] = {
        "url": "https://upload.wikimedia.org/voice.ogg",
        "descriptionurl": "https://commons.wikimedia.org/wiki/File:Grace_Hopper_voice.ogg",
        "size": 1200,
        "extmetadata": {
            "LicenseShortName": {"value": "CC BY-SA 3.0"},
            "Artist": {"value": '<a href="//x">Ann\nRay</a>'},
        },
    }


@pytest.mark.usefixtures("hopper")
def test_a_person_is_described(wikidata: Any, local_web: Web) -> None:
    found = describe("Q1", local_web, wikidata.url, wikidata.url)
    assert (found.name, found.description, found.pronouns) == ("Grace Hopper", "admiral", "she")
    assert (found.family_name, found.aliases) == ("Hopper", ("Amazing Grace", "Grace M. Hopper"))
    assert (found.born, found.languages) == (date(1906, 12, 9), ("de", "en"))
    assert found.wikipedia == {"en": "Grace Hopper", "de": "Grace Hopper (Admiralin)"}
    assert found.wikiquote == {"en": "Grace Hopper"}
    assert found.website == "https://hopper.example.org"
    assert (found.x, found.bluesky, found.mastodon) == ("hopper", "hopper.example.org", "hopper@social.example.org")
    assert (found.youtube, found.feed) == ("UC123", "https://hopper.example.org/feed")
    assert found.voice == VoiceRecording(
        url="https://upload.wikimedia.org/voice.ogg",
        page="https://commons.wikimedia.org/wiki/File:Grace_Hopper_voice.ogg",
        size=1200,
        license="CC BY-SA 3.0",
        author="Ann Ray",
    )
    assert len(wikidata.asked) == 3


def test_little_is_known(wikidata: Any, local_web: Web) -> None:
    wikidata.add("Q2", "", claims=HUMAN, labels={"ru": {"value": "Ада"}}, aliases=[], sitelinks=[], descriptions=[])
    found = describe("Q2", local_web, wikidata.url, wikidata.url)
    assert (found.name, found.pronouns, found.born, found.languages, found.voice) == ("Ада", "they", None, (), None)


def test_a_recording_that_commons_has_deleted_is_none(wikidata: Any, local_web: Web) -> None:
    wikidata.add("Q2", "Ada Quill", claims={**HUMAN, "P990": [claim("gone.ogg")]})
    assert describe("Q2", local_web, wikidata.url, wikidata.url).voice is None


def test_what_is_no_person_is_refused(wikidata: Any, local_web: Web) -> None:
    wikidata.add("Q3", "USS Hopper", claims={"P31": [claim(item("Q174736"))]})
    for qid in ("Q3", "Q404"):
        with pytest.raises(SourceGone, match=f"{qid}: not a person on Wikidata"):
            describe(qid, local_web, wikidata.url, wikidata.url)
