"""What a clause begins with, and so whose subject it has.

A clause without a subject of its own goes on with the one before. That is taken for proved only where it begins with a
verb, with a preposition that brings no setting, or with an adverb that always follows its subject; a clause of time,
place or reason is a `frame`, and waits for the clause that completes it. Every other beginning is a new subject.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from augment.chinese.dates import TIME
from augment.chinese.lexicon import (
    AFTER_SUBJECT,
    EITHER,
    FIRM,
    FRAME_ENDS,
    FRAMES,
    KIN,
    LINKS,
    PREPOSITIONS,
    VERBS,
    either,
    longer,
)
from augment.chinese.sentences import Span, enclosed

Subject = Literal["person", "other", "same", "frame"]

_LEAD = re.compile(rf"(?:\s|{TIME}|(?!后[人世者卫]){either(LINKS)}|(?:小学|初中|中学|高中|大学)(?=就读|毕业|时))+")
_NO_ADVERB = (
    "不少|不久|不论|不管|不过|不料|最[大好高佳多重]|最[^，]{1,2}的|后[人世者卫]|[亦也还又更都均皆尚仍已]有|只[是有见]|未来|会[议员长]|都[市督统城]"
    "|自[由然从此]|终身|现代|尚书|已故|特别是|极少"
)
_ADVERB = re.compile(rf"(?!{_NO_ADVERB}){either(AFTER_SUBJECT)}")
_VERB = re.compile(rf"{either(tuple(word for word in VERBS if word not in EITHER))}(?!者|家|员|权|力|地|国)")
_EITHER = re.compile(
    rf"{either(EITHER)}(?:了|过|着|出(?![版口身席任租售])|成|下|到|入|为|《|「|“|在|于|[他她其](?!他))"
)
_NO_PREPOSITION = (
    "以[后来外及前上下内]|经[济理典常纪费验历过营]|对[手方立岸]|自[由然]|和[平约解谐]|同[时年学盟伴胞]|因[此素而]|与其|用[户品]|向来|至[今此]"
    "|到处|使[者臣馆节]|令[人状]|让步|受[害难伤]|随[从员]|将[军领士校相官]|把手|被[告子]|跟[踪班]|给养|替身|由[来于]|为[人何止期]|比[赛例]"
)
_WEAK = re.compile(f"(?!{_NO_PREPOSITION}){either(PREPOSITIONS)}")
_FIRM = re.compile(rf"(?!{_NO_PREPOSITION}){either(FIRM)}(?!其|他|她|此|者)")
_PLACES = ("在", "于", "从", "自", "到", "至", "为", "以")
_MEANS = ("因", "受", "通过", "经由", "面对", "趁")
_FRAME = re.compile(rf"{either(FRAMES)}")
_FRAME_END = re.compile(rf"(?<![时空年])(?<!以){either(FRAME_ENDS)}$")
_BINDS = re.compile(
    "(?:是|为|(?<![假学小传心演])说|认为|表示|以为|相信|声称|宣称|宣布|指出|阐明|表明|说明|显示|证明|发现|得知|如|即|包括|要求|请求|希望|命|令|的|说法|而言|来说|看来|来看|记载)$|^(?:据|根据|按照?|相传|传说|有人|一说)|(?<![认以作成名称定视])为了?"
    + either(longer(VERBS))
    + "[^，]{1,12}$|^[^，]{1,10}(?:为了|因为|由于)[^，而]{1,16}$"
    "|为[免求][^，]*$|(?:依照|按照|遵照|凭借)[^，]{1,12}$|(?:作为|做为)[^，]*(?:一员|之一)$|以[^，]*(?:身份|身分|罪名|名义|姿态|理由)$|(?:如果|假如|倘若|一旦|除非)[^，就便则也]*$"
    "|(?:支持|反对|赞成|同意|允许|主张|建议|呼吁)[^，]{2,16}[在于][^，]{1,14}[内中时后前下间]$"
    "|^(?:不但|不仅|既|与其|宁可|无论|不论|只要|只有|除非|一旦|假如|假若|要是)"
)
_SUBORDINATE = re.compile(
    "由于|因为|虽然?|尽管|即使|如果|倘若|若|当(?!选|时|年|地|上|局|中)|每当|除了|既然|为了|随着|根据"
)
_SETTING_END = re.compile(
    rf"(?:的|之)[^的，]{{1,12}}?(?:下|中|上|里|后|时)|{either(('之后', '以后', '期间', '之前', '以前', '后', '时'))}"
)
_RELATIVE = re.compile(rf"(?:所|曾|已|在[^，]{{1,8}})?{either(VERBS)}[过出]?的")
"""A person's act before 的: what follows is the subject."""
_WITH_NOUN = re.compile("除了?|根据|随着|为了|经过|作为|对于|关于")
_MORE = re.compile(r"[^。！？!?\s」”]")
_PLACE_ONLY = re.compile("(?:(?:[在于对]|[从自](?![不未来此己]))[^，]*)?")
_MADE_BY = re.compile(
    r"(?:未|没有|不|已)[^，]{2,16}的[\u4e00-\u9fff]{1,4}(?:会|将|能|都|必|皆|则)|由[^，]{1,20}的|(?:将|把|与|被)[^，]*的[\u4e00-\u9fff]{1,6}(?:被|是|令|使|遭|得以)"
)
_OF_WORKS = re.compile(
    "(?:正式|首次|最终|才)?(?:出版|发行|上映|问世|播出|首播|建成|落成|完工|举行|刊登|通车)|以[^，]*为(?:背景|题材|主题|蓝本)"
)
"""What happens to works, without a subject: 'published in 1966' follows the work, not its author."""
_GRADUATED = re.compile(r"^[^，]{2,20}(?:大学|学院|学校|中学|高中|系|科|班|校)[^，]{0,4}毕业$")
_SOME_VERB = re.compile(either(VERBS))
_ANY_VERB = re.compile(either(tuple(word for word in VERBS if len(word) > 1 or word not in EITHER)))
_BEING = re.compile(
    r"一?[字号谥名](?=[\u4e00-\u9fff]{1,5}(?:[、，。]|$))|中(?=[^，]{0,8}(?:进士|举人|状元|榜眼|探花|秀才))|有[^人]|无[^人]|是(?!年|日|月|时|次|为)"
)
_OWNED = re.compile(
    rf"的|之(?!后|前|外|间|下|上|中)|所(?!以|谓)|本人的|自己的|{either(longer(KIN))}"
    r"|[子兄弟姐妹妻父母叔](?![弟子兄])|前锋|先锋|义军|水军|骑兵|大军|军队|舰队|所部|麾下|部(?:队|下|将|众)|一生|个人|夫妇|夫妻"
)
_KIN_OPENING = re.compile(rf"(?:其|他的|她的)?{either(tuple(k for k in KIN if k not in ('子', '孙', '朋友', '家族')))}")

