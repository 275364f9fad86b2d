"""The lines of an answer to its text, its lead and its beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ankigen import evidence, pointers, unanswered
from ankigen.lines import SPACE, Kind, Line, spaced
from ankigen.patterns import late
from ankigen.records import Answer, Beat, Syntax
from ankigen.source import Source, Span

_SPACED = frozenset(SPACE)
_BREAK = late(r"<br\s*/?>")
_INLINE_BEAT = late(
    r"(?:(?<=^)|(?<=[.!?;。；]\s)|(?<=[.!?;。；]))(?=[STARL](?:[/+][STARL])?[:：]\s)"
)


class Part(NamedTuple):
    """A line of an answer: its index in the source, and the offset where its text starts (after a
    label such as "A:" or "Case 1:"); -1 where the whole line counts."""

    line: int
    at: int = -1


def make(
    source: Source, lines: Sequence[Line], parts: Sequence[Part], label: str, syntax: Syntax
) -> Answer | None:
    """The answer that `parts` hold, or None where they hold no answer: nothing, an empty template of
    beats, only a to-do, a tip or a pointer."""
    told = _prose(lines, parts)
    labelled = bool(label) or (bool(parts) and parts[0].at >= 0)
    if told and unanswered.tells(lines[parts[0].line].text, labelled):
        span = Span(source, lines[parts[0].line].start, lines[parts[-1].line].end)
        return None if _only_points(told, labelled) else Answer(told, label, "", (), syntax, span)
    texts = _texts(source, lines, parts)
    while texts and not texts[-1][1]:
        texts.pop()
    while texts and not texts[0][1]:
        texts.pop(0)
    if not texts:
        return None
    # the place of an answer is where the writer's own words begin, behind a tip on top
    begin = _begin(texts, labelled)
    span = Span(source, begin, max(lines[texts[-1][0]].end, begin))
    lead, beats = _beats(source, texts)
    text = "\n".join([t for _, t, _ in texts])
    if beats:
        if not any(unanswered.is_filled(b.text) for b in beats) and unanswered.says_nothing(lead):
            return None
        return Answer(text, label, lead, beats, syntax, span)
    return (
        None
        if unanswered.says_nothing(text, labelled)
        else Answer(text, label, "", (), syntax, span)
    )


def _only_points(told: str, labelled: bool) -> bool:
    """Is prose whose first line tells no answer all the same?"""
    first, _, rest = told.partition("\n")
    if "<" in first or first[-1] in ":：*_":
        return unanswered.says_nothing(told, labelled)
    return not rest and pointers.pointer(first) is not None


def _begin(texts: Sequence[tuple[int, str, int]], labelled: bool) -> int:
    """The offset where the writer's own words begin, behind a tip on top."""
    if not labelled and evidence.is_tip(texts[0][1]):
        own = unanswered.first_own([t for _, t, _ in texts])
        return texts[own][2] if own < len(texts) else texts[0][2]
    return next((at for _, t, at in texts if t and unanswered.tells(t, labelled)), texts[0][2])


_OPENS = "\"'“‘«¿¡…"  # what prose may begin with beside letters


def _prose(lines: Sequence[Line], parts: Sequence[Part]) -> str:
    """The text of an answer of plain paragraphs without a label, as most are; '' for any other one,
    which `_texts` and `_beats` look at line by line."""
    told: list[str] = []
    last, plain, blank = -1, Kind.TEXT, Kind.BLANK
    for index, at in parts:
        start, size, kind, _, _, _, _, text, place = lines[index]
        if at >= 0 or kind is not plain or place != start or size != len(text):
            return ""
        if not (text[0].isalpha() or text[0] in _OPENS) or evidence.opens_beat(text[:3]):
            return ""
        apart = index - last > 1 and last >= 0
        if apart and (lines[index - 1].kind is blank or _gap(lines, last, index)):
            told.append("")
        told.append(text)
        last = index
    whole = "\n".join(told)
    return whole if "\t" not in whole else ""


def single(source: Source, text: str, at: int, syntax: Syntax) -> Answer | None:
    """An answer that stands within one line: a table's cell, the rest of a "Q: ... A: ..." line."""
    pieces = _BREAK.split(text)
    text = (
        "\n".join(p.strip() for p in pieces).strip(SPACE) if len(pieces) > 1 else text.strip(SPACE)
    )
    if not text or unanswered.says_nothing(text):
        return None
    pieces = [p for p in _INLINE_BEAT.split(text) if p]
    labels = [evidence.beat(p) for p in pieces]
    span = Span(source, at, min(at + len(text), source.size))
    if sum(x is not None for x in labels) >= 2:
        lead = " ".join(p for p, x in zip(pieces, labels, strict=True) if x is None).strip()
        beats = tuple(
            Beat(x.name, p[x.at :].strip(), span) for p, x in zip(pieces, labels, strict=True) if x
        )
        return Answer(text, "", lead, beats, syntax, span)
    return Answer(text, "", "", (), syntax, span)


def joined(first: Answer, rest: Answer) -> Answer:
    """An answer that began on the line of its question, and the lines below that go on with it."""
    above, below = first.span, rest.span
    apart = above is not None and below is not None and below.line - above.line > 1
    sign = "\n\n" if apart else "\n"
    if rest.beats:
        lead = sign.join(t for t in (first.lead or first.text, rest.lead) if t)
        beats = (*first.beats, *rest.beats)
    elif first.beats:
        lead, last = first.lead, first.beats[-1]
        beats = (*first.beats[:-1], replace(last, text=f"{last.text}{sign}{rest.text}"))
    else:
        lead, beats = "", ()
    span = Span(above.source, above.start, below.end) if above and below else above
    text = f"{first.text}{sign}{rest.text}"
    return replace(first, text=text, lead=lead, beats=beats, span=span)


