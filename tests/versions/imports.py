"""Runs inside one Anki version (Python 3.8 on): imports a package, prints what came in as JSON.

usage: python imports.py FILE.apkg"""

import contextlib
import json
import sys
import tempfile

import anki.lang

# Older ones are English anyway, or want a folder of translations.
with contextlib.suppress(AttributeError, TypeError):
    anki.lang.set_lang("en")


def collection(path):
    try:
        from anki.collection import Collection
    except ImportError:
        from anki.storage import Collection
    return Collection(path)


def load(col, package):
    """Imports with the importer and the options that this version has by default."""
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


def deck_name(col, number):
    return col.decks.get(number)["name"]


col = collection(tempfile.mkdtemp() + "/collection.anki2")
importer = load(col, sys.argv[1])
notes = {r[0]: [r[1].split("\x1f"), sorted(r[2].split())] for r in col.db.all("select guid, flds, tags from notes")}  # fmt: skip
rows = col.db.all("select n.guid, c.ord, c.did from cards c join notes n on n.id = c.nid order by c.due, c.ord")  # fmt: skip
cards = [[r[0], r[1], deck_name(col, r[2])] for r in rows]
json.dump({"importer": importer, "notes": notes, "cards": cards}, sys.stdout)
col.close()
