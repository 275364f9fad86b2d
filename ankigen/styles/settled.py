"""What the configuration settles, and the names that it and the tags give."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest

from ankigen import evidence, spelling
from ankigen.lines import SPACE, Kind
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.reading import Account, Role
from ankigen.styles.aside import section_end
from ankigen.styles.page import HEADERS, Page, title
from ankigen.styles.tables import columns, table_spans


def configured(page: Page) -> None:
    rules = {rule.style: rule.role for rule in page.config.roles}
    wild = page.config.ignore
    given = {spelling.name_key(n) for p in page.config.principles for n in (p.name, *p.aliases)}
    if not rules and not wild and not given:
        return
    known = {name for i, key in enumerate(page.keys) for name in _style_names(key, page.units[i])}
    lines = [name for name in rules if name not in known]  # single lines, as "## Odds and ends"
    for index, unit in enumerate(page.units):
        if unit.why:
            continue
        pattern = next((p for p in wild if _matches(p, unit)), None)
        if pattern is not None:
            page.used.add(("ignore", pattern))
            end = section_end(page, index) if unit.kind in HEADERS else index + 1
            for other in range(index, end):
                page.accounts[other] = Account(Role.IGNORED, f'ignore: "{pattern}"')
                page.out[other] = "ignored by the configuration"
            continue
        short = given and len(unit.text) < 90 and unit.kind is not Kind.ROW
        if short and spelling.name_key(spelling.split_gloss(title(unit))[0]) in given:
            page.accounts[index] = Account(Role.PRINCIPLE, "a principle of the configuration")
            continue
        for style in (
            *_style_names(page.keys[index], unit),
            *(name for name in lines if _matches(name, unit)),
        ):
            role = rules.get(style)
            if role is not None:
                page.used.add(("roles", style))
            if role is not None and page.accounts[index].role is not Role.IGNORED:
                page.accounts[index] = Account(role, f'roles: "{style}" is {role.value}')
                page.out[index] = "settled by the configuration"


def _matches(pattern: str, unit: Unit) -> bool:
    """Is the line `pattern`, with its mark or without? A * at an end stands for anything."""
    wanted = pattern.strip().casefold()
    front, back = wanted.startswith("*") and len(wanted) > 1, wanted.endswith("*")
    text = spelling.bare(unit.text).casefold()
    if not any(sign.isalnum() for sign in wanted):
        return text == wanted  # a mark such as ** stands for no words
    for line in (text, f"{unit.mark} {text}".strip()):
        if line == wanted or (front and back and wanted[1:-1] in line):
            return True
        if (front != back) and (
            line.endswith(wanted[1:]) if front else line.startswith(wanted[:-1])
        ):
            return True
    return False


def _style_names(style: str, unit: Unit) -> tuple[str, ...]:
    """The names under which a writer may give this style in `roles`."""
    plain = style.strip()
    return (style, style + " ", plain, plain + " ") if unit.kind is not Kind.TEXT else (style,)


def names_given(page: Page) -> frozenset[str]:
    found: set[str] = set()
    pieces: set[str] = set()  # "(Own It, Dig Deep)" gives two
    for principle in page.config.principles:
        found.update(spelling.name_key(n) for n in (principle.name, *principle.aliases))
    asking = [i for i, score in enumerate(page.score) if score >= 0.5]
    for index in (*asking, *page.of[Kind.HEADING]):
        text = page.units[index].text
        behind = evidence.named_behind(text)
        for tail in spelling.tails(text)[1] or ((behind,) if behind else ()):
            inner = evidence.unlabelled(tail.words)
            if 0 < len(inner) < 120:
                found.add(spelling.name_key(inner))
                pieces.update(map(spelling.name_key, spelling.pieces(inner)))
    page.tagged = frozenset(found | pieces)
    cells_: Counter[str] = Counter()
    for first, last in table_spans(page.units) if page.of[Kind.ROW] else ():
        roles = columns(page.units[first].cells)
        for unit in page.units[first : last + 1]:
            if len(unit.cells) > 1:  # but for the stories: their names are no principles'
                cells = (c for c, r in zip_longest(unit.cells, roles) if r not in _TOLD)
                cells_.update(spelling.name_key(c) for c in cells if c and len(c) < 50)
    for index in page.colons:
        unit = page.units[index]
        text = unit.text
        if not unit.why and len(text) <= 600 and evidence.names_principles(text[:120]):
            listed = _inline_list(text)
            if len(listed) > 1:
                page.listed[index] = listed
                found.update(map(spelling.name_key, listed))
    page.once = frozenset(c for c, count in cells_.items() if count == 1 and c not in found)
    return frozenset(found.union(cells_))


_TOLD = ("question", "answer")  # columns
_ITEM = late(
    r"`(?P<a>[^`]+)`|\*{1,2}(?P<b>[^*]+)\*{1,2}|«(?P<c>[^«»]+)»|“(?P<d>[^“”]+)”|\"(?P<e>[^\"]+)\""
    r"|[「『](?P<f>[^「」『』]+)[」』]|\[\[(?P<g>[^\[\]]+)\]\]|_(?P<h>[^_]+)_"
)


_BETWEEN = late(
    r"\s*(?:[,;|·•、，；]|\s/\s)\s*(?:(?:and|und|y|e|et)\s+)?|\s+(?:and|und|et)\s+(?=[A-ZÀ-Þ])"
)


def _inline_list(text: str) -> tuple[str, ...]:
    """The names that a line lists behind a colon in quotes or emphasis: "Their values: *Own It*, *Ask Twice*"."""
    at = max(text.find(":"), text.find("："))
    found = list(_ITEM.finditer(text, at))
    names = [next(g for g in m.groups() if g is not None).strip() for m in found]
    if not names and len(text) <= 240:
        names = [n for n in _BETWEEN.split(text[at + 1 :].strip(SPACE + ".。")) if n]
        if len(names) < 3 or not all(n[0].isupper() and len(n) < 50 for n in names):
            return ()
    return tuple(names) if all(map(evidence.is_title, names)) else ()
