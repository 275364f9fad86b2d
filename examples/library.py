"""Notes to a deck with the library: read, look, write. Run it from the repository's folder."""

from pathlib import Path

from ankigen import load, prepare, write

deck = prepare(load(["sources"]), now=1_764_000_000)
for record in deck.reading.notebook.records:
    if record.state == "missing":
        print(f"still to answer: {record.question}")
print(f"{len(deck.stamped.notes)} notes in the deck {deck.name!r}")
write(deck, Path("library.apkg"))
