"""ankigen.lock: identities as lines of text that people and git can read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ankigen.diagnostics import NotesError, report
from ankigen.identity import DeckLock, Known, Looks
from ankigen.source import Source, Span

VERSION = 1
NAME = "ankigen.lock"
_HEAD = f"ankigen-lock {VERSION}"
_NOTE = (
    "# Which note is which, so that a new export keeps every review. Keep this file with the notes.\n"
    "# One line a note: guid, note id, changed (seconds), content, answer, kind, question. The empty\n"
    "# lines let git merge changes of neighbours."
)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?").fullmatch
_ENTRY = re.compile(
    r"([a-z2-7]{16}) ([0-9]{1,16}) ([0-9]{1,16}) ([0-9a-f]{16}) (\S+) "
    r"(question|story|principle)(?:/(gone|retired))?(?:=(\S+))? (.*)"
).fullmatch


def dump(decks: Sequence[DeckLock]) -> str:
    """The lock as text; `parse` gives the same decks back."""
    out = [_HEAD, _NOTE]
    for deck in decks:
        out += ["", f"deck {_line(deck.namespace)}", f"named {_line(deck.deck)}"]
        out += [f"from {_line(name)}" for name in deck.sources]
        out += [f"looks {k.key} {k.content} {k.mod}" for k in deck.looks]
        out += [_row(e) for e in deck.entries]
    return "\n".join(out) + "\n"


def _row(entry: Known) -> str:
    guid, note_id, mod, content, told, kind, question, gone, given = entry
    if gone:
        kind = f"{kind}/{gone}"
    if given:
        kind = f"{kind}={_word(given)}"
    if "\\" in question or "\n" in question or "\r" in question:
        question = _line(question)
    return f"\n{guid} {note_id} {mod} {content} {told} {kind} {question}"


_ESCAPES = re.compile(r"\\(.)")
_SIGNS = {"\\": "\\", "n": "\n", "r": "\r"}


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _text(line: str) -> str:
    if "\\" not in line:
        return line
    return _ESCAPES.sub(lambda m: _SIGNS.get(m[1], m[0]), line)


def _word(text: str) -> str:
    from urllib.parse import quote  # late: few writers give ids by hand

    return quote(text, safe="")


def _unword(word: str | None) -> str:
    from urllib.parse import unquote

    return unquote(word) if word else ""


@dataclass(slots=True)
class _Part:
    """One deck of a lock while it is read."""

    namespace: str
    named: str
    entries: dict[str, Known] = field(default_factory=dict)
    looks: list[Looks] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)


def parse(source: Source) -> tuple[DeckLock, ...]:
    """The decks of a lock. Raises NotesError, naming the line, where it is damaged, holds the marks
    of a merge conflict, or was written by a newer ankigen."""
    lines = source.text.removeprefix("\ufeff").split("\n")
    if "\r" in source.text:  # git on Windows may have changed the line ends
        lines = [line.removesuffix("\r") for line in lines]
    _check_head(source, lines)
    parts: list[_Part] = []
    for number, line in enumerate(lines[1:], 2):
        if not line or line[0] == "#":
            continue
        found = _ENTRY(line)
        if found is None:
            _heading(source, number, line, parts)
            continue
        if not parts:
            raise _damaged(source, number)
        guid, note_id, mod, content, told, kind, gone, given, question = found.groups()
        if "\\" in question:
            question = _text(question)
        if given:
            given = _unword(given)
        entry = Known(
            guid, int(note_id), int(mod), content, told, kind, question, gone or "", given or ""
        )
        _keep(source, number, parts[-1].entries, entry)
    return tuple(
        DeckLock(
            p.namespace, p.named, tuple(p.entries.values()), _latest(p.looks), tuple(p.sources)
        )
        for p in parts
    )


def _heading(source: Source, number: int, line: str, parts: list[_Part]) -> None:
    name, _, rest = line.partition(" ")
    words = rest.split(" ")
    if name == "deck" and rest:
        parts.append(_Part(_text(rest), _text(rest)))
    elif name == "named" and rest and parts:
        parts[-1].named = _text(rest)
    elif name == "from" and rest and parts:
        parts[-1].sources[_text(rest)] = None
    elif name == "looks" and parts and len(words) == 3 and re.fullmatch(r"[0-9]{1,16}", words[2]):
        parts[-1].looks.append(Looks(words[0], words[1], int(words[2])))
    else:
        raise _damaged(source, number, line)


def _keep(source: Source, number: int, entries: dict[str, Known], entry: Known) -> None:
    """Adds `entry`. Twice the same note is what a merge leaves that kept both sides: the later change
    is the one that counts."""
    old = entries.setdefault(entry.guid, entry)
    if old is entry:
        return
    if old.note_id != entry.note_id:
        raise _damaged(source, number)
    if entry.mod > old.mod or (entry.mod == old.mod and old.gone):
        entries[entry.guid] = entry


def _latest(looks: Sequence[Looks]) -> tuple[Looks, ...]:
    by_key: dict[str, Looks] = {}
    for item in looks:
        if item.key not in by_key or item.mod > by_key[item.key].mod:
            by_key[item.key] = item
    return tuple(by_key.values())


def _check_head(source: Source, lines: Sequence[str]) -> None:
    if lines[0] == _HEAD:
        return
    newer = re.fullmatch(r"ankigen-lock ([0-9]{1,9})", lines[0])
    if newer and int(newer[1]) > VERSION:
        raise NotesError(report(
            "lock-newer", f"this lock has format {newer[1]}; this ankigen reads up to {VERSION}",
            source.line_span(1), label="written by a newer ankigen", hint="pip install --upgrade ankigen",
        ))  # fmt: skip
    raise _damaged(source, 1, lines[0])


def _damaged(source: Source, number: int, line: str = "") -> NotesError:
    span = source.line_span(number) if source.text else Span(source, 0, 0)
    if _CONFLICT(line):
        return NotesError(report(
            "lock-conflict", "the lock holds the marks of a merge that was not finished", span, label="left by git",
            hint="keep the lines of both sides, delete the lines of marks (<<<<<<<, =======, >>>>>>>), and build again",
        ))  # fmt: skip
    return NotesError(report(
        "lock-damaged", f"line {number} of the lock cannot be read", span, label="not a line of a lock",
        hint="restore the file from version control or a backup (git checkout -- ankigen.lock); where there is none, "
        "delete it: questions that you did not reword since keep their reviews",
    ))  # fmt: skip
