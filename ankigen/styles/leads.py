"""Lines that ask and answer in one: "**Why?** Because.", "Why? Because."."""

from __future__ import annotations

from collections import defaultdict

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.styles.page import HEADERS, LISTS, Page, ask, asked, labelled

_BOLD = late(r"(?P<sign>\*\*|__)(?P<asks>[^*_]{3,200})(?P=sign)\s*(?:[:：–—-]\s*)?(?=\S)")
_PLAIN = late(
    r"(?P<asks>[^?？]{8,150}[?？]|[^.!?。]{8,150}[.。])(?:\s+(?:[-–—=:]?>?\s*)?|(?<=[？。]))(?=\S)"
)
_LONGEST = 151  # characters of a question that `_PLAIN` finds
_SIGNS = ("**", "__")
_ENDS = "?？.。!！:："


def leads(page: Page) -> None:
    """A style of which most lines ask first, and say something behind it, asks in all that do."""
    for index in page.of[Kind.TAG]:
        if page.units[index].cells and asked(page, index):
            page.leads[page.units[index].at] = len(page.units[index].cells[0])
    if labelled(page):
        return
    styles: dict[str, list[int]] = defaultdict(list)
    out, keys, text, last = page.out, page.keys, Kind.TEXT, -2  # where the unit above ends
    opens = True  # stands a gap or a heading above?
    for index, unit in enumerate(page.units):
        kind, apart, last = unit.kind, opens or unit.first - last > 1, unit.last
        opens = kind in HEADERS
        if not apart if kind is text else kind not in LISTS:
            continue
        if unit.indent > 3 or unit.verbatim or unit.why or out[index]:
            continue
        bold = unit.text[:2] in _SIGNS
        styles[f"{keys[index]} bold" if bold else keys[index]].append(index)
    for style, members in styles.items():
        _decide(page, members, bold=style.endswith(" bold"))


def _decide(page: Page, members: list[int], *, bold: bool) -> None:
    asking = 0 if bold else sum(page.score[i] >= 0.8 for i in members)
    # here and there a question has a remark behind it
    least = max(2 if bold else 3, (len(members) + 1) // 2 - asking, (asking + 1) // 2)
    said, missing = 0, len(members) - asking - least
    for index in members if missing >= 0 else ():
        if not bold and page.score[index] >= 0.8:
            continue
        if _end(page.units[index], bold=bold) and (bold or _speaks(page, index)):
            said += 1
        elif missing:
            missing -= 1
        else:
            return  # of most styles nothing more needs a look
    if said < least:
        return
    for index in members:
        end = _end(page.units[index], bold=bold)
        if end:
            page.leads[page.units[index].at] = end
            ask(page, index, f"{said} of {len(members)} such lines ask, and answer behind it")


def _speaks(page: Page, index: int) -> bool:
    return evidence.addressed(page.units[index].text)


def _end(unit: Unit, *, bold: bool) -> int:
    """Where the question ends that `unit` opens with; 0 where it does not."""
    text = unit.text if len(unit.text) < 2000 else ""
    if not bold and not evidence.may_ask(text[:_LONGEST]):
        return 0
    found = (_BOLD if bold else _PLAIN).match(text)
    if found is None or found["asks"][-1] not in _ENDS:
        return 0
    asks, rest = found["asks"], text[found.end() :]
    if evidence.asks(asks) < 0.8:
        return 0
    behind = evidence.named_behind(text)
    start = behind.start if behind is not None else len(spelling.tails(text)[0])
    named = start <= found.end() and not evidence.is_todo(rest)
    if named or evidence.asks(rest) >= 0.5 or evidence.beat(asks):
        return 0
    return found.end()
