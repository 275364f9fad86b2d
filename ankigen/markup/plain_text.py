"""Plain text: paragraphs, lists and indents as typed, with the Markdown and org that people use in it."""

from __future__ import annotations

import re

from ankigen.markup import markdown, org, tags, wrapping
from ankigen.markup.text import Media, escape
from ankigen.markup.wrapping import Margin
from ankigen.patterns import late

_BULLET = late(r"(?P<in> *)(?P<mark>[-+*•‣◦▪●○·–—])[ \u00a0]+(?P<text>\S.*)")
_NUMBER = late(r"(?P<in> *)(?P<mark>\d{1,3})[.)][ \u00a0]+(?P<text>\S.*)")
_SIGNS = late(r"\*\*\S|`[^`\n]+`|\]\(|(?<![\w*])[*_](?=[^\s*_])[^*_\n]{0,600}[^\s*_][*_](?![\w*])")
_GAP = late(r"(?<=[^\s.?!]) {2,}(?=\S)")
_DEEPEST = 8  # lists within lists; deeper items stay at that depth


def render(text: str, media: Media | None) -> str:
    """`text` as blocks of HTML."""
    margin = wrapping.margin(text)
    out: list[str] = []
    said: list[str] = []
    fence = ""
    for line in text.split("\n"):
        start = line.lstrip(" ")[:3]
        if fence:
            if start == fence:
                out.append(markdown.code("\n".join(said) + "\n"))
                said, fence = [], ""
            else:
                said.append(line)
        elif start in ("```", "~~~"):
            out.append(_paragraph(said, margin, media))
            said, fence = [], start
        elif line.strip():
            said.append(line)
        else:
            out.append(_paragraph(said, margin, media))
            said = []
    if fence:  # never closed: its mark is text like any other
        said.insert(0, fence)
    out.append(_paragraph([line for line in said if line.strip()], margin, media))
    return "".join(out)


def _paragraph(lines: list[str], margin: Margin, media: Media | None) -> str:
    """Lines without a blank one among them: text, and the lists and tables in it."""
    out: list[str] = []
    said: list[str] = []
    index = 0
    while index < len(lines):
        end = _table(lines, index)
        if end == index and _starts_list(lines, index) is None:
            said.append(lines[index])
            index += 1
            continue
        if said:
            out.append(_said(said, margin, media))
            said = []
        if end > index:
            out.append(markdown.render(org.table(lines[index:end]), media))
            index = end
        else:
            index, items = _list(lines, index, media)
            out.append(items)
    if said:
        out.append(_said(said, margin, media))
    return "".join(out)


def _table(lines: list[str], index: int) -> int:
    """The line after the table that starts at `index`, or `index` where none does."""
    end = index
    while end < len(lines) and lines[end].lstrip().startswith("|") and lines[end].count("|") > 1:
        end += 1
    return end if end - index > 1 else index


def _item(line: str) -> re.Match[str] | None:
    return _BULLET.match(line) or _NUMBER.match(line)


def _starts_list(lines: list[str], index: int) -> re.Match[str] | None:
    """An item; one number alone that is not 1 ends a sentence more often than it starts a list."""
    item = _item(lines[index])
    if item is None or not item["mark"].isdigit() or item["mark"] in ("0", "1"):
        return item
    following = _NUMBER.match(lines[index + 1]) if index + 1 < len(lines) else None
    return item if following or index == 0 else None


def _list(lines: list[str], index: int, media: Media | None, level: int = 1) -> tuple[int, str]:
    """The list that starts on line `index`, deeper lists inside it, and the line after it."""
    first = _item(lines[index])
    assert first is not None
    depth, numbered = len(first["in"]), first["mark"].isdigit()
    number = int(first["mark"]) if numbered else 0
    items: list[str] = []
    while index < len(lines):
        line = lines[index]
        item = _item(line)
        if item is None:
            if len(line) - len(line.lstrip()) <= depth:
                break
            items.append(f"<br>{_typed(line.strip(), media)}")
            index += 1
        elif len(item["in"]) > depth + 1 and items and level < _DEEPEST:
            index, inner = _list(lines, index, media, level + 1)
            items.append(inner)
        elif len(item["in"]) < depth or item["mark"].isdigit() != numbered:
            break
        else:
            shown = int(item["mark"]) if numbered else 0
            value = f' value="{shown}"' if numbered and items and shown not in (number, 1) else ""
            number = (shown if value else number) + 1
            items.append(f"</li><li{value}>{_typed(item['text'], media)}")
            index += 1
    tag = "ol" if numbered else "ul"
    start = f' start="{first["mark"]}"' if numbered and first["mark"] != "1" else ""
    return index, f"<{tag}{start}>{''.join(items).removeprefix('</li>')}</li></{tag}>"


def _said(lines: list[str], margin: Margin, media: Media | None) -> str:
    out: list[str] = []
    for at, line in enumerate(lines):
        inner = line.lstrip(" ")
        out.append("\u00a0" * min(len(line) - len(inner), 12) + _typed(inner, media))
        if at + 1 < len(lines):
            below = lines[at + 1]
            joined = wrapping.joined(line, below, margin)
            out.append(wrapping.seam(line, below) if joined else "<br>")
    return f"<p>{''.join(out)}</p>"


def _typed(line: str, media: Media | None) -> str:
    if "  " in line:
        line = _GAP.sub(lambda m: "\u00a0" * (len(m[0]) - 1) + " ", line)
    if "[[" in line or "<" in line:
        line = org.links(tags.files(line))
    if has_signs(line):
        return markdown.render_inline(line, media, typed=True)
    return escape(line)


def has_signs(text: str) -> bool:
    """Is there Markdown in one line of plain text?"""
    if "*" in text or "_" in text or "`" in text or "](" in text:  # a tenth of the time
        return bool(_SIGNS.search(text))
    return False
