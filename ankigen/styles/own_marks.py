"""Signs and labels of the writer's own before what asks: "! Why us?", "Nr. 3: Why us?", "- Q: Why us?"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from ankigen import evidence
from ankigen.lines import ASKS, BULLETS, CALLOUT, OWN, TELLS, Kind, label
from ankigen.outline import MARKUP, Unit
from ankigen.patterns import late
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    Page,
    gap_before,
    put,
    those,
)

# Quotation marks, brackets and "..." stand before words for reasons of their own.
_SIGN = late(r"(?!~~)([^\w\s\"'“”‘’«»„「『…¿¡(（)*_`\\.,|:\[{<]{1,3}\ufe0f?)[ \t]*(?=\w)")
_FRAME = late(r"([<\[{]{1,2}|={2,3}|[`*_])(?=\w)([^<>\[\]{}=`*_]+)([>\]}]{1,2}|={2,3}|[`*_])$")
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
    for find in (_lone_labels, _telling_labels, _labelled_rows, _openings, _labelled_items):
        put(page, find(page))


def _openings(page: Page) -> dict[int, Unit]:
    """Signs become marks, and words labels, where they open four short lines or more of which three in
    five ask."""
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
    talk = _talk(page, groups)
    if talk:
        return talk
    for style in [s for s in groups if s in _ITALICS]:
        between = _explaining(page, groups[style])
        for index in between:  # what a title means asks nothing
            page.score[index] = 0.0
        if between:
            del groups[style]
    return {
        index: _behind(page.units[index], opening)
        for members in groups.values()
        if len(members) >= 4 and _ask(page, members)
        for index, opening in members
    }


_ITALICS = frozenset({"* *", "_ _"})


def _talk(page: Page, groups: dict[str, list[tuple[int, _Opening]]]) -> dict[int, Unit]:
    """Two speakers say most lines of a page, by turns, and one of them asks: what he asks is asked, what
    the other one says answers it."""
    speakers = sorted((s for s in groups if s[-1] == ":"), key=lambda s: -len(groups[s]))[:2]
    if len(speakers) < 2 or len(groups[speakers[1]]) < 5:
        return {}
    if sum(len(groups[s]) for s in speakers) * 3 < len(page.units) * 2:
        return {}
    asking = {
        s: [
            (i, o)
            for i, o in groups[s]
            if evidence.asks(page.units[i].text[o.start : o.end]) >= 0.5
        ]
        for s in speakers
    }
    asker, other = sorted(speakers, key=lambda s: -len(asking[s]) / len(groups[s]))
    if len(asking[asker]) < 4 or len(asking[asker]) * 3 < len(groups[asker]):
        return {}
    found = {i: _behind(page.units[i], o) for i, o in asking[asker]}
    for index, opening in groups[other]:
        unit = _behind(page.units[index], opening)
        found[index] = unit._replace(kind=Kind.REPLY, mark="A")
    return found


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
    """Do three in five of them ask, with rising numbers if any, outside of a talk?"""
    texts = [page.units[i].text for i, _ in members]
    if any(evidence.beat(text) or evidence.labels_tip(text) for text in texts):
        return False
    numbers = [o.number for _, o in members]
    rising = sum(a < b for a, b in pairwise(numbers))
    if numbers[0] and rising * 3 < (len(numbers) - 1) * 2:
        return False
    said = sum(
        evidence.asks(text[o.start : o.end]) >= 0.5
        for text, (_, o) in zip(texts, members, strict=True)
    )
    if said * 5 < len(members) * 3:
        return False
    return sum(_in_talk(page, i, o) for i, o in members) * 3 <= len(members)


def _explaining(page: Page, members: list[tuple[int, _Opening]]) -> list[int]:
    """Those that stand right below titles, over what asks, where four and half of all do."""
    units = page.units
    between = [
        i
        for i, _ in members
        if i > 0 and units[i - 1].kind in HEADERS and i + 1 < len(units)
        if units[i + 1].kind in LISTS
    ]
    return between if len(members) >= 4 and len(between) * 2 >= len(members) else []


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


_LONE = late(
    r"[*_]{0,2}(?P<word>[^\W\d_](?:[^\d\W_]|[ ])*?)[ \t]?#?(?P<number>\d{0,3})[*_]{0,2}[.:：)]?[*_]{0,2}$"
)


class _Lone(NamedTuple):
    """A label with nothing behind it."""

    word: str
    number: int  # 0 without one
    asks: bool  # of a question, else of an answer


def _lone(text: str) -> _Lone | None:
    found = _LONE.match(text) if 0 < len(text) < 40 else None
    word = found["word"].casefold() if found else ""
    if found is None or word not in ASKS | TELLS:
        return None
    return _Lone(found["word"], int(found["number"] or 0), word in ASKS)


def _lone_labels(page: Page) -> dict[int, Unit]:
    """A label alone on its line, "Q:" or "### Question 3", over what it labels: that is a question."""
    units, found = page.units, dict[int, Unit]()
    for index in those(page, Kind.ASK, *HEADERS):
        unit, below = units[index], index + 1
        there = _lone(unit.text) if unit.kind in HEADERS else None
        if (
            unit.why
            or below == len(units)
            or not (there or (unit.kind is Kind.ASK and not unit.text))
        ):
            continue
        if there and not there.asks:
            found[index] = unit._replace(kind=Kind.REPLY, mark=there.word, text="")
        elif units[below].kind in (Kind.TEXT, Kind.BOLD) and not units[below].why:
            number = there.number if there else unit.level
            found[index] = unit._replace(why=MARKUP)
            found[below] = units[below]._replace(kind=Kind.ASK, mark="Q:", level=number)
    asking = [i for i, unit in found.items() if unit.kind is Kind.ASK and not unit.why]
    said = sum(page.score[i] >= 0.5 for i in asking)
    return found if len(asking) >= 2 and said * 2 >= len(asking) else {}


def _labelled_rows(page: Page) -> dict[int, Unit]:
    """A table of two columns whose first holds labels: "| Q | Why? |", "| A | So. |"."""
    units, found = page.units, dict[int, Unit]()
    for index in page.of[Kind.ROW]:
        unit = units[index]
        there = _lone(unit.cells[0]) if len(unit.cells) == 2 and not unit.why else None
        heads = index + 1 < len(units) and units[index + 1].why == MARKUP  # "| Question | Answer |"
        if there and not heads:
            kind, mark = (Kind.ASK, "Q:") if there.asks else (Kind.REPLY, there.word)
            at = unit.at + max(unit.text.find(unit.cells[1]), 0)
            found[index] = unit._replace(kind=kind, mark=mark, text=unit.cells[1], at=at, cells=())
    asking = sum(unit.kind is Kind.ASK for unit in found.values())
    rows = sum(bool(units[i].cells) for i in page.of[Kind.ROW])
    return found if asking >= 2 and len(found) * 3 >= rows * 2 else {}


def _labelled_items(page: Page) -> dict[int, Unit]:
    """List items with a label, of which two or more ask, are what the label says: "- Q: Why?"."""
    found: dict[int, Unit] = {}
    for index in those(page, *LISTS):
        unit = page.units[index]
        head = unit.text[:24]
        there = label(unit.text) if (":" in head or "：" in head) and not unit.why else None
        if there and there[3] and there[1] != OWN:
            kind, mark, level, text = there
            at = max(unit.text.find(text), 0)
            if unit.text[:at].rstrip(" \t*_")[-1:] in (":", "："):  # "- F - measure" is no label
                found[index] = unit._replace(
                    kind=kind, mark=mark, level=level, text=text, at=unit.at + at
                )
    asking = sum(unit.kind is Kind.ASK for unit in found.values())
    return found if asking >= 2 else {}


def _telling_labels(page: Page) -> dict[int, Unit]:
    """ "Interviewer: a friendly man": words that label questions, where hardly one of them asks, say
    something else."""
    labels: dict[str, list[int]] = defaultdict(list)
    for index in page.of[Kind.ASK]:
        if page.units[index].text and page.units[index].mark not in ("Q:", CALLOUT):
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
