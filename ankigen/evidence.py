"""What words tell: does a line ask, is it a title, a case, a beat, a note to oneself."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from ankigen import advice, words
from ankigen.lines import SPACE
from ankigen.patterns import late
from ankigen.phrases import HEAD, Phrases, folded, goes_on
from ankigen.spelling import (
    ARROWS,
    BRACKETS,
    Tail,
    bare,
    dashed,
    has_cjk,
    hashtags,
    name_key,
    split_gloss,
    tails,
)

_EMPHASIS = "*_~`/"
_QUOTES = "\"'“”‘’«»„「」『』"


class _Opening:
    """Phrases that may open a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = Phrases(phrases)
        self.opening = self._phrases.opening

    def match(self, text: str) -> int:
        """Where the phrase ends that `text` opens with, and no letter goes on; 0 where there is none."""
        for end in self._phrases.ends(text):
            if not goes_on(text, end):
                return end
        return 0


def _begins(head: str, heads: Container[str]) -> bool:
    """Is `head` among `heads`, or what it begins with?"""
    return head in heads or head[:2] in heads or head[:1] in heads


@lru_cache(maxsize=1 << 13)
def _may_open(head: str) -> bool:
    """Can a text that begins with these letters open with a request or a question word?"""
    return bool(_REQUEST.opening(head) or _WORD.opening(head))


class _Anywhere:
    """Phrases that may stand anywhere in a text, and what all of them in Latin letters hold: a look for
    that rules out most texts."""

    def __init__(self, phrases: Iterable[str], held: Iterable[str]) -> None:
        self._phrases = Phrases(phrases)
        self._held = tuple(held)
        self._ascii = tuple(word for word in self._held if word.isascii())

    def search(self, text: str) -> int:
        """Where the first of them ends that no letter goes on; 0 where there is none."""
        low = text.lower()
        for word in self._ascii if low.isascii() else self._held:
            if word in low:
                return self._phrases.first(text)
        return self._phrases.first(text) if has_cjk(text) else 0


class _Held:
    """Patterns that may stand anywhere, and what all that they find holds: a look for that rules out
    most texts, ten times as fast."""

    def __init__(self, patterns: Iterable[str], held: Iterable[str]) -> None:
        self._held = tuple(held)
        self._ascii = tuple(word for word in self._held if word.isascii())
        self._pattern = late("|".join(patterns), re.I)

    def stands_in(self, text: str) -> bool:
        low = folded(text)
        for word in self._ascii if low.isascii() else self._held:
            if word in low:
                return self._pattern.search(text) is not None
        return False


_REQUEST = _Opening((*words.asking.REQUESTS, *words.asking.REQUESTS_IN_FULL))
_WORD = _Opening((*words.asking.QUESTION_WORDS, *words.asking.QUESTION_WORDS_IN_FULL))
_TOPIC = late(words.asking.TOPICS, re.I)
_OF_YOURS = late(words.asking.OF_YOURS, re.I)
_TIMES_WHEN = late(words.asking.TIMES_WHEN, re.I)
_INSIDE = _Anywhere(words.asking.REQUESTS_INSIDE, words.asking.REQUESTS_INSIDE_HOLD)
_PERSON = re.compile(
    rf"[\s,]+(?:{'|'.join(map(re.escape, words.asking.FIRST_PERSON + words.asking.THIRD_PERSON))})(?![a-z'’à-ÿ])",
    re.I,
)
_FIRST_PERSON = late(rf"\b(?:{'|'.join(map(re.escape, words.asking.FIRST_PERSON))})\b", re.I)
_YOU = late(rf"\b(?:{'|'.join(words.asking.YOU)})\b|{'|'.join(words.asking.YOU_UNSAID)}", re.I)
_METHOD_TITLE = re.compile(words.asking.METHOD_TITLES, re.I)
_CJK_ASK = late("|".join(map(re.escape, words.asking.CJK_ASKS)))
_MARKS = "?？؟⸮"
_AFTER_MARK = late(r"[?？؟⸮][\"'”’»)\]）】]*[\s,;/]*")
_SENTENCE = late(r"[.!?](?:\s|$)|[。！]")


