"""Anki note types: fields, card templates, style, and the ids that never change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a note type. `id` is what Anki (23.10 on) knows it by, whatever its name."""

    name: str
    id: int


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
    """`mod` is in seconds since 1970 and moves only with the looks (css, template text)."""

    key: str
    name: str
    id: int
    fields: tuple[Field, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    mod: int
