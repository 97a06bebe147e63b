"""Dates as Chinese texts write them: '1943年1月7日', '20世纪90年代', '永曆十五年四月', '天文15年（1546年）', '五歲時'.

The years of an era count only after a name of `ERAS`, as 'lasted eleven years' is written the same way. Not handled:
years BC, the sexagenary cycle other than before 年, festivals.
"""

import re

from augment.chinese.lexicon import either, words
from augment.chinese.script import plain

ERAS = words(
    "建元 元光 元朔 元狩 元鼎 元封 太初 天汉 太始 征和 始元 元凤 本始 地节 元康 神爵 五凤 甘露 黄龙 初元 永光 建昭 "
    "竟宁 建始 河平 阳朔 鸿嘉 永始 元延 绥和 建平 元寿 元始 居摄 建武 中元 永平 建初 元和 章和 永元 元兴 延平 永初 "
    "元初 永宁 建光 延光 永建 阳嘉 永和 汉安 建康 永憙 本初 建和 和平 元嘉 永兴 永寿 延熹 永康 建宁 熹平 光和 中平 "
    "初平 兴平 建安 延康 黄初 太和 青龙 景初 正始 嘉平 正元 景元 咸熙 章武 建兴 延熙 景耀 炎兴 黄武 嘉禾 赤乌 太元 "
    "神凤 五凤 太平 永安 宝鼎 天纪 泰始 咸宁 太康 太熙 永熙 永康 永嘉 建武 大兴 太兴 永昌 太宁 咸和 咸康 建元 升平 "
    "隆和 兴宁 宁康 太元 隆安 义熙 元熙 景平 孝建 大明 泰豫 升明 建元 永明 天监 普通 大通 中大通 大同 太清 承圣 "
    "绍泰 永定 天嘉 天康 光大 太建 祯明 开皇 仁寿 大业 武德 贞观 永徽 显庆 龙朔 麟德 乾封 总章 咸亨 上元 仪凤 调露 "
    "永隆 开耀 永淳 弘道 嗣圣 文明 光宅 垂拱 永昌 载初 天授 如意 长寿 延载 证圣 天册万岁 万岁通天 神功 圣历 久视 "
    "大足 长安 神龙 景龙 唐隆 景云 太极 延和 先天 开元 天宝 至德 乾元 宝应 广德 永泰 大历 建中 兴元 贞元 永贞 元和 "
    "长庆 宝历 大和 太和 开成 会昌 大中 咸通 乾符 广明 中和 光启 文德 龙纪 大顺 景福 乾宁 光化 天复 天祐 开平 乾化 "
    "贞明 龙德 同光 天成 长兴 应顺 清泰 天福 开运 乾祐 广顺 显德 建隆 乾德 开宝 太平兴国 雍熙 端拱 淳化 至道 咸平 "
    "景德 大中祥符 天禧 乾兴 天圣 明道 景祐 宝元 康定 庆历 皇祐 至和 嘉祐 治平 熙宁 元丰 元祐 绍圣 元符 建中靖国 "
    "崇宁 大观 政和 重和 宣和 靖康 建炎 绍兴 隆兴 乾道 淳熙 绍熙 庆元 嘉泰 开禧 嘉定 宝庆 绍定 端平 嘉熙 淳祐 宝祐 "
    "开庆 景定 咸淳 德祐 景炎 祥兴 中统 至元 元贞 大德 至大 皇庆 延祐 至治 泰定 天历 至顺 元统 至正 洪武 建文 永乐 "
    "洪熙 宣德 正统 景泰 天顺 成化 弘治 正德 嘉靖 隆庆 万历 泰昌 天启 崇祯 弘光 隆武 绍武 永历 天命 天聪 崇德 顺治 "
    "康熙 雍正 乾隆 嘉庆 道光 咸丰 同治 光绪 宣统 民国 昭和 大正 明治 平成 令和 庆应 元治 文久 万延 安政 嘉永 弘化 "
    "天保 文政 文化 享和 宽政 天明 安永 明和 宝历 宽延 延享 宽保 元文 享保 正德 宝永 元禄 贞享 天和 延宝 宽文 万治 "
    "明历 承应 庆安 正保 宽永 元和 庆长 文禄 天正 元龟 永禄 弘治 天文 享禄 大永 永正 文龟 明应 延德 长享 文明 应仁"
)
"""Eras of China and of Japan since the fifteenth century, in simplified characters."""

NUMERAL = "[0-9〇零一二三四五六七八九十百千廿卅两]"
_COUNT = f"(?:{NUMERAL}+ ?)"
_TO = "(?: ?(?:至|到|-|—|–|~|～|－)+ ?)"
_MONTH = f"闰?(?:{_COUNT}|正|腊|元)月"
_DAY = f"(?:初{NUMERAL}日?|{_COUNT}(?:日|号))"
_SEASON = "(?:春天|夏天|秋天|冬天|春季|夏季|秋季|冬季|年初|年底|年末|年中)"
_PART = "(?:上旬|中旬|下旬|初|底|末)"
_YEAR = (
    f"(?:(?:公元|西元)?(?:[12][0-9]{{3}}{_TO})?[12]?[0-9]{{3}} ?年代?(?:（[^）]{{2,12}}年）)?"
    f"|(?:[\u4e00-\u9fff]{{1,2}}(?:宗|祖|帝|天))?{either(ERAS)}(?:{_COUNT}|元) ?年(?: ?（[^）]{{3,8}}年）)?"
    f"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|[12]?[0-9] ?世纪(?: ?[0-9]{{2}} ?年代)?(?:初|末|中叶|中期)?)"
)
_MONTH_DAY = f"(?:农历|阴历)?{_MONTH}(?: ?{_DAY}| ?{_PART})?"
DATE = f"(?:{_YEAR}(?: ?的?{_SEASON}|初|末|底)?(?: ?{_MONTH_DAY})?|{_MONTH_DAY})"
"""A year with what narrows it down, or a month with its day."""

AGE = f"(?:年仅)?(?:{_COUNT}) ?岁(?:多|半|左右)?(?:时|那年|的时候|起|开始|生日的?(?:夜晚|当天|时))?"
TIME = (
    "(?:(?:早在|直到|截至|截止|自从|在|于|自|从|到|至|约|大约) ?)?"
    f"(?:{DATE}(?:{_TO}(?:{DATE}|[0-9]{{2,4}}年?|{NUMERAL}+年))?|{AGE})"
    r"(?: ?(?:期间|之间|年间|间|前后|左右|以来|开始|起|以后|之后|以前|之前|晚期|中期|前期|后期|时|后|前))?"
)
"""A time as it opens a clause, with the preposition before and the particle after it; for plain text."""

_FOUND = re.compile(DATE)


def find_dates(text: str) -> tuple[str, ...]:
    """Every date of a text as it is written there, in order, each once; months and days alone only with each other.

    >>> find_dates("永曆十五年四月出兵，1661年1月8日班師")
    ('永曆十五年四月', '1661年1月8日')
    """
    found = (text[match.start() : match.end()].strip() for match in _FOUND.finditer(plain(text)))
    return tuple(dict.fromkeys(found))
