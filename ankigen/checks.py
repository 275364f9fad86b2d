"""Checks across records: functions in a list, each from a reading to what to tell the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ankigen import front_matter, placeholders
from ankigen.config import Config, place
from ankigen.diagnostics import Diagnostic, report
from ankigen.outline import STATES
from ankigen.reading import GAP, Reading, Role
from ankigen.records import Answer, Record
from ankigen.source import Source, Span
from ankigen.styles import Page

Check = Callable[[Reading, Config], Iterator[Diagnostic]]


def places(source: Source, config: Config) -> Iterator[tuple[int, int]]:
    """The open places of a source."""
    return placeholders.find(source, front_matter.for_source(config, source)[0].values)


_MARKS = "*-+•# \t"


def open_places(
    reading: Reading, config: Config, known: placeholders.Places | None = None
) -> Iterator[Diagnostic]:
    """A placeholder without a value, at its place; once for each spelling and source. `known` is who
    has looked for them already."""
    skip = (Role.IGNORED, Role.BLANK)
    for account in reading.accounts:
        source = account.source
        seen: dict[str, tuple[int, int, int]] = {}
        for start, end in known(source) if known is not None else places(source, config):
            word = source.cut(start, end).casefold()
            if word in seen:
                first, last, count = seen[word]
                seen[word] = first, last, count + 1
                continue
            line = source.position(start).line
            said = account.lines[line - 1] if line <= len(account.lines) else None
            if said is None or (said.role in skip and said != GAP):
                continue
            text = source.line(line)
            asks = said.role is Role.QUESTION and word.upper() in STATES
            if (text.startswith("*") or asks) and text.lstrip(_MARKS).startswith(word.upper()):
                continue  # the state of an org heading or of an item that asks, not a gap in it
            seen[word] = start, end, 1
        for start, end, count in seen.values():
            word = source.cut(start, end)
            more = f" ({count} times)" if count > 1 else ""
            yield report(
                "placeholder", f'"{word}" stands for something that is not filled in{more}',
                Span(source, start, end), label="a placeholder",
                hint=f"ankigen build --set '{word}=...', or in ankigen.yaml: values: {{{_key(word)}: ...}}",
            )  # fmt: skip


def _key(word: str) -> str:
    return word if word.isalnum() else f'"{word}"'


def empty_questions(reading: Reading, config: Config) -> Iterator[Diagnostic]:
    """Notes in which nothing asks: what was looked for, and what came nearest."""
    if reading.notebook.records or not reading.accounts:
        return
    source = reading.accounts[0].source
    if not source.text.strip():
        return
    nearest = _nearest(reading)
    yield report(
        "no-question", "no question found in these notes", nearest,
        label="this line came nearest" if nearest else "",
        hint='ankigen looks for lines that ask ("Tell me about ...", "?"), headings or bullets of which '
        'half ask, and "Q:" labels; name the style in ankigen.yaml: roles: {"-": question}',
    )  # fmt: skip


def _nearest(reading: Reading) -> Span | None:
    from ankigen import evidence

    best: tuple[float, Span] | None = None
    blank = Role.BLANK
    for account in reading.accounts:
        lines = zip(account.lines, account.source.text.split("\n"), strict=False)
        for number, (line, text) in enumerate(lines, 1):
            if line.role is blank:
                continue
            text = text.strip()
            mark = "?" in text or "？" in text
            score = evidence.asks(text.lstrip("-*•# \t")) + 0.5 * mark + 0.01 * (len(text) < 90)
            if best is None or score > best[0]:
                start = account.source.line_span(number).start
                at = start + account.source.line(number).find(text[:1]) if text else start
                best = score, Span(account.source, at, at + len(text))
    return best[1] if best else None


def unused(reading: Reading, config: Config, used: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    """What ankigen.yaml or --set says of something that is nowhere in the notes: mostly misspelt.
    `used` are the styles and the patterns that were found."""
    if not reading.notebook.records:
        return  # the notes say nothing; that is told
    for rule in config.roles:
        if ("roles", rule.style) not in used:
            yield _unused(config, "roles", rule.style, "no line has this style",
                          'a style is what lines begin with, as "-", "##", "1.", bold, text')  # fmt: skip
    for pattern in config.ignore:
        if ("ignore", pattern) not in used:
            yield _unused(config, "ignore", pattern, "no line or heading is this",
                          "write the whole line as it stands, or a part with * at its ends")  # fmt: skip
    for name in config.values:
        texts = (part for a in reading.accounts for part in a.source.parts())
        if not any(placeholders.stands_in(name, text) for text in texts):
            yield _unused(config, "values", name, "the notes have no such word",
                          "write it as it stands in the notes")  # fmt: skip


def _unused(config: Config, key: str, name: str, label: str, hint: str) -> Diagnostic:
    span = place(config, key, name) if name not in config.given else None
    return report("config-unused", f'`{key}` names "{name}", which is nowhere in the notes', span,
                  label=label, hint=hint)  # fmt: skip


_WORTH_SAYING = 60  # characters: shorter paragraphs ("Thank you.") may well stand twice


def told_twice(reading: Reading, config: Config) -> Iterator[Diagnostic]:
    """Paragraphs that stand under two questions; they stay under both."""
    # By their hashes: the paragraphs themselves would be all the notes once more.
    seen: dict[int, tuple[Record, Answer]] = {}
    for record in reading.notebook.records:
        for answer in record.answers:
            again: dict[int, tuple[Record, list[str]]] = {}
            for paragraph in answer.text.split("\n\n"):
                if len(paragraph) < _WORTH_SAYING:
                    continue
                first, told = seen.setdefault(hash(paragraph), (record, answer))
                if first is record or told.span == answer.span or paragraph not in told.text:
                    continue
                again.setdefault(id(first), (first, []))[1].append(paragraph)
            for first, paragraphs in again.values():
                yield _told_twice(paragraphs, answer.span, first)


def _told_twice(paragraphs: list[str], span: Span | None, first: Record) -> Diagnostic:
    head, more = paragraphs[0].split("\n", 1)[0], len(paragraphs) - 1
    at = span.source.find(head, span.start) if span is not None else -1
    shown = Span(span.source, at, at + len(head)) if span is not None and at >= 0 else span
    where = f" ({first.span.source.name}:{first.span.line})" if first.span is not None else ""
    what = f"this text (and {more} more paragraph{'s' * (more > 1)})" if more else "this text"
    return report(
        "repeated-text", f'{what} stands under "{first.question}" too{where}', shown,
        label="told again", hint="right if both questions mean it; else delete it where it was pasted by mistake",
    )  # fmt: skip


def unanswered(reading: Reading, config: Config) -> Iterator[Diagnostic]:
    """Every question without an answer of its own, and what its card shows instead."""
    for record in reading.notebook.records:
        if record.kind != "question" or record.answers:
            continue
        lent = len(record.borrowed)
        offers = f"its card offers {lent} borrowed {'story' if lent == 1 else 'stories'}"
        yield report(
            "no-answer", f"no answer yet; {offers if lent else 'its card has nothing to show'}",
            record.span, label="not answered", hint="write the answer on the lines below the question",
        )  # fmt: skip


CHECKS: tuple[Check, ...] = (empty_questions, told_twice, unanswered)


_MAY_BE = {
    ("group", "principle"): "they may be principles too",
    ("group", "question"): "they may ask, too",
    ("principle", "group"): "they may be topics",
}


def doubts(source: Source, page: Page) -> list[Diagnostic]:
    """Where the evidence was thin: the reading taken, the other one, and the line that chooses it."""
    found: list[Diagnostic] = []
    told: set[str] = set()
    for index, style, taken, other in page.thin:
        if style in told:
            continue
        told.add(style)
        unit = page.units[index]
        span = Span(
            source, unit.at, unit.at + len(unit.text) if unit.first == unit.last else unit.at + 1
        )
        more = _MAY_BE.get((taken, other), "")  # what else they may be
        why = more or "not all of them ask"
        found.append(report(
            "doubtful-style", f'lines marked "{style}" are taken for {taken}s; {why}', span,
            label=f"taken for a {taken}",
            hint=f'if they are{"" if more else " not"}: roles: {{"{style}": {other}}} in ankigen.yaml',
        ))  # fmt: skip
    return found
