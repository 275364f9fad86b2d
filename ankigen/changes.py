"""What the next import will do: new, changed field by field, reworded, moved, removed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ankigen.build import Deck, search
from ankigen.cards import Note
from ankigen.inspect import Package, PackedNote
from ankigen.package import plain

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
_MOST_WORDS = 4_000_000  # pairs of words; longer texts are shown whole, before and after
_BLOCKS = re.compile(r"</(?:p|div|li|summary|details|tr|h2)>|<br>")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field (or "Tags") that differs: its text before and after, without HTML."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What an import does to one note. `kind` is new, changed, reworded, moved or removed; moved is a
    note whose question and answer stay, with another principle, group, file or deck."""

    kind: str
    guid: str
    question: str
    was: str = ""  # the question before
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """`restyled` are the note types that look another way."""

    notes: tuple[NoteChange, ...]
    unchanged: int
    restyled: tuple[str, ...] = ()

    def of(self, kind: str) -> tuple[NoteChange, ...]:
        return tuple(n for n in self.notes if n.kind == kind)

    @property
    def nothing(self) -> bool:
        return not self.notes and not self.restyled


# Fields that tell where a note stands, and those that follow from it.
_PLACE = {"Principle names", "Group", "Source", "Deck"}
_FOLLOWS = {"Principle", "Borrowed", "Tags", "Questions", "Spoken"}


def _kind(fields: Sequence[FieldChange]) -> str:
    names = {f.field for f in fields}
    return "moved" if names & _PLACE and names <= _PLACE | _FOLLOWS else "changed"


def between(old: Package, new: Package) -> Changes:
    """What importing `new` does to a collection that holds `old`, note by note by GUID."""
    before = {n.guid: n for n in old.notes}
    was_in, is_in = ({n.id: c.deck for n, c in _first_cards(p)} for p in (old, new))
    found: list[NoteChange] = []
    unchanged = 0
    for note in new.notes:
        was = before.pop(note.guid, None)
        name = _shown(note.fields[0])
        if was is None:
            found.append(NoteChange("new", note.guid, name))
            continue
        fields = tuple(_fields(old, was, new, note))
        here, there = is_in.get(note.id, ""), was_in.get(was.id, "")
        if here != there:
            fields += (FieldChange("Deck", there, here),)
        if _shown(was.fields[0]) != name:
            found.append(NoteChange("reworded", note.guid, name, _shown(was.fields[0]), fields))
        elif fields:
            found.append(NoteChange(_kind(fields), note.guid, name, "", fields))
        else:
            unchanged += 1
    found += [NoteChange("removed", n.guid, _shown(n.fields[0])) for n in before.values()]
    return Changes(tuple(found), unchanged)


def of_deck(deck: Deck, earlier: Package | None) -> Changes:
    """What the next import of `deck` does, by the lock; `earlier` (the package at the output, where
    there is one) tells the fields before. Where there is no lock, `earlier` says all."""
    packed = {n.guid: n for n in earlier.notes} if earlier is not None else {}
    locked = any(e is not None for e in deck.matching.before)
    reworded = {r.guid: r for r in deck.matching.reworded}
    changed = set(deck.stamped.changed)
    new = set(deck.stamped.new)
    found: list[NoteChange] = []
    for note in deck.stamped.notes:
        name = _shown(note.fields[0])
        was = packed.get(note.guid)
        if note.guid not in changed and (note.guid not in new or (was is not None and not locked)):
            fields = tuple(_since(deck, note, was)) if not locked else ()
            if fields:
                found.append(NoteChange(_kind(fields), note.guid, name, "", fields))
        elif note.guid in new:
            found.append(NoteChange("new", note.guid, name))
        else:
            fields = tuple(_since(deck, note, was))
            old = reworded[note.guid].old if note.guid in reworded else ""
            kind = "reworded" if old else _kind(fields)
            found.append(NoteChange(kind, note.guid, name, old, fields))
    removed = [(e.guid, e.question) for e in deck.matching.removed]
    if not locked:
        here = {n.guid for n in deck.stamped.notes}
        removed = [(g, _shown(n.fields[0])) for g, n in packed.items() if g not in here]
    found += [NoteChange("removed", guid, question) for guid, question in removed]
    stayed = len(deck.stamped.notes) - sum(n.kind != "removed" for n in found)
    restyled = tuple(deck.note_types[key].name for key in deck.stamped.restyled)
    return Changes(tuple(found), stayed, restyled)


