"""A few of the crashes of tests/crash.py; the command does two hundred."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from crash import Desk, crammed, filled, killed


def test_a_killed_build_loses_nothing(tmp_path: Path) -> None:
    middle, _ = killed(Desk(tmp_path, random.Random(7), size=60), 8)
    assert middle


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    assert filled(Desk(tmp_path, random.Random(7), size=60), 4) >= 3


def test_a_small_disk_loses_nothing(tmp_path: Path) -> None:
    failed = crammed(tmp_path, random.Random(7), 3)
    if failed is None:
        pytest.skip("no small disk can be mounted here")
    assert failed
