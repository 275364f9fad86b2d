"""Cards to .apkg, the only module that knows genanki.

genanki gives what it is right about: the tables of Anki's schema 11, the row of collection settings,
the JSON of decks. Note types are as it writes them (a test compares), from constants, because to open
all of genanki takes longer than to build a small deck. Notes and cards are written here, because genanki
stamps every note as changed at every export, counts ids from the clock, leaves its temporary file behind,
and makes a zip that differs at every run."""

from __future__ import annotations

import hashlib
import html
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any

from ankigen import archive, writing
from ankigen.cards import Note
from ankigen.diagnostics import NotesError, report
from ankigen.notetypes import NoteType
from ankigen.patterns import late

_MADE = 1_600_000_000  # seconds: when "the collection" was made; a constant, in the past
_WHOLE_COLLECTION = re.compile(r"collection\.apkg$|backup-.*\.apkg$|.*\.colpkg$", re.I)
_TAGS = late(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file to pack: the name that fields use, and where its bytes are."""

    name: str
    path: Path


def check_name(path: Path) -> None:
    """Raises NotesError for a name that Anki would take for a whole collection, or for no deck."""
    name = path.name
    if _WHOLE_COLLECTION.match(name):
        raise NotesError(report(
            "output-name", f'Anki takes a file named "{name}" for a whole collection and would replace '
            "everything the learner has", hint="choose another name, for example -o interview.apkg",
        ))  # fmt: skip
    if name.lower() == ".apkg":
        raise NotesError(report(
            "output-name", f'"{name}" is a suffix without a name', hint="-o interview.apkg"
        ))  # fmt: skip
    if path.suffix.lower() != ".apkg":
        raise NotesError(report(
            "output-name", f'"{name}" does not end in .apkg, so no Anki would open it',
            hint=f"-o {path.stem or 'deck'}.apkg",
        ))  # fmt: skip


def write(
    path: Path,
    notes: Sequence[Note],
    note_types: Mapping[str, NoteType],
    looks: Mapping[str, int],
    media: Sequence[MediaFile] = (),
    ready: Callable[[Path], object] | None = None,
) -> None:
    """Writes `notes` to `path`, whole or not at all; the same notes give the same bytes. `looks` is
    the mod (seconds) of each note type; `ready` is called with the finished file before it takes its
    name. Raises NotesError for two notes with one GUID, OSError."""
    with packing(path, note_types) as package:
        for note in sorted(notes, key=lambda n: n.id):
            package.add(note)
        package.finish(note_types, looks, media, ready)


@contextmanager
def packing(path: Path, note_types: Mapping[str, NoteType]) -> Iterator[Packing]:
    """A package for `path` to which notes are added one by one, so that nobody has to hold them all.
    Nothing of it is left without its `finish`. Raises NotesError for two notes with one GUID, OSError."""
    check_name(path)
    package = Packing(path, {t.key: t.id for t in note_types.values()})
    try:
        yield package
    except sqlite3.OperationalError as error:
        raise OSError(28 if "full" in str(error) else 5, str(error), str(path)) from error
    finally:
        package.close()


_BATCH = 200  # notes that are inserted at a time


class Packing:
    """The collection of a package while it fills."""

    def __init__(self, path: Path, ids: Mapping[str, int]) -> None:
        self.path, self.ids = path, ids
        self.work = writing.part_of(path.with_name(f".{path.name}.db"))
        self.connection: sqlite3.Connection | None = None
        self.guids: set[str] = set()
        self.kinds: set[str] = set()
        self.decks: dict[str, int] = {}
        self.first: tuple[int, int] = (0, 1)  # of the first note to study: its place, its deck
        self.rows: list[tuple[object, ...]] = []
        self.cards: list[tuple[int, ...]] = []

    def add(self, note: Note) -> None:
        """Adds a note. In the order of their ids it is fastest and takes the least room."""
        if note.guid in self.guids:
            raise _twice(note)
        self.guids.add(note.guid)
        self.kinds.add(note.note_type)
        deck = self.decks.get(note.deck)
        if deck is None:
            deck = self.decks[note.deck] = deck_id(note.deck)
        if not self.first[0] or note.due < self.first[0]:
            self.first = note.due, deck
        self.rows.append(_note_row(note, self.ids))
        self.cards += [
            (note.id + ordinal, note.id, deck, ordinal, note.mod, note.due)
            for ordinal in note.templates
        ]
        if len(self.rows) >= _BATCH:
            self._insert(self.connection or self._opened())

    def finish(
        self,
        note_types: Mapping[str, NoteType],
        looks: Mapping[str, int],
        media: Sequence[MediaFile] = (),
        ready: Callable[[Path], object] | None = None,
    ) -> None:
        """Writes the package, whole or not at all; see `write`."""
        connection = self.connection or self._opened()
        self._insert(connection)
        used = [t for t in note_types.values() if t.key in self.kinds]
        models = {str(t.id): _model(t, looks.get(t.key, t.mod), self.first[1]) for t in used}
        _settings(connection, models, {n: deck_id(n) for n in _with_parents(self.decks)})
        connection.execute("COMMIT")
        connection.executescript(_split(_genanki("apkg_schema").APKG_SCHEMA)[1])
        connection.close()
        _same_header(self.work)
        members = _members(self.work, media)
        writing.replace(self.path, lambda file: archive.write(file, members), ready)

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            writing.discard(self.work)

    def _opened(self) -> sqlite3.Connection:
        writing.sweep(self.path)
        writing.sweep(self.path.with_name(f".{self.path.name}.db"))
        try:
            self.work.open("wb").close()  # sqlite3 does not say why a file cannot be made
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.path)) from error
        self.connection = sqlite3.connect(self.work, isolation_level=None)
        # Pages of 8 kB: a note is often longer than one of 4 kB has room for, and what it leaves free
        # there is a seventh of the file.
        self.connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;"
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;"
            + _split(_genanki("apkg_schema").APKG_SCHEMA)[0]
            + _genanki("apkg_col").APKG_COL
        )
        self.connection.execute("BEGIN")
        return self.connection

    def _insert(self, connection: sqlite3.Connection) -> None:
        connection.executemany("INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,?,0,'')", self.rows)
        connection.executemany(
            "INSERT INTO cards VALUES(?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", self.cards
        )
        self.rows.clear()
        self.cards.clear()


def _twice(note: Note) -> NotesError:
    return NotesError(report(
        "two-notes-one-id", f'two notes have the id {note.guid}: "{note.fields[0][:80]}" is the second',
        hint="give one of them another `id:`",
    ))  # fmt: skip


# --- the collection ---


def _genanki(name: str) -> Any:
    """A module of genanki without the package round it, which opens asyncio and a reader of YAML."""
    whole = find_spec("genanki")
    places = whole.submodule_search_locations if whole is not None else None
    spec = PathFinder.find_spec(f"genanki.{name}", places)
    if spec is None or spec.loader is None:
        return import_module(f"genanki.{name}")  # from an unusual place
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _split(schema: str) -> tuple[str, str]:
    """The tables, and the indexes: those are made once the rows are in, which is faster."""
    statements = [s.strip() for s in schema.split(";") if s.strip()]
    tables = [s for s in statements if not s.upper().startswith("CREATE INDEX")]
    indexes = [s for s in statements if s.upper().startswith("CREATE INDEX")]
    return ";".join(tables) + ";", ";".join(indexes) + ";"


def _with_parents(names: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in dict.fromkeys(names):
        parts = name.split("::")
        for depth in range(1, len(parts) + 1):
            found.setdefault("::".join(parts[:depth]))
    return list(found)


def deck_id(name: str) -> int:
    """A deck's id, from its name: decks match by name in every client, the id only has to be one."""
    number = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=5).digest(), "big")
    return 1_400_000_000_000 + number % 100_000_000_000


