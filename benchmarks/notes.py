"""Notes for the benchmark: any number of answered questions in the layout that people's files have.

Sentences are built word by word from a fixed seed, so the same count gives the same notes. The text packs
better than prose that people write: deflate leaves 26 % of it, and 41 % of the notes in `sources/`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

_NOUNS = """agenda alarm answer archive backlog ballot bakery bearing bench boiler bottle bridge budget
builder cable calendar campaign canteen chapter charter chart clinic colleague column committee compass
contract corridor counter courier customer cupboard deadline delivery depot design detour draft drawer
driver editor engine envelope estimate evening factory ferry festival filter forecast foundation freight
furnace gardener gauge handbook handover harbour hearing hinge hospital index inspector intern interview
invoice island journal keyboard kitchen ladder lantern laundry leaflet ledger lesson library lighthouse
manager manual market meadow measure meeting mentor message mill morning museum neighbour notebook nurse
office orchard oven package parcel partner patient pattern payroll permit pilot pipeline planner platform
plumber policy printer proposal pump quarter question quota radio railway recipe reading record refund
rehearsal release repair report request reservoir review roster route sample scaffold schedule school
screen season sensor server session shelter shift signal sketch spreadsheet station storage supplier
survey switch table target teacher tender theatre ticket timetable tower tractor training transfer
tutor upgrade valve vendor village visitor volunteer warehouse warning weather website window workshop""".split()
_ADJECTIVES = """absent awkward bitter blunt brief broken careful central cheap clumsy costly crowded daily
delicate distant double dusty early empty exact faint familiar final formal fragile gentle growing handy
heavy honest hollow idle joint junior late local lonely loud major minor modest narrow nervous northern
obvious odd older open outdated patient plain polite private proper public quiet rapid regular remote
rough rusty senior shallow shared silent simple single slow southern spare steady steep strict stubborn
sudden tender thorough timid tired tiny unfinished unlikely urgent useful vague wary weekly wooden""".split()
_VERBS = """accepted adjusted admitted announced answered arranged audited balanced borrowed broke built
cancelled carried challenged changed checked chose cleared closed collected compared copied corrected
counted covered defended delayed delivered described designed doubted drafted emptied explained extended
fixed followed found gathered handled improved inspected invented joined kept labelled learned left lifted
listed lost managed mapped measured mended merged missed moved noticed opened ordered organised owned
packed painted planned postponed prepared printed proposed protected questioned rebuilt recorded reduced
refused rehearsed removed renamed repaired replaced rescued returned reviewed saved searched settled
shared showed signed simplified sketched solved sorted stopped studied supported swapped tested traced
trained translated trusted updated visited warned watched weighed welcomed wrapped wrote""".split()
_PEOPLE = """Abena Bruno Carla Dmitri Edda Farid Greta Hamid Ines Jonas Kirsti Lorenzo Mirjam Nadia
Oskar Paula Quentin Rosa Samir Tilda Ulrich Vera Wanda Yusuf Zofia""".split()
_TIMES = (
    "last spring", "on a Monday", "two days before the launch", "in my second year", "late that week",
    "at the end of the month", "during the night shift", "before lunch", "after the first test",
)  # fmt: skip
_ADVERBS = """again alone already anyway barely carefully eventually gladly hardly instead kindly later mostly
nearly never often openly partly perhaps privately quickly quietly rarely recently secretly seldom slowly
somehow soon suddenly together twice usually""".split()
_LINKS = """and but so while because until although once though unless since whereas before after""".split()
_CLAUSES = (
    "the {a} {n} {v} {p}’s {n}", "{p} {v} the {n} {b}", "I {b} {v} {d} {n}s with {p}", "my {n} was {a}",
    "we {v} the {n} and the {n}", "nobody {v} {a} {n}s", "{p} and {p} {v} it {b}", "I didn’t trust the {n}",
    "the {n} looked {a} and {a}", "{b} the {n} {v} us", "every {n} near the {n} {v} a {n}", "{n}s were {a}",
    "it {b} took {d} weeks", "I told {p} about the {n}", "the {n}’s {n} {v} me {b}", "{a} {n}s {v} {a} {n}s",
    "I {v} what {p} {v}", "our {a} {n} cost {d} euros", "{p}’s {n} {v} {t}", "that {n} {v} more than a {n}",
    "{d} of the {n}s {v} {t}", "I {v} it, {v} it and {v} it {b}", "{p} asked for a {a} {n}",
    "what I learned was {a}, {a} and {a}", "from then on {p} {v} {n}s", "they {v} {n} by {n}",
)  # fmt: skip
_ASKS = (
    "Tell me about a time when you {v} a {a} {n} and the {n} {v} the {n}.",
    "Describe a time when a {a} {n} {v} your {n}.",
    "Give me an example of a {a} {n} that you {v} with a {n}.",
    "What would you do if the {a} {n} {v} your {n} and the {n}?",
    "How did you handle the {n} that {v} a {a} {n}?",
    "Tell me about a {a} {n} you {v} although your {n} was {a}.",
)
PRINCIPLES = (
    "Start With the Visitor", "Own the Outcome", "Make It Simpler", "Be Right, Mostly", "Stay Curious",
    "Grow Other People", "Hold the Bar", "Look Further", "Act Before Noon", "Spend Like Your Own",
    "Say It Kindly; Say It Early", "Read the Meter", "Disagree and Commit", "Finish What You Start",
)  # fmt: skip


def write(count: int) -> Iterator[str]:
    """The lines of notes with `count` answered questions, about 800 bytes each."""
    rng = random.Random(count)
    opening = count // 10
    asked = _Asked(rng)
    for number in range(opening):
        names = rng.sample(PRINCIPLES, 2) if number % 3 == 0 else []
        tail = f" ({', '.join(names).lower()})" if names else ""
        yield f"** {asked()}{tail}"
        if number % 5 == 0:
            yield from ("", "*** Case 1:", "")
            yield from _prose(rng, 3)
            yield from ("*** Case 2", "")
        yield from _prose(rng, 4)
    left = count - opening
    for at, name in enumerate(PRINCIPLES):
        yield f"{at + 1}. {name}"
        yield " ".join(_sentence(rng) for _ in range(4))
        yield from ("", f"Case 1: {' '.join(_sentence(rng) for _ in range(8))}", "")
        for number in range(left * at // 14, left * (at + 1) // 14):
            yield f"• {asked()}"
            yield from _answer(rng, number)
        yield ""


def text(count: int) -> str:
    return "\n".join(write(count)) + "\n"


class _Asked:
    """Questions that differ: the second of two that come out alike is drawn again."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.seen: set[int] = set()

    def __call__(self) -> str:
        while True:
            question = _fill(self.rng, self.rng.choice(_ASKS))
            if hash(question) not in self.seen:
                self.seen.add(hash(question))
                return question


