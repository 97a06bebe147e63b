"""Stretches of a sentence that are claims about the person, told by name or in the first person.

    '同年，她在卑爾根展出標本，題為「北岸」'  ->  '諾爾德在卑爾根展出標本，題為「北岸」'
                                            ->  '我在卑爾根展出標本，題為「北岸」'

A claim begins where the person is the subject anew, and goes on to where that happens again. Names become the name by
which the person is known anyhow, so that a claim needs no page around it.
"""

import re
from collections.abc import Iterator

from augment.chinese.clauses import Clause, is_identity
from augment.chinese.dates import TIME
from augment.chinese.lexicon import AFTER_SUBJECT, KIN, LINKS, TITLES, VERBS, either, longer, words
from augment.chinese.reading import Mention, Reading
from augment.chinese.script import is_traditional, plain
from augment.chinese.unfit import dangling, unfit
from augment.statements import Unclear

SHORTEST, LONGEST = 4, 130
"""Characters of a claim. Shorter is a fragment; longer is more than anybody says in one breath (our judgement)."""

_LATER = "[数几两一二三四五六七八九十0-9]+个?(?:日|天|月|年|周|星期|小时)(?:之后|以后|后)"
"""So long after something that stands outside the claim."""
_KEPT = words("早年 晚年 幼年 婚后 战后 战前 目前 现 现今 如今 一生 任内 平时 平日")
_LINKING = re.compile(
    rf"(?:(?:{either(tuple(word for word in LINKS if word not in _KEPT))}|{_LATER})(?!的)[,，]?"
    r"|时(?=[\u4e00-\u9fff]{2}))+"
)
_FOLLOWS_SUBJECT = re.compile("[在于自从](?!我)[^，]*，$")
"""A setting that may as well stand behind the subject: 'I, since 1981, ...'."""
_BELONGS = re.compile(
    either(longer(KIN))
    + "|夫妇|夫妻|专利|著作|作品|诗作|诗歌|文章|军队|部队|前锋|先锋|义军|水军|骑兵|大军|舰队|主力|亲信|姓名|冤狱|冤案"
)
_GIVEN_TO = re.compile(r"(?:使|令|让|将|把|给|对|为|向|由|被|与|和|命|派|逼|劝|助|请|邀|赐|封|知|见|任|称|以|免|替)$")
_VERBAL = re.compile("[在于对被所0-9]|首次")
_ACTING = re.compile(either(VERBS, AFTER_SUBJECT))
_DEPENDENT = re.compile(r"^(?:所以|因此|因而|于是|遂|乃|使|令|让|才|则|就|便|却|也|又|而|并|以致|以至|导致|从而|致使)")
_WAITS = re.compile(r"^(?:虽然|虽|尽管|即使|如果|若|由于|因为|因|为了|当|不但|不仅|既|除了|自从|随着|据|根据|有的|凡)")
_JOINT = re.compile(
    "(?:并(?![不未非无没])|就(?![任读职学医业地近诊寝范义是])|便(?![衣利秘是])|遂|乃(?!是)|于是|因[而此]|却(?!步)|其后|随后|接[着著])+"
)
_HALF = re.compile("^[^，]{0,12}(?:为了|由于)[^，而]*$")
_REASON = re.compile("^(?:因为|由于|虽然|尽管|如果|即使)(?:[^而就便才却]|(?<=[来早直])就)*$")
"""A reason alone; the 就 of 本来就 opens no consequence."""
_LISTS = re.compile("包括|包含|如下|分别[是为]")
_THEN = re.compile("[而但]?(?:当时|那时|其时|此时|这时|在?此?期间)，?")
_IS_SO = re.compile("[既亦也]?(?:[是有无既未尚只仅都]|没有|仍[是有未]|还[是没未])")
_TITLE_BEFORE = re.compile(rf"{either(TITLES)}$")
_BRACKETS = re.compile(
    r"[A-Za-z .'’\-]{0,40}(?:\s*（[^）]*）)+|(?:，?[A-Z]{2,6})+(?=是|，)|[A-Za-z][A-Za-z .'’\-]{2,40}(?=，|是)"
)
_COMES_FROM = re.compile("[^，]{1,3}[于在]")
_VERBAL_START = re.compile(rf"{TIME}|{either(VERBS, AFTER_SUBJECT)}|[在于是字号与和]")


def find_groups(reading: Reading) -> Iterator[list[Clause]]:
    """The stretches of a sentence that stand alone: each but the first begins with the person as its subject."""
    group: list[Clause] = []
    for clause in reading.clauses:
        if group and _opens(reading, group, clause):
            yield group
            group = []
        group = [*group, clause]
    if group:
        yield group


