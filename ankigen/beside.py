"""Work done in a second process while this one goes on."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache

_WHOLE = "\0"  # the last line of what was sent to its end


@contextmanager
def begun(work: Callable[[], Sequence[str]], cores: int) -> Iterator[Callable[[], Sequence[str]]]:
    """Begins `work`, lines of text, in a second process where there are cores for it, and gives the
    function that waits for its result. Without a second core, or where that process fails, the work
    is done when it is asked for: the result is the same. No process outlives this."""
    child = _forked(work) if cores > 1 and _can_fork() else None
    if child is None:
        yield lru_cache(maxsize=1)(work)
        return
    pid, pipe = child
    try:
        yield lru_cache(maxsize=1)(lambda: _received(pipe) or work())
    finally:
        os.close(pipe)
        os.kill(pid, signal.SIGKILL)  # no matter whether it has ended: it is not waited for yet
        os.waitpid(pid, 0)


def _can_fork() -> bool:
    """Only on Linux: macOS has libraries that do not survive it. Threads would not be in the copy."""
    threads = sys.modules.get("threading")
    return sys.platform == "linux" and (threads is None or threads.active_count() == 1)


def _forked(work: Callable[[], Sequence[str]]) -> tuple[int, int] | None:
    """The new process and the end of the pipe that its result comes from."""
    here, there = os.pipe()
    try:
        pid = os.fork()
    except OSError:  # no more processes, or no memory for one
        os.close(here)
        os.close(there)
        return None
    if pid == 0:
        try:
            _work(work, there)
        finally:
            os._exit(0)  # it is a copy: it must neither report nor put anything in order
    os.close(there)
    return pid, here


def _work(work: Callable[[], Sequence[str]], there: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.closerange(3, there)  # a lock is held as long as any process has it open
    os.closerange(there + 1, there + 256)
    data = "\n".join([*work(), _WHOLE]).encode("utf-8", "surrogatepass")
    with os.fdopen(there, "wb") as pipe:
        pipe.write(data)


def _received(pipe: int) -> list[str]:
    """The lines that were sent; none where they did not come whole."""
    with suppress(OSError, UnicodeDecodeError), os.fdopen(os.dup(pipe), "rb") as file:
        lines = file.read().decode("utf-8", "surrogatepass").split("\n")
        if lines.pop() == _WHOLE:
            return lines
    return []
