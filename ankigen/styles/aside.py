"""Which lines are set aside before anything is asked: links, tips, the writer's own questions."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.patterns import late
from ankigen.reading import Account, Role
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    NESTED,
    SIDE,
    Page,
    far,
    gap_before,
    rank,
    those,
    title,
)

_LINK_ONLY = late(r"!?\[[^\]]*\]\([^)]*\)[\W_]*$|https?://\S+$")


@dataclass(slots=True)
class _Seen:
    """What is looked for once for all titles of a page."""

    total: float  # how surely all of its lines ask, together
    # what ends the section of the last title of each style: those above it end there, too
    headers: dict[tuple[str, bool], int] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)
    requests: list[int] | None = None
    over: Counter[str] = field(default_factory=Counter)
    # by the text of a heading, which may stand in every section: is the writer asked below it?
    asks_writer: dict[str, bool] = field(default_factory=dict)
    idle: Counter[str] = field(default_factory=Counter)  # titles that set nothing aside, how often


def leave_out(page: Page) -> None:
    apart = (
        (_running_heads, "stands on every page"),
        (_rests_of_page, "what a page says of itself"),
        (_callouts, SIDE),
    )
    for find, why in apart:
        for index in find(page):
            page.accounts[index] = Account(Role.IGNORED, why)
    seen = _Seen(sum(page.score) or 1.0)
    for index in _looked_at(page):
        unit = page.units[index]
        if page.out[index] or unit.why:
            continue
        if unit.kind in LISTS and unit.text[:1] in "![h" and _LINK_ONLY.match(unit.text):
            page.out[index] = "a link"
        elif unit.kind is _TEXT and _asks_them(page, index):
            page.out[index] = OWN
        elif _header_like(page, index) or _opens_own_list(page, index):
            first, end, why = _section(page, index, seen)
            for other in range(first, end):
                page.out[other] = page.out[other] or why


def _section(page: Page, index: int, seen: _Seen) -> tuple[int, int, str]:
    """First unit, end and reason of what a title sets aside; nothing where both are one."""
    unit, nothing = page.units[index], (index, index, "")
    if unit.kind is not Kind.HEADING and _is_gap(page, index):
        return nothing
    own = evidence.own_questions(unit.text) or _turns(page, index, seen)
    if own and not _told_below(page, index):
        if seen.idle[unit.text] > 3 or _asks_writer(page, unit.text, seen):
            return nothing
        end = section_end(page, index)
        if _nearly_all(page, index, end, seen):
            seen.idle[unit.text] += 1
            return nothing
        titled = index > 0 and _titles_own(page, index - 1)
        return index - titled, end, OWN
    if _is_question(page, index) or evidence.case(unit.text) is not None:
        return nothing  # as nearly all; looked at first, as the patterns below are large
    words_ = spelling.tails(title(unit))[0]
    if not _says_nothing(title(unit), words_):
        return nothing
    if _over_request(page, index) and _topics(page, seen.over)[page.keys[index]] >= 3:
        return nothing
    end = min(_side_end(page, index, words_, seen), _list_end(page, index))
    if _nearly_all(page, index, end, seen) or _asks_below(page, index, end, seen):
        return nothing
    return index, end, SIDE


def _nearly_all(page: Page, index: int, end: int, seen: _Seen) -> bool:
    """Does nearly all that asks stand below it? Then it is the title of the notes."""
    return seen.total > 3 and sum(page.score[index:end]) > 0.6 * seen.total


def _side_end(page: Page, index: int, words_: str, seen: _Seen) -> int:
    if page.units[index].kind is Kind.HEADING and evidence.no_questions_below(words_):
        return section_end(page, index)
    style = page.keys[index], far(page, index)
    if seen.headers.get(style, 0) <= index:
        seen.headers[style] = _next_header(page, index)
    return seen.headers[style]


def _asks_below(page: Page, index: int, end: int, seen: _Seen) -> bool:
    """Half of all requests, labels or answers: a page of tips has none, here the questions begin."""
    if seen.requests is None:
        seen.requests = _requests(page)
    there = bisect_left(seen.requests, end) - bisect_left(seen.requests, index)
    if there >= 3 and there * 2 >= len(seen.requests):
        return True
    return _labelled(page, index, end) >= 2 or _answered(page, index, end)


def _is_gap(page: Page, index: int) -> bool:
    """ "TODO", a gap to fill in, and not "To do:", a title."""
    return page.ends[index] not in ":：" and evidence.is_todo(page.units[index].text)


def _titles_own(page: Page, index: int) -> bool:
    """ "Your turn to ask", alone above what says that one may; "V. The end", right above it."""
    unit = page.units[index]
    short = page.score[index] < 0.5 and evidence.is_title(unit.text)
    text = page.units[index + 1].kind is Kind.TEXT
    if text and (unit.kind is Kind.NUMBER or unit.kind in HEADERS) and not unit.indent:
        return short and gap_before(page, index)
    lone = unit.kind is Kind.TEXT and len(unit.text) < 60 and gap_before(page, index)
    return lone and gap_before(page, index + 1) and evidence.own_questions(unit.text)


# What these hold is meant for the writer, not for those who ask.
_CALLOUT = late(
    r"\[!(?:todo|warning|caution|attention|danger|error|bug|fail(?:ure)?|missing|tip|hint|important)\]"
    r"|\*\*(?:note|warning|caution|tip|hint|important)[:：]?\*\*",
    re.I,
)


def _callouts(page: Page) -> Iterator[int]:
    """The lines of "> [!warning]" and its like, up to the end of the quotation."""
    for index in page.short:
        unit = page.units[index]
        if unit.quote and unit.text[:2] in ("[!", "**") and _CALLOUT.match(unit.text):
            yield index
            for other in range(index + 1, len(page.units)):
                if not page.units[other].quote or gap_before(page, other):
                    break
                yield other


_FOLIO = late(
    r"(?P<text>\S.*?)\s{3,}\d{1,3}$|\d{1,3}\s{3,}(?P<behind>\S.*)$"
    r"|(?P<page>(?:.*\s)?(?:page|p\.|seite|página|pág\.|pagina|strona|trang)) ?\d{1,3}(?: ?(?:/|of|von|de|di|sur) ?\d{1,3})?$"
    r"|(?P<sheet>第) ?\d{1,3} ?[页頁ページ]+(?: ?[/／共] ?\d{1,3} ?页?)?$",
    re.I,
)


def _running_heads(page: Page) -> list[int]:
    """What a book says at the head or foot of every page: the same words and a number, or words at both
    margins, again and again."""
    there: dict[str, list[int]] = defaultdict(list)
    for index in page.short:
        text = page.units[index].text
        if len(text) >= 120:
            continue
        numbered = text[-1].isdigit() or text[0].isdigit() or text[0] == "第"
        found = _FOLIO.match(text) if numbered else None
        if found:
            there[next(g for g in found.groups() if g is not None).casefold()].append(index)
        elif "     " in text:
            there[text].append(index)
    return [i for same in there.values() if len(same) >= 3 for i in same]


def _topics(page: Page, over: Counter[str]) -> Counter[str]:
    """How often each style stands over items that ask: "V. Rules" over lettered questions is what they
    ask about, where "I. Beginnings" and "II. Money" are, too. Counted once, into `over`."""
    if not over:
        there = (i for i in range(len(page.units)) if _over_request(page, i))
        over.update(page.keys[i] for i in there)
    return over


def _over_request(page: Page, index: int) -> bool:
    """Is the next thing an item that asks somebody?"""
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    asking = after is not None and after.kind in LISTS and page.score[index + 1] >= 0.5
    return asking and evidence.addressed(page.units[index + 1].text)


def _rests_of_page(page: Page) -> Iterator[int]:
    """Paragraphs that begin with what a page says of itself."""
    for index in page.short:
        unit = page.units[index]
        apart = gap_before(page, index) or page.units[index - 1].kind is Kind.RULE
        if not apart or unit.why or unit.verbatim or not evidence.rests_of_page(unit.text):
            continue
        yield index
        for other in range(index + 1, min(index + 6, len(page.units))):
            below = page.units[other]
            if below.kind is not Kind.TEXT or gap_before(page, other):
                break
            yield other


def _list_end(page: Page, index: int) -> int:
    """Where the list ends that stands right below a line of text: that line says nothing of more."""
    units, first = page.units, index + 1
    listed = first < len(units) and units[first].kind in LISTS
    if units[index].kind is not Kind.TEXT or not listed:
        return len(units)
    for other in range(first, len(units)):
        below = units[other]
        if below.indent > units[first].indent or page.keys[other] == page.keys[first]:
            continue
        if gap_before(page, other) or below.kind is not Kind.TEXT:
            return other
    return len(units)


def _labelled(page: Page, first: int, end: int) -> int:
    """How many questions with a label ("Q:") and an answer with one ("A:") stand there."""
    labels = page.of[Kind.ASK]
    there = labels[bisect_left(labels, first) : bisect_left(labels, end)]
    return sum(i + 1 < end and page.units[i + 1].kind is Kind.REPLY for i in there)


def _answered(page: Page, first: int, end: int) -> bool:
    """ "Tell me about yourself" with what the writer says of himself right below it: no tip."""
    for index in range(first + 1, end - 1):
        unit, below = page.units[index], page.units[index + 1]
        sure = page.score[index] >= 0.9 and evidence.requests(unit.text)
        told = below.kind is Kind.TEXT and page.score[index + 1] < 0.5
        if sure and told and evidence.first_person(below.text):
            return True
    return False


def _told_below(page: Page, index: int) -> bool:
    """A question ("Who told you what you did not want to hear?") over something that asks nothing."""
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    if after is None or not _is_question(page, index) or page.score[index + 1] >= 0.5:
        return False
    return after.kind not in LISTS and evidence.addressed(page.units[index].text)


def _requests(page: Page) -> list[int]:
    """The items that request something: "Tell me ...", "Describe ..."."""
    items = [i for i in those(page, *LISTS) if page.score[i] >= 0.5]
    return [i for i in items if evidence.requests(page.units[i].text)]


def _says_nothing(whole: str, words_: str) -> bool:
    """A title over tips, or with a method in brackets: "Aufbau (STAR)"."""
    if evidence.no_questions(words_):
        return True
    return 0 < len(whole) - len(words_) < 16 and len(whole) < 40 and evidence.about_method(whole)


def _looked_at(page: Page) -> list[int]:
    """The units that may stand over others or be left out by themselves: no long text, no item between
    others like it."""
    units, keys, ends, last = page.units, page.keys, page.ends, len(page.units) - 1
    text = array("q", (i for i in page.of[Kind.TEXT] if ends[i] in "?？"))
    text.extend(i for i in page.short if ends[i] not in "?？" and len(units[i].text) <= 90)
    items = [
        i
        for i in page.of[Kind.BULLET]
        if units[i].text[:1] in "![h"
        or (i < last and (keys[i + 1] != keys[i] or units[i + 1].indent > units[i].indent))
    ]
    others = (k for k in Kind if k not in (Kind.TEXT, Kind.BULLET))
    return sorted(chain(text, items, those(page, *others)))


OWN = "questions for the interviewer"


def _asks_them(page: Page, index: int) -> bool:
    """ "Questions from me: what is the budget?" in one line."""
    text = page.units[index].text
    at = max(text.find(":"), text.find("：")) if text[-1:] in "?？" and len(text) < 200 else -1
    return 0 < at < 40 and gap_before(page, index) and evidence.own_questions(text[:at])


def _places(page: Page) -> dict[str, list[int]]:
    """Where each short text stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(page.units):
        if len(unit.text) <= 90:
            places[unit.text].append(index)
    return places


