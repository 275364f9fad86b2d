"""Principles that a list names: below a line that speaks of values, or above the questions that give them."""

from __future__ import annotations

import re
from itertools import takewhile

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.reading import Account, Role
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    TEXT,
    Page,
    asked,
    gap_before,
    name_of,
    those,
    told,
)
from ankigen.styles.principle_titles import may_name


def listed_principles(page: Page) -> None:
    """A list of short names below a line that speaks of values, or in that line, or of which the
    questions name some."""
    for index in page.listed:
        if page.accounts[index] is TEXT:
            page.accounts[index] = Account(Role.PRINCIPLE, "a line that lists principles")
    colons = [m.start() for m in _COLON.finditer(page.ends)]
    for index in sorted({*colons, *those(page, *HEADERS)}):
        unit = page.units[index]
        if unit.why or (unit.kind not in HEADERS and len(unit.text) >= 200):
            continue
        if asked(page, index) or not evidence.names_principles(unit.text):
            continue
        run = _run_below(page, index) or _defined_below(page, index)
        if not run and unit.kind is Kind.TEXT:
            run = _lines_below(page, index)
        short = [i for i in run if evidence.is_title(name_of(page.units[i])[0])]
        if len(run) >= 2 and len(short) == len(run):
            for other in run:
                if page.accounts[other] is TEXT and page.score[other] < 0.5:
                    page.accounts[other] = Account(Role.PRINCIPLE, "in a list of principles")
    _listed_on_top(page)


_COLON = re.compile("[:：]")


def rows_of_names(page: Page) -> None:
    """Three principles or more, one right after the other, are a list of them: what is asked below stands
    under none, and not under the last."""
    row: list[int] = []
    for index in (*told(page, Role.PRINCIPLE), -1):
        if row and not _goes_on_below(page, row[-1], index):
            after = row[-1] + 1
            nested = (
                after < len(page.units) and page.units[after].indent > page.units[row[-1]].indent
            )
            if len(row) >= 3 and not nested and page.units[row[0]].kind is not Kind.HEADING:
                for other in row:
                    page.listed.setdefault(other, (name_of(page.units[other])[0],))
            row = []
        row.append(index)


def _goes_on_below(page: Page, above: int, index: int) -> bool:
    """The next one of a list of names, right below or, where each says what it means, with a gap."""
    if index != above + 1 or page.keys[index] != page.keys[above]:
        return False
    return not gap_before(page, index) or bool(
        name_of(page.units[above])[1] and name_of(page.units[index])[1]
    )


def _listed_on_top(page: Page) -> None:
    """Items above the first question that say nothing but names which questions give in brackets."""
    top = next((i for i, a in enumerate(page.accounts) if a.role is Role.QUESTION), 0)
    items = [i for i in those(page, *LISTS) if i < top] if page.names else []
    open_ = [
        i
        for i in items
        if page.accounts[i] is TEXT and not page.out[i] and len(page.units[i].text) < 60
    ]
    found = {i: spelling.name_key(name_of(page.units[i])[0]) for i in open_}
    given = [i for i, key_ in found.items() if key_ in page.names]
    if len({found[i] for i in given}) < 2:
        return
    first, last = page.units[given[0]], given[-1]
    for index in open_:  # and the others of that list, which no question names
        unit = page.units[index]
        alike = page.keys[index] == page.keys[given[0]] and unit.indent == first.indent
        alike = alike and unit.text[0].isupper() == first.text[0].isupper()
        if index in given or (alike and given[0] < index < last + 8 and may_name(page, index)):
            page.accounts[index] = Account(Role.PRINCIPLE, "a name that questions give")


def _run_below(page: Page, index: int) -> list[int]:
    run: list[int] = []
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind not in LISTS and below.kind is not Kind.MARK:
            if below.kind is Kind.TEXT and below.indent:
                continue
            break
        if run and below.indent > page.units[run[0]].indent:
            continue
        if run and page.keys[other] != page.keys[run[0]]:
            break
        run.append(other)
    return run


def _defined_below(page: Page, index: int) -> list[int]:
    """Paragraphs that each begin with a name and say what it means: "**Own It** - we stay until it works"."""
    return list(takewhile(lambda i: _defines(page.units[i]), range(index + 1, len(page.units))))


def _defines(unit: Unit) -> bool:
    bold = unit.kind is Kind.TEXT and unit.text[:2] in ("**", "__")
    return bold and bool(name_of(unit)[1]) and not evidence.beat(unit.text)


def _lines_below(page: Page, index: int) -> list[int]:
    """The lines of text right below, up to a gap or to one that says what follows."""
    return list(takewhile(lambda i: _lists_on(page, i), range(index + 1, len(page.units))))


def _lists_on(page: Page, index: int) -> bool:
    unit = page.units[index]
    if gap_before(page, index) or unit.kind is not Kind.TEXT or evidence.beat(unit.text):
        return False
    return page.score[index] < 0.5 and unit.text[-1] not in ":：" and not evidence.case(unit.text)
