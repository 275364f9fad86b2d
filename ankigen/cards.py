"""Records to fields and tags."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from pathlib import PurePath
from typing import NamedTuple

from ankigen import markup
from ankigen.config import Config
from ankigen.identity import Who
from ankigen.markup import Media
from ankigen.notetypes import NoteType
from ankigen.records import Answer, Borrowed, Notebook, Principle, Record, Syntax

# Optional cards by the name that `cards:` in the configuration gives them, and their switch field.
OPTIONAL: Mapping[str, str] = {
    "principle": "Ask principle",
    "story": "Ask story",
    "questions": "Ask questions",
    "aloud": "Read aloud",
}

# The voice for a language that `markup.language` tells (names of Anki's docs, templates/fields.md).
VOICES: Mapping[str, str] = {
    "ja": "ja_JP", "ko": "ko_KR", "zh": "zh_CN", "ar": "ar_SA", "he": "he_IL", "hi": "hi_IN",
    "th": "th_TH", "ru": "ru_RU", "el": "el_GR",
}  # fmt: skip

SCREENFUL = 900  # characters of an answer that a phone shows without scrolling much
WORTH_A_FOLD = 240  # characters of HTML; less than that is not worth a tap
CUE = 44  # characters of the first words on a fold
_BEGINS = re.compile(r"(?:<[^<>]*>)*([^<>&\[]{60})")  # words without a sign, more than a cue shows


class Note(NamedTuple):
    """One row of fields as Anki will hold it. A card's id is `id` + the ordinal of its template."""

    note_type: str  # NoteType.key
    guid: str
    id: int  # milliseconds since 1970, a multiple of 16, in the past
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    templates: tuple[int, ...]  # ordinals of the card templates that this note has a card of
    deck: str
    due: int  # place among the new cards, from 1
    mod: int = 0  # seconds since 1970: when the content last changed; 0 until the lock says


MediaFor = Mapping[str, Media]  # source name -> names of its files


def make(
    notebook: Notebook,
    identities: Sequence[Who],
    note_types: Mapping[str, NoteType],
    config: Config,
    deck: str,
    media: MediaFor | None = None,
    order: Iterable[int] | None = None,
) -> Iterator[Note]:
    """A note for each entry of `notebook`, in its order or in this one; `identities` are parallel to
    the entries."""
    principles = {p.name: p for p in notebook.principles}
    held = _held(notebook) if "questions" in config.cards else {}
    prompts = frozenset(r.question for r in notebook.records if r.kind == "story")
    shared = {id(b.answer) for r in notebook.records for b in r.borrowed}
    shared.update([id(a) for records in held.values() for r in records for a in r.answers])
    maker = _Maker(principles, held, note_types, config, deck, media or {}, prompts, shared)
    entries = notebook.entries
    for at in range(len(entries)) if order is None else order:
        yield maker.note(entries[at], identities[at], at + 1)


def _held(notebook: Notebook) -> dict[str, list[Record]]:
    held: dict[str, list[Record]] = defaultdict(list)
    for record in notebook.records:
        for name in record.principles:
            held[name].append(record)
    return held


class Told(NamedTuple):
    """An answer as HTML, and the block of it whose first words a fold shows."""

    html: str
    first: str


