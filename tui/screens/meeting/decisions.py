"""ЧЕЧИМ: one line makes a decision with its people and its term; without signs Tab walks text, who, when."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from db.meetings import deciding
from db.meetings.rows import DecisionRow
from db.rules.alphabet import matches
from db.rules.dates import short
from db.rules.deadlines import Entry as ParsedEntry
from db.rules.deadlines import parse_deadline, parse_entry
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry, Line
from tui.texts import _
from tui.widgets.text import TextField


class Decision(Entry):
    """One decision: text, who answers for it, and by when."""

    TABLE = "decision"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"text"})
    PHRASES = "decided"

    def __init__(self, label: str, item_id: int, decision: DecisionRow | None, context: Context) -> None:
        super().__init__(label, decision.id if decision else None, context.language)
        self._item_id, self._decision, self._reading = item_id, decision, context
        self._names = dict(context.everyone)
        self.owner_ids: tuple[int, ...] = decision.owners if decision else ()
        self._deadline = decision.deadline if decision else None
        self._next_meeting = decision.deadline_next_meeting if decision else False

    def parts(self) -> Iterable[Widget]:
        """The text, and under it who and when."""
        yield Line(
            self._decision.text if self._decision else "",
            placeholder=_("!surname 25,12 what is decided"),
            limit=5000,
            id="text",
        )
        yield Horizontal(
            Line(self._who(), placeholder=_("who?"), id="who"),
            Line(self._when(), placeholder=_("when?"), limit=60, id="when"),
            classes="terms",
        )

    def on_mount(self) -> None:
        """A blank row shows its text alone."""
        self.query_one(".terms").display = self._decision is not None

    def use(self, context: Context) -> None:
        """Know the dates from which terms follow now."""
        self._reading = context

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A decision with nothing known of it but that it is there."""
        return deciding.add_decision, (self._item_id,)

    def _who(self) -> str:
        return ", ".join(self._names.get(owner, "?") for owner in self.owner_ids)

    def _when(self) -> str:
        if self._next_meeting:
            return _("next meeting")
        return short(self._deadline) if self._deadline else ""

    # Reading what was typed

    async def on_key(self, event: events.Key) -> None:
        """Tab after a line with signs goes past the fields that the line has filled."""
        text = self.query_one("#text", Line)
        if event.key == "tab" and text.has_focus:
            self._open_terms(bool(text.value.strip()))
            if self._take_line(text):
                event.stop()
                await self._go_on()

    async def on_line_field_submitted(self, event: Line.Submitted) -> None:
        """Enter after a line with signs goes past the fields that the line has filled."""
        if event.field.id == "text":
            self._open_terms(bool(event.value.strip()))
            if self._take_line(event.field):
                event.stop()
                await self._go_on()

    def left(self, field: TextField) -> None:
        """Read who and when where they were typed apart."""
        if field.id == "text":
            self._take_line(field)
        elif field.id == "who" and field.value != self._who():
            self._take_who(field)
        elif field.id == "when" and field.value != self._when():
            self._take_when(field)

    def _open_terms(self, known: bool) -> None:
        self.query_one(".terms").display = known or self.record_id is not None

    def _take_line(self, field: TextField) -> bool:
        """Take people and term out of a typed line; False where it is text alone."""
        found = parse_entry(
            field.value,
            today=self._reading.day,
            people=self._reading.people,
            quarter_end=self._reading.quarter_end,
            next_meeting=self._reading.next_meeting,
        )
        unclear = self._unclear(found)
        if unclear:
            self.app.say(unclear, error=True)
        if not (found.owner_ids or found.deadline or found.next_meeting):
            return False
        field.set_value(found.text)
        self._fill(found)
        self._asking = bool(unclear)
        if unclear:
            self._ask_who(found)
        return True

    _asking = False
    """Whether the line that was read last has letters that mean nobody or several people."""

    async def _go_on(self) -> None:
        """Go past what the line has filled, to the next blank row; letters that are unclear keep the focus."""
        if not self._asking:
            if self.put_blank is not None:
                await self.put_blank(self)
            self.go_past()

    def _fill(self, found: ParsedEntry) -> None:
        """Show and save what a line said."""
        self._open_terms(True)
        self.write(deciding.change_decision, text=found.text)
        if found.owner_ids:
            self._own(found.owner_ids)
        if found.deadline or found.next_meeting:
            self._due(found.deadline, found.next_meeting)

    def _ask_who(self, found: ParsedEntry) -> None:
        """Leave the letters that are unclear where who is typed, so that they are not lost."""
        letters = [*found.unknown, *(each for each, _ids in found.ambiguous)]
        self._open_terms(True)
        who = self.query_one("#who", Line)
        who.set_value(", ".join(filter(None, [self._who(), *letters])))
        who.focus()

    def _unclear(self, found: ParsedEntry) -> str:
        """A sentence about letters that mean nobody or several people."""
        if found.unknown:
            return self._unclear_letters(", ".join(found.unknown), ())
        return next((self._unclear_letters(letters, ids) for letters, ids in found.ambiguous), "")

    def keep_meanings(self) -> None:
        """Save who and when as soon as they are clear, leaving the fields as they are typed."""
        who, when = self.query_one("#who", Line), self.query_one("#when", Line)
        owners = self._read_who(who.value)
        if who.value != self._who() and owners is not None and tuple(owners) != self.owner_ids:
            self.owner_ids = tuple(owners)
            self.write(deciding.set_owners, self.owner_ids)
        due = self._read_when(when.value)
        if when.value != self._when() and due is not None and due != (self._deadline, self._next_meeting):
            self._save_due(*due)

    def _read_who(self, typed: str) -> list[int] | None:
        """Who is meant by letters between commas; None while one of them is unclear."""
        found: list[int] = []
        for letters in filter(None, (part.strip() for part in typed.replace(";", ",").split(","))):
            matching = self._matching(letters)
            if len(matching) != 1:
                return None
            found += matching
        return found

    def _matching(self, letters: str) -> list[int]:
        matching = [key for key, name in self._names.items() if matches(letters, name)]
        return [key for key in matching if self._names[key] == letters] or matching

    def _read_when(self, typed: str) -> tuple[dt.date | None, bool] | None:
        """The day that is meant, or the next meeting; None for what is no term."""
        if not typed.strip():
            return None, False
        found = parse_deadline(
            typed,
            today=self._reading.day,
            quarter_end=self._reading.quarter_end,
            next_meeting=self._reading.next_meeting,
        )
        return (None if found.next_meeting else found.day, found.next_meeting) if found else None

    def _take_who(self, field: TextField) -> None:
        """Take who was typed, or say which letters are unclear."""
        owners = self._read_who(field.value)
        if owners is not None:
            self._own(owners)
            return
        parts = (part.strip() for part in field.value.replace(";", ",").split(","))
        letters = next(part for part in parts if part and len(self._matching(part)) != 1)
        self.app.say(self._unclear_letters(letters, self._matching(letters)), error=True)

    def _unclear_letters(self, letters: str, ids: Sequence[int]) -> str:
        names = ", ".join(self._names[key] for key in ids[:5] if key in self._names)
        if not names:
            return _("Nobody is called «{letters}».").format(letters=letters)
        return _("«{letters}» may be {names}: type a few letters more.").format(letters=letters, names=names)

    def _take_when(self, field: TextField) -> None:
        """Take the term that was typed, or say that it is none."""
        due = self._read_when(field.value)
        if due is None:
            self.app.explain("date_expected")
        else:
            self._due(*due)

    def _own(self, owner_ids: Sequence[int]) -> None:
        self.owner_ids = tuple(owner_ids)
        self.query_one("#who", Line).set_value(self._who())
        self.write(deciding.set_owners, self.owner_ids)

    def _due(self, deadline: dt.date | None, next_meeting: bool) -> None:
        self._save_due(None if next_meeting else deadline, next_meeting)
        self.query_one("#when", Line).set_value(self._when())

    def _save_due(self, deadline: dt.date | None, next_meeting: bool) -> None:
        self._deadline, self._next_meeting = deadline, next_meeting
        self.write(deciding.change_decision, deadline=deadline, deadline_next_meeting=next_meeting)

    def edit(self) -> None:
        """Go to who answers for it."""
        self._open_terms(True)
        self.query_one("#who", Line).focus()

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return deciding.remove_decision, self.record_id
