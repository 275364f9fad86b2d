"""Import, study, edit as a learner, change the notes, build, import again: nothing is lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import NOW, Make

pytest.importorskip("anki")
from anki_collection import by_question, imported, opened, study

NOTES = """\
1. Ownership
We look after what we start, also on the days when nobody looks.

Case 1: I kept the night ferry's rota for a year after its owner had left.

• Tell me about a time you fixed something that was not yours.
The heating of the chapel. I bled each radiator and wrote the order on the wall.
• Tell me about a promise you broke.
• Describe a task you would not hand over.
My bees. I tried, once, and paid for it in stings.

2. Plain Speech
Say it once, in the room, in small words.

• When did you disagree with your boss?
• Tell me about bad news you brought yourself.
I told the choir that the tour was off, before the papers did.
"""


def state(col: object) -> dict[int, tuple[int, int, int, int]]:
    rows = col.db.all("select id, due, ivl, reps, queue from cards")  # type: ignore[attr-defined]
    return {r[0]: tuple(r[1:]) for r in rows}


def test_unchanged_build_updates_nothing(make: Make, tmp_path: Path) -> None:
    make(NOTES)
    with opened(tmp_path) as col:
        first = imported(col, tmp_path / "deck.apkg")
        assert len(first.new) == 8
        before = col.db.all("select id, mod, flds, tags from notes order by id")
        make(NOTES, now=NOW + 999)
        log = imported(col, tmp_path / "deck.apkg")
        assert not log.updated and not log.new and not log.conflicting
        assert col.db.all("select id, mod, flds, tags from notes order by id") == before


def test_one_edited_answer_changes_the_notes_that_show_it(make: Make, tmp_path: Path) -> None:
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        done = study(col, 4)
        mine = by_question(col)
        own = mine["Tell me about bad news you brought yourself."]
        own.tags += ["marked", "leech", "mine"]
        col.update_note(own)
        edited = mine["Tell me about a promise you broke."]
        edited["Spare 1"] = "my own remark"
        col.update_note(edited)
        col.set_user_flag_for_cards(3, [own.card_ids()[0]])
        col.sched.suspend_cards([edited.card_ids()[0]])
        kind = col.models.by_name("ankigen Question")
        kind["css"] += "\n.card { letter-spacing: 1px }"
        col.models.update_dict(kind)
        before = state(col)
        deck = make(
            NOTES.replace("paid for it in stings", "paid for it in forty stings"),
            now=int(time.time()) + 5,
        )
        # the answer stands under its own question, and is lent to the one of its principle without one
        assert len(deck.stamped.changed) == 2
        log = imported(col, tmp_path / "deck.apkg")
        assert not log.new and not log.conflicting
        now = by_question(col)
        assert "forty stings" in now["Describe a task you would not hand over."]["Answer"]
        own = now["Tell me about bad news you brought yourself."]
        assert {"marked", "leech", "mine"} <= set(own.tags)
        assert own.cards()[0].user_flag() == 3
        assert state(col) == before
        assert col.db.scalar("select count() from revlog") == len(done)
        assert "letter-spacing: 1px" in col.models.by_name("ankigen Question")["css"]


def test_learner_edit_of_an_unchanged_note_stays(make: Make, tmp_path: Path) -> None:
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        note = by_question(col)["Tell me about bad news you brought yourself."]
        note["Answer"] = "in my own words"
        col.update_note(note)
        make(NOTES.replace("in stings", "in forty stings"), now=NOW + 60)
        imported(col, tmp_path / "deck.apkg")
        assert (
            by_question(col)["Tell me about bad news you brought yourself."]["Answer"]
            == "in my own words"
        )


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("reworded", "Tell me about a time you fixed something that was not yours.",
         "Tell me about something you fixed although it was not yours."),
        ("another mark", "• ", "- "),
        ("another quote", "ferry's", "ferry’s"),
        ("moved to another principle", "• Tell me about a promise you broke.\n", ""),
        ("a line above", "1. Ownership", "Notes for Tuesday.\n\n1. Ownership"),
    ],
)  # fmt: skip
def test_same_notes_after(what: str, old: str, new: str, make: Make, tmp_path: Path) -> None:
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        study(col, 8)
        before = state(col)
        text = NOTES.replace(old, new)
        if what.startswith("moved"):
            text += old
        deck = make(text, now=NOW + 60)
        assert not deck.stamped.new and not deck.matching.removed, what
        log = imported(col, tmp_path / "deck.apkg")
        assert not log.new and not log.conflicting
        assert state(col) == before
        assert col.db.scalar("select count() from notes") == 8


def test_renamed_file_and_deck_and_exchanged_answers(make: Make, tmp_path: Path) -> None:
    from ankigen.config import Config

    first = make(NOTES)
    guids = {n.fields[0]: n.guid for n in first.stamped.notes}
    one = "The heating of the chapel. I bled each radiator and wrote the order on the wall."
    two = "My bees. I tried, once, and paid for it in stings."
    swapped = NOTES.replace(one, "\0").replace(two, one).replace("\0", two)
    deck = make(swapped, name="other.txt", config=Config(deck="New name"), now=NOW + 9)
    assert {n.fields[0]: n.guid for n in deck.stamped.notes} == guids
    assert not deck.stamped.new and not deck.matching.reworded


def test_two_edits_in_one_second_and_a_clock_that_runs_backwards(
    make: Make, tmp_path: Path
) -> None:
    with opened(tmp_path) as col:
        for step, (text, now) in enumerate(
            [(NOTES, NOW), (NOTES.replace("My bees.", "My two bees."), NOW),
             (NOTES.replace("My bees.", "My three bees."), NOW), (NOTES.replace("My bees.", "My four bees."), NOW - 9999)]
        ):  # fmt: skip
            make(text, now=now)
            imported(col, tmp_path / "deck.apkg")
            word = ["My bees.", "My two bees.", "My three bees.", "My four bees."][step]
            assert word in by_question(col)["Describe a task you would not hand over."]["Answer"]


def test_removed_questions_are_named_and_found(make: Make, tmp_path: Path) -> None:
    gone = "• Tell me about bad news you brought yourself.\nI told the choir that the tour was off, before the papers did.\n"
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        study(col, 8)
        before = state(col)
        deck = make(NOTES.replace(gone, ""), now=NOW + 60)
        assert [e.question for e in deck.matching.removed] == [
            "Tell me about bad news you brought yourself."
        ]
        search = " OR ".join(f"Id:{e.guid}" for e in deck.matching.removed)
        found = [col.get_note(i).fields[0] for i in col.find_notes(search)]
        assert found == ["Tell me about bad news you brought yourself."]
        imported(col, tmp_path / "deck.apkg")
        assert state(col) == before
        again = make(NOTES, now=NOW + 120)
        assert not again.stamped.new and again.matching.returned
        imported(col, tmp_path / "deck.apkg")
        assert state(col) == before


def test_retired_questions_are_sent_once_with_a_tag(make: Make, tmp_path: Path) -> None:
    gone = "• Tell me about a promise you broke.\n"
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        deck = make(NOTES.replace(gone, ""), now=NOW + 60, retire=True)
        assert len(deck.retired) == 1
        log = imported(col, tmp_path / "deck.apkg")
        assert not log.new
        note = by_question(col)["Tell me about a promise you broke."]
        assert "ankigen::retired" in note.tags
        assert len(make(NOTES.replace(gone, ""), now=NOW + 90, retire=True).stamped.notes) == 7
        back = make(NOTES, now=NOW + 120)
        assert not back.stamped.new
        imported(col, tmp_path / "deck.apkg")
        assert "ankigen::retired" not in by_question(col)["Tell me about a promise you broke."].tags


def test_touch_reaches_a_client_that_skipped_an_update(make: Make, tmp_path: Path) -> None:
    make(NOTES)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        edited = NOTES.replace("My bees.", "My two bees.")
        make(edited, now=NOW + 10)
        # what 2.1.55 to 24.11 do: an earlier update was stored with the time of its import
        col.db.execute("update notes set mod = ?", NOW + 5000)
        imported(col, tmp_path / "deck.apkg")
        question = "Describe a task you would not hand over."
        assert "My two bees." not in by_question(col)[question]["Answer"]
        make(edited, now=NOW + 6000, touch=True)
        log = imported(col, tmp_path / "deck.apkg")
        assert len(log.updated) == 8
        assert "My two bees." in by_question(col)[question]["Answer"]


def test_without_a_lock_unchanged_questions_are_the_same_notes(make: Make, tmp_path: Path) -> None:
    def ids(deck: object) -> dict[str, tuple[str, int]]:
        return {n.fields[0]: (n.guid, n.id) for n in deck.stamped.notes}  # type: ignore[attr-defined]

    with_lock = make(NOTES)
    without = make(
        "Hello.\n\n" + NOTES.replace("My bees.", "My two bees."), lock=False, now=NOW + 5
    )
    assert ids(with_lock) == ids(without)


# --- two devices ---


@pytest.fixture
def server(tmp_path: Path) -> object:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = tmp_path / "server"
    base.mkdir()
    env = os.environ | {
        "SYNC_USER1": "learner:secret", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port), "SYNC_BASE": str(base),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/"
    process.kill()
    process.wait()


def sync(col: object, url: str, *, first: str = "") -> None:
    """One sync, as the clients do it; `first` is "upload" or "download" where a full sync is due."""
    auth = col.sync_login("learner", "secret", url)  # type: ignore[attr-defined]
    out = col.sync_collection(auth, False)  # type: ignore[attr-defined]
    if out.required in (out.FULL_SYNC, out.FULL_UPLOAD, out.FULL_DOWNLOAD):
        assert first, "a full sync is due: one side would lose its reviews"
        col.close_for_full_sync()  # type: ignore[attr-defined]
        col.full_upload_or_download(auth=auth, server_usn=None, upload=first == "upload")  # type: ignore[attr-defined]
        col.reopen(after_full_sync=True)  # type: ignore[attr-defined]


def test_study_on_the_phone_while_the_desktop_imports(
    make: Make, tmp_path: Path, server: str
) -> None:
    make(NOTES, now=int(time.time()) - 100)
    with opened(tmp_path, "desktop") as desktop, opened(tmp_path, "phone") as phone:
        imported(desktop, tmp_path / "deck.apkg")
        sync(desktop, server, first="upload")
        sync(phone, server, first="download")
        done = study(phone, 5)
        sync(phone, server)
        make(NOTES.replace("My bees.", "My two bees."), now=int(time.time()))
        imported(desktop, tmp_path / "deck.apkg")
        sync(desktop, server)
        sync(phone, server)
        for col in (desktop, phone):
            assert col.db.scalar("select count() from revlog") == len(done)
            assert col.db.scalar("select count() from notes") == 8
            assert (
                "My two bees."
                in by_question(col)["Describe a task you would not hand over."]["Answer"]
            )
        assert state(desktop) == state(phone)


@pytest.mark.parametrize("second", ["the same package", "another build"])
def test_imported_on_both_devices_before_they_sync(
    second: str, make: Make, tmp_path: Path, server: str
) -> None:
    make(NOTES, now=int(time.time()) - 100)
    with opened(tmp_path, "desktop") as desktop, opened(tmp_path, "phone") as phone:
        own = desktop.new_note(desktop.models.by_name("Basic"))
        own["Front"], own["Back"] = "mine", "a collection with cards is not replaced"
        desktop.add_note(own, 1)
        sync(desktop, server, first="upload")
        sync(phone, server, first="download")
        imported(desktop, tmp_path / "deck.apkg")
        if second == "another build":
            make(NOTES.replace("My bees.", "My two bees."), now=int(time.time()) - 50)
        imported(phone, tmp_path / "deck.apkg")
        sync(desktop, server)
        sync(phone, server)
        sync(desktop, server)
        for col in (desktop, phone):
            assert col.db.scalar("select count() from notes") == 9
            assert col.db.scalar("select count() from cards") == 9


@pytest.mark.parametrize("count", [1, 20, 21, 1500])
def test_one_search_line_finds_exactly_what_left(count: int, make: Make, tmp_path: Path) -> None:
    from ankigen import build

    total = 1600 if count > 100 else 40
    lines = [f"- Who rowed to island {i}?\n" for i in range(total)]
    make("".join(lines))
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        deck = make("".join(lines[count:]), now=NOW + 60)
        line = build.search([e.guid for e in deck.matching.removed])
        found = {col.get_note(i).fields[0] for i in col.find_notes(line)}
        assert found == {f"Who rowed to island {i}?" for i in range(count)}
