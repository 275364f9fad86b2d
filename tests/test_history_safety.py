"""The lock outlives what befalls it: kills, two builds at once, closed folders, merges, damage."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOW

from ankigen import build, lockfile
from ankigen.cli import session
from ankigen.config import Config
from ankigen.diagnostics import NotesError
from ankigen.inputs import decode
from ankigen.source import Source

NOTES = "".join(
    f"- {q}\n{a}\n"
    for q, a in (
        ("Why did you tar the roof?", "It leaked over the cradle."),
        ("Who held the ladder?", "My sister did, in the rain."),
        ("When did you come down?", "Once the moon was up."),
        ("What did it cost you?", "Two shirts and a friendship."),
    )
)


def ankigen(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ankigen", *args], cwd=folder, capture_output=True, text=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(NOW)} | env, timeout=60,
    )  # fmt: skip


def built(folder: Path, text: str, now: int = NOW) -> build.Deck:
    (folder / "notes.txt").write_text(text, encoding="utf-8")
    lock = folder / "ankigen.lock"
    with build.locked(lock):
        config = Config(deck="Roof", folder=folder)
        read = [decode(str(folder / "notes.txt"), text.encode())]
        deck = build.prepare(read, config, now=now, locks=build.read_locks(lock))
        build.write(deck, folder / "deck.apkg", lock)
    return deck


# --- killed at any moment ---

KILLED = """\
import os, signal, sys
from pathlib import Path
at, now, steps = int(sys.argv[1]), int(sys.argv[2]), 0
def step(event, args):
    global steps
    if event in ("open", "sqlite3.connect", "os.rename", "os.remove") and ".ankigen-part" in str(args[0]):
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)
from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode
folder = Path.cwd()
lock = folder / "ankigen.lock"
sys.addaudithook(step)
with build.locked(lock):
    read = [decode(str(folder / "notes.txt"), (folder / "notes.txt").read_bytes())]
    config = Config(deck="Roof", folder=folder)
    deck = build.prepare(read, config, now=now, locks=build.read_locks(lock))
    build.write(deck, folder / "deck.apkg", lock)
