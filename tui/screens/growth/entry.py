"""Courses noted one after the other, each in one line of text, with what it means under it."""

from collections.abc import Iterable

from textual.widget import Widget

from db import calendar, members
from db.growth import keeping
from db.growth.entry import Typed, parse_course
from db.rules.people import People
from tui import clock, commands, current, growth_words, words
from tui.commands import Command
from tui.screens.line_entry import LineEntry, doubts
from tui.texts import N_, _
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 14


class CourseEntryScreen(LineEntry):
    """Enter notes the course and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Add"), N_("Note the course; Enter does the same."), ("ctrl+s",)),
        commands.EDIT.but(help=N_("Change the course that was noted last, with all its fields."), footer=False),
    )
    HELP = N_(
        "One line of text is one course: !teacher, hours, day, topic, in any order. The topic stands in quotation "
        "marks, then the rest is the place; without them all of it is the topic. «онлайн», «күндүзгү» say the form, "
        "№ the certificate. Several teachers get the same course at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._people: People = ()
        self._read: Typed | None = None
        self._added, self._last_id = 0, 0

    def title_text(self) -> str:
        """What is being noted, and how many."""
        added = [_("added: {count}").format(count=self._added)] if self._added else []
        return " · ".join([_("New courses"), *added])

    def body(self) -> Iterable[Widget]:
        """The line and what it means."""
        yield LineField("", placeholder=_('course !asan 72 hours 15,03 "topic"'), limit=1000, id="entry")
        yield Shown(id="meaning")

    def fill(self) -> None:
        """Read the people."""
        self._people = [(each.person_id, each.name) for each in members.members(current.association_id())]
        self.understand()

    def understand(self) -> None:
        """Read the line and show what it means."""
        text = self.query_one("#entry", LineField).value
        quarters = calendar.usual_year(calendar.current_first_year(clock.today())).quarters
        self._read = parse_course(text, clock.today(), self._people, quarters) if text.strip() else None
        self.query_one("#meaning", Shown).show(self._meaning())

    def _meaning(self) -> str:
        if (read := self._read) is None:
            return _('!teacher, hours, day and "topic": course !asan 72 hours 15,03 "topic". Enter adds it.')
        names = dict(self._people)
        days = " – ".join(words.day(day) for day in (read.begins, read.ends) if day)
        shown = (
            (_("Teacher"), ", ".join(names[each].listed for each in read.owner_ids) or "…"),
            (_("Topic"), read.topic or "…"), (_("Provider"), read.provider), (_("Days"), days),
            (_("Hours in all"), str(read.hours or "")),
            (_("Form"), _(growth_words.FORMS[read.form]) if read.form else ""),
            (_("Certificate"), f"№ {read.certificate}" if read.certificate else ""),
        )  # fmt: skip
        lines = [f"{label:<{LABEL}}{value}" for label, value in shown if value]
        return "\n".join([*lines, *(f"! {each}" for each in doubts(read, self._people))])

    def action_add(self) -> None:
        """Note the course of everyone named."""
        self.understand()
        read = self._read
        doubt = next(iter(doubts(read, self._people)), "") if read else ""
        if doubt:
            self.say(doubt, error=True)
        elif read is None or not read.owner_ids or not read.topic:
            self.say(_('Write whose course and what about: !asan 72 hours "topic".'), error=True)
        else:
            fields = {name: getattr(read, name) for name in
                      ("topic", "provider", "form", "hours", "begins", "ends", "certificate")}  # fmt: skip
            self.app.save(keeping.add_courses, current.association_id(), read.owner_ids, then=self._done, **fields)

    def _done(self, ids: list[int]) -> None:
        """Say so and wait for the next one."""
        self._added, self._last_id = self._added + len(ids), ids[-1]
        topic = self._read.topic if self._read else ""
        self.query_one("#entry", LineField).set_value("")
        self.refill()
        self.say(_("Noted: {topic}. F4 – all its fields, Ctrl+Z – take back.").format(topic=topic))

    def action_edit(self) -> None:
        """Open the form of the course noted last."""
        if self._last_id:
            self.app.open("tui.screens.growth.form:RecordForm", table="course", row_id=self._last_id)