_IDENTITY = re.compile(
    r"[^，；：是有在了着过]{2,30}(?:(?<![0-9一二三四五六七八九十百千万余多数几两])人|家|员|手|者|士|师|将|帝|王|主|后|生|氏|侯|公|官|僧|医|星|长|商|客|臣|妃|弟|兄|妹|姐)"
    r"(?:[，、][^是了着过]{2,20}(?:人|家|员|手|者|士|师|将))*[。]?"
)
"""A sentence that is nothing but what somebody is."""


@dataclass(frozen=True)
class Clause:
    """A clause; `subject` is what its words show, `whose` what the sentence makes of it.

    Attributes:
        core: where it begins behind time and conjunctions.
        head: where the name or pronoun begins that is its subject, or `core`.
        is_explicit: whether the subject stands in the clause and is the person.
        is_kin: whether it opens with a relation whose owner is not named.
        is_kin_of_person: whether that owner is the person.
        binds: whether it is a condition, a reason or a saying, which what follows hangs on.
        has_own: whether it is a setting with a subject of its own, who is not the person.
        has_verb: whether any of its words may be a verb.
        is_last: whether the sentence ends with it.
        is_nominal: whether it says what the person is without a verb: '..., an inventor'.
        is_frame: whether another clause must complete it, whoever its subject is.
    """

    start: int
    end: int
    core: int
    head: int
    subject: Subject
    whose: Subject = "other"
    is_explicit: bool = False
    is_kin: bool = False
    is_kin_of_person: bool = False
    is_frame: bool = False
    binds: bool = False
    has_own: bool = False
    has_verb: bool = True
    is_last: bool = False
    is_nominal: bool = False


