"""Sentences that point at something said before them: 'this invention', 'the offer', 'his reply', a loose "they"."""

import re

from augment.english.anaphors import leaves_open
from augment.english.grammar import (
    Token,
    is_finite,
    is_gerund,
    is_noun,
    is_participle,
    is_plural,
    is_surely_finite,
    join,
    lemmas,
    word_at,
)
from augment.english.leads import lead_end
from augment.english.lexicon import BE, NUMBERS, TRADES, words
from augment.english.reading import Reading, say

_DESCRIBED = r"(?: (?:who|whom|that|which|of|in|made|built|known|found|given|used|\w+ed|\w+ing)\b)"
_POINTING = re.compile(
    rf"^That [a-z]+\b|\b(?:this|these|those(?!{_DESCRIBED})|such (?:a|an)|aforementioned"
    r"|the (?:former|latter|same|following|above|aforementioned)|the other(?! \w+s? (?:of|in))"
    r"|such (?!as\b)[a-z]+s\b(?! as)|(?:for|of|to|with|by) both(?= (?:in|at|on|of|and)\b|[.,])|at the time(?= ?[.,])"
    r"|that (?:problem|approach|idea|position|view|method|claim|effect|subject|question)|both [a-z]+s\b(?!,? and)"
    r"|the two (?:men|women|companies|brothers|sisters|friends|sides)"
    r"|the (?:two|three|four|five|six|seven) [a-z]+s(?! (?:of|that|who|which|in|to|from|for|\w+ed)\b)"
    r"|(?<!early )(?<!later )(?:in|at|on|from|during|by|of|for|to|with|after|before|since|until|about) "
    r"that(?! \w+ed\b)(?: \w+)?|(?:a|an|two|three|several) further(?= [a-z]+\b)"
    r"|the others(?! (?:of|in|who)\b)|the (?:younger|older|elder|eldest|youngest) (?:daughter|son|brother|sister)"
    r"(?! (?:of|to)\b)|the remaining [a-z]+(?! (?:of|in)\b))\b",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:is|was|were|are) present ?\.$|\bable to \w+(?: (?:up|out|in|down|off|on))? ?\.$"
    r"|\b(?:is|was|were) already\b(?!.*\b(?:\d{4}|when|by|before|at the age)\b)"
    r"|\bthe +alternative\b(?! (?:of|to|that)\b)"
    r"|\bcustody\b(?! (?:of|over|battle|case|dispute))|\b(?:excuse|exempt)(?:s|d|ed)?\b(?!.* from\b)"
    r"|\b(?:after|upon|on|before) arrival\b(?! (?:in|at|from)\b)"
    r"|(?<!one )(?<!to )\banother (?!of\b)[a-z]+(?! of (?:his|her|their|the)\b)"
    r"|\btheir (?:\w+ )?(?:encounters?|meetings?|friendship|relationship|correspondence|conversations?|collaboration)\b"
)
"""What leaves open where, over what, of whom, from what; whose "their" is, where the person may be one of them."""
_OPEN_TIME = re.compile(
    r"(?:(?:During|In|At the (?:end|beginning|start) of) (?:his|her|their) "
    r"(?:first|second|third|fourth|fifth|final|last|senior|junior) (?:(?:school|academic) )?(?:year|term|semester)"
    r"|(?:During|After|Before|When) the war(?: [a-z]+)?) ?,$"
)
"""A school year without a school, a war without a name."""
_QUOTATION = re.compile(r"[\"“]([^\"”“]*)[\"”]")
_TOLD_OF = words(
    "task offer money project document device plane weapon theory invention company firm negotiation request proposal "
    "idea plan job position deal agreement experiment machine letter event incident result problem matter decision "
    "affair payment sum article report contract trial accident amount method group book work film song piece symphony "
    "opera post role title change visit meeting conversation suggestion subject competition case process "
    "university college academy institute hospital hotel abbey factory laboratory "
    "tower cathedral library museum castle bridge palace monument"
)
"""What "the ..." alone leaves open: the listener asks which one (our judgement)."""
_ANSWERS = words("opinion answer reply response request suggestion proposal objection objections conclusion")
_STANDS = words("position status stance theory viewpoint profit profits winnings")
_EXPLAINING = words(
    "of for that which who to about on from by whom whose where behind against between with called named"
)
_WITH_AIM = words(
    "task offer request proposal idea plan decision deal agreement suggestion contract letter visit change"
)
_HOW_LONG = NUMBERS | words("another about several some many over almost nearly a more")
_NAMING = words("of and or for who whom whose at in named called , (")
_SOME = words("most some many several all none few each")
_FIRST = words("first second third last only youngest oldest best greatest")
_NEIGHBOURS = {"she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he"}
_GROUP_WORDS = words("they them their theirs themselves")