_TRIMMED = SPACE + _EMPHASIS + _QUOTES


def asks(text: str) -> float:
    """How surely `text` asks something of the reader, from 0 to 1."""
    if " #" in text:
        text = hashtags(text)[0]
    if text[-1:] in ")]】）}〕］〗*_`":
        text = tails(text)[0]
    text = text.strip(_TRIMMED)
    if not text:
        return 0.0
    first, last = text[0], text[-1]
    if first in "(（….":
        if first in "(（" and last in ")）":
            return 0.3  # an aside
        if text.startswith(("…", "...")):
            return 0.8 if _YOU.search(text) else 0.0  # goes on with the heading above it
    if first == "¿" and "?" not in text and len(text) < 160:
        return 0.9  # the sign at the end is forgotten
    weight = 0.6 if first.islower() and first.isascii() else 1.0
    if last in _MARKS:
        if (":" in text[:48] or "：" in text[:24]) and labels_tip(text):
            return 0.0  # "Follow-up: did it last?"
        # "It was late. Did it work?": a statement that ends in a question is weak evidence
        if _REQUEST.match(text) or _WORD.match(text) or not _SENTENCE.search(text[:-1]):
            return weight if not _rhetorical(text) else 0.5
        return 0.7 if _YOU.search(text) else 0.4
    opens = _may_open(text[:HEAD])
    if not opens and len(text) > 200 and "?" not in text and text.isascii():
        return 0.0  # a paragraph, as most lines of answers are
    request = _REQUEST.match(text) if opens else 0
    if last in ":：":
        if len(text) > 30 and request and _YOU.search(text):
            return 0.8 * weight  # "Tell me about a time you failed:"
        return 0.2 if request or (opens and _WORD.match(text)) else 0.0
    if request:
        told = last in "。；" and has_cjk(first)
        return weight * (0.7 if told and not _YOU.search(text) else 1.0)
    if "?" in text or "？" in text or "؟" in text or "⸮" in text:
        marked = _AFTER_MARK.search(text)
        assert marked is not None
        rest = text[marked.end() :][:500]  # a question, and more text behind it
        if rest.startswith(ARROWS) and len(rest) < 80 and "[[" not in rest:
            return weight  # "Why us? → Own It"
        if rest[:1] in "-–—|/·" and rest and dashed(text) is not None:
            return weight  # "Why us? - Own It"
        # a page of questions is none, and each asks for the next
        return weight * (0.9 if asks(rest) >= 0.6 else 0.3) if rest else weight
    # in a paragraph these words are part of what it tells
    inside = _INSIDE.search(text) if len(text) <= 200 else 0
    if inside and (last not in "。" or not has_cjk(text) or inside >= len(text) - 2):
        return 0.9 * weight
    return weight * _wordy(text, _WORD.match(text) if opens else 0)


def named_behind(text: str) -> Tail | None:
    """What stands behind a dash or a bar at the end of a question and may name its principle: it asks
    nothing."""
    behind = dashed(text)
    return behind if behind is not None and asks(behind.words) < 0.5 else None


def may_ask(text: str) -> bool:
    """Can a sentence that `text` begins with ask in so many words? A quick look that rules out most prose."""
    if not text[:1].isalpha() or "?" in text or _may_open(text[:HEAD]) or _INSIDE.search(text):
        return True
    return not text.isascii() and ("？" in text or "؟" in text or "⸮" in text or has_cjk(text))


_ASKED_LAST = late(
    r"[,;/.] ?(?:and |und |et |y |e |en )?(?:what|how|why|which|who|was|wie|warum|wann|welche\w*|qué|cómo|por qué|que|como"
    r"|qu['’]|comment|pourquoi|wat|hoe|waarom)\b(?P<rest>.*)",
    re.I,
)


