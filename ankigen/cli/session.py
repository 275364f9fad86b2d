"""What every command on notes does first and last: settings, sources, findings, exit."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from ankigen import config as configuration
from ankigen import diagnostics, inputs
from ankigen.config import Config
from ankigen.diagnostics import Diagnostic, NotesError
from ankigen.source import Source

F = TypeVar("F", bound=Callable[..., Any])


# For commands whose output a program may read too.
text_or_json = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text for people, json for programs.",
)  # fmt: skip


def on_notes(command: F) -> F:
    """The arguments and options of every command that reads notes."""
    for option in (
        click.option("--set", "pairs", multiple=True, metavar="NAME=TEXT", help="Fill a placeholder, as in --set xx=Initech."),
        click.option("--config", "config_path", metavar="FILE", help="The configuration (default: ankigen.yaml beside the notes)."),
        click.argument("sources", nargs=-1, metavar="[NOTES]..."),
    ):  # fmt: skip
        command = option(command)
    command.__doc__ = f"{command.__doc__}\n\n    {_NOTES}"
    return command


_NOTES = "NOTES are files or folders of notes, or - for standard input; without them the `sources` of ankigen.yaml."


def open_notes(
    paths: Sequence[str], config_path: str | None, pairs: Sequence[str]
) -> tuple[list[Source], Config]:
    """The sources and their configuration. Ends the program where either cannot be read."""
    try:
        return read_notes(paths, config_path, pairs)
    except NotesError as error:
        fail(error.diagnostics)


def read_notes(
    paths: Sequence[str], config_path: str | None, pairs: Sequence[str]
) -> tuple[list[Source], Config]:
    """The sources and their configuration. Raises NotesError where either cannot be read."""
    config = configuration.with_values(_config(paths, config_path), pairs)
    wanted = list(paths) or [str((config.folder or Path()) / s) for s in config.sources]
    if not wanted:
        raise click.UsageError(
            "which notes? Name a file or a folder, or list `sources` in ankigen.yaml.\n"
            "Example: ankigen build notes.txt -o interview.apkg"
        )
    stdin = sys.stdin.buffer.read() if "-" in wanted else None
    return inputs.load(wanted, stdin), config


SLOW = 2_000_000  # characters of notes; more take longer than a second


def progress(what: str, sources: Sequence[Source]) -> None:
    """Says on a terminal what is being done, where that takes longer than a second."""
    size = sum(s.size for s in sources)
    if size > SLOW and sys.stderr.isatty():
        click.echo(f"{what} ({size / 1e6:.0f} MB of notes) ...", err=True)


def _config(paths: Sequence[str], config_path: str | None) -> Config:
    if config_path is not None:
        return _parsed(Path(config_path))
    folders = [Path(p) if Path(p).is_dir() else Path(p).parent for p in paths[:1] if p != "-"] or [
        Path()
    ]
    for name in inputs.CONFIG_NAMES:
        path = folders[0] / name
        if os.path.lexists(path):
            config = _parsed(path)
            inputs.check_inside(config)
            return config
    return Config()


def _parsed(path: Path) -> Config:
    source = inputs.settings(path)
    return configuration.parse(source, path.parent) if source else Config(folder=path.parent)


def now() -> int:
    """Seconds since 1970; SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) if re.fullmatch("[0-9]{1,12}", fixed) else int(time.time())


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def say(lines: Iterable[str]) -> None:
    """Prints lines on standard output; what would steer a terminal is only shown."""
    click.echo(diagnostics.visible("\n".join(lines)).lstrip("\n"))


def tell(found: Sequence[Diagnostic]) -> None:
    """Prints errors and warnings on standard error; notes are for `check` to list."""
    paint = colour()
    for diagnostic in found:
        if diagnostic.severity == "note":
            continue
        click.echo(diagnostics.as_text(diagnostic, colour=paint), err=True, color=paint)


def many(number: int, one: str, more: str = "") -> str:
    """ "1 note", "2 notes", "3 stories"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def counted(found: Sequence[Diagnostic]) -> str:
    """ "1 error, 2 warnings"."""
    parts = []
    for severity in ("error", "warning"):
        number = sum(d.severity == severity for d in found)
        if number:
            parts.append(many(number, severity))
    return ", ".join(parts)


def fail(found: Sequence[Diagnostic]) -> NoReturn:
    """Prints what is wrong and ends with 1."""
    tell(found)
    raise click.exceptions.Exit(1)


def status(found: Sequence[Diagnostic], strict: bool) -> int:
    """0 where the notes have no errors; with `strict` warnings count too."""
    bad = any(d.severity == "error" or (strict and d.severity == "warning") for d in found)
    return 1 if bad else 0


def system_error(error: OSError, path: Path, lock: Path | None = None) -> Diagnostic:
    """A finding for what the system refused while `path` was written; `lock` is where the lock goes."""
    import errno

    hints = {
        errno.ENOSPC: "the disk is full: free some space and build again; the earlier file is as it was",
        errno.EDQUOT: "your quota is used up: free some space and build again",
        errno.EACCES: "you may not write there: choose another folder with -o",
        errno.EROFS: "this disk is read-only: choose another folder with -o",
        errno.ENAMETOOLONG: "choose a shorter name with -o",
    }
    if path == lock and error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        hints[error.errno] = (
            "the lock cannot be kept beside the notes: name another place, `lock: PATH` in ankigen.yaml, "
            "or build without one (--no-lock); nothing was changed"
        )
    reason = (error.strerror or str(error)).lower()
    return diagnostics.report(
        "cannot-write", f"{path}: {reason}", hint=hints.get(error.errno or 0, "nothing was changed")
    )


def lock_path(config: Config) -> Path:
    """Where the lock of these notes is."""
    return (config.folder or Path()) / (config.lock or "ankigen.lock")


def output_name(deck: str) -> str:
    """The package's name where none is given."""
    return deck.split("::")[-1].replace("/", "-") + ".apkg"


def without_folder(config: Config, paths: Sequence[str]) -> Config:
    """`config` with the folder of the first source where there is no ankigen.yaml."""
    if config.folder is not None or not paths or paths[0] == "-":
        return config
    first = Path(paths[0])
    return replace(config, folder=first if first.is_dir() else first.parent)
