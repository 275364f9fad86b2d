"""The command line: one small module a command; the only place that prints or exits."""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress

import click

# Each command's module is imported when it is called, so that --help and --version are instant.
_COMMANDS = {
    "build": "Make an Anki package of your notes.",
    "check": "Say what is wrong or missing in the notes, and where.",
    "show": "Show how the notes are read.",
    "diff": "Say what the next import will change.",
    "preview": "Make a page that shows every card as a phone will.",
    "inspect": "Show what is inside any Anki package.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"ankigen.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in _COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, _COMMANDS, 1)
            hint = (
                f" Did you mean {near[0]}?"
                if near
                else f" The commands are {', '.join(_COMMANDS)}."
            )
            raise click.UsageError(f'there is no command "{name}".{hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="ankigen", message="ankigen %(version)s")
def cli() -> None:
    """Your own notes as Anki decks that keep their study history.

    \b
    ankigen build notes.txt -o interview.apkg    the deck
    ankigen check notes.txt                      what is wrong or missing, and where
    ankigen preview notes.txt -o cards.html      how the cards will look
    """


def main() -> None:
    """The command `ankigen`: exit 0 done, 1 the notes or the package have errors, 2 wrong usage, 130
    stopped by the user."""
    try:
        sys.exit(cli.main(prog_name="ankigen", standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped: nothing was changed", err=True)
        sys.exit(130)
    except BrokenPipeError:  # "ankigen show | head": the reader has seen enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # "ankigen show > file" on a full disk
        with suppress(OSError):
            sys.stdout.close()  # what is left in it cannot be written either
        place = f"{error.filename}: " if error.filename else "cannot print: "
        click.echo(f"error: {place}{error.strerror or error}", err=True)
        sys.exit(1)
    except MemoryError:
        click.echo(
            "error: these notes need more memory than there is; build them in parts", err=True
        )
        sys.exit(1)
