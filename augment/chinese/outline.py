"""A told sentence laid open for questions: its clauses in the second person, with time and subject set apart.

'1952年，我與霍爾姆共同出版了圖譜'   ->  lead '1952年，', subject '你', predicate '與霍爾姆共同出版了圖譜'
"""

import re
from dataclasses import dataclass

from augment.chinese.clauses import Clause, begins_predicate, find_clause, may_act
from augment.chinese.dates import AGE, DATE, TIME
from augment.chinese.lexicon import FRAME_ENDS, VERBS, either, longer
from augment.chinese.people import find_others
from augment.chinese.script import plain
from augment.chinese.sentences import Span, enclosed, split_clauses

_WHOLE_TIME = re.compile(rf"(?:{TIME})+")
_TIME = re.compile(f"(?:在|于|自|从|早在)? ?{TIME}")
_PURPOSE = re.compile("你为了|你由于")
"""A clause that binds the next, with the same subject."""
_IS_MINE = re.compile("[也亦正就便]?是你")
"""What is mine is not me: '..., which was my first race'."""
_THINKS = re.compile("认为|相信|以为|觉得|声称|宣称|指出|预言|推测|证明|担心|希望|得知|(?<!被)发现(?!了)")
"""Behind it, a clause without a subject may go on with what is thought."""
_DONE = re.compile(rf"{either(longer(VERBS))}.*(?<![后时前])$")
"""A deed before a time, which is so another's: 'studied law but in 1913 turned to music'."""
_UNTIL = re.compile("直?[到至]")
_ARTICLE = re.compile("[一这][个次场部届种]$")
_EVENT = re.compile("[^，]{0,12}(?:[赛会战杯节展奖]|选举)[^，]{0,4}[中上里]")
_PRECISE = re.compile(f"{DATE}|{AGE}")
_SETTING = re.compile(rf"^{TIME}$|{either(FRAME_ENDS)}$|^(?:为了|因为|由于)")
_CONNECTS = re.compile(
    "(?:但是?|而(?!且)|并(?!且)|而且|并且|因此|因而|所以|于是|然而|不过|只是|也|还(?!俗|清)|又|却|更(?!改|换)|便(?!衣)|就(?!任|读|职|学|医)|遂|乃|亦|即(?!位|将)|才(?!能|华)"
    "|则|都(?!市|督)|其后|随后|然后|之后|后来|接[着著]|最终|终于|甚至|同时|首先)+(?!是)|[并而]且(?=是)"
)
_REASON = re.compile("因|由于|为了|鉴于")
_PLACING = tuple("在于从自和跟同用由至到赴")
_OPENS = tuple("以因對对隨随趁按憑凭為为")
_HANGS = re.compile(
    "虽|尽管|因(?![^，]*而)|由于|如果|若|当[^选时]|为了|不仅|不但|只是|可以|能|会|想|要|必须|应|只能|除|认为|指出|声称|表示"
    "|以为|相信|(?:发现|证明)(?!了)|宣称|以及|为免|为求|就在|对|说|写道|回答|问|道：|称：|使|令|让"
    f"|以(?:帮助|便|及|求|免|防|示|期|至|迫使|保护|表|解)|{TIME}$"
    f"|(?:作为|做为|身为|贵为)(?!.*{either(longer(VERBS))})"
)
_PARTED = re.compile(
    rf"(?<=[我你])以{either(longer(VERBS))}[^为]*，[^为]*(?<![成改作称认])为[^，]{{1,8}}(?=[，。]|$)"
    rf"|一[个部种座段]{either(longer(VERBS))}[^，的]*，[^，]*的"
    "|(?:一[名位]|饰演|扮演)[^，的]*(?<![人家员手者士师将帝王主后生侯公官僧医星长商客臣友兵民党徒工角色」》”])，[^，]*的"
    rf"|你(?![在于从以因受对与和向把将被由]|{either(longer(VERBS))})[^，是有了]*的[^，是有了]{{1,8}}，"
    rf"[正就即乃则也]?(?:是|使|令|让|受到|引起|导致|被)[^，]*|从{TIME}[^，]*，[到至][^，]*"
)
"""Commas that part what is one: '以...，...為目標', '一名...，...的記者', '你...的努力，使...', '從...，到...'."""


OWNERS = ("你的", "你們", "你们", "你所", "你本人", "你自己")
"""How a clause begins whose subject is more than 你."""
SHORTEST = 2
"""Characters of a clause, subject included, that say anything."""


@dataclass(frozen=True)
class Outline:
    """A clause in the second person.

    Attributes:
        lead: the setting before it, comma included, '' if none.
        time: the time in it or in its setting, as written, '' if none.
        body: the clause without its time, subject included.
        predicate: what follows 你 where the clause is about the speaker, else ''.
        reason: the clause of reason before it, '' if none.
    """

    lead: str
    time: str
    body: str
    predicate: str
    reason: str

    @property
    def is_cut(self) -> bool:
        """Whether the clause is about the speaker, but hangs on another or says nothing by itself."""
        return not self.predicate and self.body.startswith("你") and not self.body.startswith(OWNERS)

    @property
    def flat(self) -> str:
        """The body in plain form."""
        return plain(self.body)


