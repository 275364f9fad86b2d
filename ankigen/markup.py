"""Note text to safe HTML. What the writer typed is what the card shows."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ankigen.records import Syntax

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# From a link in the notes to the name under which the package carries the file, or None.
Media = Callable[[str], "str | None"]

# Characters that no Anki field may hold (0x1f splits fields), and those nobody sees.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u2060\ufeff]")
# Without one of these a plain text is its own HTML, paragraphs apart.
_ACTIVE = re.compile(
    r"[<>&*_`\[\]\\$#|~{}\x00-\x08\x0b-\x1f\x7f\u200b\u2060\ufeff\t]|^[ \-+•‣◦▪●○·–—]|^\(?\d{1,3}[.)]",
    re.M,
)
# What Anki or MathJax would act on in a field (facts of Anki 2.1.25 to 26.9.3).
_ANKI = re.compile(r"\[(?=sound:|/?latex\]|/?\${1,2}\]|/?anki:|\$)|\\(?=[()\[\]])", re.I)
_BULLET = re.compile(r"(?P<in>[ ]*)(?P<mark>[-+*•‣◦▪●○·–—])[ \u00a0]+(?P<text>\S.*)")
_NUMBER = re.compile(r"(?P<in>[ ]*)\(?(?P<mark>\d{1,3})[.)][ \u00a0]+(?P<text>\S.*)")
_MARKDOWN_IN_PLAIN = re.compile(
    r"\*\*\S|`[^`\n]+`|\]\(|(?<![\w*])[*_](?=[^\s*_])[^*_\n]*[^\s*_][*_](?![\w*])"
)
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)", re.M)
_ENDS = ".?!:;。？！：；…)]】）\"”'"
_HTML = (
    (re.compile(r"\s*<br\s*/?>[ \t]*\n?", re.I), "  \n"),
    (re.compile(r"</?(?:p|div|center|span)(?:\s[^<>]*)?>", re.I), "\n\n"),
    (re.compile(r"</?(?:b|strong)>", re.I), "**"),
    (re.compile(r"</?(?:i|em)>", re.I), "*"),
    (re.compile(r"</?details(?:\s[^<>]*)?>|<hr\s*/?>", re.I), "\n"),
    (re.compile(r"<summary>\s*(.*?)\s*</summary>", re.I | re.S), r"\n\n**\1**\n\n"),
    (re.compile(r"<!--.*?-->", re.S), ""),
)
_IMG = re.compile(
    r"<(?:img|audio|source)\b[^<>]*?\bsrc\s*=\s*[\"']?([^\"'\s<>]+)[\"']?[^<>]*>(?:\s*</audio>)?",
    re.I,
)
_ALT = re.compile(r"\balt\s*=\s*[\"']([^\"']*)[\"']", re.I)
_MATH = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$", re.S)
_SOUND = (".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac", ".aac", ".webm")


def to_html(
    text: str, syntax: Syntax = "plain", *, math: bool = False, media: Media | None = None
) -> str:
    """Blocks of HTML for `text`: paragraphs, lists, quotes, tables, code. `math` leaves `\\(…\\)` and
    `$$…$$` to MathJax; `media` names the files that images and sounds come from."""
    if syntax == "plain" and not _ACTIVE.search(text):
        return _paragraphs(text)
    text = clean(text).expandtabs(4)
    if not math:
        return _blocks(text, syntax, media)
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inner = match[0]
        if inner.startswith("$$"):
            inner = f"\\[{inner[2:-2]}\\]"
        kept.append(html.escape(inner, quote=False))
        return f"\ue000{len(kept) - 1}\ue001"

    out = _blocks(_MATH.sub(keep, text), syntax, media)
    return re.sub("\ue000(\\d+)\ue001", lambda m: kept[int(m[1])], out)


def inline(text: str, syntax: Syntax = "plain") -> str:
    """One line of text as HTML without a block round it: a question, a name."""
    if not _ACTIVE.search(text):
        return unicodedata.normalize("NFC", text) if not text.isascii() else text
    text = clean(text).replace("\n", " ")
    if syntax == "plain" and not _MARKDOWN_IN_PLAIN.search(text):
        return escape(text)
    if syntax == "org":
        text = _org(text)
    return str(_markdown().renderInline(text, {"media": None}))


def clean(text: str) -> str:
    """NFC, without the characters that Anki drops or chokes on; line ends are `\\n`."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> str:
    """`text` as HTML that shows it as typed, sounds and formulas of Anki's included."""
    out = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "[" in out or "\\" in out:
        out = _ANKI.sub(lambda m: "&#91;" if m[0] == "[" else "\\<span></span>", out)
    return out


