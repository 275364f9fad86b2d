"""Cases, principles and groups: the lines that hold others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ankigen import evidence, words
from ankigen.lines import Kind
from ankigen.reading import Account, Role
from ankigen.styles.lists import tight
from ankigen.styles.page import HEADERS, LISTS, ORDINAL, TEXT, Page, asked, named, rank, title

_KNOWN = frozenset(evidence.name_key(n) for n in words.KNOWN_PRINCIPLES)


def cases(page: Page) -> None:
    for index, unit in enumerate(page.units):
        if page.accounts[index] is not TEXT or unit.kind not in (
            Kind.TEXT, Kind.HEADING, Kind.BOLD, Kind.CAPS, Kind.BULLET, Kind.MARK
        ):  # fmt: skip
            continue
        if page.out[index] and page.out[index] != "notes on the side":
            continue
        if unit.verbatim or not evidence.case(title(unit)):
            continue
        page.accounts[index] = Account(Role.CASE, "label of a case")


def containers(page: Page) -> None:
    candidates = [i for i in range(len(page.units)) if _may_contain(page, i)]
    holds = {i: _holds(page, i, candidates) for i in candidates}
    parents = page.parents
    scores = {i: _principle_score(page, i, holds[i], parents[i]) for i in candidates}
    good: dict[str, list[int]] = defaultdict(list)
    for index in candidates:
        if scores[index] >= 3.5:
            good[page.keys[index]].append(index)
    for index in candidates:
        mates = good[page.keys[index]]
        sibling = (
            scores[index] >= 0.5 and holds[index] and mates and index > mates[0] and len(mates) >= 2
        )
        if scores[index] >= 3.5 or sibling:
            why = (
                "a short title, followed by a statement"
                if scores[index] >= 3.5
                else (f'{len(mates)} lines marked "{page.keys[index]}" are principles')
            )
            page.accounts[index] = Account(Role.PRINCIPLE, why)
        elif (
            holds[index]
            or page.units[index].kind is Kind.HEADING
            or page.units[index].kind is Kind.MARK
        ):
            page.accounts[index] = Account(
                Role.GROUP, page.out[index] or "a heading over questions"
            )
    _listed_principles(page)


def _may_contain(page: Page, index: int) -> bool:
    unit = page.units[index]
    if page.accounts[index] is not TEXT or unit.verbatim or not unit.text or unit.depth:
        return False
    if unit.kind is Kind.HEADING:
        return not evidence.beat(unit.text) and not _below_question(page, index)
    if unit.kind is Kind.CAPS:
        return not unit.indent
    if unit.kind is Kind.MARK:
        return page.marks[unit.mark] > 1
    if unit.kind is Kind.BOLD:
        return evidence.is_title(unit.text) and not evidence.beat(unit.text)
    if unit.kind is Kind.NUMBER and not unit.indent and not unit.quote:
        short = evidence.is_title(_inline_name(unit.text)) or len(unit.text) < 60
        return short and page.score[index] < 0.5 and not tight(page, index)
    return False


def _below_question(page: Page, index: int) -> bool:
    """A heading deeper than the question heading above it is part of that answer."""
    parent = page.parents[index]
    while parent >= 0:
        if asked(page, parent):
            return True
        parent = page.parents[parent]
    return False


def _inline_name(text: str) -> str:
    """ "**Own It**: who stays" -> "Own It"."""
    bold = re.match(r"(\*\*|__)(.+?)\1", text)
    return bold[2] if bold else evidence.split_gloss(text)[0]


def _holds(page: Page, index: int, candidates: Sequence[int]) -> bool:
    """Does a question or a case stand below it, before the next one of its style or a higher one?"""
    unit = page.units[index]
    level = rank(unit)
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if asked(page, other) or page.accounts[other].role is Role.CASE:
            if below.kind is Kind.HEADING and rank(below) <= level:
                return False
            return not page.out[other]
        if page.keys[other] == page.keys[index] and below.kind is unit.kind:
            return False
        if below.kind in HEADERS and rank(below) <= level and page.accounts[other] is TEXT:
            return False
    return False


def _principle_score(page: Page, index: int, holds: bool, parent: int) -> float:
    unit = page.units[index]
    name = _inline_name(title(unit))
    if not evidence.is_title(name) or page.out[index]:
        return -5.0
    score = -3.0 if evidence.names_group(name) else 0.0
    key_ = evidence.name_key(name)
    if any(key_ == evidence.name_key(p.name) for p in page.config.principles):
        score += 6
    elif named(page, name):
        score += 3
    if key_ in _KNOWN:
        score += 2.5
    weight, straight = _statement_weight(page, index)
    score += weight + 0.5 * straight
    if unit.kind is Kind.NUMBER or ORDINAL.match(unit.text):
        score += 1
    if name[:1].isupper() and len(name.split()) > 1:
        score += 1
    elif (
        evidence.split_gloss(title(unit))[1] or name.upper() == name.lower()
    ):  # or no capitals at all
        score += 1
    above = page.units[parent].text if parent >= 0 else ""
    if evidence.names_principles(above):
        score += 2
    if not holds and not evidence.names_principles(above):
        score -= 2.5 if key_ not in _KNOWN and not named(page, name) else 0.5
    if unit.kind is Kind.HEADING and _has_subheadings(page, index):
        score -= 4
    if unit.kind is Kind.HEADING and "value" in unit.tags:
        score += 1
    return score


def _has_subheadings(page: Page, index: int) -> bool:
    """Other headings than questions, cases and beats below it: it is a chapter."""
    level = page.units[index].level
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind is Kind.HEADING:
            if below.level <= level:
                return False
            if below.depth or evidence.beat(below.text) or _below_question(page, other):
                continue
            if page.accounts[other] is TEXT:
                return True
    return False


def _statement_weight(page: Page, index: int) -> tuple[float, bool]:
    """How much what stands right below a title looks like its statement, and whether a question or a
    case follows it straight away."""
    for other in range(index + 1, min(index + 4, len(page.units))):
        below = page.units[other]
        if below.why:
            continue
        if page.accounts[other] is not TEXT or below.verbatim:
            return 0.0, False
        if below.kind is not Kind.TEXT:
            return 0.0, False
        text = below.text
        whole = evidence.bare(text) != text or text[:1] in "(（_*/" or below.quote > 0
        if whole:
            return 2.5, _straight(page, other)
        if text[-1:] in ":：" or len(text) > 600:
            return 0.0, False
        plain = 2.0 if not (evidence.first_person(text) and len(text) > 160) else 1.0
        return plain, _straight(page, other)
    return 0.0, False


def _straight(page: Page, index: int) -> bool:
    """Does a question or a case follow the unit at `index` as the next thing said?"""
    for other in range(index + 1, min(index + 4, len(page.units))):
        role = page.accounts[other].role
        if role in (Role.QUESTION, Role.CASE):
            return True
        if role is not Role.IGNORED:
            return False
    return False


def _listed_principles(page: Page) -> None:
    """A list of short names below a line that speaks of values."""
    for index, unit in enumerate(page.units):
        if unit.why or not (
            unit.kind in HEADERS or (unit.text[-1:] in ":：" and len(unit.text) < 200)
        ):
            continue
        if asked(page, index) or not evidence.names_principles(unit.text):
            continue
        run = _run_below(page, index)
        short = [i for i in run if evidence.is_title(_inline_name(page.units[i].text))]
        if len(run) >= 2 and len(short) == len(run):
            for other in run:
                if page.accounts[other] is TEXT and page.score[other] < 0.5:
                    page.accounts[other] = Account(Role.PRINCIPLE, "in a list of principles")


def _run_below(page: Page, index: int) -> list[int]:
    run: list[int] = []
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind not in LISTS:
            if below.kind is Kind.TEXT and below.indent:
                continue
            break
        if run and below.indent > page.units[run[0]].indent:
            continue
        if run and page.keys[other] != page.keys[run[0]]:
            break
        run.append(other)
    return run
