"""The zip of a package: any size, any number of cores, the same bytes."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest

from ankigen import archive

BLOCK = 1 << 19


def packed(members: list[tuple[str, Path | bytes]]) -> bytes:
    file = io.BytesIO()
    archive.write(file, members)
    return file.getvalue()


def some_text(size: int) -> bytes:
    rng = random.Random(size)
    words = [bytes(rng.choices(b"abcdefgh ", k=12)) for _ in range(500)]
    return b" ".join(rng.choices(words, k=size // 13 + 1))[:size]


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 5 * BLOCK + 7])
def test_what_went_in_comes_out(size: int, tmp_path: Path) -> None:
    content = some_text(size)
    (tmp_path / "a").write_bytes(content)
    made = packed([("collection.anki2", tmp_path / "a"), ("0", content), ("media", b"{}")])
    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert read.testzip() is None
        assert read.namelist() == ["collection.anki2", "0", "media"]
        assert read.read("collection.anki2") == read.read("0") == content
        assert read.read("media") == b"{}"
        assert {i.compress_type for i in read.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {i.date_time for i in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_how_many_cores_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    members: list[tuple[str, Path | bytes]] = [("collection.anki2", some_text(9 * BLOCK))]
    made = set()
    for cores in (1, 2, 7, None):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        made.add(packed(members))
    assert len(made) == 1


def test_blocks_cost_next_to_nothing() -> None:
    content = some_text(6 * BLOCK)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as plain:
        plain.writestr("a", content)
    assert len(packed([("a", content)])) < len(whole.getvalue()) * 1.01