def _paragraphs(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        return f"<p>{text}</p>" if text else ""
    return "".join(
        f"<p>{_lines(b.split(chr(10)))}</p>" for b in re.split(r"\n{2,}", text.strip("\n"))
    )


def _lines(lines: Sequence[str]) -> str:
    """Lines of a paragraph: broken where the writer broke them, joined where only the margin did."""
    if len(lines) == 1:
        return lines[0]
    width = max(len(line) for line in lines[:-1])
    wrapped = 48 <= width <= 130
    out = [lines[0]]
    for above, below in pairwise(lines):
        word = below.split(" ", 1)[0]
        joined = (
            wrapped
            and below[:1] != " "
            and len(above) + 1 + len(word) > width - 4
            and len(above) > 44
        )
        out.append(" " if joined else "<br>")
        out.append(below)
    return "".join(out)


def _blocks(text: str, syntax: Syntax, media: Media | None) -> str:
    if syntax == "plain":
        return _plain(text, media)
    if syntax == "org":
        text = _org(text)
    elif "<" in text:
        text = _known_tags(text)
    return str(_markdown().render(_apart(text), {"media": media}))


def _apart(text: str) -> str:
    """A list right below a line of text is a list, as people mean it, also where it starts at 3."""
    return re.sub(
        r"(?m)^(?P<a>(?![ ]*(?:[-+*>|]|\d+[.)])[ ]?).*\S.*)\n(?=[ ]{0,3}\d{1,3}[.)][ ])",
        r"\g<a>\n\n",
        text,
    )


def _known_tags(text: str) -> str:
    """The few tags of HTML that people put into Markdown, as Markdown; all others stay text."""

    def image(match: re.Match[str]) -> str:
        alt = _ALT.search(match[0])
        return f"![{alt[1] if alt else ''}]({match[1]})"

    parts = re.split(r"(```.*?```|`[^`\n]*`)", text, flags=re.S)
    for at in range(0, len(parts), 2):
        part = _IMG.sub(image, parts[at])
        for pattern, put in _HTML:
            part = pattern.sub(put, part)
        parts[at] = part
    return "".join(parts)


# --- plain text ---


def _plain(text: str, media: Media | None) -> str:
    if _FENCE.search(text):
        return str(_markdown().render(text, {"media": media}))
    return "".join(
        _plain_block(b.split("\n"), media) for b in re.split(r"\n{2,}", text.strip("\n")) if b
    )


def _plain_block(lines: list[str], media: Media | None) -> str:
    """A paragraph and the lists in it."""
    out: list[str] = []
    said: list[str] = []
    index = 0
    while index < len(lines):
        if _item(lines[index]) is None:
            said.append(lines[index])
            index += 1
            continue
        if said:
            out.append(_said(said, media))
            said = []
        index, items = _list(lines, index, media)
        out.append(items)
    if said:
        out.append(_said(said, media))
    return "".join(out)


def _item(line: str) -> re.Match[str] | None:
    return _BULLET.match(line) or _NUMBER.match(line)


def _list(lines: list[str], index: int, media: Media | None) -> tuple[int, str]:
    """The list that starts on line `index`, deeper lists inside it, and the line after it."""
    first = _item(lines[index])
    assert first is not None
    depth, numbered = len(first["in"]), first["mark"].isdigit()
    tag = (
        f'ol start="{first["mark"]}"'
        if numbered and first["mark"] != "1"
        else "ol"
        if numbered
        else "ul"
    )
    items: list[str] = []
    while index < len(lines):
        item = _item(lines[index])
        if item is None:
            if not items or len(lines[index]) - len(lines[index].lstrip()) <= depth:
                break
            items[-1] += "<br>" + _typed(lines[index].strip(), media)
            index += 1
        elif len(item["in"]) > depth + 1 and items:
            index, inner = _list(lines, index, media)
            items[-1] += inner
        elif len(item["in"]) < depth or item["mark"].isdigit() != numbered:
            break
        else:
            items.append(_typed(item["text"], media))
            index += 1
    return index, f"<{tag}>{''.join(f'<li>{i}</li>' for i in items)}</{tag[:2]}>"


def _said(lines: list[str], media: Media | None) -> str:
    out: list[str] = []
    for line in lines:
        inner = line.lstrip(" ")
        lead = len(line) - len(inner)
        out.append("\u00a0" * min(lead, 12) + _typed(inner, media))
    return f"<p>{_lines(out)}</p>"


def _typed(line: str, media: Media | None) -> str:
    if _MARKDOWN_IN_PLAIN.search(line):
        return str(_markdown().renderInline(line, {"media": media}))
    return escape(line)


# --- org ---

_ORG_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\[\[(?:file:)?([^\[\]]+?\.(?:png|jpe?g|gif|svg|webp|mp3|ogg|wav|m4a))\]\]", re.I
        ),
        r"![](\1)",
    ),
    (re.compile(r"\[\[(?:file:)?([^\[\]]+)\]\[([^\[\]]+)\]\]"), r"[\2](\1)"),
    (re.compile(r"\[\[([^\[\]]+)\]\]"), r"<\1>"),
    (re.compile(r"(?<![\w=~`])[=~](?=[^\s=~])([^=~\n]*[^\s=~]|[^\s=~])[=~](?![\w=~])"), r"`\1`"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*]|[^\s*])\*(?![\w*])"), r"**\1**"),
    (re.compile(r"(?<![\w/:.<`])/(?=[^\s/])([^/\n]*[^\s/]|[^\s/])/(?![\w/])"), r"*\1*"),
    (re.compile(r"(?<![\w+])\+(?=[^\s+])([^+\n]*[^\s+])\+(?![\w+])"), r"~~\1~~"),
)


