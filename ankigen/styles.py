"""Roles decided for styles of line, from the evidence of the whole document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ankigen import evidence, words
from ankigen.config import Config
from ankigen.lines import Kind
from ankigen.outline import MARKUP, Unit
from ankigen.reading import Account, Role
from ankigen.records import Principle

HEADERS = (Kind.HEADING, Kind.CAPS, Kind.BOLD, Kind.MARK)
LISTS = (Kind.BULLET, Kind.NUMBER, Kind.LETTER)
TEXT = Account(Role.ANSWER, "text")  # for now: what stands above decides whose text it is

_ORDINAL = re.compile(
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[IVX]{1,4})(?:[.)、．:：](?!\d)|\s+(?=[A-Z]))\s*"
)
_EXPLAINED = re.compile(r"(\*\*|__)[^*_]{2,40}\1[ \t]*[:：–—-]|(\*\*|__)[^*_]{2,40}[:：]\2")
_LINK_ONLY = re.compile(r"!?\[[^\]]*\]\([^)]*\)[\W_]*$|https?://\S+$")


@dataclass(slots=True)
class Page:
    """A document under decision: its units, how each asks, what is left out, what each was taken for."""

    units: Sequence[Unit]
    config: Config
    names: frozenset[str] = frozenset()  # keys of the names that tags and the configuration give
    score: list[float] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)  # the heading above each unit, -1 without
    answers: list[bool] = field(default_factory=list)  # stands below a heading that asks
    out: list[str] = field(default_factory=list)  # why a unit can be no question; '' where it can
    accounts: list[Account] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
    thin: list[tuple[int, str, str, str]] = field(default_factory=list)  # unit, style, taken, other


def title(unit: Unit) -> str:
    """The words of a heading without its number."""
    found = _ORDINAL.match(unit.text)
    return unit.text[found.end() :] if found and found.end() < len(unit.text) else unit.text


def key(unit: Unit) -> str:
    """The name of a unit's style: what a line of it begins with, and how deep."""
    kind = unit.kind
    if kind is Kind.HEADING or kind is Kind.MARK:
        return unit.mark
    if kind in LISTS:
        mark = "1." if kind is Kind.NUMBER and unit.mark != "I." else unit.mark
        deep = (
            "" if not unit.indent else " " * (2 if unit.indent < 4 else 4 if unit.indent < 8 else 8)
        )
        return deep + (">" if unit.quote else "") + mark
    if kind is Kind.TEXT:
        return ">" if unit.quote else "text"
    return _KIND_KEYS.get(kind, "text")


_KIND_KEYS = {
    Kind.BOLD: "bold", Kind.CAPS: "CAPS", Kind.TAG: "<summary>", Kind.ROW: "|", Kind.ASK: "Q:",
    Kind.REPLY: "A:",
}  # fmt: skip


def decide(units: Sequence[Unit], config: Config) -> Page:
    """What every unit was taken for. Only structure is settled here (principle, group, question,
    case, ignored); all else is `TEXT`."""
    page = Page(units, config)
    page.score = [_score(u) for u in units]
    page.keys = [key(u) for u in units]
    page.parents = _parents(units)
    page.marks = Counter(u.mark for u in units if u.kind is Kind.MARK)
    page.answers = [False] * len(units)
    page.out = ["" if not u.verbatim else "code" for u in units]
    page.accounts = [Account(Role.IGNORED, u.why) if u.why else TEXT for u in units]
    _leave_out(page)
    _configured(page)
    page.names = _names(page)
    for step in (_labelled, _headings, _enclose, _tables, _quotes, _lists, _bare):
        step(page)
    _cases(page)
    _containers(page)
    return page


def _score(unit: Unit) -> float:
    if not _may_ask(unit):
        return 0.0
    # "**Small Steps**: who divides the work?" explains a name
    return evidence.asks(unit.text) * (0.3 if _EXPLAINED.match(unit.text) else 1.0)


