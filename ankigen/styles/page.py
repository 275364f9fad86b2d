"""A document under decision, and what its units look like."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, repeat
from operator import is_not

from ankigen import evidence, spelling, words
from ankigen.config import Config
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.reading import Account, Role

SURE = 0.8  # how surely a line without any mark has to ask
SHORT = 160  # characters; a longer line of text is no title, label or lead-in
HEADERS = frozenset({Kind.HEADING, Kind.CAPS, Kind.BOLD, Kind.MARK})
LISTS = frozenset({Kind.BULLET, Kind.NUMBER, Kind.LETTER})
TEXT = Account(Role.ANSWER, "text")  # for now: what stands above decides whose text it is
# Why nothing of a part is read: it ends what stands above it.
SIDE = "notes on the side"
SAID = ("questions for the interviewer", SIDE)  # by a heading
ASIDE = (*SAID, "ignored by the configuration")
_ASK_LABEL = late(
    rf"(?:{'|'.join(map(re.escape, words.asking.QUESTION_LABELS))})(?:\s?#?\d{{1,3}}\s*[.):：．–-]|[:：])\s*(?=\S)"
    r"|(?-i:Q)\d{1,3}\s+(?=(?-i:[A-Z¿\"“«「])|[^\W\d_a-z])",
    re.I,
)
_LABEL_FIRST = frozenset(c for n in words.asking.QUESTION_LABELS for c in (n[0], n[0].upper()))
ORDINAL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[A-Z]\d{1,2}(?=[.):]))"
    r"(?:[.)、．:：](?!\d)|\s*[-–—·•](?=\s)|\s+(?=[A-Z「『“«]))\s*"
)
KEYCAP = re.compile(r"(?:\d\ufe0f?\u20e3|\U0001f51f)\s*(?=\S)")  # "1️⃣ Own It"
# "No. 3 - ", "Value 2: ", "[Value 1] ", "[none] ": a label that several titles share
LABEL = re.compile(
    r"(?:[\[【](?P<inner>[^\[\]【】()|]{2,20})[\]】]\s*(?![(:])"
    r"|(?P<word>[^\W\d_]{2,14}\.?)\s*#?\d{1,2}(?:\s*[-–—:：.)|]|\u3000)\s*)(?=\S)"
)
_ORDINAL_FIRST = "一二三四五六七八九十IVX\U0001f51f"
_EXPLAINED = re.compile(r"(\*\*|__)[^*_]{2,40}\1[ \t]*[:：–—-]|(\*\*|__)[^*_]{2,40}[:：]\2")


_BOLD_NAME = late(r"(?:\*\*|__)(?P<name>.+?)(?:\*\*|__)\s*[:：–—-]*\s*(?P<rest>.*)")
_APART = late(  # "Own It - who sees it, mends it"; what stands behind is no name of its own
    r"(?P<name>[^.?!？！:：\d]{3,50}?)\s+(?:[-–—:]|--)\s(?P<rest>[\"“«']?[^\W\d_A-ZÀ-Þ]\S*\s.+)"
)
_COLON_NAME = late(
    r"(?P<name>(?:[^:：.?!？！(（]|[(（][^()（）]*[)）]){2,50})[:：]\s*(?P<rest>\S.*)"
)
_PICTURED = late(r"[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f300-\U0001faff]+\s*(?=\S)")
_PICTURE = r"\s\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f300-\U0001faff"
_PICTURES = late(rf"(?<![{_PICTURE}])[{_PICTURE}]+$")  # looked at once, where the run begins
_QUOTED_NAME = late(r"^(?:\[\[|[「『«“\"\[【])(.*?)(?:\]\]|[」』»”\"\]】])$")
# A whole line in italics: what a list says of its heading, in front of what it asks.
ITALIC = late(r"_[^_]+_|\*[^*]+\*|//[^/]+//")
# "[Own It]" as a title, and what it means
_BRACKETED = late(r"[\[【<][^\[\]【】<>]{2,70}[\]】>](?:(?:\s+\(|\s*（)[^()（）]{2,80}[)）])?$")


@dataclass(slots=True)
class Page:
    """A document under decision: its units, how each asks, what is left out, what each was taken for."""

    units: list[Unit]
    config: Config
    names: frozenset[str] = frozenset()  # keys of the names that tags and the configuration give
    tagged: frozenset[str] = frozenset()  # those that stand behind questions
    once: frozenset[str] = (
        frozenset()
    )  # those of them that one cell of a table gives, and nothing else
    of: dict[Kind, array[int]] = field(default_factory=dict)  # the units of each kind, in order
    short: array[int] = field(
        default_factory=lambda: array("q")
    )  # of the text units those of a line or two
    score: array[float] = field(
        default_factory=lambda: array("d")
    )  # as a list of them takes more memory
    keys: list[str] = field(default_factory=list)
    ends: str = ""  # the last sign of each unit, a space where nothing stands
    colons: array[int] = field(default_factory=lambda: array("q"))  # text units that hold one
    openers: array[int] = field(
        default_factory=lambda: array("q")
    )  # whose first letters may open a case
    endings: list[str] = field(default_factory=list)  # what `names` end in, word by word, sorted
    parents: list[int] = field(default_factory=list)  # the heading above each unit, -1 without
    starts: dict[int, int] = field(
        default_factory=dict
    )  # of a numbered line the list's first, above it
    answers: bytearray = field(default_factory=bytearray)  # stands below a heading that asks
    out: list[str] = field(default_factory=list)  # why a unit can be no question; '' where it can
    accounts: list[Account] = field(default_factory=list)
    labels: array[int] = field(
        default_factory=lambda: array("q")
    )  # units with a label such as "Q:"
    marks: Counter[str] = field(default_factory=Counter)
    leads: dict[int, int] = field(
        default_factory=dict
    )  # where the question ends in a unit that answers it as well, by the unit's place
    thin: list[tuple[int, str, str, str]] = field(default_factory=list)  # unit, style, taken, other
    listed: dict[int, tuple[str, ...]] = field(default_factory=dict)  # names that a line lists
    small: bool = False  # written all in small letters
    fields: frozenset[str] = frozenset()  # labels of what a page says, beside one's own words
    inside: bool = False  # answers of list items stand deeper than these
    rules_part: bool = False  # a rule right below a question leaves it unanswered
    twins: set[int] = field(
        default_factory=set
    )  # the question above once more, in another language
    meant: dict[int, str] = field(
        default_factory=dict
    )  # of a question asked again in other words the first ones, by the unit's place
    titles: set[int] = field(default_factory=set)  # what the writer's own habits make a title
    tag_lines: dict[int, str] = field(
        default_factory=dict
    )  # the names that a line gives, by its place
    step: int = 4  # columns from one depth of a list to the next
    bracketed: bool = False  # "[Own It]" stands apart, again and again: as a title
    titled: set[int] = field(default_factory=set)  # titles behind a label that says what they name
    used: set[tuple[str, str]] = field(default_factory=set)  # what of the configuration was found


_TEXT, _HEADING = Kind.TEXT, Kind.HEADING  # each look into the enumeration costs as much as a call


def step_of(page: Page) -> int:
    """Two columns where items stand at four and at six, eight and ten: a list of two depths is none of one."""
    depths = Counter(page.units[i].indent for i in those(page, *LISTS))
    both = [d for d in (4, 8, 12) if depths[d] and depths[d + 2] > 1]
    return 2 if both else 4


def those(page: Page, *kinds: Kind) -> Sequence[int]:
    """The units of these kinds, in order: most lines are text, and most questions are not about text."""
    there = [page.of[kind] for kind in kinds if page.of.get(kind)]
    return there[0] if len(there) == 1 else sorted(index for units in there for index in units)


def may_open_number(head: str) -> bool:
    """Can a text that begins like this begin with a number?"""
    if head[:1] in "IVX" and head[1:].lstrip(" ")[:1].islower():  # "I was ...", "It was ..."
        return False
    if head[1:2].isdecimal() and head[:1].isupper():
        return True  # "A1. Why?"
    return head[:1].isdecimal() or head[:1] in _ORDINAL_FIRST


def title(unit: Unit) -> str:
    """The words of a heading without its number, or its "Q3."."""
    text = unit.text
    if text[:1] in _LABEL_FIRST and (unit.kind in HEADERS or unit.kind is Kind.TAG):
        label = _ASK_LABEL.match(text)
        return text[label.end() :] if label else text
    if not may_open_number(text[:3]):
        return text
    found = ORDINAL.match(text) or KEYCAP.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


_NUMBERED = late(
    rf"(?:(?:{'|'.join(map(re.escape, words.asking.QUESTION_LABELS))})\s?)?(\d{{1,3}})[.)、．:：](?!\d)\s*(?=\S)",
    re.I,
)


def question_of(unit: Unit) -> tuple[str, int]:
    """The words of a unit that asks, and its number (0 without one): "**3. Why?**" is a third question,
    "3 things that you would change" is not."""
    if unit.kind not in HEADERS and unit.kind is not Kind.TAG:
        return unit.text, unit.level
    label = _ASK_LABEL.match(unit.text)  # "### Q3: Why?"
    if label:
        return unit.text[label.end() :], label_number(unit)
    found = _NUMBERED.match(unit.text)
    return (unit.text[found.end() :], int(found[1])) if found else (unit.text, 0)


def label_number(unit: Unit) -> int:
    """The number of a title that says it is a question: 3 of "Q3 Salary"; 0 without."""
    if unit.text[:1] not in _LABEL_FIRST:
        return 0
    label = _ASK_LABEL.match(unit.text)
    return int("".join(filter(str.isdecimal, label[0])) or 0) if label else 0


def name_of(unit: Unit) -> tuple[str, str]:
    """The name that a title gives and what it says of it: "1. **Own It**: who stays", "Own It (no
    excuses)", "[[Own It]]", "「Own It」"."""
    framed = unit.kind is Kind.MARK and " " in unit.mark  # "== Own It =="
    kind = Kind.HEADING if framed else unit.kind
    words = title(unit).partition(" -- ")[0].partition("  //")[0]  # without a remark behind it
    return _name_in(words, kind)


