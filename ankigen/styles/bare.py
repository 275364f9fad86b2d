"""Lines without any mark that ask, each by itself."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Container
from itertools import chain, takewhile

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.patterns import late
from ankigen.reading import Account, Role
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    SURE,
    TEXT,
    Page,
    ask,
    asked,
    far,
    gap_before,
    in_answer,
    labelled,
    opens_bare,
    questions,
)

MANY = 20  # so many headings that ask are the rule, whatever else asks


def twins(page: Page) -> None:
    """Questions that stand twice, line upon line in two scripts: the second asks nothing new."""
    asking = questions(page)
    asking = [i for i in asking if i + 1 < len(page.units)]
    pairs = [i + 1 for i in asking if _twin(page, i)]
    also = sum(page.score[i] >= 0.5 for i in pairs)  # an answer in another language asks nothing
    if len(pairs) >= 3 and len(pairs) * 2 >= len(asking) and also * 4 >= len(pairs) * 3:
        for index in pairs:
            page.twins.add(index)
            page.accounts[index] = Account(Role.QUESTION, "the question above in another language")


_TEXT = Kind.TEXT  # each look into the enumeration costs as much as a call


def _twin(page: Page, index: int) -> bool:
    unit, below = page.units[index], page.units[index + 1]
    if page.accounts[index + 1] is not TEXT or below.why or below.kind is not _TEXT:
        return False
    if below.first - unit.last > 1 or len(below.text) > 3 * len(unit.text):
        return False
    if unit.text.isascii() and below.text.isascii():
        return False
    above = spelling.tails(unit.text)[0]
    apart = spelling.in_cjk(above) != spelling.in_cjk(below.text)
    return apart and not evidence.beat(below.text) and not evidence.labels_tip(below.text)


def again(page: Page) -> None:
    """Short lines that say what a question above asks, in its words: below them stands its answer."""
    units, asking = page.units, questions(page)
    if not asking:
        return
    heads = {_head(units[i].text) for i in asking}
    items = (i for i in page.of[Kind.NUMBER] if page.accounts[i] is TEXT)
    lines = (i for i in chain(page.short, page.of[Kind.CAPS], items) if i > asking[0])
    places = sorted(i for i in lines if _head(units[i].text) in heads)
    if not places:
        return
    first_at = {key: i for i in reversed(asking) for key in _said(units[i].text)}
    found: list[int] = []
    for index in places:
        text = units[index].text
        above = _above(first_at, text, index)
        if above < index and len(text) > 5 and _begins(page, index):
            ask(page, index, "a question from above, once more")
            found.append(index)
            _mean(page, index, above)
    if not found or len(found) + _marked_again(page, asking) < 3:
        return
    for index in asking:  # and those that have a mark, where their words differ
        above = _above(first_at, units[index].text, index)
        if above < index:
            _mean(page, index, above)
    _asked_among(page, found[0])


def _above(first_at: dict[str, int], text: str, index: int) -> int:
    """Where `text` is asked for the first time: `index` where nowhere above."""
    return min((first_at[key] for key in _said(text) if key in first_at), default=index)


def _mean(page: Page, index: int, above: int) -> None:
    """The question at `index` is that at `above`, in whatever words."""
    first = spelling.tails(page.units[above].text)[0]
    text = spelling.tails(page.units[index].text)[0]
    if spelling.question_key(first) != spelling.question_key(text):
        page.meant[page.units[index].at] = first


def _asked_among(page: Page, first: int) -> None:
    """What is asked for the first time among questions from above, the first of them at `first`."""
    there = questions(page)
    for index in page.short:
        text = page.units[index].text
        sure = index > first and page.score[index] >= 0.9 and len(text) < 120
        spoken = evidence.addressed(text) or (text[-1] in "?？" and _told(page, index))
        if sure and gap_before(page, index) and spoken:
            above = there[bisect_right(there, index) - 1]
            if page.units[above].kind not in HEADERS or not in_answer(page, index):
                ask(page, index, "asks among questions from above")
                insort(there, index)


def _head(text: str) -> str:
    head = text[:20].lower()
    if "'" in head or "’" in head:
        head = head.translate(_NO_APOSTROPHES)
    return head[:16]


_NO_APOSTROPHES = {ord("'"): None, ord("’"): None}


def _said(text: str) -> set[str]:
    """What a line asks, with what stands in brackets behind it and without, however its words are parted
    ("its", "it's") and with or without those that nobody would miss ("make sure that", "make sure")."""
    if " #" in text:
        text = spelling.hashtags(text)[0]
    keys = (spelling.question_key(t) for t in (text, spelling.tails(text)[0]))
    return {"".join(_WORD_FOR.get(w, w) for w in _NOT.sub(" not", key).split(" ")) for key in keys}


_NOT = late(r"n ?t(?= |$)")
_WORD_FOR = dict.fromkeys(("that", "the", "a", "an", "of"), "") | {
    "somebody": "someone", "everybody": "everyone", "anybody": "anyone",
}  # fmt: skip


def _marked_again(page: Page, asking: list[int]) -> int:
    """How many of the questions with a mark stand above already."""
    return len(asking) - len({min(_said(page.units[i].text)) for i in asking})


def _begins(page: Page, index: int) -> bool:
    """A gap above, or a sentence that has ended where this one asks."""
    if gap_before(page, index):
        return True
    above, text = page.units[index - 1], page.units[index].text
    return text[-1] in "?？" and len(text) > 15 and above.text[-1:] in ".。!！?？"


def bare(page: Page) -> None:
    """Lines without any mark: each has to ask by itself."""
    if labelled(page):
        for index in _beside_labels(page):
            ask(page, index, "asks without a label, among others alike")
        return
    taken = questions(page)
    kinds = Counter(page.units[i].kind for i in taken)
    marked = sum(kinds.values())
    headed = kinds.keys() & {Kind.HEADING, Kind.TAG, Kind.BOLD} and not kinds.keys() & set(LISTS)
    if headed and marked > MANY:
        return
    paragraphs = _without_titles(page, _paragraphs(page))
    found = [i for p in paragraphs for i in _bare_alone(page, p)]
    spoken = sum(evidence.addressed(page.units[i].text) for i in found)
    rule = spoken >= max(4, 3 * marked)  # a few marked ones are the exception
    if headed and not rule:
        for index in _beside_headings(page):
            ask(page, index, "asks without a mark, beside headings that ask")
        return
    blocks(page)
    if not rule and (len(found) < marked or kinds[Kind.HEADING]):  # here the mark is the rule
        top = next((i for i in range(len(page.units)) if asked(page, i)), len(page.units))
        below = [p for p in paragraphs if p[0] > top]
        found = [i for p in below for i in _bare_marked(page, p)]
        found[:0] = _bare_on_top(page, [p for p in paragraphs if p[-1] < top])
    found += _at_margin(page, found)
    for index in found:
        ask(page, index, f"{len(found)} lines without a mark ask")
    if len(found) == 1 and not marked:
        page.thin.append((found[0], "text", "question", "answer"))


def _beside_labels(page: Page) -> list[int]:
    """Beside labels: below a title, three lines or more that ask somebody and have none."""
    by_label: dict[int, list[int]] = defaultdict(list)  # by the last label above
    for index in page.short:
        unit = page.units[index]
        if not unit.indent and _asks_alone(page, index) and evidence.addressed(unit.text):
            by_label[bisect_right(page.labels, index)].append(index)
    found: list[int] = []
    for asking in by_label.values():
        above = asking[0] - 1
        if len(asking) < 3 or above < 0 or not gap_before(page, asking[0]):
            continue
        if page.units[above].kind in HEADERS or far(page, above):
            found += asking
    return found


def _at_margin(page: Page, found: list[int]) -> list[int]:
    """What asks nothing by its words, where nearly every line at the margin asks and what stands deeper
    answers it: "Something that only you knew", over its own lines."""
    if len(found) < 6:
        return []
    asking = set(found)
    there = [i for i in page.short if i > found[0] and _margin_over_deeper(page, i, asking)]
    others = [i for i in there if i not in asking]
    return others if others and len(others) * 5 <= len(there) else []


def _margin_over_deeper(page: Page, index: int, asking: Container[int]) -> bool:
    """Text at the margin right below text that stands deeper or asks, and right above deeper one?"""
    unit = page.units[index]
    if unit.indent or unit.quote or unit.why or page.out[index] or index + 1 >= len(page.units):
        return False
    above, below = page.units[index - 1], page.units[index + 1]
    opens = above.indent or index - 1 in asking
    if not (opens and below.indent) or gap_before(page, index):
        return False
    plain = page.accounts[index] is TEXT and not evidence.beat(unit.text)
    return plain and page.accounts[index + 1] is TEXT and not gap_before(page, index + 1)


def _beside_headings(page: Page) -> list[int]:
    """Where headings ask, the rest of a section may ask too: two or more lines that open a paragraph
    outside of answers; inside of them as well where most have their own answer right below."""
    asking = [i for i in page.short if opens_bare(page, i)]
    free = [i for i in asking if not in_answer(page, i)]
    told = sum(_told(page, i) for i in asking)
    if len(free) < 2:
        return []
    return asking if told * 2 >= len(asking) else free


def _told(page: Page, index: int) -> bool:
    """Text right below it, that asks nothing?"""
    after = index + 1
    return after < len(page.units) and not gap_before(page, after) and page.score[after] < 0.5


def blocks(page: Page) -> None:
    """Lines that open a block, alone between blank lines: a style as any other, that asks where most
    of its lines do."""
    units = page.units
    apart = [i for i in page.of[Kind.TEXT] if not i or units[i].first - units[i - 1].last > 2]
    heads = [i for i in apart if far(page, i) and _lone(page, i)]
    said = sum(page.score[i] >= 0.4 for i in heads)
    if len(heads) < 4 or said * 5 < len(heads) * 3:
        return
    for index in heads:
        text = page.units[index].text
        announced = text[-1] in ":：" and not evidence.requests(text)
        if (
            announced
            or evidence.case(text)
            or evidence.beat(text)
            or (index == 0 and page.score[0] < 0.4)
        ):
            continue
        ask(page, index, f"{said} of {len(heads)} lines that open a block ask")


def _lone(page: Page, index: int) -> bool:
    """A short line with a gap below it?"""
    unit = page.units[index]
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    return len(unit.text) < 160 and (after is None or after.first - unit.last > 1)


def _paragraphs(page: Page) -> list[list[int]]:
    """Runs of text at one depth without a blank line between, of which a line surely asks."""
    found: list[list[int]] = []
    for index in page.of[Kind.TEXT]:
        if page.score[index] < SURE or not _is_prose(page, index):
            continue
        if found and index <= found[-1][-1]:
            continue
        first, last = index, index
        while first and _goes_on(page, first - 1, first):
            first -= 1
        while last + 1 < len(page.units) and _goes_on(page, last, last + 1):
            last += 1
        found.append([*range(first, last + 1)])
    return found


def _without_titles(page: Page, paragraphs: list[list[int]]) -> list[list[int]]:
    """Where two paragraphs or more begin with a title and a line that asks, or one over three that do,
    the title stands over them."""
    there = [p for p in paragraphs if _titled(page, p)]
    dense = [p for p in there if sum(_asks_alone(page, i) for i in p) >= 3]
    titled = {p[0] for p in (there if len(there) >= 2 else dense)}
    return [p[1:] if p[0] in titled else p for p in paragraphs]


def _titled(page: Page, paragraph: list[int]) -> bool:
    text = page.units[paragraph[0]].text
    if len(paragraph) < 2 or page.score[paragraph[0]] >= 0.4 or not gap_before(page, paragraph[0]):
        return False
    title = evidence.is_title(text) and len(text) < 50 and not evidence.first_person(text)
    return title and not evidence.beat(text) and _asks_alone(page, paragraph[1])


def _is_prose(page: Page, index: int) -> bool:
    unit = page.units[index]
    return unit.kind is Kind.TEXT and not (unit.quote or unit.why or unit.verbatim)


def _goes_on(page: Page, above: int, index: int) -> bool:
    """Is `index` text of the same paragraph as the unit right above it?"""
    alike = page.units[above].indent == page.units[index].indent and not gap_before(page, index)
    return alike and _is_prose(page, above) and _is_prose(page, index)


def _asks_alone(page: Page, index: int) -> bool:
    text = page.units[index].text
    if page.out[index] or page.score[index] < SURE or len(text) > 300 or evidence.beat(text):
        return False
    return evidence.opens(text) and not evidence.case(text)


def _bare_marked(page: Page, paragraph: list[int]) -> list[int]:
    """Beside a marked style, below its first question: a paragraph of its own that speaks to
    somebody, with text below it."""
    first = paragraph[0]
    unit = page.units[first]
    if unit.indent or unit.depth:
        return []
    apart = gap_before(page, first) or asked(page, first - 1)
    if len(paragraph) > 1 or not _asks_alone(page, first) or not apart:
        pure = all(
            _asks_alone(page, i) and evidence.addressed(page.units[i].text) for i in paragraph
        )
        return paragraph if pure and len(paragraph) > 1 and not in_answer(page, first) else []
    if (not evidence.addressed(unit.text) and page.score[first] < 0.9) or in_answer(page, first):
        return []
    after = page.units[first + 1] if first + 1 < len(page.units) else None
    deeper = after is not None and after.indent > unit.indent and bool(gap_before(page, first))
    return paragraph if after is None or deeper or after.first - unit.last > 1 else []


def _bare_on_top(page: Page, paragraphs: list[list[int]]) -> list[int]:
    """Above the first marked question: a request with its answer right below it, and what asks from
    there on. Before that one stands what people say of their notes."""
    found: list[int] = []
    for paragraph in paragraphs:
        first, unit = paragraph[0], page.units[paragraph[0]]
        lead = list(
            takewhile(lambda i: _asks_alone(page, i) and len(page.units[i].text) < 120, paragraph)
        )
        if (
            not lead
            or unit.indent
            or unit.depth
            or in_answer(page, first)
            or not gap_before(page, first)
        ):
            continue
        if found or (evidence.requests(unit.text) and len(lead) < len(paragraph)):
            found += lead
    return found


def _bare_alone(page: Page, paragraph: list[int]) -> list[int]:
    """The only style there is: paragraphs of questions, or a question and its answer below."""
    asking = [_asks_alone(page, i) for i in paragraph]
    if page.keys[paragraph[0]] == "[...]" and len(paragraph) > 1:  # a title, and its statement
        start = 2 if len(paragraph) > 2 and not asking[1] and asking[2] else 1
        paragraph, asking = paragraph[start:], asking[start:]
    if len(paragraph) > 1 and not asking[0] and _leads_in(page.units[paragraph[0]].text):
        paragraph, asking = paragraph[1:], asking[1:]
    if all(asking):
        return paragraph
    if len(paragraph) > 2 and asking[1] and not asking[0] and _below_header(page, paragraph[0]):
        paragraph, asking = paragraph[1:], asking[1:]  # its statement stands in front
    if asking[0]:
        clean = [i for i, a in zip(paragraph, asking, strict=True) if a]
        more = [i for i in clean[1:] if evidence.addressed(page.units[i].text)]
        if len(more) >= 2:  # question upon question, each with its line: "Why us?" is one, too
            last, sure = paragraph[-1], set(more)
            more = [i for i in clean[1:] if i in sure or (i < last and page.ends[i] in "?？")]
        return [paragraph[0], *more]
    tail = 0
    while tail < len(asking) and asking[-1 - tail]:
        tail += 1
    below = _below_header(page, paragraph[0])
    return paragraph[-tail:] if tail >= 2 or (tail and below) else []


def _leads_in(text: str) -> bool:
    """ "Good for:" right above what it announces."""
    return len(text) < 40 and (text[-1] in ":：" or evidence.serves(text))


def _below_header(page: Page, index: int) -> bool:
    """Right below a heading, without a gap?"""
    while index and page.units[index - 1].why and not gap_before(page, index):
        index -= 1
    above = page.units[index - 1] if index and not gap_before(page, index) else None
    if above is None:
        return False
    return above.kind in HEADERS or above.kind in (Kind.NUMBER, Kind.LETTER)
