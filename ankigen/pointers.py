"""Answers that only point to another one: "see 2", "same as above", "上と同じ"."""

from __future__ import annotations

import re

from ankigen import words
from ankigen.lines import SPACE
from ankigen.patterns import late
from ankigen.phrases import folded

_QUOTES = "\"'“”‘’«»„「」『』《》"
_SIGNS = r"[\W_]*"
_SURE = late(rf"{_SIGNS}(?:{words.pointing.POINTER_WORDS})(?![a-zà-ÿ])[\s:：]*", re.I)
_LEAD = late(rf"{_SIGNS}(?:{words.pointing.POINTER_LEADS})(?![a-zà-ÿ])[\s:：*_/]*", re.I)
_HEADS = frozenset(words.pointing.POINTER_HEADS)
_NUMBER = rf"(?:{words.pointing.POINTER_NOUNS}|{words.pointing.POINTER_COUNTED})?[\s#.°º]*(?:\d{{1,3}}|(?-i:[IVX]{{1,4}}(?: ?[a-h])?(?!\w)))(?![\d%€$])"
# A number, or a word for what stands above; behind it at most how to tell it otherwise.
_PLACE = late(
    rf"(?:{words.pointing.POINTER_ARTICLES})*(?:{_NUMBER}|(?P<above>{words.pointing.POINTER_PLACES})(?![a-zà-ÿ]))"
    rf"(?:\s*(?:$|[,.;:?？(（、，。–—/+&)）])|\s+(?:{words.pointing.POINTER_TURNS})\b)(?P<rest>.*)",
    re.I,
)
_STORY = late(rf"(?:\S+\s+){{0,5}}(?:{words.pointing.POINTER_NOUNS})\b", re.I)
_CODED = late(
    r"[\s*_•–-]*(?:(?:→|->|=>|⇒)\s*)?(?P<to>[A-Z]{1,2}\d{1,2}|[A-Z](?= \(|$))(?:[,:]? [^.!?]{0,40})?$"
)
_ARROWED = late(  # "→ Story A", "-> Q3"
    rf"[\s*_•–-]*(?:→|->|=>|⇒)\s*(?P<to>(?:{words.pointing.POINTER_NOUNS})\b\s*#?(?:\d{{1,2}}|(?-i:[A-Z])\b|[\"“„«「]).*)",
    re.I,
)
_WORDY = late(rf"(?:{words.pointing.POINTER_NO})\b", re.I)
_CJK = late(rf"{_SIGNS}(?:{words.pointing.POINTER_CJK}){_SIGNS}$", re.I)
_QUOTED = late(r"[\"“„«「『《](?P<said>[^\"“”„«»「」『』《》]+)[\"”“»」』》]")
_LINKED = late(r"\[+(?P<said>[^\[\]]+)\]")
_BEHIND = late(r"[*_]?(?:[^\s()]+ ){1,4}\(([^()]{2,30})\)[*_]?$")
_DIGITS = late(r"\d{1,3}")
_HAN = "一二三四五六七八九十"


def pointer(line: str) -> str | None:
    """What a line such as "see 2" or '***ref to "The deadline"***' points to; None: it is no pointer."""
    if not line.isascii() and len(line) < 48 and _CJK.match(line):
        return _to_cjk(line)
    if line[:3] == "![[" and line[-2:] == "]]":
        return line[3:-2].partition("#")[0]  # a passage of other notes
    coded = _CODED.match(line) if len(line) < 48 else None
    if coded:
        return coded["to"]  # "B1", "B2, the long version"
    shown = _ARROWED.match(line)
    if shown:
        return shown["to"] if len(line.split()) <= 8 else None
    behind = _BEHIND.match(line) if line[-1:] in ")_*" and len(line) < 60 else None
    if behind and (to := pointer(behind[1])) is not None:
        return to  # "The flood (see above)"
    head = line[:3]
    if head[:1].isalpha() and folded(head)[:2] not in _HEADS:
        return None
    match = _SURE.match(line)
    if match:
        return _to(line, match.end())
    match = _LEAD.match(line)
    return _to_place(line, match.end(), match[0]) if match else None


def _to_cjk(line: str) -> str:
    quoted = _QUOTED.search(line)
    if quoted:
        return quoted["said"]
    number = _DIGITS.search(line)
    if number:
        return number[0]
    return next((str(_HAN.index(c) + 1) for c in line if c in _HAN), "above")


def _to(line: str, at: int) -> str | None:
    """Behind a word that only points: few words, or what is quoted."""
    end = len(line)
    while end > at and not line[end - 1].isalnum():
        end -= 1
    rest = line[at:end]
    to = rest.strip(SPACE + _QUOTES)
    if rest[:1] in _QUOTES and rest:
        return to if len(to) <= 120 else None
    place = _PLACE.match(rest)
    if place and len(place["rest"].split()) <= 6:
        return _named(place)
    linked = _LINKED.match(line, at)
    if linked and len(line[linked.end() :].split()) <= 4:
        return linked["said"].lstrip("#")
    few = len(to.split()) <= 7 and len(to) <= 120
    if ", " in to and '"' not in to and not _SURE.match(to.split(", ")[-1]):
        return None
    return (to or "above") if few else None


def _to_place(line: str, at: int, lead: str) -> str | None:
    """Behind a word that may mean something else ("see", "use", "like"): a place, a story, a quotation."""
    rest = line[at:].rstrip("*_ " + SPACE)
    place = _PLACE.match(rest)
    if place:
        return _named(place) if len(place["rest"].split()) <= 6 else None
    verb = lead.strip(SPACE + "*_/:：(（[>→↑↓⬆⬇-").lower()
    sees = verb in words.pointing.POINTER_SEE
    framed = line[at - 1] in "*_" and line[-1] in "*_" and not ("*" in rest or "_" in rest)
    if sees and rest and framed:
        return rest  # "see *How do you win a client back?*"
    quoted = _QUOTED.match(rest) or _LINKED.match(rest)
    if quoted:
        return quoted["said"]
    to, _, more = rest.partition(", ")
    if more and pointer(more):
        return pointer(more)
    few = len(to.split())
    if not few or few > 7 or len(more.split()) > 6 or _WORDY.match(to):
        return None
    names = verb in words.pointing.POINTER_TO and (rest[-1] not in ".!。！" or sees)
    if _STORY.match(to) or (names and few <= 4 + sees and not more):
        return to.strip(_QUOTES + SPACE + ".")
    return None


def _named(place: re.Match[str]) -> str:
    number = None if place["above"] else _DIGITS.search(place[0])
    return number[0] if number else "above"
