"""A person's own notes to Anki decks that keep their study history."""
