"""ankigen.yaml and front matter as a person writes them, right and wrong in every way."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Make
from test_cli import NOTES, run

from ankigen import build, front_matter, inputs
from ankigen import config as configuration
from ankigen.config import Config
from ankigen.diagnostics import NotesError, as_text
from ankigen.source import Source

PINNED = Path(__file__).parent / "configuration" / "wrong.txt"
NOW = 1_764_000_000

WRONG = [
    # unknown keys
    "dekc: a", "DEKC: a", "suces: b\nvalue: c\nzzz: d", "测试: a", "<<: {deck: a}",
    "principles: {Own It: {statment: x}}",
    # another kind than the key takes
    "deck: [a, b]", "deck:", "deck: ''", "deck: 'A::::B'", "deck: \"a\\nb\"", "sources: {a: b}",
    "sources: [[a], {b: c}]", "tags: {a: b}", "tags: [[a]]", "tags: [two words, 'a\"b', ok]", "subdecks: maybe",
    "subdecks: [true]", "cards: {a: b}", "cards: [principel, 5]", "roles: question", "roles: [question]",
    'roles: {"-": [question, answer]}', 'roles: {"-": questoin, "##": group}', "roles:", "ignore: {a: b}",
    "ignore:", "principles: 5", "principles: [a, [b]]", "principles: {a: {aliases: {b: c}}}",
    "principles: {a: [b, {c: d}]}", "principles: ['']", "principles: [Own It, own it]", "values: xx",
    "values: [xx]", "values: {xx: [a]}", "values: {xx: }", "values: {'': boo}", "values: {[company]: Ovenly}",
    "values: {xx: a, XX: b}", "id: [a]", "id: {Why?: {a: b}}", "style: [a]", "style: ''", "lock: {a: b}", "lock: .", "lock: ''", "lock: ../..", "media: {a: b}",
    "math: 1", "[a, b]", "just text", "- deck: a", "5",
    # a key twice
    "deck: A\ntags: [a]\ndeck: B",
    # no YAML
    "\tdeck: a", 'roles:\n\t"-": question', "deck: a\n  tags: b", "deck: a: b", "deck: a\n---\ndeck: b", "deck: {",
    "deck: 'abc", 'deck: "abc\ntags: x', "deck: *", "ignore: [*draft*]", "roles: {**: question}",
    "roles: {*: question}", "roles: {#: question}", "values: {xx: @home}", "values: {xx: %x}", "deck: `a`",
    "deck: [one\ntags: two", '{"1.": question', "deck: a\nfoo\ntags: x", "deck:a\ntags: b", "tags:\n- a\n-b",
    "deck: \x01", 'deck: "\\q"', "deck: a\n- b", "lock: |x\n  y", 'deck: "a" b',
    # what no hand writes
    "deck: &x a\ntags: [*x]", "deck: !!python/object:os.system a", "deck: !mine a", "deck: !!binary aGVsbG8=",
    "tags: " + "[" * 25 + "]" * 25, "? [a]\n: b",
]  # fmt: skip


def told(text: str) -> str:
    with pytest.raises(NotesError) as caught:
        configuration.parse(Source("ankigen.yaml", text))
    return "\n".join(as_text(d) for d in caught.value.diagnostics)


def test_wrong_configurations_are_told_at_their_place(rewrite: bool) -> None:
    shown = "\n\n".join(told(text + "\n") for text in WRONG) + "\n"
    if rewrite:
        PINNED.write_text(shown, encoding="utf-8")
    assert shown == PINNED.read_text(encoding="utf-8")


def test_every_wrong_thing_has_a_place_and_says_what_to_type() -> None:
    for text in WRONG:
        with pytest.raises(NotesError) as caught:
            configuration.parse(Source("ankigen.yaml", text))
        for diagnostic in caught.value.diagnostics:
            assert diagnostic.span is not None, text
            assert diagnostic.label, text
            assert diagnostic.hint or diagnostic.code == "config-value", text


def test_all_that_is_wrong_is_told_at_once() -> None:
    shown = told("dekc: a\ntags: {a: b}\nmath: 3\n")
    assert shown.count("error[") == 3


def test_every_key_is_read() -> None:
    text = """\
