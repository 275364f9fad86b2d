"""Advice below a question, told from what the writer says himself: labels, openings, signs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ankigen import words
from ankigen.patterns import late
from ankigen.phrases import Phrases, folded
from ankigen.spelling import has_cjk

_SURE, _NOTES = Phrases(words.advising.TIP_LABELS), Phrases(words.advising.NOTE_LABELS)
_SHORT = frozenset(
    folded(w)
    for w in (*words.advising.TIP_LABELS, *words.advising.NOTE_LABELS, *words.advising.TIP_HEADS)
    if len(w) < 4
)
_HEADS: dict[str, tuple[str, ...]] = {}  # by the first four letters the next four
for _word in (*words.advising.TIP_LABELS, *words.advising.NOTE_LABELS, *words.advising.TIP_HEADS):
    if len(_word) >= 4:
        _HEADS[folded(_word[:4])] = (*_HEADS.get(folded(_word[:4]), ()), folded(_word[4:8]))
_BEFORE = frozenset(words.advising.BEFORE_LABELS)
_BEFORE_HEADS = frozenset((w + " ")[:4] for w in words.advising.BEFORE_LABELS)
_LETTER = late(r"[^\W_]")
# Behind a label: a gloss in brackets, then a colon, a dash, or the end of what frames it. Few spaces in
# each place: runs of any length beside each other would be tried in every way to part them.
_END = late(
    r"(?:\s{0,3}[(（\[][^()（）\[\]]{1,40}[)）\]])?(?:\s{0,3}[*_]{0,3}\s{0,3}[:：?？][*_]{0,3}"
    r"|[】\]）)》」][*_]{0,3}|\s{1,3}[-–—](?=\s)|[*_]{1,3}(?=\s|$))\s*"
)
_ALONE = late(r"[*_\s]*$")
# "Tips for this one:", "面试官想听的是："
_MORE = late(
    r"(?:[ \t]|(?<=[^\x00-\u024f]))(?P<more>[^:：.。!！?？;；,，*_]{1,32})[*_]{0,3}[:：][*_]{0,3}\s*"
)


@lru_cache(maxsize=4096)
def _may_open(head: str) -> bool:
    head = folded(head)
    return head in _HEADS or head in _BEFORE_HEADS or any(head[:n] in _SHORT for n in range(1, 4))


def may_open(line: str) -> bool:
    """Can `line` open with advice? Most can not, by their first letters."""
    head = line[:4]
    if not head[:1].isalpha():
        return True
    return _may_open(head) and (_begins(line, 0) or folded(head) in _BEFORE_HEADS)


def _begins(line: str, at: int) -> bool:
    """Does what stands at `at` begin as a label or an opening does?"""
    head = folded(line[at : at + 4])
    rest = _HEADS.get(head)
    if rest is not None and folded(line[at + 4 : at + 8]).startswith(rest):
        return True
    return head[:3] in _SHORT or head[:2] in _SHORT or head[:1] in _SHORT


class Label(NamedTuple):
    """Where the text behind a label of advice begins, how many words of the label are the writer's
    own, and whether it is advice whatever stands behind it."""

    end: int
    more: str
    sure: bool


def label(line: str) -> Label | None:
    """The label of advice that `line` opens with, behind any signs."""
    letter = _LETTER.search(line, 0, 24) if not line[:1].isalpha() else None
    at = letter.start() if letter is not None else 0
    found = _label(line, at)
    for _ in range(2):  # "Some common mistakes:"
        end = line.find(" ", at, at + 12)
        if found is not None or end < 0 or line[at:end].lower() not in _BEFORE:
            return found
        at = end + 1
        found = _label(line, at)
    return found


def _label(line: str, at: int) -> Label | None:
    if not _begins(line, at):
        return None
    for end in _SURE.ends(line, at):
        found = _END.match(line, end) or _ALONE.match(line, end)
        if found:
            return Label(found.end(), "", True)
        found = _MORE.match(line, end)
        if found:
            return Label(found.end(), found["more"], True)
    for end in _NOTES.ends(line, at):
        found = _END.match(line, end)
        if found:
            return Label(found.end(), "", False)
    return None


_QUOTED = late(
    r"\"[^\"]{0,300}\"|“[^”]{0,300}”|„[^“”]{0,300}[“”]|«[^»]{0,300}»|「[^」]{0,300}」|『[^』]{0,300}』"
    r"|‘[^’]{0,300}’|(?<!\w)'[^']{0,300}'(?!\w)"
)


def unquoted(text: str) -> str:
    """`text` without what it quotes: "Never say 'I work too hard'" says nothing of the writer."""
    return _QUOTED.sub("", text)


_FRAMES = {"(": ")", "（": "）", "[": "]", "【": "】"}


def framed(line: str) -> str:
    """What a line says that stands in brackets as a whole; '' for any other line."""
    line = line.strip("*_ ")
    closing = _FRAMES.get(line[:1])
    if closing is None or line.find(closing) < len(line) - 1:
        return ""
    return line[1:-1]


_INTERVIEW = late("|".join(words.advising.INTERVIEW_WORDS), re.I)
_SAID = frozenset(
    w + sign
    for w in words.advising.INTERVIEW_HOLD
    for sign in ("", ",", ".", ":", "?", ";", "*", "**")
)
_LOOKED_AT = 64  # letters: who speaks of interviews does so at once


def about_interviews(line: str) -> bool:
    """Speaks of interviewers and of answers, not of what happened."""
    if " I " in line or " we " in line or " my " in line or len(line) > 300:  # nearly all
        return False
    start = line[:_LOOKED_AT].lower()
    if _SAID.isdisjoint(start.split()) and not (
        has_cjk(start) and any(word in start for word in words.advising.INTERVIEW_HOLD_CJK)
    ):
        return False
    return _INTERVIEW.search(start) is not None
