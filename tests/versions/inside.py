"""Runs inside one Anki version (Python 3.8 on): imports packages in order, studies, reports as JSON.

usage: python inside.py FIRST.apkg SECOND.apkg"""

import json
import sys
import tempfile

import anki.lang

if hasattr(anki.lang, "set_lang"):
    anki.lang.set_lang("en")


def collection(path):
    try:
        from anki.collection import Collection
    except ImportError:
        from anki.storage import Collection
    return Collection(path)


def importer(col, package):
    """The importer that this version uses by default."""
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
    rows = col.db.all("select guid, flds, tags, mod from notes order by guid")
    return {
        r[0]: {"fields": r[1].split("\x1f"), "tags": sorted(r[2].split()), "mod": r[3]}
        for r in rows
    }


def cards(col):
    return {r[0]: r[1:] for r in col.db.all("select id, due, ivl, reps, queue, type from cards")}


def decks(col):
    return sorted(d["name"] for d in col.decks.all() if d["name"] != "Default")


def study(col, count):
    names = [d for d in col.decks.all() if d["name"] != "Default"]
    col.decks.select(names[0]["id"])
    col.reset() if hasattr(col, "reset") else None
    done = []
    for _ in range(count):
        card = col.sched.getCard()
        col.sched.answerCard(card, 2 if not hasattr(col, "_backend") else 3)
        done.append(card.id)
    return done


def rendered(col):
    """How many cards have an empty side."""
    empty = 0
    for (number,) in col.db.all("select id from cards"):
        card = col.get_card(number) if hasattr(col, "get_card") else col.getCard(number)
        front = card.question() if hasattr(card, "question") else card.q()
        back = card.answer() if hasattr(card, "answer") else card.a()
        empty += "class" not in front or "answer" not in back
    return empty


def main(first, second):
    folder = tempfile.mkdtemp()
    col = collection(folder + "/collection.anki2")
    out = {
        "importer": importer(col, first),
        "notes": notes(col),
        "decks": decks(col),
        "empty": rendered(col),
    }
    order = "select n.guid from cards c join notes n on n.id=c.nid where c.ord=0 order by c.due"
    out["order"] = [r[0] for r in col.db.all(order)]
    before = notes(col)
    importer(col, first)
    out["again"] = notes(col) == before
    out["studied"] = len(study(col, 5))
    schedule = cards(col)
    importer(col, second)
    after = notes(col)
    out["updated"] = sorted(
        g for g in after if g in before and after[g]["fields"] != before[g]["fields"]
    )
    out["added"] = sorted(set(after) - set(before))
    out["kept"] = {k: v for k, v in cards(col).items() if k in schedule} == schedule
    out["reviews"] = col.db.scalar("select count() from revlog")
    out["final"] = after
    col.close()
    json.dump(out, sys.stdout)


main(*sys.argv[1:])
