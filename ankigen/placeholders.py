"""Places the writer left open ("xx", "[company]", "TODO"): found, and filled from `values`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ankigen.records import Answer, Beat, Borrowed, Notebook, Principle, Record

# A word of x or y alone, as people leave where a name goes ("xx1" too); words in brackets that stand
# for a thing, never a link, a check box or a footnote.
_OPEN = re.compile(
    r"(?<![\w.])(?:[xX]{2,}\d{0,2}|[yY]{2,}\d{0,2}|TODO|TBD|FIXME|_{3,}|\?{3,})(?!\w)"
    r"|\[(?:the |your |my |a )?(?:company|team|name|role|position|product|project|manager|city|year|date"
    r"|number|customer|client|employer|title|department|tool|technology|placeholder|insert[^\]\n]{0,40})"
    r"(?: name)?\](?!\()"
    r"|<(?:company|team|name|role|position|product|project|manager|city|year|date|number|customer|client"
    r"|employer|title|department|tool|technology)>",
    re.IGNORECASE,
)
# Every place that `_OPEN` matches starts with one of these; finding them is much faster.
_STARTS = (
    "xx",
    "XX",
    "Xx",
    "xX",
    "yy",
    "YY",
    "TODO",
    "todo",
    "Todo",
    "TBD",
    "tbd",
    "FIXME",
    "fixme",
    "___",
    "???",
    "[",
    "<",
)


def find(text: str, values: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Start and end of every open place in `text` that `values` does not fill."""
    filled = {key.casefold() for key in values}
    end = 0
    for at in sorted(_candidates(text)):
        match = _OPEN.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            if match[0].casefold() not in filled:
                yield match.span()


def _candidates(text: str) -> set[int]:
    found: set[int] = set()
    for start in _STARTS:
        at = text.find(start)
        while at >= 0:
            found.add(at)
            at = text.find(start, at + 1)
    return found


def fill(notebook: Notebook, values: Mapping[str, str]) -> Notebook:
    """`notebook` with every placeholder of `values` replaced: as a whole word, whatever its case."""
    if not values:
        return notebook
    keys = sorted(values, key=len, reverse=True)
    pattern = re.compile(
        "|".join(
            rf"(?<!\w){re.escape(k)}(?!\w)" if k[:1].isalnum() else re.escape(k) for k in keys
        ),
        re.I,
    )
    lower = {key.casefold(): value for key, value in values.items()}

    def put(text: str) -> str:
        return pattern.sub(lambda m: lower[m[0].casefold()], text) if text else text

    def told(answer: Answer) -> Answer:
        beats = tuple(Beat(b.name, put(b.text), b.span) for b in answer.beats)
        return replace(
            answer, text=put(answer.text), lead=put(answer.lead), label=answer.label, beats=beats
        )

    def entry(item: Principle | Record) -> Principle | Record:
        if isinstance(item, Principle):
            return replace(item, name=put(item.name), statement=put(item.statement))
        return replace(
            item,
            question=put(item.question),
            principles=tuple(map(put, item.principles)),
            group=tuple(map(put, item.group)),
            answers=tuple(map(told, item.answers)),
            borrowed=tuple(
                Borrowed(told(b.answer), put(b.asked), put(b.principle)) for b in item.borrowed
            ),
        )

    return Notebook(tuple(map(entry, notebook.entries)))