@lru_cache(maxsize=4096)
def _name_in(text: str, kind: Kind) -> tuple[str, str]:
    if not text.isascii():
        text = text[pictured.end() :] if (pictured := _PICTURED.match(text)) else text
    label = LABEL.match(text)
    if label and (kind is _TEXT or evidence.names_principles(label["word"] or "")):
        text = text[label.end() :]
    bold = _BOLD_NAME.match(text) if text[:1] in _EMPHASIS else None
    if bold and bold["rest"]:
        name = bold["name"]
        if name[0].isdecimal() and (number := ORDINAL.match(name)):
            name = name[number.end() :] or name  # "**2. Own It** - ..."
        return spelling.split_gloss(name)[0], bold["rest"]
    colon = _COLON_NAME.match(text) if kind in _LINES and (":" in text or "：" in text) else None
    if colon:
        return spelling.split_gloss(colon["name"])[0], colon["rest"]
    apart = _APART.match(text) if kind is not _TEXT and " " in text[3:] else None
    if apart:
        return spelling.split_gloss(apart["name"].strip())[0], apart["rest"]
    bare = text.rstrip() if text.isascii() else _PICTURES.sub("", text)
    if kind is _HEADING and bare[-1:] in ".。" and bare[-2:-1].isalnum():
        bare = bare[:-1]  # "## Fast is better than slow."
    name, gloss = spelling.split_gloss(bare or text)
    return (_QUOTED_NAME.sub(r"\1", name) if name[:1] in _QUOTES else name), gloss