Shape = tuple[list[str], list[tuple[int, "str | None"]]]


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every note needs to know; caches keep a principle's block and an answer's HTML."""

    principles: Mapping[str, Principle]
    held: Mapping[str, Sequence[Record]]
    note_types: Mapping[str, NoteType]
    config: Config
    deck: str
    media: MediaFor
    prompts: frozenset[str]  # what the cards of stories ask
    shared: set[int]  # identities of the answers that several cards show
    told: dict[int, Told] = field(default_factory=dict)  # by the identity of an answer
    blocks: dict[str, str] = field(default_factory=dict)  # a principle's name -> its block
    named: dict[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)
    tagged: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)

    def note(self, entry: Principle | Record, identity: Who, due: int) -> Note:
        of: tuple[str, ...]
        if isinstance(entry, Principle):
            values, key, of = self.principle_fields(entry), "principle", (entry.name,)
        else:
            values, key, of = self.question_fields(entry), "question", entry.principles
        values["Id"] = identity.guid
        names, switches = self.shape(key)
        fields = tuple(map(values.get, names, repeat("")))
        cards = tuple([i for i, switch in switches if switch is None or values.get(switch)])
        deck = self.deck
        if self.config.subdecks and of:
            deck = f"{deck}::{of[0].replace('::', ' ')}"
        tags = self.tags(entry, of)
        return Note(
            key, identity.guid, identity.note_id, fields, tags, cards, deck, due, identity.mod
        )

    def shape(self, key: str) -> Shape:
        """Of a note type: its fields, and the switch of each of its cards."""
        if key not in self.shapes:
            kind = self.note_types[key]
            switches = [(i, t.switch) for i, t in enumerate(kind.templates)]
            self.shapes[key] = [f.name for f in kind.fields], switches
        return self.shapes[key]

    def tags(self, entry: Principle | Record, principles: Sequence[str]) -> tuple[str, ...]:
        """Its tags; kept, because a handful serves all notes."""
        own: tuple[str, ...] = ()
        if isinstance(entry, Principle):
            kind = state = "principle"
        else:
            kind, own = entry.kind, entry.tags
            state = entry.state if kind == "question" else ""
        file = _file(entry)
        known = kind, state, file, str(len(own)), *own, *principles
        if known not in self.tagged:
            tags = [f"kind::{kind}", *(f"principle::{slug(p)}" for p in principles)]
            if kind == "question":
                tags.append(f"answer::{state}")
            tags += [slug_path(t) for t in own]
            if file:
                tags.append(_source_tag(file))
            tags += [slug_path(t) for t in self.config.tags]
            self.tagged[known] = tuple(dict.fromkeys([t for t in tags if t]))
        return self.tagged[known]

    def question_fields(self, record: Record) -> dict[str, str]:
        on = self.config.cards
        answer = self.answers(record)
        blocks, names = self.of(record.principles)
        values = {
            "Question": self.line(record.question, record),
            "Answer": answer,
            "Principle": blocks,
            "Borrowed": self.borrowed(record.borrowed) if record.borrowed else "",
            "Source": origin(record),
            "Group": shown(" · ".join(record.group)) if record.group else "",
            "Principle names": names,
        }
        if on:
            asked = "principle" in on and record.kind == "question" and record.principles
            values["Ask principle"] = "1" if asked else ""
            values["Ask story"] = "1" if "story" in on and answer and record.principles else ""
            values |= self.voice(record.question)
        return values

    def of(self, principles: tuple[str, ...]) -> tuple[str, str]:
        """The blocks and the names of a question's principles; kept, as a handful serves all."""
        if principles not in self.named:
            blocks = "".join([self.principle_block(p) for p in principles])
            self.named[principles] = blocks, shown(", ".join(principles))
        return self.named[principles]

    def principle_fields(self, principle: Principle) -> dict[str, str]:
        on = self.config.cards
        listed = self.listed(self.held.get(principle.name, ()))
        return {
            "Principle": self.line(principle.name, principle),
            "Statement": self.block(principle.statement, principle.syntax, _place(principle)),
            "Questions": listed,
            "Source": origin(principle),
            "Ask questions": "1" if "questions" in on and listed else "",
            **self.voice(principle.name),
        }

    def voice(self, text: str) -> dict[str, str]:
        """What the device reads aloud: the template's own voice is English, so text in another
        script goes into a field that says its language."""
        if "aloud" not in self.config.cards:
            return {}
        lang = VOICES.get(markup.language(text))
        if lang is None:
            return {"Read aloud": "1"}
        return {"Spoken": f"[anki:tts lang={lang}]{markup.inline(text)}[/anki:tts]"}

    def line(self, text: str, entry: Principle | Record) -> str:
        """One line of text as HTML, named in its language."""
        media = self.media.get(_place(entry))
        return spoken(text, markup.inline(text, entry.syntax, math=self.config.math, media=media))

    def block(self, text: str, syntax: Syntax, place: str) -> str:
        """`text` as HTML, in a <div> that names its language where the script tells it."""
        if not text:
            return ""
        inner = markup.to_html(text, syntax, math=self.config.math, media=self.media.get(place))
        if text.isascii():
            return f'<div dir="auto">{inner}</div>'
        lang = markup.language(text)
        if lang:
            return f'<div dir="auto" lang="{lang}">{inner}</div>'
        return f'<div dir="auto">{markup.with_languages(inner)}</div>'

    def answers(self, record: Record) -> str:
        told = [self.answer(a) for a in record.answers]
        if len(told) < 2:
            return told[0].html if told else ""
        return "".join(
            fold("case", answer.label or f"Answer {number}", cue(one.first), one.html)
            for number, (answer, one) in enumerate(zip(record.answers, told, strict=True), 1)
        )

    def answer(self, answer: Answer) -> Told:
        """Kept where a story is lent to many questions."""
        known = id(answer)
        if known in self.told:
            return self.told[known]
        made = self.beats(answer) if answer.beats else self.whole(answer)
        if known in self.shared:
            self.told[known] = made
        return made

    def beats(self, answer: Answer) -> Told:
        place = answer.span.source.name if answer.span is not None else ""
        lead = self.block(answer.lead, answer.syntax, place)
        parts = [(b.name, self.block(b.text, answer.syntax, place)) for b in answer.beats if b.text]
        folds = "".join(fold("beat", _beat_name(n), cue(inner), inner) for n, inner in parts)
        return Told(lead + folds, lead or (parts[0][1] if parts else ""))

    def whole(self, answer: Answer) -> Told:
        """Paragraphs; beyond a screenful all but the first block folds away."""
        place = answer.span.source.name if answer.span is not None else ""
        inner = self.block(answer.text, answer.syntax, place)
        if len(answer.text) <= SCREENFUL:
            return Told(inner, inner)
        start = inner.index(">") + 1  # the <div> round all of it
        end = start + markup.first_block(inner[start:])
        rest = inner[end:].removesuffix("</div>").strip()
        if len(rest) < WORTH_A_FOLD:
            return Told(inner, inner)
        shown = inner[:end] + "</div>"
        return Told(
            shown + fold("more", "Read on", cue(rest), f"{inner[:start]}{rest}</div>"), shown
        )

    def principle_block(self, name: str) -> str:
        if name not in self.blocks:
            self.blocks[name] = self._principle_block(name)
        return self.blocks[name]

    def _principle_block(self, name: str) -> str:
        principle = self.principles.get(name)
        head = f'<h2 dir="auto">{spoken(name, markup.inline(name))}</h2>'
        if principle is None or not principle.statement:
            return head
        return head + self.block(principle.statement, principle.syntax, _place(principle))

    def borrowed(self, offers: Sequence[Borrowed]) -> str:
        """Stories of each principle in folds, named by their first words; where one was told for
        another question, that question."""
        by_principle: dict[str, list[str]] = {}
        for offer in offers:
            told = self.answer(offer.answer)
            asked = "" if offer.asked in self.prompts else offer.asked
            one = lent(told, f"told for: {asked}" if asked else "", offer.answer.label)
            by_principle.setdefault(offer.principle, []).append(one)
        out: list[str] = []
        for principle, folds in by_principle.items():
            named = f"of {shown(principle)}" if principle else "the notes point to"
            many = "Stories" if len(folds) > 1 else "A story"
            out += f'<h2 dir="auto">{many} {named}, to borrow</h2>', *folds
        return "".join(out)

    def listed(self, records: Sequence[Record]) -> str:
        """What a principle's second card shows: its questions, and its stories in folds."""
        asked = "".join(
            f'<li><span dir="auto">{self.line(r.question, r)}</span></li>'
            for r in records
            if r.kind == "question"
        )
        stories = [(self.answer(a), a) for r in records if r.kind == "story" for a in r.answers]
        folds = "".join(lent(told, "", a.label) for told, a in stories)
        return (f"<h3>Questions</h3><ul>{asked}</ul>" if asked else "") + (
            f"<h3>Stories</h3>{folds}" if folds else ""
        )


