"""The library as a program uses it: what `ankigen` exports, and every file in examples/."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import ankigen
from ankigen import NotesError, Source, load, prepare, read, write

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NOW = 1_764_000_000


def test_every_name_is_there_and_tells_what_it_is() -> None:
    for name in ankigen.__all__:
        assert getattr(ankigen, name).__doc__, name
    assert sorted(ankigen.__all__) == ankigen.__all__
    with pytest.raises(AttributeError):
        ankigen.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_name_is_on_the_page() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    inner = {"Account", "LineAccounts", "Position", "Role", "Span", "Package", "Deck"}
    for name in set(ankigen.__all__) - inner:
        assert re.search(rf"\b{name}\b", page), name


def test_the_command_line_opens_no_room_before_it_is_needed() -> None:
    code = "import sys, ankigen.cli; print([m for m in sys.modules if m.startswith(('ankigen.', 'yaml', 'genanki'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for late in ("ankigen.build", "ankigen.reader", "ankigen.package", "genanki", "'yaml'"):
        assert late not in done.stdout


def test_the_command_opens_nothing_before_it_can_be_stopped() -> None:
    """What Ctrl-C would meet outside of `main` ends in a traceback."""
    code = (
        "import sys; before = set(sys.modules); import ankigen.__main__\n"
        "print(sorted(m for m in set(sys.modules) - before if 'importlib' not in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    opened = set(re.findall(r"'(.*?)'", done.stdout))
    assert {"ankigen", "ankigen.__main__"} <= opened
    assert not opened & {"click", "typing", "re", "dataclasses", "pathlib", "ankigen.cli"}


def test_every_name_is_in_its_room() -> None:
    for name in ankigen.__all__:
        assert getattr(ankigen, name) is not None
    assert set(ankigen.__all__) <= set(dir(ankigen))


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    deck = prepare(load([str(EXAMPLES / "notes.md"), str(EXAMPLES / "folder")]), now=NOW)
    write(deck, tmp_path / "d.apkg", tmp_path / "ankigen.lock")
    read([Source("n.txt", "xx\0\n• Why xx?")])
    with pytest.raises(NotesError):
        load([str(tmp_path / "missing.txt")])
    assert capfd.readouterr() == ("", "")


def test_the_example_of_ten_lines_runs(tmp_path: Path) -> None:
    script = EXAMPLES / "library.py"
    lines = [
        s for s in script.read_text(encoding="utf-8").splitlines() if s and not s.startswith('"""')
    ]
    assert len(lines) <= 10
    (tmp_path / "sources").symlink_to(ROOT / "sources")
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "notes in the deck" in done.stdout
    assert (tmp_path / "library.apkg").is_file()


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.iterdir() if p.suffix != ".py"), ids=lambda p: p.name
)
def test_every_example_of_notes_builds_without_a_warning(path: Path) -> None:
    config = None
    if path.is_dir():
        settings = (path / "ankigen.yaml").read_text(encoding="utf-8")
        config = ankigen.parse_config(Source("ankigen.yaml", settings), path)
    deck = prepare(load([str(path)]), config, now=NOW)
    assert {d.severity for d in deck.diagnostics} <= {"note"}
    assert any(r.state == "own" for r in deck.reading.notebook.records)
    assert deck.reading.notebook.principles
