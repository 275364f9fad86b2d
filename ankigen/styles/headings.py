"""Lines that stand over others and ask: labels, headings, bold lines, capitals, summaries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import pairwise, takewhile

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.reading import Account, Role
from ankigen.styles.aside import section_end
from ankigen.styles.lists import tight
from ankigen.styles.page import (
    HEADERS,
    LISTS,
    Page,
    ask,
    asked,
    ends_answer,
    gap_before,
    label_number,
    labelled,
    named,
    opens_bare,
    those,
    title,
)

STORY = Account(Role.CASE, "the title of a story")
TOPIC = "a topic among headings that ask"  # the question below it asks the same in full


def by_label(page: Page) -> None:
    """Q: and A: mean what they say; without a second one it takes an answer's label to be sure."""
    asks = [i for i in page.labels if not page.out[i]]
    if len(asks) >= 2 or (asks and page.of[Kind.REPLY]):
        for index in asks:
            ask(page, index, f'{len(asks)} lines labelled "Q:"')


def headings(page: Page) -> None:
    """Headings, bold lines, lines in capitals, summaries: a style asks when half of its lines do."""
    if labelled(page):
        _beside_labels(page)
        return
    for style, members in _by_style(page).items():
        counted = _counted(page, members)
        for index in counted:
            ask(page, index, f'{len(counted)} titles counted "Q1", "Q2"')
        if len(counted) == len(members) or _only_hold(page, members):
            continue
        if _titles_notes(page, members):
            continue
        if _only_sort(page, members):
            page.thin.append((members[0], style, "group", "question"))
            continue
        total = sum(page.score[i] for i in members)
        strict = page.units[members[0]].kind in (Kind.BOLD, Kind.MARK)
        if total * 2 >= len(members) and not (strict and len(members) < 2 and total < 1):
            _all_ask(page, style, members)
        else:
            _some_ask(page, members)


def _by_style(page: Page) -> dict[str, list[int]]:
    """The titles of each style that could ask."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index in those(page, *HEADERS, Kind.TAG):
        unit = page.units[index]
        folds = unit.mark == "<summary>"
        if not (folds or unit.kind in HEADERS) or page.out[index] or unit.why or not unit.text:
            continue
        if evidence.beat(unit.text) or evidence.case(title(unit)):
            continue
        if unit.kind is Kind.CAPS and evidence.is_todo(unit.text):
            continue
        if folds and (unit.level > 1 or _folds_answer(page, index)):
            continue
        groups[page.keys[index]].append(index)
    return groups


def _folds_answer(page: Page, index: int) -> bool:
    """A summary that asks nothing, below a heading that does."""
    parent = page.parents[index]
    return page.score[index] < 0.5 and parent >= 0 and page.score[parent] >= 0.5


def _all_ask(page: Page, style: str, members: list[int]) -> None:
    """Half of a style asks: all of it does, but for what names a group."""
    said = sum(page.score[i] >= 0.5 for i in members)
    over = _over_bare(page, members)
    silent = _silent(page, members) | over
    taken = [i for i in members if i not in silent]
    if taken and (said + len(over)) * 4 < len(members) * 3 and len(members) > 1:
        page.thin.append((taken[0], style, "question", "group"))
    for index in taken:
        ask(page, index, f'{said} of {len(members)} lines marked "{style}" ask')


def _some_ask(page: Page, members: list[int]) -> None:
    """Of a style that asks nothing those members that do, each by itself."""
    top = next(iter(page.of[Kind.HEADING]), -1)
    alone = [i for i in members if _stands_alone(page, i, top) or _says_why(page, i)]
    alone = _without_sections(page, members, alone)
    for index in alone:
        ask(page, index, "a heading that asks")
    for index in _topics(page, members, alone):
        ask(page, index, TOPIC)


def _counted(page: Page, members: list[int]) -> set[int]:
    """Titles that say that they are questions, and count on: "Q3 Salary"."""
    numbers = {i: n for i in members if (n := label_number(page.units[i]))}
    ups = sum(b > a for a, b in pairwise(numbers.values()))
    return set(numbers) if len(numbers) >= 3 and ups * 5 >= (len(numbers) - 1) * 4 else set()


def _only_sort(page: Page, members: list[int]) -> bool:
    """ "Can you work with others?", "Do you get things done?", each over a list that says "tell me ..."."""
    asking = [i for i in members if page.score[i] >= 0.5]
    texts = [page.units[i].text for i in asking]
    if len(asking) < 3 or any(t[-1] not in "?？" and evidence.requests(t) for t in texts):
        return False
    over = sum(_sorts_requests(page, i) for i in asking)
    counted = sum(_counts_through(page, i) for i in asking[1:])
    return (over * 2 >= len(asking) and over >= 3) or counted * 3 >= len(asking[1:]) * 2 >= 4


def _counts_through(page: Page, index: int) -> bool:
    """Does the list below go on where the one above the heading ended: "5." over "## And then?" over "6."?"""
    below = page.units[index + 1] if index + 1 < len(page.units) else None
    if below is None or below.kind is not Kind.NUMBER or below.level < 2:
        return False
    numbers = page.of[Kind.NUMBER]
    above = bisect_left(numbers, index) - 1
    return above >= 0 and page.units[numbers[above]].level == below.level - 1


def _sorts_requests(page: Page, index: int) -> bool:
    """Is the first thing below it an item that requests?"""
    below = page.units[index + 1] if index + 1 < len(page.units) else None
    return below is not None and below.kind in LISTS and evidence.requests(below.text)


def _titles_notes(page: Page, members: list[int]) -> bool:
    """The first heading, the only one so high, with others below, that speaks to nobody: "What a board of
    teachers is asked"."""
    first, *others = page.of[Kind.HEADING][:2] or [-1]
    if members != [first] or not others or evidence.addressed(page.units[first].text):
        return False
    return page.units[others[0]].level > page.units[first].level


