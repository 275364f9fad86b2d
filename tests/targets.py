"""What must hold of any bytes at all, for each parser: the laws that fuzzing attacks and that every
finding is kept against."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from harmless import harmful

from ankigen import build, front_matter, inspect, lockfile, package, reader, yaml_notes
from ankigen import config as configuration
from ankigen.diagnostics import NotesError, as_github, as_json, as_text
from ankigen.inputs import decode
from ankigen.reading import Reading, Role
from ankigen.source import Source

NOW = 1_764_000_000
SUFFIXES = (".txt", ".md", ".org")
_GUARD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _told(found: object) -> None:
    """Every finding can be shown in every form."""
    for diagnostic in found:  # type: ignore[attr-defined]
        assert as_text(diagnostic)
        assert json.dumps(as_json(diagnostic))
        assert "\n" not in as_github(diagnostic)
        if diagnostic.span is not None:
            assert (
                0
                <= diagnostic.span.start
                <= diagnostic.span.end
                <= len(diagnostic.span.source.text)
            )


def no_line_lost(source: Source, reading: Reading) -> None:
    """Every line has a role and a reason, and what is called an answer is in one."""
    (account,) = reading.accounts
    lines = source.text.split("\n")
    assert len(account.lines) == len(lines)
    told = "".join(
        r.question + "".join(a.label + a.text for a in r.answers) for r in reading.notebook.records
    )
    told = "".join(c for c in told if c.isalnum())
    for text, line in zip(lines, account.lines, strict=True):
        assert isinstance(line.role, Role)
        assert line.why
        if line.role is Role.BLANK:
            assert not any(c.isalnum() for c in text), text
        if line.role is Role.ANSWER:
            words = [w for w in text.split() if w.isalnum()]
            if len(words) > 2:  # the last word: a label stands in front
                assert words[-1] in told, (text, words[-1])


def reading(data: bytes) -> None:
    """The first byte chooses the suffix, the rest are notes: read, matched, made to cards."""
    name = "notes" + SUFFIXES[data[0] % len(SUFFIXES)] if data else "notes.txt"
    try:
        source = decode(name, data[1:])
    except NotesError as error:
        _told(error.diagnostics)
        return
    no_line_lost(source, reader.read([source]))
    deck = build.prepare([source], now=NOW)
    _told(deck.diagnostics)
    for note in deck.stamped.notes:
        for field in note.fields:
            assert not (wrong := harmful(field)), (wrong, field)
            assert not _GUARD.search(field), field
        assert all(not set(t) & set(' "\t\n\u3000') for t in note.tags)
    again = build.prepare([source], now=NOW + 60, locks=deck.locks)
    assert not again.stamped.new and not again.stamped.changed, (
        again.stamped.new,
        again.stamped.changed,
    )
    assert lockfile.parse(Source("ankigen.lock", lockfile.dump(deck.locks))) == deck.locks


def _parsed(parse: Callable[[Source], object], name: str, data: bytes) -> None:
    try:
        parse(decode(name, data))
    except NotesError as error:
        assert error.diagnostics
        _told(error.diagnostics)


def configured(data: bytes) -> None:
    """Bytes as ankigen.yaml, and the same text as front matter."""
    _parsed(configuration.parse, "ankigen.yaml", data)
    try:
        source = decode("notes.md", b"---\n" + data + b"\n---\n- Why?\n")
    except NotesError:
        return
    _, found = front_matter.for_source(configuration.Config(), source)
    _told(found)


def by_hand(data: bytes) -> None:
    """Bytes as notes written out by hand; what is read is written and read again the same."""

    def both_ways(source: Source) -> None:
        notebook = yaml_notes.parse(source).notebook
        assert yaml_notes.parse(Source("n.yaml", yaml_notes.dump(notebook))).notebook == notebook
        for note in build.prepare([source], now=NOW).stamped.notes:
            for field in note.fields:
                assert not (wrong := harmful(field)), (wrong, field)

    _parsed(both_ways, "notes.yaml", data)


def lock(data: bytes) -> None:
    """Bytes as a lock; what is read is written and read again the same."""

    def both_ways(source: Source) -> None:
        decks = lockfile.parse(source)
        assert lockfile.parse(Source("ankigen.lock", lockfile.dump(decks))) == decks
        build.prepare([Source("n.txt", "- Why?\nSo.\n- Who?\n")], now=NOW, locks=decks)

    _parsed(both_ways, "ankigen.lock", data)


# --- packages ---


@lru_cache(maxsize=1)
def small_collection() -> bytes:
    """A collection of one note with small pages, so that a changed byte hits something."""
    with tempfile.TemporaryDirectory() as folder:
        deck = build.prepare([Source("n.txt", "- Why?\nSo.\n")], now=NOW)
        package.write(
            Path(folder) / "d.apkg", deck.stamped.notes, deck.note_types, deck.stamped.looks
        )
        with zipfile.ZipFile(Path(folder) / "d.apkg") as archive:
            archive.extract("collection.anki2", folder)
        connection = sqlite3.connect(Path(folder) / "collection.anki2", isolation_level=None)
        (models,) = connection.execute("SELECT models FROM col").fetchone()
        small = {k: v | {"css": "", "tmpls": [t | {"qfmt": "", "afmt": ""} for t in v["tmpls"]]} for k, v in json.loads(models).items()}  # fmt: skip
        connection.execute("UPDATE col SET models=?, dconf='{}', conf='{}'", (json.dumps(small),))
        connection.executescript("PRAGMA page_size=512; VACUUM")
        connection.close()
        return (Path(folder) / "collection.anki2").read_bytes()


def packed(members: dict[str, bytes]) -> bytes:
    """A zip of `members`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def inspected(data: bytes) -> None:
    """The first byte says what the rest is: a package, a collection, a list of media, zstandard."""
    kind, rest = (data[0] % 5, data[1:]) if data else (0, b"")
    if kind == 1:
        rest = packed({"collection.anki2": rest, "media": b"{}"})
    elif kind == 2:
        rest = packed({"collection.anki2": small_collection(), "media": rest, "0": b"x"})
    elif kind == 3:
        rest = packed({"collection.anki21b": rest, "media": b""})
    elif kind == 4:
        import zstandard

        inner = zstandard.ZstdCompressor().compress(rest)
        rest = packed({"collection.anki21b": inner, "media": b"", "meta": b"\x08\x03"})
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        (place := Path(folder) / "temporary").mkdir()
        path = Path(folder) / "d.apkg"
        path.write_bytes(rest)
        tempfile.tempdir = str(place)
        try:
            read = inspect.read(path)
            assert json.dumps(inspect.to_json(read))
            assert "\n".join(inspect.as_text(read, "d.apkg"))
        except NotesError as error:
            _told(error.diagnostics)
        finally:
            tempfile.tempdir = before
        assert not list(place.iterdir()), "a file is left behind"
        assert sorted(p.name for p in Path(folder).iterdir()) == ["d.apkg", "temporary"]


# How often a target goes through its input, which is what its time is measured against: it reads notes twice,
# makes cards of them, and looks for anything harmful in each field.
TIMES = {"reading": 4, "config": 2, "yaml": 3, "lock": 2, "inspect": 1}
TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading, "config": configured, "yaml": by_hand, "lock": lock, "inspect": inspected,
}  # fmt: skip

if __name__ == "__main__":  # one file, to look at a finding: python tests/targets.py reading FILE
    TARGETS[sys.argv[1]](Path(sys.argv[2]).read_bytes())
