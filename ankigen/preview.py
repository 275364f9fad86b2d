"""The same cards as one offline HTML page."""

from __future__ import annotations

import base64
import html
import json
import mimetypes
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ankigen.build import Deck
from ankigen.cards import Note
from ankigen.diagnostics import as_json
from ankigen.notetypes import CardTemplate, NoteType
from ankigen.package import MediaFile, plain
from ankigen.records import Principle, Record

_SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}(.*?)\{\{/\2\}\}", re.S)
_FIELD = re.compile(r"\{\{([^{}#^/]+)\}\}")
PAGE = Path(__file__).parent / "page"


def render(template: str, values: Mapping[str, str]) -> str:
    """A card template with its fields put in, as Anki does: sections, then fields; `{{tts …:F}}` and
    other filters that a page cannot do give nothing."""
    while True:
        out = _SECTION.sub(
            lambda m: m[3] if bool(values.get(m[2].strip())) == (m[1] == "#") else "", template
        )
        if out == template:
            break
        template = out

    def field(match: re.Match[str]) -> str:
        name = match[1].strip()
        return values.get(name, "") if ":" not in name else ""

    return _FIELD.sub(field, template)


def card(note: Note, kind: NoteType, template: CardTemplate) -> tuple[str, str]:
    """Front and back of one card as HTML, without Anki."""
    values = dict(zip((f.name for f in kind.fields), note.fields, strict=True))
    values |= {
        "Tags": " ".join(note.tags),
        "Deck": note.deck,
        "Type": kind.name,
        "Card": template.name,
        "Spoken": "",  # a voice of Anki's, of which a page has none
    }
    front = render(template.front, values)
    return front, render(template.back, values | {"FrontSide": front})


def page(deck: Deck) -> str:
    """One self-contained page: every card, front and back, at the width of a phone. Cards stand in
    frames without scripts, so that neither their style nor anything in the notes reaches the page."""
    css = {key: kind.css for key, kind in deck.note_types.items()}
    data = {
        "deck": deck.name,
        "css": css,
        "cards": _cards(deck),
        "media": _media(deck.media),
        "loose": _loose(deck),
    }
    text = (PAGE / "preview.html").read_text(encoding="utf-8")
    parts = {
        "title": html.escape(deck.name),
        "style": (PAGE / "preview.css").read_text(encoding="utf-8"),
        "script": (PAGE / "preview.js").read_text(encoding="utf-8"),
        # "<" could close the script element from inside a string
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    }
    return re.sub(
        r"<!--(title|style|script|data)-->|/\*(style|script|data)\*/",
        lambda m: parts[m[1] or m[2]],
        text,
    )


def _cards(deck: Deck) -> list[dict[str, Any]]:
    findings = _findings(deck)
    found: list[dict[str, Any]] = []
    for note, entry in zip(deck.stamped.notes, deck.reading.notebook.entries, strict=False):
        kind = deck.note_types[note.note_type]
        place = f"{entry.span.source.name}:{entry.span.line}" if entry.span else ""
        for ordinal in note.templates:
            front, back = card(note, kind, kind.templates[ordinal])
            found.append(
                {
                    "type": note.note_type,
                    "name": plain(note.fields[0]),
                    "card": kind.templates[ordinal].name if ordinal else "",
                    "front": front,
                    "back": back,
                    "place": place,
                    "tags": list(note.tags),
                    "principles": _principles(entry),
                    "findings": findings.get(id(entry), []),
                }
            )
    return found


def _principles(entry: Principle | Record) -> list[str]:
    return [entry.name] if isinstance(entry, Principle) else list(entry.principles)


def _findings(deck: Deck) -> dict[int, list[dict[str, object]]]:
    """Findings by the entry that they stand in: the last one that starts at or above them. That a
    question has no answer is told by its card already."""
    entries = [e for e in deck.reading.notebook.entries if e.span is not None]
    found: dict[int, list[dict[str, object]]] = {}
    for diagnostic in deck.diagnostics:
        if diagnostic.span is None or diagnostic.severity == "note":
            continue
        above = [
            e for e in entries
            if e.span is not None and e.span.source is diagnostic.span.source and e.span.start <= diagnostic.span.start
        ]  # fmt: skip
        if above:
            owner = max(above, key=lambda e: e.span.start if e.span else 0)
            found.setdefault(id(owner), []).append(as_json(diagnostic))
    return found


def _loose(deck: Deck) -> list[dict[str, object]]:
    """Findings that stand at no card."""
    held = {(f["line"], f["code"], f["source"]) for fs in _findings(deck).values() for f in fs}
    shown = [as_json(d) for d in deck.diagnostics if d.severity != "note"]
    return [d for d in shown if (d["line"], d["code"], d["source"]) not in held]


def _media(files: Sequence[MediaFile]) -> dict[str, str]:
    """Each file as a data: address, so that the page needs nothing beside it."""
    out: dict[str, str] = {}
    for item in files:
        kind = mimetypes.guess_type(item.name)[0] or "application/octet-stream"
        out[item.name] = f"data:{kind};base64,{base64.b64encode(item.path.read_bytes()).decode()}"
    return out
