"""The person's voice as clips for a voice dataset: cut, checked against every voice of the recording, measured.

A clip is dropped for the first gate that it does not pass. The gates on the voice come first (`VOICE_GATES`), those on
the sound next, and `no_words` last: what is rejected for `no_words` is a good clip that only lacks its transcript.

What spoils clips is leakage at their ends, not identity: so it is not the mean of a clip that must be the person's,
but every window in it, against the person and against the other voice that is most like it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.voice import quality
from extractors.voice.activity import Span
from extractors.voice.audio import Sound
from extractors.voice.encoders import SpeakerEncoder
from extractors.voice.pieces import Piece
from extractors.voice.quality import Quality, QualityMeter
from extractors.voice.speakers import Vector, centroid, embed_windows
from extractors.voice.transcript_gates import judge_text
from extractors.voice.transcription import words_around
from likeness.persona import Persona
from likeness.records import Clip, Recording, Word
from likeness.sections import Vits, Voice

NOT_THE_PERSON = "not_the_person"
OTHER_VOICE_INSIDE = "other_voice_inside"
TOO_SHORT = "too_short"
TOO_LONG = "too_long"
CLIPPED = "clipped"
NARROW_BAND = "narrow_band"
LOW_SNR = "low_snr"
LOW_DNSMOS = "low_dnsmos"

VOICE_GATES = (TOO_SHORT, TOO_LONG, NOT_THE_PERSON, OTHER_VOICE_INSIDE)
"""The reasons that say: this is not, or not surely, the person alone."""

LEAST_SIMILARITY = 0.5
"""To the person as enrolled, in another room perhaps. Source: windows of 1.6 s of four talks of one person, compared
across talks, 95 % above 0.56; strangers on 11 readers, 95 % below 0.5."""

LEAST_MARGIN = 0.0
"""No window may be more like another voice of the recording than like the person."""

Verdict = tuple[str, str] | None
"""The reason and the evidence for dropping a clip, or None."""


@dataclass(frozen=True)
class Voices:
    """The voices a clip is compared with, vectors of length 1.

    `person` is the enrolled voice, `own` the person's voice as it sounds in this recording, `others` the rest of it,
    (num_others, dim). `least_similarity` to `own` is what a window of the person has.
    """

    person: Vector
    own: Vector
    others: NDArray[np.float32]
    least_similarity: float


@dataclass(frozen=True)
class Likeness:
    """How like the person a piece is: cosines, and the lead over the most similar other voice (1 where there is none).

    `to_person` is of the whole piece; `least_own` and `least_margin` are those of its worst window.
    """

    to_person: float
    least_own: float
    least_margin: float


def compare(sound: Sound, span: Span, voices: Voices, encoder: SpeakerEncoder) -> Likeness:
    """Compare a piece with the voices; `sound` is the whole recording at 16 kHz."""
    vectors = embed_windows(sound, [span], encoder).vectors
    to_own = vectors @ voices.own
    leads = to_own - (vectors @ voices.others.T).max(axis=1, initial=-1.0)
    return Likeness(
        to_person=round(float(centroid(vectors) @ voices.person), 4),
        least_own=round(float(to_own.min()), 4),
        least_margin=round(float(leads.min()), 4) if len(voices.others) else 1.0,
    )


def judge(
    piece: Piece,
    likeness: Likeness,
    measured: Quality,
    voices: Voices,
    voice: Voice,
    vits: Vits,
    other_text: str | None = None,
) -> Verdict:
    """The first gate that a piece does not pass, and by how much; None if it passes them all.

    The words come last, so that `no_words` means: good but for the words. `other_text` is what the captions say there,
    where another engine heard the words.
    """
    opinion = measured.dnsmos
    gates: tuple[tuple[str, bool, str], ...] = (
        (TOO_SHORT, piece.duration < vits.shortest, f"{piece.duration:.2f} s"),
        (TOO_LONG, piece.duration > vits.longest, f"{piece.duration:.2f} s without a pause"),
        (NOT_THE_PERSON, likeness.to_person < LEAST_SIMILARITY, f"similarity {likeness.to_person:.2f}"),
        (OTHER_VOICE_INSIDE, likeness.least_own < voices.least_similarity, f"similarity {likeness.least_own:.2f}"),
        (OTHER_VOICE_INSIDE, likeness.least_margin < LEAST_MARGIN, f"margin {likeness.least_margin:.2f}"),
        (CLIPPED, measured.clipped > quality.MOST_CLIPPED, f"{measured.clipped:.1%} of the samples"),
        (NARROW_BAND, measured.bandwidth < quality.NARROWEST_BAND, f"{measured.bandwidth:.0f} Hz"),
        (LOW_SNR, measured.snr_db < voice.minimum_snr_db, f"{measured.snr_db:.1f} dB"),
        (LOW_DNSMOS, opinion is not None and opinion.overall < voice.minimum_dnsmos, f"{opinion and opinion.overall}"),
    )
    failed = next(((reason, detail) for reason, fails, detail in gates if fails), None)
    return failed or judge_text(piece.text, piece.words, piece.duration, other_text)


def cut_clips(
    recording: Recording,
    pieces: Iterator[Piece],
    sound: Sound,
    analysis: Sound,
    voices: Voices,
    encoder: SpeakerEncoder,
    meter: QualityMeter,
    persona: Persona,
    witness: Sequence[Word] = (),
) -> Iterator[tuple[Clip, Verdict]]:
    """Each piece as a clip without a path, with the gate that it fails.

    `sound` is the whole recording at full rate, `analysis` the same at 16 kHz; `witness` are the words that the
    captions give, where another engine heard the words.
    """
    for piece in pieces:
        likeness = compare(analysis, (piece.start, piece.end), voices, encoder)
        measured = meter.measure(sound, piece.start, piece.end)
        clip = Clip(
            parents=(recording.id,),
            path="",
            recording=recording.id,
            start=piece.start,
            end=piece.end,
            text=piece.text,
            similarity=likeness.to_person,
            snr_db=measured.snr_db,
            dnsmos=measured.dnsmos.overall if measured.dnsmos else None,
            sampling_rate=sound.sampling_rate,
            duration=round(piece.duration, 3),
        )
        other_text = words_around(witness, piece.start, piece.end) or None
        yield clip, judge(piece, likeness, measured, voices, persona.voice, persona.vits, other_text)
