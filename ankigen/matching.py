"""Which note each entry of the notes is: by its id, its question, or as a question reworded."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ankigen import identity
from ankigen.diagnostics import Diagnostic, report
from ankigen.identity import DeckLock, Entry, Known, Who
from ankigen.patterns import late
from ankigen.records import Notebook, Record
from ankigen.spelling import question_key

# Percent: taken for reworded; asked about; what the best candidate must be ahead of the next.
SURE, DOUBT, CLEAR = 68.0, 50.0, 8.0
_SOMEWHAT = 25.0  # likeness from where a question in the very place of another may be that one
_MUCH = 80.0  # likeness from where one word that differs is no matter
_SAME_ANSWER = 85.0  # what a telling answer, found once before and once now, makes of any likeness
_WHOLE = 29  # characters of a fingerprint with all its four numbers
_TELLING = 12  # characters of an answer that is no "yes"
_MOST_STORIES = 250_000  # pairs under one prompt that are compared by their words
_NUMBERED = late(r" \(\d+\)$")


@dataclass(frozen=True, slots=True)
class Reworded:
    guid: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Who each entry of the notebook is (parallel to its entries), and what that rests on."""

    identities: tuple[Who, ...]
    before: tuple[Known | None, ...]  # what the lock knew of each
    entries: tuple[Entry, ...]
    given: tuple[str, ...]  # ids by hand; '' without
    namespace: str
    deck: str
    reworded: tuple[Reworded, ...] = ()
    returned: tuple[str, ...] = ()
    removed: tuple[Known, ...] = ()  # left the notes with this build
    gone: tuple[Known, ...] = ()  # all that are not in the notes, those included
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Search:
    """What is found so far. `before` is parallel to the entries of the notes."""

    entries: Sequence[Entry]
    kinds: Sequence[str]
    asked: Sequence[str]
    given: Sequence[str]
    known: Sequence[Known]
    before: list[Known | None]
    found: set[str] = field(default_factory=set)  # guids

    def take(self, at: int, entry: Known) -> None:
        self.before[at] = entry
        self.found.add(entry.guid)

    def open(self) -> list[int]:
        return [i for i, e in enumerate(self.before) if e is None]

    def left(self) -> list[Known]:
        return [e for e in self.known if e.guid not in self.found]


def match(
    notebook: Notebook, lock: DeckLock | None, *, deck: str, ids: Mapping[str, str] | None = None
) -> Matching:
    """Finds each entry's note: the id that the writer gave, the same question, then a question that
    was reworded. Position, principle, file and answer alone never make a note another one."""
    namespace = lock.namespace if lock is not None else deck
    known = lock.entries if lock is not None else ()
    entries = notebook.entries
    asked = [identity.asked(e) for e in entries]
    given, wrong = _given(entries, asked, ids or {})
    kinds = [identity.kind(e) for e in entries]
    search = _Search(entries, kinds, asked, given, known, [None] * len(entries))
    _by_id(search, namespace)
    _numbered_stories(search)
    _by_question(search)
    reworded, doubts = _reworded(search)
    before = search.before
    gone = tuple(search.left())
    return Matching(
        tuple(_identities(search, namespace)), tuple(before), entries, tuple(given), namespace, deck,
        tuple(reworded), tuple(e.guid for e in before if e is not None and e.gone),
        tuple(e for e in gone if not e.gone), gone, (*wrong, *doubts),
    )  # fmt: skip


def _identities(search: _Search, namespace: str) -> Iterator[Who]:
    taken, used = set[str](), set[int]()
    tried: dict[tuple[str, str], int] = {}
    if None in search.before:
        taken |= {e.guid for e in search.known}
        used |= {e.note_id for e in search.known}
    for at, entry in enumerate(search.before):
        if entry is not None:
            yield entry
            continue
        key = question_key(search.asked[at]) or search.asked[at]
        made = identity.new(namespace, search.kinds[at], key, search.given[at], taken, used, tried)
        taken.add(made.guid)
        used.add(made.note_id)
        yield made


# --- the same note, beyond doubt ---


