"""`ankigen preview`: a page that shows every card as a phone will."""

from __future__ import annotations

from pathlib import Path

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError


@click.command("preview")
@session.on_notes
@click.option("-o", "--output", metavar="FILE.html", help="The page (default: the deck's name).")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
def command(
    sources: tuple[str, ...],
    config_path: str | None,
    pairs: tuple[str, ...],
    output: str | None,
    opens: bool,
) -> None:
    """Make one offline page that shows every card as a phone will."""
    from ankigen import build, preview, writing

    opened, config = session.open_notes(sources, config_path, pairs)
    config = session.without_folder(config, sources)
    try:
        deck = build.prepare(
            opened, config, now=session.now(), locks=build.read_locks(session.lock_path(config))
        )
    except NotesError as error:
        session.fail(error.diagnostics)
    path = Path(session.output_name(deck.name)).with_suffix(".html")
    if output is not None:
        path = Path(output) if Path(output).is_dir() else Path(output).with_suffix(".html")
    try:
        build.check_place(path, "cards.html")
    except NotesError as error:
        session.fail(error.diagnostics)
    if deck.errors:
        session.fail(deck.diagnostics)
    text = preview.page(deck).encode("utf-8", "replace")
    try:
        writing.replace(path, lambda file: file.write(text))
    except OSError as error:
        session.fail([session.system_error(error, path)])
    session.tell(deck.diagnostics)
    count = sum(len(note.templates) for note in deck.stamped.notes)
    click.echo(f"{path}: {count} card{'s' * (count != 1)}; open it in a browser")
    if opens:
        click.launch(str(path.resolve()))
