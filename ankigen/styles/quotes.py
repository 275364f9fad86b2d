"""Quotations that ask."""

from __future__ import annotations

from ankigen import evidence
from ankigen.lines import Kind
from ankigen.styles.page import HEADERS, LISTS, Page, ask, gap_before, in_answer, labelled


def quotes(page: Page) -> None:
    if labelled(page):
        return
    members = [
        i for i in page.of[Kind.TEXT]
        if page.units[i].quote and not page.out[i] and not page.units[i].why
        and (i == 0 or not page.units[i - 1].quote or page.units[i].first - page.units[i - 1].last > 1
             or min(page.score[i - 1 : i + 1]) >= 0.5)
        and not _says_of_list(page, i)
    ]  # fmt: skip
    said = sum(page.score[i] >= 0.5 for i in members)
    least = 0.3 if said * 4 >= len(members) * 3 else 0.5
    if said >= 2 and said * 2 >= len(members):
        others = _quoted_alike(page, members) if said >= 4 and said * 3 >= len(members) * 2 else []
        sure = [i for i in members if page.score[i] >= least]
        for index in (*sure, *others):
            if not in_answer(page, index):
                ask(page, index, f"{said} of {len(members)} quoted paragraphs ask")


def _quoted_alike(page: Page, members: list[int]) -> list[int]:
    """Where each quoted line asks by itself, what asks in few words and what stands right below: "> Conflict
    in the crew", "> Who left?"."""
    found: list[int] = []
    for index in members:
        text, after = page.units[index].text, index + 1
        pair = after < len(page.units) and page.units[after].quote and not gap_before(page, after)
        short = len(text) < 60 and text[-1] not in ".:;," and page.score[index] < 0.3
        if pair and short and page.score[after] >= 0.5 and not page.out[after]:
            found += [index, after]
    return found


def _says_of_list(page: Page, index: int) -> bool:
    """Between a heading and a question that speaks to somebody: it says what all of these look for."""
    units, after = page.units, index + 1
    if not 0 < index < len(units) - 1 or units[index - 1].kind not in HEADERS:
        return False
    asks_on = units[after].kind in LISTS and page.score[after] >= 0.5
    return asks_on and not evidence.addressed(units[index].text)
