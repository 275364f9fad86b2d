"""Units and their roles read as principles and records; every line of the source accounted for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ankigen import answers, evidence, spelling, styles, words
from ankigen.answers import Part
from ankigen.diagnostics import Diagnostic, report
from ankigen.drafts import AnswerDraft, Draft, Draughts
from ankigen.lines import EMPTY, OWN, Kind, Line
from ankigen.outline import Unit
from ankigen.patterns import late
from ankigen.reading import GAP, Account, Role
from ankigen.records import Answer, Syntax
from ankigen.source import Source, Span

BLANK = Account(Role.BLANK, "blank")
STATEMENT = Account(Role.STATEMENT, "text right below a principle")
ANSWER = Account(Role.ANSWER, "text below a question")
STORY = Account(Role.ANSWER, "text of a story")
BEAT = Account(Role.BEAT, "a STAR label")
BEFORE = Account(Role.IGNORED, "text before the first question")
LOOSE = Account(Role.IGNORED, "text that stands below no question")
TAGS = Account(Role.TAGS, "names the principles of the question")
SEPARATOR = Account(Role.IGNORED, "a separator")
NO_ANSWER = Account(Role.IGNORED, "a note to oneself, no answer")
ADVICE = Account(Role.IGNORED, "advice above one's own words")
LEAD_IN = Account(Role.IGNORED, "leads to the questions below")


_LABELS = sorted(
    {n if n[0] > "z" else n.capitalize() for n in words.telling.ANSWER_LABELS}, key=len
)
_ANSWER_LABEL = late(
    rf"(?:\s|(?<=[?？]))(?:{'|'.join(reversed(_LABELS))})(?:\s?[:：]|(?<=[ぁ-鿿가-힣])[)）])\s*|(?<=[?？])\s{{0,2}}[AＡ][.．]\s+(?=\S)"
    r"|\s[AＡ][ .]?\d{1,3}[.)）:：]{1,2}\s+(?=\S)|\s\[A\]\s+(?=\S)"
)
_LEAD_ENDS = " \t-–—=>:："  # between a question and what answers it
_PLAIN_KINDS = frozenset(
    {Kind.TEXT, Kind.BULLET, Kind.NUMBER, Kind.HEADING, Kind.BOLD, Kind.CAPS, Kind.MARK}
)


# Each look into an enumeration costs as much as a call.
_TEXT, _BULLET, _HEADING, _ROW = Kind.TEXT, Kind.BULLET, Kind.HEADING, Kind.ROW
_ASK, _REPLY, _BLANK = Kind.ASK, Kind.REPLY, Kind.BLANK
_QUESTION = Role.QUESTION

_MANY = 1000  # units that are let go at a time

_GONE_UNIT = Unit(Kind.BLANK, "", 0, 0, 0, "", 0, 0, 0)


class _Walk:
    """One pass over the units. Mutable while it runs; only `read` makes one, nothing keeps it."""

    def __init__(self, source: Source, lines: list[Line], page: styles.Page, syntax: Syntax):
        self.source, self.lines, self.page, self.syntax = source, lines, page, syntax
        self.accounts: list[Account] = [BLANK] * len(lines)
        self.drafts: list[Draft] = []
        self.diagnostics: list[Diagnostic] = []
        self.stack: list[tuple[int, str, Draft | None]] = []  # rank, title, the principle it is
        self.labelled = styles.labelled(page)
        self.inside = False  # so does the answer of this question: text at its margin ends it
        self.index = 0  # of the unit that is read
        self.asked = False  # did any question stand above?
        self.principle: Draft | None = None
        self.question: Draft | None = None
        self.question_unit: Unit | None = None
        self.topic: Draft | None = None  # what the heading right above the question says in short
        self.folded = False  # a table's row or a <summary> asks: its answer ends with it
        self.collect: list[AnswerDraft] = []
        self.loose: list[Part] = []  # text of a section before its first question
        self.story: Draft | None = None  # a case that stands under no question
        self.story_rank = 0
        self.story_kind: Kind | None = None  # of the line that opened the story
        self.served: list[Draft] = []  # questions below the story that have no text so far
        self.columns: tuple[str, ...] = ()
        self.carried: tuple[
            str, ...
        ] = ()  # the principles of the row above, where cells were merged
        self.merged = False
        self.advised = -1  # the last line of advice
        self.read_lines = self.read_units = 0  # what stands above these is read and let go

    # --- closing what is open ---

    def close_answers(self) -> None:
        owner = self.question or self.story
        told: list[Answer] = []
        for draft in self.collect:
            made = answers.make(self.source, self.lines, draft.parts, draft.label, self.syntax)
            if draft.made is not None and draft.rows:
                text = "\n".join((draft.made.text, *draft.rows))
                at = draft.made.span.start if draft.made.span else 0
                draft.made = answers.single(self.source, text, at, self.syntax) or draft.made
            if draft.made is not None:
                made = answers.joined(draft.made, made) if made is not None else draft.made
            if made is not None and owner is not None:
                told.append(made)
                self.mark_beats(draft, made)
            else:
                self.no_answer(draft, owner)
        if owner is not None and told:
            owner.answers += tuple(told)
        self.collect = []

    def mark_beats(self, draft: AnswerDraft, made: Answer) -> None:
        if not draft.parts or not made.beats:
            return
        told = [p.line for p in draft.parts if self.lines[p.line].kind is not _BLANK]
        starts = [self.lines[line].start for line in told]
        for beat in made.beats:
            if beat.span is None:
                continue
            part = bisect_right(starts, beat.span.start) - 1
            # told on the line of the question, where it stands before all parts
            at = told[part] if part >= 0 else beat.span.line - 1
            if self.accounts[at].role is not _QUESTION:
                self.accounts[at] = BEAT

    def no_answer(self, draft: AnswerDraft, owner: Draft | None) -> None:
        text = "\n".join(self.lines[p.line].text for p in draft.parts)
        if owner is not None and owner.kind == "question":
            owner.pointer = owner.pointer or answers.points_to(text) or ""
        for part in draft.parts:
            # a part of a line may stand behind the question or the name of a case
            labelled = part.at >= 0 and self.accounts[part.line].role is Role.ANSWER
            if self.lines[part.line].kind is not Kind.BLANK and (labelled or part.at < 0):
                self.accounts[part.line] = GAP if labelled else NO_ANSWER
        if draft.label and draft.label_span is not None and not text.strip():
            self.diagnostics.append(
                report(
                    "empty-case", f'"{draft.label}" has no text', draft.label_span,
                    label="nothing is told here",
                    hint="write the story below it, or delete the line",
                )
            )  # fmt: skip

    def close_question(self) -> None:
        if self.question is not None:
            self.close_answers()
            if not self.question.answers and self.story is not None:
                self.served.append(self.question)
            if self.topic is not None:
                self.topic.answers += self.question.answers
            self.topic = None
            self.question = self.question_unit = None

    def close_story(self) -> None:
        """A story ends: without a principle above it, it answers the questions right below it."""
        if self.question is None and self.collect:
            self.close_answers()
        self.close_question()
        story, self.story = self.story, None
        if story is None:
            return
        told = story.answers
        served, self.served = self.served, []
        if told and served and not story.principle:
            for question in served:
                question.answers += told
        elif told:
            self.drafts.append(story)

    def close_section(self, level: int) -> None:
        self.close_story()
        self.close_question()
        self.collect = []
        self.loose = []
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        self.principle = next((p for _, _, p in reversed(self.stack) if p is not None), None)

    def groups(self) -> tuple[str, ...]:
        return tuple([name for _, name, principle in self.stack if principle is None])

    # --- what opens ---

    def say(self, unit: Unit, account: Account) -> None:
        if unit.first == unit.last:
            self.accounts[unit.first] = account
            return
        for index in range(unit.first, unit.last + 1):
            if self.lines[index].kind is not _BLANK:
                self.accounts[index] = account

    def span(self, unit: Unit) -> Span:
        end = self.lines[unit.last].end
        return Span(self.source, unit.at, max(end, unit.at))

    def open_group(self, unit: Unit, account: Account) -> None:
        self.close_section(styles.rank(unit))
        name = styles.name_of(unit)[0] or unit.text
        self.stack.append((styles.rank(unit), name, None))
        self.say(unit, account)

    def open_principle(self, unit: Unit, account: Account) -> None:
        self.close_section(styles.rank(unit))
        name, gloss = styles.name_of(unit)
        draft = Draft("principle", name or unit.text, self.span(unit), statement="", label=gloss)
        self.drafts.append(draft)
        self.stack.append((styles.rank(unit), draft.text, draft))
        self.principle = draft
        self.say(unit, account)

    def open_question(self, unit: Unit, account: Account) -> None:
        kind = unit.kind
        if kind is _HEADING:
            self.end_above(unit)
        self.end_nested(unit)
        above, bare = self.question, not self.collect
        short = self.question_unit is not None and self.question_unit.kind is _HEADING
        short = short and self.accounts[self.question_unit.first].why == styles.TOPIC  # type: ignore[union-attr]
        self.close_question()
        if short and bare and kind is not _HEADING:
            self.topic = above
        if self.story is not None and self.question is None and self.collect:
            self.drop_lead_in()
            self.close_answers()
        if self.loose and self.story is None:
            self.story_of_section()
        text, ordinal = styles.question_of(unit)
        text = self.page.meant.get(unit.at, text)
        end = self.page.leads.get(unit.at, 0)
        text, told = (text[:end].rstrip(_LEAD_ENDS), text[end:]) if end else (text, "")
        text, hashed = spelling.hashtags(text) if "#" in text else (text, ())
        _, found = spelling.tails(text)
        behind = evidence.named_behind(text) if not found else None
        found = (behind,) if behind is not None else found
        draft = Draft(
            "question", text, self.span(unit), found, self.principle.text if self.principle else "",
            self.groups(), unit.tags, hashed, ordinal=ordinal,
        )  # fmt: skip
        self.question, self.question_unit, self.asked = draft, unit, True
        self.folded = kind is _ROW or unit.mark == "<summary>"
        self.inside = self.page.inside and kind in styles.LISTS
        self.drafts.append(draft)
        self.say(unit, account)
        draft.head = spelling.head(text)
        if kind is _ASK:
            self.answer_on_line(unit, draft)
        made = answers.single(self.source, told, unit.at + end, self.syntax) if told else None
        if made is not None:
            self.collect.append(AnswerDraft(made=made))

    def end_above(self, unit: Unit) -> None:
        """A heading that asks ends sections of its own level and deeper ones, as any heading does."""
        level = styles.rank(unit)
        if self.story is not None and self.story_rank >= level:
            self.close_story()
        if self.stack and self.stack[-1][0] >= level:
            self.close_section(level)

    def end_nested(self, unit: Unit) -> None:
        """A question less deep than the list item that was its principle stands below it no more."""
        if self.stack and self.stack[-1][0] > styles.NESTED + unit.indent:
            self.close_section(styles.NESTED + unit.indent + 1)

    def answer_on_line(self, unit: Unit, draft: Draft) -> None:
        found = _ANSWER_LABEL.search(unit.text)
        if not found:
            return
        draft.text, draft.tails = unit.text[: found.start()], ()
        made = answers.single(
            self.source, unit.text[found.end() :], unit.at + found.end(), self.syntax
        )
        if made is not None:
            self.collect.append(AnswerDraft(made=made))

    def open_case(self, unit: Unit, account: Account, index: int) -> None:
        named = evidence.case(styles.title(unit))
        found = named or self._settled_case(unit)
        heading = unit.kind is Kind.HEADING
        if self.question is not None and not self._case_ends_question(unit, index):
            if named and self.collect and not re.search(r"\d|[A-D]$", found.label) and not heading:
                self.text(unit)  # "Example:" inside an answer is a part of it
                return
            self.new_answer(unit, found)
        else:
            self.close_story()
            self.close_question()
            if heading or unit.kind is Kind.BOLD:
                self.end_above(unit)
            titled = unit.kind in (Kind.TEXT, Kind.CAPS) and self._titled(unit, index, found.rest)
            name = found.rest if (heading or titled) and found.rest else ""
            self.story = Draft(
                "story", name, self.span(unit), spelling.tails(unit.text)[1],
                self.principle.text if self.principle else "", self.groups(), unit.tags, label=found.label,
            )  # fmt: skip
            self.story_rank, self.story_kind = styles.rank(unit) if heading else 99, unit.kind
            self.loose = []
            self.new_answer(unit, found if not name else evidence.Case(found.label, "", 0))
        self.say(unit, account)

    def _settled_case(self, unit: Unit) -> evidence.Case:
        """A case that only the configuration calls one: a heading is its name, another line its text."""
        title = styles.title(unit)
        if unit.kind is Kind.HEADING:
            return evidence.Case(title, "", 0)
        return evidence.Case("" if self.question is not None else "Story", title, 0)

    def _titled(self, unit: Unit, index: int, rest: str) -> bool:
        """ "STORY A: the omelettes" over a paragraph of its own: a title, not the story."""
        after = self.page.units[index + 1] if index + 1 < len(self.page.units) else None
        if after is None or after.kind is Kind.RULE:
            return False
        told = self.page.accounts[index + 1] is styles.TEXT  # else the title is all there is
        return told and after.first - unit.last > 1 and evidence.is_title(rest)

    def _case_ends_question(self, unit: Unit, index: int) -> bool:
        """A case as high as its question, or higher, stands beside it."""
        above = self.question_unit
        serves = self.story is not None and not self.story.principle
        if serves and unit.kind is self.story_kind:
            return True  # the next of the stories, each with the questions that it serves
        if above is not None and unit.kind is Kind.BOLD and self.stack:
            return self.stack[-1][0] >= styles.rank(unit)  # beside the title of the questions
        if above is not None and unit.kind is Kind.TEXT and self._beside(unit, index):
            return True
        if above is None or unit.kind is not Kind.HEADING:
            return False
        if above.kind is not Kind.HEADING or unit.level <= above.level:
            return True
        for other in range(index + 1, len(self.page.units)):  # does it serve questions of its own?
            below = self.page.units[other]
            ends = below.kind is Kind.HEADING and below.level <= unit.level
            if ends or self.page.accounts[other].role is Role.PRINCIPLE:
                return False
            if styles.asked(self.page, other):
                return True
        return False

    def _beside(self, unit: Unit, index: int) -> bool:
        """ "**Story:** ..." beside the bold title of the questions, or below a whole list of them with
        a gap between, is told for all of them."""
        units, above = self.page.units, self.question_unit
        if above is None or above.kind not in styles.LISTS or unit.indent > above.indent:
            return False
        level, _, named = self.stack[-1] if self.stack else (0, "", None)
        alike = level == styles.rank(unit._replace(kind=Kind.BOLD)) and named is None
        if alike and unit.text.startswith(("**", "__")):
            return True
        last, first = index - 1, index - 2
        return (
            self.principle is not None
            and first >= 0
            and units[last] is above
            and styles.asked(self.page, first)
            and units[first].kind is above.kind
            and above.first - units[first].last == 1
            and unit.first - above.last > 1
        )

    def new_answer(self, unit: Unit, found: evidence.Case) -> None:
        line = self.lines[unit.first]
        draft = AnswerDraft(
            found.label, label_span=Span(self.source, line.at, line.at + len(line.text))
        )
        if found.rest:
            at = line.at + (
                len(unit.text) - len(styles.title(unit)) if unit.first == unit.last else 0
            )
            head = found.rest[:20] if unit.first == unit.last else found.rest.split(" ")[0]
            behind = self.source.cut(at, line.end).find(head)
            draft.parts.append(Part(unit.first, at + behind if behind >= 0 else line.at))
            draft.parts += [Part(i) for i in range(unit.first + 1, unit.last + 1)]
        self.collect.append(draft)

    # --- text ---

    def text(self, unit: Unit) -> None:
        kind = unit.kind
        if kind is Kind.RULE:
            self.say(unit, SEPARATOR)
            if self.question is not None and not self.collect and self.page.rules_part:
                self.close_question()  # what stands behind it answers another one, or none
            return
        asked = self.question is not None
        if self.question is not None and not self.collect and self.tags(unit, self.question):
            return
        if asked and self.page.fields and self._advises(unit):
            self.say(unit, ADVICE)
            self.advised = unit.last
            return
        parts = [Part(i) for i in range(unit.first, unit.last + 1)]
        if kind is _REPLY and asked and unit.mark != "":
            parts = self.reply(unit, parts)
        elif unit.mark == "A." and kind is Kind.LETTER and self._answers_label():
            parts = [Part(unit.first, self.lines[unit.first].at), *parts[1:]]
        if asked or (self.story is not None and (self.collect or not self.served)):
            if self._ended(unit):
                self.close_question()
                self.say(unit, LOOSE)
                return
            if not self.collect:
                self.collect.append(AnswerDraft())
            self.collect[-1].parts += parts
            self.say(unit, ANSWER if asked else STORY)
        elif self.principle is not None and self._states(unit):
            self.say(unit, STATEMENT)
            self.add_statement(unit)
        else:
            self.say(unit, LOOSE if self.asked else BEFORE)
            self.loose += parts

    def tags(self, unit: Unit, question: Draft) -> bool:
        """A line right below a question that only names its principles: "LP: Ownership"."""
        text, kind = unit.text, unit.kind
        if text[:1] == "#" and kind is _TEXT:
            rest, hashed = spelling.hashtags(". " + text)
            if rest == ".":
                question.hashtags = (*question.hashtags, *hashed)
                self.say(unit, TAGS)
                return True
        names = evidence.names_tagged(text) if kind is _TEXT or kind is _BULLET else ""
        inner = text[1:-1] if text[:1] in "[(【（「" and text[-1:] in "])】）」" else ""
        if not names and inner and styles.named(self.page, inner):
            names = inner
        names = names or self.page.tag_lines.get(unit.at, "")
        if names:
            question.given = (*question.given, names)
            self.say(unit, TAGS)
        return bool(names)

    def reply(self, unit: Unit, parts: list[Part]) -> list[Part]:
        """ "A:" opens the answer; between S, T and R it is the action."""
        beat = evidence.beat(
            self.lines[unit.first].text if unit.mark in ("->", "=>") else unit.mark + ":"
        )
        if unit.mark.upper() in ("A", "R") and beat is not None and self._in_star():
            return parts
        if unit.mark == OWN and not self._opens_own():
            return parts
        return [Part(unit.first, unit.at), *parts[1:]] if unit.text else []

    def _advises(self, unit: Unit) -> bool:
        """A labelled line of others above one's own words, or what goes on with one?"""
        if unit.kind is not Kind.TEXT or (self.collect and self.collect[-1].own):
            return False
        goes_on = self.advised == unit.first - 1
        return goes_on or styles.field_of(unit.text) in self.page.fields

    def _opens_own(self) -> bool:
        """Do one's own words begin here, or go on? Within a text of one's own "Me: no!" is what was said."""
        if not self.collect:
            self.collect.append(AnswerDraft())
        draft = self.collect[-1]
        told = (self.lines[p.line].text for p in draft.parts)
        if not draft.own and not any(t and not evidence.is_tip(t) for t in told):
            draft.own = True  # the advice above is not one's own
            for part in draft.parts:
                if self.lines[part.line].kind is not Kind.BLANK:
                    self.accounts[part.line] = ADVICE
            draft.parts = []
        return draft.own

    def _answers_label(self) -> bool:
        """Is this the first line below a "Q."?"""
        return (
            self.question_unit is not None
            and self.question_unit.kind is Kind.ASK
            and not self.collect
        )

    def _in_star(self) -> bool:
        """Has the open answer a Situation or a Task? Where the page labels no question at all, anything
        above it, or a Result below, will do."""
        if not self.labelled:
            below = self.page.units[self.index + 1 : self.index + 2]
            beats = [evidence.beat(f"{u.mark}:" if u.mark.isalpha() else u.text) for u in below]
            return bool(self.collect) or any(b is not None and b.name == "result" for b in beats)
        return any(draft.opens_star(self.lines) for draft in self.collect[-1:])

    def _ended(self, unit: Unit) -> bool:
        """Behind the <details> or the table of the question?"""
        above = self.question_unit
        if above is None:
            return False
        if self.inside and unit.kind is Kind.TEXT and unit.indent <= above.indent:
            apart = self.lines[unit.first - 1].kind is Kind.BLANK
            return apart and not evidence.says_own(unit.text)
        return above.kind is _ROW or (above.mark == "<summary>" and unit.depth < above.level)

    def _states(self, unit: Unit) -> bool:
        """Text right below a principle is its statement; a long tale in the first person is not."""
        draft = self.principle
        if draft is None or self.drafts[-1] is not draft:
            return False
        if not draft.statement:
            return unit.kind is not Kind.ROW
        gap = self.loose == [] and unit.kind in (Kind.TEXT, Kind.BULLET, Kind.NUMBER)
        return (
            gap
            and unit.quote >= draft.quote  # plain text below a quoted statement says other things
            and len(draft.statement) < 1200
            and not (evidence.first_person(unit.text) and len(unit.text) > 200)
        )

    def add_statement(self, unit: Unit) -> None:
        assert self.principle is not None
        told = [self.lines[i] for i in range(unit.first, unit.last + 1)]
        said = " ".join(line.text for line in told if line.kind is not Kind.KEYWORD)
        if not self.principle.statement:
            self.principle.quote = unit.quote
        self.principle.statement = f"{self.principle.statement}\n{said}".strip("\n")

    def _leads_on(self, unit: Unit) -> bool:
        """ "### Questions" below a story is no group of its own: they are those that the story answers."""
        if self.story is not None and self.question is None and not self.story.principle:
            deeper = styles.rank(unit) > self.story_rank or self.story_rank == 99
        else:
            told = bool(self.loose and self.stack) and self.principle is None
            deeper = told and styles.rank(unit) > self.stack[-1][0]
        return deeper and evidence.leads_on(styles.title(unit))

    def drop_lead_in(self) -> None:
        """ "Good for:" right before the questions is no part of the story."""
        parts = self.collect[-1].parts
        last = self.lines[parts[-1].line].text if parts else ""
        if len(parts) > 1 and (last[-1:] in ":：" or evidence.leads_on(last)):
            self.accounts[parts[-1].line] = LEAD_IN
            parts.pop()

    def story_of_section(self) -> None:
        """Text above the questions of a section that tells in the first person, or ends in "Good for:",
        is a story that answers them."""
        loose, self.loose = self.loose, []
        said = " ".join(self.lines[p.line].text for p in loose)
        if (
            self.principle is not None
            or not self.stack
            or (len(loose) == 1 and not evidence.tells(said))  # it only leads in
            or not (
                self._serves(loose, said) or (evidence.tells(said) and not self._answered_below())
            )
        ):
            return
        first = loose[0].line
        self.story = Draft(
            "story", self.stack[-1][1], self.source.line_span(first + 1), (), "", self.groups()
        )
        self.story_rank = self.stack[-1][0]
        self.collect = [AnswerDraft(parts=loose)]
        for part in loose:
            self.accounts[part.line] = STORY
        self.drop_lead_in()
        self.close_answers()

    def _serves(self, loose: Sequence[Part], said: str) -> bool:
        """Does the last line say that the text answers what follows, or that questions follow what tells
        of oneself or in beats?"""
        last = self.lines[loose[-1].line].text
        if evidence.serves(last) or not evidence.leads_on(last):
            return evidence.serves(last)
        beats = any(evidence.beat(self.lines[p.line].text) for p in loose)
        return beats or (len(said) >= 80 and evidence.first_person(said))

    def _answered_below(self) -> bool:
        """Has one of the questions of this section an answer of its own, and another one below it?"""
        accounts, keys, told = self.page.accounts, self.page.keys, ""
        for index in range(self.index, len(accounts) - 1):
            role = accounts[index].role
            if role in (Role.GROUP, Role.PRINCIPLE):
                return False
            if role is Role.QUESTION:
                if told == keys[index]:
                    return True
                told = keys[index] if accounts[index + 1] is styles.TEXT else ""
        return False

    # --- tables ---

    def row(self, unit: Unit, account: Account) -> None:
        roles = self.columns
        cells = dict(zip(range(len(unit.cells)), unit.cells, strict=True))
        asking = cells.get(roles.index("question"), "") if "question" in roles else ""
        if not asking:
            self.continue_row(unit)
            return
        self.close_question()
        _, found = spelling.tails(asking)
        line = self.lines[unit.first]
        at = max(line.text.find(asking[:30]), 0) + line.at
        draft = Draft(
            "question", asking, Span(self.source, at, at + len(asking)), found,
            self.principle.text if self.principle else "", self.groups(),
        )  # fmt: skip
        number = next((c for c in unit.cells if re.fullmatch(r"#?\d{1,3}[.)]?", c)), "")
        draft.ordinal = int(number.strip("#.)")) if number else 0
        named = [
            spelling.bare(c)
            for i, c in cells.items()
            if i < len(roles) and roles[i] == "principle" and c
        ]
        if named:
            draft.given, draft.principle = tuple(named), ""
        elif "principle" in roles:
            draft.given = self.carried
            draft.principle = ""
        self.carried = draft.given if self.merged else ()
        self.drafts.append(draft)
        self.question, self.question_unit, self.asked = draft, unit, True
        self.folded = True
        self.say(unit, account)
        self.cell_answers(unit, roles, draft)

    def cell_answers(self, unit: Unit, roles: Sequence[str], draft: Draft) -> None:
        line = self.lines[unit.first]
        told: list[str] = []
        for role, cell in zip(roles, unit.cells, strict=False):
            if not cell or role in ("", "question", "principle"):
                continue
            draft.pointer = draft.pointer or answers.points_to(cell) or ""
            if role == "answer":
                told.append(cell)
            elif answers.single(self.source, cell, line.at, self.syntax):
                told.append(f"{role.split('+')[0].capitalize()}: {cell}")
        if not told:
            return
        at = line.at + max(line.text.find(told[0].split(": ", 1)[-1]), 0)
        beats = any(r not in ("", "question", "principle", "answer") for r in roles)
        parts = [t for t in told if answers.single(self.source, t, at, self.syntax)]
        if beats and parts:
            made: Answer | None = answers.of_cells(self.source, parts, at, self.syntax)
        else:
            made = answers.single(self.source, "\n".join(parts), at, self.syntax) if parts else None
        if made is not None:
            self.collect.append(AnswerDraft(made=made))

    def continue_row(self, unit: Unit) -> None:
        """A row without a question goes on with the answer above it."""
        more = [c for c in unit.cells if c]
        if (
            self.question is not None
            and more
            and self.collect
            and self.collect[-1].made is not None
        ):
            self.collect[-1].rows += more
            self.say(unit, ANSWER)
        elif self.question is not None and more:
            told = answers.single(self.source, "\n".join(more), unit.at, self.syntax)
            if told is not None:
                self.collect.append(AnswerDraft(made=told))
            self.say(unit, ANSWER if told else LOOSE)
        else:
            self.say(unit, LOOSE)

    # --- the pass ---

    def run(self) -> None:
        tables: dict[int, tuple[tuple[str, ...], bool]] = {}
        for first, last in styles.table_spans(self.page.units):
            roles = styles.table_columns(self.page, first, last)
            if "question" in roles:
                rows = range(first, last + 1)
                merged = styles.merges_principles(self.page.units[first + 1 : last + 1], roles)
                tables.update(dict.fromkeys(rows, (roles, merged)))
        page, lines, accounts = self.page, self.lines, self.accounts
        answer_text, text, new = styles.TEXT, _PLAIN_KINDS, tuple.__new__
        for index, (unit, account, out) in enumerate(
            zip(page.units, page.accounts, page.out, strict=True)
        ):
            if (
                account is answer_text
                and unit.kind in text
                and self.collect
                and self.question is not None
                and not (
                    out in styles.ASIDE
                    or unit.why
                    or tables
                    or self.folded
                    or self.inside
                    or page.twins
                )
            ):  # a line of an open answer, as nearly all lines are: what `step` does with it, in short
                parts = self.collect[-1].parts
                if unit.first == unit.last:
                    parts.append(new(Part, (unit.first, -1)))
                    accounts[unit.first] = ANSWER
                    continue
                for line in range(unit.first, unit.last + 1):
                    parts.append(Part(line))
                    if lines[line].kind is not _BLANK:
                        accounts[line] = ANSWER
                continue
            if index not in tables:
                self.carried = ()
            self.columns, self.merged = tables.get(index, ((), False))
            self.step(index, unit, account, bool(self.columns))
            if index - self.read_units > _MANY and not self.loose:
                self.let_go(index)
        self.close_story()
        self.close_question()

    def let_go(self, index: int) -> None:
        """Lines and units that nothing looks at any more make room for answers: two fifths of the
        memory that reading takes."""
        first = index - 3  # `_beside` looks at two above
        line = min(
            [self.page.units[first].first, *(d.parts[0].line for d in self.collect if d.parts)]
        )
        self.lines[self.read_lines : line] = [EMPTY] * (line - self.read_lines)
        self.page.units[self.read_units : first] = [_GONE_UNIT] * (first - self.read_units)
        self.read_lines, self.read_units = line, first

    def step(self, index: int, unit: Unit, account: Account, in_table: bool) -> None:
        self.index = index
        role, kind = account.role, unit.kind
        if unit.why:
            if kind is _ROW and self.collect and not in_table:
                self.text(unit)  # the line below the head of a table that an answer shows
            else:
                self.say(unit, Account(Role.IGNORED, unit.why))
        elif self.question is not None and index in self.page.twins:
            self.question.also = unit.text
            self.say(unit, account)
        elif account is styles.TEXT and not in_table:
            self.plain(unit, self.page.out[index])
        elif role is _QUESTION and not in_table:
            self.open_question(unit, account)
        elif role is Role.PRINCIPLE and index in self.page.listed:
            self.say(unit, account)
            said = " ".join(c for c in unit.cells[1:] if c)
            names = self.page.listed[index]
            gloss = styles.name_of(unit)[1] if len(names) == 1 and not unit.cells else ""
            for name in names:
                draft = Draft("principle", name, self.span(unit), statement=said, label=gloss)
                self.drafts.append(draft)
        elif role is Role.PRINCIPLE:
            self.open_principle(unit, account)
        elif role is Role.GROUP and self._leads_on(unit):
            self.say(unit, LEAD_IN)
            if self.story is None:
                self.loose.append(Part(unit.first))
        elif role is Role.GROUP:
            self.open_group(unit, account)
        elif role is Role.IGNORED:
            self.say(unit, account)
        elif in_table and kind is _ROW:
            self.row(unit, account)
        elif role is _QUESTION:
            self.open_question(unit, account)
        elif role is Role.CASE:
            self.open_case(unit, account, index)
        elif role is Role.STATEMENT and self.principle is not None:
            self.close_story()
            self.close_question()
            self.say(unit, account)
            self.add_statement(unit)
        else:
            self.plain(unit, self.page.out[index])

    def plain(self, unit: Unit, why: str) -> None:
        inside = self.question is not None or self.story is not None
        if why in styles.ASIDE:
            self.close_story()
            self.close_question()
            self.say(unit, Account(Role.IGNORED, why))
        elif why == "a link" and not inside:
            self.say(unit, Account(Role.IGNORED, "a list of links"))
        else:
            self.text(unit)


def read(source: Source, lines: list[Line], page: styles.Page, syntax: Syntax) -> Draughts:
    """Drafts of all that `page` holds, and an account of every line of `source`. Uses up `lines` and
    the units of `page`."""
    walk = _Walk(source, lines, page, syntax)
    walk.run()
    for draft in walk.drafts:
        draft.syntax = syntax
    return Draughts(source, walk.drafts, tuple(walk.accounts), tuple(walk.diagnostics))
