"""Tables whose cells ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from ankigen import evidence, spelling
from ankigen.lines import Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.reading import Account, Role
from ankigen.styles.page import ASIDE, SAID, Page, ask, named

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("question", late(r"questions?\b|prompt|\bask(?:s|ed)?\b|^q$|问题|题目|質問|질문|pregunta|pergunta|frage", re.I)),
    ("principle", late(
     r"\blps?\b|values?\b|principles?\b|competenc|trait|quality|tests?\b|probes|signal|theme"
     r"|价值|原则|価値|原則|가치|원칙|valor|principio|princípio|wert|prinzip|valeur|principe", re.I)),
    ("answer", late(
     r"story|stories|answers?\b|responses?\b|example|what i say|go-to|notes?\b|\bmine\b|回答|答案|故事|答え|(?<![会])話$|エピソード|経験|メモ|我的"
     r"|답변|이야기|경험|respuesta|resposta|historia|história|antwort|geschichte|réponse|histoire|\bmeins\b|\bm[ií]o\b|\bmeu\b"
     r"|\bmoi\b", re.I)),
)  # fmt: skip


_QUESTION = late(
    r"(?:\W*the )?(?:interview )?questions?\b|问题|题目|質問|질문|preguntas?\b|perguntas?\b|fragen?\b",
    re.I,
)
_LINK = late(r"!?\[[^\]]*\]\([^)]*\)\W*$")


_TIME = late(r"\d{1,2}[:：.h]\d{2}\b|\d{1,2} ?(?:am|pm|uhr|h|時|点|시)\b", re.I)


def columns(header: Sequence[str]) -> tuple[str, ...]:
    """The role of each column by its heading: question, principle, answer, a beat, or ''."""
    found: list[str] = []
    named = any(_QUESTION.match(spelling.bare(cell)) for cell in header)
    for cell in header:
        plain = spelling.bare(cell)
        label = evidence.beat(plain)
        role = next((r for r, p in _COLUMNS if p.search(plain)), "") if plain else ""
        if role == "question" and named and not _QUESTION.match(plain):
            role = ""  # "Asked", beside a column of questions
        if label is not None and label.at == len(plain):
            role = label.name
        found.append(role if role not in found or role in ("answer", "principle") else "")
    return tuple(found)


def table_spans(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """First and last unit of every table."""
    spans: list[tuple[int, int]] = []
    row = Kind.ROW
    for index in [i for i, unit in enumerate(units) if unit.kind is row]:
        if spans and spans[-1][1] == index - 1 and units[index].first - units[index - 1].last == 1:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def tables(page: Page) -> None:
    for first, last in table_spans(page.units):
        roles = table_columns(page, first, last)
        if "question" not in roles:
            _principle_rows(page, first, last)
            continue
        column = roles.index("question")
        page.accounts[first] = Account(Role.IGNORED, "header of a table")
        for index in range(first + 1, last + 1):
            cells = page.units[index].cells
            if len(cells) > column and cells[column]:
                page.out[index] = "" if page.out[index] in SAID else page.out[index]
                ask(page, index, f'cell below "{page.units[first].cells[column]}"')


def _principle_rows(page: Page, first: int, last: int) -> None:
    """A table whose first column holds values and whose others explain them."""
    if page.out[first] or page.answers[first] or (first and page.score[first - 1] >= 0.5):
        return
    header, *rows = (page.units[i] for i in range(first, last + 1))
    if _names_given(page, first, last):
        return
    if not 2 <= len(header.cells) <= 3 or not rows or columns(header.cells)[0] != "principle":
        return
    told = [i for i in range(first + 1, last + 1) if page.units[i].cells and not page.units[i].why]
    names = [page.units[i].cells[0] for i in told]
    if (
        set(columns(header.cells)[1:]) != {""}
        or len(names) < 2
        or not all(map(evidence.is_title, names))
    ):
        return
    page.accounts[first] = Account(Role.IGNORED, "header of a table")
    for index, name in zip(told, names, strict=True):
        page.listed[index] = (spelling.bare(name),)


def _names_given(page: Page, first: int, last: int) -> bool:
    """Two columns, and in the first one names that questions give, in the row at the head too or in half
    of the others: each row says what one of them means."""
    rows = [i for i in range(first, last + 1) if page.units[i].cells and not page.units[i].why]
    names = [spelling.bare(page.units[i].cells[0]) for i in rows if len(page.units[i].cells) == 2]
    given = [spelling.name_key(name) in page.tagged for name in names]
    if len(names) < len(rows) or sum(given) < 2:
        return False
    headed = not given[0]
    if headed:
        if sum(given) * 2 < len(given) - 1 or _asks_or_tells(page.units[first].cells):
            return False
        page.accounts[first] = Account(Role.IGNORED, "header of a table")
        rows, names = rows[1:], names[1:]
    for index, name in zip(rows, names, strict=True):
        if evidence.is_title(name) and (headed or page.units[index].cells[1]):
            page.listed[index] = (name,)
    return True


def _asks_or_tells(header: Sequence[str]) -> bool:
    return not {"question", "answer"}.isdisjoint(columns(header))


def merges_principles(rows: Sequence[Unit], roles: Sequence[str]) -> bool:
    """Did one cell stand over several rows? Its column stands before the questions, and no two rows
    in a row repeat what it says."""
    if "principle" not in roles or roles.index("principle") > roles.index("question"):
        return False
    column = roles.index("principle")
    told = [r.cells[column].casefold() for r in rows if len(r.cells) > column and r.cells[column]]
    return all(a != b for a, b in pairwise(told))


def table_columns(page: Page, first: int, last: int) -> tuple[str, ...]:
    """Column roles of a table that asks; () for any other. Without a heading that says so, the column
    in which most cells ask."""
    header = page.units[first].cells
    rows = [u.cells for u in page.units[first + 1 : last + 1] if u.cells]
    roles = columns(header)
    told = {r for r in roles if r}
    if page.out[first] in ASIDE and not (
        page.out[first] in SAID and "question" in told and len(told) > 1
    ):
        return ()  # one whose columns are "Question" and "Story" asks even below "My questions"
    if "question" in roles[1:] and _grid_of_beats(rows):
        return ()  # "| A | What did you do? |" says how to tell it
    if "question" not in roles:
        roles = _asking_column(roles, rows, small=page.small)
    if "question" not in roles:
        return ()
    asking = _column(rows, roles.index("question"))
    if sum(bool(_LINK.match(c)) for c in asking) * 2 > len(asking):
        return ()  # a table of contents
    if sum(not any(map(str.isalpha, c)) for c in asking) * 2 > len(asking):
        return ()  # how many there are
    return _by_content(page, roles, rows)


def _column(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [r[column] for r in rows if len(r) > column and r[column]]


def _asking_column(
    roles: tuple[str, ...], rows: Sequence[Sequence[str]], *, small: bool
) -> tuple[str, ...]:
    if sum(bool(_TIME.match(c)) for c in _column(rows, 0)) * 2 > len(rows):
        return ()  # the order of a day
    if _grid_of_beats(rows):
        return ()
    for column in range(len(roles)):
        cells = _column(rows, column)
        # exactly: where all ask in small letters, the sum stands at the limit
        if len(cells) >= 2 and fsum(map(evidence.asks, cells)) >= 0.6 * len(cells):
            if not small and not any(map(evidence.addressed, cells)) and _in_small(cells):
                continue  # "| 9:00 | the boss | who is on shift? |": asked of nobody
            return (*roles[:column], "question", *roles[column + 1 :])
    return ()


def _sorts(cells: Sequence[str], rows: int) -> bool:
    """Short names in most rows, some of them again and again, and a virtue among them?"""
    said = {c.casefold() for c in cells}
    virtue = any(map(evidence.names_virtue, said))
    short = all(len(c) <= 40 for c in cells) and len(cells) * 4 >= rows * 3
    return short and virtue and 2 <= len(said) < len(cells)


def _grid_of_beats(rows: Sequence[Sequence[str]]) -> bool:
    """Does the first column name beats, in full or by their letters?"""
    cells = [re.sub(r"[*_]", "", c) for c in _column(rows, 0)]
    beats = sum(evidence.beat(c) is not None or evidence.beat(c + ":") is not None for c in cells)
    return beats * 2 > len(cells)


def _in_small(cells: Sequence[str]) -> bool:
    """Do most begin with a small letter?"""
    return sum(c.lstrip("¿¡")[:1].islower() for c in cells) * 2 > len(cells)


def _by_content(
    page: Page, roles: tuple[str, ...], rows: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Columns whose headings say nothing: one of known names holds principles, the one with the
    longest texts the answers."""
    found = list(roles)
    free = [c for c, role in enumerate(roles) if not role]
    if "principle" not in roles:
        for column in free:
            cells = [c for c in _column(rows, column) if len(c) > 3 and evidence.is_title(c)]
            known = sum(named(page, c) and spelling.name_key(c) not in page.once for c in cells)
            if len(cells) >= 2 and (known * 3 >= len(cells) * 2 or _sorts(cells, len(rows))):
                found[column] = "principle"
                break
    if set(found) <= {"", "question", "principle"}:
        lengths = {c: sum(map(len, _column(rows, c))) for c in free if not found[c]}
        longest = max(lengths, key=lambda c: lengths[c], default=None)
        if longest is not None and lengths[longest] > 20 * max(len(rows) // 2, 1):
            found[longest] = "answer"
    return tuple(found)
