"""Sentences made shorter without becoming untrue: joined clauses parted, asides and trailing clauses left out.

Each change keeps a true sentence true. A clause after "if" or "unless" is never dropped, nor the reason behind a "not";
what is inside brackets or quotation marks is never cut through.
"""

from collections.abc import Iterator, Sequence

from augment.english.grammar import Token, is_finite, is_gerund, is_noun, is_participle, is_surely_finite, lemmas
from augment.english.leads import closed_positions, lead_end
from augment.english.lexicon import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MOTION,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    words,
)
from augment.english.links import NEGATIONS, without_links
from augment.english.mentions import verb_position

_HIRING = words("hire employ recruit engage")
_CUTS = words("who whom which where when while after before because since as although though but and or until")
LONGEST_BRACKET = 8
"""Words in brackets that may be said aloud: '(modern-day Croatia)'; longer ones are left out (our judgement)."""


def part_clauses(tokens: Sequence[Token], pronouns: str) -> list[list[Token]]:
    """Cut a sentence at semicolons, and at a comma and "and" or "but" where the person is named or "he" anew."""
    closed = closed_positions(tokens)
    parts: list[list[Token]] = [[]]
    index = 0
    while index < len(tokens):
        if index not in closed and tokens[index].text == ";":
            parts.append([])
        elif index not in closed and _starts_clause(tokens, index, pronouns):
            parts.append([])
            index += 1
        elif index not in closed and _joins_clause(parts[-1], tokens, index):
            parts.append([])
        else:
            parts[-1].append(tokens[index])
        index += 1
    return [_finished(part) for part in parts if len(part) > 2]


