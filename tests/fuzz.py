"""Random and mutated input through every parser: reading, configuration, notes by hand, lock, inspect.

usage: python tests/fuzz.py [--minutes 5] [--only reading lock …] [--seed N] [--keep FOLDER]

With atheris (pip install atheris) the mutations are led by coverage; without it they are plain. Each
target runs in a process of its own, one after the other, again and again until the time is over. A
finding is a crash, a broken law of tests/targets.py, or more than a second of processor time for each
100 kB that it goes through (in a process of its own, as the counters of atheris slow all down); it is written to FOLDER (default: tests/findings), where tests/test_findings.py keeps it."""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
NAMES = ("reading", "config", "yaml", "lock", "inspect")
ROUND = 60  # seconds that one target has before the next one's turn
LARGEST = 100_000  # bytes of an input
HANG = 20.0  # seconds of processor time after which an input is given up

PIECES = [
    p.encode()
    for p in (
        "- ", "• ", "* ", "1. ", "(4) ", "a) ", "# ", "## ", "** ", "*** ", "> ", "Q: ", "A: ", "S: ", "Task - ", "Result:",
        "Case 1:", "Case 2", "| a | b |", "|---|---|", "```", "~~~", "---", "...", "===", "<details>", "<summary>", "</details>",
        "</summary>", "<!--", "-->", "#+begin_src", "#+end_src", ":PROPERTIES:", ":END:", "Tell me about it", "Why?", "Own It",
        "(Own It)", "[x]", "[ ]", "[a](b)", "![a](b.png)", "[[", "]]", "[^1]:", "\n", "\n\n", "\n\n\n\n", "  ", "    ", "\t",
        "你好？", "（", "）", "：", "\u200b", "\u00a0", "\ufeff", "e\u0301", "\U0001f600", "xx", "text and more of it.", "\x0c", "\u2028",
        "\x85", "\r\n", "\r", "\0", "\x1f", "\\", "\\(", "\\)", "$$", "[sound:x]", "{{x}}", "&amp;", "&", "<", ">", "<script>", "'", '"',
        "deck: ", "tags: [", "]", "values: {", "}", "roles:", "id:", "notes:\n  - question: ", "answers:\n", "beats:", "- story: ", "&a",
        "*a", "!!python/object:x", "<<: ", "? ", "|\n", ">-\n", "ankigen-lock 1\n", "deck x\n", "named x\n", "looks question a 1\n",
        "<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "abcdefghijklmnop 1300000000000 1764000000 c - question Why?\n", "/retired", "/gone",
        "SQLite format 3\0", "CREATE VIEW notes AS SELECT ", "\xff\xff\xff\xff",
    )
]  # fmt: skip