def _may_ask(unit: Unit) -> bool:
    if unit.why or unit.verbatim or len(unit.text) > 700:
        return False
    if unit.kind is Kind.TEXT and unit.indent and not unit.quote:
        return len(unit.text) < 300
    return True


# --- left out ---


def _leave_out(page: Page) -> None:
    total = sum(page.score) or 1.0
    for index, unit in enumerate(page.units):
        if page.out[index] or unit.why:
            continue
        if unit.kind in LISTS and _LINK_ONLY.match(unit.text):
            page.out[index] = "a link"
            continue
        if not _header_like(page, index):
            continue
        words_ = evidence.tails(title(unit))[0]
        if evidence.own_questions(unit.text):
            end, why = _section_end(page, index), "questions for the interviewer"
        elif evidence.no_questions(words_) and not _is_question(page, index):
            end, why = _next_header(page, index), "notes on the side"
        else:
            continue
        if sum(page.score[index:end]) > 0.6 * total and total > 3:
            continue  # nearly everything stands below it: it is the title of the notes
        for other in range(index, end):
            page.out[other] = page.out[other] or why


def _is_question(page: Page, index: int) -> bool:
    return page.score[index] >= 0.9 and page.units[index].text.rstrip()[-1:] in "?？"


def _header_like(page: Page, index: int) -> bool:
    """Could this unit stand over others?"""
    unit = page.units[index]
    if unit.kind is Kind.MARK and page.marks[unit.mark] < 2:
        return False
    if unit.kind in HEADERS or unit.mark == "<summary>":
        return len(unit.text) <= 90 and unit.text[-1:] not in ".。"
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    if after is None:
        return False
    if unit.kind is Kind.NUMBER:
        return after.kind in LISTS and after.kind is not Kind.NUMBER and not unit.indent
    if (
        unit.kind is not Kind.TEXT
        or unit.quote
        or len(unit.text) > 90
        or not _gap_before(page, index)
    ):
        return False
    follows = after.kind in LISTS or after.kind in (Kind.ASK, Kind.ROW)
    lone = after.first - unit.last > 1 and unit.text[-1:] not in ".!。！"
    return (unit.text[-1:] in ":：" and (follows or lone)) or (
        follows and unit.text[-1:] not in ".!。！?？"
    )


def _gap_before(page: Page, index: int) -> bool:
    return index == 0 or page.units[index].first - page.units[index - 1].last > 1


def rank(unit: Unit) -> int:
    """How high a unit stands; smaller is higher."""
    if unit.kind is Kind.HEADING:
        return unit.level
    return {Kind.CAPS: 10, Kind.MARK: 10, Kind.NUMBER: 11, Kind.BOLD: 12}.get(unit.kind, 13)


def _section_end(page: Page, index: int) -> int:
    unit = page.units[index]
    if unit.mark == "<summary>":
        return next(
            (i for i in range(index + 1, len(page.units)) if page.units[i].depth < unit.level
             or (page.units[i].mark == "<summary>" and page.units[i].level <= unit.level)),
            len(page.units),
        )  # fmt: skip
    level = rank(unit)
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if (
            below.kind in HEADERS
            and rank(below) <= level
            and (below.kind is not Kind.BOLD or level == 12)
        ):
            return other
        numbered = below.kind is Kind.NUMBER and unit.kind is Kind.NUMBER
        if numbered and below.level == unit.level + 1 and page.score[other] < 0.5:
            return other
    return len(page.units)


def _next_header(page: Page, index: int) -> int:
    unit = page.units[index]
    for other in range(index + 1, len(page.units)):
        below = page.units[other]
        if below.kind in (Kind.HEADING, Kind.CAPS, Kind.MARK) or below.mark == "<summary>":
            if (
                below.kind is Kind.HEADING
                and unit.kind is Kind.HEADING
                and below.level > unit.level
            ):
                if not evidence.beat(below.text):
                    return other
                continue
            return other
        plain = unit.kind is not Kind.HEADING or unit.level == 1 or unit.mark[0] != "#"
        if (
            plain
            and below.kind is Kind.NUMBER
            and _gap_before(page, other)
            and evidence.is_title(below.text)
        ):
            return other
    return len(page.units)


