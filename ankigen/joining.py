"""Drafts of all sources joined: names matched, repeated questions made one, stories lent."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, chain

from ankigen import evidence, spelling, words
from ankigen.config import Config
from ankigen.diagnostics import Diagnostic, report
from ankigen.drafts import Draft
from ankigen.patterns import late
from ankigen.principles import Match, Names, from_tags, merged
from ankigen.records import Answer, Borrowed, Notebook, Principle, Record
from ankigen.source import Span

MOST_BORROWED = 8  # stories offered to one question; more would bury the card

Entry = Principle | Record


def join(
    drafts: list[Draft], ready: Sequence[Entry], config: Config
) -> tuple[Notebook, list[Diagnostic]]:
    """One notebook of `drafts` (from notes) and `ready` entries (written out by hand), and what to
    tell the writer. Uses up `drafts`."""
    diagnostics: list[Diagnostic] = []
    found = [_principle(d) for d in drafts if d.kind == "principle"]
    given = [e for e in ready if isinstance(e, Principle)]
    by_key = merged([*config.principles, *given, *found])
    names = _names(by_key, drafts)
    for principle in config.principles:
        place = next((p for p in (*given, *found) if names.exact(p.name) == principle.name), None)
        if place is not None:
            key = spelling.name_key(principle.name)
            by_key[key] = replace(
                by_key[key], span=place.span, syntax=place.syntax, origin=place.origin
            )
    records: list[Record] = []
    pointers: list[str] = []
    ordinals: list[int] = []
    drafts.reverse()
    while drafts:  # each makes room for its record
        draft = drafts.pop()
        if draft.kind != "principle":
            records.append(_record(draft, names, diagnostics))
            pointers.append(draft.pointer)
            ordinals.append(draft.ordinal)
    records += [e for e in ready if isinstance(e, Record)]
    pointers += [""] * (len(records) - len(pointers))
    _follow(records, pointers, ordinals)
    records, asked = _once(records, diagnostics)
    records = _prompts(records, asked)
    del asked
    entries = _ordered(_kept(by_key, records, names), _lend(records))
    return Notebook(tuple(entries)), diagnostics


_STATEMENT_LABEL = late(rf"{words.naming.STATEMENT_LABELS}\s*(?:[:：–—-][ \t]*|\n)\s*", re.I)


def _principle(draft: Draft) -> Principle:
    statement = "\n".join(spelling.bare(line) for line in draft.statement.split("\n"))
    statement = spelling.bare(statement)
    label = _STATEMENT_LABEL.match(statement)
    if label and label.end() < len(statement):
        statement = statement[label.end() :]
    if statement[:1] in "(（" and statement[-1:] in ")）":
        statement = statement[1:-1].strip()
    return Principle(draft.text, statement or draft.label, (), draft.syntax, draft.span)


def _names(by_key: dict[str, Principle], drafts: Sequence[Draft]) -> Names:
    names = Names()
    for principle in by_key.values():
        names.add(principle.name, principle.aliases)
    for draft in drafts:
        for given in draft.given:
            if names.match(given) is None and evidence.is_title(given):
                names.add(given)
    asked = [d for d in drafts if d.kind == "question"]
    small = sum(d.text[:1].islower() and d.text[0].isascii() for d in asked)
    heads = _heads(asked)
    tags = [(h, *d.tails) if h is not None else d.tails for h, d in zip(heads, asked, strict=True)]
    for name in from_tags(names, tags, small=small * 3 > len(asked) * 2):
        names.add(name)
    if not names.keys:
        for name in _tag_names(asked):
            names.add(name)
    names._seen.clear()
    return names


def _tag_names(asked: Sequence[Draft]) -> list[str]:
    """Names that only hashtags tell: most questions have one, and most of them stand again and again."""
    carried = [d.hashtags for d in asked if d.hashtags]
    said = Counter(t for tags in carried for t in tags)
    for state in [t for t in said if t.lower() in words.naming.TAGS_OF_STATE]:
        del said[state]
    often = sum(count > 1 for count in said.values())
    if len(carried) < 4 or len(carried) * 2 < len(asked) or often < 2 or often * 2 < len(said):
        return []
    if max(said.values()) * 5 > len(carried) * 4:
        return []  # it sorts nothing
    return [(name := _tag_words(tag))[:1].upper() + name[1:] for tag in said]


def _tag_words(hashtag: str) -> str:
    """ "move-fast" and "MoveFast": "move fast", "Move Fast"."""
    plain = hashtag.rpartition("::")[2].replace("-", " ").replace("_", " ")
    return _CAMEL.sub(" ", plain).strip()


def _heads(asked: Sequence[Draft]) -> list[spelling.Tail | None]:
    """What stands before each question and may name its principle: in brackets or bold, or before a
    colon where half of the questions have it."""
    heads = [
        d.head if d.head and evidence.asks(d.text[d.head.start :]) >= 0.5 else None for d in asked
    ]
    plain = sum(head is not None and head.bracket == ":" for head in heads)
    usual = plain >= 3 and plain * 2 >= len(asked)
    return [
        head if head and (usual or head.bracket != ":") and not _sorts(head.words) else None
        for head in heads
    ]


def _sorts(words: str) -> bool:
    """ "General: why us?", "Round 2: ..." name no principle."""
    return evidence.names_group(words) or evidence.case(words) is not None


def _kept(by_key: dict[str, Principle], records: Sequence[Record], names: Names) -> list[Principle]:
    """Every principle of the notes, and those that only tags name, at the first question that does."""
    kept = dict(by_key)
    for record in records:
        for name in record.principles:
            key = spelling.name_key(name)
            if key not in kept and names.exact(name) == name:
                kept[key] = Principle(name, span=record.span)
    return list(kept.values())


def _record(draft: Draft, names: Names, diagnostics: list[Diagnostic]) -> Record:
    text = draft.text
    found: list[str] = []
    cut = len(text)
    for tail in reversed(draft.tails):
        match = names.match(tail.words)
        if match is None:
            break
        found[:0] = match.names
        cut = tail.start
        _odd(match, draft.span, diagnostics)
    if cut < len(text):
        text = text[:cut].rstrip()
    head = names.match(draft.head.words) if draft.head is not None else None
    if draft.head is not None and head is not None and not head.odd:
        found += head.names
        text = text[draft.head.start :]
    for given in draft.given:
        match = names.match(given)
        if match is not None:
            found += match.names
            _odd(match, draft.span, diagnostics)
    tags = list(draft.tags)
    for hashtag in draft.hashtags:
        name = names.exact(_tag_words(hashtag))
        if name is not None:
            found.append(name)  # "#own-it", "#OwnIt"
        else:
            tags.append(hashtag)
    if draft.principle:
        found.append(names.exact(draft.principle) or draft.principle)
    if draft.kind == "question":
        text = f"{spelling.bare(text)} {draft.also}".rstrip()
    return Record(
        kind="story" if draft.kind == "story" else "question",
        question=text if draft.kind == "question" else f"{draft.label}\0{spelling.bare(text)}",
        principles=tuple(dict.fromkeys(found)),
        group=draft.group,
        answers=tuple(dict.fromkeys(draft.answers)) if len(draft.answers) > 1 else draft.answers,
        tags=tuple(tags),
        syntax=draft.syntax,
        span=draft.span,
    )


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _odd(match: Match, span: Span, diagnostics: list[Diagnostic]) -> None:
    for odd in match.odd:
        near = span.source.cut(span.start, span.end + 200).lower()
        at = near.find(odd.words.lower()) if odd.words else -1
        at = at + span.start if at >= 0 else -1
        place = Span(span.source, at, at + len(odd.words)) if at >= 0 else span
        if odd.meant:
            diagnostics.append(report(
                "misspelt-principle", f'"{odd.words}" is taken for the principle "{odd.meant}"', place,
                label="no principle is spelled like this", hint=f'did you mean "{odd.meant}"?',
            ))  # fmt: skip
        else:
            diagnostics.append(report(
                "unknown-principle", f'"{odd.words}" names no principle of these notes', place,
                label="not a principle", hint="add it to `principles` in ankigen.yaml, or correct it",
            ))  # fmt: skip


# --- pointers and repeats ---


def _follow(records: list[Record], pointers: Sequence[str], ordinals: Sequence[int]) -> None:
    """A pointer such as "see 2" or "same as above" lends the answer that it points to."""
    if not any(pointers):
        return
    targets = _Targets(records, ordinals)
    for index, to in enumerate(pointers):
        if not to or records[index].answers:
            continue
        target = targets.find(index, to)
        if target is not None:
            lent = tuple(Borrowed(a, target.question) for a in target.answers)
            records[index] = replace(records[index], borrowed=lent)


class _Targets:
    """The answered records, by what a pointer may call them."""

    def __init__(self, records: Sequence[Record], ordinals: Sequence[int]) -> None:
        self.records = records
        self.answered = [i for i, r in enumerate(records) if r.answers]
        self.numbers: dict[tuple[int, tuple[str, ...]], int] = {}
        for index in self.answered:
            if index < len(ordinals):
                self.numbers.setdefault((ordinals[index], records[index].group), index)
        keys = [spelling.question_key(records[i].question) for i in self.answered]
        self.asked = "\0".join(keys)
        self.starts = list(accumulate((len(k) + 1 for k in keys), initial=0))

    def find(self, index: int, to: str) -> Record | None:
        """The record that `to`, in the answer of record `index`, points to."""
        number = re.search(r"\d{1,3}", to)
        if number:
            found = self.numbers.get((int(number[0]), self.records[index].group))
            if found is None:  # numbered through all groups
                there = [at for (n, _), at in self.numbers.items() if n == int(number[0])]
                found = there[0] if len(there) == 1 else None
            if found is not None:
                return self.records[found]
        key = spelling.question_key(to)
        if key in ("above", "") or re.fullmatch(r"\W*", to):
            above = bisect_left(self.answered, index)
            return self.records[self.answered[above - 1]] if above else None
        at = self.asked.find(key)
        if at < 0:
            return None
        return self.records[self.answered[bisect_right(self.starts, at) - 1]]


def _once(
    records: list[Record], diagnostics: list[Diagnostic]
) -> tuple[list[Record], Collection[str]]:
    """One record for each question, at the place that answers it; the other places in `also_at`. And
    the keys of all questions."""
    places: dict[str, int] = {}
    again: dict[int, list[int]] = {}  # the first place of a question -> all of them
    for index, record in enumerate(records):
        if record.kind == "question":
            key = spelling.question_key(record.question) or f"\0{index}"
            first = places.setdefault(key, index)
            if first != index:
                again.setdefault(first, [first]).append(index)
    gone: set[int] = set()
    for _, same in sorted(again.items()):
        main = next((i for i in same if records[i].answers), same[0])
        others = [i for i in same if i != main]
        records[main] = _joined(records[main], [records[i] for i in others])
        gone.update(others)
        _repeated(records[main], diagnostics)
    return [r for i, r in enumerate(records) if i not in gone], places.keys()


def _joined(main: Record, others: Sequence[Record]) -> Record:
    told = list(main.answers)
    texts = {a.text for a in told}
    for other in others:
        told += [a for a in other.answers if a.text not in texts and not texts.add(a.text)]  # type: ignore[func-returns-value]
    spoken = [r.question for r in (main, *others) if not r.question.isupper()]
    return replace(
        main,
        question=spoken[0] if spoken and main.question.isupper() else main.question,
        principles=tuple(dict.fromkeys(p for r in (main, *others) for p in r.principles)),
        tags=tuple(dict.fromkeys(t for r in (main, *others) for t in r.tags)),
        answers=tuple(told),
        borrowed=main.borrowed or next((o.borrowed for o in others if o.borrowed), ()),
        id=main.id or next((o.id for o in others if o.id), None),
        also_at=tuple(o.span for o in others if o.span is not None),
    )


def _repeated(record: Record, diagnostics: list[Diagnostic]) -> None:
    for span in record.also_at:
        at = record.span
        where = f"{at.source.name}:{at.line}" if at is not None else "another place"
        diagnostics.append(report(
            "repeated-question", f"this question stands at {where} too; both are one card", span,
            label="asked again", hint="keep one of the two, or word them differently",
        ))  # fmt: skip


# --- stories ---


def _prompts(records: list[Record], asked: Collection[str]) -> list[Record]:
    """What the card of each story asks; no two ask the same, and none what is `asked` already."""
    used: set[str] = set()
    numbers: Counter[str] = Counter()
    out: list[Record] = []
    for record in records:
        if record.kind == "story" and "\0" in record.question:
            label, name = record.question.split("\0", 1)
            shown = " and ".join(record.principles[:3])
            prompt = (
                f"Tell a story that shows {shown}" if shown else f"Tell the story: {name or label}"
            )
            if shown and name:
                prompt += f": {name}"
            numbers[prompt] += 1
            wanted = prompt if numbers[prompt] == 1 else f"{prompt} ({numbers[prompt]})"
            while (key := spelling.question_key(wanted)) in used or key in asked:
                numbers[prompt] += 1
                wanted = f"{prompt} ({numbers[prompt]})"
            used.add(key)
            record = replace(record, question=wanted)
        out.append(record)
    return out


def _lend(records: Sequence[Record]) -> list[Record]:
    """Questions without an answer borrow: first the stories of their principles, then answers told
    under other questions of those principles."""
    stories: dict[str, list[tuple[Answer, str]]] = defaultdict(list)
    told: dict[str, list[tuple[Answer, str]]] = defaultdict(list)
    for record in records:
        shelf = stories if record.kind == "story" else told
        for name in record.principles:
            if len(shelf[name]) <= MOST_BORROWED:
                shelf[name] += [(a, record.question) for a in record.answers]
    lent: list[Record] = []
    for record in records:
        if not record.answers and record.kind == "question":
            offers = list(record.borrowed)
            for shelf in (stories, told):
                for name in record.principles:
                    offers += [Borrowed(a, asked, name) for a, asked in shelf.get(name, ())]
            unique = {id(b.answer): b for b in reversed(offers)}
            kept = [b for b in offers if unique.get(id(b.answer)) is b][:MOST_BORROWED]
            record = replace(record, borrowed=tuple(kept))
        lent.append(record)
    return lent


_FAR = 40  # bits: beyond the places of any source


def _ordered(principles: Sequence[Principle], records: Sequence[Record]) -> list[Entry]:
    """In the order of the notes: by source, then by place; a principle before what stands there too."""
    order: dict[int, int] = {}
    entries: list[Entry] = [*principles, *records]
    both: tuple[Sequence[Entry], ...] = (records, principles)
    for entry in chain(*both):
        if entry.span is not None:
            order.setdefault(id(entry.span.source), len(order))

    def place(entry: Entry) -> int:  # a number, because a million tuples take much memory
        if entry.span is None:
            return len(order) << _FAR
        return (
            (order[id(entry.span.source)] << _FAR)
            + entry.span.start * 2
            + isinstance(entry, Record)
        )

    return sorted(entries, key=place)
