"""Lines put together into units: wrapped lines joined, what is never read set aside. Reads no words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from ankigen import dialects, wrapped
from ankigen.lines import EMPTY, SPACE, Kind, Line
from ankigen.patterns import late


class Unit(NamedTuple):
    """One thing on the page: a line with its wrapped rest, a table row, a summary.

    `first` and `last` are indices of lines. `why` is set where the unit is never read; `verbatim`
    where it belongs to an answer but cannot ask (code). `depth` counts open <details>."""

    kind: Kind
    mark: str
    level: int
    indent: int
    quote: int
    text: str
    first: int
    last: int
    at: int
    why: str = ""
    verbatim: bool = False
    depth: int = 0
    cells: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


# What a bold paragraph, a line below the head of a table, an item without a space or with a heading in it
# begin with.
_SIGNS = frozenset("-*+_|:#{[%")
# Lines that are a unit each, where no editor broke them.
_ALONE = frozenset(Kind) - {Kind.BLANK, Kind.TAG, Kind.ROW, Kind.KEYWORD}

MARKUP = "markup"  # `why` of lines that hold other lines together and say nothing themselves

_MAIL = re.compile(
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|von|an|betreff|de|para|asunto):\s", re.I
)
_PLAN = late(r"(?:CLOSED|SCHEDULED|DEADLINE): ?[\[<]|CLOCK: ?\[")
_ORG_TAGS = late(r"(?<!\s)\s+:((?:[\w@#%]+:)+)\s*$")
# What org-mode and outliners write before an item: how far it is.
STATES = (
    "TODO", "DOING", "DONE", "LATER", "NOW", "NEXT", "WAIT", "WAITING", "HOLD", "STARTED", "DRAFT", "CANCELED",
    "CANCELLED", "SOMEDAY",
)  # fmt: skip
_ORG_PRIORITY = late(r"\[#[A-Za-z0-9]\]\s+")
_SUMMARY = late(r"<summary\b[^<>]*>", re.I)
_TAGS = late(r"<[^<>]{1,80}>")
_SEPARATOR = late(
    r"(?:\|\s*:?-+:?\s*)+\|$|(?=[^-]*-.*--)(?:\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$)|\|\s*:?-{2,}:?\s*\|$|(?:\|-){2,}\|$"
)
_PIPE = late(r"(?<!\\)\|")


def units(lines: Sequence[Line], *, org: bool = False, tabs: bool = True) -> list[Unit]:
    """All lines that are not blank, as units in order. Every such line is in exactly one unit. Without
    `tabs` none of them holds one."""
    lines = _unindented(lines)
    signed = [i for i, line in enumerate(lines) if line.text[:1] in _SIGNS]
    kinds = bytes(map(_KIND, lines))
    skipped = dialects.exported(lines, signed, kinds)
    dialects.stamped(lines)
    if tabs:
        dialects.tab_rows(lines)
    dialects.word_lists(lines)
    dialects.aligned(lines, kinds)
    dialects.lettered(lines, kinds)
    dialects.tab_outline(lines, kinds)
    skipped |= dialects.outliner(lines, signed) | dialects.braces(lines, signed)
    skipped |= _set_aside(lines, signed, org)
    margin = wrapped.margin(lines)
    bold = wrapped.bold_paragraphs(lines, signed, skipped)
    found: list[Unit] = []
    index, count, depth = 0, len(lines), 0
    blank, alone = Kind.BLANK, _ALONE if not (org or margin.width or margin.items) else frozenset()
    states = _org_states(lines) if org else None
    add, new = found.append, tuple.__new__
    while index < count:
        line = lines[index]
        if line is EMPTY:
            index += 1
            continue
        _, _, kind, mark, level, indent, quote, text, at = line
        if index in skipped:
            last, why, verbatim = skipped[index]
            add(_unit(line, index, last, why=why, verbatim=verbatim, depth=depth))
            index = last + 1
        elif kind is blank:
            index += 1
        elif kind in alone and not quote and index not in bold:  # nearly all lines, as `_unit` does
            add(new(Unit, (
                kind, mark, level, indent, quote, text, index, index, at, "", False, depth, (), ()
            )))  # fmt: skip
            index += 1
        elif kind is Kind.TAG:
            unit, depth = _tagged(lines, index, depth)
            found.append(unit)
            index = unit.last + 1
        elif kind is Kind.ROW:
            found.append(_row(line, index, depth))
            index += 1
        elif kind is Kind.KEYWORD:
            found.append(_unit(line, index, index, why="org keyword", depth=depth))
            index += 1
        else:
            last = bold.get(index, -1)
            if last < 0:
                last = wrapped.joined(lines, index, margin, skipped)
            unit = _unit(line, index, last, depth=depth)
            if last > index:
                parts = [line.text] + [lines[i].text for i in range(index + 1, last + 1)]
                unit = unit._replace(text=" ".join(parts))
                if index in bold:
                    at = unit.text.rfind(unit.mark)
                    unit = unit._replace(text=unit.text[:at] + unit.text[at + len(unit.mark) :])
            if states is not None and kind is Kind.HEADING:
                unit = _org_heading(unit, states)
            found.append(unit)
            index = last + 1
    return found


def _unit(
    line: Line, first: int, last: int, *, why: str = "", verbatim: bool = False, depth: int = 0
) -> Unit:
    return Unit(
        line.kind, line.mark, line.level, line.indent, line.quote, line.text, first, last, line.at,
        why, verbatim, depth,
    )  # fmt: skip


def _unindented(lines: Sequence[Line]) -> list[Line]:
    """`lines` without the indent that all of them share: the whole text was pasted from a quotation."""
    blank = Kind.BLANK
    if not all(line.indent or line.kind is blank for line in lines):
        return list(lines)
    margin = min((line.indent for line in lines if line.kind is not blank), default=0)
    return [line._replace(indent=max(line.indent - margin, 0)) for line in lines]


# --- what is set aside ---


def _set_aside(
    lines: list[Line], signed: Sequence[int], org: bool
) -> dict[int, tuple[int, str, bool]]:
    """First line -> (last line, why, verbatim) of what is not read line by line. `signed` are the lines
    that begin with one of `_SIGNS`."""
    aside: dict[int, tuple[int, str, bool]] = {}
    ends = _Ends(lines)
    start = _front_matter(lines, aside) or _mail_header(lines, aside)
    kinds = bytes(map(_KIND, lines))  # to know what is not there, fast
    fence = _whole_fence(lines, start) if Kind.FENCE in kinds else ()
    if fence:
        for index in fence:
            aside[index] = (index, MARKUP, False)
    last = start - 1
    for index in _odd_lines(lines, kinds, signed, org):
        line = lines[index]
        if index <= last:
            continue
        if index in aside or line.kind is Kind.TEXT:
            if line.kind is not Kind.TEXT:
                continue
            if org and _PLAN.match(line.text):
                aside[index] = (index, "org planning line", False)
            elif line.text[0] in "-*+" and _TIGHT.match(line.text):
                _tight_bullet(lines, index, ends)
            elif line.text == "--" and index > len(lines) - 12:
                last = len(lines) - 1
                aside[index] = (last, "signature", False)
        elif line.kind is Kind.FENCE:
            last = ends.fence(index, line.mark)
            aside[index] = (last, "", True)
        elif line.kind is Kind.TAG and line.text.startswith("<!--"):
            last = ends.comment(index)
            aside[index] = (last, "comment", False)
        elif line.kind is Kind.KEYWORD:
            last = _org_block(lines, index, aside, ends)
    dialects.wiki(lines, [i for i, kind in enumerate(kinds) if kind == _MARK])
    if Kind.RULE in kinds:
        _underlined(lines, aside)
    _bare_tables(lines, signed, aside)
    return aside


_KIND, _MARK = attrgetter("kind"), int(Kind.MARK)


def _odd_lines(
    lines: Sequence[Line], kinds: bytes, signed: Sequence[int], org: bool
) -> Sequence[int]:
    """The lines that may have to be set aside; all else needs no look."""
    text, blocks = Kind.TEXT, (Kind.FENCE, Kind.TAG, Kind.KEYWORD)
    if org or any(kind in kinds for kind in blocks):
        return [
            i
            for i, line in enumerate(lines)
            if (org or line.text[0] in "-*+" if line.kind is text else line.kind in blocks)
        ]
    return [i for i in signed if lines[i].kind is text and lines[i].text[0] in "-*+"]


def _front_matter(lines: list[Line], aside: dict[int, tuple[int, str, bool]]) -> int:
    first = next((i for i, line in enumerate(lines) if line.kind is not Kind.BLANK), 0)
    if lines and lines[first].text == "+++":  # in TOML
        ends = (i for i in range(first + 1, min(len(lines), first + 200)) if lines[i].text == "+++")
        last = next(ends, 0)
        if last and any("=" in line.text for line in lines[first:last]):
            aside[first] = (last, "front matter", False)
            return last + 1
        return 0
    if not lines or lines[first].kind is not Kind.RULE or lines[first].mark != "---":
        return 0
    for index in range(first + 1, min(len(lines), first + 200)):
        if lines[index].kind is Kind.RULE and lines[index].mark in ("---", "..."):
            inside = [x for x in lines[first + 1 : index] if x.kind is not Kind.BLANK]
            if inside and ":" in inside[0].text:
                aside[first] = (index, "front matter", False)
                return index + 1
            return 0
    return 0


def _mail_header(lines: list[Line], aside: dict[int, tuple[int, str, bool]]) -> int:
    first = next((i for i, line in enumerate(lines) if line.kind is not Kind.BLANK), 0)
    index = first
    while index < len(lines) and lines[index].kind is not Kind.BLANK:
        if not _MAIL.match(lines[index].text):
            break
        index += 1
    if index - first < 2:
        return 0
    aside[first] = (index - 1, "mail header", False)
    return index


def _whole_fence(lines: list[Line], start: int) -> tuple[int, ...]:
    """The two fence lines when one fence holds (nearly) the whole file, or an unclosed one opens it."""
    fences = [i for i, line in enumerate(lines) if line.kind is Kind.FENCE and i >= start]
    if not fences or len(fences) > 2:
        return ()
    words = sum(x.kind is not Kind.BLANK for x in lines[start:])
    last = fences[1] if len(fences) == 2 else len(lines)
    inside = sum(x.kind is not Kind.BLANK for x in lines[fences[0] + 1 : last])
    return tuple(fences) if inside >= 8 and inside * 4 >= (words - len(fences)) * 3 else ()


class _Ends:
    """Where the things end that run over several lines; each kind of end is looked for once."""

    def __init__(self, lines: list[Line]):
        self.lines = lines
        self.known: dict[str, list[int]] = {}

    def _next(self, name: str, index: int, is_end: Callable[[Line], bool]) -> int:
        if name not in self.known:
            self.known[name] = [i for i, line in enumerate(self.lines) if is_end(line)]
        places = self.known[name]
        at = bisect_left(places, index)
        return places[at] if at < len(places) else -1

    def fence(self, index: int, mark: str) -> int:
        """The closing fence; the line itself where none closes it: an odd line, not the whole rest."""
        last = self._next(
            mark, index + 1, lambda x: x.kind is Kind.FENCE and x.mark == mark and not x.text
        )
        return last if last >= 0 else index

    def comment(self, index: int) -> int:
        last = self._next("-->", index, lambda x: "-->" in x.text)
        return last if last >= 0 else index

    def bullets(self, mark: str) -> bool:
        """Is there an item of this mark?"""
        return self._next(mark, 0, lambda x: x.kind is Kind.BULLET and x.mark == mark) >= 0

    def block(self, index: int, name: str) -> int:
        end = "#+end_" + name
        last = self._next(end, index + 1, lambda x: x.text.lower().startswith(end))
        return last if last >= 0 else index


def _until(lines: list[Line], index: int, sign: str) -> int:
    for other in range(index, min(len(lines), index + 40)):
        if sign in lines[other].text:
            return other
    return index


def _org_block(
    lines: list[Line], index: int, aside: dict[int, tuple[int, str, bool]], ends: _Ends
) -> int:
    text = lines[index].text.lower()
    if text.startswith("#+begin_"):
        name = text[8:].split()[0] if text[8:].split() else ""
        last = ends.block(index, name)
        comment = name == "comment"
        aside[index] = (last, "comment" if comment else "", not comment)
        return last
    last = dialects.drawer_end(lines, index) if text.startswith(":") else index
    if last > index:
        aside[index] = (last, "org drawer", False)
        return last
    aside[index] = (index, "org keyword" if text.startswith("#+") else "comment", False)
    return index


def _underlined(lines: list[Line], aside: dict[int, tuple[int, str, bool]]) -> None:
    """A short line with a rule of = or - right below it is a heading of level 1 or 2."""
    rules = [i for i, line in enumerate(lines) if line.kind is Kind.RULE and i]
    for index in rules:
        rule, above = lines[index], lines[index - 1]
        if rule.mark[0] not in "=-~" or index in aside:
            continue
        alone = index < 2 or lines[index - 2].kind in (Kind.BLANK, Kind.RULE)
        if above.kind in (Kind.TEXT, Kind.CAPS) and alone and len(above.text) <= 80:
            level = "=-~".index(rule.mark[0]) + 1
            lines[index - 1] = above._replace(kind=Kind.HEADING, mark="#" * level, level=level)
            aside[index] = (index, MARKUP, False)


_TIGHT = late(r"[-*+](?=(?:[A-Z][a-z]+|[AI])[ '’]\S)[^*]*$")


def _tight_bullet(lines: list[Line], index: int, ends: _Ends) -> None:
    """ "-Tell me": an item whose space was forgotten, where others of its mark have one."""
    line, mark = lines[index], lines[index].text[0]
    if not ends.bullets(mark):
        return
    for below in lines[index + 1 : index + 8]:
        if mark != "*" or below.kind is not Kind.TEXT or below.text[0] == "*":
            break
        if "*" in below.text:  # emphasis that runs over several lines
            return
    lines[index] = line._replace(kind=Kind.BULLET, mark=mark, text=line.text[1:], at=line.at + 1)


def _bare_tables(
    lines: list[Line], signed: Sequence[int], aside: dict[int, tuple[int, str, bool]]
) -> None:
    """Tables without outer pipes: a rule of dashes and pipes says so."""
    last = 0
    for index in signed:
        text = lines[index].text
        if index <= last or "|" not in text or "-" not in text or not _SEPARATOR.match(text):
            continue
        first, last = index - 1, index
        while last + 1 < len(lines) and "|" in lines[last + 1].text:
            last += 1
        for other in range(first, last + 1):
            if "|" in lines[other].text and other not in aside:
                row = lines[other]
                lines[other] = row._replace(kind=Kind.ROW, mark="|")


# --- details, tables, org headings ---


def _tagged(lines: list[Line], index: int, depth: int) -> tuple[Unit, int]:
    """A unit for a line of HTML and how many <details> are open after it."""
    text = lines[index].text
    last = index
    if _SUMMARY.search(text) and "</summary>" not in text.lower():
        last = _until(lines, index, "</summary>")
        if last == index:
            last = min(index + 3, len(lines) - 1)
        text = " ".join(x.text for x in lines[index : last + 1])
    lower = text.lower()
    opened, closed = lower.count("<details"), lower.count("</details")
    inner = depth + opened
    unit = _unit(lines[index], index, last, why=MARKUP, depth=inner)
    if "<summary" in lower:
        inside, _, behind = text[lower.index("<summary") :].partition("</summary>")
        words, told = _TAGS.sub(" ", inside).strip(), _TAGS.sub(" ", behind).strip(SPACE)
        at = next(
            (i for i in range(index, last + 1) if _TAGS.sub("", lines[i].text).strip()), index
        )
        unit = unit._replace(text=words, level=inner, why="" if words else MARKUP, mark="<summary>")
        unit = unit._replace(at=lines[at].at + max(lines[at].text.find(words), 0), first=index)
        if words and told:  # "<summary>Why?</summary>Because."
            unit = unit._replace(text=f"{words} {told}", cells=(words, told))
    elif _TAGS.sub("", text).strip(SPACE):
        unit = unit._replace(kind=Kind.TEXT, why="", depth=depth)
    return unit, max(inner - closed, 0)


def _row(line: Line, index: int, depth: int) -> Unit:
    unit = _unit(line, index, index, depth=depth)
    if line.mark == "\t":  # empty cells in front are indent
        row = [*("",) * (line.indent // 4), *line.text.split("\t")]
        return unit._replace(cells=tuple(c.strip(SPACE) for c in row))
    if _SEPARATOR.match(line.text):
        return unit._replace(why=MARKUP)
    body = line.text.strip()
    body = body[1:] if body.startswith("|") else body
    body = body[:-1] if body.endswith("|") and not body.endswith("\\|") else body
    cells = tuple(c.strip(SPACE).replace("\\|", "|") for c in _PIPE.split(body))
    return unit._replace(cells=cells)


def _org_states(lines: list[Line]) -> re.Pattern[str]:
    """The words before an org heading: the usual ones and those that "#+todo:" names."""
    own: list[str] = []
    for line in lines:
        if line.kind is Kind.KEYWORD and line.text.lower().startswith(("#+todo:", "#+seq_todo:")):
            own += re.findall(r"[A-Z][A-Z_-]+", line.text.split(":", 1)[1])
    return re.compile(rf"(?:{'|'.join(map(re.escape, (*own, *STATES)))})\s+(?=\S)")


def _org_heading(unit: Unit, states: re.Pattern[str]) -> Unit:
    text = unit.text
    tags: tuple[str, ...] = ()
    found = _ORG_TAGS.search(text)
    if found:
        tags, text = tuple(t for t in found[1].split(":") if t), text[: found.start()]
    state = states.match(text)
    if state:
        text = text[state.end() :]
    priority = _ORG_PRIORITY.match(text)
    if priority:
        text = text[priority.end() :]
    return unit._replace(text=text.strip(SPACE), tags=tags, at=unit.at + unit.text.find(text))
