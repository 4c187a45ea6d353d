"""Marks of classes that are not in the list yet, each in one line: class, subject, teacher and the counts."""

from collections.abc import Iterable
from functools import partial

from textual.widget import Widget

from db import schools
from db.associations import association
from db.control_tests.entry import class_teachers
from db.control_tests.reading import subjects
from db.members import members
from db.quality import classes, entry, keeping, years
from db.quality.entry import EntryRow
from db.quality.sheets import by_ids
from db.quality.typed import TypedMarks, parse_marks
from db.quality.years import YearRules
from db.rules import marks_line, quality
from db.rules.alphabet import fold
from db.rules.marks_line import MarksLine
from db.rules.people import People
from tui import commands, current, mark_words
from tui.commands import Command
from tui.screens.line_entry import LineEntry, doubts
from tui.texts import N_, _
from tui.widgets.shown import Shown
from tui.widgets.text import LineField


class MarksLineScreen(LineEntry):
    """Enter saves the line and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Save"), N_("Save the marks; Enter does the same."), ("ctrl+s",)),
        commands.EDIT.but(title=N_("Slip"), help=N_("Fill in the slip of the line saved last, else a new one.")),
    )
    HELP = N_(
        "One line of text is one class, subject and teacher with the marks from the best one: «4А математика !асанова "
        "27 6 10 8 1 2» is 27 on the list, 6 «5», 10 «4», 8 «3», 1 «2», 2 not assessed. Without a name the class's own "
        "teacher is taken. A class that is not there yet is added. Where the list is known, the marks are enough. In "
        "the next period all that is written here stands in the list by itself."
    )

    def __init__(self, first_year: int, period: tuple[str, int]) -> None:
        super().__init__()
        self._year, self._period = first_year, period
        self._people: People = ()
        self._teachers: list[tuple[str, int]] = []
        self._subjects: list[str] = []
        self._lists: dict[str, int | None] = {}
        self._rows: tuple[EntryRow, ...] = ()
        self._rules = YearRules()
        self._read: TypedMarks | None = None
        self._last_id = 0

    def title_text(self) -> str:
        """Of which period."""
        return " · ".join((_("New marks"), mark_words.period(*self._period)))

    def body(self) -> Iterable[Widget]:
        """The line and what it means."""
        yield LineField(placeholder=_("4А mathematics !asan 27 6 10 8 1 2"), limit=1000, id="entry")
        yield Shown(id="meaning")

    def fill(self) -> None:
        """Read the people, whose class is whose, the subjects, the classes and what is entered."""
        of = association(current.association_id())
        found = members(of.id)
        there = classes.classes(of.school_id, self._year)
        self._people = [(each.id, each.name) for each in schools.people(of.school_id)]
        own = [(each.name, each.class_teacher_id) for each in there if each.class_teacher_id]
        named = {fold(name) for name, _id in own}
        cards = class_teachers([(each.person_id, each.classes) for each in found])
        self._teachers = own + [each for each in cards if fold(each[0]) not in named]
        self._rows = entry.entry_rows(of.school_id, of.id, self._year, *self._period, ())
        self._subjects = list(dict.fromkeys((*(each.subject for each in self._rows), *subjects(of.id))))
        self._lists = {fold(each.name): each.pupils for each in there}
        self._lists |= {fold(each.class_name): each.listed for each in self._rows}
        self._rules = years.rules_of(of.school_id, self._year)
        self.understand()

    def understand(self) -> None:
        """Read the line and show what it means."""
        text = self.query_one("#entry", LineField).value
        parse = partial(parse_marks, people=self._people, subjects=self._subjects, teachers=self._teachers)
        self._read = parse(text) if text.strip() else None
        self.query_one("#meaning", Shown).show(self._meaning())

    def _meaning(self) -> str:
        if (read := self._read) is None:
            return _("Class, subject, !teacher, the list, the marks from «5» down, not assessed. Enter saves.")
        called = dict(self._people)
        teacher = called[read.teacher_id].listed if read.teacher_id else "…"
        shown = (
            (_("Class"), self._of_class(read) or "…"),
            (_("Subject"), read.subject or "…"),
            (_("Teacher"), teacher),
        )
        lines = [f"{label:<{mark_words.LABEL}}{value}" for label, value in shown]
        listed, ungraded = self._lists.get(fold(self._of_class(read))), self._ungraded(read)
        given = self._given(read)
        counted = mark_words.meaning(None if ungraded else given, self._rules, listed, ungraded)
        if ungraded and given:
            counted = _("on the list {count}").format(count=given.listed)
        return "\n".join([*lines, counted, *(f"! {each}" for each in (*self._doubts(read), *self._warnings(read)))])

    def _of_class(self, read: TypedMarks) -> str:
        return classes.written(*read.class_) if read.class_ else ""

    def _ungraded(self, read: TypedMarks) -> bool:
        return read.class_ is not None and read.class_[0] in self._rules.ungraded

    def _given(self, read: TypedMarks) -> MarksLine | None:
        if self._ungraded(read):
            return MarksLine(int(read.counts), 0, {}, 0) if read.counts.isdecimal() else None
        return marks_line.read(read.counts, self._rules.scale, self._lists.get(fold(self._of_class(read))))

    def _doubts(self, read: TypedMarks) -> Iterable[str]:
        """What of the line was not understood."""
        yield from doubts(read, self._people)
        if any(letter.isdigit() for letter in read.subject):
            yield _("Not a subject: {text}").format(text=read.subject)

    def _warnings(self, read: TypedMarks) -> Iterable[str]:
        """A class that is added, marks that are there already: it can be saved all the same."""
        if read.class_ and fold(self._of_class(read)) not in self._lists:
            school_id = association(current.association_id()).school_id
            before = classes.goes_on_from(school_id, self._year, *read.class_)
            added = _("Class {name} is not in this year yet: it will be added.").format(name=self._of_class(read))
            yield " ".join([added, *([_("Last year: {name}").format(name=before.before)] if before else [])])
        key = (fold(self._of_class(read)), fold(read.subject), read.teacher_id)
        if any(each.sheet and (fold(each.class_name), *each.key[1:]) == key for each in self._rows):
            yield _("These marks are entered already: they will be changed.")

    def action_add(self) -> None:
        """Save the line where it is whole."""
        self.understand()
        read = self._read
        given = self._given(read) if read else None
        if read is None or not read.class_ or not read.subject:
            self.say(_("Write the class and the subject: 4А mathematics 27 6 10 8 1 2."), error=True)
        elif doubt := next(iter(self._doubts(read)), ""):  # what was typed is never dropped without a word
            self.say(doubt, error=True)
        elif read.teacher_id is None:
            self.say(_("Write whose marks these are: !surname."), error=True)
        elif given is None:
            self._unread(read)
        elif not self._ungraded(read) and (fault := marks_line.fault(given)):
            self.app.explain(fault.code, **fault.values)
        else:
            school_id = association(current.association_id()).school_id
            key = (school_id, self._year, read.class_, read.subject, *self._period, read.teacher_id)
            self.app.save(keeping.add_marks, *key, given, then=self._done)

    def _unread(self, read: TypedMarks) -> None:
        if self._ungraded(read):
            self.say(_("This grade has no marks: type how many are on the list."), error=True)
        else:
            self.app.explain("marks_expected", count=len(quality.marks_of(self._rules.scale)))

    def _done(self, sheet_id: int) -> None:
        """Say so and wait for the next one."""
        self._last_id = sheet_id
        self.query_one("#entry", LineField).set_value("")
        self.refill()
        of = by_ids([sheet_id])[0]
        self.say(_("Saved: {work}. Ctrl+Z – take back.").format(work=f"{of.class_name} {of.subject}"))

    def action_edit(self) -> None:
        """The slip of the line saved last, else a new one."""
        row = next((each for each in self._rows if each.sheet and each.sheet.id == self._last_id), None)
        self.app.open(
            "tui.screens.quality.marks_form:MarksForm", first_year=self._year, period=self._period, row=row
        )  # fmt: skip
