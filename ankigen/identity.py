"""Which note is which across edits, and when each last changed."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ankigen.diagnostics import Diagnostic, report
from ankigen.evidence import question_key
from ankigen.records import Notebook, Principle, Record

if TYPE_CHECKING:
    from ankigen.cards import Note

# Note ids are times in milliseconds to Anki. Ours lie between 2010 and 2020: in the past for every
# client, and apart from the ids that a learner's own notes have.
_FIRST_ID = 1_262_304_000_000
_LAST_ID = 1_577_836_800_000
_STEP = 16  # room for the ids of the cards of one note

SURE, DOUBT, CLEAR = (
    72.0,
    55.0,
    8.0,
)  # likeness in percent: reworded, asked about, ahead of the next
_MOST_PAIRS = 4_000_000  # more pairs than this are not compared word for word


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a note is, for ever. `guid` is 16 characters of a-z and 2-7 and stands in the note's Id
    field too, so that Anki's browser finds it; card ids are `note_id` + the template's ordinal."""

    guid: str
    note_id: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lock remembers of one note. `gone`: it has left the notes ("gone"), or was sent as
    retired ("retired"); '' while it is there. `told` is a fingerprint of its answer, '-' without."""

    guid: str
    note_id: int
    mod: int
    content: str
    told: str
    kind: str
    question: str
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """A note type's own hash of css and templates, and when it last changed."""

    key: str
    content: str
    mod: int


@dataclass(frozen=True, slots=True)
class DeckLock:
    """The memory of one deck. `namespace` never changes, whatever the deck is called."""

    namespace: str
    deck: str
    entries: tuple[Entry, ...] = ()
    looks: tuple[Looks, ...] = ()


@dataclass(frozen=True, slots=True)
class Reworded:
    guid: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Who each entry of the notebook is (parallel to its entries), and what that rests on."""

    identities: tuple[Identity, ...]
    before: tuple[Entry | None, ...]  # what the lock knew of each
    namespace: str
    deck: str
    kinds: tuple[str, ...]
    questions: tuple[str, ...]
    told: tuple[str, ...]
    reworded: tuple[Reworded, ...] = ()
    returned: tuple[str, ...] = ()
    removed: tuple[Entry, ...] = ()  # left the notes with this build
    gone: tuple[Entry, ...] = ()  # all that are not in the notes, those included
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamped:
    """Notes with their times, the next lock, and what the next import will do."""

    notes: tuple[Note, ...]
    lock: DeckLock
    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    looks: Mapping[str, int] = field(default_factory=dict)  # note type key -> mod


def match(
    notebook: Notebook,
    lock: DeckLock | None,
    *,
    deck: str,
    ids: Mapping[str, str] | None = None,
) -> Matching:
    """Finds each entry's note: the id that the writer gave, the same question, then a question that
    was reworded. Position, principle, file and answer alone never make a note another one."""
    namespace = lock.namespace if lock is not None else deck
    entries = notebook.entries
    kinds = [_kind(e) for e in entries]
    questions = [e.name if isinstance(e, Principle) else e.question for e in entries]
    keys = [(k, question_key(q) or q) for k, q in zip(kinds, questions, strict=True)]
    told = [_told(e) for e in entries]
    given = _given(entries, keys, ids or {})
    known = list(lock.entries) if lock is not None else []
    before: list[Entry | None] = [None] * len(entries)
    found = _same(keys, given, known, namespace, before)
    reworded, doubts = _reworded(entries, keys, told, known, before, found, given)
    taken = {e.guid for e in known}
    used_ids = {e.note_id for e in known}
    identities: list[Identity] = []
    for at, entry in enumerate(before):
        if entry is not None:
            identities.append(Identity(entry.guid, entry.note_id))
            continue
        identity = _new(namespace, keys[at], given[at], taken, used_ids)
        taken.add(identity.guid)
        used_ids.add(identity.note_id)
        identities.append(identity)
    kept = {i.guid for i in identities}
    gone = tuple(e for e in known if e.guid not in kept)
    return Matching(
        tuple(identities), tuple(before), namespace, deck, tuple(kinds), tuple(questions), tuple(told),
        tuple(reworded), tuple(e.guid for e in before if e is not None and e.gone),
        tuple(e for e in gone if not e.gone), gone, tuple(doubts),
    )  # fmt: skip


def _kind(entry: Principle | Record) -> str:
    return "principle" if isinstance(entry, Principle) else entry.kind


def _told(entry: Principle | Record) -> str:
    """A fingerprint of the text that a note's answer tells, whatever its spaces."""
    if isinstance(entry, Principle):
        text = entry.statement
    else:
        text = "\n".join([a.text for a in entry.answers])
    if not text:
        return "-"
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=6).hexdigest()


