"""Reads a package with other programs' libraries (Python), prints notes and cards as JSON.

usage: python readers.py ankipandas|anki-export|ankisync2 FILE.apkg"""

import json
import sys
import tempfile
import zipfile


def unpacked(package):
    folder = tempfile.mkdtemp()
    zipfile.ZipFile(package).extract("collection.anki2", folder)
    return folder + "/collection.anki2"


def ankipandas(package):
    from ankipandas import Collection

    col = Collection(unpacked(package))
    notes = {row.nguid: [list(row.nflds), sorted(row.ntags)] for row in col.notes.itertuples()}
    cards = [
        [int(row.cdue), col.notes.loc[row.nid].nguid, row.cord, row.cdeck] for row in col.cards.itertuples()
    ]  # fmt: skip
    return notes, cards


def anki_export(package):
    from anki_export import ApkgReader

    with ApkgReader(package) as apkg:
        notes = {n["guid"]: [list(n["data"]["record"].values()), sorted(n["tags"].split())] for n in apkg.notes}  # fmt: skip
        cards = [
            [c["due"], c["data"]["note"]["guid"], c["ord"], c["data"]["deck"]["name"]] for c in apkg.cards
        ]  # fmt: skip
    return notes, cards


def ankisync2(package):
    from ankisync2 import Apkg

    apkg = Apkg(package)
    notes, cards, names = {}, [], {}
    for note in apkg.db.Notes.select():
        names[note.id] = note.guid
        notes[note.guid] = [list(note.flds), sorted(t for t in note.tags if t)]
    decks = {int(k): d["name"] for k, d in apkg.db.Col.get().decks.items()}
    for card in apkg.db.Cards.select():
        cards.append([card.due, names[card.nid], card.ord, decks[card.did]])
    return notes, cards


found, rows = {"ankipandas": ankipandas, "anki-export": anki_export, "ankisync2": ankisync2}[sys.argv[1]](sys.argv[2])  # fmt: skip
rows.sort(key=lambda r: (r[0], int(r[2]) if str(r[2]).isdigit() else 0))
json.dump({"notes": found, "cards": [r[1:] for r in rows]}, sys.stdout, default=str)
