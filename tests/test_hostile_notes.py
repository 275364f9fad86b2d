"""Somebody else's notes: what they may try, and that it does not work (the table of docs/security.md)."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from harmless import harmful

from ankigen import build, inputs, inspect, preview
from ankigen import config as configuration
from ankigen.cli import cli
from ankigen.config import Config
from ankigen.inputs import decode

NOW = 1_764_000_000
SECRET = "the bees are behind the third door"
DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of notes, and beside it what is none of its business."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "diary.txt").write_text(f"• What is the secret?\n{SECRET}\n")
    (tmp_path / "private" / "me.png").write_bytes(b"\x89PNG" + SECRET.encode())
    (tmp_path / "private" / "mine.css").write_text(f".x {{ content: '{SECRET}' }}\n")
    (tmp_path / "notes" / "notes.md").write_text("# Why do bees dance?\nSo that all know.\n")
    return tmp_path


def run(place: Path, *args: str) -> Result:
    """ankigen as a person runs it, in the folder above the notes."""
    here = Path.cwd()
    os.chdir(place)
    try:
        done = CliRunner().invoke(cli, args)
    finally:
        os.chdir(here)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def everything(place: Path) -> dict[str, bytes | None]:
    """Every file and what is in it, but for what a build is there to write."""
    ours = ("d.apkg", "d.html", "ankigen.lock")
    return {
        str(p): p.read_bytes() if p.is_file() else None
        for p in sorted(place.rglob("*"))
        if p.name not in ours
    }


def tried(place: Path) -> str:
    """All that `build` and `preview` say and make of the notes; they may end with 0 or with 1."""
    before = everything(place)
    said = ""
    for command, out in (("build", "d.apkg"), ("preview", "d.html")):
        done = run(place, command, "notes", "-o", out)
        assert done.exit_code in (0, 1), done.output
        said += done.output
    assert everything(place) == before
    made = said
    if (place / "d.apkg").exists():
        package = inspect.read(place / "d.apkg")
        made += json.dumps(inspect.to_json(package), ensure_ascii=False)
        assert not package.media
    if (place / "d.html").exists():
        made += (place / "d.html").read_text(encoding="utf-8")
    return made


# --- reading files outside ---


def test_links_out_of_the_folder(place: Path) -> None:
    notes = place / "notes"
    (notes / "a.txt").symlink_to(place / "private" / "diary.txt")
    (notes / "b").symlink_to(place / "private")
    (notes / "c.txt").symlink_to("../private/diary.txt")
    (notes / "d.txt").symlink_to("d.txt")
    (notes / "e").symlink_to(".")
    (notes / "f.txt").symlink_to("/proc/self/environ")
    assert SECRET not in tried(place)


def test_pipes_and_devices_in_the_folder(place: Path) -> None:
    os.mkfifo(place / "notes" / "pipe.txt")
    os.mkfifo(place / "notes" / "pipe.png")
    (place / "notes" / "zero.txt").symlink_to("/dev/zero")
    (place / "notes" / "zero.png").symlink_to("/dev/zero")
    (place / "notes" / "notes.md").write_text("# Why?\n![](pipe.png) ![](zero.png)\n")
    tried(place)


LINKS = [
    "../private/me.png", "..%2fprivate%2fme.png", "%2e%2e/private/me.png", "file:../private/me.png", "{private}/me.png",
    "file://{private}/me.png", "link.png", "folder/me.png", "a/../../private/me.png", "/proc/self/environ", "/dev/zero",
    "/etc/passwd", "http://127.0.0.1:9/x.png", "//127.0.0.1/x.png", "data:image/png;base64,AAAA", "..\\private\\me.png", "me\0.png",
]  # fmt: skip


@pytest.mark.parametrize("suffix", [".md", ".org", ".txt"])
def test_images_from_outside(suffix: str, place: Path) -> None:
    notes = place / "notes"
    (notes / "link.png").symlink_to(place / "private" / "me.png")
    (notes / "folder").symlink_to(place / "private")
    text = "# Where?\n" if suffix == ".md" else "* Where?\n"
    for link in LINKS:
        name = link.replace("{private}", str(place / "private")).replace("\0", "")
        text += f'![]({name})\n<img src="{name}">\n[[file:{name}]]\n[[{name}]]\n[sound:{name}]\n'
    (notes / "notes.md").unlink()
    (notes / f"notes{suffix}").write_text(text)
    made = tried(place)
    assert SECRET not in made
    assert "root:x:" not in made


@pytest.mark.parametrize(
    "settings",
    [
        "sources: [../private/diary.txt]", "sources: [../private]", "sources: ['{private}']", "style: ../private/mine.css",
        "style: '{private}/mine.css'", "style: link.css", "style: /dev/zero", "lock: ../private/new.lock", "lock: '{private}/diary.txt'",
        "lock: folder/new.lock", "media: [../private]", "media: [/]", "media: [folder]", 'style: "a\\0b"', "sources: ['~/x', '/dev/stdin']",
    ],
)  # fmt: skip
def test_a_configuration_that_leads_out(settings: str, place: Path) -> None:
    notes = place / "notes"
    (notes / "link.css").symlink_to(place / "private" / "mine.css")
    (notes / "folder").symlink_to(place / "private")
    (notes / "notes.md").write_text("# Why?\n![me](../private/me.png)\n![](folder/me.png)\n")
    text = settings.replace("{private}", str(place / "private")) + "\n"
    (notes / "ankigen.yaml").write_text(text)
    assert SECRET not in tried(place)
    done = run(place / "notes", "build", "-o", "d.apkg")  # the folder's own list of sources
    assert done.exit_code in (1, 2)
    assert SECRET not in done.output
    assert not list((place / "private").glob("*.lock"))


@pytest.mark.parametrize("name", ["ankigen.yaml", "ankigen.lock", "mine.css"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_files_of_our_own_that_are_none(name: str, kind: str, place: Path) -> None:
    path = place / "notes" / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    if name == "mine.css":
        (place / "notes" / "ankigen.yaml").write_text("style: mine.css\n")
    before = everything(place).keys()
    done = run(place, "build", "notes", "-o", "d.apkg")
    assert done.exit_code == 1, done.output
    assert everything(place).keys() == before


def test_notes_do_not_steer_a_terminal(place: Path) -> None:
    odd = "\x1b]0;owned\x07\x1b[2J\x9b31m"
    text = f"# Why {odd}?\n\n# Own {odd}\nIt is {odd}.\n\n* Why {odd}? (Own {odd}x, Sing{odd})\n* Who {odd} xx?\n"
    (place / "notes" / "notes.md").write_text(text)
    said = ""
    for args in (["build", "-o", "d.apkg"], ["check"], ["show"], ["show", "--lines"], ["diff"]):
        said += run(place, args[0], "notes", *args[1:]).output
        (place / "notes" / "notes.md").write_text(text.replace("Who", "Where"))
    said += run(place, "inspect", "d.apkg").output
    assert "owned" in said
    assert not set(said) & set("\x1b\x07\x9b")


# --- running code ---


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['touch owned']", "!!python/object/new:os.system ['touch owned']", "!!python/name:os.system",
        "!!python/module:os", "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch owned']", "!include /etc/passwd", "*a", "&a [*a]",
    ],
)  # fmt: skip
def test_tags_of_yaml_make_nothing(tag: str, place: Path) -> None:
    (place / "notes" / "ankigen.yaml").write_text(f"deck: {tag}\n")
    (place / "notes" / "more.md").write_text(
        f"---\ndeck: {tag}\nankigen:\n  deck: {tag}\n---\n# Who?\n"
    )
    (place / "notes" / "hand.yaml").write_text(f"notes:\n  - question: {tag}\n")
    tried(place)
    (place / "notes" / "ankigen.yaml").unlink()
    tried(place)
    assert not list(place.rglob("owned"))


# --- script in cards and pages ---

SCRIPTS = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "</style><script>alert(1)</script>", '"><script>alert(1)</script>', "<iframe src=javascript:alert(1)>", "<!--<script>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#x0a;script:alert(1))", "[x](data:text/html,<script>1</script>)",
    "[x](vbscript:x)", "<javascript:alert(1)>", "[[javascript:alert(1)][x]]", "[[javascript:alert(1)]]", '[x](http://a "onclick=alert(1)")',
    "![x](x.png\"onerror=alert(1))", '![" onerror="alert(1)](pic.svg)', "<details ontoggle=alert(1) open>", '<details open ontoggle="alert(1)"><summary>x</summary>',
    "<summary onclick=alert(1)>x</summary>", '<span style="background:url(http://x)">', "<b onclick=alert(1)>x</b>", "<br onclick=alert(1)>",
    "<a href=javascript:alert(1)>x</a>", "```html\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`", "| <script> | b |\n|---|---|\n| <img onerror=x> | c |",
    "{{FrontSide}}<script>", "{{#Answer}}", "\\(<script>\\)", "$$<script>alert(1)</script>$$", "[latex]<script>[/latex]", "&lt;script&gt;", "\u2028<script>\u2029",
)  # fmt: skip


class _Page(HTMLParser):
    """The scripts, handlers and links that a browser would find in the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in ("iframe", "object", "embed", "svg", "base", "link", "img", "a"):
            self.found.append(tag)
        self.found += [f"{tag} {n}" for n, v in attrs if n.startswith("on") and v != "return false"]


