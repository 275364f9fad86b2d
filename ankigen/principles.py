"""Principle names: found, spelled one way, and matched in the brackets that questions end in."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ankigen import evidence, spelling
from ankigen.records import Principle

_SEPARATORS = re.compile(r"(?<!\s)\s*(?:[,;/|+、，；]|\band\b|&|\bund\b|\by\b|\be\b|\bet\b|和)\s*")


@dataclass(slots=True)
class Names:
    """The notebook's principle names and every key that means one of them."""

    keys: dict[str, str] = field(default_factory=dict)  # key -> name
    _places: dict[str, int] = field(default_factory=dict)  # key -> how many were known before it
    _sorted: list[str] = field(default_factory=list)  # the keys
    _most: int = 1  # words in a key
    _by_length: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _seen: dict[str, Match | None] = field(default_factory=dict)

    def add(self, name: str, aliases: Iterable[str] = ()) -> str:
        """Makes `name` known; the spelling that came first stays. Returns that spelling."""
        known = self._know(spelling.name_key(name), name)
        for alias in aliases:
            self._know(spelling.name_key(alias), known)
        return known

    def _know(self, key: str, name: str) -> str:
        if key not in self.keys:
            self.keys[key] = name
            self._places[key] = len(self._places)
            self._most = max(self._most, key.count(" ") + 1)
            insort(self._sorted, key)
            self._by_length[len(key)].append(key)
        return self.keys[key]

    def copy(self) -> Names:
        """The same names, to try more with."""
        made = Names()
        for key, name in self.keys.items():
            made._know(key, name)
        return made

    def exact(self, name: str) -> str | None:
        return self.keys.get(spelling.name_key(name))

    def match(self, words: str) -> Match | None:
        """The names that the words in a bracket stand for, in order; None where they name none."""
        if words not in self._seen:
            self._seen[words] = self._match(words)
        return self._seen[words]

    def _match(self, words: str) -> Match | None:
        plain = evidence.unlabelled(words)
        prefixed = plain != words
        rest = f" {spelling.name_key(plain)} "
        if not rest.strip():
            return None
        found: list[tuple[int, str]] = []
        for key in self._inside(rest):
            at = rest.find(f" {key} ")
            if at >= 0:
                found.append((at, self.keys[key]))
                rest = rest[: at + 1] + "\0" * len(key) + rest[at + 1 + len(key) :]
        left = rest.replace("\0", " ").replace(" and ", " ").strip()
        if not left and found:
            return Match(_unique(n for _, n in sorted(found)), ())
        begun = self._begun(plain)
        if begun:
            return Match(begun, ())
        near = self._near(plain)
        if near is not None:
            return near
        if found and (prefixed or len(left) < 24):
            return Match(_unique(n for _, n in sorted(found)), (Unknown(left, ""),))
        return None

    def _inside(self, rest: str) -> list[str]:
        """The keys whose words stand together in `rest`, longest first."""
        words = rest.split()
        found: set[str] = set()
        for start in range(len(words)):
            ends = range(start + 1, min(start + self._most, len(words)) + 1)
            found.update(k for end in ends if (k := " ".join(words[start:end])) in self.keys)
        return sorted(found, key=lambda k: (-len(k), self._places[k]))

    def _begun(self, plain: str) -> tuple[str, ...]:
        """Names of which only the first words stand there: "say the hard thing" for the long name."""
        names: list[str] = []
        for piece in spelling.pieces(plain):
            key = spelling.name_key(piece)
            exact = self.keys.get(key)
            longer = self._longer(f"{key} ")
            if exact is None and (len(key.split()) < 2 or len(longer) != 1):
                return ()
            names.append(exact or longer.pop())
        return _unique(names)

    def _longer(self, start: str) -> set[str]:
        """Names whose keys start so; two of them tell as much as all."""
        found: set[str] = set()
        for at in range(bisect_left(self._sorted, start), len(self._sorted)):
            if len(found) > 1 or not self._sorted[at].startswith(start):
                break
            found.add(self.keys[self._sorted[at]])
        return found

    def _near(self, plain: str) -> Match | None:
        """All of the words misspelt: as one name, or as names between commas."""
        whole = self.nearest(plain)
        if whole:
            return Match((whole,), (Unknown(plain, whole),))
        pieces = [p for p in _SEPARATORS.split(plain) if p.strip()]
        if len(pieces) < 2:
            return None
        names: list[str] = []
        odd: list[Unknown] = []
        for piece in pieces:
            name = self.exact(piece)
            if name is None:
                name = self.nearest(piece)
                if not name:
                    return None
                odd.append(Unknown(piece.strip(), name))
            names.append(name)
        return Match(_unique(names), tuple(odd))

    def nearest(self, words: str) -> str:
        """The name that `words` misspells by one or two letters; '' where there is none."""
        key = spelling.name_key(words)
        if len(key) < 4:
            return ""
        limit = 1 if len(key) < 7 else 2
        lengths = range(len(key) - limit, len(key) + limit + 1)
        keys = [k for n in lengths for k in self._by_length.get(n, ()) if k]
        if not keys or (len(keys) < 50 and not any(_close(k, key, limit) for k in keys)):
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA  # late: most notes spell every name right

        near = process.extract(key, keys, scorer=OSA.distance, score_cutoff=limit, limit=None)
        best = min(((distance, k) for k, distance, _ in near), default=None)
        return self.keys[best[1]] if best else ""