def _given(
    entries: Sequence[Entry], asked: Sequence[str], ids: Mapping[str, str]
) -> tuple[list[str], list[Diagnostic]]:
    """The id that the writer gave to each entry, in its record or in the configuration; '' without."""
    given = [(e.id or "") if isinstance(e, Record) else "" for e in entries]
    wrong: list[Diagnostic] = []
    if ids:
        places = {question_key(q): i for i, q in reversed(list(enumerate(asked)))}
        for question, wanted in ids.items():
            at = places.get(question_key(question))
            if at is None:
                wrong.append(_unused(question, asked))
            elif not given[at]:
                given[at] = wanted
    first: dict[str, int] = {}
    for at, wanted in enumerate(given):
        if wanted and first.setdefault(wanted, at) != at:
            wrong.append(report(
                "two-notes-one-id",
                f'two notes have the id {wanted}: "{asked[first[wanted]]}" is the other one',
                entries[at].span, label="the second one", hint="give one of them another `id`",
            ))  # fmt: skip
    return given, wrong


def _unused(question: str, asked: Sequence[str]) -> Diagnostic:
    from ankigen.config import nearest  # late: most builds have no ids

    near = nearest(question, asked)
    return report(
        "unused-id", f'`id` names a question that the notes do not ask: "{question}"',
        hint=f'did you mean "{near}"?' if near else "copy the question as the notes have it",
    )  # fmt: skip


def _by_id(search: _Search, namespace: str) -> None:
    if not any(search.given):
        return
    by_id = {e.id: e for e in search.known if e.id}
    by_guid = {e.guid: e for e in search.known}
    for at, wanted in enumerate(search.given):
        if wanted:
            entry = by_id.get(wanted) or by_guid.get(identity.given_guid(namespace, wanted))
            if entry and entry.guid not in search.found and _one_type(entry, search.kinds[at]):
                search.take(at, entry)


def _one_type(entry: Known, kind: str) -> bool:
    """Notes of two note types cannot become one another: Anki would refuse the update."""
    return (entry.kind == "principle") == (kind == "principle")


