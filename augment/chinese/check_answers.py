"""Whether an answer is of the kind that its question asks for."""

import re

from augment.chinese.check_clauses import pairs_of
from augment.chinese.dates import AGE, DATE
from augment.chinese.people import find_others
from augment.chinese.script import plain

_TIME = re.compile(f"{DATE}|{AGE}|[前后时起]|期间|期|年|月|日|岁|春|夏|秋|冬|世纪|小时候|童年|晚年|早年|当天|昨|今")
_PLACE = re.compile("[在于到往自从至去来赴离]|[国省市县州城镇村岛府学院校宫寺山河湖港海里外]|毕业|就读")
_REASON = re.compile("因|由于|为|所以|以|于是|使|令|让|希望|想|要|而|之故|故|鉴于|既然")
_PERSON = re.compile(r"[A-Za-z]|·|我|[「“《]|人|家|者|氏|先生|女士|帝|王|军|[一-鿿]{2,4}。?$")
_NUMBER = re.compile("[0-9〇零一二三四五六七八九十百千万两半几数多廿卅]|没有|无")
_YES_OR_NO = re.compile("^(?:是|不|对|没|有|的确|确实|当然|会|能|可以|并非|嗯|从未|从不)")
_ASKED = (
    ("why", re.compile("为什么|为何|何以|怎么会|什么原因")),
    ("when", re.compile("什么时候|何时|哪一?年|哪天|几岁|几月|多久以前")),
    ("where", re.compile("哪里|哪儿|何处|什么地方|哪个(?:国家|城市|地方)|在哪")),
    ("who", re.compile("谁|哪位|何人|什么人")),
    ("how", re.compile("多少|几(?!乎|岁|月)")),
    ("whether", re.compile("(?:吗|是不是|是否|有没有)")),
)
_WH = re.compile("什么时候|为什么|什么|哪一年|哪里|几岁|多少|谁|如何|怎么|吗|请谈谈|能谈谈|的经历|职务|[你我？。，]")


def find_mismatch(angle: str, question: str, answer: str) -> str | None:
    """What an answer lacks that its question asks for, None if nothing.

    Args:
        angle: when, where, who, why, how, what, whether or about; '' to read it off the question.
        question: what was asked.
        answer: what was said.
    """
    asked, told = plain(question), plain(answer)
    kind = angle or next((name for name, pattern in _ASKED if pattern.search(asked)), "about")
    needs = {"when": _TIME, "where": _PLACE, "why": _REASON}
    if kind in needs:
        return None if needs[kind].search(told) else f"no {kind} in the answer"
    if kind == "whether" and angle:
        return None if _YES_OR_NO.match(told) else "neither yes nor no"
    if kind == "who":
        return None if find_others(told, []) or _PERSON.search(told) else "nobody named"
    if kind == "how":
        amount = re.search("多少|几", asked)
        return None if not amount or _NUMBER.search(told) else "no amount in the answer"
    return _beside(asked, told)


def _beside(asked: str, told: str) -> str | None:
    """Whether question and answer have nothing in common; a question of few words may ask for anything."""
    wanted = pairs_of(_WH.sub("，", asked))
    if len(wanted) <= 2 or wanted & pairs_of(told):
        return None
    return "nothing of the question"
