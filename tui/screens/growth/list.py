"""How a member grows: her time line, and the records of each kind; without a member those of all."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db import kept, members
from db.growth import due, reading, timeline
from db.growth.timeline import Moment
from db.schools import person
from db.ties import kinds
from tui import clock, commands, current, growth_words, places, words
from tui.commands import Command
from tui.screens.growth.actions import GrowthActions, kept_tables
from tui.screens.listing import Filtered
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER


class GrowthList(Filtered, GrowthActions):
    """The list under the line of kinds; ← → choose one, Enter opens the record."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.NEW.but(help=N_("Note a course, a category, a topic, a best practice, a pair, an award, work.")),
        *GrowthActions.RECORD,
        commands.OPEN.but(help=N_("Open the record."), footer=False),
        NARROWER, WIDER,
    )  # fmt: skip
    EMPTY = N_("Nothing here yet. F7 notes the first record; ← → show other kinds.")

    def __init__(self) -> None:
        super().__init__()
        self._only = ""
        self._known: dict[Any, Any] = {}

    def body(self) -> Iterable[Widget]:
        """The kinds, the list, all of the chosen record."""
        yield self.filter_line(self.filters())
        columns = (Column(width=10), Column(width=18), Column())
        yield PageList(*columns, empty=self.EMPTY, load_more=self._more, id="records")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    def filters(self) -> list[tuple[str, str]]:
        """What can be shown, the kinds of records last."""
        return [(table, _(growth_words.KINDS[table])) for table in kept_tables()]

    @property
    def _list(self) -> PageList:
        return self.query_one("#records", PageList)

    def fill(self) -> None:
        """Read what is shown."""
        self._known = {}
        self._list.set_rows(list(self.rows()))
        self._show_whole()

    def rows(self) -> Iterable[Row]:
        """The rows of the chosen kind."""
        return self.record_rows(None)

    def record_rows(self, person_id: int | None) -> Iterable[Row]:
        """The records of a table, of one person or with the names of all."""
        for each in reading.READERS[self._only](current.association_id(), person_id):
            cells = growth_words.brief(each) if person_id else growth_words.named(each)
            yield self.keep((self._only, each.id), each, cells)

    def keep(self, key: Any, of: Any, cells: tuple[str, ...], style: str = "") -> Row:
        """A row whose record is remembered."""
        self._known[key] = of
        return Row(key, cells, style)

    def _more(self, last: Any) -> Sequence[Row]:
        return list(self.more(last))

    def more(self, last: Any) -> Iterable[Row]:
        """The next page after a row."""
        return ()

    @property
    def chosen(self) -> Any:
        """What the chosen row stands for."""
        return self._known.get(self._list.key)

    @property
    def chosen_record(self) -> tuple[str, Any] | None:
        """The chosen record of growth."""
        of = self.chosen
        return None if of is None or not hasattr(of, "association_id") else (self._only, of)

    @on(PageList.Highlighted, "#records")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(self.whole() if self.chosen else "")
        self.refresh_commands()

    def whole(self) -> str:
        """All of the chosen record."""
        table, of = self.chosen_record or ("", None)
        if of is None:
            return ""
        said = (f"{label}: {value}".replace("\n", " ").rstrip(".") for label, value in growth_words.facts(of))
        return "\n".join((growth_words.whose(table, of), "; ".join(said)))

    @on(PageList.Opened, "#records")
    def action_open(self) -> None:
        """Open the record."""
        key = self._list.key
        if isinstance(key, tuple):
            places.open_record(self.app, key[0], key[1])


