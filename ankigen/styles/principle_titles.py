"""What speaks for a title over questions to name a principle: its words, its statement, its like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from ankigen import evidence, spelling
from ankigen.dialects import TAB
from ankigen.lines import Kind
from ankigen.reading import Role
from ankigen.styles.page import (
    ITALIC,
    LABEL,
    LISTS,
    ORDINAL,
    QUOTATION,
    TEXT,
    Page,
    asked,
    name_of,
    named,
    those,
    title,
)
from ankigen.styles.titles import below_question

SURE = 3.5  # so much evidence makes a title a principle
NEAR = 2.5  # so much less leaves a doubt, where another style is sure


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands over questions, and what of it is known before a name is judged."""

    styles: dict[int, str]  # the style of each
    mates: dict[str, list[int]]  # those of each style
    holds: dict[int, bool]  # does a question or a case stand below it?
    asks: Sequence[int]  # for each unit the next one that asks
    peers: dict[str, list[int]]  # of each style those that hold some and may be named so
    stated: dict[int, tuple[float, bool]]  # how much what stands below looks like its statement
    keys: dict[int, str]  # the names, as they are compared


def known_of(
    page: Page,
    styles: dict[int, str],
    mates: dict[str, list[int]],
    holds: dict[int, bool],
    asks: Sequence[int],
) -> Titles:
    peers = {s: [i for i in m if holds[i] and may_name(page, i)] for s, m in mates.items()}
    stated = {i: _statement_weight(page, i, styles) for i in styles}
    keys = {i: spelling.name_key(name_of(page.units[i])[0]) for i in styles}
    return Titles(styles, mates, holds, asks, peers, stated, keys)


def scores_of(page: Page, titles: Titles) -> dict[int, float]:
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
    virtues = _said_by_style(page, titles)
    over = _items_over(page, styles)
    return {
        i: _principle_score(page, i, holds[i], stated[i], over.get(i, page.parents[i]))
        + (stated[i][0] > 0 and style in alike)
        + 2.5 * (holds[i] and style in spelled and spelled_as_name(page, i))
        + SURE * (i in virtues)
        + 2.5 * (holds[i] and style in glossed)
        + 2.5 * (named_twice[keys[i]] > 1 and bool(stated[i][0] or holds[i]))
        - 5 * (holds[i] and _tells_story(page, i, asks[i + 1]))
        - 5 * (often[keys[i]] > 2 and not named(page, name_of(page.units[i])[0]))  # a label
        for i, style in styles.items()
    }


def _said_by_style(page: Page, titles: Titles) -> set[int]:
    """Titles that name principles by what their style says: virtues, what urges, sentences; where none does,
    what stands below a line that announces what the questions are sorted by."""
    peers = titles.peers
    found = {i for m in peers.values() if _virtues(page, m) or _urging(page, m) for i in m}
    found |= {i for m in peers.values() for i in _sentences(page, m)}
    top = next(iter(page.of[Kind.HEADING]), -1)
    if top in found and not _is_virtue(name_of(page.units[top])[0]):
        found.discard(top)  # the title of the notes
    if any(i in found for i in titles.styles):
        return found
    sorted_by = _competencies(page, titles.asks)
    groups = [m for m in peers.values() if len(m) >= 3 and sorted_by]
    return found.union(*groups, *(peers[s] for s in announced(page, titles)))


def announced(page: Page, titles: Titles) -> list[str]:
    """Styles whose titles are taken for principles only because a line above speaks of values."""
    if len(page.tagged) > 1 or _competencies(page, titles.asks):
        return []  # the questions themselves say what they are for
    if not _values_announced(page, titles.asks):
        return []
    return [s for s, m in titles.peers.items() if len(m) >= 3 and _no_topics(page, m)]


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
    known = bool(evidence.published(key_)) or named(page, name)
    if any(key_ == spelling.name_key(p.name) for p in page.config.principles):
        score += 6
    elif named(page, name):
        score += 3
    if evidence.published(key_):
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
        score -= 2.5 if not known else 0.5
    if unit.kind is Kind.HEADING and not known and _has_subheadings(page, index):
        score -= 4
    if any(map(evidence.names_principles, unit.tags)):
        score += SURE  # "# Candor #value"
    return score


def _in_row(index: int, styles: dict[int, str], holds: dict[int, bool]) -> bool:
    """One of two or more titles of a style, line upon line, with nothing below: a list of names."""
    near = [i for i in (index - 1, index + 1) if styles.get(i) == styles[index]]
    return any(not holds[i] or i > index for i in near)


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


def may_name(page: Page, index: int) -> bool:
    """Could its words name a principle, as far as they alone tell?"""
    name = name_of(page.units[index])[0]
    return not page.out[index] and evidence.is_title(name) and not evidence.names_group(name)


def _competencies(page: Page, asks: Sequence[int]) -> bool:
    """Does what stands above the first question say that competencies are asked?"""
    first = asks[0] if asks[0] >= 0 else 0
    return any(evidence.speaks_of_competencies(unit.text) for unit in page.units[:first])


def _values_announced(page: Page, asks: Sequence[int]) -> bool:
    """Does a short line above the first question speak of values?"""
    first = asks[0] if asks[0] >= 0 else 0
    above = (u for u in page.units[:first] if not u.why and len(u.text) <= 160)
    return any(evidence.names_principles(unit.text) for unit in above)


def _no_topics(page: Page, members: Sequence[int]) -> bool:
    """Hardly one names a topic, and no two begin with the same word, as chapters do."""
    names = [name_of(page.units[i])[0] for i in members]
    topics = sum(_usual(n) or evidence.names_group(n) for n in names)
    return topics * 4 < len(names) and len({n.split(" ")[0] for n in names}) == len(names)


def _stated_alike(members: Sequence[int], stated: dict[int, tuple[float, bool]]) -> bool:
    """Most lines of a style have a line below that may be their statement."""
    with_one = sum(stated[i][0] >= 2 and stated[i][1] for i in members)
    return with_one >= 2 and with_one * 5 >= len(members) * 3


def _spelled_alike(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style are spelled as names are ("Own The Outcome"), and none as a group's."""
    names = sum(spelled_as_name(page, i) for i in members)
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
    others = [n for n in names if not _is_virtue(n)]
    named_ = len(names) - len(others)
    if named_:  # beside a virtue what urges is one, too
        named_ += sum(map(evidence.urges, others))
    return named_ >= 2 and named_ * 5 >= len(members) * 3


def _is_virtue(name: str) -> bool:
    return evidence.names_virtue(name) or bool(evidence.published(spelling.name_key(name)))


def _urging(page: Page, members: Sequence[int]) -> bool:
    """Most lines of a style urge, as values do, and hardly one names a topic: "Own the mess"."""
    names = [name_of(page.units[i])[0] for i in members]
    usual = sum(map(_usual, names))
    said = sum(map(evidence.urges, names))
    return said >= 2 and said * 5 >= len(members) * 3 and usual * 4 < len(members)


def _sentences(page: Page, members: Sequence[int]) -> list[int]:
    """Headings that are sentences with their stop, as most of their style: "Fast is better than slow."; no
    topic is."""
    headings = [i for i in members if page.units[i].kind is Kind.HEADING]
    told = [i for i in headings if page.units[i].text[-1] in ".。" and " " in page.units[i].text]
    return told if len(told) >= 3 and len(told) * 5 >= len(members) * 3 else []


def spelled_as_name(page: Page, index: int) -> bool:
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
