"""The language that a script tells."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ankigen.markup.text import odd
from ankigen.patterns import late

# First and last letter of each script; without patterns, because ranges of so many take long to compile.
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("zh", "\u3400", "\u9fff"),
    ("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"), ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"), ("ru", "\u0400", "\u04ff"), ("el", "\u0370", "\u03ff"),
)  # fmt: skip
# Letters of one language only, within a script that several share.
_OWN = {
    "ar": (("ur", "ٹڈڑںے"), ("fa", "پچژگ")),
    "ru": (("uk", "іїєґІЇЄҐ"), ("sr", "ђћџљњјЂЋЏЉЊЈ")),
}
_BLOCK = late(r"<(p|li|td|th)(?=>|\s)([^<>]*)>((?:(?!<(?:p|li|td|th|ul|ol)\b|</\1>).)*)", re.S)
_TAG = late(r"<[^<>]*>")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return next((lang for lang, first, last in _SCRIPTS if first <= letter <= last), "")


# Of UTF-8: ASCII, Latin letters, curly quotes and dashes. What else a text holds may tell a language.
_TELLS_NOTHING = bytes(range(0xCD)) + b"\xe2"


def _scripted(text: str) -> bool:
    """Has `text` a letter whose script tells a language?"""
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _TELLS_NOTHING):
        return False
    return any(map(_script, set(odd(text))))


def language(text: str) -> str:
    """The language that the script of most of `text` tells, as a `lang` value; '' where none does."""
    if not _scripted(text):
        return ""
    signs = Counter(text)
    letters = sum(number for sign, number in signs.items() if sign.isalpha()) or 1
    shares: Counter[str] = Counter()
    for sign, number in signs.items():
        shares[_script(sign)] += number
    for lang, _, _ in _SCRIPTS:
        if shares[lang] / letters > (0.1 if lang == "ja" else 0.4):
            own = _OWN.get(lang, ())
            return next((name for name, those in own if not signs.keys().isdisjoint(those)), lang)
    return ""


def with_languages(inner: str) -> str:
    """HTML of ours with a `lang` at each paragraph, item and cell whose script tells it."""

    def tell(match: re.Match[str]) -> str:
        lang = language(_TAG.sub("", match[3]))
        return f'<{match[1]}{match[2]} lang="{lang}">{match[3]}' if lang else match[0]

    return _BLOCK.sub(tell, inner) if _scripted(inner) else inner
