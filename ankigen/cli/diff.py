"""`ankigen diff`: what the next import will change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError

if TYPE_CHECKING:
    from ankigen import changes


@click.command("diff")
@session.on_notes
@click.option(
    "-o", "--output", metavar="FILE.apkg", help="The earlier package (default: the deck's name)."
)
@session.text_or_json
def command(
    sources: tuple[str, ...],
    config_path: str | None,
    pairs: tuple[str, ...],
    output: str | None,
    form: str,
) -> None:
    """Say what the next import will change: new, changed, reworded, moved, removed.

    With two packages (ankigen diff OLD.apkg NEW.apkg) their difference. Exit 0: nothing to do;
    1: there are changes; 2: an error.

    Run it before a build whose questions you reworded: what it says would be new or reworded
    wrongly, an `id:` in ankigen.yaml puts right.
    """
    from ankigen import changes

    try:
        if len(sources) == 2 and all(s.lower().endswith(".apkg") for s in sources):
            from ankigen import inspect

            found = changes.between(inspect.read(Path(sources[0])), inspect.read(Path(sources[1])))
        else:
            found = _of_notes(sources, config_path, pairs, output)
    except NotesError as error:
        session.tell(error.diagnostics)
        raise click.exceptions.Exit(2) from None
    except click.exceptions.Exit:
        raise click.exceptions.Exit(2) from None
    if form == "json":
        import json

        click.echo(json.dumps(changes.to_json(found), ensure_ascii=False, indent=1))
    else:
        session.say(changes.as_text(found))
    raise click.exceptions.Exit(0 if found.nothing else 1)


def _of_notes(
    sources: tuple[str, ...], config_path: str | None, pairs: tuple[str, ...], output: str | None
) -> changes.Changes:
    from ankigen import build, changes, inspect

    opened, config = session.open_notes(sources, config_path, pairs)
    config = session.without_folder(config, sources)
    lock = session.lock_path(config)
    deck = build.prepare(opened, config, now=session.now(), locks=build.read_locks(lock))
    if deck.errors:
        raise NotesError(*(d for d in deck.diagnostics if d.severity == "error"))
    session.tell(deck.matching.diagnostics)
    earlier = Path(output or session.output_name(deck.name))
    return changes.of_deck(deck, inspect.read(earlier) if earlier.is_file() else None)
