"""What cannot be used: sentences whose form or source forbids it.

Each check gives a reason code: fragment, question, quoted_speech, hedged, attributed, hypothetical, privacy.
"""

import re

from augment.english.lexicon import FUNCTION_WORDS, HEDGES

PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)|"
    r"(?<![\w.])\+?\d?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])|"
    r"\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z]\w+ ){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd)\b"
)
"""E-mail, social security and card numbers, telephones, street addresses."""
_SPEAKER = re.compile(r"(?<![\w'’])(?:I|we|my|our|me|us|mine|ours|you|your|I'm|I've)(?![\w'’.])", re.IGNORECASE)
_SPEECH = re.compile(
    r":\s?[\"“]|\b(?:said|says|stat(?:ed|ing)|saying|wrote|remark(?:ed|ing)|repl(?:ied|ying)|noted|asked|added|"
    r"declared), [\"“]"
)
_QUOTATION = re.compile(r"[\"“]([^\"”“]*)[\"”]")
_SPEECH_TAIL = re.compile(
    r",? (?:stating|saying|adding|noting|writing|remarking|claiming|explaining|replying|declaring|observing)"
    r"(?: that)?[,:]?(?: [\"“].*)?$"
)
_TITLE = re.compile(
    r"\b(?:article|essay|paper|lecture|talk|book|novel|memoir|poem|song|story|play|opera|album|film|series|treatise|column"
    r"|pamphlet|speech|titled|entitled|called|named|dubbed|nicknamed|known as|caption|slogan|motto),? $"
)
_LONGEST_TERM = 14
"""Words of a quotation that is a part of the sentence: 'a "plan to end all war"' (our judgement)."""
_SUPPOSED = (
    "said|believed|thought|alleged|assumed|rumou?red|reported|claimed|suggested|speculated|supposed|hypothesi[sz]ed"
)
_HEDGED = re.compile(
    r"\bmay (?:have|be|also|well|not)\b|\bmight (?:have|be)\b|\bcould have been\b|\bseem(?:s|ed)? to\b"
    rf"|\b(?:is|was|are|were|been) (?:{_SUPPOSED}) [\"“]?to\b|\bit (?:is|was|has been) (?:{_SUPPOSED})\b"
    r"|\balmost certainly\b|\bno (?:evidence|record|proof)\b|\baccounts (?:vary|differ)\b"
    r"|\bunsubstantiated\b|\bin (?:his|her|their) time\b",
    re.IGNORECASE,
)
_AUTHORITY = (
    "historians?|scholars?|biographers?|critics?|researchers?|sources|accounts|some|others|commentators|observers|"
    "experts|legend|rumou?rs?"
)
_ATTRIBUTED = re.compile(
    rf"\baccording to\b|\bhistorian\b|\bclaims? (?:by|that)\b|\b(?:{_AUTHORITY}) (?:\w+ly )?(?:have |has |had |also )?"
    r"(?:say|says|said|believed?|believes|claims?|claimed|suggest(?:s|ed)?|argue[sd]?|think|thought|speculate[sd]?|"
    r"describe[sd]?|consider(?:s|ed)?|note[sd]?|state[sd]?|wrote)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"^(?:If|Had|Were|Should|Unless)\b|\bas if\b|\bwould (?:not |never )?have (?:been|\w+ed|\w+en|made|had|done)\b"
)


def unfit_whole(sentence: str) -> str:
    """Why no part of a tidied sentence can be used, '' if some can: a question, a fragment, somebody's opinion."""
    if sentence.endswith("?"):
        return "question"
    if not re.search(r"[.!][\"”’)\]]*$", sentence) or (not sentence[:1].isalnum() and sentence[:1] not in "\"“'"):
        return "fragment"
    if sentence.count('"') % 2 or sentence.count("“") != sentence.count("”"):
        return "quoted_speech"
    return "attributed" if _ATTRIBUTED.search(sentence) else ""


def unfit(sentence: str) -> str:
    """Why a sentence, or what is left of it, cannot be said as it stands, '' if it can."""
    if _quotes_speech(sentence):
        return "quoted_speech"
    if PRIVATE.search(sentence):
        return "privacy"
    if _HEDGED.search(sentence) or HEDGES & set(re.findall(r"\w+", sentence.lower())):
        return "hedged"
    return "hypothetical" if _HYPOTHETICAL.search(sentence) else ""


def without_speech(sentence: str) -> str:
    """A tidied sentence without the words somebody is quoted with at its end: ', stating, "..."' and ', saying:'."""
    tail = _SPEECH_TAIL.search(sentence)
    if tail is None or tail.group()[-1] not in ',:."”':
        return sentence
    told = sentence[: tail.start()]
    return sentence if told.rpartition(" ")[2] in FUNCTION_WORDS else f"{told}."  # "was quoted as saying"


def _quotes_speech(sentence: str) -> bool:
    """Whether somebody speaks in the sentence: quoted clauses, or a first or second person outside of titles."""
    if _SPEAKER.search(_QUOTATION.sub("", re.sub(r"\b[A-Z]\w* I\b|\bWorld War I\b|\bU\.?S\b|\bUS\b", "", sentence))):
        return True
    if _SPEECH.search(sentence) or "[" in sentence or "..." in sentence:
        return True
    return any(_is_clause(quoted[1], sentence[: quoted.start()]) for quoted in _QUOTATION.finditer(sentence))


def _is_clause(words: str, before: str) -> bool:
    """Whether quoted words are more than a term, a title or a part of the sentence itself."""
    small = [word for word in words.split() if word[:1].islower()]
    if _SPEAKER.search(words):
        return True
    if _TITLE.search(before) and words[:1].isupper():
        return False
    if words[:1].islower() and before.endswith(" ") and not before.endswith((", ", ": ")):
        return len(small) > _LONGEST_TERM
    return len(small) > 5 or (words.rstrip(",.") != words and len(words.split()) > 6)
