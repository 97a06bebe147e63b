"""Videos of the web into raw/: a channel, a playlist, a podcast's feed, a search, or one video.

    raw/<source>/<video>/sound.webm      one folder a video, named by a hash; it appears whole
    raw/<source>/<video>/captions.vtt    written by hand if there are any, else automatic; never a translation
    raw/<source>/<video>/info.json       what the site says of it: title, chapters, sponsor marks, licence, ...
    raw/<source>/refused.jsonl           what was not fetched at the last collection, as rejected rows
    raw/<source>/refused                 why the list itself could not be read

A video that lies there is never asked for again. What was refused is, at the next collection.
"""

import hashlib
import json
import logging
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from extractors import retrieval
from extractors.video_info import (
    HOURS_FULL,
    Info,
    caption_tracks,
    described,
    judge,
    merge_reference,
    public_info,
    video_key,
)
from extractors.video_sites import VideoSites
from likeness.errors import NotFresh, SourceDenied, SourceError
from likeness.files import write_bytes
from likeness.persona import Persona
from likeness.records import Rejected, Seconds
from likeness.sources import VideoList
from likeness.workspace import Marker, Workspace

NO_VIDEO = "no_video"
VIDEO_DENIED = "video_denied"
VIDEO_UNAVAILABLE = "video_unavailable"

MOST_LISTED = 5_000
"""Entries of one list that are looked at. A daily podcast of ten years has 3,650."""

MOST_FAILURES = 5
"""Videos in a row that may fail; then the site wants to be left alone, and the rest waits for the next collection."""

DEEPEST = 8
"""Steps from the source to a list: a channel leads to its tabs, a tab to playlists, each by way of a reference."""

logger = logging.getLogger(__name__)


def fetch_videos(workspace: Workspace, persona: Persona, source: VideoList) -> Marker:
    """Fetch the sound and captions of what is new in a list, until all its videos together last `max_hours`.

    A list, or a video of it, that fails is noted, and asked for again at the next collection. A video whose length
    nobody knows beforehand is counted once it is there.

    Raises:
        NotFresh: if the workspace is frozen: what is new can only be told by asking.
    """
    if workspace.frozen:
        raise NotFresh(f"raw/{source.part}")
    started = time.monotonic()
    collection = _Collection(workspace, persona, source)
    try:
        collection.run()
        workspace.path("raw", source.part, "refused").unlink(missing_ok=True)
    except SourceError as error:
        retrieval.refuse(workspace, source, str(error))
        logger.warning("%s", error)
    finally:
        lines = "".join(f"{row.model_dump_json()}\n" for row in collection.rejected)
        write_bytes(workspace.path("raw", source.part, "refused.jsonl"), lines.encode())
    reasons = dict(sorted(Counter(row.reason for row in collection.rejected).items()))
    logger.info("raw: %d videos from %s, %d refused", collection.fetched, source.part, len(collection.rejected))
    seconds = round(time.monotonic() - started, 3)
    return Marker(made_from="", content="", kept=collection.fetched, rejected=reasons, seconds=seconds)


def held_videos(workspace: Workspace, source: VideoList) -> list[str]:
    """The names of a list's videos in raw/, sorted."""
    folder = workspace.path("raw", source.part)
    if not folder.exists():
        return []
    return sorted(path.name for path in folder.iterdir() if (path / "done.json").exists())


def held_info(workspace: Workspace, source: VideoList, video: str) -> Info:
    """What the site said of a video in raw/."""
    info: Info = json.loads(workspace.path("raw", source.part, video, "info.json").read_bytes())
    return info


def refused_videos(workspace: Workspace, source: VideoList) -> list[Rejected]:
    """What was not fetched at the last collection, and why."""
    path = workspace.path("raw", source.part, "refused.jsonl")
    return [Rejected.model_validate_json(line) for line in path.read_text().splitlines()] if path.exists() else []