# --- what the configuration settles ---


def _configured(page: Page) -> None:
    rules = {rule.style: rule.role for rule in page.config.roles}
    wild = page.config.ignore
    given = {evidence.name_key(n) for p in page.config.principles for n in (p.name, *p.aliases)}
    if not rules and not wild and not given:
        return
    for index, unit in enumerate(page.units):
        if unit.why:
            continue
        pattern = next((p for p in wild if _matches(p, unit)), None)
        if pattern is not None:
            end = _section_end(page, index) if unit.kind in HEADERS else index + 1
            for other in range(index, end):
                page.accounts[other] = Account(Role.IGNORED, f'ignore: "{pattern}"')
                page.out[other] = "ignored by the configuration"
            continue
        short = given and len(unit.text) < 90 and unit.kind is not Kind.ROW
        if short and evidence.name_key(evidence.split_gloss(title(unit))[0]) in given:
            page.accounts[index] = Account(Role.PRINCIPLE, "a principle of the configuration")
            continue
        for style in _style_names(page.keys[index], unit):
            role = rules.get(style)
            if role is not None and page.accounts[index].role is not Role.IGNORED:
                page.accounts[index] = Account(role, f'roles: "{style}" is {role.value}')
                page.out[index] = "settled by the configuration"


def _matches(pattern: str, unit: Unit) -> bool:
    text, wanted = evidence.bare(unit.text).casefold(), pattern.strip().casefold()
    inner = wanted.strip("*")
    if wanted.startswith("*") and wanted.endswith("*") and len(wanted) > 1:
        return inner in text
    if wanted.endswith("*"):
        return text.startswith(inner)
    if wanted.startswith("*"):
        return text.endswith(inner)
    return text == wanted or f"{unit.mark} {text}".strip() == wanted


def _style_names(style: str, unit: Unit) -> tuple[str, ...]:
    """The names under which a writer may give this style in `roles`."""
    plain = style.strip()
    return (style, style + " ", plain, plain + " ") if unit.kind is not Kind.TEXT else (style,)


def _names(page: Page) -> frozenset[str]:
    found: set[str] = set()
    for principle in page.config.principles:
        found.update(evidence.name_key(n) for n in (principle.name, *principle.aliases))
    for index, unit in enumerate(page.units):
        if page.score[index] < 0.5 and unit.kind is not Kind.HEADING:
            continue
        for tail in evidence.tails(unit.text)[1]:
            inner = re.sub(r"^(?:principles?|values?)\s*[:：]\s*", "", tail.words, flags=re.I)
            if 0 < len(inner) < 120:
                found.add(evidence.name_key(inner))
    for unit in page.units:
        if unit.kind is Kind.ROW and len(unit.cells) > 2:
            found.update(evidence.name_key(c) for c in unit.cells if c and len(c) < 50)
    return frozenset(found)


def named(page: Page, name: str) -> bool:
    """Is `name` among the names that tags give, alone or in a list of them?"""
    wanted = evidence.name_key(name)
    if not wanted:
        return False
    return wanted in page.names or any(
        f" {wanted} " in f" {n} " for n in page.names if len(wanted) > 4
    )


# --- questions ---


def _ask(page: Page, index: int, why: str) -> None:
    if page.accounts[index] is TEXT and not page.out[index]:
        page.accounts[index] = Account(Role.QUESTION, why)


def asked(page: Page, index: int) -> bool:
    return page.accounts[index].role is Role.QUESTION