_WHY_US = late(  # "Why us" is the one question of those that speak of "us" which needs no sign
    r"(?:so )?(?:why|warum|por qué|por que|pourquoi|waarom|perché) (?:us|we|you|wir|sie|nosotros|nós|nous|vous|wij|noi)[.!…]*$",
    re.I,
)


def _wordy(text: str, found: int) -> float:
    """For a line without a question mark; `found` is the end of the question word that it opens with."""
    last = text[-1]
    if found:
        if text[:3].lower() == "if " and len(text) < 45 and "," not in text:
            return 0.2  # "If you are nervous" heads advice
        if _METHOD_TITLE.match(text):
            return 0.0  # "How to tell it" heads advice
        if _PERSON.match(text, found):
            return 0.9 if _WHY_US.match(text) else 0.1
        if last in ".。!！;；,，":
            if _closes_as_request(text):
                return 0.9
            return 0.3 if not _YOU.search(text) else 0.5
        if has_cjk(text[0]):
            return 0.8
        return 0.9 if _YOU.search(text) or len(text) < 90 else 0.5
    if last.isalpha() and len(text) < 120:  # "Ten tasks and two hours, what do you do"
        asked = _ASKED_LAST.search(text)
        if asked and _YOU.search(asked["rest"]) and not _FIRST_PERSON.search(text):
            return 0.7
    if len(text) < 160 and " whe" in text[:24] and _TIMES_WHEN.match(text):
        return 0.6
    if " you" in text and len(text) < 160:
        if _TOPIC.match(text):
            return 0.8  # "Example of a plan that you changed."
        if len(text) < 80 and last not in ",;:" and _OF_YOURS.match(text):
            return 0.7 if last != "." else 0.4
    if len(text) < 60:
        if last.isalpha() and _TOPIC.match(text):
            return 0.5
        if last not in "。！；" and has_cjk(text) and _CJK_ASK.search(text):
            return 0.7 if not any(p in text for p in words.asking.FIRST_PERSON_CJK) else 0.2
    if _closes_as_request(text):
        return 0.9
    return 0.0


_I_OR_WE = late(r" (?:i|we)\b", re.I)  # most texts hold none of them
_DID_I = late(r"\b(?:did|do|should|could|can|would|was|am|had|have|must) (?:i|we)\b", re.I)


def _closes_as_request(text: str) -> bool:
    """ "...ですか。", "...주세요"."""
    return text[-2:] > "\u3000" and text.rstrip("。.!！").endswith(words.asking.REQUEST_ENDINGS)


def _rhetorical(text: str) -> bool:
    """ "What did I learn?" is the writer talking to himself."""
    if not (_I_OR_WE.search(text) and _DID_I.search(text)):
        return False
    return not _YOU.search(text)


def opens(text: str) -> bool:
    """Opens as questions and requests do, or is too short to be anything else."""
    text = text.lstrip(SPACE + _EMPHASIS + _QUOTES)
    return bool(_REQUEST.match(text) or _WORD.match(text) or _INSIDE.search(text)) or len(text) < 60


def addressed(text: str) -> bool:
    """Speaks to somebody: has a "you", or opens with a request."""
    return bool(_YOU.search(text) or _REQUEST.match(text.lstrip(SPACE + _EMPHASIS + _QUOTES)))


def requests(text: str) -> bool:
    """ "Tell me about a time ...", "Describe ...": asked of the writer, never by him."""
    return bool(_REQUEST.match(text.lstrip(SPACE + _EMPHASIS + _QUOTES)))


def first_person(text: str) -> bool:
    text = text[:400]
    return bool(_FIRST_PERSON.search(text)) or any(p in text for p in words.asking.FIRST_PERSON_CJK)


def tells(text: str) -> bool:
    """Long, and in the first person: a story."""
    return len(text) >= 160 and first_person(text)


@lru_cache(maxsize=4096)  # each title is asked about by several rooms
def is_title(text: str) -> bool:
    """Short, no sentence: may name a principle or a group."""
    text = tails(bare(text))[0]
    if not text or len(text) > 70 or text[-1] in ".?!:,，。？！：…":
        return False
    return len(text.split()) <= 9 and not text.startswith(("http", "!["))


