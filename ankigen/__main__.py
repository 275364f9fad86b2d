"""The command `ankigen`, and `python -m ankigen`."""

import sys


def main() -> None:
    """Runs the command line. To stop it while Python still opens it is to stop it like at any time."""
    try:
        from ankigen import cli

        cli.main()
    except KeyboardInterrupt:
        sys.stderr.write("stopped: nothing was changed\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