def dangling(reading: Reading) -> str:
    """`dangling_reference` if the sentence points at something said before it, else ''."""
    text = join([token for index, token in enumerate(reading.tokens) if index not in reading.roles])
    plain = _QUOTATION.sub("", text)
    if _POINTING.search(plain) or _WANTING.search(plain) or _opens_with_the(reading):
        return "dangling_reference"
    if leaves_open(say(reading, "first")):
        return "dangling_reference"
    if any(_is_half_told(reading, index) for index in range(len(reading.tokens) - 2)):
        return "dangling_reference"
    if any(_is_known_before(reading, index) or _is_unnamed(reading, index) for index in range(len(reading.tokens) - 1)):
        return "dangling_reference"
    for index, token in enumerate(reading.tokens):
        if index not in reading.roles and _lacks_antecedent(reading, index, token.lower):
            return "dangling_reference"
    return ""


def without_open_time(tokens: list[Token]) -> list[Token]:
    """A clause without its 'During his third year,' or 'After the war began,': what was done stays true without.

    Empty where there is none, or where the clause denies: 'During his first year, Voss never slept'.
    """
    lead = lead_end(tokens)
    is_open = lead and _OPEN_TIME.match(join(tokens[:lead]))
    return [] if not is_open or {"not", "never", "no"} & {token.lower for token in tokens} else tokens[lead:]


def _opens_with_the(reading: Reading) -> bool:
    """'The company installed ...': a subject that only the sentence before explains. 'The city of X' is clear."""
    lead = lead_end(reading.tokens)
    first, *rest = reading.tokens[lead:]
    if first.lower in _SOME and rest and is_finite(rest[0].text) and not is_plural(rest[0].text):
        return True  # "Most are for the piano"
    if first.lower in ("it", "they", "its", "their", "both", "one", "another", "others", "such", "there", "here") and (
        lead not in reading.roles
    ):
        return first.lower != "there" and [first.lower, *(token.lower for token in rest[:1])] != ["one", "of"]
    named = [i for i in range(lead + 1, lead + 4) if i < len(reading.tokens) and reading.tokens[i].is_capitalised]
    if first.lower != "the" or any(index not in reading.roles for index in named):
        return False
    return all(token.lower not in ("of", "for", "in") for token in rest[:4]) and lead not in reading.mentions


def _is_known_before(reading: Reading, index: int) -> bool:
    """Whether "the offer", or "his reply", can only be understood from the sentence before."""
    noun, after = reading.tokens[index + 1].lower, word_at(reading.tokens, index + 2)
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    if reading.roles.get(index) == "possessive" and not reading.tokens[index].is_name:
        return noun in _ANSWERS and after not in _EXPLAINING
    lasts = after == "for" and word_at(reading.tokens, index + 3) in _HOW_LONG  # "continued the project for a year"
    lasts = lasts or (after == "to" and not {noun, singular} & _WITH_AIM)  # "used the money to buy a boat"
    if reading.tokens[index].lower != "the" or not {noun, singular} & _TOLD_OF or (after in _EXPLAINING and not lasts):
        return False
    if index + 2 < len(reading.tokens) and (reading.tokens[index + 2].is_capitalised or after.isdigit()):
        return False  # "the letter S"
    is_described = (
        index + 2 in reading.roles or is_gerund(after) or (is_participle(after) and not is_surely_finite(after))
    )
    return not is_described and all(token.lower.rstrip("s") != noun.rstrip("s") for token in reading.tokens[:index])


def _is_half_told(reading: Reading, index: int) -> bool:
    """Whether the person's "position" or "status" is told of without its matter: 'Hale's position was attacked'."""
    noun = index + 1 + (reading.roles.get(index + 1) == "drop")
    if reading.roles.get(index) != "possessive" or word_at(reading.tokens, noun) not in _STANDS:
        return False
    return word_at(reading.tokens, noun + 1) not in _EXPLAINING | {"as", "at", "in", "within"}


def _is_unnamed(reading: Reading, index: int) -> bool:
    """Whether "the composer" stands for somebody named before, perhaps the person: not 'the composer Hale'."""
    tokens = reading.tokens
    noun = index + 1 + bool(lemmas(tokens[index + 1].text, "ADJ") and word_at(tokens, index + 2) in TRADES)
    if tokens[index].lower != "the" or word_at(tokens, noun) not in TRADES or noun + 1 >= len(tokens):
        return False
    is_owner = word_at(tokens, noun + 1) in ("'s", "’s")
    if (word_at(tokens, index - 1) in BE | {"as", "became"} and not is_owner) or word_at(tokens, index + 1) in _FIRST:
        return False  # "was the first scientist to be knighted"
    is_named = tokens[noun + 1].is_capitalised or word_at(tokens, noun + 1) in _NAMING
    return not is_named and all(token.lower != tokens[noun].lower for token in tokens[:index])


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