def _opens(reading: Reading, group: list[Clause], clause: Clause) -> bool:
    """Whether a clause begins a claim of its own: the one before must be whole without it."""
    flat = reading.flat
    if flat[clause.start - 1] in "；;":
        return True
    if (
        group[-1].is_frame
        or _HALF.search(flat[group[-1].start : group[-1].end])
        or (clause.is_explicit and not any(one.is_explicit for one in group))
    ):
        return False
    waits = any(_WAITS.match(flat[one.start : one.end].strip()) for one in group[-2:])
    if waits or flat[group[-1].end - 1] in "是：" or not _mentions_person(reading, group):
        return False
    words_of_clause = flat[clause.start : clause.end].strip()
    timed = re.match(f"(?:在|于)?{TIME}", words_of_clause) or clause.is_explicit
    return clause.whose == "person" and bool(timed) and not _DEPENDENT.match(words_of_clause)


def _mentions_person(reading: Reading, group: list[Clause]) -> bool:
    return _main(group).whose == "person" or any(
        mention.whose == "person" for mention in reading.within(group[0].start, group[-1].end)
    )


def _main(group: list[Clause]) -> Clause:
    """The first clause that is more than a setting."""
    return next((clause for clause in group if clause.subject != "frame"), group[0])


def variants(group: list[Clause]) -> Iterator[list[Clause]]:
    """A stretch, and shorter ones that still say something true by themselves, the longest first."""
    starts = [0, *(place for place, clause in enumerate(group) if place and _may_begin(group, place))]
    ends = [place for place in range(len(group), 0, -1) if place == len(group) == 1 or _may_end(group[place - 1])]
    pairs = [(start, end) for start in starts for end in ends if start < end]
    for start, end in sorted(pairs, key=lambda pair: (pair[0] - pair[1], pair[0])):
        yield group[start:end]


def _may_begin(group: list[Clause], place: int) -> bool:
    """Whether what stands before is neither its condition nor its reason."""
    return group[place].is_explicit and not any(clause.binds for clause in group[:place])


def _may_end(clause: Clause) -> bool:
    return not clause.is_frame and not clause.binds and (clause.has_verb or clause.subject == "same" or clause.is_last)


def tell(reading: Reading, group: list[Clause], who: str) -> str:
    """One stretch with the person told as `who`: a name, or 我.

    Raises:
        Unclear: why it makes no claim: not_about_person, unclear_pronoun, dangling_reference and the reasons of
            `augment.chinese.unfit`.
    """
    _check(reading, group)
    told = _told(reading, group, who)
    if reason := dangling(plain(told)):
        raise Unclear(reason)
    if len(told) < SHORTEST:
        raise Unclear("fragment")
    return told if re.search(r"[。！？][」”』]$", told) else f"{told}。"


def _check(reading: Reading, group: list[Clause]) -> None:
    """Refuse what cannot be told.

    Raises:
        Unclear: the reason.
    """
    start, end = group[0].start, group[-1].end
    mentions = reading.within(start, end)
    if not _mentions_person(reading, group) and not _main(group).is_kin_of_person:
        unclear = any(mention.whose == "unclear" for mention in mentions)
        raise Unclear("unclear_pronoun" if unclear else "not_about_person")
    if end - start > LONGEST:
        raise Unclear("too_long")
    if start and reading.flat[start - 1] in "—─":
        raise Unclear("fragment")
    if _was_state(reading, group):
        raise Unclear("dangling_reference")
    if reading.flat[start - 1 : start] in (*"；;",) and _LISTS.search(reading.flat, 0, start):
        raise Unclear("list")
    main = _main(group)
    if main is group[-1] and _REASON.match(reading.flat[main.start : main.end].strip()):
        raise Unclear("fragment")
    if (
        reason := _form(group)
        or _attribute(reading, group)
        or _doubt(reading, mentions, start)
        or unfit(reading.flat[start:end], _speaks(group))
    ):
        raise Unclear(reason)


def _speaks(group: list[Clause]) -> bool:
    """Whether nobody but the person is a subject."""
    return all(clause.whose in ("person", "frame") for clause in group)


def _form(group: list[Clause]) -> str:
    """What a stretch lacks to be a sentence, '' if nothing."""
    if all(clause.is_frame for clause in group) or (group[-1].is_explicit and not group[-1].has_verb):
        return "fragment"
    first = next((clause for clause in group if clause.is_explicit or clause.subject == "other"), None)
    main = _main(group)
    has_subject = main.subject != "same" or main.whose == "person" or bool(first and first.is_explicit)
    return "" if has_subject else "no_subject"


def _was_state(reading: Reading, group: list[Clause]) -> bool:
    """Whether it was so at a time only that stands outside: 'at that time he was poor'."""
    main = _main(group)
    then = _THEN.match(reading.flat, group[0].start)
    behind = next((m.end for m in reading.mentions if m.start == main.head), main.core)
    return then is not None and then.end() == main.head and bool(_IS_SO.match(reading.flat, behind))


