"""How records become cards: folds and their cues, cases, stories to borrow."""

from __future__ import annotations

import re
from collections.abc import Callable

from ankigen import build
from ankigen.config import Config

Make = Callable[..., build.Deck]
LONG = (
    "We counted the blankets in the van and in the store, and then we counted them once more. " * 6
)


def fields(deck: build.Deck, words: str) -> dict[str, str]:
    """The fields of the note whose question holds `words`, by name."""
    note = next(n for n in deck.stamped.notes if words in n.fields[0])
    names = [f.name for f in deck.note_types[note.note_type].fields]
    return dict(zip(names, note.fields, strict=True))


def folds(html: str) -> list[tuple[str, str, str]]:
    """Class, name and cue of each fold, in order."""
    found = re.findall(
        r'<details class="(\w+)"><summary class="tappable"><span class="name" dir="auto">(.*?)</span>'
        r'(?: <span class="cue" dir="auto">(.*?)</span>)?</summary>',
        html,
    )
    assert html.count("<details") == html.count("</details>") == len(found)
    return found


def test_steps_are_folds_with_their_first_words(make: Make) -> None:
    deck = make(
        "• When were you wrong?\nIn short: twice.\nS: two hundred on **paper**, and `ls <stock>` said one hundred and forty\n"
        "T: find sixty\nA: I counted\n- shelf by shelf\nR: \\(58\\) in the van & 2 out\n• Who counts?\n"
    )
    answer = fields(deck, "wrong")["Answer"]
    assert answer.startswith('<div dir="auto"><p>In short: twice.</p></div><details class="beat">')
    assert folds(answer) == [
        ("beat", "Situation", "two hundred on paper, and ls &lt;stock&gt; said…"),
        ("beat", "Task", "find sixty"),
        ("beat", "Action", "I counted shelf by shelf"),
        ("beat", "Result", "\\<span></span>(58\\<span></span>) in the van &amp; 2 out"),
    ]


def test_beyond_a_screenful_all_but_the_first_paragraph_folds(make: Make) -> None:
    text = f"• When were you wrong?\nFirst this.\n\n{LONG}\n\n{LONG}\n\n• Who counts?\nFirst this.\n\n{LONG}\n"
    deck = make(text)
    long, short = fields(deck, "wrong")["Answer"], fields(deck, "Who")["Answer"]
    assert long.startswith('<div dir="auto"><p>First this.</p></div><details class="more">')
    assert folds(long) == [("more", "Read on", "We counted the blankets in the van and in…")]
    assert folds(short) == []
    assert long.count("then we counted them once more") == 12


def test_a_list_that_starts_a_long_answer_stays_whole(make: Make) -> None:
    items = "".join(f"- {LONG[:80]}\n" for _ in range(10))
    deck = make(f"### When were you wrong?\n\n{items}\n{LONG}\n\n### Who counts?\n", name="n.md")
    answer = fields(deck, "wrong")["Answer"]
    shown, _, folded = answer.partition("<details")
    assert shown.count("<li>") == shown.count("</li>") == 10
    assert shown.endswith("</ul></div>")
    assert "<li>" not in folded


def test_cases_are_blocks_of_their_own(make: Make) -> None:
    deck = make(
        "** When were you wrong?\n*** Case 1:\nIn the van.\n*** Case 2\nS: one\nT: two\nA: three\nR: four\n** Who counts?\n"
    )
    assert [f[:2] for f in folds(fields(deck, "wrong")["Answer"])] == [
        ("case", "Case 1"), ("case", "Case 2"),
        ("beat", "Situation"), ("beat", "Task"), ("beat", "Action"), ("beat", "Result"),
    ]  # fmt: skip


NOTES = """\
1. Count Twice
Then once more.

Case 1: The winter we lost sixty blankets.

• When were you wrong?
In the van, on the road.
• Who counts?
"""


def test_stories_to_borrow_stand_under_their_principle(make: Make) -> None:
    deck = make(NOTES)
    borrowed = fields(deck, "Who")["Borrowed"]
    assert borrowed.startswith('<h2 dir="auto">Stories of Count Twice, to borrow</h2>')
    assert folds(borrowed) == [
        ("lent", "The winter we lost sixty blankets.", ""),
        ("lent", "In the van, on the road.", "told for: When were you wrong?"),
    ]
    assert fields(deck, "Who")["Answer"] == ""
    assert fields(deck, "wrong")["Borrowed"] == ""


def test_fields_say_where_it_came_from(make: Make) -> None:
    deck = make(
        "# Warm-up & more\n\n## Why bees?\n\nHoney.\n\n## Why wax?\n\nLight.\n", name="a/n.md"
    )
    found = fields(deck, "bees")
    assert (found["Source"], found["Group"]) == ("n.md", "Warm-up &amp; more")
    assert found["Id"] == deck.stamped.notes[0].guid
    assert [v for k, v in found.items() if k.startswith(("Spare", "Ask", "Read", "Spoken"))] == [
        ""
    ] * 10


def test_formulas_reach_question_and_answer(make: Make) -> None:
    notes = "• What is \\(x^2\\)?\nIt is $$x * x$$ and _more_.\n• Who counts?\n"
    found = fields(make(notes, config=Config(deck="D", math=True)), "What")
    assert found["Question"] == "What is \\(x^2\\)?"
    assert "\\[x * x\\] and <em>more</em>" in found["Answer"]
    assert "\\(" not in fields(make(notes, lock=False), "What")["Question"]
