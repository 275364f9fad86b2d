"""Cards as clients show them: the HTML that real Anki renders, in a page like theirs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Chromium without its own background traffic.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One card as Anki renders it."""

    name: str
    css: str
    front: str
    back: str

    def page(self, side: str, *, night: bool, client: str, size: int = 100) -> str:
        """A whole page as the client wraps the card: classes on <html> and <body> are theirs."""
        classes = "card card1" + (" nightMode night_mode" if night else "")
        html_class = {
            "android": "mobile android linux",
            "iphone": "mobile iphone",
            "desktop": "linux",
        }[client]
        zoom = {"android": f"body{{zoom:{size / 100}}}"}.get(client, f"html{{font-size:{size}%}}")
        viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
        inner = getattr(self, side)
        direction = ' dir="auto"' if client == "android" else ""  # AnkiDroid's own wrapper says so
        return (
            f'<!doctype html><html lang="en" class="{html_class}"><head><meta charset="utf-8"><title>card</title>'
            f"{viewport}<style>{self.css}</style><style>{zoom}</style></head>"
            f'<body class="{classes}"><main id="qa"{direction}>{inner}</main></body></html>'
        )


def looks(package: Path, folder: Path) -> list[Look]:
    """Every card of `package`, imported into a new collection and rendered by Anki."""
    from anki_collection import imported, opened

    found: list[Look] = []
    with opened(folder) as col:
        imported(col, package)
        for number in col.find_cards("", order="c.due"):
            card = col.get_card(number)
            out = card.render_output()
            name = f"{card.note().fields[0]} · {card.template()['name']}"
            found.append(Look(name, card.note_type()["css"], out.question_text, out.answer_text))
    return found


def chromium() -> str | None:
    return (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


@contextmanager
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        try:
            yield running
        finally:
            running.close()
