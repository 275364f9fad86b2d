"""ankigen.yaml and front matter, validated."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.patterns import late
from ankigen.reading import Role
from ankigen.records import Principle
from ankigen.source import Source, Span

if TYPE_CHECKING:
    from ankigen.yaml_tree import Node

OPTIONAL_CARDS = ("principle", "story", "questions", "aloud")
# Roles that a style may be given; beats and tags are known by their labels alone.
ROLES = ("principle", "statement", "question", "answer", "case", "group", "ignored")
LARGEST = 1 << 20  # characters of ankigen.yaml: a thousand times what anybody settles
TAG = late(r"[\w-]+(?:::[\w-]+)*$")


@dataclass(frozen=True, slots=True)
class RoleRule:
    """`roles: {"•": question}`: lines of the style `style` have the role `role`."""

    style: str
    role: Role
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Config:
    """What the writer settled. Every field has the default that suits notes without a configuration.

    Paths are as typed, relative to `folder`: the folder of ankigen.yaml, or None without one."""

    deck: str | None = None  # None: named after the first source
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    subdecks: bool = False  # one subdeck for each principle
    cards: tuple[str, ...] = ()  # optional cards that are on
    roles: tuple[RoleRule, ...] = ()
    ignore: tuple[str, ...] = ()  # lines or headings, whole or with * at either end
    principles: tuple[Principle, ...] = ()
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    given: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({})
    )  # values of --set
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # question -> id
    style: str | None = None  # a CSS file
    lock: str | None = None  # a path
    media: tuple[str, ...] = ()  # folders outside the notes' own from which media may be packed
    math: bool = False  # \\(…\\) and $$…$$ are mathematics
    folder: Path | None = None
    source: Source | None = field(default=None, compare=False, repr=False)  # the file itself


MOST = 500  # complaints about one file; nobody reads more before mending these


class Reader:
    """Turns nodes into values; collects what is wrong instead of stopping at the first."""

    def __init__(self, source: Source):
        self.source = source
        self.wrong: list[Diagnostic] = []

    def span(self, node: Node) -> Span:
        """The place of `node`, no further than its first line."""
        end = min(node.end, self.source.line_end(node.start))
        return Span(self.source, node.start, max(end, node.start))

    def bad(self, node: Node, code: str, message: str, label: str = "", hint: str = "") -> None:
        if len(self.wrong) < MOST:
            self.wrong.append(report(code, message, self.span(node), label=label, hint=hint))

    def kind(self, node: Node, key: str, wants: str) -> None:
        """Complains that `node` is of another kind than `key` wants, and shows how it is written."""
        label, example = f"this is {node.what()}", EXAMPLES.get(key, f'{key}: "..."')
        self.bad(node, "config-type", f"`{key}` takes {wants}", label, example)

    def text(self, node: Node, key: str) -> str | None:
        if node.kind == "text" and not node.empty:
            return node.text
        self.kind(node, key, "a text")
        return None

    def file(self, node: Node, key: str) -> str | None:
        name = self.text(node, key)
        if name is not None and PurePath(name.strip()).name in ("", ".."):
            self.bad(
                node, "config-value", f"`{key}` names a file", "no name of a file", EXAMPLES[key]
            )
        return name

    def flag(self, node: Node, key: str) -> bool | None:
        word = node.text.lower()
        if node.kind == "text" and word in ("true", "yes", "on", "false", "no", "off"):
            return word in ("true", "yes", "on")
        self.kind(node, key, "true or false")
        return None

    def texts(self, node: Node, key: str) -> tuple[str, ...] | None:
        """The texts of a list; one text alone is a list of one."""
        if node.kind == "pairs" or node.empty:
            self.kind(node, key, "a list of texts")
            return None
        found = [self.text(n, key) for n in _items(node)]
        return tuple(t for t in found if t is not None)

    def pairs(self, node: Node, key: str, wants: str = "pairs") -> list[tuple[Node, Node]]:
        """The pairs of `node` whose keys are texts, each key once."""
        if node.kind != "pairs":
            self.kind(node, key, wants)
            return []
        seen: set[str] = set()
        pairs: list[tuple[Node, Node]] = []
        for name, value in node.pairs:
            if name.kind != "text" or not name.text.strip():
                typed = self.span(name).text
                hint = (
                    f'put it in quotes: "{typed}"' if name.kind != "text" else EXAMPLES.get(key, "")
                )
                self.bad(
                    name,
                    "config-type",
                    f"a key below `{key}` is a text",
                    f"this is {name.what()}",
                    hint,
                )
            elif name.text.strip().casefold() in seen:
                self.bad(
                    name,
                    "config-twice",
                    f'"{name.text}" stands here twice',
                    "the second one",
                    "keep one of them",
                )
            else:
                seen.add(name.text.strip().casefold())
                pairs.append((name, value))
        return pairs

    def deck(self, node: Node, key: str) -> str | None:
        name = self.text(node, key)
        if name is None:
            return None
        if any(not part.strip() for part in name.split("::")):
            self.bad(
                node,
                "config-value",
                "a deck needs a name on each level",
                "a level is empty",
                EXAMPLES[key],
            )
        elif len(name) > 300 or not name.isprintable():
            self.bad(node, "config-value", "a deck's name is one line of at most 300 characters",
                     "not a name", EXAMPLES[key])  # fmt: skip
        return name

    def tags(self, node: Node, key: str) -> tuple[str, ...] | None:
        for item in _items(node):
            if item.kind == "text" and not item.empty and not TAG.match(item.text):
                self.bad(item, "config-tag", f'"{item.text}" cannot be a tag', "Anki splits or changes it",
                         "letters, digits, - and _; :: between levels")  # fmt: skip
        return self.texts(node, key)

    def one_of(self, node: Node, key: str, known: Sequence[str]) -> str | None:
        name = self.text(node, key)
        if name is None or name in known:
            return name
        near = nearest(name, known)
        self.bad(node, "config-value", f'`{key}` knows no "{name}"', "not one of " + ", ".join(known),
                 f'did you mean "{near}"?' if near else EXAMPLES.get(key, ""))  # fmt: skip
        return None

    def cards(self, node: Node, key: str) -> tuple[str, ...] | None:
        if node.kind == "pairs" or node.empty:
            return self.texts(node, key)
        found = [self.one_of(n, key, OPTIONAL_CARDS) for n in _items(node)]
        return tuple(n for n in found if n is not None)

    def roles(self, node: Node, key: str) -> tuple[RoleRule, ...]:
        rules: list[RoleRule] = []
        for name, value in self.pairs(node, key, "pairs of a style and its role"):
            role = self.one_of(value, key, ROLES)
            if role is not None:
                rules.append(RoleRule(name.text, Role(role), self.span(name)))
        return tuple(rules)

    def mapping(self, node: Node, key: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name, value in self.pairs(node, key):
            text = self.text(value, key)
            if text is not None:
                found[name.text.strip()] = text
        return MappingProxyType(found)

    def principles(self, node: Node, key: str) -> tuple[Principle, ...]:
        found: list[Principle] = []
        if node.kind == "list":
            seen: set[str] = set()
            for item in node.items:
                name = self.text(item, key)
                if name is None:
                    continue
                if not name.strip():
                    self.bad(
                        item, "config-value", "a principle needs a name", "empty", EXAMPLES[key]
                    )
                elif name.strip().casefold() in seen:
                    self.bad(
                        item,
                        "config-twice",
                        f'"{name}" stands here twice',
                        "the second one",
                        "keep one of them",
                    )
                seen.add(name.strip().casefold())
                found.append(Principle(name.strip()))
            return tuple(found)
        for title, value in self.pairs(node, key, "a list of names"):
            found.append(self.principle(title.text.strip(), value))
        return tuple(found)

    def principle(self, title: str, node: Node) -> Principle:
        if node.kind == "text":
            return Principle(title, "" if node.empty else node.text)
        if node.kind == "list":
            return Principle(title, "", self.texts(node, "aliases") or ())
        statement, aliases = "", tuple[str, ...]()
        for name, value in self.pairs(node, title):
            if name.text == "statement":
                statement = self.text(value, "statement") or ""
            elif name.text == "aliases":
                aliases = self.texts(value, "aliases") or ()
            else:
                self.unknown(name, ("statement", "aliases"), "a principle")
        return Principle(title, statement, aliases)

    def unknown(self, node: Node, known: Sequence[str], of: str = "ankigen.yaml") -> None:
        near = nearest(node.text, known)
        self.bad(
            node, "config-key", f"unknown key `{node.text}`", f"not a key of {of}",
            f"did you mean `{near}`?" if near else "the keys are " + ", ".join(known),
        )  # fmt: skip

    def values(self, node: Node, known: Sequence[str], of: str = "ankigen.yaml") -> dict[str, Any]:
        """The fields of Config that the pairs of `node` fill."""
        found: dict[str, Any] = {}
        for name, value in self.pairs(node, of):
            if name.text not in known:
                self.unknown(name, known, of)
                continue
            fills, read = _KEYS[name.text]
            got = read(self, value, name.text)
            if got is not None:
                found[fills] = got
        return found


def _items(node: Node) -> Sequence[Node]:
    return node.items if node.kind == "list" else (node,)


# How each key is read, and the field of Config that it fills.
_KEYS: Mapping[str, tuple[str, Callable[[Reader, Node, str], Any]]] = {
    "deck": ("deck", Reader.deck),
    "sources": ("sources", Reader.texts),
    "tags": ("tags", Reader.tags),
    "subdecks": ("subdecks", Reader.flag),
    "cards": ("cards", Reader.cards),
    "roles": ("roles", Reader.roles),
    "ignore": ("ignore", Reader.texts),
    "principles": ("principles", Reader.principles),
    "values": ("values", Reader.mapping),
    "id": ("ids", Reader.mapping),
    "style": ("style", Reader.file),
    "lock": ("lock", Reader.file),
    "media": ("media", Reader.texts),
    "math": ("math", Reader.flag),
}
KEYS = tuple(_KEYS)
# How a key is written, shown where it is written otherwise.
EXAMPLES: Mapping[str, str] = {
    "ankigen.yaml": "deck: My interviews",
    "ankigen": "ankigen: {deck: My interviews}",
    "deck": 'deck: "My interviews"',
    "sources": "sources: [notes.txt, more.md]",
    "tags": "tags: [interview, 2027]",
    "subdecks": "subdecks: true",
    "cards": "cards: [principle, story]",
    "roles": 'roles: {"-": question, "##": group}',
    "ignore": "ignore: [Table of contents, Draft*]",
    "principles": "principles: [Ownership, Dive Deep]",
    "statement": 'principles: {Ownership: {statement: "We mend what we find broken."}}',
    "aliases": "principles: {Ownership: {aliases: [Own It, 主人翁精神]}}",
    "values": 'values: {xx: Initech, "[team]": the night shift}',
    "id": 'id: {"Why knots?": knots}',
    "style": "style: mine.css",
    "lock": "lock: interview.lock",
    "media": "media: [../pictures]",
    "math": "math: true",
}


def nearest(word: str, known: Sequence[str]) -> str:
    """The one of `known` that `word` most likely means; '' where none is near."""
    from rapidfuzz import process  # late: most configurations are right

    found = process.extractOne(word.lower(), known, score_cutoff=60)
    return str(found[0]) if found else ""


def parse(source: Source, folder: Path | None = None) -> Config:
    """The configuration in `source`. Raises NotesError with all that is wrong in it."""
    from ankigen import yaml_tree  # late: most notes have no configuration

    node = yaml_tree.parse(source, source.text, 0, "config-yaml", largest=LARGEST)
    config = Config(folder=folder, source=source)
    if node is None:
        return config
    reader = Reader(source)
    values = reader.values(node, KEYS)
    if reader.wrong:
        raise NotesError(*reader.wrong)
    return replace(config, **values)


def place(config: Config, key: str, name: str) -> Span | None:
    """Where ankigen.yaml says `name` below `key`; None where it does not."""
    if config.source is None:
        return None
    text = config.source.text
    block = re.search(rf"^{key}[ \t]*:", text, re.M)
    at = text.find(name, block.end()) if block else -1
    return Span(config.source, at, at + len(name)) if at >= 0 else None


def with_values(config: Config, pairs: Sequence[str]) -> Config:
    """`config` with placeholders filled as `--set name=text` says: that wins over every file. Raises
    NotesError for another form."""
    given: dict[str, str] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise NotesError(
                report(
                    "config-value", f'--set takes name=text, not "{pair}"', hint="--set xx=Initech"
                )
            )
        given[name.strip()] = text
    return replace(config, values=merged(config.values, given), given=MappingProxyType(given))


def merged(values: Mapping[str, str], stronger: Mapping[str, str]) -> Mapping[str, str]:
    """`values` where `stronger` says nothing else, whatever the case of a name."""
    taken = {name.casefold() for name in stronger}
    kept = {k: v for k, v in values.items() if k.casefold() not in taken}
    return MappingProxyType({**kept, **stronger})
