"""The pages of docs/ are run: files are written, commands and Python are executed, output is compared.

In a page, a block that names a file ("```yaml ankigen.yaml") is written; a `console` block runs its
"$ ankigen ..." lines and shows what they print; a `pycon` block is Python with what it shows. Every
section (##) has a folder of its own. `pytest --rewrite` writes the output anew: read the diff."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ankigen import config as configuration
from ankigen.cli import main
from ankigen.config import KEYS
from ankigen.source import Source

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("notes.md", "configuration.md", "library.md", "history.md")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


def sections(page: str) -> list[str]:
    """The parts of a page; headings inside of blocks begin none."""
    parts, inside = [""], False
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines(keepends=True):
        inside ^= line.startswith("```")
        if line.startswith("## ") and not inside:
            parts.append("")
        parts[-1] += line
    return parts


def cases() -> Iterator[tuple[str, int]]:
    for page in PAGES:
        for number, text in enumerate(sections(page)):
            if re.search(r"^```(?:console|pycon)$", text, re.M):
                yield page, number


def test_every_page_has_examples() -> None:
    for page in PAGES:
        assert sum(p == page for p, _ in cases()) >= 5, page


def run(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints, on both streams; with "> FILE" its standard output goes there, with
    "| grep WORD" only lines with that word are shown."""
    line, _, word = line.partition(" | grep ")
    line, _, target = line.partition(" > ")
    out, both = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "argv", shlex.split(line))
    with (
        contextlib.redirect_stdout(out if target else both),
        contextlib.redirect_stderr(both),
        pytest.raises(SystemExit) as end,
    ):
        main()
    if target:
        Path(target).write_text(out.getvalue(), encoding="utf-8")
    code = end.value.code
    shown = [s for s in both.getvalue().splitlines(keepends=True) if word in s]
    return "".join(shown) + (f"[exit {code}]\n" if code and not word else "")


def session(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A console block with the output that its commands have now."""
    shown = ""
    for line in re.findall(r"^\$ (ankigen .*)$", text, re.M):
        shown += f"$ {line}\n{run(line, monkeypatch)}"
    return "\n".join(s.rstrip() for s in shown.split("\n"))


@pytest.mark.parametrize(("page", "number"), list(cases()), ids=lambda v: str(v))
def test_the_page_shows_what_happens(
    page: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    text = sections(page)[number]
    names: dict[str, object] = {}

    def now(block: re.Match[str]) -> str:
        kind, name, body = block[1], block[2], block[3]
        if name:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(body, encoding="utf-8")
        elif kind == "console":
            body = session(body, monkeypatch)
        elif kind == "pycon":
            assert ">>> " in body
            test = doctest.DocTestParser().get_doctest(body, names, page, page, 0)
            told = io.StringIO()
            runner = doctest.DocTestRunner(
                optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
            )
            runner.run(test, out=told.write, clear_globs=False)
            names.update(test.globs)
            assert not runner.failures, told.getvalue()
        return f"```{kind}{' ' + name if name else ''}\n{body}```"

    again = BLOCK.sub(now, text)
    if rewrite and again != text:
        whole = (DOCS / page).read_text(encoding="utf-8")
        (DOCS / page).write_text(whole.replace(text, again), encoding="utf-8")
    assert again == text or rewrite


def test_every_key_of_the_configuration_has_a_section() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    for key in KEYS:
        assert f"\n## {key}\n" in page
        assert re.search(rf"^{key}: .*# ", page, re.M), f"{key} is not in the overview"


def test_the_overview_is_a_configuration() -> None:
    text = re.search(
        r"^```yaml\n(.*?)^```$", (DOCS / "configuration.md").read_text("utf-8"), re.M | re.S
    )
    assert text
    config = configuration.parse(Source("ankigen.yaml", text[1]))
    assert config.roles
    assert config.math
