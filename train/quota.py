"""The best hours of a voice: where there is more than enough, only the cleanest clips are worth training on."""

from collections.abc import Sequence
from itertools import accumulate

from likeness.records import Clip, Rejected

BEYOND_QUOTA = "beyond_quota"


def best_quota(clips: Sequence[Clip], hours: float | None) -> tuple[list[Clip], list[Rejected]]:
    """Keep the best clips, in their order, as long as they last no more than `hours` together; None keeps them all.

    Better is a higher DNSMOS, then a higher SNR; a clip without DNSMOS comes after those with one. No clip is kept
    that is worse than a dropped one, so the first that does not fit ends the quota. Dropped: `beyond_quota`.
    """
    if hours is None:
        return list(clips), []
    ranked = sorted(clips, key=lambda clip: (-(clip.dnsmos or 0.0), -clip.snr_db, clip.id))
    lasting = accumulate(clip.duration for clip in ranked)
    kept = {clip.id for clip, seconds in zip(ranked, lasting, strict=True) if seconds <= hours * 3600}
    reason = f"the best {hours:g} h are better"
    return (
        [clip for clip in clips if clip.id in kept],
        [Rejected.of(clip, BEYOND_QUOTA, reason) for clip in clips if clip.id not in kept],
    )