class GrowthScreen(GrowthList):
    """One member: the time line with its parts, then the kinds of records."""

    COMMANDS = (
        *GrowthList.COMMANDS[:1],
        Command("card", "2", N_("Card"), N_("Open the member's card.")),
        Command("half_years", "3", N_("Analysis"), N_("Open the analyses of her half-years."), footer=False),
        Command("rewards", "4", N_("Rewards"), N_("Open the proposals to reward her."), footer=False),
        *GrowthList.COMMANDS[1:],
    )
    HELP = N_(
        "The member as the records tell of her: what she spoke, promised, did, taught, visited and studied, the newest "
        "first. ← → leave a part of it or show her courses, categories, self-education, best practice, mentoring, "
        "awards and methodical work. Enter opens the record, F7 notes a new one, F5 prints the card. Remarks do not "
        "stand here: they are for the teacher alone."
    )
    EMPTY = N_("Nothing here yet. What is recorded elsewhere stands here by itself; F7 notes a course, an award …")

    def __init__(self, person_id: int, only: str = "") -> None:
        """`only`: the part to begin with."""
        super().__init__()
        self._person_id, self._only = person_id, only
        self._called = person(person_id).name.listed

    def title_text(self) -> str:
        """Whose."""
        return " · ".join((_("Growth"), self._called))

    def filters(self) -> list[tuple[str, str]]:
        """The parts of the time line, then the kinds of records."""
        off = kept.not_kept(current.association_id())
        groups = [(code, _(word)) for code, (word, _kinds) in growth_words.GROUPS.items()
                  if growth_words.kept_kinds(code, off)]  # fmt: skip
        return [*groups, *super().filters()]

    def rows(self) -> Iterable[Row]:
        """Moments, or records."""
        if self._only not in growth_words.GROUPS:
            return self.record_rows(self._person_id)
        return self._moments(None)

    def _moments(self, before: Moment | None) -> Iterable[Row]:
        association_id = current.association_id()
        told = growth_words.kept_kinds(self._only, kept.not_kept(association_id))
        for each in timeline.page(association_id, self._person_id, told, before):
            cells = growth_words.when(each), _(growth_words.MOMENTS[each.kind]), growth_words.what(each)
            yield self.keep((each.table, each.row_id, each.kind), each, cells)

    def more(self, last: Any) -> Iterable[Row]:
        """Older moments."""
        return self._moments(self._known[last]) if self._only in growth_words.GROUPS else ()

    def tied_record(self) -> tuple[str, int] | None:
        """The record behind the chosen moment, if it can lead to others."""
        of = self.chosen
        if not isinstance(of, Moment):
            return super().tied_record()
        return (of.table, of.row_id) if of.table in kinds.KINDS else None

    def tied_text(self) -> str:
        """What it is about."""
        of = self.chosen
        return growth_words.what(of) if isinstance(of, Moment) else super().tied_text()

    def whole(self) -> str:
        """All of the chosen moment or record."""
        of = self.chosen
        if not isinstance(of, Moment):
            return super().whole()
        head = " · ".join((growth_words.when(of), _(growth_words.MOMENTS[of.kind])))
        return "\n".join((head, growth_words.what(of)))

    def action_new(self) -> None:
        """A new record of the kind that is shown, else of one that is asked for."""
        tables = kept_tables()
        self.ask_new([self._only] if self._only in tables else tables, self._person_id)

    def action_card(self) -> None:
        """The card of the member."""
        places.open_record(self.app, "person", self._person_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rewards only where the school keeps proposals."""
        if action == "rewards":
            return "rewards" not in kept.not_kept(current.association_id())
        return super().check_action(action, parameters)

    def action_half_years(self) -> None:
        """The analyses of the members' half-years, hers chosen."""
        self.app.open("half-years", person_id=self._person_id)

    def action_rewards(self) -> None:
        """The proposals of the year, hers chosen."""
        self.app.open("rewards", person_id=self._person_id)

    def action_word(self) -> None:
        """Her papers."""
        self.papers(self._person_id)


DUE = "due"


class AllGrowth(GrowthList):
    """The association: what falls due, then the registers of each kind."""

    HELP = N_(
        "What falls due first: categories that run out in a year, the next course where the settings name a term, "
        "stages of self-education. ← → show the registers: courses, categories, best practice and the others. F7 notes "
        "a new record, a course in one line; F5 prints the register."
    )

    def __init__(self, only: str = DUE) -> None:
        """`only`: the register to begin with."""
        super().__init__()
        self._only = only

    def title_text(self) -> str:
        """Of how many."""
        return " · ".join((_("Growth of the members"), str(members.member_count(current.association_id()))))

    def filters(self) -> list[tuple[str, str]]:
        """What falls due, then the kinds."""
        return [(DUE, _("Falls due")), *super().filters()]

    def rows(self) -> Iterable[Row]:
        """What falls due, or a register."""
        if self._only != DUE:
            yield from super().rows()
            return
        for each in due.due(current.association_id(), clock.today()):
            said = " · ".join((_(growth_words.DUE[each.kind]), growth_words.due_title(each)))
            style = "error" if each.day < clock.today() else "warning" if each.months == 3 else ""
            key = each.table, each.row_id, each.uid, each.day
            yield self.keep(key, each, (words.day(each.day), each.name.listed, said), style)

    def whole(self) -> str:
        """All of the chosen row."""
        return growth_words.due(self.chosen) if self._only == DUE else super().whole()

    def action_new(self) -> None:
        """A new record of the kind that is shown, else of one that is asked for."""
        tables = kept_tables()
        self.ask_new([self._only] if self._only in tables else tables)

    def action_word(self) -> None:
        """The registers."""
        self.papers()
