"""The writer's own style sheet, appended to the cards'."""

from __future__ import annotations

import re
from pathlib import Path

from ankigen.config import Config
from ankigen.diagnostics import Diagnostic, report
from ankigen.source import Source, Span

# A sheet that brings another one, or anything from the net: url(//…), "https://…" in image-set.
_REMOTE = re.compile(
    r"@import\b[^;]*|(?:\burl\(|[\"'])[\s\"']{0,9}(?:[a-z][a-z0-9+.-]{0,20}:)?[/\\]{2}(?!www\.w3\.org/)[^)\"';]*",
    re.I,
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\([^\n])")  # "u\\72l(" is url( to a browser
_BESIDE = re.compile(
    r"url\(\s*[\"']?(?!data:|#|[\"'\s])[^)]{0,2000}\)", re.I
)  # no package carries it
_CLOSES = re.compile(r"</style", re.I)


def load(config: Config) -> tuple[str, list[Diagnostic]]:
    """The CSS that `style:` names, and what is wrong with it; '' where anything is."""
    assert config.style is not None
    path = (config.folder or Path()) / config.style
    try:
        if path.exists() and not path.is_file():
            raise OSError("no file")
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return "", [
            _named(
                config,
                "style-missing",
                f"{path}: no such style sheet",
                "write the file, or delete `style`",
            )
        ]
    except (OSError, UnicodeDecodeError):
        return "", [
            _named(
                config,
                "style-broken",
                f"{path}: cannot be read as text (UTF-8)",
                "save it as UTF-8",
            )
        ]
    found = _broken(Source(str(path), text))
    return ("" if found else text.strip()), found


def _named(config: Config, code: str, message: str, hint: str) -> Diagnostic:
    at = config.source.find(config.style or "") if config.source is not None else -1
    span = (
        Span(config.source, at, at + len(config.style or ""))
        if config.source is not None and at >= 0
        else None
    )
    return report(code, message, span, label="named here", hint=hint)


def _broken(source: Source) -> list[Diagnostic]:
    text = source.text  # with its comments: HTML knows none of CSS, and a string may hold "/*"
    for pattern, what in (
        (_REMOTE, "a phone without a net cannot load this"),
        (_BESIDE, "the package does not carry this file"),
        (_CLOSES, "this would end the style and show as text"),
    ):
        found = pattern.search(text)
        if found is None and pattern.search(_ESCAPED.sub(_unescaped, text)):
            found = _ESCAPED.search(text)
        if found:
            return [
                report(
                    "style-broken",
                    what,
                    Span(source, *found.span()),
                    label="here",
                    hint="delete it",
                )
            ]
    bare = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", lambda m: " " * len(m[0]), text, flags=re.S)
    open_at: list[int] = []
    for match in re.finditer(r"/\*|[{}]", bare):
        if match[0] == "{":
            open_at.append(match.start())
        elif match[0] == "}" and open_at:
            open_at.pop()
        else:
            what = "a comment that never ends" if match[0] == "/*" else "a } without its {"
            return [_unbalanced(source, match.start(), what)]
    return [_unbalanced(source, open_at[-1], "a { without its }")] if open_at else []


def _unescaped(match: re.Match[str]) -> str:
    """The character that an escape stands for."""
    code = int(match[1], 16) if match[1] else 0
    return chr(code) if 0 < code < 0x110000 else match[2] or "\ufffd"


def _unbalanced(source: Source, at: int, what: str) -> Diagnostic:
    return report("style-broken", what, Span(source, at, at + 1), label="here", hint="balance it")
