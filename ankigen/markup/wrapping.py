"""Line ends that carry meaning, and those that only the margin made."""

from __future__ import annotations

from typing import NamedTuple

_NARROW, _WIDE = 48, 130  # columns between which people and editors wrap
_ENDS = ".?!:;。？！：；…)]】）\"”'»"
_EAST = "\u2e80"  # from here on, scripts that put no space between words


class Margin(NamedTuple):
    """The column at which a text was wrapped (0: at none), and whether many lines say so."""

    width: int
    sure: bool


def margin(text: str) -> Margin:
    """Where `text` was wrapped; nowhere, where its lines end because the writer ended them."""
    widths = [len(line) for line in text.split("\n")]
    widest = max(widths)
    if not _NARROW <= widest <= _WIDE:
        return Margin(0, False)
    return Margin(widest, sum(width >= widest - 14 for width in widths) > 2)


def joined(above: str, below: str, at: Margin) -> bool:
    """Are two lines one, broken at the margin only?"""
    if not at.width or below[:1] == " ":
        return False
    fitted = len(above) + 1 + len(below.split(" ", 1)[0]) <= at.width - 4
    return not fitted and (at.sure or above[-1:] not in _ENDS)


def seam(above: str, below: str) -> str:
    """What joins two halves of a line."""
    return "" if above[-1:] > _EAST and below[:1] > _EAST else " "