def _asks_writer(page: Page, heading: str, seen: _Seen) -> bool:
    if heading not in seen.asks_writer:
        seen.places = seen.places or _places(page)
        seen.asks_writer[heading] = _requested(page, seen.places[heading])
    return seen.asks_writer[heading]


def _requested(page: Page, places: Sequence[int]) -> bool:
    """ "Tell me about a time": nobody asks the interviewer so, below one of the headings alike."""
    for place in places[:4]:
        below = range(place + 1, section_end(page, place))
        asking = [i for i in below if page.score[i] >= 0.5]
        said = sum(evidence.requests(page.units[i].text) for i in asking)
        told = sum(_told(page, i + 1) for i in asking)  # what he asks them he does not answer
        if said > 1 and (said * 2 >= len(asking) or told > 1):
            return True
    return False


def _turns(page: Page, index: int, seen: _Seen) -> bool:
    """ "Your turn", over what nobody requests and nobody answers."""
    text = page.units[index].text
    if seen.idle[text] > 3 or not evidence.may_turn(text):
        return False
    below = range(index + 1, section_end(page, index))
    asking = [i for i in below if page.score[i] >= 0.5]
    others = [i for i in asking if evidence.requests(page.units[i].text) or _told(page, i + 1)]
    turns = bool(asking) and not others
    seen.idle[text] += not turns
    return turns


