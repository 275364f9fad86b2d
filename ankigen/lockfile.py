"""ankigen.lock: identities as lines of text that people and git can read."""

from __future__ import annotations

from collections.abc import Sequence

from ankigen.diagnostics import NotesError, report
from ankigen.identity import DeckLock, Entry, Looks
from ankigen.source import Source, Span

VERSION = 1
NAME = "ankigen.lock"
_HEAD = f"ankigen-lock {VERSION}"
_NOTE = (
    "# Which note is which, so that a new export keeps every review. Keep this file with the notes;\n"
    "# one line a note: guid, note id, changed (seconds), content, answer, kind, question."
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_KINDS = {"question", "story", "principle"}


def dump(decks: Sequence[DeckLock]) -> str:
    """The lock as text; `parse` gives the same decks back."""
    out = [_HEAD, _NOTE]
    for deck in decks:
        out += ["", f"deck {_line(deck.namespace)}", f"named {_line(deck.deck)}"]
        out += [f"looks {k.key} {k.content} {k.mod}" for k in deck.looks]
        out += [
            f"{e.guid} {e.note_id} {e.mod} {e.content} {e.told} {e.kind}{'/' + e.gone if e.gone else ''} "
            + (
                e.question
                if "\n" not in e.question and "\\" not in e.question
                else _line(e.question)
            )
            for e in deck.entries
        ]
    return "\n".join(out) + "\n"


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _text(line: str) -> str:
    if "\\" not in line:
        return line
    return line.replace("\\\\", "\0").replace("\\n", "\n").replace("\\r", "\r").replace("\0", "\\")


def parse(source: Source) -> tuple[DeckLock, ...]:
    """The decks of a lock. Raises NotesError, naming the line, where it is damaged, holds the marks
    of a merge conflict, or was written by a newer ankigen."""
    lines = source.text.split("\n")
    _check_head(source, lines)
    decks: list[tuple[str, list[str], list[Entry], list[Looks]]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line or line[0] == "#":
            continue
        parts = line.split(" ", 6)
        if len(parts) == 7 and len(parts[0]) == 16 and decks:
            entry = _entry(source, number, parts)
            at = seen.get(entry.guid)
            if at is None:
                seen[entry.guid] = len(decks[-1][2])
                decks[-1][2].append(entry)
            else:  # a merge that kept both sides: the later change is the one that counts
                _later(source, number, decks[-1][2], at, entry)
        elif parts[0] == "deck" and len(line) > 5:
            decks.append((_text(line[5:]), [], [], []))
            seen = {}
        elif parts[0] == "named" and decks:
            decks[-1][1].append(_text(line[6:]))
        elif parts[0] == "looks" and decks and len(parts) == 4 and _is_number(parts[3]):
            decks[-1][3].append(Looks(parts[1], parts[2], int(parts[3])))
        else:
            raise _damaged(source, number)
    return tuple(
        DeckLock(space, named[-1] if named else space, tuple(entries), _latest(looks))
        for space, named, entries, looks in decks
    )


def _is_number(text: str) -> bool:
    """A number that an SQLite column takes: milliseconds have 13 digits."""
    return len(text) < 17 and text.isascii() and text.isdigit()


def _entry(source: Source, number: int, parts: list[str]) -> Entry:
    guid, note_id, mod, content, told, kind, question = parts
    kind, _, gone = kind.partition("/")
    if (
        not (_is_number(note_id) and _is_number(mod))
        or kind not in _KINDS
        or gone not in ("", "gone", "retired")
    ):
        raise _damaged(source, number)
    return Entry(guid, int(note_id), int(mod), content, told, kind, _text(question), gone)


def _later(source: Source, number: int, entries: list[Entry], at: int, entry: Entry) -> None:
    old = entries[at] if at < len(entries) else None
    if old is None or old.guid != entry.guid or old.note_id != entry.note_id:
        raise _damaged(source, number)
    if entry.mod > old.mod:
        entries[at] = entry


def _latest(looks: Sequence[Looks]) -> tuple[Looks, ...]:
    by_key: dict[str, Looks] = {}
    for item in looks:
        if item.key not in by_key or item.mod > by_key[item.key].mod:
            by_key[item.key] = item
    return tuple(by_key.values())


def _check_head(source: Source, lines: Sequence[str]) -> None:
    for number, line in enumerate(lines, 1):
        if line.startswith(_CONFLICT) and (len(line) == 7 or line[7] == " "):
            raise NotesError(report(
                "lock-conflict", "the lock holds the marks of a merge that was not finished",
                source.line_span(number), label="left by git",
                hint="keep the lines of both sides, delete the three marks, and build again",
            ))  # fmt: skip
    first = lines[0] if lines else ""
    if first == _HEAD:
        return
    name, _, version = first.partition(" ")
    if name == "ankigen-lock" and _is_number(version) and int(version) > VERSION:
        raise NotesError(report(
            "lock-newer", f"this lock has format {version}; this ankigen reads up to {VERSION}",
            source.line_span(1), label="written by a newer ankigen", hint="pip install --upgrade ankigen",
        ))  # fmt: skip
    raise _damaged(source, 1)


def _damaged(source: Source, number: int) -> NotesError:
    span = source.line_span(number) if source.text else Span(source, 0, 0)
    return NotesError(report(
        "lock-damaged", f"line {number} of the lock cannot be read", span, label="not a line of a lock",
        hint="restore the file from your version control or a backup (git checkout -- ankigen.lock)",
    ))  # fmt: skip