def _since(deck: Deck, note: Note, was: PackedNote | None) -> Iterator[FieldChange]:
    """The fields of `note` that differ from what the earlier package has."""
    if was is None or len(was.fields) != len(note.fields):
        return
    names = [f.name for f in deck.note_types[note.note_type].fields]
    yield from _differing(names, was.fields, note.fields, was.tags, note.tags)


def _first_cards(package: Package) -> Iterator[tuple[PackedNote, Any]]:
    notes = {n.id: n for n in package.notes}
    seen: set[int] = set()
    for card in package.cards:
        if card.note_id in notes and card.note_id not in seen:
            seen.add(card.note_id)
            yield notes[card.note_id], card


def _fields(old: Package, was: PackedNote, new: Package, note: PackedNote) -> Iterator[FieldChange]:
    kinds: Mapping[str, Sequence[str]] = {t.name: t.fields for t in new.note_types}
    names = kinds.get(note.note_type, ())
    before = [old.field(was, name) for name in names]
    yield from _differing(names, before, note.fields, was.tags, note.tags)


def _differing(
    names: Sequence[str],
    old: Sequence[str],
    new: Sequence[str],
    tags: Sequence[str],
    now: Sequence[str],
) -> Iterator[FieldChange]:
    for name, before, after in zip(names, old, new, strict=False):
        if before != after:
            yield FieldChange(name, _shown(before), _shown(after))
    if sorted(tags) != sorted(now):
        yield FieldChange("Tags", " ".join(sorted(tags)), " ".join(sorted(now)))


def _shown(field: str) -> str:
    return " ".join(plain(_BLOCKS.sub(lambda m: m[0] + " ", field)).split())


def marked(change: FieldChange) -> str:
    """The change with words marked: [-gone-]{+come+}; long equal stretches are cut."""
    a, b = _WORDS.findall(change.old), _WORDS.findall(change.new)
    parts: list[tuple[str, str]] = []  # equal ones twice the same
    for same, gone, come in _runs(a, b):
        # two changes with but a space between them are one
        if same and gone.isspace() and parts and parts[-1][0] != parts[-1][1]:
            parts[-1] = parts[-1][0] + gone, parts[-1][1] + gone
        elif not same and parts and parts[-1][0] != parts[-1][1]:
            parts[-1] = parts[-1][0] + gone, parts[-1][1] + come
        else:
            parts.append((gone, come))
    return "".join(_marked(gone, come) for gone, come in parts)


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    if len(a) * len(b) > _MOST_WORDS:
        yield False, "".join(a), "".join(b)
        return
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        yield op == "equal", "".join(a[i:j]), "".join(b[k:m])


def _marked(gone: str, come: str) -> str:
    if gone == come:
        return gone if len(gone) < 90 else f"{gone[:40]} … {gone[-40:]}"
    tail = "" if not (gone[-1:] == come[-1:] == " ") else " "
    gone, come = gone[: len(gone) - len(tail)], come[: len(come) - len(tail)]
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "") + tail


def to_json(changes: Changes) -> dict[str, Any]:
    return {
        "version": 1,
        "unchanged": changes.unchanged,
        "restyled": list(changes.restyled),
        "notes": [
            {
                "kind": n.kind, "guid": n.guid, "question": n.question, "was": n.was,
                "fields": [{"field": f.field, "old": f.old, "new": f.new} for f in n.fields],
            }
            for n in changes.notes
        ],
    }  # fmt: skip


def as_text(changes: Changes) -> Iterator[str]:
    for kind, sign in (
        ("new", "+"),
        ("reworded", "~"),
        ("changed", "~"),
        ("moved", ">"),
        ("removed", "-"),
    ):
        listed = changes.of(kind)
        if listed:
            yield f"{len(listed)} {kind}"
        for note in listed:
            if note.was:
                yield f"  {sign} {note.was}"
                yield f"    → {note.question}"
            else:
                yield f"  {sign} {note.question}"
            for field in note.fields:
                if field.field != "Question" or not note.was:
                    yield f"      {field.field}: {marked(field)}"
    if changes.restyled:
        yield f"another look: {', '.join(changes.restyled)}"
    yield f"{changes.unchanged} unchanged"
    removed = changes.of("removed")
    if removed:
        yield "An import deletes nothing. To find what left the notes, paste into Anki's browser:"
        yield f"  {search([n.guid for n in removed])}"
    if any(f.field == "Deck" for n in changes.notes for f in n.fields):
        yield "An import moves no card to another deck: in Anki's browser, Cards > Change Deck."
