"""Paths to sources: which files are notes, and their bytes to text."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from ankigen import config
from ankigen.diagnostics import Diagnostic, NotesError, report
from ankigen.source import Source, Span

SUFFIXES = (".txt", ".text", ".org", ".md", ".markdown", ".yaml", ".yml", "")
CONFIG_NAMES = ("ankigen.yaml", "ankigen.yml")
_SKIPPED = {*CONFIG_NAMES, "ankigen.lock", "LICENSE", "Makefile"}
_SAVE_AGAIN = "delete the character, or save the file again as UTF-8"
_BLANK = b"\xef\xbb\xbf \t\r\n"
# What a file is by its first bytes, where it is surely no text.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive (a .docx, .odt or .apkg is one too)"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"), (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"SQLite format 3", "an SQLite database"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
)  # fmt: skip


def load(paths: Sequence[str], stdin: bytes | None = None) -> list[Source]:
    """The sources at `paths` (files, folders, or "-" for `stdin`), in order. Raises NotesError with
    all that is wrong with any of them."""
    sources: list[Source] = []
    wrong: list[Diagnostic] = []
    for path in paths:
        try:
            if path == "-":
                sources.append(decode("-", stdin or b""))
                continue
            for name in _files(path):
                sources.append(decode(name, _bytes(name)))
        except NotesError as error:
            wrong += error.diagnostics
    if wrong:
        raise NotesError(*wrong)
    return sources


def settings(path: Path) -> Source | None:
    """The configuration file at `path`; None where it is empty. Raises NotesError where it is missing,
    no file, no text, or far too large."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "a device or a pipe"
            raise NotesError(report("cannot-read", f"{path}: this is {what}, not a configuration"))
        if found.st_size > 4 * config.LARGEST:
            raise NotesError(report(
                "config-yaml", f"{path}: more than {config.LARGEST >> 20} MiB", hint="keep notes out of it"
            ))  # fmt: skip
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotesError(_missing(path)) from None
    except (OSError, ValueError) as error:
        raise NotesError(report("cannot-read", f"{path}: {_reason(error)}")) from None
    return decode(str(path), data) if data.strip(_BLANK) else None


def check_inside(settings: config.Config) -> None:
    """Raises NotesError where a configuration that nobody named by hand leads out of its own folder:
    somebody else's notes read and write nothing of yours."""
    root = (settings.folder or Path()).resolve()
    named = [("sources", p) for p in settings.sources] + [("media", p) for p in settings.media]
    named += [(k, p) for k, p in (("style", settings.style), ("lock", settings.lock)) if p]
    wrong = [_outside(settings, k, p) for k, p in named if not _is_below(root, p)]
    if wrong:
        raise NotesError(*wrong)


def _is_below(root: Path, path: str) -> bool:
    try:
        return (root / path).resolve().is_relative_to(root)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no system takes
        return False


def _outside(settings: config.Config, key: str, path: str) -> Diagnostic:
    source, span = settings.source, None
    if source is not None and (at := source.find(path)) >= 0:
        span = Span(source, at, at + len(path))
    place = source.name if source is not None else "ankigen.yaml"
    return report(
        "config-outside", f"`{key}` leads out of the folder of {Path(place).name}", span, label="this path",
        hint=f"if you trust these notes, name the configuration yourself: --config {place}",
    )  # fmt: skip


def _files(path: str) -> Iterator[str]:
    if not path.strip():
        raise NotesError(report(
            "missing-file", "a name of a file or folder is empty", hint="name it, as in ankigen build notes.txt"
        ))  # fmt: skip
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        raise NotesError(_missing(place)) from None
    except (OSError, ValueError) as error:
        raise NotesError(report("cannot-read", f"{path}: {_reason(error)}")) from None
    if stat.S_ISDIR(mode):
        found = list(_in_folder(place))
        if not found:
            raise NotesError(report(
                "no-notes", f"{path}: no notes in this folder",
                hint="notes are files that end in .txt, .org, .md, .yaml, or have no suffix",
            ))  # fmt: skip
        yield from found
    elif stat.S_ISREG(mode):
        yield path
    else:
        raise NotesError(report(
            "cannot-read", f"{path}: this is a device or a pipe, not a file of notes", hint="use - to read from a pipe",
        ))  # fmt: skip