def outline(told: str) -> list[Outline]:
    """The clauses of a first-person answer that say something by themselves, in order."""
    text = second_person(told)
    flat, inside = plain(text), enclosed(plain(text))
    places = {place: place + 1 for place, character in enumerate(flat) if character == "你" and not inside[place]}
    parted = [match.span() for match in _PARTED.finditer(flat)]
    found: list[Outline] = []
    settings: list[Span] = []
    is_own = False
    for span in split_clauses(flat):
        clause = find_clause(flat, span, places)
        if clause.is_frame:
            settings.append(span)
            continue
        is_own = clause.subject == "person" or (clause.subject == "same" and is_own)
        if (
            _is_noun(flat, clause)
            or _IS_MINE.match(flat, clause.core)
            or any(start < span.end and span.start < end for start, end in parted)
        ):
            settings, is_own = [], False
            continue
        reasoned = clause.subject == "same" and any(_REASON.match(flat, s.start) for s in settings)
        if _tells(flat, clause, is_own) and not reasoned:
            found.append(_outlined(text, flat, clause, settings, is_own))
        settings, is_own = [], is_own and (not clause.binds or bool(_PURPOSE.match(flat, clause.head, clause.end)))
        is_own = is_own and not _THINKS.search(flat, span.start, span.end)
    return [clause for clause in found if len(clause.body) > SHORTEST and not clause.is_cut]


def _is_noun(flat: str, clause: Clause) -> bool:
    """Whether a clause is but the subject of the next: 'your old home town, ...'."""
    behind = flat[clause.head + 1 : clause.end]
    placed = behind.startswith(("在", "于", *_PLACING, *_OPENS))
    goes_on = flat[clause.end + 1 : clause.end + 2] in tuple("在于")
    return clause.subject == "person" and "的" in behind and goes_on and not placed and not may_act(behind)


def first_part(told: str) -> str:
    """The words in the second person up to where they have said something whole of the speaker."""
    text = second_person(told)
    flat = plain(text)
    places = {place: place + 1 for place, character in enumerate(flat) if character == "你"}
    for span in split_clauses(flat):
        clause = find_clause(flat, span, places)
        within = any(match.start() < clause.end < match.end() for match in _PARTED.finditer(flat))
        whole = not (within or clause.is_frame or clause.binds) and may_act(flat[clause.head : clause.end])
        if whole and "你" in flat[: clause.end] and "：" not in flat[: clause.end]:
            return text[: clause.end].strip()
    return text


def _tells(flat: str, clause: Clause, is_own: bool) -> bool:
    """Whether a clause says something by itself, of the speaker or of somebody who is named."""
    if clause.binds or not may_act(flat[clause.head : clause.end]):
        return False
    named = "你" in flat[clause.start : clause.end] or _names_somebody(flat, clause.core)
    return is_own or (clause.subject == "other" and named)


def _names_somebody(flat: str, core: int) -> bool:
    """Whether a clause opens with somebody's name."""
    return any(other.start == core and other.kind == "name" for other in find_others(flat, []))


def second_person(told: str) -> str:
    """The words with 你 for 我, but for what stands in quotation marks."""
    inside = enclosed(plain(told))
    return "".join("你" if c == "我" and not mark else c for c, mark in zip(told, inside, strict=True)).rstrip("。！ ")


def _outlined(text: str, flat: str, clause: Clause, settings: list[Span], is_own: bool) -> Outline:
    """One clause with what belongs to it."""
    before = [(flat[s.start : s.end].strip(), text[s.start : s.end].strip()) for s in settings]
    lead = "".join(f"{written}，" for form, written in before if _SETTING.search(form))
    reason = next((written for form, written in before if _REASON.match(form)), "")
    time, body = _without_time(text[clause.start : clause.end].strip())
    time = time or next((written for form, written in before if _is_time(form)), "")
    body = _unlinked(body.lstrip(" ，"))
    if clause.subject == "same" and is_own:
        body = f"你{body}"
    unfinished = clause.end < len(flat) and body[1:2] in _OPENS
    is_subject = is_own and body.startswith("你") and not body.startswith(OWNERS)
    predicate = body[1:] if is_subject and not unfinished and not _HANGS.match(plain(body[1:])) else ""
    return Outline(lead, time, body, predicate, reason)


def _unlinked(body: str) -> str:
    """A clause without what links it to the one before, in front of its subject or behind 你."""
    if links := _CONNECTS.match(plain(body)):
        body = body[links.end() :]
    links = _CONNECTS.match(plain(body[1:])) if body.startswith("你") else None
    return f"你{body[1 + links.end() :]}" if links else body


def _is_time(flat: str) -> bool:
    """Whether a setting is nothing but a time."""
    return bool(_WHOLE_TIME.fullmatch(flat) and _PRECISE.search(flat))


def _is_bound(flat: str, time: re.Match[str]) -> bool:
    """Whether a time cannot leave its clause: 'worked until 1959', 'in the 2006 games', 'a show held in 1901'."""
    before = flat[: time.start()]
    if before and (_UNTIL.match(time.group()) or _ARTICLE.search(before) or _DONE.search(before)):
        return True
    return time.group()[0] in "在于" and bool(_EVENT.match(flat, time.end()))


def _without_time(clause: str) -> tuple[str, str]:
    """The first precise time of a clause, outside marks, and the clause without it."""
    flat, inside = plain(clause), enclosed(plain(clause))
    for match in _TIME.finditer(flat):
        if _is_bound(flat, match):
            continue
        behind = flat[match.end() : match.end() + 1]
        acts = begins_predicate(flat, match.end()) or behind in _PLACING
        leads = acts if match.start() else behind not in ("", "，")
        if (
            leads
            and behind not in ("", *"和与及、")
            and _PRECISE.search(match.group())
            and not inside[match.start()]
            and behind != "的"
        ):
            return clause[match.start() : match.end()], clause[: match.start()] + clause[match.end() :]
    return "", clause
