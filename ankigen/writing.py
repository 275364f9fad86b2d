"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_MARK = ".ankigen-part"


def replace(
    path: Path,
    write: Callable[[BinaryIO], object],
    ready: Callable[[Path], object] | None = None,
) -> None:
    """Calls `write` with a file beside `path`, brings it to the disk, and renames it over `path`: a
    reader sees the old file or the new one. `ready` is called with that file just before the rename.
    Raises OSError that names `path`, with nothing left behind."""
    path = target(path)
    part = part_of(path)
    try:
        stage(path, write)
        if ready is not None:
            ready(part)
        part.replace(path)
    except BaseException as error:
        discard(part)
        if isinstance(error, OSError) and error.filename in (str(part), None):
            raise OSError(error.errno, error.strerror or str(error), str(path)) from error
        raise


def stage(path: Path, write: Callable[[BinaryIO], object]) -> Path:
    """Writes what will become `path` to a file beside it, and gives that one. Raises OSError that
    names `path`."""
    part = part_of(path)
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
    except OSError as error:
        discard(part)
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    return part


def discard(part: Path) -> None:
    """Removes a file if it is there. Where it cannot be removed it could not be made either, and that
    is the error to tell."""
    with suppress(OSError):
        part.unlink()


def target(path: Path) -> Path:
    """The file that `path` means: where it is a link, what it leads to, so that the link stays."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def part_of(path: Path) -> Path:
    """Where this process writes what will become `path`; `sweep` finds it if the process dies."""
    return path.with_name(f".{path.name}.{os.getpid()}{_MARK}")


def sweep(path: Path) -> None:
    """Removes what earlier runs, killed in the middle, left beside `path`."""
    for part in leftovers(target(path)):
        discard(part)


def leftovers(path: Path) -> Iterator[Path]:
    """What processes that are dead left beside `path`."""
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
    if os.name == "nt":  # there this would send a signal; what is left over stays
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
