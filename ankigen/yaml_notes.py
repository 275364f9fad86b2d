"""Records written out by hand: one ordered list of principles, questions and stories; both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ankigen.config import compose, nearest
from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.reading import Account, LineAccounts, Reading, Role
from ankigen.records import Answer, Beat, Kind, Notebook, Principle, Record, Syntax
from ankigen.source import Source, Span

if TYPE_CHECKING:
    import yaml

LARGEST = 64 * 1024 * 1024  # characters: far more than anybody writes by hand
_PRINCIPLE = ("principle", "statement", "aliases", "syntax")
_RECORD = ("principles", "group", "tags", "id", "answers", "answer", "syntax")
_ANSWER = ("text", "label", "lead", "beats", "syntax", "starts")
_ODD = "\x7f\x85\u2028\u2029\ufeff"  # line ends to YAML, or nothing that it prints
_SYNTAXES = ("plain", "markdown", "org")


class _Parser:
    """Nodes to records; collects everything that is wrong."""

    def __init__(self, source: Source):
        self.source = source
        self.wrong: list[Diagnostic] = []
        self.roles: dict[int, Account] = {}

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        return Span(self.source, start, max(end, start))

    def bad(self, node: yaml.Node, message: str, hint: str = "", label: str = "here") -> None:
        span = self.span(node)
        line_end = self.source.text.find("\n", span.start)
        end = min(span.end, line_end if line_end >= 0 else span.end)
        self.wrong.append(
            report(
                "yaml-notes", message, Span(self.source, span.start, end), label=label, hint=hint
            )
        )

    def text(self, node: yaml.Node, key: str) -> str:
        if getattr(node, "id", "") == "scalar":
            return (
                ""
                if str(node.tag).endswith(":null") and node.value in ("", "~", "null")
                else str(node.value)
            )
        self.bad(node, f"`{key}` takes a text", f"{key}: ...")
        return ""

    def texts(self, node: yaml.Node, key: str) -> tuple[str, ...]:
        if getattr(node, "id", "") == "sequence":
            return tuple(self.text(n, key) for n in node.value)
        one = self.text(node, key)
        return (one,) if one else ()

    def pairs(self, node: yaml.Node, known: Sequence[str], what: str) -> dict[str, yaml.Node]:
        if getattr(node, "id", "") != "mapping":
            self.bad(
                node, f"{what} is written as `key: text` pairs", f"the keys are {', '.join(known)}"
            )
            return {}
        found: dict[str, yaml.Node] = {}
        for name, value in node.value:
            key = str(name.value) if getattr(name, "id", "") == "scalar" else ""
            if key not in known:
                near = nearest(key, known) if key else ""
                self.bad(
                    name,
                    f"unknown key `{key}` in {what}",
                    f"did you mean `{near}`?" if near else f"the keys are {', '.join(known)}",
                )
            elif key in found:
                self.bad(name, f"`{key}` stands twice in {what}", "keep one of them")
            else:
                found[key] = value
        return found

    def syntax(self, fields: Mapping[str, yaml.Node], default: Syntax = "plain") -> Syntax:
        if "syntax" not in fields:
            return default
        name = self.text(fields["syntax"], "syntax")
        for syntax in _SYNTAXES:
            if name == syntax:
                return cast(Syntax, syntax)
        self.bad(fields["syntax"], f'no syntax "{name}"', "one of " + ", ".join(_SYNTAXES))
        return default

    def entry(self, node: yaml.Node) -> Principle | Record | None:
        keys = [str(k.value) for k, _ in node.value] if getattr(node, "id", "") == "mapping" else []
        for kind in ("principle", "question", "story"):
            if kind in keys:
                return self.principle(node) if kind == "principle" else self.record(node, kind)
        self.bad(
            node,
            "each note starts with `principle:`, `question:` or `story:`",
            '- question: "Tell me about ..."',
        )
        return None

    def principle(self, node: yaml.Node) -> Principle:
        fields = self.pairs(node, _PRINCIPLE, "a principle")
        name = self.text(fields["principle"], "principle") if "principle" in fields else ""
        if not name.strip():
            self.bad(node, "a principle needs a name", "principle: Ownership")
        statement = self.text(fields["statement"], "statement") if "statement" in fields else ""
        aliases = self.texts(fields["aliases"], "aliases") if "aliases" in fields else ()
        self.account(node, Role.PRINCIPLE)
        return Principle(name, statement, aliases, self.syntax(fields), self.span(node))

    def record(self, node: yaml.Node, kind: Kind) -> Record:
        fields = self.pairs(node, (kind, *_RECORD), f"a {kind}")
        asked = self.text(fields[kind], kind) if kind in fields else ""
        if not asked.strip():
            self.bad(node, f"a {kind} needs words", f'{kind}: "Tell me about ..."')
        syntax = self.syntax(fields)
        listed = fields.get("answers")
        single = fields.get("answer")
        nodes: list[yaml.Node] = [single] if single is not None else []
        if listed is not None:
            nodes += listed.value if getattr(listed, "id", "") == "sequence" else [listed]
        answers = [self.answer(n, syntax) for n in nodes]
        self.account(node, Role.QUESTION)
        return Record(
            kind=kind,
            question=asked,
            principles=self.texts(fields["principles"], "principles")
            if "principles" in fields
            else (),
            group=self.texts(fields["group"], "group") if "group" in fields else (),
            answers=tuple(a for a in answers if a is not None),
            tags=self.texts(fields["tags"], "tags") if "tags" in fields else (),
            id=(self.text(fields["id"], "id") or None) if "id" in fields else None,
            syntax=syntax,
            span=self.span(node),
        )

    def answer(self, node: yaml.Node, syntax: Syntax) -> Answer | None:
        if getattr(node, "id", "") == "scalar":
            text = self.text(node, "answer")
            return Answer(text, syntax=syntax, span=self.span(node)) if text.strip() else None
        fields = self.pairs(node, _ANSWER, "an answer")
        beats = self.beats(fields["beats"]) if "beats" in fields else ()
        lead = self.text(fields["lead"], "lead") if "lead" in fields else ""
        label = self.text(fields["label"], "label") if "label" in fields else ""
        text = self.text(fields["text"], "text") if "text" in fields else ""
        if not text:
            said = [f"{b.name.capitalize()}: {b.text}" for b in beats]
            text = "\n".join([lead, *said] if lead else said)
        if not text.strip():
            return None
        return Answer(text, label, lead, beats, self.syntax(fields, syntax), self.span(node))

    def beats(self, node: yaml.Node) -> tuple[Beat, ...]:
        items = node.value if getattr(node, "id", "") == "sequence" else [node]
        found: list[Beat] = []
        known = ("situation", "task", "action", "result", "learning")
        for item in items:
            if getattr(item, "id", "") != "mapping":
                self.bad(
                    item,
                    "a beat is written as `situation: text`",
                    "beats: [{situation: ...}, {task: ...}]",
                )
                continue
            for name, value in item.value:
                key = str(name.value)
                if not all(part in known for part in key.split("+")):
                    near = nearest(key, known)
                    self.bad(
                        name,
                        f'no beat is called "{key}"',
                        f"did you mean `{near}`?" if near else "one of " + ", ".join(known),
                    )
                    continue
                found.append(Beat(key, self.text(value, key), self.span(value)))
        return tuple(found)

    def account(self, node: yaml.Node, role: Role) -> None:
        account = Account(role, "written out by hand")
        last = node.end_mark.line - (1 if node.end_mark.column == 0 else 0)
        for line in range(node.start_mark.line, max(last, node.start_mark.line) + 1):
            self.roles[line] = account


def parse(source: Source) -> Reading:
    """The entries of records written out by hand, in order. Raises NotesError with all that is wrong."""
    if len(source.text) > LARGEST:
        raise NotesError(
            report(
                "yaml-notes",
                f"{source.name}: larger than {LARGEST >> 20} MB",
                hint="split the file",
            )
        )
    root = compose(source, source.text, 0, "yaml-notes")
    parser = _Parser(source)
    entries: list[Principle | Record] = []
    for node in _items(parser, root):
        entry = parser.entry(node)
        if entry is not None:
            entries.append(entry)
    if parser.wrong:
        raise NotesError(*parser.wrong)
    return Reading(Notebook(tuple(entries)), (LineAccounts(source, _accounts(source, parser)),))


def _items(parser: _Parser, root: yaml.Node | None) -> Sequence[Any]:
    if root is None:
        return ()
    if getattr(root, "id", "") == "sequence":
        return list(root.value)
    fields = parser.pairs(root, ("notes",), "notes by hand")
    node = fields.get("notes")
    if node is None:
        if not parser.wrong:
            parser.bad(root, "notes by hand are a list below `notes:`", "notes:\n  - question: ...")
        return ()
    if getattr(node, "id", "") != "sequence":
        parser.bad(node, "`notes` takes a list", "notes:\n  - question: ...")
        return ()
    return list(node.value)


def _accounts(source: Source, parser: _Parser) -> tuple[Account, ...]:
    blank, other = Account(Role.BLANK, "blank"), Account(Role.IGNORED, "YAML around the notes")
    lines = source.text.split("\n")
    return tuple(
        blank if not line.strip() else parser.roles.get(number, other)
        for number, line in enumerate(lines)
    )


# --- writing ---


def dump(notebook: Notebook) -> str:
    """`notebook` as text that `parse` reads back to the same entries; what is derived (borrowed
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
    data = {"notes": [_plain(e) for e in notebook.entries]}
    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100))


def _plain(entry: Principle | Record) -> dict[str, Any]:
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
            "answers": [_told(a, entry.syntax) for a in entry.answers],
        }
    first = next(iter(said))
    return {k: v for k, v in said.items() if v or k == first}


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
