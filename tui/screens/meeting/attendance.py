"""Who is there: one key for an absentee, a small form for the rest, guests by a digit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events, on

from db.errors import Refused
from db.meetings import attending
from db.meetings.rows import AttendanceRow, Sheet
from db.rules.dates import parse_time
from db.schools import school
from tui import clock
from tui.screens.meeting.panes import REASONS, PaneList
from tui.texts import N_, _
from tui.widgets.fields import number
from tui.widgets.lists import Column, PageList

if TYPE_CHECKING:
    from tui.app import BirikmeApp

DIGITS = "1234567890"
HINT = N_("Space – there or not. Absent: 1 ill, 2 lesson, 3 trip, 4 course, 0 not excused. Enter – late, left, online.")
STATES = {
    "present": N_("present"),
    "late": N_("came late"),
    "left": N_("left early"),
    "online": N_("took part online"),
}


class AttendanceList(PaneList):
    """The members. Space: there or not; a digit: absent for that reason; Enter: late, left early, online."""

    app: "BirikmeApp"

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(Column(width=1), Column(), id="attendance")
        self._sheet: Sheet | None = None
        self._item = 0
        self._changed = changed

    def use(self, of: Sheet, item: int) -> None:
        """Know the meeting, and the number of the item that is being discussed."""
        self._sheet, self._item = of, item

    @property
    def _row(self) -> AttendanceRow | None:
        rows = self._sheet.attendance if self._sheet else ()
        return next((row for row in rows if row.id == self.key), None)

    def on_key(self, event: events.Key) -> None:
        """Space turns presence, a digit names the reason of absence."""
        row = self._row
        if row is None:
            return
        if event.key == "space":
            event.stop()
            self._mark(row, "absent" if row.took_part else "present")
        elif event.character and event.character in DIGITS:
            event.stop()
            self._mark(row, "absent", reason=list(REASONS)[DIGITS.index(event.character)])

    def _mark(self, row: AttendanceRow, state: str, **named: Any) -> None:
        self.app.save(attending.mark, row.id, state, then=lambda _value: self._marked(), **named)

    def _marked(self) -> None:
        self._changed()
        self.action_move(1)

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        event.stop()
        row = self._row
        if row is not None:
            options = [_(name) for name in STATES.values()] + [_(name) for name in REASONS.values()]
            self.app.open_dialog("tui.widgets.dialogs:Pick", row.name.listed, options, then=self._picked)

    def _picked(self, at: int | None) -> None:
        row = self._row
        if at is None or row is None:
            return
        if at >= len(STATES):
            self._mark(row, "absent", reason=list(REASONS)[at - len(STATES)])
            return
        state = list(STATES)[at]
        if state in ("late", "left"):
            self._ask_when(row, state)
        else:
            self._mark(row, state)

    def _ask_when(self, row: AttendanceRow, state: str) -> None:
        """Ask for the item, and the time of coming; what is likely stands there already."""
        today = self._sheet is not None and self._sheet.meeting.held_on == clock.today()
        now = clock.now().strftime("%H.%M") if state == "late" and today else ""
        likely = f"{max(self._item, 1)} {now}".strip()
        question = _("From which item, and at what time?") if state == "late" else _("After which item?")
        done: Callable[[Any], None] = lambda found: self._placed(row, state, found)  # noqa: E731
        self.app.open_dialog("tui.widgets.dialogs:Prompt", question, likely, read_place, then=done)

    def _placed(self, row: AttendanceRow, state: str, found: tuple[int, str] | None) -> None:
        if found is not None:
            item, time = found
            place = {"from_item": item, "arrived": time} if state == "late" else {"until_item": item}
            self._mark(row, state, **place)

    # Guests

    def add_guest(self) -> None:
        """Offer the school's head, those invited before, or another name."""
        if self._sheet is None:
            return
        known = self._known_guests()
        options = [", ".join(part for part in guest if part) for guest in known] + [_("Someone else…")]
        self.app.open_dialog(
            "tui.widgets.dialogs:Pick", _("Who is invited?"), options, then=lambda at: self._guest_picked(known, at)
        )

    def _known_guests(self) -> list[tuple[str, str]]:
        of, found = self._sheet, school()
        offices = [(found.head_of_studies, _("head of studies")), (found.director, _("director"))] if found else []
        before = attending.known_guests(of.meeting.association_id) if of else []
        here = {guest.name for guest in of.guests} if of else set()
        guests = dict.fromkeys([*before, *offices])
        names = [name for name, _office in guests]
        return [each for at, each in enumerate(guests) if each[0] and each[0] not in here | set(names[:at])][:9]

    def _guest_picked(self, known: list[tuple[str, str]], at: int | None) -> None:
        if at is None:
            return
        if at < len(known):
            self._add_guest(*known[at])
        else:
            self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Name, office:"), "", then=self._guest_typed)

    def _guest_typed(self, typed: str | None) -> None:
        if typed:
            name, _comma, office = typed.partition(",")
            self._add_guest(name.strip(), office.strip())

    def _add_guest(self, name: str, office: str) -> None:
        if self._sheet is not None:
            self.app.save(attending.add_guest, self._sheet.meeting.id, name, office, then=self._guest_added)

    def _guest_added(self, guest_id: int) -> None:
        """Mark the guest: below many members the list must move to show that one."""
        self._changed()
        self.choose(-guest_id)

    def remove_guest(self) -> bool:
        """Take the marked guest away; False if no guest is marked."""
        if not isinstance(self.key, int) or self.key >= 0:
            return False
        self.app.save(attending.remove_guest, -self.key, then=lambda _value: self._changed())
        return True


def read_place(typed: str) -> tuple[int, str]:
    """An item's number and perhaps a time: «2 14.20»; raises Refused `item_number_expected` or `time_expected`."""
    first, _space, rest = typed.strip().partition(" ")
    try:
        item = int(number(first, 1, 99) or 0)
    except Refused as error:
        raise Refused("item_number_expected") from error
    if not item:
        raise Refused("item_number_expected")
    time = parse_time(rest) if rest.strip() else None
    if rest.strip() and time is None:
        raise Refused("time_expected")
    return item, time.strftime("%H:%M") if time else ""
