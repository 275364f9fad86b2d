"""Who a note is, for ever, and what the lock remembers of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from ankigen.patterns import late
from ankigen.records import Principle, Record

# Note ids are times in milliseconds to Anki. Ours lie between 2010 and 2020: in the past for every
# client, and apart from the ids that a learner's own notes have.
_FIRST_ID = 1_262_304_000_000
_LAST_ID = 1_577_836_800_000
_STEP = 16  # room for the ids of the cards of one note
_GUID = late(r"[a-z2-7]{16}")
_SIGNS = "abcdefghijklmnopqrstuvwxyz234567"  # base 32, as RFC 4648 has it
_PAIRS = [a + b for a in _SIGNS for b in _SIGNS]  # two at a time: half the time of b32encode
_WORDS = re.compile(r"\w{4,}")

Entry = Principle | Record  # what becomes a note


# Tuples, because a build makes several for each note: a frozen dataclass takes three times as long.
class Identity(NamedTuple):
    """Who a note is, for ever. `guid` is 16 characters of a-z and 2-7 and stands in the note's Id
    field too, so that Anki's browser finds it; card ids are `note_id` + the template's ordinal.
    `mod` is when it last changed as far as the lock knows, in seconds since 1970."""

    guid: str
    note_id: int
    mod: int = 0


class Known(NamedTuple):
    """What the lock remembers of one note. `gone`: it has left the notes ("gone"), or was sent as
    retired ("retired"); '' while it is there. `told` is the `fingerprint` of its answer, `id` the
    one that the writer gave by hand."""

    guid: str
    note_id: int
    mod: int  # seconds since 1970
    content: str
    told: str
    kind: str
    question: str
    gone: str = ""
    id: str = ""


Who = Identity | Known  # a note that the lock knows needs no identity beside


@dataclass(frozen=True, slots=True)
class Looks:
    """A note type's own hash of css and templates, and when it last changed."""

    key: str
    content: str
    mod: int


@dataclass(frozen=True, slots=True)
class DeckLock:
    """The memory of one deck. `namespace` never changes, whatever the deck is called; `sources` are
    the files it was last built from, as seen from the lock."""

    namespace: str
    deck: str
    entries: tuple[Known, ...] = ()
    looks: tuple[Looks, ...] = ()
    sources: tuple[str, ...] = ()


def kind(entry: Entry) -> str:
    return "principle" if isinstance(entry, Principle) else entry.kind


def asked(entry: Entry) -> str:
    """The text that a note is known by: what its card asks."""
    return entry.name if isinstance(entry, Principle) else entry.question


def told(entry: Entry) -> str:
    """The text that its answer tells."""
    if isinstance(entry, Principle):
        return entry.statement
    return "\n".join([a.text for a in entry.answers])


def fingerprint(text: str) -> str:
    """The same for the same text, whatever its spaces: twelve hex digits; after a dot, four numbers
    from its words, most of which stay when the text is edited a little. '-' for no text."""
    words = text.split()
    if not words:
        return "-"
    exact = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=6)
    return f"{exact.hexdigest()}." + "".join([f"{n & 0xFFFF:04x}" for n in _smallest(words)])


def _smallest(words: list[str]) -> list[int]:
    """The four smallest hashes of a set of words: sets that share most words share most of these."""
    fresh = () if _met.issuperset(words) else set(words) - _met
    found = set(chain.from_iterable(map(_hashes, fresh)))
    found.update(chain.from_iterable(map(_low.__getitem__, _lows.intersection(words))))
    smallest = sorted(found)[:4]
    if len(smallest) < 4 or smallest[3] >= _LOW:  # of a few words: then all hashes count
        smallest = sorted(set(chain.from_iterable(map(_hashes, set(words)))))[:4]
    if fresh and len(_met) < _MOST_MET:
        _meet(fresh)
    return smallest


# Words met before, and those of them with a low hash. Nearly every text has four low ones; to look for
# these only takes 22 µs for 800 characters, where hashing and sorting all words took 40.
_met: set[str] = set()
_lows: set[str] = set()
_low: dict[str, tuple[int, ...]] = {}
_LOW = 1 << 29
_MOST_MET = 1 << 16


def _meet(words: Iterable[str]) -> None:
    for word in words:
        low = tuple([n for n in _hashes(word) if n < _LOW])
        if low:
            _low[word] = low
            _lows.add(word)
    _met.update(words)


@lru_cache(maxsize=16384)
def _hashes(word: str) -> tuple[int, ...]:
    """The hashes of the words in what stands between two spaces: "Mill," or "well-known"."""
    return tuple([crc32(w.encode("utf-8", "replace")) for w in _WORDS.findall(word.casefold())])


def guid(namespace: str, sort: str, key: str) -> str:
    """The GUID that follows from namespace, kind and question, or from an id given by hand."""
    data = f"{namespace}\0{sort}\0{key}".encode("utf-8", "replace")
    number = int.from_bytes(hashlib.blake2b(data, digest_size=10).digest(), "big")
    return "".join([_PAIRS[number >> bits & 1023] for bits in range(70, -1, -10)])


def given_guid(namespace: str, wanted: str) -> str:
    """The GUID of a note whose id the writer gave: that id, where it is a GUID itself."""
    return wanted if _GUID.fullmatch(wanted) else guid(namespace, "id", wanted)


def new(
    namespace: str,
    sort: str,
    key: str,
    given: str,
    taken: Container[str],
    used: Container[int],
    tried: MutableMapping[tuple[str, str], int],
) -> Identity:
    """An identity that follows from these alone; probed past what is taken. `tried` keeps how far each
    question was probed: what is taken stays so, and one may stand there a thousand times."""
    found = given_guid(namespace, given) if given else guid(namespace, sort, key)
    who = "id" if given else sort, given or key
    number = tried.get(who, 1)
    while found in taken:
        number += 1
        found = guid(namespace, who[0], f"{who[1]}\0{number}")
    if number > 1:
        tried[who] = number - 1
    slots = (_LAST_ID - _FIRST_ID) // _STEP
    slot = int.from_bytes(hashlib.blake2b(found.encode(), digest_size=8).digest(), "big") % slots
    while _FIRST_ID + slot * _STEP in used:
        slot = (slot + 1) % slots
    return Identity(found, _FIRST_ID + slot * _STEP)
