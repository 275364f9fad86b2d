"""YAML text as a tree with places; what a hand does not write is refused before anything is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from ankigen.diagnostics import NotesError, report
from ankigen.source import Source, Span

if TYPE_CHECKING:
    import yaml

DEEPEST = 20  # levels: a record by hand has six
# What YAML 1.1 allows in a file; looked for first, because a parser counts its place in bytes.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEEP, _FEWER = f"nested more than {DEEPEST} deep", "write it on fewer levels"
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Node:
    """A text, a list of nodes, or pairs of nodes; `start` and `end` are offsets in the source. Every
    text is as typed (5, yes and 2024-01-01 are texts); `empty` tells a null from a text in quotes."""

    kind: Literal["text", "list", "pairs"]
    start: int
    end: int
    text: str = ""
    empty: bool = False
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)

    def what(self) -> str:
        """What this is, for a message."""
        if self.kind == "text":
            return "empty" if self.empty else f'"{self.text[:40]}"'
        return "a list" if self.kind == "list" else "a set of pairs"


def parse(source: Source, text: str, base: int, code: str, *, largest: int) -> Node | None:
    """The tree of `text`, which starts at offset `base` of `source`; None where it says nothing. Raises
    NotesError with `code` for text that is no YAML, aliases (`*name`: a few lines of them can stand
    for gigabytes), tags (`!!python/object`), nesting beyond `DEEPEST`, more than `largest` characters."""
    import yaml

    if len(text) > largest:
        size = f"{largest >> 20} MiB" if largest >> 20 else f"{largest >> 10} KiB"
        raise NotesError(report(
            code, f"{source.name}: more than {size}", hint="split the file, or keep notes out of it"
        ))  # fmt: skip
    odd = _NO_CHARACTER.search(text)
    if odd is not None:
        _refuse(
            source, base + odd.start(), code, "YAML allows no control character here", "delete it"
        )
    # libyaml's parser is twenty times as fast as the one in Python, and is not on every machine.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _built(source, base, code, yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        problem = base + (error.problem_mark.index if error.problem_mark is not None else 0)
        context = base + error.context_mark.index if error.context_mark is not None else problem
        _explain(source, code, error.problem or "", error.context or "", problem, context)
    except (yaml.YAMLError, UnicodeEncodeError):
        _refuse(source, base, code, "this is no YAML", "write it as `key: text` lines")


def _built(source: Source, base: int, code: str, events: Any) -> Node | None:
    root: Node | None = None
    documents = 0
    stack: list[Node] = []
    keys: list[Node | None] = []  # for each open node, the key that waits for its value
    for event in events:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            documents += 1
        if name == "DocumentStartEvent" and documents > 1:
            _refuse(
                source,
                base + event.start_mark.index,
                code,
                "a second document starts here",
                "delete the --- line",
            )
        if name in ("MappingEndEvent", "SequenceEndEvent"):
            stack.pop().end = base + event.end_mark.index
            keys.pop()
            continue
        node = _node(source, base, code, event, name)
        if node is None:
            continue
        if not stack:
            root = node
        elif stack[-1].kind == "list":
            stack[-1].items.append(node)
        else:
            key = keys[-1]
            if key is not None:
                stack[-1].pairs.append((key, node))
            keys[-1] = node if key is None else None
        if node.kind != "text":
            stack.append(node)
            keys.append(None)
            if len(stack) > DEEPEST:
                _refuse(
                    source,
                    node.start,
                    code,
                    _DEEP,
                    _FEWER,
                )
    return None if root is None or (root.kind == "text" and root.empty) else root


def _node(source: Source, base: int, code: str, event: yaml.Event, name: str) -> Node | None:
    """The node that `event` opens; None where it opens none."""
    if name not in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"):
        return None
    said: Any = event
    start, end = base + said.start_mark.index, base + said.end_mark.index
    if name == "AliasEvent":
        word = source.cut(start, end)
        _refuse(source, start, code, f"{word} points to another place; that is not read here",
                f'write the text itself, or put text that starts with * in quotes: "{word}"', end)  # fmt: skip
    if said.tag not in (None, "!", "tag:yaml.org,2002:str"):
        _refuse(source, start, code, f"a tag ({_word(source, start)}) is not read here",
                "write the text without it; put text that starts with ! in quotes", start + 1)  # fmt: skip
    if name != "ScalarEvent":
        return Node("pairs" if name == "MappingStartEvent" else "list", start, end)
    empty = not said.style and said.tag is None and said.value in _NULLS
    return Node("text", start, end, said.value, empty)


def _refuse(
    source: Source, at: int, code: str, message: str, hint: str, end: int | None = None
) -> NoReturn:
    at = min(at, max(source.size - 1, 0))
    span = Span(source, at, max(end or 0, at + 1))
    raise NotesError(report(code, message, span, label="here", hint=hint))


# --- what a parser says, in the writer's words ---

_LEVELS = "keys of one level start in the same column, a space after the :; text with : in it goes into quotes"
# What the two parsers say, the message, the hint, and whether the place is where the part began.
_PROBLEMS: tuple[tuple[str, str, str, bool], ...] = (
    (r"quoted scalar.*end of stream", "this quote is never closed", "close it at the end of the text", True),
    (r"escape", "in double quotes a \\ needs a second one", "write \\\\, or use 'single quotes'", False),
    (r"mapping values", "this : cannot stand here", _LEVELS, False),
    (r"',' or '\]'", "a , or the ] that ends the list was expected here", "[one, two]", False),
    (r"',' or '\}'", "a , or the } that ends the pairs was expected here", "{one: text, two: text}", False),
    (r"node content", "something is missing here", "close what is open; # starts a comment unless it is in quotes", False),
    (r"find expected ':'", "this line has no : after its key", "key: text, and - item, with a space after the sign", True),
    (r"block scalar", "text below | starts on the next line, indented with spaces", "answer: |\n      my text", True),
    (r"block end|expected key|'-' indicator", "this does not fit the lines above", _LEVELS, False),
)  # fmt: skip


def _explain(
    source: Source, code: str, problem: str, context: str, at: int, began: int
) -> NoReturn:
    if "nesting" in problem:  # newer parsers have a limit of their own, far beyond ours
        _refuse(source, at, code, _DEEP, _FEWER)
    sign = source.cut(at, at + 1)
    if sign == "\t":
        _refuse(source, at, code, "a tab cannot indent here", "indent with spaces")
    if "cannot start any token" in problem:
        word = _word(source, at)
        _refuse(source, at, code, f"text that starts with {sign} goes into quotes", f'"{word}"')
    if re.search("alias|anchor|tag", context):
        word = _word(source, began)
        _refuse(
            source, began, code, f"text that starts with {word[:1]} goes into quotes", f'"{word}"'
        )
    for pattern, message, hint, back in _PROBLEMS:
        if re.search(pattern, f"{context} {problem}"):
            _refuse(source, began if back else at, code, message, hint)
    _refuse(source, at, code, f"this is no YAML: {problem or context}", _LEVELS)


def _word(source: Source, at: int) -> str:
    found = re.compile(r"[^\s,:\]}]{1,40}").match(source.cut(at, at + 40))
    return found[0] if found else source.cut(at, at + 1)
