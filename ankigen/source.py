"""Text and how to point into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


class Position(NamedTuple):
    """A place as people say it: `line` and `column`, both from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One input as text: line ends are `\\n`, a byte-order mark is gone, nothing else is changed.

    `name` is what messages call it: the path as the writer typed it, or `-`.
    """

    name: str
    text: str = field(repr=False)
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def line_starts(self) -> list[int]:
        """Offset of each line's first character; filled once, at the first question."""
        if not self._line_starts:
            ends = accumulate(map(len, self.text.split("\n")), lambda at, length: at + length + 1)
            self._line_starts.extend([0, *(end + 1 for end in ends)][:-1])
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Where `offset` stands; an offset past the end is the end."""
        offset = min(max(offset, 0), len(self.text))
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; '' where there is none."""
        starts = self.line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def line_span(self, number: int) -> Span:
        """The span of line `number` (from 1), without its line end."""
        start = self.line_starts()[number - 1]
        return Span(self, start, start + len(self.line(number)))


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of `source.text`."""

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line of the first character, from 1, in the file as it is."""
        return self.source.position(self.start).line

    @property
    def column(self) -> int:
        return self.source.position(self.start).column
