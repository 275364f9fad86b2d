"""Note text to safe HTML. What the writer typed is what the card shows."""

from ankigen.markup.blocks import first_block, inline, to_html
from ankigen.markup.language import language, with_languages
from ankigen.markup.text import Media, clean, escape, plain

__all__ = [
    "Media",
    "clean",
    "escape",
    "first_block",
    "inline",
    "language",
    "plain",
    "to_html",
    "with_languages",
]
