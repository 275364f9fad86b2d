"""Any .apkg back to notes, cards and media; reads only, believes nothing."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ankigen.diagnostics import NotesError, report

LARGEST = 2 << 30  # bytes of a collection: far more than any deck of notes
RATIO = 2000  # a member that grows more than this many times is a bomb, past the first 64 MiB
_FREE = 64 << 20
MEDIA_LIST = 64 << 20


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
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except FileNotFoundError:
        raise _bad("missing-file", f"{path}: no such file", "check the name") from None
    except IsADirectoryError:
        raise _bad("bad-package", f"{path}: this is a folder", "name an .apkg file") from None
    except OSError as error:
        raise _bad("cannot-read", f"{path}: {(error.strerror or str(error)).lower()}", "") from None
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
        KeyError,
        OverflowError,
        RecursionError,
        zlib.error,
    ) as error:
        raise _bad(
            "bad-package", f"{path}: no sound .apkg ({_short(error)})", "export it again"
        ) from None


def _short(error: BaseException) -> str:
    return str(error).split("\n")[0][:100] or type(error).__name__


def _bad(code: str, message: str, hint: str) -> NotesError:
    return NotesError(report(code, message, hint=hint))


def _read(path: Path, archive: zipfile.ZipFile) -> Package:
    names = archive.namelist()
    if len(names) != len(set(names)):
        raise _bad("bad-package", f"{path}: two members of one name", "export it again")
    for name in names:
        if name.startswith(("/", "\\")) or ".." in Path(name).parts or ":" in name[:3]:
            raise _bad(
                "bad-package",
                f'{path}: a member would leave its folder: "{name[:60]}"',
                "do not open this package",
            )
    modern = "collection.anki21b" in names
    member = next(
        (n for n in ("collection.anki21b", "collection.anki21", "collection.anki2") if n in names),
        None,
    )
    if member is None:
        raise _bad(
            "bad-package",
            f"{path}: holds no collection, so it is no Anki package",
            "name an .apkg file",
        )
    with tempfile.TemporaryDirectory(prefix="ankigen-") as folder:
        work = Path(folder) / "collection"
        _unpack(path, archive, member, work, zstd=modern)
        with work.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise _bad(
                    "bad-package",
                    f"{path}: its collection is no SQLite database",
                    "export it again",
                )
        try:
            package = _collection(path, work, modern)
        except (
            sqlite3.Error,
            UnicodeDecodeError,
            TypeError,
            AttributeError,
            json.JSONDecodeError,
            KeyError,
        ) as error:
            raise _bad(
                "bad-package",
                f"{path}: its collection is damaged ({_short(error)})",
                "export it again",
            ) from None
    return replace(package, media=_media(path, archive, modern))


def _unpack(path: Path, archive: zipfile.ZipFile, member: str, work: Path, *, zstd: bool) -> None:
    packed = max(archive.getinfo(member).compress_size, 1)
    with archive.open(member) as source, work.open("wb") as target:
        total = 0
        for block in _blocks(source, zstd):
            total += len(block)
            if total > LARGEST or (total > _FREE and total > packed * RATIO):
                raise _bad(
                    "bad-package",
                    f"{path}: unpacks to more than {total >> 20} MiB; this is no deck of notes",
                    "do not open this package",
                )
            target.write(block)


def _blocks(source: Any, zstd: bool) -> Iterator[bytes]:
    if zstd:
        import zstandard  # late: only packages of current Anki need it

        try:
            with zstandard.ZstdDecompressor().stream_reader(
                source, read_across_frames=True
            ) as reader:
                while block := reader.read(1 << 20):
                    yield block
        except zstandard.ZstdError as error:
            raise ValueError(f"zstandard: {error}") from None
        return
    while block := source.read(1 << 20):
        yield block


def _collection(path: Path, work: Path, modern: bool) -> Package:
    connection = sqlite3.connect(f"file:{work}?mode=ro&immutable=1", uri=True)
    try:
        steps = [0]

        def tired() -> int:
            steps[0] += 1
            return steps[0] > 20_000  # a view that joins itself for ever

        connection.set_progress_handler(tired, 100_000)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.create_collation(
            "unicase", lambda a, b: (a.casefold() > b.casefold()) - (a.casefold() < b.casefold())
        )
        odd = connection.execute(
            "SELECT name FROM sqlite_master WHERE type<>'table' AND name IN ('notes','cards','col','decks','notetypes')"
        ).fetchone()
        if odd:
            raise _bad("bad-package", f'{path}: "{odd[0]}" is no table', "do not open this package")
        connection.text_factory = lambda b: b.decode("utf-8", "replace")
        decks, kinds = (
            _modern(connection)
            if modern and _has(connection, "notetypes")
            else _classic(connection)
        )
        version = "schema 18" if modern else "schema 11"
        notes = tuple(_notes(path, connection, {k.id: k for k in kinds}))
        cards = tuple(
            PackedCard(i, n, decks.get(d, str(d)), o, due)
            for i, n, d, o, due in connection.execute(
                "SELECT id,nid,did,ord,due FROM cards ORDER BY nid,ord"
            )
        )
        used = {c.deck for c in cards}
        return Package(
            version, tuple(sorted(n for n in decks.values() if n in used)), kinds, notes, cards, ()
        )
    finally:
        connection.close()


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name=?", (table,)).fetchone())


def _notes(
    path: Path, connection: sqlite3.Connection, kinds: dict[int, PackedType]
) -> Iterator[PackedNote]:
    for number, guid, kind_id, mod, tags, fields in connection.execute(
        "SELECT id,guid,mid,mod,tags,flds FROM notes ORDER BY id"
    ):
        kind = kinds.get(kind_id)
        parts = tuple(str(fields).split("\x1f"))
        if kind is None:
            raise _bad(
                "bad-package",
                f"{path}: note {number} has a note type that is not there",
                "export it again",
            )
        if len(parts) != len(kind.fields):
            raise _bad(
                "bad-package",
                f"{path}: note {number} has {len(parts)} fields, its note type {len(kind.fields)}",
                "export it again",
            )
        yield PackedNote(number, str(guid), kind.name, mod, tuple(str(tags).split()), parts)


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
        i: str(n).replace("\x1f", "::") for i, n in connection.execute("SELECT id,name FROM decks")
    }
    fields: dict[int, list[str]] = {}
    templates: dict[int, list[str]] = {}
    for table, into in (("fields", fields), ("templates", templates)):
        for kind, name in connection.execute(f"SELECT ntid,name FROM {table} ORDER BY ntid,ord"):
            into.setdefault(kind, []).append(str(name))
    kinds = tuple(
        PackedType(i, str(n), tuple(fields.get(i, ())), tuple(templates.get(i, ())))
        for i, n in connection.execute("SELECT id,name FROM notetypes ORDER BY id")
    )
    return decks, kinds


def _media(path: Path, archive: zipfile.ZipFile, modern: bool) -> tuple[tuple[str, int], ...]:
    sizes = {i.filename: i.compress_size for i in archive.infolist()}
    if "media" not in sizes:
        return ()
    with archive.open("media") as file:
        data = b""
        for block in _blocks(file, modern):
            data += block
            if len(data) > MEDIA_LIST:
                raise _bad(
                    "bad-package",
                    f"{path}: a list of media beyond belief",
                    "do not open this package",
                )
    names = (
        _names_of(data)
        if modern
        else {str(k): str(v) for k, v in json.loads(data or b"{}").items()}
    )
    return tuple((name, sizes[key]) for key, name in names.items() if key in sizes)


def _names_of(data: bytes) -> dict[str, str]:
    """Names in a MediaEntries message (anki proto/anki/import_export.proto: entries = 1, name = 1)."""
    names: dict[str, str] = {}
    for number, (tag, value) in enumerate(_messages(data)):
        if tag == 1:
            inner = dict(_messages(value))
            names[str(number)] = inner.get(1, b"").decode("utf-8", "replace")
    return names


def _messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Field number and bytes of every length-delimited field of a protobuf message."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == 2:
            size, at = _varint(data, at)
            if at + size > len(data):
                raise ValueError("the list of media is cut off")
            yield key >> 3, data[at : at + size]
            at += size
        elif kind == 0:
            _, at = _varint(data, at)
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise ValueError("the list of media is damaged")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("the list of media is damaged")
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if not byte & 128:
            return value, at


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
    tags = sorted({t for n in package.notes for t in n.tags})
    yield f"{name}: {package.format}, {len(package.notes)} notes, {len(package.cards)} cards, {len(package.media)} media files"
    for deck in package.decks:
        yield f"deck  {deck}  ({sum(c.deck == deck for c in package.cards)} cards)"
    for kind in package.note_types:
        count = sum(n.note_type == kind.name for n in package.notes)
        yield f"note type  {kind.name}  ({count} notes)"
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
