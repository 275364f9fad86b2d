"""Titles by what the writer puts before them or how he spells them: "## Value: Own It", "1. Own It" over
"1) Why?", "Own It:" over "**Why?**"."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, pairwise

from ankigen import evidence
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    ORDINAL,
    SHORT,
    Page,
    gap_before,
    put,
    rank,
    those,
)


def own_titles(page: Page) -> None:
    """Take what the writer means for a title as one, where the whole document shows it."""
    for find in (_labelled_titles, _listed_titles, _titles_above):
        found = find(page)
        page.titles |= found.keys()
        put(page, found)


_LABEL_ENDS = frozenset(":：-–—0123456789")
_TITLED = late(
    r"(?P<label>[^\W\d_][^\d:：.?!–—]{0,24}?)(?P<number>[ ]?#?\d{1,2}|[ ][A-Z](?=[ ]?[:：.–—-]))?[ ]?"
    r"(?:[:：]|[ ][-–—][ ]|(?<=[\dA-Z])[-–—.][ ]|(?<=\d)[ ])[ ]*(?=\S)"
)


def _labelled_titles(page: Page) -> dict[int, Unit]:
    """ "## Value: Own It", "LP3 Own It": the name stands behind the label. Right below a question it is
    a tag."""
    units = page.units
    places = chain(page.short, those(page, *HEADERS, *LISTS))
    groups: dict[str, dict[int, Unit]] = defaultdict(dict)
    for index in [
        i
        for i in places
        if len(text := units[i].text) <= 80 and not _LABEL_ENDS.isdisjoint(text[:30])
    ]:
        found = _behind_label(units[index]) if _may_head(page, index) else None
        if found is not None:
            style, unit = found
            groups[style.casefold()][index] = unit
    titles: dict[int, Unit] = {}
    for style, members in groups.items():
        tags = sum(_below_asking_title(page, index) for index in members)
        if tags * 2 < len(members) and _name(style, {unit.text for unit in members.values()}):
            titles |= members
            if evidence.names_principles(style):
                page.titled |= members.keys()
    return titles


def _behind_label(unit: Unit) -> tuple[str, Unit] | None:
    """The label that a title begins with, as the name of a style, and the title behind it."""
    there = _TITLED.match(unit.text) if not (unit.why or unit.quote or unit.depth) else None
    if there is None or not evidence.is_title(name := unit.text[there.end() :]):
        return None
    label = there["label"]
    if not evidence.names_principles(label) and not (
        unit.kind in HEADERS and _may_label(unit.text, label)
    ):
        return None
    style = f"{label}{' #' if there['number'] else ':'}"
    unit = unit._replace(text=name, at=unit.at + there.end())
    return style, unit._replace(kind=Kind.MARK, mark=style) if unit.kind is Kind.TEXT else unit


def _name(style: str, names: set[str]) -> bool:
    """Are titles behind a label names? Two where the label says so; three or more that look like it:
    "Deck: Courage"; "Round 2: Own The Mess", but not "Round 2: Hiring Manager"."""
    if len(names) < 2 or evidence.names_principles(style):
        return len(names) > 1
    if len(names) < 3 or sum(map(_is_name, names)) * 4 < len(names) * 3:
        return False
    urging = sum(map(evidence.urges, names)) * 2 >= len(names)
    return urging or not evidence.names_group(style.rstrip("#:") + "1")


def _may_label(text: str, label: str) -> bool:
    """Could any title say what the one behind it is? No case or beat, and no step of a plan."""
    said = evidence.case(text) or evidence.beat(text)
    return not said and label.casefold() not in _STEPS


_STEPS = frozenset(
    {"step", "day", "week", "phase", "chapter", "lesson", "tip", "rule", "note", "example"}
)


def _is_name(name: str) -> bool:
    """Spelled as names are, or what firms write on their walls?"""
    words = [w for w in name.split() if len(w) > 3]
    capitals = len(name.split()) > 1 and all(w[0].isupper() for w in words)
    return evidence.names_virtue(name) or (capitals and not evidence.names_category(name))


def _may_head(page: Page, index: int) -> bool:
    """By its place: a line at the margin with a gap above, or an item over deeper ones."""
    unit = page.units[index]
    if unit.kind in LISTS:
        return index + 1 < len(page.units) and page.units[index + 1].indent > unit.indent
    return not unit.indent and gap_before(page, index)


def _below_asking_title(page: Page, index: int) -> bool:
    above = page.units[index - 1] if index else None
    return above is not None and above.kind in HEADERS and page.score[index - 1] >= 0.5


def _listed_titles(page: Page) -> dict[int, Unit]:
    """Items at the margin, or bold lines, that ask nothing and stand over others that do, spelled in
    another way: "1. Own It" over "1) Why?", "- **Own It**" over "- Why?"."""
    units = page.units
    styles: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    margin = [i for i in those(page, *LISTS, Kind.BOLD) if units[i].indent < 2]
    for index in margin:
        unit = units[index]
        if not (unit.why or unit.depth):
            plain = unit.kind is not Kind.BOLD and unit.text[:2] not in _EMPHASES
            spelled = unit.mark if plain and not unit.text[:2].isupper() else _spelling(unit)
            if index in page.titled:
                spelled = "titled"
            styles[page.keys[index]][spelled].append(index)
    if all(len(spellings) < 2 for spellings in styles.values()):
        return {}
    after = dict(pairwise(margin))
    found: dict[int, Unit] = {}
    for spellings in styles.values():
        if len(spellings) < 2:
            continue
        asking = {
            i
            for members in spellings.values()
            if sum(page.score[i] >= 0.5 for i in members) * 2 > len(members)
            for i in members
        }
        for members in spellings.values():
            over = sum(after.get(i) in asking for i in members)
            titles = len(members) >= 2 and all(_entitles(page, i) for i in members)
            if titles and over * 3 >= len(members) * 2:
                found |= {i: _as_title(units[i]) for i in members}
    return found


_EMPHASES = ("**", "__")


def _spelling(unit: Unit) -> str:
    text = unit.text
    if unit.kind is Kind.BOLD:
        return f"{unit.mark}{'1' if ORDINAL.match(text) else 'a'}"
    if len(text) > SHORT:
        return unit.mark
    bold = text[:2] in _EMPHASES and text.rstrip(":：").endswith(text[:2])
    capitals = len(text) < 60 and text.isupper()
    return f"{unit.mark}{text[:2] if bold else 'A' if capitals else ''}"


def _entitles(page: Page, index: int) -> bool:
    unit = page.units[index]
    text = unit.text.strip("*_:： ")
    if unit.why or unit.depth or page.score[index] >= 0.5 or not evidence.is_title(text):
        return False
    said = evidence.beat(unit.text) or evidence.labels_tip(unit.text) or evidence.is_todo(text)
    return not said and not evidence.first_person(text)


def _as_title(unit: Unit) -> Unit:
    text = unit.text.rstrip(":：")
    if text[:2] in _EMPHASES:
        text = text[2:-2].strip()
    at = unit.at + unit.text.find(text)
    return unit._replace(kind=Kind.MARK, mark=f"{unit.mark} ", text=text, at=at)


def _titles_above(page: Page) -> dict[int, Unit]:
    """Short lines right above headings, marks or bold lines that ask, though these stand as high: "Own It:"
    over "**Why?**", "**Own It**" over "### Why?". The first of them stands above all that asks, so that the
    others are no end of an answer."""
    units = page.units
    first = next((i for i in those(page, *HEADERS) if page.score[i] >= 0.5), 0)
    styles: dict[tuple[Kind, str, bool], list[int]] = defaultdict(list)
    for index in sorted((*page.short, *those(page, *_TITLES))) if first else ():
        unit = units[index]
        if len(unit.text) < 60 and not unit.indent and gap_before(page, index):
            below = _asked_below(page, index)
            if below and rank(unit) >= rank(units[below]) and _entitles(page, index):
                styles[unit.kind, unit.mark, unit.text[-1] in ":："].append(index)
    found: dict[int, Unit] = {}
    for members in styles.values():
        if len(members) >= 3 and members[0] < first:
            found |= {i: _raised(units[i], units[_asked_below(page, i)]) for i in members}
    return found


_TITLES = (*(HEADERS - {Kind.HEADING}), Kind.NUMBER, Kind.LETTER)


def _asked_below(page: Page, index: int) -> int:
    """The heading, mark or bold line that asks right below a title or below its statement; 0 without."""
    units, below = page.units, index + 1
    stated = below + 1 < len(units) and units[below].kind is Kind.TEXT
    if stated and not gap_before(page, below) and gap_before(page, below + 1):
        below += 1
    asks = below < len(units) and units[below].kind in HEADERS and page.score[below] >= 0.5
    return below if asks else 0


def _raised(unit: Unit, asking: Unit) -> Unit:
    """A title that stands higher than the line that asks below it."""
    if asking.kind is Kind.HEADING:
        return unit._replace(kind=Kind.HEADING, level=asking.level - 1, mark=unit.mark or "title")
    return unit._replace(kind=Kind.MARK, mark=f"{unit.mark or 'title'} ")
