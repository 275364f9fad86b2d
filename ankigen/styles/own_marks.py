"""Signs and labels of the writer's own: before what asks ("! Why us?", "Nr. 3: Why us?", "- Q: Why us?"),
and before the name of a principle ("## Value: Own It")."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from typing import NamedTuple

from ankigen import evidence, words
from ankigen.lines import BULLETS, CALLOUT, Kind, label
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.styles.page import HEADERS, LISTS, ORDINAL, SHORT, Page, gap_before, key, rank, score_of, those

# Quotation marks, brackets and "..." stand before words for reasons of their own.
_SIGN = late(r"(?!~~)([^\w\s\"'“”‘’«»„「『…(（)*_`\\.,|:\[{<]{1,3}\ufe0f?)[ \t]*(?=\w)")
_FRAME = late(
    r"([<\[{]{1,2}|={2,3}|[`*_])(?=\w)([^<>\[\]{}=`*_]+)([>\]}]{1,2}|={2,3}|[`*_])$"
)
_NUMBER = late(r"(\d{1,3})(?:\.\d{1,2})?[ \t]?(?:[-–—:.)][ \t]*|[ \t])(?=[^\W\d_])")
_NUMBERED = late(
    r"([^\W\d_]{1,12})(?:\.[ \t]?|[ \t])?#?(\d{1,3})[a-z]?(?:[ \t]?[-–—:：.)|][ \t]*|[ \t]+)(?=\S)"
)
_WORDS = late(r"([^\W\d_][^\d.?!？！:：。]{0,20})[:：][ \t]*(?=\S)")
_COUNTED = "1 -"
_DIGITS = frozenset("0123456789")


class _Opening(NamedTuple):
    style: str
    number: int  # 0 without one
    start: int  # of the words behind it
    end: int


def own_marks(page: Page) -> None:
    """Take the writer's own signs and labels for what they mean, where the whole document shows it."""
    for find in (_telling_labels, _openings, _labelled_items, _labelled_titles, _listed_titles, _titles_above):
        _put(page, find(page))


def _put(page: Page, changed: dict[int, Unit]) -> None:
    if not changed:
        return
    kinds = {kind for i, unit in changed.items() for kind in (unit.kind, page.units[i].kind)}
    for index, unit in changed.items():
        page.units[index] = unit
        # "Value 3: Name The Maker" asks nothing
        page.score[index] = 0.0 if index in page.titled else score_of(unit)
        page.keys[index] = key(unit)
    for kind in kinds:
        page.of[kind] = array("q")
    for index, unit in enumerate(page.units):
        if unit.kind in kinds:
            page.of[unit.kind].append(index)
    if Kind.TEXT in kinds:
        texts = [(i, page.units[i].text) for i in page.of[Kind.TEXT]]
        page.short = array("q", (i for i, text in texts if len(text) <= SHORT))
        page.colons = array("q", (i for i, text in texts if ":" in text or "：" in text))


def _openings(page: Page) -> dict[int, Unit]:
    """Signs become marks, and words labels, where they open four short lines or more of which two in
    three ask."""
    groups: dict[str, list[tuple[int, _Opening]]] = defaultdict(list)
    units = page.units
    for index in page.short:
        text = units[index].text
        if text[:1].isalpha():  # most lines of text
            head = text[:24]
            if ":" not in head and "：" not in head and _DIGITS.isdisjoint(head[:16]):
                continue
        unit = units[index]
        if not (unit.indent or unit.quote or unit.why or unit.depth):
            opening = _opening(text)
            if opening is not None:
                groups[opening.style].append((index, opening))
    return {
        index: _behind(page.units[index], opening)
        for members in groups.values()
        if len(members) >= 4 and _ask(page, members)
        for index, opening in members
    }


def _opening(text: str) -> _Opening | None:
    if text[:1].isalpha():
        found = _NUMBERED.match(text) if not _DIGITS.isdisjoint(text[:16]) else None
        if found:
            return _Opening(f"{found[1].casefold()} #", int(found[2]), found.end(), len(text))
        found = _WORDS.match(text) if ":" in text[:24] or "：" in text[:24] else None
        return _Opening(f"{found[1].casefold()}:", 0, found.end(), len(text)) if found else None
    if text[:1].isdecimal():
        found = _NUMBER.match(text)
        return _Opening(_COUNTED, int(found[1]), found.end(), len(text)) if found else None
    found = _FRAME.match(text)
    if found and len(found[1]) == len(found[3]):
        return _Opening(f"{found[1]} {found[3]}", 0, found.start(2), found.end(2))
    found = _SIGN.match(text)
    return _Opening(found[1], 0, found.end(), len(text)) if found else None


def _ask(page: Page, members: list[tuple[int, _Opening]]) -> bool:
    """Do two in three of them ask, with rising numbers if any, outside of a talk?"""
    texts = [page.units[i].text for i, _ in members]
    if any(evidence.beat(text) or evidence.labels_tip(text) for text in texts):
        return False
    numbers = [o.number for _, o in members]
    rising = sum(a < b for a, b in zip(numbers, numbers[1:], strict=False))
    if numbers[0] and rising * 3 < (len(numbers) - 1) * 2:
        return False
    if members[0][1].style in ("* *", "_ _") and _explain(page, members):
        return False
    said = sum(
        evidence.asks(text[o.start : o.end]) >= 0.5
        for text, (_, o) in zip(texts, members, strict=True)
    )
    if said * 3 < len(members) * 2:
        return False
    return sum(_in_talk(page, i, o) for i, o in members) * 3 <= len(members)