def _place(entry: Principle | Record) -> str:
    return entry.span.source.name if entry.span is not None else ""


def spoken(text: str, inner: str) -> str:
    """`inner` with the language that the script of `text` tells."""
    lang = markup.language(text)
    return f'<span lang="{lang}">{inner}</span>' if lang else inner


def shown(text: str) -> str:
    """`text` as HTML that shows it as typed, in NFC, without the characters that break a field."""
    return markup.escape(markup.clean(text))


def fold(kind: str, name: str, words: str, inner: str) -> str:
    """A fold that a tap opens: its name, and the first words of what it holds."""
    first = f' <span class="cue" dir="auto">{spoken(words, shown(words))}</span>' if words else ""
    return (
        f'<details class="{kind}"><summary class="tappable"><span class="name" dir="auto">{_name(name)}</span>'
        f'{first}</summary><div class="body">{inner}</div></details>'
    )


@lru_cache(maxsize=1024)
def _name(name: str) -> str:
    return spoken(name, shown(name))


def lent(told: Told, words: str, label: str) -> str:
    """A fold named by how its story begins."""
    return fold("lent", cue(told.first) or label or "Story", words, told.html)


def cue(inner: str) -> str:
    """The first words that a block of HTML shows."""
    begins = _BEGINS.match(inner, 0, 16 * CUE)  # as nearly all do; a quarter of the time
    head = " ".join(begins[1].split()) if begins else ""
    if len(head) <= CUE:
        head = markup.plain(inner[: 16 * CUE])
    if len(head) <= CUE:
        return head
    cut = head[:CUE]
    at = cut.rfind(" ")
    return (cut[:at] if at > CUE // 2 else cut).rstrip(" ,.;:") + "…"


def _beat_name(name: str) -> str:
    return " + ".join(part.capitalize() for part in name.split("+"))


def _file(entry: Principle | Record) -> str:
    """The file that an entry came from; '' where there is none."""
    if entry.origin is not None or entry.span is None:
        return entry.origin or ""
    return entry.span.source.name


def origin(entry: Principle | Record) -> str:
    """The file it came from; no line, so that a line inserted above changes no other note."""
    return _file_shown(_file(entry))


@lru_cache(maxsize=1024)
def _file_shown(path: str) -> str:
    name = PurePath(path).name
    return shown(name if name != "-" else "notes")


@lru_cache(maxsize=1024)
def _source_tag(path: str) -> str:
    return f"source::{slug(PurePath(path).stem or 'notes')}"


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A tag component of `name`: NFC letters and digits, lower case, hyphens, under 60 characters."""
    text = unicodedata.normalize("NFC", name).lower().replace("&", " and ")
    text = re.sub(r"['’]", "", text)
    return re.sub(r"[\W_]+", "-", text).strip("-")[:60].strip("-")


def slug_path(tag: str) -> str:
    """The same for a tag with `::` in it."""
    return "::".join(s for s in map(slug, tag.split("::")) if s)
