"""One reading of the same notes, however they were typed: a keyboard, a phone, a page that they came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ankigen import reader
from ankigen.inputs import load
from ankigen.records import Principle
from ankigen.source import Source

NOTES = sorted(
    p
    for p in (Path(__file__).parent / "notes" / "valid").iterdir()
    if p.suffix in (".txt", ".md", ".org")
)
BETWEEN_WORDS = re.compile(r"(?<=[a-z]) (?=[a-z])")


def _each(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(x) if x.strip() else x for x in text.split("\n"))


HABITS: dict[str, Callable[[str], str]] = {
    "spaces at which no line breaks": lambda text: BETWEEN_WORDS.sub("\u00a0", text),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "spaces behind lines": _each(lambda line: line + "  "),
    "a tab behind lines": _each(lambda line: line + "\t"),
    "zero-width spaces": _each(lambda line: "\u200b" + line + "\u200b"),
    "blank lines at the end": lambda text: text.rstrip("\n") + "\n\n\n",
    "a space before the question mark": lambda text: re.sub(r"(?<=[a-z])\?", " ?", text),
    "two spaces between sentences": lambda text: re.sub(r"(?<=[.?!]) (?=[A-Z])", "  ", text),
}


def _told(name: str, text: str) -> list[tuple[object, ...]]:
    """What the cards ask, for what, and whether they have an answer."""
    found: list[tuple[object, ...]] = []
    for entry in reader.read([Source(name, text)]).notebook.entries:
        if isinstance(entry, Principle):
            found.append(("principle", _plain(entry.name)))
        else:
            names = tuple(map(_plain, entry.principles))
            found.append((entry.kind, _plain(entry.question), names, bool(entry.answers)))
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace(" ?", "?").split())


@pytest.mark.parametrize("habit", HABITS)
def test_the_same_is_read(habit: str) -> None:
    tried = 0
    for path in NOTES:
        (source,) = load([str(path)])
        text = HABITS[habit](source.text)
        if text != source.text:
            tried += 1
            assert _told(path.name, text) == _told(path.name, source.text), path.name
    assert tried >= 10


def test_spaces_that_are_meant_stay() -> None:
    text = "• Tell me\u00a0about a trip\u202f?\nWe drove 10\u00a0km and\u00a0then on.\n"
    (record,) = reader.read([Source("notes.txt", text)]).notebook.records
    assert record.question == "Tell me about a trip\u202f?"
    assert record.answers[0].text == "We drove 10\u00a0km and then on."
