"""List items that ask."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container
from itertools import accumulate

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import STATES, Unit
from ankigen.styles.page import (
    HEADERS,
    ITALIC,
    LISTS,
    TEXT,
    Page,
    ask,
    asked,
    field_of,
    gap_before,
    in_answer,
    labelled,
    name_of,
    those,
)


def lists(page: Page) -> None:
    runs = _without_fields(page, _runs(page))
    if labelled(page):  # beside labels a list asks below a heading of its own, or one that requests
        spoken = _request(page, runs)
        before = list(accumulate((asked(page, i) for i in range(len(page.units))), initial=0))
        runs = [
            r
            for r in runs
            if page.keys[r[0]] in spoken
            or (page.parents[r[0]] >= 0 and before[r[0]] == before[page.parents[r[0]]])
        ]
    labels = [_label(page, run) for run in runs]
    silent = _silent_labels(page, runs, labels)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for run, label in zip(runs, labels, strict=True):
        if label not in silent:
            weight = sums[page.keys[run[0]]]
            weight[0] += sum(page.score[i] for i in run)
            weight[1] += len(run)
    spread = _spread(page, runs)
    quiet = {page.keys[r[0]] for r, label in zip(runs, labels, strict=True) if label in silent}
    kept = _kept_for_asking(sums, quiet)
    margins = _margins(page, runs)
    top = next((i for i, score in enumerate(page.score) if score >= 0.9), 0)
    small = any(_in_small(page, r) for r in runs) and _capital(page)
    chosen: dict[str, list[list[int]]] = defaultdict(list)
    for run, label in zip(runs, labels, strict=True):
        style = page.keys[run[0]]
        said, count = sums[style]
        overall = said / max(count, 1) + 0.2 * (style in spread)
        if (
            label not in silent
            and not _names_values(page, run)
            and not (small and _in_small(page, run))
            and not _spells_out(page, run)
            and (
                _run_asks(page, run, overall, count, margins[page.units[run[0]].mark], top)
                or (style in kept and style in chosen and not in_answer(page, run[0]))
            )
        ):
            chosen[style].append(run)
    _openers(page, runs, chosen)
    for style, lists_ in chosen.items():
        members = [i for run in lists_ for i in run]
        asking = sum(page.score[i] >= 0.5 for i in members)
        why = f'{asking} of {len(members)} lines marked "{style.strip()}" ask'
        for run in lists_:
            _ask_run(page, run, style, sums[style][0] / sums[style][1], why)


def _spread(page: Page, runs: list[list[int]]) -> set[str]:
    """Styles of which every list, of three or more, holds a line that asks."""
    sure: dict[str, list[bool]] = defaultdict(list)
    for run in runs:
        sure[page.keys[run[0]]].append(max(page.score[i] for i in run) >= 0.5)
    return {style for style, each in sure.items() if len(each) >= 3 and all(each)}


def _request(page: Page, runs: list[list[int]]) -> set[str]:
    """Styles at the margin of which many lines say "tell me ...", "describe ...": nobody writes so in
    an answer."""
    lines: dict[str, list[bool]] = defaultdict(list)
    for run in runs:
        if not page.units[run[0]].indent:
            lines[page.keys[run[0]]] += [evidence.requests(page.units[i].text) for i in run]
    return {style for style, said in lines.items() if sum(said) >= 4 and sum(said) * 3 >= len(said)}


def _kept_for_asking(sums: dict[str, list[float]], silent: Container[str]) -> set[str]:
    """Boxes to tick that ask in most of their lines: whoever gives questions a mark that nothing else
    has means a question where he wrote it in short, too."""
    return {
        style
        for style, (said, count) in sums.items()
        if style.endswith(("[x]", "[ ]"))
        and style not in silent
        and said >= 0.5 * count
        and count >= 8
    }


def _label(page: Page, run: list[int]) -> str:
    """What stands right above a list: "**Keywords**", or the item that it hangs on; '' where no short line
    does."""
    above = page.units[run[0] - 1] if run[0] else None
    if above is None or above.why or len(above.text) > 40:
        return ""
    hangs = above.indent < page.units[run[0]].indent and page.score[run[0] - 1] < 0.5
    if above.kind in LISTS and not hangs:
        return ""
    return spelling.name_key(above.text)


def _silent_labels(page: Page, runs: list[list[int]], labels: list[str]) -> set[str]:
    """Labels that stand over several lists of which hardly a line asks: none of their lines does.
    `labels` has the one of each list."""
    told: dict[str, list[list[int]]] = defaultdict(list)
    for run, label in zip(runs, labels, strict=True):
        if label:
            told[label].append(run)
    means: dict[str, float] = {}
    for label, lists_ in told.items():
        scores = [page.score[i] for run in lists_ for i in run]
        if len(lists_) > 1:
            means[label] = sum(scores) / len(scores)
    # beside a label whose lists all ask, one whose lists ask now and then says something else
    least = 0.5 if max(means.values(), default=0.0) >= 0.8 else 0.3
    return {label for label, mean in means.items() if mean < least}


def _runs(page: Page) -> list[list[int]]:
    """Items of one style, one after the other, as lists."""
    said = Counter(t for i in page.short if len(t := page.units[i].text) < 40)
    labels = {text for text, count in said.items() if count > 1}
    runs: list[list[int]] = []
    of: dict[str, list[int]] = {}  # the last list of each style
    valued: set[int] = set()  # the first items of lists of values, which a gap ends
    number, letter = Kind.NUMBER, Kind.LETTER
    for index in those(page, *LISTS):
        unit = page.units[index]
        if page.out[index] or unit.why:
            continue
        if page.accounts[index] is not TEXT or evidence.beat(unit.text):
            continue
        run = of.get(page.keys[index])
        # a list of its own, but where each number is a one, as Markdown allows
        again = unit.kind is number and unit.level == 1
        again = again and not (run and page.units[run[-1]].level == 1)
        if (
            run
            and not again
            and not (unit.kind is number and _counts_anew(page.units[run[-1]], unit))
            and not (run[0] in valued and gap_before(page, index))
            and (
                ((unit.kind is letter or unit.kind is number) and _counts_on(page, run[-1], index))
                or _same_run(page, run[-1], index, labels)
            )
        ):
            run.append(index)
        else:
            of[page.keys[index]] = [index]
            runs.append(of[page.keys[index]])
            if _below_values(page, index):
                valued.add(index)
    return runs


def _counts_anew(above: Unit, unit: Unit) -> bool:
    """ "8.-" below "(3)": another list."""
    return unit.mark != above.mark and unit.level != above.level + 1


def _counts_on(page: Page, last: int, index: int) -> bool:
    """ "c." after "b.", whatever lists stand between: no heading does. So does "3.", with a gap above both:
    the numbers of an answer stand line upon line."""
    above, unit = page.units[last], page.units[index]
    if unit.level < 2 or unit.level != above.level + 1:
        return False
    if unit.kind is Kind.NUMBER and not (gap_before(page, index) and gap_before(page, last)):
        return False
    return page.parents[last] == page.parents[index] and not any(
        page.units[i].kind in HEADERS for i in range(last + 1, min(index, last + 40))
    )


def _same_run(page: Page, last: int, index: int, labels: Container[str]) -> bool:
    """No heading and no list of another mark between the two, at the same depth."""
    indent, text = page.units[index].indent, Kind.TEXT
    for other in range(last + 1, index):
        between = page.units[other]
        kind = between.kind
        if kind in HEADERS or between.mark == "<summary>":
            return False
        if other == index - 1 and kind is text:
            if _announces(between.text) or between.text in labels:
                return False
            if len(between.text) < 60 and between.text[-1] in ":：" and gap_before(page, other):
                return False  # "Links:", a title of its own
        elif kind in LISTS and between.indent <= indent:
            return False
    return True


def _announces(text: str) -> bool:
    """ "Use for:" opens a list of its own."""
    return text[-1:] in ":：" and (evidence.serves(text) or evidence.own_questions(text))


def _names_values(page: Page, run: list[int]) -> bool:
    """Titles right below "Their values:", of which none asks?"""
    if len(run) < 2 or not _below_values(page, run[0]):
        return False
    names = (name_of(page.units[i])[0] for i in run)
    return all(
        page.score[i] < 0.5 and evidence.is_title(name) for i, name in zip(run, names, strict=True)
    )


def _below_values(page: Page, index: int) -> bool:
    """Right below a line that announces values, or a heading that does?"""
    above = page.units[index - 1] if index else None
    if above is None or above.kind in LISTS or len(above.text) > 120:
        return False
    announces = above.kind in HEADERS or above.text[-1:] in (":", "：")
    return announces and evidence.names_principles(above.text)


def _capital(page: Page) -> bool:
    """Does nearly every line that asks begin with a capital?"""
    asking = [page.units[i].text[0] for i, score in enumerate(page.score) if score >= 0.5]
    small = sum(sign.islower() for sign in asking)
    return len(asking) >= 8 and small * 3 <= len(asking)


def _in_small(page: Page, run: list[int]) -> bool:
    """A list all in small letters that requests nothing: in notes that ask in capitals it is what the
    writer himself wants to know."""
    texts = [page.units[i].text for i in run]
    small = all(t[:1].islower() and t[0].isascii() for t in texts)
    return len(run) > 1 and small and not any(map(evidence.requests, texts))


def _spells_out(page: Page, run: list[int]) -> bool:
    """A numbered list in small letters right below a question of another mark, deeper than it or less
    small: what the writer answers, step by step, and asks nobody."""
    first = page.units[run[0]]
    above = page.units[run[0] - 1] if run[0] else None
    if above is None or first.kind is not Kind.NUMBER or above.kind is first.kind:
        return False
    if page.score[run[0] - 1] < 0.5 or first.first - above.last > 1 or not _in_small(page, run):
        return False
    if above.kind in LISTS and above.text[0].isupper():
        return True
    told = not any(evidence.addressed(page.units[i].text) for i in run)
    return told and first.indent > above.indent + 1


def _margins(page: Page, runs: list[list[int]]) -> dict[str, int]:
    """How far the items of each mark that stand furthest to the left are from it: an outline may indent
    all of them."""
    margins: dict[str, int] = {}
    for run in runs:
        unit = page.units[run[0]]
        margins[unit.mark] = min(unit.indent, margins.get(unit.mark, unit.indent))
    return margins


def _run_asks(
    page: Page, run: list[int], overall: float, count: float, margin: int, top: int
) -> bool:
    """`overall` is how surely the style asks, of which there are `count` lines, `margin` the least indent of
    its mark, `top` the first line of all that surely asks."""
    mean = sum(page.score[i] for i in run) / len(run)
    if in_answer(page, run[0]) and page.units[run[0]].depth:
        return False
    if in_answer(page, run[0]):
        spoken = sum(evidence.addressed(page.units[i].text) for i in run)
        sure = overall >= 0.9 and count >= 10  # a style that asks wherever it stands
        requests = [evidence.requests(page.units[i].text) for i in run]
        if (mean >= 0.5 <= overall and requests[0]) or (mean >= 0.8 and any(requests)):
            return True  # nobody requests in an answer
        return mean >= 0.8 and overall >= 0.35 and (sure or spoken * 5 >= len(run) * 4)
    deep = page.units[run[0]].indent - margin >= 2 or (
        page.units[run[0]].indent >= 2 and _below_asked(page, run[0])
    )
    if deep and len(run) <= 2 and overall < 0.35 and _below_asked(page, run[0]):
        return False  # "Name the reason." among what others answer
    if deep and mean < 0.75:
        return mean >= 0.5 and overall >= 0.75 and count >= 4
    if (
        len(run) == 1
        and mean < 0.95
        and overall < 0.35
        and page.units[run[0]].text[-1] not in "?？"
    ):
        return False  # "2) What went wrong", where the lines of its mark are titles
    rule = not deep and overall >= 0.9 and count >= 10 and run[0] > top
    if rule and (mean >= 0.25 or _opens_part(page, run)):
        return True  # whatever some of them say: this style asks
    if mean < 0.75 and not any(_speaks(page, i) for i in run):
        boxes = page.units[run[0]].mark in _BOXES  # what is to be done may be a question
        if (boxes and mean < 0.6) or (mean < 0.5 and len(run) > 1):
            return False
    return mean >= 0.5 or (overall >= 0.6 and mean >= 0.25 and count >= 4)


def _opens_part(page: Page, run: list[int]) -> bool:
    """Short items right below a title, or below its statement: there is no question yet that they could
    answer."""
    above = run[0] - 1
    if above > 0 and page.units[above].kind is Kind.TEXT and page.score[above] < 0.5:
        above -= 1
    titled = above >= 0 and page.units[above].kind in _TITLES
    if not titled or page.score[above] >= 0.5:
        return False
    texts = [page.units[i].text for i in run]
    return all(
        len(t) < 60 and t[-1] not in ".。:：" and not evidence.first_person(t) for t in texts
    )


_TITLES = HEADERS | {Kind.NUMBER}
_BOXES = frozenset({"[x]", *(f"{sign} [ ]" for sign in "-*+•")})


def _speaks(page: Page, index: int) -> bool:
    text = page.units[index].text
    return page.score[index] >= 0.5 and (evidence.addressed(text) or evidence.requests(text))


def _below_asked(page: Page, index: int) -> bool:
    """Right below an item that asks, deeper than it?"""
    above, unit = page.units[index - 1], page.units[index]
    listed = index > 0 and above.kind in LISTS and above.indent < unit.indent
    return listed and page.score[index - 1] >= 0.5


def _openers(page: Page, runs: list[list[int]], chosen: Container[str]) -> None:
    """Items of which the first of each block asks and the rest answers it: "- Why?", "- Because."."""
    by_style: dict[str, list[int]] = defaultdict(list)
    for run in runs:
        if page.keys[run[0]] not in chosen and not in_answer(page, run[0]):
            by_style[page.keys[run[0]]] += run
    for style, members in by_style.items():
        first = [i for i in members if gap_before(page, i)]
        rest = [i for i in members if not gap_before(page, i)]
        asking = sum(page.score[i] >= 0.8 for i in first)
        quiet = sum(page.score[i] < 0.3 for i in rest)
        if asking >= 4 and asking * 3 >= len(first) * 2 and quiet * 5 >= len(rest) * 4:
            why = f'{asking} of {len(first)} lines marked "{style.strip()}" that open a block ask'
            for index in first:
                ask(page, index, why)


def _without_fields(page: Page, runs: list[list[int]]) -> list[list[int]]:
    """ "What it is: ...", "what it is: ...": a label that stands again and again asks nothing."""
    units = page.units
    may_ask = [i for run in runs for i in run if page.score[i] < 0.8]
    there = [i for i in may_ask if ":" in units[i].text[:44] and units[i].text[-1] not in "?？:："]
    said = Counter(field_of(units[i].text) for i in there)
    fields = {i for i in there if said[field_of(units[i].text)] > 1}
    if not fields:
        return runs
    return [left for run in runs if (left := [i for i in run if i not in fields])]


def _ask_run(page: Page, run: list[int], style: str, overall: float, why: str) -> None:
    mean = sum(page.score[i] for i in run) / len(run)
    counted = {  # "27.", "28.", "29.": whatever it says, the list goes on
        b for a, b, c in zip(run, run[1:], run[2:], strict=False)
        if page.units[a].level + 1 == page.units[b].level == page.units[c].level - 1
    }  # fmt: skip
    levels = [page.units[i].level for i in run]
    if levels[:3] == [1, 2, 3]:
        counted.add(run[0])
    if len(run) > 2 and levels[-1] == levels[-2] + 1 == levels[-3] + 2:
        counted.add(run[-1])
    taken: list[int] = []
    for index in run:
        text, score = page.units[index].text, page.score[index]
        first = index == run[0]  # it may be what is said of the rest
        sure, many = (0.95, 0.9) if first else (0.75, 0.75)
        doubtful = score < 0.2 and mean < many and overall < sure
        doubtful = doubtful and not (index in counted and overall >= 0.6 and len(text) < 160)
        if doubtful and (text[-1:] in ".。" or len(text) > 160 or evidence.first_person(text)):
            continue
        if score < 0.5 and text.partition(" ")[0] in STATES:
            continue  # "DONE write it down"
        if evidence.case(text) or (index == run[0] and score < 0.2 and ITALIC.fullmatch(text)):
            continue
        taken.append(index)
        ask(page, index, why)
    if mean < 0.75 and len(run) > 2 and sum(page.score[i] for i in taken) < 0.75 * len(taken):
        page.thin.append((run[0], style.strip(), "question", "answer"))


def numbered(page: Page) -> dict[int, int]:
    """For each numbered line below others of its list, item upon item, the first one."""
    starts: dict[int, int] = {}
    for index in page.of[Kind.NUMBER]:
        if _goes_on(page, index) and page.score[index - 1] < 0.5:
            starts[index] = starts.get(index - 1, index - 1)
    return starts


def _goes_on(page: Page, index: int) -> bool:
    """Is this a numbered line right below another one of its style?"""
    if not 0 < index < len(page.units):
        return False
    above, unit = page.units[index - 1], page.units[index]
    return (
        unit.kind is Kind.NUMBER
        and above.kind is Kind.NUMBER
        and page.keys[index - 1] == page.keys[index]
        and unit.first - above.last <= 1
    )


def tight(page: Page, index: int) -> bool:
    """A numbered list that starts right below a question or its text, item upon item."""
    units, first = page.units, page.starts.get(index, index)
    if first == index and not _goes_on(page, index + 1):
        return False
    above = first - 1
    if above < 0 or units[first].first - units[above].last > 2:
        return False
    return asked(page, above) or units[above].kind in (Kind.TEXT, Kind.REPLY)


def answered_inside(page: Page) -> bool:
    """Do answers of list items stand deeper than these, at least two, and none between two items at
    their margin?"""
    above, deep = -1, 0  # the question whose text is looked at
    margin = False  # some of it stands at its margin
    for index, account in enumerate(page.accounts):
        if account is not TEXT:
            if page.units[index].kind not in LISTS or not asked(page, index):
                above = -1
                continue
            if margin and above >= 0 and page.units[above].kind is page.units[index].kind:
                return False
            above, margin = index, False
        elif above >= 0:
            unit, asking = page.units[index], page.units[above]
            deep += index - 1 == above and unit.indent > asking.indent
            margin |= unit.indent <= asking.indent
    return deep >= 2
