"""Speed, memory and size, as ratios from one run: `python benchmarks/run.py`.

Measures in turn (ankigen, genanki, ankigen, ...) and takes the median, so that a busy machine slows
both alike. genanki gets the finished fields and tags and only has to write them."""

from __future__ import annotations

import argparse
import gc
import json
import marshal
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import notes

HERE = Path(__file__).resolve().parent
NOW = "1700000000"


class Run(NamedTuple):
    """One process: seconds from start to end, seconds of processor time over all cores, peak memory
    in MiB, what it printed. On a machine that does other things too, processor time says more."""

    seconds: float
    work: float
    memory: float
    out: str


def process(*arguments: str | Path) -> Run:
    """Runs this Python with `arguments` to its end, away from a checkout: what is installed counts."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=os.environ | {"SOURCE_DATE_EPOCH": NOW}, cwd=HERE,
    )  # fmt: skip
    assert child.stdout is not None
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, arguments))}\n{out}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out)


def in_turn(rounds: int, *jobs: Callable[[], Run]) -> list[Run]:
    """The median of each job's seconds and the highest memory, from `rounds` rounds over all jobs."""
    found: list[list[Run]] = [[] for _ in jobs]
    for _ in range(rounds):
        for at, job in enumerate(jobs):
            found[at].append(job())
    return [
        Run(
            statistics.median(r.seconds for r in runs),
            statistics.median(r.work for r in runs),
            max(r.memory for r in runs),
            runs[-1].out,
        )
        for runs in found
    ]


def row(what: str, value: str, ratio: float | None = None, goal: str = "") -> None:
    shown = "" if ratio is None else f"{ratio:.2f}"
    print(f"| {what} | {value} | {shown} | {goal} |", flush=True)


# --- the whole road ---


def road(work: Path, size: int, rounds: int) -> float:
    """Notes to package against genanki alone; returns seconds of processor time a question."""
    path = work / f"{size}.txt"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in notes.write(size))
    ours, theirs, fields = work / "ours.apkg", work / "theirs.apkg", work / "fields"
    process(HERE / "run.py", "--fields", path, fields)

    def build() -> Run:
        (work / "ankigen.lock").unlink(missing_ok=True)
        return process("-m", "ankigen", "build", path, "-o", ours, "--quiet")

    def genanki() -> Run:
        run = process(HERE / "run.py", "--genanki", fields, theirs)
        loading, writing = json.loads(run.out)
        return Run(run.seconds - loading, run.work - loading, run.memory, str(writing))

    mine, alone = in_turn(rounds, build, genanki)
    again = process("-m", "ankigen", "build", path, "-o", ours, "--quiet")
    megabytes = path.stat().st_size / 1e6
    row(f"{size:,} questions, {megabytes:.1f} MB: whole process",
        f"{mine.seconds:.2f} s; genanki alone {alone.seconds:.2f} s (writing only {float(alone.out):.2f} s)",
        mine.seconds / alone.seconds, "≤ 1.5")  # fmt: skip
    row(
        "- its processor time",
        f"{mine.work:.2f} s; genanki {alone.work:.2f} s",
        mine.work / alone.work,
    )
    row("- the same again, with its lock", f"{again.seconds:.2f} s", again.seconds / alone.seconds)
    for what, run in (("- peak memory", mine), ("- of the same again, with its lock", again)):
        row(what, f"{run.memory:.0f} MiB; genanki {alone.memory:.0f} MiB",
            run.memory / alone.memory, "≤ 1.5")  # fmt: skip
    sizes = ours.stat().st_size / 1e6, theirs.stat().st_size / 1e6
    row("- package", f"{sizes[0]:.2f} MB; genanki {sizes[1]:.2f} MB", sizes[0] / sizes[1], "≤ 0.25")
    return mine.work / size


def save_fields(source: Path, target: Path) -> None:
    """What genanki alone has to write: fields, tags and GUID of every note."""
    from ankigen import build, inputs

    deck = build.prepare(inputs.load([str(source)]), now=int(NOW))
    rows = [(n.note_type, n.fields, n.tags, n.guid, n.due) for n in deck.stamped.notes]
    target.write_bytes(marshal.dumps(rows))


def with_genanki(fields: Path, target: Path) -> None:
    """genanki as its documentation uses it; prints the seconds of loading and of its own work."""
    start = time.perf_counter()
    rows = marshal.loads(fields.read_bytes())
    loaded = time.perf_counter()
    import genanki

    from ankigen import notetypes

    models = {
        kind.key: genanki.Model(
            kind.id, kind.name, fields=[{"name": f.name} for f in kind.fields],
            templates=[{"name": t.name, "qfmt": t.front, "afmt": t.back} for t in kind.templates],
            css=kind.css,
        )
        for kind in notetypes.load().values()
    }  # fmt: skip
    begun = time.perf_counter()
    deck = genanki.Deck(1_400_000_000_000, "Notes")
    for kind, values, tags, guid, due in rows:
        deck.add_note(
            genanki.Note(models[kind], fields=list(values), tags=list(tags), guid=guid, due=due)
        )
    genanki.Package(deck).write_to_file(str(target))
    print(json.dumps([loaded - start, time.perf_counter() - begun]))


# --- small files and the start ---


