"""The README is what people paste: its commands and its Python run, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
SETUP = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "sources", tmp_path / "sources", ignore=lambda *_: ["ankigen.lock"])
    shutil.copy(ROOT / "examples" / "notes.txt", tmp_path)
    return tmp_path


def commands() -> list[str]:
    """The lines of its shell blocks that call ankigen, without set-up and remarks."""
    lines = [s for kind, text in BLOCKS if kind == "sh" for s in text.splitlines()]
    return [s.removeprefix(SETUP) for s in lines if s.removeprefix(SETUP).startswith("ankigen ")]


def test_the_first_command_builds_the_sources(folder: Path) -> None:
    first = commands()[0]
    assert f"{SETUP}{first}" in README
    done = _run(first, folder)
    assert done.returncode == 0, done.stderr
    assert re.match(r"interview\.apkg: deck “Interview notes”, \d\d notes", done.stdout)
    assert "Next: open the file with Anki" in done.stdout


def test_every_command_runs(folder: Path) -> None:
    assert len(commands()) >= 6
    for line in commands():
        done = _run(line, folder)
        assert done.returncode in ((0, 1) if line.startswith("ankigen diff") else (0,)), line
    assert {"interview.apkg", "cards.html", "ankigen.lock"} <= {p.name for p in folder.iterdir()}


def _run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line, comments=True)
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, timeout=120
    )


def test_its_python_runs(folder: Path) -> None:
    (code,) = (text for kind, text in BLOCKS if kind == "python")
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True)
    assert (folder / "interview.apkg").is_file()


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", README)
    assert len(links) >= 10
    kept = [n for n in links if n.startswith(("docs/", "examples/"))]
    assert all((ROOT / name).is_file() for name in kept), kept
