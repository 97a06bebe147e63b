"""Which words of an answer say something, and whether the evidence has them.

A word is carried if the evidence has it, its lemma, its stem or an everyday synonym. Words of talk ("I remember it
well", "to be honest") and light verbs say nothing that could be false.
"""

from collections.abc import Iterable, Iterator

from augment.english.check_units import Unit, Units, word_keys
from augment.english.grammar import is_adverb, is_gerund, is_participle, lemmas, past_of, third_of
from augment.english.lexicon import AUXILIARIES, BE, DETERMINERS, FUNCTION_WORDS, KIN, PREPOSITIONS, words

TALK = words(
    "remember recall forget well course indeed yes no yeah oh ah actually really honestly frankly truth honest fact "
    "sure say tell answer question ask mean back still just simply so know think believe suppose see look happen "
    "thing something anything way time day moment bit name matter case story life memory fondly clearly vividly dearly "
    "exactly precisely rightly correct right true afraid guess please thank today now own self done quite rather "
    "sadly unfortunately luckily fortunately sir madam dear let start speak talk concern regard concerned"
)
"""What talk is made of. A feeling is not: a feeling that the record does not tell of is invented."""
LIGHT = words("do have be get go make take come become give put let keep use call")
_ASKING = words(
    "year date place city town country name age reason kind type sort number amount person people part long old "
    "much many often tall far ever profession occupation trade job living live question when where why how who whom "
    "whose what which anybody anyone somebody someone purpose remind wonder curiosity "
    "curious reader readers listener listeners love like pry sorry about mind want wanted always "
    "nationality ethnicity home main locate situate"
)
"""What a question asks with: an answer need not repeat it."""
_TIMES = words("year day month week night morning summer winter time place way reason")
"""What "that year", "that way" may take up."""
STRONG = words(
    "all every always only most several many few both often almost nearly alone mostly entirely everyone "
    "everybody everything nothing nobody more less least twice again first last half"
)
"""Function words that add something of their own, so that they too must stand in the evidence."""
NEGATORS = words("not never no without neither nor nobody nothing none nowhere hardly scarcely barely n't")
_SYNONYMS = (
    "father dad papa", "mother mum mom mama", "child kid", "parent parents", "old elder aged", "big large",
    "relocate move emigrate", "buy purchase acquire", "start begin commence", "found establish set",
    "resign quit leave", "marry wed", "enroll enrol matriculate register", "publish print",
    "write author pen", "win receive get obtain award",
    "build construct", "invent devise", "repair fix mend", "restore renovate", "refuse decline reject",
    "return back", "meet encounter", "finance fund pay", "present host", "show demonstrate display", "design draw plan",
    "learn master", "discover find", "create make produce", "travel journey", "sell part", "break fracture",
    "abandon give", "hire employ", "befriend friend", "help assist aid", "job work position post", "die pass",
    "near close", "wife husband spouse married", "famous known renowned", "university college", "school",
    "attend study", "occupation profession", "home house", "sick ill", "film movie", "car automobile",
    "birth born birthday birthplace native bear origin", "death die dead", "in on at during",
    "america states us usa", "britain uk", "money fund",
)  # fmt: skip
_WIDER = {
    "family": KIN,
    "child": words("son daughter"),
    "parent": words("father mother"),
    "sibling": words("brother sister"),
}
_GROUPS: dict[str, frozenset[str]] = {}
for _line in _SYNONYMS:
    for _one in _line.split():
        _GROUPS[_one] = _GROUPS.get(_one, frozenset()) | {f"={_line}"}


def keys_of(unit: Unit) -> frozenset[str]:
    """What a unit may be matched by, its synonyms included."""
    return unit.keys.union(*(_GROUPS.get(key, frozenset()) for key in unit.keys))


def vocabulary(sentences: Iterable[Units]) -> frozenset[str]:
    """All that a text can be matched by; whoever has a brother has siblings and a family."""
    keys = frozenset(key for units in sentences for unit in units for key in keys_of(unit))
    wider = {wide for wide, narrow in _WIDER.items() if keys & narrow}
    return keys.union(*(keys_of(Unit(word, "word", word_keys(word))) for word in wider))


def says_something(unit: Unit) -> bool:
    """Whether a unit carries meaning: neither a mark, a function word, a light verb, nor a word of talk."""
    if unit.kind != "word" or (unit.lower in FUNCTION_WORDS | AUXILIARIES and unit.lower not in STRONG):
        return unit.kind in ("name", "number", "date")
    return unit.lower not in NEGATORS and not (unit.keys & (TALK | LIGHT) and unit.lower not in STRONG)


def is_function(unit: Unit) -> bool:
    """Whether a unit is grammar only."""
    return unit.kind == "mark" or (unit.kind == "word" and unit.lower in FUNCTION_WORDS | AUXILIARIES | BE)


def asked_words(question: Iterable[Units]) -> list[Unit]:
    """The units of a question that its answer has to be about."""
    return [
        unit
        for units in question
        for unit in units
        if says_something(unit) and not (unit.kind == "word" and unit.keys & _ASKING) and unit.lower not in STRONG
    ]


def is_verb_place(units: Units, index: int) -> bool:
    """Whether a word is rather a verb here than a noun: no determiner, adjective or preposition before it."""
    unit = units[index]
    if unit.kind != "word" or not lemmas(unit.text, "VERB"):
        return False
    before = next((u for u in reversed(units[:index]) if not is_adverb(u.text) and u.lower not in NEGATORS), None)
    if before is None:
        return False
    if before.kind == "number":
        return False
    if before.kind == "self":
        return before.role != "possessive"
    if before.lower in DETERMINERS or (before.lower in PREPOSITIONS and before.lower != "to"):
        return is_gerund(unit.text)
    bent = past_of(unit.text) or third_of(unit.text) or is_participle(unit.text) or is_gerund(unit.text)
    return bool(bent) or before.lower in AUXILIARIES | BE | {"to"}


def new_words(units: Units, known: frozenset[str]) -> Iterator[int]:
    """Where a word of an answer says something that nothing known has."""
    for index, unit in enumerate(units):
        pointed = index > 0 and units[index - 1].lower in ("that", "this", "same") and unit.keys & _TIMES
        if unit.kind == "word" and says_something(unit) and not pointed and not keys_of(unit) & known:
            yield index


def judge_new_word(units: Units, index: int, known: frozenset[str]) -> str:
    """`invented_detail` for an addition to what is carried; `entailment_undecided` where it may be other words for it.

    "I was born in Graz during a storm" adds a storm to a birth that the evidence tells of. In "I saw the light of day
    in Graz" nothing but the place is the evidence's own, so that it may be the birth in other words.
    """
    if is_verb_place(units, index):
        return "entailment_undecided"
    told = [
        place
        for place, unit in enumerate(units)
        if unit.kind == "word" and says_something(unit) and is_verb_place(units, place) and keys_of(unit) & known
    ]
    return "invented_detail" if told else "entailment_undecided"
