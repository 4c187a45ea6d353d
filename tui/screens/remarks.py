"""Remarks and opinions given to teachers; opened on purpose, because colleagues often see the screen."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db import remarks
from db.remarks import RemarkRow
from db.rules.alphabet import matches
from tui import clock, commands, current, typed_task, words
from tui.commands import Command
from tui.screens.listing import Filtered, OfName
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

FILTERS = {"all": N_("All"), "unanswered": N_("Not answered yet")}
KINDS = {"remark": N_("Remark"), "opinion": N_("Opinion")}


class RemarksScreen(Filtered, OfName, TiedScreen):
    """To whom, when, why, by when, answered how; those said at meetings are among them."""

    COMMANDS = (
        commands.NEW.but(help=N_("Note a remark or an opinion.")),
        commands.EDIT.but(help=N_("Change it; of one said at a meeting, note to whom, the term and the answer.")),
        commands.DELETE.but(help=N_("Take it away; what was said at a meeting stays in the protocol."), footer=False),
        commands.OPEN.but(help=N_("Open it with all its fields."), footer=False),
        Command("narrower", "right", N_("Filter"), N_("Only those that were not answered yet."), footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
    )
    HELP = N_(
        "Remarks and opinions given to teachers: to whom, when, why, by when, answered how. A remark never lowers "
        "points. Those said at meetings stand here too; Enter notes to whom, the term and the answer. ← → leave those "
        "not answered yet, letters of a name one teacher's. Nothing of this is found with F3 or shown at home."
    )

    def __init__(self, remark_id: int = 0) -> None:
        """`remark_id`: the one to choose."""
        super().__init__()
        self._wanted, self._only = remark_id, "all"
        self._known: dict[tuple[str, int], RemarkRow] = {}

    def title_text(self) -> str:
        """What it is and how many wait for an answer after their term."""
        late = sum(each.overdue(clock.today()) for each in self._known.values())
        return " · ".join([_("Remarks")] + ([_("overdue: {count}").format(count=late)] if late else []))

    def body(self) -> Iterable[Widget]:
        """The filter, the list, the chosen one whole."""
        yield self.filter_line((code, _(title)) for code, title in FILTERS.items())
        yield Shown(id="who")
        columns = (
            Column(N_("Day"), width=10), Column(N_("To whom"), width=17), Column(N_("What was said")),
            Column(N_("Term"), width=10), Column(N_("Answer"), width=12),
        )  # fmt: skip
        empty = N_("No remarks here. F7 notes the first one; a remark never lowers points.")
        yield PageList(*columns, empty=empty, id="remarks")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(("remark", self._wanted))

    @property
    def _list(self) -> PageList:
        return self.query_one("#remarks", PageList)

    def fill(self) -> None:
        """Read them."""
        people = None
        if self._letters.strip():
            people = [key for key, name in typed_task.people() if matches(self._letters, name.full)]
        unanswered = self._only == "unanswered"
        found = remarks.remarks(current.association_id(), unanswered=unanswered, person_ids=people)
        self._known = {key_of(each): each for each in found}
        self.query_one("#who", Shown).show(self.whose())
        self._list.set_rows(row(key, each) for key, each in self._known.items())
        self._show_whole()

    @property
    def _chosen(self) -> RemarkRow | None:
        return self._known.get(self._list.key)

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen one; what was said at a meeting and has no row yet is the protocol's."""
        if (of := self._chosen) is None:
            return None
        return ("remark", of.id) if of.id else ("speech", of.speech_id or 0)

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The teacher; the words of a remark go nowhere by themselves."""
        return (self._chosen.person_id,) if self._chosen and self._chosen.person_id else ()

    @on(PageList.Highlighted, "#remarks")
    def _show_whole(self) -> None:
        of = self._chosen
        self.query_one("#whole", Shown).show(whole(of) if of else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One is changed where one is chosen, taken away where there is something to take."""
        if self.is_mounted and action in ("edit", "open"):
            return self._chosen is not None
        if self.is_mounted and action == "delete":
            return self._chosen is not None and self._chosen.id > 0
        return True

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.remark:RemarkForm")

    @on(PageList.Opened, "#remarks")
    def action_open(self) -> None:
        """The form of the chosen one."""
        if of := self._chosen:
            self.app.open("tui.screens.remark:RemarkForm", of=of)

    def action_edit(self) -> None:
        """The same."""
        self.action_open()

    def action_delete(self) -> None:
        """Ask first."""
        if (of := self._chosen) and of.id:
            question = _("Take this remark away? {name}").format(name=of.name.listed)
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=lambda sure: self._delete(of, sure))

    def _delete(self, of: RemarkRow, sure: bool) -> None:
        if sure:
            self.app.save(remarks.remove_remark, of.id, then=lambda _none: self.app.refresh_screens())


def key_of(of: RemarkRow) -> tuple[str, int]:
    """The row's key: its own, else that of what was said."""
    return ("remark", of.id) if of.id else ("speech", of.speech_id or 0)


def row(key: tuple[str, int], of: RemarkRow) -> Row:
    """Day, to whom, what, by when, how it was answered; the overdue ones stand out."""
    answer = words.day(of.answered_on) or (_("answered") if of.answered else "")
    text = f"№ {of.meeting_number}: {of.text}" if of.speech_id else of.text
    cells = (words.day(of.given_on), of.name.listed or "–", text, words.day(of.due), answer)
    return Row(key, cells, "dim" if of.answered else "error" if of.overdue(clock.today()) else "")


def whole(of: RemarkRow) -> str:
    """All of it: kind, who said it where, then the words, then the answer."""
    said = _("Meeting № {number}: {name}").format(number=of.meeting_number, name=of.speaker) if of.speech_id else ""
    facts = [_(KINDS[of.kind]), of.name.listed, words.day(of.given_on), said]
    lines = [" · ".join(fact for fact in facts if fact), of.text]
    return "\n".join([*lines, _("Answer: {answer}").format(answer=of.answer)] if of.answer else lines)