def _missing(place: Path) -> Diagnostic:
    """The message for a path that is not there, with the nearest name that is."""
    import difflib

    if place.is_symlink():
        return report(
            "missing-file", f"{place}: this link leads to nothing", hint="name the file itself"
        )
    try:
        names = [p.name for p in place.parent.iterdir() if p.exists()]
    except OSError:
        names = []
    near = difflib.get_close_matches(place.name, names, 1, 0.6)
    hint = (
        f"did you mean {place.parent / near[0]}?"
        if near
        else "check the name and the folder you are in"
    )
    return report("missing-file", f"{place}: no such file or folder", hint=hint)


def _in_folder(folder: Path) -> Iterator[str]:
    """Every file of notes in `folder`, in name order; links that lead out of it are never followed."""
    root = folder.resolve()
    for here, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        for name in sorted(files):
            path = Path(here, name)
            if name.startswith(".") or name in _SKIPPED or path.suffix.lower() not in SUFFIXES:
                continue
            try:
                real = path.resolve(strict=True)
                if real.is_relative_to(root) and stat.S_ISREG(real.stat().st_mode):
                    yield str(path)
            except (OSError, RuntimeError):
                continue


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise NotesError(report("cannot-read", f"{name}: {_reason(error)}")) from None


def _reason(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or "cannot be read").lower()


def decode(name: str, data: bytes) -> Source:
    """Bytes of UTF-8, or of UTF-16 or UTF-32 with a byte-order mark, as a source; line ends become
    `\\n`. Raises NotesError where they are no text."""
    shown = "standard input" if name == "-" else name
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotesError(report(
                "not-text", f"{shown}: this is {what}, not text", hint="save your notes as plain text (UTF-8)"
            ))  # fmt: skip
    text = _text(name, shown, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\n" not in text:
            text = text.replace("\r", "\n")
    source = Source(name, text)
    at = text.find("\0")
    if at >= 0:
        raise NotesError(report(
            "nul-byte", "a NUL byte: this is not text, or it was cut off while it was saved", Span(source, at, at + 1),
            label="here", hint=_guess(data) if b"\0" in data[:2] else _SAVE_AGAIN,
        ))  # fmt: skip
    if text.isspace() or not text:
        raise NotesError(
            report("empty-file", f"{shown}: the file is empty", hint="write a question into it")
        )
    return source


def _text(name: str, shown: str, data: bytes) -> str:
    marks = (
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    )
    encoding = next((e for mark, e in marks if data.startswith(mark)), "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        good = data[: error.start].decode(encoding, "replace")
        line = good.count("\n") + 1
        known = Source(name, data.decode(encoding, "replace").replace("\r\n", "\n"))
        at = min(
            known.line_starts()[min(line, len(known.line_starts())) - 1]
            + len(good.rsplit("\n", 1)[-1]),
            known.size,
        )
        raise NotesError(report(
            "not-text", f"{shown}: not {encoding.removesuffix('-sig').upper()}; line {line} has the byte 0x{data[error.start]:02x}",
            Span(known, at, at + 1), label="the first byte that is not text", hint=_guess(data),
        )) from None  # fmt: skip


def _guess(data: bytes) -> str:
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return "it looks like UTF-16 without a mark: save it as UTF-8"
    # In Chinese bytes beyond ASCII come in pairs, in European languages mostly alone.
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data))
    paired = alone * 3 < sum(byte > 0x7F for byte in data)
    for encoding, name in (("gb18030", "Chinese (GBK)"), ("cp1252", "Windows-1252")):
        if encoding == "gb18030" and not paired:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" or sum("\u4e00" <= c <= "\u9fff" for c in text) * 3 > sum(
            c > "\x7f" for c in text
        ):
            return f"it looks like {name}: open it in your editor and save it as UTF-8"
    return "open it in your editor and save it as UTF-8"
