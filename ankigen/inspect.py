"""Any .apkg back to notes, cards and media; reads only, believes nothing."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ankigen import unpacking
from ankigen.diagnostics import NotesError, report, visible
from ankigen.unpacking import bad

_STEPS = 3_000  # hundred thousands of SQLite's steps: a million notes take a tenth of them
_LONGEST = 256 << 20  # bytes of one value
_TABLES = ("notes", "cards", "col", "decks", "notetypes", "fields", "templates")
_WRONG = (
    zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, TypeError,
    LookupError, AttributeError, OverflowError, MemoryError, zlib.error, sqlite3.Error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PackedType:
    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackedNote:
    id: int
    guid: str
    note_type: str
    mod: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackedCard:
    id: int
    note_id: int
    deck: str
    ordinal: int
    due: int


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds. `format` is "schema 11" or "schema 18"; `media` are (name, bytes packed)."""

    format: str
    decks: tuple[str, ...]
    note_types: tuple[PackedType, ...]
    notes: tuple[PackedNote, ...]
    cards: tuple[PackedCard, ...]
    media: tuple[tuple[str, int], ...]

    def field(self, note: PackedNote, name: str) -> str:
        """The content of a note's field by its name; '' where it has none."""
        kind = next((t for t in self.note_types if t.name == note.note_type), None)
        if kind is None or name not in kind.fields:
            return ""
        return note.fields[kind.fields.index(name)]


def read(path: Path) -> Package:
    """The package at `path`. Raises NotesError for whatever is no package, is damaged or hostile;
    writes nothing but a private temporary folder, which is gone afterwards."""
    try:
        unpacking.check_file(path)
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except NotesError:
        raise
    except FileNotFoundError:
        message = f"{path}: no such file"
        raise NotesError(report("missing-file", message, hint="check the name")) from None
    except OSError as error:
        message = f"{path}: {(error.strerror or str(error)).lower()}"
        raise NotesError(report("cannot-read", message)) from None
    except _WRONG as error:
        raise bad(path, f"no sound .apkg ({_short(error)})") from None


def _short(error: BaseException) -> str:
    return str(error).split("\n")[0][:100] or type(error).__name__


def _read(path: Path, archive: zipfile.ZipFile) -> Package:
    member = unpacking.collection_of(path, archive)
    modern = member.endswith("b")
    with tempfile.TemporaryDirectory(prefix="ankigen-") as folder:
        work = Path(folder) / "collection"
        unpacking.unpack(path, archive, member, work)
        package = _collection(path, work, modern)
    return replace(package, media=unpacking.media_of(path, archive, modern))


def _collection(path: Path, work: Path, modern: bool) -> Package:
    connection = sqlite3.connect(f"{work.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        _guard(connection)
        _check_tables(path, connection)
        decks, kinds = (
            _modern(connection)
            if modern and _columns(connection, "notetypes")
            else _classic(connection)
        )
        notes = tuple(_notes(path, connection, {k.id: k for k in kinds}))
        cards = tuple(_cards(path, connection, decks, {n.id for n in notes}))
    finally:
        connection.close()
    used = {c.deck for c in cards}
    shown = tuple(sorted(n for n in decks.values() if n in used))
    return Package("schema 18" if modern else "schema 11", shown, kinds, notes, cards, ())


def _guard(connection: sqlite3.Connection) -> None:
    """No statement runs for ever, no value is huge, nothing in the schema is trusted."""
    steps = [0]

    def tired() -> int:
        steps[0] += 1
        return steps[0] > _STEPS

    connection.set_progress_handler(tired, 100_000)
    if sys.version_info >= (3, 11):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    connection.text_factory = lambda b: b.decode("utf-8", "replace")


def _check_tables(path: Path, connection: sqlite3.Connection) -> None:
    """What is read are plain tables: a view or a computed column is a program that somebody else wrote."""
    for kind, name, code in connection.execute("SELECT type,name,sql FROM sqlite_master"):
        if str(name).lower() not in _TABLES:
            continue
        plain = kind == "table" and not str(code).upper().startswith("CREATE VIRTUAL")
        if not plain or any(hidden for *_, hidden in _columns(connection, str(name))):
            raise bad(path, f'"{name}" is no plain table', "do not open this package")


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)).fetchall()


