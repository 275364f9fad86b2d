"""Optional cards: off by default, on by configuration, and added later to notes that people study."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ankigen import build, notetypes
from ankigen.config import OPTIONAL_CARDS, Config

pytest.importorskip("anki")
from anki_collection import imported, opened, study

NOTES = """\
## Count Twice

> Then once more.

Case 1: The winter we lost sixty blankets.

### When were the numbers wrong? [Count Twice]

S: two hundred on paper
T: find sixty
A: I counted aloud
R: they were in the van

### 你什么时候数错了？

### What have you never counted? [Count Twice]
"""
Make = Callable[..., build.Deck]
ALL = Config(deck="Interview", cards=OPTIONAL_CARDS)


def templates(deck: build.Deck) -> list[tuple[int, ...]]:
    return [n.templates for n in deck.stamped.notes]


def test_off_by_default_and_each_on_by_its_name(make: Make) -> None:
    assert set(templates(make(NOTES, name="notes.md"))) == {(0,)}
    for name, expected in (
        ("principle", [(0,), (0,), (0, 1), (0, 1), (0, 1)]),
        ("story", [(0,), (0, 2), (0, 2), (0,), (0,)]),
        ("questions", [(0, 1), (0,), (0,), (0,), (0,)]),
        ("aloud", [(0,)] * 5),
    ):
        deck = make(
            NOTES, name="notes.md", config=Config(deck="Interview", cards=(name,)), lock=False
        )
        assert templates(deck) == expected, name


def test_a_second_card_comes_later_and_the_first_keeps_its_schedule(
    make: Make, tmp_path: Path
) -> None:
    make(NOTES, name="notes.md")
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        studied = study(col, 3)
        before = {
            c: (col.get_card(c).due, col.get_card(c).ivl, col.get_card(c).reps) for c in studied
        }
        assert all(reps == 1 for *_, reps in before.values())
        make(NOTES, name="notes.md", config=ALL, now=1_764_003_600)
        log = imported(col, tmp_path / "deck.apkg")
        assert len(log.updated) == 5
        assert not log.conflicting
        assert sum(m.name.startswith("ankigen") for m in col.models.all_names_and_ids()) == 2
        assert {
            c: (col.get_card(c).due, col.get_card(c).ivl, col.get_card(c).reps) for c in studied
        } == before
        cards = [col.get_card(c) for c in col.find_cards("", order="c.due")]
        assert len(cards) == 5 + 3 + 2 + 1
        for card in cards:  # none of them is blank
            assert "The front of this card is blank" not in card.question()
        report = col.get_empty_cards()
        assert not report.notes


def test_what_the_second_cards_ask(make: Make, tmp_path: Path) -> None:
    make(NOTES, name="notes.md", config=ALL)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")

        def card(template: str, words: str) -> tuple[str, str]:
            (found,) = [
                c for i in col.find_cards(f'"card:{template}"')
                if words in (c := col.get_card(i)).note().fields[0]
            ]  # fmt: skip
            return found.question(), found.answer()

        front, back = card("Which principle", "numbers wrong")
        assert "Which principle does this question probe?" in front
        assert "Count Twice" not in front
        assert "Count Twice" in back
        front, back = card("Story to principles", "numbers wrong")
        assert "two hundred on paper" in front
        assert "numbers wrong" not in front
        assert "Count Twice" in back
        front, back = card("Questions and stories", "Count Twice")
        assert "numbers wrong" not in front
        assert "numbers wrong" in back
        assert "sixty blankets" in back


def test_read_aloud_by_the_device_in_the_language_of_the_script(make: Make, tmp_path: Path) -> None:
    make(NOTES, name="notes.md", config=ALL)
    with opened(tmp_path) as col:
        imported(col, tmp_path / "deck.apkg")
        said = {}
        for number in col.find_cards("card:Question"):
            card = col.get_card(number)
            (tag,) = card.render_output().question_av_tags
            said[card.note().fields[0]] = (tag.field_text, tag.lang)
            assert not card.render_output().answer_av_tags
        assert said["When were the numbers wrong?"] == ("When were the numbers wrong?", "en_US")
        assert said['<span lang="zh">你什么时候数错了？</span>'] == ("你什么时候数错了？", "zh_CN")
    make(NOTES, name="notes.md", lock=False, out="quiet.apkg")
    (tmp_path / "quiet").mkdir()
    with opened(tmp_path / "quiet") as col:
        imported(col, tmp_path / "quiet.apkg")
        for number in col.find_cards(""):
            assert not col.get_card(number).render_output().question_av_tags


def test_the_note_types_are_frozen() -> None:
    """Fields, templates, ids and their order: a change forks the note type in every collection."""
    kinds = notetypes.load()
    frozen = {
        k.name: [
            k.id,
            [[f.name, f.id] for f in k.fields],
            [[t.name, t.id, t.switch] for t in k.templates],
        ]
        for k in kinds.values()
    }
    pinned = Path(__file__).parent / "notetypes.json"
    assert frozen == json.loads(pinned.read_text(encoding="utf-8"))
