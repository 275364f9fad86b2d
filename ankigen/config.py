"""ankigen.yaml and front matter, validated."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.reading import Role
from ankigen.records import Principle
from ankigen.source import Source, Span

if TYPE_CHECKING:
    import yaml

OPTIONAL_CARDS = ("principle", "story", "questions", "aloud")
ROLES = tuple(r.value for r in Role if r is not Role.BLANK)
_TAG = re.compile(r"[\w-]+(?:::[\w-]+)*$")


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
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # question -> id
    style: str | None = None  # a CSS file
    lock: str | None = None  # a path
    media: tuple[str, ...] = ()  # folders outside the notes' own from which media may be packed
    math: bool = False  # \\(…\\) and $$…$$ are mathematics
    folder: Path | None = None
    source: Source | None = field(default=None, compare=False, repr=False)  # the file itself


class _Reader:
    """Turns YAML nodes into values; collects what is wrong instead of stopping at the first."""

    def __init__(self, source: Source, base: int = 0):
        self.source, self.base = source, base
        self.wrong: list[Diagnostic] = []

    def span(self, node: yaml.Node) -> Span:
        start, end = self.base + node.start_mark.index, self.base + node.end_mark.index
        line_end = self.source.text.find("\n", start)
        return Span(
            self.source,
            start,
            min(end, line_end if line_end >= 0 else end) if end > start else start,
        )

    def bad(
        self, node: yaml.Node, code: str, message: str, label: str = "", hint: str = ""
    ) -> None:
        self.wrong.append(report(code, message, self.span(node), label=label, hint=hint))

    def text(self, node: yaml.Node, key: str) -> str | None:
        if _is(node, "scalar") and not str(node.tag).endswith(":null"):
            return str(node.value)
        self.bad(
            node, "config-type", f"`{key}` takes a text", f"this is {_what(node)}", f'{key}: "..."'
        )
        return None

    def flag(self, node: yaml.Node, key: str) -> bool | None:
        if _is(node, "scalar") and str(node.value).lower() in (
            "true",
            "yes",
            "on",
            "false",
            "no",
            "off",
        ):
            return str(node.value).lower() in ("true", "yes", "on")
        self.bad(
            node,
            "config-type",
            f"`{key}` takes true or false",
            f"this is {_what(node)}",
            f"{key}: true",
        )
        return None

    def texts(self, node: yaml.Node, key: str) -> tuple[str, ...] | None:
        if _is(node, "sequence"):
            found = [self.text(n, key) for n in node.value]
            return tuple(t for t in found if t is not None)
        if _is(node, "scalar"):
            one = self.text(node, key)
            return (one,) if one is not None else None
        self.bad(
            node,
            "config-type",
            f"`{key}` takes a list of texts",
            f"this is {_what(node)}",
            f"{key}: [one, two]",
        )
        return None

    def pairs(self, node: yaml.Node, key: str, example: str) -> list[tuple[yaml.Node, yaml.Node]]:
        if not _is(node, "mapping"):
            self.bad(node, "config-type", f"`{key}` takes pairs", f"this is {_what(node)}", example)
            return []
        seen: set[str] = set()
        pairs: list[tuple[yaml.Node, yaml.Node]] = []
        for name, value in node.value:
            if not _is(name, "scalar"):
                self.bad(
                    name,
                    "config-type",
                    f"a key below `{key}` is a text",
                    f"this is {_what(name)}",
                    example,
                )
                continue
            if name.value in seen:
                self.bad(
                    name,
                    "config-twice",
                    f'"{name.value}" stands here twice',
                    "the second one",
                    "keep one of them",
                )
            seen.add(name.value)
            pairs.append((name, value))
        return pairs

    def tags(self, node: yaml.Node, key: str) -> tuple[str, ...] | None:
        found = self.texts(node, key)
        for index, tag in enumerate(found or ()):
            if not _TAG.match(tag):
                place = node.value[index] if _is(node, "sequence") else node
                self.bad(place, "config-tag", f'"{tag}" cannot be a tag', "Anki splits or changes it",
                         "letters, digits, - and _; :: between levels")  # fmt: skip
        return found

    def one_of(self, node: yaml.Node, key: str, known: Sequence[str]) -> tuple[str, ...] | None:
        found = self.texts(node, key)
        for index, name in enumerate(found or ()):
            if name not in known:
                place = node.value[index] if _is(node, "sequence") else node
                near = nearest(name, known)
                self.bad(place, "config-value", f'`{key}` knows no "{name}"', "not one of " + ", ".join(known),
                         f'did you mean "{near}"?' if near else "")  # fmt: skip
        return tuple(n for n in found if n in known) if found is not None else None

    def roles(self, node: yaml.Node, key: str) -> tuple[RoleRule, ...]:
        rules: list[RoleRule] = []
        for name, value in self.pairs(node, key, 'roles: {"-": question}'):
            role = self.one_of(value, f"roles: {name.value}", ROLES)
            if role:
                rules.append(RoleRule(str(name.value), Role(role[0]), self.span(name)))
        return tuple(rules)

    def mapping(self, node: yaml.Node, key: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name, value in self.pairs(node, key, f"{key}: {{name: text}}"):
            text = self.text(value, f"{key}: {name.value}")
            if text is not None:
                found[str(name.value)] = text
        return MappingProxyType(found)

    def principles(self, node: yaml.Node, key: str) -> tuple[Principle, ...]:
        if _is(node, "sequence"):
            names = [(n, self.text(n, key)) for n in node.value]
            return tuple(Principle(t, span=None) for _, t in names if t)
        found: list[Principle] = []
        for name, value in self.pairs(node, key, "principles: [Ownership, Dive Deep]"):
            title = str(name.value)
            if _is(value, "scalar"):
                statement = "" if str(value.tag).endswith(":null") else str(value.value)
                found.append(Principle(title, statement))
            elif _is(value, "sequence"):
                found.append(Principle(title, "", self.texts(value, title) or ()))
            else:
                found.append(self.principle(title, value))
        return tuple(found)

    def principle(self, title: str, node: yaml.Node) -> Principle:
        statement, aliases = "", tuple[str, ...]()
        for name, value in self.pairs(node, title, f"{title}: {{statement: ..., aliases: [...]}}"):
            if name.value == "statement":
                statement = self.text(value, "statement") or ""
            elif name.value == "aliases":
                aliases = self.texts(value, "aliases") or ()
            else:
                self.unknown(name, ("statement", "aliases"))
        return Principle(title, statement, aliases)

    def unknown(self, node: yaml.Node, known: Sequence[str]) -> None:
        near = nearest(str(node.value), known)
        self.bad(
            node, "config-key", f"unknown key `{node.value}`", "not a key of ankigen.yaml",
            f"did you mean `{near}`?" if near else "the keys are " + ", ".join(known),
        )  # fmt: skip


# How each key is read, and the field of Config that it fills.
_KEYS: Mapping[str, tuple[str, Callable[[_Reader, Any, str], Any]]] = {
    "deck": ("deck", _Reader.text),
    "sources": ("sources", _Reader.texts),
    "tags": ("tags", _Reader.tags),
    "subdecks": ("subdecks", _Reader.flag),
    "cards": ("cards", lambda r, n, k: r.one_of(n, k, OPTIONAL_CARDS)),
    "roles": ("roles", _Reader.roles),
    "ignore": ("ignore", _Reader.texts),
    "principles": ("principles", _Reader.principles),
    "values": ("values", _Reader.mapping),
    "id": ("ids", _Reader.mapping),
    "style": ("style", _Reader.text),
    "lock": ("lock", _Reader.text),
    "media": ("media", _Reader.texts),
    "math": ("math", _Reader.flag),
}
KEYS = tuple(_KEYS)
_IN_FRONT_MATTER = ("deck", "tags", "roles", "ignore", "principles", "values")


def nearest(word: str, known: Sequence[str]) -> str:
    """The one of `known` that `word` most likely means; '' where none is near."""
    from rapidfuzz import process  # late: most configurations are right

    found = process.extractOne(word, known, score_cutoff=60)
    return str(found[0]) if found else ""


def _is(node: yaml.Node, kind: str) -> bool:
    return bool(getattr(node, "id", "") == kind)


def _what(node: yaml.Node) -> str:
    if _is(node, "scalar"):
        return "empty" if str(node.tag).endswith(":null") else f'"{str(node.value)[:40]}"'
    return "a list" if _is(node, "sequence") else "a set of pairs"


def compose(source: Source, text: str, base: int, code: str) -> yaml.Node | None:
    """The YAML tree of `text`, which starts at offset `base` of `source`. Raises NotesError for bad
    YAML, tags, anchors that repeat, and nesting deeper than 20: nothing of that is in a hand-written file."""
    import yaml

    try:
        _refuse(source, text, base, code)
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = base + (mark.index if mark is not None else 0)
        at = min(at, max(len(source.text) - 1, 0))
        raise NotesError(report(
            code, f"this is no YAML: {error.problem or error.context}", Span(source, at, at + 1),
            label="here", hint="put text that holds : # [ { or quotes in \"quotes\"; indent with spaces, not tabs",
        )) from None  # fmt: skip
    except yaml.reader.ReaderError as error:
        at = min(base + error.position, max(len(source.text) - 1, 0))
        raise NotesError(report(
            code, "YAML allows no control character here", Span(source, at, at + 1), label="here", hint="delete it",
        )) from None  # fmt: skip


def _refuse(source: Source, text: str, base: int, code: str) -> None:
    """Looks at the events alone, before anything is built of them."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        at = base + event.start_mark.index  # type: ignore[union-attr]
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        what, tag = "", getattr(event, "tag", None)
        if depth > 20:
            what = "nested more than 20 deep"
        elif isinstance(event, yaml.AliasEvent):
            what = "an alias (*name)"
        elif tag and str(tag).startswith(("!", "tag:yaml.org,2002:python")):
            what = f"a tag ({tag})"
        if what:
            raise NotesError(report(
                code, f"{what} is not read here", Span(source, at, at + 1), label="here", hint="write the text itself",
            ))  # fmt: skip


