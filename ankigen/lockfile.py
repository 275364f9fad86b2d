"""ankigen.lock: identities as lines of text that people and git can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ankigen.diagnostics import NotesError, report
from ankigen.identity import DeckLock, Known, Looks
from ankigen.patterns import late
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
_SORTS = {sort: sort for sort in ("question", "story", "principle")}
_SORT = re.compile(r"(question|story|principle)(?:/(gone|retired))?(?:=(\S+))?").fullmatch
_MOST = 10**16  # a number that an SQLite column takes: milliseconds have 13 digits


def dump(decks: Sequence[DeckLock]) -> str:
    """The lock as text; `parse` gives the same decks back."""
    return "".join(_lines(decks))


def encoded(decks: Sequence[DeckLock]) -> Iterator[bytes]:
    """The lock as the bytes of its file, by the thousand lines: of a million notes all of them would be
    a tenth of a gigabyte."""
    lines = _lines(decks)
    while some := "".join(islice(lines, 1000)):
        yield some.encode("utf-8", "surrogatepass")


def _lines(decks: Sequence[DeckLock]) -> Iterator[str]:
    yield f"{_HEAD}\n{_NOTE}\n"
    for deck in decks:
        yield f"\ndeck {_line(deck.namespace)}\nnamed {_line(deck.deck)}\n"
        yield from (f"from {_line(name)}\n" for name in deck.sources)
        yield from (f"looks {k.key} {k.content} {k.mod}\n" for k in deck.looks)
        yield from map(_row, deck.entries)


def _row(entry: Known) -> str:
    guid, note_id, mod, content, told, kind, question, gone, given = entry
    if gone:
        kind = f"{kind}/{gone}"
    if given:
        kind = f"{kind}={_word(given)}"
    if "\\" in question or "\n" in question or "\r" in question:
        question = _line(question)
    return f"\n{guid} {note_id} {mod} {content} {told} {kind} {question}\n"


_ESCAPES = late(r"\\(.)")
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


Whole = Callable[[], Source]  # all of a lock, to show what is wrong in it


def parse(source: Source) -> tuple[DeckLock, ...]:
    """The decks of a lock. Raises NotesError, naming the line, where it is damaged, holds the marks
    of a merge conflict, or was written by a newer ankigen."""
    return parse_parts(source.parts(), lambda: source)


def parse_parts(text: Iterable[str], whole: Whole) -> tuple[DeckLock, ...]:
    """The same for a lock that is read by so many whole lines at a time."""
    lines = _lines_of(text)
    _check_head(whole, next(lines).removeprefix("\ufeff"))
    parts: list[_Part] = []
    entries: dict[str, Known] = {}
    times: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        if not line or line[0] == "#":
            continue
        words = line.split(" ", 6)
        if len(words) < 7 or len(words[0]) != 16 or not parts:
            _heading(whole, number, line, parts)
            entries = parts[-1].entries
            continue
        entry = _entry(whole, number, words, times)
        if entry.guid in entries:
            entry = _later(whole, number, entries[entry.guid], entry)
        entries[entry.guid] = entry
    return tuple(
        DeckLock(
            p.namespace, p.named, tuple(p.entries.values()), _latest(p.looks), tuple(p.sources)
        )
        for p in parts
    )


def _lines_of(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        lines = part.split("\n")
        if "\r" in part:  # git on Windows may have changed the line ends
            lines = [line.removesuffix("\r") for line in lines]
        yield from lines


_known = Known._make  # half the time of a call with nine arguments, a hundred thousand times


def _entry(whole: Whole, number: int, words: list[str], times: dict[str, int]) -> Known:
    """The note of a line. What many lines say alike is kept once: `times` are those met so far."""
    guid, note_id, mod, content, told, kind, question = words
    gone = given = ""
    try:
        made, changed = int(note_id), times.get(mod, -1)
        if changed < 0:
            changed = times[mod] = int(mod)
    except ValueError:
        raise _damaged(whole(), number) from None
    if kind in _SORTS:
        kind = _SORTS[kind]
    else:
        found = _SORT(kind)
        if found is None:
            raise _damaged(whole(), number)
        kind, gone, given = found[1], found[2] or "", _unword(found[3])
    if not (guid.isalnum() and 0 < made < _MOST and 0 <= changed < _MOST):
        raise _damaged(whole(), number)
    if "\\" in question:
        question = _text(question)
    return _known((guid, made, changed, content, told, kind, question, gone, given))


def _heading(whole: Whole, number: int, line: str, parts: list[_Part]) -> None:
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
        raise _damaged(whole(), number, line)


def _later(whole: Whole, number: int, old: Known, new: Known) -> Known:
    """Twice the same note is what a merge leaves that kept both sides: the later change counts, and
    a note that is there before one that is gone."""
    if old.note_id != new.note_id:
        raise _damaged(whole(), number)
    return new if new.mod > old.mod or (new.mod == old.mod and bool(old.gone)) else old


def _latest(looks: Sequence[Looks]) -> tuple[Looks, ...]:
    by_key: dict[str, Looks] = {}
    for item in looks:
        if item.key not in by_key or item.mod > by_key[item.key].mod:
            by_key[item.key] = item
    return tuple(by_key.values())


def _check_head(whole: Whole, head: str) -> None:
    if head == _HEAD:
        return
    newer = re.fullmatch(r"ankigen-lock ([0-9]{1,9})", head)
    if newer and int(newer[1]) > VERSION:
        raise NotesError(report(
            "lock-newer", f"this lock has format {newer[1]}; this ankigen reads up to {VERSION}",
            whole().line_span(1), label="written by a newer ankigen", hint="pip install --upgrade ankigen",
        ))  # fmt: skip
    raise _damaged(whole(), 1, head)


def _damaged(source: Source, number: int, line: str = "") -> NotesError:
    span = source.line_span(number) if source.size else Span(source, 0, 0)
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