def variants(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentence, then shorter and shorter true forms of it: without asides, without its last clauses."""
    whole = without_links(list(tokens))
    seen: list[list[Token]] = []
    for shape in (_without_brackets(whole, LONGEST_BRACKET), _without_brackets(whole, 0)):
        plain = _without_apposition(shape)
        for form in (shape, plain) if plain is shape or not _name_interrupted(shape) else (plain,):
            if form not in seen:
                seen.append(form)
                yield form
    for cut in cut_points(seen[-1]):
        yield _finished(seen[-1][:cut])


def cut_points(tokens: Sequence[Token]) -> list[int]:
    """Where the sentence may end early, the last place first."""
    closed = closed_positions(tokens)
    points, negated = [], False
    for index, token in enumerate(tokens):
        negated = negated or token.lower in NEGATIONS or token.lower.endswith("n't")
        if index < 3 or index in closed or index >= len(tokens) - 2 or not _can_end(tokens, index):
            continue
        if _ends_clause(tokens, index) and not (negated and _gives_reason(tokens, index)):
            points.append(index)
    return points[::-1]


def _can_end(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words before `index` have a verb, and do not end in one that still wants its object."""
    last = tokens[index - 1].lower
    if (
        last in PREPOSITIONS | SUBORDINATORS | DETERMINERS | CONJUNCTIONS
        or is_surely_finite(last)
        or not tokens[index - 1].text[-1:].isalnum()
    ):
        return tokens[index - 1].text in ')"”'
    start = lead_end(tokens)
    but = max((i for i in range(index) if tokens[i].lower == "but"), default=0)
    if but and not any(is_surely_finite(token.text) for token in tokens[but:index]):
        return False
    return any(
        (is_surely_finite(tokens[i].text) or (i and tokens[i - 1].is_name and is_finite(tokens[i].text)))
        and (not i or tokens[i - 1].lower not in ("who", "which", "that"))
        for i in range(start, index)
    )


def _starts_clause(tokens: Sequence[Token], index: int, pronouns: str) -> bool:
    """Whether ", and he had ..." or ", but Tesla's father was ..." begins at `index`."""
    if tokens[index].text != "," or index + 3 >= len(tokens) or tokens[index + 1].lower not in ("and", "but", "so"):
        return False
    subject = index + 2
    is_person = tokens[subject].is_name or tokens[subject].lower == pronouns
    return is_person and verb_position(tokens, subject) is not None


def _joins_clause(before: Sequence[Token], tokens: Sequence[Token], index: int) -> bool:
    """Whether an "and" without a comma stands between clauses: 'the firm failed and Voss was hired'.

    "was" has one subject, so that it is no "the firm and Voss". Not behind "that" or "when", whose clause may go on.
    """
    if tokens[index].lower not in ("and", "but") or index + 3 >= len(tokens) or not tokens[index + 1].is_name:
        return False
    is_one = tokens[index + 2].lower in ("was", "is", "has") or not is_noun(tokens[index - 1].text)
    told = before[lead_end(before) :] if before else []
    opens = any(token.lower in RELATIVES | SUBORDINATORS for token in told)
    finite = any(is_surely_finite(token.text) for token in told)
    return is_one and finite and not opens and verb_position(tokens, index + 1) is not None


def _finished(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a full stop at their end and no loose mark before it."""
    kept = list(tokens)
    while kept and kept[-1].text in ",;:—–-.":
        kept.pop()
    if len(kept) > 1 and kept[-1].text in '"”' and kept[-2].text in ".!":
        return kept
    if kept and kept[-1].text.endswith(".") and len(kept[-1].text) > 2:
        return kept  # "in the U.S."
    return [*kept, Token(".", space=False)]


def _without_brackets(tokens: list[Token], longest: int) -> list[Token]:
    """Without brackets that hold more than `longest` words, or a person's pronoun, or a verb."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        end = _bracket_end(tokens, index)
        glosses = index and tokens[index - 1].lower in ("he", "she", "they", "him", "her", "his", "their", "them")
        if end and not glosses and (end - index - 2 > longest or not longest):
            index = end
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _bracket_end(tokens: Sequence[Token], start: int) -> int:
    """Just behind the bracket that opens at `start`; 0 if none does."""
    if tokens[start].text != "(":
        return 0
    return next((i + 1 for i in range(start, len(tokens)) if tokens[i].text == ")"), 0)


def _without_apposition(tokens: list[Token]) -> list[Token]:
    """'Tesla, like many of his era, became' without what stands between the commas."""
    if not _name_interrupted(tokens):
        return tokens
    start = next(i for i, token in enumerate(tokens) if token.is_name)
    end = next(i for i in range(start + 2, len(tokens)) if tokens[i].text == ",")
    return tokens[: start + 1] + tokens[end + 1 :]


def _name_interrupted(tokens: Sequence[Token]) -> bool:
    """Whether the person's name, as the subject, is parted from its verb by an aside between commas."""
    start = next((i for i, token in enumerate(tokens) if token.is_name), None)
    if start is None or start > lead_end(tokens) or start + 2 >= len(tokens) or tokens[start + 1].text != ",":
        return False
    end = next((i for i in range(start + 2, len(tokens)) if tokens[i].text == ","), None)
    if end is None or any(tokens[i].lower in ("and", "or") and tokens[i + 1].is_capitalised for i in range(start, end)):
        return False
    return not tokens[start + 2].is_capitalised and verb_position(tokens, end) is not None


def _ends_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a droppable clause begins at `index`: ', which', ', leaving', ' because', ' — '."""
    token, after = tokens[index], tokens[index + 1]
    if token.text in ("—", "–", ":", ";"):
        return after.text not in '"“'
    if tokens[index - 1].lower.endswith("ly"):
        return False  # "was harshly and intensively taught"
    if token.text == ",":
        if after.lower in ("and", "but", "or"):
            if any(tokens[i].text == "," and tokens[i + 1].lower == "including" for i in range(index)):
                return after.lower == "and"  # "including the first, and the second"
            if after.lower == "but" and any(is_surely_finite(token.text) for token in tokens[index:]):
                return True
            return _verb_follows(tokens, index + 2) and not _ends_verb_list(tokens, index)
        if after.lower in PREPOSITIONS and tokens[index + 2].lower in ("whom", "whose", "which"):
            return True
        if after.lower == "another":
            return True  # "knew no Greek, another subject": beside one of the sentence before
        if after.lower == "including":  # not "spent much, including a fortune on horses, to win"
            return all(tokens[i].text != "," or tokens[i + 1].lower != "to" for i in range(index, len(tokens) - 1))
        return (
            after.lower in _CUTS
            or _is_free_gerund(after)
            or (is_participle(after.text) and _is_first_comma(tokens, index))
        )
    if token.lower in ("because", "although", "though", "while", "whereas"):
        return tokens[index - 1].text != ","
    if token.lower in ("when", "where", "after", "before") and tokens[index - 1].is_word:
        return tokens[index - 1].lower not in DETERMINERS | PREPOSITIONS and _verb_follows(tokens, index + 1, reach=5)
    if token.lower == "to":
        return _is_aim(tokens, index)
    return token.lower in ("and", "but") and _verb_follows(tokens, index + 1) and tokens[index - 1].text != ","


def _is_aim(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to work at ..." tells what somebody was hired for or went to do; never what they began or were asked."""
    verb = next(
        (t for t in tokens[lead_end(tokens) : index] if is_surely_finite(t.text) and t.text not in BE | HAVE), None
    )
    base = next(iter(lemmas(verb.text, "VERB")), "") if verb else ""
    follows = tokens[index + 1].lower in lemmas(tokens[index + 1].text, "VERB")
    return base in MOTION | _HIRING and follows and tokens[index - 1].is_capitalised


def _verb_follows(tokens: Sequence[Token], index: int, reach: int = 2) -> bool:
    """Whether a word that can only be a finite verb comes at `index` or soon after."""
    return any(is_surely_finite(token.text) for token in tokens[index : index + reach])


def _is_free_gerund(token: Token) -> bool:
    return is_gerund(token.text) and token.lower not in ("including", "according", "regarding", "during", "being")


def _is_first_comma(tokens: Sequence[Token], index: int) -> bool:
    """Whether no comma stands between the subject and this one, so that no list or aside is open."""
    return all(token.text != "," for token in tokens[lead_end(tokens) : index])


def _ends_verb_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether the comma stands before the last of several verbs: 'never missed a lecture, passed nine exams, and'."""
    return any(
        tokens[i].text == "," and is_participle(tokens[i + 1].text) and not is_gerund(tokens[i + 1].text)
        for i in range(lead_end(tokens), index)
    )


def _gives_reason(tokens: Sequence[Token], index: int) -> bool:
    return bool({"because", "since", "as", "but", "until", "—"} & {t.lower for t in tokens[index : index + 2]})
