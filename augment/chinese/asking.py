"""The questions that one clause answers: the part asked for gives place to 哪里, 谁, 什么, where it stands.

Chinese keeps the word order of the statement, so that a question is grammatical where the part was cut out rightly.
Each function takes a clause and yields questions in the script of the clause's words.
"""

import re
from collections.abc import Iterator

from augment.chinese.clauses import begins_predicate
from augment.chinese.dates import DATE
from augment.chinese.lexicon import AFTER_SUBJECT, EITHER, KIN, VERBS, either, longer, words
from augment.chinese.outline import Outline
from augment.chinese.people import find_others
from augment.chinese.script import plain
from augment.chinese.sentences import enclosed
from augment.choosing import Question

_PART = r"(?P<part>[^，。；、：了「」『』“”《》（）]{2,16}?)"
_GOES = words(
    "出生于 出生在 生于 生在 葬于 安葬于 埋葬于 居住于 居住在 住在 定居于 定居在 隐居于 来自 祖籍 前往 抵达 到达 "
    "来到 回到 返回 移居 移民 迁居 搬到 搬至 到访 逃到 逃往 流亡 奔赴 赶赴 访问 毕业于 就读于 入读 考入 任教于 "
    "任职于 病逝于 去世于 卒于 死于"
)
_WHERE = re.compile(rf"{either(_GOES)}了?{_PART}$")
_SITES = words(
    "国 省 市 县 州 郡 城 镇 村 岛 府 京 大学 学院 学校 中学 小学 医院 宫 寺 教堂 山 河 湖 港 海 湾 公司 研究所 "
    "研究院 实验室 部队 堂 馆 剧院 戏院 店 厂 牧场 农场 军营 基地 海军 陆军 空军 外交部 皇宫 公园 公墓 广场 街 路 "
    "洲 非洲 地区 附近"
)
_AT = re.compile(
    rf"[在于](?P<part>[^，。；、：了的「」《》（）在于]{{1,12}}?{either(_SITES)})(?={either(longer(VERBS))}|任)"
)
_WITH = re.compile(
    r"[与和跟](?P<part>[^，。；了的之「」《》（）与和跟]{2,16}?)(?=(?:再度|再次|正式|共同|一起|一同|合作|结婚|成婚|订婚|离婚"
    r"|会师|会面|会晤|相识|联手|交往|签约|结盟|联合主演|主演|同赴|同行|结识|通信|决裂|搭档|联系))"
)
_BY = re.compile(
    r"被(?P<part>[^，。；了的「」《》（）]{2,12}?)(?=(?:任命|授予|授|册封|封为|俘虏|俘获|击败|打败|指控|提名|誉为"
    r"|称为|称作|选为|邀请|聘|传唤|赦免|赐死|处死|逮捕|释放|流放|驱逐|解雇|开除|收养|召见|派|评为|评选|列为|形容|尊为|拥立|招募|录取))"
)
_DOES_TO = re.compile(
    r"(?:娶了?|迎娶|嫁给|师从|师承|击败了?|打败了?|战胜了?|会见了?|拜访了?|遇见了?|遇到了?|结识了?|认识了?|诛杀了?|斩杀了?|处死了?|释放了?|赦免了?|收养了?|接替|取代|追随|投靠|擒获了?)"
    + _PART
    + "$"
)
_HELPED = re.compile(
    r"在(?P<part>[^，。；了的「」《》（）]{2,14})(?=(?:等人)?的(?:帮助|建议|支持|鼓动|提议|要求|邀请|指导|安排|推荐|举荐|介绍|影响|陪同|协助|带领|游说)下)"
)
_KIN_IS = re.compile(rf"(你的{either(KIN)})(?:是|叫|名叫|名为|为(?![数人首期]))(?P<part>[^，。；的是一]{{2,16}})$")
_COUNTED = re.compile(
    r"(?<![第数几多和与、0-9〇零一二三四五六七八九十百千万.·×xX])(?![十百千万]分(?!钟))(?P<part>(?:[0-9][0-9,.]*[万亿千百]?|(?:二(?=十)|[两三四五六七八九十百千万])[两一二三四五六七八九十百千万]{0,5}))(?:多|余|几)?"
    r"(?=(?:个|名|位|次|场|部|本|艘|人|票|座|项|首|篇|幅|套|种|条|架|辆|封|支|枚|面|届|局|分|岁(?!诞辰|生日)|公里|米(?![自蝶蛙仰接短中长跨混和与、])|英镑|美元|法郎|日圆|万元|元|小时|分钟|天|个月)"
    r"(?![0-9月日号一二三四五六七八九十])(?![^，]{0,6}中的|[^，]*·))"
)
_OFFICE = re.compile(
    r"(?:担任|出任|就任|改任|历任|兼任|连任|升任|继任|官至|(?<![信上责主放卸离首])任(?![命用由何意务内期教]))了?(?P<part>[^，。；：]{2,45})$"
)
_ROLE = re.compile(
    r"(?:晋升为|升为|当选为?|任命为|选为|成为|封为|获封|受封为?|册封你?为|改名为?|被称为|被誉为|誉为|称为|转为)了?(?P<part>[^，。；：]{2,30})$"
)
_GETS = re.compile(
    r"(?<!所)(?:获得|荣获|夺得|赢得|取得|获颁|擅长|喜欢|喜爱|热爱|酷爱|主张|创立|创办|创建|创造|建立|发表|出版|撰写"
    r"|创作|著有|提出|发现|发明|设计|攻读|主修|学习|研究|主演|饰演|出演|写下|参加|加入|信奉|平定|收复|攻克|攻占|消灭|宣布|签署|发动|拒绝|反对|支持|接受|采取|设立|成立|患上|推出|翻译|完成|拍摄|制作|建造|放弃)(?:了|过)?"
    r"(?!于)(?P<part>[^，。；：]{2,30})$"
)
_TO_PEOPLE = words(
    "诛杀 斩杀 处死 打败 击败 任命 派遣 邀请 拜访 会见 释放 收养 到访 访问 前往 抵达 到达 来到 回到 返回 进入 离开 "
    "到 俘虏 擒获 说服 劝说 遇见 结识 认识 教导 生下 诞下 育有"
)
_DID = re.compile(
    rf"{either(tuple(word for word in longer(VERBS) if word not in _TO_PEOPLE))}了(?P<part>[^，。；：了]{{2,24}})$"
)
_WORK = re.compile(
    r"(?P<part>(?P<kind>电影|电视剧|影集|小说|诗集|歌曲|专辑|论文|著作|节目|舞台剧|纪录片|喜剧片|西部片|文章|一书)?《[^》]+》)"
)
_CLASSIFIERS = {
    "歌曲": "哪首歌曲",
    "论文": "哪篇论文",
    "文章": "哪篇文章",
    "节目": "哪个节目",
    "专辑": "哪张专辑",
    "一书": "哪本书",
}
_STYLED = re.compile(r"你(?:小?字|号|本名|原名|谥号?|法号)(?P<part>[^，。；]{1,12})$")
_DATED = re.compile(rf"于(?P<part>{DATE})$")
_BECAUSE = re.compile(r"因(?P<part>[^，。；此]{2,24})而(?!且)")
_BY_MEANS = re.compile(rf"(?:通过|借助|利用|以(?!及|后|来|外))(?P<part>[^，。；：]{{2,24}})来(?={either(VERBS)})")
_UNDERGOES = re.compile("[被遭受患染]|去世|逝世|病逝|出生|生于|死|卒|身亡|葬(?!礼)")
_FIELD = re.compile("(?:方面|[上里])，$")
"""A setting in which nothing happens."""
_IS_STATE = re.compile(rf"{either(AFTER_SUBJECT)}*(?:[是有]|享年|身高|体重|[法谥庙尊封年]号|[本原别通]名|通称)")
"""What somebody is, has or has not: nothing that was done or undergone."""
_BOUND = re.compile("(?:[向把将为对从]|达到|符合|失去|得到|给予)$")
"""Before a verb that is no predicate: 'towards founding ...'."""
_IS = re.compile(rf"(?<![就可于但])是(?![否年日])|作为|{either(longer(VERBS))}[^，]*、")
_NO_PART = re.compile("[的之所地得]")
_NO_OBJECT = re.compile("[一两三四五六七八九十半数几0-9]+(?:年|个?月|天|日|周|小时|星期)")
_NO_PLACE = re.compile(
    rf"^(?!联合国){either(longer(VERBS))}|^一[个场次名位种]|{either(longer(VERBS))}.*的|的.*[人侨者员军民兵众]$"
)
"""What goes with a word of going, but is an act or an event."""
_GOVERNS = re.compile(rf"(?:{either(VERBS)}|[在于以将把凭靠给为])了?$")
_ADVERBS = re.compile(rf"你?{either(AFTER_SUBJECT)}*")
_UNTOLD = re.compile(
    "^你(?:小?字|号|名|原名|本名)|[不没未无非]|拒绝|认为|觉得|希望|喜欢|喜爱|热爱|酷爱|善于|擅长|精通|[昵暱自人世又通]称|想|要|能|会|必须|一样|享年|身高|患|被|之一$"
)
_NO_PERSON = re.compile("[已曾在于了是有被当何所各就]|决定|出任|担任|时候")
_NEGATION = re.compile("[不没未无非虽]|从未|拒绝|尽管|即使|即便")
_OPINION = re.compile(r"^(?P<who>[^，你在被将让]{1,12})(?:认为|评价|形容|描述|称赞|批评)你")
SHORTEST, LONGEST = 6, 48
"""Characters of a question; nobody asks at greater length (our judgement)."""


