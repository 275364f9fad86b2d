"""`ankigen diff`: what the next import does, from the lock, and between two packages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

NOTES = """\
1. Mend It
Before it falls.

- Tell me about a roof that you mended.
The barn's, with tar and an old sail.
- Who taught you to mend?

2. Share the Load
Four hands carry a beam.

- When did you ask for help?
When the beam was wet.
- Whom did you carry?
"""
REWORDED = "Tell me about the roof you mended."


def ankigen(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ankigen", *args], cwd=folder, capture_output=True, text=True, timeout=60
    )  # fmt: skip


def diff(folder: Path, *args: str) -> tuple[int, dict[str, list[dict[str, object]]]]:
    done = ankigen(folder, "diff", *args, "--format", "json")
    kinds: dict[str, list[dict[str, object]]] = {}
    for note in json.loads(done.stdout)["notes"]:
        kinds.setdefault(note["kind"], []).append(note)
    return done.returncode, kinds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    assert ankigen(tmp_path, "build", "notes.txt", "-o", "d.apkg").returncode == 0
    return tmp_path


def edit(folder: Path, *swaps: tuple[str, str]) -> None:
    text = (folder / "notes.txt").read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    (folder / "notes.txt").write_text(text, encoding="utf-8")


def test_nothing_to_do_is_0(folder: Path) -> None:
    done = ankigen(folder, "diff", "notes.txt", "-o", "d.apkg")
    assert (done.returncode, done.stdout) == (0, "6 unchanged\n")
    assert ankigen(folder, "diff", "d.apkg", "d.apkg").stdout == "6 unchanged\n"


def test_each_kind_of_change_once(folder: Path) -> None:
    edit(
        folder,
        ("Tell me about a roof that you mended.", REWORDED),
        ("When the beam was wet.", "When the long beam was wet."),
        ("- Who taught you to mend?\n", ""),
        (
            "- Whom did you carry?\n",
            "- Whom did you carry?\n- Who taught you to mend?\n- Which nail held?\n",
        ),
    )
    changed = (folder / "notes.txt").read_text(encoding="utf-8")
    (folder / "notes.txt").write_text(
        changed.replace("- Whom did you carry?\n", ""), encoding="utf-8"
    )
    shown = ankigen(folder, "diff", "notes.txt", "-o", "d.apkg")
    assert shown.returncode == 1
    code, kinds = diff(folder, "notes.txt", "-o", "d.apkg")
    assert code == 1
    assert {k: [n["question"] for n in v] for k, v in kinds.items()} == {
        "new": ["Which nail held?"], "reworded": [REWORDED], "changed": ["When did you ask for help?"],
        "moved": ["Who taught you to mend?"], "removed": ["Whom did you carry?"],
    }  # fmt: skip
    assert kinds["reworded"][0]["was"] == "Tell me about a roof that you mended."
    assert (
        "  ~ Tell me about a roof that you mended.\n    → Tell me about the roof you mended.\n"
        in shown.stdout
    )
    assert "      Answer: When the{+ long+} beam was wet.\n" in shown.stdout
    assert "      Principle names: [-Mend It-]{+Share the Load+}\n" in shown.stdout
    assert f"  Id:{kinds['removed'][0]['guid']}\n" in shown.stdout
    assert shown.stdout.endswith(
        "2 unchanged\nAn import deletes nothing. To find what left the notes, paste into Anki's browser:\n"
        f"  Id:{kinds['removed'][0]['guid']}\n"
    )

    # the build does what was said; then there is nothing more to say; two packages tell the same
    assert ankigen(folder, "build", "notes.txt", "-o", "e.apkg").returncode == 0
    assert diff(folder, "notes.txt", "-o", "e.apkg") == (0, {})
    code, packed = diff(folder, "d.apkg", "e.apkg")
    assert code == 1
    assert {k: [n["question"] for n in v] for k, v in packed.items()} == {
        k: [n["question"] for n in v] for k, v in kinds.items()
    }


def test_without_a_lock_the_earlier_package_tells(folder: Path) -> None:
    (folder / "ankigen.lock").unlink()
    edit(
        folder,
        ("When the beam was wet.", "When the long beam was wet."),
        ("- Whom did you carry?\n", ""),
    )
    code, kinds = diff(folder, "notes.txt", "-o", "d.apkg")
    assert code == 1
    assert {k: [n["question"] for n in v] for k, v in kinds.items()} == {
        "changed": ["When did you ask for help?"], "removed": ["Whom did you carry?"],
    }  # fmt: skip
    assert not (folder / "ankigen.lock").exists()


def test_another_look_is_a_change(folder: Path) -> None:
    (folder / "mine.css").write_text(".card { color: teal }\n")
    (folder / "ankigen.yaml").write_text("style: mine.css\n")
    done = ankigen(folder, "diff", "notes.txt", "-o", "d.apkg")
    assert done.returncode == 1
    assert done.stdout == "another look: ankigen Question, ankigen Principle\n6 unchanged\n"


def test_a_doubt_is_told_before_the_build(folder: Path) -> None:
    edit(
        folder,
        (
            "- Who taught you to mend?",
            "- Who taught you to mend at sea?\n- Who taught you to mend at home?",
        ),
    )
    done = ankigen(folder, "diff", "notes.txt", "-o", "d.apkg")
    assert done.returncode == 1
    assert "warning[doubtful-identity]" in done.stderr
    assert '"Who taught you to mend?"' in done.stderr


@pytest.mark.parametrize(
    "args",
    [["missing.txt"], ["d.apkg", "missing.apkg"], ["notes.txt", "d.apkg"], ["notes.txt", "-o", "broken.apkg"], [], ["--format", "xml", "notes.txt"]],
)  # fmt: skip
def test_an_error_is_2(args: list[str], folder: Path) -> None:
    (folder / "broken.apkg").write_bytes(b"PK\x03\x04 no more")
    done = ankigen(folder, "diff", *args)
    assert done.returncode == 2, done.stdout
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
