"""The order in which roles are decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from unicodedata import category

from ankigen.config import Config
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.reading import Account, Role
from ankigen.styles.aside import leave_out
from ankigen.styles.bare import bare, twins
from ankigen.styles.containers import cases, containers
from ankigen.styles.headings import by_label, enclose, headings
from ankigen.styles.lists import lists, numbered, quotes
from ankigen.styles.page import SHORT, TEXT, Page, endings, headings_above, key, score_of, those
from ankigen.styles.settled import configured, names_given
from ankigen.styles.tables import tables


def decide(units: Sequence[Unit], config: Config) -> Page:
    """What every unit was taken for. Only structure is settled here (principle, group, question,
    case, ignored); all else is `TEXT`."""
    page = Page(units, config)
    page.of = {kind: [] for kind in Kind}
    for index, unit in enumerate(units):
        page.of[unit.kind].append(index)
    page.short = [i for i in page.of[Kind.TEXT] if len(units[i].text) <= SHORT]
    page.score = [score_of(u) for u in units]
    small = [i for i, u in enumerate(units) if u.text[:1].islower() and u.text[0].isascii()]
    page.small = len(small) * 3 > len(units) * 2
    if page.small:  # whoever writes all in small letters asks in them too
        for index in small:
            page.score[index] = min(page.score[index] / 0.6, 1.0)
    page.keys = [key(u) for u in units]
    page.parents = headings_above(units, those(page, Kind.HEADING, Kind.MARK))
    page.labels = page.of[Kind.ASK]
    page.starts = numbered(page)
    page.marks = Counter(units[i].mark for i in page.of[Kind.MARK])
    once = [i for i in page.of[Kind.MARK] if page.marks[units[i].mark] == 1]
    for index in once:
        if category(units[index].mark[0]) == "So":  # each title has a picture of its own
            page.keys[index] = "emoji"
    page.marks["emoji"] = sum(page.keys[i] == "emoji" for i in once)
    page.answers = [False] * len(units)
    page.out = ["" if not u.verbatim else "code" for u in units]
    page.accounts = [Account(Role.IGNORED, u.why) if u.why else TEXT for u in units]
    leave_out(page)
    configured(page)
    page.names = names_given(page)
    page.endings = endings(page.names)
    for step in (by_label, headings, enclose, tables, quotes, lists, bare):
        step(page)
    twins(page)
    cases(page)
    containers(page)
    return page
