"""Every code can be made to appear, with its exact text, and is explained in docs/diagnostics.md."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ankigen import build, inputs, inspect, package
from ankigen import config as configuration
from ankigen.cards import Note
from ankigen.diagnostics import CODES, Diagnostic, NotesError, as_github, as_text, report
from ankigen.source import Source, Span

PINNED = Path(__file__).parent / "diagnostics"
DOCS = Path(__file__).parent.parent / "docs" / "diagnostics.md"
NOW = 1_764_000_000

Case = Callable[[Path], tuple[Diagnostic, ...]]


def data(name: str, content: bytes) -> Case:
    return lambda _: _raised(lambda: inputs.decode(name, content))


def path(make: Callable[[Path], object]) -> Case:
    return lambda folder: _raised(lambda: make(folder))


def _raised(call: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(NotesError) as caught:
        call()
    return caught.value.diagnostics


ROPES = "• Tell me about a rope you tied.\nA bowline.\n• Why knots?\n• Who taught you?\n"
OTHER = ROPES.replace(
    "Tell me about a rope you tied.", "Describe a knot on a rope that you tied."
).replace("bowline", "reef")


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


def _sections() -> dict[str, str]:
    parts = re.split(r"^## `([a-z-]+)`$", DOCS.read_text(encoding="utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _files(text: str) -> dict[str, str]:
    """The blocks of a page that name a file: "```yaml ankigen.yaml"."""
    return {m[1]: m[2] for m in re.finditer(r"^```\w+ (\S+)\n(.*?)^```$", text, re.M | re.S)}


def written(code: str, *, cured: bool = False) -> dict[str, str]:
    """The files that the page shows for `code`; after the cure, with what that changes."""
    before, _, after = _sections()[code].partition("*Cure.*")
    return _files(before) | (_files(after) if cured else {})


def built(files: dict[str, str], folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of `files` when they are built as the command does it."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = [n for n in files if n.startswith("notes")]
    if not paths:
        (folder / "notes.txt").write_text("• Why?\n", encoding="utf-8")
        paths = ["notes.txt"]
    try:
        settings = inputs.settings(Path("ankigen.yaml")) if "ankigen.yaml" in files else None
        config = configuration.parse(settings, Path()) if settings else None
        inputs.check_inside(config or configuration.Config())
        locks = build.read_locks(Path("ankigen.lock"))
        return build.prepare(inputs.load(paths), config, now=NOW, locks=locks).diagnostics
    except NotesError as error:
        return error.diagnostics


IMAGE = "# Where is it?\n![the map](map.png)\n"
# What a page cannot show in a block of text.
SPECIAL: dict[str, Case] = {
    "doubtful-identity": _again(OTHER),
    "unused-id": _again(ROPES, settings='id: {"Why rnots?": knots}\n'),
    "renamed-deck": _again(ROPES, "ropes.txt"),
    "cannot-retire": _again(ROPES.replace("• Who taught you?\n", ""), retire=True),
    "output-name": path(lambda f: package.check_name(Path("collection.apkg"))),
    "output-folder": path(lambda f: build.check_output(Path("nowhere/deck.apkg"))),
    "cannot-write": _unwritable,
    "missing-file": path(lambda f: inputs.load(["notess.txt"])),
    "no-notes": path(lambda f: ((f / "empty").mkdir(), inputs.load(["empty"]))),
    "empty-file": data("notes.txt", b"\n \n"),
    "not-text": data("notes.txt", "• Why?\nWegen der Bäume.\n".encode("cp1252")),
    "nul-byte": data("notes.txt", b"\xe2\x80\xa2 Why?\nBees\0 and wax\n"),
    "cannot-read": _device,
    "media-large": lambda folder: (
        (folder / "map.png").write_bytes(b"x" * (6 << 20)),
        built({"notes.md": IMAGE}, folder),
    )[1],
    "bad-package": path(_zip),
    "two-notes-one-id": path(_twice),
}
CASES: dict[str, Case] = {
    code: SPECIAL.get(code) or (lambda folder, c=code: built(written(c), folder))  # type: ignore[misc]
    for code in _sections()
}


def _same_after_all(folder: Path) -> tuple[Diagnostic, ...]:
    """The line of the hint, copied into ankigen.yaml, makes it the same note."""
    hint = next(d for d in _again(OTHER)(folder) if d.code == "doubtful-identity").hint
    config = configuration.parse(Source("ankigen.yaml", hint[hint.index("id: ") :]))
    first = build.prepare([Source("notes.txt", ROPES)], now=NOW)
    deck = build.prepare([Source("notes.txt", OTHER)], config, now=NOW, locks=first.locks)
    assert deck.stamped.notes[0].guid == first.stamped.notes[0].guid
    return deck.diagnostics


def _retired(folder: Path) -> tuple[Diagnostic, ...]:
    """`--retire` in the build in which the question leaves."""
    first = build.prepare([Source("notes.txt", ROPES)], now=NOW)
    build.write(first, folder / "deck.apkg", None)
    return _again(ROPES.replace("• Who taught you?\n", ""), retire=True)(folder)


def _merged(folder: Path) -> tuple[Diagnostic, ...]:
    """The lines of both sides kept, the marks gone: every note is known."""
    first = build.prepare([Source("notes.txt", ROPES)], now=NOW)
    build.write(first, folder / "d.apkg", folder / "ankigen.lock")
    lines = (folder / "ankigen.lock").read_text(encoding="utf-8").splitlines(keepends=True)
    with_marks = [
        *lines[:-1],
        "<<<<<<< HEAD\n",
        lines[-1],
        "=======\n",
        lines[-1],
        ">>>>>>> other\n",
    ]
    (folder / "ankigen.lock").write_text("".join(with_marks), encoding="utf-8")
    assert _raised(lambda: build.read_locks(folder / "ankigen.lock"))[0].code == "lock-conflict"
    kept = [line for line in with_marks if line[:7] not in ("<<<<<<<", "=======", ">>>>>>>")]
    (folder / "ankigen.lock").write_text("".join(kept), encoding="utf-8")
    locks = build.read_locks(folder / "ankigen.lock")
    deck = build.prepare([Source("notes.txt", ROPES)], now=NOW, locks=locks)
    assert deck.stamped.unchanged == len(deck.stamped.notes) == 3
    return deck.diagnostics


def _without_lock(folder: Path) -> tuple[Diagnostic, ...]:
    """Questions that did not change keep their history without a lock."""
    first = build.prepare([Source("notes.txt", ROPES)], now=NOW)
    again = build.prepare([Source("notes.txt", ROPES)], now=NOW + 9)
    assert [n.guid for n in again.stamped.notes] == [n.guid for n in first.stamped.notes]
    return again.diagnostics


def _packed(folder: Path) -> tuple[Diagnostic, ...]:
    (folder / "img").mkdir(exist_ok=True)
    for name in ("img/map.png", "map.png"):
        (folder / name).write_bytes(b"\x89PNG" + b"x" * 2000)
    files = {"notes.md": IMAGE + IMAGE.replace("map.png", "img/map.png")}
    deck = build.prepare([inputs.decode("notes.md", files["notes.md"].encode())], now=NOW)
    assert deck.media
    return deck.diagnostics


def _written(folder: Path) -> tuple[Diagnostic, ...]:
    deck = build.prepare([Source("notes.txt", ROPES)], now=NOW)
    (folder / "nowhere").mkdir()
    for name in ("deck.apkg", "nowhere/deck.apkg", "interview.apkg"):
        build.write(deck, folder / name, None)
        inspect.read(folder / name)
    return ()


def _loaded(folder: Path) -> tuple[Diagnostic, ...]:
    (folder / "empty").mkdir()
    for name in ("notes.txt", "empty/notes.txt"):
        (folder / name).write_text("• Why?\nWegen der Bäume.\n", encoding="utf-8")
    inputs.load(["notes.txt", "empty", "-"], ROPES.encode())
    return ()


# The cures that a page cannot show in a block of text.
CURES: dict[str, Case] = {
    "doubtful-identity": _same_after_all, "cannot-retire": _retired, "renamed-deck": _again(ROPES),
    "unused-id": _again(ROPES, settings='id: {"Why knots?": knots}\n'),
    "lock-conflict": _merged, "lock-damaged": _without_lock,
    "lock-newer": _without_lock, "media-missing": _packed, "media-large": _packed,
    "output-name": _written, "output-folder": _written, "cannot-write": _written, "bad-package": _written,
    "missing-file": _loaded, "no-notes": _loaded, "empty-file": _loaded, "not-text": _loaded,
    "nul-byte": _loaded, "cannot-read": _loaded,
    "two-notes-one-id": _without_lock,
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_cure_cures(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if code not in CURES:
        files = written(code, cured=True)
        assert files != written(code), f"{code} has no cure on the page"
        found = built(files, tmp_path)
    else:
        found = CURES[code](tmp_path)
    assert not [d for d in found if d.code == code or d.severity == "error"]


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


@pytest.mark.parametrize(
    ("line", "shown", "caret"),
    [
        ("plain HERE.", "plain HERE.", "      ^^^^"),
        ("\ttab HERE", "    tab HERE", "        ^^^^"),
        ("测试 HERE", "测试 HERE", "     ^^^^"),
        ("ｆｕｌｌ HERE", "ｆｕｌｌ HERE", "         ^^^^"),
        ("e\u0301e\u0301 HERE", "e\u0301e\u0301 HERE", "   ^^^^"),
        ("👍🏽 HERE", "👍🏽 HERE", "   ^^^^"),
        ("👩\u200d🚒 HERE", "👩\ufffd🚒 HERE", "      ^^^^"),
        ("你\u3000好 HERE", "你  好 HERE", "       ^^^^"),
        ("한글 HERE", "한글 HERE", "     ^^^^"),
        ("שלום HERE", "שלום HERE", "     ^^^^"),
        ("a\u200bb\u00a0c HERE", "a\ufffdb c HERE", "      ^^^^"),
        ("\x1b[31m HERE", "\ufffd[31m HERE", "      ^^^^"),
        ("…测\t试 HERE", "…测    试 HERE", "          ^^^^"),
    ],
)
def test_the_caret_stands_under_its_word_by_width(line: str, shown: str, caret: str) -> None:
    at = line.index("HERE")
    text = as_text(report("placeholder", "m", Span(Source("n.txt", line), at, at + 4)))
    assert text.split("\n")[3:] == [f"1 | {shown}", f"  | {caret}"]


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
        section = re.compile(rf"(^## `{code}`\n(?:(?!\n## ).)*?^```text\n).*?^```", re.S | re.M)
        page = section.sub(lambda m, text=text: f"{m[1]}{text}```", page)  # type: ignore[misc]
    if rewrite:
        DOCS.write_text(page, encoding="utf-8")
    for code in CODES:
        assert (PINNED / f"{code}.txt").read_text(encoding="utf-8").rstrip() in page, code
