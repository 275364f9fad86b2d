"""Packages read back: those of current Anki as well as ours, and hostile ones refused with a clear word."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner
from conftest import Make
from targets import packed, small_collection

from ankigen import inspect
from ankigen.cli import cli
from ankigen.diagnostics import NotesError

NOTES = "1. Count Twice\nThen once more.\n\n• What did you count last?\nKeys.\n• Who counts on you?\n![a key](key.png)\n"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of our own, so that what is left behind is seen."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def shown(path: Path) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["inspect", str(path)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


# --- packages of Anki itself ---


@pytest.fixture
def exported(tmp_path: Path, make: Make) -> Callable[[bool], Path]:
    """Our deck, imported into real Anki and exported by it, as current or as older clients want it."""
    anki = pytest.importorskip("anki.collection")
    from anki_collection import imported, opened

    def run(legacy: bool) -> Path:
        make(NOTES, lock=False)
        out = tmp_path / "exported.apkg"
        with opened(tmp_path) as col:
            imported(col, tmp_path / "deck.apkg")
            number = col.find_notes("What did you count last?")[0]
            note = col.get_note(number)
            (tmp_path / "key.png").write_bytes(b"\x89PNG of a key")
            note["Spare 1"] = f'<img src="{col.media.add_file(str(tmp_path / "key.png"))}">'
            note.tags.append("own::tag")
            col.update_note(note)
            options = anki.ExportAnkiPackageOptions(with_media=True, legacy=legacy)
            col.export_anki_package(out_path=str(out), options=options, limit=None)
        return out

    return run


@pytest.mark.parametrize(("legacy", "form"), [(False, "schema 18"), (True, "schema 11")])
def test_a_package_that_anki_exported(
    legacy: bool, form: str, exported: Callable[[bool], Path], tmp_path: Path, temporary: Path
) -> None:
    out = exported(legacy)
    ours, theirs = inspect.read(tmp_path / "deck.apkg"), inspect.read(out)
    assert theirs.format == form
    assert theirs.decks == ours.decks == ("Interview",)
    assert {(t.id, t.name, t.fields, t.templates) for t in ours.note_types} <= {
        (t.id, t.name, t.fields, t.templates) for t in theirs.note_types
    }
    assert [n.guid for n in theirs.notes] == [n.guid for n in ours.notes]
    edited = [n for n, o in zip(theirs.notes, ours.notes, strict=True) if n.fields != o.fields]
    assert len(edited) == 1
    assert "own::tag" in edited[0].tags
    assert theirs.field(edited[0], "Spare 1") == '<img src="key.png">'
    assert [(c.note_id, c.ordinal, c.deck) for c in theirs.cards] == [(c.note_id, c.ordinal, c.deck) for c in ours.cards]  # fmt: skip
    assert [m for m, _ in theirs.media] == ["key.png"]
    data = json.loads(CliRunner().invoke(cli, ["inspect", str(out), "--format", "json"]).output)
    assert data["format"] == form
    assert [n["guid"] for n in data["notes"]] == [n.guid for n in ours.notes]
    code, text = shown(out)
    assert code == 0
    assert f"{form}, 3 notes, 3 cards, 1 media files" in text
    assert "own::tag" in text
    assert "media  key.png" in text
    assert not list(temporary.iterdir())


# --- packages that are none, or mean harm ---


def collection(*statements: str, base: bytes | None = None) -> bytes:
    """A collection after `statements`, written by SQLite itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c"
        path.write_bytes(small_collection() if base is None else base)
        connection = sqlite3.connect(path, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()
        return path.read_bytes()


def package(data: bytes, media: bytes = b"{}", **members: bytes) -> bytes:
    return packed({"collection.anki2": data, "media": media, **members})


def bomb(declared: bool) -> bytes:
    """A few hundred kB that unpack to 300 MB, or that only say they would take 5 GB."""
    if declared:
        data = bytearray(package(small_collection()))
        for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            place = data.index(mark) + at
            data[place : place + 4] = struct.pack("<I", 0xFFFF_FFF0)
        return bytes(data)
    frame = zstandard.ZstdCompressor().compress(b"SQLite format 3\0" + bytes(300 << 20))
    return packed({"collection.anki21b": frame, "media": b""})


def nested() -> bytes:
    """A bomb of zstandard inside deflate."""
    import io

    inner = zstandard.ZstdCompressor().compress(b"SQLite format 3\0" + bytes(300 << 20))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki21b", inner)
    return out.getvalue()


SLOW = "WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id+1 FROM c) SELECT id, id AS guid, id AS mid, id AS mod, '' AS tags, '' AS flds FROM c"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zero bytes": (lambda: b"", "File is not a zip file"),
    "no zip": (lambda: b"- Why?\nSo.\n", "File is not a zip file"),
    "a cut zip": (lambda: package(small_collection())[:-100], "File is not a zip file"),
    "a damaged member": (lambda: package(small_collection()).replace(b"SQLite format 3", b"SQLite format 4", 1), "Bad CRC-32"),
    "no collection": (lambda: packed({"photo.jpg": b"x"}), "holds no collection"),
    "an empty collection": (lambda: package(b""), "its collection is empty"),
    "a collection of text": (lambda: package(b"hello " * 99), "its collection is no SQLite database"),
    "a cut collection": (lambda: package(small_collection()[:2000]), "no sound .apkg"),
    "pages of noise": (lambda: package(small_collection()[:1024] + b"\xa5" * 9000), "no sound .apkg"),
    "no table of notes": (lambda: package(collection("DROP TABLE notes")), "no such table: notes"),
    "no settings": (lambda: package(collection("DELETE FROM col")), "no sound .apkg"),
    "settings of another form": (lambda: package(collection("UPDATE col SET models='[]'")), "no sound .apkg"),
    "settings nested deep": (lambda: package(collection(f"UPDATE col SET models='{'[' * 200_000}'")), "no sound .apkg"),
    "a note type gone": (lambda: package(collection("UPDATE col SET models='{}'")), "a note type that is not there"),
    "another number of fields": (lambda: package(collection("UPDATE notes SET flds='a'||x'1f'||'b'")), "2 fields, its note type"),
    "a card without a note": (lambda: package(collection("UPDATE cards SET nid=7")), "a note that is not there"),
    "a text for a number": (lambda: package(collection("UPDATE notes SET mod='soon'")), "no sound .apkg"),
    "a view that never ends": (lambda: package(collection("DROP TABLE notes", f"CREATE VIEW notes AS {SLOW}")), '"notes" is no plain table'),
    "a view of another case": (lambda: package(collection("DROP TABLE notes", f"CREATE VIEW NOTES AS {SLOW}")), '"NOTES" is no plain table'),
    "computed columns": (lambda: package(collection("ALTER TABLE notes ADD COLUMN big AS (hex(zeroblob(100000000)))")), '"notes" is no plain table'),
    "a virtual table": (lambda: package(collection("DROP TABLE notes", "CREATE VIRTUAL TABLE notes USING fts4(id,guid,mid,mod,tags,flds)")), '"notes" is no plain table'),
    "a member outside": (lambda: packed({"../collection.anki2": b"x", "collection.anki2": small_collection()}), "would leave its folder"),
    "a member at the root": (lambda: packed({"/etc/cron.d/x": b"x", "collection.anki2": small_collection()}), "would leave its folder"),
    "a member of Windows": (lambda: packed({"a\\..\\..\\b": b"x", "collection.anki2": small_collection()}), "would leave its folder"),
    "a drive": (lambda: packed({"C:x": b"x", "collection.anki2": small_collection()}), "would leave its folder"),
    "a size that is too large": (lambda: bomb(True), "unpacks to more than"),
    "a bomb": (lambda: bomb(False), "unpacks to more than"),
    "a bomb in a bomb": (nested, "unpacks to more than"),
    "zstandard of noise": (lambda: packed({"collection.anki21b": b"\x28\xb5\x2f\xfd" + b"\xff" * 99}), "zstandard"),
    "media of noise": (lambda: package(small_collection(), b"\xff\xfe\x00"), "no sound .apkg"),
    "media of another form": (lambda: package(small_collection(), b'["a"]'), "the list of media is damaged"),
    "media that are numbers": (lambda: package(small_collection(), b'{"0": 1}'), "the list of media is damaged"),
    "media that are not there": (lambda: package(small_collection(), b'{"0": "a.png", "1": "b.png"}', **{"0": b"x"}), "lists 2 media files and holds 1"),
    "media outside": (lambda: package(small_collection(), b'{"0": "../../.profile"}', **{"0": b"x"}), "a media file would leave its folder"),
    "a cut list of media": (lambda: packed({"collection.anki21b": zstandard.compress(small_collection()), "media": zstandard.compress(b"\x0a\x7f")}), "cut off"),
    "a list of media that never ends": (lambda: packed({"collection.anki21b": zstandard.compress(small_collection()), "media": zstandard.compress(b"\xff" * 99)}), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_is_refused(name: str, tmp_path: Path, temporary: Path) -> None:
    make, why = HOSTILE[name]
    path = tmp_path / "d.apkg"
    path.write_bytes(make())
    before = {p for p in tmp_path.rglob("*") if temporary not in p.parents}
    code, text = shown(path)
    assert code == 1
    assert text.startswith("error[bad-package]: ")
    assert why in text
    assert "Traceback" not in text
    assert {p for p in tmp_path.rglob("*") if temporary not in p.parents} == before
    assert not list(temporary.iterdir())


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.apkg")
    (tmp_path / "folder.apkg").mkdir()
    (tmp_path / "loop.apkg").symlink_to("loop.apkg")
    for name, why in (
        ("pipe.apkg", "this is a device or a pipe"), ("folder.apkg", "this is a folder"), ("loop.apkg", "too many levels"),
        ("none.apkg", "no such file"),
    ):  # fmt: skip
        code, text = shown(tmp_path / name)
        assert code == 1
        assert why in text.lower()
    code, text = shown(Path("/dev/zero"))
    assert (code, "this is a device or a pipe" in text) == (1, True)


def test_triggers_do_not_run_and_bytes_are_read_as_text(tmp_path: Path) -> None:
    data = collection(
        "CREATE TRIGGER t AFTER INSERT ON cards BEGIN DELETE FROM notes; END",
        "UPDATE notes SET guid=x'ff61', flds=CAST(flds AS BLOB)",
    )
    (tmp_path / "d.apkg").write_bytes(package(data))
    (note,) = inspect.read(tmp_path / "d.apkg").notes
    assert note.guid == "\ufffda"
    assert note.fields[0] == "Why?"
    json.dumps(inspect.to_json(inspect.read(tmp_path / "d.apkg")))


def test_names_cannot_steer_a_terminal(tmp_path: Path) -> None:
    data = collection(
        "UPDATE notes SET guid='a'||char(27)||']0;owned'||char(7), tags=' '||char(27)||'[2J '"
    )
    (tmp_path / "d.apkg").write_bytes(package(data, b'{"0": "\\u001b[31mred.png"}', **{"0": b"x"}))
    code, text = shown(tmp_path / "d.apkg")
    assert code == 0
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\ufffd[31mred.png" in text


def test_a_temporary_folder_of_an_odd_name(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(NOTES, lock=False)
    odd = tmp_path / "a?b#c%41"
    odd.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(odd))
    assert len(inspect.read(tmp_path / "deck.apkg").notes) == 3
    assert not list(odd.iterdir())


def test_a_computation_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(":memory:")
    monkeypatch.setattr(inspect, "_STEPS", 3)
    inspect._guard(connection)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(f"SELECT count(*) FROM ({SLOW})").fetchone()


def test_errors_of_reading_are_of_one_kind(tmp_path: Path) -> None:
    (tmp_path / "d.apkg").write_bytes(b"x")
    with pytest.raises(NotesError) as caught:
        inspect.read(tmp_path / "d.apkg")
    assert [d.code for d in caught.value.diagnostics] == ["bad-package"]