def _notes(
    path: Path, connection: sqlite3.Connection, kinds: dict[int, PackedType]
) -> Iterator[PackedNote]:
    for number, guid, kind_id, mod, tags, fields in connection.execute(
        "SELECT id,guid,mid,mod,tags,flds FROM notes ORDER BY id"
    ):
        kind = kinds.get(kind_id)
        parts = tuple(_text(fields).split("\x1f"))
        if kind is None:
            raise bad(path, f"note {number} has a note type that is not there")
        if len(parts) != len(kind.fields):
            raise bad(path, f"note {number} has {len(parts)} fields, its note type {len(kind.fields)}")  # fmt: skip
        yield PackedNote(
            int(number), _text(guid), kind.name, int(mod), tuple(_text(tags).split()), parts
        )


def _cards(
    path: Path, connection: sqlite3.Connection, decks: dict[int, str], notes: set[int]
) -> Iterator[PackedCard]:
    for number, note, deck, ordinal, due in connection.execute(
        "SELECT id,nid,did,ord,due FROM cards ORDER BY nid,ord"
    ):
        if note not in notes:
            raise bad(path, f"card {number} belongs to a note that is not there")
        yield PackedCard(int(number), note, decks.get(deck, str(deck)), int(ordinal), int(due))


def _text(value: object) -> str:
    """A column's value as text, whatever was stored there."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _classic(connection: sqlite3.Connection) -> tuple[dict[int, str], tuple[PackedType, ...]]:
    models, decks = connection.execute("SELECT models, decks FROM col").fetchone()
    kinds = tuple(
        PackedType(
            int(m["id"]), str(m["name"]), tuple(str(f["name"]) for f in m["flds"]), tuple(str(t["name"]) for t in m["tmpls"])
        )
        for m in json.loads(models).values()
    )  # fmt: skip
    return {int(k): str(d["name"]) for k, d in json.loads(decks).items()}, kinds


def _modern(connection: sqlite3.Connection) -> tuple[dict[int, str], tuple[PackedType, ...]]:
    decks = {
        int(i): _text(n).replace("\x1f", "::")
        for i, n in connection.execute("SELECT id,name FROM decks")
    }
    fields: dict[int, list[str]] = {}
    templates: dict[int, list[str]] = {}
    for table, into in (("fields", fields), ("templates", templates)):
        for kind, name in connection.execute(f"SELECT ntid,name FROM {table} ORDER BY ntid,ord"):
            into.setdefault(kind, []).append(_text(name))
    kinds = tuple(
        PackedType(int(i), _text(n), tuple(fields.get(i, ())), tuple(templates.get(i, ())))
        for i, n in connection.execute("SELECT id,name FROM notetypes ORDER BY id")
    )
    return decks, kinds


# --- shown ---


def to_json(package: Package) -> dict[str, Any]:
    return {
        "version": 1,
        "format": package.format,
        "decks": list(package.decks),
        "note_types": [
            {"id": t.id, "name": t.name, "fields": list(t.fields), "templates": list(t.templates)} for t in package.note_types
        ],
        "notes": [
            {"id": n.id, "guid": n.guid, "note_type": n.note_type, "mod": n.mod, "tags": list(n.tags), "fields": list(n.fields)}
            for n in package.notes
        ],
        "cards": [
            {"id": c.id, "note": c.note_id, "deck": c.deck, "ordinal": c.ordinal, "due": c.due} for c in package.cards
        ],
        "media": [{"name": name, "bytes": size} for name, size in package.media],
    }  # fmt: skip


def as_text(package: Package, name: str) -> Iterator[str]:
    """What a person wants to know, as lines."""
    return map(visible, _told(package, name))


def _told(package: Package, name: str) -> Iterator[str]:
    tags = sorted({t for n in package.notes for t in n.tags})
    in_deck = Counter(c.deck for c in package.cards)
    of_type = Counter(n.note_type for n in package.notes)
    yield f"{name}: {package.format}, {len(package.notes)} notes, {len(package.cards)} cards, {len(package.media)} media files"
    for deck in package.decks:
        yield f"deck  {deck}  ({in_deck[deck]} cards)"
    for kind in package.note_types:
        yield f"note type  {kind.name}  ({of_type[kind.name]} notes)"
        yield f"  fields     {', '.join(kind.fields)}"
        yield f"  templates  {', '.join(kind.templates)}"
    if tags:
        yield "tags  " + "  ".join(tags)
    yield from _rows(package.notes)
    for media, size in package.media:
        yield f"media  {media}  {size} bytes"


def _rows(notes: Sequence[PackedNote]) -> Iterator[str]:
    from ankigen.package import plain

    for note in notes:
        first = " ".join(plain(note.fields[0]).split())
        yield f"{note.guid}  {first[:90]}{'…' if len(first) > 90 else ''}"


__all__ = ["Package", "PackedCard", "PackedNote", "PackedType", "as_text", "read", "to_json"]
