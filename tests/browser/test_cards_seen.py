"""Seen, not believed: cards of real Anki in a real browser, by day and by night, on small phones."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.importorskip("anki", reason="the tests of looks need Anki")
pytest.importorskip(
    "playwright", reason="the tests of looks need playwright: pip install 'ankigen[browser]'"
)

from looks import Look, browser, chromium, looks

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import decode

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no chromium here: apt-get install chromium"
)

LONG = "Nebelbankwetterwarnungsanlagenüberprüfung " * 3
NOTES = f"""\
## Count Twice

> Then once more, and say who counted.

### Tell me about a night when the numbers were wrong. [Count Twice]

S: two hundred blankets on paper, `ls /stock` said 140
T: find sixty before the bus came, {LONG}
A: I counted aloud, with the driver
   - shelf by shelf
   - then the van, which has a *very* long registration: {"X" * 90}
R: 58 in the van, 2 on the driver

### Which of your tables would you show us?

The one of the spring:

| month | blankets in the store room | blankets out of the house and on the road |
|-------|---------------------------:|-------------------------------------------:|
| March | 140                        | 60                                          |

```sh
grep --count --recursive "blanket" /a/very/long/path/to/the/list/of/things/that/nobody/reads/any/more.txt
```

See [the list](https://example.org/{"long-" * 30}).

{"A paragraph that fills the screen, so that the rest folds away behind it. " * 16}

And the end, behind the fold.

### 你什么时候数错了？

数了三遍，还是一百四十。第四遍是司机数的。

### متى أخطأت في العد؟

عددت البطانيات ثلاث مرات.

### What have you never counted?
"""
WIDTHS = (320, 360, 390, 430, 1100)

MEASURE = """() => {
  const out = [], seen = document.documentElement;
  if (seen.scrollWidth > seen.clientWidth + 1) out.push(`scrolls sideways: ${seen.scrollWidth} > ${seen.clientWidth}`);
  const lum = (c) => { const f = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
  const rgb = (s) => { const m = s.match(/[\\d.]+/g).map(Number); return m.length < 4 || m[3] > 0 ? m.slice(0, 3) : null; };
  const ground = (e) => { for (let x = e; x; x = x.parentElement) { const c = rgb(getComputedStyle(x).backgroundColor);
    if (c) return c; } return [255, 255, 255]; };
  for (const e of document.querySelectorAll("#qa *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || !box.width || !e.checkVisibility()) continue;
    const s = getComputedStyle(e);
    if (s.fontSize === "0px") continue;
    const [a, b] = [lum(rgb(s.color)), lum(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const need = e.closest(".ask") ? 7 : 4.5;
    if (ratio < need) out.push(`contrast ${ratio.toFixed(2)} of ${e.className || e.tagName}: ${e.textContent.slice(0, 30)}`);
    const scroller = e.closest("pre, .scroll");
    if (!scroller && (box.left < -0.5 || box.right > seen.clientWidth + 0.5)) out.push(`clipped: ${e.textContent.slice(0, 30)}`);
  }
  for (const e of document.querySelectorAll("summary")) {
    const box = e.getBoundingClientRect();
    if (box.height && (box.height < 44 || box.width < 44)) out.push(`small target ${box.height}`);
  }
  return out;
}"""


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    folder = tmp_path_factory.mktemp("looks")
    config = Config(deck="Looks", cards=("principle", "story", "questions", "aloud"))
    deck = build.prepare([decode("notes.md", NOTES.encode())], config, now=1_764_000_000)
    build.write(deck, folder / "deck.apkg", None)
    found = looks(folder / "deck.apkg", folder)
    assert len(found) >= 9
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_is_clipped_or_pale(width: int, chrome: Any, cards: list[Look]) -> None:
    page = chrome.new_page(viewport={"width": width, "height": 780}, has_touch=True)
    client = "desktop" if width > 900 else "android" if width < 390 else "iphone"
    wrong: list[str] = []
    for look in cards:
        for night in (False, True):
            for size in (100, 200):
                for side in ("front", "back"):
                    page.set_content(look.page(side, night=night, client=client, size=size))
                    for opened in (False, True):
                        if opened:
                            page.evaluate(
                                "document.querySelectorAll('details').forEach(d => d.open = true)"
                            )
                        where = f"{look.name[:30]} {side} night={night} {size}% open={opened}"
                        wrong += [f"{where}: {w}" for w in page.evaluate(MEASURE)]
    page.close()
    assert wrong == []


def test_folds_open_and_close_by_touch_and_by_keyboard(chrome: Any, cards: list[Look]) -> None:
    look = next(c for c in cards if "numbers were wrong" in c.name and c.name.endswith("Question"))
    page = chrome.new_page(viewport={"width": 360, "height": 780}, has_touch=True)
    page.set_content(look.page("back", night=False, client="android"))
    summaries = page.locator("details.beat > summary")
    assert summaries.count() == 4
    assert page.locator("details[open]").count() == 0
    assert "two hundred blankets" in summaries.first.inner_text()
    summaries.first.tap()
    assert page.locator("details[open]").count() == 1
    summaries.first.tap()
    assert page.locator("details[open]").count() == 0
    summaries.nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.keyboard.press("Space")
    assert page.locator("details[open]").count() == 0
    assert all(
        "tappable" in (s.get_attribute("class") or "") for s in page.locator("summary").all()
    )
    page.close()


def test_language_and_direction(chrome: Any, cards: list[Look]) -> None:
    page = chrome.new_page(viewport={"width": 390, "height": 780})
    chinese = next(c for c in cards if c.name.startswith('<span lang="zh"'))
    page.set_content(chinese.page("back", night=False, client="android"))
    assert page.locator(".answer > div").get_attribute("lang") == "zh"
    arabic = next(c for c in cards if c.name.startswith('<span lang="ar"'))
    page.set_content(arabic.page("back", night=False, client="android"))
    assert page.locator(".answer > div").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".ask").evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.close()


def test_axe_finds_no_violation(chrome: Any, cards: list[Look]) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = chrome.new_page(viewport={"width": 390, "height": 780})
    wrong: list[str] = []
    for look in cards:
        for night in (False, True):
            page.set_content(look.page("back", night=night, client="android"))
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            if not page.evaluate("'axe' in window"):
                page.evaluate(script)
            # The page round a card is the client's: its title, landmarks and headings are not ours.
            found = page.evaluate(
                "axe.run('#qa', {rules: {'page-has-heading-one': {enabled: false}, 'heading-order': {enabled: false}}})"
            )
            wrong += [
                f"{look.name[:40]}: {v['id']} {v['nodes'][0]['html'][:90]}"
                for v in found["violations"]
            ]
    page.close()
    assert wrong == []


def test_what_was_typed_is_what_is_seen(chrome: Any, tmp_path: Path) -> None:
    from test_markup import TYPED

    notes = "1. Count Twice\nThen once more.\n\n" + "".join(
        f"• Why is {i} then {typed} for you?\nIt is {typed} here.\n\n"
        for i, typed in enumerate(TYPED)
    )
    deck = build.prepare([decode("n.txt", notes.encode())], Config(deck="T"), now=1_764_000_000)
    build.write(deck, tmp_path / "deck.apkg", None)
    shown = [c for c in looks(tmp_path / "deck.apkg", tmp_path) if "for you?" in c.front]
    assert len(shown) == len(TYPED)
    page = chrome.new_page()
    for i, (look, typed) in enumerate(zip(shown, TYPED, strict=True)):
        page.set_content(look.page("back", night=False, client="desktop"))
        assert page.inner_text(".ask") == f"Why is {i} then {typed} for you?"
        assert page.inner_text(".answer") == f"It is {typed} here."
        # what MathJax and Anki look for stands in no single text node, and there is no tag of theirs
        texts = page.locator("#qa").evaluate(
            """e => { const w = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), out = [];
                       while (w.nextNode()) out.push(w.currentNode.data); return out }"""
        )
        assert not [t for t in texts if "\\(" in t or "\\[" in t]
        assert page.locator("#qa").locator("script, img, a, .replay-button").count() == 0
        assert "[anki:play" not in look.back
    page.close()


HOSTILE = """
- Why <script>parent.hacked = 1</script>?
<img src=x onerror=parent.hacked=1> and </script> <style>* { display: none }</style>, says [a link](javascript:parent.hacked=1)
"""


def written(folder: Path, notes: str) -> str:
    """The address of a preview of `notes`."""
    from ankigen import preview

    deck = build.prepare(
        [decode("notes.md", notes.encode())], Config(deck="Seen"), now=1_764_000_000
    )
    (folder / "cards.html").write_text(preview.page(deck), encoding="utf-8")
    return (folder / "cards.html").as_uri()


@pytest.fixture(scope="module")
def preview_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of more than a thousand cards."""
    many = "".join(f"- Why do you count sheep {i}?\nBecause of {i}.\n" for i in range(1000))
    other = "\n## Sing Loud\n\n> Always.\n\n### Who sang with you? [Sing Loud]\n\nThe driver.\n"
    return written(tmp_path_factory.mktemp("preview"), NOTES + HOSTILE + many + other)


def test_preview_finds_counts_and_lets_nothing_out(chrome: Any, preview_page: str) -> None:
    page = chrome.new_page(viewport={"width": 1100, "height": 900})
    asked: list[str] = []
    errors: list[str] = []
    page.on(
        "request",
        lambda r: (
            asked.append(r.url) if not r.url.startswith(("file:", "about:", "data:")) else None
        ),
    )
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto(preview_page)
    page.wait_for_selector("iframe")
    total = page.locator("article").count()
    assert total > 1000
    assert page.locator("iframe").count() < 60  # only what is near the window has frames
    assert f"{total} cards" in page.inner_text("#counts")
    page.fill("#search", "sheep 777")
    assert page.locator("article:visible").count() == 1
    assert f"1 of {total} cards" in page.inner_text("#counts")
    page.fill("#search", "why <script>parent.hacked")
    hostile = page.locator("article:visible", has=page.locator("h2", has_text="Why <script>"))
    frame = hostile.frame_locator("iframe").last
    assert "</script> <style>* { display: none }</style>" in frame.locator("#qa").inner_text()
    assert frame.locator("script, img, a").count() == 0
    page.fill("#search", "")
    page.click("[data-state=borrowed]")
    borrowed = page.locator("article:visible").count()
    assert 0 < borrowed < 10
    assert page.inner_text("[data-state=borrowed] b") == str(borrowed)
    page.click("[data-state=borrowed]")
    page.click("[data-state=findings]")
    assert "notes.md:" in page.locator("article:visible .finding").first.inner_text()
    page.click("[data-state=findings]")
    page.select_option("#principle", "Sing Loud")
    assert page.locator("article:visible").count() == 2
    page.select_option("#principle", "")
    page.select_option("#tag", "answer::borrowed")
    assert page.locator("article:visible").count() == borrowed
    page.fill("#search", "no such words")
    page.click("#clear")
    assert page.locator("article:visible").count() == total
    page.select_option("#width", "320")
    assert page.locator("iframe").first.evaluate("f => Math.round(f.clientWidth)") == 318
    assert page.evaluate("window.hacked") is None
    assert not asked
    assert not errors
    page.close()


def test_preview_by_keyboard_day_and_night_and_on_a_phone(chrome: Any, preview_page: str) -> None:
    page = chrome.new_page(viewport={"width": 1100, "height": 900})
    page.goto(preview_page)
    page.wait_for_selector("iframe")
    page.keyboard.press("j")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.index")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.index") == first + 1
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.index") == first
    page.keyboard.press("n")
    body = page.frame_locator("iframe").first.locator("body")
    assert "nightMode" in (body.get_attribute("class") or "")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    small = "es => es.filter(e => e.offsetHeight && e.getBoundingClientRect().height < 44).map(e => e.id)"
    assert page.locator("button, input, select").evaluate_all(small) == []
    page.close()


def test_axe_finds_no_violation_in_the_preview(chrome: Any, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = chrome.new_page(viewport={"width": 1100, "height": 900})
    page.goto(written(tmp_path, NOTES + HOSTILE))
    page.wait_for_selector("iframe")
    page.evaluate(script)
    for night in (False, True):
        if night:
            page.click("#night")
        found = page.evaluate("axe.run(document, {iframes: false})")
        assert [f"{v['id']} {v['nodes'][0]['html'][:120]}" for v in found["violations"]] == []
    page.close()
