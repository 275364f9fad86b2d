"""A real Anki collection for tests: import a package, study, edit as a learner, look at cards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


@contextmanager
def opened(folder: Path, name: str = "collection") -> Iterator[Collection]:
    col = Collection(str(folder / f"{name}.anki2"))
    try:
        yield col
    finally:
        col.close()


def imported(col: Collection, package: Path) -> Any:
    """Imports with the options that people have who changed none; the log of what happened."""
    options = col._backend.get_import_anki_package_presets()
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    assert isinstance(options, ImportAnkiPackageOptions)
    return col.import_anki_package(request).log


def by_question(col: Collection) -> dict[str, Any]:
    """Notes by the text of their first field."""
    notes = [col.get_note(i) for i in col.find_notes("")]
    return {n.fields[0]: n for n in notes}


def study(col: Collection, count: int) -> list[int]:
    """Answers `count` cards "good" and gives their ids."""
    for deck in col.decks.all_names_and_ids():
        if deck.name != "Default":
            col.decks.set_current(deck.id)
    done = []
    for _ in range(count):
        card = col.sched.getCard()
        assert card is not None
        col.sched.answerCard(card, 3)
        done.append(card.id)
    return done