_LINES = frozenset({Kind.TEXT, Kind.BULLET, Kind.NUMBER, Kind.LETTER, Kind.MARK})
_EMPHASIS, _QUOTES = frozenset("*_"), frozenset('[「『«“"【')


_KIND_KEYS = {
    Kind.BOLD: "bold", Kind.CAPS: "CAPS", Kind.TAG: "<summary>", Kind.ROW: "|", Kind.ASK: "Q:",
    Kind.REPLY: "A:",
}  # fmt: skip


def key(unit: Unit, step: int = 4) -> str:
    """The name of a unit's style: what a line of it begins with, and how deep, in steps of so many columns."""
    kind, text = unit.kind, unit.text
    if kind is _TEXT:
        if unit.quote:
            return ">"
        if unit.indent or len(text) > 90:
            return "text"
        if text[0] in "[【<" and _BRACKETED.match(text):
            return "[...]"
        label = LABEL.match(text)
        return "text" if not label else "[ ]" if label["inner"] else f"{label['word']} #"
    if kind in LISTS:
        return _list_key(unit.mark, unit.indent, unit.quote, step)
    if kind is _HEADING or kind is Kind.MARK:
        return unit.mark
    if kind is Kind.TAG and unit.mark != "<summary>":
        return "text"
    return _KIND_KEYS.get(kind, "text")


