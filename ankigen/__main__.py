"""The command `ankigen`, and `python -m ankigen`."""

import gc
import os
import sys


def main() -> None:
    """Runs the command line. To stop it while Python still opens it is to stop it like at any time."""
    # One run, then the process ends; what it makes holds next to no cycles, and looking for them among
    # millions of objects takes a tenth of the time (docs/performance.md).
    gc.disable()
    try:
        from ankigen import cli

        cli.main()
    except (KeyboardInterrupt, RuntimeError) as stop:
        # up to 3.11 Python wraps what comes while it names the parts of a class
        if not isinstance(stop.__cause__ or stop, KeyboardInterrupt):
            raise
        sys.stderr.write("stopped: nothing was changed\n")
        sys.exit(130)
    except SystemExit as stop:
        if isinstance(stop.code, int):
            _leave(stop.code)
        raise


def _leave(code: int) -> None:
    """Ends the process at once, where all that was printed has arrived: every file is closed by now, and
    Python would take down object by object what the system takes back in one go."""
    if sys.gettrace() is not None or sys.getprofile() is not None:
        return  # somebody measures, and writes it down when Python ends
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        return  # none there, or closed: Python knows what to say
    os._exit(code)


if __name__ == "__main__":
    main()