print(steps)
"""
STEPS = 13  # files opened, renamed and removed on the way


@pytest.mark.parametrize("at", range(1, STEPS + 2))
def test_killed_at_any_step_the_old_pair_or_the_new_pair_is_in_use(at: int, tmp_path: Path) -> None:
    def pair() -> tuple[bytes, bytes]:
        return (tmp_path / "deck.apkg").read_bytes(), (tmp_path / "ankigen.lock").read_bytes()

    built(tmp_path, NOTES)
    old = pair()
    again = NOTES.replace("Who held the ladder?", "Who was it that held the ladder?") + "- Why?\n"
    (tmp_path / "notes.txt").write_text(again, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), str(NOW + 60)],
        cwd=tmp_path, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == (-signal.SIGKILL if at <= STEPS else 0), done.stderr + done.stdout
    package = (tmp_path / "deck.apkg").read_bytes()
    build.finish(tmp_path / "ankigen.lock")
    seen = pair()
    assert seen[0] == package
    assert (seen[0] == old[0]) == (seen[1] == old[1]), "a package without its lock"
    last = built(tmp_path, again, NOW + 60)
    assert {p.name for p in tmp_path.iterdir()} == {"notes.txt", "deck.apkg", "ankigen.lock"}
    (kept,) = lockfile.parse(Source("l", old[1].decode()))
    assert {e.guid for e in kept.entries} < {e.guid for e in last.stamped.lock.entries}
    assert not last.matching.removed


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NOTES.replace("roof", "boat"), encoding="utf-8")
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "ankigen", "build", f"{n}.txt", "-o", f"{n}.apkg", "--quiet"], cwd=tmp_path
        )
        for n in ("a", "b", "a", "b")
    ]  # fmt: skip
    assert [p.wait(60) for p in both] == [0, 0, 0, 0]
    decks = build.read_locks(tmp_path / "ankigen.lock")
    assert {d.deck: len(d.entries) for d in decks} == {"A": 4, "B": 4}
    assert {p.name for p in tmp_path.iterdir()} == {
        "a.txt",
        "b.txt",
        "a.apkg",
        "b.apkg",
        "ankigen.lock",
    }


def test_a_lock_that_cannot_be_written_stops_the_package_too(tmp_path: Path) -> None:
    built(tmp_path, NOTES)
    before = (tmp_path / "deck.apkg").read_bytes()
    (tmp_path / "locks").write_text("a file where the lock's folder should be")
    (tmp_path / "ankigen.yaml").write_text("lock: locks/ankigen.lock\n")
    done = ankigen(tmp_path, "build", "notes.txt", "-o", "deck.apkg")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "error[cannot-" in done.stderr
    assert (tmp_path / "deck.apkg").read_bytes() == before


@pytest.mark.parametrize("first", ["ankigen.lock", "deck.apkg"])
def test_a_disk_that_takes_nothing_is_told_by_the_file_s_own_name(
    first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = built(tmp_path, NOTES)
    before = (tmp_path / "deck.apkg").read_bytes()

    def refuse(path: Path, *_: object, **__: object) -> object:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    def opened(path: Path, mode: str = "r", **how: object) -> object:
        return (
            refuse(path) if "w" in mode and f".{first}." in path.name else plain(path, mode, **how)
        )

    plain = Path.open
    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "unlink", refuse)
    lock = tmp_path / "ankigen.lock"
    lock.write_bytes(b"ankigen-lock 1\n")
    with pytest.raises(OSError, match="Read-only") as caught:
        build.write(deck, tmp_path / "deck.apkg", lock)
    assert caught.value.filename == str(tmp_path / first)
    assert (tmp_path / "deck.apkg").read_bytes() == before
    assert lock.read_bytes() == b"ankigen-lock 1\n"
    told = session.system_error(caught.value, Path(caught.value.filename), lock)
    assert ("--no-lock" in told.hint) == (first == "ankigen.lock")


def test_a_lock_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "real.lock").write_text("ankigen-lock 1\n")
    (tmp_path / "ankigen.lock").symlink_to(Path("kept") / "real.lock")
    built(tmp_path, NOTES)
    assert (tmp_path / "ankigen.lock").is_symlink()
    assert "deck Roof" in (tmp_path / "kept" / "real.lock").read_text()


# --- git ---


def git(folder: Path, *args: str, fail: bool = False) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", *args],
        cwd=folder, capture_output=True, text=True,
    )  # fmt: skip
    assert fail or done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


MORE = "- Where did you find the tar?\nBehind the smithy.\n"
OTHER = "- How long did the ladder stand?\nUntil the swallows came.\n"
MERGES = {
    "questions added in two places": (
        lambda t: MORE + t, lambda t: t + OTHER),
    "questions added beside each other": (
        lambda t: t.replace("- Who held", MORE + "- Who held"), lambda t: t.replace("- When did", OTHER + "- When did")),
    "answers of neighbours edited": (
        lambda t: t.replace("over the cradle", "over the bread"), lambda t: t.replace("in the rain", "in the hail")),
    "one removed, its neighbour reworded": (
        lambda t: t.replace("- Who held the ladder?\nMy sister did, in the rain.\n", ""),
        lambda t: t.replace("Why did you tar the roof?", "Why was it that you tarred the roof?")),
    "two removed": (
        lambda t: t.replace("- Who held the ladder?\nMy sister did, in the rain.\n", ""),
        lambda t: t.replace("- What did it cost you?\nTwo shirts and a friendship.\n", "")),
}  # fmt: skip


@pytest.mark.parametrize("what", MERGES)
def test_two_branches_merge_as_git_does_by_itself(what: str, tmp_path: Path) -> None:
    ours, theirs = MERGES[what]
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("*.apkg\n")
    guids = {e.question: e.guid for e in built(tmp_path, NOTES).stamped.lock.entries}
    made: dict[str, str] = {}
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    for branch, edit in (("ours", ours), ("theirs", theirs)):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        deck = built(tmp_path, edit(NOTES), NOW + 60)
        made |= {
            e.question: e.guid
            for e in deck.stamped.lock.entries
            if not e.gone and e.question not in guids
        }
        git(tmp_path, "commit", "-qam", branch)
        lines = git(tmp_path, "diff", "--numstat", "main", "--", "ankigen.lock").split()
        assert int(lines[0]) <= 2, "one line a changed note, and the empty one of a new note"
    git(tmp_path, "merge", "-q", "--no-edit", "ours")
    text = (tmp_path / "notes.txt").read_text(encoding="utf-8")
    deck = built(tmp_path, text, NOW + 120)
    assert not deck.stamped.new
    assert not deck.matching.removed
    assert not deck.matching.diagnostics
    assert {e.question: e.guid for e in deck.stamped.lock.entries if not e.gone}.items() <= (
        guids | made
    ).items()


def _clash(folder: Path) -> str:
    """Two branches that changed one line of the lock: an unanswered question shows what each added."""
    head = "1. Mend It\nBefore it falls.\n\n- Who taught you to mend?\n"
    git(folder, "init", "-q")
    (folder / ".gitignore").write_text("*.apkg\n")
    built(folder, head + NOTES)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    for branch, text in (("ours", head + MORE + NOTES), ("theirs", head + NOTES + OTHER)):
        git(folder, "checkout", "-q", "-b", branch, "main")
        built(folder, text, NOW + 60)
        git(folder, "commit", "-qam", branch)
    return head + MORE + NOTES + OTHER


def test_a_clash_is_told_and_its_cure_works(tmp_path: Path) -> None:
    whole = _clash(tmp_path)
    assert "CONFLICT" in git(tmp_path, "merge", "ours", fail=True)
    lock = tmp_path / "ankigen.lock"
    assert "notes.txt" not in git(tmp_path, "diff", "--name-only", "--diff-filter=U")
    with pytest.raises(NotesError) as caught:
        build.read_locks(lock)
    (found,) = caught.value.diagnostics
    assert found.code == "lock-conflict"
    assert found.span is not None
    assert found.span.text.startswith("<<<<<<<")
    kept = [
        r
        for r in lock.read_text().split("\n")
        if not r.startswith(("<<<<<<<", "=======", ">>>>>>>"))
    ]
    lock.write_text("\n".join(kept))
    deck = built(tmp_path, whole, NOW + 120)
    assert not deck.stamped.new
    assert not deck.matching.removed
    rows = [r for r in lock.read_text().split("\n") if "taught you to mend" in r]
    assert len(rows) == 1


def test_with_merge_union_git_settles_it_alone(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("ankigen.lock merge=union\n")
    whole = _clash(tmp_path)
    git(tmp_path, "merge", "-q", "--no-edit", "ours")
    deck = built(tmp_path, whole, NOW + 120)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == whole
    assert not deck.stamped.new
    assert not deck.matching.removed


# --- damage ---


def _row(change: Callable[[list[str]], list[str]]) -> Callable[[str], str]:
    """The line of the second note, its words changed."""

    def run(text: str) -> str:
        rows = text.split("\n")
        at = next(i for i, r in enumerate(rows) if "Who held" in r)
        rows[at] = " ".join(change(rows[at].split(" ")))
        return "\n".join(rows)

    return run


SECOND = 0  # stands for the line of the second note
DAMAGE: dict[str, tuple[Callable[[str], str], str, int]] = {
    "cut off in the middle": (lambda t: t[: t.index("Who held") - 40], "lock-damaged", SECOND),
    "emptied": (lambda t: "", "lock-damaged", 1),
    "a number that is none": (_row(lambda r: [*r[:2], "soon", *r[3:]]), "lock-damaged", SECOND),
    "a number of five thousand digits": (_row(lambda r: [*r[:2], "9" * 5000, *r[3:]]), "lock-damaged", SECOND),
    "a note id of nought": (_row(lambda r: [r[0], "0", *r[2:]]), "lock-damaged", SECOND),
    "a kind that is none": (_row(lambda r: [*r[:5], "riddle", *r[6:]]), "lock-damaged", SECOND),
    "two notes of one guid": (lambda t: t.replace(_guid(t, "Who held"), _guid(t, "Why did")), "lock-damaged", SECOND),
    "no deck before the notes": (lambda t: t.replace("deck Roof\n", ""), "lock-damaged", 6),
    "another file": (lambda t: "questions: []\n", "lock-damaged", 1),
    "marks of a merge": (lambda t: t.replace("named Roof", "<<<<<<< HEAD\nnamed Roof\n=======\nnamed Rooves\n>>>>>>> x"), "lock-conflict", 7),
    "of a newer ankigen": (lambda t: t.replace("lock 1", "lock 7"), "lock-newer", 1),
}  # fmt: skip


def _guid(text: str, question: str) -> str:
    return next(r for r in text.split("\n") if question in r)[:16]


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_lock_is_told_and_left_alone(what: str, tmp_path: Path) -> None:
    change, code, line = DAMAGE[what]
    built(tmp_path, NOTES)
    lock = tmp_path / "ankigen.lock"
    good = lock.read_text(encoding="utf-8")
    line = line or 1 + next(i for i, r in enumerate(good.split("\n")) if "Who held" in r)
    bad = change(good)
    lock.write_text(bad, encoding="utf-8")
    with pytest.raises(NotesError) as caught:
        build.read_locks(lock)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.line if found.span else 0) == (code, line)
    assert found.hint
    if what == "emptied":
        done = ankigen(tmp_path, "build", "notes.txt", "-o", "deck.apkg")
        assert done.returncode == 1
        assert f"error[{code}]" in done.stderr
    assert lock.read_text(encoding="utf-8") == bad


def test_a_lock_with_the_line_ends_of_windows_is_the_same(tmp_path: Path) -> None:
    first = built(tmp_path, NOTES)
    lock = tmp_path / "ankigen.lock"
    plain = lock.read_bytes()
    lock.write_bytes(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))
    assert build.read_locks(lock) == first.locks
    assert built(tmp_path, NOTES, NOW + 60).stamped.unchanged == 4
