"""What is taken out of a package's zip, believing nothing in it: its collection and the list of its media."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Any

from ankigen.diagnostics import NotesError, report

LARGEST = 2 << 30  # bytes of a collection: far more than any deck of notes
RATIO = (
    300  # what grows more than this is a bomb, past the first 64 MiB; decks of text grow ten times
)
_FREE = 64 << 20
_LONGEST_LIST = 64 << 20
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")


def bad(path: Path, what: str, hint: str = "export it again") -> NotesError:
    """The error for a package that is none, is damaged, or means harm."""
    return NotesError(report("bad-package", f"{path}: {what}", hint=hint))


def check_file(path: Path) -> None:
    """Raises NotesError for a folder, a device or a pipe: to open one could wait for ever. OSError."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise bad(path, "this is a folder", "name an .apkg file")
    if not stat.S_ISREG(mode):
        raise bad(path, "this is a device or a pipe", "name an .apkg file")


def collection_of(path: Path, archive: zipfile.ZipFile) -> str:
    """The member that Anki would read. Raises NotesError for names that lead out of a folder, names
    that stand twice, and a zip without a collection."""
    names = archive.namelist()
    if len(names) != len(set(names)):
        raise bad(path, "two members of one name")
    for name in names:
        if leads_out(name):
            raise bad(path, f'a member would leave its folder: "{name[:60]}"', _HARM)
    member = next((n for n in _COLLECTIONS if n in names), None)
    if member is None:
        raise bad(path, "holds no collection, so it is no Anki package", "name an .apkg file")
    return member


def leads_out(name: str) -> bool:
    """Would a file of this name be written elsewhere, on any system?"""
    way = PureWindowsPath(name)  # it knows both slashes, drives and streams
    return bool(way.drive or way.root or ":" in name[:3] or ".." in way.parts)


def unpack(path: Path, archive: zipfile.ZipFile, member: str, work: Path) -> None:
    """Writes the collection to `work`. Raises NotesError for a bomb and for what is no database."""
    info = archive.getinfo(member)
    packed, total = max(info.compress_size, 1), info.file_size
    if total > LARGEST:
        raise _bomb(path, total)
    total = 0
    with archive.open(info) as source, work.open("wb") as target:
        for block in _blocks(source, member.endswith("b")):
            if not total and not block.startswith(b"SQLite format 3\0"):
                raise bad(path, "its collection is no SQLite database")
            total += len(block)
            if total > LARGEST or (total > _FREE and total > packed * RATIO):
                raise _bomb(path, total)
            target.write(block)
    if not total:
        raise bad(path, "its collection is empty")


def _bomb(path: Path, size: int) -> NotesError:
    return bad(path, f"unpacks to more than {size >> 20} MiB; this is no deck of notes", _HARM)


_HARM = "do not open this package"


def _blocks(source: Any, zstd: bool) -> Iterator[bytes]:
    if not zstd:
        while block := source.read(1 << 20):
            yield block
        return
    import zstandard  # late: only packages of current Anki need it

    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
            source, read_across_frames=True
        ) as reader:
            while block := reader.read(1 << 20):
                yield block
    except zstandard.ZstdError as error:
        raise ValueError(f"zstandard: {error}") from None


# --- media ---


def media_of(path: Path, archive: zipfile.ZipFile, modern: bool) -> tuple[tuple[str, int], ...]:
    """Names of the media files and the bytes that each takes in the package. Raises NotesError where
    the list and the files do not agree; ValueError for a list that is none."""
    sizes = {i.filename: i.compress_size for i in archive.infolist()}
    if "media" not in sizes:
        return ()
    data = bytearray()
    with archive.open("media") as file:
        for block in _blocks(file, modern):
            data += block
            if len(data) > _LONGEST_LIST:
                raise bad(path, "a list of media beyond belief", _HARM)
    names = _listed(bytes(data)) if modern else _classic(bytes(data))
    missing = [n for key, n in names.items() if key not in sizes]
    if missing:
        raise bad(path, f"lists {len(names)} media files and holds {len(names) - len(missing)}")
    for name in names.values():
        if leads_out(name):
            raise bad(path, f'a media file would leave its folder: "{name[:60]}"', _HARM)
    return tuple((name, sizes[key]) for key, name in names.items())


def _classic(data: bytes) -> dict[str, str]:
    names = json.loads(data or b"{}")
    if not isinstance(names, dict) or not all(isinstance(n, str) for n in names.values()):
        raise ValueError("the list of media is damaged")
    return names


def _listed(data: bytes) -> dict[str, str]:
    """Names in a MediaEntries message (anki proto/anki/import_export.proto: entries = 1, name = 1);
    the nth file is the member called n."""
    entries = [value for tag, value in _messages(data) if tag == 1]
    return {
        str(number): dict(_messages(value)).get(1, b"").decode("utf-8", "replace")
        for number, value in enumerate(entries)
    }


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
