"""What some programs write in a way of their own, put as the rest of the rooms know it: pages of an
outliner, lists of a word processor, headings of a wiki. Reads no words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from operator import attrgetter

from ankigen.lines import EMPTY, Kind, Line, label
from ankigen.patterns import late

_HEADING = late(r"(#{1,6})[ \t]+(?=\S)")
_PROPERTY = late(r"[A-Za-z][\w-]{0,40}::(?:[ \t]|$)")
_DRAWER = ":logbook:"
PROPERTY = "property"  # `why` of what an outliner keeps for itself


def outliner(lines: list[Line], signed: Sequence[int]) -> dict[int, tuple[int, str, bool]]:
    """Headings that are items of one great list ("- ## Values", as Logseq writes) become headings, and
    what is nested below them stands at the margin. What the program keeps for itself is set aside: first
    line -> (last line, why, verbatim). `signed` are the lines that begin with a sign."""
    headed = [
        i
        for i in signed
        if lines[i].text[0] == "#"
        if lines[i].kind is Kind.BULLET and _HEADING.match(lines[i].text)
    ]
    top = next((line for line in lines if line.text), EMPTY)
    if len(headed) < 2 and not _PROPERTY.match(top.text):
        return {}
    if len(headed) >= 2:
        _lift(lines, headed)
    aside: dict[int, tuple[int, str, bool]] = {}
    for index, line in enumerate(lines):
        if line.kind in _KEPT and _PROPERTY.match(line.text):
            aside[index] = (index, PROPERTY, False)
        elif line.text.lower() == _DRAWER:
            aside[index] = (drawer_end(lines, index), PROPERTY, False)
    return aside


_KEPT = (Kind.TEXT, Kind.BULLET)


def _lift(lines: list[Line], headed: Sequence[int]) -> None:
    """Make headings of the items at `headed`, and move what stands below each to the margin."""
    base = 0  # how deep the first item below a heading stands; -1 before it
    heads = set(headed)
    for index, line in enumerate(lines):
        found = _HEADING.match(line.text) if index in heads else None
        if found:
            level, at = len(found[1]), line.at + found.end()
            text = line.text[found.end() :]
            lines[index] = line._replace(
                kind=Kind.HEADING, mark=found[1], level=level, indent=0, text=text, at=at
            )
            base = -1
            continue
        if line.kind is Kind.BULLET:
            base = line.indent if base < 0 else min(base, line.indent)
        if line.indent and base > 0:
            lines[index] = line._replace(indent=max(line.indent - base, 0))


def aligned(lines: list[Line], kinds: bytes) -> None:
    """Numbers that end in one column, so that " 9." stands deeper than "10.", are one list."""
    run: list[int] = []
    for index in [i for i, kind in enumerate(kinds) if kind == _NUMBER] if _NUMBER in kinds else []:
        line, above = lines[index], lines[run[-1]] if run else EMPTY
        if run and (line.mark != above.mark or line.level != above.level + 1):
            _to_margin(lines, run)
            run = []
        if run or line.level == 1:
            run.append(index)
    _to_margin(lines, run)


_NUMBER = int(Kind.NUMBER)


def _to_margin(lines: list[Line], run: Sequence[int]) -> None:
    if len(run) < 10:
        return
    margin, digits = lines[run[-1]].indent, len(str(len(run)))
    if any(lines[i].indent - margin != digits - len(str(lines[i].level)) for i in run):
        return
    for index in run:
        lines[index] = lines[index]._replace(indent=margin)


def lettered(lines: list[Line], kinds: bytes) -> None:
    """ "[A] Own It", "[B] Dig Deep", "[C] ..." where nothing is labelled "[Q]": titles that count on."""
    if _REPLY not in kinds or _ASK in kinds:
        return
    found: list[int] = []
    for index, kind in enumerate(kinds):
        line = lines[index]
        if kind == _REPLY and line.mark == "A" and not line.indent and len(found) < 2:
            found = [index]
        elif kind == _TEXT and found and not line.indent and line.text[:1] == "[":
            letter = _LETTERED.match(line.text)
            if letter and ord(letter[1]) - ord("A") == len(found):
                found.append(index)
    for level, index in enumerate(found if len(found) >= 3 else (), 1):
        line = lines[index]
        text = line.text[4:].lstrip() if level > 1 else line.text
        at = line.at + len(line.text) - len(text)
        lines[index] = line._replace(kind=Kind.LETTER, mark="A.", level=level, text=text, at=at)


_REPLY, _ASK, _TEXT = int(Kind.REPLY), int(Kind.ASK), int(Kind.TEXT)
_LETTERED = late(r"\[([B-Z])\][ \t]+\S")


def drawer_end(lines: Sequence[Line], index: int) -> int:
    """The ":END:" of the drawer that opens at `index`; `index` where none closes it."""
    for other in range(index + 1, min(index + 60, len(lines))):
        if lines[other].text.lower() == ":end:":
            return other
    return index


def braces(lines: Sequence[Line], signed: Sequence[int]) -> dict[int, tuple[int, str, bool]]:
    """Lines that a program fills in or leaves out: "{{Stub}}", "{{< toc >}}", "{/* not yet */}",
    "%% remark %%"."""
    return {
        i: (i, "a template", False)
        for i in signed
        if lines[i].text[0] in "{%" and _BRACES.fullmatch(lines[i].text)
    }


_BRACES = late(r"%%[^%]*%%|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{/\*[^{}]*\*/\}")


def wiki(lines: list[Line], marks: Sequence[int]) -> None:
    """Titles between signs of several sizes ("== Values ==", "=== Own it ===") become headings, and "# Why?"
    an item of a numbered list. The page begins with its highest: most signs in DokuWiki, fewest in
    MediaWiki. `marks` are the lines with any mark of their own."""
    framed = [i for i in marks if lines[i].mark in _FRAMES]
    sizes = [lines[i].level for i in framed]
    if framed and any(line.mark == "*" for line in lines):  # ":: Why?" may be a mark of one's own
        _indented(lines)
    known = len(set(sizes)) > 1 and min(sizes) >= 1 and max(sizes) <= 6
    if not known or sizes[0] not in (min(sizes), max(sizes)):
        return
    falls = sizes[0] == max(sizes)
    for index, size in zip(framed, sizes, strict=True):
        level = 7 - size if falls else size
        lines[index] = lines[index]._replace(kind=Kind.HEADING, mark="=" * size, level=level)
    for index, line in enumerate(lines):
        stars = line.mark if line.kind is Kind.HEADING else ""
        if len(stars) > 1 and not stars.strip("*"):  # "** Why?" stands below "* Tell me"
            lines[index] = line._replace(
                kind=Kind.BULLET, mark="*", level=0, indent=4 * (len(stars) - 1)
            )
            continue
        near = lines[max(index - 1, 0) : index + 2]
        if (
            line.mark in ("#", "##")
            and sum(x.mark in ("#", "##") or x.text[:1] == "#" for x in near) > 1
        ):
            lines[index] = line._replace(kind=Kind.BULLET, level=0)


_COLONS = late(r":{1,4}[ \t]*(?=\S)")


def _indented(lines: list[Line]) -> None:
    """In a wiki colons stand for indent: ":: So we went." is text."""
    for index, line in enumerate(lines):
        colons = _COLONS.match(line.text) if line.text[:1] == ":" else None
        if colons and line.kind in (Kind.TEXT, Kind.MARK, Kind.KEYWORD):
            deep = 2 * colons[0].count(":")
            lines[index] = line._replace(
                kind=Kind.TEXT,
                mark="",
                indent=deep,
                text=line.text[colons.end() :],
                at=line.at + colons.end(),
            )


_FRAMES = frozenset({"== ==", "=== ==="})


# How deep the bullets of word processors stand, where a copy as text has lost it.
_DEPTHS = {
    sign: depth
    for depth, signs in ((0, "•·●\uf0b7"), (4, "o○◦"), (8, "▪■§\uf0a7"))
    for sign in signs
}


def word_lists(lines: list[Line]) -> None:
    """Nest items by their bullets ("•", "o", "▪"), where all of them stand at one margin."""
    there = set(map(_MARK, lines))
    if there.isdisjoint(_NESTED):
        return
    items = [i for i, line in enumerate(lines) if line.mark in _DEPTHS and line.kind in _LISTED]
    marks = {lines[i].mark for i in items}
    if not marks & _NESTED or len({lines[i].indent for i in items}) != 1:
        return
    if len({_DEPTHS[mark] for mark in marks}) < 2:
        return
    for index in items:
        line = lines[index]
        lines[index] = line._replace(kind=Kind.BULLET, indent=_DEPTHS[line.mark])


_LISTED = (Kind.BULLET, Kind.MARK)
_NESTED = frozenset("o○◦")
_MARK, _INDENT = attrgetter("mark"), attrgetter("indent")
_BLANK = int(Kind.BLANK)
TAB = "tab"  # the mark of a line of an outline that has none
_DEEP = 3
_WORDS = (Kind.TEXT, Kind.REPLY)


def tab_outline(lines: list[Line], kinds: bytes) -> None:
    """A page of lines at three depths or more, without marks or gaps, is one outline: each line an item."""
    gaps = kinds.count(_BLANK)
    if gaps * 5 > len(lines) or len(set(map(_INDENT, lines))) < _DEEP:
        return
    there = [i for i, line in enumerate(lines) if line.text]
    plain = [i for i in there if lines[i].kind in _WORDS and not lines[i].quote]
    depths = {lines[i].indent for i in plain}
    if len(there) < 12 or len(depths) < _DEEP or len(plain) * 10 < len(there) * 9:
        return
    deep = sum(lines[i].indent > 0 for i in plain)
    if deep * 4 < len(plain) * 3 or not _steps(lines, there):
        return
    for index in plain:
        if lines[index].kind is Kind.TEXT:
            lines[index] = lines[index]._replace(kind=Kind.BULLET, mark=TAB)


def _steps(lines: Sequence[Line], there: Sequence[int]) -> bool:
    """Does each line stand one step deeper than the one above at most?"""
    depths = sorted({lines[i].indent for i in there})
    number = {depth: n for n, depth in enumerate(depths)}
    pairs = pairwise(there)
    return all(number[lines[b].indent] - number[lines[a].indent] <= 1 for a, b in pairs)


_HEADED = re.compile(bytes([Kind.HEADING]))
_CONTENTS = late(r"\[(?:[^\[\]]|\[[^\[\]]*\]){1,200}\]\(#[^()\s]*\)$")


def exported(
    lines: list[Line], signed: Sequence[int], kinds: bytes
) -> dict[int, tuple[int, str, bool]]:
    """What an export to Markdown adds: ids of headings go, and lines that only link to places of the page
    are its table of contents: first line -> (last line, why, verbatim)."""
    for index in (m.start() for m in _HEADED.finditer(kinds)):
        line = lines[index]
        at = line.text.rfind("{#") if line.text[-1:] == "}" else -1
        if at > 0:  # "## Values {#our-values}"
            lines[index] = line._replace(text=line.text[:at].rstrip())
    links = [i for i in signed if lines[i].kind is Kind.TEXT and _CONTENTS.match(lines[i].text)]
    return {i: (i, "table of contents", False) for i in links} if len(links) >= 3 else {}


def tab_rows(lines: list[Line]) -> None:
    """Three lines or more, one upon the other, with two tabs or more in each, are rows of a table."""
    rows = [i for i, line in enumerate(lines) if "\t" in line.text and line.text.count("\t") > 1]
    run: list[int] = []
    for index in (*rows, -1):
        if run and index != run[-1] + 1:
            if len(run) >= 3:
                for row in run:
                    lines[row] = lines[row]._replace(kind=Kind.ROW, mark="\t")
            run = []
        run.append(index)


_STAMP = late(
    r"(?:[\[(](?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?[\])]"
    r"|(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)(?: ?[-–] ?|[ \t]+)(?=\S)",
    re.I,
)


def stamped(lines: list[Line]) -> None:
    """A record of what was said: the time in front of most lines goes."""
    first = list(islice((line.text for line in lines if line.text), 8))
    if sum(_STAMP.match(text) is not None for text in first) < 3:
        return
    there = [i for i, line in enumerate(lines) if line.text]
    found = [(i, m) for i in there if (m := _STAMP.match(lines[i].text))]
    if len(found) < 6 or len(found) * 2 < len(there):
        return
    for index, stamp in found:
        line = lines[index]
        text, at = line.text[stamp.end() :], line.at + stamp.end()
        kind, mark, level = Kind.TEXT, "", 0
        labelled = label(text)
        if labelled and labelled[3]:
            kind, mark, level, behind = labelled
            at, text = at + text.find(behind), behind
        lines[index] = line._replace(kind=kind, mark=mark, level=level, text=text, at=at)
