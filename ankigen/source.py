"""Text and how to point into it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

_BLOCK = 1 << 16  # characters that are decoded at a time


class Position(NamedTuple):
    """A place as people say it: `line` and `column`, both from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, init=False)
class Source:
    """One input as text: line ends are `\\n`, a byte-order mark is gone, nothing else is changed.

    `name` is what messages call it: the path as the writer typed it, or `-`. `size` is in characters.
    The text is kept as UTF-8, by the block of as many characters each: as a str one curly quote makes
    all of it twice as large.
    """

    name: str
    size: int
    _blocks: tuple[bytes, ...] = field(repr=False, hash=False)
    _line_starts: array[int] = field(repr=False, compare=False)
    _open: list[tuple[int, str]] = field(repr=False, compare=False)  # the last block asked for

    def __init__(self, name: str, text: str) -> None:
        put = object.__setattr__
        put(self, "name", name)
        put(self, "size", len(text))
        blocks = (text[at : at + _BLOCK] for at in range(0, len(text), _BLOCK))
        put(self, "_blocks", tuple([b.encode("utf-8", "surrogatepass") for b in blocks]))
        put(self, "_line_starts", array("q"))
        put(self, "_open", [(-1, "")])

    @property
    def text(self) -> str:
        """All of it, made anew at each call; `cut` gives a part."""
        return self.cut(0, self.size)

    def cut(self, start: int, end: int) -> str:
        """Characters `start` to `end` (exclusive)."""
        first, last = start // _BLOCK, (min(end, self.size) - 1) // _BLOCK
        if first == last:
            at = first * _BLOCK
            return self._block(first)[start - at : end - at]
        whole = "".join([self._block(i) for i in range(first, last + 1)])
        return whole[start - first * _BLOCK : max(end - first * _BLOCK, 0)]

    def _block(self, index: int) -> str:
        at, text = self._open[0]
        if at != index:
            text = self._blocks[index].decode("utf-8", "surrogatepass")
            self._open[0] = index, text
        return text

    def find(self, words: str, start: int = 0) -> int:
        """Where `words` stand first from `start` on; -1 where they do not."""
        for at in range(start, self.size, _BLOCK):
            found = self.cut(at, at + _BLOCK + len(words) - 1).find(words)
            if found >= 0:
                return at + found
        return -1

    def parts(self) -> Iterator[str]:
        """The text by the block of whole lines; joined by `\\n` they are all of it."""
        return (part.decode("utf-8", "surrogatepass") for part in self.encoded())

    def encoded(self) -> Iterator[bytes]:
        """The same parts as UTF-8, in which some things are found faster."""
        return whole_lines(self._blocks)

    def line_starts(self) -> array[int]:
        """Offset of each line's first character; filled once, at the first question."""
        starts = self._line_starts
        if not starts:
            starts.append(0)
            for part in self.parts():
                lengths = map(len, part.split("\n"))
                ends = accumulate(lengths, lambda at, length: at + length + 1, initial=starts.pop())
                starts.extend(ends)
            starts.pop()  # no line starts behind the last one
        return starts

    def position(self, offset: int) -> Position:
        """Where `offset` stands; an offset past the end is the end."""
        offset = min(max(offset, 0), self.size)
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; '' where there is none."""
        if not 1 <= number <= len(self.line_starts()):
            return ""
        return self.cut(self.line_starts()[number - 1], self._line_end(number))

    def line_end(self, offset: int) -> int:
        """Where the line ends that `offset` stands in."""
        return self._line_end(bisect_right(self.line_starts(), offset))

    def _line_end(self, number: int) -> int:
        starts = self.line_starts()
        return starts[number] - 1 if number < len(starts) else self.size

    def line_span(self, number: int) -> Span:
        """The span of line `number` (from 1), without its line end."""
        return Span(self, self.line_starts()[number - 1], self._line_end(number))


def whole_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """A text that comes by the block, cut where lines end; joined by `\n` it is all of it."""
    begun: list[bytes] = []
    for block in blocks:
        whole, end, rest = block.rpartition(b"\n")
        if end:
            yield b"".join([*begun, whole])
            begun.clear()
        begun.append(rest)
    yield b"".join(begun)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of `source.text`."""

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.cut(self.start, self.end)

    @property
    def line(self) -> int:
        """The line of the first character, from 1, in the file as it is."""
        return self.source.position(self.start).line

    @property
    def column(self) -> int:
        return self.source.position(self.start).column