class _Collection:
    """One walk over a list."""

    def __init__(self, workspace: Workspace, persona: Persona, source: VideoList) -> None:
        self.workspace, self.persona, self.source = workspace, persona, source
        infos = [held_info(workspace, source, video) for video in held_videos(workspace, source)]
        self.seconds: Seconds = sum(info.get("duration") or 0 for info in infos)
        self.rejected: list[Rejected] = []
        self.seen: set[str] = set()
        self.fetched = self.failures = 0
        self.is_full = False

    def run(self) -> None:
        """Walk from the source's address to its videos."""
        cookies = self.persona.resolve(self.source.cookies) if self.source.cookies else None
        with closing(VideoSites(self.persona.fetch, cookies)) as self.sites:
            self._follow(self.sites.look_up(self.source.url))

    def _follow(self, found: Info, key: str = "", depth: int = 0) -> None:
        """Fetch what a list, a reference or a video leads to. `key` names it, if a reference led here."""
        kind = found.get("_type", "video")
        if kind in ("playlist", "multi_video"):
            self._walk(found, depth)
            return
        if not key and not self._is_new(key := video_key(found)):
            return
        if self._is_held(_hashed(key)) or self._is_unwanted(found):
            return
        if kind == "video":
            self._fetch(found, _hashed(key))
        else:
            leads_to = self.sites.look_up(str(found.get("url") or ""), found.get("ie_key"))
            self._follow(merge_reference(found, leads_to), key, depth + 1)

    def _walk(self, found: Info, depth: int) -> None:
        if depth > DEEPEST:
            raise SourceDenied(f"{found.get('webpage_url')}: lists inside lists, {DEEPEST} deep; give a list of videos")
        for entry in self.sites.entries(found, MOST_LISTED):
            try:
                self._follow(entry, depth=depth + 1)
            except SourceError as error:
                self._note(entry, error)
            if self.is_full:
                break

    def _note(self, entry: Info, error: SourceError) -> None:
        reason = VIDEO_UNAVAILABLE if error.transient else VIDEO_DENIED if isinstance(error, SourceDenied) else NO_VIDEO
        self.rejected.append(Rejected(reason=reason, row=described(entry), detail=str(error)))
        self.failures += 1
        if self.failures >= MOST_FAILURES:
            raise error

    def _is_new(self, key: str) -> bool:
        """Whether this walk has not come by here yet: a channel's tabs and lists hold the same videos."""
        is_new = key not in self.seen
        self.seen.add(key)
        return is_new

    def _is_held(self, video: str) -> bool:
        """Whether a video is there, be it from another list of the same person."""
        lists = [source for source in self.persona.videos if isinstance(source, VideoList)]
        return any(self.workspace.path("raw", s.part, video, "done.json").exists() for s in [self.source, *lists])

    def _is_unwanted(self, info: Info) -> bool:
        verdict = judge(info, self.source, self.seconds)
        if verdict is not None:
            self.rejected.append(verdict)
            self.is_full = verdict.reason == HOURS_FULL
        return verdict is not None

    def _fetch(self, found: Info, video: str) -> None:
        info = self.sites.complete(found)
        if self._is_unwanted(info):
            return
        with self.workspace.build(f"raw/{self.source.part}/{video}", made_from=video) as folder:
            self._save_captions(info, folder)
            sound = self.sites.save_sound(info, folder)
            info["duration"] = info.get("duration") or _measured(sound)
            (folder / "info.json").write_text(json.dumps(public_info(info), indent=1))
        self.seconds += info["duration"]
        self.fetched += 1
        self.failures = 0

    def _save_captions(self, info: Info, folder: Path) -> None:
        """Keep the best captions that come; a passing fault is raised, so that the video waits for them."""
        for track in caption_tracks(info, self.source.language):
            try:
                self.sites.save_captions(track, info, folder)
                return
            except SourceError as error:
                if error.transient:
                    raise
                logger.info("captions: %s", error)


def _hashed(key: str) -> str:
    """A folder's name for a video: no outside name becomes a path."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _measured(sound: Path) -> Seconds:
    """How long a sound says it is; 0 if it does not."""
    import av

    try:
        with av.open(str(sound), metadata_errors="replace") as container:
            return (container.duration or 0) / av.time_base
    except (av.error.FFmpegError, OSError, ValueError):
        return 0
