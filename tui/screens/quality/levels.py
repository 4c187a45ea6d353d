"""Work by level of mastery: of each class and subject the three groups, what is done with each, what came of it."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar, schools
from db.errors import Refused
from db.quality import levels
from db.quality.classes import class_by_name
from db.quality.levels import Group
from db.rules import work_words as rule_words
from tui import clock, commands, current, places, texts, transition_words, typed_task, words
from tui.commands import Command
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

QUARTERS = (1, 2, 3, 4)
OF_A_GROUP = frozenset({"quick", "usual", "write", "delete"})
PICK, PROMPT, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt", "tui.widgets.dialogs:Ask"
_PUPILS = re.compile(r"\s*(\d{1,3})(?!\S)")


class LevelsScreen(OfYear, Filtered, TiedScreen):
    """A quarter's groups; ← → take another quarter."""

    COMMANDS = (
        Command("quick", "1", N_("Work"), N_("Type pupils, who and what in one line: 3 !surname extra lessons.")),
        Command("usual", "2", N_("Usual"), N_("Choose one of the usual measures for this level.")),
        commands.EDIT.but(id="write", help=N_("All fields of the group: when, the result, the next test.")),
        commands.WORD.but(help=N_("Make the work by level of the quarter.")),
        commands.NEW.but(help=N_("Add a class and subject of which no marks are known."), footer=False),
        commands.DELETE.but(help=N_("Take away what was written about the group."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "Of every class and subject the groups high, middle and low, with what is done with each. ~ are the pupils "
        "that the quarter's marks make: «5» high, «4» and «3» middle, «2» and not assessed low. 1 types a group in one "
        "line, 2 offers usual measures, F4 has all fields. ← → take another quarter, 7 makes a task of the work."
    )

    def __init__(self, first_year: int | None = None, level_work_id: int = 0) -> None:
        """Show today's quarter of a year, the current one if none is named; or a group that is named."""
        super().__init__()
        today = clock.today()
        self._year = first_year or calendar.current_first_year(today)
        quarter = calendar.current_quarter(today)
        number = quarter.number if quarter else 1
        if level_work_id:
            self._year, number = levels.year_of(level_work_id)
        self._only, self._wanted = str(number), level_work_id
        self._known: dict[Any, Group] = {}

    def title_text(self) -> str:
        """The area, the year, how many groups have nothing written."""
        waiting = sum(not each.work and each.shown_pupils != 0 for each in self._known.values())
        parts = [_("Work by level"), words.school_year(self._year)]
        return " · ".join([*parts, *([_("nothing written yet: {count}").format(count=waiting)] if waiting else [])])

    def body(self) -> Iterable[Widget]:
        """The quarters, the list, all of the chosen group."""
        yield self.filter_line([(str(each), _("quarter {number}").format(number=each)) for each in QUARTERS])
        columns = (
            Column(N_("Level"), width=11), Column(N_("Pupils"), width=7, right=True), Column(N_("Work"), share=2),
            Column(N_("Who"), width=17), Column(N_("Outcome")),
        )  # fmt: skip
        empty = N_(
            "No marks of this quarter are known: the groups come from them. Marks are typed under Quality, 1; F7 adds "
            "a class and subject without marks. ← → show other quarters, PgUp and PgDn other years."
        )
        yield YearList(*columns, empty=empty, id="groups")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        wanted = next((key for key, of in self._known.items() if self._wanted and of.id == self._wanted), None)
        if wanted:
            self._list.choose(wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#groups", PageList)

    @property
    def chosen(self) -> Group | None:
        """The group under the cursor."""
        return self._known.get(self._list.key) if self.is_mounted else None

    def fill(self) -> None:
        """Read the quarter."""
        found = levels.groups_of(current.association_id(), self._year, int(self._only))
        self._known = {(each.school_class_id, each.subject, each.level): each for each in found}
        self._list.set_rows(_rows(found))
        self._show_whole()

    @on(PageList.Highlighted, "#groups")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(_whole(self.chosen) if self.chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a group is offered only where one is chosen."""
        if action in OF_A_GROUP and self.is_mounted:
            return self.chosen is not None and (action != "delete" or self.chosen.id > 0)
        return super().check_action(action, parameters)

    # What is written

    def save_group(self, of: Group, **fields: Any) -> None:
        """Save what is known of a group, and say so."""
        key = current.association_id(), of.school_class_id, of.subject, of.quarter, of.level
        said = _("Saved: {group}.").format(group=transition_words.group_name(of))
        self.app.save(levels.save, *key, then=partial(self._saved, said), **fields)

    def _saved(self, said: str, _value: Any) -> None:
        self.app.refresh_screens()
        self.say(said)

    def action_new(self) -> None:
        """Ask for a class and a subject."""
        question = _("Class and subject: 2-А mathematics")
        self.app.open_dialog(PROMPT, question, "", self._place, then=self._added)

    def _place(self, text: str) -> tuple[int, str]:
        school = schools.school()
        name, _space, subject = text.strip().partition(" ")
        found = class_by_name(school.id if school else 0, self._year, name)
        if found is None:
            raise Refused("class_expected", text=name)
        if not subject.strip():
            raise Refused("required")
        return found.id, rule_words.take_subject(subject, ())[0] or subject.strip()

    def _added(self, answer: tuple[int, str] | None) -> None:
        if answer is not None:
            class_id, subject = answer
            key = current.association_id(), class_id, subject, int(self._only), "high"
            self.app.save(levels.save, *key, then=partial(self._saved, _("Added: {subject}.").format(subject=subject)))

    def action_quick(self) -> None:
        """Ask for the group in one line."""
        if of := self.chosen:
            owner = (of.person_id,) if of.person_id else ()
            pupils = "" if of.shown_pupils is None else f"{of.shown_pupils} "
            question = _("{group}: pupils !surname what is done").format(group=transition_words.group_name(of))
            shown = pupils + typed_task.line(of.work, owner)
            self.app.open_dialog(PROMPT, question, shown, read_line, then=partial(self._typed, of))

    def _typed(self, of: Group, answer: dict[str, Any] | None) -> None:
        if answer is not None:
            self.save_group(of, **answer)

    def action_usual(self) -> None:
        """Offer the usual measures; the chosen one joins what is written."""
        if of := self.chosen:
            known = [each.ru if texts.language() == "ru" else each.ky for each in levels.stock()
                     if each.level == of.level]  # fmt: skip
            question = _("Which measure?")
            self.app.open_dialog(PICK, question, known, then=partial(self._chosen, of, known))

    def _chosen(self, of: Group, known: list[str], at: int | None) -> None:
        if at is not None:
            more = {} if of.id else {"pupils": of.shown_pupils, "person_id": of.person_id}
            work = "; ".join(part for part in (of.work, known[at]) if part)
            self.save_group(of, work=work, **more)

    @on(PageList.Opened, "#groups")
    def action_write(self) -> None:
        """Open all fields."""
        if of := self.chosen:
            self.app.open("tui.screens.quality.levels_form:LevelForm", first_year=self._year, of=of)

    def action_delete(self) -> None:
        """Take away what was written."""
        if of := self.chosen:
            said = _("Take away what was written about this group?") + f"\n{transition_words.group_name(of)}"
            self.app.open_dialog(ASK, said, then=partial(self._delete, of))

    def _delete(self, of: Group, yes: bool) -> None:
        if yes:
            said = _("Taken away; Ctrl+Z brings it back.")
            self.app.save(levels.remove, of.id, then=partial(self._saved, said))

    def action_word(self) -> None:
        """Offer the papers."""
        papers = ("level-work", "standard", "quality")
        places.open_papers(self.app, "level-work", *papers, first_year=self._year, quarter=int(self._only))

    # What is made of a group

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen group, once something was written about it."""
        return ("level_work", self.chosen.id) if self.chosen and self.chosen.id else None

    def tied_text(self) -> str:
        """What is done with which group."""
        of = self.chosen
        return ": ".join(part for part in (transition_words.group_name(of), of.work) if part) if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who does it."""
        return (self.chosen.person_id,) if self.chosen and self.chosen.person_id else ()


def read_line(text: str) -> dict[str, Any]:
    """Read «3 !асанова 25,12 кошумча сабак»: pupils, who, when, what. Raises Refused as `typed_task.task` does."""
    values: dict[str, Any] = {}
    if found := _PUPILS.match(text):
        values["pupils"], text = int(found[1]), text[found.end() :].strip()
    if text or not values:
        read = typed_task.task(text)
        values["work"] = read.text
        if read.owner_ids:
            values["person_id"] = read.owner_ids[0]
        if read.deadline:
            values["time"] = words.day(read.deadline)
    return values


def _rows(found: Iterable[Group]) -> Iterable[Row]:
    """A row a group, under the heading of its class and subject."""
    last = None
    for of in found:
        place = f"{of.class_name} · {of.subject}"
        if place != last:
            yield Row(None, (place,), "heading")
        last = place
        style = "" if of.work else "dim"
        yield Row((of.school_class_id, of.subject, of.level), transition_words.level_cells(of), style)


def _whole(of: Group) -> str:
    parts = [transition_words.group_name(of), of.work, of.time, of.person.listed if of.person else "", of.result]
    return "\n".join(part.replace("\n", " ") for part in parts if part)
