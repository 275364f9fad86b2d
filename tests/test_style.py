"""The writer's own style sheet: appended as it is, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from ankigen import build
from ankigen.config import Config
from ankigen.source import Source


@pytest.mark.parametrize(
    ("css", "wrong"),
    [
        (".a { content: '}' } /* it's { */", ""),
        ('.a { background: url("data:image/png;base64,AA") }', ""),
        (".a { background: url(paper.png) }", "the package does not carry this file"),
        (".a { background: url(//x.org/p.png) }", "a phone without a net cannot load this"),
        ("/* </style> */", "this would end the style and show as text"),
        (".a { color: red", "a { without its }"),
        (".a {}}", "a } without its {"),
        ("/* open", "a comment that never ends"),
    ],
)
def test_what_a_style_sheet_may_hold(css: str, wrong: str, tmp_path: Path) -> None:
    (tmp_path / "mine.css").write_text(css, encoding="utf-8")
    deck = build.prepare(
        [Source("n.txt", "• Why?\n")], Config(style="mine.css", folder=tmp_path), now=1_764_000_000
    )
    assert [d.message for d in deck.diagnostics if d.code == "style-broken"] == [wrong] * bool(
        wrong
    )
    assert deck.note_types["question"].css.endswith(css) is not bool(wrong)
    assert deck.errors is bool(wrong)
