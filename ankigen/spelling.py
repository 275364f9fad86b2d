"""What two spellings of one text have in common: brackets, emphasis, scripts, names, questions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ankigen.lines import SPACE
from ankigen.patterns import late

_CJK = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # which takes long to compile
# All but what the UTF-8 of those begins with. To leave these out is faster than to look for the others.
_NO_CJK = bytes(n for n in range(256) if not 0xE3 <= n <= 0xED)


def has_cjk(text: str) -> bool:
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _NO_CJK):
        return False
    return _CJK.search(text) is not None


def in_cjk(text: str) -> bool:
    """Is most of `text` in Chinese, Japanese or Korean?"""
    return has_cjk(text) and len(_CJK.findall(text)) * 3 > len(text)


BRACKETS = {
    ")": "(",
    "]": "[",
    "】": "【",
    "）": "（",
    "}": "{",
    "〕": "〔",
    "»": "«",
    ">": "<",
    "”": "“",
    "］": "［",
    "〗": "〖",
}
_CLOSING = frozenset([*BRACKETS, "*", "_", "`"])
_WRAPPING = frozenset("([{【（〔［〖*_`")
_TAIL_STAR = late(r"(?<=[\s?？.!。])(\*{1,3}|_{1,2}|`)([^*_`]{2,80})\1\s*$")


ARROWS = ("→", "->", "=>", "⇒")  # "Why us? → Own It"
_TAIL_ARROW = late(r"(?:→|->|=>|⇒)([^→⇒?？=>]{2,80})$")


class Tail(NamedTuple):
    """A bracket at the end of a line: its words and where in the line it starts."""

    words: str
    start: int
    bracket: str


_BETWEEN = frozenset("–—-,;·|")  # what a question and the names behind it


def tails(text: str) -> tuple[str, tuple[Tail, ...]]:
    """`text` without the brackets at its end, and those brackets, first to last."""
    if len(text) > 2000:  # no question: not worth the search
        return text, ()
    if text[-1:] not in _CLOSING:
        if not ("→" in text or ">" in text or "⇒" in text):
            return text, ()
        arrow = _TAIL_ARROW.search(text)
        if arrow is None:
            return text, ()
        return text[: arrow.start()].rstrip(SPACE), (
            Tail(arrow[1].strip(SPACE), arrow.start(), "→"),
        )
    found: list[Tail] = []
    while len(found) < 6 and text:
        tail = _bracket(text) if text[-1] in BRACKETS else _starred(text)
        if tail is None or tail.start == 0:
            break
        found.append(tail)
        text = text[: tail.start].rstrip(SPACE)
        if tail.bracket in "*_" and text[-1:] in _BETWEEN:  # "... – *Own It*, *Say It*"
            text = text[:-1].rstrip(SPACE)
    return text, tuple(reversed(found))


_DASHED = late(
    r"(?<=[^\s–—-])[ \t]+(?:[-–—|/·]{1,2}[ \t]+(?=[^\W\d_a-zà-ÿ])|·[ \t]+(?=[^\W\d_]))([^?？.!。…:：|–—·]{2,60})$"
)


def dashed(text: str) -> Tail | None:
    """What may name a principle behind a dash or a bar: "Why us? - Own It", "Why us? | Own It"."""
    if text[-1:] in "?？.!。" or len(text) > 400:
        return None
    found = _DASHED.search(text)
    if found is None or len(found[1].split()) > 7:
        return None
    words, start = found[1].strip(SPACE), found.start()
    if found[0].lstrip(SPACE)[0] == "·":  # "Why us? · Own It · Dig Deep"
        above = _DASHED.search(text[:start])
        if above is not None and above[0].lstrip(SPACE)[0] == "·" and len(above[1].split()) <= 7:
            words, start = f"{above[1].strip(SPACE)}, {words}", above.start()
    return Tail(words, start, "-")


_HASHTAG = late(r"#[^\W\d_][\w/-]{0,40}")


def hashtags(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without the hashtags at its end (at most twelve), and those as Anki writes tags:
    "#work/asked" is "work::asked"."""
    tags: list[str] = []
    whole = text
    while text[-2:] in (" *", " ⭐", " ★"):  # marked, too
        text = text[:-2].rstrip(SPACE)
    while len(tags) < 12:
        above, space, last = text.rpartition(" ")
        if not space or not above.strip(SPACE) or _HASHTAG.fullmatch(last) is None:
            break
        tags.insert(0, last[1:].strip("/").replace("/", "::"))
        text = above.rstrip(SPACE)
    if not tags:
        return whole, ()
    for sign in ("**", "__"):  # "**Q1: Why?** #asked", and its label is gone
        if text.endswith(sign) and text.count(sign) == 1:
            text = text[: -len(sign)].rstrip(SPACE)
    return text, tuple(tags)


_HEAD = late(
    r"[\[(【（](?P<in>[^\[\]()【】（）]{2,40})[\])】）]\s*[-–—:：]?\s*(?=\S)"
    r"|(?P<sign>\*\*|__)(?P<bold>[^*_]{2,40}?)[:：]?(?P=sign)\s*[-–—:：|·]?\s*(?=\S)"
    r"|(?P<plain>[^\s:：?？.!。，,][^:：?？.!。]{1,38}?)(?:[:：]\s*|\s[-–—|·]\s+)(?=\S)"
)
_HEAD_SIGN = late(r"[:：|·–—-]")  # behind a name


