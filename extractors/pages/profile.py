"""Who is meant by a name, and where that person's public record lies: what `likeness init` asks Wikidata.

    search("Grace Hopper", web)  -> [Candidate("Q11641", "Grace Hopper", "American computer scientist ...")]
    describe("Q11641", web)      -> Profile(aliases, birth, languages, pages, accounts, a recording of the voice)

Does not handle: people whom Wikidata does not know, and accounts that are not stated there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from extractors.pages.claims import best, label_of, statements
from extractors.pages.wiki import ask, first, license_name
from extractors.pages.wikidata import SERVER, entities
from extractors.web import Web
from likeness.errors import SourceGone
from likeness.sources import slugify

COMMONS = "https://commons.wikimedia.org"

MOST_CANDIDATES = 20
"""Items that a search looks at: people of one name are among the first, before ships and prizes named after them."""

HUMAN = "Q5"

Pronouns = Literal["he", "she", "they"]
_PRONOUNS: Mapping[str, Pronouns] = {"Q6581097": "he", "Q2449503": "he", "Q6581072": "she", "Q1052281": "she"}
"""By gender (P21): male, trans man, female, trans woman. Everybody else is "they" until told otherwise."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant: `fits` if one of the names is just the one searched for; `pages` counts the wikis."""

    qid: str
    label: str
    description: str
    fits: bool = True
    pages: int = 0


@dataclass(frozen=True)
class VoiceRecording:
    """A recording of somebody's voice on Wikimedia Commons. `size` is in bytes; `page` names its author and licence."""

    url: str
    page: str
    size: int
    license: str = ""
    author: str = ""


@dataclass(frozen=True)
class Profile:
    """A person as Wikidata knows them; '' and empty where it does not. Languages are codes, the native one first."""

    qid: str
    name: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    family_name: str = ""
    pronouns: Pronouns = "they"
    born: date | None = None
    languages: tuple[str, ...] = ()
    wikipedia: Mapping[str, str] = field(default_factory=dict)
    wikiquote: Mapping[str, str] = field(default_factory=dict)
    website: str = ""
    x: str = ""
    bluesky: str = ""
    mastodon: str = ""
    youtube: str = ""
    feed: str = ""
    voice: VoiceRecording | None = None


def search(name: str, web: Web, server: str = SERVER) -> list[Candidate]:
    """The people who may be meant by a name, those who bear just this one first, then by how many wikis have a page."""
    params = {"action": "wbsearchentities", "search": name, "type": "item", "limit": str(MOST_CANDIDATES)}
    _, reply = ask(web, f"{server}/w/api.php", {**params, "language": "en", "uselang": "en"})
    hits = {hit["id"]: hit for hit in reply.get("search", [])}
    found = entities(web, server, list(hits), "labels|descriptions|claims|sitelinks")
    people = [_candidate(hits[item], entity, name) for item, entity in found.items() if item in hits and _human(entity)]
    return sorted(people, key=lambda person: (not person.fits, -person.pages))


def describe(qid: str, web: Web, server: str = SERVER, commons: str = COMMONS) -> Profile:
    """What is known of a person, in three or four requests.

    Raises:
        SourceGone: if there is no such item, or it is not a person.
    """
    params = {"action": "wbgetentities", "ids": qid, "props": "labels|descriptions|aliases|claims|sitelinks/urls"}
    _, reply = ask(web, f"{server}/w/api.php", params)
    entity = first(reply.get("entities", {}).values())
    if not _human(entity):
        raise SourceGone(f"{qid}: not a person on Wikidata; look the person up at {server}")
    spoken = [s.item for name in ("P103", "P1412") for s in statements(entity, name) if s.item]
    families = [statement.item for statement in statements(entity, "P734")]
    others = entities(web, server, _unique([*spoken, *families]), "labels|claims")
    recording = best(entity, "P990")
    return Profile(
        qid=entity.get("id", qid),
        name=_name(entity) or qid,
        description=label_of(entity, "descriptions"),
        aliases=_aliases(entity),
        family_name=_family_name(_name(entity), [label_of(others.get(item, {})) for item in families]),
        pronouns=_PRONOUNS.get(_item(entity, "P21"), "they"),
        born=_born(entity),
        languages=tuple(_unique([_language(others.get(item, {})) for item in spoken])),
        wikipedia=_titles(entity, "wikipedia.org"),
        wikiquote=_titles(entity, "wikiquote.org"),
        website=_text(entity, "P856"),
        x=_text(entity, "P2002"),
        bluesky=_text(entity, "P12361"),
        mastodon=_text(entity, "P4033"),
        youtube=_text(entity, "P2397"),
        feed=_text(entity, "P1019"),
        voice=_recording(recording.text, web, commons) if recording else None,
    )


