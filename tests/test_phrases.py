"""Lists of words are found as a pattern of them, with re.I, would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ankigen import advice, evidence, words
from ankigen.phrases import Phrases, folded, goes_on

# without the Cyrillic letters of old church prints, which stand for today's
LETTERS = "".join(chr(n) for n in range(0x3000) if not 0x1C80 <= n < 0x1C90)
LISTS = {
    "requests": (*words.asking.REQUESTS, *words.asking.REQUESTS_IN_FULL),
    "inside": words.asking.REQUESTS_INSIDE,
    "question words": (*words.asking.QUESTION_WORDS, *words.asking.QUESTION_WORDS_IN_FULL),
    "cases": words.telling.CASE_WORDS,
    "beats": tuple(name for names in words.telling.BEATS.values() for name in names),
    "labels of advice": words.advising.TIP_LABELS,
    "labels of notes": words.advising.NOTE_LABELS,
}
# Letters that have more than one small or capital form, and what stands between words.
ODD = st.sampled_from(["İ", "ı", "ſ", "K", "Å", "ẞ", "É", "_", " ", "-", "'", "?", "中", "で"])


def test_letters_are_one_where_re_takes_them_for_one() -> None:
    alike: dict[str, set[str]] = {}
    for letter in LETTERS:
        alike.setdefault(folded(letter), set()).add(letter)
        assert len(folded(letter)) == 1
    for letter in {c for phrases in LISTS.values() for phrase in phrases for c in phrase.strip()}:
        if letter < "\u3000":
            assert set(re.findall(re.escape(letter), LETTERS, re.I)) == alike[folded(letter)]


def test_a_latin_letter_goes_on_with_a_word() -> None:
    found = {letter for letter in LETTERS if goes_on(letter, 0)}
    assert found == set(re.findall("[a-zà-ÿ]", LETTERS, re.I))
    assert not goes_on("a", 1)


@pytest.mark.parametrize("name", LISTS)
@settings(deadline=None)
@given(data=st.data())
def test_phrases_are_found_as_a_pattern_finds_them(name: str, data: st.DataObject) -> None:
    phrases = LISTS[name]
    one = st.sampled_from(phrases).flatmap(lambda p: st.sampled_from([p, p.upper(), p.title()]))
    text = "".join(data.draw(st.lists(one | ODD | st.text(max_size=3), max_size=6)))
    longest = sorted({p.strip() for p in phrases}, key=len, reverse=True)
    pattern = re.compile(f"(?:{'|'.join(map(re.escape, longest))})(?![a-zà-ÿ])", re.I)
    known = Phrases(phrases)
    opening, anywhere = pattern.match(text), pattern.search(text)
    ends = [end for end in known.ends(text) if not goes_on(text, end)]
    assert ends[:1] == ([opening.end()] if opening else [])
    assert known.first(text) == (anywhere.end() if anywhere else 0)


HELD = {
    "own questions": (words.unasked.MY_QUESTIONS, words.unasked.MY_QUESTIONS_HOLD),
    "no questions": (words.unasked.NO_QUESTIONS_ANYWHERE, words.unasked.NO_QUESTIONS_HOLD),
    "principles": (words.naming.PRINCIPLE_WORDS, words.naming.PRINCIPLE_WORDS_HOLD),
    "serves": (words.telling.SERVES_ANYWHERE, words.telling.SERVES_HOLD),
}


@pytest.mark.parametrize("name", HELD)
@settings(deadline=None)
@given(data=st.data())
def test_all_that_a_pattern_finds_holds_what_is_looked_for_first(
    name: str, data: st.DataObject
) -> None:
    patterns, held = HELD[name]
    pattern = data.draw(st.sampled_from(patterns))
    text = data.draw(st.from_regex(re.compile(pattern, re.I)))
    assert any(word in folded(text) for word in held)


@given(
    text=st.from_regex(
        re.compile(f"{words.advising.TIP_WORDS}|{words.advising.SURE_TIP_WORDS}", re.I)
    )
)
def test_all_openings_of_advice_begin_as_is_looked_for_first(text: str) -> None:
    found = re.search(f"{words.advising.TIP_WORDS}|{words.advising.SURE_TIP_WORDS}", text, re.I)
    assert found is not None
    assert advice.may_open(text[found.start() :])


@pytest.mark.parametrize("frame", ["{}: x", "**{}:** x", "💡 {}： x", "【{}】x", "- {} (2): x"])
def test_a_label_of_advice_makes_a_tip(frame: str) -> None:
    for label in words.advising.TIP_LABELS + words.advising.NOTE_LABELS:
        for line in (frame.format(label), frame.format(label.capitalize())):
            assert evidence.labels_tip(line), line


@given(
    text=st.from_regex(re.compile("|".join(words.advising.INTERVIEW_WORDS), re.I), fullmatch=True)
)
def test_who_speaks_of_interviews_uses_the_words_that_are_looked_for(text: str) -> None:
    said = folded(text)
    held = any(word in said for word in words.advising.INTERVIEW_HOLD_CJK)
    assert held or not set(words.advising.INTERVIEW_HOLD).isdisjoint(said.split())


def test_requests_in_latin_letters_hold_what_is_looked_for_first() -> None:
    latin = [p for p in words.asking.REQUESTS_INSIDE if goes_on(p, 0)]
    assert len(latin) > 5
    for phrase in latin:
        assert any(word in folded(phrase) for word in words.asking.REQUESTS_INSIDE_HOLD)
