"""Does any pattern, or reading as a whole, take more than its share of time on longer input?

usage: python tests/growth.py [--all] [--pairs]

Every compiled pattern of ankigen is run over long repeats of what could make it try again and again,
and over twice as much. Linear work takes twice as long; what takes more than three times is printed
(with --all, everything is). The same is done for whole notes: read, made to cards, written. With --pairs
instead: notes in which each two of many kinds of lines alternate a thousand times."""

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
from ankigen.patterns import late
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
# Lines of every kind, {} for a number; each two of them are repeated below what OPENS holds.
LINES = (
    "", "- and so it went {}", "  - deeper {}", "    - deeper still {}", "• Tell me about a time {}?", "• a short name {}", "Why did it go wrong {}?",
    "It was late and number {} had left the building, so I went down.", "Own It {}", "**Own It {}**", "**Why {}?**", "## Heading {}", "### Why {}?",
    "{}. Own It", "3. Why did {} leave?", "a) Why {}?", "Q: Why {}?", "A: So {}.", "-> So {}", "S: It was {}.", "Result", "Case {}:", "CAPITALS {}",
    "| why {}? | so | Own It |", "|---|---|---|", "---", "> quoted {}", "<details><summary>Why {}?</summary>", "</details>", "    indented {}", "```",
    "Tip: say {}", "(Own It {})", "Tell me about {}. (Own It, Ask {})", "[[Own It {}]]", "Values: *Own It {}*, *Ask Twice*", "See case {}", "--*: Own {}",
    "TODO {}", "-", "<!-- {} -->", "[link](http://a.b/{})", "1. The same again", "the same line again",
    "Our values:", "V. Rules", "a. Tell me about a time you won {}.", "ME: so it was {}", "you do it so", "(you do it", "A{}. Beginnings",
    "(B) Own It", "Own It - who sees it, mends it", "- Own It: tell me about {}", "- Why us? -> Own It", "**Why {}?** So.", "Advertisement",
    "! Why {}", "Nr. {}: why us", "- Q: why {}?", "- A: so {}", "Q:", "### Question", "## Value: Own It {}", "Round {}: Own The Mess", "1) why {}?",
    "- **Own It {}**", "Own It {}:", "number {}\tso\tand so", "[18:00] Ann: why {}?", "[18:01] Ben: so {}", "o\tWhy {}?", "▪\tso {}", "Why {}? - Own It",
    "Why {}? #own-it", "*Own It*", "> [!todo] later {}", ": in a wiki {}", "== Own It {} ==", "| Q | why {}? |", "### Questions",
    "[A] Own It", "[B] Own {}", ": so it is {}", "// so it is {}", "{}- Tell me about {}", "**{}. Why?** - *Own It*", "> Conflict {}", "> Why did {} leave?",
    "## It {} is better.", "Your turn", "My questions:", "<summary>Q{} Salary</summary>", "- DONE {}", "THE SAME QUESTION", "12. The {}", "❓ **Why {}?**",
    "Page {}", "What is so good about the work that you do in\nthe shop?",
)  # fmt: skip
OPENS = (
    "",
    "• Tell me about a time you failed.\n",
    "## Own It\n\nWe stay until it is done.\n\n- Why did it fail?\n",
)
LATE = type(late(""))  # a pattern that is compiled when it is first used
SHORT = 0.02  # seconds of processor time below which a ratio says nothing


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of ankigen, in whatever it stands, by the name it hangs on."""
    seen: set[tuple[str, int]] = set()

    def inside(name: str, value: Any, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
        if isinstance(value, LATE):
            value = re.compile(*value._source)
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


def pair(opens: str, one: str, two: str) -> tuple[float, float]:
    """What 1,200 times the two lines take, and how many times what 300 of them take."""

    def seconds(times: int) -> float:
        rows = (line.replace("{}", str(i)) for i in range(times) for line in (one, two))
        source = Source("n.txt", opens + "\n".join(rows) + "\nThe end.\n")
        began = time.process_time()
        build.prepare([source], now=NOW)
        return time.process_time() - began

    few, many = (min(seconds(n) for _ in range(2)) for n in (300, 1_200))
    return many, many / few


def pairs() -> int:
    """Prints each pair of lines that takes more than six times as long for four times as much."""
    worse = 0
    for one in LINES:
        for two in LINES:
            for opens in OPENS:
                many, ratio = pair(opens, one, two)
                if many > SHORT and ratio > 6 and pair(opens, one, two)[1] > 6:
                    worse += 1
                    print(
                        f"! {opens[:12]!r} {one!r} {two!r} {many:8.3f} s  ×{ratio:.1f}", flush=True
                    )
    print(f"{len(LINES) ** 2 * len(OPENS)} pairs of lines: {worse} grow faster than their input")
    return worse


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
    parser.add_argument("--pairs", action="store_true")
    asked = parser.parse_args()
    if asked.pairs:
        return 1 if pairs() else 0
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
