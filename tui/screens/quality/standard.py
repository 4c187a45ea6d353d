"""What of the standard is not mastered: requirements of tests by class and subject, and what is done about each."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar
from db.control_tests import reading
from db.quality import standard
from db.quality.standard import Missed
from db.rules import quality
from tui import clock, commands, current, places, transition_words, typed, words, work_words
from tui.commands import Command
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.card import CardScreen
from tui.widgets.fields import DateInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

FILTERS = {"0": N_("All"), "open": N_("Without a measure")}
OF_ONE = frozenset({"write", "done", "delete", "test"})
SIGNS = {"done": "■", "planned": "□", "": "?"}
ASK = "tui.widgets.dialogs:Ask"


class StandardScreen(OfYear, Filtered, TiedScreen):
    """A year's requirements that fewer than the threshold mastered."""

    COMMANDS = (
        commands.EDIT.but(id="write", title=N_("Measure"), help=N_("What is done about it, who, until when.")),
        Command("done", "1", N_("Done"), N_("The measure was carried out today; once more takes that back."),
                ("space",)),
        commands.WORD.but(help=N_("Make the list of what is not mastered, with the measures.")),
        Command("test", "enter", N_("Open"), N_("Open the test that found it."), footer=False),
        commands.DELETE.but(help=N_("Take the measure away; the requirement stays."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "Requirements of the standard that tests found not mastered, by class and subject: ? nothing is done yet, □ "
        "there is a measure, ■ it was carried out. F4 writes what is done, who, until when; 7 makes a task of it. "
        "Enter opens the test. The threshold is a setting. ← → choose which are shown, PgUp and PgDn change the year."
    )

    def __init__(self, first_year: int | None = None, measure_id: int = 0) -> None:
        """Show a year, the current one if none is named, or that of a measure with it chosen."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._only, self._wanted = "0", 0
        if measure_id:
            of = standard.of_measure(measure_id)
            self._year, self._wanted = of.work.first_year, of.requirement.id
        self._known: dict[Any, Missed] = {}

    def title_text(self) -> str:
        """The area, the year, how many wait."""
        waiting = sum(each.measure is None for each in self._known.values())
        parts = [_("Standard"), words.school_year(self._year)]
        return " · ".join([*parts, *([_("without a measure: {count}").format(count=waiting)] if waiting else [])])

    def body(self) -> Iterable[Widget]:
        """The filter, the list, all of the chosen one."""
        quarters = [(str(each), _("quarter {number}").format(number=each)) for each in (1, 2, 3, 4)]
        named = [(code, _(word)) for code, word in FILTERS.items()]
        yield self.filter_line([named[0], *quarters, named[1]])
        columns = (
            Column(width=1), Column(N_("Class"), width=5), Column(N_("Requirement"), share=2),
            Column("%", width=5, right=True), Column(N_("Measure")), Column(N_("Until"), width=10),
        )  # fmt: skip
        empty = N_(
            "Nothing here that is not mastered. Requirements are typed on a test (Tests, 4), with how many mastered "
            "each. ← → and PgUp, PgDn show others."
        )
        yield YearList(*columns, empty=empty, id="missed")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        if self._wanted:
            self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#missed", PageList)

    @property
    def chosen(self) -> Missed | None:
        """The requirement under the cursor."""
        return self._known.get(self._list.key) if self.is_mounted else None

    def fill(self) -> None:
        """Read the year."""
        quarter = int(self._only) if self._only.isdigit() else 0
        found = standard.missed(current.association_id(), self._year, quarter)
        found = tuple(each for each in found if self._only != "open" or each.measure is None)
        self._known = {each.requirement.id: each for each in found}
        self._list.set_rows(_rows(found))
        self._show_whole()

    @on(PageList.Highlighted, "#missed")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(_whole(self.chosen) if self.chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a requirement is offered only where one is chosen."""
        if action in OF_ONE and self.is_mounted:
            of = self.chosen
            return of is not None and (action not in ("done", "delete") or of.measure is not None)
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """Open the form of the measure."""
        if of := self.chosen:
            self.app.open("tui.screens.quality.standard:StandardForm", of=of)

    def action_done(self) -> None:
        """Note that the measure was carried out, or take that back."""
        if (of := self.chosen) and of.measure:
            day = None if of.measure.done_on else clock.today()
            said = _("Noted as carried out.") if day else _("To be carried out again.")
            self.app.save(standard.save, of.requirement.id, done_on=day, then=partial(self._saved, said))

    def action_delete(self) -> None:
        """Take the measure away."""
        if (of := self.chosen) and of.measure:
            said = _("Take the measure away?") + f"\n{of.measure.measure}"
            self.app.open_dialog(ASK, said, then=partial(self._delete, of.measure.id))

    def _delete(self, measure_id: int, yes: bool) -> None:
        if yes:
            said = _("Taken away; Ctrl+Z brings it back.")
            self.app.save(standard.remove, measure_id, then=partial(self._saved, said))

    def _saved(self, said: str, _value: Any) -> None:
        self.app.refresh_screens()
        self.say(said)

    @on(PageList.Opened, "#missed")
    def action_test(self) -> None:
        """Open the test."""
        if of := self.chosen:
            places.open_record(self.app, "control_test", of.work.id)

    def action_word(self) -> None:
        """Offer the papers."""
        quarter = int(self._only) if self._only.isdigit() and self._only != "0" else None
        papers = ("standard", "level-work", "tests")
        places.open_papers(self.app, "standard", *papers, first_year=self._year, quarter=quarter)

    # What is made of it

    def tied_record(self) -> tuple[str, int] | None:
        """The measure; before there is one, the test."""
        if (of := self.chosen) is None:
            return None
        return ("standard_measure", of.measure.id) if of.measure else ("control_test", of.work.id)

    def tied_text(self) -> str:
        """What is done, where, about what."""
        if (of := self.chosen) is None:
            return ""
        what = of.measure.measure if of.measure else of.requirement.text
        return f"{of.work.class_name} {of.work.subject}: {what}"

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who does it, else the teacher."""
        of = self.chosen
        owner = (of.measure.person_id if of.measure else None) or of.work.teacher_id if of else None
        return (owner,) if owner else ()


class StandardForm(CardScreen):
    """What is done about a requirement."""

    HELP = N_("What is done about the requirement, who does it, until when. F2 saves, Esc keeps a draft.")

    def __init__(self, of: Missed) -> None:
        super().__init__()
        self._of = of
        self.draft_key = f"standard_measure:{of.requirement.id}"

    def title_text(self) -> str:
        """Which class and subject."""
        return " · ".join((_("Standard"), self._of.work.class_name, self._of.work.subject))

    def parts(self) -> Iterable[Widget]:
        """The requirement, then the fields."""
        of, teacher = self._of.measure, self._of.work.teacher
        yield TextInput("measure", N_("Measure"), of.measure if of else "", long=True, required=True)
        name = of.person if of else teacher
        yield TextInput("person_id", N_("Who"), name.listed if name else "", check=transition_words.school_person,
                        hint=N_("A surname or a few of its letters"))  # fmt: skip
        day = of.deadline if of else calendar.quarter_end(clock.today())
        yield DateInput("deadline", N_("By when"), words.day(day), parse=typed.meeting_day)
        yield DateInput("done_on", N_("Done on"), words.day(of.done_on if of else None), parse=typed.meeting_day)
        yield TextInput("note", N_("Note"), of.note if of else "", long=True)
        yield Shown(_whole(self._of), classes="below")

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        self.save(standard.save, self._of.requirement.id, **values)


def _rows(found: Iterable[Missed]) -> Iterable[Row]:
    """A row a requirement, under the heading of its subject."""
    last = None
    for of in found:
        place = f"{of.work.class_name} · {of.work.subject}"
        if place != last:
            yield Row(None, ("", "", place), "heading")
        last = place
        measure = of.measure
        cells = (
            SIGNS[of.state], of.work.class_name, of.requirement.text, quality.number(of.share),
            measure.measure.replace("\n", " ") if measure else "", words.day(measure.deadline if measure else None),
        )  # fmt: skip
        yield Row(of.requirement.id, cells, "" if measure else "warning")


def _whole(of: Missed) -> str:
    percent = reading.mastery_percent(of.work.association_id)
    said = _("{mastered} of {wrote} mastered it, {share}; not mastered is below {percent} %").format(
        mastered=of.requirement.mastered, wrote=of.work.wrote, share=quality.percent(of.share), percent=percent
    )
    lines = [of.requirement.text, f"{work_words.plain(of.work)}: {said}"]
    if of.measure:
        who = of.measure.person.listed if of.measure.person else ""
        parts = (of.measure.measure, who, words.day(of.measure.deadline), of.measure.note)
        lines.append(" · ".join(part.replace("\n", " ") for part in parts if part))
    return "\n".join(lines)
