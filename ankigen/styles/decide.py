"""The order in which roles are decided."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile
from unicodedata import category

from ankigen import evidence, spelling
from ankigen.config import Config
from ankigen.lines import ARROWS, OWN, Kind
from ankigen.outline import STATES, Unit
from ankigen.patterns import late
from ankigen.phrases import HEAD
from ankigen.reading import Account, Role
from ankigen.styles.aside import leave_out
from ankigen.styles.bare import again, bare, twins
from ankigen.styles.containers import cases, containers
from ankigen.styles.headings import by_label, enclose, headings
from ankigen.styles.leads import leads
from ankigen.styles.lists import answered_inside, lists, numbered
from ankigen.styles.own_marks import own_marks
from ankigen.styles.own_titles import own_titles
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    SHORT,
    TEXT,
    Page,
    asked,
    endings,
    field_of,
    gap_before,
    headings_above,
    key,
    may_open_number,
    questions,
    score_of,
    step_of,
    those,
)
from ankigen.styles.quotes import quotes
from ankigen.styles.settled import configured, names_given
from ankigen.styles.tables import tables
from ankigen.styles.tag_lines import tag_lines


def decide(units: list[Unit], config: Config) -> Page:
    """What every unit was taken for. Only structure is settled here (principle, group, question,
    case, ignored); all else is `TEXT`."""
    page = Page(units, config)
    page.of = {kind: array("q") for kind in Kind}
    for index, unit in enumerate(units):
        page.of[unit.kind].append(index)
    _meanings(page)
    units = page.units = _marked(page)
    small = _look(page)
    own_marks(page)
    own_titles(page)
    page.small = len(small) * 3 > len(units) * 2
    if page.small or _asks_small(page, small):  # whoever asks in small letters means it
        for index in small:
            page.score[index] = min(page.score[index] / 0.6, 1.0)
    page.parents = headings_above(units, those(page, Kind.HEADING, Kind.MARK))
    page.labels = page.of[Kind.ASK]
    page.starts = numbered(page)
    page.marks = Counter(units[i].mark for i in page.of[Kind.MARK])
    once = [i for i in page.of[Kind.MARK] if page.marks[units[i].mark] == 1]
    for index in once:
        if category(units[index].mark[0]) == "So":  # each title has a picture of its own
            page.keys[index] = "emoji"
    page.marks["emoji"] = sum(page.keys[i] == "emoji" for i in once)
    page.answers = bytearray(len(units))
    page.out = ["" if not u.verbatim else "code" for u in units]
    page.accounts = [Account(Role.IGNORED, u.why) if u.why else TEXT for u in units]
    leave_out(page)
    configured(page)
    page.names = names_given(page)
    page.endings = endings(page.names)
    for step in (by_label, headings, enclose, tables, quotes, leads, lists, twins, bare):
        step(page)
    again(page)
    twins(page)
    cases(page)
    containers(page)
    page.tag_lines = tag_lines(page)
    page.inside = answered_inside(page)
    page.fields = _fields(page)
    rules = page.of[Kind.RULE]
    between = sum(i > 0 and asked(page, i - 1) for i in rules)  # a question and its answer?
    page.rules_part = bool(rules) and between * 3 < len(questions(page))
    # What only deciding needs makes room for the answers.
    page.of, page.score, page.parents, page.starts, page.ends = {}, array("d"), [], {}, ""
    page.short = page.colons = page.openers = array("q")
    return page


def _fields(page: Page) -> frozenset[str]:
    """Labels that stand again and again, and above words that the writer marks as his own: what others
    say."""
    own = [i for i in page.of[Kind.REPLY] if page.units[i].mark == OWN]
    if len(own) < 2:
        return frozenset()
    there = Counter(field_of(page.units[i].text) for i in page.colons)
    above: set[str] = set()
    for index in own:
        run = takewhile(
            lambda i: page.accounts[i] is TEXT, range(index - 1, max(index - 5, -1), -1)
        )
        above.update(field_of(page.units[i].text) for i in run)
    return frozenset(f for f in above if f and there[f] > 1 and not evidence.beat(f + ":"))


def _look(page: Page) -> list[int]:
    """What the text of each unit looks like, and which begin with a small letter: in one pass, while the
    text is near. Another pass over all of them costs more in waiting for memory than in looking."""
    plain = Kind.TEXT
    small: list[int] = []
    ends: list[str] = []
    # by their first letters: small, may open a case, may open with a state
    known: dict[str, tuple[bool, bool, bool]] = {}
    score, style, opener = page.score.append, page.keys.append, page.openers.append
    step = page.step = step_of(page)
    short, colon = page.short.append, page.colons.append
    for index, unit in enumerate(page.units):
        text = unit.text
        head = text[:HEAD]
        if head not in known:
            first = head.lstrip(_QUOTES)[:1]
            known[head] = (
                first.islower() and first.isascii(),
                evidence.may_open_case(head) or may_open_number(head),
                head[:3] in _STATE_HEADS,
            )
        little, opens, stated = known[head]
        if unit.kind in HEADERS and " #" in text:
            unit = page.units[index] = _without_tags(unit)
            text = unit.text
        if stated and (unit.kind in LISTS or unit.kind in HEADERS):
            unit = page.units[index] = _without_state(unit)
            text = unit.text
        score(score_of(unit))
        style(key(unit, step))
        if little:
            small.append(index)
        if opens:
            opener(index)
        if unit.kind is plain:
            if len(text) <= SHORT:
                short(index)
            if ":" in text or "：" in text:
                colon(index)
        ends.append(text[-1:] or " ")
    page.ends = "".join(ends)
    return small


_QUOTES = "\"'“”‘’«„"
_STATE = late(rf"(?:{'|'.join(STATES)})[ \t]+(?=\S)")
_STATE_HEADS = frozenset(word[:3] for word in STATES)


def _without_state(unit: Unit) -> Unit:
    """ "TODO Tell me about ..." asks; "TODO find another one" is a note to oneself."""
    found = _STATE.match(unit.text)
    rest = unit.text[found.end() :] if found else ""
    if not rest or evidence.asks(rest) < 0.5:
        return unit
    return unit._replace(text=rest, at=unit.at + len(unit.text) - len(rest))


def _without_tags(unit: Unit) -> Unit:
    """ "## Candor #value" is a title and its tag; a question keeps its tags, which may name its principle."""
    text, tags = spelling.hashtags(unit.text)
    if not tags or not text or evidence.asks(text) >= 0.5:
        return unit
    return unit._replace(text=text, tags=(*unit.tags, *tags))


TITLE_SIGNS = frozenset("■□◆◇❖★☆●○◎▶►▼▪")  # bullets that people also put before titles


def _marked(page: Page) -> list[Unit]:
    """Signs that mean something else than what they look like: bullets of which each stands alone over
    other lines, short, with a gap above, are no list but mark titles; arrows may stand before what asks."""
    styles: dict[str, list[int]] = defaultdict(list)
    for index in page.of[Kind.BULLET]:
        unit = page.units[index]
        if unit.mark in TITLE_SIGNS and not unit.indent:
            styles[unit.mark].append(index)
    marked = {i for m in styles.values() if _mark_titles(page.units, m) for i in m}
    marked |= _numbered_titles(page) | _asking_arrows(page)
    if not marked:
        return page.units
    for kind in (Kind.BULLET, Kind.REPLY):
        page.of[kind] = array("q", (i for i in page.of[kind] if i not in marked))
    page.of[Kind.MARK] = array("q", sorted([*page.of[Kind.MARK], *marked]))
    return [u._replace(kind=Kind.MARK) if i in marked else u for i, u in enumerate(page.units)]


def _asking_arrows(page: Page) -> set[int]:
    """Arrows before what asks, again and again, and not below a question: ">> Tell me about ..."."""
    arrows = [i for i in page.of[Kind.REPLY] if page.units[i].mark in ARROWS]
    said = sum(evidence.asks(page.units[i].text) >= 0.5 for i in arrows)
    here = set(arrows)
    apart = sum(
        gap_before(page, i) or i - 1 in here or evidence.asks(page.units[i - 1].text) < 0.5
        for i in arrows
    )
    return here if said >= 4 and said * 3 >= len(arrows) * 2 <= apart * 3 else set()


def _meanings(page: Page) -> None:
    """ "= we say it first": what a title means, right below it, is text and no other title; so is a remark
    behind "//", as in a program."""
    styles: dict[str, list[int]] = defaultdict(list)
    for index in page.of[Kind.MARK]:
        if page.units[index].mark in ("=", "~", "≈", ":", "//"):
            styles[page.units[index].mark].append(index)
    for index in page.of[Kind.HEADING] if page.of[Kind.LETTER] else ():
        styles[page.units[index].mark].append(index)
    here = {i for mark, members in styles.items() if _explain(page, mark, members) for i in members}
    if not here:
        return
    for index in here:
        page.units[index] = page.units[index]._replace(kind=Kind.TEXT, mark="", level=0)
    for kind in (Kind.MARK, Kind.HEADING):
        page.of[kind] = array("q", (i for i in page.of[kind] if i not in here))
    page.of[Kind.TEXT] = array("q", sorted([*page.of[Kind.TEXT], *here]))


def _explain(page: Page, mark: str, members: list[int]) -> bool:
    if mark == "//":
        said = sum(evidence.asks(page.units[i].text) >= 0.5 for i in members)
        return 2 * said <= len(members)
    above = _ABOVE.get(mark[0], _ABOVE_MARKS)
    below = [i for i in members if i and not gap_before(page, i)]
    right = [i for i in below if page.units[i - 1].kind in above]
    return len(right) == len(members) >= 2


_ABOVE = {
    "#": frozenset({Kind.LETTER}),  # "[A] Own It" over "## we stay until it works"
    ":": frozenset({Kind.TEXT}),  # "Own It" over ": we stay until it works"
}
_ABOVE_MARKS = frozenset(Kind) - {Kind.TEXT, Kind.BULLET, Kind.MARK}


def _numbered_titles(page: Page) -> set[int]:
    """ "A1. To begin with", "A2. Trouble": no answers where nothing is labelled as a question."""
    there = [i for i in page.of[Kind.REPLY] if page.units[i].level]
    if page.of[Kind.ASK] or len(there) < 2:
        return set()
    apart = [i for i in there if i == 0 or page.units[i].first - page.units[i - 1].last > 1]
    titles = [i for i in apart if evidence.is_title(page.units[i].text)]
    return set(titles) if len(titles) == len(there) else set()


def _mark_titles(units: Sequence[Unit], places: Sequence[int]) -> bool:
    alone = 0
    for index in places:
        unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
        apart = index == 0 or unit.first - units[index - 1].last > 1
        over = after is not None and (after.kind is not Kind.BULLET or after.mark != unit.mark)
        title = evidence.is_title(unit.text) and evidence.asks(unit.text) < 0.5
        alone += apart and over and title and not evidence.beat(unit.text)
    return len(places) >= 2 and alone * 5 >= len(places) * 4


def _asks_small(page: Page, small: Sequence[int]) -> bool:
    """Do nearly all lines that ask begin with a small letter? Not those that go on with a line above."""
    asking = [i for i in small if page.score[i] >= 0.5 and not _continues(page, i)]
    capital = (
        u for u, s in zip(page.units, page.score, strict=True) if s >= 0.5 and u.text[0].isupper()
    )
    return len(asking) >= 4 and len(asking) > 2 * sum(1 for _ in capital)


def _continues(page: Page, index: int) -> bool:
    above, unit = page.units[index - 1], page.units[index]
    if not index or unit.kind is not Kind.TEXT or above.kind is not Kind.TEXT:
        return False
    apart = gap_before(page, index) or above.indent != unit.indent or above.quote != unit.quote
    return not apart and above.text[-1] not in ".?!:" and page.score[index - 1] < 0.5
