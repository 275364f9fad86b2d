"""Does any pattern, or reading as a whole, take more than its share of time on longer input?

usage: python tests/growth.py [--all]

Every compiled pattern of ankigen is run over long repeats of what could make it try again and again,
and over twice as much. Linear work takes twice as long; what takes more than three times is printed
(with --all, everything is). The same is done for whole notes: read, made to cards, written."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ankigen
from ankigen import build
from ankigen import config as configuration
from ankigen.diagnostics import NotesError
from ankigen.source import Source

ROOT = Path(ankigen.__file__).parent
NOW = 1_764_000_000
PIECES = (
    "[", "]", "(", ")", "*", "**", "_", "__", "`", "```", "~", "~~", " ", "\t", "|", "| ", "|-", "-", "- ", "--", "–", "1", "1.", "1. ",
    ":", ": ", '"', "'", "“", "<", ">", "> ", "&", "&#", "&a", "[](", "![](", "[[", "[x", "<a", "<!--", "<br", "<img ", '<img src="', "</",
    "<details>", "<summary>", "#", "# ", "=", "/", "+", "\\", "\\(", "$$", "$", "{{", "{{#a}}", "}}", "a", "A", "a ", "then ", "a-", "a_b ",
    "a?", "?", "a? ", "e\u0301", "\u0301", "你", "你？", "（", "\u00a0", "\u200b", "[sound:", "url(", "@import ", "/*", "S: ", "Q: ",
    "Case 1: ", "http://", "a@b.", "a,", "a;", ",", "…", ".", "!", "![", "@", "^", "%", ";", "\n", "\n\n", " \n", "a\n", "- a\n", "* a?\n",
    "1. a\n", "# a\n", "> a\n", "| a | b |\n", "|-|-|\n", "<details>\n", "Q: a\n", "A: a\n", "S: a\n", "Case 1: a\n", "```\n", "---\n", "===\n",
    "  - a\n", "\t\n", ":a:\n", "#+begin_src\n", "a:\n", "a (b)\n", "Why? (A, B)\n", "[^1]: a\n", "xx ", "\r", "\x0c", "\u2028",
)  # fmt: skip
SHORT = 0.02  # seconds of processor time below which a ratio says nothing


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of ankigen, in whatever it stands, by the name it hangs on."""
    seen: set[tuple[str, int]] = set()

    def inside(name: str, value: Any, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
        if isinstance(value, re.Pattern):
            key = value.pattern, value.flags
            if isinstance(value.pattern, str) and key not in seen:
                seen.add(key)
                yield name, value
        elif depth and isinstance(value, dict):
            for key, inner in value.items():
                yield from inside(f"{name}[{key!r}]"[:60], inner, depth - 1)
        elif depth and isinstance(value, (list, tuple, set, frozenset)):
            for number, inner in enumerate(value):
                yield from inside(f"{name}[{number}]", inner, depth - 1)

    for found in pkgutil.walk_packages(ankigen.__path__, "ankigen."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            yield from inside(f"{found.name.removeprefix('ankigen.')}.{name}", value, 3)


def took(call: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    call(text)
    return time.process_time() - began


def growth(call: Callable[[str], object], piece: str, limit: int) -> tuple[int, float, float]:
    """The size from which time can be told, what it took, and how many times that twice as much takes."""
    size = 1_000
    text = piece * (size // len(piece))
    while (first := took(call, text)) < SHORT:
        if size >= limit:
            return size, first, 0.0
        size, text = size * 2, text + text
    second = min(took(call, text + text) for _ in range(2))
    return size, first, second / min(first, took(call, text))


def as_used(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Runs a pattern in the ways in which its module runs it, all of them where that cannot be told."""
    known = name.partition("[")[0].rpartition(".")[2]
    code = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py"))
    used = set(
        re.findall(
            rf"\b{re.escape(known)}\.(match|search|fullmatch|finditer|findall|sub|split)\b", code
        )
    )
    once = [getattr(pattern, n) for n in ("match", "search", "fullmatch") if n in used]

    def run(text: str) -> None:
        for around in ("", "x", "\n"):
            whole = f"{around}{text}{around}"
            for call in once:
                call(whole)
            if used - {"match", "search", "fullmatch"} or not used:
                sum(1 for _ in pattern.finditer(whole))

    return run


def whole(name: str) -> Callable[[str], object]:
    def run(text: str) -> None:
        build.prepare([Source(name, f"- Why?\nSo: {text}\n\n{text}\n- Who? {text}\n")], now=NOW)

    return run


def settings(text: str) -> None:
    for before in ("", "deck: ", 'deck: "', "tags: ["):
        try:
            configuration.parse(Source("ankigen.yaml", before + text))
        except NotesError as error:
            assert error.diagnostics


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", default="", help="targets whose name holds this")
    asked = parser.parse_args()
    targets: list[tuple[str, Callable[[str], object], int]] = [
        (name, as_used(name, p), 32_000) for name, p in patterns()
    ]
    count = len(targets)
    targets += [(f"whole {n}", whole(n), 64_000) for n in ("n.txt", "n.md", "n.org")]
    targets.append(("whole ankigen.yaml", settings, 32_000))
    worse = 0
    for name, call, limit in targets:
        if asked.only not in name:
            continue
        for piece in PIECES:
            size, first, ratio = growth(call, piece, limit)
            bad = ratio > 3.0
            worse += bad
            if bad or asked.all:
                print(
                    f"{'!' if bad else ' '} {name:44} {piece!r:16} {size:7} {first:8.3f} s  ×{ratio:.1f}",
                    flush=True,
                )
    print(
        f"{count} patterns and {len(targets) - count} whole inputs with {len(PIECES)} repeats each: {worse} grow faster than their input"
    )
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
