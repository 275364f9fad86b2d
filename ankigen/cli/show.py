"""`ankigen show`: how the notes are read."""

from __future__ import annotations

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError


@click.command("show")
@session.on_notes
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, yaml to edit by hand.",
)
@click.option("--lines", is_flag=True, help="Each line with its role and the reason.")
def command(
    sources: tuple[str, ...],
    config_path: str | None,
    pairs: tuple[str, ...],
    form: str,
    lines: bool,
) -> None:
    """Show how the notes are read."""
    from ankigen import reader, show

    opened, config = session.open_notes(sources, config_path, pairs)
    try:
        reading = reader.read(opened, config)
    except NotesError as error:
        session.fail(error.diagnostics)
    if lines:
        session.say(show.as_lines(reading))
    elif form == "json":
        import json

        click.echo(json.dumps(show.to_json(reading), ensure_ascii=False, indent=1))
        return  # the findings are in it
    elif form == "yaml":
        from ankigen import front_matter, yaml_notes
        from ankigen.config import Config

        own = front_matter.for_source(Config(), opened[0])[0] if len(opened) == 1 else None
        click.echo(yaml_notes.dump(reading.notebook, own), nl=False)
    else:
        session.say(show.as_text(reading))
    session.tell(reading.diagnostics)