# What genanki.Model says of every note type, field and template that names nothing else.
_MODEL = {
    "latexPost": "\\end{document}",
    "latexPre": "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n"
    "\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n"
    "\\setlength{\\parindent}{0in}\n\\begin{document}\n",
    "latexsvg": False, "sortf": 0, "tags": [], "type": 0, "usn": -1, "vers": [],
}  # fmt: skip
_FIELD = {"font": "Liberation Sans", "media": [], "rtl": False, "size": 20, "sticky": False}
_TEMPLATE = {"bafmt": "", "bqfmt": "", "bfont": "", "bsize": 0, "did": None}


def _model(kind: NoteType, mod: int, deck: int) -> dict[str, Any]:
    fields = [
        _FIELD | {"name": f.name, "id": f.id, "ord": at, "description": f.hint, "collapsed": bool(f.hint)}
        for at, f in enumerate(kind.fields)
    ]  # fmt: skip
    templates = [
        _TEMPLATE | {"name": t.name, "id": t.id, "ord": at, "qfmt": t.front, "afmt": t.back}
        for at, t in enumerate(kind.templates)
    ]
    return _MODEL | {
        "id": kind.id, "name": kind.name, "mod": mod, "did": deck, "css": kind.css,
        "flds": fields, "tmpls": templates, "req": kind.requires,
    }  # fmt: skip


def _settings(
    connection: sqlite3.Connection, models: Mapping[str, Any], decks: Mapping[str, int]
) -> None:
    conf, old_decks = connection.execute("SELECT conf, decks FROM col").fetchone()
    default = json.loads(old_decks)["1"]
    listed = {"1": default | {"mod": _MADE}}
    for name, number in decks.items():
        listed[str(number)] = default | {"id": number, "name": name, "mod": _MADE, "usn": -1}
    settings = json.loads(conf)
    settings["curModel"] = next(iter(models), None)
    connection.execute(
        "UPDATE col SET crt=?, mod=?, scm=?, conf=?, models=?, decks=?",
        (_MADE, _MADE * 1000, _MADE * 1000, _json(settings), _json(models), _json(listed)),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _note_row(note: Note, ids: Mapping[str, int]) -> tuple[object, ...]:
    first = plain(note.fields[0])
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    return (
        note.id, note.guid, ids[note.note_type], note.mod, tags, "\x1f".join(note.fields), first, checksum(first),
    )  # fmt: skip


def plain(field: str) -> str:
    """A field without its HTML, as Anki keeps it for sorting (rslib notes/mod.rs)."""
    if "<" in field:
        field = _TAGS.sub("", field)
    return html.unescape(field) if "&" in field else field


def checksum(first: str) -> int:
    """Anki's csum of a first field without HTML: the first four bytes of its SHA-1."""
    return int(hashlib.sha1(first.encode("utf-8", "replace")).hexdigest()[:8], 16)


def _same_header(work: Path) -> None:
    """Counters and the SQLite version that a database file carries; they change no content."""
    with work.open("r+b") as file:
        for at, value in ((24, 1), (92, 1), (96, 3_040_001)):
            file.seek(at)
            file.write(value.to_bytes(4, "big"))


# --- the zip ---


def _members(database: Path, media: Sequence[MediaFile]) -> Iterator[tuple[str, Path | bytes]]:
    yield "collection.anki2", database
    for number, item in enumerate(media):
        yield str(number), item.path
    listed = json.dumps({str(i): m.name for i, m in enumerate(media)}, ensure_ascii=False)
    yield "media", listed.encode()
