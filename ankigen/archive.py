"""A zip whose bytes depend on its content alone, packed on all cores."""

from __future__ import annotations

import errno
import os
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import BinaryIO, NamedTuple

_LEVEL = 4  # of zlib: half the work of its usual 6 for packages 6 % larger (docs/performance.md)
_BLOCK = 1 << 19
_WINDOW = 1 << 15  # how far deflate looks back
_DATE = 0x21  # 1980-01-01, the first day that a zip can name
_HEAD = 20, 0, 8, 0, _DATE  # zip 2.0, no flags, deflated, midnight
_LARGEST = 0xFFFF_FFFF  # bytes; more would need a zip that older clients do not read


class _Member(NamedTuple):
    name: bytes
    crc: int
    packed: int
    size: int
    at: int


def write(file: BinaryIO, members: Iterable[tuple[str, Path | bytes]]) -> None:
    """Writes a zip of `members` (name, content) to `file`, which can seek. Raises OSError.

    Deflated as pigz does it: blocks of one size, each packed with the end of the block before it at
    hand, so that how many cores there are changes no byte. (PKWARE's APPNOTE.TXT, 4.3)"""
    done = [_put(file, name, content) for name, content in members]
    start = file.tell()
    for member in done:
        sizes = pack("<3L2H", member.crc, member.packed, member.size, len(member.name), 0)
        file.write(b"PK\1\2" + pack("<6H", 0x314, *_HEAD) + sizes)
        file.write(pack("<3H2L", 0, 0, 0, 0o644 << 16, member.at) + member.name)
    length = file.tell() - start
    file.write(b"PK\5\6" + pack("<4H2LH", 0, 0, len(done), len(done), length, start, 0))


def _put(file: BinaryIO, name: str, content: Path | bytes) -> _Member:
    at, encoded = file.tell(), name.encode()
    file.write(bytes(30) + encoded)  # the header comes when sizes are known
    crc = size = packed = 0
    with content.open("rb") if isinstance(content, Path) else BytesIO(content) as source:
        for block, deflated in _deflated(source):
            crc = zlib.crc32(block, crc)
            size += len(block)
            packed += file.write(deflated)
    end = file.tell()
    if max(size, end) > _LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    file.seek(at)
    file.write(b"PK\3\4" + pack("<5H", *_HEAD) + pack("<3L2H", crc, packed, size, len(encoded), 0))
    file.seek(end)
    return _Member(encoded, crc, packed, size, at)


def _deflated(source: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Each block of `source` and what it packs to."""
    before, block = b"", source.read(_BLOCK)
    following = source.read(_BLOCK)
    if not following:  # one block needs no second core
        yield block, _pack(before, block, True)
        return
    from concurrent.futures import ThreadPoolExecutor  # late: small decks need none

    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as pool:  # zlib lets the others run while it packs
        waiting: deque[tuple[bytes, Callable[[], bytes]]] = deque()
        while block:
            job = pool.submit(_pack, before[-_WINDOW:], block, not following)
            waiting.append((block, job.result))
            if len(waiting) > 2 * cores:
                done, result = waiting.popleft()
                yield done, result()
            before, block, following = block, following, source.read(_BLOCK) if following else b""
        for done, result in waiting:
            yield done, result()


def _pack(before: bytes, block: bytes, last: bool) -> bytes:
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, before)
    return deflate.compress(block) + deflate.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
