"""Records written out by hand: one ordered list of principles, questions and stories; both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any, cast

from ankigen import yaml_tree
from ankigen.config import KEYS, Config, nearest
from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.reading import Account, LineAccounts, Reading, Role
from ankigen.records import Answer, Beat, Borrowed, Kind, Notebook, Principle, Record, Syntax
from ankigen.source import Source, Span
from ankigen.yaml_tree import Node

LARGEST = 64 * 1024 * 1024  # characters: far more than anybody writes by hand
_TOP = ("notes", "source", "ankigen")
_PRINCIPLE = ("principle", "statement", "aliases", "syntax", "source")
_RECORD = ("principles", "group", "tags", "id", "answers", "answer", "see", "syntax", "source")
_ANSWER = ("text", "label", "lead", "beats", "syntax")
_BEATS = ("situation", "task", "action", "result", "learning")
_ODD = "\x7f\x85\u2028\u2029\ufeff"  # line ends to YAML, or nothing that it prints
_SYNTAXES = ("plain", "markdown", "org")


class _Parser:
    """Nodes to records; collects everything that is wrong."""

    def __init__(self, source: Source):
        self.source = source
        self.wrong: list[Diagnostic] = []
        self.roles: dict[int, Account] = {}
        self.seen: dict[int, list[tuple[str, Node]]] = {}  # entry -> the questions that `see` names
        self.origin: str | None = None

    def span(self, node: Node) -> Span:
        return Span(self.source, node.start, max(node.end, node.start))

    def bad(self, node: Node, message: str, hint: str = "", label: str = "here") -> None:
        end = min(node.end, self.source.line_end(node.start))
        place = Span(self.source, node.start, max(end, node.start))
        self.wrong.append(report("yaml-notes", message, place, label=label, hint=hint))

    def text(self, node: Node, key: str) -> str:
        if node.kind == "text":
            return "" if node.empty else node.text
        self.bad(node, f"`{key}` takes a text", f'{key}: "..."', f"this is {node.what()}")
        return ""

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        if node.kind == "list":
            return tuple(self.text(n, key) for n in node.items)
        one = self.text(node, key)
        return (one,) if one else ()

    def pairs(self, node: Node, known: Sequence[str], what: str) -> dict[str, Node]:
        if node.kind != "pairs":
            self.bad(
                node, f"{what} is written as `key: text` pairs", f"the keys are {', '.join(known)}",
                f"this is {node.what()}",
            )  # fmt: skip
            return {}
        found: dict[str, Node] = {}
        for name, value in node.pairs:
            key = name.text
            if name.kind != "text":
                self.bad(name, f"a key in {what} is a text", f"the keys are {', '.join(known)}")
            elif key not in known:
                near = nearest(key, known) if key else ""
                hint = f"did you mean `{near}`?" if near else f"the keys are {', '.join(known)}"
                self.bad(name, f"unknown key `{key}` in {what}", hint)
            elif key in found:
                self.bad(name, f"`{key}` stands twice in {what}", "keep one of them")
            else:
                found[key] = value
        return found

    def syntax(self, fields: Mapping[str, Node], default: Syntax = "plain") -> Syntax:
        if "syntax" not in fields:
            return default
        name = self.text(fields["syntax"], "syntax")
        if name in _SYNTAXES:
            return cast(Syntax, name)
        near = nearest(name, _SYNTAXES)
        hint = f"did you mean {near}?" if near else "one of " + ", ".join(_SYNTAXES)
        self.bad(fields["syntax"], f'no syntax is called "{name}"', hint)
        return default

    def entry(self, node: Node, number: int) -> Principle | Record | None:
        keys = [name.text for name, _ in node.pairs]
        for kind in ("principle", "question", "story"):
            if kind in keys:
                return (
                    self.principle(node) if kind == "principle" else self.record(node, kind, number)
                )
        self.bad(
            node, "each note starts with `principle:`, `question:` or `story:`", '- question: "Tell me about ..."'
        )  # fmt: skip
        return None

    def principle(self, node: Node) -> Principle:
        fields = self.pairs(node, _PRINCIPLE, "a principle")
        name = self.maybe(fields, "principle")
        if not name.strip():
            self.bad(node, "a principle needs a name", "principle: Ownership")
        aliases = self.texts(fields["aliases"], "aliases") if "aliases" in fields else ()
        self.account(node, Role.PRINCIPLE)
        return Principle(
            name, self.maybe(fields, "statement"), aliases, self.syntax(fields),
            span=self.span(node), origin=self.whence(fields),
        )  # fmt: skip

    def record(self, node: Node, kind: Kind, number: int) -> Record:
        fields = self.pairs(node, (kind, *_RECORD), f"a {kind}")
        asked = self.maybe(fields, kind)
        if not asked.strip():
            self.bad(node, f"a {kind} needs words", f'{kind}: "Tell me about ..."')
        syntax = self.syntax(fields)
        nodes = [fields["answer"]] if "answer" in fields else []
        if "answers" in fields:
            listed = fields["answers"]
            nodes += listed.items if listed.kind == "list" else [listed]
        answers = [self.answer(n, syntax) for n in nodes]
        lists = {
            k: self.texts(fields[k], k) for k in ("principles", "group", "tags") if k in fields
        }
        if "see" in fields:
            self.seen[number] = [(q, fields["see"]) for q in self.texts(fields["see"], "see")]
        self.account(node, Role.QUESTION)
        return Record(
            kind=kind,
            question=asked,
            principles=lists.get("principles", ()),
            group=lists.get("group", ()),
            answers=tuple(a for a in answers if a is not None),
            tags=lists.get("tags", ()),
            id=self.maybe(fields, "id") or None,
            syntax=syntax,
            span=self.span(node),
            origin=self.whence(fields),
        )

    def maybe(self, fields: Mapping[str, Node], key: str) -> str:
        return self.text(fields[key], key) if key in fields else ""

    def whence(self, fields: Mapping[str, Node]) -> str | None:
        return self.text(fields["source"], "source") if "source" in fields else self.origin

    def answer(self, node: Node, syntax: Syntax) -> Answer | None:
        if node.kind == "text":
            text = self.text(node, "answer")
            return Answer(text, syntax=syntax, span=self.span(node)) if text.strip() else None
        fields = self.pairs(node, _ANSWER, "an answer")
        beats = self.beats(fields["beats"]) if "beats" in fields else ()
        lead, label, text = (self.maybe(fields, key) for key in ("lead", "label", "text"))
        text = text or _spoken(lead, beats)
        if not text.strip():
            return None
        return Answer(text, label, lead, beats, self.syntax(fields, syntax), self.span(node))

    def beats(self, node: Node) -> tuple[Beat, ...]:
        found: list[Beat] = []
        for item in node.items if node.kind == "list" else [node]:
            if item.kind != "pairs":
                self.bad(
                    item, "a beat is written as `situation: text`", "beats: [{situation: ...}, {task: ...}]",
                    f"this is {item.what()}",
                )  # fmt: skip
            for name, value in item.pairs:
                if all(part in _BEATS for part in name.text.split("+")):
                    found.append(Beat(name.text, self.text(value, name.text), self.span(value)))
                    continue
                near = nearest(name.text, _BEATS)
                hint = f"did you mean `{near}`?" if near else "one of " + ", ".join(_BEATS)
                self.bad(name, f'no beat is called "{name.text}"', hint)
        return tuple(found)

    def account(self, node: Node, role: Role) -> None:
        account = Account(role, "written out by hand")
        first, last = (self.source.position(at) for at in (node.start, node.end))
        end = last.line - (1 if last.column == 1 else 0)
        for line in range(first.line - 1, max(end, first.line)):
            self.roles[line] = account


def _spoken(lead: str, beats: Iterable[Beat]) -> str:
    """The text of an answer of which only the beats are written."""
    said = [f"{b.name.capitalize()}: {b.text}" for b in beats]
    return "\n".join([lead, *said] if lead else said)


def parse(source: Source) -> Reading:
    """The entries of records written out by hand, in order. Raises NotesError with all that is wrong."""
    root = yaml_tree.parse(source, source.text, 0, "yaml-notes", largest=LARGEST)
    parser = _Parser(source)
    entries: list[Principle | Record] = []
    for node in _items(parser, root):
        entry = parser.entry(node, len(entries))
        if entry is not None:
            entries.append(entry)
    _follow(parser, entries)
    if parser.wrong:
        raise NotesError(*parser.wrong)
    return Reading(Notebook(tuple(entries)), (LineAccounts(source, _accounts(source, parser)),))


def _items(parser: _Parser, root: Node | None) -> Sequence[Node]:
    if root is None:
        return ()
    if root.kind == "list":
        return root.items
    if root.pairs and all(name.text in KEYS and name.text not in _TOP for name, _ in root.pairs):
        parser.bad(
            root, "this is a configuration, not notes", "name the notes: ankigen build notes.txt --config FILE"
        )  # fmt: skip
        return ()
    fields = parser.pairs(root, _TOP, "notes by hand")
    if "source" in fields:
        parser.origin = parser.text(fields["source"], "source")
    node = fields.get("notes")
    if node is None:
        if not parser.wrong:
            parser.bad(root, "notes by hand are a list below `notes:`", "notes:\n  - question: ...")
        return ()
    if node.kind != "list":
        parser.bad(
            node, "`notes` takes a list", "notes:\n  - question: ...", f"this is {node.what()}"
        )
    return node.items


def _follow(parser: _Parser, entries: list[Principle | Record]) -> None:
    """`see: question` lends the answers of that question."""
    answered = {e.question: e for e in entries if isinstance(e, Record) and e.answers}
    for number, wanted in parser.seen.items():
        lent: list[Borrowed] = []
        for question, node in wanted:
            target = answered.get(question)
            if target is None:
                near = nearest(question, tuple(answered)) if answered else ""
                hint = (
                    f'did you mean "{near}"?'
                    if near
                    else "name a question of this file as it stands there"
                )
                parser.bad(node, f'no answered question here is "{question}"', hint)
            else:
                lent += [Borrowed(a, target.question) for a in target.answers]
        entry = entries[number]
        if isinstance(entry, Record):
            entries[number] = replace(entry, borrowed=tuple(lent))


def _accounts(source: Source, parser: _Parser) -> tuple[Account, ...]:
    blank, other = Account(Role.BLANK, "blank"), Account(Role.IGNORED, "YAML around the notes")
    lines = source.text.split("\n")
    return tuple(
        blank if not line.strip() else parser.roles.get(number, other)
        for number, line in enumerate(lines)
    )


# --- writing ---


def dump(notebook: Notebook, own: Config | None = None) -> str:
    """`notebook` and what its file's front matter says (`own`: deck, values, ids) as text that `parse` reads back to the same entries; what is derived (borrowed
    stories, other places) is left out."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
        odd = any((ord(c) < 32 and c != "\n") or c in _ODD for c in value)
        style = '"' if odd else "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    whole = next((o for o in map(_origin, notebook.entries) if o), "")
    data: dict[str, Any] = {"source": whole} if whole else {}
    settled = _own(own) if own is not None else {}
    data |= {"ankigen": settled} if settled else {}
    data["notes"] = [_plain(e, whole) for e in notebook.entries]
    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100))


