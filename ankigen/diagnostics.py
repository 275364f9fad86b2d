"""What is wrong, where, and what to type: values, kept apart from how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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
    "doubtful-identity": "warning",
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
