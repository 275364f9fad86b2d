"""Lines right below questions that only name their principles: "*Own It*", "(Own It, Ask Twice)", "→ Own It"."""

from __future__ import annotations

from collections import Counter

from ankigen import evidence, spelling
from ankigen.lines import ARROWS, Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.reading import Role
from ankigen.styles.page import TEXT, Page, gap_before, name_of, questions, told

_WRAPPED = late(
    r"[*_`]{0,3}[(\[【（]{0,2}(?P<inner>[^()\[\]【】（）*_`]{2,80}?)[)\]】）]{0,2}[*_`]{0,3}$"
)


def tag_lines(page: Page) -> dict[int, str]:
    """What each of these lines names, by the line's place: names that the page knows, or titles below half
    of the questions of which some stand again."""
    found: dict[int, str] = {}
    asking = questions(page)
    units, last = page.units, len(page.units) - 1
    for index in asking:
        below = index + 1
        inner = _named(units[below]) if index < last else ""
        if not inner or page.accounts[below] is not TEXT or gap_before(page, below):
            continue
        if page.score[below] < 0.5 and evidence.is_title(inner):
            found[below] = inner
    if not found:
        return {}
    known = page.names | {
        spelling.name_key(name_of(page.units[i])[0]) for i in told(page, Role.PRINCIPLE)
    }
    there = Counter(key for inner in found.values() for key in _keys(inner))
    habit = len(found) >= 4 and len(found) * 2 >= len(asking) and max(there.values()) > 1
    return {
        page.units[i].at: inner
        for i, inner in found.items()
        if known.issuperset(_keys(inner)) or (habit and inner[:1].isupper())
    }


_WRAPS = frozenset("*_`([【（")


def _named(unit: Unit) -> str:
    """What a line holds that is wrapped as a whole, or stands behind an arrow; '' for any other, as nearly
    all are."""
    kind, text = unit.kind, unit.text
    if len(text) > 90 or not (kind in _MAY_NAME or text[:1] in _WRAPS):
        return ""
    if kind is Kind.REPLY:
        return text if unit.mark in ARROWS else ""
    found = _WRAPPED.match(text) if kind in (Kind.TEXT, Kind.BOLD, Kind.BULLET) else None
    return found["inner"].strip() if found else ""


_MAY_NAME = (Kind.REPLY, Kind.BOLD)


def _keys(inner: str) -> list[str]:
    return [spelling.name_key(part) for part in spelling.pieces(inner)]
