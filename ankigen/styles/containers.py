"""Cases, principles and groups: the lines that hold others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.reading import Account, Role
from ankigen.styles.name_lists import listed_principles, rows_of_names
from ankigen.styles.page import (
    HEADERS,
    NESTED,
    SIDE,
    TEXT,
    Page,
    gap_before,
    name_of,
    named,
    rank,
    title,
    told,
)
from ankigen.styles.principle_titles import (
    NEAR,
    SURE,
    Titles,
    announced,
    known_of,
    scores_of,
    spelled_as_name,
)
from ankigen.styles.titles import TITLE, candidates


def cases(page: Page) -> None:
    units, accounts = page.units, page.accounts
    for index in [i for i in (*page.short, *page.of[Kind.BOLD]) if len(units[i].text) < 50]:
        open_ = accounts[index] is TEXT and page.out[index] in ("", SIDE)
        if open_ and not units[index].indent and _announces(page, index):
            accounts[index] = Account(Role.GROUP, "says what follows")
    for index in page.openers:
        if units[index].kind in _MAY_OPEN and _opens_case(page, index):
            accounts[index] = Account(Role.CASE, "label of a case")


_MAY_OPEN = HEADERS | {Kind.TEXT, Kind.BULLET}


def _opens_case(page: Page, index: int) -> bool:
    account, unit = page.accounts[index], page.units[index]
    if account is not TEXT and account.why != "says what follows":
        return False
    if unit.verbatim or page.out[index] not in ("", SIDE):
        return False
    return evidence.case(title(unit)) is not None


def _announces(page: Page, index: int) -> bool:
    """ "My answers", alone between blank lines, where nothing above is open but an outline?"""
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    alone = after is not None and after.first - page.units[index].last > 1
    return alone and gap_before(page, index) and evidence.announces(page.units[index].text)


def containers(page: Page) -> None:
    """A style of titles that hold questions: principles where most of what is known of its lines says
    so, else groups."""
    asks = _next_asked(page)
    styles = candidates(page, asks)
    mates: dict[str, list[int]] = defaultdict(list)
    for index, style in styles.items():
        mates[style].append(index)
    following = _next_of_style(styles)
    holds = {i: _holds(page, i, following.get(i, -1), asks) for i in styles}
    for style, members in list(mates.items()):
        held = [i for i in members if holds[i]]
        kind = page.units[members[0]].kind
        if kind in HEADERS or kind is Kind.NUMBER:
            continue
        if len(held) < 2 or len(held) * 2 < len(members):  # no such titles: they are text
            for index in members:
                del styles[index]
            del mates[style]
    _name_containers(page, known_of(page, styles, mates, holds, asks))
    _named_again(page, asks)
    listed_principles(page)
    rows_of_names(page)


def _named_again(page: Page, asks: Sequence[int]) -> None:
    """A line of text that only repeats the name of a principle, over questions: here it goes on."""
    taken = told(page, Role.PRINCIPLE)
    names = {spelling.name_key(name_of(page.units[i])[0]) for i in taken}
    lines = sorted((*page.short, *page.of[Kind.BOLD], *page.of[Kind.CAPS]))
    for index in lines if names else ():
        unit = page.units[index]
        if len(unit.text) > 60 or page.accounts[index] is not TEXT:
            continue
        if unit.indent or not gap_before(page, index) or asks[index + 1] < 0:
            continue
        if spelling.name_key(name_of(unit)[0]) in names and page.score[index] < 0.5:
            page.accounts[index] = Account(Role.PRINCIPLE, "the name of a principle, once more")


def _name_containers(page: Page, titles: Titles) -> None:
    scores, peers, stated = scores_of(page, titles), titles.peers, titles.stated
    good = {s: [i for i in m if scores[i] >= SURE] for s, m in titles.mates.items()}
    _doubt(page, peers, scores, good)
    for style in announced(page, titles):
        sure = [i for i in peers[style] if SURE <= scores[i] < SURE + NEAR]
        if len(sure) == len(peers[style]):  # nothing else speaks for them
            page.thin.append((sure[0], style.strip(), "principle", "group"))
    for index, style in titles.styles.items():
        if scores[index] >= SURE:
            stated_ = "followed by a statement" if stated[index][0] else "as principles have"
            page.accounts[index] = Account(Role.PRINCIPLE, f"a short title, {stated_}")
        elif _sibling(page, titles, index, scores[index], good[style]):
            why = f'{len(good[style])} lines marked "{style.strip()}" are principles'
            page.accounts[index] = Account(Role.PRINCIPLE, why)
        elif (
            titles.holds[index]
            or page.units[index].kind in (Kind.HEADING, Kind.MARK)
            or _stands_as(page, index, peers)
        ):
            why = page.out[index] or "a heading over questions"
            page.accounts[index] = Account(Role.GROUP, why)


def _sibling(page: Page, titles: Titles, index: int, score: float, sure: list[int]) -> bool:
    """Little speaks for this title itself, and enough for those of its style that are `sure`?"""
    if not titles.holds[index]:
        return False
    peers = titles.peers[titles.styles[index]]
    rule = len(sure) * 3 >= len(peers) * 2 and index in peers  # most are
    beside = len(sure) >= 2 and index > sure[0]
    # beside one that the notes name elsewhere, what is spelled as a name is one
    given = any(named(page, name_of(page.units[i])[0]) for i in sure[:1])
    beside |= given and spelled_as_name(page, index) and index in peers
    return beside and score >= (0.0 if rule else 0.5)


def _doubt(
    page: Page,
    peers: dict[str, list[int]],
    scores: dict[int, float],
    good: dict[str, list[int]],
) -> None:
    """Two styles of titles over questions that might both name principles, where only one is taken to:
    the writer may know better."""
    chosen = {s for s, sure in good.items() if len(sure) >= 2}
    for style, members in peers.items() if chosen else ():
        if style in chosen or style in (TITLE, "text") or len(members) < 2:
            continue
        named_ = [i for i in members if not evidence.names_category(name_of(page.units[i])[0])]
        near = [i for i in named_ if SURE - NEAR <= scores[i] < SURE]
        if len(near) == len(members):
            page.thin.append((members[0], style.strip(), "group", "principle"))


def _stands_as(page: Page, index: int, peers: dict[str, list[int]]) -> bool:
    """A line in capitals or brackets where others like it are titles: it ends what stands above."""
    unit = page.units[index]
    titled = unit.kind is Kind.CAPS or page.keys[index] == "[...]"
    return titled and gap_before(page, index) and len(peers[page.keys[index]]) >= 2


def _next_of_style(styles: dict[int, str]) -> dict[int, int]:
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for index in sorted(styles, reverse=True):
        if styles[index] in last:
            found[index] = last[styles[index]]
        last[styles[index]] = index
    return found


def _next_asked(page: Page) -> list[int]:
    """For each unit the next one, itself included, that asks or opens a case; -1 without."""
    found: list[int] = []
    for index in told(page, Role.QUESTION, Role.CASE):
        found += [index] * (index + 1 - len(found))
    return found + [-1] * (len(page.units) + 1 - len(found))


def _holds(page: Page, index: int, following: int, asks: Sequence[int]) -> bool:
    """Does a question or a case stand below it, before the next one of its style or a higher one?"""
    unit = page.units[index]
    level, asking = rank(unit), asks[index + 1]
    if asking < 0 or 0 <= following < asking or page.out[asking]:
        return False
    for other in range(index + 1, asking + 1):
        below = page.units[other]
        if level >= NESTED and below.kind is not Kind.TEXT and below.indent < unit.indent:
            return False
        if below.kind in HEADERS and rank(below) <= level:
            ends = below.kind is Kind.HEADING if other == asking else page.accounts[other] is TEXT
            if ends:
                return False
    return True
