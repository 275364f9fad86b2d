"""Input that is none: a clear message, the right exit code, nothing written, nothing lost."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from test_cli import NOTES

from ankigen.cli import main


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    return tmp_path


def call(*args: str, stdin: bytes = b"") -> Done:
    """The command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["ankigen", *args])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                return Done(int(end.code or 0), out.getvalue(), err.getvalue())
    raise AssertionError("the command did not end")


def tree(folder: Path) -> dict[str, bytes]:
    """All that is in `folder`, with what it holds."""
    return {
        str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b""
        for p in sorted(folder.rglob("*"))
    }


BAD_BYTES = [
    (b"", "empty-file", "the file is empty"),
    (b" \n\t\n", "empty-file", "the file is empty"),
    (b"\xef\xbb\xbf", "empty-file", "the file is empty"),
    (b"Bees fly.\nHoney, I wonder how.\n", "no-question", "this line came nearest"),
    (b"- Why?\nB\xe4ume\n", "not-text", "line 2 has the byte 0xe4"),
    ("- Why?\nBäume und Wälder\n".encode("latin-1"), "not-text", "it looks like Windows-1252"),
    ("- 为什么？\n因为蜜蜂会飞。\n".encode("gbk"), "not-text", "it looks like Chinese (GBK)"),
    (b"\xff\xfe- \0\n\0a\0\x00\xd8\n\0", "not-text", "not UTF-16"),
    ("- Why?\n".encode("utf-16-le"), "nul-byte", "UTF-16 without a mark"),
    ("- Why?\n".encode("utf-16-be"), "nul-byte", "UTF-16 without a mark"),
    (b"- Why?\nBees\0 fly\n", "nul-byte", "notes.bin.txt:2:5"),
    (b"PK\x03\x04" + b"\0" * 60, "not-text", "a zip archive"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "not-text", "a PNG image"),
    (b"\xff\xd8\xff\xe0" + b"\0" * 60, "not-text", "a JPEG image"),
    (b"GIF89a" + b"\0" * 60, "not-text", "a GIF image"),
    (b"%PDF-1.7\n" + b"\xff" * 60, "not-text", "a PDF"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 60, "not-text", "an old Office document"),
    (b"SQLite format 3\0" + b"\0" * 60, "not-text", "an SQLite database"),
    (b"\x1f\x8b\x08" + b"\0" * 60, "not-text", "a gzip archive"),
]