def ask_when(clause: Outline) -> Iterator[Question]:
    """What year, what age, when."""
    yield from _instead(clause, _DATED, "什么时候" if "月" in clause.flat else "哪一年", "when")
    if not clause.time:
        return
    asked = (
        "几岁的时候"
        if "岁" in clause.time or "歲" in clause.time
        else "哪一年"
        if "年" in clause.time and "年代" not in clause.time
        else "什么时候"
    )
    if re.search("[至到~—–-]", clause.time.strip("至到自从 ")):
        asked = "什么时候"
    if clause.predicate:
        yield Question(f"你{_at(asked)}{clause.predicate}？", "when")
        yield Question(f"{_bare(clause.body)}是什么时候的事？", "when")
    else:
        yield Question(f"{_bare(clause.body)}是{_at(asked)}？", "when")


def _at(asked: str) -> str:
    return asked if asked.startswith("几") else f"在{asked}"


def _bare(body: str) -> str:
    """A clause without its 了, so that it can be the subject of another."""
    return body.replace("了", "", 1) if body.count("了") == 1 and "了解" not in body else body


def ask_where(clause: Outline) -> Iterator[Question]:
    """Where somebody was born, went, or did something."""
    yield from _instead(clause, _WHERE, "哪里", "where")
    yield from _instead(clause, _AT, "哪里", "where")


