"""The lock: which note is which across edits, when each last changed, what was removed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a note is, for ever. `guid` is 16 characters of a-z and 2-7 and stands in the note's Id
    field too, so that Anki's browser finds it; card ids are `note_id` + the template's ordinal."""

    guid: str
    note_id: int
