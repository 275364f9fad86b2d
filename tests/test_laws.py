"""Laws of the stages that are total, attacked."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ankigen import build, identity, lockfile, outline, package, reader, yaml_notes
from ankigen import config as configuration
from ankigen.config import Config
from ankigen.diagnostics import NotesError
from ankigen.inputs import decode
from ankigen.lines import classify
from ankigen.reading import Role
from ankigen.records import Answer, Beat, Notebook, Principle, Record
from ankigen.source import Source

VALID = [
    p for p in (Path(__file__).parent / "notes" / "valid").iterdir() if not p.name.endswith(".json")
]
SUFFIXES = st.sampled_from(["n.txt", "n.md", "n.org"])
PIECES = st.sampled_from(
    ["- ", "• ", "1. ", "a) ", "# ", "** ", "> ", "Q: ", "A: ", "S: ", "Case 1:", "| a | b |", "|---|---|", "```", "---",
     "<details>", "<summary>", "</details>", "<!--", "-->", "#+begin_src", ":PROPERTIES:", "Tell me about it", "Why?",
     "Own It", "(Own It)", "[x]", "\n", "\n\n", "  ", "\t", "你好？", "\u200b", "xx", "text and more of it.", "\x0c", "\u2028"]
)  # fmt: skip
PAGES = st.lists(PIECES | st.text(max_size=12), max_size=60).map("".join)


def hold(name: str, text: str) -> None:
    """What must hold of any text at all."""
    source = Source(name, text)
    reading = reader.read([source])
    (account,) = reading.accounts
    assert len(account.lines) == text.count("\n") + 1
    for number, line in enumerate(account.lines, 1):
        assert isinstance(line.role, Role)
        assert line.why
        if line.role is Role.BLANK:
            assert not any(c.isalnum() for c in source.line(number)), number
    told = "".join("".join(a.text for a in r.answers) for r in reading.notebook.records)
    told = "".join(c for c in told if c.isalnum())
    for number, line in enumerate(account.lines, 1):
        if line.role in (Role.ANSWER, Role.BEAT):
            words = [w for w in source.line(number).split() if w.isalnum()]
            for word in words[2:] or words[3:]:  # in front may stand a label
                assert word in told, (number, word)
    for record in reading.notebook.records:
        assert record.span is not None
        assert 0 <= record.span.start <= record.span.end <= len(text)
        for answer in record.answers:
            assert answer.span is not None
            assert 0 <= answer.span.start <= answer.span.end <= len(text)
    for diagnostic in reading.diagnostics:
        if diagnostic.span is not None:
            assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)


@given(SUFFIXES, PAGES)
@settings(max_examples=250, deadline=None)
def test_reading_never_raises_and_every_line_has_a_role(name: str, text: str) -> None:
    hold(name, text.replace("\r", ""))


@given(SUFFIXES, st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_reads(name: str, text: str) -> None:
    hold(name, text.replace("\r", ""))


def test_mutated_notes_read() -> None:
    rng = random.Random(20261124)
    for path in VALID:
        text = decode(path.name, path.read_bytes()).text
        for _ in range(8):
            lines = text.split("\n")
            for _ in range(rng.randrange(1, 9)):
                at = rng.randrange(len(lines))
                match rng.randrange(5):
                    case 0:
                        del lines[at : at + 1]
                        lines = lines or [""]
                    case 1:
                        lines.insert(at, lines[at])
                    case 2:
                        rng.shuffle(lines)
                    case 3:
                        lines[at] = lines[at].replace("-", "•").replace("#", "*").replace("?", "")
                    case 4:
                        lines[at] = (
                            lines[at]
                            .encode()
                            .decode("latin-1")
                            .replace("\r", "")
                            .replace("\n", "")
                            .replace("\x85", "")
                        )
            hold(path.name, "\n".join(lines))


@given(SUFFIXES, PAGES)
@settings(max_examples=100, deadline=None)
def test_lines_are_lossless_and_units_cover_them(name: str, text: str) -> None:
    source = Source(name, text.replace("\r", ""))
    org = name.endswith("org")
    lines = classify(source, org=org)
    assert "\n".join(source.text[x.start : x.end] for x in lines) == source.text
    units = outline.units(lines, org=org)
    places = [i for u in units for i in range(u.first, u.last + 1)]
    assert places == sorted(set(places))
    assert {i for i, x in enumerate(lines) if x.kind} <= set(places)


def test_same_input_same_bytes(tmp_path: Path) -> None:
    text = VALID[0].read_text(encoding="utf-8")
    for name in ("a", "b"):
        deck = build.prepare([Source("n.txt", text)], now=1_764_000_000)
        package.write(
            tmp_path / f"{name}.apkg", deck.stamped.notes, deck.note_types, deck.stamped.looks
        )
    assert (tmp_path / "a.apkg").read_bytes() == (tmp_path / "b.apkg").read_bytes()


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).filter(str.strip)
ANSWERS = st.builds(
    Answer,
    text=TEXT,
    label=st.just("") | TEXT,
    lead=st.just("") | TEXT,
    beats=st.lists(
        st.builds(Beat, st.sampled_from(["situation", "task+action"]), TEXT), max_size=3
    ).map(tuple),
    syntax=st.sampled_from(["plain", "markdown", "org"]),
)
RECORDS = st.builds(
    Record,
    kind=st.sampled_from(["question", "story"]),
    question=TEXT,
    principles=st.lists(TEXT, max_size=2).map(tuple),
    group=st.lists(TEXT, max_size=2).map(tuple),
    answers=st.lists(ANSWERS, max_size=2).map(tuple),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    id=st.none() | TEXT,
    syntax=st.sampled_from(["plain", "markdown", "org"]),
)
PRINCIPLES = st.builds(
    Principle,
    TEXT,
    st.just("") | TEXT,
    st.lists(TEXT, max_size=2).map(tuple),
    st.sampled_from(["plain", "org"]),
)


@given(st.lists(RECORDS | PRINCIPLES, max_size=4))
@settings(max_examples=150, deadline=None)
def test_written_out_by_hand_and_read_is_the_same(entries: list[Record | Principle]) -> None:
    notebook = Notebook(tuple(entries))
    assert yaml_notes.parse(Source("n.yaml", yaml_notes.dump(notebook))).notebook == notebook


LINES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)


@given(st.lists(st.tuples(LINES, LINES), max_size=3), st.integers(1, 2**40))
@settings(max_examples=100, deadline=None)
def test_a_lock_written_and_read_is_the_same(pairs: list[tuple[str, str]], mod: int) -> None:
    entries = tuple(
        identity.Known(
            "abcdefg2345abcd" + "abc"[i], (i + 1) * 16, mod, "c" * 16, "-", "question", q, g, name
        )
        for i, ((q, name), g) in enumerate(zip(pairs, ("", "gone", "retired"), strict=False))
    )
    looks = (identity.Looks("question", "x", mod),)
    decks = [identity.DeckLock("space", "named", entries, looks, tuple({n: 0 for n, _ in pairs}))]
    assert list(lockfile.parse(Source("ankigen.lock", lockfile.dump(decks)))) == decks


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_settings_and_locks_of_any_text_are_read_or_refused(text: str) -> None:
    for parse in (configuration.parse, lockfile.parse, yaml_notes.parse):
        try:
            parse(Source("f", text))
        except NotesError as error:
            assert error.diagnostics


def test_hostile_yaml_is_refused_quickly() -> None:
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"
    deep = "[" * 5000
    for text in (
        bomb,
        deep,
        "notes: !!python/object/apply:os.system [ls]\n",
        "notes: 1e999999\n",
        "{" * 3000,
    ):
        for parse in (configuration.parse, yaml_notes.parse):
            try:
                parse(Source("f", text))
            except NotesError as error:
                assert error.diagnostics
            else:
                raise AssertionError(text[:30])


def test_configuration_defaults() -> None:
    assert configuration.parse(Source("ankigen.yaml", "# nothing\n")) == Config()
