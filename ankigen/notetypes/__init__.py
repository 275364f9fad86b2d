"""Anki note types: fields, card templates, style, and the ids that never change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

KEYS = ("question", "principle")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a note type. `id` is what Anki (23.10 on) knows it by, whatever its name; `hint` is
    what Anki's editor says in the empty field, which it folds where there is one."""

    name: str
    id: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """A card template. A card exists where `switch` is None or the field of that name is filled."""

    name: str
    id: int
    front: str
    back: str
    switch: str | None = None


@dataclass(frozen=True, slots=True)
class NoteType:
    """`mod` is in seconds since 1970 and moves only with the looks (css, template text). `requires` is
    Anki's "req": by template, the numbers of the fields without all or any of which it makes no card."""

    key: str
    name: str
    id: int
    fields: tuple[Field, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    mod: int
    requires: tuple[tuple[int, str, tuple[int, ...]], ...]


@lru_cache(maxsize=1)
def load() -> dict[str, NoteType]:
    """The note types by key, as the wheel carries them."""
    here = Path(__file__).parent
    css = (here / "style.css").read_text(encoding="utf-8")
    return {key: _load(here / key, css) for key in KEYS}


def _load(folder: Path, css: str) -> NoteType:
    data = json.loads((folder / "notetype.json").read_text(encoding="utf-8"))
    templates = tuple(
        CardTemplate(
            name,
            number,
            (folder / f"{stem}.front.html").read_text(encoding="utf-8").strip(),
            (folder / f"{stem}.back.html").read_text(encoding="utf-8").strip(),
            switch,
        )
        for name, number, stem, switch in data["templates"]
    )
    fields = tuple(Field(*entry) for entry in data["fields"])
    requires = tuple((at, how, tuple(numbers)) for at, how, numbers in data["requires"])
    return NoteType(
        data["key"], data["name"], data["id"], fields, templates, css, data["mod"], requires
    )