def _close(one: str, other: str, limit: int) -> bool:
    """Whether few enough letters differ that `limit` slips could explain it, in whatever order."""
    return (Counter(one) - Counter(other)).total() <= limit


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words in a bracket that are no name as they stand; `meant` is the likely one, or ''."""

    words: str
    meant: str


@dataclass(frozen=True, slots=True)
class Match:
    names: tuple[str, ...]
    odd: tuple[Unknown, ...]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@dataclass(slots=True)
class _Tags:
    """What stands in the brackets at the ends of questions and is no name yet."""

    count: Counter[str] = field(
        default_factory=Counter
    )  # how often, by the key, alone or in a list
    spelled: dict[str, str] = field(default_factory=dict)  # as it stands first, by the key
    sure: set[str] = field(default_factory=set)  # the keys of those with "Principle:" before them
    square: bool = False  # does one stand in square brackets?


def _open_tags(names: Names, tails: Sequence[Sequence[spelling.Tail]]) -> _Tags:
    tags = _Tags()
    for tail in (tail for group in tails for tail in group):
        words = evidence.unlabelled(tail.words)
        key = spelling.name_key(words)
        if not key or names.match(tail.words) is not None:
            continue
        tags.spelled.setdefault(key, words)
        tags.count[key] += 1
        if words != tail.words:
            tags.sure.add(key)
        tags.square |= tail.bracket in "[【"
        for piece in spelling.pieces(words):  # "(Dare, Own It)" is one more of each
            if spelling.name_key(piece) != key:
                tags.count[spelling.name_key(piece)] += 1
    return tags


def from_tags(
    names: Names, tails: Sequence[Sequence[spelling.Tail]], *, small: bool = False
) -> list[str]:
    """Names that only the brackets at the ends of questions tell: those with "Principle:" before
    them, and titles that most questions carry or that stand more than once. `small`: the questions are
    written in small letters, and so may names be."""
    tags = _open_tags(names, tails)
    count, square = tags.count, tags.square
    carried = sum(bool(g) for g in tails)
    common = carried * 2 >= len(tails) and len(tails) >= 3
    nearly_all = carried * 5 >= len(tails) * 4 and len(tails) >= 4
    # without capitals only a habit tells a name from a remark
    caseless = common and (square or sum(n > 1 for n in count.values()) >= 3)

    def may_name(key: str, words: str) -> bool:
        if key in tags.sure:
            return True
        if not evidence.is_title(words):
            return False
        capital = small or words[:1].isupper() or (caseless and words.upper() == words.lower())
        titled = capital and not re.search(r"\d", words)
        often = count[key] > 1
        return (titled and (often or (common and square) or nearly_all)) or (nearly_all and often)

    # what firms are known for needs no other tag to be sure of it
    new = [name for key in count if (name := evidence.published(key))]
    new = new if len(new) > 1 else []
    probe = names.copy()
    for name in new:
        probe.add(name)
    for key in sorted(tags.spelled, key=lambda k: (count[k] == 1, len(k), k)):
        words = tags.spelled[key]
        if not may_name(key, words):
            continue
        whole = probe.match(words)
        slip = whole is not None and count[key] == 1 and any(o.meant for o in whole.odd)
        if whole is None or (whole.odd and not slip):  # no slip of the pen
            new.append(words)
            probe.add(words)
    return new


def merged(found: Sequence[Principle]) -> dict[str, Principle]:
    """One principle for each name: its first place, its longest statement."""
    by_key: dict[str, Principle] = {}
    meant: dict[str, str] = {}  # the key of an alias -> the key of its name
    for principle in found:
        key = spelling.name_key(principle.name)
        key = meant.get(key, key)
        for alias in principle.aliases:
            meant.setdefault(spelling.name_key(alias), key)
        known = by_key.get(key)
        if known is None:
            by_key[key] = principle
            continue
        statement = max(known.statement, principle.statement, key=len)
        aliases = tuple(dict.fromkeys((*known.aliases, *principle.aliases)))
        by_key[key] = replace(known, statement=statement, aliases=aliases)
    return by_key