# --- labels ---

_CASE_WORDS = Phrases(words.telling.CASE_WORDS)
_CASE_REST = re.compile(  # behind the word
    r"[ \t]*(?:(?:no\.?|nr\.?|#)?[ \t]*(?:\d{1,3}|[A-Da-d](?![A-Za-z])|[ivxIVX]{1,4}(?![A-Za-z])|"
    rf"{'|'.join(words.telling.NUMBER_WORDS)}))?(?P<end>)"
    r"(?P<gloss>[ \t]*[\(（\[][^()（）\[\]]*[\)）\]])?[ \t]*(?P<sep>[:：.)\]]|[-–—](?=\s)|$)[ \t]*(?P<rest>.*)",
    re.I,
)
_NUMBERED = re.compile(r"\d|\b[A-D]$|" + "|".join(words.telling.NUMBER_WORDS), re.I)


_NTH = late(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|ª|ère|ème|e)|{'|'.join(words.telling.ORDINALS)})[ \t]*(?=\w)",
    re.I,
)
_NTH_WORDS = Phrases(words.telling.ORDINALS)


class Case(NamedTuple):
    """The label of a case ("Case 1") and the text behind it; the offset of that text in the line."""

    label: str
    rest: str
    at: int


def may_open_case(head: str) -> bool:
    """Can a text that begins with these letters open a case?"""
    return not head[:1].isalpha() or bool(_CASE_WORDS.opening(head) or _NTH_WORDS.opening(head))


def case(text: str) -> Case | None:
    """Does `text` open a case? "Case 1: we ...", "Story 3 - ...", "Example:", "案例一"."""
    body = text.lstrip("*_ ")
    head, lead = body[:HEAD], len(text) - len(body)
    if _CASE_WORDS.opening(head):
        return _case(body, lead, 0)
    nth = _NTH.match(body) if head[:1].isdecimal() or _NTH_WORDS.opening(head) else None
    return _case(body, lead, nth.end()) if nth else None


def _case(body: str, lead: int, at: int) -> Case | None:
    """The case that `body` opens, whose word stands at `at`, behind a number where that is not 0."""
    found = (_CASE_REST.match(body, end) for end in _CASE_WORDS.ends(body, at))
    match = next(filter(None, found), None)
    if not match:
        return None
    label = body[: match.start("end")]
    numbered = at > 0 or bool(_NUMBERED.search(label))
    if match["sep"] == "" and match["rest"]:
        return None
    if not numbered and match["sep"] not in (":", "：", "") and match["rest"]:
        return None
    rest = match["rest"].strip("*_ " + SPACE) if match["rest"].strip("*_ ") == "" else match["rest"]
    rest = rest.lstrip("*_ " + SPACE) if rest.startswith(("**", "__")) else rest.lstrip(SPACE)
    return Case(label.strip(), rest, lead + match.start("rest") + match["rest"].find(rest))


_BEAT_NAMES = {name: beat for beat, names in words.telling.BEATS.items() for name in names}
_BEATS = Phrases(_BEAT_NAMES)
_BEAT_OPENED = re.compile(r"[*_\[(（【]*")
_BEAT_AND = re.compile(r"(?<![ \t])[ \t]*[/+&,][ \t]*")
_BEAT_REST = re.compile(  # behind the names
    r"(?P<gloss>[ \t]*[\[(（][^\])）]{1,60}[\])）])?(?P<close>[*_\])）】]*)[ \t\u00a0]*"
    r"(?P<sep>::|[:：=]|[-–—](?=[\s]|$)|(?=$)|(?<=[】\]])|(?<=[*_]\*[ \t\u00a0])|(?<=__[ \t\u00a0]))(?P<close2>[*_]*)[ \t\u00a0\u200b\u3000]*"
)
_LONG_BEATS = Phrases(n for n in _BEAT_NAMES if len(n) > 2 or not n.isascii())
_GAP = re.compile(r"\W{1,4}(?=\w)")
_BOLD_INITIAL = re.compile(r"(\*\*|__)([^\W\d_])\1(?=\w)")
_BEAT_HEADS = {n[:3] for n in _BEAT_NAMES}
_SHORT_BEATS = {n[:2] for n in _BEAT_NAMES if len(n) == 2 or not n[2:3].isalpha()}
_BEAT_SIGNS = {n for n in _BEAT_NAMES if len(n) == 1} | set("*_[(（【")