def _explain(page: Page, members: list[tuple[int, _Opening]]) -> bool:
    """Right below titles, over what asks: italics say what a title means, and ask nothing."""
    units = page.units
    between = [
        i
        for i, _ in members
        if i > 0 and units[i - 1].kind in HEADERS and i + 1 < len(units)
        if units[i + 1].kind in LISTS
    ]
    if len(between) * 2 < len(members):
        return False
    for index in between:
        page.score[index] = 0.0
    return True


def _in_talk(page: Page, index: int, opening: _Opening) -> bool:
    """Right below another label: "Boss: Why so late?"."""
    if opening.style[-1] not in "#:" or not index or gap_before(page, index):
        return False
    above = _opening(page.units[index - 1].text)
    return above is not None and above.style != opening.style and above.style[-1] == ":"


def _behind(unit: Unit, opening: _Opening) -> Unit:
    kind = Kind.ASK if opening.style[-1] in "#:" else Kind.MARK
    if opening.style == _COUNTED:
        kind = Kind.NUMBER
    elif opening.style in BULLETS:  # "-Why us?"
        kind = Kind.BULLET
    return unit._replace(
        kind=kind,
        mark=opening.style,
        level=opening.number,
        text=unit.text[opening.start : opening.end],
        at=unit.at + opening.start,
    )


_ITEM = late(
    rf"[*_]{{0,2}}(?:{'|'.join(map(re.escape, (*words.asking.QUESTION_LABELS, *words.telling.ANSWER_LABELS)))})"
    r"[ \t]?#?\d{0,3}[*_]{0,2}[ \t]?[:：]",
    re.I,
)


def _labelled_items(page: Page) -> dict[int, Unit]:
    """List items with a label, of which two or more ask, are what the label says: "- Q: Why?"."""
    found: dict[int, Unit] = {}
    for index in those(page, *LISTS):
        unit = page.units[index]
        head = unit.text[:20]
        labelled = (":" in head or "：" in head) and _ITEM.match(unit.text) and not unit.why
        there = label(unit.text) if labelled else None
        if there and there[3]:
            kind, mark, level, text = there
            at = unit.at + max(unit.text.find(text), 0)
            found[index] = unit._replace(kind=kind, mark=mark, level=level, text=text, at=at)
    asking = sum(unit.kind is Kind.ASK for unit in found.values())
    return found if asking >= 2 else {}


_LABEL_ENDS = frozenset(":：-–—0123456789")
_TITLED = late(
    r"(?P<label>[^\W\d_][^\d:：.?!–—]{0,24}?)(?P<number>[ ]?#?\d{1,2})?[ ]?"
    r"(?:[:：]|[ ][-–—][ ]|(?<=\d)[-–—. ])[ ]*(?=\S)"
)


def _labelled_titles(page: Page) -> dict[int, Unit]:
    """ "## Value: Own It", "LP3 Own It": the name stands behind the label. Right below a question it is
    a tag."""
    groups: dict[str, dict[int, Unit]] = defaultdict(dict)
    for index in sorted((*page.short, *those(page, *HEADERS))):
        unit = page.units[index]
        if len(unit.text) > 80 or _LABEL_ENDS.isdisjoint(unit.text[:30]):
            continue
        if unit.why or unit.indent or unit.quote or unit.depth or not gap_before(page, index):
            continue
        there = _TITLED.match(unit.text)
        if not there or not evidence.names_principles(there["label"]):
            continue
        name = unit.text[there.end() :]
        if evidence.is_title(name):
            style = f"{there['label']}{' #' if there['number'] else ':'}"
            unit = unit._replace(text=name, at=unit.at + there.end())
            if unit.kind is Kind.TEXT:
                unit = unit._replace(kind=Kind.MARK, mark=style)
            groups[style.casefold()][index] = unit
    found: dict[int, Unit] = {}
    for members in groups.values():
        tags = sum(_below_asking_title(page, index) for index in members)
        if len({unit.text for unit in members.values()}) >= 2 and tags * 2 < len(members):
            found |= members
    page.titled = frozenset(found)
    return found


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
    after = dict(zip(margin, margin[1:], strict=False))
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


def _telling_labels(page: Page) -> dict[int, Unit]:
    """ "Interviewer: a friendly man": words that label questions, where hardly one of them asks, say
    something else."""
    labels: dict[str, list[int]] = defaultdict(list)
    for index in page.of[Kind.ASK]:
        if page.units[index].mark not in ("Q:", CALLOUT):
            labels[page.units[index].mark].append(index)
    found: dict[int, Unit] = {}
    for mark, members in labels.items():
        if len(members) >= 2 and sum(page.score[i] >= 0.4 for i in members) * 4 < len(members):
            for index in members:
                unit = page.units[index]
                text = f"{mark.capitalize()}: {unit.text}"
                at = max(unit.at - len(mark) - 2, 0)
                found[index] = unit._replace(kind=Kind.TEXT, mark="", text=text, at=at)
    return found