@pytest.mark.parametrize("command", ["build", "check", "show", "preview", "diff"])
@pytest.mark.parametrize(("data", "code", "said"), BAD_BYTES, ids=range(len(BAD_BYTES)))
def test_bytes_that_are_no_notes(
    command: str, data: bytes, code: str, said: str, folder: Path
) -> None:
    (folder / "notes.bin.txt").write_bytes(data)
    before = tree(folder)
    done = call(command, "notes.bin.txt")
    if command == "show" and code == "no-question":
        assert done.code == 0  # it shows how they are read
    else:
        assert done.code == (2 if command == "diff" else 1)
    assert f"error[{code}]" in done.err
    assert said in done.err
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("notse.txt", "missing-file", "did you mean notes.txt?"),
        ("nowhere/notes.txt", "missing-file", "check the name"),
        ("", "missing-file", "is empty"),
        ("empty", "no-notes", "no notes in this folder"),
        ("pictures", "no-notes", "no notes in this folder"),
        ("link.txt", "missing-file", "this link leads to nothing"),
        ("loop.txt", "cannot-read", "symbolic links"),
        ("pipe.txt", "cannot-read", "a device or a pipe"),
        ("/dev/null", "cannot-read", "a device or a pipe"),
        ("notes.txt/more", "cannot-read", "not a directory"),
        ("ankigen.yaml", "yaml-notes", "this is a configuration, not notes"),
    ],
)
def test_paths_that_are_no_notes(name: str, code: str, said: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "pictures").mkdir()
    (folder / "pictures" / "bee.png").write_bytes(b"\x89PNG")
    (folder / "link.txt").symlink_to("gone.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "ankigen.yaml").write_text("deck: Bees\n", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    before = sorted(p.name for p in folder.rglob("*"))
    done = call("build", name, "-o", "d.apkg")
    assert done.code == 1
    assert f"error[{code}]" in done.err
    assert said in done.err
    assert sorted(p.name for p in folder.rglob("*")) == before


def test_every_bad_file_is_told_at_once(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff")
    done = call("build", "bad.txt", "missing.txt", "notes.txt", "-o", "d.apkg")
    assert done.code == 1
    assert done.err.count("error[") == 2


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("nowhere/d.apkg", "output-folder", "mkdir -p nowhere"),
        ("notes.txt/d.apkg", "output-folder", "this is a file"),
        ("folder", "output-folder", "name a file in it"),
        (".", "output-folder", "name a file in it"),
        ("", "output-folder", "name a file in it"),
        ("folder.apkg", "output-folder", "this is a folder"),
        ("d", "output-name", "-o d.apkg"),
        ("d.zip", "output-name", "-o d.apkg"),
        (".apkg", "output-name", "a suffix without a name"),
        ("collection.apkg", "output-name", "whole collection"),
        ("Collection.APKG", "output-name", "whole collection"),
        ("backup-2027.apkg", "output-name", "whole collection"),
        ("all.colpkg", "output-name", "whole collection"),
        ("x" * 300 + ".apkg", "cannot-write", "choose a shorter name"),
    ],
)
def test_outputs_that_cannot_be(name: str, code: str, said: str, folder: Path) -> None:
    (folder / "folder").mkdir()
    (folder / "folder.apkg").mkdir()
    before = tree(folder)
    done = call("build", "notes.txt", "-o", name)
    assert done.code == 1
    assert f"error[{code}]" in done.err
    assert said in done.err
    assert tree(folder) == before


@pytest.mark.parametrize("command", ["build", "preview", "diff"])
def test_a_lock_that_is_a_folder(command: str, folder: Path) -> None:
    (folder / "ankigen.lock").mkdir()
    before = tree(folder)
    done = call(command, "notes.txt")
    assert done.code == (2 if command == "diff" else 1)
    assert "error[cannot-read]: ankigen.lock: this is no file" in done.err
    assert tree(folder) == before


