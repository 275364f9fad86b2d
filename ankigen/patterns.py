"""Patterns that are compiled when they are first used: a small file needs few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)  # `re` keeps what it has compiled
        setattr(self, name, found)  # found here from now on, as fast as in a pattern
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, for a pattern that a cheaper look at the text rules out for most notes. Its methods
    are those of the pattern; to functions of `re` it is no pattern."""
    return cast("re.Pattern[str]", _Late(source, flags))
