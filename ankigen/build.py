"""The whole road: sources to notes with their identities and times, and on to a package."""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from ankigen import (
    cards,
    checks,
    front_matter,
    identity,
    lockfile,
    matching,
    media,
    notetypes,
    package,
    placeholders,
    reader,
    remembered,
    stamping,
    writing,
)
from ankigen.config import Config, place
from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.identity import DeckLock, Entry, Known, Who
from ankigen.matching import Matching
from ankigen.notetypes import NoteType
from ankigen.package import MediaFile
from ankigen.reading import Reading
from ankigen.records import Principle, Record
from ankigen.source import Source, whole_lines
from ankigen.stamping import Stamped


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck ready to be written, and how it came to be."""

    name: str
    reading: Reading
    matching: Matching
    stamped: Stamped
    note_types: dict[str, NoteType]
    media: tuple[MediaFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    retired: tuple[Known, ...] = ()
    locks: tuple[DeckLock, ...] = field(
        default=(), repr=False
    )  # all decks of the lock, this one new

    @property
    def errors(self) -> bool:
        return any(d.severity == "error" for d in self.diagnostics)


def deck_name(sources: Sequence[Source], config: Config) -> str:
    """The deck's name: what ankigen.yaml says, or the front matter of the first source, or that
    source's name in words."""
    named = config.deck or next((_own_config(config, s).deck for s in sources[:1]), None)
    if named:
        return named
    stem = PurePath(sources[0].name).stem if sources and sources[0].name != "-" else "notes"
    words = stem.replace("_", " ").replace("-", " ").strip() or "notes"
    return words[:1].upper() + words[1:]


def prepare(
    sources: Sequence[Source],
    config: Config | None = None,
    *,
    now: int,
    locks: Sequence[DeckLock] | Callable[[], Sequence[DeckLock]] = (),
    touch: bool = False,
    retire: Path | None = None,
    cores: int = 1,
    take: Callable[[cards.Note], object] | None = None,
) -> Deck:
    """Reads `sources` and settles every note's identity, fields and times; writes nothing. `now` is
    in seconds since 1970; `locks` are the decks of the lock, where there is one, or the function that
    reads them: it is called when the notes are read, whose lines leave room for a large one; `retire` is the
    earlier package, from which notes that left are sent once more with the tag ankigen::retired.
    With more than one of `cores` a second process may help; the result is the same. `take` is given the
    notes one by one, in the order of their ids, in place of the deck. Raises NotesError."""
    config = config or Config()
    with _places(sources, config, cores) as places:
        reading = reader.read(sources, config, places=places)
    if callable(locks):
        locks = locks()
    name = deck_name(sources, config)
    owns = {s.name: _own_config(config, s) for s in sources}
    ids = front_matter.for_all(config, owns.values()).ids
    names = remembered.files([s.name for s in sources], config.folder)
    own, renamed = _own(locks, name, reading, names, config)
    lock = remembered.joined(own, locks, name)
    note_types, wrong = _styled(config)
    values = {n: own.values for n, own in owns.items() if own.values != config.values}
    filled = placeholders.fill(reading.notebook, config.values, values)
    files = media.Files(config)
    found_media = files.for_sources([a.source for a in reading.accounts])
    looks = {k: (_looks(t), t.mod) for k, t in note_types.items()}
    with _fingerprints(reading.notebook.entries, lock, cores) as told:
        matched = matching.match(reading.notebook, lock, deck=name, ids=ids)
        ids_of = matched.identities
        order = array("q", _by_id(ids_of)) if take else None
        notes = cards.make(filled, ids_of, note_types, config, name, found_media, order)
        notes = _in_own_decks(notes, filled.entries, owns, name)
        left, lost = (
            _retired(matched, retire, note_types, name, len(ids_of))
            if retire is not None
            else ([], ())
        )
        stamped = stamping.stamp(
            notes, matched, lock, looks, now=now, touch=touch, retired=left, told=told, take=take
        )
    found = (
        *reading.diagnostics, *renamed, *_placed(matched.diagnostics, config), *lost, *wrong,
        *reader.by_place(files.diagnostics, sources),
    )  # fmt: skip
    mine = {id(d) for d in own}  # a damaged lock may hold thousands: they are told by what they are
    at = next((i for i, d in enumerate(locks) if id(d) in mine), len(locks))
    others = [d for d in locks if id(d) not in mine]
    others.insert(at, replace(stamped.lock, deck=name, sources=names))
    gone = {n.guid for n in left}
    return Deck(
        name,
        reading,
        matched,
        stamped,
        note_types,
        tuple(files.packed()),
        tuple(found),
        tuple(e for e in stamped.lock.entries if e.guid in gone),
        tuple(others),
    )


