"""Every code can be made to appear, with its exact text, and is explained in docs/diagnostics.md."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ankigen import build, inputs, inspect, lockfile, package
from ankigen import config as configuration
from ankigen.cards import Note
from ankigen.diagnostics import CODES, Diagnostic, NotesError, as_github, as_text, report
from ankigen.source import Source, Span

PINNED = Path(__file__).parent / "diagnostics"
DOCS = Path(__file__).parent.parent / "docs" / "diagnostics.md"
NOW = 1_764_000_000

Case = Callable[[Path], tuple[Diagnostic, ...]]


def notes(text: str, name: str = "notes.txt", settings: str = "") -> Case:
    def run(folder: Path) -> tuple[Diagnostic, ...]:
        (folder / name).write_text(text, encoding="utf-8")
        config = (
            configuration.parse(inputs.decode("ankigen.yaml", settings.encode()), folder)
            if settings
            else None
        )
        source = Source(name, text)
        return build.prepare([source], config, now=NOW).diagnostics

    return run


def settings(text: str) -> Case:
    return lambda _: _raised(lambda: configuration.parse(Source("ankigen.yaml", text)))


def data(name: str, content: bytes) -> Case:
    return lambda _: _raised(lambda: inputs.decode(name, content))


def lock(text: str) -> Case:
    return lambda _: _raised(lambda: lockfile.parse(Source("ankigen.lock", text)))


def path(make: Callable[[Path], object]) -> Case:
    return lambda folder: _raised(lambda: make(folder))


def _raised(call: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(NotesError) as caught:
        call()
    return caught.value.diagnostics


ROPES = "• Tell me about a rope you tied.\nA bowline.\n• Why knots?\n• Who taught you?\n"


def _again(text: str, name: str = "notes.txt", settings: str = "", *, retire: bool = False) -> Case:
    def run(folder: Path) -> tuple[Diagnostic, ...]:
        first = build.prepare([Source("notes.txt", ROPES)], now=NOW)
        config = configuration.parse(Source("ankigen.yaml", settings), folder)
        earlier = Path("deck.apkg") if retire else None
        return build.prepare(
            [Source(name, text)], config, now=NOW, locks=first.locks, retire=earlier
        ).diagnostics

    return run


def _twice(folder: Path) -> object:
    kinds = build.prepare([Source("n.txt", "• Why?\n")], now=NOW).note_types
    note = Note(
        "question", "a" * 16, 1_300_000_000_000, ("Why?",) + ("",) * 17, (), (0,), "D", 1, NOW
    )
    return package.write(folder / "d.apkg", [note, note], kinds, {})


def _zip(folder: Path) -> object:
    target = folder / "photos.apkg"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("photo.jpg", b"...")
    return inspect.read(Path(target))


def _device(_: Path) -> tuple[Diagnostic, ...]:
    return _raised(lambda: inputs.load(["/dev/null"]))


def _unwritable(_: Path) -> tuple[Diagnostic, ...]:
    import errno

    from ankigen.cli import session

    return (
        session.system_error(OSError(errno.ENOSPC, "No space left on device"), Path("deck.apkg")),
    )


IMAGE = "• Where is it?\n![the map](img/map.png)\n"
CASES: dict[str, Case] = {
    "empty-case": notes("1. Count Twice\nThen once more.\n\nCase 1:\n\n• What did you count?\n"),
    "doubtful-style": notes("** Why bees?\nHoney.\n** The swarm in the school\nWe rang the fire brigade.\n"),
    "misspelt-principle": notes("1. Count Twice\nThen once more.\n• What did you count?\n\n** Why did you count? (count twicce)\nFor fun.\n** Who counts?\n"),
    "unknown-principle": notes("1. Count Twice\nThen once more.\n• What did you count?\n\n** Why did you count? (Count Twice, Sing)\nFor fun.\n** Who counts?\n"),
    "repeated-question": notes("• What did you count?\n• Who counts?\n• what did you count\nBees.\n"),
    "placeholder": notes("• Why do you want to work at xx?\nBecause of xx.\n"),
    "no-question": notes("Bees\nHoney and wax, wax and honey.\n"),
    "doubtful-identity": _again(ROPES.replace("Tell me about a rope you tied.", "Describe a knot on a rope that you tied.").replace("bowline", "reef")),
    "unused-id": _again(ROPES, settings='id: {"Why rnots?": knots}\n'),
    "renamed-deck": _again(ROPES, "ropes.txt"),
    "cannot-retire": _again(ROPES.replace("• Who taught you?\n", ""), retire=True),
    "output-name": path(lambda f: package.check_name(Path("collection.apkg"))),
    "output-folder": path(lambda f: build.check_output(Path("nowhere/deck.apkg"))),
    "cannot-write": _unwritable,
    "missing-file": path(lambda f: inputs.load(["notess.txt"])),
    "no-notes": path(lambda f: ((f / "empty").mkdir(), inputs._files("empty").__next__())),
    "empty-file": data("notes.txt", b"\n \n"),
    "not-text": data("notes.txt", "• Why?\nWegen der Bäume.\n".encode("cp1252")),
    "nul-byte": data("notes.txt", b"\xe2\x80\xa2 Why?\nBees\0 and wax\n"),
    "cannot-read": _device,
    "lock-conflict": lock("ankigen-lock 1\n<<<<<<< HEAD\n"),
    "lock-newer": lock("ankigen-lock 9\n"),
    "lock-damaged": lock("ankigen-lock 1\n\ndeck D\nnamed D\nabc def\n"),
    "media-missing": notes(IMAGE, "notes.md"),
    "media-outside": notes(IMAGE.replace("img/map.png", "https://example.org/map.png"), "notes.md"),
    "media-kind": notes(IMAGE.replace("img/map.png", "notes.md"), "notes.md"),
    "media-large": lambda folder: (
        (folder / "map.png").write_bytes(b"x" * (6 << 20)),
        notes(IMAGE.replace("img/", ""), "notes.md")(folder),
    )[1],
    "config-yaml": settings("deck: [one\ntags: two\n"),
    "config-key": settings("dekc: Interviews\n"),
    "config-type": settings("tags: {a: b}\n"),
    "config-twice": settings("deck: A\ndeck: B\n"),
    "config-value": settings("cards: [principel]\n"),
    "config-tag": settings('tags: ["two words"]\n'),
    "config-unused": notes("• Why xx?\n", settings="values: {xy: Ovenly}\n"),
    "front-matter": notes("---\ntitle: [open\n---\n\n• Why?\n", "notes.md"),
    "style-missing": notes("• Why?\n", settings="style: mine.css\n"),
    "style-broken": lambda folder: (
        (folder / "mine.css").write_text(".card { color: red;\n"),
        notes("• Why?\n", settings="style: mine.css\n")(folder),
    )[1],
    "yaml-notes": lambda folder: _raised(
        lambda: build.prepare([Source("notes.yaml", "notes:\n  - questoin: Why?\n")], now=NOW)
    ),
    "bad-package": path(_zip),
    "two-notes-one-id": path(_twice),
}  # fmt: skip


def test_every_code_has_a_case_and_a_section() -> None:
    assert CASES.keys() == CODES.keys()
    assert re.findall(r"^## `([a-z-]+)`$", DOCS.read_text(encoding="utf-8"), re.M) == sorted(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_exact_text(
    code: str, tmp_path: Path, rewrite: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = [d for d in CASES[code](tmp_path) if d.code == code]
    assert found, f"{code} does not appear"
    text = as_text(found[0]).replace(str(tmp_path), "…") + "\n"
    pinned = PINNED / f"{code}.txt"
    if rewrite:
        PINNED.mkdir(exist_ok=True)
        pinned.write_text(text, encoding="utf-8")
    assert text == pinned.read_text(encoding="utf-8")


def test_a_caret_stands_under_wide_and_combining_characters() -> None:
    source = Source("n.txt", "测试e\u0301x here")
    shown = as_text(report("placeholder", "m", Span(source, 4, 5), label="x")).split("\n")
    assert shown[3] == "1 | 测试e\u0301x here"
    assert shown[4] == "  |      ^ x"


def test_a_long_line_is_cut_around_the_place() -> None:
    source = Source("n.txt", "a" * 5000 + "HERE" + "b" * 5000)
    shown = as_text(report("placeholder", "m", Span(source, 5000, 5004))).split("\n")
    line, caret = shown[3], shown[4]
    assert len(line) < 120
    assert line[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_github_escapes_what_would_end_the_command() -> None:
    source = Source("a,b:c.txt", "x")
    shown = as_github(report("placeholder", "50% of\nit", Span(source, 0, 1), hint="h"))
    assert shown == "::warning file=a%2Cb%3Ac.txt,line=1,col=1,title=placeholder::50%25 of%0Ait (h)"


def test_the_page_shows_the_messages_as_they_are(rewrite: bool) -> None:
    page = DOCS.read_text(encoding="utf-8")
    for code in CODES if rewrite else ():
        text = (PINNED / f"{code}.txt").read_text(encoding="utf-8")
        section = re.compile(rf"(## `{code}`\n(?:(?!\n## ).)*?```text\n).*?\n```", re.S)
        page = section.sub(lambda m, text=text: f"{m[1]}{text}```", page)  # type: ignore[misc]
    if rewrite:
        DOCS.write_text(page, encoding="utf-8")
    for code in CODES:
        assert (PINNED / f"{code}.txt").read_text(encoding="utf-8").rstrip() in page, code
