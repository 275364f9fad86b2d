"""Makes the pictures in docs/images: cards of sources/ as real Anki renders them.

usage: python docs/screenshots.py   (needs the extras dev and browser, and chromium)"""

from __future__ import annotations

import html
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE.parent / "tests" / "browser")]

from looks import Look, browser, looks  # noqa: E402

from ankigen import build, inputs, preview  # noqa: E402
from ankigen.config import Config  # noqa: E402

FRAME = "width:{w}px;height:{h}px;border:0;border-radius:22px;box-shadow:0 2px 14px #0004;background:#fff"


def row(shots: list[tuple[str, int]], width: int = 340, height: int = 620) -> str:
    frames = "".join(
        f'<iframe style="{FRAME.format(w=width, h=h or height)}" srcdoc="{html.escape(page)}"></iframe>' for page, h in shots
    )  # fmt: skip
    return f'<body style="margin:0;padding:26px;background:#d9d5cb;display:inline-flex;gap:26px;align-items:flex-start">{frames}'


def opened(page: str, count: int) -> str:
    """The page with its first `count` folds open."""
    for _ in range(count):
        page = page.replace("<details class", "<details open class", 1)
    return page


def shoot(chrome: Any, name: str, content: str) -> None:
    page = chrome.new_page(viewport={"width": 1600, "height": 900}, device_scale_factor=1)
    page.set_content(content)
    page.wait_for_timeout(300)
    page.locator("body").screenshot(path=str(HERE / "images" / f"{name}.png"))
    page.close()


def main() -> None:
    (HERE / "images").mkdir(exist_ok=True)
    os.chdir(HERE.parent)  # so that the pictures name the notes as a reader types them
    with tempfile.TemporaryDirectory() as folder, browser() as chrome:
        config = Config(deck="Interview", cards=("principle", "story", "questions"))
        deck = build.prepare(inputs.load(["sources"]), config, now=1_764_000_000)
        build.write(deck, Path(folder) / "deck.apkg", None)
        found = looks(Path(folder) / "deck.apkg", Path(folder))

        def card(words: str, template: str = "Question") -> Look:
            return next(c for c in found if words in c.name and c.name.endswith(template))

        star, cases, lent = (
            card("others still use"),
            card("biggest mistake"),
            card("Who uses what you make"),
        )
        page = star.page
        shoot(chrome, "overview", row([
            (page("front", night=False, client="android"), 0),
            (opened(page("back", night=False, client="android"), 2), 0),
            (lent.page("back", night=False, client="android"), 0),
            (opened(page("back", night=True, client="android"), 1), 0),
        ]))  # fmt: skip
        shoot(chrome, "cases", row([
            (cases.page("back", night=False, client="android"), 0),
            (opened(cases.page("back", night=True, client="android"), 1), 0),
            (opened(lent.page("back", night=False, client="android"), 1), 0),
        ]))  # fmt: skip
        shoot(chrome, "optional", row([
            (card("others still use", "Which principle").page("back", night=False, client="android"), 0),
            (card("Start at the Tap", "Questions and stories").page("back", night=False, client="android"), 0),
            (card("others still use", "Story to principles").page("back", night=True, client="android"), 0),
        ]))  # fmt: skip
        target = Path(folder) / "cards.html"
        target.write_text(preview.page(deck), encoding="utf-8")
        page = chrome.new_page(viewport={"width": 1000, "height": 900})
        page.goto(target.as_uri())
        page.wait_for_timeout(900)
        page.screenshot(path=str(HERE / "images" / "preview.png"))


if __name__ == "__main__":
    main()
