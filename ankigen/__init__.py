"""A person's own notes to Anki decks that keep their study history; docs/library.md shows each name."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers know this name; the module typing takes a while to open
if TYPE_CHECKING:
    from ankigen.build import Deck, prepare, read_locks, write
    from ankigen.config import Config
    from ankigen.config import parse as parse_config
    from ankigen.diagnostics import Diagnostic, NotesError, as_github, as_json, as_text
    from ankigen.inputs import decode, load
    from ankigen.inspect import Package
    from ankigen.inspect import read as read_package
    from ankigen.preview import page as preview_page
    from ankigen.reader import read
    from ankigen.reading import Account, LineAccounts, Reading, Role
    from ankigen.records import Answer, Beat, Borrowed, Notebook, Principle, Record
    from ankigen.show import to_json as reading_as_json
    from ankigen.source import Position, Source, Span
    from ankigen.yaml_notes import dump as dump_yaml

__all__ = [
    "Account",
    "Answer",
    "Beat",
    "Borrowed",
    "Config",
    "Deck",
    "Diagnostic",
    "LineAccounts",
    "Notebook",
    "NotesError",
    "Package",
    "Position",
    "Principle",
    "Reading",
    "Record",
    "Role",
    "Source",
    "Span",
    "as_github",
    "as_json",
    "as_text",
    "decode",
    "dump_yaml",
    "load",
    "parse_config",
    "prepare",
    "preview_page",
    "read",
    "read_locks",
    "read_package",
    "reading_as_json",
    "write",
]

# Rooms are opened when one of their names is asked for, so that the command line starts at once.
_LATE = {
    "Account": ("reading", "Account"),
    "Answer": ("records", "Answer"),
    "Beat": ("records", "Beat"),
    "Borrowed": ("records", "Borrowed"),
    "Config": ("config", "Config"),
    "Deck": ("build", "Deck"),
    "Diagnostic": ("diagnostics", "Diagnostic"),
    "LineAccounts": ("reading", "LineAccounts"),
    "Notebook": ("records", "Notebook"),
    "NotesError": ("diagnostics", "NotesError"),
    "Package": ("inspect", "Package"),
    "Position": ("source", "Position"),
    "Principle": ("records", "Principle"),
    "Reading": ("reading", "Reading"),
    "Record": ("records", "Record"),
    "Role": ("reading", "Role"),
    "Source": ("source", "Source"),
    "Span": ("source", "Span"),
    "as_github": ("diagnostics", "as_github"),
    "as_json": ("diagnostics", "as_json"),
    "as_text": ("diagnostics", "as_text"),
    "decode": ("inputs", "decode"),
    "dump_yaml": ("yaml_notes", "dump"),
    "load": ("inputs", "load"),
    "parse_config": ("config", "parse"),
    "prepare": ("build", "prepare"),
    "preview_page": ("preview", "page"),
    "read": ("reader", "read"),
    "read_locks": ("build", "read_locks"),
    "read_package": ("inspect", "read"),
    "reading_as_json": ("show", "to_json"),
    "write": ("build", "write"),
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module 'ankigen' has no attribute {name!r}")
    room, own = _LATE[name]
    return getattr(import_module(f"ankigen.{room}"), own)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
