"""Lines that an editor broke at its margin, and bold that runs over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ankigen import words
from ankigen.lines import CALLOUT, EMPTY, SPACE, Kind, Line
from ankigen.patterns import late

_ENDS = ".?!:;。？！：；…)]】）\"”'»"


def bold_paragraphs(
    lines: list[Line], signed: Sequence[int], skipped: dict[int, tuple[int, str, bool]]
) -> dict[int, int]:
    """First -> last line of each paragraph that is bold as a whole, over several lines. `signed` are
    the lines that begin with a sign."""
    found: dict[int, int] = {}
    for index in [i for i in signed if lines[i].text[:2] in ("**", "__")]:
        line = lines[index]
        sign = line.text[:2]
        if line.kind is not Kind.TEXT or line.text.count(sign) != 1:
            continue
        for other in range(index + 1, min(index + 8, len(lines))):
            below = lines[other]
            if other in skipped or below.kind is not Kind.TEXT or below.quote != line.quote:
                break
            if sign in below.text:
                ends = (
                    below.text.endswith(sign) or below.text.split(sign)[1].strip()[:1] in _OPENING
                )
                if below.text.count(sign) == 1 and ends:
                    found[index] = other
                    text = line.text[2:].lstrip(SPACE)
                    at = line.at + len(line.text) - len(text)
                    lines[index] = line._replace(kind=Kind.BOLD, mark=sign, text=text, at=at)
                break
    return found


_OPENING = ("(", "[", "*", "_", "`", "【", "（")

NARROWEST, WIDEST = 48, 130  # columns at which editors break lines
SHORTEST = 40  # a line that ends in the middle of a sentence
SHORT_QUOTE = 56  # a quoted line that had room for the next word


def _first_word(text: str) -> str:
    words = text.split(None, 1)  # none where a line holds nothing but control characters
    return words[0] if words else ""


class Margin(NamedTuple):
    """Where a writer's editor broke lines."""

    width: int  # the column; 0 where lines were not broken
    items: frozenset[int]  # list items that go on in the next line, whatever the column


def margin(lines: list[Line]) -> Margin:
    """The margin of these lines, and the items that a mail program broke, here and there.

    A line that was broken at column w is no longer than w, and the first word of the next line would
    not have fitted: the column that explains most breaks is the editor's."""
    change = [0] * (WIDEST + 2)  # where the columns begin and end that explain a break
    pairs, index = 0, -1
    text, blank = Kind.TEXT, Kind.BLANK
    open_: list[int] = []
    for above, below in pairwise(lines):
        index += 1
        if below is EMPTY or above is EMPTY:
            continue
        if below.kind is not text or above.kind is blank or above.quote != below.quote:
            continue
        if above.text[-1:] in _ENDS:
            continue
        pairs += 1
        if above.kind in _ITEMS and below.indent >= above.indent and below.text[0].islower():
            open_.append(index)
        length = above.size
        if NARROWEST <= length <= WIDEST:
            change[length] += 1
            change[min(length + 1 + len(_first_word(below.text)), WIDEST + 1)] -= 1
    explained = list(accumulate(change))
    width = max(range(len(explained)), key=explained.__getitem__)
    most = explained[width]
    width = width if most >= 3 and most * 5 >= pairs * 2 else 0
    return Margin(width, _cut(lines, open_) if open_ else frozenset())


def _cut(lines: list[Line], open_: list[int]) -> frozenset[int]:
    """Of items without an end those that were cut: where their own words say so, and long ones where
    nearly all others end in a sign."""
    items = [line for line in lines if line.kind in _ITEMS]
    ended = sum(line.text[-1:] in _ENDS for line in items)
    usual = ended >= 4 and ended * 5 >= (len(items) - len(open_)) * 4
    return frozenset(
        i
        for i in open_
        if not _LABELLED.match(lines[i + 1].text)
        and (_unfinished(lines[i], lines[i + 1]) or (usual and _long(lines[i], lines[i + 1])))
    )


