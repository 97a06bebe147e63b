"""Who speaks when, inside one recording: one voice at a time, labels `voice-0`, `voice-1`, ... by first appearance.

The embedded engine: speech (silero-vad) -> vectors of 1.6 s windows (Resemblyzer) -> clusters -> the likeliest
sequence of voices over frames of 50 ms, in which changing the voice inside speech costs more than in a pause.

What it cannot do: find overlapped speech (the louder voice gets it; `finds_overlap` is False), part two voices that
sound alike on the telephone, or follow a meeting recorded from far away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extractors.voice.activity import Span, bridge, detect_speech
from extractors.voice.audio import Waveform
from extractors.voice.speakers import SpeakerEncoder, Windows, centroid, embed_windows, open_encoder
from likeness.persona import Voice
from likeness.records import Seconds

FRAME = 0.05
"""Seconds between two decisions on who speaks."""

SAME_VOICE = 0.78
"""Clusters with a higher cosine are one voice. Set on 15 composed talks (clean, noise, music): two voices 0.55 to 0.78,
two halves of one voice 0.79 to 0.91. On the telephone two voices reached 0.89, so there they are taken for one."""

MOST_VOICES = 10
"""An interview has fewer; the first, fine cut is into this many clusters."""

FEWEST_WINDOWS = 8
"""A cluster of fewer windows (about 3 s of speech) is no voice of its own; its windows go to the nearest voice."""

MOST_WINDOWS = 4000
"""Windows that are clustered, evenly taken from a long recording: clustering needs memory by their square."""

SWITCH_IN_SPEECH = 1.0
SWITCH_IN_PAUSE = 0.2
"""What a change of voice costs, in summed cosine over frames: 0.2 of cosine lead over 0.25 s, or over 0.05 s."""

LONGEST_PAUSE = 0.5
"""Seconds of silence inside one turn."""


@dataclass(frozen=True)
class VoiceSpan:
    """One voice speaks from `start` to `end`."""

    start: Seconds
    end: Seconds
    voice: str


class Diarizer(Protocol):
    """Finds who speaks when. `finds_overlap` tells whether two voices at once are found."""

    finds_overlap: bool

    def diarize(self, sound: Waveform) -> list[VoiceSpan]:
        """The spans of all voices, in order; `sound` is at 16 kHz."""
        ...


class EmbeddedDiarizer:
    """silero-vad, Resemblyzer and clustering; nothing to download."""

    finds_overlap = False

    def __init__(self, encoder: SpeakerEncoder) -> None:
        self.encoder = encoder

    def diarize(self, sound: Waveform) -> list[VoiceSpan]:
        """See `Diarizer`."""
        speech = detect_speech(sound)
        if not speech:
            return []
        wide = embed_windows(sound, bridge(speech, 0.3), self.encoder)
        narrow = embed_windows(sound, speech, self.encoder, width=0.8)
        voices = cluster_voices(wide)
        num_frames = round(sound.duration / FRAME) + 1
        scores = (_frame_scores(wide, voices, num_frames) + _frame_scores(narrow, voices, num_frames)) / 2
        return label_spans(speech, likeliest_voices(scores, _speech_frames(speech, num_frames)))


def open_diarizer(settings: Voice) -> Diarizer:
    """The diarizer of `[voice] diarize`."""
    match settings.diarize:
        case "embedded":
            return EmbeddedDiarizer(open_encoder())


def cluster_voices(windows: Windows) -> NDArray[np.float32]:
    """The centroids of the voices, (num_voices, dim), at least one.

    The recording's mean is taken away first (it is the room and the microphone), Ward's clustering cuts finely, and
    clusters are joined while two of them are one voice by `SAME_VOICE`. Short stretches are left out.
    """
    longest = max(end - start for start, end in windows.spans)
    whole = np.array([end - start >= min(1.2, longest) for start, end in windows.spans])
    vectors = windows.vectors[whole]
    vectors = vectors[np.linspace(0, len(vectors) - 1, min(len(vectors), MOST_WINDOWS)).astype(int)]
    sums, sizes = _join_alike(*_fine_clusters(vectors))
    voices = _unit(sums[sizes >= min(FEWEST_WINDOWS, sizes.max())])
    nearest = (vectors @ voices.T).argmax(axis=1)
    return np.stack([centroid(vectors[nearest == k]) if (nearest == k).any() else v for k, v in enumerate(voices)])


def _fine_clusters(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """The sum of the vectors of each of at most `MOST_VOICES` clusters, and their sizes."""
    if len(vectors) < 2:
        return vectors, np.ones(len(vectors), np.intp)
    from scipy.cluster.hierarchy import fcluster, linkage

    labels = fcluster(linkage(_unit(vectors - vectors.mean(axis=0)), "ward"), MOST_VOICES, "maxclust")
    names, sizes = np.unique(labels, return_counts=True)
    return np.stack([vectors[labels == name].sum(axis=0) for name in names]), sizes


def _join_alike(sums: NDArray[np.float32], sizes: NDArray[np.intp]) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Join the two closest clusters, until no two are one voice."""
    while len(sums) > 1:
        cosines = _unit(sums) @ _unit(sums).T - 2 * np.eye(len(sums))
        kept, joined = np.unravel_index(cosines.argmax(), cosines.shape)
        if cosines[kept, joined] < SAME_VOICE:
            break
        sums[kept] += sums[joined]
        sizes[kept] += sizes[joined]
        sums, sizes = np.delete(sums, joined, axis=0), np.delete(sizes, joined)
    return sums, sizes


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9), np.float32)


