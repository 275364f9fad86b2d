"""The command line: one small module a command; the only place that prints or exits."""


def main() -> None:
    """The command `ankigen`."""
    raise SystemExit(2)
