"""Characters: which may stand in a field, and how they show as typed."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

from ankigen.patterns import late

# From a link in the notes to the name under which the package carries the file, or None.
Media = Callable[[str], "str | None"]

# Characters that no Anki field may hold (0x1f splits fields), those nobody sees, and two that are no
# characters at all: they mark the places of formulas here.
UNSEEN = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufdd0\ufdd1"
_CONTROL = late(f"[{UNSEEN}]")
_BREAK = late("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What Anki or MathJax would act on in a field (facts of Anki 2.1.25 to 26.9.3).
_ANKI = late(r"\[(?=sound:|/?latex\]|/?\${1,2}\]|/?anki:|\$)|\\(?=[()\[\]])", re.I)
_TAG = late(r"<[^<>]*>|\[sound:[^\[\]]*\]")
_BLOCK_END = late(r"</(?:p|li|div|td|th|pre|summary|blockquote)>|<br>")


# ASCII that means nothing to anybody: letters, digits, spaces, ends of lines and of sentences.
_PLAIN = bytes(c for c in range(128) if chr(c).isalnum() or chr(c) in "\n \"'()+,-./:;=?!@^%")


def odd(text: str) -> str:
    """The characters of `text` that may mean something: signs, and all beyond ASCII. To leave the
    others out takes a nanosecond for each; a pattern that looks for a sign takes three."""
    return (
        text.encode("utf-8", "surrogatepass")
        .translate(None, _PLAIN)
        .decode("utf-8", "surrogatepass")
    )


def clean(text: str) -> str:
    """`text` in NFC without control and zero-width characters; line ends are "\\n"."""
    if not text.isprintable():
        text = _CONTROL.sub("", _BREAK.sub("\n", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def escape(text: str) -> str:
    """`text` as HTML that shows it as typed, sounds and formulas of Anki's included."""
    out = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "[" in out or "\\" in out:
        out = _ANKI.sub(lambda m: "&#91;" if m[0] == "[" else "\\<span></span>", out)
    return out


def formula(text: str, opened: str, shut: str) -> str:
    """`text` between the marks that MathJax reads, in which Anki finds no sound."""
    out = f"{opened}{html.escape(text, quote=False)}{shut}"
    if _ANKI.match(out, len(opened) - 1):  # "\\[sound:…"
        out = f"{opened} {out[len(opened) :]}"
    return _ANKI.sub(lambda m: "&#91;" if m[0] == "[" else m[0], out)


def attribute(text: str) -> str:
    """`text` as the value of an HTML attribute, in which Anki finds no sound."""
    return html.escape(text).replace("[", "&#91;")


def plain(inner: str) -> str:
    """The words that HTML of ours shows, blocks apart by a space."""
    return " ".join(html.unescape(_TAG.sub("", _BLOCK_END.sub(" ", inner))).split())
