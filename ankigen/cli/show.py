"""`ankigen show`: how the notes are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ankigen.cli import session
from ankigen.diagnostics import NotesError

if TYPE_CHECKING:
    from ankigen.config import Config
    from ankigen.source import Source


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
        from ankigen import yaml_notes

        click.echo(yaml_notes.dump(reading.notebook, _settled(opened)), nl=False)
    else:
        session.say(show.as_text(reading))
    session.tell(reading.diagnostics)


def _settled(sources: Sequence[Source]) -> Config:
    """What the front matter of all `sources` settles, for one file in their place."""
    from ankigen import front_matter
    from ankigen.config import Config

    first, *others = owns = [front_matter.for_source(Config(), s)[0] for s in sources]
    for source, own in zip(sources[1:], others, strict=True):
        for key in ("deck", "values"):
            if getattr(own, key) != getattr(first, key):
                raise click.UsageError(
                    f"{sources[0].name} and {source.name} differ in `{key}`, which one file can say only "
                    "once.\nShow them one by one, each into a file of its own."
                )
    return replace(front_matter.for_all(Config(), owns), deck=first.deck, values=first.values)