def _frame_scores(windows: Windows, voices: NDArray[np.float32], num_frames: int) -> NDArray[np.float64]:
    """How much each frame sounds like each voice, (num_frames, num_voices): the windows over it vote, centres most."""
    votes, weights = np.zeros((num_frames, len(voices))), np.full(num_frames, 1e-9)
    for (start, end), cosines in zip(windows.spans, windows.vectors @ voices.T, strict=True):
        first, last = int(start / FRAME), max(int(start / FRAME) + 1, int(end / FRAME))
        weight = np.hanning(last - first + 2)[1:-1]
        votes[first:last] += weight[:, None] * cosines
        weights[first:last] += weight
    return np.asarray(votes / weights[:, None])


def _speech_frames(speech: Sequence[Span], num_frames: int) -> NDArray[np.bool_]:
    frames = np.zeros(num_frames, bool)
    for start, end in speech:
        frames[round(start / FRAME) : round(end / FRAME)] = True
    return frames


def likeliest_voices(scores: NDArray[np.float64], speech: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The voice of each frame, (num_frames,): the sequence with the highest sum of scores less its changes.

    Found with Viterbi's algorithm; `scores` is (num_frames, num_voices), and counts only where there is `speech`.
    """
    num_frames, num_voices = scores.shape
    total, came_from = scores[0].copy(), np.zeros((num_frames, num_voices), np.intp)
    for frame in range(1, num_frames):
        cost = SWITCH_IN_SPEECH if speech[frame] and speech[frame - 1] else SWITCH_IN_PAUSE
        best = int(total.argmax())
        stays = total >= total[best] - cost
        came_from[frame] = np.where(stays, np.arange(num_voices), best)
        total = np.where(stays, total, total[best] - cost) + scores[frame] * speech[frame]
    voices = np.full(num_frames, total.argmax())
    for frame in range(num_frames - 1, 0, -1):
        voices[frame - 1] = came_from[frame, voices[frame]]
    return voices


def label_spans(speech: Sequence[Span], voices: NDArray[np.intp]) -> list[VoiceSpan]:
    """Cut speech where the voice changes, and join what one voice says with short pauses."""
    pieces = [piece for start, end in speech for piece in _voice_pieces(start, end, voices)]
    names = {voice: f"voice-{order}" for order, voice in enumerate(dict.fromkeys(voice for *_, voice in pieces))}
    turns: list[VoiceSpan] = []
    for start, end, voice in pieces:
        if turns and turns[-1].voice == names[voice] and start - turns[-1].end < LONGEST_PAUSE:
            start = turns.pop().start
        turns.append(VoiceSpan(round(start, 3), round(end, 3), names[voice]))
    return turns


def _voice_pieces(start: Seconds, end: Seconds, voices: NDArray[np.intp]) -> list[tuple[Seconds, Seconds, int]]:
    """One stretch of speech, cut at the frames where the voice changes; its ends stay where the speech ends."""
    first, last = round(start / FRAME), max(round(start / FRAME) + 1, round(end / FRAME))
    changes = [frame for frame in range(first + 1, last) if voices[frame] != voices[frame - 1]]
    edges = [start, *(frame * FRAME for frame in changes), end]
    return [(edges[i], edges[i + 1], int(voices[frame])) for i, frame in enumerate([first, *changes])]
