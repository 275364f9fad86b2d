"""Words of a list where they stand in a text, as `re` finds them whatever their case: a pattern of
hundreds takes longer to compile than a small file takes to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

# What `re` takes for one letter beside its capital, and str.lower does not.
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


def folded(text: str) -> str:
    """`text` with every letter as small as `re` compares it; the places of letters stay."""
    if not text.isascii() and ("ı" in text or "İ" in text or "ſ" in text):
        text = text.translate(_ALIKE)
    return text.lower()


def goes_on(text: str, at: int) -> bool:
    """Whether a Latin letter at `at` goes on with the word before it."""
    letter = text[at : at + 1]
    if letter < "A":  # a space, a sign, the end
        return False
    letter = folded(letter)
    return "a" <= letter <= "z" or "à" <= letter <= "ÿ"


HEAD = 4  # letters: few phrases of a list begin with the same ones


class Phrases:
    """A list of words and phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.all = sorted({folded(p.strip()) for p in phrases}, key=len, reverse=True)
        self._longest = len(self.all[0])
        by_head: dict[str, list[str]] = defaultdict(list)
        for phrase in self.all:
            by_head[phrase[:HEAD]].append(phrase)
        self._by_head = dict(by_head)
        self.opening = lru_cache(maxsize=1 << 13)(self._opening)

    def _opening(self, head: str) -> tuple[str, ...]:
        """The phrases that a text may open with that begins with the letters `head`, the longest first."""
        head = folded(head)
        sizes = range(min(HEAD, len(head)), 0, -1)
        return tuple([p for size in sizes for p in self._by_head.get(head[:size], ())])

    def ends(self, text: str, at: int = 0) -> list[int]:
        """Where each phrase that stands at `at` ends, the longest first."""
        known = self.opening(text[at : at + HEAD])
        if not known:  # nearly always
            return []
        text = folded(text[at : at + self._longest])
        return [at + len(phrase) for phrase in known if text.startswith(phrase)]

    def first(self, text: str) -> int:
        """The end of the first phrase in `text` that no Latin letter goes on; 0 where there is none."""
        text, found = folded(text), (len(text), 0)
        for phrase in self.all:
            at = text.find(phrase)
            while 0 <= at < found[0]:
                end = at + len(phrase)
                if not goes_on(text, end):
                    found = at, end
                    break
                at = text.find(phrase, at + 1)
        return found[1]
