"""What the lock costs: `python benchmarks/lock.py [--notes 100000] [--reworded 10000]`.

Seconds of this process alone, the best of three, for a lock that is read, matched, compared and written
again; beside them the time that a plain build in the same process takes, so that a busy machine shows
in both. Then as many reworded questions against as many that left."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from typing import TypeVar

import notes

from ankigen import build, lockfile, matching, stamping
from ankigen.config import Config
from ankigen.identity import DeckLock
from ankigen.records import Notebook, Record
from ankigen.source import Source

T = TypeVar("T")
NOW = 1_764_000_000
SETTINGS = Config(deck="Benchmark")


def timed(work: Callable[[], T], rounds: int = 3) -> tuple[T, float]:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        made = work()
        best = min(best, time.process_time() - start)
    return made, best


def row(what: str, seconds: float, whole: float) -> None:
    print(f"| {what} | {seconds:.3f} s | {100 * seconds / whole:.1f} % |", flush=True)


def unchanged(size: int) -> None:
    source = Source("notes.txt", "\n".join(notes.write(size)))
    deck, whole = timed(lambda: build.prepare([source], SETTINGS, now=NOW), 1)
    text = lockfile.dump(deck.locks)
    looks = {k: (f"{0:016d}", t.mod) for k, t in deck.note_types.items()}
    decks, parse = timed(lambda: lockfile.parse(Source("ankigen.lock", text)))
    lock: DeckLock = decks[0]
    book = deck.reading.notebook
    found, match = timed(lambda: matching.match(book, lock, deck="Benchmark"))
    made, stamp = timed(lambda: stamping.stamp(deck.stamped.notes, found, lock, looks, now=NOW))
    _, dump = timed(lambda: lockfile.dump([made.lock]))
    assert made.unchanged == len(deck.stamped.notes) >= size
    print(f"| {len(lock.entries):,} entries, {len(text) / 1e6:.1f} MB | | of reading and cards |")
    print("|---|---|---|")
    for name, seconds in (
        ("read the lock", parse),
        ("match", match),
        ("write it", dump),
        ("compare and stamp, which a build without a lock does too", stamp),
    ):
        row(name, seconds, whole)
    row("read, match and write", parse + match + dump, whole)


def reworded(size: int) -> None:
    words = "ferry garden choir school kitchen bridge harbour ledger storm mill crate pier barrow lamp regatta".split()

    def asked(opening: str, ending: str) -> Notebook:
        return Notebook(
            tuple(
                Record(
                    "question",
                    f"{opening} the {words[i % 15]} of house {i} and the {words[i // 15 % 15]}{ending}",
                )
                for i in range(size)
            )
        )

    before = asked("Tell me about a time you cleaned", ".")
    first = matching.match(before, None, deck="Benchmark")
    deck = build.prepare([Source("n.txt", "• Why?\n")], SETTINGS, now=NOW)
    blank = deck.stamped.lock.entries[0]
    entries = tuple(
        blank._replace(guid=i.guid, note_id=i.note_id, question=r.question)
        for i, r in zip(first.identities, before.records, strict=True)
    )
    lock = DeckLock("Benchmark", "Benchmark", entries)
    after = asked("When did you have to clean", " beside it?")
    found, seconds = timed(lambda: matching.match(after, lock, deck="Benchmark"), 1)
    right = sum(a.guid == b.guid for a, b in zip(found.identities, first.identities, strict=True))
    print(f"\n{size:,} questions reworded at once, without answers: {seconds:.1f} s; {right:,} found again, "
          f"{len(found.diagnostics):,} asked about")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--reworded", type=int, default=10_000)
    chosen = parser.parse_args()
    gc.disable()  # as the command does
    unchanged(chosen.notes)
    reworded(chosen.reworded)


if __name__ == "__main__":
    main()
