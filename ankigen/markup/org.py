"""Org's emphasis, links, tables and blocks as Markdown."""

from __future__ import annotations

import re

from ankigen.patterns import late

_FILES = r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp3|ogg|oga|opus|wav|m4a|flac|aac|webm|mp4)"
_MEDIA = late(
    rf"!?\[\[(?:file:|\./)?([^\[\]\n]{{1,400}}?{_FILES})\](?:\[([^\[\]\n]{{0,400}})\])?\]", re.I
)
_LINK = late(r"\[\[(?:file:)?([^\[\]\n]{1,2000})\]\[([^\[\]\n]{1,400})\]\]")
_BARE = late(r"\[\[(https?://[^\[\]\s]{1,2000})\]\]")
# What may stand before and after emphasis, as Org itself has it (org-emphasis-regexp-components).
_INLINE = tuple(
    (late(rf"(?<![^\s\-({{'\"])[{s}](?=[^\s{s}])([^{s}\n]{{0,600}}[^\s{s}]|[^\s{s}])[{s}](?![^\s\-.,:!?;'\")}}\[\\])"), put)
    for s, put in (("=", r"`\1`"), ("~", r"`\1`"), ("*", r"**\1**"), ("/", r"*\1*"), ("+", r"~~\1~~"))
)  # fmt: skip
_CODE = late(r"(`[^`\n]{1,600}`)")
_TERM = late(r"^(\s{0,40}[-+] )(\S[^\n]{0,200}?) ::(?= |$)")
_QUOTES = ("quote", "verse", "center")


def files(text: str) -> str:
    """`text` with org's links to images and sounds written as Markdown."""
    if "[[" not in text:
        return text
    return _MEDIA.sub(lambda m: f"![{m[2] or ''}](<{m[1]}>)", text)


def links(line: str) -> str:
    """`line` with org's links written as Markdown."""
    if "[[" not in line:
        return line
    return _BARE.sub(r"[\1](<\1>)", _LINK.sub(r"[\2](<\1>)", files(line)))


def to_markdown(text: str) -> str:
    """`text` as Markdown; what stands in code is left alone."""
    out: list[str] = []
    code = quote = ""
    for line in text.split("\n"):
        word = line.strip().lower()
        kind = word[8:].split(" ", 1)[0] if word.startswith("#+begin_") else ""
        if code:
            out.append("```" if word.startswith(f"#+end_{code}") else line)
            code = "" if out[-1] == "```" else code
        elif kind in _QUOTES or (quote and word.startswith(f"#+end_{quote}")):
            quote = kind
            out.append("")
        elif kind:
            code = kind
            out.append("```")
        else:
            said = _line(line)
            out.append(f"> {said}" if quote else said)
    return "\n".join(out)


def _line(line: str) -> str:
    if line.lstrip().startswith("|-") and "+" in line:
        return line.replace("+", "|")
    line = _TERM.sub(r"\1**\2**", links(line))
    parts = _CODE.split(line)
    for at in range(0, len(parts), 2):
        if "](" not in parts[at]:
            parts[at] = emphasis(parts[at])
    return "".join(parts)


def emphasis(line: str) -> str:
    for pattern, put in _INLINE:
        line = pattern.sub(put, line)
    return line


def table(lines: list[str]) -> str:
    """Rows between "|" as a Markdown table; the first one is its head."""
    rows = [line.strip() for line in lines]
    if len(rows) > 1 and re.fullmatch(r"\|?[-+|: ]+\|?", rows[1]):
        return "\n".join([rows[0], rows[1].replace("+", "|"), *rows[2:]])
    cells = rows[0].strip("|").count("|") + 1
    return "\n".join([rows[0], "|" + "---|" * cells, *rows[1:]])
