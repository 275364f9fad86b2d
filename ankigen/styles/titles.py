"""Which lines could stand over questions, by their form and place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from ankigen import evidence
from ankigen.lines import Kind
from ankigen.styles.headings import STORY
from ankigen.styles.lists import tight
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    SHORT,
    TEXT,
    Page,
    asked,
    ends_answer,
    gap_before,
    name_of,
    those,
)

TITLE = "title"  # the style of lines of text that stand as titles


def candidates(page: Page, asks: Sequence[int]) -> dict[int, str]:
    """Each unit that may stand over questions, and the style of its kind of title. `asks` has for each
    unit the next one that asks."""
    found: dict[int, str] = {}
    apart = (i for i, style in enumerate(page.keys) if style == "[...]" and gap_before(page, i))
    page.bracketed = sum(1 for _ in apart) > 1
    idle = _hold_nothing(page, asks)
    above, beats = -1, _beats(page)  # the question above
    gap, last = 0, -2  # the last unit with a gap above it; where the unit before this one ends
    accounts, keys, number, letter = page.accounts, page.keys, Kind.NUMBER, Kind.LETTER
    for index, unit in enumerate(page.units):
        gap, last = index if unit.first - last > 1 else gap, unit.last
        kind = unit.kind
        if kind is _TEXT and len(unit.text) > SHORT and accounts[index] is TEXT:
            continue  # most lines of answers
        if asked(page, index):
            above = index
        elif kind in _ITEMS and keys[index] in idle:
            continue
        elif (
            kind in HEADERS
            or (kind is number and not unit.indent)
            or (kind is letter and _lettered(page, index))
        ):
            own = index in page.titles
            if _may_contain(page, index, beats) and (own or not _replies(page, index, above, gap)):
                found[index] = page.keys[index]
        elif _may_title(page, index) and not _replies(page, index, above, gap):
            if page.keys[index] != "text":
                found[index] = page.keys[index]
                continue
            if len(unit.text) < 60:
                found[index] = TITLE
    said = Counter(page.units[i].text for i, style in found.items() if style is TITLE)
    again = [i for i, style in found.items() if style is TITLE and said[page.units[i].text] > 1]
    for index in again:  # what stands again and again is a label, no name
        del found[index]
    return found


_TEXT = Kind.TEXT  # each look into the enumeration costs as much as a call
_ITEMS = frozenset({Kind.BULLET, Kind.LETTER})


def _hold_nothing(page: Page, asks: Sequence[int]) -> set[str]:
    """Styles of list items of which at most one has a question among the items below it: those are no
    titles, whatever they say."""
    units, keys = page.units, page.keys
    over: Counter[str] = Counter()
    open_: list[int] = []  # the items that those at hand stand below
    for index in those(page, *(kind for kind in Kind if kind is not Kind.TEXT)):
        unit = units[index]
        while open_ and units[open_[-1]].indent > unit.indent:
            above = open_.pop()
            over[keys[above]] += 0 <= asks[above + 1] < index
        if unit.kind in _ITEMS:
            open_.append(index)
    for above in open_:
        over[keys[above]] += asks[above + 1] >= 0
    headed = {keys[i] for i in those(page, *HEADERS)}
    return {style for style, number in over.items() if number < 2 and style not in headed}


def _replies(page: Page, index: int, above: int, gap: int) -> bool:
    """A mark or a list item right below the question `above` it, no less deep, belongs to the answer.
    `gap` is the last unit with a blank line above it."""
    unit = page.units[index]
    if above < 0 or gap > above or unit.kind not in (Kind.MARK, Kind.BULLET, Kind.LETTER):
        return False
    return unit.indent >= page.units[above].indent


def _may_title(page: Page, index: int) -> bool:
    """A line of text with a gap above, or a list item with deeper ones below: short, no sentence."""
    unit = page.units[index]
    if page.accounts[index] is not TEXT or unit.verbatim or unit.quote or unit.depth or unit.why:
        return False
    if page.score[index] >= 0.5 or page.answers[index] or page.out[index] or len(unit.text) > SHORT:
        return False
    if index + 1 == len(page.units) or not _opens_a_part(page, index):
        return False
    if _is_sentence(unit.text):
        return False
    name = name_of(unit)[0]
    if not evidence.is_title(name) or evidence.beat(unit.text) or evidence.serves(unit.text):
        return False
    if evidence.labels_tip(unit.text):  # "*Tip: say what it cost*"
        return False
    framed = unit.kind in LISTS or page.keys[index] == "[...]"  # "[We think like owners]"
    return framed or not evidence.first_person(name)


def _is_sentence(text: str) -> bool:
    """Nearly every line of an answer: from a word to a full stop, and no sign between that could end a
    name. What `name_of` makes of it ends in that stop, and so is no title."""
    ends = text[-1] in ".?!,。？！…" and text[0].isalnum()
    return ends and not (":" in text or "*" in text or "_" in text or "：" in text)


def _opens_a_part(page: Page, index: int) -> bool:
    """By its place alone: text with a gap above and something near below, or an item over deeper ones."""
    unit, after = page.units[index], page.units[index + 1]
    kind = unit.kind
    if kind in LISTS:
        if after.indent > unit.indent or _over_nested(page, index):
            return True
        other = after.kind in LISTS or after.kind in (Kind.ASK, Kind.RULE)
        if not other or page.keys[index + 1] == page.keys[index]:
            return False
        return gap_before(page, index) or page.units[index - 1].kind is Kind.RULE
    if kind is not _TEXT or unit.indent or after.first - unit.last > 2:
        return False
    if page.bracketed and page.keys[index] == "[...]" and page.units[index - 1].kind in HEADERS:
        return True
    return gap_before(page, index) or (after.indent >= 2 and page.units[index - 1].indent >= 2)


def _over_nested(page: Page, index: int) -> bool:
    """A line of text right below an item, and a deeper one below that: what a name means, and its list."""
    units, unit = page.units, page.units[index]
    if index + 2 >= len(units) or units[index + 1].kind is not _TEXT or gap_before(page, index + 1):
        return False
    return units[index + 2].kind in LISTS and units[index + 2].indent > unit.indent


def _may_contain(page: Page, index: int, beats: Container[int]) -> bool:
    unit = page.units[index]
    if page.accounts[index] is not TEXT or unit.verbatim or not unit.text or unit.depth:
        return False
    if unit.kind is Kind.HEADING:
        return index not in beats and not below_question(page, index)
    if unit.kind is Kind.CAPS:
        return not unit.indent and not evidence.is_todo(unit.text)
    if unit.kind is Kind.MARK:
        return page.marks[page.keys[index]] > 1 or " " in unit.mark  # "== Title =="
    if unit.kind is Kind.BOLD:
        return evidence.is_title(unit.text) and not evidence.beat(unit.text)
    if unit.kind is Kind.NUMBER and not unit.indent and not unit.quote:
        short = evidence.is_title(name_of(unit)[0]) or (
            len(unit.text) < 60 and unit.text[-1] not in ".。"
        )
        return short and _asks_nothing(page, index) and not tight(page, index)
    return unit.kind is Kind.LETTER


def _lettered(page: Page, index: int) -> bool:
    """ "(B) Check The Knot", alone over lines of text."""
    unit = page.units[index]
    if unit.kind is not Kind.LETTER or unit.indent or unit.quote or index + 1 == len(page.units):
        return False
    after = page.units[index + 1]
    title = evidence.is_title(name_of(unit)[0]) and gap_before(page, index)
    if after.kind is Kind.LETTER and after.level == unit.level + 1 and gap_before(page, index + 1):
        return title and page.score[index] < 0.5  # one with nothing below it, among others
    return title and after.kind is Kind.TEXT and not after.indent and page.score[index] < 0.5


def _asks_nothing(page: Page, index: int) -> bool:
    """ "Who Saw It, Solves It" opens with a question word, and is a title with a gap above."""
    text = name_of(page.units[index])[0]
    quiet = page.score[index] < 0.5
    return quiet or (
        gap_before(page, index) and text[-1:] not in "?？" and not evidence.addressed(text)
    )


def _beats(page: Page) -> set[int]:
    """Headings such as "Result"; one alone of its kind among other titles is one of those: a value."""
    beats: dict[str, list[int]] = defaultdict(list)
    titles: Counter[str] = Counter()
    for index in page.of[Kind.HEADING]:
        if evidence.beat(page.units[index].text):
            beats[page.keys[index]].append(index)
        elif page.accounts[index] is TEXT and page.score[index] < 0.5:
            titles[page.keys[index]] += 1
    return {i for key, named in beats.items() if len(named) > 1 or titles[key] < 2 for i in named}


def below_question(page: Page, index: int) -> bool:
    """A heading deeper than the question heading above it is part of that answer."""
    parent, rules = page.parents[index], page.of[Kind.RULE]
    above = bisect_left(rules, index) - 1
    parted = rules[above] if above >= 0 and ends_answer(page, rules[above]) else -1
    while parent > parted:
        if asked(page, parent) or page.accounts[parent] is STORY:
            return True
        parent = page.parents[parent]
    return False
