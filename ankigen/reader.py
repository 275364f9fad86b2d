"""Sources read into one notebook; never fails on any text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from ankigen import assemble, checks, front_matter, joining, outline, styles
from ankigen.config import Config
from ankigen.diagnostics import Diagnostic
from ankigen.drafts import Draft, Draughts
from ankigen.lines import classify
from ankigen.placeholders import Places
from ankigen.reading import LineAccounts, Reading
from ankigen.records import Record, Syntax
from ankigen.source import Source

_SYNTAX: dict[str, Syntax] = {
    ".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".org": "org",
}  # fmt: skip


def syntax_of(name: str) -> Syntax:
    """How the text of a source is written, by the suffix of its name."""
    return _SYNTAX.get(PurePath(name).suffix.lower(), "plain")


def read(
    sources: Sequence[Source], config: Config | None = None, *, places: Places | None = None
) -> Reading:
    """All `sources` read as one notebook. Text never fails to read; a source written out by hand
    (.yaml) raises NotesError where it cannot be parsed. `places` is who looks for open placeholders,
    where somebody else does."""
    config = config or Config()
    drafts: list[Draft] = []
    ready: list[joining.Entry] = []
    accounts: list[LineAccounts] = []
    found: list[Diagnostic] = []
    owns: list[Config] = []
    used: set[tuple[str, str]] = set()
    for source in sources:
        if PurePath(source.name).suffix.lower() in (".yaml", ".yml"):
            from ankigen import yaml_notes  # late: few notes are written by hand

            reading = yaml_notes.parse(source)
            own, fronted = front_matter.for_source(config, source)
            owns.append(own)
            found += fronted
            extra = tuple(t for t in own.tags if t not in config.tags)
            ready += _tagged(reading.notebook.entries, extra)
            accounts += reading.accounts
            found += reading.diagnostics
            continue
        own, fronted = front_matter.for_source(config, source)
        owns.append(own)
        found += fronted
        draughts, doubts, met = read_text(source, own)
        used |= met
        extra = tuple(t for t in own.tags if t not in config.tags)
        for draft in draughts.drafts if extra else ():
            draft.tags = (*draft.tags, *extra)
        drafts += draughts.drafts
        draughts.drafts.clear()
        accounts.append(LineAccounts(source, draughts.accounts))
        found += [*draughts.diagnostics, *doubts]
    notebook, joined = joining.join(drafts, ready, front_matter.for_all(config, owns))
    reading = Reading(notebook, tuple(accounts), (*found, *joined))
    more = [*checks.open_places(reading, config, places)]
    more += [d for check in checks.CHECKS for d in check(reading, config)]
    more += checks.unused(reading, config, used)
    return Reading(
        notebook, tuple(accounts), tuple(by_place([*reading.diagnostics, *more], sources))
    )


def _tagged(entries: Sequence[joining.Entry], extra: tuple[str, ...]) -> Sequence[joining.Entry]:
    if not extra:
        return entries
    return [replace(e, tags=(*e.tags, *extra)) if isinstance(e, Record) else e for e in entries]


def read_text(
    source: Source, config: Config
) -> tuple[Draughts, list[Diagnostic], set[tuple[str, str]]]:
    """The drafts of one source of text, where its reading was in doubt, and what of the
    configuration was found in it."""
    syntax = syntax_of(source.name)
    lines = classify(source, org=syntax == "org")
    tabs = any(b"\t" in part for part in source.encoded())
    page = styles.decide(outline.units(lines, org=syntax == "org", tabs=tabs), config)
    doubts = checks.doubts(source, page)
    return assemble.read(source, lines, page, syntax), doubts, page.used


def by_place(found: Sequence[Diagnostic], sources: Sequence[Source]) -> list[Diagnostic]:
    """Each finding once, in the order of their places."""
    order = {id(s): i for i, s in enumerate(sources)}

    def place(diagnostic: Diagnostic) -> tuple[int, int]:
        if diagnostic.span is None:
            return -1, 0
        return order.get(id(diagnostic.span.source), len(order)), diagnostic.span.start

    return sorted(dict.fromkeys(found), key=place)
