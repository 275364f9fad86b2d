"""A learner's life with a deck and its editions, in every version of real Anki that installs; prints a table.

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
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode

HERE = Path(__file__).parent
VERSIONS = (
    "2.1.25", "2.1.26", "2.1.28", "2.1.35", "2.1.38", "2.1.44", "2.1.45", "2.1.49", "2.1.54", "2.1.55", "2.1.56", "2.1.57", "2.1.60",
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


NOTES = """\
1. Keep the Ledger
Write it down on the day it happens.

Case 1: I found the missing crate because every barrow had its line in the book.

- Tell me about a time you corrected an account of somebody else.
The grain account of the mill. I asked the miller first.
- Describe a mistake that you owned up to.
I had weighed the wool wet.
- Tell me about a number that surprised you.
- When did you refuse to sign something?
The bill for the pier, twice. There was no pier.

2. Mind the Weather
Look up before you look down.

- Tell me about a plan that the weather spoiled.
The regatta. We rowed it on the Sunday after.
- How do you prepare for a storm?
- Who warned you in time?
The lamp keeper. I brought him a cheese.
"""
WOOL = "I had weighed the wool wet."
STORM = "- How do you prepare for a storm?\n"
STAYING = (
    "Tell me about a plan that the weather spoiled.", "Who warned you in time?",
    "When did you refuse to sign something?",
)  # fmt: skip
MOVED = (
    ("Describe a mistake that you owned up to.", "Tell me about a mistake you owned up to."), ("\n- ", "\n• "),
    ("• Tell me about a number that surprised you.\n", ""), ("Who warned", "Tell me about a number that surprised you.\n• Who warned"),
)  # fmt: skip


def editions(folder: Path) -> None:
    """Packages of one deck as it is edited, and plan.json for inside.py. Each is built later than the
    one before by the clock; "backwards" by a clock that was set back."""
    now = int(time.time())
    wet = NOTES.replace(WOOL, WOOL + " I said so.")
    moved = wet
    for old, new in MOVED:
        assert old in moved, old
        moved = moved.replace(old, new)
    one, two, three = (
        moved.replace("I said so.", f"I said so {n}.") for n in ("once", "twice", "thrice")
    )
    gone = three.replace(STORM.replace("- ", "• "), "")
    assert gone != three
    plan: dict[str, Any] = {"packages": {}}
    life = [
        ("first", NOTES, now - 90_000, {}), ("edited", wet, now + 600, {}),
        ("moved", moved, now + 700, {"deck": "Interviews::Harbour", "name": "ledger.txt"}),
        ("one", one, now + 800, {}), ("two", two, now + 800, {}), ("backwards", three, now + 50, {}),
        ("retired", gone, now + 900, {"retire": "backwards"}), ("back", three, now + 1000, {}),
    ]  # fmt: skip
    skipped = [
        ("first", NOTES, now - 90_000, {}), ("early", one.replace("• ", "- "), now - 9_000, {}),
        ("late", two.replace("• ", "- "), now - 8_000, {}), ("touched", two.replace("• ", "- "), now + 900, {"touch": True}),
    ]  # fmt: skip
    for chain in (life, skipped):
        locks: tuple[Any, ...] = ()
        for name, text, when, how in chain:
            if name == "retired":  # the same edition without --retire first, from the same lock
                deck = _built(folder, "without", text, when, locks, {})
                plan["packages"]["without"] = _rows(deck)
                plan["gone"] = sorted(e.guid for e in deck.matching.removed)
                plan["search"] = build.search(plan["gone"])
                plan["long search"] = build.search(
                    plan["gone"] + [f"{i:016x}" for i in range(1100)]
                )
            deck = _built(folder, name, text, when, locks, how)
            assert not deck.matching.diagnostics, deck.matching.diagnostics
            locks = deck.locks
            plan["packages"][name] = _rows(deck)
            if name == "first":
                plan["order"] = [n.guid for n in deck.stamped.notes]
                guids = {n.fields[0]: n.guid for n in deck.stamped.notes}
                plan["staying"] = [guids[q] for q in STAYING]
            elif name == "edited":
                plan["changed"] = sorted(deck.stamped.changed)
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")


def _built(
    folder: Path, name: str, text: str, when: int, locks: tuple[Any, ...], how: dict[str, Any]
) -> build.Deck:
    config = Config(deck=how.get("deck", "Harbour"), folder=folder)
    retire = folder / f"{how['retire']}.apkg" if "retire" in how else None
    source = decode(how.get("name", "notes.txt"), text.encode())
    deck = build.prepare(
        [source], config, now=when, locks=locks, touch=how.get("touch", False), retire=retire
    )
    build.write(deck, folder / f"{name}.apkg", None)
    return deck


def _rows(deck: build.Deck) -> dict[str, Any]:
    return {n.guid: [list(n.fields), sorted(n.tags)] for n in deck.stamped.notes}


COLUMNS = (
    "importer", "first import", "again", "one answer edited", "the learner's own", "reworded, moved, renamed",
    "one second, clock back", "removed, and found", "retired, and back", "reviews kept",
    "built before, imported after", "--touch", "study and sync", "two imports, one sync",
)  # fmt: skip


def row(version: str, out: dict[str, Any]) -> list[str]:
    yes = {True: "yes", False: "**no**", None: "–"}
    return [version, *(str(yes.get(out.get(c), out.get(c))) for c in COLUMNS)]


def tried(version: str, python: Path, folder: Path) -> list[str]:
    done = subprocess.run(
        [str(python), str(HERE / "inside.py"), str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    _, found, result = done.stdout.partition("RESULT")
    if not found:
        last = (done.stderr.strip().splitlines() or ["no output"])[-1]
        return [version, f"failed: {last[:90]}"]
    out = json.loads(result)
    for error in out.get("errors", ()):
        print(f"{version}: {error}", file=sys.stderr)
    return row(version, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--versions", nargs="*", default=list(VERSIONS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        cache = asked.cache or folder / "versions"
        cache.mkdir(parents=True, exist_ok=True)
        print("| " + " | ".join(("Anki", *COLUMNS)) + " |")
        print("|" + "---|" * (len(COLUMNS) + 1), flush=True)
        for version in asked.versions:
            python = environment(version, cache.resolve())
            if isinstance(python, Path):
                editions(folder)  # anew, because they are dated by the clock
                cells = tried(version, python, folder)
            else:
                cells = [version, python]
            cells += [""] * (len(COLUMNS) + 1 - len(cells))
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
