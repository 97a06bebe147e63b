"""What a person is called in Chinese texts: the forms of the names, and where a text introduces others.

    艾拉·诺尔德     -> 艾拉·诺尔德, 诺尔德, 艾拉·X·诺尔德 (middle names), 艾拉 (where nothing follows after a dot)
    明德太后        -> 明德太后, 明德
    高桥文雄        -> 高桥文雄, 文雄
    卡尔三世        -> 卡尔三世, 卡尔 (in a text that does not tell another one of that name apart)

All of it in the plain form of `augment.chinese.script`. A form of one character is none.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from augment.chinese.lexicon import AFTER_SUBJECT, COMPOUND_SURNAMES, HAN, SURNAMES, VERBS, either, words
from augment.chinese.script import plain
from augment.person import Person

_RANK = re.compile(rf"(?<={HAN}{{2}})(?:皇太后|太后|皇后|皇帝|天皇|大帝|女王|公主|亲王|王妃|法师|大师)$")
_OF_OFFICE = rf"的?{HAN}?(?:府|制|任期|选举|职位)"
_REGNAL = re.compile(r"^(.{2,})([一二三四五六七八九十]+世)$")
_CALLED = (
    r"(?<![\u4e00-\u9fff])(?:小?字|一?号(?!称)|本名|原名|别名|又名|又称|亦称|也称|通称|俗称|昵称|暱称|艺名|笔名|人称|世称|简称"
    r"|又译作?|或译作?)"
)
_NAME = rf"[「『“\"]?({HAN}[\u4e00-\u9fff·]{{1,11}})[」』”\"]?(?=[，、。；（）]|$)"
_INTRODUCED = re.compile(rf"{_CALLED}(?:为)?{_NAME}")
_NO_NAME = re.compile("[的是为有在于了]|时代|年|人$|家$")
_STYLED = re.compile("（|，(?:小?字|一?名|讳|本名|原名|[^，。]{1,6}氏(?=[，。]))")
"""What follows a name in a first sentence."""
OFFICES = words(
    "总统 主席 总理 首相 将军 元帅 上将 中将 少将 准将 上校 中校 少校 上尉 中尉 少尉 教授 博士 爵士 先生 女士 小姐 "
    "夫人 大汗 汗 皇帝 皇后 太后 公主 亲王 女王 国王 神父 牧师 修女 主教 教练 导演 法师 大师 太守 丞相"
)
"""Offices and courtesies that follow a name and are told as the person."""
_ACTS = rf"{either(AFTER_SUBJECT, VERBS)}|[在于与和的因为则，、（]"


def forms(name: str) -> frozenset[str]:
    """Every form that one name allows; none for a name that is not written in Chinese."""
    name = re.sub(r"（[^）]*）|[_ ]", "", plain(name))
    if not re.search(HAN, name):
        return frozenset()
    found = {name, _RANK.sub("", name), name.rpartition("·")[2]}
    if regnal := _REGNAL.match(name):
        found.add(regnal.group(1))
    if re.fullmatch(rf"{HAN}{{4}}", name) and not _RANK.search(name) and not _REGNAL.match(name):
        found.add(name[2:])
    return frozenset(form for form in found if len(form) > 1)


def given_names(person: Person) -> frozenset[str]:
    """First names before a dot: a person's own only where no other name follows."""
    firsts = {plain(name).partition("·")[0] for name in (person.name, *person.names) if "·" in plain(name)}
    return frozenset(first for first in firsts if len(first) > 1)


def surnames(person: Person) -> frozenset[str]:
    """The first half of names of four characters, as Japanese names are: a person's own only before what one does."""
    full = {plain(name) for name in (person.name, *person.names)}
    return frozenset(name[:2] for name in full if re.fullmatch(rf"{HAN}{{4}}", name) and not _RANK.search(name))


@lru_cache(maxsize=64)
def known(person: Person) -> frozenset[str]:
    """The forms of all the names that a person is known by."""
    return frozenset().union(*(forms(name) for name in (person.name, *person.names)))


def find_names(texts: Iterable[str], person: Person) -> tuple[str, ...]:
    """Other names that texts introduce for the person, in the order found, as written there.

    The sentence must open with a name that is known: '宣文帝陸景，字子明' gives 陸景 and 子明.
    """
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(_introduced(text, known(person))))
    return tuple(found)


def _introduced(text: str, names: frozenset[str]) -> Iterable[str]:
    """The names of one text's first sentence."""
    end = text.find("。")
    flat, sentence = plain(text[:end] if end > 0 else text), text
    opening = name_pattern(names).match(flat)
    if not opening:
        return
    head = re.match(rf"({HAN}{{2,4}})(?=[，（])", flat[opening.end() :])
    if head and _is_name(head.group(1), flat[opening.end() + head.end() :]):
        yield sentence[opening.end() : opening.end() + head.end()]
    for match in _INTRODUCED.finditer(flat, 0, opening.end() + 60):
        if not _NO_NAME.search(match.group(1)):
            yield sentence[match.start(1) : match.end(1)]


def _is_name(words_behind: str, rest: str) -> bool:
    """Whether what stands behind a name is another one, not what somebody did ('X辭官，'): a surname or 字 shows it."""
    if _NO_NAME.search(words_behind) or words_behind.startswith(OFFICES) or re.match(_ACTS, words_behind):
        return False
    return bool(re.match(rf"[{SURNAMES}]|{either(COMPOUND_SURNAMES)}", words_behind) or _STYLED.match(rest))


@lru_cache(maxsize=256)
def name_pattern(
    names: frozenset[str], given: frozenset[str] = frozenset(), family: frozenset[str] = frozenset()
) -> re.Pattern[str]:
    """Any of the forms in plain text, an office behind it included; not a part of another person's name."""
    dotted = [name for name in names if "·" in name]
    middle = [_with_middle(name) for name in dotted]
    plainly = [re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))]
    first = [rf"{re.escape(name)}(?={_ACTS})" for name in sorted(family - names)]
    first += [rf"{re.escape(name)}(?=[一-龥])" for name in sorted(given - names)]
    body = "|".join([*middle, *plainly, *first]) or r"(?!)"
    once = f"(?:{body})"
    return re.compile(
        rf"(?<![·A-Za-z\-])(?:{once})(?:{once})?(?![·\-]|[一二三四五六七八九十]世)(?:{either(OFFICES)}(?!{_OF_OFFICE}))?"
    )


def _with_middle(name: str) -> str:
    """A full name that may have others between its first and its last."""
    first, last = name.partition("·")[0], name.rpartition("·")[2]
    return rf"{re.escape(first)}(?:·[\u4e00-\u9fffA-Za-z·]{{1,16}})?·{re.escape(last)}"


def ambiguous(flat: str, names: frozenset[str]) -> frozenset[str]:
    """Forms that this text uses of somebody else: a bare name beside the same name with its number."""
    bare = {match.group(1) for name in names if (match := _REGNAL.match(name))}
    return frozenset(
        name for name in bare if re.search(rf"{re.escape(name)}[一二三四五六七八九十]+世|-{re.escape(name)}", flat)
    )
