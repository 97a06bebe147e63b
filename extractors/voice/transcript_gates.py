"""Whether a text can be what is said in a piece of sound: gates on its words, each with a reason and its evidence.

A recogniser fails in known ways: it loops, it writes what stood at the end of its training videos over silence, it
guesses. Captions fail in others: they run late, or leave words out. `judge_text` looks for all of these in a clip;
`judge_wording` for those that the words alone show, in a text of any length.

Not found: a fluent wrong word that both transcripts share.
"""

import re
import zlib
from collections.abc import Sequence

from extractors.voice.error_rates import disagreement, normalised
from likeness.records import Seconds, Word

NO_WORDS = "no_words"
HALLUCINATION = "hallucination"
REPETITIVE = "repetitive"
COMPRESSIBLE = "compressible"
TOO_SLOW = "too_slow"
TOO_FAST = "too_fast"
LOW_CONFIDENCE = "low_confidence"
DISAGREEMENT = "disagreement"

LEAST_CONFIDENCE = 0.6
"""Mean word probability. Source: reference transcript gate."""

MOST_COMPRESSIBLE = 2.4
"""Bytes over bytes after zlib. Source: `compression_ratio_threshold` of Whisper's transcribe()."""

WINDOW_LETTERS = 600
"""Characters that are compressed at once, some 30 s of speech: Whisper's ratio is of one window, longer texts of plain
English pass it by their length alone."""

SLOWEST, FASTEST = 4, 25
"""Characters a second between which text can be what is said. Source: reference transcript gate."""

SPACELESS_LETTERS = 2.5
"""How many letters a character counts that is a syllable: 4 to 25 letters are 1.6 to 10 syllables a second."""

MOST_REPEATS = {1: 5, 2: 3}
"""How often a phrase of so many words may come in a row; the last number holds for longer ones. People do say "no, no,
no, no" and "I'm going to, I'm going to"; a loop does not end before its window does."""

LONGEST_PHRASE = 12
"""Words of a phrase that is looked for in loops."""

MOST_DISAGREEMENT = 0.2
"""Character error rate between two transcripts. Automatic captions have some 0.05 themselves, edited ones leave out
hesitations; 0.1 is the reference for a second recogniser, which writes every sound down."""

_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_CREDITS = (
    r"thank(?:s| you)(?: (?:so|very) much)? for (?:watching|listening|viewing)(?: (?:this|my|the|our) videos?)?",
    r"(?:please |dont forget to )?(?:like(?: comment)? and )?subscribe(?: to (?:my|our|the) channel)?",
    r"(?:ill )?see you in the next video",
    r"(?:sub ?titles?|captions?|transcription|transcribed|translated)(?: (?:made|provided))? by(?: \w+){1,6}",
    r"(?:the )?amara org(?: community)?",
    r"untertitel(?:ung)? (?:von|der|des|im auftrag des)(?: \w+){1,8}",
    r"vielen dank fürs zuschauen",
    r"sous titr(?:es|age)(?: \w+){1,6}",
    r"merci davoir regardé(?: cette vidéo)?",
    r"subtítulos (?:realizados )?por(?: \w+){1,6}",
    r"gracias por ver(?: el v[ií]deo)?",
    r"legendas (?:pela|por)(?: \w+){1,6}",
    r"obrigado por assistir",
    r"sottotitoli (?:creati|a cura|e revisione)(?: \w+){1,8}",
    r"ondertitel(?:s|ing) (?:ingediend )?door(?: \w+){1,6}",
    r"субтитры (?:сделал|создавал|подогнал)(?: \w+)?",
    r"продолжение следует",
    r"ご 視 聴 あ り が と う ご ざ い ま し た",
    r"시청해 ?주셔서 감사합니다",
    r"字 幕 (?:由|志 愿 者|提 供)(?: \w+){0,8}",
    r"(?:请 不 吝 )?点 赞 订 阅(?: \w+){0,16}",
)
"""What recognisers write over silence and music, in normalised words: the last lines of the videos they learnt from.
Source: openai/whisper discussion 679, and the reports that cite it."""

Verdict = tuple[str, str] | None
"""The reason and the evidence for dropping a text, or None."""


def judge_text(text: str, words: Sequence[Word], duration: Seconds, other_text: str | None = None) -> Verdict:
    """The first gate that a clip's text does not pass, and by how much; None if it passes them all.

    `words` are the text's, with their probabilities; `duration` is the clip's. `other_text` is what another engine
    heard there and around it; None if there is no other.
    """
    if not normalised(text):
        return NO_WORDS, ""
    rate = letters(text) / max(duration, 0.01)
    confidence = mean_probability(words)
    apart = disagreement(text, other_text) if other_text is not None else 0.0
    gates = (
        (TOO_SLOW, rate < SLOWEST, f"{rate:.1f} characters a second"),
        (TOO_FAST, rate > FASTEST, f"{rate:.1f} characters a second"),
        (LOW_CONFIDENCE, confidence < LEAST_CONFIDENCE, f"mean word probability {confidence:.2f}"),
        (DISAGREEMENT, apart > MOST_DISAGREEMENT, f"character error rate {apart:.2f}: {other_text}"),
    )
    return judge_wording(text) or next(((reason, detail) for reason, failed, detail in gates if failed), None)


def judge_wording(text: str) -> Verdict:
    """What the words alone show: `hallucination`, `repetitive` or `compressible`; None for words like anybody's."""
    plain = normalised(text)
    phrase = looped_phrase(plain.split())
    ratio = compression_ratio(text)
    gates = (
        (HALLUCINATION, is_credit(plain), ""),
        (REPETITIVE, bool(phrase), f"again and again: {phrase}"),
        (COMPRESSIBLE, ratio > MOST_COMPRESSIBLE, f"compression ratio {ratio:.1f}"),
    )
    return next(((reason, detail) for reason, failed, detail in gates if failed), None)


def letters(text: str) -> float:
    """The length of a text as if it were in letters: a character that is a syllable counts as several."""
    return len(text.strip()) + (SPACELESS_LETTERS - 1) * len(_SPACELESS.findall(text))


def mean_probability(words: Sequence[Word]) -> float:
    """The mean over all words; 1 where there are none."""
    return sum(word.probability for word in words) / len(words) if words else 1.0


def compression_ratio(text: str) -> float:
    """The highest of all windows of `WINDOW_LETTERS`."""
    windows = [text[start : start + WINDOW_LETTERS].encode() for start in range(0, len(text), WINDOW_LETTERS)]
    return max((len(window) / len(zlib.compress(window)) for window in windows), default=0.0)


def is_credit(plain: str) -> bool:
    """Whether normalised words are nothing but thanks and credits of a video."""
    return bool(plain) and not re.sub(rf"\b(?:{'|'.join(_CREDITS)})\b", "", plain).strip()


def looped_phrase(words: Sequence[str]) -> str:
    """The shortest phrase that comes in a row more often than `MOST_REPEATS`; '' if there is none."""
    for size in range(1, min(LONGEST_PHRASE, len(words) // 2) + 1):
        needed = size * MOST_REPEATS.get(size, MOST_REPEATS[max(MOST_REPEATS)])
        run = 0
        for position in range(size, len(words)):
            run = run + 1 if words[position] == words[position - size] else 0
            if run >= needed:
                return " ".join(words[position - size + 1 : position + 1])
    return ""