def _told(page: Page, index: int) -> bool:
    unit = page.units[index] if index < len(page.units) else None
    prose = unit is not None and unit.kind is Kind.TEXT and len(unit.text) >= 60
    return prose and page.score[index] < 0.5


def _is_question(page: Page, index: int) -> bool:
    text = page.units[index].text.rstrip()
    if evidence.about_method(text) or evidence.not_for_you(text):
        return False  # "What is STAR?" is no interviewer's question
    return page.score[index] >= 0.9 and (text[-1:] in "?？" or evidence.requests(text))


def _header_like(page: Page, index: int) -> bool:
    """Could this unit stand over others?"""
    unit = page.units[index]
    kind, text = unit.kind, unit.text
    if kind is _TEXT:
        text = text.strip("*_ ") or text
        above = page.units[index - 1].kind
        opens = gap_before(page, index) or above is Kind.RULE or above in HEADERS
        if len(text) > 90 or unit.quote or not opens:
            return False
        if page.keys[index] == "[...]" and gap_before(page, index):
            return True
    elif kind in HEADERS or unit.mark == "<summary>":
        if kind is Kind.MARK and page.marks[page.keys[index]] < 2 and " " not in unit.mark:
            return False
        return len(text) <= 90 and text[-1:] not in ".。"
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    if after is None:
        return False
    if kind is _BULLET:
        if len(text) > 60 or ". " in text:
            return False
        other = page.keys[index + 1] != page.keys[index] and after.kind in LISTS
        return after.indent > unit.indent or (other and gap_before(page, index))
    if kind in LISTS:
        return after.kind in LISTS and after.kind is not kind and not unit.indent
    if kind is not _TEXT:
        return False
    if index and far(page, index) and len(text) < 40 and text[-1:] not in ".!。！?？,":
        return True
    follows = after.kind in LISTS or after.kind in (Kind.ASK, Kind.ROW)
    follows |= after.kind is Kind.MARK and page.score[index + 1] >= 0.5
    lone = after.first - unit.last > 1 and text[-1:] not in ".!。！"
    return (text[-1:] in ":：" and (follows or lone)) or (follows and text[-1:] not in ".!。！?？")


