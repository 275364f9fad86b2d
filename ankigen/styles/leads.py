"""Lines that ask and answer in one: "**Why?** Because.", "Why? Because."."""

from __future__ import annotations

from collections import Counter, defaultdict

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.styles.page import LISTS, Page, ask, gap_before, labelled

_BOLD = late(r"(?P<sign>\*\*|__)(?P<asks>[^*_]{3,200})(?P=sign)\s*(?:[:：–—-]\s*)?(?=\S)")
_PLAIN = late(
    r"(?P<asks>[^?？]{8,150}[?？]|[^.!?。]{8,150}[.。])(?:\s+(?:[-–—=:]?>?\s*)?|(?<=[？。]))(?=\S)"
)
_ENDS = "?？.。!！:："


def leads(page: Page) -> None:
    """A style of which most lines ask first, and say something behind it, asks in all that do."""
    if labelled(page):
        return
    styles: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(page.units):
        if unit.kind is Kind.TEXT:
            if not gap_before(page, index):
                continue
        elif unit.kind not in LISTS:
            continue
        if unit.indent > 3 or unit.verbatim or unit.why or page.out[index]:
            continue
        bold = unit.text[:2] in ("**", "__")
        styles[f"{page.keys[index]} bold" if bold else page.keys[index]].append(index)
    for style, members in styles.items():
        _decide(page, members, bold=style.endswith(" bold"))


def _decide(page: Page, members: list[int], *, bold: bool) -> None:
    units = page.units
    asking = [i for i in members if page.score[i] >= 0.8 and not bold]
    ends = {i: _end(units[i], bold=bold) for i in members}
    told = Counter(bool(end) and (bold or _speaks(page, i)) for i, end in ends.items())
    if told[True] < (2 if bold else 3) or (told[True] + len(asking)) * 2 < len(members):
        return
    if not bold and told[True] * 2 < len(
        asking
    ):  # here and there a question has a remark behind it
        return
    for index, end in ends.items():
        if end:
            page.leads[units[index].at] = end
            ask(page, index, f"{told[True]} of {len(members)} such lines ask, and answer behind it")


def _speaks(page: Page, index: int) -> bool:
    return page.score[index] < 0.8 and evidence.addressed(page.units[index].text)


def _end(unit: Unit, *, bold: bool) -> int:
    """Where the question ends that `unit` opens with; 0 where it does not."""
    text = unit.text if len(unit.text) < 2000 else ""
    found = (_BOLD if bold else _PLAIN).match(text)
    if found is None or found["asks"][-1] not in _ENDS:
        return 0
    asks, rest = found["asks"], text[found.end() :]
    named = len(spelling.tails(text)[0]) <= found.end() and not evidence.is_todo(rest)
    if named or evidence.asks(asks) < 0.8 or evidence.asks(rest) >= 0.5 or evidence.beat(asks):
        return 0
    return found.end()
