"""Which deck of the lock these notes are."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ankigen.diagnostics import Diagnostic, report
from ankigen.identity import DeckLock, Known

_SAME = 0.4  # share of questions from where a deck of another name is this one, renamed
_SOME = 0.2  # share from where notes in other files are an edition of this deck, not a part of their own


def files(names: Sequence[str], folder: Path | None) -> tuple[str, ...]:
    """The files of a deck as the lock names them: as seen from `folder`, with forward slashes."""
    found: dict[str, None] = {}
    for name in names:
        if name != "-":
            try:
                seen = os.path.relpath(name, folder or ".")
            except ValueError:  # another drive
                seen = name
            found[seen.replace(os.sep, "/")] = None
    return tuple(found)


def deck_of(
    locks: Sequence[DeckLock],
    name: str,
    asked: Collection[str],
    sources: Sequence[str],
    stands: Callable[[str], bool],
) -> tuple[tuple[DeckLock, ...], tuple[Diagnostic, ...]]:
    """The decks of the lock that these notes go on with: of that name, or, where the files are the
    same or the old ones are gone, of another name with the same questions. `stands` tells whether a
    file that the lock names is still there: then notes in another file are a copy, not the same."""
    questions = set(asked)
    named = [d for d in locks if d.deck == name]
    if named:
        own = [
            d for d in named
            if _follows(d, sources, stands) or _known(questions, d) >= _SOME * max(len(questions), 1)
        ]  # fmt: skip
        return tuple(own), ()
    likely = [d for d in locks if d.entries and _follows(d, sources, stands)]
    likely = [d for d in likely if _known(questions, d) >= _SAME * _present(d)]
    if not likely:
        return (), ()
    best = max(likely, key=lambda d: _known(questions, d))
    return (best,), (_renamed(best.deck, name),)


def _follows(deck: DeckLock, sources: Sequence[str], stands: Callable[[str], bool]) -> bool:
    return not set(deck.sources).isdisjoint(sources) or not any(stands(s) for s in deck.sources)


def _known(questions: Collection[str], deck: DeckLock) -> int:
    return sum(e.question in questions for e in deck.entries if not e.gone)


def _present(deck: DeckLock) -> int:
    return max(sum(not e.gone for e in deck.entries), 1)


def _renamed(old: str, new: str) -> Diagnostic:
    return report(
        "renamed-deck",
        f'the deck "{old}" goes on as "{new}": same questions, same notes',
        hint="rename it in Anki too, before the import; if they are two decks, give one another `lock:` in ankigen.yaml",
    )


def joined(decks: Sequence[DeckLock], locks: Sequence[DeckLock], name: str) -> DeckLock | None:
    """Several parts of the lock as one; where this deck has none, an empty one in the namespace that
    other files of a deck of that name are in."""
    if not decks:
        same = next((d for d in locks if d.deck == name), None)
        return replace(same, entries=(), sources=()) if same is not None else None
    if len(decks) == 1:
        return decks[0]
    entries: dict[str, Known] = {}
    for deck in decks:
        for entry in deck.entries:
            old = entries.get(entry.guid)
            if old is None or (old.gone and not entry.gone):
                entries[entry.guid] = entry
    return replace(decks[0], entries=tuple(entries.values()))