def _by_id(identities: Sequence[Who]) -> list[int]:
    return sorted(range(len(identities)), key=lambda at: identities[at].note_id)


_MANY = 2000  # notes that the lock does not know, from where a second process saves time


@contextmanager
def _fingerprints(
    entries: Sequence[Entry], lock: DeckLock | None, cores: int
) -> Iterator[Callable[[int], str] | None]:
    """Who knows the fingerprint of the answer at a place: where most are needed, a second process,
    which makes them while this one makes the fields (0.25 s of 10,000 notes)."""
    if cores < 2 or len(entries) - len(lock.entries if lock is not None else ()) < _MANY:
        yield None
        return
    from ankigen import beside  # late: only large decks use it

    work = partial(_all_fingerprints, entries)
    with beside.begun(work, cores) as made:
        yield lambda at: made()[at]


_MUCH = 1 << 21  # characters of notes, from where a second process saves time


@contextmanager
def _places(
    sources: Sequence[Source], config: Config, cores: int
) -> Iterator[placeholders.Places | None]:
    """Who knows the open placeholders of a source: of many notes a second process looks for them while
    this one reads (0.04 s of 10,000 notes)."""
    if cores < 2 or sum(s.size for s in sources) < _MUCH:
        yield None
        return
    from ankigen import beside  # late: only large decks use it

    numbers = {id(s): i for i, s in enumerate(sources)}
    with beside.begun(partial(_all_places, sources, config), cores) as made:
        yield lambda source: _pairs(made()[numbers[id(source)]])


def _all_places(sources: Sequence[Source], config: Config) -> list[str]:
    """For each source a line of numbers: where each place starts and ends."""
    each = (chain.from_iterable(checks.places(source, config)) for source in sources)
    return [" ".join(map(str, numbers)) for numbers in each]


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    numbers = iter(map(int, line.split()))
    return zip(numbers, numbers, strict=True)


def _all_fingerprints(entries: Sequence[Entry]) -> list[str]:
    return [identity.fingerprint(identity.told(e)) for e in entries]


def _placed(found: Sequence[Diagnostic], config: Config) -> list[Diagnostic]:
    """What is said of the configuration's ids, at their place in it."""
    out: list[Diagnostic] = []
    for diagnostic in found:
        if diagnostic.code == "unused-id" and diagnostic.span is None:
            asked = next((q for q in config.ids if f'"{q}"' in diagnostic.message), "")
            span = place(config, "id", asked) if asked else None
            diagnostic = replace(diagnostic, span=span, label="asked nowhere" if span else "")
        out.append(diagnostic)
    return out


def _own_config(config: Config, source: Source) -> Config:
    return front_matter.for_source(config, source)[0]


def _in_own_decks(
    notes: Iterable[cards.Note],
    entries: Sequence[Principle | Record],
    owns: Mapping[str, Config],
    name: str,
) -> Iterator[cards.Note]:
    """Notes of a file whose front matter names another deck go there, subdecks included."""
    decks = {source: own.deck for source, own in owns.items() if own.deck not in (None, name)}
    if not decks:
        yield from notes
        return
    for note in notes:
        span = entries[note.due - 1].span
        deck = decks.get(span.source.name) if span is not None else None
        yield note._replace(deck=deck + note.deck[len(name) :]) if deck else note