def mutate(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """A few changes to `data`, of lines as well as of bytes; `other` lends parts."""
    for _ in range(1 << rng.randrange(4)):
        if not data:
            data = other
        at, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        lines = data.split(b"\n")
        line = rng.randrange(len(lines))
        match rng.randrange(11):
            case 0:
                data = data[:at] + rng.choice(PIECES) + data[at:]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                start = rng.randrange(len(other) + 1)
                data = data[:at] + other[start : start + rng.randrange(400)] + data[at:]
            case 3:
                data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
            case 4:
                data = b"\n".join(lines[:line] + lines[line + 1 :])
            case 5:
                data = b"\n".join([*lines[:line], lines[line], *lines[line:]])
            case 6:
                rng.shuffle(lines)
                data = b"\n".join(lines)
            case 7:
                lines[line] = rng.choice(PIECES) + lines[line]
                data = b"\n".join(lines)
            case 8:
                lines[line] = lines[line].lstrip(b" -*#0123456789.\t")
                data = b"\n".join(lines)
            case 9:
                data = data[:at] + rng.choice(PIECES) * rng.choice((2, 9, 60)) + data[at:]
            case 10:  # long and of one kind: what grows faster than its input shows here
                part = data[at : at + rng.choice((1, 2, 5, 40))] or rng.choice(PIECES)
                if rng.random() < 0.08:
                    data = data[:at] + part * (rng.randrange(LARGEST) // len(part)) + data[at:]
        data = data[:LARGEST]
    return data


def seeds(target: str) -> list[bytes]:
    """What the mutations start from: the notes, settings and locks of the tests, and small packages."""
    import targets

    from ankigen import build, lockfile
    from ankigen.source import Source

    root = HERE.parent
    old = [p.read_bytes() for p in sorted((HERE / "findings").glob(f"{target}-*"))]
    if target == "reading":
        places = [
            *(HERE / "notes").rglob("*.*"),
            *(root / "examples").rglob("*.*"),
            *(root / "sources").glob("*.txt"),
        ]
        kinds = {suffix: bytes([n]) for n, suffix in enumerate(targets.SUFFIXES)}
        return old + [kinds[p.suffix] + p.read_bytes() for p in places if p.suffix in kinds]
    if target == "config":
        made = [b"deck: A\nsources: [a.txt]\ntags: [a, b::c]\nsubdecks: yes\ncards: [aloud]\nroles: {'-': question}\nignore: ['* x']\nprinciples:\n  Own It:\n    statement: x\n    aliases: [y]\nvalues: {xx: y}\nid: {Why?: abc}\nstyle: a.css\nlock: l\nmedia: [m]\nmath: on\n"]  # fmt: skip
        return old + made + [p.read_bytes() for p in (HERE / "notes").rglob("*.yaml")]
    if target == "yaml":
        return old + [p.read_bytes() for p in (root / "examples").glob("*.yaml")]
    if target == "lock":
        source = Source("n.txt", "- Why?\nSo.\n- Who?\nNobody.\n\nOwn It\nIt is mine.\n")
        return [*old, lockfile.dump(build.prepare([source], now=targets.NOW).locks).encode()]
    collection = targets.small_collection()
    media = b"\n\x07\n\x03a.b\x10\x05\n\x08\n\x04c.de\x10\x09"
    whole = targets.packed({"collection.anki2": collection, "media": b'{"0": "a.png"}', "0": b"x"})
    return [
        *old,
        b"\0" + whole,
        b"\1" + collection,
        b"\2" + b'{"0": "a.png"}',
        b"\3" + media,
        b"\4" + collection,
    ]


class Hang(Exception):
    """An input that took the time of a hundred."""


class Round:
    """One target's turn: runs inputs and keeps what it finds."""

    def __init__(self, target: str, keep: Path):
        import targets

        self.target, self.run, self.keep = target, targets.TARGETS[target], keep
        self.ran = 0
        self.slow = targets.TIMES[target]
        self.found: Counter[str] = Counter()
        signal.signal(signal.SIGVTALRM, self._late)

    def _late(self, _: int, __: FrameType | None) -> None:
        raise Hang("does not end")

    def one(self, data: bytes) -> None:
        self.ran += 1
        began = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
        try:
            self.run(data)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            took = time.process_time() - began
            most = self.slow * max(1.0, len(data) / 100_000)
            if took > most and "atheris" in sys.modules:  # its counters take most of that
                took = self._alone(data)
            if took > most:
                raise Hang(f"{took:.1f} s for {len(data)} bytes")
        except Exception as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._keep(data, error)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _alone(self, data: bytes) -> float:
        """Seconds of processor time that `data` takes where nothing counts."""
        with tempfile.NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            done = subprocess.run(
                [sys.executable, str(HERE / "fuzz.py"), "--once", file.name, "--only", self.target],
                stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
        return float(done.stdout)

    def _keep(self, data: bytes, error: Exception) -> None:
        """One file for each place that fails; more of the same are only counted."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [f for f in frames if "ankigen" in f.filename or "targets" in f.filename]
        place = f"{Path(own[-1].filename).stem}-{own[-1].lineno}" if own else "slow"
        if isinstance(error, Hang):
            place = "slow"
        name = f"{self.target}-{type(error).__name__.lower()}-{place}"
        self.found[name] += 1
        if self.found[name] > 1:
            return
        self.keep.mkdir(parents=True, exist_ok=True)
        digest = hashlib.blake2b(data, digest_size=3).hexdigest()
        (self.keep / f"{name}-{digest}").write_bytes(data)
        print(f"  found {name}-{digest}: {str(error)[:200]!r}", flush=True)


def plain(turn: Round, seconds: float, rng: random.Random) -> None:
    """Mutations that nothing leads."""
    known = seeds(turn.target)
    until = time.monotonic() + seconds
    for data in known:
        turn.one(data)
    while time.monotonic() < until:
        turn.one(mutate(rng.choice(known), rng, rng.choice(known)))


def led(turn: Round, seconds: float, rng: random.Random, corpus: Path) -> None:
    """Mutations led by coverage; libFuzzer ends the process when the time is over."""
    import atheris

    known = seeds(turn.target)
    for number, data in enumerate(known):
        (corpus / f"seed-{number}").write_bytes(data)

    def custom(data: bytes, size: int, seed: int) -> bytes:
        own = random.Random(seed)
        if own.random() < 0.2:
            return bytes(atheris.Mutate(data, size))
        return mutate(data, own, own.choice(known))[:size]

    options = [
        f"-max_total_time={int(seconds)}", f"-max_len={LARGEST}", f"-seed={rng.randrange(1 << 31) or 1}", "-timeout=300",
        "-rss_limit_mb=3000", "-verbosity=0", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], turn.one, custom_mutator=custom)
    atheris.Fuzz()


def child(target: str, seconds: float, seed: int, keep: Path, corpus: Path) -> None:
    """The process of one turn."""
    try:
        import atheris
    except ImportError:
        atheris = None
    if atheris is not None:
        with atheris.instrument_imports(include=["ankigen"], enable_loader_override=False):
            import targets
    else:
        import targets
    assert target in targets.TARGETS
    turn = Round(target, keep)
    rng = random.Random(seed)
    if atheris is not None:
        led(turn, seconds, rng, corpus)
    else:
        plain(turn, seconds, rng)
        print(f"stat::number_of_executed_units: {turn.ran}", file=sys.stderr)


def once(target: str, file: Path) -> float:
    """Seconds of processor time that one input takes; the first one compiles the patterns."""
    import targets

    data = file.read_bytes()
    targets.TARGETS[target](data)
    began = time.process_time()
    targets.TARGETS[target](data)
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--only", nargs="*", choices=NAMES, default=list(NAMES))
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=HERE / "findings")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        print(once(asked.only[0], asked.once))
        return 0
    if asked.child:
        child(asked.child, asked.minutes * 60, asked.seed, asked.keep, asked.corpus)
        return 0
    before = set(asked.keep.glob("*"))
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    until = time.monotonic() + asked.minutes * 60
    turn = broken = 0
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="ankigen-fuzz-") as folder:
        while (left := until - time.monotonic()) > 1:
            target = asked.only[turn % len(asked.only)]
            corpus = Path(folder) / target
            corpus.mkdir(exist_ok=True)
            seconds = min(ROUND, left, asked.minutes * 60 / len(asked.only))
            done = subprocess.run(
                [sys.executable, str(HERE / "fuzz.py"), "--child", target, "--minutes", str(seconds / 60), "--seed",
                 str(asked.seed + turn), "--keep", str(asked.keep), "--corpus", str(corpus)],
                stderr=subprocess.PIPE, text=True, errors="replace", cwd=folder, check=False,
            )  # fmt: skip
            ran = re.search(r"executed_units:\s*(\d+)", done.stderr)
            count[target] += int(ran[1]) if ran else 0
            if done.returncode or ran is None:
                print(
                    f"  the process of {target} ended with {done.returncode}:\n{done.stderr[-1500:]}"
                )
                broken += 1
            turn += 1
    new = sorted(p.name for p in set(asked.keep.glob("*")) - before)
    print(", ".join(f"{name} {count[name]}" for name in asked.only) + " inputs")
    print(f"{len(new)} new findings" + "".join(f"\n  {n}" for n in new))
    return 1 if new or broken else 0


if __name__ == "__main__":
    sys.exit(main())
