"""The few HTML tags that people put into notes, as Markdown; all others stay text."""

from __future__ import annotations

import re

from ankigen.markup import org
from ankigen.patterns import late

_PAIRED = {
    "b": ("**", "**"), "strong": ("**", "**"), "i": ("*", "*"), "em": ("*", "*"),
    "p": ("\n\n", "\n\n"), "div": ("\n\n", "\n\n"), "center": ("\n\n", "\n\n"), "span": ("", ""),
    "details": ("\n\n", "\n\n"), "summary": ("\n\n**", "**\n\n"),
}  # fmt: skip
_TAG = late(rf"<(/?)({'|'.join(_PAIRED)})(\s[^<>]*)?>", re.I)
_CODE = late(r"(```.*?```|`[^`\n]*`)", re.S)
_BREAK = late(r"(?<![ \t])[ \t]*<br\s*/?>[ \t]*\n?", re.I)
_FILE = late(r"<(?:img|audio|video|source)\s[^<>]*>(?:\s{0,9}</(?:audio|video)>)?", re.I)
_SRC = late(r"\bsrc\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))", re.I)
_ALT = late(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)


def known(text: str) -> str:
    """`text` with these tags as Markdown; code is left alone, comments go."""
    parts = _CODE.split(text)
    for at in range(0, len(parts), 2):
        if "<" in parts[at]:
            parts[at] = _pairs(_BREAK.sub("  \n", files(_uncommented(parts[at]))))
        parts[at] = org.files(parts[at])
    return "".join(parts)


def files(text: str) -> str:
    """`text` with images and sounds that stand as HTML written as Markdown."""
    return _FILE.sub(_file, text) if "<" in text else text


def _file(match: re.Match[str]) -> str:
    src, alt = _SRC.search(match[0]), _ALT.search(match[0])
    if src is None or re.search(r"[<>\n]", src[0]):
        return match[0]
    said = next((g for g in alt.groups() if g), "") if alt else ""
    return f"![{re.sub(r'[][]', '', said)}](<{next(g for g in src.groups() if g)}>)"


def _uncommented(text: str) -> str:
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join([*out, text[at:]])


def _pairs(text: str) -> str:
    """Only tags that open and close are tags: `List<i>` is what the writer meant."""
    tags = list(_TAG.finditer(text))
    open_at: dict[str, list[int]] = {}
    put: dict[int, str] = {}
    for index, tag in enumerate(tags):
        name = tag[2].lower()
        if not tag[1]:
            open_at.setdefault(name, []).append(index)
        elif open_at.get(name):
            put[open_at[name].pop()], put[index] = _PAIRED[name]
    out: list[str] = []
    at = 0
    for index, tag in enumerate(tags):
        if index in put:
            out += text[at : tag.start()], put[index]
            at = tag.end()
    return "".join([*out, text[at:]])
