"""Runs inside one Anki version (Python 3.8 on): a learner's life with the packages of history.py.

usage: python inside.py FOLDER

FOLDER holds the packages and plan.json, which tells for each package the fields and tags of every note.
Prints one JSON object: what was tried, and whether it held."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import anki.lang

with suppress(
    AttributeError, TypeError
):  # older ones are English, or want a folder of translations
    anki.lang.set_lang("en")

FOLDER = Path(sys.argv[1])
PLAN = json.loads((FOLDER / "plan.json").read_text(encoding="utf-8"))


def collection(path):
    try:
        from anki.collection import Collection
    except ImportError:
        from anki.storage import Collection
    return Collection(path)


def load(col, name):
    """Imports a package with the importer and the options that this version has by default."""
    package = str(FOLDER / (name + ".apkg"))
    try:
        from anki.collection import ImportAnkiPackageRequest

        try:
            options = col._backend.get_import_anki_package_presets()
            col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options))
        except (AttributeError, TypeError):
            col.import_anki_package(package)
        return "new"
    except ImportError:
        pass
    if hasattr(col, "import_anki_package"):
        col.import_anki_package(package)
        return "new"
    from anki.importing.apkg import AnkiPackageImporter

    AnkiPackageImporter(col, package).run()
    return "legacy"


def notes(col):
    rows = col.db.all("select guid, flds, tags from notes order by guid")
    return {r[0]: [r[1].split("\x1f"), sorted(r[2].split())] for r in rows}


def cards(col):
    rows = col.db.all("select id, nid, due, ivl, reps, queue, type, flags from cards order by id")
    return {r[0]: list(r[1:]) for r in rows}


def shows(col, name, but=()):
    """Does every note of that package stand in the collection as it is in the package?"""
    held = notes(col)
    return all(held.get(g) == n for g, n in PLAN["packages"][name].items() if g not in but)


def get_card(col, number):
    return col.get_card(number) if hasattr(col, "get_card") else col.getCard(number)


def study(col, count):
    chosen = [d for d in col.decks.all() if d["name"] != "Default"]
    col.decks.select(chosen[0]["id"])
    if hasattr(col, "reset"):
        col.reset()
    for _ in range(count):
        card = col.sched.getCard()
        col.sched.answerCard(
            card, 3 if hasattr(col.sched, "version") and hasattr(col, "_backend") else 2
        )


def both_sides(col):
    for (number,) in col.db.all("select id from cards"):
        card = get_card(col, number)
        front = card.question() if hasattr(card, "question") else card.q()
        back = card.answer() if hasattr(card, "answer") else card.a()
        if "class" not in front or "answer" not in back:
            return False
    return True


def find(col, text):
    call = col.find_notes if hasattr(col, "find_notes") else col.findNotes
    return sorted(col.db.scalar("select guid from notes where id = ?", n) for n in call(text))


def learner(col):
    """Own tags, a flag, a suspended card, an edited field, an edited style: on notes that stay."""
    tagged, flagged, edited = PLAN["staying"]
    now = int(time.time())
    col.db.execute(
        "update notes set tags = tags || 'marked leech mine ', mod = ? where guid = ?", now, tagged
    )
    number = col.db.scalar(
        "select c.id from cards c, notes n where n.id = c.nid and n.guid = ?", tagged
    )
    col.db.execute("update cards set flags = 3 where id = ?", number)
    number = col.db.scalar(
        "select c.id from cards c, notes n where n.id = c.nid and n.guid = ?", flagged
    )
    (col.sched.suspend_cards if hasattr(col.sched, "suspend_cards") else col.sched.suspendCards)(
        [number]
    )
    fields = col.db.scalar("select flds from notes where guid = ?", edited).split("\x1f")
    fields[1] = "in my own words"
    col.db.execute(
        "update notes set flds = ?, mod = ? where guid = ?", "\x1f".join(fields), now, edited
    )
    kind = next(m for m in col.models.all() if m["name"] == "ankigen Question")
    kind["css"] += "\n.card { letter-spacing: 1px }"
    (col.models.update_dict if hasattr(col.models, "update_dict") else col.models.save)(kind)


def untouched(col):
    tagged, flagged, edited = PLAN["staying"]
    held = notes(col)
    css = next(m for m in col.models.all() if m["name"] == "ankigen Question")["css"]
    flags = col.db.scalar(
        "select c.flags from cards c, notes n where n.id = c.nid and n.guid = ?", tagged
    )
    queue = col.db.scalar(
        "select c.queue from cards c, notes n where n.id = c.nid and n.guid = ?", flagged
    )
    return (
        {"marked", "leech", "mine"} <= set(held[tagged][1])
        and flags & 7 == 3
        and queue == -1
        and held[edited][0][1] == "in my own words"
        and "letter-spacing: 1px" in css
    )


def life(out):
    """One learner from the first import on."""
    col = collection(tempfile.mkdtemp() + "/collection.anki2")
    out["importer"] = load(col, "first")
    rows = col.db.all(
        "select n.guid from cards c, notes n where n.id = c.nid and c.ord = 0 order by c.due"
    )
    decks = sorted(d["name"] for d in col.decks.all() if d["name"] != "Default")
    out["first import"] = (
        shows(col, "first")
        and [r[0] for r in rows] == PLAN["order"]
        and decks == ["Harbour"]
        and both_sides(col)
    )
    before = col.db.all("select * from notes order by id")
    load(col, "first")
    out["again"] = col.db.all("select * from notes order by id") == before
    study(col, 5)
    learner(col)
    schedule, held = cards(col), notes(col)
    load(col, "edited")
    now = notes(col)
    changed = sorted(g for g in now if now[g] != held.get(g))
    out["one answer edited"] = (
        changed == PLAN["changed"]
        and cards(col) == schedule
        and shows(col, "edited", PLAN["staying"])
    )
    out["the learner's own"] = untouched(col)
    load(col, "moved")
    out["reworded, moved, renamed"] = (
        set(notes(col)) == set(held)
        and cards(col) == schedule
        and shows(col, "moved", PLAN["staying"])
    )
    load(col, "one")
    load(col, "two")
    twice = shows(col, "two", PLAN["staying"])
    load(col, "backwards")
    out["one second, clock back"] = twice and shows(col, "backwards", PLAN["staying"])
    load(col, "without")
    stays = set(notes(col)) == set(held) and cards(col) == schedule
    out["removed, and found"] = (
        stays
        and find(col, PLAN["search"]) == PLAN["gone"]
        and find(col, PLAN["long search"]) == PLAN["gone"]
    )
    load(col, "retired")
    retired = all("ankigen::retired" in notes(col)[g][1] for g in PLAN["gone"])
    load(col, "back")
    out["retired, and back"] = (
        retired and shows(col, "back", PLAN["staying"]) and cards(col) == schedule
    )
    out["reviews kept"] = (
        col.db.scalar("select count() from revlog") == 5 and cards(col) == schedule
    )
    col.close()


def skipped(out):
    """A package that was built before the one in use was imported; and the cure."""
    col = collection(tempfile.mkdtemp() + "/collection.anki2")
    for name in ("first", "early", "late"):
        load(col, name)
    out["built before, imported after"] = "arrives" if shows(col, "late") else "skipped"
    load(col, "touched")
    out["--touch"] = shows(col, "touched")
    col.close()


# --- two devices ---


def server(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = dict(
        os.environ,
        SYNC_USER1="learner:secret",
        SYNC_HOST="127.0.0.1",
        SYNC_PORT=str(port),
        SYNC_BASE=folder,
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, f"http://127.0.0.1:{port}/"
        time.sleep(0.1)
    process.kill()
    raise OSError("the server does not start")


def sync(col, url, first=None):
    auth = col.sync_login("learner", "secret", url)
    auth.endpoint = auth.endpoint or url  # 2.1.66 leaves it empty
    before_2_1_67 = version() < (2, 1, 67)
    if before_2_1_67:
        col.save(trx=False)  # these keep a transaction open
    try:
        done = col.sync_collection(auth, False)
    except TypeError:
        done = col.sync_collection(auth)
    if done.required in (done.FULL_SYNC, done.FULL_UPLOAD, done.FULL_DOWNLOAD):
        if first is None:
            raise ValueError("a full sync was asked for")
        try:
            col.close_for_full_sync()
        except AttributeError:
            col.close(save=False)
        if hasattr(col, "full_upload_or_download"):
            col.full_upload_or_download(auth=auth, server_usn=None, upload=first == "up")
        else:
            (col.full_upload if first == "up" else col.full_download)(auth)
        col.reopen(after_full_sync=True)
    elif before_2_1_67:
        col.db.begin()


def version():
    from anki.buildinfo import version as text

    return tuple(int(p) for p in text.split("."))


def pair(folder, url):
    """A desktop and a phone that hold the same, before any deck is imported."""
    desktop, phone = (collection(folder + "/" + n + ".anki2") for n in ("desktop", "phone"))
    own = desktop.new_note(desktop.models.by_name("Basic"))
    own.fields[0] = "mine"
    desktop.add_note(own, 1)
    sync(desktop, url, "up")
    sync(phone, url, "down")
    return desktop, phone


def devices(out):
    """Studied on the phone while the desktop imports; and two builds imported on the two before a sync."""
    for apart in (False, True):
        folder = tempfile.mkdtemp()
        try:
            process, url = server(folder)
        except OSError:
            return  # this version has no server of its own
        try:
            desktop, phone = pair(folder, url)
            load(desktop, "first")
            if apart:
                load(phone, "edited")
            sync(desktop, url)
            sync(phone, url)
            reviews = 0
            if not apart:
                study(phone, 5)
                reviews = 5
                sync(phone, url)
                load(desktop, "edited")
            for col in (desktop, phone, desktop):
                sync(col, url)
            count = len(PLAN["packages"]["first"]) + 1
            held = all(
                col.db.scalar("select count() from notes") == count
                and col.db.scalar("select count() from revlog") == reviews
                and shows(col, "edited")
                for col in (desktop, phone)
            )
            same = cards(desktop) == cards(phone)
            out["two imports, one sync" if apart else "study and sync"] = held and same
            desktop.close()
            phone.close()
        finally:
            process.kill()
            process.wait()


def main():
    out = {}
    for part in (life, skipped, devices):
        try:
            part(out)
        except BaseException as error:
            out.setdefault("errors", []).append(
                part.__name__ + ": " + (str(error)[:200] or type(error).__name__)
            )
    print("RESULT" + json.dumps(out))


main()