def _candidate(hit: Mapping[str, Any], entity: Mapping[str, Any], name: str) -> Candidate:
    names = [label_of(entity), hit.get("label", ""), hit.get("match", {}).get("text", "")]
    wikis = [site for site in entity.get("sitelinks") or {} if re.fullmatch(r"[a-z_]+wiki", site)]
    return Candidate(
        qid=hit["id"],
        label=label_of(entity) or hit.get("label", hit["id"]),
        description=label_of(entity, "descriptions"),
        fits=slugify(name) in {slugify(known) for known in names if known},
        pages=len(set(wikis) - {"commonswiki", "specieswiki", "metawiki"}),
    )


def _human(entity: Mapping[str, Any]) -> bool:
    return any(statement.item == HUMAN for statement in statements(entity, "P31"))


def _name(entity: Mapping[str, Any]) -> str:
    """The English name; of somebody who has none, the one in their own language, or any."""
    labels = [str(label["value"]) for label in (entity.get("labels") or {}).values()]
    return label_of(entity) or _text(entity, "P1559") or next(iter(labels), "")


def _family_name(name: str, families: list[str]) -> str:
    """The family name that is a part of the name; a maiden name, say, may be none."""
    return next((family for family in families if family and f" {family} " in f" {name} "), "")


def _aliases(entity: Mapping[str, Any]) -> tuple[str, ...]:
    found = entity.get("aliases") or {}
    return tuple(_unique([str(alias["value"]) for code in ("en", "mul") for alias in found.get(code, [])]))


def _text(entity: Mapping[str, Any], property_id: str) -> str:
    """The account or address that is stated: a preferred one, or else the first that is not over, or the first."""
    found = statements(entity, property_id)
    ranked = sorted(found, key=lambda statement: (not statement.preferred, "P582" in statement.qualifiers))
    return ranked[0].text if ranked else ""


def _item(entity: Mapping[str, Any], property_id: str) -> str:
    statement = best(entity, property_id)
    return statement.item if statement else ""


def _born(entity: Mapping[str, Any]) -> date | None:
    statement = best(entity, "P569")
    return statement.moment.as_date if statement and statement.moment else None


def _language(entity: Mapping[str, Any]) -> str:
    """The code under which Wikimedia knows a language (P424), or that of ISO 639-1 (P218); 'en' for 'en-gb' too."""
    return (_text(entity, "P424") or _text(entity, "P218")).partition("-")[0]


def _titles(entity: Mapping[str, Any], project: str) -> dict[str, str]:
    """The titles of the pages of one project by language, as {'en': 'Grace Hopper'}."""
    hosts = {urlsplit(link.get("url", "")).hostname or "": link["title"] for link in _sitelinks(entity)}
    return {host.removesuffix(f".{project}"): title for host, title in hosts.items() if host.endswith(f".{project}")}


def _sitelinks(entity: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list((entity.get("sitelinks") or {}).values())


def _recording(file: str, web: Web, commons: str) -> VoiceRecording | None:
    """Where Commons keeps a file, and under which licence; None if it does not have it."""
    params = {"action": "query", "titles": f"File:{file}", "prop": "imageinfo", "iiprop": "url|size|extmetadata"}
    _, reply = ask(web, f"{commons}/w/api.php", params)
    info = first(first(reply.get("query", {}).get("pages", [])).get("imageinfo", []))
    if not info:
        return None
    about = {name: str(value.get("value", "")) for name, value in info.get("extmetadata", {}).items()}
    return VoiceRecording(
        url=info["url"],
        page=info.get("descriptionurl", ""),
        size=int(info.get("size", 0)),
        license=about.get("LicenseShortName", "") or license_name({"url": about.get("LicenseUrl", "")}),
        author=" ".join(re.sub(r"<[^>]*>", "", about.get("Artist", "")).split()),
    )


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