def head(text: str) -> Tail | None:
    """What may name a principle before a question: "[Own It] Tell me ...", "Own It: tell me ...". Its
    `start` is where the question begins."""
    if text[:1].isalnum() and _HEAD_SIGN.search(text, 0, 44) is None:  # nearly all
        return None
    found = _HEAD.match(text)
    if found is None:
        return None
    words = found["in"] or found["bold"] or found["plain"]
    sign = text[0] if found["in"] else "*" if found["bold"] else ":"
    sign = words[0] if words[0] in _WRAPPING else sign  # "**[Own It]**"
    return Tail(_inside(words), found.end(), sign)


def _bracket(text: str) -> Tail | None:
    """The bracket that the last sign of `text` closes, with no bracket of its kind inside."""
    if text[-2:] == "]]" and (at := text.rfind("[[")) >= 0:  # a link of a wiki: "[[#Own It|ours]]"
        words = text[at + 2 : -2].partition("|")[0].strip("#" + SPACE)
        return Tail(words, len(text[:at].rstrip()), "[") if "]" not in words else None
    at = text.rfind(BRACKETS[text[-1]])
    if at < 0 or text.find(text[-1], at) < len(text) - 1:
        return None
    return Tail(_inside(text[at + 1 : -1]), len(text[:at].rstrip()), text[at])


def _starred(text: str) -> Tail | None:
    """Emphasis at the end of `text`, which names a principle as a bracket does."""
    match = _TAIL_STAR.search(text) if text[-1] in "*_`" else None
    return Tail(_inside(match[2]), match.start(), match[1][0]) if match else None


def _inside(words: str) -> str:
    """What emphasis and brackets hold, one in the other: "*(Own It)*", "(**Own It**)"."""
    words = words.strip(SPACE)
    if words[:1] in _WRAPPING and len(words) > 2:
        if words[-1] in BRACKETS and words.find(BRACKETS[words[-1]]) == 0 == words.rfind(
            BRACKETS[words[-1]]
        ):
            return words[1:-1].strip(SPACE)
        return bare(words)
    return words


_EMPHASIS = frozenset("*_~`/")


def bare(text: str) -> str:
    """`text` without emphasis and quotation signs round the whole of it."""
    previous = None
    while text != previous and text:
        previous = text
        text = text.strip(SPACE)
        if text[:1] not in _EMPHASIS:
            return text
        for sign in ("***", "**", "__", "~~", "*", "_", "`", "//", "/"):
            if text.startswith(sign) and text.endswith(sign) and len(text) > 2 * len(sign):
                inner = text[len(sign) : -len(sign)]
                if sign not in inner:
                    text = inner
                    break
    return text


_LATIN = late(r"[A-Za-zÀ-ɏ]")


_LATIN_HALF = late(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ '’&,-]{3,}$|^[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ '’&,-]{3,}")
_AND = re.compile(r" (?:und|y|e|et|en|och|og) ")


def _unaccented(text: str) -> str:
    """Latin letters without their accents: "Água" and "Agua" are one name."""
    if text.isascii() or not _LATIN.search(text):
        return text
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not "\u0300" <= c <= "\u036f"))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of a principle's name have in common: case, "&", signs and gloss are gone."""
    name = unicodedata.normalize("NFKC", bare(name)).casefold().replace("&", " and ")
    name = re.sub(r"[\u200b-\u200f\ufeff\u2060]", "", name)
    plain = re.sub(r"[\(\[【][^()\[\]【】]*[\)\]】]", " ", name)
    key = re.sub(r"[\W_]+", " ", _unaccented(plain)).strip()
    key = _AND.sub(" and ", key)
    return key or re.sub(r"[\W_]+", " ", name).strip()


def latin(name: str) -> str:
    """The Latin half of a name that is said in two scripts; else the name."""
    if not has_cjk(name):
        return name
    found = _LATIN_HALF.search(name)
    return found[0].strip() if found else ""


_PARTED = late(r"(?<!\s)\s*[,;/|、，；·]\s*")


def pieces(names: str) -> list[str]:
    """The parts of a list of names between commas and the like: "Own It; Dig Deep", "Own It · Dig Deep"."""
    return [piece for piece in _PARTED.split(names) if piece]


def split_gloss(name: str) -> tuple[str, str]:
    """A name and its gloss: "Own It（主人翁）", "Own It 主人翁", "own it (no excuses)"."""
    name, found = tails(bare(name).strip("/").strip(SPACE))
    gloss = " ".join(t.words for t in found)
    cjk = _CJK.search(name) if has_cjk(name) else None
    if cjk and _LATIN.match(name) and not _LATIN.search(name[cjk.start() :]):
        gloss = gloss or name[cjk.start() :].strip()
        name = name[: cjk.start()]
    return bare(name.strip(SPACE)).rstrip(":：- –—").strip(SPACE), gloss


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)


_ASCII_WORDS = {n: " " for n in range(128) if not chr(n).isalnum()}
_NO_WORD = late(r"[\W_]+")


def question_key(text: str) -> str:
    """Two spellings of one question: case, quotes, spaces and the sign at the end do not count."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_WORDS).split())
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    return _NO_WORD.sub(" ", text).strip()
