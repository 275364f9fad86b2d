"""Imports the package of sources/ into every version of real Anki that installs, and reads it with
other programs; prints the table of docs/compatibility.md.

usage: python tests/versions/clients.py [--cache FOLDER] [--versions 2.1.25 26.9.3 …]

Each gets an environment of its own below FOLDER (default: a temporary one). Versions up to 2.1.44 need a
python3.8 or python3.9 on the PATH, the readers from npm a node. What does not install is said."""

from __future__ import annotations

import argparse
import datetime
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from history import VERSIONS, environment

from ankigen import build, inspect
from ankigen.config import Config
from ankigen.inputs import load

HERE = Path(__file__).resolve().parent
READERS = ("ankipandas", "anki-export", "ankisync2")  # of PyPI
FROM_NPM = ("anki-reader", "anki-apkg-parser")
HEAD = ["client", "importer", "notes", "fields", "tags", "cards and their decks", "order"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the package holds, as our own reading of it says."""

    path: Path
    fields: dict[str, list[str]]  # by GUID
    tags: dict[str, list[str]]
    cards: list[list[Any]]  # GUID, ordinal and deck, in the order of study


def made(folder: Path) -> Expected:
    path = folder / "sources.apkg"
    deck = build.prepare(
        load([str(HERE.parent.parent / "sources")]), Config(deck="Interview"), now=1_764_000_000
    )
    build.write(deck, path, None)
    package = inspect.read(path)
    guids = {n.id: n.guid for n in package.notes}
    cards = sorted(package.cards, key=lambda c: (c.due, c.ordinal))
    return Expected(
        path, {n.guid: list(n.fields) for n in package.notes}, {n.guid: sorted(n.tags) for n in package.notes},
        [[guids[c.note_id], c.ordinal, c.deck] for c in cards],
    )  # fmt: skip


def output(command: Sequence[str | Path], folder: Path) -> dict[str, Any] | str:
    """What a program printed as JSON, or the last line of its complaint."""
    try:
        done = subprocess.run(
            [str(c) for c in command], capture_output=True, text=True, timeout=300, cwd=folder
        )
        found = json.loads(done.stdout[done.stdout.index("{") :])
    except (ValueError, OSError, subprocess.TimeoutExpired) as error:
        said = done.stderr.strip().splitlines() if not isinstance(error, (OSError, subprocess.TimeoutExpired)) else []  # fmt: skip
        return f"fails: {(said or [str(error)])[-1][:90]}"
    assert isinstance(found, dict)
    return found


def row(name: str, out: dict[str, Any] | str, wanted: Expected) -> list[str]:
    if isinstance(out, str):
        return [name, out] + [""] * (len(HEAD) - 2)
    yes = {True: "same", False: "**differ**"}
    notes = out["notes"]
    got = {g: n[0] for g, n in notes.items()}
    return [
        name, out.get("importer", "reads"), f"{len(notes)} of {len(wanted.fields)}", yes[got == wanted.fields],
        "not told" if out.get("no tags") else yes[{g: n[1] for g, n in notes.items()} == wanted.tags],
        yes[sorted(out["cards"]) == sorted(wanted.cards)], yes[out["cards"] == wanted.cards],
    ]  # fmt: skip


def python_reader(name: str, cache: Path, wanted: Expected) -> list[str]:
    place = cache / f"reader-{name}"
    python = place / "bin" / "python"
    if not (place / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        done = subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name],
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            return row(
                name, f"does not install: {done.stderr.strip().splitlines()[-1][:80]}", wanted
            )
        (place / "ready").touch()
    version = subprocess.run(
        [str(python), "-c", f"import importlib.metadata as m; print(m.version('{name}'))"],
        capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    out = output([python, HERE / "readers.py", name, wanted.path], place)
    return row(f"{name} {version} (PyPI)", out, wanted)


def npm_reader(name: str, cache: Path, wanted: Expected) -> list[str]:
    place = cache / f"reader-{name}"
    if not shutil.which("npm"):
        return row(f"{name} (npm)", "needs node", wanted)
    if not (place / "node_modules" / name).exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}\n')
        done = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", name], cwd=place, capture_output=True, text=True
        )  # fmt: skip
        if done.returncode:
            why = [
                x for x in done.stderr.splitlines() if "npm error" in x and "log of this" not in x
            ]
            return row(f"{name} (npm)", f"does not install: {(why or ['?'])[-1].removeprefix('npm error ')[:80]}", wanted)  # fmt: skip
    if name != "anki-reader":
        return row(f"{name} (npm)", "installs, but nobody wrote how to read with it here", wanted)
    version = json.loads((place / "node_modules" / name / "package.json").read_text())["version"]
    out = output(["node", HERE / "reader_anki.mjs", wanted.path], place)
    if isinstance(out, dict):
        out = _as_others(out)
    return row(f"{name} {version} (npm)", out, wanted)


def _as_others(out: dict[str, Any]) -> dict[str, Any]:
    """anki-reader knows cards and fields by name, no GUIDs and no tags of notes: the Id field tells the
    GUID, and the fields' names must be ours."""
    guids = {number: fields["Id"] for number, fields in out["notes"].items()}
    return {
        "no tags": True,
        "notes": {f["Id"]: [list(f.values())] for f in out["notes"].values()},
        "cards": [[guids[str(c[1])], c[2], c[3]] for c in sorted(out["cards"], key=lambda c: (c[0], c[2]))],
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--versions", nargs="*", default=None)
    asked = parser.parse_args()
    versions = asked.versions if asked.versions is not None else sorted({"2.1.25", *VERSIONS}, key=lambda v: [int(p) for p in v.split(".")])  # fmt: skip
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        cache = (asked.cache or Path(folder) / "cache").resolve()
        cache.mkdir(parents=True, exist_ok=True)
        wanted = made(Path(folder))
        print(
            f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {len(wanted.fields)} notes, {len(wanted.cards)} cards\n"
        )
        print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}", flush=True)
        for version in versions:
            python = environment(version, cache)
            out = python if isinstance(python, str) else output([python, HERE / "imports.py", wanted.path], cache)  # fmt: skip
            bad += _told(row(f"Anki {version}", out, wanted))
        for name in READERS:
            bad += _told(python_reader(name, cache, wanted))
        for name in FROM_NPM:
            bad += _told(npm_reader(name, cache, wanted))
    return 1 if bad else 0


def _told(cells: list[str]) -> int:
    print("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |", flush=True)
    return sum("**" in c for c in cells)


if __name__ == "__main__":
    sys.exit(main())