@lru_cache(maxsize=4096)
def opens_beat(head: str) -> bool:
    """Can a text that begins with these three signs open with a STAR label? Most can not: behind the
    word of a label stands no other letter."""
    head = head.lower()
    if head.isalpha():
        return head in _BEAT_HEADS
    if head[:2].isalpha():
        return head[:2] in _SHORT_BEATS
    letter = head[:1].isalpha() and head[1:2].isspace() and head[2:].isalnum()  # "A long ..."
    return head[:1] in _BEAT_SIGNS and not letter


class BeatLabel(NamedTuple):
    """`name` as records say it ("situation+task"), where the text behind the label starts, and
    whether the label is a whole word (single letters count only in company)."""

    name: str
    at: int
    whole: bool


def legend(text: str) -> bool:
    """Names the beats one after the other: a line about the method."""
    if text[:3].isalpha() and text[:3].lower() not in _BEAT_HEADS:
        return False
    text = text[:120]
    start = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    return "_" not in text[:start] and _beats_follow(text, start, 3)


def _beats_follow(text: str, at: int, number: int) -> bool:
    """Do `number` names of beats stand at `at`, with a few signs between them?"""
    for end in _LONG_BEATS.ends(text, at):
        gap = _GAP.match(text, end) if number > 1 else None
        if number == 1 or (gap and _beats_follow(text, gap.end(), number - 1)):
            return True
    return False


def beat(text: str) -> BeatLabel | None:
    """Does `text` (a line without its list mark) open with a STAR label?"""
    if not opens_beat(text[:3]):
        return None
    initial = _BOLD_INITIAL.match(text) if text[0] in "*_" else None
    if initial:  # "**S**ituation"
        label = beat(initial[2] + text[initial.end() :])
        marks = initial.end() - len(initial[2])
        return label._replace(at=label.at + marks) if label is not None else None
    opened = _BEAT_OPENED.match(text)
    assert opened is not None
    end = _beat_names(text, opened.end())
    match = _BEAT_REST.match(text, end) if end else None
    if not match:
        return None
    loose = not match["sep"] and match.end() < len(text)
    # "【状況】..." and "**S** we were ..." need no colon
    framed = match["close"][-1:] in ("】", "]")
    framed = framed or opened[0][:2] == match["close"][:2] in ("**", "__")
    if loose and not framed:
        return None
    name, whole = _named_beats(text[opened.end() : end])
    if not name:
        return None
    return BeatLabel(name, match.end(), whole or bool(match["gloss"]))


@lru_cache(maxsize=256)
def _named_beats(label: str) -> tuple[str, bool]:
    """The beats that `label` names, and whether it is more than single letters."""
    parts = _BEAT_AND.split(label)
    names = dict.fromkeys(_BEAT_NAMES[p.lower()] for p in parts if p.lower() in _BEAT_NAMES)
    return "+".join(names), any(len(p) > 1 for p in parts)


def _beat_names(text: str, at: int) -> int:
    """Where names of beats end that stand at `at` ("Situation/Task"); 0 where there are none. What
    follows a name begins with no letter."""
    found = 0
    while True:
        ends = _BEATS.ends(text, at)
        end = next((e for e in ends if not text[e : e + 1].isalnum()), 0)
        if not end:
            return found
        found = end
        more = _BEAT_AND.match(text, end)
        if not more:
            return found
        at = more.end()


# --- sections and notes to oneself ---