def is_identity(flat: str) -> bool:
    """Whether words are nothing but what somebody is, without a verb: '挪威植物学家'."""
    return bool(_IDENTITY.fullmatch(flat))


def is_owned(flat: str, end: int) -> bool:
    """Whether what follows a name belongs to it: 的, a relation, a following."""
    return bool(_OWNED.match(flat, end))


def find_clause(flat: str, span: Span, mentions: dict[int, int]) -> Clause:
    """One clause; `mentions` maps where names and pronouns of the person begin to where they end."""
    core = _skip(_LEAD, flat, span.start, span.end)
    if flat[core : core + 1] == "的" or flat[core - 1 : core + 1] in ("中的", "后的"):
        core = span.start
    subject, head = _subject(flat, core, span.end, mentions)
    timed = re.search(r"\d|年", flat[span.start : core]) or re.search("[年月日]$", flat[span.start : span.end])
    if subject == "other" and timed and not may_act(flat[core : span.end]):
        subject = "frame"
    if core > span.start and subject == "frame" and flat[core - 1] in "并亦也又更且却仍":
        subject = "same"
    clause = Clause(span.start, span.end, core, head, subject)
    return _described(flat, clause, mentions)


def _described(flat: str, clause: Clause, mentions: dict[int, int]) -> Clause:
    """The clause with what it lacks and what it opens with."""
    body, behind = flat[clause.core : clause.end], flat[mentions.get(clause.head, clause.head) : clause.end]
    is_frame, is_last = clause.subject == "frame", not _MORE.search(flat, clause.end)
    waits = is_frame or bool(_FRAME_END.search(body) or _SUBORDINATE.match(body))
    acts = clause.subject == "person" and not _PLACE_ONLY.fullmatch(behind)
    return replace(
        clause,
        is_last=is_last,
        is_frame=waits and not is_last,
        binds=bool(_SUBORDINATE.match(body) or _SUBORDINATE.match(behind) or _BINDS.search(body)),
        has_own=is_frame and not is_last and bool(_SOME_VERB.search(body)) and _names_subject(flat, clause, mentions),
        is_kin=clause.subject == "other" and bool(_KIN_OPENING.match(body)),
        has_verb=acts or may_act(flat[clause.head : clause.end]),
    )


def begins_predicate(flat: str, start: int, end: int | None = None) -> bool:
    """Whether an adverb, a verb or a preposition stands at a place, as behind a subject."""
    stop = len(flat) if end is None else end
    return any(pattern.match(flat, start, stop) for pattern in (_ADVERB, _VERB, _EITHER, _FIRM, _BEING))


def _names_subject(flat: str, clause: Clause, mentions: dict[int, int]) -> bool:
    """Whether a setting has a subject of its own: it opens neither with a verb nor with the person."""
    if _WITH_NOUN.match(flat, clause.core, clause.end):
        return False
    opening = _SUBORDINATE.match(flat, clause.core, clause.end)
    start = opening.end() if opening else clause.core
    if start >= clause.end or start in mentions or _WEAK.match(flat, start):
        return False
    return not begins_predicate(flat, start, clause.end)


def may_act(words: str) -> bool:
    """Whether any of a clause's words may be a verb."""
    return bool(_ANY_VERB.search(words) or re.search("[是为了被]|(?<!所)有|^[我你]?一?[字号谥名]", words))


