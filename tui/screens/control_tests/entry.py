"""Control works planned one after the other, each in one line of text, with what it means under it."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar, members
from db.control_tests import reading, works
from db.control_tests.clashes import clashes_at
from db.control_tests.entry import Known, Typed, class_teachers, parse_work
from db.events import classes
from db.events.clashes import Timetable, timetable
from tui import commands, current, event_words, words, work_words
from tui.commands import Command
from tui.screens.control_tests.actions import work_or_none
from tui.screens.line_entry import LineEntry, day_in, doubts
from tui.texts import N_, _
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 14


class WorkEntryScreen(LineEntry):
    """Enter plans the work and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Add"), N_("Plan the test; Enter does the same."), ("ctrl+s",)),
        commands.EDIT.but(help=N_("Change the test that was planned last, with all its fields."), footer=False),
    )
    HELP = N_(
        "One line of text is one test: its kind, class, subject, teacher, day and lesson, in any order. «кириш тест "
        "4А математика !асан 15,09 2-сабак» is an entry test in 4-А on 15 September. Several classes («4А 4Б 4В») get "
        "the same test at once. Without a name the class's own teacher is taken. What is left over is the topic."
    )

    def __init__(self, first_year: int, text: str = "") -> None:
        """`text`: what the line begins with."""
        super().__init__()
        self._year, self._text = first_year, text
        self._known = Known((), (), (), ())
        self._taken: Timetable | None = None
        self._classes_known: tuple[str, ...] = ()
        self._read: Typed | None = None
        self._scale = "5"
        self._added = 0
        self._last_id = 0

    def title_text(self) -> str:
        """What is being written, and how much of it."""
        parts = [_("New tests"), words.school_year(self._year)]
        return " · ".join([*parts, *([_("added: {count}").format(count=self._added)] if self._added else [])])

    def body(self) -> Iterable[Widget]:
        """The line and what it means."""
        example = _("entry test 4А 4Б mathematics !asan 15,09 lesson 2")
        yield LineField(self._text, placeholder=example, limit=1000, id="entry")
        yield Shown(id="meaning")

    def fill(self) -> None:
        """Read the people, whose class is whose, and the subjects."""
        association_id = current.association_id()
        found = members.members(association_id)
        year = calendar.school_year(self._year) or calendar.usual_year(self._year)
        self._known = Known(
            [(each.person_id, each.name) for each in found],
            class_teachers([(each.person_id, each.classes) for each in found]),
            reading.subjects(association_id),
            year.quarters,
        )
        self._taken = timetable(association_id, self._year)
        self._classes_known = classes.known_classes(self._year)
        last = reading.newest(association_id)
        of = work_or_none(last) if last else None
        self._scale = of.scale if of else "5"
        self.understand()

    def understand(self) -> None:
        """Read the line and show what it means."""
        text = self.query_one("#entry", LineField).value
        self._read = parse_work(text, day_in(self._year), self._known) if text.strip() else None
        self.query_one("#meaning", Shown).show(self._meaning())

    def _meaning(self) -> str:
        if (read := self._read) is None:
            return _("Kind, class, subject, !teacher, day and lesson: entry test 4А mathematics 15,09. Enter adds it.")
        day = f"{words.day(read.day)} {words.weekday(read.day)}" if read.day else _("no day yet")
        lesson = _("lesson {number}").format(number=read.lesson) if read.lesson else ""
        room = _("room {room}").format(room=read.room) if read.room else ""
        shown = (
            (_("Kind"), _(work_words.KINDS[read.kind])), (_("Subject"), read.subject or "…"),
            (_("Topic"), read.title), (_("Day"), ", ".join(part for part in (day, lesson, room) if part)),
        )  # fmt: skip
        lines = [f"{label:<{LABEL}}{value}" for label, value in shown if value]
        marked = [*self._doubts(read), *self._warnings(read)]
        return "\n".join([*lines, *self._class_lines(read), *(f"! {each}" for each in marked)])

    def _class_lines(self, read: Typed) -> Iterable[str]:
        """Each class with its teacher, a line each."""
        names = dict(self._known.people)
        for place, (name, person_id) in enumerate(read.places):
            teacher = names[person_id].listed if person_id is not None else "–"
            yield f"{_('Classes') if not place else '':<{LABEL}}{name:<6}{teacher}"
        if not read.places:
            yield f"{_('Classes'):<{LABEL}}…"

    def _doubts(self, read: Typed) -> Iterable[str]:
        """What of the line was not understood."""
        yield from doubts(read, self._known.people)
        for text in read.unread:
            yield _("Not a day, a lesson or a class that there is: {text}").format(text=text)

    def _warnings(self, read: Typed) -> Iterable[str]:
        """A class that is not known, and what clashes: it can be added all the same."""
        yield from map(event_words.doubt, classes.doubts(", ".join(read.classes), self._classes_known))
        if self._taken is None or read.day is None:
            return
        found = [
            clash
            for name, teacher_id in read.places
            for clash in clashes_at(self._taken, read.day, read.lesson, name, teacher_id, read.room)
        ]
        yield from dict.fromkeys(map(event_words.clash, found))

    def action_add(self) -> None:
        """Plan the work for all its classes."""
        self.understand()
        read = self._read
        doubt = next(iter(self._doubts(read)), "") if read else ""
        if doubt:  # a name that was typed is never dropped without a word
            self.say(doubt, error=True)
        elif read is None or not read.places or not read.subject:
            self.say(_("Write which test, of which class and subject: entry test 4А mathematics 15,09."), error=True)
        else:
            of = current.association_id(), self._year, read.places
            self.app.save(works.add_works, *of, then=self._done, **self._values(read))

    def _values(self, read: Typed) -> dict[str, Any]:
        return {
            "kind": read.kind, "subject": read.subject, "title": read.title, "held_on": read.day,
            "lesson": read.lesson, "room": read.room, "scale": self._scale,
        }  # fmt: skip

    def _done(self, ids: list[int]) -> None:
        """Say so and wait for the next one."""
        self._added, self._last_id = self._added + len(ids), ids[-1]
        of = reading.work(ids[-1])
        classes = ", ".join(self._read.classes) if self._read else of.class_name
        self.query_one("#entry", LineField).set_value("")
        self.refill()
        said = _("Planned: {classes}, {work}, {day}. F4 – all its fields, Ctrl+Z – take back.")
        what = " · ".join((of.subject, work_words.kind(of)))
        self.say(said.format(classes=classes, work=what, day=work_words.when(of) or _("no day yet")))

    def action_edit(self) -> None:
        """Open the form of the work planned last."""
        if self._last_id and work_or_none(self._last_id):
            self.app.open("tui.screens.control_tests.form:WorkForm", work_id=self._last_id)
