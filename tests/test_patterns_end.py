"""Texts on which a careless pattern would not end before the next interview."""

from __future__ import annotations

import pytest

from ankigen import evidence, pointers, reader, spelling
from ankigen.principles import Names
from ankigen.source import Source

HARD = {
    "dashes": "-" * 500 + " x",
    "to-dos": "todo - " * 200 + "x",
    "dots": "see " + "." * 20_000 + "x",
    "spaces": "Tell me" + " " * 1_900 + "x)",
    "org spaces": "* Why" + " " * 50_000 + ":x",
    "cell": "| question | answer |\n|--|--|\n| why? | a" + " " * 50_000 + "b |",
    "summaries": "<summary " * 10_000,
    "tables": "a | b\n--- | ---\n" * 3_000,
    "a list": "\n".join("  " * (i % 4) + f"- and so on it went {i}" for i in range(20_000)),
    "advice that goes on": "Tip: be short\n" + "you do it so\n" * 20_000,
    "values again and again": "Our values:\nOwn It\n" * 5_000,
    "topics again and again": "I. Rules\na. Tell me about a time you won.\n\n" * 5_000,
    "a label and spaces": "Tip" + " " * 50_000 + "x\n" + "Note: " + "“" * 50_000 + "x",
    "hashtags": "Q: why" + " #a" * 50_000 + " x\nQ: why" + " " * 50_000 + "#x",
    "meanings": "## Own It\n= so we do\n- Tell me about you?\n" * 3_000,
    "drawers": "- ## A\n- ## B\n" + "  :LOGBOOK:\n" * 10_000,
    "a box and a gap": "- [ ] write it" + "\n" * 20_000 + "more",
    "quotation signs": "> " * 100_000,
    "headings": "## Abc def\n- Tell me about you?\n" * 3_000,
    "numbers": "\n".join(f"{i % 90}. Some thing" for i in range(5_000)),
}


@pytest.mark.parametrize("suffix", ["txt", "md", "org"])
@pytest.mark.parametrize("name", HARD)
def test_reading_ends(name: str, suffix: str) -> None:
    text = "• Why is it so?\n" + HARD[name]
    read = reader.read([Source(f"notes.{suffix}", text)])
    assert len(read.accounts[0].lines) == text.count("\n") + 1


def test_signs_alone_are_to_be_done_and_words_are_not() -> None:
    assert evidence.is_todo("-" * 60)
    assert evidence.is_todo("TBD ... todo?")
    assert not evidence.is_todo("-" * 60 + "x")
    assert not evidence.is_todo("todo - " * 60 + "x")


def test_a_pointer_is_what_stands_between_its_signs() -> None:
    assert pointers.pointer('see "The deadline" ---') == "The deadline"
    assert pointers.pointer("same as above.") == "above"
    assert pointers.pointer("like row 1") == "1"
    assert pointers.pointer("see III d, the other way round") is not None
    assert pointers.pointer("like the bus line") is None  # it tells something
    assert pointers.pointer("see *Who held the rope?*") == "Who held the rope?"
    assert pointers.pointer("use *humour*, but never *sarcasm*") is None


def test_brackets_at_the_end_are_taken_one_by_one() -> None:
    text, tails = spelling.tails("Why? (a) [b, (c)] (d")
    assert (text, tails) == ("Why? (a) [b, (c)] (d", ())
    text, tails = spelling.tails("Why?  (a) [b] 【c】")
    assert (text, [t.words for t in tails]) == ("Why?", ["a", "b", "c"])
    assert spelling.tails("(all of it)") == ("(all of it)", ())


def test_hashtags_behind_a_question_are_tags() -> None:
    assert spelling.hashtags("Why us? #asked #work/first") == ("Why us?", ("asked", "work::first"))
    assert spelling.hashtags("Why us?** #asked") == ("Why us?", ("asked",))
    assert spelling.hashtags("Why #1?") == ("Why #1?", ())
    assert spelling.hashtags("#asked") == ("#asked", ())
    assert len(spelling.hashtags("Why" + " #a" * 99)[1]) == 12


def test_the_longest_name_is_found_first_among_many() -> None:
    names = Names()
    for number in range(300):
        names.add(f"Value {number}")
    for name in ("Own It", "Own It All", "Say It"):
        names.add(name)
    found = names.match("own it all, say it")
    assert found is not None and found.names == ("Own It All", "Say It") and not found.odd
    near = names.match("own it al")
    assert near is not None and near.names == ("Own It All",) and near.odd
