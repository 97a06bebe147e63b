"""What cannot be told: somebody's words, hearsay, questions, and what leans on a sentence that is not there.

Reason codes: quoted_speech, hearsay, question, list, homonym, unbalanced, dangling_reference.
"""

import re

from augment.chinese.dates import TIME
from augment.chinese.sentences import enclosed

_SPEAKER = re.compile(r"[我你您妳]")
_SPEAKER_IN_QUOTATION = re.compile(r"[我吾朕你您妳汝尔]")
_SAYING = re.compile(r"(?:说|道|称|诗|云|曰|言|写|问|答|讲)：(?![「“『《])")
_INTRODUCES = re.compile(r"(?:说|道|称|表示|写|回答|问|回忆|认为|坦言|自述|自言|透露|宣称|声明)[^，：]{0,4}[：，]?$")
_HEARSAY = re.compile(
    r"据说|相传|传说|据传|传闻|谣传|风传|有人(?:认为|说|声称|推测)|学者(?:们)?(?:认为|推测|都?认定)|史学?家(?:都|皆)?(?:认为|同意|推测)"
    r"|有(?:观点|说法|传言)|推测|据《?[^，]{0,20}(?:记载|说法|所载)|种说法|说法不|观点认为|可能是|或许|疑似|似乎|不详|众说纷纭"
)
_QUESTION = re.compile(r"[？?]|吗[。，]?$|(?<!认)为何|谁(?!也|都)|何不|岂|焉")
_POINTING = re.compile(
    r"该(?!当)|(?<![因从如至由彼为对就自在])此(?![后前外时次])|这(?!时|样|么|一天|年)|(?<![刹支])那(?!时|霸|不勒|波|么|里|裏|样|拉)"
    r"|上述|前者|后者|双方|两人|二人|三人|两者|二者|它"
)
_FOR_THIS = re.compile("[对为因]此(?![后前])|(?:当|那|其|此)时(?![代期])|此[前后]|当年(?!的[我他她])")
_UNTOLD = re.compile("的这[场部个次些种本篇座]|^我[都皆均](?![市督城会])")
_BARE_SUBJECT = re.compile(
    "^(?:活动|比赛|仪式|典礼|会议|会谈|会面|计划|节目|事件|事情|案件|消息|此举|行动|战斗|战役|报告|剧情|故事|部队|手术|旅程|演出|宴会)"
    "(?![家员者服会史片书名局《「])"
)
"""An event or a thing that only the sentence before tells: '活動包括…'."""
_MONTH = re.compile("(?<![年0-9个個])(?:(?:1[0-2]|[1-9])|[正元二三四五六七八九十]|十[一二])月(?!份?[刊报饼光球亮])")
"""A month that no year stands before."""
_ON_HEARING = re.compile("^[^，]{0,6}(?:闻讯|闻言|见状|得讯|闻报|听闻后|得知后)")
_BOTH = re.compile(
    "(?<![中英法美德俄日苏韩朝意奥普印越清明宋金元辽夏魏蜀吴齐梁陈周楚晋秦燕赵汉]{2})两[国军地校派党](?!制)"
)
_JOINED = re.compile("[与和跟及、同]")
_OUTSIDE = re.compile(r"上述|如下|以下|：$|：，")
_PLURAL = re.compile(r"[他她]们")
_SEVERAL = re.compile(
    r"[们等众]|[两二三四五六七八九十百千数几多]+(?:个|名|位|人)|诸|[人者军党派队民]|公司|政府|父母|儿女|姐妹|[^我]、[^我]|·[^，我]+[和与及]"
)
_WITH_SPEAKER = re.compile(
    "我[^，]{0,8}(?:伙拍|联同|会同|携同|联手|搭档)|我[和与跟及](?![^，]*(?:[两二三四五数几多]+[个名位]|[们等、]))|[和与跟及]我|我们?夫[妇妻]"
)
_RELATIVE_YEAR = re.compile(r"同年|翌年|次年|隔年|同月|翌月|同日|翌日|次日|隔日|隔天")
_PLACE = re.compile(r"(?:在|从|到|于)(?:那里|那裏|此|这里|那儿|其中)(?!期|之)")
_POINTED = re.compile(r"(?:一?[个部本场座份项条款篇所家位名种次段]|一)?([\u4e00-\u9fff]{1,2})")
_EVENT = re.compile("[是在使令让对就也都乃即时点]|一(?:点|切|来)|[\u4e00-\u9fff]{1,2}了")
_WORKS = "片书剧作影诗文歌曲论小电"
_SETTING = re.compile(f"^(?:[在于自从当][^，]*|[^，]*(?:后|时|前|中|下|期间|之际)|{TIME}[^，]{{0,2}})$")


