"""Cases, principles and groups: the lines that hold others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from ankigen import evidence, spelling, words
from ankigen.dialects import TAB
from ankigen.lines import Kind
from ankigen.reading import Account, Role
from ankigen.styles.page import (
    HEADERS,
    ITALIC,
    LABEL,
    LISTS,
    NESTED,
    ORDINAL,
    QUOTATION,
    SIDE,
    TEXT,
    Page,
    asked,
    gap_before,
    name_of,
    named,
    rank,
    those,
    title,
    told,
)  # fmt: skip
from ankigen.styles.titles import TITLE, below_question, candidates

_KNOWN = frozenset(spelling.name_key(n) for n in words.naming.KNOWN_PRINCIPLES)


def cases(page: Page) -> None:
    units, accounts = page.units, page.accounts
    for index in [i for i in (*page.short, *page.of[Kind.BOLD]) if len(units[i].text) < 50]:
        open_ = accounts[index] is TEXT and page.out[index] in ("", SIDE)
        if open_ and not units[index].indent and _announces(page, index):
            accounts[index] = Account(Role.GROUP, "says what follows")
    for index in page.openers:
        if units[index].kind in _MAY_OPEN and _opens_case(page, index):
            accounts[index] = Account(Role.CASE, "label of a case")


_MAY_OPEN = HEADERS | {Kind.TEXT, Kind.BULLET}


def _opens_case(page: Page, index: int) -> bool:
    account, unit = page.accounts[index], page.units[index]
    if account is not TEXT and account.why != "says what follows":
        return False
    if unit.verbatim or page.out[index] not in ("", SIDE):
        return False
    return evidence.case(title(unit)) is not None


def _announces(page: Page, index: int) -> bool:
    """ "My answers", alone between blank lines, where nothing above is open but an outline?"""
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    alone = after is not None and after.first - page.units[index].last > 1
    return alone and gap_before(page, index) and evidence.announces(page.units[index].text)


def containers(page: Page) -> None:
    """A style of titles that hold questions: principles where most of what is known of its lines says
    so, else groups."""
    asks = _next_asked(page)
    styles = candidates(page, asks)
    mates: dict[str, list[int]] = defaultdict(list)
    for index, style in styles.items():
        mates[style].append(index)
    following = _next_of_style(styles)
    holds = {i: _holds(page, i, following.get(i, -1), asks) for i in styles}
    for style, members in list(mates.items()):
        held = [i for i in members if holds[i]]
        kind = page.units[members[0]].kind
        if kind in HEADERS or kind is Kind.NUMBER:
            continue
        if len(held) < 2 or len(held) * 2 < len(members):  # no such titles: they are text
            for index in members:
                del styles[index]
            del mates[style]
    _name_containers(page, styles, mates, holds, asks)
    _named_again(page, asks)
    _listed_principles(page)
    _rows_of_names(page)


def _named_again(page: Page, asks: Sequence[int]) -> None:
    """A line of text that only repeats the name of a principle, over questions: here it goes on."""
    taken = told(page, Role.PRINCIPLE)
    names = {spelling.name_key(name_of(page.units[i])[0]) for i in taken}
    lines = sorted((*page.short, *page.of[Kind.BOLD], *page.of[Kind.CAPS]))
    for index in lines if names else ():
        unit = page.units[index]
        if len(unit.text) > 60 or page.accounts[index] is not TEXT:
            continue
        if unit.indent or not gap_before(page, index) or asks[index + 1] < 0:
            continue
        if spelling.name_key(name_of(unit)[0]) in names and page.score[index] < 0.5:
            page.accounts[index] = Account(Role.PRINCIPLE, "the name of a principle, once more")


@dataclass(frozen=True, slots=True)
class _Titles:
    """What stands over questions, and what of it is known before a name is judged."""

    styles: dict[int, str]  # the style of each
    holds: dict[int, bool]  # does a question or a case stand below it?
    asks: Sequence[int]  # for each unit the next one that asks
    peers: dict[str, list[int]]  # of each style those that hold some and may be named so
    stated: dict[int, tuple[float, bool]]  # how much what stands below looks like its statement
    keys: dict[int, str]  # the names, as they are compared


def _name_containers(
    page: Page,
    styles: dict[int, str],
    mates: dict[str, list[int]],
    holds: dict[int, bool],
    asks: Sequence[int],
) -> None:
    peers = {s: [i for i in m if holds[i] and _may_name(page, i)] for s, m in mates.items()}
    stated = {i: _statement_weight(page, i, styles) for i in styles}
    keys = {i: spelling.name_key(name_of(page.units[i])[0]) for i in styles}
    titles = _Titles(styles, holds, asks, peers, stated, keys)
    scores = _principle_scores(page, titles)
    good = {s: [i for i in members if scores[i] >= SURE] for s, members in mates.items()}
    _doubt(page, peers, scores, good)
    for index, style in styles.items():
        if scores[index] >= SURE:
            stated_ = "followed by a statement" if stated[index][0] else "as principles have"
            page.accounts[index] = Account(Role.PRINCIPLE, f"a short title, {stated_}")
        elif _sibling(page, titles, index, scores[index], good[style]):
            why = f'{len(good[style])} lines marked "{style.strip()}" are principles'
            page.accounts[index] = Account(Role.PRINCIPLE, why)
        elif (
            holds[index]
            or page.units[index].kind in (Kind.HEADING, Kind.MARK)
            or _stands_as(page, index, peers)
        ):
            why = page.out[index] or "a heading over questions"
            page.accounts[index] = Account(Role.GROUP, why)


def _principle_scores(page: Page, titles: _Titles) -> dict[int, float]:
    """How much speaks for each title to name a principle: by itself, and by what its style has in common."""
    styles, holds, peers, stated = titles.styles, titles.holds, titles.peers, titles.stated
    keys, asks = titles.keys, titles.asks
    alike = {s for s, m in peers.items() if _stated_alike(m, stated)}
    spelled = {s for s, m in peers.items() if _spelled_alike(page, m)}
    glossed = {s for s, m in peers.items() if _glossed_alike(page, m)}
    listed = {
        keys[i]
        for i in styles
        if (stated[i][0] >= 2 or _in_row(i, styles, holds)) and not holds[i] and not page.out[i]
    }
    named_twice = Counter(k for k in keys.values() if k in listed)  # listed, and over questions
    often = Counter(keys[i] for i in styles if holds[i])
    virtues = {i for s, m in peers.items() if _virtues(page, m) or _urging(page, m) for i in m}
    if _competencies(page, asks) and not any(i in virtues for i in styles):
        virtues |= {i for m in peers.values() if len(m) >= 3 for i in m}
    over = _items_over(page, styles)
    return {
        i: _principle_score(page, i, holds[i], stated[i], over.get(i, page.parents[i]))
        + (stated[i][0] > 0 and style in alike)
        + 2.5 * (holds[i] and style in spelled and _spelled_as_name(page, i))
        + SURE * (i in virtues)
        + 2.5 * (holds[i] and style in glossed)
        + 2.5 * (named_twice[keys[i]] > 1 and bool(stated[i][0] or holds[i]))
        - 5 * (holds[i] and _tells_story(page, i, asks[i + 1]))
        - 5 * (often[keys[i]] > 2 and not named(page, name_of(page.units[i])[0]))  # a label
        for i, style in styles.items()
    }


def _sibling(page: Page, titles: _Titles, index: int, score: float, sure: list[int]) -> bool:
    """Little speaks for this title itself, and enough for those of its style that are `sure`?"""
    if not titles.holds[index]:
        return False
    peers = titles.peers[titles.styles[index]]
    rule = len(sure) * 3 >= len(peers) * 2 and index in peers  # most are
    beside = len(sure) >= 2 and index > sure[0]
    # beside one that the notes name elsewhere, what is spelled as a name is one
    given = any(named(page, name_of(page.units[i])[0]) for i in sure[:1])
    beside |= given and _spelled_as_name(page, index) and index in peers
    return beside and score >= (0.0 if rule else 0.5)


def _in_row(index: int, styles: dict[int, str], holds: dict[int, bool]) -> bool:
    """One of two or more titles of a style, line upon line, with nothing below: a list of names."""
    near = [i for i in (index - 1, index + 1) if styles.get(i) == styles[index]]
    return any(not holds[i] or i > index for i in near)


def _doubt(
    page: Page,
    peers: dict[str, list[int]],
    scores: dict[int, float],
    good: dict[str, list[int]],
) -> None:
    """Two styles of titles over questions that might both name principles, where only one is taken to:
    the writer may know better."""
    chosen = {s for s, sure in good.items() if len(sure) >= 2}
    for style, members in peers.items() if chosen else ():
        if style in chosen or style in (TITLE, "text") or len(members) < 2:
            continue
        named_ = [i for i in members if not evidence.names_category(name_of(page.units[i])[0])]
        near = [i for i in named_ if SURE - NEAR <= scores[i] < SURE]
        if len(near) == len(members):
            page.thin.append((members[0], style.strip(), "group", "principle"))


def _stands_as(page: Page, index: int, peers: dict[str, list[int]]) -> bool:
    """A line in capitals or brackets where others like it are titles: it ends what stands above."""
    unit = page.units[index]
    titled = unit.kind is Kind.CAPS or page.keys[index] == "[...]"
    return titled and gap_before(page, index) and len(peers[page.keys[index]]) >= 2


def _may_name(page: Page, index: int) -> bool:
    """Could its words name a principle, as far as they alone tell?"""
    name = name_of(page.units[index])[0]
    return not page.out[index] and evidence.is_title(name) and not evidence.names_group(name)


def _competencies(page: Page, asks: Sequence[int]) -> bool:
    """Does what stands above the first question say that competencies are asked?"""
    first = asks[0] if asks[0] >= 0 else 0
    return any(evidence.speaks_of_competencies(unit.text) for unit in page.units[:first])


def _stated_alike(members: Sequence[int], stated: dict[int, tuple[float, bool]]) -> bool:
    """Most lines of a style have a line below that may be their statement."""
    with_one = sum(stated[i][0] >= 2 and stated[i][1] for i in members)
    return with_one >= 2 and with_one * 5 >= len(members) * 3


def _spelled_alike(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style are spelled as names are ("Own The Outcome"), and none as a group's."""
    names = sum(_spelled_as_name(page, i) for i in members)
    usual = sum(_usual(name_of(page.units[i])[0]) for i in members)
    return names >= 3 and names * 4 >= len(members) * 3 and usual * 3 < len(members)