_MY_QUESTIONS = _Held(words.unasked.MY_QUESTIONS, words.unasked.MY_QUESTIONS_HOLD)
_MY_TURN = frozenset(words.unasked.MY_TURN)
_NO_QUESTIONS = late("|".join(words.unasked.NO_QUESTIONS), re.I)
_NO_QUESTIONS_ANYWHERE = _Held(words.unasked.NO_QUESTIONS_ANYWHERE, words.unasked.NO_QUESTIONS_HOLD)
_METHOD = late(words.unasked.METHOD)
_NOT_FOR_YOU = late(words.unasked.NOT_FOR_YOU, re.I)
_NO_QUESTIONS_BELOW = late(words.unasked.NO_QUESTIONS_BELOW, re.I)
_PRINCIPLES = _Held(words.naming.PRINCIPLE_WORDS, words.naming.PRINCIPLE_WORDS_HOLD)
_TAGGED = re.compile(rf"[*_]*(?:{words.naming.TAG_LABELS})[*_]*\s*[:：=][*_]*\s*(?=\S)", re.I)
_SERVES = late(words.telling.SERVES, re.I)
_SERVES_ANYWHERE = _Held(words.telling.SERVES_ANYWHERE, words.telling.SERVES_HOLD)
_GROUPS = late(words.naming.GROUP_WORDS, re.I)
_COMPETENCY = late(words.naming.COMPETENCIES, re.I)
_TRAITS = late(words.naming.TRAITS, re.I)
_VIRTUE = late(words.naming.VIRTUES, re.I)
_LEADS_ON = late(words.telling.LEADS_ON, re.I)
_ANNOUNCES = late(words.telling.ANNOUNCES, re.I)
_CATEGORIES = late(words.naming.CATEGORIES, re.I)
_STORY_SECTIONS = late(words.telling.STORY_SECTIONS, re.I)
_TODO_ALL = re.compile(  # few of them: one may be read in several ways
    rf"[\W_]*(?P<said>(?:{words.telling.TODO_WORDS}[\W_]*){{0,5}})$", re.I
)
_EMPTY_LABEL = late(  # "A.", "Resp:" with nothing behind
    rf"[*_]*(?:(?:A|Ans|Answer)[.:]?|(?i:{'|'.join(words.telling.ANSWER_LABELS)})[:：])[*_]*"
)
_NAMED = late(r"(\*\*?|__?)[^\W\d_][^*_:：]{0,20}(?:[:：]\1|\1[:：])[ \t]*(?=\S)")
_MAYBE = late(rf"[\W_]*{words.telling.MAYBE_WORDS}(?![a-z])", re.I)
_IDEA = re.compile(rf"[\W_]*(?:{words.telling.IDEA_WORDS})\s*[:：](?!//)", re.I)
_TODO_OPENING = late(rf"[\W_]*(?:{words.telling.TODO_OPENINGS})", re.I)
_TODO_START = re.compile(
    r"[\W_]*(?:TODO|TBD|FIXME|LATER)\b|[\W_]*#(?i:todo|tbd|fixme)\b"
    r"|[\W_]*(?i:todo|tbd|fixme)\s*[:：]"
)
_TODO_HEADS = frozenset(words.telling.TODO_HEADS)
_LINK = re.compile(  # to another page; an image says something
    r"(?<![-*>\s])[-*>\s]*(?:\[\[(?!\w+:)[^\[\]]*(?<!\.\w\w\w)(?<!\.\w\w\w\w)\]\]|\[[^\[\]]*\]\([^()]*(?<!\.\w\w\w)(?<!\.\w\w\w\w)\)|\(\([0-9a-f-]{8,40}\)\)|<?https?://[^\s<>]+>?)(?: again)?[?.\s]*$"
)
_TIP = late(rf"[\W_]*{words.advising.TIP_WORDS}", re.I)
_SURE_TIP = late(rf"[\W_]*{words.advising.SURE_TIP_WORDS}", re.I)
_PAST = late(words.telling.PAST, re.I)


_NUMBERING = SPACE + _EMPHASIS + "0123456789. "


def own_questions(text: str) -> bool:
    """A heading over questions that the writer asks the interviewer."""
    return _MY_QUESTIONS.stands_in(text.rstrip(":：* ")) or text.startswith("COMMENT ")