def ask_who(clause: Outline) -> Iterator[Question]:
    """With whom, by whom, whom, and who."""
    for pattern in (_WITH, _BY, _DOES_TO, _HELPED, _KIN_IS):
        yield from _instead(clause, pattern, "谁", "who")
    for other in find_others(clause.flat, []):
        name = clause.flat[other.start : other.end]
        if (
            not other.start
            and other.kind == "name"
            and name[-1] not in "军大氏"
            and begins_predicate(clause.flat, other.end)
        ):
            yield Question(f"谁{clause.body[other.end :]}？", "who")
        elif "·" in name and clause.flat[other.start - 1 : other.start] in (
            "与",
            "被",
            "向",
        ):
            yield Question(f"{clause.body[: other.start]}谁{clause.body[other.end :]}？", "who")


def ask_how(clause: Outline) -> Iterator[Question]:
    """How many, and by what means."""
    yield from _instead(clause, _COUNTED, "多少", "how")
    means = _BY_MEANS.search(clause.flat)
    if means and clause.predicate:
        yield Question(f"{clause.body[: means.start()]}如何{clause.body[means.end() :]}？", "how")


def ask_what(clause: Outline) -> Iterator[Question]:
    """What office, prize, work; what somebody did."""
    yield from _instead(clause, _OFFICE, "什么职务", "what")
    gets = _GETS.search(clause.flat)
    for pattern in (_ROLE, _STYLED, _DID, *([_GETS] if gets and not _is_noun(clause.flat, gets) else [])):
        yield from _instead(clause, pattern, "什么", "what")
    works = list(_WORK.finditer(clause.flat))
    for match in works if len(works) == 1 and _is_object(clause.flat, works[0]) else ():
        asked = _CLASSIFIERS.get(
            match.group("kind") or "", f"哪部{match.group('kind')}" if match.group("kind") else "什么"
        )
        doubled = match.group("kind") and clause.flat.endswith(match.group("kind"), 0, match.start())
        if not doubled and (asked != "什么" or match.end() == len(clause.flat)):
            yield Question(f"{clause.body[: match.start()]}{asked}{clause.body[match.end() :]}？", "what")
    if clause.predicate.startswith("是"):
        yield Question("你是什么人？", "what")
    if _IS_STATE.match(plain(clause.predicate)):
        return
    undergoes = _UNDERGOES.search(clause.flat)
    if clause.lead and (clause.predicate or not _FIELD.search(plain(clause.lead))):
        asked = "你经历了什么" if undergoes else "你做了什么"
        yield Question(f"{clause.lead}{asked if clause.predicate else '发生了什么事'}？", "what")
    elif clause.time and not clause.predicate:
        yield Question(f"{clause.time}发生了什么事？", "what")
    elif clause.time and clause.predicate and not undergoes:
        yield Question(f"{clause.time}，你做了什么？", "what")


