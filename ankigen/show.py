"""A reading as data and as text: what `ankigen show` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ankigen.diagnostics import as_json
from ankigen.reading import Reading, Role
from ankigen.records import Answer, Principle, Record
from ankigen.source import Span


def to_json(reading: Reading) -> dict[str, Any]:
    """The JSON contract of `ankigen show --format json`: keys stay, new ones may come."""
    return {
        "version": 1,
        "principles": [_principle(p) for p in reading.notebook.principles],
        "records": [_record(r) for r in reading.notebook.records],
        "lines": _lines(reading),
        "diagnostics": [as_json(d) for d in reading.diagnostics],
    }


def _at(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"source": None, "line": None}
    return {"source": span.source.name, "line": span.line}


def _principle(principle: Principle) -> dict[str, Any]:
    return {"name": principle.name, "statement": principle.statement, **_at(principle.span)}


def _record(record: Record) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "question": record.question,
        **_at(record.span),
        "principles": list(record.principles),
        "group": list(record.group),
        "answers": [_answer(a) for a in record.answers],
        "borrowed": [
            {"line": b.answer.span.line if b.answer.span else None, "label": b.answer.label, "asked": b.asked}
            for b in record.borrowed
        ],
        "tags": list(record.tags),
        "also_at": [_at(s) for s in record.also_at],
        "id": record.id,
        "state": record.state,
    }  # fmt: skip


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "label": answer.label,
        "line": answer.span.line if answer.span else None,
        "text": answer.text,
        "beats": [
            {"name": b.name, "line": b.span.line if b.span else None, "text": b.text} for b in answer.beats
        ],
    }  # fmt: skip


def _lines(reading: Reading) -> dict[str, Any]:
    roles = Counter(line.role for a in reading.accounts for line in a.lines)
    total = sum(roles.values())
    return {
        "total": total,
        "blank": roles[Role.BLANK],
        "read": total - roles[Role.BLANK] - roles[Role.IGNORED],
        "ignored": [
            {"source": a.source.name, "line": number, "why": line.why}
            for a in reading.accounts
            for number, line in enumerate(a.lines, 1)
            if line.role is Role.IGNORED
        ],
    }


def as_lines(reading: Reading) -> Iterator[str]:
    """Every line of every source with its role and the reason."""
    for account in reading.accounts:
        yield f"{account.source.name}"
        width = len(str(len(account.lines)))
        for number, line in enumerate(account.lines, 1):
            if line.role is Role.BLANK:
                yield f"{number:>{width}}"
                continue
            text = account.source.line(number).strip()
            shown = text if len(text) <= 60 else text[:59] + "…"
            yield f"{number:>{width}}  {line.role.value + ': ' + line.why:<52}  {shown}"


def as_text(reading: Reading) -> Iterator[str]:
    """The notebook for a person: principles and, below each question, whose text its card shows."""
    for entry in reading.notebook.entries:
        if isinstance(entry, Principle):
            yield f"\n# {entry.name}"
            if entry.statement:
                yield "  " + entry.statement.replace("\n", "\n  ")
            continue
        names = f"  [{', '.join(entry.principles)}]" if entry.principles else ""
        line = f":{entry.span.line}" if entry.span else ""
        mark = {"own": "✓", "borrowed": "~", "missing": "·"}[entry.state]
        kind = "story: " if entry.kind == "story" else ""
        yield f"{mark} {kind}{entry.question}{names}  {line}"
        for answer in entry.answers:
            beats = " · ".join(b.name for b in answer.beats)
            label = f"{answer.label}: " if answer.label else ""
            first = answer.text.split("\n", 1)[0]
            yield f"    {label}{first[:90]}{'…' if len(first) > 90 else ''}{f'  ({beats})' if beats else ''}"
        if entry.borrowed:
            yield f"    may borrow {len(entry.borrowed)} of its principles' stories"
