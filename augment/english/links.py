"""The words that tie a sentence to the ones before it, taken out: 'However,', 'During that year,', 'at that mill'.

What is left is as true as the whole.
"""

import re
from collections.abc import Sequence

from augment.english.dates import MONTH
from augment.english.grammar import Token, is_finite, is_surely_finite, lemmas
from augment.english.leads import lead_end
from augment.english.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MAKING,
    NUMBERS,
    PREPOSITIONS,
    TRANSITION,
    words,
)

NEGATIONS = words("not never no neither nor without hardly rarely seldom n't only")
"""Words that may make a part of the sentence untrue where the rest is cut."""
_SETTING = re.compile(
    r"((?:at|in|during|on) (?:around |about )?(?:that|this|these|those|both|the same) (?:times?|periods?|years?|days?"
    r"|months?|weeks?|decades?|era|age|stage|point|laborator(?:y|ies)|labs?|places?|locations?|city|town|village|house|room"
    r"|school|building|area|region|country|occasions?)"
    r"|for (?:this|that|these|the same) (?:work|works|invention|discovery|achievement|service|research)(?= [.,;])"
    r"|(?:in|after|during|at) the (?:accident|incident|event|trial|meeting|process)(?= [.(,;])"
    rf")(?: |$)(?:\W|(?:{'|'.join(sorted(PREPOSITIONS | CONJUNCTIONS | AUXILIARIES))})\b)"
)
_OPENING = re.compile(
    r"(?:(?:despite|because of|after|following|upon|during) (?:this|that)(?: time| period)?|at (?:this|that|the) time"
    r"|(?:that|this|the same) (?:year|month|week|day|spring|summer|autumn|fall|winter))(?= )"
)
"""What points back at the front of a sentence, with no comma behind it: 'That summer Voss sailed'."""
_MONTH_ALONE = re.compile(
    rf"(?:In|On|During|By|Around) (?:(?:early|late|mid) )?(?:\d+ )?{MONTH}(?: \d{{1,2}})?(?: ,)?(?! ?,| \d)(?= )"
    r"|(?:In|During|Over) the (?:next |following )?(?:\w+ )?(?:years?|months?|weeks?|days?|decades?) that followed ,"
)
_ALWAYS = words("every each always often usually would regularly")
_STAYS = words("employment stay absence visit tenure convalescence recovery imprisonment")
"""What 'During his employment,' leaves open: where, or from what."""
_COMINGS = words("arrived arrival returned return")
_BARE_LINKS = tuple(
    f"{link} ,"
    for link in (
        "at the time",
        "soon after",
        "shortly after",
        "shortly thereafter",
        "soon afterwards",
        "soon thereafter",
    )
)
_POINTERS = words("that this these those same such there following next previous later")


def without_links(tokens: list[Token]) -> list[Token]:
    """Without the words that tie the sentence to the one before: "However," "During that year," "also"."""
    while (end := lead_end(tokens)) and _is_link(tokens[:end]):
        tokens = tokens[end:]
    tokens = tokens[_month_length(tokens) :]
    if len(tokens) > 3 and tokens[0].lower in TRANSITION | {"and", "but"} and _is_subject_start(tokens[1]):
        tokens = tokens[1:]
    opening = _OPENING.match(" ".join(token.lower for token in tokens[:5]))
    if opening and _is_subject_start(tokens[len(opening[0].split())]):
        tokens = tokens[len(opening[0].split()) :]
    links = {i for i, t in enumerate(tokens) if t.lower == "also" and (not i or tokens[i - 1].lower != "but")}
    links |= {i for i in range(1, len(tokens) - 1) if _is_trailing_link(tokens, i) or _is_even(tokens, i)}
    links |= {i for i in range(1, len(tokens) - 1) if _is_then(tokens, i)}
    links |= {i + d for i in range(1, len(tokens) - 1) for d in (-1, 0, 1) if _is_inner_however(tokens, i)}
    links |= {i + d for i in range(1, len(tokens) - 3) for d in range(_setting_length(tokens, i))}
    return [token for index, token in enumerate(tokens) if index not in links]


