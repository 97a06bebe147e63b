"""Questions that one part of a clause answers: a thing's name, a number, a home, a prize, a price, a partner, a tool.

I bought the Skerrow Point lighthouse for one pound.
-> Which lighthouse did you buy for one pound?  How much did you pay for the Skerrow Point lighthouse?
"""

import re
from collections.abc import Iterator

from augment.english.asking import NAME, lowered_start, without_time
from augment.english.grammar import is_adverb, is_gerund, is_participle, is_plural, lemmas
from augment.english.lexicon import NOT_A_PERSON, OCCUPATIONS, PERSON, words
from augment.english.outline import Outline

_END = r"in|at|for|from|with|by|on|as|to|into|during|near|that|after|before|since|through|about|under|because"
_OBJECT = re.compile(rf"(?P<thing>(?:the|an?|your|[A-ZÀ-Ž])\b(?:(?! (?:{_END})\b).)*)(?P<rest>(?: (?:{_END})\b.*)?)$")
_NAMED = re.compile(rf"(?P<article>the|your) (?P<sort>(?:[a-z][\w’'-]* )+){NAME}(?: (?:and|&) {NAME})?$")
_PRIZE = re.compile(r"\b(?:prizes?|awards?|medals?|Prize|Award|Medal|Order|Fellowship|Cup|Trophy|Oscar|Grammy)\b")
_LANGUAGES = re.compile(r"(?:fluent |good )?[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*$")
_STARTING = words("found establish start create launch form build design write make restore invent develop patent open")
_INSTRUMENTS = words("piano violin cello flute guitar organ trumpet drums clarinet harp viola accordion banjo fiddle")
_VAGUE = words("end start beginning time way number rest part idea fact first last same possibility age side matter")


def things(clause: Outline) -> Iterator[str]:
    """What and which: the object of what the person did or does."""
    if clause.kind != "you" or clause.negative:
        return
    head, time = without_time(clause)
    when = lowered_start(time).rstrip(",")
    verb, rest = doing(clause, head)
    if not verb:
        return
    yield from _prizes(clause, verb, rest, when)
    yield from _studies(clause, rest)
    yield from _titles(clause, rest)
    if is_given(clause, verb) and not _PRIZE.search(rest):
        yield f"What were you {verb} {when}?"
    split = _OBJECT.match(rest)
    if split is None or split["thing"].split()[-1] in _VAGUE or is_gerund(split["thing"].split()[0]):
        return
    thing, after = split["thing"], "" if split["rest"].startswith((" that ", " to ", " because ")) else split["rest"]
    yield from _which(clause, verb, thing, f"{after} {when}")
    yield from _what(clause, verb, after, when)


def homes(clause: Outline) -> Iterator[str]:
    """Where the person lives now."""
    lives = clause.kind == "you" and clause.auxiliary == "do" and clause.verb in ("live", "reside", "dwell")
    if lives and not clause.negative and re.match(r"(?:in|at|near|on) .*[A-ZÀ-Ž]", clause.head):
        yield from ("Where do you live?", "Where is your home?", "Where are you based?", "Where is home for you?")
        yield from ("What place do you live in?", "Whereabouts do you make your home?", "Where could one visit you?")
        yield "If I came to see you, where would I have to go?"


def tongues(clause: Outline) -> Iterator[str]:
    """The languages that the person speaks."""
    if clause.kind == "you" and not clause.negative and clause.verb == "speak" and _LANGUAGES.match(clause.head):
        aux, can = clause.auxiliary, {"do": "can", "did": "could"}.get(clause.auxiliary, clause.auxiliary)
        yield from (f"Which languages {aux} you speak?", f"What languages {can} you speak?")
        yield from (f"What languages {aux} you know?", f"In which languages {can} you hold a conversation?")
        yield "Please list your languages."


def posts(clause: Outline) -> Iterator[str]:
    """What the person is at an institution, and since when."""
    head = re.sub(r"^been ", "", clause.head)
    holds = clause.kind == "you" and clause.auxiliary in ("are", "were", "have") and not clause.negative
    post = re.match(rf"(?P<role>(?:an?|the) [^,]*?) (?P<at>at|of|with|for) (?P<place>(?:the )?{NAME})", head)
    since = re.search(r" since (?:\w+ )?\d{4}$", head)
    if not holds or (clause.auxiliary == "have" and head == clause.head):
        return
    if post and (set(post["role"].split()) & OCCUPATIONS) and post["at"] in ("at", "with"):
        was = "was" if clause.auxiliary == "were" else "is"
        yield from (f"What {was} your position at {post['place']}?", f"What {was} your role at {post['place']}?")
        yield f"What {was} your connection with {post['place']}?"
        yield f"At which institution {'were' if was == 'was' else 'are'} you {post['role']}?"
    if since and clause.auxiliary == "have":
        state = head[: since.start()]
        yield from (f"Since when have you been {state}?", f"From what year on have you been {state}?")
        yield f"When did you become {state}?"


