"""Images and sounds of the notes: which are packed, under which names, and that they arrive in Anki."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ankigen import build
from ankigen.config import Config
from ankigen.inputs import load

NOW = 1_764_000_000
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489".replace(" ", "")
    + "0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)


def deck_of(where: Path, text: str, name: str = "notes.md", **config: object) -> build.Deck:
    (where / name).write_text(text, encoding="utf-8")
    return build.prepare(load([str(where / name)]), Config(deck="D", **config), now=NOW)  # type: ignore[arg-type]


def codes(deck: build.Deck) -> list[str]:
    return [d.code for d in deck.diagnostics if d.code.startswith("media-")]


def answer(deck: build.Deck) -> str:
    return deck.stamped.notes[0].fields[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notes = tmp_path / "notes"
    for sub in ("a", "b"):
        (notes / sub).mkdir(parents=True)
        (notes / sub / "map.png").write_bytes(PNG + sub.encode())
    (notes / "the map of Köln.png").write_bytes(PNG)
    (notes / "voice.mp3").write_bytes(b"ID3voice")
    (tmp_path / "secret.png").write_bytes(PNG)
    return notes


FORMS = (
    ("notes.md", "![m](<the map of Köln.png>)"),
    ("notes.md", "![m](the%20map%20of%20K%C3%B6ln.png)"),
    ("notes.md", '<img src="the map of Köln.png" alt="m" width="300">'),
    ("notes.org", "[[file:the map of Köln.png]]"),
    ("notes.org", "[[./the map of Köln.png][m]]"),
    ("notes.txt", "It hangs here: <img src='the map of Köln.png'>"),
    ("notes.txt", "[[file:the map of Köln.png]]"),
    ("notes.txt", "![m](<the map of Köln.png>)"),
)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_form_of_an_image(name: str, form: str, folder: Path) -> None:
    mark = "*" if name.endswith("org") else "###"
    deck = deck_of(
        folder, f"{mark} Where were you?\n{form}\n\n{mark} Who was there?\nNobody.\n", name
    )
    assert codes(deck) == []
    (file,) = deck.media
    assert re.fullmatch(r"the-map-of-Köln-[0-9a-f]{16}\.png", file.name)
    assert f'<img src="{file.name}"' in answer(deck)


def test_in_a_question_a_statement_and_as_a_sound(folder: Path) -> None:
    deck = deck_of(
        folder,
        "## Count Twice\n\n> ![s](a/map.png)\n\n### What is ![q](b/map.png)?\n\n[listen](voice.mp3)\n",
    )
    assert codes(deck) == []
    assert [m.name.split("-")[0] for m in deck.media] == ["map", "map", "voice"]
    principle, question = deck.stamped.notes
    assert "<img" in principle.fields[1]
    assert "<img" in question.fields[0]
    assert re.search(r"listen \[sound:voice-[0-9a-f]{16}\.mp3\]", question.fields[1])


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("gone.png", "media-missing"),
        ("../secret.png", "media-outside"),
        ("a/../../secret.png", "media-outside"),
        ("link.png", "media-outside"),
        ("linked/secret.png", "media-outside"),
        ("https://example.org/x.png", "media-outside"),
        ("//example.org/x.png", "media-outside"),
        ("data:image/png;base64,AAAA", "media-kind"),
        ("loop.png", "media-missing"),
        ("a", "media-kind"),
        ("notes.md", "media-kind"),
    ],
)
def test_what_is_never_packed(link: str, code: str, folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "loop.png").symlink_to(folder / "loop.png")
    deck = deck_of(folder, f"### Where?\n\n![m]({link})\n\n### Who?\n")
    assert codes(deck) == [code]
    assert deck.media == ()
    (found,) = [d for d in deck.diagnostics if d.code == code]
    assert found.span is not None
    assert (found.span.line, found.span.text) == (3, link)
    assert "<em>m</em>" in answer(deck)


def test_an_absolute_path_needs_its_folder_allowed(folder: Path) -> None:
    text = f"### Where?\n\n![m]({folder.parent}/secret.png)\n"
    assert codes(deck_of(folder, text)) == ["media-outside"]
    allowed = deck_of(folder, text, media=(str(folder.parent),))
    assert codes(allowed) == []
    assert len(allowed.media) == 1
    by_relative_path = deck_of(
        folder, "### Where?\n\n![m](../secret.png)\n", media=("..",), folder=folder
    )
    assert codes(by_relative_path) == []


def test_what_no_card_names_is_not_packed(folder: Path) -> None:
    deck = deck_of(folder, "### Where?\n\n![m](a/map.png)\n\n```\n![m](b/map.png)\n```\n")
    assert len(deck.media) == 1


def test_they_arrive_in_anki(folder: Path) -> None:
    pytest.importorskip("anki")
    from anki_collection import imported, opened

    text = "### Where?\n\n![m](a/map.png) and ![m](b/map.png)\n\n![v](voice.mp3)\n"
    deck = deck_of(folder, text)
    build.write(deck, folder / "deck.apkg", None)
    build.write(deck, folder / "again.apkg", None)
    assert (folder / "deck.apkg").read_bytes() == (folder / "again.apkg").read_bytes()
    with opened(folder) as col:
        imported(col, folder / "deck.apkg")
        (note,) = [col.get_note(i) for i in col.find_notes("")]
        named = re.findall(r'src="([^"]+)"|\[sound:([^\]]+)\]', note.fields[1])
        names = [a or b for a, b in named]
        assert len(set(names)) == 3
        held = {n: (Path(col.media.dir()) / n).read_bytes() for n in names}
        assert sorted(held.values()) == sorted([PNG + b"a", PNG + b"b", b"ID3voice"])
        checked = col.media.check()
        assert list(checked.missing) == []
        assert list(checked.unused) == []
        (card,) = note.cards()
        assert [type(t).__name__ for t in card.render_output().answer_av_tags] == [
            "SoundOrVideoTag"
        ]
