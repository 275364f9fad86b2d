"""When each note last changed, and the lock that remembers it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1
from itertools import compress

from ankigen import identity
from ankigen.cards import Note
from ankigen.identity import DeckLock, Entry, Known, Looks
from ankigen.matching import Matching


@dataclass(frozen=True, slots=True)
class Stamped:
    """Notes with their times, the next lock, and what the next import will do. `notes` are in the order
    of the notes, retired ones last; none where somebody else took them one by one."""

    notes: tuple[Note, ...]
    lock: DeckLock
    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    looks: Mapping[str, int] = field(default_factory=dict)  # note type key -> mod
    restyled: tuple[str, ...] = ()  # keys of the note types whose looks changed
    many: int = 0  # notes
    cards: int = 0


def content_hash(note: Note) -> str:
    """What an import would change: the note type, every field, the tags."""
    data = "\x1f".join((note.note_type, *note.fields, " ".join(note.tags)))
    # The quickest of the good ones; nobody gains by two contents of one hash.
    return sha1(data.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:16]


def stamp(
    notes: Iterable[Note],
    matching: Matching,
    lock: DeckLock | None,
    looks: Mapping[str, tuple[str, int]],
    *,
    now: int,
    touch: bool = False,
    retired: Sequence[Note] = (),
    told: Callable[[int], str] | None = None,
    take: Callable[[Note], object] | None = None,
) -> Stamped:
    """Gives each note its `mod` (seconds): unchanged notes keep theirs, so that an import touches
    nothing of them; a changed one gets `now`, and always more than before, also on a clock that ran
    backwards. `notes` come in any order, each with its place in `due`; `looks` is (hash, first mod) of
    each note type; `retired` are notes that left and are sent once more; `told` knows the fingerprint of
    the answer at a place, where somebody else makes them; `take` is given each stamped note, so that
    nobody has to hold them all."""
    stamped: list[Note] = []
    give = stamped.append if take is None else take
    entries: list[Known] = [_NOBODY] * len(matching.entries)
    new, changed = bytearray(len(entries)), bytearray(len(entries))
    cards = 0
    for note in notes:
        at = note.due - 1
        old = matching.before[at]
        content = content_hash(note)
        if old is None:
            mod = now
            new[at] = 1
        elif old.content == content and not touch and old.gone != "retired":
            mod = old.mod
        else:
            mod = max(now, old.mod + 1)
            changed[at] = 1
        give(note if note.mod == mod else note._replace(mod=mod))
        cards += len(note.templates)
        entries[at] = _kept(note, matching.entries[at], old, content, mod, matching.given[at])
    for at, entry in enumerate(entries):  # last: whoever makes them has time until now
        if not entry.told:
            answer = (
                told(at)
                if told is not None
                else identity.fingerprint(identity.told(matching.entries[at]))
            )
            entries[at] = Known(*entry[:4], answer, *entry[5:])
    leaving = {n.guid: n for n in retired}
    gone: dict[str, Known] = {}
    for known in matching.gone:
        if known.guid in leaving:
            mod = max(now, known.mod + 1)
            give(leaving[known.guid]._replace(mod=mod))
            cards += len(leaving[known.guid].templates)
            gone[known.guid] = known._replace(gone="retired", mod=mod)
        else:
            gone[known.guid] = known if known.gone else known._replace(gone="gone")
    ordered = _woven(entries, gone, lock.entries if lock is not None else ())
    before = {k.key: k for k in (lock.looks if lock is not None else ())}
    kinds = tuple(_looks(key, h, first, before.get(key), now) for key, (h, first) in looks.items())
    return Stamped(
        tuple(stamped), DeckLock(matching.namespace, matching.deck, tuple(ordered), kinds),
        _guids(entries, new), _guids(entries, changed), len(entries) - sum(new) - sum(changed),
        {k.key: k.mod for k in kinds},
        tuple(k.key for k in kinds if k.key in before and k.content != before[k.key].content),
        len(entries) + len(leaving), cards,
    )  # fmt: skip


def _guids(entries: Sequence[Known], which: bytearray) -> tuple[str, ...]:
    return tuple([e.guid for e in compress(entries, which)])


_NOBODY = Known("", 0, 0, "", "", "", "")


def _kept(note: Note, entry: Entry, old: Known | None, content: str, mod: int, given: str) -> Known:
    """What the lock will know of a note; nothing of its answer yet, where that may have changed."""
    asked = identity.asked(entry)
    told, named = "", given
    if old is not None:
        named = given or old.id
        if old.content == content:
            told = old.told
            if old.mod == mod and old.question == asked and old.id == named and not old.gone:
                return old
    return Known(note.guid, note.id, mod, content, told, identity.kind(entry), asked, "", named)


def _woven(
    entries: Sequence[Known], gone: Mapping[str, Known], before: Sequence[Known]
) -> list[Known]:
    """The entries, with those that are gone where they stood: then a removal changes one line of the
    lock, and two branches that each removed something merge."""
    if not gone:
        return list(entries)
    following: dict[str, list[Known]] = defaultdict(list)
    above = ""
    for known in before:
        if known.guid in gone:
            following[above].append(gone[known.guid])
        else:
            above = known.guid
    out = list(following[""])
    for entry in entries:
        out.append(entry)
        if entry.guid in following:
            out += following[entry.guid]
    return out


def _looks(key: str, content: str, first: int, old: Looks | None, now: int) -> Looks:
    if old is None:
        return Looks(key, content, first)
    if old.content == content:
        return old
    return Looks(key, content, max(now, old.mod + 1))
