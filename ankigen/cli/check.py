"""`ankigen check`: what is wrong or missing in the notes, and where."""

from __future__ import annotations

from collections import Counter

import click

from ankigen.cli import session
from ankigen.diagnostics import Diagnostic, NotesError


@click.command("check")
@session.on_notes
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
def command(
    sources: tuple[str, ...],
    config_path: str | None,
    pairs: tuple[str, ...],
    form: str,
    strict: bool,
) -> None:
    """Say what is wrong or missing in the notes, and where."""
    from ankigen import build, diagnostics

    opened, config = session.open_notes(sources, config_path, pairs)
    try:
        deck = build.prepare(opened, session.without_folder(config, sources), now=session.now())
    except NotesError as error:
        session.fail(error.diagnostics)
    found = deck.diagnostics
    if form == "json":
        import json

        listed = [diagnostics.as_json(d) for d in found]
        click.echo(json.dumps({"version": 1, "diagnostics": listed}, ensure_ascii=False, indent=1))
    elif form == "github":
        for diagnostic in found:
            click.echo(diagnostics.as_github(diagnostic))
    else:
        session.tell(found)
        missing = [d for d in found if d.code == "no-answer" and d.span is not None]
        if missing:
            click.echo("not answered yet:")
            session.say(f"  {_place(d)}" for d in missing)
        states = Counter(r.state for r in deck.reading.notebook.records if r.kind == "question")
        stories = sum(r.kind == "story" for r in deck.reading.notebook.records)
        click.echo(
            f"{sum(states.values())} questions: {states['own']} answered, {states['borrowed']} can borrow a "
            f"story, {states['missing']} have nothing yet; {stories} stories, "
            f"{len(deck.reading.notebook.principles)} principles"
        )
        click.echo(session.counted(found) or "nothing is wrong")
    raise click.exceptions.Exit(session.status(found, strict))


def _place(diagnostic: Diagnostic) -> str:
    """ "notes.txt:77: When did you last count?" """
    span = diagnostic.span
    assert span is not None
    return f"{span.source.name}:{span.line}: {span.source.line(span.line).strip()}"