def _silent(page: Page, members: list[int]) -> set[int]:
    """Members that ask nothing, though half of their style asks."""
    local = _silent_sections(page, members)
    for index in local:
        parent = page.parents[index]
        if parent >= 0 and evidence.holds_stories(page.units[parent].text):
            page.accounts[index] = STORY
    repeated = Counter(page.units[i].text for i in members)
    said = sum(page.score[i] >= 0.5 for i in members)
    sure = len(members) >= 8 and said * 3 >= len(members) * 2  # what does not ask is no question
    found = set(local)
    for index in members:
        again = repeated[page.units[index].text] > 1 and page.score[index] < 0.5
        quiet = page.score[index] < 0.3
        groups = quiet and (_groups(page, index) or _over_requests(page, index))
        if again or groups or (quiet and sure and _names_thing(page, index)):
            found.add(index)
    return found


def _groups(page: Page, index: int) -> bool:
    """Does a heading name what stands below it?"""
    name = spelling.tails(title(page.units[index]))[0]
    group = evidence.names_group(page.units[index].text) or evidence.names_principles(name)
    return group or evidence.is_todo(name) or _chapter(page, index)


def _over_requests(page: Page, index: int) -> bool:
    """Right above a list of which every item speaks to somebody, two or more: "Others I have heard of"."""
    below = range(index + 1, min(index + 4, len(page.units)))
    run = list(takewhile(lambda i: page.units[i].kind in LISTS, below))
    asking = [page.score[i] >= 0.8 and evidence.addressed(page.units[i].text) for i in run]
    return len(run) > 1 and all(asking)


def _names_thing(page: Page, index: int) -> bool:
    """ "Ward planner", "Pigeonhole": a project of one's own, a word or two."""
    name = title(page.units[index])
    return len(name.split()) <= 2 and len(name) <= (24 if name.isascii() else 6)


def _chapter(page: Page, index: int) -> bool:
    """A heading with others below that are no parts of an answer: a project and what it is made of."""
    if page.units[index].kind is not Kind.HEADING:
        return False
    headings_ = page.of[Kind.HEADING]
    for below in headings_[(at := bisect_right(headings_, index)) : at + 8]:
        unit = page.units[below]
        if unit.level <= page.units[index].level:
            return False
        part = evidence.beat(unit.text) or evidence.case(title(unit)) or evidence.is_tip(unit.text)
        if not part and page.score[below] < 0.5 and not evidence.announces(unit.text):
            return True
    return False


def _beside_labels(page: Page) -> None:
    """Beside labels only a heading with no label below it may ask."""
    for index in page.of[Kind.HEADING]:
        if page.score[index] < 0.9 or page.out[index]:
            continue
        label = bisect_right(page.labels, index)
        free = label == len(page.labels) or section_end(page, index) <= page.labels[label]
        if free and _stands_alone(page, index, page.of[Kind.HEADING][0]):
            ask(page, index, "a heading that asks")


