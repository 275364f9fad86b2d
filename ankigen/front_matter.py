"""Front matter: what the block at the top of a file settles for that file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ankigen.config import KEYS, LARGEST, TAG, Config, Reader, merged, nearest
from ankigen.diagnostics import Diagnostic, NotesError
from ankigen.patterns import late
from ankigen.source import Source

if TYPE_CHECKING:
    from ankigen.yaml_tree import Node

KEYS_OF_A_FILE = ("deck", "tags", "roles", "ignore", "principles", "values", "id")
_FREE = ("deck", "tags", "roles", "ignore", "principles", "values")  # without `ankigen:` above them
_OURS = ("roles", "ignore", "principles", "values")  # no other program has keys of these names
_OPENS = re.compile(r"[\n \t\ufeff]*---[ \t]*\n")
_CLOSES = late(r"^(?:---|\.\.\.)[ \t]*$", re.M)


def for_source(config: Config, source: Source) -> tuple[Config, tuple[Diagnostic, ...]]:
    """`config` as the front matter of `source` changes it for that file. Below `ankigen:` every key is
    checked; of the keys that stand free, those count that fit, because other programs share them."""
    if source.name.lower().endswith((".yaml", ".yml")):
        return _of_yaml(config, source)
    start, body = _body(source)
    if ":" not in body:
        return config, ()
    from ankigen import yaml_tree  # late: few files have front matter

    try:
        node = yaml_tree.parse(source, body, start, "front-matter", largest=LARGEST)
    except NotesError as error:
        return config, error.diagnostics
    if node is None or node.kind != "pairs":
        return config, ()
    reader = Reader(source)
    found = _settled(reader, node)
    warned = tuple(replace(d, code="front-matter", severity="warning") for d in reader.wrong)
    return _changed(config, found), warned


def _body(source: Source) -> tuple[int, str]:
    """Where the front matter starts, and what it says; no text where there is none."""
    for text in _openings(source):
        opened = _OPENS.match(text)
        if opened is None and text.strip("\n \t\ufeff"):
            break  # nearly always: the first line is another one
        end = _CLOSES.search(text, opened.end()) if opened else None
        if opened is not None and end is not None:
            return opened.end(), text[opened.end() : end.start()]
    return 0, ""


def _openings(source: Source) -> Iterator[str]:
    """Whole lines from the start of a source, more each time: front matter is short where notes are long."""
    size = 1 << 12
    while size < source.size:
        head, end, _ = source.cut(0, size).rpartition("\n")
        yield head + end
        size *= 8
    yield source.text


def _of_yaml(config: Config, source: Source) -> tuple[Config, tuple[Diagnostic, ...]]:
    """Notes by hand say the same below `ankigen:`."""
    if re.search(r"^ankigen[ \t]*:", source.text, re.M) is None:
        return config, ()
    from ankigen import yaml_tree

    try:
        node = yaml_tree.parse(source, source.text, 0, "yaml-notes", largest=LARGEST << 6)
    except NotesError:
        return config, ()  # told where the notes are read
    reader = Reader(source)
    found: dict[str, Any] = {}
    for name, value in node.pairs if node is not None else ():
        if name.text == "ankigen":
            found = _below(reader, value)
    warned = tuple(replace(d, code="front-matter", severity="warning") for d in reader.wrong)
    return _changed(config, found), warned


def _settled(reader: Reader, node: Node) -> dict[str, Any]:
    free: dict[str, Any] = {}
    below: dict[str, Any] = {}
    for name, value in node.pairs:
        if name.text == "ankigen":
            below = _below(reader, value)
        elif name.text == "tags":
            free["tags"] = _tags(reader, value)
        elif name.text in _FREE and not (value.kind == "text" and not value.text):
            strict = reader if name.text in _OURS else Reader(reader.source)
            one = replace(node, start=name.start, end=value.end, pairs=[(name, value)])
            before = len(strict.wrong)
            got = strict.values(one, KEYS_OF_A_FILE)
            if len(strict.wrong) == before:
                free.update(got)
        elif name.kind == "text" and name.text not in KEYS and len(name.text) > 4:
            _misspelt(reader, name)
    return {**free, **below}


def _tags(reader: Reader, node: Node) -> tuple[str, ...]:
    """The tags that Anki can hold; other programs take more, and "a, b" too."""
    if node.kind == "text":
        listed = re.split(r"[,\s]+", "" if node.empty else node.text)
    else:
        listed = [n.text for n in node.items if n.kind == "text"]
    return tuple(t.lstrip("#") for t in listed if TAG.match(t.lstrip("#")))


def _below(reader: Reader, node: Node) -> dict[str, Any]:
    """The keys below `ankigen:`; those that hold for a whole deck belong elsewhere."""
    kept: list[tuple[Node, Node]] = []
    for name, value in reader.pairs(node, "ankigen"):
        if name.text in KEYS and name.text not in KEYS_OF_A_FILE:
            reader.bad(
                name, "config-key", f"`{name.text}` holds for the whole deck", "not read here",
                "write it into ankigen.yaml, beside the notes",
            )  # fmt: skip
        else:
            kept.append((name, value))
    return reader.values(replace(node, pairs=kept), KEYS_OF_A_FILE, "ankigen") if kept else {}


def _misspelt(reader: Reader, name: Node) -> None:
    from rapidfuzz.distance import OSA  # late: few notes have front matter

    near = nearest(name.text, _OURS)
    if near and OSA.distance(near, name.text.lower()) == 1 and name.text.lower() + "s" != near:
        reader.bad(
            name, "config-key", f"unknown key `{name.text}`", "not read", f"did you mean `{near}`?"
        )


def _changed(config: Config, found: dict[str, Any]) -> Config:
    """What a file says comes on top of ankigen.yaml; `--set` stays on top of both."""
    if "tags" in found:
        found["tags"] = tuple(dict.fromkeys((*config.tags, *found["tags"])))
    for key in ("roles", "ignore", "principles"):
        if key in found:
            found[key] = (*getattr(config, key), *found[key])
    if "values" in found:
        found["values"] = merged(merged(config.values, found["values"]), config.given)
    if "ids" in found:
        found["ids"] = {**config.ids, **found["ids"]}
    return replace(config, **found)


def for_all(config: Config, files: Iterable[Config]) -> Config:
    """`config` with what files say that holds for the whole notebook: principles, their other names,
    and ids."""
    principles = list(config.principles)
    ids = dict(config.ids)
    for own in files:
        principles += [p for p in own.principles if p not in principles]
        ids.update(own.ids)
    return replace(config, principles=tuple(principles), ids=ids)