def _usual(name: str) -> bool:
    """Names a category, and urges nobody."""
    return evidence.names_category(name) and not evidence.urges(name)


def _glossed_alike(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style say in brackets what they mean: "One Take (prepare, then don't cut)"."""
    glosses = [name_of(page.units[i])[1] for i in members]
    said = sum(" " in g and not any(map(str.isdigit, g)) for g in glosses)
    usual = sum(evidence.names_category(name_of(page.units[i])[0]) for i in members)
    return said >= 3 and said * 4 >= len(members) * 3 and usual * 3 < len(members)


def _virtues(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style are what firms write on their walls: "Care", "Craft", "Working together"."""
    names = [name_of(page.units[i])[0] for i in members]
    others = [n for n in names if not (evidence.names_virtue(n) or spelling.name_key(n) in _KNOWN)]
    named_ = len(names) - len(others)
    if named_:  # beside a virtue what urges is one, too
        named_ += sum(map(evidence.urges, others))
    return named_ >= 2 and named_ * 5 >= len(members) * 3


def _urging(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style urge, as values do, and hardly one names a topic: "Own the mess"."""
    names = [name_of(page.units[i])[0] for i in members]
    usual = sum(map(evidence.names_category, names))
    said = sum(map(evidence.urges, names))
    return said >= 2 and said * 5 >= len(members) * 3 and usual * 4 < len(members)


def _spelled_as_name(page: Page, index: int) -> bool:
    whole = name_of(page.units[index])[0]
    if page.small:
        return not evidence.names_group(whole)
    name = spelling.latin(whole)
    if not name:
        return False
    if name != whole:  # "主人翁 Ownership": said in two languages
        return name[0].isupper()
    each = [w for w in name.split() if w[0].isalpha()]
    long = [w for w in each if len(w) > 3] or each
    return len(each) > 1 and all(w[0].isupper() for w in long)


SURE = 3.5  # so much evidence makes a title a principle
NEAR = 2.5  # so much less leaves a doubt, where another style is sure


def _next_of_style(styles: dict[int, str]) -> dict[int, int]:
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for index in sorted(styles, reverse=True):
        if styles[index] in last:
            found[index] = last[styles[index]]
        last[styles[index]] = index
    return found


def _next_asked(page: Page) -> list[int]:
    """For each unit the next one, itself included, that asks or opens a case; -1 without."""
    found: list[int] = []
    for index in told(page, Role.QUESTION, Role.CASE):
        found += [index] * (index + 1 - len(found))
    return found + [-1] * (len(page.units) + 1 - len(found))


def _holds(page: Page, index: int, following: int, asks: Sequence[int]) -> bool:
    """Does a question or a case stand below it, before the next one of its style or a higher one?"""
    unit = page.units[index]
    level, asking = rank(unit), asks[index + 1]
    if asking < 0 or 0 <= following < asking or page.out[asking]:
        return False
    for other in range(index + 1, asking + 1):
        below = page.units[other]
        if level >= NESTED and below.kind is not Kind.TEXT and below.indent < unit.indent:
            return False
        if below.kind in HEADERS and rank(below) <= level:
            ends = below.kind is Kind.HEADING if other == asking else page.accounts[other] is TEXT
            if ends:
                return False
    return True


def _items_over(page: Page, styles: Container[int]) -> dict[int, int]:
    """For each list item among `styles` the item that it stands below; those at the margin have none."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for index in those(page, *LISTS):
        while open_ and page.units[open_[-1]].indent >= page.units[index].indent:
            open_.pop()
        if open_ and index in styles:
            found[index] = open_[-1]
        open_.append(index)
    return found


def _principle_score(
    page: Page, index: int, holds: bool, stated: tuple[float, bool], parent: int
) -> float:
    """`parent` is the heading or the list item that it stands below, -1 without."""
    unit = page.units[index]
    name = name_of(unit)[0]
    if not evidence.is_title(name) or page.out[index]:
        return -5.0
    score = -3.0 if evidence.names_group(name) else 0.0
    key_ = spelling.name_key(name)
    if any(key_ == spelling.name_key(p.name) for p in page.config.principles):
        score += 6
    elif named(page, name):
        score += 3
    if key_ in _KNOWN:
        score += 2.5
    label = LABEL.match(title(unit))
    if index in page.titled or (label and evidence.names_principles(label["word"] or "")):
        score += SURE  # "Value 2: Care"
    weight, straight = stated
    score += weight + 0.5 * straight
    if unit.kind is Kind.NUMBER or ORDINAL.match(unit.text):
        score += 1
    if (name[:1].isupper() or page.small) and len(name.split()) > 1:
        score += 1
    elif (
        spelling.split_gloss(title(unit))[1] or name.upper() == name.lower()
    ):  # or no capitals at all
        score += 1
    above = page.units[parent].text if parent >= 0 else ""
    listed = evidence.names_principles(above) or evidence.names_traits(above)
    if listed:
        score += 2
    if not holds and not listed:
        score -= 2.5 if key_ not in _KNOWN and not named(page, name) else 0.5
    known = key_ in _KNOWN or named(page, name)
    if unit.kind is Kind.HEADING and not known and _has_subheadings(page, index):
        score -= 4
    if unit.kind is Kind.HEADING and "value" in unit.tags:
        score += 1
    return score


def _tells_story(page: Page, index: int, asking: int) -> bool:
    """Its text is a story, and the questions below it are those that the story serves."""
    if asking <= index + 1 or not asked(page, asking) or not _is_text(page, asking - 1):
        return False
    if evidence.serves(page.units[asking - 1].text):
        return True
    found = spelling.tails(page.units[asking].text)[1]
    own = spelling.name_key(name_of(page.units[index])[0])
    others = [spelling.name_key(t.words) for t in found if named(page, t.words)]
    return bool(others) and not any(own in o for o in others)


def _is_text(page: Page, index: int) -> bool:
    return page.accounts[index] is TEXT and not page.units[index].why


def _has_subheadings(page: Page, index: int) -> bool:
    """More than one other heading than questions, cases and beats below it: it is a chapter."""
    level, count = page.units[index].level, 0
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind is Kind.HEADING:
            if below.level <= level:
                break
            if below.depth or evidence.beat(below.text) or below_question(page, other):
                continue
            if evidence.names_group(below.text) or evidence.case(below.text):
                continue
            if evidence.labels_tip(below.text):
                continue
            count += page.accounts[other] is TEXT
            if count > 1:
                return True
    return False


def _statement_weight(page: Page, index: int, styles: Container[int]) -> tuple[float, bool]:
    """How much what stands right below a title looks like its statement, and whether a question or a
    case follows it straight away."""
    unit = page.units[index]
    if unit.kind in (Kind.TEXT, Kind.BULLET) and ":" in unit.text and name_of(unit)[1]:
        return 2.0, _straight(page, index)  # "Ownership: think long term"
    for other in range(index + 1, min(index + 4, len(page.units))):
        below = page.units[other]
        if below.why:
            continue
        if page.accounts[other] is TEXT and below.text.lower().startswith(QUOTATION):
            return 2.5, _straight(page, other)
        if page.accounts[other] is not TEXT or below.verbatim or _title_over(page, other, styles):
            return 0.0, False
        text = below.text
        outlined = below.mark == TAB and below.indent > unit.indent and page.score[other] < 0.5
        if below.kind is not Kind.TEXT and not (
            below.kind is Kind.BULLET and (outlined or ITALIC.fullmatch(text))
        ):
            return 0.0, False
        whole = spelling.bare(text) != text or text[:1] in '(（_*/“「『«"' or below.quote > 0
        if whole:
            return 2.5, _straight(page, other)
        if text[-1:] in ":：" or len(text) > 600:
            return 0.0, False
        plain = 2.0 if not (evidence.first_person(text) and len(text) > 160) else 1.0
        return plain, _straight(page, other)
    return 0.0, False


def _title_over(page: Page, index: int, styles: Container[int]) -> bool:
    """Another title, right above what asks?"""
    return index in styles and index + 1 < len(page.units) and asked(page, index + 1)


def _straight(page: Page, index: int) -> bool:
    """Does a question or a case follow the unit at `index` as the next thing said?"""
    for other in range(index + 1, min(index + 4, len(page.units))):
        role = page.accounts[other].role
        if role in (Role.QUESTION, Role.CASE):
            return True
        if role is not Role.IGNORED:
            return False
    return False


_COLON = re.compile("[:：]")


def _listed_principles(page: Page) -> None:
    """A list of short names below a line that speaks of values, or in that line, or of which the
    questions name some."""
    for index in page.listed:
        if page.accounts[index] is TEXT:
            page.accounts[index] = Account(Role.PRINCIPLE, "a line that lists principles")
    colons = [m.start() for m in _COLON.finditer(page.ends)]
    for index in sorted({*colons, *those(page, *HEADERS)}):
        unit = page.units[index]
        if unit.why or (unit.kind not in HEADERS and len(unit.text) >= 200):
            continue
        if asked(page, index) or not evidence.names_principles(unit.text):
            continue
        run = _run_below(page, index) or _defined_below(page, index)
        if not run and unit.kind is Kind.TEXT:
            run = _lines_below(page, index)
        short = [i for i in run if evidence.is_title(name_of(page.units[i])[0])]
        if len(run) >= 2 and len(short) == len(run):
            for other in run:
                if page.accounts[other] is TEXT and page.score[other] < 0.5:
                    page.accounts[other] = Account(Role.PRINCIPLE, "in a list of principles")
    _listed_on_top(page)


def _rows_of_names(page: Page) -> None:
    """Three principles or more, one right after the other, are a list of them: what is asked below stands
    under none, and not under the last."""
    row: list[int] = []
    for index in (*told(page, Role.PRINCIPLE), -1):
        if row and not _goes_on_below(page, row[-1], index):
            after = row[-1] + 1
            nested = (
                after < len(page.units) and page.units[after].indent > page.units[row[-1]].indent
            )
            if len(row) >= 3 and not nested and page.units[row[0]].kind is not Kind.HEADING:
                for other in row:
                    page.listed.setdefault(other, (name_of(page.units[other])[0],))
            row = []
        row.append(index)


def _goes_on_below(page: Page, above: int, index: int) -> bool:
    """The next one of a list of names, right below or, where each says what it means, with a gap."""
    if index != above + 1 or page.keys[index] != page.keys[above]:
        return False
    return not gap_before(page, index) or bool(
        name_of(page.units[above])[1] and name_of(page.units[index])[1]
    )


def _listed_on_top(page: Page) -> None:
    """Items above the first question that say nothing but names which questions give in brackets."""
    top = next((i for i, a in enumerate(page.accounts) if a.role is Role.QUESTION), 0)
    items = [i for i in those(page, *LISTS) if i < top] if page.names else []
    open_ = [
        i
        for i in items
        if page.accounts[i] is TEXT and not page.out[i] and len(page.units[i].text) < 60
    ]
    found = {i: spelling.name_key(name_of(page.units[i])[0]) for i in open_}
    given = [i for i, key_ in found.items() if key_ in page.names]
    if len({found[i] for i in given}) < 2:
        return
    first, last = page.units[given[0]], given[-1]
    for index in open_:  # and the others of that list, which no question names
        unit = page.units[index]
        alike = page.keys[index] == page.keys[given[0]] and unit.indent == first.indent
        alike = alike and unit.text[0].isupper() == first.text[0].isupper()
        if index in given or (alike and given[0] < index < last + 8 and _may_name(page, index)):
            page.accounts[index] = Account(Role.PRINCIPLE, "a name that questions give")


def _run_below(page: Page, index: int) -> list[int]:
    run: list[int] = []
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind not in LISTS and below.kind is not Kind.MARK:
            if below.kind is Kind.TEXT and below.indent:
                continue
            break
        if run and below.indent > page.units[run[0]].indent:
            continue
        if run and page.keys[other] != page.keys[run[0]]:
            break
        run.append(other)
    return run


def _defined_below(page: Page, index: int) -> list[int]:
    """Paragraphs that each begin with a name and say what it means: "**Own It** - we stay until it works"."""
    run: list[int] = []
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind is not Kind.TEXT or below.text[:2] not in ("**", "__"):
            break
        if not name_of(below)[1] or evidence.beat(below.text):
            break
        run.append(other)
    return run


def _lines_below(page: Page, index: int) -> list[int]:
    """The lines of text right below, up to a gap or to one that says what follows."""
    run: list[int] = []
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if gap_before(page, other) or below.kind is not Kind.TEXT or evidence.beat(below.text):
            break
        if page.score[other] >= 0.5 or below.text[-1] in ":：" or evidence.case(below.text):
            break
        run.append(other)
    return run