def _month_length(tokens: Sequence[Token]) -> int:
    """The words of a fronted "In April," or "In the years that followed,": when, the sentence before says. 0 if none.

    What never was, or always, was not so at other times: there it stays.
    """
    month = _MONTH_ALONE.match(" ".join(token.text for token in tokens[:8]))
    said = {token.lower for token in tokens if token.text != "No"}  # "Sonata No. 5"
    if month is None or NEGATIONS & said or (_ALWAYS & said and "followed" not in month[0]):
        return 0
    length = len(month[0].split())
    is_subject = _is_subject_start(tokens[length]) or tokens[length].is_capitalised
    return length if month[0].endswith(",") or is_subject else 0


def _is_subject_start(token: Token) -> bool:
    return token.is_name or token.lower in DETERMINERS | {"he", "she", "they"}


def _is_trailing_link(tokens: Sequence[Token], index: int) -> bool:
    """Whether the last word is "instead", "too" or "however", or "instead" stands before what was done."""
    if tokens[index].lower == "instead" and tokens[index + 1].lower == "to":
        return True
    return index == len(tokens) - 2 and tokens[index].lower in ("instead", "too", "however", "though")


def _is_even(tokens: Sequence[Token], index: int) -> bool:
    """Whether an "even" right behind the subject compares with the sentence before."""
    return tokens[index].lower == "even" and _is_subject_start(tokens[index - 1])


def _is_then(tokens: Sequence[Token], index: int) -> bool:
    """Whether "then" or "therefore" stands between the subject and its verb: 'Voss then sailed to Oslo'."""
    follows = tokens[index].lower in ("then", "thus", "therefore", "consequently") and is_finite(tokens[index + 1].text)
    follows = follows and len(tokens) > index + 3
    return follows and (tokens[index - 1].is_name or tokens[index - 1].lower in ("he", "she", "they"))


def _is_inner_however(tokens: Sequence[Token], index: int) -> bool:
    """Whether "however" stands between commas."""
    return tokens[index].lower == "however" and tokens[index - 1].text == "," == tokens[index + 1].text


def _setting_length(tokens: Sequence[Token], index: int) -> int:
    """The words of "at that laboratory", "during this time", "at around the same time" from `index`; 0 if none begins.

    A true sentence without a "not" is true without it.
    """
    setting = _SETTING.match(" ".join(token.lower for token in tokens[index : index + 6]))
    if setting is None or NEGATIONS & {token.lower for token in tokens}:
        return 0
    before, length = tokens[index - 1].text, len(setting[1].split())
    makes = MAKING & set(lemmas(before, "VERB"))
    return 0 if is_finite(before) and not makes and not lemmas(before, "NOUN") else length


def _is_link(lead: Sequence[Token]) -> bool:
    """Whether a fronted phrase points back to an earlier sentence, and may go."""
    words = {token.lower for token in lead}
    if lead[0].lower in TRANSITION | {"there", "here"} and len(lead) == 2:
        return True
    if " ".join(token.lower for token in lead) in _BARE_LINKS:
        return True
    if len(lead) <= 6 and lead[-2].lower in _COMINGS and lead[0].lower in ("after", "upon", "on", "shortly", "soon"):
        return True  # "Shortly after he arrived," says not where
    stays = lead[-2].lower in _STAYS and lead[0].lower in ("after", "upon", "on", "during", "before") and len(lead) <= 6
    if stays:
        return True
    if lead[0].lower in ("if", "unless", "although", "though", "until"):
        return False
    if "later" in words and words & {"life", "years", "career"} and lead[0].lower not in NUMBERS:
        return False  # "Later in life,"
    return bool(words & _POINTERS) and len(lead) <= 7 and not any(is_surely_finite(token.text) for token in lead)