def _only_hold(page: Page, members: list[int]) -> bool:
    """Chapters of a text that is written for readers: none of these headings speaks to anybody ("What
    else came up", "Did it work?"), and the lines that do stand below them."""
    units = page.units
    if units[members[0]].kind is not Kind.HEADING or len(members) < 3:
        return False
    if any(evidence.addressed(units[i].text) for i in members):
        return False
    asking = (i for i in range(members[0], len(units)) if page.score[i] >= 0.9 and not page.out[i])
    told = [
        i
        for i in asking
        if units[i].kind is not Kind.HEADING or units[i].level > units[members[0]].level
    ]
    said = sum(page.score[i] >= 0.5 for i in members)
    return sum(evidence.addressed(units[i].text) for i in told) >= max(4, 2 * said)


def _silent_sections(page: Page, members: list[int]) -> set[int]:
    """Members below a heading where not one of three or more asks: there the style says other things."""
    by_parent: dict[int, list[int]] = defaultdict(list)
    for index in members:
        by_parent[page.parents[index]].append(index)
    silent: set[int] = set()
    small = sum(page.units[i].text[:1].islower() for i in members if page.score[i] >= 0.5)
    for parent, inside in by_parent.items():
        most = sum(_quiet(page, i) for i in inside)
        title_like = sum(
            evidence.is_title(page.units[i].text) or page.score[i] >= 0.3 for i in inside
        )
        named_ = sum(named(page, spelling.split_gloss(title(page.units[i]))[0]) for i in inside)
        lower = not small and all(page.units[i].text[:1].islower() for i in inside)
        if len(inside) > 1 and most == len(inside) and lower:  # "trains": another habit, a list
            silent.update(inside)
        if (
            most == len(inside)
            and title_like == most
            and ((len(inside) >= 3 and len(by_parent) > 1) or named_ * 2 > len(inside))
        ):
            silent.update(inside)
        if parent >= 0 and most * 2 > len(inside):
            above = page.units[parent].text
            if evidence.names_principles(above) or evidence.holds_stories(above):
                silent.update(i for i in inside if page.score[i] < 0.3)
    return silent


def _over_bare(page: Page, members: list[int]) -> set[int]:
    """Members that ask nothing and stand over lines without a mark that do: "Motivation" is a group,
    whatever its neighbours ask. One such line is enough where another member has more of them."""
    below = [*members[1:], len(page.units)]
    held: dict[int, int] = {}
    for index, end in zip(members, below, strict=True):
        if page.score[index] < 0.5 and evidence.is_title(page.units[index].text):
            end = min(end, section_end(page, index))
            held[index] = sum(opens_bare(page, i) for i in range(index + 1, end))
    many = sum(count >= 2 for count in held.values())
    return {i for i, count in held.items() if count >= 2 or (count and many)}


def _quiet(page: Page, index: int) -> bool:
    """Asks nothing, or only the writer himself: "why did I laugh?"."""
    if page.score[index] < 0.3:
        return True
    return page.score[index] <= 0.5 and not evidence.addressed(page.units[index].text)


_WHY = (
    "why ",
    "warum ",
    "pourquoi ",
    "por qué ",
    "por que ",
    "waarom ",
    "perché ",
    "为什么",
    "為什麼",
    "왜 ",
)


def _without_sections(page: Page, members: list[int], alone: list[int]) -> list[int]:
    """Where a style stands over lists that ask, one that asks itself does, too: "WHY YOU?" over six
    numbered questions, as "TEAMWORK" over five."""
    over = {i for i in members if _over_list(page, i)}
    quiet = len(over.difference(alone))
    return [i for i in alone if i not in over] if quiet >= 2 and quiet > len(alone) else alone


def _over_list(page: Page, index: int) -> bool:
    """Is the first item below, with at most two lines of text between, one that asks?"""
    for other in range(index + 1, min(index + 4, len(page.units))):
        unit = page.units[other]
        if unit.kind in LISTS:
            return page.score[other] >= 0.5
        if unit.kind is not Kind.TEXT:
            return False
    return False


def _topics(page: Page, members: list[int], alone: list[int]) -> list[int]:
    """Headings that say in short what the others ask in full, told below in the writer's own words:
    "A promise I broke", and "Initech" below "Why this company"."""
    if page.units[members[0]].kind is not Kind.HEADING:
        return []
    found: list[int] = []
    beside = Counter(page.parents[i] for i in members)
    asking = Counter(page.parents[i] for i in alone)
    for index in members:
        unit, parent = page.units[index], page.parents[index]
        if index in alone or not _told_below(page, index) or parent < 0 or _side(unit.text):
            continue
        between = len(alone) >= 3 and alone[0] < index < alone[-1] and len(unit.text.split()) > 2
        most = beside[parent] >= 3 and asking[parent] * 2 > beside[parent]
        if between or most or (len(alone) >= 3 and _why(page.units[parent].text)):
            found.append(index)
    return found


