"""Whether an answer is of the kind that its question asks for: a time to "when", yes or no to "did you", ...

Only the form is looked at; whether the evidence is about what was asked, `augment.english.checks` tells.
"""

import re

from augment.english.check_words import TALK
from augment.english.grammar import lemmas
from augment.english.lexicon import AUXILIARIES, FUNCTION_WORDS, NUMBERS, words

_TIME_WORDS = re.compile(
    rf"\d|\bat (?:the age of )?(?:{'|'.join(sorted(NUMBERS))})"
    r"|\b(?:after|before|when|while|during|until|since|later|earlier|birthday|century|spring|summer|autumn|winter|"
    r"childhood|youth|ago|never|yesterday|morning|evening|night|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Christmas|Easter)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted(NUMBERS))
    + r"|an? (?:year|month|week|day|decade|hour)|several|many|few|half|second|first|some|none|no|never|twice"
    r"|once|dozens|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b(?:how (?:many|much|old|long|often|tall)|age|cost|price|number)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Nn]ear|[Ff]rom|[Oo]f|[Oo]n|into|[Oo]utside|around|through) (?:[a-z’']+ ){0,5}[A-ZÀ-Ž\d]"
    r"|\b(?:[Ii]n|[Aa]t|[Tt]o|[Nn]ear|[Ff]rom|[Oo]n|into|outside) (?:an?|the|my|our) [a-z]+"
    r"|\b(?:home|abroad|everywhere|nowhere|here)\b"
    r"|^(?:[A-ZÀ-Ž][\w’-]+[ ,]*)+\.?$"
)
_REASON = re.compile(
    r"\b(?:because|since|so|to|for|as|due|owing|out of|wanted|reason|after|by|of|that)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"(?<!^)\b(?!I\b)[A-ZÀ-Ž]\w+|^[A-ZÀ-Ž][\w'’]+(?: [a-zA-Z]+|\.?$)|\b[Mm]y \w+|\b(?:nobody|no one|both)\b"
)
_YES_NO = re.compile(
    r"(?:Oh,? |Well,? )?(?:Yes|No|Yeah|Indeed|Of course|Certainly|Never|Not|True|That is|That's|It is|It's|I did"
    r"|I was|I am|I have|I had|I do)\b"
)
_ASKED_YES_NO = re.compile(
    r"^(?:Did|Do|Does|Were|Was|Are|Is|Have|Has|Had|Can|Could|Will|Would|Should)\b|\bis it true\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?:When|Where|Who|Whom|Why|How|What|Which|(?:In|On|At|By|For) (?:what|which|whom))\b", re.IGNORECASE
)
_ASKED = {
    "when": re.compile(
        r"^(?:So,? )?when\b|\b(?:in|on) (?:what|which) (?:year|date|day|month)\b|^what year\b|\bbirthday\b"
        r"|\bdate of birth\b",
        re.IGNORECASE,
    ),
    "where": re.compile(
        r"^(?:So,? )?where\b|\bin (?:what|which) (?:city|town|country|place|village)\b|\bbirthplace\b|\bcome from\?",
        re.IGNORECASE,
    ),
    "why": re.compile(r"^(?:So,? )?why\b|\bfor what reason\b", re.IGNORECASE),
    "who": re.compile(r"^(?:So,? )?who(?:m|se)?\b", re.IGNORECASE),
    "how": re.compile(r"\bhow (?:many|much|old|tall)\b", re.IGNORECASE),
}
_INVITED = re.compile(r"\b(?:tell|say)\b.*\babout\b|^what (?:was it like|happened)\b", re.IGNORECASE)
"""Asked so, one wants to hear more than one says."""
_NEEDS = {"when": _TIME_WORDS, "where": _PLACE, "why": _REASON, "who": _SOMEBODY, "how": _NUMBER}
_JOB = re.compile(r"^(?:.*, )?what\b.*\b(?:profession|occupation|trade|for a living|job|for work)\b", re.IGNORECASE)
_WORKING = re.compile(
    r"\b(?:am|was|were|is|be|been|bec[ao]me|becoming|as|made) (?:\w+ly |also )?"
    r"(?:an?|the|[a-z]+(?:er|or|ist|ian|sident|tudent|man))\b"
    r"|\b(?:work\w*|profession|job|trade|living|earn\w*|trained|career)\b"
    r"|\b(?:teach(?:es)?|taught|practi[sc]e[sd]?|preache[sd]|farme?[sd]|fishe[sd]|serve[sd]|directe?[sd]|(?:r[au]n|kept|keeps)"
    r" (?:an?|the|my|our|his|her))\b"
)
_IDIOMS = (
    (r"^(?:Sorry to pry, but |I (?:read|hear|heard) that |One thing I always wanted to ask: )", ""),
    (r"^(?!your\b)(?:[A-Z][a-z ]+(?:: |, )|So )(?=(?:when|where|who|why|how|what|which)\b)", ""),
    (r"^(?:(?:can|could) you |please )?(?:describe|explain) ", ""),
    (r"\bhow would you describe yourself\b", "what are you"),
    (r"\bwhere do you come from\b", "where were you born"),
    (r"\bwhere does your story begin\b", "where were you born"),
    (r"\bhow (?:did|do) you earn your bread\b", "what was your job"),
    (r"\bwhat kind of work (?:did|do) you do|\bwhat (?:did|do) you do for work\b", "what was your job"),
    (r"\bwho (?:did|do) you choose to spend your life with\b", "who did you marry"),
    (r"\bcome up with\b", "invent"),
    (r"\b(?:get|got) to know\b", "meet"),
    (r"\b(?:go(?:ne)?|went) to live\b", "move"),
    (r"\b(?:fell|fall(?:en|ing)?) ill with\b|\bc[ao]me down with\b", "contracted"),
    (r", (?:I hear|they say)\b", ""),
    (r"\b(?:which|what) languages (?:do|did|can|could) you (?:speak|know)\b", "what do you speak"),
    (r"\bin which languages can you hold a conversation\b|^please list your languages\b", "what do you speak"),
    (r"\bwhere are you based\b|\bwhereabouts do you make your home\b", "where do you live"),
    (r"\bwhere could one visit you\b|\bwhere would I have to go\b", "where do you live"),
    (r"\bYou have an? (\w+) to your name\. Which title does it bear\b", r"what \1 did you publish"),
)
"""What talk puts before a question, and what it says in a roundabout way."""
_PLAIN_TIMES = words("year day month week spring summer autumn winter")
BRIEF = 5
"""Words of an answer that needs no verb: "An inventor and engineer." (our judgement)"""
_NO_CONTENT = words("tell time you i") | TALK


def find_mismatch(angle: str, question: str, answer: str) -> str | None:
    """What an answer lacks for its question; None if nothing.

    Args:
        angle: when, where, who, why, how, what, whether or about; '' if only the question itself can tell.
        question: as asked.
        answer: as answered; may be as short as "In 1881."
    """
    kind = angle if angle in (*_NEEDS, "whether") else _kind_of(question) or angle
    if _OPEN.match(plainly_asked(question)) and re.match(r"(?:Yes|No)\b", answer):
        return "yes or no to an open question"
    if kind == "how" and not _AMOUNT.search(question):
        return None
    if kind == "why" and not _REASON.search(answer):
        new = _content(answer) - _content(question)
        return None if {word for word in new if word.isalpha() and word not in _PLAIN_TIMES} else "no why in the answer"
    if kind in _NEEDS:
        return None if _NEEDS[kind].search(answer) else f"no {kind} in the answer"
    if kind == "whether":
        return None if _is_yes_or_no(question, answer) else "neither yes nor no"
    if _JOB.search(question) and len(answer.split()) > BRIEF and not _WORKING.search(answer):
        return "no work in the answer"
    if kind == "what":
        return None  # its answer need not repeat a word of it: "What does your father do?" "He is a priest."
    asked = _content(question)
    if kind == "about" and _INVITED.search(plainly_asked(question)) and _adds_nothing(question, answer):
        return "says no more than the question"
    return None if kind != "about" or len(asked) <= 2 or asked & _content(answer) else "nothing of the question"


def _adds_nothing(question: str, answer: str) -> bool:
    numbers = set(re.findall(r"\d+", answer)) - set(re.findall(r"\d+", question))
    return not numbers and _content(answer) <= _content(question)


def plainly_asked(question: str) -> str:
    """A question without the opening of talk, its idioms in plain words."""
    for pattern, plain in _IDIOMS:
        question = re.sub(pattern, plain, question, flags=re.IGNORECASE)
    return question


def _kind_of(question: str) -> str:
    """The angle that the words of a question show; '' if none."""
    if _ASKED_YES_NO.search(question):
        return "whether"
    return next((angle for angle, pattern in _ASKED.items() if pattern.search(question)), "")


def _is_yes_or_no(question: str, answer: str) -> bool:
    """Whether an answer takes a stand, or says again all that it was asked."""
    return bool(_YES_NO.match(answer)) or _content(question) <= _content(answer)


def _content(text: str) -> set[str]:
    """The lemmas of the words that carry meaning."""
    found = {word for word in re.findall(r"[^\W\d_][\w’-]*", text.lower()) if word not in FUNCTION_WORDS | AUXILIARIES}
    return {next(iter(lemmas(word, "VERB") or lemmas(word, "NOUN")), word) for word in found} - _NO_CONTENT