def held(deck: build.Deck) -> None:
    """No field and no place of the page holds more than text and its form."""
    for note in deck.stamped.notes:
        for field in note.fields:
            assert not harmful(field), field
        for tag in note.tags:
            assert re.fullmatch(r"[\w:-]+", tag), tag
    page = preview.page(deck)
    judge = _Page()
    judge.feed(page)
    assert (judge.scripts, judge.found) == (2, [])
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert data
    assert json.loads(data[1])["deck"] == deck.name


@pytest.mark.parametrize("name", ["n.md", "n.org", "n.txt"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_script_anywhere_in_notes(name: str, script: str, tmp_path: Path) -> None:
    (tmp_path / "pic.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    )
    line = script.replace("\n", " ")
    text = (
        f"Own {line}\nA statement: {script}\n\nCase 1: {script}\n\n"
        f"• Why {line}? (Own {line}, {line})\n{script}\n\nS: {script}\nT: {script}\nR: {script}\n\n"
        f"• Who?\n\n# {line}\n## What {line}?\n{script}\n\n### Situation\n{script}\n"
    )
    for math in (False, True) if "$" in script or "\\(" in script else (False,):
        config = Config(
            deck=f"D {line}", cards=configuration.OPTIONAL_CARDS, subdecks=True, math=math, folder=tmp_path,
            values={"xx": script, "Who": script},
        )  # fmt: skip
        held(build.prepare([decode(str(tmp_path / name), text.encode())], config, now=NOW))


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_in_names_and_notes_by_hand(script: str, tmp_path: Path) -> None:
    said = json.dumps(script)
    text = (
        f"notes:\n- principle: {said}\n  statement: {said}\n- question: {said}\n  principles: [{said}]\n  group: [{said}]\n"
        f"  tags: [{said}]\n  id: {said}\n  answers:\n  - label: {said}\n    lead: {said}\n    beats: [{{situation: {said}}}]\n"
        f"- story: {said}\n  syntax: markdown\n  answer: {said}\n- question: {said}\n  syntax: org\n  answer: {said}\n"
    )
    source = decode(script.replace("\n", " ").replace("/", "_")[:60] + ".yaml", text.encode())
    held(build.prepare([source], Config(cards=configuration.OPTIONAL_CARDS), now=NOW))


@pytest.mark.parametrize(
    "sheet",
    [
        "</style><script>alert(1)</script>", "@import 'x.css';", "@import url(//x.example/a.css);", ".a { background: url(http://x.example/a) }",
        ".a { background: u\\72l(http://x.example/a) }", ".a { background: \\75 rl('//x.example/a') }", "@\\69mport 'http://x.example/a';",
        ".a { background: image-set('https://x.example/a' 1x) }", "<\\2fstyle>", ".a { background: url( \"\\68ttp://x.example/a\" ) }", ".a { src: url(\\/\\/x.example) }",
    ],
)  # fmt: skip
def test_style_sheets_load_and_close_nothing(sheet: str, tmp_path: Path) -> None:
    (tmp_path / "mine.css").write_text(sheet)
    config = configuration.parse(decode("ankigen.yaml", b"style: mine.css\n"), tmp_path)
    deck = build.prepare([decode("n.txt", "• Why?\n".encode())], config, now=NOW)
    assert [d.code for d in deck.diagnostics if d.severity == "error"] == ["style-broken"]
    assert sheet not in deck.note_types["question"].css


# --- writing outside ---


@pytest.mark.parametrize(
    "deck",
    ["../../up", "/etc/x", "..", ".", "a/../../b", "C:\\x", "-", "a" * 400, "con", "a::../b"],
)
def test_names_of_decks_stay_here(deck: str, place: Path) -> None:
    (place / "notes" / "ankigen.yaml").write_text(f"deck: {json.dumps(deck)}\n")
    work = place / "work" / "deep"
    work.mkdir(parents=True)
    before = everything(place).keys()
    done = run(work, "build", "../../notes")
    assert done.exit_code in (0, 1)
    new = everything(place).keys() - before
    assert all(Path(p).parent == work for p in new), new


def test_names_of_media_are_made_anew(place: Path) -> None:
    name = "a..$`y`\u202e&;.png"
    (place / "notes" / name).write_bytes(b"\x89PNG x")
    (place / "notes" / "notes.md").write_text(f"# Why?\n![]({name})\n")
    deck = build.prepare(
        inputs.load([str(place / "notes")]), Config(folder=place / "notes"), now=NOW
    )
    (made,) = deck.media
    assert re.fullmatch(r"[\w-]+\.png", made.name)


# --- the table ---


def test_the_table_names_tests_that_exist() -> None:
    page = (DOCS / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+)`", page)
    known = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.rglob("test_*.py"))
    assert len(named) > 20
    assert not [n for n in named if f"def {n}(" not in known]
    ours = re.findall(r"^def (test_\w+)", Path(__file__).read_text(encoding="utf-8"), re.M)
    assert not set(ours[:-1]) - set(named)