def may_turn(text: str) -> bool:
    """A title that may stand over such questions: "Your turn", "Reverse (pick three)"."""
    if len(text) > 60:
        return False
    name = split_gloss(text.strip("*_: ："))[0].partition(",")[0]
    return folded(_unpictured(name.strip("[]【】<> "))) in _MY_TURN  # "[mine]"


def _unpictured(text: str) -> str:
    """A title without the picture before it: "📥 Parking lot"."""
    if not text or text[0].isalnum() or text[0] in '#¿¡"“「【(（':
        return text
    return text.lstrip(text[0] + "\ufe0f\u200d ")


def no_questions(text: str) -> bool:
    """A heading over tips, links, a method: nothing below it asks the writer."""
    text = _unpictured(text.strip(_NUMBERING).rstrip(":： "))
    return bool(_NO_QUESTIONS.match(text)) or _NO_QUESTIONS_ANYWHERE.stands_in(text)


def about_method(text: str) -> bool:
    """Does the line ask what STAR is?"""
    return bool(_METHOD.search(text)) and not _YOU.search(text)


def not_for_you(text: str) -> bool:
    """A heading over what may not be asked, or what a page is asked about itself."""
    return bool(_NOT_FOR_YOU.match(text.strip(_NUMBERING)))


def no_questions_below(text: str) -> bool:
    return bool(_NO_QUESTIONS_BELOW.search(text.strip()))


@lru_cache(maxsize=1)
def _published() -> dict[str, str]:
    return {name_key(name): name for name in words.naming.KNOWN_PRINCIPLES}


def published(key: str) -> str:
    """The name that firms have published, by its key; '' where there is none."""
    return _published().get(key, "")


def unlabelled(tag: str) -> str:
    """A tag without the label that says what it names: "Own It" of "Competency: Own It"."""
    found = _TAGGED.match(tag)
    return tag[found.end() :] if found else tag


def names_principles(text: str) -> bool:
    return _PRINCIPLES.stands_in(text)


def speaks_of_competencies(text: str) -> bool:
    """Says what competencies are asked, so that what questions are sorted by are these."""
    return bool(_COMPETENCY.search(text))


def names_traits(text: str) -> bool:
    """A heading such as "Signals" over the names of what is looked for."""
    return bool(_TRAITS.search(text.strip(SPACE + _EMPHASIS)))


def names_tagged(text: str) -> str:
    """What a line such as "LP: Ownership" names; '' where it is no such line."""
    found = _TAGGED.match(text) if len(text) < 120 else None
    return tails(text[found.end() :].strip(SPACE + _EMPHASIS))[0] if found else ""


def serves(text: str) -> bool:
    """A lead-in between a story and the questions it can answer ("Good for:")."""
    if len(text) >= 60:
        return False
    return bool(_SERVES.match(text.strip(SPACE + _EMPHASIS))) or _SERVES_ANYWHERE.stands_in(text)


def leads_on(text: str) -> bool:
    """As `serves`, or says no more than that questions follow: "Questions", "Fits"."""
    return serves(text) or bool(_LEADS_ON.fullmatch(text.strip(SPACE + _EMPHASIS + ":：")))


def announces(text: str) -> bool:
    """ "My answers so far": a line that only says what follows."""
    return len(text) < 40 and bool(_ANNOUNCES.fullmatch(text.strip(SPACE + _EMPHASIS + ":：-–—")))


def names_group(text: str) -> bool:
    return bool(_GROUPS.search(text.strip())) or holds_stories(text)


_URGES = late(words.naming.URGES, re.I)


def names_virtue(name: str) -> bool:
    return bool(_VIRTUE.fullmatch(name))


_PAGE_REST = late(words.unasked.PAGE_RESTS, re.I)
_PAGE_HEADS = frozenset(words.unasked.PAGE_RESTS_HEADS)


@lru_cache(maxsize=1 << 13)
def _may_rest(head: str) -> bool:
    return head[:1].isdecimal() or _begins(head.lower(), _PAGE_HEADS)


