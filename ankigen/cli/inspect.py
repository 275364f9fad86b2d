"""`ankigen inspect`: what is inside any Anki package."""

from __future__ import annotations

from pathlib import Path

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError


@click.command("inspect")
@click.argument("package", metavar="FILE.apkg")
@session.text_or_json
def command(package: str, form: str) -> None:
    """Show what is inside any Anki package: decks, note types, notes, cards, tags, media."""
    from ankigen import inspect

    try:
        read = inspect.read(Path(package))
    except NotesError as error:
        session.fail(error.diagnostics)
    if form == "json":
        import json

        click.echo(json.dumps(inspect.to_json(read), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(inspect.as_text(read, package)))
