"""Markdown by markdown-it-py: no raw HTML; backslashes, entities and "$" stay as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ankigen.markup import wrapping
from ankigen.markup.text import Media, attribute, escape
from ankigen.patterns import late

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_SOUND = (".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac", ".aac", ".webm", ".mp4")
# Signs that a backslash takes the meaning from; "\\(", "\\[" and "\\\\" are what people type in text.
_ESCAPED = frozenset("*_`#+-.!|>~<\"'")
_SAFE = late(r"(?:https?://|mailto:)", re.I)
_BULLET = late(r"^([ ]{0,12})[•‣◦▪●○][ \u00a0\t]+(?=\S)")
_NUMBER = late(r"[ ]{0,3}\d{1,3}[.)][ ]")
_YEAR = late(
    r"^((?:[ ]{0,12}[-+*>][ ]){0,6}[ ]{0,12}\d{3,9})([.)][ ])"
)  # starts a sentence, not a list
_MARK = late(r"[ ]{0,12}(?:[-+*>|]|\d{1,3}[.)])")


def render(text: str, media: Media | None, *, org: bool = False) -> str:
    """`text` as blocks of HTML. What was `org` knows no code by indent, and no backslash before a sign."""
    out = str(_blocks(org).render(_apart(text), _env(text, media, org))).strip()
    while out.endswith('<hr class="gap">'):
        out = out[: -len('<hr class="gap">')].rstrip()
    return out


def render_inline(text: str, media: Media | None, *, typed: bool = False, org: bool = False) -> str:
    """One paragraph of `text` without a block round it; where `typed`, it is plain text."""
    return str((_plain() if typed else _blocks(org)).renderInline(text, _env(text, media, org)))


def _env(text: str, media: Media | None, org: bool) -> dict[str, Any]:
    return {"media": media, "margin": wrapping.margin(text), "open": [], "org": org}


def _apart(text: str) -> str:
    """A list right below a line of text is a list, as people mean it, also where it starts at 3, and
    so is one with typed bullets."""
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        start = line.lstrip(" ")[:3]
        if start in ("```", "~~~") and (not fence or fence == start):
            fence = "" if fence else start
        elif not fence:
            line = _YEAR.sub(r"\1\\\2", _BULLET.sub(r"\1- ", line))
            above = out[-1] if out else ""
            if (
                _NUMBER.match(line)
                and above.strip()
                and not _MARK.match(above)
                and above[:1] != " "
            ):
                out.append("")
        out.append(line)
    return "\n".join(out)


# --- the parser ---


@lru_cache(maxsize=2)
def _blocks(org: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # late: most plain answers need none of it

    md = MarkdownIt("commonmark", {"html": False, "breaks": False})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline", "entity", "lheading", "reference"])
    if org:
        md.disable("code")
    md.inline.ruler.at("escape", _escape)
    return _with_rules(md)


@lru_cache(maxsize=1)
def _plain() -> MarkdownIt:
    from markdown_it import MarkdownIt

    md = MarkdownIt("zero")
    md.enable(["backticks", "emphasis", "link", "image"])
    return _with_rules(md)


def _with_rules(md: MarkdownIt) -> MarkdownIt:
    md.core.ruler.push("joints", _joints)
    # A file's name stays as typed; addresses are escaped below.
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    rules: dict[str, Callable[..., str]] = {
        "text": _text, "code_inline": _code, "fence": _fence, "code_block": _fence, "image": _image,
        "link_open": _link_open, "link_close": _link_close, "softbreak": _softbreak,
        "hardbreak": lambda *_: "<br>",
        "table_open": lambda *_: '<div class="scroll" tabindex="0" role="region" aria-label="table"><table>\n',
        "table_close": lambda *_: "</table></div>\n", "hr": lambda *_: '<hr class="gap">\n',
        "heading_open": lambda *_: "<p><strong>", "heading_close": lambda *_: "</strong></p>\n",
    }  # fmt: skip
    for name, rule in rules.items():
        md.renderer.rules[name] = rule  # type: ignore[attr-defined]
    return md


def _escape(state: StateInline, silent: bool) -> bool:
    """A backslash before a sign of Markdown, and at the end of a line; any other stays as typed."""
    at = state.pos
    if state.src[at] != "\\" or at + 1 >= state.posMax:
        return False
    following = state.src[at + 1]
    if following == "\n":
        if not silent:
            state.push("hardbreak", "br", 0)
        state.pos += 2
        return True
    if following not in _ESCAPED or (state.env["org"] and following != "."):
        return False
    if not silent:
        state.pending += following
    state.pos += 2
    return True


def _joints(state: StateCore) -> None:
    """Marks the line ends within paragraphs that only the margin made."""
    margin = state.env["margin"]
    for token in state.tokens:
        if token.type != "inline" or "\n" not in token.content or not token.children:
            continue
        lines = token.content.split("\n")
        ends = [c for c in token.children if c.type in ("softbreak", "hardbreak")]
        if len(ends) != len(lines) - 1:  # code goes over a line end: all of it is one paragraph
            continue
        for end, (above, below) in zip(ends, pairwise(lines), strict=True):
            joined = end.type == "softbreak" and wrapping.joined(above, below, margin)
            end.meta["put"] = wrapping.seam(above, below) if joined else "<br>"


# --- the renderer ---


def _text(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return escape(tokens[index].content)


def _softbreak(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return str(tokens[index].meta.get("put", " "))


def _code(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return f"<code>{escape(tokens[index].content)}</code>"


def _fence(tokens: Sequence[Any], index: int, *_: Any) -> str:
    return code(tokens[index].content)


def code(text: str) -> str:
    """A box that scrolls by itself."""
    return f'<pre tabindex="0"><code>{escape(text)}</code></pre>\n'


def _image(tokens: Sequence[Any], index: int, options: Any, env: dict[str, Any]) -> str:
    token = tokens[index]
    src, alt = str(token.attrGet("src") or ""), token.content
    name = env["media"](src) if env["media"] else None
    if name is None:
        return f"<em>{escape(alt or src.rsplit('/', 1)[-1])}</em>"
    return _sound(name) or f'<img src="{attribute(name)}" alt="{attribute(alt)}">'


def _sound(name: str) -> str:
    return f"[sound:{name}]" if name.lower().endswith(_SOUND) else ""


def _link_open(tokens: Sequence[Any], index: int, options: Any, env: dict[str, Any]) -> str:
    """Links go to the web or to a mail; one to a sound beside the notes plays it, any other is text."""
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    if _SAFE.match(href):
        env["open"].append("</a>")
        return f'<a href="{attribute(href)}">'
    if token.markup == "autolink":
        env["open"].append("&gt;")
        return "&lt;"
    played = href.lower().endswith(_SOUND) and "://" not in href and env["media"]
    name = env["media"](href) if played else None
    env["open"].append(f" {_sound(name)}" if name else "")
    return ""


def _link_close(tokens: Sequence[Any], index: int, options: Any, env: dict[str, Any]) -> str:
    return str(env["open"].pop())
