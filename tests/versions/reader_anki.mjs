// Reads a package with anki-reader, prints notes and cards as JSON. usage: node reader_anki.mjs FILE.apkg
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(process.cwd() + "/x.js");
const { readAnkiPackage } = require("anki-reader");
const { collection } = await readAnkiPackage(new Blob([readFileSync(process.argv[2])]));
const notes = {}, cards = [];
for (const deck of Object.values(collection.getDecks())) {
  for (const card of Object.values(deck.getCards())) {
    const raw = card.getRawCard();
    cards.push([raw.due, raw.nid, raw.ord, deck.getRawDeck().name]);
    notes[raw.nid] = card.getFields();
  }
}
process.stdout.write(JSON.stringify({ notes, cards }));