deck: Work::Interviews
sources: [notes.txt]
tags: interview
subdecks: yes
cards: [principle, story, questions, aloud]
roles: {"-": question, "##": group}
ignore: [Contents, Draft*]
principles:
  Count Twice: Then once more.
  Own It: [Ownership]
  Ask: {statement: "Ask: then act.", aliases: Asking}
  Wait:
values: {xx: Ovenly, "[team]": the night shift, nine: 9}
id: {"Why?": knots}
style: mine.css
lock: my.lock
media: ../pictures
math: true
"""
    config = configuration.parse(Source("ankigen.yaml", text), Path("here"))
    assert (config.deck, config.sources, config.tags) == (
        "Work::Interviews",
        ("notes.txt",),
        ("interview",),
    )
    assert (config.subdecks, config.math, config.style, config.lock) == (
        True,
        True,
        "mine.css",
        "my.lock",
    )
    assert config.cards == ("principle", "story", "questions", "aloud")
    assert [(r.style, r.role.value) for r in config.roles] == [("-", "question"), ("##", "group")]
    assert config.ignore == ("Contents", "Draft*")
    assert [(p.name, p.statement, p.aliases) for p in config.principles] == [
        ("Count Twice", "Then once more.", ()), ("Own It", "", ("Ownership",)),
        ("Ask", "Ask: then act.", ("Asking",)), ("Wait", "", ()),
    ]  # fmt: skip
    assert dict(config.values) == {"xx": "Ovenly", "[team]": "the night shift", "nine": "9"}
    assert dict(config.ids) == {"Why?": "knots"}
    assert (config.media, config.folder) == (("../pictures",), Path("here"))


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"# nothing\n", b"\xef\xbb\xbf", b"\xef\xbb\xbfdeck: Notes\r\n"]
)
def test_an_empty_configuration_settles_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "ankigen.yaml").write_bytes(data)
    done = run("build", "notes.txt", "-o", "d.apkg", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "deck “Notes”" in done.stdout


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"deck: B\xe4r\n", "not-text"),
        (b"deck: a\0\n", "nul-byte"),
        (b"PK\x03\x04" + b"\0" * 50, "not-text"),
        (b"# " + b"x" * 1_100_000, "config-yaml"),
        (b"# " + b"x" * 5_000_000, "config-yaml"),
        (None, "cannot-read"),
    ],
    ids=range(6),
)
def test_a_configuration_that_is_none(data: bytes | None, code: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    path = tmp_path / "ankigen.yaml"
    path.write_bytes(data) if data is not None else path.mkdir()
    done = run("build", "notes.txt", "-o", "d.apkg", cwd=tmp_path)
    assert done.returncode == 1
    assert f"error[{code}]" in done.stderr
    assert "ankigen.yaml" in done.stderr
    assert {p.name for p in tmp_path.iterdir()} == {"notes.txt", "ankigen.yaml"}


def test_a_configuration_named_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text("deck: Mine\n", encoding="utf-8")
    done = run("build", "notes.txt", "--config", "mine.yaml", "-o", "d.apkg", cwd=tmp_path)
    assert "deck “Mine”" in done.stdout
    done = run("check", "notes.txt", "--config", "mine.yml", cwd=tmp_path)
    assert (done.returncode, "did you mean mine.yaml?" in done.stderr) == (1, True)


# --- values ---

OPEN = """\
## Own the xx
We at xx own it; xxl and axx do not.

Case XX:
At Xx I counted. _xx_ and (xx).

