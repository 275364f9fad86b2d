"""Work in a second process: the same result, and nothing is left of it however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ankigen import beside, build, lockfile
from ankigen.source import Source

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of threads and fork
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="a second process only on Linux")


def _who() -> list[str]:
    return [str(os.getpid())]


@pytest.fixture(autouse=True)
def _forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that run side by side have threads; these do not mind being away in the copy."""
    monkeypatch.setattr(beside, "_can_fork", lambda: sys.platform == "linux")


@only_linux
def test_the_work_is_done_by_another_process() -> None:
    with beside.begun(_who, 2) as made:
        first = made()
        assert first == made()
    assert first != _who()
    with beside.begun(_who, 1) as made:
        assert made() == _who()


def test_lines_come_back_as_they_were() -> None:
    lines = ["", "é \udc80", "x" * 1_000_000, ""]
    with beside.begun(lambda: lines, 2) as made:
        assert list(made()) == lines


def test_what_dies_there_is_done_here() -> None:
    me = os.getpid()

    def work() -> list[str]:
        if os.getpid() != me:
            os._exit(1)
        return ["here"]

    with beside.begun(work, 2) as made:
        assert list(made()) == ["here"]


def test_an_error_there_is_silent_and_one_here_is_raised(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def work() -> list[str]:
        raise ValueError("no")

    with beside.begun(work, 2) as made, pytest.raises(ValueError, match="no"):
        made()
    assert capfd.readouterr() == ("", "")


@only_linux
def test_nothing_is_left_where_nobody_waits() -> None:
    def work() -> list[str]:
        time.sleep(60)
        return []

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), beside.begun(work, 2):
        assert os.waitpid(-1, os.WNOHANG) == (0, 0)  # it runs
        raise KeyboardInterrupt
    assert time.monotonic() - start < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


_WAITS = """
import os, sys, time
from ankigen import beside

def work():
    with open(sys.argv[1], "w") as file:
        file.write(str(os.getpid()))
    time.sleep(60)

with beside.begun(work, 2) as made:
    made()
"""


@only_linux
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_both(tmp_path: Path, sent: signal.Signals) -> None:
    """As a terminal sends it: to all processes of the group."""
    told = tmp_path / "pid"
    child = subprocess.Popen(
        [sys.executable, "-c", _WAITS, str(told)],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    while not (told.exists() and told.read_text()):
        assert child.poll() is None
        time.sleep(0.02)
    other = Path("/proc", told.read_text())
    os.killpg(child.pid, sent)
    assert child.wait(30) != 0
    for _ in range(500):
        if not _runs(other):
            break
        time.sleep(0.02)
    assert not _runs(other)


def _runs(process: Path) -> bool:
    """Nobody may be there to take note of an end; that is no running process."""
    try:
        return ") Z " not in (process / "stat").read_text()
    except OSError:
        return False


def test_a_large_deck_is_the_same_with_two_cores() -> None:
    text = "".join(
        f"• What did you do in year {n}, and why?\n{'It was ' * (n % 7)}late; I went home.\n"
        for n in range(2100)
    )
    source = Source("notes.txt", text)
    one, two = (build.prepare([source], now=1_700_000_000, cores=c) for c in (1, 2))
    assert len(one.stamped.notes) == 2100
    assert one.stamped.notes == two.stamped.notes
    assert lockfile.dump(one.locks) == lockfile.dump(two.locks)


def test_open_places_are_the_same_with_two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_MUCH", 1)
    told = "---\nankigen:\n  values: {xx: Acme}\n---\n• Why did you leave xx?\n\nIt was for [company].\n"
    sources = [
        Source("one.txt", told),
        Source("two.txt", "• Where were you?\n\nAt xx, with yy and ???.\n"),
        Source("three.yaml", "- question: Who?\n  answers: [It was xx.]\n"),
    ]
    one, two = (build.prepare(sources, now=1_700_000_000, cores=c) for c in (1, 2))
    assert one.diagnostics == two.diagnostics
    found = [d.span for d in one.diagnostics if d.code == "placeholder"]
    assert [s.text for s in found if s is not None] == ["[company]", "xx", "yy", "???", "xx"]
