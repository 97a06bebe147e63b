"""What yt-dlp says of a video: whether to fetch it, what names it, which captions it has. Nothing is fetched here.

{"_type": "url", "ie_key": "Youtube", "id": "2K6ao-fqA00", "title": "...", "duration": 5727, "live_status": None}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from likeness.records import Rejected, Seconds
from likeness.sources import VideoList

Info = dict[str, Any]
"""A video, a list or a reference to one, as "_type" says. Its fields: yt_dlp/extractor/common.py."""

LIVE = "live"
MEMBERS_ONLY = "members_only"
TOO_LONG = "too_long"
HOURS_FULL = "hours_full"

CLOSED = frozenset({"private", "premium_only", "subscriber_only", "needs_auth"})
"""yt-dlp's names ("availability") for videos that a visitor cannot see."""

SECRET = frozenset(
    """
    url, manifest_url, fragment_base_url, fragments, formats, http_headers, cookies, downloader_options, request_data,
    player_url, hls_aes, subtitles, automatic_captions, thumbnail, thumbnails, heatmap
    """.replace(",", " ").split()
)
"""Fields that hold signed addresses, headers or cookies, or nothing of use."""


def judge(info: Info, source: VideoList, seconds: Seconds) -> Rejected | None:
    """Why a video is not fetched, as far as can be told from what is known of it; None if it is.

    Rejected are what is or will be on air (`live`), what a visitor cannot see (`members_only`, unless there are
    cookies), what alone is longer than `max_hours` (`too_long`), and the first video with which the list would be, as
    `seconds` are there already (`hours_full`): the walk ends with it.
    """
    row, limit = described(info), source.max_hours * 3600
    duration = info.get("duration") or 0
    if info.get("is_live") or info.get("live_status") in ("is_live", "is_upcoming", "post_live"):
        return Rejected(reason=LIVE, row=row, detail="on air, or not yet; collect again when it is over")
    if info.get("availability") in CLOSED and not source.cookies:
        return Rejected(reason=MEMBERS_ONLY, row=row, detail=f"{info['availability']}: needs a login; see cookies")
    if duration > limit:
        return Rejected(reason=TOO_LONG, row=row, detail=f"{duration / 3600:.1f} of max_hours = {source.max_hours:g}")
    if seconds + duration > limit or seconds >= limit:
        detail = f"{seconds / 3600:.1f} of max_hours = {source.max_hours:g} are there; this and the rest are left out"
        return Rejected(reason=HOURS_FULL, row=row, detail=detail)
    return None


def described(info: Info) -> dict[str, Any]:
    """A video in a rejected row."""
    return {"url": str(info.get("webpage_url") or info.get("url") or "").partition("#__")[0], "title": title_of(info)}


def title_of(info: Info) -> str:
    """The title on one line, without what cannot be printed: control characters, half emoji, marks of direction."""
    title = "".join(sign if sign.isprintable() else " " for sign in str(info.get("title") or ""))
    return " ".join(title.split())


def merge_reference(reference: Info, found: Info) -> Info:
    """What a reference leads to; if it is a transparent one, with what the list says of it (a feed knows the title)."""
    if reference.get("_type") != "url_transparent":
        return found
    own = ("_type", "url", "ie_key", "id", "extractor", "extractor_key")
    merged = {**found, **{name: value for name, value in reference.items() if value is not None and name not in own}}
    return {**merged, "_type": "url_transparent"} if found.get("_type") == "url" else merged


def caption_tracks(info: Info, language: str) -> list[Info]:
    """The captions worth having, best first: by hand, then automatic, then by hand in a language that nobody names.

    They are in the language that is spoken (as the site says; else `language`, ISO 639): a translation holds words that
    were never said. Automatic ones are taken where the site marks them as the original, if it marks any.
    """
    spoken = _language(info.get("language")) or _language(language)
    manual: Mapping[Any, list[Info]] = info.get("subtitles") or {}
    automatic: Mapping[Any, list[Info]] = info.get("automatic_captions") or {}
    marked = {name: tracks for name, tracks in automatic.items() if str(name).endswith("-orig")}
    by_hand = [tracks for name, tracks in sorted(manual.items(), key=str) if _language(name) == spoken]
    heard = [tracks for name, tracks in (marked or automatic).items() if _language(name) == spoken]
    unnamed = [tracks for name, tracks in manual.items() if not _language(name)]
    return [track for tracks in [*by_hand, *heard, *unnamed] for track in _readable(tracks)]


def _readable(tracks: list[Info]) -> Iterator[Info]:
    for kind in ("vtt", "srt"):
        yield from (track for track in tracks if track.get("ext") == kind and "tlang=" not in (track.get("url") or ""))


def _language(name: Any) -> str:
    """'en' for 'en-US' or 'en-orig'; '' for a label that is no language code, like 'und' or 'Subtitles'."""
    code = str(name or "").lower().replace("_", "-").split("-")[0]
    return code if 2 <= len(code) <= 3 and code.isascii() and code != "und" else ""


def public_info(info: Info) -> Info:
    """What a site says of a video, JSON-able, without anything signed or private."""
    from yt_dlp import YoutubeDL

    return {
        name: value
        for name, value in YoutubeDL.sanitize_info(dict(info), remove_private_keys=True).items()
        if name not in SECRET and not name.startswith("_")
    }


def video_key(info: Info) -> str:
    """What names a video or a reference: its site and its id there; on any other page, its address and its id."""
    from yt_dlp.utils import unsmuggle_url

    site = info.get("ie_key") or info.get("extractor_key") or "Generic"
    if site not in ("Generic", "HTML5MediaEmbed") and info.get("id"):
        return f"{site} {info['id']}"
    url, smuggled = unsmuggle_url(info.get("url") or "", {})
    page = info.get("webpage_url") or url
    return f"{site} {(smuggled or {}).get('force_videoid') or page} {info.get('id') or ''}".rstrip()