def _is_noun(flat: str, match: re.Match[str]) -> bool:
    """Whether the word before a part may be a noun itself, as 'research' is: more than adverbs stand before it."""
    before = flat[: match.start()]
    verb = flat[match.start() : match.start("part")].rstrip("了过")
    return verb in EITHER and flat[match.start("part") - 1] not in "了过" and not _ADVERBS.fullmatch(before)


def _is_object(flat: str, work: re.Match[str]) -> bool:
    """Whether a work's title is all that a verb or preposition has behind it."""
    return bool(_GOVERNS.search(flat, 0, work.start())) and flat[work.end() : work.end() + 1] != "的"


def ask_why(clause: Outline) -> Iterator[Question]:
    """Why, where a clause of reason stands before, or a reason inside."""
    if clause.reason and clause.predicate:
        yield Question(f"你为什么{clause.predicate}？", "why")
    if (match := _BECAUSE.search(clause.flat)) and clause.predicate:
        yield Question(f"{clause.body[: match.start()]}为什么{clause.body[match.end() :]}？", "why")


def ask_whether(clause: Outline) -> Iterator[Question]:
    """Whether it is so: it is."""
    is_plain = not _NEGATION.search(clause.flat) and SHORTEST <= len(clause.body) <= LONGEST // 2
    of_others = re.match("你[的们]|[^你]{3,}你", clause.flat) and not begins_predicate(clause.flat, 0)
    if is_plain and (clause.predicate or of_others):
        yield Question(f"{clause.body}吗？", "whether", "是的，")


def ask_about(clause: Outline) -> Iterator[Question]:
    """To tell of something that has a name."""
    for match in re.finditer(r"《[^》]+》|「[^」]{2,12}」", clause.flat):
        yield Question(f"请谈谈{clause.body[match.start() : match.end()]}。", "about")
    if opinion := _OPINION.match(clause.flat):
        yield Question(f"{clause.body[: opinion.end('who')]}怎么看你？", "about")
    if kin := re.match(rf"你的{either(longer(KIN))}", clause.flat):
        yield Question(f"请谈谈{clause.body[: kin.end()]}。", "about")
    if (
        clause.predicate
        and 4 <= len(clause.predicate) <= 20
        and not _UNDERGOES.search(clause.flat)
        and not _IS_STATE.match(plain(clause.predicate))
        and not _UNTOLD.search(clause.flat)
    ):
        yield Question(f"能谈谈{_bare(clause.body)}的经历吗？", "about")


def _instead(clause: Outline, pattern: re.Pattern[str], asked: str, angle: str) -> Iterator[Question]:
    """The clause with a wh-word where the part of a pattern stands, outside quotation marks."""
    inside = enclosed(clause.flat)
    match = pattern.search(clause.flat)
    if match and (_NO_PART.match(match.group("part")) or _BOUND.search(clause.flat, 0, match.start())):
        return
    if match and asked == "什么" and _NO_OBJECT.match(match.group("part")):
        return
    if match and asked == "什么" and _IS.search(clause.flat, 0, match.start()):
        return
    if match and ("你" in match.group("part") or clause.flat.startswith("岁的", match.end("part"))):
        return
    if match and asked == "哪里" and (re.match(DATE, match.group("part")) or _NO_PLACE.search(match.group("part"))):
        return
    if match and asked == "谁" and _NO_PERSON.search(match.group("part")):
        return
    if match and not inside[match.start("part")]:
        yield Question(f"{clause.body[: match.start('part')]}{asked}{clause.body[match.end('part') :]}？", angle)
