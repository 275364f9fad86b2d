"""Every line classified by what it looks like; total, lossless, judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from ankigen import words
from ankigen.patterns import late
from ankigen.source import Source


class Kind(IntEnum):
    """What a line looks like. What it means is decided later, for all lines of a style at once."""

    BLANK = 0
    TEXT = 1
    HEADING = 2  # "## ", org stars, "** " in plain text, an underlined line
    BULLET = 3  # "- ", "•", "* "
    NUMBER = 4  # "3. ", "3)", "(3)", "3.Tell", "①", "三、"
    LETTER = 5  # "a) "
    ASK = 6  # "Q:", "Q3.", "Question:"
    REPLY = 7  # "A:", "Ans:", "->", "=>"
    BOLD = 8  # the whole line in bold
    CAPS = 9  # the whole line in capitals
    MARK = 10  # any other run of signs before the words: "--*: ", "§ ", ">> "
    RULE = 11  # "-----"
    FENCE = 12  # "```"
    ROW = 13  # "| a | b |"
    TAG = 14  # a line of HTML: <details>, <summary>, a comment
    KEYWORD = 15  # org "#+title:", drawers, planning lines, "# comment"


class Line(NamedTuple):
    """One physical line. `text` is what stands after mark and quote signs, trimmed; `at` its offset."""

    start: int
    size: int  # in characters, without the line end
    kind: Kind
    mark: str
    level: int  # of a heading, a title between "="; the ordinal of a numbered line
    indent: int  # columns before the first sign
    quote: int  # how many ">"
    text: str
    at: int

    @property
    def end(self) -> int:
        return self.start + self.size


# White space as people paste it: NBSP, ideographic space, zero-width marks, bidi marks.
_ODD_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
SPACE = " \t\r\f\v" + _ODD_SPACES
SPACE += "\u3000\u200b\u200c\u200d\u200e\u200f\ufeff\u2060\u00ad\u202a\u202b\u202c\u2028\u2029\x85"
_SPACED = "[" + re.escape(SPACE) + "]"
_QUOTED = re.compile(f">(?!>)[>{re.escape(SPACE)}]*")

BULLETS = "-+*•‣◦▪●○·–—∙・⁃➢➤►▶✓✔✅☐☑❖◆◇■□★☆※▸▹‧\uf0b7\uf0a7"  # the last two are Word's
_NEEDS_SPACE = "-+*–—·▶►"  # bullets that are also something else where no space follows

_ESCAPED = late(r"\\([\[\]!.])")
# "##Title" too; "#word" is a tag
_HEADING = late(r"(#{1,6})(?:[ \t\u00a0]+|$|(?<=##)(?=[^\W\d_]|\d{1,3}[.)]))(.*)")
_STARS = re.compile(r"(\*{1,8})[ \t\u00a0]+(\S.*)")
_RULE = late(r"(?:([-*_=~—–])[ \t]*)(?:\1[ \t]*){2,}$")
_NUMBER = re.compile(
    rf"([(（\[]?(\d{{1,3}})(?:[.．)）、](?!\d)|:(?=[ \t]+[A-Z¿])|\](?!:)|\.\)|/(?![\d/])))(?:{_SPACED}*)(?=\S)|(\d{{1,2}})(?:[ \t]+([-–—][ \t]+)?|([-–—])[ \t]+)(?=[A-Z¿])"
)
_HAN_NUMBER = re.compile(rf"([(（]?([一二三四五六七八九十]{{1,3}})[)）、.．]){_SPACED}*(?=\S)")
_HANGUL = late(rf"([(（]?[가나다라마바사아자차카타파하][.)）]){_SPACED}*(?=\S)")
_BOLD_NUMBER = late(
    r"(?:\*\*|__)[(（]?(\d{1,3})[.)）、:：]?(?:\*\*|__)[.)、:：]?[ \t\u3000\u00a0]*(?=[^\s])"
)
# "== Title ==", "<< Title >>": signs on both sides
_FRAMED = late(r"([^\w\s`|]{2,60})[ \t]+(\w[^`|]{0,60}?)[ \t]+([^\w\s`|]{2,60})$")
_HTML_ITEM = late(r"<li\b[^<>]*>[ \t]*(?=\S)", re.I)
_HTML_HEADING = late(r"<h([1-6])\b[^<>]*>[ \t]*([^<>]+?)[ \t]*</h\1>$", re.I)
_SUBNUMBER = late(rf"\d{{1,2}}\.(\d{{1,2}})[.)]?{_SPACED}+(?=[A-Z¿“„\"\u3040-\u9fff\uac00-\ud7af])")
_KEYCAP = re.compile(rf"\d\ufe0f?\u20e3{_SPACED}*(?=\S)")
_CIRCLED = late(r"([\u2460-\u2473\u2776-\u277f])\s*(?=\S)")
_LETTER = re.compile(
    r"(?:([(（]?([A-Za-z]|[ivxIVX]{1,4})[.)）])[ \t\u00a0]+|([(（]([a-h]|[A-H](?=[)）][A-Z]))[)）]))(?=\S)"
)
_LISTED = re.compile(r"(?:[A-Za-z]|[ivxIVX]{1,4})[.)）]")
ARROWS = ("->", "=>", "→", "⇒", "»", ">>")  # before an answer, or before a question
_ARROW = late(rf"({'|'.join(ARROWS)})[ \t\u00a0]*")
_BOLD = late(  # a picture may stand behind it
    r"(\*\*\*|\*\*|__)(?=\S)(.+?)\1[:：]?(?:[ \t]?[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f300-\U0001faff])*$"
)
# "**Why?** *(Own It)*", "**Why?** — *Own It*", "**¿Por qué?** / Why?": what may stand behind the bold
_BOLD_TAGGED = re.compile(
    r"(\*\*|__)(?=\S)([^*_]+)\1[ \t]+([*_`]{0,2}[(\[【（][^()\[\]【】（）]{2,80}[)\]】）][*_`]{0,2}"
    r"|`[^`]{2,80}`(?:,?[ \t]+`[^`]{2,80}`){0,3}|[-–—][ \t]+[*_]{1,2}[^*_]{2,80}[*_]{1,2}|/[ \t]+[^*_]{3,200}"
    r"(?:[*_]{1,2}[(（][^()（）]{2,80}[)）][*_]{1,2})?)$"
)
_HASH_NUMBER = late(r"#(\d{1,3})[.):：]?[ \t]+(?=\S)")
_OTHER = late(r"([^\w\s\"'“”‘’«»(（\[【{《<>|`$¿¡@#&%!⚠💡👉➡↳↪]{1,5})[ \t\u00a0]+(?=\w|\*\*\w)")
_MIRROR = str.maketrans("<>[](){}", "><][)(}{")
_TAG = late(
    r"</?(?:details|summary|p|div|br|hr|ul|ol|li|h[1-6]|section|body|html|!--)\b|<!--", re.I
)
# "<code python>" and "</code>" alone on a line, as wikis write
_CODE = late(r"<(/?)(code|pre)\b[^<>]*>$", re.I)
_HTML_OPEN = late(
    r"(?:<(b|strong|i|em|p|div|span|u|font)\b[^<>]{0,80}>[ \t]{0,8})+(?=[^<\s])", re.I
)
_HTML_CLOSE = late(r"(?:[ \t]{0,8}(?:</\w+>|<br[ \t]*/?>))+$", re.I)


# The words that label questions and answers, as `label` looks them up.
ASKS = frozenset(n.casefold() for n in words.asking.QUESTION_LABELS)
TELLS = frozenset(n.casefold() for n in words.telling.ANSWER_LABELS)
# What could be a label: whether it is one, a look at those tells faster than a pattern of all of them. It may
# stand in bold ("**Q:** why", "**Q: why**"), carry a number, end in : . ) or " - "; a single letter in a slash, too.
_LABEL = re.compile(
    r"[*_]{0,2}([^\W\d_](?:[^\d:：\])）】/\t#*_–—-]{0,24}[^\W\d_])?)[ \t]?#?(\d{0,3})[*_]{0,2}[ \t]*"
    r"(?:[:：]|(?<=[ぁ-鿿가-힣])[)）]|[\]】]|(?<=^[Qq])[)）]|(?<=[A-Za-zぁ-鿿가-힣])\t(?=\S)|(?<=^[Qq])\t(?=\S)"
    rf"|(?<=^[QqAa])/(?=[ \t]|$)|[ \t][-–—](?=[ \t]|$))[*_]{{0,2}}{_SPACED}*",
)
_ASK_NUMBERED = re.compile(
    rf"(?i:(?:question|number|frage|pregunta|pergunta) (?:{'|'.join(words.telling.NUMBER_WORDS)})(?:[.:]| [–-])[ \t]*)(?=\S)|"
    r"[*_]{0,2}(?:([QPFＱ]|Question)[ \t.]?([\d０-９]{1,3})[a-z]?"
    r"(?:[.．)）:：\]】][ \t\u3000]*|[ \t]+(?=(?-i:[A-Z¿])))|(?-i:[QＱ]|Ques|QUES|Qn)[.．)][ \t]+"
    r"|(?-i:Q[ \t]{1,3}(?=[A-Z][a-z]+ )))",
    re.I,
)
_REPLY_NUMBERED = re.compile(
    r"[*_]{0,2}([AＡ](?:ns(?:wer)?)?)[ \t.]?([\d０-９]{1,3})[a-z]?(?:[.．)）:：]|(?=[ \t]S[:/]))[ \t\u3000]*",
    re.I,
)
CALLOUT = "[!]"  # its title is one line, whatever follows
_CALLOUT = late(r"\[!(?:question|faq|help)\][-+]?[ \t]*", re.I)
_BOX = late(rf"\[[ xX✓✔/?-]?\]{_SPACED}+(?=\S)")
OWN = "own"  # the mark of one's own words among those of others
_OWN = re.compile(
    rf"(?:\*\*|__)?(?:{'|'.join(re.escape(n) for n in sorted(words.telling.OWN_LABELS, key=len, reverse=True))})"
    rf"(?:\*\*|__)?[ \t]*(?:[:：]|[-=]>|→|>+)(?:\*\*|__)?{_SPACED}*",
    re.I,
)
_LABELS = (*words.asking.QUESTION_LABELS, *words.telling.ANSWER_LABELS, *words.telling.OWN_LABELS)
_WORD_BULLETS = ("\t", "  ")  # "o" and a tab: the second bullet of word processors, as text
_LABEL_FIRST = {n[0] for n in _LABELS} | {n[0].upper() for n in _LABELS}
# What a line that may begin with a label begins with, in three signs. "I" and "me" are words, too.
_LABEL_HEADS = {
    n[:3].lower() for n in (*words.asking.QUESTION_LABELS, *words.telling.ANSWER_LABELS)
} | {
    (n + sign)[:3].lower()
    for n in words.telling.OWN_LABELS
    for sign in (": ", " :", " >", " -", "->", "=>", ">")
}
_LABEL_SIGNS = frozenset(":：)）]】\t/-–—>=→.#＞") | frozenset("0123456789")
_LABEL_SIZE = 6 + max(
    map(
        len,
        (*words.asking.QUESTION_LABELS, *words.telling.ANSWER_LABELS, *words.telling.OWN_LABELS),
    )
)
_SPACES = frozenset(SPACE)
_HAN = "一二三四五六七八九十"


# One for all lines in which nothing stands: a million of them take no more memory than one. Its place
# is that of no line; nobody asks where nothing stands.
EMPTY = Line(0, 0, Kind.BLANK, "", 0, 0, 0, "", 0)
_NBSP, _WIDE = (
    re.compile(b"\xc2\xa0"),
    re.compile(rb"\xe2(?=\x80[\x80-\x8a\xaf]|\x81\x9f)"),
)  # in UTF-8
_BETWEEN_WORDS = late(rf"(?<=[^\W\d_]|[,;.])[{_ODD_SPACES}](?=[^\W\d_]|\()")


def spaced(text: str) -> str:
    """`text` with a plain space for each one between words that no line breaks at, or of another width:
    they are pasted from a page. One beside a number or before a sign may be meant ("10 km", "Pourquoi ?").
    Every place stays as it is."""
    if text.isascii() or not any(space in text for space in _ODD_SPACES):
        return text
    return _BETWEEN_WORDS.sub(" ", text)


def _split(source: Source) -> Iterator[str]:
    """The lines of `source`, split off by the block: all at once take as much memory as the text again."""
    for part in source.encoded():
        text = part.decode("utf-8", "surrogatepass")
        odd = not text.isascii() and (_NBSP.search(part) or _WIDE.search(part))
        yield from (spaced(text) if odd else text).split("\n")


def classify(source: Source, *, org: bool = False) -> list[Line]:
    """Every line of `source`, in order; joined by "\n" their spans are the text again. `org` reads
    "* " as a heading and "# " as a comment."""
    lines: list[Line] = []
    add, new, at = lines.append, tuple.__new__, 0
    text, item, label = Kind.TEXT, Kind.BULLET, Kind.ASK
    # of three signs that begin a line: what it is, whatever follows
    known: dict[str, Kind | None] = {}
    # of a few signs, as if at the start: most stand there again and again
    short: dict[str, Line] = {}
    for raw in _split(source):
        size = len(raw)
        if raw:
            body = raw.lstrip(" ") if raw[0] == " " else raw
            head, lead = body[:3], size - len(body)
            if head not in known:
                if _opens_prose(head):
                    known[head] = label if head.lower() in _LABEL_HEADS else text
                else:
                    known[head] = item if _opens_item(head, org) else None
            kind = known[head]
            if kind is label:  # "The", "You": a label ends soon, prose does not
                kind = text if _LABEL_SIGNS.isdisjoint(body[:_LABEL_SIZE]) else None
            # nearly all lines end here; tuple.__new__ is how a named tuple is made, faster
            if kind is None or raw[-1] in _SPACES:
                if size > _SHORT:
                    add(_line(at, raw, org))
                else:
                    made = short.get(raw) or short.setdefault(raw, _line(0, raw, org))
                    add(new(Line, (at, size, *made[2:8], at + made.at)))
            elif kind is text:
                # at the margin one number for both places: a sum is another object, of 32 bytes
                place = at + lead if lead else at
                add(new(Line, (at, size, text, "", 0, lead, 0, body, place)))
            else:
                add(new(Line, (at, size, item, body[0], 0, lead, 0, body[2:], at + lead + 2)))
        else:
            add(EMPTY)
        at += size + 1
    return lines


_SHORT = 8  # signs


def _opens_prose(head: str) -> bool:
    """Is a line that begins with these three signs text, unless it is a label? "Ver", "We ", "I w", "I'm":
    no letter or number of a list and no line in capitals begins so."""
    first, second, third = tuple(head) if len(head) == 3 else ("", "", "")
    if not (first.isascii() and first.isalpha()):
        return False
    if second in " '’":
        return third.islower() and third.isascii()
    word = second.islower() and second.isascii() and (third == " " or third.isalpha())
    return word and not set(head.lower()) <= set("ivx")


def _opens_item(head: str, org: bool) -> bool:
    """Is a line that begins with these three signs an item, whatever follows? "- W", "• W"."""
    first, space, word = head[:1], head[1:2], head[2:]
    return first in BULLETS and space == " " and word.isalpha() and not (org and first == "*")


def _line(start: int, raw: str, org: bool) -> Line:
    size = len(raw)
    body = raw.lstrip(SPACE)
    if not body:
        return Line(start, size, Kind.BLANK, "", 0, 0, 0, "", start)
    lead = len(raw) - len(body)
    indent = _columns(raw[:lead]) if lead else 0
    quote = 0
    signs = _QUOTED.match(body) if body[:1] == ">" else None
    if signs is not None:  # all at once: one by one takes the square of their number
        quote, body = signs[0].count(">"), body[signs.end() :]
    body = body.rstrip(SPACE)
    if not body:
        return Line(start, size, Kind.BLANK, ">" * quote, 0, indent, quote, "", start + size)
    if "\\" in body:  # exports to Markdown write "\\[Own It\\]" and "3\\. Why?"
        plain = _ESCAPED.sub(r"\1", body)
        at, body = start + raw.rfind(body), plain
        kind, mark, level, text = _look(body, org and not indent, org)
        return Line(
            start, size, kind, mark, level, indent, quote, text, at + max(body.find(text), 0)
        )
    if body.count("\t") > 1 and (body[0].isdecimal() or body[0] == "#"):
        # a row of a sheet, and no number of a list
        return Line(start, size, Kind.TEXT, "", 0, indent, quote, body, start + raw.rfind(body))
    kind, mark, level, text = _look(body, org and not indent, org)
    at = start + raw.rfind(body) + (len(body) - len(text) if text else len(body))
    if text and not body.endswith(text):  # a sign behind the words too ("## Title ##", "**bold**")
        at = start + max(raw.find(text), 0)
    return Line(start, size, kind, mark, level, indent, quote, text, at)


def _columns(lead: str) -> int:
    if not lead.strip(" "):
        return len(lead)
    width = 0
    for char in lead:
        width = (width // 4 + 1) * 4 if char == "\t" else width + (char in " \u00a0\u3000")
    return width


def _look(body: str, stars: bool, org: bool) -> tuple[Kind, str, int, str]:
    """Kind, mark, level and the words of a line without its indent and quote signs."""
    first = body[0]
    if _opens_item(body[:3], stars):
        return Kind.BULLET, first, 0, body[2:]  # nearly all items
    if first.isalpha():
        if "가" <= first <= "힣":
            item = _HANGUL.match(body)
            if item:
                return Kind.LETTER, "가.", 0, body[item.end() :]
        if first == "o" and body[1:].startswith(_WORD_BULLETS):
            return Kind.BULLET, "o", 0, body[1:].lstrip(SPACE)
        if first in _LABEL_FIRST or first in _HAN or _LISTED.match(body):
            found = label(body) or _letter(body)
            if found:
                return found
        return (Kind.CAPS if _capitals(body) else Kind.TEXT), "", 0, body
    if first == "[" and body[1:2] == "!":
        callout = _CALLOUT.match(body)
        if callout:
            return Kind.ASK, CALLOUT, 0, body[callout.end() :]
    if (first == "[" and body[2:4] in ("] ", "]\t")) or body.startswith("[] "):
        box = _BOX.match(body)
        if box:
            return Kind.BULLET, "[x]", 0, body[box.end() :]
    if first in "[【":  # "[Q] Why?", "【質問1】"
        found = label(body[1:])
        if found and found[3]:
            return found
    if first.isdecimal() or first in "(（[":
        return _number(body) or _letter(body) or (Kind.TEXT, "", 0, body)
    if first in "¿¡" and _capitals(body):
        return Kind.CAPS, "", 0, body
    return _sign(body, first, stars, org)


def _sign(body: str, first: str, stars: bool, org: bool) -> tuple[Kind, str, int, str]:
    if first == "#":
        if org and (body.startswith("#+") or body[1:2] in " "):
            return Kind.KEYWORD, "#", 0, body
        number = _HASH_NUMBER.match(body)
        if number:
            return Kind.NUMBER, "#1", int(number[1]), body[number.end() :]
        heading = _HEADING.match(body)
        if heading:
            text = heading[2].rstrip("#").rstrip(SPACE)
            return Kind.HEADING, heading[1], len(heading[1]), text
    elif first == "*":
        star = _STARS.match(body)
        if star and (len(star[1]) > 1 or stars):
            return Kind.HEADING, star[1], len(star[1]), star[2]
    elif first == "`" or first == "~":
        if first == "~" and len(body) > 7 and not body.strip("~"):
            return Kind.RULE, "~~~", 0, ""
        if first == "~" and (framed := _framed(body)):
            return framed
        if body.startswith(("```", "~~~")):
            return Kind.FENCE, body[:3], 0, body[3:].strip(SPACE)
    elif first == "|":
        return Kind.ROW, "|", 0, body
    elif first == "<":
        code = _CODE.match(body)
        if code:
            return Kind.FENCE, f"<{code[2].lower()}>", 0, "" if code[1] else body
        kind = Kind.TAG if _TAG.match(body) else Kind.TEXT
        return _html(body) or _framed(body) or _html_words(body) or (kind, "", 0, body)
    elif first == ":" and org and body.endswith(":") and " " not in body:
        return Kind.KEYWORD, ":", 0, body
    if first in "-*_=~—–" and _RULE.match(body):
        return Kind.RULE, body[:3], 0, ""
    if first in "*_":
        found = label(body)
        if found:
            return found
        number = _BOLD_NUMBER.match(body)
        if number:
            return Kind.NUMBER, "**1.**", int(number[1]), body[number.end() :]
        bold = _BOLD.match(body)
        if bold and bold[1] not in bold[2]:
            return Kind.BOLD, bold[1], 0, bold[2].strip(SPACE)
        tagged = _BOLD_TAGGED.match(body) if body[-1] in ")]】）*_`?" else None
        if tagged:
            return Kind.BOLD, tagged[1], 0, f"{tagged[2].strip(SPACE)} {tagged[3]}"
    return _framed(body) or _marked(body, first)


def _framed(body: str) -> tuple[Kind, str, int, str] | None:
    found = _FRAMED.match(body) if not body[-1].isalnum() else None
    if not found or body[0] in "{%" or set(found[1].translate(_MIRROR)) != set(found[3]):
        return None
    wiki = found[1] == found[3] and found[1].strip("=") == ""
    return Kind.MARK, f"{found[1][:3]} {found[3][-3:]}", wiki * len(found[1]), found[2]


def _html(body: str) -> tuple[Kind, str, int, str] | None:
    """Headings and list items of HTML."""
    heading = _HTML_HEADING.match(body)
    if heading:
        return Kind.HEADING, "#" * int(heading[1]), int(heading[1]), heading[2]
    item = _HTML_ITEM.match(body)
    if not item:
        return None
    end = body.lower().rfind("</li>")
    return Kind.BULLET, "<li>", 0, body[item.end() : end if end > 0 else None].strip(SPACE)


def _html_words(body: str) -> tuple[Kind, str, int, str] | None:
    """A label or a whole line in bold, or a paragraph: "<b>Q:</b> Why?<br>", "<p><strong>Why?</strong></p>"."""
    opened = _HTML_OPEN.match(body)
    if not opened:
        return None
    closed = _HTML_CLOSE.search(body, max(opened.end(), len(body) - 200))  # tags at the very end
    text = body[opened.end() : closed.start() if closed else None]
    found = label(text)
    if found:
        inner = found[3]
        while inner.startswith("</"):
            inner = inner[inner.find(">") + 1 :].lstrip(SPACE) if ">" in inner else ""
        return (*found[:3], inner)
    if (
        "<" not in text
        and re.search("<(?:b|strong)\\b", opened[0], re.I)
        and closed
        and len(text) < 300
    ):
        return Kind.BOLD, "<b>", 0, text
    return (Kind.TEXT, "", 0, text) if "<" not in text else None


def _marked(body: str, first: str) -> tuple[Kind, str, int, str]:
    arrow = _ARROW.match(body)
    if arrow:
        return Kind.REPLY, arrow[1], 0, body[arrow.end() :]
    if first in BULLETS and (first not in _NEEDS_SPACE or body[1:2] in SPACE):
        text = body[1:].lstrip(SPACE)
        box = _BOX.match(text)
        if box:
            return Kind.BULLET, f"{first} [ ]", 0, text[box.end() :]
        if text:
            return Kind.BULLET, first, 0, text
        return Kind.TEXT, "", 0, body
    circled = _CIRCLED.match(body)
    if circled:
        return Kind.NUMBER, "1.", ord(circled[1]) % 32, body[circled.end() :]
    other = _OTHER.match(body)
    if other:
        text = body[other.end() :]
        bold = _BOLD.match(text) if text[:2] == "**" else None  # "❓ **Why?**"
        if bold or text[:2] != "**":
            return Kind.MARK, other[1], 0, bold[2].strip(SPACE) if bold else text
    return Kind.TEXT, "", 0, body


def label(body: str) -> tuple[Kind, str, int, str] | None:
    """Kind, mark, number and the words of a text that begins with a label such as "Q:" or "A:"."""
    there = _LABEL.match(body)
    word = there[1].casefold() if there else ""
    if there and word in ASKS:
        mark = word if len(word) > 2 else "Q:"
        return Kind.ASK, mark, int(there[2] or 0), _unbold(body, there.end())
    found = _ASK_NUMBERED.match(body)
    if found:
        return Kind.ASK, "Q:", int(found[2] or 0), _unbold(body, found.end())
    found = there if word in TELLS else _REPLY_NUMBERED.match(body)
    if found:
        mark, number = found[1].replace("Ａ", "A"), int(found[2] or 0)
        return Kind.REPLY, mark, number, _unbold(body, found.end())
    found = _OWN.match(body)
    return (Kind.REPLY, OWN, 0, _unbold(body, found.end())) if found else None


def _unbold(body: str, at: int) -> str:
    """What stands after a label, without the end of a bold that began before the label."""
    text = body[at:].strip(SPACE)
    for sign in ("**", "__", "*", "_"):
        if body.startswith(sign) and text.startswith(sign) and text.count(sign) == 1:
            text = text[len(sign) :].lstrip(SPACE)  # "**Q1.** why"
        if body.startswith(sign) and text.endswith(sign) and text.count(sign) == 1:
            text = text[: -len(sign)].rstrip(SPACE)
    return text


def _number(body: str) -> tuple[Kind, str, int, str] | None:
    found = _NUMBER.match(body)
    if not found:
        below = _SUBNUMBER.match(body) if "." in body[1:3] else None
        if below:
            return Kind.NUMBER, "1.1", int(below[1]), body[below.end() :]
        keycap = _KEYCAP.match(body)
        return (Kind.NUMBER, "1.", int(body[0]), body[keycap.end() :]) if keycap else None
    if found[3]:  # "4 Give", "4 - Give": a number without a dot
        mark = "1 -" if found[4] or found[5] else "1"
        return Kind.NUMBER, mark, int(found[3]), body[found.end() :]
    mark = found[1].replace(found[2], "1")  # "1.", "1)", "(1)"
    return Kind.NUMBER, mark, int(found[2]), body[found.end() :]


def _letter(body: str) -> tuple[Kind, str, int, str] | None:
    found = _LETTER.match(body)
    if found:
        mark = found[2] or found[4]
        if mark.isupper() and set(mark) <= set("IVX"):
            return Kind.NUMBER, "I.", _roman(mark), body[found.end() :]
        letter = mark.lower()
        level = ord(letter) - 96 if len(letter) == 1 else 0
        return Kind.LETTER, "A." if mark.isupper() else "a)", level, body[found.end() :]
    han = _HAN_NUMBER.match(body)
    if han:
        return Kind.NUMBER, "一、", _HAN.find(han[2][0]) + 1, body[han.end() :]
    return None


def _roman(text: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    return sum(-d if d < max(digits[i:], default=0) else d for i, d in enumerate(digits))


def _capitals(body: str) -> bool:
    return (
        len(body) <= 80
        and body[-1] not in ".,;"
        and body.upper() == body
        and body.lower() != body
        and sum(map(str.isalpha, body)) >= 4
        and sum(map(str.isupper, body)) * 2 >= sum(map(str.isalpha, body))
    )