def test_a_preview_in_no_folder(folder: Path) -> None:
    done = call("preview", "notes.txt", "-o", "nowhere/cards.html")
    assert (done.code, "mkdir -p nowhere" in done.err) == (1, True)
    done = call("preview", "notes.txt", "-o", ".")
    assert (done.code, "this is a folder" in done.err) == (1, True)
    assert set(tree(folder)) == {"notes.txt"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "this disk is read-only"),
        (errno.EDQUOT, "your quota is used up"),
        (errno.EIO, "nothing was changed"),
    ],
)
@pytest.mark.parametrize("writes", [1, 2])
def test_the_system_refuses_in_the_middle(
    number: int, said: str, writes: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the `writes`-th file that is brought to the disk: the package, the lock that belongs to it."""
    assert call("build", "notes.txt", "-o", "d.apkg").code == 0
    (folder / "notes.txt").write_text(NOTES + "• Why more?\n", encoding="utf-8")
    before = tree(folder)
    left = [writes]

    def full(_: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    done = call("build", "notes.txt", "-o", "d.apkg")
    assert done.code == 1
    assert "error[cannot-write]" in done.err
    if writes == 2 and number in (errno.EACCES, errno.EROFS):
        said = "the lock cannot be kept beside the notes"
    assert said in done.err
    assert tree(folder) == before


def test_a_folder_that_may_not_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def closed(path: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
        if "w" in mode or "x" in mode:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, mode, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    before = tree(folder)
    done = call("build", "notes.txt", "-o", "d.apkg")
    assert (done.code, "you may not write there" in done.err) == (1, True)
    assert tree(folder) == before


@pytest.mark.parametrize("when", ["os.fsync", "ankigen.reader.read", "ankigen.cards.make"])
def test_stopped_in_the_middle_with_ctrl_c(when: str, folder: Path) -> None:
    """The signal comes while notes are read, cards are made, or the package is being written."""
    subprocess.run(
        [sys.executable, "-m", "ankigen", "build", "notes.txt", "-o", "d.apkg"], check=True
    )
    (folder / "notes.txt").write_text(NOTES + "• Why more?\n", encoding="utf-8")
    before = tree(folder)
    module, name = when.rsplit(".", 1)
    script = (
        f"import os, signal, sys, importlib; room = importlib.import_module({module!r}); real = room.{name}\n"
        f"def stop(*a, **k): os.kill(os.getpid(), signal.SIGINT); return real(*a, **k)\n"
        f"room.{name} = stop\n"
        "sys.argv = ['ankigen', 'build', 'notes.txt', '-o', 'd.apkg']\n"
        "from ankigen.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "stopped: nothing was changed"
    assert tree(folder) == before


@pytest.mark.parametrize(
    "when",
    [
        "raise KeyboardInterrupt",
        "class Field:\n    def __set_name__(self, *_): raise KeyboardInterrupt\nclass Made:\n    field = Field()",
    ],
    ids=["at any line", "while it makes a class"],
)
def test_stopped_while_python_opens_the_command_line(folder: Path, when: str) -> None:
    (folder / "click.py").write_text(when, encoding="utf-8")
    paths = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "ankigen", "build", "notes.txt"], capture_output=True, text=True,
        timeout=60, env=os.environ | {"PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 130, done.stderr
    assert done.stderr == "stopped: nothing was changed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_is_printed_goes_to_a_full_disk(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ankigen", "show", "notes.txt"],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "error: cannot print: No space left on device\n"


def test_all_that_is_printed_arrives_before_the_process_ends(folder: Path) -> None:
    many = "".join(f"• Why number {n}?\nBecause {n}.\n" for n in range(5000))
    (folder / "many.txt").write_text(many, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ankigen", "show", "many.txt"], capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert [n for n in range(5000) if f"Why number {n}?" not in done.stdout] == []
    assert done.stdout.endswith("    Because 4999.\n")


# --- wrong usage and findings for programs ---


@pytest.mark.parametrize(
    "args",
    [
        [], ["nothing"], ["-x"], ["build"], ["check"], ["show"], ["preview"], ["diff"], ["inspect"],
        ["build", "notes.txt", "--nope"], ["build", "notes.txt", "-o"], ["check", "notes.txt", "--format", "xml"],
        ["show", "notes.txt", "--format"], ["inspect", "a.apkg", "b.apkg"],
    ],
)  # fmt: skip
def test_wrong_usage_exits_2_and_says_how(args: list[str], folder: Path) -> None:
    done = call(*args)
    assert done.code == 2
    assert "ankigen" in done.out + done.err or "requires an argument" in done.err
    assert set(tree(folder)) == {"notes.txt"}


@pytest.mark.parametrize("command", ["build", "check", "show", "diff", "preview", "inspect"])
def test_help_of_each_command(command: str, folder: Path) -> None:
    done = call(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: ankigen {command}")
    assert len(done.out.splitlines()) <= 32
    assert all(len(line) <= 100 for line in done.out.splitlines())
    assert call(command, "-h") == done


def test_findings_for_programs_also_where_nothing_can_be_read(folder: Path) -> None:
    (folder / "ankigen.yaml").write_text("dekc: A\n", encoding="utf-8")
    done = call("check", "notes.txt", "--format", "json")
    found = json.loads(done.out)["diagnostics"]
    assert done.code == 1
    assert [(d["code"], d["source"], d["line"], d["column"]) for d in found] == [
        ("config-key", "ankigen.yaml", 1, 1)
    ]
    assert found[0]["hint"] == "did you mean `deck`?"
    done = call("check", "notes.txt", "missing.txt", "--config", "notes.yaml", "--format", "github")
    assert done.out.startswith("::error title=missing-file::notes.yaml")
    (folder / "ankigen.yaml").unlink()
    done = call("check", "notes.txt", "--format", "github")
    assert done.code == 0
    for line in done.out.splitlines():
        assert line.startswith(("::notice file=notes.txt,line=", "::warning file=notes.txt,line="))