def _answer(rng: random.Random, number: int) -> Iterator[str]:
    kind = number % 10
    if kind == 0:
        for label in "STAR":
            yield f"{label}: {_sentence(rng)} {_sentence(rng)}"
        yield ""
    elif kind == 1:
        yield _sentence(rng)
        for _ in range(5):
            yield f"- {_sentence(rng)}"
        yield _sentence(rng) + "\n"
    else:
        yield from _prose(rng, 3)


def _prose(rng: random.Random, paragraphs: int) -> Iterator[str]:
    for _ in range(paragraphs):
        yield " ".join(_sentence(rng) for _ in range(rng.randint(1, 4)))
        yield ""


def _sentence(rng: random.Random) -> str:
    clauses = [rng.choice(_CLAUSES) for _ in range(rng.randint(2, 3))]
    text = _fill(rng, clauses[0] + "".join(f"{{,}} {{l}} {c}" for c in clauses[1:]))
    return text[0].upper() + text[1:] + "."


def _fill(rng: random.Random, shape: str) -> str:
    return _SLOT.sub(lambda slot: rng.choice(_WORDS[slot[1]]), shape)


_SLOT = re.compile(r"\{(.)\}")
_WORDS = {
    "n": _NOUNS, "a": _ADJECTIVES, "v": _VERBS, "p": _PEOPLE, "b": _ADVERBS, "l": _LINKS, "t": _TIMES,
    "d": ["three", "four", "11", "17", "26", "sixty", "200"], ",": ["", ",", ";"],
}  # fmt: skip
