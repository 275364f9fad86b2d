"""Records to fields and tags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One row of fields as Anki will hold it. A card's id is `id` + the ordinal of its template."""

    note_type: str  # NoteType.key
    guid: str
    id: int  # milliseconds since 1970, a multiple of 16, in the past
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    templates: tuple[int, ...]  # ordinals of the card templates that this note has a card of
    deck: str
    due: int  # place among the new cards, from 1
    mod: int = 0  # seconds since 1970: when the content last changed; 0 until the lock says
