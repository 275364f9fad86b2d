"""Notes in every layout, read as a careful person reads them; expected records stand beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ankigen import config as configuration
from ankigen import outline, reader, styles
from ankigen.config import Config
from ankigen.inputs import decode
from ankigen.lines import classify
from ankigen.reading import Reading, Role

HERE = Path(__file__).parent / "notes"
NOTES = sorted(p for p in (HERE / "valid").iterdir() if not p.name.endswith(".expected.json"))
CONFIGURED = sorted(p for p in (HERE / "configured").iterdir() if p.suffix in (".txt", ".md"))


def test_there_are_notes() -> None:
    assert len(NOTES) >= 20
    assert len(CONFIGURED) >= 7


def view(reading: Reading) -> dict[str, Any]:
    """What a careful reader would write down: lines, texts, principles, whose answer."""
    records = []
    for record in reading.notebook.records:
        assert record.span is not None
        answers = [
            {
                "line": a.span.line if a.span else None,
                "label": a.label,
                "starts": a.text[:40],
                "beats": [b.name for b in a.beats],
            }
            for a in record.answers
        ]
        records.append(
            {
                "kind": record.kind,
                "line": record.span.line,
                "text": record.question,
                "principles": list(record.principles),
                "state": record.state,
                "answers": answers,
                "also_at": [s.line for s in record.also_at],
            }
        )
    return {
        "principles": [
            {"line": p.span.line if p.span else None, "name": p.name, "statement": p.statement}
            for p in reading.notebook.principles
        ],
        "records": records,
        "findings": [  # "state" tells of each unanswered question already
            [d.code, d.span.line if d.span else None]
            for d in reading.diagnostics
            if d.severity != "note"
        ],
    }


def compare(path: Path, reading: Reading, rewrite: bool) -> None:
    expected = path.with_name(path.name + ".expected.json")
    got = view(reading)
    if rewrite:
        expected.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTES, ids=lambda p: p.name)
def test_read_as_expected(path: Path, rewrite: bool) -> None:
    compare(path, reader.read([decode(path.name, path.read_bytes())], Config()), rewrite)


@pytest.mark.parametrize("path", CONFIGURED, ids=lambda p: p.name)
def test_one_line_of_configuration_settles_it(path: Path, rewrite: bool) -> None:
    text = path.with_suffix(".yaml").read_text(encoding="utf-8")
    assert len(text.strip().split("\n")) <= 10
    config = configuration.parse(decode("ankigen.yaml", text.encode()))
    compare(path, reader.read([decode(path.name, path.read_bytes())], config), rewrite)


@pytest.mark.parametrize("path", NOTES, ids=lambda p: p.name)
def test_every_answer_line_is_in_the_records(path: Path) -> None:
    reading = reader.read([decode(path.name, path.read_bytes())], Config())
    told = "\n".join(a.text for r in reading.notebook.records for a in r.answers)
    squeezed = "".join(told.split())
    for account in reading.accounts:
        assert len(account.lines) == account.source.text.count("\n") + 1
        for number, line in enumerate(account.lines, 1):
            if line.role in (Role.ANSWER, Role.BEAT):
                words = [
                    w for w in account.source.line(number).replace(">", " ").split() if w.isalpha()
                ]
                for word in words[1:]:
                    assert word in squeezed, (number, word)


@pytest.mark.parametrize("path", NOTES, ids=lambda p: p.name)
def test_any_role_for_any_style_is_read(path: Path) -> None:
    source = decode(path.name, path.read_bytes())
    org = path.suffix == ".org"
    found = set(styles.decide(outline.units(classify(source, org=org), org=org), Config()).keys)
    assert found
    for style in found:
        for role in configuration.ROLES:
            rule = configuration.RoleRule(style, Role(role))
            reading = reader.read([source], Config(roles=(rule,)))
            assert len(reading.accounts[0].lines) == source.text.count("\n") + 1
            assert "config-unused" not in {d.code for d in reading.diagnostics}


def test_a_mark_names_no_words() -> None:
    text = "• Why?\nBecause.\n"
    config = configuration.parse(
        decode("ankigen.yaml", b'roles: {"**": question, "*": question}\n')
    )
    assert len(reader.read([decode("n.txt", text.encode())], config).notebook.records) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "crlf", "cr"])
def test_encodings_and_line_ends_change_nothing(encoding: str) -> None:
    path = HERE / "valid" / "lettered.txt"
    plain = view(reader.read([decode("n.txt", path.read_bytes())]))
    text = path.read_text(encoding="utf-8")
    data = {
        "utf-8-sig": lambda: text.encode("utf-8-sig"),
        "utf-16": lambda: text.encode("utf-16"),
        "utf-16-le-bom": lambda: b"\xff\xfe" + text.encode("utf-16-le"),
        "crlf": lambda: text.replace("\n", "\r\n").encode(),
        "cr": lambda: text.replace("\n", "\r").encode(),
    }[encoding]()
    assert view(reader.read([decode("n.txt", data)])) == plain


def test_a_blank_line_within_code_moves_no_star_part() -> None:
    text = (
        "# Tell me about a time you fixed a thing\n\n## Situation\n\nIt broke.\n\n```\none\n\ntwo\n```\n\n"
        "## Action\n\nI mended it.\n"
    )
    (account,) = reader.read([decode("notes.md", text.encode())], Config()).accounts
    beats = [i for i, line in enumerate(account.lines) if line.role is Role.BEAT]
    assert [text.split("\n")[i] for i in beats] == ["## Situation", "## Action"]