def small(work: Path, rounds: int) -> None:
    path = work / "small.txt"
    path.write_text(notes.text(100), encoding="utf-8")

    def build() -> Run:
        (work / "ankigen.lock").unlink(missing_ok=True)
        return process("-m", "ankigen", "build", path, "-o", work / "small.apkg", "-q")

    base, built, help_, version_ = in_turn(
        rounds * 3,
        lambda: process("-c", "import genanki, click"),
        build,
        lambda: process("-m", "ankigen", "--help"),
        lambda: process("-m", "ankigen", "--version"),
    )
    row('python -c "import genanki, click"', f"{base.seconds * 1000:.0f} ms", 1.0)
    for what, run, goal in (
        ("100 questions, shell to package", built, "≤ 2"),
        ("ankigen --help", help_, "< 1"),
        ("ankigen --version", version_, "< 1"),
    ):
        row(what, f"{run.seconds * 1000:.0f} ms", run.seconds / base.seconds, goal)
        row("- its processor time", f"{run.work * 1000:.0f} ms", run.work / base.work)


# --- reading is linear ---

HARD = {
    "a line of 1 MB": "the same old story " * 52_000,
    "a line of 1 MB without a space": "a" * 1_000_000,
    "100,000 nested bullets": "\n".join("  " * (i % 40) + "- and so on it went" for i in range(100_000)),
    "100,000 bullets, each deeper": "\n".join(" " * (i % 1000) + "- so" for i in range(4_000)),
    "50,000 blank lines": "• Tell me about a time.\n" + "\n" * 50_000 + "It was late.",
    "50,000 questions without an answer": "\n".join(f"• What is it, number {i}?" for i in range(50_000)),
    "20,000 headings": "\n".join(f"## Heading {i}\n\nText." for i in range(20_000)),
    "20,000 numbered lines": "\n".join(f"{i % 90}. Some thing" for i in range(20_000)),
    "20,000 table rows": "| question | answer |\n|---|---|\n" + "| why? | so |\n" * 20_000,
    **{f"100,000 × {s!r}": s * 100_000 for s in ("[", "(", "*", "|", "_", "`", "<", ">", "- ", "# ", ":", "?", " :a", "1.", "\t")},
    "100,000 × '(' and one ')'": "Tell me " + "(" * 100_000 + ")",
}  # fmt: skip


def reading(rounds: int) -> None:
    """Processor seconds a megabyte at 1, 9 and 35 MB, and of texts that trip up careless readers."""
    from ankigen import reader
    from ankigen.source import Source

    def seconds(text: str, name: str = "notes.txt") -> float:
        times = []
        for _ in range(rounds):
            gc.collect()
            start = time.process_time()
            reader.read([Source(name, text)])
            times.append(time.process_time() - start)
        return statistics.median(times)

    gc.disable()  # as the command line does
    first = notes.text(1250)
    size = len(first.encode()) / 1e6
    base = seconds(first) / size
    row(f"reading {size:.1f} MB", f"{base:.3f} s/MB", 1.0)
    for count in (10_000, 40_000):
        text = notes.text(count)
        size = len(text.encode()) / 1e6
        taken = seconds(text)
        row(
            f"reading {size:.1f} MB", f"{taken:.2f} s, {taken / size:.3f} s/MB", taken / size / base
        )
        del text
    for what, text in HARD.items():
        for suffix in ("txt", "md", "org"):
            taken = seconds(text, f"notes.{suffix}") / (len(text.encode()) / 1e6)
            row(f"{what} (.{suffix})", f"{taken:.3f} s/MB", taken / base)


def machine() -> str:
    cpu = next(
        (x.split(":")[1].strip() for x in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in x),
        platform.processor(),
    )  # fmt: skip
    from ankigen import lines

    names = ", ".join(f"{n} {version(n)}" for n in ("ankigen", "genanki", "click"))
    names += "; compiled" if not str(lines.__file__).endswith(".py") else "; plain Python"
    return (
        f"{cpu}, {os.cpu_count()} cores; Python {platform.python_version()}, SQLite "
        f"{sqlite3.sqlite_version}, zlib {zlib.ZLIB_RUNTIME_VERSION}; {names}"
    )


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] == ["--fields"]:
        return save_fields(Path(arguments[1]), Path(arguments[2]))
    if arguments[:1] == ["--genanki"]:
        return with_genanki(Path(arguments[1]), Path(arguments[2]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="questions, with commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("road", "small", "reading"))
    chosen = parser.parse_args(arguments)
    print(f"{machine()}\nmedian of {chosen.rounds}, in turn\n")
    print("| what | measured | ratio | goal |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # as after an installation: no process compiles the source of its modules again
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
        if chosen.only in (None, "small"):
            small(work, chosen.rounds)
        if chosen.only in (None, "road"):
            sizes = [int(s) for s in chosen.sizes.split(",")]
            each = [road(work, size, chosen.rounds) for size in sizes]
            for size, seconds in zip(sizes[1:], each[1:], strict=True):
                row(f"a question at {size:,} against {sizes[0]:,}", f"{seconds * 1e6:.0f} µs",
                    seconds / each[0], "≤ 1.15")  # fmt: skip
        if chosen.only in (None, "reading"):
            reading(min(chosen.rounds, 3))
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
