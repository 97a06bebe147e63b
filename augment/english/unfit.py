"""What cannot be used: sentences whose form or source forbids it, and sentences that lean on their neighbours.

Each check gives a reason code: fragment, question, quoted_speech, hedged, attributed, hypothetical, privacy,
dangling_reference.
"""

import re

from augment.english.grammar import is_noun, is_plural, is_surely_finite, join
from augment.english.leads import lead_end
from augment.english.lexicon import HEDGES, words
from augment.english.reading import Reading

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
_SUPPOSED = (
    "said|believed|thought|alleged|assumed|rumou?red|reported|claimed|suggested|speculated|supposed|hypothesi[sz]ed"
)
_HEDGED = re.compile(
    r"\bmay (?:have|be|also|well|not)\b|\bmight (?:have|be)\b|\bcould have been\b|\bseem(?:s|ed)? to\b"
    rf"|\b(?:is|was|are|were|been) (?:{_SUPPOSED}) to\b|\bit (?:is|was|has been) (?:{_SUPPOSED})\b"
    r"|\bno (?:evidence|record|proof)\b|\baccounts (?:vary|differ)\b|\bunsubstantiated\b|\bin (?:his|her|their) time\b",
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
_POINTING = re.compile(
    r"^That [a-z]+\b|\b(?:this|these|those(?! (?:who|whom|that|which|of|in))|such (?:a|an)|aforementioned"
    r"|the (?:former|latter|same|following|above|aforementioned)|the other(?! \w+s? (?:of|in))"
    r"|both [a-z]+s\b(?!,? and)|the two (?:men|women|companies|brothers|sisters|friends|sides)"
    r"|(?:in|at|on|from|during|by|of|for|to|with|after|before|since|until|about) that(?! \w+ed\b)(?: \w+)?)\b",
    re.IGNORECASE,
)
_NEIGHBOURS = {"she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he"}
_GROUP_WORDS = words("they them their theirs themselves")


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


def dangling(reading: Reading) -> str:
    """`dangling_reference` if the sentence points at something said before it, else ''."""
    text = join([token for index, token in enumerate(reading.tokens) if index not in reading.roles])
    if _POINTING.search(_QUOTATION.sub("", text)) or _opens_with_the(reading):
        return "dangling_reference"
    for index, token in enumerate(reading.tokens):
        if index not in reading.roles and _lacks_antecedent(reading, index, token.lower):
            return "dangling_reference"
    return ""


def _quotes_speech(sentence: str) -> bool:
    """Whether somebody speaks in the sentence: quoted clauses, or a first or second person outside of titles."""
    if _SPEAKER.search(_QUOTATION.sub("", re.sub(r"\b[A-Z]\w* I\b|\bWorld War I\b|\bU\.?S\b|\bUS\b", "", sentence))):
        return True
    if _SPEECH.search(sentence):
        return True
    return any(_is_clause(words) for words in _QUOTATION.findall(sentence)) or "[" in sentence or "..." in sentence


def _is_clause(words: str) -> bool:
    """Whether quoted words are more than a term or a title."""
    small = [word for word in words.split() if word[:1].islower()]
    return bool(_SPEAKER.search(words)) or len(small) > 5 or (words.rstrip(",.") != words and len(words.split()) > 6)


def _opens_with_the(reading: Reading) -> bool:
    """'The company installed ...': a subject that only the sentence before explains. 'The city of X' is clear."""
    lead = lead_end(reading.tokens)
    first, *rest = reading.tokens[lead:]
    if first.lower in ("it", "they", "its", "their", "both", "one", "another", "others", "such", "there", "here") and (
        lead not in reading.roles
    ):
        return first.lower != "there"
    if first.lower != "the" or any(token.is_capitalised and not token.is_name for token in rest[:3]):
        return False
    return all(token.lower not in ("of", "for", "in") for token in rest[:4]) and lead not in reading.mentions


def _lacks_antecedent(reading: Reading, index: int, word: str) -> bool:
    """Whether a pronoun of somebody else has nobody before it in the sentence that it can mean."""
    before = reading.tokens[:index]
    if word == "there":
        return not {"is", "are", "was", "were", "has", "have", "had", "been", "be", "would"} & _near(reading, index)
    if word in ("they", "it") and not any(is_surely_finite(token.text) for token in before):
        return True
    if word in _GROUP_WORDS:
        return not any(
            is_plural(token.text) or token.lower in ("and", "each", "people") for token in before
        ) and not any(other.position < index for other in reading.others)
    if word in ("it", "its", "itself"):
        people = {other.position for other in reading.others}
        known = people | set(reading.roles)
        return not any(is_noun(t.text) and not t.is_name and i not in known for i, t in enumerate(before))
    gender = _NEIGHBOURS.get(word)
    if gender is None:
        return False
    return not any(other.position < index and other.gender in (gender, "any") for other in reading.others)


def _near(reading: Reading, index: int) -> set[str]:
    """The words on both sides."""
    return {token.lower for token in reading.tokens[max(0, index - 1) : index + 2]}
