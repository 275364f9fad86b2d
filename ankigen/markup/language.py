"""The language that a script tells."""

from __future__ import annotations

import re

from ankigen.markup.text import odd
from ankigen.patterns import late

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")), ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")), ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")), ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")), ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)  # fmt: skip
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _SCRIPTS))
# Letters of one language only, within a script that several share.
_OWN = {
    "ar": (("ur", re.compile(r"[ٹڈڑںے]")), ("fa", re.compile(r"[پچژگ]"))),
    "ru": (("uk", re.compile(r"[іїєґІЇЄҐ]")), ("sr", re.compile(r"[ђћџљњјЂЋЏЉЊЈ]"))),
}
_BLOCK = late(r"<(p|li|td|th)(?=>|\s)([^<>]*)>((?:(?!<(?:p|li|td|th|ul|ol)\b|</\1>).)*)", re.S)
_TAG = late(r"<[^<>]*>")


def language(text: str) -> str:
    """The language that the script of most of `text` tells, as a `lang` value; '' where none does."""
    if text.isascii() or not _ANY.search(odd(text)):
        return ""
    letters = sum(map(str.isalpha, text)) or 1
    for lang, pattern in _SCRIPTS:
        share = len(pattern.findall(text)) / letters
        if share > (0.1 if lang == "ja" else 0.4):
            return next((own for own, sign in _OWN.get(lang, ()) if sign.search(text)), lang)
    return ""


def with_languages(inner: str) -> str:
    """HTML of ours with a `lang` at each paragraph, item and cell whose script tells it."""

    def tell(match: re.Match[str]) -> str:
        lang = language(_TAG.sub("", match[3]))
        return f'<{match[1]}{match[2]} lang="{lang}">{match[3]}' if lang else match[0]

    told = not inner.isascii() and _ANY.search(odd(inner))
    return _BLOCK.sub(tell, inner) if told else inner
