"""All tests with the oldest allowed and the newest dependencies, on each Python that is here; prints the
table of docs/compatibility.md.

usage: python tests/versions/dependencies.py [--cache FOLDER] [--pythons python3.10 …] [-- pytest options]

The wheel is built and installed, and the tests run outside the checkout, as .ci/run does it. The oldest
are the lower bounds of pyproject.toml. The tests that need real Anki are left out, and that is said,
where no anki installs beside them; the tests in a browser are .ci/run's."""

from __future__ import annotations

import argparse
import datetime
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHONS = ("python3.10", "python3.11", "python3.12", "python3.13")
TOOLS = ("pytest>=8.0", "pytest-xdist>=3.5", "hypothesis>=6.100")
HEAD = ("Python", "dependencies", "tests", "versions")


def bounds() -> dict[str, str]:
    """Name and lower bound of every dependency, from pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.M | re.S)
    assert block is not None
    found = dict(re.findall(r'^  "([\w-]+)>=([\w.]+)"', block[1], re.M))
    assert len(found) == block[1].count('",'), "a dependency without a lower bound"
    return found


def interruptible() -> None:
    """A command started in the background hands down that Ctrl-C is ignored; the tests need it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(command: list[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, preexec_fn=interruptible
    )


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    said = [x for x in done.stderr.splitlines() if x.startswith("ERROR")] or ["?"]
    return f"does not install: {said[-1].removeprefix('ERROR: ')[:100]}"


def environment(python: str, oldest: bool, wheel: Path, place: Path) -> str:
    """Makes a virtual environment with ankigen in it; '' or why there is none."""
    made = run([python, "-m", "venv", "--clear", str(place)])
    if made.returncode:
        return f"no environment: {made.stderr.strip()[-90:]}"
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]  # fmt: skip
    pins = [f"{name}=={version}" for name, version in bounds().items()] if oldest else []
    done = run([*pip, *([] if oldest else ["--upgrade"]), str(wheel), *pins, *TOOLS])
    if done.returncode:
        return complaint(done)
    run([*pip, "anki>=25.2", *pins])  # without it the tests that need it are left out
    return ""


def tested(place: Path, copy: Path, options: list[str]) -> str:
    """What pytest says of the tests, run outside the checkout."""
    python = str(place / "bin" / "python")
    ignored = ["--ignore=tests/browser"]
    without = run([python, "-c", "import anki.collection"]).returncode
    if without:
        real = [p for p in (ROOT / "tests").glob("test_*.py") if re.search("^(?:from|import) anki", p.read_text("utf-8"), re.M)]  # fmt: skip
        ignored += [f"--ignore=tests/{p.name}" for p in real if "anki_collection" in p.read_text("utf-8")]  # fmt: skip
    done = run([python, "-m", "pytest", "-q", "-n", "2", *ignored, *options], copy)
    last = re.sub(r" in [\d.]+s.*", "", (done.stdout.strip().splitlines() or ["no output"])[-1])
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.M)
    said = last.strip("= ") + (", without real Anki" if without else "")
    return said + "".join(f"<br>**{f}**" for f in failed[:5])


def copied(folder: Path) -> Path:
    """The tests and what they read, outside the checkout, as they are now."""
    for name in ("tests", "sources", "examples", "docs", "benchmarks"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def versions(place: Path) -> str:
    names = [*bounds(), "anki"]
    code = f"import importlib.metadata as m\nfor n in {names!r}:\n try: print(n, m.version(n), end=', ')\n except m.PackageNotFoundError: pass"
    return run([str(place / "bin" / "python"), "-c", code]).stdout.strip(", ")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--cache", type=Path, help="where environments are made and stay")
    parser.add_argument("--pythons", nargs="*", default=list(PYTHONS))
    parser.add_argument("--only", choices=("oldest", "newest"))
    parser.add_argument("options", nargs="*")
    asked = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        cache = (asked.cache or Path(folder)).resolve()
        dist = Path(folder) / "dist"
        done = run(
            [
                sys.executable,
                "-m",
                "pip",
                "wheel",
                "--quiet",
                "--no-deps",
                "-w",
                str(dist),
                str(ROOT),
            ]
        )
        assert done.returncode == 0, done.stderr
        (wheel,) = dist.glob("*.whl")
        (Path(folder) / "run").mkdir()
        copy = copied(Path(folder) / "run")
        print(
            f"{datetime.date.today()}\n\n| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}", flush=True
        )
        for python in asked.pythons:
            if shutil.which(python) is None or run([python, "-c", ""]).returncode:
                print(f"| {python} | | is not here | |", flush=True)
                continue
            for which in ("oldest", "newest"):
                if asked.only in (None, which):
                    place = cache / f"dependencies-{python}-{which}"
                    said = environment(python, which == "oldest", wheel, place) or tested(
                        place, copy, asked.options
                    )
                    bad += "failed" in said or "error" in said or "install" in said
                    print(f"| {python} | {which} | {said} | {versions(place)} |", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
