"""What reading gives back: the notebook, an account of every line, and what to tell the writer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ankigen.diagnostics import Diagnostic
from ankigen.records import Notebook
from ankigen.source import Source


class Role(Enum):
    """What a line was taken for."""

    PRINCIPLE = "principle"
    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    CASE = "case"
    BEAT = "beat"
    TAGS = "tags"
    GROUP = "group"
    IGNORED = "ignored"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Account:
    """The role of a line and why, in a few words; lines of one style share one account."""

    role: Role
    why: str


# An answer with a label and nothing yet behind it ("A: TODO").
GAP = Account(Role.IGNORED, "a gap to fill in, no answer yet")


@dataclass(frozen=True, slots=True)
class LineAccounts:
    """One account for each line of `source`, in order."""

    source: Source
    lines: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one source or many."""

    notebook: Notebook
    accounts: tuple[LineAccounts, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
