"""Notes added to a package one by one, as the command line does, and all at once: the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ankigen import build, inputs, package
from ankigen.cards import Note
from ankigen.diagnostics import NotesError

HERE = Path(__file__).resolve().parent
NOW = 1_764_000_000


def test_one_by_one_gives_the_same_bytes(tmp_path: Path) -> None:
    sources = inputs.load([str(HERE.parent / "sources")])
    whole = build.prepare(sources, now=NOW)
    build.write(whole, tmp_path / "whole.apkg")
    taken: list[Note] = []

    def take(note: Note) -> None:
        made.add(note)
        taken.append(note)

    with build.packing(tmp_path / "parts.apkg") as made:
        deck = build.prepare(sources, now=NOW, take=take)
        build.write(deck, tmp_path / "parts.apkg", None, made)
    assert (tmp_path / "parts.apkg").read_bytes() == (tmp_path / "whole.apkg").read_bytes()
    assert deck.stamped.notes == ()
    assert tuple(sorted(taken, key=lambda n: n.due)) == whole.stamped.notes
    assert [n.id for n in taken] == sorted(n.id for n in taken)
    assert (deck.stamped.many, deck.stamped.cards) == (whole.stamped.many, whole.stamped.cards)
    assert deck.stamped.lock == whole.stamped.lock
    assert deck.diagnostics == whole.diagnostics
    assert sorted(p.name for p in tmp_path.iterdir()) == ["parts.apkg", "whole.apkg"]


def test_nothing_is_left_of_a_package_that_is_not_finished(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    sources = inputs.load([str(HERE.parent / "sources")])
    with pytest.raises(NotesError), build.packing(path) as made:
        notes = build.prepare(sources, now=NOW).stamped.notes
        for note in notes * 2:
            made.add(note)
            assert len(made.rows) < package._BATCH
    assert list(tmp_path.iterdir()) == []


def test_more_notes_than_are_inserted_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = inputs.load([str(HERE.parent / "sources")])
    deck = build.prepare(sources, now=NOW)
    build.write(deck, tmp_path / "one.apkg")
    monkeypatch.setattr(package, "_BATCH", 3)
    build.write(deck, tmp_path / "two.apkg")
    assert (tmp_path / "two.apkg").read_bytes() == (tmp_path / "one.apkg").read_bytes()
