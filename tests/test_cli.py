"""The commands as a person runs them: what they print, how they end, what they leave behind."""

from __future__ import annotations

import errno
import io
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ankigen.cli import session
from ankigen.source import Source

NOTES = """\
1. Count Twice
Then once more.

Case 1: I counted the keys of the school before the holidays and after them.

• What did you count last?
Keys. There was one too many.
• Who counts on you?
"""


def run(*args: str, cwd: Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "ankigen", *args], cwd=cwd, input=stdin, capture_output=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1764000000"} | env, timeout=120,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    return tmp_path


def listing(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()}


def test_build_says_what_was_made_and_what_to_do(folder: Path) -> None:
    done = run("build", "notes.txt", "-o", "d.apkg", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "d.apkg: deck “Notes”, 4 notes, 4 cards" in done.stdout
    assert "2 questions: 1 answered, 1 borrow a story, 0 have nothing yet" in done.stdout
    assert "4 new, 0 changed, 0 reworded, 0 unchanged, 0 retired" in done.stdout
    assert "never delete the deck first" in done.stdout
    assert "save the file to Downloads" in done.stdout
    assert listing(folder) == {"notes.txt", "d.apkg", "ankigen.lock"}


def test_same_notes_same_bytes_wherever_and_whenever(folder: Path, tmp_path: Path) -> None:
    run("build", "notes.txt", "-o", "a.apkg", cwd=folder)
    first = (folder / "a.apkg").read_bytes()
    run("build", "notes.txt", "-o", "b.apkg", cwd=folder, SOURCE_DATE_EPOCH="1770000000")
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "notes.txt").write_text(NOTES, encoding="utf-8")
    run("build", "notes.txt", "-o", "c.apkg", cwd=other)
    assert first == (folder / "b.apkg").read_bytes() == (other / "c.apkg").read_bytes()


def test_show_json_keeps_its_keys(folder: Path) -> None:
    done = run("show", "--format", "json", "notes.txt", cwd=folder)
    data = json.loads(done.stdout)
    assert {"version", "principles", "records", "lines", "diagnostics"} <= data.keys()
    assert data["version"] == 1
    story, first, second = data["records"]
    assert (story["kind"], story["line"]) == ("story", 4)
    assert first["answers"][0]["line"] == 7
    assert second["borrowed"][0] == {
        "line": 4,
        "label": "Case 1",
        "asked": "Tell a story that shows Count Twice",
    }
    assert data["lines"] == {"total": 9, "blank": 3, "read": 6, "ignored": []}


def test_show_lines_gives_each_line_its_reason(folder: Path) -> None:
    out = run("show", "--lines", "notes.txt", cwd=folder).stdout
    assert '6  question: 2 of 2 lines marked "•" ask' in out
    assert "2  statement: text right below a principle" in out


def test_yaml_written_out_builds_the_same_notes(folder: Path) -> None:
    out = run("show", "--format", "yaml", "notes.txt", cwd=folder).stdout
    (folder / "notes.yaml").write_text(out, encoding="utf-8")
    run("build", "notes.txt", "-o", "a.apkg", "--no-lock", cwd=folder)
    run("build", "notes.yaml", "-o", "b.apkg", "--no-lock", cwd=folder)
    packages = [
        json.loads(run("inspect", f, "--format", "json", cwd=folder).stdout)
        for f in ("a.apkg", "b.apkg")
    ]
    one, two = ({n["guid"]: n["fields"][:3] for n in p["notes"]} for p in packages)
    assert one == two
    assert [c["due"] for c in packages[0]["cards"]] == [c["due"] for c in packages[1]["cards"]]


def test_check_in_each_form(folder: Path) -> None:
    (folder / "notes.txt").write_text(NOTES + "• Why xx?\n", encoding="utf-8")
    assert run("check", "notes.txt", cwd=folder).returncode == 0
    assert run("check", "notes.txt", "--strict", cwd=folder).returncode == 1
    found = json.loads(run("check", "--format", "json", "notes.txt", cwd=folder).stdout)[
        "diagnostics"
    ]
    assert [(d["code"], d["severity"], d["line"], d["column"]) for d in found] == [
        ("no-answer", "note", 8, 3),
        ("no-answer", "note", 9, 3),
        ("placeholder", "warning", 9, 7),
    ]
    github = run("check", "--format", "github", "notes.txt", cwd=folder).stdout
    assert github.startswith("::notice file=notes.txt,line=8,col=3,title=no-answer::")
    assert "\n::warning file=notes.txt,line=9,col=7,title=placeholder::" in github
    assert run("check", "notes.txt", "--set", "xx=Ovenly", "--strict", cwd=folder).returncode == 0


def test_standard_input_and_no_colour(folder: Path) -> None:
    done = run("build", "-", "-o", "d.apkg", "--no-lock", cwd=folder, stdin=NOTES.encode())
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr


def test_usage_errors_end_with_2(folder: Path) -> None:
    for args in (["build"], ["bild", "notes.txt"], ["show", "--format", "xml", "notes.txt"]):
        done = run(*args, cwd=folder)
        assert done.returncode == 2, args
        assert "Traceback" not in done.stderr
    assert "Did you mean build?" in run("bild", cwd=folder).stderr


# --- bad input: test_bad_input.py has the rest ---


def test_a_full_disk_leaves_the_earlier_pair(folder: Path) -> None:
    run("build", "notes.txt", "-o", "d.apkg", cwd=folder)
    before = (folder / "d.apkg").read_bytes(), (folder / "ankigen.lock").read_bytes()
    (folder / "notes.txt").write_text(
        NOTES + "• Why " + "so " * 40_000 + "long?\n", encoding="utf-8"
    )

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "ankigen", "build", "notes.txt", "-o", "d.apkg"],
        cwd=folder, capture_output=True, text=True, preexec_fn=small,
    )  # fmt: skip
    assert done.returncode == 1
    assert "error[cannot-write]" in done.stderr
    assert "Traceback" not in done.stderr
    assert ((folder / "d.apkg").read_bytes(), (folder / "ankigen.lock").read_bytes()) == before
    assert listing(folder) == {"notes.txt", "d.apkg", "ankigen.lock"}


def test_no_space_is_said_plainly() -> None:
    from ankigen.cli import session

    found = session.system_error(OSError(errno.ENOSPC, "No space left on device"), Path("d.apkg"))
    assert "the disk is full" in found.hint


def test_links_and_pipes_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("• What is the secret?\nIt is 42.\n")
    (inside / "notes.txt").write_text(NOTES)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    os.mkfifo(inside / "pipe.txt")
    done = run("show", "in", cwd=tmp_path)
    assert "secret" not in done.stdout
    assert done.returncode == 0


def test_removed_questions_are_named_with_a_search(folder: Path) -> None:
    run("build", "notes.txt", "-o", "d.apkg", cwd=folder)
    (folder / "notes.txt").write_text(NOTES.replace("• Who counts on you?\n", ""), encoding="utf-8")
    out = run("build", "notes.txt", "-o", "d.apkg", cwd=folder).stdout
    assert "1 left the notes" in out
    assert "- Who counts on you?" in out
    assert "paste: Id:" in out


def test_long_work_says_on_a_terminal_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    small, large = Source("a.txt", "Why?"), Source("b.txt", "Why?\n" * 600_000)
    for file, expected in ((Terminal(), "reading (3 MB of notes) ...\n"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", file)
        session.progress("reading", [small])
        assert file.getvalue() == ""
        session.progress("reading", [small, large])
        assert file.getvalue() == expected
