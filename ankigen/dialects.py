"""What some programs write in a way of their own, put as the rest of the rooms know it: pages of an
outliner, headings of a wiki. Reads no words."""

from __future__ import annotations

from collections.abc import Sequence

from ankigen.lines import EMPTY, SPACE, Kind, Line
from ankigen.patterns import late

_HEADING = late(r"(#{1,6})[ \t]+(?=\S)")
_PROPERTY = late(r"[A-Za-z][\w-]{0,40}::(?:[ \t]|$)")
_DRAWER = ":logbook:"
PROPERTY = "property"  # `why` of what an outliner keeps for itself


def outliner(lines: list[Line], signed: Sequence[int]) -> dict[int, tuple[int, str, bool]]:
    """Headings that are items of one great list ("- ## Values", as Logseq writes) become headings, and
    what is nested below them stands at the margin. Properties and drawers are set aside: first line ->
    (last line, why, verbatim). `signed` are the lines that begin with a sign."""
    headed = {
        i: found
        for i in signed
        if lines[i].text[0] == "#" and lines[i].kind is Kind.BULLET
        if (found := _HEADING.match(lines[i].text))
    }
    if len(headed) < 2:
        top = next((line for line in lines if line is not EMPTY and line.text), EMPTY)
        return _properties(lines) if _PROPERTY.match(top.text) else {}
    aside: dict[int, tuple[int, str, bool]] = {}
    base, last = (
        0,
        -1,
    )  # how deep the first item below the heading stands; the end of what is set aside
    for index, line in enumerate(lines):
        if line is EMPTY or index <= last:
            continue
        found = headed.get(index)
        if found:
            text, level = line.text[found.end() :], len(found[1])
            lines[index] = line._replace(
                kind=Kind.HEADING, mark=found[1], level=level, indent=0, text=text, at=line.at + found.end()
            )  # fmt: skip
            base = -1
            continue
        if line.kind is Kind.BULLET:
            base = line.indent if base < 0 else min(base, line.indent)
        if line.kind is Kind.TEXT and _PROPERTY.match(line.text):
            aside[index] = (index, PROPERTY, False)
        elif line.text.lower() == _DRAWER:
            last = _drawer_end(lines, index)
            aside[index] = (last, PROPERTY, False)
        else:
            lines[index] = line._replace(indent=max(line.indent - max(base, 0), 0))
    return aside


def braces(lines: Sequence[Line], signed: Sequence[int]) -> dict[int, tuple[int, str, bool]]:
    """Lines that a program fills in or leaves out: "{{Stub}}", "{{< toc >}}", "{/* not yet */}"."""
    return {
        i: (i, "a template", False)
        for i in signed
        if lines[i].text[0] == "{" and _BRACES.fullmatch(lines[i].text)
    }


_BRACES = late(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{/\*[^{}]*\*/\}")


def _properties(lines: Sequence[Line]) -> dict[int, tuple[int, str, bool]]:
    """What an outliner keeps for itself, on a page that begins with such a line."""
    plain = (Kind.TEXT, Kind.BULLET)
    return {
        i: (i, PROPERTY, False)
        for i, line in enumerate(lines)
        if line.kind in plain and _PROPERTY.match(line.text)
    }


def _drawer_end(lines: Sequence[Line], index: int) -> int:
    for other in range(index + 1, min(index + 60, len(lines))):
        if lines[other].text.strip(SPACE).lower() == ":end:":
            return other
    return index


def wiki(lines: list[Line]) -> None:
    """Titles between signs of several sizes ("== Values ==", "=== Own it ===") become headings. The page
    begins with its highest: most signs in DokuWiki, fewest in MediaWiki."""
    framed = [i for i, x in enumerate(lines) if x.kind is Kind.MARK and x.mark in _FRAMES]
    sizes = [lines[i].level for i in framed]
    if len(set(sizes)) < 2 or not all(0 < size <= 6 for size in sizes):
        return
    if sizes[0] not in (min(sizes), max(sizes)):
        return
    falls = sizes[0] == max(sizes)
    for index, line in enumerate(lines):  # "# Why?" is an item of a numbered list there
        if line.kind is Kind.HEADING and line.mark in ("#", "##"):
            lines[index] = line._replace(kind=Kind.BULLET, level=0)
    for index, size in zip(framed, sizes, strict=True):
        level = 7 - size if falls else size
        lines[index] = lines[index]._replace(kind=Kind.HEADING, mark="=" * size, level=level)


_FRAMES = frozenset({"== ==", "=== ==="})
