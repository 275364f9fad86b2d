"""What one source holds before names are known everywhere: drafts that grow while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ankigen import evidence, spelling
from ankigen.answers import Part
from ankigen.diagnostics import Diagnostic
from ankigen.lines import Line
from ankigen.reading import Account
from ankigen.records import Answer, Syntax
from ankigen.source import Source, Span


@dataclass(slots=True)
class AnswerDraft:
    """An answer while its lines are collected; `made` where it was read from a single line."""

    label: str = ""
    parts: list[Part] = field(default_factory=list)
    label_span: Span | None = None
    made: Answer | None = None
    rows: list[str] = field(default_factory=list)  # of a table, which go on with what is `made`
    star: bool = False  # a Situation or a Task stands in the parts looked at so far
    looked: int = 0
    own: bool = False  # "ME: ..." opened it

    def opens_star(self, lines: Sequence[Line]) -> bool:
        """Has it a Situation or a Task? Each of its lines is looked at once."""
        for part in self.parts[self.looked :] if not self.star else ():
            label = evidence.beat(lines[part.line].text)
            self.star |= label is not None and label.name.startswith(("situation", "task"))
        self.looked = len(self.parts)
        return self.star


@dataclass(slots=True)
class Draft:
    """A principle, question or story before names are known everywhere."""

    kind: str  # "principle", "question" or "story"
    text: str
    span: Span
    tails: tuple[spelling.Tail, ...] = ()
    principle: str = ""
    group: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()  # tags, or names of principles
    answers: tuple[Answer, ...] = ()  # a list for each takes four times as much memory
    pointer: str = ""
    label: str = ""
    ordinal: int = 0
    statement: str = ""
    quote: int = 0  # of the statement's first line
    also: str = ""  # the same question in another language
    given: tuple[str, ...] = ()  # principles that a table's cell names
    syntax: Syntax = "plain"
    head: spelling.Tail | None = None  # what stands before the question, as a tail behind it


@dataclass(frozen=True, slots=True)
class Draughts:
    """What one source holds: drafts in order, an account of every line, what to tell the writer."""

    source: Source
    drafts: list[Draft]
    accounts: tuple[Account, ...]
    diagnostics: tuple[Diagnostic, ...]