# What people write for one another in a list.
_NUMBERS = frozenset(
    {"1", "1．", "1)", "1）", "1、", "1:", "1]", "1.)", "1/", "(1)", "（1）", "[1]"}
)


@lru_cache(maxsize=256)
def _list_key(mark: str, indent: int, quote: int, step: int) -> str:
    mark = "1." if mark in _NUMBERS else mark
    deep = ""
    margin = 1 if mark == "1." else 0  # " 9." ends where "10." does
    if indent > margin and mark != "<li>":
        deep = " " * (2 if indent < 4 else min(indent // step * step, 24))
    return deep + (">" if quote else "") + mark


QUOTATION = "#+begin_quote"
NESTED = 20  # from here on a rank is the indent of a list item
_RANKS = {Kind.CAPS: 10, Kind.MARK: 10, Kind.NUMBER: 11, Kind.BOLD: 12}


def rank(unit: Unit) -> int:
    """How high a unit stands; smaller is higher."""
    if unit.kind is Kind.HEADING:
        return unit.level
    if unit.kind in (Kind.BULLET, Kind.LETTER) or (unit.kind is Kind.NUMBER and unit.indent):
        return NESTED + unit.indent
    return _RANKS.get(unit.kind, 13)


_HEADS = frozenset("[【(（*_")  # open what may stand before a question: its principle


def _behind_name(text: str, *, framed: bool) -> float | None:
    """How surely `text` asks behind a name in brackets or bold, or before a colon: "**Own It** - Tell me
    ...", "Own It: how do you ...". None where nothing behind a name speaks to somebody."""
    head = spelling.head(text)
    if head is None or (head.bracket != ":" and not framed):
        return None
    rest = text[head.start :]
    if not (evidence.requests(rest) or evidence.addressed(rest)):
        return None
    return evidence.asks(rest) if framed else 0.6 * evidence.asks(rest[0].upper() + rest[1:])


def score_of(unit: Unit) -> float:
    text = unit.cells[0] if unit.mark == "<summary>" and unit.cells else unit.text
    if unit.why or unit.verbatim or len(text) > 700:
        return 0.0
    plain = unit.kind is _TEXT
    if plain and unit.indent and not unit.quote and len(text) >= 300:
        return 0.0
    # "**3. Tell me ...**": its number asks nothing
    headed = unit.kind in HEADERS or (unit.kind is Kind.TAG and not unit.cells)
    score = evidence.asks(title(unit) if headed else text)
    colon = not plain and score < 0.6 and unit.kind in LISTS and text.find(":", 2, 42) > 0
    if colon or text[:1] in _HEADS:
        behind = _behind_name(text, framed=text[:1] in _HEADS)
        if behind is not None:
            return max(score, behind)
    if not score:
        return 0.0
    if evidence.legend(text):
        return 0.0
    # "**Small Steps**: who divides the work?" explains a name
    return score * 0.3 if text[0] in "*_" and _EXPLAINED.match(text) else score


def headings_above(units: Sequence[Unit], headers: Iterable[int]) -> list[int]:
    """For each unit the index of the heading (or mark: the `headers`) above it, -1 where there is none."""
    stack: list[int] = []
    found: list[int] = []
    for index in headers:
        above = stack[-1] if stack else -1
        found += [above] * (index - len(found))
        while stack and rank(units[stack[-1]]) >= rank(units[index]):
            stack.pop()
        found.append(stack[-1] if stack else -1)
        stack.append(index)
    found += [stack[-1] if stack else -1] * (len(units) - len(found))
    return found


def gap_before(page: Page, index: int) -> bool:
    return index == 0 or page.units[index].first - page.units[index - 1].last > 1


def opens_bare(page: Page, index: int) -> bool:
    """Text that opens a paragraph at the margin, without any mark, and surely asks somebody?"""
    unit = page.units[index]
    if unit.kind is not Kind.TEXT or page.score[index] < SURE or len(unit.text) > SHORT:
        return False
    if unit.indent or unit.quote or unit.why or unit.depth or page.out[index]:
        return False
    opens = gap_before(page, index) or page.units[index - 1].kind in HEADERS
    return opens and evidence.addressed(unit.text)


def ends_answer(page: Page, index: int) -> bool:
    """A rule right above a heading that is no part of an answer."""
    below = page.units[index + 1] if index + 1 < len(page.units) else None
    return below is not None and below.kind is Kind.HEADING and not evidence.beat(below.text)


def far(page: Page, index: int) -> bool:
    """A line of text with two blank lines or more above it: it opens a block."""
    unit = page.units[index]
    if unit.kind is not Kind.TEXT or unit.indent or unit.quote or unit.why or unit.depth:
        return False
    return index == 0 or unit.first - page.units[index - 1].last > 2


def ask(page: Page, index: int, why: str) -> None:
    if page.accounts[index] is TEXT and not page.out[index]:
        page.accounts[index] = _question(why)


@lru_cache(maxsize=256)
def _question(why: str) -> Account:
    return Account(Role.QUESTION, why)


def told(page: Page, *roles: Role) -> list[int]:
    """The units taken for one of `roles` so far, in order: most units are text, and looked at no further."""
    accounts = page.accounts
    others = compress(range(len(accounts)), map(is_not, accounts, repeat(TEXT)))
    return [i for i in others if accounts[i].role in roles]


def questions(page: Page) -> list[int]:
    """The units taken for questions so far, in order."""
    return told(page, Role.QUESTION)


_ASKED = Role.QUESTION


def asked(page: Page, index: int) -> bool:
    return page.accounts[index].role is _ASKED


def in_answer(page: Page, index: int) -> bool:
    return bool(page.answers[index])


def field_of(text: str) -> str:
    """What stands before the colon of a labelled line: "Why they ask", "*Darauf achten sie:*"."""
    head = text[:44]
    at = head.find(":") if ":" in head else head.find("：")
    return head[:at].strip(" *_\xa0").casefold() if at > 0 else ""


def labelled(page: Page) -> bool:
    return any(asked(page, index) for index in page.labels)


def named(page: Page, name: str) -> bool:
    """Is `name` among the names that tags give, alone or in a list of them?"""
    wanted = spelling.name_key(name)
    if not wanted:
        return False
    if wanted in page.names or len(wanted) <= 4:
        return wanted in page.names
    at = bisect_left(page.endings, f"{wanted} ")
    return at < len(page.endings) and page.endings[at].startswith(f"{wanted} ")


def endings(names: Iterable[str]) -> list[str]:
    """What each of `names` ends in, from every word of it on, sorted, a space behind: whatever words
    stand together in a name start one of these."""
    split = [name.split(" ") for name in names]
    return sorted(" ".join(words[i:]) + " " for words in split for i in range(len(words)))


def put(page: Page, changed: dict[int, Unit]) -> None:
    """Put other units in the place of those at the indices of `changed`."""
    if not changed:
        return
    kinds = {kind for i, unit in changed.items() for kind in (unit.kind, page.units[i].kind)}
    for index, unit in changed.items():
        page.units[index] = unit
        # "Value 3: Name The Maker" asks nothing
        page.score[index] = 0.0 if index in page.titled else score_of(unit)
        page.keys[index] = key(unit, page.step)
    for kind in kinds:
        page.of[kind] = array("q")
    for index, unit in enumerate(page.units):
        if unit.kind in kinds:
            page.of[unit.kind].append(index)
    if Kind.TEXT in kinds:
        texts = [(i, page.units[i].text) for i in page.of[Kind.TEXT]]
        page.short = array("q", (i for i, text in texts if len(text) <= SHORT))
        page.colons = array("q", (i for i, text in texts if ":" in text or "：" in text))
