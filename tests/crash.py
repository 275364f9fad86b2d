"""Kills `build` at random moments, and fills its disk: what the learner has must stay usable.

usage: python tests/crash.py [--times 200] [--seed N]

Each time the notes are edited, `build` is started and killed with SIGKILL somewhere between its first
step and its last. The package and the lock that are there must be whole, and together know every note
that a learner may have; the next build must leave no file of its own behind and give every question the
GUID that it always had. Then the same with a disk that is full at a random point: a small tmpfs where
one can be mounted, and writes that fail anywhere else."""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ankigen import build, inspect

# Run before ankigen itself: the nth write of a file beside the notes finds the disk full.
SHIM = """
import errno, os, sys
left = [int(os.environ["FULL_AFTER"])]
def full(size):
    left[0] -= size
    if left[0] < 0: raise OSError(errno.ENOSPC, "No space left on device")
def hook(event, args):
    if event == "open" and isinstance(args[0], str) and "ankigen-part" in args[0] and args[2] & (os.O_WRONLY | os.O_RDWR): full(1)
    if event in ("os.rename", "os.truncate") and "ankigen-part" in str(args[0]): full(1)
sys.addaudithook(hook)
real = os.fsync
def fsync(number):
    full(1); real(number)
os.fsync = fsync
from ankigen.cli import main
main()
"""


@dataclass(slots=True)
class Desk:
    """A folder with notes, package and lock, and what must always hold of them."""

    folder: Path
    rng: random.Random
    guids: dict[str, str] = field(default_factory=dict)  # question -> its GUID, for ever
    edition: int = 0
    size: int = 300

    def edit(self) -> None:
        """The next edition of the notes: answers change, questions come."""
        self.edition += 1
        asked = self.size + self.edition % 50
        text = "".join(
            f"• What did bee number {n} do?\nIt flew {n * 7919 % 1000} miles, edition {self.edition if n % 3 else 0}.\n\n"
            for n in range(asked)
        )
        (self.folder / "notes.txt").write_text(text, encoding="utf-8")

    def start(self, *before: str, **env: str) -> subprocess.Popen[bytes]:
        command = before or ("-m", "ankigen")
        return subprocess.Popen(
            [sys.executable, *command, "build", "notes.txt", "-o", "d.apkg"],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | env,
        )  # fmt: skip

    def finish(self) -> None:
        """A build to its end: no file is left over, and questions have their GUIDs."""
        process = self.start()
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
        names = sorted(p.name for p in self.folder.iterdir())
        assert names == ["ankigen.lock", "d.apkg", "notes.txt"], names
        self.whole()

    def whole(self) -> None:
        """Package and lock, where they are, can be used; no question has another GUID than before."""
        known: set[str] = set()
        lock, package = self.folder / "ankigen.lock", self.folder / "d.apkg"
        for deck in build.read_locks(lock):
            known |= {e.guid for e in deck.entries}
            for entry in deck.entries:
                assert self.guids.setdefault(entry.question, entry.guid) == entry.guid
        if package.exists():
            for note in inspect.read(package).notes:
                assert self.guids.setdefault(note.fields[0], note.guid) == note.guid


def time_of_a_build(desk: Desk) -> float:
    began = time.monotonic()
    desk.finish()
    return time.monotonic() - began


def killed(desk: Desk, times: int) -> tuple[int, int]:
    """How often `build` was killed in the middle, and how often there was a part of a file to clear away."""
    desk.edit()
    long = time_of_a_build(desk)
    middle = parts = 0
    for _ in range(times):
        desk.edit()
        process = desk.start()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=long * desk.rng.uniform(0.2, 1.05))
        process.kill()
        process.communicate()
        middle += process.returncode < 0
        parts += any("ankigen-part" in p.name for p in desk.folder.iterdir())
        desk.whole()
        if desk.rng.random() < 0.3:
            desk.finish()
    desk.finish()
    return middle, parts


def filled(desk: Desk, times: int) -> int:
    """How often a write failed for want of space: each time the earlier pair must be as it was."""
    desk.edit()
    desk.finish()
    failed = 0
    for number in range(times):
        before = {n: (desk.folder / n).read_bytes() for n in ("d.apkg", "ankigen.lock")}
        desk.edit()
        process = desk.start("-c", SHIM, FULL_AFTER=str(number))
        _, said = process.communicate(timeout=120)
        assert b"Traceback" not in said, said.decode()
        if process.returncode:
            failed += 1
            assert process.returncode == 1
            assert b"error[cannot-write]" in said
            assert b"disk is full" in said
            now = {n: (desk.folder / n).read_bytes() for n in before}
            assert now["ankigen.lock"] == before["ankigen.lock"]
            assert not any("ankigen-part" in p.name for p in desk.folder.iterdir())
        desk.whole()
    desk.finish()
    return failed


@contextlib.contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[bool]:
    """A disk of that size at `folder`, where the system lets us mount one."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], capture_output=True
    ) if os.geteuid() == 0 and shutil.which("mount") else None  # fmt: skip
    if done is None or done.returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def crammed(folder: Path, rng: random.Random, times: int) -> int | None:
    """The same on a real disk that is too small; None where none can be mounted."""
    failed = 0
    with small_disk(folder, 1024) as there:
        if not there:
            return None
        desk = Desk(folder, rng)
        desk.edit()
        desk.finish()
        for _ in range(times):
            before = (folder / "ankigen.lock").read_bytes()
            desk.edit()
            with (folder / "ballast").open("wb") as file, contextlib.suppress(OSError):
                file.write(bytes(rng.randrange(500, 1000) << 10))
            process = desk.start()
            _, said = process.communicate(timeout=120)
            (folder / "ballast").unlink()
            assert b"Traceback" not in said, said.decode()
            if process.returncode:
                failed += 1
                assert b"error[cannot-write]" in said, said.decode()
                assert (folder / "ankigen.lock").read_bytes() == before
            assert sorted(p.name for p in folder.iterdir()) == [
                "ankigen.lock",
                "d.apkg",
                "notes.txt",
            ]
            desk.whole()
        desk.finish()
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("killed", "filled", "crammed"):
            (Path(folder) / name).mkdir()
        middle, parts = killed(Desk(Path(folder) / "killed", rng), asked.times)
        print(
            f"{asked.times} builds, {middle} killed on the way, {parts} with a part of a file left for the next build: nothing lost",
            flush=True,
        )
        failed = filled(Desk(Path(folder) / "filled", rng), 12)
        print(
            f"12 builds with a disk that fills up at each write in turn: {failed} failed, nothing lost",
            flush=True,
        )
        done = crammed(Path(folder) / "crammed", rng, max(asked.times // 5, 5))
        print(
            "no small disk can be mounted here"
            if done is None
            else f"{max(asked.times // 5, 5)} builds on a disk of 1 MB: {done} found it full, nothing lost"
        )


if __name__ == "__main__":
    main()