_LABELLED = late(r"[^\W\d_]+(?: [^\W\d_]+){0,3} ?[:：]")  # "looks for: ..." is a line of its own


def _long(above: Line, below: Line) -> bool:
    deeper = below.indent > above.indent
    return deeper and above.size >= NARROWEST and above.text[0].isupper()


def _unfinished(above: Line, below: Line) -> bool:
    """ "Which part of your work would you\nhand over?": the end of the question stands in the next line."""
    if above.text.count("¿") > above.text.count("?") and "?" in below.text:
        return True
    if above.size < SHORTEST or not (above.text[0].isupper() or above.text[0] == "¿"):
        return False
    if _GOES_ON.search(above.text):
        # "... and did not do" is over, where a step deeper an answer begins
        return below.indent < above.indent + 4 or not _VERB.search(above.text)
    asks_on = "?" not in above.text and below.text.endswith("?") and below.text.count("?") == 1
    return asks_on and not _ASKS.match(below.text)


def _labels(line: Line) -> bool:
    """ "principle: ..." is a line of its own."""
    word = _first_word(line.text)
    return word[-1:] in ":：" and word[:-1].isalpha() and len(word) > 1


_ITEMS = (Kind.BULLET, Kind.NUMBER, Kind.LETTER, Kind.ASK)
_JOINS = (Kind.TEXT, Kind.BULLET, Kind.NUMBER, Kind.LETTER, Kind.ASK, Kind.HEADING, Kind.MARK)


def joined(
    lines: list[Line], index: int, margin: Margin, skipped: dict[int, tuple[int, str, bool]]
) -> int:
    """The last line of the sentence that was broken at the margin and starts on line `index`."""
    line = lines[index]
    if line.kind not in _JOINS or (line.kind is Kind.HEADING and line.mark[0] == "#"):
        return index
    if line.mark == CALLOUT:
        return index
    width, count = margin.width, len(lines)
    cut = index in margin.items and index + 1 not in skipped
    if not width and not line.quote and not cut:
        return index
    index += cut
    while index + 1 < count and index + 1 not in skipped:
        above, below = lines[index], lines[index + 1]
        if (
            below.kind is not Kind.TEXT
            or below.quote != line.quote
            or not _broken(above, below, width)
        ):
            return index
        index += 1
    return index


# Opens a question; "what you did" goes on with the line above.
_ASKS = late(
    rf"(?:{'|'.join(re.escape(w.strip()) for w in words.asking.REQUESTS)}|(?:what|how|why|when|where|who|which)\b"
    r"(?! (?:you|i|we|they|he|she|it)\b))",
    re.I,
)
_VERB = late(r"\b(?:do|did|can|would|was|were|is|are|have|had)$", re.I)
_GOES_ON = late(rf"(?:[,;，；、]|\b(?:{words.asking.JOINING_WORDS}))$", re.I)


def _broken(above: Line, below: Line, width: int) -> bool:
    if not above.text or above.text[-1] in _ENDS or below.indent < above.indent:
        # a sentence may end at the margin: only its wrapped followers in the same quote go on
        return False
    if above.kind is Kind.TEXT and below.indent != above.indent:
        return False
    if _labels(below) and not above.quote:
        return False
    word, length = _first_word(below.text), above.size
    if width and length + 1 + len(word) > width - 2 and length <= width + 24:
        return True
    if above.quote:  # a quotation is a paragraph, wherever its lines end; two questions are two
        goes_on = bool(_GOES_ON.search(above.text))
        if length < SHORT_QUOTE and below.text[0].isupper():
            return goes_on or word in ("I", "I'm", "I'd")
        return goes_on or not (_ASKS.match(above.text) and _ASKS.match(below.text))
    return (
        below.indent == above.indent
        and below.text[0].islower()
        and length >= (width * 3 // 5 if width else 40)
    )