- Why do you want to work at xx?
- Tell me about [team] (Own the xx)
S: xx was slow.
R: [Team] and xx were quick.
"""


def test_a_filled_placeholder_is_everywhere_on_the_cards(make: Make) -> None:
    config = Config(deck="Interview", values={"xx": "Ovenly", "[team]": "the night shift"})
    deck = make(OPEN, config=config, name="notes.md")
    assert not [d for d in deck.diagnostics if d.code == "placeholder"]
    fields = "\n".join(f for n in deck.stamped.notes for f in n.fields)
    tags = {t for n in deck.stamped.notes for t in n.tags}
    assert "xx" not in fields.replace("xxl", "").replace("axx", "").lower()
    assert "[team]" not in fields.lower()
    assert "We at Ovenly own it; xxl and axx do not." in fields
    assert "Why do you want to work at Ovenly?" in fields
    assert "principle::own-the-ovenly" in tags
    borrowed = next(n.fields[3] for n in deck.stamped.notes if n.fields[0].startswith("Why do you"))
    assert "At Ovenly I counted" in borrowed
    assert "of Own the Ovenly, to borrow" in borrowed


@pytest.mark.parametrize("value", [None, "Ovenly"])
def test_a_placeholder_is_a_whole_word_in_any_script(value: str | None, make: Make) -> None:
    text = "• 你为什么想在xx工作？\n_xx_ **xx** (xx) xx. 'xx' xx에서 xxで\n"
    whole = make(text, config=Config(deck="D", values={"xx": value} if value else {}))
    none = make(
        "• Why?\nxxl axx my_xx xx_y 20xx\n",
        config=Config(deck="D", values={"xx": "Ovenly"}),
        lock=False,
    )
    fields = " ".join(whole.stamped.notes[0].fields[:2])
    assert ("Ovenly" in fields, "xx" in fields) == ((True, False) if value else (False, True))
    assert [d.code for d in whole.diagnostics] == ([] if value else ["placeholder"])
    assert "xxl axx my_xx xx_y 20xx" in none.stamped.notes[0].fields[1]


def test_a_question_that_opens_with_a_placeholder_is_warned_of_and_one_with_a_state_is_not(
    make: Make,
) -> None:
    warned = make("- XX asked you to leave. What did you do?\n  I left.\n- Why us?\n  So.\n")
    assert [d.code for d in warned.diagnostics] == ["placeholder"]
    stated = make("- TODO Tell me about a day\n  It was long.\n- Why us?\n  So.\n")
    assert not stated.diagnostics


def test_a_company_that_changes_is_a_change_and_no_new_note(make: Make) -> None:
    first = make(OPEN, config=Config(deck="Interview", values={"xx": "Ovenly"}))
    again = make(OPEN, config=Config(deck="Interview", values={"xx": "Crumb"}), now=NOW + 60)
    bare = make(OPEN, config=Config(deck="Interview"), lock=False, out="bare.apkg")
    guids = [[n.guid for n in d.stamped.notes] for d in (first, again, bare)]
    assert guids[0] == guids[1] == guids[2]
    assert not again.stamped.new
    assert len(again.stamped.changed) >= 3
    assert "at Crumb" in " ".join(f for n in again.stamped.notes for f in n.fields)


def test_a_value_may_hold_anything(make: Make) -> None:
    config = Config(
        deck="D", values={"xx": r"\1 <b> $5 & {{c1::x}} xx", "i": "I", "ſ": "s", "": "never"}
    )
    deck = make("• Why xx?\nİ am i, and İx.\n", config=config)
    assert deck.stamped.notes[0].fields[0] == r"Why \1 &lt;b&gt; $5 &amp; {{c1::x}} xx?"
    assert "İ am I, and İx." in deck.stamped.notes[0].fields[1]


def test_set_wins_over_every_file(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "---\nvalues: {xx: Front, yy: Front}\n---\n\n# Why xx, yy, zzz?\n", encoding="utf-8"
    )
    (tmp_path / "ankigen.yaml").write_text(
        "values: {xx: File, yy: File, zzz: File}\n", encoding="utf-8"
    )
    for args, wanted in (
        (["--set", "XX=Typed"], "Why Typed, Front, File?"),
        ([], "Why Front, Front, File?"),
    ):
        run("build", "notes.md", "-o", "d.apkg", "--no-lock", *args, cwd=tmp_path)
        assert wanted in run("inspect", "d.apkg", cwd=tmp_path).stdout
    for pair in ("xx", "=a", " =a"):
        done = run("check", "notes.md", "--set", pair, cwd=tmp_path)
        assert (done.returncode, "--set takes name=text" in done.stderr) == (1, True)


# --- front matter ---


def fronted(text: str, config: Config | None = None) -> tuple[Config, list[str]]:
    own, found = front_matter.for_source(config or Config(), Source("notes.md", text))
    return own, [as_text(d) for d in found]


def test_front_matter_says_the_same_for_its_file(make: Make) -> None:
    text = """\
