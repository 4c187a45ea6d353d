"""Everything promised: what is overdue first, narrowed by term, source and person, each settled by one key."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db import kept
from db import tasks as records
from db.errors import Refused
from db.rules.alphabet import matches
from db.rules.plan_terms import month_bounds
from db.tasks import TaskRow
from tui import clock, commands, current, places, task_words, typed_task
from tui.commands import Command
from tui.screens.listing import Filtered, OfName
from tui.screens.task_actions import SETTLING, WRITING, TaskActions
from tui.task_words import FILTERS, SOURCES
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class TasksScreen(Filtered, OfName, TaskActions):
    """Decisions with an owner or a term, and whatever else was promised, until a meeting or she closes it."""

    COMMANDS = (
        *SETTLING, *WRITING,
        Command("source", "space", N_("Source"), N_("Show those of decisions, lesson analyses, tests …"), footer=False),
        commands.CHAT,
        commands.WORD.but(help=N_("Make a slip for each teacher, or the list of decisions."), footer=False),
        commands.OPEN.but(help=N_("Go to what the task comes from."), footer=False),
        Command("narrower", "right", N_("Filter"), N_("Show others: this month, overdue, closed."), footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
        Command("remarks", "6", N_("Remarks"), N_("Open remarks and opinions given to teachers."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "Everything promised, the overdue first. 1 done, 2 in part, 3 not done, 4 new date, 5 a note. F7 notes a task "
        "in one line. ← → choose the term, Space the source; letters of a name leave one person's tasks, Esc shows "
        "all again. F5 makes a slip for each teacher, Insert a text for the chat."
    )

    def __init__(self, only: str = "all", task_id: int = 0) -> None:
        """`only`: a filter to begin with: all, month, overdue, closed; `task_id`: the task to choose."""
        super().__init__()
        self._wanted = task_id
        self._only, self._group = only, ""
        self._pages: list[list[TaskRow]] = []
        self._known: dict[int, TaskRow] = {}
        self._in_sight = {task_id} if task_id else set[int]()
        """What was settled or written since the filter was chosen, and the task that one came for."""

    def title_text(self) -> str:
        """The area and how many are overdue."""
        overdue = records.count_overdue(current.association_id(), clock.today())
        parts = [_("Tasks")] + ([_("overdue: {count}").format(count=overdue)] if overdue else [])
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The filters, the list, the whole text of the chosen task."""
        yield self.filter_line((code, _(title)) for code, title in FILTERS.items())
        yield Shown(id="who")
        columns = (
            Column(N_("Term"), width=10), Column(N_("№"), width=9), Column(N_("Task")),
            Column(N_("Owner"), width=17), Column(N_("State"), width=14),
        )  # fmt: skip
        empty = N_("No tasks here. F7 notes one; a decision with a name or a term becomes a task by itself.")
        yield PageList(*columns, empty=empty, load_more=self._more, id="tasks")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#tasks", PageList)

    # What is shown

    def fill(self) -> None:
        """Read as many pages as were shown, and say what they are narrowed to."""
        wanted, self._pages = max(len(self._pages), 1), []
        while len(self._pages) < wanted and (page := self._read()):
            self._pages.append(page)
        shown = [each for page in self._pages for each in page]
        missing = (self._one(task_id) for task_id in self._in_sight - {each.id for each in shown})
        shown += [each for each in missing if each is not None]
        if self._only != "closed":
            shown.sort(key=lambda each: (each.due or dt.date.max, each.id))
        self._known = {each.id: each for each in shown}
        self.query_one("#who", Shown).show(self._narrowed())
        self._list.set_rows(task_words.rows(shown, clock.today(), grouped=self._grouped))
        self._show_whole()

    @property
    def _grouped(self) -> bool:
        return self._only == "all"

    def _read(self) -> list[TaskRow]:
        """The next page of what the filters let through."""
        association_id, today = current.association_id(), clock.today()
        how: dict[str, Any] = {"group": self._group, "after": self._pages[-1][-1] if self._pages else None}
        if self._letters.strip():
            how["person_ids"] = self._people
        if self._only == "closed":
            return records.closed(association_id, **how)
        if self._only == "month":
            how["first"], how["last"] = month_bounds(today.year, today.month)
        elif self._only == "overdue":
            how["last"] = today - dt.timedelta(days=1)
        return records.tasks(association_id, only_open=True, **how)

    @property
    def _people(self) -> list[int]:
        """Those whom the letters may mean."""
        return [key for key, name in typed_task.people() if matches(self._letters, name.full)]

    def _more(self, _last: object) -> list[Row]:
        """The rows of the next page."""
        if not self._pages or not (page := self._read()):
            return []
        today = clock.today()
        before = task_words.group(self._pages[-1][-1], today)
        self._pages.append(page)
        page = [each for each in page if each.id not in self._known]
        self._known |= {each.id: each for each in page}
        return list(task_words.rows(page, today, grouped=self._grouped, last=before))

    def _one(self, task_id: int) -> TaskRow | None:
        try:
            return records.task(current.association_id(), task_id)
        except Refused:
            return None

    def _narrowed(self) -> str:
        """Which source and whose."""
        source = _("Source (Space): {source}").format(source=_(SOURCES[self._group]))
        return f"{source} · {self.whose()}"

    @property
    def chosen_task(self) -> TaskRow | None:
        """The task under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def keep_in_sight(self, task_id: int) -> None:
        """It stays until another filter is chosen."""
        self._in_sight.add(task_id)

    def choose_task(self, task_id: int) -> None:
        """Put the cursor on it."""
        self._list.choose(task_id)

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        task = self.chosen_task
        self.query_one("#whole", Shown).show(task_words.whole(task, clock.today()) if task else "")
        self.refresh_commands()

    def filtered(self) -> None:
        """Show others, from the first page on; what was settled goes out of sight."""
        self._in_sight = set()
        self.named()

    def named(self) -> None:
        """Show whose tasks the letters mean, from the first page on."""
        self._pages = []
        self.refill()

    def action_source(self) -> None:
        """The next source."""
        groups = list(SOURCES)
        self._group = groups[(groups.index(self._group) + 1) % len(groups)]
        self.filtered()

    # Where it leads

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Go where the decision was taken, or show what the task was made of."""
        task = self.chosen_task
        if task is not None and task.decision_id is not None:
            places.open_record(self.app, "decision", task.decision_id)
        else:
            self.action_ties()

    def action_word(self) -> None:
        """Offer the slips, or the one of the teacher whose name was typed, and the list of decisions."""
        people = self._people if self._letters.strip() else []
        places.open_papers(self.app, "tasks", "tasks", "decisions", person_id=people[0] if len(people) == 1 else None)

    def action_chat(self) -> None:
        """Show what is listed as plain text."""
        shown = [each for each in self._known.values() if each.group != "remark" and not each.closed]
        places.open_chat_text(self.app, _("Tasks"), [f"• {task_words.plain(each)}" for each in shown])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Remarks are there where the school keeps them."""
        if action == "remarks" and self.is_mounted:
            return "remarks" not in kept.not_kept(current.association_id())
        return super().check_action(action, parameters)

    def action_remarks(self) -> None:
        """Open the remarks, on purpose."""
        self.app.open("tui.screens.remarks:RemarksScreen")