def _own(
    locks: Sequence[DeckLock],
    name: str,
    reading: Reading,
    names: Sequence[str],
    config: Config,
) -> tuple[tuple[DeckLock, ...], tuple[Diagnostic, ...]]:
    if len(locks) == 1 and locks[0].deck == name and set(names) & set(locks[0].sources):
        return (locks[0],), ()  # as nearly always
    folder = config.folder or Path()
    asked = {identity.asked(e) for e in reading.notebook.entries}
    return remembered.deck_of(locks, name, asked, names, lambda file: _stands(folder / file))


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name in a damaged lock that no system takes
        return False


_FEW = 20  # terms of a search that a person can still read


def _retired(
    matched: Matching,
    earlier: Path,
    note_types: dict[str, NoteType],
    deck: str,
    count: int,
) -> tuple[list[cards.Note], tuple[Diagnostic, ...]]:
    """The notes that left, with their last content from the earlier package and the tag for them."""
    wanted = {e.guid: e for e in matched.gone if e.gone != "retired"}
    if not wanted:
        return [], ()
    found: list[cards.Note] = []
    keys = {t.name: t for t in note_types.values()}
    from ankigen import inspect  # late: only retiring looks back

    old = inspect.read(earlier) if earlier.is_file() else None
    for note in old.notes if old is not None else ():
        entry, kind = wanted.get(note.guid), keys.get(note.note_type)
        if old is None or entry is None or kind is None or len(note.fields) != len(kind.fields):
            continue
        del wanted[note.guid]
        tags = tuple(dict.fromkeys((*note.tags, "ankigen::retired")))
        templates = tuple(sorted(c.ordinal for c in old.cards if c.note_id == note.id))
        due = count + len(found) + 1
        found.append(
            cards.Note(kind.key, note.guid, entry.note_id, note.fields, tags, templates, deck, due)
        )
    if not wanted:
        return found, ()
    lost = ", ".join(f'"{e.question}"' for e in list(wanted.values())[:3])
    more = f" and {len(wanted) - 3} more" if len(wanted) > 3 else ""
    return found, (report(
        "cannot-retire", f"{earlier} no longer holds what left the notes: {lost}{more}",
        hint=f"in Anki's browser paste: {search(list(wanted))}",
    ),)  # fmt: skip


def search(guids: Sequence[str]) -> str:
    """One line for Anki's browser that finds exactly the notes of these GUIDs. A thousand terms are
    more than its database takes, so many are one pattern."""
    if len(guids) <= _FEW:
        return " OR ".join(f"Id:{g}" for g in guids)
    return "Id:re:" + "|".join(guids)


def _looks(kind: NoteType) -> str:
    text = "\0".join((kind.name, kind.css, *(p for t in kind.templates for p in (t.front, t.back))))
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _styled(config: Config) -> tuple[dict[str, NoteType], list[Diagnostic]]:
    kinds = dict(notetypes.load())
    if not config.style:
        return kinds, []
    from ankigen import style  # late: few writers have one

    css, wrong = style.load(config)
    return {k: replace(t, css=f"{t.css}\n{css}") if css else t for k, t in kinds.items()}, wrong


def packing(path: Path) -> AbstractContextManager[package.Packing]:
    """A package for `path` whose `add` takes the notes of `prepare`, and that `write` finishes."""
    return package.packing(path, notetypes.load())


def write(
    deck: Deck, path: Path, lock_path: Path | None = None, made: package.Packing | None = None
) -> None:
    """Writes the package to `path` and, after it, the lock to `lock_path` (None: no lock). Raises
    NotesError where the folder is missing or the output is a folder, OSError where it cannot be written.

    `made` has taken the notes already. The lock is on the disk before the package takes its name, so that a full disk or a folder that
    takes no file stops both; `finish` puts right what a kill between the two renames leaves."""
    check_output(path)
    if lock_path is None or _stands_there(lock_path, deck.locks):
        _packed(deck, path, made)
        return
    lock = writing.target(lock_path)
    coming = _coming(lock)

    def ready(part: Path) -> None:
        line = f"{_BELONGS}{_digest(part)} {path.resolve()}\n".encode("utf-8", "surrogateescape")
        try:
            text = lockfile.encoded(deck.locks)
            writing.stage(coming, lambda file: file.writelines(chain(text, (line,))))
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(lock_path)) from error

    try:
        _packed(deck, path, made, ready)
        with writing.part_of(coming).open("rb") as lines:
            writing.replace(lock, lambda file: file.writelines(_without_last(lines)))
    finally:
        writing.discard(writing.part_of(coming))