def rests_of_page(text: str) -> bool:
    """What a page says of itself: "Was this article helpful?", "Advertisement", "12 comments"."""
    text = text.lstrip(_TRIMMED)
    return _may_rest(text[:3]) and len(text) < 160 and bool(_PAGE_REST.match(text))


def urges(name: str) -> bool:
    """ "Own the mess", "Ehrlich bleiben": what a firm asks of its people, no topic of questions."""
    return bool(_URGES.fullmatch(name)) and not requests(name)


def names_category(name: str) -> bool:
    return bool(_CATEGORIES.search(name))


def holds_stories(text: str) -> bool:
    """A heading over the writer's own stories: "Projects"."""
    return bool(_STORY_SECTIONS.search(text.strip(SPACE + _EMPHASIS)))


_IN_EMPHASIS = late(r"(?P<sign>[*_]{1,2}|`)(?P<said>[^*_`]{2,30})(?P=sign)(?=.)")


@lru_cache(maxsize=64)  # the first line of an answer is asked about more than once
def is_todo(line: str) -> bool:
    """A line that only says that something is to be done."""
    if line[:1] in "*_`":
        if name := _NAMED.match(line):
            line = line[name.end() :]  # "*Kim:* TODO until Friday", among several writers
        elif framed := _IN_EMPHASIS.match(line):
            line = framed["said"] + line[framed.end() :]  # "_tbd_ - the one with the boat?"
    prose = line[:1].isalpha()  # then these need no look, unless it begins with their words
    opens = not prose or _begins(line[:3].lower(), _TODO_HEADS)
    if opens and (_TODO_START.match(line) or (len(line) < 200 and _TODO_OPENING.match(line))):
        return True
    if prose and len(line) > 80:
        return False
    if (not prose or line[:4] == "http") and _LINK.match(line):
        return True
    if len(line) < 70 and (_IDEA.match(line) or _EMPTY_LABEL.fullmatch(line.strip(SPACE))):
        return True
    if len(line) < 40 and _MAYBE.match(line) and line[-1] not in ".。!":
        return True
    if line[-1:] in BRACKETS:
        line, brackets = tails(line)
        if brackets and _TODO_ALL.match(brackets[0].words):  # "- [fill in]"
            line = line if any(map(str.isalnum, line)) else brackets[0].words
    found = _TODO_ALL.match(line)
    return found is not None and (
        bool(found["said"]) or any(s in line for s in words.telling.TODO_SIGNS)
    )


@lru_cache(maxsize=64)
def is_tip(line: str) -> bool:
    """Advice on how to answer, or what may be asked next; nothing that the writer says of himself."""
    if advice.may_open(line):
        if labels_tip(line) or _SURE_TIP.match(line):
            return True
        if _TIP.match(line) or line[:1] in words.advising.TIP_SIGNS:
            return not first_person(advice.unquoted(line))
        inside = advice.framed(line) if len(line) < 300 else ""
        if inside and not says_own(inside):
            return True
    if advice.about_interviews(line) and not says_own(line):
        return True
    if len(line) > 120 or (len(line) > 24 and line[:1].isalpha()):
        return False
    lower = line.lower()
    return any(phrase in lower for phrase in words.unasked.LINK_BACK)


def labels_tip(line: str) -> bool:
    """Opens with a label of advice: "Avoid: ...", "【考察点】", but not "Note: I had four days"."""
    label = advice.label(line) if advice.may_open(line) else None
    if label is None or (label.more and first_person(label.more)):
        return False
    return label.sure or not says_own(line[label.end :])


def names_tips(line: str) -> bool:
    """A label of advice alone on its line."""
    label = advice.label(line)
    return label is not None and label.end >= len(line)


def says_own(text: str) -> bool:
    """Does the writer speak of himself, or of what happened, and not to a reader?"""
    text = advice.unquoted(text)
    return first_person(text) or (bool(_PAST.search(text)) and not _YOU.search(text))
