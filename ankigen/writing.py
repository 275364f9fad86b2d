"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

_MARK = ".ankigen-part"


def replace(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Calls `write` with a file beside `path`, brings it to the disk, and renames it over `path`: a
    reader sees the old file or the new one. Raises OSError, with nothing left behind."""
    part = part_of(path)
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def part_of(path: Path) -> Path:
    """Where this process writes what will become `path`; `sweep` finds it if the process dies."""
    return path.with_name(f".{path.name}.{os.getpid()}{_MARK}")


def sweep(path: Path) -> None:
    """Removes what earlier runs, killed in the middle, left beside `path`."""
    for part in _leftovers(path):
        part.unlink(missing_ok=True)


def _leftovers(path: Path) -> Iterator[Path]:
    prefix = f".{path.name}."
    try:
        names = [p.name for p in path.parent.iterdir()]
    except OSError:
        return
    for name in names:
        number = name[len(prefix) : -len(_MARK)]
        if (
            name.startswith(prefix)
            and name.endswith(_MARK)
            and number.isascii()
            and number.isdigit()
            and not _runs(int(number))
        ):
            yield path.parent / name


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
