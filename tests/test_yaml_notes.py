"""Records by hand: the same notes from either form, errors with their places, hostile YAML refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import run

from ankigen import build, inputs, yaml_notes
from ankigen.config import Config
from ankigen.diagnostics import NotesError, as_text
from ankigen.source import Source

HERE = Path(__file__).parent
NOW = 1_764_000_000
ALL = [
    *sorted(p for p in (HERE / "notes" / "valid").iterdir() if p.suffix != ".json"),
    *sorted((HERE.parent / "sources").glob("*.txt")),
    *sorted((HERE.parent / "examples").glob("notes.*")),
    HERE.parent / "examples" / "folder",
]


def prepared(*sources: Source) -> build.Deck:
    return build.prepare(sources, Config(deck="Interview"), now=NOW)


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.name)
def test_the_same_notes_from_either_form(path: Path) -> None:
    first = prepared(*inputs.load([str(path)]))
    text = yaml_notes.dump(first.reading.notebook)
    again = prepared(Source("other.yaml", text))
    assert first.stamped.notes == again.stamped.notes
    assert first.reading.notebook.entries == again.reading.notebook.entries
    assert yaml_notes.dump(again.reading.notebook) == text


def test_packages_of_both_forms_do_not_differ(tmp_path: Path) -> None:
    notes = HERE / "notes" / "valid" / "tables.md"
    (tmp_path / "notes.md").write_bytes(notes.read_bytes())
    written = run("show", "--format", "yaml", "notes.md", cwd=tmp_path).stdout
    (tmp_path / "notes.yaml").write_text(written, encoding="utf-8")
    for name in ("notes.md", "notes.yaml"):
        assert run("build", name, "-o", f"{name}.apkg", "--no-lock", cwd=tmp_path).returncode == 0
    assert (tmp_path / "notes.md.apkg").read_bytes() == (tmp_path / "notes.yaml.apkg").read_bytes()
    done = run("diff", "notes.md.apkg", "notes.yaml.apkg", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    # The lock of one form knows every note of the other.
    run("build", "notes.md", "-o", "deck.apkg", cwd=tmp_path)
    told = run("build", "notes.yaml", "-o", "deck.apkg", cwd=tmp_path).stdout
    assert "0 new, 0 changed, 0 reworded" in told


def test_front_matter_goes_along(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "---\ntags: [warm]\nankigen:\n  deck: Bakery\n  values: {xx: Ovenly}\n"
        '  id: {"Why xx?": why}\n---\n# Why xx?\nFor the bread.\n# Where is xx?\n',
        encoding="utf-8",
    )
    written = run("show", "--format", "yaml", "notes.md", cwd=tmp_path).stdout
    assert "ankigen:\n  deck: Bakery\n" in written
    (tmp_path / "notes.yaml").write_text(written, encoding="utf-8")
    for name in ("notes.md", "notes.yaml"):
        assert run("build", name, "-o", f"{name}.apkg", "--no-lock", cwd=tmp_path).returncode == 0
    assert (tmp_path / "notes.md.apkg").read_bytes() == (tmp_path / "notes.yaml.apkg").read_bytes()
    (tmp_path / "notes.yaml").write_text(written.replace("deck:", "dekc:"), encoding="utf-8")
    assert "did you mean `deck`?" in run("check", "notes.yaml", cwd=tmp_path).stderr


def test_front_matter_of_several_files_goes_along(tmp_path: Path) -> None:
    top = "---\nankigen:\n  deck: Bakery\n  values: {xx: Ovenly}\n"
    (tmp_path / "a.md").write_text(f"{top}---\n# Why xx?\nFor the bread.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(
        f'{top}  id: {{"Who is xx?": who}}\n---\n# Who is xx?\nA baker.\n', encoding="utf-8"
    )
    written = run("show", "--format", "yaml", "a.md", "b.md", cwd=tmp_path).stdout
    (tmp_path / "notes.yaml").write_text(written, encoding="utf-8")
    for name, sources in (("one", ["a.md", "b.md"]), ("two", ["notes.yaml"])):
        done = run("build", *sources, "-o", f"{name}.apkg", "--no-lock", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_front_matter_that_one_file_cannot_say_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndeck: Bakery\n---\n# Why?\nSo.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Who?\nA baker.\n", encoding="utf-8")
    done = run("show", "--format", "yaml", "a.md", "b.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: a.md and b.md differ in `deck`, which one file can say only once.\n"
        "Show them one by one, each into a file of its own.\n"
    )


def test_a_pointer_is_written_as_see() -> None:
    text = "• Tell me about a knot.\nA bowline.\n• Tell me about a rope.\nsee above\n• Why?\n"
    first = prepared(Source("notes.txt", text))
    written = yaml_notes.dump(first.reading.notebook)
    assert "see:\n      - Tell me about a knot." in written
    assert prepared(Source("notes.yaml", written)).stamped.notes == first.stamped.notes


def wrong(text: str) -> str:
    with pytest.raises(NotesError) as caught:
        yaml_notes.parse(Source("notes.yaml", text))
    return "\n".join(as_text(d) for d in caught.value.diagnostics)


@pytest.mark.parametrize(
    ("text", "message", "caret", "hint"),
    [
        ("notes:\n  - question: Why?\n    anwser: x\n", "unknown key `anwser` in a question", "    ^^^^^^", "did you mean `answer`?"),
        ("notes:\n  - qestion: Why?\n", "each note starts with `principle:`, `question:` or `story:`", "    ^^^^^^^^^^^^^", "- question:"),
        ("note:\n  - question: Why?\n", "unknown key `note` in notes by hand", "^^^^", "did you mean `notes`?"),
        ("notes: none\n", "`notes` takes a list", "       ^^^^", "notes:"),
        ("notes:\n  - question: [Why, How]\n", "`question` takes a text", "              ^^^^^^^^^^", 'question: "..."'),
        ("- question: Why?\n  question: How?\n", "`question` stands twice", "  ^^^^^^^^", "keep one"),
        ("- question: Why?\n  answers:\n    - beats: [{situaton: x}]\n", 'no beat is called "situaton"', "               ^^^^^^^^", "did you mean `situation`?"),
        ("- question: Why?\n  answers:\n    - beats: [x]\n", "a beat is written as `situation: text`", "              ^", "beats:"),
        ("- question: 测试为什么\n  tag: x\n", "unknown key `tag`", "  ^^^", "did you mean `tags`?"),
        ("- {question: 测试, tgas: x}\n", "unknown key `tgas`", "                   ^^^^", "did you mean `tags`?"),
        ("- question: ''\n", "a question needs words", "  ^^^^^^^^^^^^", 'question: "Tell'),
        ("- principle:\n", "a principle needs a name", "  ^^^^^^^^^^", "principle: Ownership"),
        ("- question: Why?\n  syntax: markdwon\n", 'no syntax is called "markdwon"', "          ^^^^^^^^", "did you mean markdown?"),
        ("- question: Why?\n  see: How?\n", 'no answered question here is "How?"', "       ^^^^", "name a question"),
        ("- question: Why?\n\tanswer: x\n", "a tab cannot indent here", "^^^^", "indent with spaces"),
        ("- question: Why?\n  answer: a: b\n", "this : cannot stand here", "           ^", "quotes"),
        ("- question: *why*\n", "text that starts with * goes into quotes", "            ^", '"*why*"'),
        ('- question: "Why?\n', "this quote is never closed", "            ^", "close it"),
        ("- question: Why?\n  answer: \x01\n", "YAML allows no control character here", "          ^", "delete it"),
    ],
)  # fmt: skip
def test_errors_point_at_their_place(text: str, message: str, caret: str, hint: str) -> None:
    shown = wrong(text)
    assert message in shown
    assert f"| {caret} " in shown
    assert f"  = {hint}" in shown or hint in shown.rsplit("  = ", 1)[1]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "points to another place"),
        ("- question: &w Why?\n- question: *w\n", "points to another place"),
        ("- question: !!python/object/apply:os.system [ls]\n", "a tag"),
        ("- question: !mine Why?\n", "a tag"),
        ("- question: !!binary aGVsbG8=\n", "a tag"),
        ("- question: !!int '5'\n", "a tag"),
        ("- <<: {question: Why?}\n", "each note starts with"),
        ("- question: Why?\n  <<: {tags: [a]}\n", "unknown key `<<`"),
        ("[" * 100_000, "nested more than 20 deep"),
        ("- " * 100_000, "nested more than 20 deep"),
        ("{a: " * 100_000, "nested more than 20 deep"),
        ("- question: a\n---\n- question: b\n", "a second document starts here"),
        ("? [a]\n: b\n", "a key in notes by hand is a text"),
        ("- question: Why?\n" + "  answer: x\n" * 3, "stands twice"),
    ],
    ids=range(14),
)
def test_what_no_hand_writes_is_refused(text: str, message: str) -> None:
    assert message in wrong(text)


def test_numbers_and_dates_are_texts() -> None:
    huge = "9" * 10**6
    text = f"- question: 1e999999\n  answer: 2024-01-01\n- question: {huge}\n- question: yes\n"
    records = yaml_notes.parse(Source("n.yaml", text)).notebook.records
    assert [r.question for r in records] == ["1e999999", huge, "yes"]
    assert records[0].answers[0].text == "2024-01-01"
