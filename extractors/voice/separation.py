"""Voices without the background. `none` leaves the sound as it is: clips with music or noise under them are then
rejected by the quality gates, and counted.
"""

from typing import Protocol

from extractors.voice.audio import Waveform
from likeness.persona import Voice


class Separator(Protocol):
    """Takes music and noise away from speech."""

    def separate(self, mixture: Waveform) -> Waveform:
        """The vocals of a recording, as long and at the same rate as the mixture."""
        ...


class NoSeparator:
    """The vocals are the mixture."""

    def separate(self, mixture: Waveform) -> Waveform:
        """See `Separator`."""
        return mixture


def open_separator(settings: Voice) -> Separator:
    """The separator of `[voice] separate`."""
    match settings.separate:
        case "none":
            return NoSeparator()