def _why(text: str) -> bool:
    """ "Why this company", without a question mark."""
    return text.lower().startswith(_WHY) and len(text.split()) <= 5


def _says_why(page: Page, index: int) -> bool:
    """ "Why Northgate" over the writer's own text asks what others ask in full."""
    unit = page.units[index]
    return unit.kind is Kind.HEADING and _why(unit.text) and _told_below(page, index)


def _side(text: str) -> bool:
    return evidence.names_group(text) or evidence.no_questions(text) or evidence.labels_tip(text)


def _told_below(page: Page, index: int) -> bool:
    """Text or a question right below, and no deeper headings: it is no chapter."""
    units = page.units
    if index + 1 >= len(units) or page.out[index]:
        return False
    below = units[index + 1]
    after = bisect_right(page.of[Kind.HEADING], index)
    deeper = page.of[Kind.HEADING][after : after + 1]
    if deeper and units[deeper[0]].level > units[index].level:
        return False
    said = (below.kind is Kind.TEXT and not below.quote) or below.kind is Kind.BOLD
    return said or (below.kind is Kind.BULLET and page.score[index + 1] >= 0.9)


def _stands_alone(page: Page, index: int, top: int) -> bool:
    """Does this line ask by itself? The first heading (`top`) may be the title of the notes."""
    unit = page.units[index]
    sure = page.score[index] >= 0.9 and (
        unit.text.rstrip("*_ ")[-1:] in "?？" or evidence.addressed(unit.text)
    )
    if not sure or (
        unit.kind in (Kind.BOLD, Kind.MARK) and unit.text.rstrip("*_ ")[-1:] not in "?？"
    ):
        return False
    below = page.units[index + 1] if index + 1 < len(page.units) else None
    if (
        unit.kind is Kind.HEADING
        and below is not None
        and below.kind is Kind.HEADING
        and below.level > unit.level
    ):
        return bool(evidence.beat(below.text) or evidence.case(below.text))
    return not (unit.kind is Kind.HEADING and unit.level == 1 and index == top)


def enclose(page: Page) -> None:
    """Which units stand below a heading that asks, or in its <details>."""
    owner: Unit | None = None
    folded, text, item = False, Kind.TEXT, Kind.BULLET  # is the owner a <summary>?
    for index, unit in enumerate(page.units):
        if owner is not None:
            if folded and unit.depth < owner.level:
                owner = None
            else:
                page.answers[index] = True
        kind = unit.kind
        if kind is item or (kind is text and not unit.mark):  # nearly all
            continue
        if kind is Kind.RULE and owner is not None and ends_answer(page, index):
            owner = None
        if unit.mark == "<summary>" or kind in (Kind.HEADING, Kind.CAPS, Kind.BOLD):
            if asked(page, index):
                owner, folded = unit, unit.mark == "<summary>"
            elif (kind is Kind.HEADING and not (owner is not None and folded)) or (
                kind is Kind.CAPS and owner is not None and _higher(page, index, owner)
            ):
                owner = None
        elif (kind is Kind.MARK and owner is not None and _higher(page, index, owner)) or (
            owner is not None and _opens_section(page, index)
        ):
            owner = None


def _higher(page: Page, index: int, owner: Unit) -> bool:
    """A title in capitals or between signs, where the question above is only in bold."""
    unit = page.units[index]
    if owner.kind is not Kind.BOLD or unit.indent or not gap_before(page, index):
        return False
    framed = unit.kind is Kind.CAPS or " " in unit.mark
    return framed and page.score[index] < 0.5 and not evidence.beat(unit.text)


def _opens_section(page: Page, index: int) -> bool:
    """A numbered title that stands alone over text: the answer above it has ended."""
    unit = page.units[index]
    if unit.kind is not Kind.NUMBER or unit.indent or unit.quote or page.score[index] >= 0.5:
        return False
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    alone = after is None or after.kind is not Kind.NUMBER
    return (
        alone
        and gap_before(page, index)
        and evidence.is_title(unit.text)
        and not tight(page, index)
    )