def of_cells(source: Source, cells: Sequence[str], at: int, syntax: Syntax) -> Answer:
    """One answer of the cells of a row, each "Situation: ..." and so on."""
    text = "\n".join(cells)
    span = Span(source, at, min(at + len(cells[0]), source.size))
    beats = []
    for cell in cells:
        label = evidence.beat(cell)
        if label is not None:
            beats.append(Beat(label.name, cell[label.at :], span))
    return Answer(text, "", "", tuple(beats), syntax, span)


def points_to(text: str) -> str | None:
    """What an answer that is only a pointer ("see 2") points to."""
    lines = [line for line in text.split("\n") if line.strip(SPACE)]
    return pointers.pointer(lines[0]) if len(lines) == 1 else None


def _texts(
    source: Source, lines: Sequence[Line], parts: Sequence[Part]
) -> list[tuple[int, str, int]]:
    """(index, text, offset) of each line: quote signs off, common indent off, one blank line for many."""
    blank = Kind.BLANK
    held = [lines[p.line] for p in parts if lines[p.line].kind is not blank]
    if not held:
        return []
    found: list[tuple[int, str, int]] = []
    first = held[0].start
    told = spaced(source.cut(first, held[-1].end))
    quote = _quotation(lines, parts) if ">" in told else 0
    last, indented = parts[0].line, False
    for index, at in parts:
        line = lines[index]
        begin, kind = line.start, line.kind
        gap = index - last > 1 and _gap(lines, last, index)
        if (gap or kind is blank) and found and found[-1][1]:
            found.append((index, "", begin))
        last = index
        if kind is blank:
            continue
        start = begin if at < 0 else at
        raw = told[start - first : begin + line.size - first]
        if raw[-1:] in _SPACED:
            raw = raw.rstrip(SPACE)
        if quote and at < 0 and line.quote:
            raw, start = _unquoted(raw, start, quote)
        if "\t" in raw:
            raw = raw.expandtabs(4)
        if raw[:1] in _SPACED:
            indented = True
        found.append((index, raw, start))
    return _dedented(found, parts) if indented else found


def _gap(lines: Sequence[Line], above: int, below: int) -> bool:
    blank = Kind.BLANK
    return lines[below - 1].kind is blank or any(x.kind is blank for x in lines[above + 1 : below])


def _quotation(lines: Sequence[Line], parts: Sequence[Part]) -> int:
    """How many quote signs come off each quoted line."""
    quotes = [lines[p.line].quote for p in parts if lines[p.line].kind is not Kind.BLANK]
    return min(quotes, default=0) or (quotes[0] if quotes else 0)


def _unquoted(raw: str, start: int, quote: int) -> tuple[str, int]:
    for _ in range(quote):
        at = raw.find(">")
        if at < 0 or raw[:at].strip(SPACE):
            break
        cut = at + 2 if raw[at + 1 : at + 2] == " " else at + 1
        raw, start = raw[cut:], start + cut
    return raw, start


def _dedented(
    found: list[tuple[int, str, int]], parts: Sequence[Part]
) -> list[tuple[int, str, int]]:
    labelled = {p.line for p in parts if p.at >= 0}
    margins = [_margin(t) for i, t, _ in found if t and i not in labelled]
    margin = min(margins, default=0)
    out = []
    for index, text, start in found:
        cut = margin if index not in labelled else _margin(text)
        cut = min(cut, _margin(text))
        out.append((index, text[cut:].lstrip(SPACE[5:]) if text else "", start + cut))
    return out


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip(SPACE))


def _beats(source: Source, texts: list[tuple[int, str, int]]) -> tuple[str, tuple[Beat, ...]]:
    """The lead and the beats; single-letter labels count only where two or more stand together."""
    marks: list[tuple[int, evidence.BeatLabel, int]] = []
    for position, (_, text, _) in enumerate(texts):
        if text[:1].isalpha():
            if not evidence.opens_beat(text[:3]):  # nearly all
                continue
            lead, stripped, mark = 0, text, None
        elif not text:
            continue
        else:
            stripped = text.lstrip(SPACE)
            lead = len(text) - len(stripped)
            if not stripped or lead > 8:
                continue
            mark = None if stripped[0].isalpha() else unanswered.MARK.match(stripped)
        cut = mark.end() if mark else 0
        label = evidence.beat(stripped[cut:])
        if label is not None:
            marks.append((position, label, lead + cut + label.at))
    if not marks:
        return "", ()
    whole = any(m[1].whole for m in marks)
    if len({m[1].name for m in marks}) < 2 and not (whole and "+" in marks[0][1].name):
        return "", ()
    beats: list[Beat] = []
    for number, (position, label, at) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(texts)
        body = [texts[position][1][at:].strip(SPACE)] + [t for _, t, _ in texts[position + 1 : end]]
        start = texts[position][2]
        beats.append(
            Beat(label.name, _block(body), Span(source, start, start + len(texts[position][1])))
        )
    return _block([t for _, t, _ in texts[: marks[0][0]]]), tuple(beats)


def _block(body: list[str]) -> str:
    """Lines of a beat: blank ends off, and the common indent of all but what stands beside its label."""
    while body and not body[-1].strip():
        body.pop()
    below = bool(body) and not body[0]  # nothing stands beside it
    while body and not body[0].strip():
        body.pop(0)
    if below:
        margin = min((_margin(t) for t in body if t.strip()), default=0)
        return "\n".join(t[margin:] for t in body)
    rest = [t for t in body[1:] if t.strip()]
    margin = min((_margin(t) for t in rest), default=0)
    return "\n".join([*body[:1], *(t[margin:] for t in body[1:])])