def _subject(flat: str, core: int, end: int, mentions: dict[int, int]) -> tuple[Subject, int]:
    """What a clause's beginning shows, and where its subject stands."""
    if core in mentions:
        heads_noun = is_owned(flat, mentions[core]) or _RELATIVE.match(flat, mentions[core], end)
        return ("other" if heads_noun else "person"), core
    if core >= end:
        return "frame", core
    rest = flat[core:end]
    if frame := _frame(flat, core, end, mentions):
        return frame
    if _MADE_BY.match(rest) or _OF_WORKS.fullmatch(rest):
        return "other", core
    if attributed := _attributed(flat, core, end, mentions):
        return "person", attributed
    if begins_predicate(flat, core, end):
        return "same", core
    if _WEAK.match(rest):
        if not _SOME_VERB.search(flat, core + 1, end):
            return "frame", core
        if timed := _behind_setting(flat, core, end, mentions):
            return "person", timed
        return _after_setting(flat, core, end, mentions)
    if _GRADUATED.search(rest):
        return "same", core
    return _modified(flat, core, end, mentions)


def _frame(flat: str, core: int, end: int, mentions: dict[int, int]) -> tuple[Subject, int] | None:
    """A clause of time, place or reason, with the person as its subject if it names them first."""
    opening = _FRAME.match(flat, core, end)
    if not opening and not (_FRAME_END.search(flat, core, end) and not _VERB.match(flat, core, end)):
        return None
    word, is_setting = opening.group() if opening else "", bool(_FRAME_END.search(flat[core:end]))
    named = mentions.get(opening.end()) if opening and (is_setting or word not in _PLACES) else None
    if opening and named and not is_owned(flat, named):
        return "person", opening.end()
    if word in (*_PLACES, *_MEANS) and not is_setting:
        return None
    return "frame", core


def _after_setting(flat: str, core: int, end: int, mentions: dict[int, int]) -> tuple[Subject, int]:
    """A clause that opens with a place: what follows the setting decides, where its end shows."""
    if setting := _SETTING_END.search(flat, core, end):
        behind = _skip(_LEAD, flat, setting.end(), end)
        if behind >= end:
            return "frame", core
        if behind in mentions:
            return ("other" if is_owned(flat, mentions[behind]) else "person"), behind
        return ("same" if begins_predicate(flat, behind, end) else "other"), core
    return "same", core


def _attributed(flat: str, core: int, end: int, mentions: dict[int, int]) -> int | None:
    """Where the person stands behind an attribute that is all else of the first clause: 'then a captain, he'."""
    before = re.sub(f"{TIME}|，", "", flat[:core])
    for start, stop in mentions.items():
        acts = stop == end or (
            not is_owned(flat, stop) and bool(begins_predicate(flat, stop, end) or _WEAK.match(flat, stop))
        )
        if core < start and acts and flat[start - 1] == "的" and not before and "了" not in flat[core:start]:
            return start
    return None


def _behind_setting(flat: str, core: int, end: int, mentions: dict[int, int]) -> int | None:
    """Where the person stands behind a setting of time or place without a comma: '在大学时期他...'."""
    for start, stop in sorted(mentions.items()):
        if core < start <= core + 14 and flat[start - 1] in "时后前中下里内初末期间年" and stop < end:
            return None if is_owned(flat, stop) or _SOME_VERB.search(flat, core + 1, start - 1) else start
    return None


def _modified(flat: str, core: int, end: int, mentions: dict[int, int]) -> tuple[Subject, int]:
    """'The young Nord went ...': a name behind its own attribute is the subject still."""
    for start, stop in sorted(mentions.items()):
        if (
            core < start <= core + 14
            and flat[start - 1] in "的时后前中下里内初末"
            and stop < end
            and not is_owned(flat, stop)
        ):
            known = begins_predicate(flat, stop, end) or _WEAK.match(flat, stop, end)
            return ("person" if known else "other"), start
    return "other", core


def _skip(pattern: re.Pattern[str], flat: str, start: int, end: int) -> int:
    """Behind what a pattern matches at a place, if it matches."""
    inside = enclosed(flat[start:end])
    match = pattern.match(flat, start, end)
    return match.end() if match and (match.end() - start >= len(inside) or not inside[match.end() - start]) else start
