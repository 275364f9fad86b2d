"""The package of the project's own notes, as real Anki holds and shows it."""

from __future__ import annotations

import html
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection
from anki_collection import imported, opened

from ankigen import build, inputs, notetypes
from ankigen.config import Config
from ankigen.records import Principle

HERE = Path(__file__).parent.parent
NOW = 1_764_000_000


def prepared(**config: object) -> build.Deck:
    """The deck of `sources/`, as the README's first command makes it."""
    sources = inputs.load([str(HERE / "sources")])
    return build.prepare(sources, Config(**config), now=NOW)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def deck() -> build.Deck:
    return prepared()


@pytest.fixture(scope="module")
def package(deck: build.Deck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "interview.apkg"
    build.write(deck, path, lock_path=None)
    return path


@pytest.fixture(scope="module")
def col(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with opened(tmp_path_factory.mktemp("anki")) as col:
        imported(col, package)
        yield col


def shown(page: str) -> str:
    """What a person reads of a rendered card: no style, no tags, one space for many."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^<>]+>", " ", page)).split())


def test_the_sources_are_read_as_they_were_written(deck: build.Deck) -> None:
    records = deck.reading.notebook.records
    questions = [r for r in records if r.kind == "question"]
    assert len(questions) == 49
    assert [sum(r.state == s for r in questions) for s in ("own", "borrowed")] == [20, 29]
    assert [r.span.line for r in questions if len(r.answers) > 1 if r.span] == [17, 115]
    assert sum(bool(a.beats) for r in questions for a in r.answers) >= 4
    assert len(records) - len(questions) == 7
    assert [p.name for p in deck.reading.notebook.principles][7] == (
        "Say the Hard Thing; Stay in the Room"
    )


def test_every_field_tag_and_id_arrives(deck: build.Deck, col: Collection) -> None:
    assert col.note_count() == len(deck.stamped.notes)
    for note in deck.stamped.notes:
        held = col.get_note(note.id)
        assert held.guid == note.guid
        assert tuple(held.fields) == note.fields
        assert sorted(held.tags) == sorted(note.tags)
        assert held.mod == note.mod
        kind = held.note_type()
        assert kind is not None
        wanted = deck.note_types[note.note_type]
        assert (kind["name"], kind["id"]) == (wanted.name, wanted.id)
        assert [f["name"] for f in kind["flds"]] == [f.name for f in wanted.fields]
        assert [t["name"] for t in kind["tmpls"]] == [t.name for t in wanted.templates]


def test_cards_are_new_in_one_deck_in_the_order_of_the_notes(
    deck: build.Deck, col: Collection
) -> None:
    order: list[int] = []
    for note in deck.stamped.notes:
        (card,) = col.get_note(note.id).cards()
        assert (card.id, card.ord, card.type, card.queue) == (note.id, 0, 0, 0)
        assert col.decks.name(card.did) == deck.name
        order.append(card.due)
    assert order == sorted(order)
    assert len(set(order)) == len(order)
    spans = [e.span for e in deck.reading.notebook.entries if e.span is not None]
    assert [s.line for s in spans] == sorted(s.line for s in spans)


def test_fronts_ask_and_backs_answer(deck: build.Deck, col: Collection) -> None:
    for entry, identity in zip(
        deck.reading.notebook.entries, deck.matching.identities, strict=True
    ):
        (card,) = col.get_note(identity.note_id).cards()
        front, back = shown(card.question()), shown(card.answer())
        if isinstance(entry, Principle):
            assert front == f"What does it say? {entry.name}"
            assert " ".join(entry.statement.split()) in back
            continue
        assert front == entry.question
        for name in entry.principles:
            assert name in back
        for answer in entry.answers:
            for line in filter(None, answer.text.split("\n")):
                assert " ".join(re.sub(r"^[STAR]: ", "", line).split()) in back
        if not entry.answers:
            assert "No answer of your own yet" in back
        for offer in entry.borrowed:
            assert f"of {offer.principle}, to borrow" in back


def test_a_second_import_changes_nothing(col: Collection, package: Path) -> None:
    assert col.db is not None
    tables = {t: col.db.all(f"select * from {t}") for t in ("notes", "cards", "revlog")}
    log = imported(col, package)
    assert not log.new
    assert not log.updated
    assert not log.conflicting
    for table, rows in tables.items():
        assert col.db.all(f"select * from {table}") == rows
    assert [d.name for d in col.decks.all_names_and_ids()] == ["Default", "Interview notes"]


def test_check_database_finds_nothing(col: Collection) -> None:
    problems, fine = col.fix_integrity()
    assert fine
    assert "rebuilt" in problems.lower() or not problems, problems


def test_no_card_is_empty(col: Collection) -> None:
    assert not col.get_empty_cards().notes


def test_the_package_is_plain_schema_11(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        with tempfile.TemporaryDirectory() as folder:
            connection = sqlite3.connect(archive.extract("collection.anki2", folder))
            (version,) = connection.execute("select ver from col").fetchone()
            models, decks = connection.execute("select models, decks from col").fetchone()
            ids = [
                i for (i,) in connection.execute("select id from notes union select id from cards")
            ]
            connection.close()
    assert version == 11
    assert {m["name"] for m in json.loads(models).values()} == {
        "ankigen Question",
        "ankigen Principle",
    }
    assert {d["conf"] for d in json.loads(decks).values()} == {1}
    assert all(0 < i < NOW * 1000 for i in ids)


def test_note_types_are_as_genanki_writes_them(package: Path) -> None:
    with zipfile.ZipFile(package) as archive, tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(archive.extract("collection.anki2", folder))
        (written,) = connection.execute("select models from col").fetchone()
        connection.close()
    for kind in notetypes.load().values():
        found = json.loads(written)[str(kind.id)]
        model = genanki.Model(
            kind.id,
            kind.name,
            fields=[
                {"name": f.name, "id": f.id, "description": f.hint, "collapsed": bool(f.hint)}
                for f in kind.fields
            ],
            templates=[
                {"name": t.name, "id": t.id, "qfmt": t.front, "afmt": t.back}
                for t in kind.templates
            ],
            css=kind.css,
        )
        assert found == model.to_json(found["mod"], found["did"]) | {"id": kind.id}


def test_every_input_kind_of_the_examples_imports(tmp_path: Path) -> None:
    for path in sorted((HERE / "examples").iterdir()):
        if path.suffix == ".py":
            continue
        made = build.prepare(inputs.load([str(path)]), now=NOW)
        assert made.reading.notebook.records, path
        out = tmp_path / f"{path.name}.apkg"
        build.write(made, out, lock_path=None)
        (tmp_path / path.name).mkdir()
        with opened(tmp_path / path.name) as col:
            log = imported(col, out)
            assert len(log.new) == len(made.stamped.notes) > 0
            assert col.fix_integrity()[1]