_TEXT, _BULLET = Kind.TEXT, Kind.BULLET  # each look into the enumeration costs as much as a call


def _opens_own_list(page: Page, index: int) -> bool:
    """ "Do you have any questions for us?" or "My questions:" right above a list of them."""
    unit, last = page.units[index], page.ends[index]
    if unit.kind is not _TEXT or last not in "?？:：" or unit.quote or index == 0:
        return False
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    opens = gap_before(page, index) or (last in ":：" and page.score[index - 1] < 0.5)
    listed = after is not None and after.kind in LISTS and opens
    return listed and evidence.own_questions(unit.text)


def section_end(page: Page, index: int) -> int:
    unit = page.units[index]
    if unit.mark == "<summary>":
        return next(
            (i for i in range(index + 1, len(page.units)) if page.units[i].depth < unit.level
             or (page.units[i].mark == "<summary>" and page.units[i].level <= unit.level)),
            len(page.units),
        )  # fmt: skip
    level, apart = rank(unit), index > 0 and far(page, index)
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if apart and far(page, other):
            return other
        alike = page.keys[other] == page.keys[index]
        if level >= NESTED and below.indent <= unit.indent and (alike or below.kind is Kind.TEXT):
            return other
        if alike and unit.kind is Kind.TEXT and page.keys[index] != "text":
            return other
        if alike and unit.kind in LISTS and below.indent <= unit.indent:
            return other  # the next number
        if (
            below.kind in HEADERS
            and rank(below) <= level
            and (below.kind is not Kind.BOLD or level == 12)
            and not (below.kind is Kind.MARK and page.score[other] >= 0.5)
        ):
            return other
        numbered = below.kind is Kind.NUMBER and unit.kind is Kind.NUMBER
        if numbered and below.level == unit.level + 1 and page.score[other] < 0.5:
            return other
    return len(page.units)


def _next_header(page: Page, index: int) -> int:
    unit, apart = page.units[index], index > 0 and far(page, index)
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if apart and far(page, other):
            return other
        if below.kind is Kind.BOLD and (unit.kind is Kind.BOLD or _is_question(page, other)):
            return other
        if below.kind in (Kind.HEADING, Kind.CAPS, Kind.MARK) or below.mark == "<summary>":
            if (
                below.kind is Kind.HEADING
                and unit.kind is Kind.HEADING
                and below.level > unit.level
            ):
                if not evidence.beat(below.text):
                    return other
                continue
            return other
        label = unit.kind is Kind.TEXT and below.kind is Kind.TEXT and len(below.text) < 40
        if label and gap_before(page, other) and _header_like(page, other):
            return other  # another one beside it
        plain = unit.kind is not Kind.HEADING or unit.level == 1 or unit.mark[0] != "#"
        if (
            plain
            and below.kind is Kind.NUMBER
            and gap_before(page, other)
            and evidence.is_title(below.text)
        ):
            return other
    return len(page.units)
