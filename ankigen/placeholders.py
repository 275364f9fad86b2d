"""Places the writer left open ("xx", "[company]", "TODO"): found, and filled from `values`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ankigen.patterns import late
from ankigen.records import Answer, Borrowed, Notebook, Principle, Record
from ankigen.source import Source, Span

# Scripts that put no spaces between words: "在xx工作" holds the word xx, and so does "_xx_"; "xxl" and
# "my_xx" do not.
_SPACELESS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
# Near none of their letters any letter will do: a pattern with so many in ranges takes long to compile.
_LETTER = r"[^\W_]"
_SPACED_LETTER = rf"[^\W_{_SPACELESS}]"


def _open(letter: str) -> re.Pattern[str]:
    """A word of x or y alone, as people leave where a name goes ("xx1" too); words in brackets that
    stand for a thing, never a link, a check box or a footnote."""
    return late(
        rf"(?<!\.)(?<!{letter})(?<!{letter}_)(?:[xX]{{2,}}\d{{0,2}}|[yY]{{2,}}\d{{0,2}}|(?i:TODO|TBD|FIXME)"
        rf"|_{{3,}}|\?{{3,}})(?!_?{letter})"
        r"|(?i:\[(?:the |your |my |a )?(?:company|team|name|role|position|product|project|manager|city|year|date"
        r"|number|customer|client|employer|title|department|tool|technology|placeholder|insert[^\]\n]{0,40})"
        r"(?: name)?\](?!\()"
        r"|<(?:company|team|name|role|position|product|project|manager|city|year|date|number|customer|client"
        r"|employer|title|department|tool|technology)>)"
    )


_OPEN = _open(_LETTER)
_OPEN_SPACELESS = _open(_SPACED_LETTER)
_RUN = 40  # signs: within so many nearly every placeholder of one letter or sign ends
# Every place that `_OPEN` matches starts with one of these; finding them is much faster.
_STARTS = {
    "xx": ("xx", "XX", "Xx", "xX"),
    "yy": ("yy", "YY"),
    "todo": ("TODO", "todo", "Todo"),
    "tbd": ("TBD", "tbd"),
    "fixme": ("FIXME", "fixme"),
    "___": ("___",),
    "???": ("???",),
    "[": ("[",),
    "<": ("<",),
}


# A pattern hops from one first letter to the next; most are rare, and `in` looks at every second sign.
_LOOKS = {word: re.compile(re.escape(word).encode()) for word in _STARTS}


Places = Callable[[Source], Iterable[tuple[int, int]]]  # who knows the open places of a source


def find(source: Source, values: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Start and end of every open place in `source` that `values` does not fill."""
    filled = {key.casefold() for key in values}
    first = 0
    for part in source.encoded():  # no open place goes on in the next line
        lower = part.lower()
        there = [word for word, look in _LOOKS.items() if look.search(lower)]  # most are not
        text = part.decode("utf-8", "surrogatepass")
        end = 0
        for at in sorted(_candidates(text, there)) if there else ():
            match = _match(text, at) if at >= end else None
            if match is not None:
                end = match.end()
                if match[0].casefold() not in filled:
                    yield first + match.start(), first + end
        first += len(text) + 1


def _match(text: str, at: int) -> re.Match[str] | None:
    if text[at] in "[<":
        return _OPEN.match(text, at)
    run = text[at : at + _RUN]
    near = text[max(at - 2, 0) : at + _RUN + 4]  # all that a pattern looks at, where the run ends
    ends = len(run) < _RUN or len({*run.lower()}) > 1
    known = _OPEN if ends and max(near) < "\u3040" else _OPEN_SPACELESS
    return known.match(text, at)


def _candidates(text: str, there: Iterable[str]) -> set[int]:
    """Where one of `there` begins, as people write it."""
    found: set[int] = set()
    for start in [s for word in there for s in _STARTS[word]]:
        at = text.find(start)
        while at >= 0:
            found.add(at)
            at = text.find(start, at + 1)
    return found


Put = Callable[[str], str]


def filler(values: Mapping[str, str]) -> Put:
    """The function that puts `values` for their placeholders: whole words, whatever their case."""
    kept = {name.casefold(): text for name, text in values.items() if name}
    if not kept:
        return lambda text: text
    names = sorted(kept, key=len, reverse=True)
    patterns = [late("|".join(_whole(n, letter) for n in names)) for letter in _LETTERS]

    def put(text: str) -> str:
        # A few letters have several lower cases; what does not mean a name of `kept` stays as it is.
        pattern = patterns[_spaceless(text)]
        return pattern.sub(lambda m: kept.get(m[0].casefold(), m[0]), text) if text else text

    return put


def stands_in(name: str, text: str) -> bool:
    """Whether `name` stands in `text` as a whole word, whatever its case."""
    return bool(name) and re.search(_whole(name, _LETTERS[_spaceless(text)]), text) is not None


_LETTERS = (_LETTER, _SPACED_LETTER)
_MAY_BE_SPACELESS = re.compile(rb"[\xe3-\xef]")  # what their UTF-8 begins with


def _spaceless(text: str) -> bool:
    """May `text` hold a letter of a script that puts no spaces between words?"""
    if text.isascii():
        return False
    return _MAY_BE_SPACELESS.search(text.encode("utf-8", "surrogatepass")) is not None


def _whole(name: str, letter: str) -> str:
    before = rf"(?<!{letter})(?<!{letter}_)" if _is_letter(name[0]) else ""
    after = rf"(?!_?{letter})" if _is_letter(name[-1]) else ""
    return f"{before}(?i:{re.escape(name)}){after}"


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and (sign < "\u3040" or re.match(_SPACED_LETTER, sign) is not None)


def fill(
    notebook: Notebook,
    values: Mapping[str, str],
    by_source: Mapping[str, Mapping[str, str]] | None = None,
) -> Notebook:
    """`notebook` with every placeholder filled. `by_source` has the values of the sources (by name)
    whose front matter says others; a borrowed story is filled as at the place where it was told."""
    if not values and not by_source:
        return notebook
    general = filler(values)
    special = {name: filler(own) for name, own in (by_source or {}).items()}

    def put_of(span: Span | None) -> Put:
        return special.get(span.source.name, general) if span is not None else general

    names = {p.name: put_of(p.span)(p.name) for p in notebook.principles}

    def told(answer: Answer, put: Put) -> Answer:
        put = put_of(answer.span) if answer.span is not None else put
        beats = tuple([replace(b, text=put(b.text)) for b in answer.beats])
        return replace(
            answer,
            text=put(answer.text),
            lead=put(answer.lead),
            label=put(answer.label),
            beats=beats,
        )

    def lent(item: Borrowed, put: Put) -> Borrowed:
        own = put_of(item.answer.span) if item.answer.span is not None else put
        named = names.get(item.principle) or put(item.principle)
        return Borrowed(told(item.answer, own), own(item.asked), named)

    def entry(item: Principle | Record) -> Principle | Record:
        put = put_of(item.span)
        if isinstance(item, Principle):
            return replace(item, name=names[item.name], statement=put(item.statement))
        return replace(
            item,
            question=put(item.question),
            principles=tuple([names.get(p) or put(p) for p in item.principles]),
            group=tuple(map(put, item.group)),
            answers=tuple([told(a, put) for a in item.answers]),
            borrowed=tuple([lent(b, put) for b in item.borrowed]),
            tags=tuple(map(put, item.tags)),
        )

    return Notebook(tuple(map(entry, notebook.entries)))