def _own(own: Config) -> dict[str, Any]:
    said = {"deck": own.deck or "", "values": dict(own.values), "id": dict(own.ids)}
    return {key: value for key, value in said.items() if value}


def _origin(entry: Principle | Record) -> str:
    if entry.origin is not None or entry.span is None:
        return entry.origin or ""
    return PurePath(entry.span.source.name).name


def _plain(entry: Principle | Record, whole: str) -> dict[str, Any]:
    if isinstance(entry, Principle):
        said: dict[str, Any] = {
            "principle": entry.name,
            "statement": entry.statement,
            "aliases": list(entry.aliases),
        }
        said["syntax"] = entry.syntax if entry.syntax != "plain" else ""
    else:
        said = {
            entry.kind: entry.question,
            "id": entry.id or "",
            "principles": list(entry.principles),
            "group": list(entry.group),
            "tags": list(entry.tags),
            "syntax": entry.syntax if entry.syntax != "plain" else "",
            "see": list(dict.fromkeys(b.asked for b in entry.borrowed if not b.principle)),
            "answers": [_told(a, entry.syntax) for a in entry.answers],
        }
    first = next(iter(said))
    kept = {k: v for k, v in said.items() if v or k == first}
    own = _origin(entry)
    return kept if own == whole else {**kept, "source": own}


def _told(answer: Answer, syntax: Syntax) -> str | dict[str, Any]:
    other = answer.syntax if answer.syntax != syntax else ""
    if not answer.label and not answer.beats and not answer.lead and not other:
        return answer.text
    said: dict[str, Any] = {
        "label": answer.label,
        "text": answer.text,
        "lead": answer.lead,
        "beats": [{b.name: b.text} for b in answer.beats],
        "syntax": other,
    }
    return {k: v for k, v in said.items() if v}
