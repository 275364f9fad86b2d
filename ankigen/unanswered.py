"""Text below a question that is no answer yet: notes to oneself, advice, pointers, empty templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ankigen import evidence, pointers
from ankigen.lines import SPACE
from ankigen.patterns import late

MARK = re.compile(
    rf"(?:[-+*•‣◦▪●○·–—][{re.escape(SPACE)}]+|(?:#{{1,6}}|\*{{2,9}})[ \t]+|\d{{1,2}}[.)][ \t]+)"
)
_TAG = late(r"<[^<>]{1,40}>")
_SIGNS = "*_-–—•.`~[](){}|>#= " + SPACE
_LETTERS_ALONE = re.compile(r"(?:\s*[STARLP][.)]?(?=\s|$)){3,}\s*")
_OPEN_BOX = re.compile(r"[ \t]*(?:[-*+] )?\[ \] ")
_LABELS_ALONE = re.compile(r"[\s*_+-]*(?:[^\W\d_]{1,12}[*_]*[ \t]*(?:[:：]|[-=]>|→)[\s*_+-]*)+")


def says_nothing(text: str, labelled: bool = False) -> bool:
    """Only to-dos, tips and pointers, or labels with nothing behind them: no answer yet. What is
    `labelled` as an answer is one, unless it has the label of a tip."""
    said = _said(text)
    first = next(said, "")
    if not first:
        return True
    if first[-1] in ":：*_>→" and _LABELS_ALONE.fullmatch(text):
        return True  # "S:", "A:", "E:", each on its line; "**More:**"
    if (
        first[-1] in ":："
        and len(first) < 32
        and not text[text.find(first) + len(first) :].strip(_SIGNS + "\n")
    ):
        return True  # "Your turn:" over dots to write on
    if len(first) <= 2 and _LETTERS_ALONE.fullmatch(text):
        return True  # "S.", "T.", "A.", "R."
    if _OPEN_BOX.match(first) and all(map(_OPEN_BOX.match, filter(str.strip, text.split("\n")))):
        return True  # "- [ ] write this one up"
    tip = _advises(first, labelled) or (not labelled and first.lstrip("*_")[:1] in ("(", "（"))
    pointer = pointers.pointer(first) is not None
    if not tip and not pointer and not evidence.is_todo(first):  # nearly always
        return False
    second = next(said, "")
    if not second and pointer:
        return True
    if not tip and not evidence.is_todo(first):
        return False
    lines = [_untagged(line) for line in text.split("\n")]
    return first_own(lines) == len(lines)


_FULL = 60  # a line at least as long may be one that an editor broke


def first_own(lines: Sequence[str]) -> int:
    """Which of `lines` is the first that is neither a tip nor a note to oneself, nor goes on with one."""
    above = top = ""  # the line right above where it belongs to a tip; the first one of that tip
    open_label = False  # its list follows
    number = 0
    width = max(map(len, lines))  # a line that had room for the next word was ended on purpose
    while number < len(lines):
        line, last = lines[number], number
        if line[:1] in _FRAMES:
            line, last = _framed(lines, number)
        if not line.strip(_SIGNS) or not _says(line):
            above = above if line.strip() else ""
        elif evidence.is_tip(line):
            above = top = line
            open_label = line.rstrip("*_ ")[-1:] in ":：】" or evidence.names_tips(line)
        elif evidence.is_todo(line) or (not above and _IMAGE.match(line)):
            above, open_label = "", False
        elif number + 1 == len(lines) and pointers.pointer(line) is not None:
            return len(lines)
        elif open_label and (above or MARK.match(line)):
            if evidence.says_own(line):
                return number
        elif not above or not _goes_on(above, top, line, width):
            return number
        else:
            above = line
        number = last + 1
    return len(lines)


_FRAMES = {"(": ")", "（": "）", "*": "*", "_": "_"}


def _framed(lines: Sequence[str], first: int) -> tuple[str, int]:
    """The line at `first` and those below, up to the end of the brackets that it opens; the last of them."""
    line = lines[first].strip("*_ ")
    closing = _FRAMES.get(line[:1])
    if closing is not None and closing not in line:
        for last in range(first + 1, min(first + 6, len(lines))):
            if closing in lines[last]:
                ends = lines[last].rstrip("*_. ").endswith(closing)
                return (" ".join(lines[first : last + 1]), last) if ends else (lines[first], first)
    return lines[first], first


def _goes_on(above: str, top: str, line: str, width: int) -> bool:
    """Does `line`, right below `above`, go on with the tip that opens with `top`? Lines end at `width`."""
    if evidence.beat(line):
        return False
    fits = len(above) + 3 + len(line.split(" ", 1)[0]) <= width
    ended = above[-1] in '.。!！…"”」)）]'
    small = line[:1].islower() and not top.lstrip(_SIGNS)[:1].islower()
    if evidence.says_own(line):
        return small and not ended
    if evidence.addressed(line):
        return True
    if MARK.match(line):
        return False
    if ended:
        return len(above) >= _FULL and not fits
    return not fits or small


def _said(text: str) -> Iterator[str]:
    """The lines of `text` that hold more than signs, without tags."""
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        line = _untagged(text[at:end])
        if line.strip(_SIGNS) and _says(line):
            yield line
        at = end + 1


_FENCES = ("```", "~~~")


def _advises(line: str, labelled: bool) -> bool:
    return evidence.labels_tip(line) if labelled else evidence.is_tip(line)


_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)$|\[\[[^\[\]]+\.(?:png|jpe?g|gif|svg|webp)\]\]$", re.I)


def is_filled(text: str) -> bool:
    """False for a gap to fill in: "______", "tbd", or a label of the next one: "E:"."""
    if "\n" not in text and evidence.is_todo(text):
        return False
    return any(map(str.isalnum, text)) and not _LABELS_ALONE.fullmatch(text)


def tells(line: str, labelled: bool) -> bool:
    """More than a tip, a picture, a heading for a beat or an empty row?"""
    bare = line.lstrip(SPACE)
    if bare[:1].isalpha():
        mark = None
    elif _IMAGE.match(bare):
        return False
    else:
        mark = MARK.match(bare)
    label = evidence.beat(bare[mark.end() if mark else 0 :])
    empty = label is not None and label.at >= len(bare) - (mark.end() if mark else 0)
    return not empty and _says(line) and not (_advises(line, labelled) or evidence.is_todo(line))


def _says(line: str) -> bool:
    """False for a row of a table that is empty but for the name of a beat."""
    if line[:1] != "|":
        return True
    cells = [c.strip(SPACE + "*_ ") for c in line.strip("|").split("|")]
    label = evidence.beat(re.sub(r"[*_]", "", cells[0])) if len(cells) > 1 else None
    return any(any(map(str.isalnum, c)) for c in cells[label is not None :])


def _untagged(line: str) -> str:
    """`line` without tags; '' for one that opens or ends a block of code: "```text"."""
    line = (_TAG.sub("", line) if "<" in line else line).strip(SPACE)
    return (
        "" if line[:3] in _FENCES and " " not in line and "`" not in line[3:].strip("`") else line
    )