def _packed(
    deck: Deck,
    path: Path,
    made: package.Packing | None,
    ready: Callable[[Path], object] | None = None,
) -> None:
    kinds, looks = deck.note_types, deck.stamped.looks
    if made is None:
        package.write(path, deck.stamped.notes, kinds, looks, deck.media, ready)
    else:
        made.finish(kinds, looks, deck.media, ready)


def _stands_there(path: Path, decks: Sequence[DeckLock]) -> bool:
    """Does the file hold this lock already?"""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return all(file.read(len(t)) == t for t in lockfile.encoded(decks)) and not file.read(1)


def _without_last(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lock in a file that `finish` could use: all but the line that says whose it is."""
    return (line for line in lines if not line.startswith(_BELONGS.encode()))


_BELONGS = "# belongs to "  # the last line of a lock whose package may not have its name yet


def _coming(lock: Path) -> Path:
    return lock.with_name(f"{lock.name}.next")


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def finish(lock_path: Path) -> None:
    """Puts right what a build left that was killed: where its package had its name already, its lock
    gets its own too; else both are as before."""
    lock = writing.target(lock_path)
    for part in list(writing.leftovers(_coming(lock))):
        text, mark, line = part.read_bytes().rpartition(_BELONGS.encode())
        digest, _, name = line.decode("utf-8", "surrogateescape").rstrip("\n").partition(" ")
        made = Path(name)
        if mark and line.endswith(b"\n") and made.is_file() and _digest(made) == digest:
            writing.replace(lock, partial(_put, text))
        writing.discard(part)
    writing.sweep(lock)


def _put(text: bytes, file: BinaryIO) -> None:
    file.write(text)


def check_output(path: Path) -> None:
    """Raises NotesError where a package cannot be written to `path`, before any work is done."""
    check_place(path, "deck.apkg")
    package.check_name(path)


def check_place(path: Path, example: str) -> None:
    """Raises NotesError where `path` is a folder, or lies in one that is not there."""
    if path.is_dir():
        raise NotesError(report(
            "output-folder", f"{path}: this is a folder", hint=f"name a file in it: -o {path / example}"
        ))  # fmt: skip
    if not path.parent.is_dir():
        file = path.parent.exists()
        raise NotesError(report(
            "output-folder", f"{path.parent}: {'this is a file' if file else 'no such folder'}",
            hint=f"name a folder: -o {example}" if file else f"make it first: mkdir -p {path.parent}",
        ))  # fmt: skip


@contextmanager
def locked(path: Path | None) -> Iterator[None]:
    """Holds the lock at `path` for one build at a time; a second build waits for the first. What a
    killed build left is put right."""
    if path is None or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        yield
        return
    try:
        import fcntl
    except ImportError:  # Windows: the rename is atomic there too, the last build wins
        yield
        return
    folder = os.open(path.parent, os.O_RDONLY)  # the folder itself: nothing is left behind
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        finish(path)
        yield
    finally:
        os.close(folder)


def read_locks(path: Path) -> tuple[DeckLock, ...]:
    """The decks of the lock at `path`; none where there is no file. Raises NotesError, OSError."""
    try:
        if path.exists() and not path.is_file():
            raise NotesError(report("cannot-read", f"{path}: this is no file, so it is no lock"))
        return _read_lock(path, "strict")
    except UnicodeDecodeError:
        return _read_lock(path, "replace")
    except FileNotFoundError:
        return ()


def _read_lock(path: Path, errors: str) -> tuple[DeckLock, ...]:
    def whole() -> Source:
        return Source(str(path), path.read_bytes().decode("utf-8", errors))

    with path.open("rb") as file:
        blocks = iter(partial(file.read, 1 << 16), b"")
        parts = (part.decode("utf-8", errors) for part in whole_lines(blocks))
        return lockfile.parse_parts(parts, whole)