def jobs(clause: Outline) -> Iterator[str]:
    """Whom the person went to work for, and as what."""
    head, time = without_time(clause)
    job = re.match(rf"(?P<firm>(?:the )?{NAME}) as (?P<role>an? .+)$", head)
    if clause.kind == "you" and not clause.negative and clause.verb == "join" and job:
        when = lowered_start(time).rstrip(",")
        yield from (f"As what did you join {job['firm']}?", f"What was your first job at {job['firm']}?")
        yield from (f"Where did you work as {job['role']}?", f"Who employed you as {job['role']}?")
        if when:
            yield from (f"Where did you get a job {when}?", f"Who did you start working for {when}?")


def partners(clause: Outline) -> Iterator[str]:
    """With whom something was begun or made."""
    head, _ = without_time(clause)
    who = rf"(?P<who>(?:(?:the|an?|your) (?:[a-z-]+ ){{1,3}})?{NAME}|[a-z]+ (?P<crew>[a-z]+s))"
    joint = re.search(rf" (?:together |jointly )?with {who}$", head)
    if clause.kind != "you" or clause.negative or clause.auxiliary != "did" or joint is None:
        return
    crew = joint["crew"]
    is_people = (
        crew in _CREWS if crew else not NOT_A_PERSON & set(joint["who"].split()) and len(joint["who"].split()) > 1
    )
    if is_people and clause.verb in _STARTING | {"co-found", "cofound"}:
        what = head[: joint.start()]
        yield from (f"With whom {clause.question(what)}?", f"Who {clause.question(what)} with?")
        yield f"{clause.statement(what)}. Who with?"
        yield f"Who {'helped you' if crew else 'was your partner'} when {clause.statement(what)}?"


_CREWS = words(
    "volunteers friends colleagues students helpers engineers workers children neighbours neighbors musicians"
)


def spouses(clause: Outline) -> Iterator[str]:
    """Whom the person married."""
    marries = clause.kind == "you" and not clause.negative and clause.verb == "marry"
    if marries and re.match(rf"(?:the (?:[a-z]+ )+)?{NAME}", clause.head):
        yield from ("Who did you marry?", "Who are you married to?", "What is the name of your spouse?")
        yield from (
            "Who is your spouse?",
            "Who is your husband or wife?",
            "Who did you choose to spend your life with?",
        )


def doing(clause: Outline, head: str) -> tuple[str, str]:
    """(verb, its rest) behind "did you" or "have you": 'designed', 'seven railways'; ('', '') where there is none."""
    if clause.auxiliary in ("did", "do"):
        return clause.base, head
    first, _, rest = head.partition(" ")
    while rest and is_adverb(first):
        first, _, rest = rest.partition(" ")
    if first != "been" and is_participle(first) and (clause.auxiliary == "have" or is_given(clause, first)):
        return first, rest
    return "", ""


def is_given(clause: Outline, word: str) -> bool:
    """'were awarded', whose object is what was got."""
    return clause.auxiliary == "were" and word in ("awarded", "given", "presented", "offered", "granted")


def _prizes(clause: Outline, verb: str, rest: str, when: str) -> Iterator[str]:
    split = _OBJECT.match(rest)
    got = (
        words("win receive earn get accept")
        if clause.auxiliary in ("did", "do")
        else words("awarded given granted won received")
    )
    if split is None or verb not in got or not _PRIZE.search(split["thing"]) or is_plural(split["thing"].split()[-1]):
        return
    sort = _PRIZE.findall(split["thing"])[-1].lower()
    sort = sort if sort in ("prize", "award", "medal") else "award"
    yield from (f"Which {sort} did you receive {when}?", f"What {sort} did you win {when}?")
    yield from (f"What honour came your way {when}?", f"Which {sort} were you given {when}?")
    if when:
        yield f"You were honoured with something {when}. What was it?"