def _org(text: str) -> str:
    """Org's emphasis, links and blocks as Markdown; code is left alone."""
    out: list[str] = []
    code = quote = False
    for line in text.split("\n"):
        word = line.strip().lower()
        if word.startswith(("#+begin_src", "#+begin_example")):
            code = True
            out.append("```")
        elif word.startswith(("#+end_src", "#+end_example")):
            code = False
            out.append("```")
        elif word.startswith(("#+begin_quote", "#+begin_verse", "#+begin_center")):
            quote = True
            out.append("")
        elif word.startswith(("#+end_quote", "#+end_verse", "#+end_center")):
            quote = False
            out.append("")
        elif code:
            out.append(line)
        else:
            for pattern, put in _ORG_INLINE:
                line = pattern.sub(put, line)
            line = re.sub(r"^(\s*)[-+] (.+?) ::(?: |$)", r"\1- **\2** ", line)
            out.append(f"> {line}" if quote else line)
    return "\n".join(out)


# --- Markdown ---


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """CommonMark with tables and strikethrough; no raw HTML, and "\\(" and "&nbsp;" stay as typed."""
    from markdown_it import MarkdownIt  # late: most plain answers need none of it

    md = MarkdownIt("commonmark", {"html": False, "breaks": False})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline", "entity", "escape", "lheading", "reference"])
    rules: dict[str, Callable[..., str]] = {
        "text": _text, "code_inline": _code, "fence": _fence, "code_block": _fence, "image": _image,
        "table_open": lambda *_: '<div class="scroll" tabindex="0" role="region" aria-label="table"><table>\n',
        "table_close": lambda *_: "</table></div>\n", "softbreak": lambda *_: "\n", "hr": lambda *_: "",
        "heading_open": lambda *_: "<p><strong>", "heading_close": lambda *_: "</strong></p>\n",
    }  # fmt: skip
    for name, rule in rules.items():
        md.renderer.rules[name] = rule  # type: ignore[attr-defined]
    return md


def _text(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return escape(tokens[index].content)


def _code(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return f"<code>{escape(tokens[index].content)}</code>"


def _fence(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return f'<pre tabindex="0"><code>{escape(tokens[index].content)}</code></pre>\n'


def _image(tokens: Sequence[Any], index: int, options: Any, env: dict[str, Any]) -> str:
    token = tokens[index]
    src, alt = str(token.attrGet("src") or ""), token.content
    media = env.get("media")
    name = media(src) if media else None
    if name is None:
        return f"<em>{escape(alt or src.rsplit('/', 1)[-1])}</em>"
    if name.lower().endswith(_SOUND):
        return f"[sound:{name}]"
    return f'<img src="{html.escape(name)}" alt="{html.escape(alt)}">'


# --- language ---

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")), ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")), ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")), ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")), ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)  # fmt: skip


def language(text: str) -> str:
    """The language that the script of most of `text` tells, as a `lang` value; '' where none does."""
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text)) or 1
    for lang, pattern in _SCRIPTS:
        share = len(pattern.findall(text)) / letters
        if share > (0.1 if lang == "ja" else 0.4):
            return lang
    return ""
