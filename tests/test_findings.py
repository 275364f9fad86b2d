"""What fuzzing found once stays found: every file in tests/findings, held against the laws again."""

from __future__ import annotations

from pathlib import Path

import pytest
from targets import TARGETS

FOLDER = Path(__file__).parent / "findings"
FOUND = sorted(p.name for p in FOLDER.iterdir() if not p.name.startswith("."))


def test_there_are_findings() -> None:
    assert FOUND


@pytest.mark.parametrize("name", FOUND)
def test_a_finding_stays_fixed(name: str) -> None:
    TARGETS[name.split("-")[0]]((FOLDER / name).read_bytes())
