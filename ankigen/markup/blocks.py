"""From the text of an answer, a statement or a question to its HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from ankigen.markup import markdown, org, plain_text, tags, wrapping
from ankigen.markup.text import UNSEEN, Media, clean, escape, formula, odd
from ankigen.patterns import late
from ankigen.records import Syntax

# Without one of these a plain text is its own HTML, paragraphs apart.
_SIGN = re.compile(rf"[<>&*_`\[\]\\$#|~{{}}{UNSEEN}\x0b-\x0d\x85\u2028\u2029\t]")
_HEAD = re.compile(r"\n(?:[ \-+•‣◦▪●○·–—]|\d{1,3}[.)])")
_KEPT = late("\ufdd0(\\d+)\ufdd1")
_BLOCK = re.compile(r"<(/?)(p|ul|ol|pre|blockquote|div)\b[^<>]*>")


def to_html(
    text: str, syntax: Syntax = "plain", *, math: bool = False, media: Media | None = None
) -> str:
    """Blocks of HTML for `text`: paragraphs, lists, quotes, tables, code. `math` leaves `\\(…\\)` and
    `$$…$$` to MathJax; `media` names the files that images and sounds come from."""
    if syntax == "plain" and not _active(text):
        return _paragraphs(text)
    text = clean(text).expandtabs(4).strip("\n")
    return _with_math(text, math, lambda t: _blocks(t, syntax, media))


def inline(
    text: str, syntax: Syntax = "plain", *, math: bool = False, media: Media | None = None
) -> str:
    """One line of text as HTML without a block round it: a question, a name."""
    if not _active(text):
        return unicodedata.normalize("NFC", text) if not text.isascii() else text
    text = clean(text).replace("\n", " ")
    return _with_math(text, math, lambda t: _inline(t, syntax, media))


def _active(text: str) -> bool:
    """Has `text` any sign, or a line that starts as lists do?"""
    if "  " in text or _HEAD.match("\n" + text[:4]) or ("\n" in text and _HEAD.search(text)):
        return True
    signs = odd(text)
    return bool(signs) and bool(_SIGN.search(signs))


def _inline(text: str, syntax: Syntax, media: Media | None) -> str:
    if syntax == "plain":
        text = org.links(tags.files(text))
        typed = plain_text.has_signs(text)
        return markdown.render_inline(text, media, typed=True) if typed else escape(text)
    if syntax == "org":
        return markdown.render_inline(org.to_markdown(tags.files(text)), media, org=True)
    return markdown.render_inline(tags.known(text), media)


def _blocks(text: str, syntax: Syntax, media: Media | None) -> str:
    if syntax == "org" or (syntax == "plain" and "#+begin_" in text.lower()):
        return markdown.render(org.to_markdown(tags.files(text)), media, org=True)
    if syntax == "plain":
        return plain_text.render(text, media)
    return markdown.render(tags.known(text), media)


def _paragraphs(text: str) -> str:
    """Text without any sign that could mean something."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip("\n")
    if text.count("\n") == 2 * text.count("\n\n"):  # a line is a paragraph, as most people write
        return "<p>" + text.replace("\n\n", "</p><p>") + "</p>" if text else ""
    margin = wrapping.margin(text)
    blocks = [b.strip("\n") for b in text.split("\n\n")]
    return "".join([f"<p>{_lines(b.split(chr(10)), margin)}</p>" for b in blocks if b])


def _lines(lines: list[str], margin: wrapping.Margin) -> str:
    out = [lines[0]]
    for above, below in pairwise(lines):
        joined = wrapping.joined(above, below, margin)
        out += wrapping.seam(above, below) if joined else "<br>", below
    return "".join(out)


def _with_math(text: str, math: bool, render: Callable[[str], str]) -> str:
    """Formulas are taken out before anything reads their signs, and put back as MathJax reads them."""
    if not math or not ("\\" in text or "$$" in text):
        return render(text)
    parts, kept = list[str](), list[str]()
    at = 0
    for start, end, opened, shut in _formulas(text):
        kept.append(formula(text[start + 2 : end - 2], opened, shut))
        parts += text[at:start], f"\ufdd0{len(kept) - 1}\ufdd1"
        at = end
    out = render("".join([*parts, text[at:]]))
    return _KEPT.sub(lambda m: kept[int(m[1])], out)


def _formulas(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end and MathJax's marks of each formula."""
    found: list[tuple[int, int, str, str]] = []
    at = 0
    ends: dict[str, int] = {}
    for match in re.finditer(r"\\[(\[]|\$\$", text):
        if match.start() < at:
            continue
        shut = {r"\(": r"\)", r"\[": r"\]", "$$": "$$"}[match[0]]
        if ends.get(shut, 0) >= 0 and ends.get(shut, 0) < match.end():
            ends[shut] = text.find(shut, match.end())
        end = ends[shut]
        if end > match.end() and "\n\n" not in text[match.end() : end]:
            at = end + 2
            inline = match[0] == r"\("
            found.append(
                (match.start(), at, "\\(" if inline else "\\[", "\\)" if inline else "\\]")
            )
    return found


def first_block(inner: str) -> int:
    """Where the first block of HTML of ours ends."""
    if inner.startswith("<p>"):  # nothing with an end of its own stands in a paragraph
        return inner.index("</p>") + 4
    depth = 0
    for tag in _BLOCK.finditer(inner):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(inner)
