"""Imports a deck and its next edition into every version of real Anki that installs; prints a table.

usage: python tests/versions/history.py [--cache DIR] [--versions 2.1.66 25.9.5 …]

Each version gets a virtual environment of its own below DIR (default: a temporary folder). Versions up
to 2.1.44 need a python3.8 or python3.9 on the PATH; what does not install is said in the table."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode

HERE = Path(__file__).parent
NOW = 1_764_000_000
VERSIONS = (
    "2.1.26", "2.1.28", "2.1.35", "2.1.38", "2.1.44", "2.1.45", "2.1.49", "2.1.54", "2.1.55", "2.1.56", "2.1.60",
    "2.1.61", "2.1.66", "23.10.1", "23.12.1", "24.4.1", "24.6.3", "24.11", "25.2.7", "25.7.5", "25.9.2", "25.9.5",
    "26.5", "26.9.3",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a version installs: which Pythons it takes, and what must stand beside it."""

    pythons: tuple[str, ...]
    extra: tuple[str, ...] = ()
    deps: bool = True
    after: tuple[str, ...] = ()


_OLD = (
    "protobuf==3.20.3", "orjson==3.6.9", "requests==2.28.2", "decorator==5.1.1", "beautifulsoup4==4.12.2",
    "Send2Trash==1.8.2", "markdown==3.4.4", "jsonschema==4.17.3", "distro==1.8.0", "flask==2.2.5", "waitress==2.1.2",
    "stringcase==1.2.0", "typing_extensions==4.7.1", "urllib3==1.26.16", "idna==3.4", "certifi", "soupsieve==2.4.1",
    "charset-normalizer==3.2.0", "attrs==23.1.0", "pyrsistent==0.19.3", "importlib_resources==5.13.0",
    "pkgutil_resolve_name==1.3.10", "zipp==3.16.2", "PySocks==1.7.1",
)  # fmt: skip


def recipe(version: str) -> Recipe:
    parts = tuple(int(p) for p in version.split("."))
    if parts < (2, 1, 36):
        return Recipe(("python3.8",), (*_OLD, f"ankirspy=={version}"), deps=False)
    if parts < (2, 1, 45):
        return Recipe(("python3.9", "python3.8"), _OLD, deps=False)
    if parts < (2, 1, 50):
        return Recipe(("python3.11", "python3.9"), after=("protobuf==3.20.3",))
    return Recipe(("python3.11", "python3.10", "python3.9", "python3"))


def works(name: str) -> bool:
    """Is there an interpreter of that name that runs? (A shim of a version manager may only be one in name.)"""
    path = shutil.which(name)
    return bool(path) and subprocess.run([name, "-c", ""], capture_output=True).returncode == 0


def environment(version: str, cache: Path) -> Path | str:
    """The Python of a virtual environment with that Anki, made where it is missing; or why there is none."""
    made = cache / f"anki-{version}"
    python = made / "bin" / "python"
    if (made / "ready").exists():
        return python
    how = recipe(version)
    name = next((n for n in how.pythons if works(n)), None)
    if name is None:
        return f"needs {' or '.join(how.pythons)}"
    shutil.rmtree(made, ignore_errors=True)
    steps: list[list[str]] = [[name, "-m", "venv", str(made)]]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if how.extra:
        steps.append([*pip, "--no-deps", *how.extra])
    steps.append([*pip, *([] if how.deps else ["--no-deps"]), f"anki=={version}"])
    if how.after:
        steps.append([*pip, "--no-deps", *how.after])
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["?"])[-1]
            return f"does not install: {last[:80]}"
    (made / "ready").touch()
    return python


def editions(folder: Path) -> tuple[build.Deck, build.Deck]:
    """The deck of sources/ and its next edition: one answer edited, one question reworded."""
    text = (HERE.parent.parent / "sources" / "interview-notes.txt").read_text(encoding="utf-8")
    lock = folder / "ankigen.lock"
    config = Config(deck="Interview")
    first = build.prepare([decode("notes.txt", text.encode())], config, now=NOW)
    build.write(first, folder / "first.apkg", lock)
    edited = text.replace("I got a bread.", "I got two breads.").replace(
        "Tell me about a deadline that you missed.", "Tell me about the deadline you missed."
    )
    assert edited.count("two breads") == 1
    second = build.prepare(
        [decode("notes.txt", edited.encode())],
        config,
        now=NOW + 5_000_000,
        locks=build.read_locks(lock),
    )
    build.write(second, folder / "second.apkg", lock)
    return first, second


def row(version: str, out: dict[str, Any], first: build.Deck, second: build.Deck) -> list[str]:
    """What was seen, beside what should be."""
    notes = {n.guid: n for n in first.stamped.notes}
    same = all(
        tuple(out["notes"].get(g, {}).get("fields", ())) == n.fields
        and out["notes"][g]["tags"] == sorted(n.tags)
        for g, n in notes.items()
    )
    changed = sorted(second.stamped.changed)
    final = all(tuple(out["final"][n.guid]["fields"]) == n.fields for n in second.stamped.notes)
    yes = {True: "yes", False: "**no**"}
    return [
        version, out["importer"], yes[len(out["notes"]) == len(notes) and same],
        yes[out["order"] == [n.guid for n in first.stamped.notes]], yes[out["decks"] == ["Interview"]],
        yes[out["empty"] == 0], yes[out["again"]], yes[out["updated"] == changed and not out["added"] and final],
        yes[out["kept"] and out["reviews"] == out["studied"] == 5],
    ]  # fmt: skip


HEAD = [
    "Anki", "importer", "fields and tags", "order", "deck", "both sides shown", "second import: nothing",
    "next edition: just the changed notes", "reviews kept",
]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--versions", nargs="*", default=list(VERSIONS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = asked.cache or Path(folder)
        cache.mkdir(parents=True, exist_ok=True)
        first, second = editions(Path(folder))
        print("| " + " | ".join(HEAD) + " |")
        print("|" + "---|" * len(HEAD), flush=True)
        for version in asked.versions:
            python = environment(version, cache.resolve())
            if isinstance(python, str):
                print(f"| {version} | {python} |" + " |" * (len(HEAD) - 2), flush=True)
                continue
            packages = [str(Path(folder) / f"{n}.apkg") for n in ("first", "second")]
            done = subprocess.run(
                [str(python), str(HERE / "inside.py"), *packages],
                capture_output=True,
                text=True,
                timeout=300,
            )
            try:
                cells = row(
                    version, json.loads(done.stdout[done.stdout.index("{") :]), first, second
                )
            except (ValueError, KeyError):
                last = (done.stderr.strip().splitlines() or ["no output"])[-1]
                cells = [version, f"failed: {last[:90]}"] + [""] * (len(HEAD) - 2)
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
