"""Words that leave open which one is meant once a claim stands alone: a bare "the abbey", "my lab", "Brand".

"Brand was buried in Lund Abbey. Voss was the first sailor to lie in the abbey."   points back
"Voss loved the sea. He painted the sea at night."                                 does not: there is one sea
"I lost my post during my third year."                                             leaves open: of which school
"""

import re

from augment.english.grammar import is_noun, is_plural, is_surely_finite
from augment.english.lexicon import FUNCTION_WORDS, NOT_A_PERSON, TITLES, words

_EXPLAINING = words("of for that which who to about on where behind against between called named")
_ONE_OF_A_KIND = words(
    "world sun moon earth universe sky sea ocean air ground public press people king queen emperor church state "
    "government crown army navy law bible gospel internet web radio telephone theatre theater cinema stage street "
    "piano violin viola cello organ harp flute guitar drums future past present war peace poor rich rest "
    "country nation city town village family household floor north south east west left right centre center middle "
    "skin brain head face eye ear heart funeral wedding birth death "
    "end beginning start morning evening afternoon night day week month year time times century decade "
    "spring summer autumn fall winter first second third last only one other same next"
)
"""What "the" alone may name: there is one, or it is a kind of thing (our judgement)."""

_ELSEWHERE = (
    r"(?! (?:of|in|at|on|for|to|with|that|which|where|near|called|named|as|from|under)\b"
    r"|,? (?!I\b)[\"“A-ZÀ-Ž]| ?\()"
)
"""No words behind a noun say which one it is."""
_YEAR_OF_SCHOOL = r"(?:first|second|third|fourth|fifth|final|last|senior|junior) (?:(?:school|academic) )?"
_OPEN = re.compile(
    rf"\b[Mm]y (?:[a-z]+ )?(?:injuries|wounds){_ELSEWHERE}"
    r"|\b[Mm]y (?:initial|early|earlier|previous|subsequent|further|remaining) (?:[a-z]+ )?"
    r"(?:experiments?|tests?|results?|lengths?|attempts?|efforts?|designs?|models?|plans?|trials?)\b"
    r"(?! (?:of|in|on|for|to|into)\b| at (?:the\b|[A-Z]))"
    rf"|\b[Mm]y {_YEAR_OF_SCHOOL}(?:year|term|semester){_ELSEWHERE}"
    r"|\bexam(?:ination)? time\b|\bthe exam(?:ination)?s?\b(?! (?:of|in|at|for|to)\b)"
    r"|\b[Mm]y (?:idea|invention|proposal|discovery|device|machine|method)\b"
    r"(?! (?:of|for|that|which|called|named|in|about)\b|,? (?!I\b)[\"“A-ZÀ-Ž])"
    r"|^My (?:[a-z]+ )?(?:lab|laboratory|workshop|studio|office|rooms?|apartment|flat)\b"
    r"(?! (?:of|in|at|on|for|near|called|named)\b)"
    r"|\bat fault\b(?! (?:for|in|when)\b)"
    r"|\b(?:even|especially|particularly)\.$"
)
"""What a person has had several of, and the claim does not say which (our judgement)."""
_POST = re.compile(rf"\bthe ((?:[a-z]+ ){{1,3}})(?:position|post|job){_ELSEWHERE}")
_UNDATED = re.compile(r"\bthe war\b(?! (?:of|in|against|between|with|on|effort|years)\b)")
"""What a date in the claim tells apart."""
_LANDSCAPE = re.compile(r"\bthe (?:mountains?|hills?|woods?|forests?|river|lake|valley|island|village|coast)\b")
_WORKS = "treatise article paper report lecture essay book novel poem song play opera film story memoir pamphlet"
_BARE_WORK = re.compile(
    rf"(?:['’]s?|\b[Hh]is|\b[Hh]er) ({'|'.join(_WORKS.split())}){_ELSEWHERE}(?!,? (?:called|titled|entitled))"
)
_BARE_NAME = re.compile(r"([A-ZÀ-Ž][a-zà-ž]+) ([a-z]+)\b")
_NO_GIVEN_NAME = words("The A An In On At With By For Of From And But When After Before While To As Since During")
_THE = re.compile(r"\bthe ([a-z]+)(?= ([a-z]+)| ?[,.;]|$)")


def points_back(claim: str, earlier: str) -> bool:
    """Whether a claim says "the abbey" of what an earlier sentence of the passage named, and this one did not."""
    known = set(re.findall(r"[a-z]+", earlier.lower()))
    for found in _THE.finditer(claim):
        noun, after = found.group(1), found.group(2) or ""
        if noun not in known or noun in _ONE_OF_A_KIND or not is_noun(noun) or is_plural(noun):
            continue
        stands_alone = not after or (after in FUNCTION_WORDS - _EXPLAINING) or is_surely_finite(after)
        if stands_alone and noun not in re.findall(r"[a-z]+", claim[: found.start()].lower()):
            return True
    return _has_titled_work(claim, earlier) or _opens_with_bare_name(claim, earlier)


def _has_titled_work(claim: str, earlier: str) -> bool:
    """Whether a claim says "Voss's treatise" of one whose title an earlier sentence gave, without that title."""
    works = [found.group(1) for found in _BARE_WORK.finditer(claim)]
    return any(re.search(rf"\b{work},? (?:(?:called|titled|entitled|named) )?[\"“A-Z]", earlier) for work in works)


def _opens_with_bare_name(claim: str, earlier: str) -> bool:
    """Whether a claim opens with a "Brand" whom an earlier sentence named in full or "a brother named Brand"."""
    opening = _BARE_NAME.match(claim)
    if opening is None or not is_surely_finite(opening.group(2)) or claim.count(opening.group(1)) > 1:
        return False
    name = re.escape(opening.group(1))
    full = [found.split() for found in re.findall(rf"((?:[A-ZÀ-Ž][\w.]+ )+){name}\b(?!['’]s? [A-Z]| [A-Z])", earlier)]
    is_person = any(given and not set(given) & (NOT_A_PERSON | TITLES | _NO_GIVEN_NAME) for given in full)
    return is_person or bool(re.search(rf"\b(?:named|called) {name}\b", earlier))


def leaves_open(said: str) -> bool:
    """Whether a claim, in the first person, leaves open which room, year, war or post it tells of."""
    is_dated = bool(re.search(r"\b\d{4}\b|\bWars?\b", said))
    posts = [set(found.group(1).split()) for found in _POST.finditer(said)]
    # "the chief keeper post", not "the offer of a post"
    is_open_post = any(not named & FUNCTION_WORDS for named in posts)
    return bool(_OPEN.search(said)) or is_open_post or bool(_UNDATED.search(said) and not is_dated)


def loses_place(claim: str, sentence: str) -> bool:
    """Whether a claim tells of "the mountains" of the place that its sentence only calls "there"."""
    return bool(re.match(r"There,", sentence) and _LANDSCAPE.search(claim))
