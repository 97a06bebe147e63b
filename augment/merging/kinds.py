"""What kind of claim a sentence makes: a fact, an opinion of the person, the person's own words, a matter in dispute.

    "Ida Voss believed that bees can count."           opinion
    "Ida Voss wrote: "No hive is ever quiet.""         quote
    "The year of Ida Voss's birth is disputed."        disputed

Precise before complete: what others believe, and what is thought of the person, are facts. Only what is disputed today
is `disputed`: a quarrel of the past is a fact of that past.
"""

import re

from augment.chinese.names import known
from augment.chinese.script import plain
from augment.languages import is_chinese
from augment.person import Person
from likeness.records import ClaimKind

_BELIEVED = (
    r"believe[sd]?|thought|thinks?|felt that|feels? that|consider(?:s|ed)|claim(?:s|ed)|prefer(?:s|red)|regard(?:s|ed)"
    r"|doubt(?:s|ed)|(?:dis)?agree[sd]?|maintain(?:s|ed) that|argue[sd]? that|held that|holds that|hope[sd]?"
    r"|(?:was|is) (?:convinced|of the opinion|a (?:firm |strong )?believer|in favou?r of|opposed to)"
    r"|oppose[sd]?|favou?r(?:s|ed)|advocate[sd]?|(?:conclude[sd]?|insist(?:s|ed)|assert(?:s|ed)|predict(?:s|ed)) that"
)
_PLAIN_WORDS = r"(?:[a-z]+ly |(?:had|has|did not|never|also|always|once|later|then|still) )*"
_PASSIVE = r"(?<!was )(?<!were )(?<!is )(?<!been )(?<!being )(?<!be )"
_OPINION = re.compile(rf"@,? {_PLAIN_WORDS}{_PASSIVE}(?:{_BELIEVED})\b|\bIn @['’]s (?:opinion|view)\b")
_SAID = r"said|says|wrote|writes|remarked|stated|states|declared|replied|answered|explained|noted|recalled|told|added"
_QUOTE = re.compile(rf"@,? {_PLAIN_WORDS}(?:{_SAID})\b[^\"“”@]{{0,80}}[\"“]\W*\w+(?:\W+\w+){{2,}}")
"""Three quoted words or more: fewer are a term, not a saying (our judgement)."""
_DISPUTED = re.compile(
    r"\b(?:is|are|remains?) (?:still |much |hotly |widely |often )?"
    r"(?:disputed|contested|debated|in dispute|uncertain|unclear|unresolved|a matter of (?:dispute|debate))\b"
    r"|\b(?:sources|accounts|historians|scholars|biographers) (?:disagree|differ|conflict|contradict|are divided)\b"
    r"|\baccording to (?:some|other) (?:sources|accounts|historians|scholars|biographers)\b",
    re.IGNORECASE,
)
_CHINESE_OPINION = re.compile(r"@(?:一直|始终|也|则|都|曾|并|还|仍){0,2}(?:认为|相信|主张|反对|觉得|坚信|赞成)")
_CHINESE_QUOTE = re.compile(r"@[^，。；「“]{0,12}(?:说|曰|写道|表示|称|云|言)[:：，,]?[「“『][^」”』]{4,}[」”』]")
_CHINESE_DISPUTED = re.compile(r"(?<!没)有争议|存在争议|说法不一|众说纷纭|尚无定论|存疑|(?<![这之])一说(?!话|起|到)")


def kind_of(claim: str, person: Person) -> ClaimKind:
    """The kind of a claim in the third person about this person."""
    if is_chinese(claim):
        return _kind(marked(claim, person), _CHINESE_DISPUTED, _CHINESE_QUOTE, _CHINESE_OPINION)
    return _kind(marked(claim, person), _DISPUTED, _QUOTE, _OPINION)


def marked(claim: str, person: Person) -> str:
    """The claim with '@' for each of the person's names; Chinese in simplified characters, so that scripts can meet."""
    if is_chinese(claim):
        names = sorted(known(person), key=lambda name: (-len(name), name)) or [person.name]
        return re.sub("|".join(map(re.escape, names)), "@", plain(claim))
    return person.pattern.sub("@", claim)


def _kind(text: str, disputed: re.Pattern[str], quote: re.Pattern[str], opinion: re.Pattern[str]) -> ClaimKind:
    if disputed.search(text):
        return "disputed"
    if quote.search(text):
        return "quote"
    return "opinion" if opinion.search(text) else "fact"
