"""A person's own notes to Anki decks that keep their study history."""

from ankigen.config import Config
from ankigen.diagnostics import Diagnostic, NotesError
from ankigen.reading import Account, LineAccounts, Reading, Role
from ankigen.records import Answer, Beat, Borrowed, Notebook, Principle, Record
from ankigen.source import Position, Source, Span

__all__ = [
    "Account",
    "Answer",
    "Beat",
    "Borrowed",
    "Config",
    "Diagnostic",
    "LineAccounts",
    "Notebook",
    "NotesError",
    "Position",
    "Principle",
    "Reading",
    "Record",
    "Role",
    "Source",
    "Span",
]