def _labelled(page: Page) -> None:
    """Q: and A: mean what they say; without a second one it takes an answer's label to be sure."""
    asks = [i for i, u in enumerate(page.units) if u.kind is Kind.ASK and not page.out[i]]
    replies = sum(u.kind is Kind.REPLY for u in page.units)
    if len(asks) >= 2 or (asks and replies):
        for index in asks:
            _ask(page, index, f'{len(asks)} lines labelled "Q:"')


def labelled(page: Page) -> bool:
    return any(u.kind is Kind.ASK and asked(page, i) for i, u in enumerate(page.units))


def _headings(page: Page) -> None:
    """Headings, bold lines, lines in capitals, summaries: a style asks when half of its lines do."""
    if labelled(page):
        return
    groups: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(page.units):
        if (unit.kind in HEADERS or unit.mark == "<summary>") and not page.out[index]:
            if unit.why or not unit.text or evidence.beat(unit.text) or evidence.case(title(unit)):
                continue
            if unit.mark == "<summary>" and unit.level > 1:
                continue
            groups[page.keys[index]].append(index)
    parents = page.parents
    for style, members in groups.items():
        total = sum(page.score[i] for i in members)
        strict = page.units[members[0]].kind in (Kind.BOLD, Kind.MARK)
        if total * 2 >= len(members) and not (strict and len(members) < 2 and total < 1):
            said = sum(page.score[i] >= 0.5 for i in members)
            repeated = Counter(page.units[i].text for i in members)
            local = _silent_sections(page, members, parents)
            if said * 4 < len(members) * 3 and len(members) > 1:
                page.thin.append((members[0], style, "question", "group"))
            for index in members:
                if index in local or (
                    repeated[page.units[index].text] > 1 and page.score[index] < 0.5
                ):
                    continue
                _ask(page, index, f'{said} of {len(members)} lines marked "{style}" ask')
        else:
            for index in members:
                if _stands_alone(page, index):
                    _ask(page, index, "a heading that asks")


def _parents(units: Sequence[Unit]) -> list[int]:
    """For each unit the index of the heading (or repeated mark) above it, -1 where there is none."""
    stack: list[int] = []
    found: list[int] = []
    for index, unit in enumerate(units):
        header = unit.kind is Kind.HEADING or unit.kind is Kind.MARK
        if header:
            while stack and rank(units[stack[-1]]) >= rank(unit):
                stack.pop()
        found.append(stack[-1] if stack else -1)
        if header:
            stack.append(index)
    return found


def _silent_sections(page: Page, members: list[int], parents: list[int]) -> set[int]:
    """Members below a heading where not one of three or more asks: there the style says other things."""
    by_parent: dict[int, list[int]] = defaultdict(list)
    for index in members:
        by_parent[parents[index]].append(index)
    silent: set[int] = set()
    for parent, inside in by_parent.items():
        most = sum(page.score[i] < 0.3 for i in inside)
        title_like = sum(evidence.is_title(page.units[i].text) for i in inside)
        named_ = sum(named(page, evidence.split_gloss(title(page.units[i]))[0]) for i in inside)
        if (
            most == len(inside)
            and title_like == most
            and ((len(inside) >= 3 and len(by_parent) > 1) or named_ * 2 > len(inside))
        ):
            silent.update(inside)
        if (
            parent >= 0
            and evidence.names_principles(page.units[parent].text)
            and most * 2 > len(inside)
        ):
            silent.update(i for i in inside if page.score[i] < 0.3)
    return silent


def _stands_alone(page: Page, index: int) -> bool:
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
    return not (unit.kind is Kind.HEADING and unit.level == 1 and index == _first_heading(page))


def _first_heading(page: Page) -> int:
    return next((i for i, u in enumerate(page.units) if u.kind is Kind.HEADING), -1)


# --- tables ---