def _attribute(reading: Reading, group: list[Clause]) -> str:
    """Whether a clause without a subject may be the first half of an attribute: '身高兩米，體重百斤的X...'."""
    first, *rest = group
    if not rest or first.subject != "same" or re.search(f"{TIME}|了", reading.flat[first.start : first.end]):
        return ""
    attributed = rest[0].is_explicit and reading.flat[rest[0].head - 1] == "的"
    return "fragment" if attributed else ""


def _doubt(reading: Reading, mentions: list[Mention], start: int) -> str:
    """Why a pronoun or a name cannot be told, '' if all can."""
    if any(mention.whose == "unclear" for mention in mentions):
        return "unclear_pronoun"
    for mention in mentions:
        if mention.whose == "other" and not any(start <= o.start < mention.start for o in reading.others):
            return "dangling_reference"
        if mention.kind == "name" and _TITLE_BEFORE.search(reading.flat, start, mention.start):
            return "apposition"
    return ""


def _told(reading: Reading, group: list[Clause], who: str) -> str:
    """The words without their links, with the subject put in, behind the settings, where the sentence left it out."""
    main = _main(group)
    setting = _unlinked(_replaced(reading, group[0].start, main.start, who))
    body = _replaced(reading, main.start, group[-1].end, who)
    body = body.lstrip() if setting else _unlinked(body)
    if main.is_nominal:
        return f"{setting}{who}是{body}"
    if main.is_kin_of_person:
        return f"{setting}{who}的{body}"
    cataphoric = body.startswith("是") and any(clause.is_explicit for clause in group[1:2])
    if (main.whose == "person" or cataphoric) and main.subject == "same" and not _is_named_later(reading, group, body):
        return f"{who}{setting}{body}" if _FOLLOWS_SUBJECT.match(plain(setting)) else f"{setting}{who}{body}"
    return f"{setting}{_defined(body, who)}" if setting else _unjoined(_defined(body, who), who)


def _unjoined(told: str, who: str) -> str:
    """Words without the 並 or 就 behind their subject that joins them to the sentence before."""
    joint = _JOINT.match(plain(told), len(who)) if told.startswith(who) else None
    return who + told[joint.end() :] if joint else told


def _is_named_later(reading: Reading, group: list[Clause], body: str) -> bool:
    """Whether a stretch without a subject at its head has one behind: '..., did this, Nord did that'."""
    opens = {place for clause in group[1:] for place in (clause.core, clause.head)}
    named = any(mention.start in opens and mention.whose == "person" for mention in reading.mentions)
    return named and not plain(body).startswith("是")


def _unlinked(told: str) -> str:
    """Words without what links them to the sentence before."""
    links = _LINKING.match(plain(told))
    return told[links.end() if links else 0 :].lstrip(" ，,；;")


def _replaced(reading: Reading, start: int, end: int, who: str) -> str:
    """The words with every mention of the person told as `who`, brackets behind them dropped."""
    told, place, text = "", start, reading.text
    for mention in reading.within(start, end):
        if mention.whose != "person" or mention.start < place:
            continue
        told += text[place : mention.start] + _as(reading, mention, who, end)
        brackets = _BRACKETS.match(reading.flat, mention.end, end) if mention.kind == "name" else None
        place = brackets.end() if brackets else mention.end
    return told + text[place:end]


def _as(reading: Reading, mention: Mention, who: str, end: int) -> str:
    """One mention: 其 owns what follows unless it is an object, and a relation needs 的 behind 我."""
    flat = reading.flat
    if mention.kind == "its":
        verbal = _VERBAL.match(flat, mention.end)
        given = _GIVEN_TO.search(flat, 0, mention.start) and not _BELONGS.match(flat, mention.end)
        is_object = bool(given) and bool(_ACTING.match(flat, mention.end))
        return who if verbal or is_object else f"{who}的"
    owns = _BELONGS.match(flat, mention.end, end)
    if owns and who in ("我", "你"):
        return f"{who}們" if owns.group() in ("夫妇", "夫妻") and is_traditional(reading.text) else f"{who}的"
    return who


def _defined(told: str, who: str) -> str:
    """'Name, a poet, ...' with the verb that it leaves out."""
    if not told.startswith(f"{who}，"):
        return told
    rest = told[len(who) + 1 :]
    flat = plain(rest)
    is_noun = is_identity(re.split("[，；。]", flat)[0]) and not _COMES_FROM.match(flat)
    is_noun = is_noun or not _VERBAL_START.match(flat)
    return f"{who}是{rest}" if is_noun else f"{who}{rest}"
