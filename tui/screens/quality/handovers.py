"""Classes handed from one teacher to another, and how pupils settled in the next stage: a year's records."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar, schools
from db.errors import Refused
from db.quality import handovers
from db.quality.classes import SchoolClassRow, class_by_name, classes
from db.quality.handovers import Handover
from db.rules.results_line import MOST_PUPILS
from tui import clock, commands, current, places, transition_words, typed, words, work_words
from tui.screens.listing import OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, NumberInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

OF_ONE = frozenset({"change", "delete"})
PROMPT, ASK = "tui.widgets.dialogs:Prompt", "tui.widgets.dialogs:Ask"
LONG = {
    "subjects": N_("Subjects"), "strong": N_("Strong side"), "weak": N_("Needs help"),
    "lessons_visited": N_("Lessons visited"), "tests": N_("Diagnostic works"), "questionnaire": N_("Questionnaire"),
    "conclusion": N_("Conclusion"), "advice": N_("Advice"),
}  # fmt: skip


class HandoversScreen(OfYear, TiedScreen):
    """A year's records by class."""

    COMMANDS = (
        commands.NEW.but(help=N_("Note that a class is handed over, or how its pupils settled in October.")),
        commands.EDIT.but(id="change", help=N_("Change its fields.")),
        commands.WORD.but(help=N_("Make the paper of the record, to be signed by both teachers.")),
        commands.DELETE.but(help=N_("Take the record away."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "A class handed from one teacher to another, and the October check of how its pupils settled in the next "
        "stage: lessons visited, diagnostic works, questionnaire, conclusion, advice. F7 asks for the class and lists "
        "its lessons and tests of this autumn; F5 prints the paper. PgUp and PgDn show other years."
    )

    def __init__(self, first_year: int | None = None, handover_id: int = 0) -> None:
        """Show a year, the current one if none is named, or that of a record with it chosen."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        if handover_id:
            self._year = handovers.handover(handover_id).first_year
        self._wanted = handover_id
        self._known: dict[Any, Handover] = {}

    def title_text(self) -> str:
        """The area and the year."""
        return " · ".join((_("Classes handed over"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, all of the chosen record."""
        columns = (
            Column(N_("Class"), width=6), Column(N_("Day"), width=10), Column(N_("Kind")),
            Column(N_("Gives it"), width=17), Column(N_("Takes it"), width=17),
        )  # fmt: skip
        empty = N_("Nothing here yet. F7 notes that a class is handed over, or how its pupils settled in October.")
        yield YearList(*columns, empty=empty, id="handovers")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        if self._wanted:
            self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#handovers", PageList)

    @property
    def chosen(self) -> Handover | None:
        """The record under the cursor."""
        return self._known.get(self._list.key) if self.is_mounted else None

    def fill(self) -> None:
        """Read the year."""
        found = handovers.handovers(current.association_id(), self._year)
        self._known = {each.id: each for each in found}
        self._list.set_rows(Row(each.id, _cells(each)) for each in found)
        self._show_whole()

    @on(PageList.Highlighted, "#handovers")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(_whole(self.chosen) if self.chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a record is offered only where one is chosen."""
        if action in OF_ONE and self.is_mounted:
            return self.chosen is not None
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Ask for the class, then open the form with what is known of it."""
        if not classes(_school_id(), self._year):
            self.say(_("This year has no classes yet: Quality, 2 notes them."), error=True)
            return
        self.app.open_dialog(PROMPT, _("Which class? For example 5-А"), "", self._class, then=self._begin)

    def _class(self, text: str) -> SchoolClassRow:
        found = class_by_name(_school_id(), self._year, text)
        if found is None:
            raise Refused("not_found", text=text)
        return found

    def _begin(self, of: SchoolClassRow | None) -> None:
        if of is not None:
            self.app.open("tui.screens.quality.handovers:HandoverForm", class_row=of)

    @on(PageList.Opened, "#handovers")
    def action_change(self) -> None:
        """Open the form."""
        if of := self.chosen:
            known = classes(_school_id(), self._year)
            row = next(each for each in known if each.id == of.school_class_id)
            self.app.open("tui.screens.quality.handovers:HandoverForm", class_row=row, of=of)

    def action_delete(self) -> None:
        """Take the record away."""
        if of := self.chosen:
            said = _("Take this record away?") + f"\n{' · '.join(part for part in _cells(of) if part)}"
            self.app.open_dialog(ASK, said, then=partial(self._delete, of.id))

    def _delete(self, handover_id: int, yes: bool) -> None:
        if yes:
            self.app.save(handovers.remove, handover_id, then=self._removed)

    def _removed(self, _value: Any) -> None:
        self.app.refresh_screens()
        self.say(_("Taken away; Ctrl+Z brings it back."))

    def action_word(self) -> None:
        """Offer the paper of the chosen record."""
        record_id = self.chosen.id if self.chosen else None
        papers = ("handover", "transition")
        places.open_papers(self.app, "handover", *papers, first_year=self._year, record_id=record_id)

    # What is made of a record

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen record."""
        return ("class_handover", self.chosen.id) if self.chosen else None

    def tied_text(self) -> str:
        """What is advised, else which class."""
        of = self.chosen
        return f"{of.class_name}: {of.advice or _(transition_words.HANDOVERS[of.kind])}" if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who takes the class."""
        return (self.chosen.to_person_id,) if self.chosen and self.chosen.to_person_id else ()


class HandoverForm(CardScreen):
    """All fields of a record; a new one begins with the lessons and tests of the autumn."""

    HELP = N_(
        "Who hands the class over to whom, what goes well, what needs help. In the October check: lessons visited, "
        "diagnostic works, questionnaire, conclusion, advice; lessons and tests of this autumn stand there already. F2 "
        "saves, Esc keeps what you typed as a draft."
    )

    def __init__(self, class_row: SchoolClassRow, of: Handover | None = None) -> None:
        super().__init__()
        self._class, self._of = class_row, of
        self.draft_key = f"class_handover:{of.id if of else f'new:{class_row.id}'}"

    def title_text(self) -> str:
        """Which class."""
        return " · ".join((_("Classes handed over"), self._class.name))

    def parts(self) -> Iterable[Widget]:
        """What, when, who, then the long fields."""
        of, known = self._of, self._begun()
        kinds = [(code, _(word)) for code, word in transition_words.HANDOVERS.items()]
        yield ChoiceInput("kind", N_("Kind"), kinds, known["kind"])
        yield DateInput("held_on", N_("Day"), words.day(known["held_on"]), parse=typed.meeting_day)
        hint = N_("A surname or a few of its letters")
        giver, taker = (of.giver, of.taker) if of else (None, None)
        for name, label, person in (("from_person_id", N_("Gives it"), giver), ("to_person_id", N_("Takes it"), taker)):
            shown = person.listed if person else ""
            yield TextInput(name, label, shown, check=transition_words.school_person, hint=hint)
        listed = "" if known["listed"] is None else str(known["listed"])
        yield NumberInput("listed", N_("Pupils"), listed, high=MOST_PUPILS)
        for name, label in LONG.items():
            yield TextInput(name, label, known[name], long=True)

    def _begun(self) -> dict[str, Any]:
        """The record's fields; of a new one what the records say."""
        if self._of is not None:
            return {name: getattr(self._of, name) for name in ("kind", "held_on", "listed", *LONG)}
        autumn = clock.today().month in (9, 10, 11)
        draft = handovers.draft(current.association_id(), self._class.first_year, self._class.name)
        lessons = [
            " – ".join(part for part in (words.day(each.held_on), each.subject, each.title) if part)
            for each in draft.lessons
        ]
        tests = [f"{work_words.plain(each)} {work_words.brief(each)}" for each in draft.works]
        begun = {
            "kind": "adaptation" if autumn else "handover", "held_on": clock.today(), "listed": self._class.pupils,
            "lessons_visited": "\n".join(lessons), "tests": "\n".join(tests),
        }  # fmt: skip
        return dict.fromkeys(LONG, "") | begun

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        self.save(handovers.save, self._of.id if self._of else None, current.association_id(), self._class.id, **values)


def _school_id() -> int:
    school = schools.school()
    return school.id if school else 0


def _cells(of: Handover) -> tuple[str, ...]:
    giver, taker = (each.listed if each else "" for each in (of.giver, of.taker))
    return of.class_name, words.day(of.held_on), _(transition_words.HANDOVERS[of.kind]), giver, taker


def _whole(of: Handover) -> str:
    shown = ((_(label), getattr(of, name).replace("\n", " ")) for name, label in LONG.items())
    return "\n".join(f"{label}: {text}" for label, text in shown if text)