def unfit(flat: str, is_speaker: bool = False) -> str:
    """Why a plain stretch cannot be told at all, '' if it can.

    Args:
        flat: the stretch.
        is_speaker: whether the person is the subject, so that words which they are said to have said are their own.
    """
    inside = enclosed(flat)
    if any(not inside[match.start()] for match in _SPEAKER.finditer(flat)) or _SAYING.search(flat):
        return "quoted_speech"
    if not all(is_speaker and _introduced(flat, inside, match.start()) for match in _quoted(flat, inside)):
        return "quoted_speech"
    bare = "".join(character for character, mark in zip(flat, inside, strict=True) if mark in ("", "（"))
    if "同名" in flat:
        return "homonym"
    if _HEARSAY.search(bare):
        return "hearsay"
    if _QUESTION.search(bare):
        return "question"
    if flat.endswith(("：", "、", "包括", "如")) or "--" in flat:
        return "list"
    return "unbalanced" if flat.count("「") != flat.count("」") or flat.count("《") != flat.count("》") else ""


def _quoted(flat: str, inside: tuple[str, ...]) -> list[re.Match[str]]:
    """The words of a speaker that stand in quotation marks."""
    return [m for m in _SPEAKER_IN_QUOTATION.finditer(flat) if inside[m.start()] in ("「", "『", "“", "‘")]


def _introduced(flat: str, inside: tuple[str, ...], place: int) -> bool:
    """Whether the quotation around a place follows a word of saying."""
    while place and inside[place]:
        place -= 1
    return bool(_INTRODUCES.search(flat[: place + 1]))


def dangling(told: str) -> str:
    """Whether a plain claim points to what stands outside it."""
    if _OUTSIDE.search(told):
        return "dangling_reference"
    if any(not _has_antecedent(told[: match.start()], told[match.end() :]) for match in _POINTING.finditer(told)):
        return "dangling_reference"
    before_this = [told[: match.start()] for match in _FOR_THIS.finditer(told)]
    if any(not _has_antecedent(before, "") and not re.search(TIME, before) for before in before_this):
        return "dangling_reference"
    if _UNTOLD.search(told) or _BARE_SUBJECT.match(told) or _ON_HEARING.match(told):
        return "dangling_reference"
    if (both := _BOTH.search(told)) and not _JOINED.search(told[: both.start()]):
        return "dangling_reference"
    if plural := _PLURAL.search(told):
        before = told[: plural.start()]
        if not _SEVERAL.search(before) or _WITH_SPEAKER.search(before):
            return "dangling_reference"
    if (month := _MONTH.search(told)) and "年" not in told[: month.start()]:
        return "dangling_reference"
    if (year := _RELATIVE_YEAR.search(told)) and not re.search("年|月|日", told[: year.start()]):
        return "dangling_reference"
    return "dangling_reference" if _PLACE.search(re.split("[，；]", told)[0]) else ""


def _has_antecedent(before: str, behind: str) -> bool:
    """Whether a whole clause stands before something that points back, and names the thing where it is named again."""
    if not any(clause and not _SETTING.match(clause) for clause in re.split("[，；]", before)[:-1]):
        return False
    behind = behind.removeprefix("些")
    noun = _POINTED.match(behind)
    if not noun or _EVENT.match(behind):
        return True
    return any(character in before for character in noun.group(1)) or (noun.group(1)[0] in _WORKS and "《" in before)
