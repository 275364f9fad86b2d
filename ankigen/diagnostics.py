"""What is wrong, where, and what to type: values, kept apart from how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ankigen.patterns import late
from ankigen.source import Span

Severity = Literal["error", "warning", "note"]

# Every code that ankigen can report, with its severity. docs/diagnostics.md has a section for each,
# and tests/test_diagnostics.py makes each appear.
CODES: Mapping[str, Severity] = {
    "empty-case": "warning",
    "doubtful-style": "warning",
    "misspelt-principle": "warning",
    "unknown-principle": "warning",
    "repeated-question": "warning",
    "placeholder": "warning",
    "repeated-text": "warning",
    "no-answer": "note",
    "doubtful-identity": "warning",
    "unused-id": "warning",
    "renamed-deck": "note",
    "cannot-retire": "warning",
    "no-question": "error",
    "output-name": "error",
    "output-folder": "error",
    "cannot-write": "error",
    "missing-file": "error",
    "no-notes": "error",
    "empty-file": "error",
    "not-text": "error",
    "nul-byte": "error",
    "cannot-read": "error",
    "lock-conflict": "error",
    "lock-newer": "error",
    "lock-damaged": "error",
    "media-missing": "warning",
    "media-outside": "warning",
    "media-kind": "warning",
    "media-large": "warning",
    "config-yaml": "error",
    "config-key": "error",
    "config-type": "error",
    "config-twice": "error",
    "config-value": "error",
    "config-tag": "error",
    "config-unused": "warning",
    "config-outside": "error",
    "front-matter": "warning",
    "style-missing": "error",
    "style-broken": "error",
    "yaml-notes": "error",
    "bad-package": "error",
    "two-notes-one-id": "error",
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` says what is wrong, lower case and without a full stop; `label` stands
    at the caret; `hint` is what to type. `span` is None where no text is to blame (a missing file:
    then `message` names it)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    label: str = ""
    hint: str = ""


def report(
    code: str, message: str, span: Span | None = None, *, label: str = "", hint: str = ""
) -> Diagnostic:
    """A diagnostic with the severity that `CODES` gives its code (KeyError: an unknown code)."""
    return Diagnostic(code, CODES[code], message, span, label, hint)


class NotesError(Exception):
    """Stops a stage that cannot go on; carries what to show the writer. Raised by whatever opens or
    parses a whole file; reading itself never raises."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics


# --- how they are shown ---

_CONTROL = late(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def visible(text: str) -> str:
    """`text` with \ufffd for every character by which it could steer a terminal."""
    return _CONTROL.sub("\ufffd", text)


def as_text(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """The finding for a person: place, message, the line, a caret below it, what to type. Columns are
    counted in characters; the caret is put by their width on a terminal."""
    span = diagnostic.span
    paint = _PAINT[diagnostic.severity] if colour else ("", "")
    head = f"{paint[0]}{diagnostic.severity}{paint[1]}[{diagnostic.code}]: {visible(diagnostic.message)}"
    out = [head]
    if span is not None:
        place = span.source.position(span.start)
        out.append(f"  --> {visible(span.source.name)}:{place.line}:{place.column}")
        out += _excerpt(span, diagnostic.label, paint)
    if diagnostic.hint:
        out.append(f"  = {visible(diagnostic.hint)}")
    return "\n".join(out)


_PAINT: Mapping[Severity, tuple[str, str]] = {
    "error": ("\x1b[31;1m", "\x1b[0m"),
    "warning": ("\x1b[33;1m", "\x1b[0m"),
    "note": ("\x1b[36;1m", "\x1b[0m"),
}
_WINDOW = 100  # columns of a long line that are shown


def _excerpt(span: Span, label: str, paint: tuple[str, str]) -> list[str]:
    place = span.source.position(span.start)
    line = span.source.line(place.line)
    first = place.column - 1
    length = max(1, min(span.end - span.start, len(line) - first))
    cut = max(0, first - _WINDOW // 3) if len(line) > _WINDOW else 0
    shown = line[cut : cut + _WINDOW]
    before = "…" if cut else ""
    after = "…" if cut + _WINDOW < len(line) else ""
    text, pad, under = _columns(shown, first - cut, min(length, _WINDOW - (first - cut)))
    gutter = " " * len(str(place.line))
    return [
        f"{gutter} |",
        f"{place.line} | {before}{text}{after}",
        f"{gutter} | {' ' * (len(before) + pad)}{paint[0]}{'^' * max(under, 1)}{paint[1]} {label}".rstrip(),
    ]


def _columns(shown: str, at: int, length: int) -> tuple[str, int, int]:
    """The line with what a terminal cannot show replaced, and where the caret starts and how wide."""
    text, before, marked = map(_visible, (shown, shown[:at], shown[at : at + length]))
    if text.isascii():
        return text, len(before), len(marked)
    from wcwidth import wcswidth  # late: only wide and combining characters need it

    return text, max(wcswidth(before), 0), max(wcswidth(marked), 1)


_SPACES = {"\t": "    ", "\u00a0": " ", "\u202f": " ", "\u3000": "  "}


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() else _SPACES.get(c, "\ufffd") for c in text)


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """The finding as the JSON contract of `show` and `check` says."""
    span = diagnostic.span
    place = span.source.position(span.start) if span is not None else None
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "source": span.source.name if span is not None else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "label": diagnostic.label,
        "hint": diagnostic.hint,
    }


def as_github(diagnostic: Diagnostic) -> str:
    """The finding as a workflow command that GitHub shows beside the line."""
    kind = {"error": "error", "warning": "warning", "note": "notice"}[diagnostic.severity]
    span = diagnostic.span
    where = ""
    if span is not None:
        place = span.source.position(span.start)
        where = f"file={_property(span.source.name)},line={place.line},col={place.column},"
    message = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{kind} {where}title={_property(diagnostic.code)}::{escaped}"


def _property(text: str) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(sign, code)
    return text