def _numbered_stories(search: _Search) -> None:
    """The prompts of one principle's stories differ by a number that counts them, so a story put
    above another shifts it. What they tell says which is which."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, kind in enumerate(search.kinds):
        if kind == "story" and search.before[at] is None:
            groups[_NUMBERED.sub("", search.asked[at])].append(at)
    old: dict[str, list[Known]] = defaultdict(list)
    for entry in search.known if groups else ():
        if entry.kind == "story" and entry.guid not in search.found:
            old[_NUMBERED.sub("", entry.question)].append(entry)
    for prompt, places in groups.items():
        if len(places) > 1 or len(old[prompt]) > 1:
            prints = {at: identity.fingerprint(identity.told(search.entries[at])) for at in places}
            _stories(search, places, prints, old[prompt])


def _stories(
    search: _Search, places: Sequence[int], prints: Mapping[int, str], old: Sequence[Known]
) -> None:
    free: dict[str, Known] = {}
    by_told: dict[str, list[Known]] = defaultdict(list)
    for entry in sorted(old, key=lambda e: bool(e.gone)):
        free[entry.guid] = entry
        by_told[entry.told].append(entry)
    for at in places:
        same = [e for e in by_told[prints[at]] if e.guid in free] if prints[at] != "-" else []
        if same:
            here = next((e for e in same if e.question == search.asked[at]), same[0])
            search.take(at, free.pop(here.guid))
    for least in (3, 2) if len(places) * len(free) <= _MOST_STORIES else ():
        for at in places:
            if search.before[at] is None:
                likely = [e for e in free.values() if _shared(prints[at], e.told) >= least]
                likely.sort(key=lambda e: (bool(e.gone), e.question != search.asked[at]))
                if likely:
                    search.take(at, free.pop(likely[0].guid))
    # One story told anew, beside others that stayed, is the one that is left.
    anew = [at for at in places if search.before[at] is None]
    left = [e for e in free.values() if not e.gone]
    if len(anew) == len(left) == 1:
        search.take(anew[0], left[0])


def _shared(one: str, two: str) -> int:
    """0 to 4: how many of the four numbers of two fingerprints are the same; 5: the same text."""
    if one == two:
        return 5 if one != "-" else 0
    return len(_numbers(one) & _numbers(two))


def _numbers(told: str) -> set[str]:
    tail = told.partition(".")[2]
    return {tail[i : i + 4] for i in range(0, len(tail), 4)}


def _by_question(search: _Search) -> None:
    """The same text first; then the same whatever its case, quotes, spaces and last sign."""
    _in_order(search)
    if not search.open() or not search.left():
        return
    exact: dict[tuple[str, str], Known] = {}
    for entry in search.known:
        key = entry.kind, entry.question
        if key not in exact or exact[key].gone:
            exact[key] = entry
    _take_same(search, exact, list(zip(search.kinds, search.asked, strict=True)))
    if not search.open() or not search.left():
        return
    folded: dict[tuple[str, str], Known] = {}
    for entry in search.left():
        key = entry.kind, question_key(entry.question) or entry.question
        if key not in folded or folded[key].gone:
            folded[key] = entry
    keys = [
        (search.kinds[i], question_key(q) or q) if search.before[i] is None else ("", "")
        for i, q in enumerate(search.asked)
    ]
    _take_same(search, folded, keys)


def _in_order(search: _Search) -> None:
    """The same text in the same order, as in most builds: no question has to be looked up."""
    here = iter([e for e in search.known if not e.gone and not e.id and e.guid not in search.found])
    entry = next(here, None)
    before, found = search.before, search.found
    for at, (kind, question) in enumerate(zip(search.kinds, search.asked, strict=True)):
        if entry is None:
            break
        if question == entry.question and kind == entry.kind and before[at] is None:
            before[at] = entry
            found.add(entry.guid)
            entry = next(here, None)


def _take_same(
    search: _Search, by_key: Mapping[tuple[str, str], Known], keys: Sequence[tuple[str, str]]
) -> None:
    before, found, ids = search.before, search.found, set(search.given)
    for at, key in enumerate(keys):
        if before[at] is None:
            entry = by_key.get(key)
            if entry is None or entry.guid in found:
                continue
            # An entry with an id belongs to who has that id now; else the question is enough.
            if not entry.id or entry.id == search.given[at] or entry.id not in ids:
                before[at] = entry
                found.add(entry.guid)


# --- reworded questions ---


def _reworded(search: _Search) -> tuple[list[Reworded], list[Diagnostic]]:
    """Matches what is left, by answer, likeness and place together, where one candidate is clear."""
    new, old = search.open(), search.left()
    if not new or not old:
        return [], []
    made: list[tuple[int, Known]] = []
    doubts: list[tuple[int, Known]] = []
    for kind in sorted({search.kinds[i] for i in new}):
        ours = [i for i in new if search.kinds[i] == kind]
        theirs = [e for e in old if e.kind == kind]
        if theirs:
            settled = settle(_scores(search, ours, theirs))
            for i, j, sure in settled:
                certain = sure and not search.given[ours[i]]  # an id of its own says: another one
                (made if certain else doubts).append((ours[i], theirs[j]))
    out: list[Reworded] = []
    for at, entry in sorted(made, key=lambda m: m[0]):
        search.take(at, entry)
        if _NUMBERED.sub("", entry.question) != _NUMBERED.sub("", search.asked[at]):
            out.append(Reworded(entry.guid, entry.question, search.asked[at]))
    return out, [_doubt(search.entries[at], old) for at, old in sorted(doubts)]


def _scores(
    search: _Search, new: Sequence[int], old: Sequence[Known]
) -> dict[tuple[int, int], float]:
    """How likely it is, 0 to about 120, that new entry i is the old j, for all that may be."""
    from ankigen import likeness  # late: most builds reword nothing

    texts = [*(search.asked[i] for i in new), *(e.question for e in old)]
    weights = likeness.weigh([*texts, *(e.question for e in search.known)])
    prints = [identity.fingerprint(identity.told(search.entries[i])) for i in new]
    place = {e.guid: j for j, e in enumerate(old)}
    near = _neighbours(search)
    ours, theirs = [
        [likeness.split(t) for t in part] for part in (texts[: len(new)], texts[len(new) :])
    ]
    likely = {(i, j): like for i, j, like in likeness.pairs(ours, theirs, weights)}
    alone = _same_answers(prints, [e.told for e in old], [search.entries[i] for i in new])
    beside = {
        (i, place[near[at][0]]): near[at][1]
        for i, at in enumerate(new)
        if near.get(at, ("",))[0] in place
    }
    for i, j in (*alone, *beside):
        likely.setdefault((i, j), likeness.likeness(ours[i], theirs[j], weights))
    scores: dict[tuple[int, int], float] = {}
    for (i, j), like in likely.items():
        score = _score(like, prints[i], old[j], (i, j) in alone, beside.get((i, j), 0))
        doubtful = score >= SURE and like < _MUCH and _shared(prints[i], old[j].told) < 2
        if doubtful and likeness.replaced(ours[i], theirs[j]):
            score = SURE - 1  # another word where it matters: only the writer knows
        scores[i, j] = score
    return scores


def _score(like: float, told: str, old: Known, alone: bool, sides: int) -> float:
    score = like
    shared = _shared(told, old.told)
    both = told != "-" and old.told != "-"
    if shared == 5:
        score = max(score + 15, _SAME_ANSWER) if alone else score + 12
    elif both:
        few = min(len(told), len(old.told)) < _WHOLE  # a short answer proves little by its words
        score += (-6, 0, 6, 12, 15)[shared] if few else (-14, -8, 6, 12, 15)[shared]
    if sides == 2 and like >= _SOMEWHAT and (shared or not both):
        score = max(score + 10, DOUBT)  # in the very place of the old one
    elif sides:
        score += 4
    return score - 4 * bool(old.gone)


def _same_answers(
    new: Sequence[str], old: Sequence[str], entries: Sequence[Entry]
) -> set[tuple[int, int]]:
    """Pairs with one telling answer that nobody else of the new or of the old has."""
    ours, theirs = Counter(new), Counter(old)
    places = {told: j for j, told in enumerate(old)}
    return {
        (i, places[told])
        for i, told in enumerate(new)
        if told != "-"
        and ours[told] == theirs[told] == 1
        and len(identity.told(entries[i]).strip()) >= _TELLING
    }


def _neighbours(search: _Search) -> dict[int, tuple[str, int]]:
    """For a new entry, the lock's note that stood beside the note that is beside it now, and on how
    many sides that is so."""
    here = [e for e in search.known if not e.gone]
    place = {e.guid: i for i, e in enumerate(here)}
    near: dict[int, tuple[str, int]] = {}
    before = search.before
    for at in search.open():
        above = before[at - 1] if at else None
        below = before[at + 1] if at + 1 < len(before) else None
        after = place.get(above.guid, -2) + 1 if above is not None else -1 if at else 0
        until = (
            place.get(below.guid, 0) - 1
            if below is not None
            else -1
            if at + 1 < len(before)
            else len(here) - 1
        )
        sides = Counter(p for p in (after, until) if 0 <= p < len(here))
        if sides:
            best = max(sides, key=lambda p: (sides[p], p == after))
            near[at] = here[best].guid, sides[best]
    return near


def settle(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int, bool]]:
    """Pairs of new and old, and whether that is sure: the best first, each at most once. A pair is in
    doubt where another is nearly as good; one that itself has a better partner counts less."""
    likely = {pair: score for pair, score in scores.items() if score >= DOUBT - CLEAR}
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in likely.items():
        rows[i].append((score, j))
        columns[j].append((score, i))
    for group in (*rows.values(), *columns.values()):
        group.sort(key=lambda s: (-s[0], s[1]))
    done: list[tuple[int, int, bool]] = []
    ours, theirs = set[int](), set[int]()
    doubted = set[int]()
    for (i, j), score in sorted(likely.items(), key=lambda s: (-s[1], s[0])):
        if score < DOUBT:
            break
        if i in ours or j in theirs:
            continue
        others = [_rival(s, columns[b], i, ours) for s, b in rows[i] if b != j and b not in theirs]
        others += [_rival(s, rows[a], j, theirs) for s, a in columns[j] if a != i and a not in ours]
        sure = score >= SURE and score - max(others, default=0.0) >= CLEAR and j not in doubted
        done.append((i, j, sure))
        ours.add(i)
        if sure:
            theirs.add(j)
        else:
            doubted.add(j)
    return done


def _rival(
    score: float, its_others: Sequence[tuple[float, int]], but: int, done: set[int]
) -> float:
    """A rival's score, less by what its own best partner is ahead of it."""
    best = next((s for s, x in its_others if x != but and x not in done), 0.0)
    return score - max(best - score, 0.0)


def _doubt(entry: Entry, old: Known) -> Diagnostic:
    text = json.dumps(identity.asked(entry), ensure_ascii=False)
    return report(
        "doubtful-identity",
        f'is this "{old.question}" in other words? it is taken for a new question',
        entry.span,
        label="new, or reworded",
        hint=f"if it is the same, in ankigen.yaml: id: {{{text}: {old.guid}}}",
    )
