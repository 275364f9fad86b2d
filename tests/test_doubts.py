"""Where the evidence is thin the reading says so, and its line of configuration gives the other one."""

from __future__ import annotations

import re

import pytest

from ankigen import config as configuration
from ankigen import reader
from ankigen.config import Config
from ankigen.reading import Reading, Role
from ankigen.source import Source

HALF_HEADINGS = "## Why bees?\nHoney.\n## The swarm in the school\nWe rang the fire brigade.\n"
HALF_BULLETS = (
    "Notes for Monday\n\n- Tell me about a storm you sat out\n- the roof of the chapel\n"
    "- What did you lose?\n- the boat and both oars\n"
)
ONE_LINE = "Tell me about the last harvest.\n\nIt rained, and we cut by hand.\n"


TWO_STYLES = (
    "1. Count Twice\nNumbers that matter are counted again.\n- What did you count last?\n\n"
    "2. Leave It Dry\nA wet rope is a short rope.\n- When did you dry something in time?\n\n"
    "## Harbour Nights\n- Tell me about a night you stayed awake.\n\n"
    "## Winter Work\n- What do you mend in January?\n"
)


def read(text: str, config: Config | None = None) -> Reading:
    return reader.read([Source("notes.txt", text)], config or Config())


def roles(reading: Reading) -> list[Role]:
    return [line.role for line in reading.accounts[0].lines]


def doubt(reading: Reading) -> list[str]:
    return [d.hint for d in reading.diagnostics if d.code == "doubtful-style"]


@pytest.mark.parametrize("text", [HALF_HEADINGS, HALF_BULLETS, ONE_LINE])
def test_the_line_of_a_doubt_gives_the_other_reading(text: str) -> None:
    first = read(text)
    (hint,) = doubt(first)
    line = re.search(r'roles: \{"(?P<style>[^"]+)": (?P<role>\w+)\}', hint)
    assert line is not None, hint
    second = read(text, configuration.parse(Source("ankigen.yaml", line[0] + "\n")))
    changed = [
        (a, b) for a, b in zip(roles(first), roles(second), strict=True) if a is Role.QUESTION
    ]
    assert changed
    assert all(b is not Role.QUESTION for _, b in changed)
    assert not doubt(second)


def test_where_all_lines_ask_there_is_no_doubt() -> None:
    assert not doubt(read("## Why bees?\nHoney.\n## Why not wasps?\nNo honey.\n"))


def test_every_style_that_asks_is_told_with_its_numbers() -> None:
    (account,) = read("- Tell me about a storm.\n- What did you lose?\n").accounts
    assert account.lines[0].why == '2 of 2 lines marked "-" ask'


def test_two_styles_that_may_name_principles() -> None:
    first = read(TWO_STYLES)
    assert [p.name for p in first.notebook.principles] == ["Count Twice", "Leave It Dry"]
    assert doubt(first) == ['if they are: roles: {"##": principle} in ankigen.yaml']
    settings = configuration.parse(Source("ankigen.yaml", 'roles: {"##": principle}\n'))
    second = read(TWO_STYLES, settings)
    assert [p.name for p in second.notebook.principles][2:] == ["Harbour Nights", "Winter Work"]
    assert second.notebook.records[2].principles == ("Harbour Nights",)
    assert not doubt(second)
