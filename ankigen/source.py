"""Text and how to point into it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import NamedTuple

_BLOCK = 1 << 16  # characters


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
    _line_starts: array[int] = field(
        default_factory=lambda: array("q"), init=False, repr=False, compare=False
    )

    def line_starts(self) -> array[int]:
        """Offset of each line's first character; filled once, at the first question."""
        if not self._line_starts:
            self._line_starts.append(0)
            first = 0
            while first < len(
                self.text
            ):  # lines are split off by the block: all at once take much memory
                last = self.text.find("\n", first + _BLOCK)
                last = len(self.text) if last < 0 else last
                lengths = map(len, self.text[first:last].split("\n"))
                ends = accumulate(lengths, lambda at, length: at + length + 1, initial=first)
                self._line_starts.extend(islice(ends, 1, None))
                if last == len(self.text):
                    self._line_starts.pop()  # no line starts behind the last one
                first = last + 1
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