def _given(
    entries: Sequence[Principle | Record], keys: Sequence[tuple[str, str]], ids: Mapping[str, str]
) -> list[str]:
    """The id that the writer gave to each entry, in its record or in the configuration; '' without."""
    wanted = {question_key(q): i for q, i in ids.items()}
    return [
        (e.id if isinstance(e, Record) and e.id else "") or wanted.get(k[1], "")
        for e, k in zip(entries, keys, strict=True)
    ]


def _same(
    keys: Sequence[tuple[str, str]],
    given: Sequence[str],
    known: Sequence[Entry],
    namespace: str,
    before: list[Entry | None],
) -> set[str]:
    """Fills `before` where the id or the question says which note it is; the guids so taken."""
    by_guid = {e.guid: e for e in known}
    by_key: dict[tuple[str, str], Entry] = {}
    for entry in known:
        key = (entry.kind, question_key(entry.question) or entry.question)
        if key not in by_key or by_key[key].gone:
            by_key[key] = entry
    found: set[str] = set()
    for at, wanted in enumerate(given):
        if wanted:
            named = by_guid.get(wanted) or by_guid.get(_guid(namespace, "id", wanted))
            if named is not None and named.guid not in found:
                before[at] = named
                found.add(named.guid)
    for at, key in enumerate(keys):
        if before[at] is None and key in by_key and by_key[key].guid not in found:
            if (
                given[at]
                and given[at] != by_key[key].guid
                and _guid(namespace, "id", given[at]) in by_guid
            ):
                continue
            before[at] = by_key[key]
            found.add(by_key[key].guid)
    return found


# --- reworded questions ---


def _reworded(
    entries: Sequence[Principle | Record],
    keys: Sequence[tuple[str, str]],
    told: Sequence[str],
    known: Sequence[Entry],
    before: list[Entry | None],
    found: set[str],
    given: Sequence[str],
) -> tuple[list[Reworded], list[Diagnostic]]:
    """Matches what is left: by the same answer, then by likeness with a clear lead, place counting."""
    new = [i for i, e in enumerate(before) if e is None and not given[i]]
    old = [e for e in known if e.guid not in found]
    if not new or not old:
        return [], []
    made: list[tuple[int, Entry]] = []
    _by_answer(keys, told, new, old, made)
    done, lost = {i for i, _ in made}, {e.guid for _, e in made}
    new = [i for i in new if i not in done]
    old = [e for e in old if e.guid not in lost]
    doubts = _by_likeness(entries, keys, known, before, new, old, made)
    out: list[Reworded] = []
    for at, entry in sorted(made, key=lambda m: m[0]):
        before[at] = entry
        found.add(entry.guid)
        item = entries[at]
        text = item.name if isinstance(item, Principle) else item.question
        out.append(Reworded(entry.guid, entry.question, text))
    return out, doubts


def _by_answer(
    keys: Sequence[tuple[str, str]],
    told: Sequence[str],
    new: Sequence[int],
    old: Sequence[Entry],
    made: list[tuple[int, Entry]],
) -> None:
    ours: dict[tuple[str, str], list[int]] = defaultdict(list)
    theirs: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for at in new:
        ours[keys[at][0], told[at]].append(at)
    for entry in old:
        theirs[entry.kind, entry.told].append(entry)
    for key, places in ours.items():
        if key[1] != "-" and len(places) == 1 and len(theirs.get(key, ())) == 1:
            made.append((places[0], theirs[key][0]))


def _by_likeness(
    entries: Sequence[Principle | Record],
    keys: Sequence[tuple[str, str]],
    known: Sequence[Entry],
    before: Sequence[Entry | None],
    new: Sequence[int],
    old: Sequence[Entry],
    made: list[tuple[int, Entry]],
) -> list[Diagnostic]:
    from rapidfuzz import fuzz  # late: most builds reword nothing

    if len(new) * len(old) > _MOST_PAIRS:
        return []
    near = _neighbours(known, before)
    scores: dict[tuple[int, str], float] = {}
    for at in new:
        for entry in old:
            if entry.kind != keys[at][0]:
                continue
            like = fuzz.ratio(keys[at][1], question_key(entry.question))
            if like >= DOUBT - 15:
                like = max(
                    like, fuzz.token_sort_ratio(keys[at][1], question_key(entry.question)) - 3
                )
                scores[at, entry.guid] = (
                    like + (6 if near.get(at) == entry.guid else 0) - 4 * bool(entry.gone)
                )
    by_guid = {e.guid: e for e in old}
    doubts: list[Diagnostic] = []
    used: set[int] = set()
    gone: set[str] = set()
    for (at, guid), like in sorted(scores.items(), key=lambda s: (-s[1], s[0])):
        if at in used or guid in gone or like < DOUBT:
            continue
        rival = max(
            (
                v
                for (a, g), v in scores.items()
                if (a == at) != (g == guid) and a not in used and g not in gone
            ),
            default=0.0,
        )
        if like >= SURE and like - rival >= CLEAR:
            made.append((at, by_guid[guid]))
            used.add(at)
            gone.add(guid)
        elif like >= DOUBT:
            doubts.append(_doubt(entries[at], by_guid[guid]))
            used.add(at)
    return doubts


