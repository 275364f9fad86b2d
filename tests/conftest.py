"""Fixtures: notes to decks in one call."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode

sys.path.insert(0, str(Path(__file__).parent))

NOW = 1_764_000_000  # 2025-11-24T16:00:00Z, when the tests' notes are built


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write expected files anew; read the diff"
    )


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite"))


Make = Callable[..., build.Deck]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Builds `text` into `tmp_path/deck.apkg` with a lock beside it, as the command does."""

    def run(
        text: str,
        *,
        now: int = NOW,
        config: Config | None = None,
        name: str = "notes.txt",
        lock: bool = True,
        out: str = "deck.apkg",
        touch: bool = False,
        retire: bool = False,
    ) -> build.Deck:
        lock_path = tmp_path / "ankigen.lock" if lock else None
        locks = build.read_locks(lock_path) if lock_path else ()
        path = tmp_path / out
        deck = build.prepare(
            [decode(name, text.encode())], config or Config(deck="Interview"), now=now, locks=locks,
            touch=touch, retire=path if retire else None,
        )  # fmt: skip
        build.write(deck, path, lock_path)
        return deck

    return run