---
title: Mine
tags: [warm-up, "two words"]
ankigen:
  deck: Small talk
  roles: {"##": question}
  ignore: [Odds*]
  principles: {Patience: {statement: We wait once., aliases: [Waiting]}}
  values: {xx: Ovenly}
  id: {"The gate": gate}
---

# Waiting

## The gate
At xx, with the key.

## The ferry (Waiting)
On a rock.

## Odds and ends
"""
    deck = make(text, config=Config(), name="notes.md")
    assert deck.name == "Small talk"
    assert not deck.diagnostics
    patience, gate, ferry = deck.stamped.notes
    assert "We wait once." in patience.fields[1]
    assert gate.fields[0] == "The gate"
    assert "At Ovenly, with the key." in gate.fields[1]
    assert "principle::patience" in ferry.tags
    assert "warm-up" in ferry.tags
    plain = make(
        text.replace('  id: {"The gate": gate}\n', ""), config=Config(), name="notes.md", lock=False
    )
    assert plain.stamped.notes[1].guid != gate.guid


def test_each_file_has_its_own_front_matter(tmp_path: Path) -> None:
    one = inputs.decode("a.md", b"---\ndeck: A\nvalues: {xx: Ovenly}\n---\n# Why xx?\n")
    two = inputs.decode("b.md", b"---\ndeck: B\nvalues: {xx: Crumb}\n---\n# Where is xx?\n")
    three = inputs.decode("c.md", b"# When does xx bake?\n")
    deck = build.prepare([one, two, three], now=NOW)
    assert [(n.fields[0], n.deck) for n in deck.stamped.notes] == [
        ("Why Ovenly?", "A"), ("Where is Crumb?", "B"), ("When does xx bake?", "A"),
    ]  # fmt: skip
    assert [d.code for d in deck.diagnostics if d.severity != "note"] == ["placeholder"]
    named = build.prepare([one, two, three], Config(deck="All"), now=NOW)
    assert [n.deck for n in named.stamped.notes] == ["A", "B", "All"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\nroles: question\n---\n", "`roles` takes pairs"),
        ("---\nvalues: [xx]\n---\n", "`values` takes pairs"),
        ("---\nvaleus: {xx: a}\n---\n", "did you mean `values`?"),
        ("---\nankigen: {dekc: a}\n---\n", "did you mean `deck`?"),
        ("---\nankigen: {cards: [story]}\n---\n", "`cards` holds for the whole deck"),
        ("---\nankigen: mine\n---\n", "`ankigen` takes pairs"),
        ("---\ntitle: [open\n---\n", "was expected here"),
        ("---\na: &b c\nd: *b\n---\n", "points to another place"),
    ],
)
def test_wrong_front_matter_is_a_warning_at_its_place(text: str, message: str) -> None:
    own, shown = fronted(text + "\n# Why?\n")
    assert own == Config()
    assert len(shown) == 1
    assert shown[0].startswith("warning[front-matter]")
    assert message in shown[0]
    assert "--> notes.md:" in shown[0]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A day\nlayout: post\ndate: 2024-01-01\nvalue: 3\nrole: user\nid: 7\ntags: a, b c\n---\n",
        "---\ndeck:\ntags:\nvalues:\n---\n",
        "---\n---\n", "---\n\n---\n", "--- \n# no front matter\n---\n", "---", "", "----\na: b\n----\n",
    ],
)  # fmt: skip
def test_front_matter_of_other_programs_is_left_alone(text: str) -> None:
    own, shown = fronted(text + "\n# Why?\n")
    assert shown == []
    assert own.values == {}
    assert own.deck is None


# --- what is nowhere in the notes ---


def test_what_the_configuration_names_and_the_notes_have_not(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "## Why xx?\n- because\n\n## Odds\n- nails\n", encoding="utf-8"
    )
    (tmp_path / "ankigen.yaml").write_text(
        'roles: {"-": answer, "•": answer}\nignore: [Odds, Ends*]\nvalues: {xx: a, xy: b}\n', encoding="utf-8",
    )  # fmt: skip
    done = run("check", "notes.md", "--set", "nowhere=x", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count("warning[config-unused]") == 4
    for name in (
        'roles` names "•"',
        'ignore` names "Ends*"',
        'values` names "xy"',
        '"nowhere"',
    ):
        assert name in done.stderr
    assert "ankigen.yaml:3:17" in done.stderr