def _neighbours(known: Sequence[Entry], before: Sequence[Entry | None]) -> dict[int, str]:
    """For a new entry, the lock's note that stood between the same two notes."""
    place = {e.guid: i for i, e in enumerate(known)}
    near: dict[int, str] = {}
    for at, entry in enumerate(before):
        if entry is not None:
            continue
        above = before[at - 1] if at else None
        below = before[at + 1] if at + 1 < len(before) else None
        if above is not None and place[above.guid] + 1 < len(known):
            near[at] = known[place[above.guid] + 1].guid
        elif below is not None and place[below.guid] > 0:
            near[at] = known[place[below.guid] - 1].guid
    return near


def _doubt(entry: Principle | Record, old: Entry) -> Diagnostic:
    text = entry.name if isinstance(entry, Principle) else entry.question
    return report(
        "doubtful-identity",
        f'is this "{old.question}" in other words? it is taken for a new question',
        entry.span,
        label="new, or reworded",
        hint=f'if it is the same, in ankigen.yaml: id: {{"{text}": {old.guid}}}',
    )


# --- new notes ---


def _guid(namespace: str, kind: str, key: str) -> str:
    data = f"{namespace}\0{kind}\0{key}".encode()
    return b32encode(hashlib.blake2b(data, digest_size=10).digest()).decode().lower()


def _new(
    namespace: str, key: tuple[str, str], given: str, taken: set[str], used: set[int]
) -> Identity:
    """The identity that follows from namespace, kind and question alone; probed past what is taken."""
    kind, text = ("id", given) if given else key
    guid, number = _guid(namespace, kind, text), 1
    while guid in taken:
        number += 1
        guid = _guid(namespace, kind, f"{text}\0{number}")
    slots = (_LAST_ID - _FIRST_ID) // _STEP
    slot = int.from_bytes(hashlib.blake2b(guid.encode(), digest_size=8).digest(), "big") % slots
    while _FIRST_ID + slot * _STEP in used:
        slot = (slot + 1) % slots
    return Identity(guid, _FIRST_ID + slot * _STEP)


# --- times ---


def content_hash(note: Note) -> str:
    """What an import would change: the note type, every field, the tags."""
    data = "\x1f".join((note.note_type, *note.fields, " ".join(note.tags)))
    return hashlib.blake2b(data.encode("utf-8", "replace"), digest_size=8).hexdigest()


def stamp(
    notes: Sequence[Note],
    matching: Matching,
    lock: DeckLock | None,
    looks: Mapping[str, tuple[str, int]],
    *,
    now: int,
    touch: bool = False,
    retired: Sequence[Note] = (),
) -> Stamped:
    """Gives each note its `mod` (seconds): unchanged notes keep theirs, so that an import touches
    nothing of them; a changed one gets `now`, and always more than before, also on a clock that ran
    backwards. `looks` is (hash, first mod) of each note type; `retired` are notes that left and are sent once more."""
    stamped: list[Note] = []
    entries: list[Entry] = []
    new: list[str] = []
    changed: list[str] = []
    for at, note in enumerate(notes):
        content = content_hash(note)
        old = matching.before[at]
        if old is None:
            mod = now
            new.append(note.guid)
        elif old.content == content and not touch and old.gone != "retired":
            mod = old.mod
        else:
            mod = max(now, old.mod + 1)
            changed.append(note.guid)
        stamped.append(replace(note, mod=mod))
        entries.append(
            Entry(
                note.guid, note.id, mod, content, matching.told[at], matching.kinds[at],
                matching.questions[at],
            )
        )  # fmt: skip
    leaving = {n.guid: n for n in retired}
    for entry in matching.gone:
        if entry.guid in leaving:
            mod = max(now, entry.mod + 1)
            stamped.append(replace(leaving[entry.guid], mod=mod))
            entries.append(replace(entry, gone="retired", mod=mod))
        else:
            entries.append(entry if entry.gone else replace(entry, gone="gone"))
    known = {k.key: k for k in (lock.looks if lock is not None else ())}
    kinds = tuple(_looks(key, h, first, known.get(key), now) for key, (h, first) in looks.items())
    return Stamped(
        tuple(stamped), DeckLock(matching.namespace, matching.deck, tuple(entries), kinds), tuple(new),
        tuple(changed), len(notes) - len(new) - len(changed), {k.key: k.mod for k in kinds},
    )  # fmt: skip


def _looks(key: str, content: str, first: int, old: Looks | None, now: int) -> Looks:
    if old is None:
        return Looks(key, content, first)
    if old.content == content:
        return old
    return Looks(key, content, max(now, old.mod + 1))
