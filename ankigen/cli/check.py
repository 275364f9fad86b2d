"""`ankigen check`: what is wrong or missing in the notes, and where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from ankigen.cli import session
from ankigen.diagnostics import Diagnostic, NotesError

if TYPE_CHECKING:
    from ankigen.build import Deck


@click.command("check")
@session.on_notes
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for its annotations.",
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

    deck: Deck | None = None
    try:
        opened, config = session.read_notes(sources, config_path, pairs)
        deck = build.prepare(opened, session.without_folder(config, sources), now=session.now())
        found = deck.diagnostics
    except NotesError as error:
        found = error.diagnostics
    if form == "json":
        import json

        listed = [diagnostics.as_json(d) for d in found]
        click.echo(json.dumps({"version": 1, "diagnostics": listed}, ensure_ascii=False, indent=1))
    elif form == "github":
        for diagnostic in found:
            click.echo(diagnostics.as_github(diagnostic))
    else:
        session.tell(found)
        if deck is not None:
            _sum_up(deck)
        click.echo(session.counted(found) or "nothing is wrong")
    raise click.exceptions.Exit(session.status(found, strict))


def _sum_up(deck: Deck) -> None:
    missing = [d for d in deck.diagnostics if d.code == "no-answer" and d.span is not None]
    if missing:
        click.echo("not answered yet:")
        session.say(f"  {_place(d)}" for d in missing)
    states = Counter(r.state for r in deck.reading.notebook.records if r.kind == "question")
    stories = sum(r.kind == "story" for r in deck.reading.notebook.records)
    many = session.many
    click.echo(
        f"{many(sum(states.values()), 'question')}: {states['own']} answered, {states['borrowed']} can borrow a "
        f"story, {states['missing']} have nothing yet; {many(stories, 'story', 'stories')}, "
        f"{many(len(deck.reading.notebook.principles), 'principle')}"
    )


def _place(diagnostic: Diagnostic) -> str:
    """ "notes.txt:77: When did you last count?" """
    span = diagnostic.span
    assert span is not None
    return f"{span.source.name}:{span.line}: {span.source.line(span.line).strip()}"
