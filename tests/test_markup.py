"""What the writer typed is what the card shows, in every syntax and at every place."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankigen import markup
from ankigen.records import Syntax

SYNTAXES: tuple[Syntax, ...] = get_args(Syntax)

# Shown letter by letter, whatever the file is.
TYPED = (
    "List<int> and Map<String, List<T>>",
    "a < b && c > d",
    "$5 and $10",
    "{{x}} {{c1::y}} {{Question}} {{#Answer}}",
    "[sound:x.mp3] [anki:tts lang=en_US]x[/anki:tts]",
    r"\( x \) and \[ y \] and $$z$$",
    "<script>alert(1)</script> <img onerror=x>",
    "&nbsp; &amp; &lt;",
    "[latex]x[/latex] [$]x[/$] [$$]x[/$$]",
    "👩‍👩‍👧 and 🇪🇺",
    "مرحبا, she said, שלום",
    "snake_case_name and other_name",
    "*args and **kwargs",
    "5 * 3 * 2 = 30",
    r"C:\Users\new",
    "[x](javascript:alert(1))",
    "<sound:x>",
    "/usr/local/bin and and/or",
    "+30% and +5%",
    "2019. That was a year",
    "x --- y",
    "List<i>",
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def shown(html: str) -> str:
    words = _Words()
    words.feed(html)
    return words.text.strip()


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_shown_as_typed(text: str, syntax: Syntax) -> None:
    assert shown(markup.to_html(text, syntax)) == text
    assert shown(markup.inline(text, syntax)) == text
    assert shown(markup.to_html(f"- one\n- {text}\n", syntax)).endswith(text)
    # nothing of it is active: neither for Anki nor for MathJax, which reads one text node at a time
    for html in (markup.to_html(text, syntax), markup.inline(text, syntax)):
        assert not any(s in html for s in ("[sound:", "[anki:", "[latex]", "[$", r"\(", r"\["))
        assert "<script" not in html


@pytest.mark.parametrize("text", [t for t in TYPED if "\\" not in t])
def test_shown_as_typed_in_tables_headings_and_code(text: str) -> None:
    cell = text.replace("|", "")
    assert cell in shown(markup.to_html(f"| a | b |\n|---|---|\n| {cell} | 1 |", "markdown"))
    assert cell in shown(markup.to_html(f"| a | b |\n|---+---|\n| {cell} | 1 |", "org"))
    assert shown(markup.to_html(f"### {text}\n", "markdown")) == text
    for syntax in SYNTAXES:
        assert shown(markup.to_html(f"```\n{text}\n```", syntax)) == text
    assert shown(markup.to_html(f"#+begin_src\n{text}\n#+end_src", "org")) == text


FORMS: tuple[tuple[Syntax, str, str], ...] = (
    ("markdown", "**b** *i* `c<T>`", "<p><strong>b</strong> <em>i</em> <code>c&lt;T&gt;</code></p>"),
    ("plain", "**b** and `c<T>`", "<p><strong>b</strong> and <code>c&lt;T&gt;</code></p>"),
    ("org", "*b* /i/ =c= ~d~ +e+", "<p><strong>b</strong> <em>i</em> <code>c</code> <code>d</code> <s>e</s></p>"),
    ("org", "[[https://a.b/c][here]]", '<p><a href="https://a.b/c">here</a></p>'),
    ("plain", "[[https://a.b/c][here]]", '<p><a href="https://a.b/c">here</a></p>'),
    ("markdown", "[here](https://a.b/c 'x')", '<p><a href="https://a.b/c">here</a></p>'),
    ("markdown", "[here](intent://x) [there](notes.md)", "<p>here there</p>"),
    ("markdown", r"\*not\*", "<p>*not*</p>"),
    ("org", r"a\b\*", r"<p>a\b\*</p>"),
    ("markdown", "<b>b</b><br>and <i>i</i>", "<p><strong>b</strong><br>and <em>i</em></p>"),
    ("markdown", "> said\n> so", "<blockquote>\n<p>said<br>so</p>\n</blockquote>"),
    ("plain", "- a\n  - b\n    more\n- c", "<ul><li>a<ul><li>b<br>more</li></ul></li><li>c</li></ul>"),
    ("plain", "First:\n1. a\n2. b", "<p>First:</p><ol><li>a</li><li>b</li></ol>"),
    ("plain", "3. a\n5. b", '<ol start="3"><li>a</li><li value="5">b</li></ol>'),
    ("plain", "one\n  two\nthree", "<p>one<br>\u00a0\u00a0two<br>three</p>"),
    ("plain", "Bolts   14\nNuts    3", "<p>Bolts\u00a0\u00a0 14<br>Nuts\u00a0\u00a0\u00a0 3</p>"),
    ("plain", "a\n\n\nb", "<p>a</p><p>b</p>"),
    ("markdown", "a\n\n---\n\nb\n\n---", '<p>a</p>\n<hr class="gap">\n<p>b</p>'),
    ("markdown", "so:\n3. a\n4. b", '<p>so:</p>\n<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("markdown", "• a\n• b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("org", "- term :: what", "<ul>\n<li><strong>term</strong> what</li>\n</ul>"),
    ("plain", "a\x00\x1f\u200bb\u2028c", "<p>ab<br>c</p>"),
    ("plain", "e\u0301", "<p>\u00e9</p>"),
)  # fmt: skip


@pytest.mark.parametrize(("syntax", "text", "html"), FORMS)
def test_forms(syntax: Syntax, text: str, html: str) -> None:
    assert markup.to_html(text, syntax) == html


WRAPPED = """\
The first winter was long and we counted everything twice, because nobody
had counted anything before. When the van came we had sixty blankets less
than the list said. I rang the driver and asked him how many he had seen.
He said none.
"""


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_hard_wrapped_lines_are_joined(syntax: Syntax) -> None:
    assert markup.to_html(WRAPPED, syntax) == f"<p>{' '.join(WRAPPED.split())}</p>"


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_lines_that_the_writer_ended_stay(syntax: Syntax) -> None:
    lines = "We had two plans, and I was for the first one of them.\nIt took five weeks."
    assert markup.to_html(lines, syntax) == f"<p>{lines}</p>".replace("\n", "<br>")
    assert markup.to_html("fast\ncheap\ngood", syntax) == "<p>fast<br>cheap<br>good</p>"


def test_formulas_only_where_they_are_switched_on() -> None:
    text = r"We use \(a_1 * b_1 < 2\) and $$x^2$$, not $5, \( alone."
    on = markup.to_html(text, "markdown", math=True)
    assert r"\(a_1 * b_1 &lt; 2\)" in on
    assert r"\[x^2\]" in on
    assert "not $5, \\<span></span>( alone" in on
    assert "\\(" not in markup.to_html(text, "markdown")
    assert markup.inline(r"What is \(x\)?", math=True) == r"What is \(x\)?"
    assert "[sound:" not in markup.to_html(r"\([sound:x.mp3]\)", math=True)
    assert "\\[" not in markup.to_html("$$ one\n\n two $$", math=True)
    assert r"\\[2pt]" in markup.to_html(r"\(a \\[2pt] b\)", math=True)
    assert shown(markup.to_html("\ufdd07\ufdd1 \\(x\\)", math=True)) == r"7 \(x\)"


def test_files_become_pictures_and_sounds() -> None:
    def media(link: str) -> str | None:
        return {"a b.png": "a-1.png", "v.mp3": "v-2.mp3"}.get(link)

    picture = '<img src="a-1.png" alt="{}">'
    for syntax, text, said in (
        ("markdown", "![the map](<a b.png>)", "the map"),
        ("markdown", '<img src="a b.png" alt="the map">', "the map"),
        ("org", "[[file:a b.png]]", ""),
        ("plain", "[[./a b.png][the map]]", "the map"),
        ("plain", "<img alt='the map' src='a b.png'>", "the map"),
    ):
        assert picture.format(said) in markup.to_html(text, syntax, media=media)  # type: ignore[arg-type]
    for text in ("![v](v.mp3)", "<audio controls src='v.mp3'></audio>", "[hear](v.mp3)"):
        assert "[sound:v-2.mp3]" in markup.to_html(text, "markdown", media=media)
    assert markup.to_html("![no [sound:x]](no.png)", "markdown", media=media) == "<p><em>no &#91;sound:x]</em></p>"  # fmt: skip


def test_languages_that_a_script_tells() -> None:
    for text, lang in (
        ("plain words", ""), ("数了三遍", "zh"), ("三回数えました", "ja"), ("세 번 세었다", "ko"), ("عددت", "ar"),
        ("می‌گویم که", "fa"), ("ספרתי", "he"), ("сосчитал", "ru"), ("полічив", "uk"), ("Grüße", ""), ("OK 好", ""),
    ):  # fmt: skip
        assert markup.language(text) == lang, text
    mixed = markup.with_languages(markup.to_html("He said:\n\n数了三遍\n\n- عددت\n- three"))
    assert '<p lang="zh">数了三遍' in mixed
    assert '<li lang="ar">عددت' in mixed
    assert mixed.count("lang=") == 2


@given(st.text(max_size=300), st.sampled_from(SYNTAXES), st.booleans())
def test_any_text_becomes_html_of_ours(text: str, syntax: Syntax, math: bool) -> None:
    text = text.encode("utf-8", "replace").decode()
    words = _Words()
    words.feed(markup.to_html(text, syntax, math=math) + markup.inline(text, syntax, math=math))
    known = (
        "p br ul ol li pre code blockquote div table thead tbody tr th td strong em s a img hr span"
    )
    assert set(words.tags) <= set(known.split())