def _studies(clause: Outline, rest: str) -> Iterator[str]:
    """'to study physics at the Institute' and 'studied physics at the Institute'."""
    study = re.search(
        rf"(?:^|\bto study )(?P<subject>[a-z]+(?: [a-z]+){{0,3}}) (?:at|in) (?P<school>(?:the )?{NAME})$", rest
    )
    if study is None or clause.auxiliary != "did" or (clause.verb != "study") != ("to study" in rest):
        return
    go = "study" if clause.verb == "study" else "go to study"
    yield from (f"What did you {go} at {study['school']}?", f"Where did you {go} {study['subject']}?")
    yield from (f"Which subject took you to {study['school']}?", f"What was your subject at {study['school']}?")
    yield f"At which school did you {'' if go == 'study' else 'want to '}study {study['subject']}?"


def _titles(clause: Outline, rest: str) -> Iterator[str]:
    """'your memoir' before ', Slow Uphill,': the title, or the name of what was founded."""
    named = re.match(rf", (?:the )?{NAME}(?: (?:and|&) {NAME})?[,.]", clause.tail)
    work = re.fullmatch(r"(?:an?|your|the) (?P<sort>(?:[a-z][\w’'-]* ){0,3}(?P<noun>[a-z]+))", rest)
    if clause.auxiliary == "did" and named and work and work["noun"] in _WORKS | _FIRMS:
        yield from (f"What is your {work['sort']} called?", f"What is the name of your {work['sort']}?")
        yield f"What was the name of the {work['sort']} you {clause.stated}?"
        if work["noun"] in _WORKS:
            yield f"What is the title of your {work['sort']}?"
            yield f"You have a {work['sort']} to your name. Which title does it bear?"


_WORKS = words(
    "book memoir memoirs autobiography novel novella story play poem opera symphony song album film movie series "
    "programme program show essay article paper treatise pamphlet collection magazine newspaper column podcast record"
)
_FIRMS = words("firm company business band group magazine school theatre theater workshop studio foundation label")


def _which(clause: Outline, verb: str, thing: str, rest: str) -> Iterator[str]:
    """Which lighthouse, which firm, and what it is called."""
    aux = clause.auxiliary
    if clause.verb == "marry":
        return
    if named := _NAMED.match(thing):
        sort = named["sort"].strip()
        noun = sort.split()[-1]
        if lemmas(noun, "NOUN") and not lemmas(noun, "ADJ") and not is_participle(noun):
            stated = clause.stated if aux in ("did", "do") else f"{aux} {verb}"
            yield from (
                f"Which {sort} {aux} you {verb}{rest}?",
                f"What is the name of the {sort} that you {stated}{rest}?",
            )
            yield f"What was the {sort} that you {stated}{rest} called?"
    elif thing.startswith("the ") and len(thing.split()) > 2 and _is_sort(thing.split()[-1]) and " of " not in thing:
        yield f"Which {thing.split()[-1].lower()} {aux} you {verb}{rest}?"


def _is_sort(noun: str) -> bool:
    """Whether the last word says what kind of thing the others tell apart: 'contest', 'Authority'."""
    known = noun.islower() or noun in NOT_A_PERSON
    return (
        known and bool(lemmas(noun, "NOUN")) and not is_plural(noun) and not lemmas(noun, "ADV") and noun not in PERSON
    )


def _what(clause: Outline, verb: str, rest: str, when: str) -> Iterator[str]:
    """What, for doings whose object is news."""
    if clause.auxiliary == "did" and when and verb in _GETTING | {"invent", "design"}:
        yield f"What did you {verb}{rest} {when}?"
    if clause.auxiliary == "did" and verb == "invent":
        yield from ("What did you invent?", "What have you invented?", "Name an invention of yours.")
    if clause.auxiliary == "do" and verb in words("own keep play collect drive grow breed drink judge teach"):
        yield from (f"What do you {verb}{rest}?", f"What is something that you {verb}{rest}?")
    if verb == "play" and clause.auxiliary in ("do", "did") and _INSTRUMENTS & set(clause.head.split()):
        yield from (
            f"Which instrument {clause.auxiliary} you play?",
            f"What music {clause.auxiliary} you make yourself?",
        )
    if clause.auxiliary == "have" and verb not in words("been had done gone become begun"):
        yield f"What is one thing that you have {verb}{rest}?"


_GETTING = words("buy purchase acquire repair sell build open break lose restore found")
