"""Every ordinary way of editing notes, as a table: which note each question is afterwards, by the lock
and in real Anki."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import NOW, Make

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode

pytest.importorskip("anki")
from anki_collection import imported, opened, study

LEDGER = """\
1. Keep the Ledger
Write it down on the day it happens.

Case 1: I found the missing crate because every barrow had its line in the book.

Case 2: The auditor of the harbour came early, and my pages were dry by then.

- Tell me about a time you corrected an account of somebody else.
The grain account of the mill. I asked the miller first and struck the line with him beside me.
- Describe a mistake that you owned up to.
I had weighed the wool wet. I said so at the gate, before anyone had asked.
- Tell me about a number that surprised you.
- When did you refuse to sign something?
The bill for the pier, twice. There was no pier.

2. Mind the Weather
Look up before you look down.

- Tell me about a plan that the weather spoiled.
The regatta. We rowed it on the Sunday after, with half of the boats.
- How do you prepare for a storm?
- Who warned you in time, and what did you do about it?
The lamp keeper. I moved the hay that same evening and brought him a cheese.
"""
CORRECTED = "Tell me about a time you corrected an account of somebody else."
MISTAKE = "Describe a mistake that you owned up to."
NUMBER = "Tell me about a number that surprised you."
REFUSED = "When did you refuse to sign something?"
PLAN = "Tell me about a plan that the weather spoiled."
STORM = "How do you prepare for a storm?"
WARNED = "Who warned you in time, and what did you do about it?"
GRAIN = "The grain account of the mill. I asked the miller first and struck the line with him beside me.\n"
WOOL = "I had weighed the wool wet. I said so at the gate, before anyone had asked.\n"
PIER = "The bill for the pier, twice. There was no pier.\n"
REGATTA = "The regatta. We rowed it on the Sunday after, with half of the boats.\n"
LAMP = "The lamp keeper. I moved the hay that same evening and brought him a cheese.\n"
CRATE = "I found the missing crate because every barrow had its line in the book.\n"
STORIES = LEDGER[LEDGER.index("Case 1") : LEDGER.index("- Tell")]


@dataclass(frozen=True)
class Edit:
    """A change of the notes: texts replaced, one after the other, and what must come of it: questions
    that are the notes of others before, and those that are new, that left, that are asked about."""

    what: str
    swaps: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()  # now, before
    new: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    files: tuple[str, ...] = ("notes.txt",)
    deck: str | None = "Harbour"


def moved(question: str, answer: str = "", after: str = "") -> tuple[tuple[str, str], ...]:
    """A question with its answer taken away, and put behind the text `after` (the end without)."""
    block = f"- {question}\n{answer}"
    return (block, ""), ((after, after + block) if after else (LAMP, LAMP + block))


EDITS = [
    Edit("nothing"),
    Edit("a question reworded", ((CORRECTED, "Describe a time when you put somebody's account right."),),
         ((("Describe a time when you put somebody's account right."), CORRECTED),)),
    Edit("reworded, without an answer", ((NUMBER, "Tell me about a surprising number."),),
         (("Tell me about a surprising number.", NUMBER),)),
    Edit("reworded beyond recognition, the answer as it was", ((MISTAKE, "What went wrong at the scales?"),),
         (("What went wrong at the scales?", MISTAKE),)),
    Edit("a misspelling corrected", ((WARNED, "Who warned you in tiem, and what did you do about it?"),),
         (("Who warned you in tiem, and what did you do about it?", WARNED),)),
    Edit("reworded, and its answer edited",
         ((REFUSED, "When have you refused to sign a thing?"), ("twice. There", "twice, both times aloud. There")),
         (("When have you refused to sign a thing?", REFUSED),)),
    Edit("moved to another principle", moved(MISTAKE, WOOL)),
    Edit("moved to another position", moved(MISTAKE, WOOL, PIER)),
    Edit("reworded and moved", (*moved(PLAN, REGATTA, PIER), (PLAN, "Tell me about plans the weather spoiled.")),
         (("Tell me about plans the weather spoiled.", PLAN),)),
    Edit("two reworded at once, beside each other",
         ((CORRECTED, "When did you correct somebody else's account?"), (MISTAKE, "Tell me about a mistake you owned up to.")),
         (("When did you correct somebody else's account?", CORRECTED), ("Tell me about a mistake you owned up to.", MISTAKE))),
    Edit("two reworded at once, and exchanged",
         ((f"- {CORRECTED}\n{GRAIN}- {MISTAKE}\n{WOOL}", f"- Tell me about a mistake you owned up to.\n{WOOL}"
           f"- When did you correct somebody else's account?\n{GRAIN}"),),
         (("When did you correct somebody else's account?", CORRECTED), ("Tell me about a mistake you owned up to.", MISTAKE))),
    Edit("answers exchanged", ((GRAIN, "\0"), (WOOL, GRAIN), ("\0", WOOL))),
    Edit("questions exchanged, answers in place", ((CORRECTED, "\0"), (MISTAKE, CORRECTED), ("\0", MISTAKE))),
    Edit("an answer replaced", ((PIER, "A petition against the bell, since it kept wrong time.\n"),)),
    Edit("an answer given", ((f"- {STORM}\n", f"- {STORM}\nI tie down what is light and count what is tied.\n"),)),
    Edit("another mark", (("\n- ", "\n• "),)),
    Edit("another kind of outline", (("\n- ", "\n* "), ("1. Keep", "# Keep"), ("2. Mind", "# Mind"))),
    Edit("other quotes, dashes and spaces", (("account of", "account  of"), ("up to.", "up to"), ("storm?", "storm ?"))),
    Edit("capitals", ((STORM, STORM.upper()),), ((STORM.upper(), STORM),)),
    Edit("a principle renamed", (("Keep the Ledger", "Keep the Books"),),
         (("Keep the Books", "Keep the Ledger"),
          ("Tell a story that shows Keep the Books", "Tell a story that shows Keep the Ledger"),
          ("Tell a story that shows Keep the Books (2)", "Tell a story that shows Keep the Ledger (2)"))),
    Edit("a principle's statement changed", (("Look up before you look down.", "Clouds first, then charts."),)),
    Edit("principles exchanged", (("1. Keep the Ledger\nWrite it down on the day it happens.", "\0"),
         ("2. Mind the Weather\nLook up before you look down.", "1. Keep the Ledger\nWrite it down on the day it happens."),
         ("\0", "2. Mind the Weather\nLook up before you look down.")),
         (("Tell a story that shows Mind the Weather", "Tell a story that shows Keep the Ledger"),
          ("Tell a story that shows Mind the Weather (2)", "Tell a story that shows Keep the Ledger (2)"))),
    Edit("a file renamed", files=("journal.txt",)),
    Edit("a file and so its deck renamed", files=("journal.txt",), deck=None),
    Edit("a file split in two", files=("ledger.txt", "weather.txt")),
    Edit("the deck renamed", deck="Interviews::Harbour"),
    Edit("a question inserted at the top", ((f"- {CORRECTED}", f"- Which lock did you trust?\nThe brass one.\n- {CORRECTED}"),),
         new=("Which lock did you trust?",)),
    Edit("a question removed", ((f"- {MISTAKE}\n{WOOL}", ""),), removed=(MISTAKE,)),
    Edit("a question replaced by another one",
         ((f"- {MISTAKE}\n{WOOL}", "- Which lock did you trust?\nThe brass one that my aunt had oiled for years.\n"),),
         new=("Which lock did you trust?",), removed=(MISTAKE,)),
    Edit("one question split in two",
         ((f"- {WARNED}\n{LAMP}", "- Who warned you in time?\n- What did you do about a warning?\n" + LAMP),),
         (("What did you do about a warning?", WARNED),), new=("Who warned you in time?",)),
    Edit("split in two, equally like it", ((f"- {STORM}\n", "- How do you prepare for a storm at sea?\n- How do you prepare for a storm on land?\n"),),
         new=("How do you prepare for a storm at sea?", "How do you prepare for a storm on land?"), removed=(STORM,),
         doubts=("How do you prepare for a storm at sea?", "How do you prepare for a storm on land?")),
    Edit("a like question added", ((f"- {STORM}\n", f"- {STORM}\n- How do you prepare for a flood?\n"),),
         new=("How do you prepare for a flood?",)),
    Edit("a story put above another", (("Case 1:", "Case 1: The tally sticks of the ferry, which I kept when ink ran out.\n\nCase 2:"), ("Case 2: The", "Case 3: The")),
         (("Tell a story that shows Keep the Ledger (2)", "Tell a story that shows Keep the Ledger"),
          ("Tell a story that shows Keep the Ledger (3)", "Tell a story that shows Keep the Ledger (2)")),
         new=("Tell a story that shows Keep the Ledger",)),
    Edit("the first of two stories removed", (("Case 1: " + CRATE + "\n", ""),),
         (("Tell a story that shows Keep the Ledger", "Tell a story that shows Keep the Ledger (2)"),),
         removed=("Tell a story that shows Keep the Ledger",)),
]  # fmt: skip


def edited(edit: Edit) -> str:
    text = LEDGER
    for old, new in edit.swaps:
        assert old in text, f"{edit.what}: {old!r} is not in the notes"
        text = text.replace(old, new)
    return text


def sources(edit: Edit) -> list[tuple[str, str]]:
    text = edited(edit)
    if len(edit.files) == 2:
        at = text.index("2. Mind")
        return [(edit.files[0], text[:at]), (edit.files[1], text[at:])]
    return [(edit.files[0], text)]


def built(folder: Path, files: list[tuple[str, str]], deck: str | None, now: int) -> build.Deck:
    """As the command does: files on the disk, the lock beside them, the package over the last one."""
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
    lock = folder / "ankigen.lock"
    read = [decode(str(folder / name), text.encode()) for name, text in files]
    config = Config(deck=deck, folder=folder)
    out = build.prepare(read, config, now=now, locks=build.read_locks(lock))
    build.write(out, folder / "deck.apkg", lock)
    return out


def guids(deck: build.Deck) -> dict[str, str]:
    return {e.question: e.guid for e in deck.stamped.lock.entries if not e.gone}


@pytest.mark.parametrize("edit", EDITS, ids=lambda e: e.what)
def test_same_note_after(edit: Edit, tmp_path: Path) -> None:
    first = built(tmp_path, [("notes.txt", LEDGER)], edit.deck and "Harbour", NOW)
    before = guids(first)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        done = study(col, 4)
        cards = col.db.all("select id, nid, due, ivl, reps, queue from cards order by id")
        deck = built(tmp_path, sources(edit), edit.deck, NOW + 60)
        after = guids(deck)

        now = {**{q: q for q in after if q in before}, **dict(edit.same)}
        folded = {re.sub(r"\W+", " ", q).strip(): g for q, g in before.items()}
        for question, guid in after.items():
            if question in edit.new:
                assert guid not in before.values(), f"{question} took the note of another one"
            elif question in now:
                assert guid == before[now[question]], f"{question} is another note now"
            else:
                assert guid == folded[re.sub(r"\W+", " ", question).strip()], question
        assert {before[q] for q in edit.removed} == {e.guid for e in deck.matching.removed}
        asked_about = [
            d.span.text
            for d in deck.matching.diagnostics
            if d.code == "doubtful-identity" and d.span
        ]
        assert sorted(asked_about) == sorted(edit.doubts)

        log = imported(col, tmp_path / "deck.apkg")
        assert len(log.new) == len(edit.new)
        assert not log.conflicting
        ids = {c[0] for c in cards}
        rows = col.db.all("select id, nid, due, ivl, reps, queue from cards order by id")
        assert [r for r in rows if r[0] in ids] == cards
        assert col.db.scalar("select count() from revlog") == len(done)
        shown = dict(col.db.all("select guid, sfld from notes"))
        assert all(shown[guid].split() == question.split() for question, guid in after.items())

    assert built(tmp_path, sources(edit), edit.deck, NOW + 120).stamped.unchanged == len(after), (
        "and again: nothing"
    )


# --- how much a question may change, where no answer tells ---


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("Tell me about a deadline that you missed.", "Tell me about the deadline you missed.", "same"),
        ("Tell me about a dedline you missed", "Tell me about a deadline you missed", "same"),
        ("When did you disagree with your boss?", "Tell me about a time you disagreed with your boss.", "same"),
        ("Wann haben Sie eine Frist versäumt?", "Erzählen Sie von einer Frist, die Sie versäumt haben.", "same"),
        ("请讲一次你和同事意见不合的经历", "请谈谈你和同事意见不合的一次经历。", "doubt"),
        ("Why do you want to work here?", "Why would you like to work here?", "same"),
        ("What is your greatest strength?", "What is your greatest weakness?", "doubt"),
        ("Tell me about a time you led a team", "Tell me about a time you fed a team", "doubt"),
        ("请讲一次你失败的经历", "请讲一次你成功的经历", "doubt"),
        ("How do you deal with pressure?", "How do you handle stress and pressure?", "doubt"),
        ("Tell me about a time you failed", "Tell me about a time you led", "doubt"),
        ("Describe a conflict with a peer", "Describe a promise to a customer", "new"),
        ("Whom did you carry?", "Which nail held?", "new"),
    ],
)  # fmt: skip
def test_what_is_taken_for_reworded_in_the_same_place(
    old: str, new: str, verdict: str, make: Make
) -> None:
    around = "- Why did you tar the roof?\n- {}\n- Who held the ladder?\n- What did it cost?\n"
    first = make(around.format(old))
    deck = make(around.format(new), now=NOW + 60)
    same = deck.stamped.notes[1].guid == first.stamped.notes[1].guid
    asked = any(d.code == "doubtful-identity" for d in deck.matching.diagnostics)
    assert ("same" if same else "doubt" if asked else "new") == verdict
    assert bool(deck.matching.reworded) == same


# --- in doubt, the writer says which ---


CURES = {
    "a line in ankigen.yaml, before the first import": "id",
    "the question's words in the lock": "lock",
}


@pytest.mark.parametrize("cure", CURES.values(), ids=CURES.keys())
def test_the_cure_of_a_doubt_works_as_it_is_printed(cure: str, tmp_path: Path) -> None:
    import yaml

    from ankigen import config as configuration
    from ankigen.source import Source

    text = LEDGER.replace(STORM, 'How do you "prepare": for a storm at sea?').replace(
        "- Who warned", "- How do you prepare for a storm on land?\n- Who warned"
    )
    first = guids(built(tmp_path, [("notes.txt", LEDGER)], "Harbour", NOW))
    deck = built(tmp_path, [("notes.txt", text)], "Harbour", NOW + 60)
    doubt = next(
        d for d in deck.matching.diagnostics if "at sea" in (d.span.text if d.span else "")
    )
    assert f'"{STORM}"' in doubt.message
    ids = {}
    if cure == "id":
        line = doubt.hint.partition("ankigen.yaml: ")[2]
        ids = configuration.parse(Source("ankigen.yaml", line)).ids
        assert list(ids) == list(yaml.safe_load(line)["id"])
    else:
        lock = (tmp_path / "ankigen.lock").read_text(encoding="utf-8")
        rows = [r for r in lock.split("\n") if "at sea" not in r]
        lock = "\n".join(rows).replace(STORM, 'How do you "prepare": for a storm at sea?')
        (tmp_path / "ankigen.lock").write_text(lock, encoding="utf-8")
    read = [decode(str(tmp_path / "notes.txt"), text.encode())]
    locks = build.read_locks(tmp_path / "ankigen.lock")
    again = build.prepare(
        read, Config(deck="Harbour", folder=tmp_path, ids=ids), now=NOW + 90, locks=locks
    )
    assert guids(again)['How do you "prepare": for a storm at sea?'] == first[STORM]
    assert not [
        d for d in again.matching.diagnostics if "at sea" in (d.span.text if d.span else "")
    ]


def test_an_id_holds_whatever_the_words_with_a_lock_and_without(make: Make) -> None:
    one = "notes:\n- question: How do you prepare for a storm?\n  id: storm\n  answer: Ropes.\n- question: Why tar?\n"
    two = one.replace("How do you prepare for a storm?", "Which clouds do you fear?").replace(
        "Ropes", "Anvils"
    )
    with_lock = [make(t, name="notes.yaml", now=NOW + i) for i, t in enumerate((one, two))]
    without = [make(t, name="notes.yaml", lock=False) for t in (one, two)]
    assert len({d.stamped.notes[0].guid for d in (*with_lock, *without)}) == 1
    assert not with_lock[1].matching.removed


def test_an_id_given_later_keeps_the_note_and_then_holds_it(make: Make) -> None:
    plain = "notes:\n- question: How do you prepare for a storm?\n- question: Why tar?\n"
    named = plain.replace("storm?\n", "storm?\n  id: storm\n")
    reworded = named.replace("How do you prepare for a storm?", "Which clouds do you fear?")
    decks = [
        make(t, name="notes.yaml", now=NOW + i) for i, t in enumerate((plain, named, reworded))
    ]
    assert len({d.stamped.notes[0].guid for d in decks}) == 1


def test_an_id_of_its_own_says_that_a_like_question_is_another_one(make: Make) -> None:
    before = make("- How do you prepare for a storm at sea?\n- Why tar?\n- Why rope?\n")
    config = Config(deck="Interview", ids={"How do you prepare for a storm at the sea?": "another"})
    after = make(
        "- How do you prepare for a storm at the sea?\n- Why tar?\n- Why rope?\n",
        config=config,
        now=NOW + 9,
    )
    assert after.stamped.notes[0].guid != before.stamped.notes[0].guid
    assert [d.code for d in after.matching.diagnostics] == ["doubtful-identity"]


# --- several decks ---


def test_two_decks_in_one_lock_do_not_take_each_other_s_notes(tmp_path: Path) -> None:
    copy = LEDGER.replace(STORM, "How do you prepare for a siege?")
    (tmp_path / "b.txt").write_text(copy, encoding="utf-8")

    def run(name: str, text: str, now: int) -> build.Deck:
        (tmp_path / name).write_text(text, encoding="utf-8")
        locks = build.read_locks(tmp_path / "ankigen.lock")
        deck = build.prepare(
            [decode(str(tmp_path / name), text.encode())],
            Config(folder=tmp_path),
            now=now,
            locks=locks,
        )
        build.write(deck, tmp_path / f"{name}.apkg", tmp_path / "ankigen.lock")
        return deck

    a, b = run("a.txt", LEDGER, NOW), run("b.txt", copy, NOW)
    assert not {n.guid for n in a.stamped.notes} & {n.guid for n in b.stamped.notes}
    for _ in range(2):
        assert run("a.txt", LEDGER, NOW + 60).stamped.unchanged == len(a.stamped.notes)
        assert run("b.txt", copy, NOW + 60).stamped.unchanged == len(b.stamped.notes)
    with opened(tmp_path) as col:
        for name in ("a.txt", "b.txt"):
            imported(col, tmp_path / f"{name}.apkg")
        assert col.db.scalar("select count() from notes") == len(a.stamped.notes) + len(
            b.stamped.notes
        )


def test_two_parts_of_one_deck_built_apart_do_not_drop_each_other(tmp_path: Path) -> None:
    at = LEDGER.index("2. Mind")
    parts = {"ledger.txt": LEDGER[:at], "weather.txt": LEDGER[at:]}
    for name, text in parts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    decks: list[build.Deck] = []
    for name in ("ledger.txt", "weather.txt", "ledger.txt", "weather.txt"):
        read = [decode(str(tmp_path / name), parts[name].encode())]
        config = Config(deck="Harbour", folder=tmp_path)
        locks = build.read_locks(tmp_path / "ankigen.lock")
        decks.append(build.prepare(read, config, now=NOW + len(decks), locks=locks))
        build.write(decks[-1], tmp_path / "d.apkg", tmp_path / "ankigen.lock")
    assert not any(d.matching.removed for d in decks)
    assert [len(d.stamped.new) for d in decks[2:]] == [0, 0]
    both = [decode(str(tmp_path / n), t.encode()) for n, t in parts.items()]
    whole = build.prepare(
        both,
        Config(deck="Harbour", folder=tmp_path),
        now=NOW + 9,
        locks=build.read_locks(tmp_path / "ankigen.lock"),
    )
    assert not whole.stamped.new
    assert not whole.matching.removed
    assert len(whole.locks) == 1
