"""Activities written one after the other, each in one line of text, with what it means and what clashes under it."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar, members
from db.events import activities, clashes, classes
from db.events.entry import Typed, parse_line
from db.events.rows import split_classes
from tui import clock, commands, current, event_words, typed_events, words
from tui.commands import Command
from tui.screens.line_entry import LineEntry, day_in, doubts
from tui.texts import N_, _
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 16


class EventEntryScreen(LineEntry):
    """Enter adds what the line says and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Add"), N_("Add it; Enter does the same."), ("ctrl+s",)),
        commands.EDIT.but(
            title=N_("All fields"), help=N_("All fields: of what is typed, else of what was added last.")
        ),
    )
    HELP = N_(
        "One line of text is one activity: what, who, class, subject, day, lesson, room, in any order. «ачык сабак "
        "!асан 4А математика 15,11 3-сабак бөлчөктөр» is an open lesson of Asanova. A person is called with ! and a "
        "few letters; of a visit the last one called gives the lesson. What clashes is said below and can be added all "
        "the same. A visit whose day has come is noted as held."
    )

    def __init__(self, first_year: int, usual: str = "", person_id: int = 0, part_of_id: int | None = None) -> None:
        """`usual`: the kind of a line that names none; `person_id`: whose; `part_of_id`: the subject week."""
        super().__init__()
        self._year, self._usual, self._person_id = first_year, usual or "subject_event", person_id
        self._part_of = part_of_id
        self._read: Typed | None = None
        self._last_id, self._added = 0, 0

    def title_text(self) -> str:
        """What is written, and how many were added."""
        parts = [_("New events"), words.school_year(self._year)]
        if self._added:
            parts.append(_("added: {count}").format(count=self._added))
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The line, what it means, what was added last."""
        example = _("open lesson !asan 4А maths 15,11 3 lesson fractions")
        if self._usual == "visit":
            example = _("!who visits !whose lesson 4А maths 15,11 3 lesson topic")
        yield LineField("", placeholder=example, limit=1000, id="entry")
        yield Shown(id="meaning")
        yield Shown(id="doubts")

    def fill(self) -> None:
        """Read the people, the classes and what is taken already."""
        association_id = current.association_id()
        there = members.members(association_id)
        self._people = [(each.person_id, each.name) for each in there]
        self._subjects = {part for each in there for part in split_classes(each.subjects)}
        self._known_classes = classes.known_classes(self._year)
        self._taken = clashes.timetable(association_id, self._year)
        year = calendar.school_year(self._year) or calendar.usual_year(self._year)
        self._quarters = year.quarters
        self.understand()

    @property
    def _responsible(self) -> tuple[int, ...]:
        """Who was called, else the member whose activity this is to be."""
        called = self._read.responsible_ids if self._read else ()
        return called or ((self._person_id,) if self._person_id else ())

    def understand(self) -> None:
        """Read the line and show what it means and what speaks against it."""
        text = self.query_one("#entry", LineField).value.strip()
        self._read = None
        if text:
            self._read = parse_line(text, day_in(self._year), self._people, self._quarters, self._subjects, self._usual)
        self.query_one("#meaning", Shown).show(self._meaning())
        marked = [*self._doubts(), *self._warnings()]
        self.query_one("#doubts", Shown).show("\n".join(f"{event_words.CLASH} {each}" for each in marked))

    def _meaning(self) -> str:
        names = dict(self._people)
        if (read := self._read) is None:
            said = _("What, !who, class, subject, day and lesson. Enter adds it, F4 opens the form with all fields.")
            whose = names[self._person_id].listed if self._person_id in names else ""
            return "\n".join(each for each in (said, whose and _("For: {name}").format(name=whose)) if each)
        gives, visits = (", ".join(names[each].listed for each in ids) for ids in (self._responsible, read.visitor_ids))
        titled = _("Topic") if read.kind in ("open_lesson", "visit") else _("What it is called")
        place = ", ".join(each for each in (read.room, event_words.level(read.level)) if each)
        shown = (
            (_("Kind"), event_words.kind(read.kind)), (titled, read.title or "–"), (_("Who"), gives or "–"),
            (_("Visited by"), visits), (_("Class"), read.classes or "–"), (_("Subject"), read.subject),
            (_("Day"), event_words.time_of(read.held_on, read.ends_on, read.lesson, read.starts) or "–"),
            (_("Place"), place),
        )  # fmt: skip
        return "\n".join(f"{name:<{LABEL}}{value}" for name, value in shown if value)

    def _doubts(self) -> Iterable[str]:
        """What of the line was not understood: it is not added so."""
        yield from doubts(self._read, self._people)
        if self._read and self._read.vague:
            yield _("Write the day: a month or a quarter is not enough here.")

    def _warnings(self) -> Iterable[str]:
        """What clashes: it can be added all the same."""
        if (read := self._read) is None:
            return
        for text in read.unread:
            yield _("Not a day, a lesson or a class that there is: {text}").format(text=text)
        yield from (event_words.doubt(each) for each in classes.doubts(read.classes, self._known_classes))
        if read.held_on is not None:
            people = frozenset((*self._responsible, *read.visitor_ids))
            draft = clashes.slot(
                ("activity", 0), read.held_on, read.ends_on, read.lesson, read.starts, people, read.classes, read.room,
                read.kind, frozenset(self._responsible),
            )  # fmt: skip
            yield from (event_words.clash(each) for each in self._taken.clashes_of(draft))

    def _values(self) -> dict[str, Any]:
        """What the line says, as fields of an activity."""
        read = self._read
        if read is None:
            return {"kind": self._usual, "responsible_ids": self._responsible, "part_of_id": self._part_of}
        same = (
            "kind", "title", "visitor_ids", "classes", "subject", "held_on", "ends_on", "lesson", "starts", "room",
            "level",
        )  # fmt: skip
        part_of = self._part_of if read.kind != "week" else None
        return {name: getattr(read, name) for name in same} | {
            "responsible_ids": self._responsible, "part_of_id": part_of,
        }  # fmt: skip

    def action_add(self) -> None:
        """Add it."""
        self.understand()
        if self._read is None:
            self.say(_("Write what is to be held."), error=True)
            return
        if doubt := next(iter(self._doubts()), ""):  # a name that was typed is never dropped without a word
            self.say(doubt, error=True)
            return
        values = self._values()
        held_by = clock.today() if self._read.kind == "visit" else None
        kind, title = values.pop("kind"), values.pop("title")
        self.app.save(
            activities.add_activity, current.association_id(), self._year, kind, title, held_by=held_by,
            then=self._done, **values,
        )  # fmt: skip

    def _done(self, activity_id: int) -> None:
        """Say so and wait for the next one."""
        self._added, self._last_id = self._added + 1, activity_id
        self.query_one("#entry", LineField).set_value("")
        self.refill()
        of = activities.activity(activity_id)
        text = typed_events.shortened(event_words.what(of))
        said = _("Added: {text}. F4 – all its fields, Ctrl+Z – take back.")
        if of.state == "held":
            said = _("Added as held: {text}. F4 – all its fields, Ctrl+Z – take back.")
        self.say(said.format(text=text))

    def action_edit(self) -> None:
        """Open the form: of what is typed, else of what was added last, else an empty one."""
        form = "tui.screens.events.form:EventForm"
        if self._read is None and self._last_id and typed_events.activity_or_none(self._last_id):
            self.app.open(form, first_year=self._year, activity_id=self._last_id)
            return
        values = self._values()
        self.query_one("#entry", LineField).set_value("")
        self.app.open(form, first_year=self._year, start=values)
