"""How alike two questions are, by the words that matter in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

from ankigen import words
from ankigen.spelling import has_cjk, question_key

Words = tuple[str, ...]
_STEM = 5  # letters of a word by which its forms are one: manager, management
_ALIKE = 80.0  # percent, from where two words are one word, misspelt or inflected
_ASKING = 0.2  # what a word counts that only asks ("tell me about a time")
_ALL_PAIRS = 20_000  # below this, every pair is compared
_LOOK_UPS = 2_000  # others that share a word, of which the best are compared word for word
_BEST = 12
_SAMPLE = 5_000  # questions from which the rarity of words is learnt

# Words of many questions that no list of ways of asking holds.
_FREQUENT = (
    "a an the and or of to in on for with from at by as that this it its is was were are be been have has had did "
    "do does you your yours me us my our when where what which who whom whose how why not no any some one time times "
    "example examples situation something someone story stories shows show about can could would will ever came come give given want like "
    "der die das den dem ein eine einen einem einer und oder von zu mit bei sie ihr ihre ihnen ihrem ihren situation "
    "le la les un une des du de et ou que qui dans vous votre vos avez fois el los las una del y o en con su sus vez "
    "o os as um uma do da no na e com seu sua"
)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    asking = (*words.asking.REQUESTS, *words.asking.REQUESTS_INSIDE, *words.asking.QUESTION_WORDS)
    keys = (w for phrase in asking for w in question_key(phrase).split())
    return frozenset((*_FREQUENT.split(), *keys))


def split(text: str) -> Words:
    """The words of a question, folded; for writing without spaces, its pairs of characters."""
    found: list[str] = []
    for word in question_key(text).split():
        if has_cjk(word):
            found += [word[i : i + 2] for i in range(max(len(word) - 1, 1))]
        else:
            found.append(word)
    return tuple(found)


def weigh(texts: Sequence[str]) -> Mapping[str, float]:
    """What each stem counts: rare ones much, those that many of `texts` hold little."""
    sample = texts[:: max(len(texts) // _SAMPLE, 1)]
    held = Counter(stem for text in sample for stem in {w[:_STEM] for w in split(text)})
    most = len(sample) + 1
    weights: dict[str, float] = defaultdict(lambda: math.log(1 + most))
    weights |= {stem: math.log(1 + most / number) for stem, number in held.items()}
    return weights


def _weight(word: str, weights: Mapping[str, float]) -> float:
    return weights[word[:_STEM]] * (_ASKING if word in _common() else 1.0)


def likeness(one: Words, two: Words, weights: Mapping[str, float]) -> float:
    """0 to 100: the share of weight in words that both hold, in whatever order and form."""
    if one == two:
        return 100.0
    left, right = Counter(one), Counter(two)
    whole = sum(_weight(w, weights) for w in one) + sum(_weight(w, weights) for w in two)
    both = left & right
    shared = sum(2 * n * _weight(w, weights) for w, n in both.items())
    rest = list((right - both).elements())
    for word in (left - both).elements():
        found, like = _partner(word, rest)
        if found:
            rest.remove(found)
            shared += like * (_weight(word, weights) + _weight(found, weights))
    return 100 * shared / whole if whole else 0.0


def replaced(one: Words, two: Words) -> bool:
    """Does each hold a word that asks for something, and that the other has in no form? Then one thing
    stands for another: a colleague for a coworker, or a strength for a weakness."""
    rest = list((Counter(two) - Counter(one)).elements())
    alone = False
    for word in (Counter(one) - Counter(two)).elements():
        found, _ = _partner(word, rest)
        if found:
            rest.remove(found)
        elif word not in _common():
            alone = True
    return alone and any(word not in _common() for word in rest)


@lru_cache(maxsize=1)
def _ratio() -> Callable[..., float]:
    from rapidfuzz import fuzz  # late: most builds reword nothing

    return fuzz.ratio


def _partner(word: str, others: Sequence[str]) -> tuple[str, float]:
    """The word of `others` that is another form of `word`, and how like it is, up to 1."""
    ratio = _ratio()
    best, most = "", 0.0
    for other in others:
        like = ratio(word, other, score_cutoff=_ALIKE) / 100
        if len(word) >= _STEM and word[:_STEM] == other[:_STEM]:
            like = max(like, 0.9)
        if like > most:
            best, most = other, like
    return best, most


def pairs(
    new: Sequence[Words], old: Sequence[Words], weights: Mapping[str, float]
) -> Iterator[tuple[int, int, float]]:
    """(place in `new`, place in `old`, likeness) of all that may be the same question. Where there
    are many, only those are compared that share words which few of them have."""
    if len(new) * len(old) <= _ALL_PAIRS:
        for i, one in enumerate(new):
            for j, two in enumerate(old):
                yield i, j, likeness(one, two, weights)
        return
    index: dict[str, list[int]] = defaultdict(list)
    for j, two in enumerate(old):
        for stem in {w[:_STEM] for w in two}:
            index[stem].append(j)
    for i, one in enumerate(new):
        for j in _near(one, index, weights):
            yield i, j, likeness(one, old[j], weights)


def _near(
    one: Words, index: Mapping[str, Sequence[int]], weights: Mapping[str, float]
) -> list[int]:
    """Places of those that share the most weight with `one`: its rarest words are looked up first, and
    words that very many hold only while that costs little."""
    found: dict[int, float] = defaultdict(float)
    stems = {w[:_STEM]: _weight(w, weights) for w in one if w[:_STEM] in index}
    left = _LOOK_UPS
    for stem in sorted(stems, key=lambda s: len(index[s])):
        places = index[stem]
        if len(places) > left and found:
            break
        left -= len(places)
        for j in places[:_LOOK_UPS]:
            found[j] += stems[stem]
    return nlargest(_BEST, found, key=lambda j: (found[j], -j))