def parse(source: Source, folder: Path | None = None) -> Config:
    """The configuration in `source`. Raises NotesError with all that is wrong in it."""
    node = compose(source, source.text, 0, "config-yaml")
    config = Config(folder=folder, source=source)
    if node is None:
        return config
    reader = _Reader(source)
    values = _values(reader, node, KEYS)
    if reader.wrong:
        raise NotesError(*reader.wrong)
    return replace(config, **values)


def _values(reader: _Reader, node: yaml.Node, known: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in reader.pairs(node, "ankigen.yaml", "deck: My interviews"):
        if name.value not in known:
            reader.unknown(name, known)
            continue
        fills, read = _KEYS[name.value]
        got = read(reader, value, name.value)
        if got is not None:
            found[fills] = got
    return found


def with_values(config: Config, pairs: Sequence[str]) -> Config:
    """`config` with placeholders filled as `--set name=text` says. Raises NotesError for another form."""
    found = dict(config.values)
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise NotesError(
                report(
                    "config-value", f'--set takes name=text, not "{pair}"', hint="--set xx=Initech"
                )
            )
        found[name.strip()] = text
    return replace(config, values=MappingProxyType(found))


def for_source(config: Config, source: Source) -> tuple[Config, tuple[Diagnostic, ...]]:
    """`config` as the front matter of `source` changes it for that file. Below `ankigen:` every key is
    checked; keys that other programs share (tags, title ...) count where they fit."""
    text = source.text
    start = len(text) - len(text.lstrip("\n \t\ufeff"))
    if not text.startswith("---", start):
        return config, ()
    body = text.find("\n", start) + 1
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M).search(text, body) if body else None
    if end is None or text[start:body].strip() != "---" or ":" not in text[body : end.start()]:
        return config, ()
    try:
        node = compose(source, text[body : end.start()], body, "front-matter")
    except NotesError as error:
        return config, tuple(replace(d, severity="warning") for d in error.diagnostics)
    if node is None or not _is(node, "mapping"):
        return config, ()
    return _fronted(config, source, node, body)


def _fronted(
    config: Config, source: Source, node: yaml.Node, base: int
) -> tuple[Config, tuple[Diagnostic, ...]]:
    strict, loose = _Reader(source, base), _Reader(source, base)
    found: dict[str, Any] = {}
    for name, value in node.value:
        key = str(name.value)
        if key == "ankigen":
            found.update(_values(strict, value, KEYS))
        elif key in _IN_FRONT_MATTER and key not in found:
            before = len(loose.wrong)
            fills, read = _KEYS[key]
            got = read(loose, value, key)
            if got is not None and len(loose.wrong) == before and str(value.value):
                found.setdefault(fills, got)
    if "tags" in found:
        found["tags"] = tuple(dict.fromkeys((*config.tags, *found["tags"])))
    if "values" in found:
        found["values"] = MappingProxyType({**config.values, **found["values"]})
    return replace(config, **found), tuple(replace(d, severity="warning") for d in strict.wrong)
