"""Notes to a deck with the library: read, look, write. Run it from the repository's folder."""

from pathlib import Path

from ankigen import build, inputs

sources = inputs.load(["sources"])
deck = build.prepare(sources, now=1_764_000_000)
unanswered = [r.question for r in deck.reading.notebook.records if not r.answers]
print(
    f"{len(deck.stamped.notes)} notes, {len(unanswered)} questions without an answer of their own"
)
build.write(deck, Path("library.apkg"), lock_path=None)