_COLUMNS: tuple[tuple[str, str], ...] = (
    ("question", r"questions?\b|prompt|asked\b|^ask|问题|题目|質問|질문|pregunta|pergunta|frage"),
    ("principle", r"values?\b|principles?\b|competenc|trait|quality|tests?\b|probes|signal|theme"
     r"|价值|原则|価値|原則|가치|원칙|valor|principio|princípio|wert|prinzip|valeur|principe"),
    ("answer", r"story|stories|answers?\b|responses?\b|example|what i say|notes?\b|回答|答案|故事|答え"
     r"|답변|이야기|respuesta|resposta|historia|história|antwort|geschichte|réponse|histoire"),
)  # fmt: skip


def columns(header: Sequence[str]) -> tuple[str, ...]:
    """The role of each column by its heading: question, principle, answer, a beat, or ''."""
    found: list[str] = []
    for cell in header:
        plain = evidence.bare(cell)
        label = evidence.beat(plain)
        role = next((r for r, p in _COLUMNS if re.search(p, plain, re.I)), "")
        if label is not None and label.at == len(plain):
            role = label.name
        found.append(role if role not in found or role in ("answer", "principle") else "")
    return tuple(found)


def table_spans(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """First and last unit of every table."""
    spans: list[tuple[int, int]] = []
    for index, unit in enumerate(units):
        if unit.kind is not Kind.ROW:
            continue
        if spans and spans[-1][1] == index - 1 and unit.first - units[index - 1].last == 1:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def _tables(page: Page) -> None:
    for first, last in table_spans(page.units):
        roles = table_columns(page, first, last)
        if "question" not in roles:
            continue
        column = roles.index("question")
        page.accounts[first] = Account(Role.IGNORED, "header of a table")
        for index in range(first + 1, last + 1):
            cells = page.units[index].cells
            if len(cells) > column and cells[column]:
                _ask(page, index, f'cell below "{page.units[first].cells[column]}"')


def table_columns(page: Page, first: int, last: int) -> tuple[str, ...]:
    """Column roles of a table; without a heading that says so, the column in which most cells ask."""
    header = page.units[first].cells
    roles = columns(header)
    if "question" in roles:
        return roles
    rows = [u.cells for u in page.units[first + 1 : last + 1] if u.cells]
    for column in range(len(header)):
        cells = [r[column] for r in rows if len(r) > column and r[column]]
        if len(cells) >= 2 and sum(map(evidence.asks, cells)) >= 0.6 * len(cells):
            return (*roles[:column], "question", *roles[column + 1 :])
    return ()


# --- quotes, lists, bare lines ---


def _quotes(page: Page) -> None:
    if labelled(page):
        return
    members = [
        i for i, u in enumerate(page.units)
        if u.quote and u.kind is Kind.TEXT and not page.out[i] and not u.why
        and (i == 0 or not page.units[i - 1].quote or page.units[i].first - page.units[i - 1].last > 1)
    ]  # fmt: skip
    said = sum(page.score[i] >= 0.5 for i in members)
    if said >= 2 and said * 2 >= len(members):
        for index in members:
            if page.score[index] >= 0.5 and not _in_answer(page, index):
                _ask(page, index, f"{said} of {len(members)} quoted paragraphs ask")


def _enclose(page: Page) -> None:
    """Which units stand below a heading that asks, or in its <details>."""
    owner: Unit | None = None
    for index, unit in enumerate(page.units):
        if owner is not None and owner.mark == "<summary>" and unit.depth < owner.level:
            owner = None
        page.answers[index] = owner is not None
        if unit.mark == "<summary>" or unit.kind in (Kind.HEADING, Kind.CAPS, Kind.BOLD):
            if asked(page, index):
                owner = unit
            elif unit.kind is Kind.HEADING and not (
                owner is not None and owner.mark == "<summary>"
            ):
                owner = None
        elif owner is not None and _opens_section(page, index):
            owner = None


def _in_answer(page: Page, index: int) -> bool:
    return page.answers[index]


def _opens_section(page: Page, index: int) -> bool:
    """A numbered title that stands alone over text: the answer above it has ended."""
    unit = page.units[index]
    if unit.kind is not Kind.NUMBER or unit.indent or unit.quote or page.score[index] >= 0.5:
        return False
    after = page.units[index + 1] if index + 1 < len(page.units) else None
    alone = after is None or after.kind is not Kind.NUMBER
    return (
        alone
        and _gap_before(page, index)
        and evidence.is_title(unit.text)
        and not _tight(page, index)
    )


def _lists(page: Page) -> None:
    if labelled(page):
        return
    runs: list[list[int]] = []
    for index, unit in enumerate(page.units):
        if unit.kind not in LISTS or page.out[index] or unit.why:
            continue
        if evidence.beat(unit.text) or page.accounts[index] is not TEXT:
            continue
        if runs and page.keys[runs[-1][0]] == page.keys[index] and _same_run(page, runs, index):
            runs[-1].append(index)
        else:
            runs.append([index])
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for run in runs:
        weight = sums[page.keys[run[0]]]
        weight[0] += sum(page.score[i] for i in run)
        weight[1] += len(run)
    for run in runs:
        style = page.keys[run[0]]
        said, count = sums[style]
        if _run_asks(page, run, said / count, count):
            _ask_run(page, run, style, said, count)


def _same_run(page: Page, runs: list[list[int]], index: int) -> bool:
    """No heading and no list of another mark between the two, at the same depth."""
    last = runs[-1][-1]
    for other in range(last + 1, index):
        between = page.units[other]
        if between.kind in HEADERS or between.mark == "<summary>":
            return False
        if between.kind in LISTS and between.indent <= page.units[index].indent:
            return False
    return True


def _run_asks(page: Page, run: list[int], overall: float, count: float) -> bool:
    mean = sum(page.score[i] for i in run) / len(run)
    if _in_answer(page, run[0]) and page.units[run[0]].depth:
        return False
    if _in_answer(page, run[0]):
        spoken = sum(evidence.addressed(page.units[i].text) for i in run)
        return mean >= 0.8 and overall >= 0.35 and spoken * 5 >= len(run) * 4
    if page.units[run[0]].indent >= 2 and mean < 0.75:
        return False
    return mean >= 0.5 or (overall >= 0.6 and mean >= 0.25 and count >= 4)


def _ask_run(page: Page, run: list[int], style: str, said: float, count: float) -> None:
    mean = sum(page.score[i] for i in run) / len(run)
    asking = sum(page.score[i] >= 0.5 for i in run)
    overall = said / count
    if mean < 0.75 and len(run) > 2:
        page.thin.append((run[0], style.strip(), "question", "answer"))
    for index in run:
        text = page.units[index].text
        spoken = evidence.first_person(text) or text[-1:] in ".。" or len(text) > 160
        if page.score[index] < 0.2 and mean < 0.75 and spoken and overall < 0.75:
            continue
        if evidence.case(text):
            continue
        _ask(page, index, f'{asking} of {len(run)} lines marked "{style.strip()}" ask')


def _bare(page: Page) -> None:
    """Lines without any mark: each has to ask by itself."""
    if labelled(page):
        return
    kinds = Counter(page.units[i].kind for i in range(len(page.units)) if asked(page, i))
    if kinds.keys() & {Kind.HEADING, Kind.TAG, Kind.BOLD} and not kinds.keys() & set(LISTS):
        return
    paragraphs = _paragraphs(page)
    found = [i for p in paragraphs for i in _bare_alone(page, p)]
    marked = sum(kinds.values())
    if (
        len(found) < marked or kinds[Kind.HEADING]
    ):  # the mark is the rule, the bare line the exception
        found = [i for p in paragraphs for i in _bare_marked(page, p)]
    for index in found:
        _ask(page, index, f"{len(found)} lines without a mark ask")
    if len(found) == 1 and not marked:
        page.thin.append((found[0], "text", "question", "answer"))


def _paragraphs(page: Page) -> list[list[int]]:
    """Runs of text at one depth without a blank line between."""
    found: list[list[int]] = []
    for index, unit in enumerate(page.units):
        if unit.kind is not Kind.TEXT or unit.quote or unit.why or unit.verbatim:
            continue
        above = found[-1][-1] if found else -2
        if (
            above == index - 1
            and not _gap_before(page, index)
            and page.units[above].indent == unit.indent
        ):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _asks_alone(page: Page, index: int) -> bool:
    text = page.units[index].text
    if page.out[index] or page.score[index] < 0.8 or len(text) > 300 or evidence.beat(text):
        return False
    return evidence.opens(text) and not evidence.case(text)


def _bare_marked(page: Page, paragraph: list[int]) -> list[int]:
    """Beside a marked style: a paragraph of its own that speaks to somebody, with text below it."""
    first = paragraph[0]
    unit = page.units[first]
    if unit.indent or unit.depth or not any(asked(page, i) for i in range(first)):
        return []
    apart = _gap_before(page, first) or asked(page, first - 1)
    if len(paragraph) > 1 or not _asks_alone(page, first) or not apart:
        pure = all(
            _asks_alone(page, i) and evidence.addressed(page.units[i].text) for i in paragraph
        )
        return paragraph if pure and len(paragraph) > 1 and not _in_answer(page, first) else []
    if (not evidence.addressed(unit.text) and page.score[first] < 0.9) or _in_answer(page, first):
        return []
    after = page.units[first + 1] if first + 1 < len(page.units) else None
    return paragraph if after is None or after.first - unit.last > 1 else []


def _bare_alone(page: Page, paragraph: list[int]) -> list[int]:
    """The only style there is: paragraphs of questions, or a question and its answer below."""
    asking = [_asks_alone(page, i) for i in paragraph]
    if all(asking):
        return paragraph
    if asking[0]:
        clean = [i for i, a in zip(paragraph, asking, strict=True) if a]
        more = [i for i in clean[1:] if evidence.addressed(page.units[i].text)]
        return [paragraph[0], *more]
    tail = 0
    while tail < len(asking) and asking[-1 - tail]:
        tail += 1
    first = paragraph[0]
    above = page.units[first - 1] if first else None
    below_header = (
        above is not None
        and not _gap_before(page, first)
        and (above.kind in HEADERS or above.kind is Kind.NUMBER)
    )
    return paragraph[-tail:] if tail >= 2 or (tail and below_header) else []


# --- cases ---


def _cases(page: Page) -> None:
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


# --- principles and groups ---


def _containers(page: Page) -> None:
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
        return short and page.score[index] < 0.5 and not _tight(page, index)
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


def _tight(page: Page, index: int) -> bool:
    """A numbered list that starts right below a question or its text, item upon item."""
    units = page.units
    first = index
    while (
        first > 0
        and units[first - 1].kind is Kind.NUMBER
        and page.keys[first - 1] == page.keys[index]
    ):
        if units[first].first - units[first - 1].last > 1 or page.score[first - 1] >= 0.5:
            break
        first -= 1
    last = index
    while last + 1 < len(units) and page.keys[last + 1] == page.keys[index]:
        if units[last + 1].first - units[last].last > 1 or units[last + 1].kind is not Kind.NUMBER:
            break
        last += 1
    if first == last:
        return False
    above = first - 1
    if above < 0 or units[first].first - units[above].last > 2:
        return False
    return asked(page, above) or units[above].kind in (Kind.TEXT, Kind.REPLY)


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
    if unit.kind is Kind.NUMBER or _ORDINAL.match(unit.text):
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


_KNOWN = frozenset(evidence.name_key(n) for n in words.KNOWN_PRINCIPLES)


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


__all__ = ["HEADERS", "LISTS", "MARKUP", "TEXT", "Page", "Principle", "decide"]
