"""Is a piece of HTML harmless? A parser decides, not a pattern; what is not known to be safe is not."""

from __future__ import annotations

from html.parser import HTMLParser

_PLAIN = {
    "p", "br", "b", "em", "strong", "s", "del", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3", "div", "span", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "hr",
}  # fmt: skip
# Attributes that each may have; a value that loads or runs something is looked at below.
_ATTRIBUTES = {
    "div": {"dir", "lang", "class", "tabindex", "role", "aria-label"}, "span": {"dir", "lang", "class"}, "h2": {"dir"},
    "p": {"dir", "class", "lang"}, "details": {"class"}, "summary": {"class"}, "ol": {"start"}, "li": {"value", "lang"}, "pre": {"tabindex"},
    "th": {"style", "lang"}, "td": {"style", "lang"}, "a": {"href", "title"}, "img": {"src", "alt"}, "hr": {"class"},
}  # fmt: skip
_STYLES = {"text-align:left", "text-align:right", "text-align:center"}
_SCHEMES = ("http://", "https://", "mailto:")


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _PLAIN and tag not in ("a", "img"):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            if name not in _ATTRIBUTES.get(tag, ()):
                self.wrong.append(f"<{tag} {name}>")
            elif (
                name == "href"
                and ":" in text.split("/")[0]
                and not text.lower().startswith(_SCHEMES)
            ):
                self.wrong.append(f"link to {text[:40]}")
            elif name == "src" and (":" in text or "/" in text or "\\" in text):
                self.wrong.append(f"image from {text[:40]}")
            elif name == "style" and text not in _STYLES:
                self.wrong.append(f"style {text[:40]}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.wrong.append("an instruction")


def harmful(html: str) -> list[str]:
    """What in `html` is more than text, its form, links to pages and packed images."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.wrong
