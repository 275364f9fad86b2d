"""What notes mean: principles, questions, answers, beats. Immutable; places stand outside equality."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ankigen.source import Span

Kind = Literal["question", "story"]

# How the text of an answer is written: decided for a source, by its suffix or its look.
Syntax = Literal["plain", "markdown", "org"]


@dataclass(frozen=True, slots=True)
class Principle:
    """A named value that questions probe. `statement` may hold several lines; '' where none is given.
    `origin` is the file that its card names, where that is not the one it was read from."""

    name: str
    statement: str = ""
    aliases: tuple[str, ...] = ()
    syntax: Syntax = "plain"
    span: Span | None = field(default=None, compare=False)
    origin: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Beat:
    """A part of an answer. `name` is situation, task, action, result or learning, or several joined
    by "+" where one label names them together ("S/T:" is "situation+task")."""

    name: str
    text: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The writer's own text: one case. `text` is all of it, dedented, quote marks taken off, lines
    joined by "\\n", beat labels included. Where it has beats, `lead` is the text before the first one
    and the beats hold all the rest without their labels; else `lead` is '' and `beats` is empty."""

    text: str
    label: str = ""
    lead: str = ""
    beats: tuple[Beat, ...] = ()
    syntax: Syntax = "plain"
    span: Span | None = field(
        default=None, compare=False
    )  # from where the writer's own words begin to the last line


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A story offered to a question that has no answer of its own. `asked` is the prompt or question
    under which it was told; `principle` the one they share ('' where a pointer such as "see 2" led
    to it)."""

    answer: Answer
    asked: str
    principle: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A question, or a story told under a principle (then `question` is the prompt its card asks).

    `principles` are names as the notebook spells them, `group` the headings above from outer to inner
    that are no principles, `id` the identity that the writer gave by hand, `also_at` the other places
    that ask the same, `origin` the file that the card names, where that is not the one it was read from."""

    kind: Kind
    question: str
    principles: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()
    tags: tuple[str, ...] = ()
    id: str | None = None
    syntax: Syntax = "plain"
    span: Span | None = field(default=None, compare=False)
    also_at: tuple[Span, ...] = field(default=(), compare=False)
    origin: str | None = field(default=None, compare=False)

    @property
    def state(self) -> Literal["own", "borrowed", "missing"]:
        """Whose text its card shows; the `answer::` tag."""
        return "own" if self.answers else "borrowed" if self.borrowed else "missing"


@dataclass(frozen=True, slots=True)
class Notebook:
    """All that was read from all sources, principles and records in the order of the notes."""

    entries: tuple[Principle | Record, ...] = ()

    @property
    def principles(self) -> tuple[Principle, ...]:
        return tuple(e for e in self.entries if isinstance(e, Principle))

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(e for e in self.entries if isinstance(e, Record))
