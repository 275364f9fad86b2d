"""`ankigen build`: an Anki package of your notes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError

if TYPE_CHECKING:
    from ankigen.build import Deck

BEFORE_IMPORT = (
    "Import it over the old deck; never delete the deck first, or its reviews are gone.",
    "On Android save the file to Downloads before you open it.",
)


@click.command("build")
@session.on_notes
@click.option("-o", "--output", metavar="FILE.apkg", help="The package (default: the deck's name).")
@click.option("--strict", is_flag=True, help="Build nothing when there are warnings.")
@click.option("--no-lock", is_flag=True, help="Neither read nor write ankigen.lock.")
@click.option(
    "--touch", is_flag=True, help="Send every note as changed, for a client that skipped an update."
)
@click.option("--retire", is_flag=True, help="Send removed questions too, tagged ankigen::retired.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    sources: tuple[str, ...],
    config_path: str | None,
    pairs: tuple[str, ...],
    output: str | None,
    strict: bool,
    no_lock: bool,
    touch: bool,
    retire: bool,
    quiet: bool,
) -> None:
    """Make an Anki package of your notes.

    ankigen.lock, beside the notes, remembers which note is which: keep it with them.
    """
    from ankigen import build

    opened, config = session.open_notes(sources, config_path, pairs)
    config = session.without_folder(config, sources)
    name = build.deck_name(opened, config)
    path = Path(session.output_name(name) if output is None else output)
    lock_path = None if no_lock else session.lock_path(config)
    tell = session.progress if not quiet else lambda *_: None
    try:
        build.check_output(path)
        tell("reading", opened)
        with build.locked(lock_path), build.packing(path) as made:
            deck = build.prepare(
                opened,
                config,
                now=session.now(),
                locks=partial(build.read_locks, lock_path) if lock_path is not None else (),
                touch=touch,
                retire=path if retire else None,
                cores=session.cores(),
                take=made.add,
            )
            if session.status(deck.diagnostics, strict):
                session.tell(deck.diagnostics)
                click.echo(f"{session.counted(deck.diagnostics)}: nothing was built", err=True)
                raise click.exceptions.Exit(1)
            tell(f"writing {deck.stamped.many:,} notes", opened)
            build.write(deck, path, lock_path, made)
    except NotesError as error:
        session.fail(error.diagnostics)
    except OSError as error:
        place = Path(error.filename) if error.filename else path
        session.fail([session.system_error(error, place, lock_path)])
    if not quiet:
        session.tell(deck.diagnostics)
        session.say(summary(deck, path))


def summary(deck: Deck, path: Path) -> list[str]:
    """What was made, what the next import will do, and what to do next."""
    from ankigen.build import search

    many = session.many
    records = deck.reading.notebook.records
    questions = [r for r in records if r.kind == "question"]
    own, borrowed = (sum(r.state == s for r in questions) for s in ("own", "borrowed"))
    notes, cards = deck.stamped.many, deck.stamped.cards
    stories = len(records) - len(questions)
    out = [
        f"{path}: deck “{deck.name}”, {many(notes, 'note')}, {many(cards, 'card')}",
        f"  {many(len(questions), 'question')}: {own} answered, {borrowed} borrow a story, "
        f"{len(questions) - own - borrowed} have nothing yet",
        f"  {many(stories, 'story', 'stories')}, "
        f"{many(len(deck.reading.notebook.principles), 'principle')}",
        f"  {len(deck.stamped.new)} new, {len(deck.stamped.changed) - _reworded(deck)} changed, "
        f"{_reworded(deck)} reworded, {deck.stamped.unchanged} unchanged, {len(deck.retired)} retired",
    ]
    for item in deck.matching.reworded:
        out += [f"  reworded: {item.old}", f"        now: {item.new}"]
    removed = deck.matching.removed
    if removed:
        out.append(f"  {len(removed)} left the notes, and stay in Anki until you delete them:")
        out += [f"    - {e.question}" for e in removed]
        found = search([e.guid for e in removed])
        out.append(f"  to find exactly these in Anki's browser, paste: {found}")
    out += ["", "Next: open the file with Anki on one device, then sync.", *BEFORE_IMPORT]
    return out


def _reworded(deck: Deck) -> int:
    changed = set(deck.stamped.changed)
    return sum(r.guid in changed for r in deck.matching.reworded)
