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

    def on_key(self, event: events.Key) -> None:
        """Tab after a line with signs goes past the fields that the line has filled."""
        text = self.query_one("#text", Line)
        if event.key == "tab" and text.has_focus:
            self._open_terms(bool(text.value.strip()))
            if self._take_line(text):
                event.stop()
                self.go_past()

    def on_line_field_submitted(self, event: Line.Submitted) -> None:
        """Enter after a line with signs goes past the fields that the line has filled."""
        if event.field.id == "text":
            self._open_terms(bool(event.value.strip()))
            if self._take_line(event.field):
                event.stop()
                self.go_past()

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
        if unclear:
            self._ask_who(found)
        return not unclear

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
            return _("Nobody is called «{letters}».").format(letters=", ".join(found.unknown))
        for letters, ids in found.ambiguous:
            names = ", ".join(self._names[each] for each in ids if each in self._names)
            return _("«{letters}» may be {names}: type a few letters more.").format(letters=letters, names=names)
        return ""

    def _take_who(self, field: TextField) -> None:
        found: list[int] = []
        for letters in (part.strip() for part in field.value.replace(";", ",").split(",")):
            matching = [key for key, name in self._names.items() if letters and matches(letters, name)]
            exact = [key for key in matching if self._names[key] == letters]
            if letters and len(exact or matching) != 1:
                self.app.say(self._unclear_who(letters, matching), error=True)
                return
            found += exact or matching
        self._own(found)

    def _unclear_who(self, letters: str, matching: Sequence[int]) -> str:
        names = ", ".join(self._names[key] for key in matching[:5])
        if not matching:
            return _("Nobody is called «{letters}».").format(letters=letters)
        return _("«{letters}» may be {names}: type a few letters more.").format(letters=letters, names=names)

    def _take_when(self, field: TextField) -> None:
        if not field.value.strip():
            self._due(None, False)
            return
        found = parse_deadline(
            field.value,
            today=self._reading.day,
            quarter_end=self._reading.quarter_end,
            next_meeting=self._reading.next_meeting,
        )
        if found is None:
            self.app.explain("date_expected")
        else:
            self._due(found.day, found.next_meeting)

    def _own(self, owner_ids: Sequence[int]) -> None:
        self.owner_ids = tuple(owner_ids)
        self.query_one("#who", Line).set_value(self._who())
        self.write(deciding.set_owners, self.owner_ids)

    def _due(self, deadline: dt.date | None, next_meeting: bool) -> None:
        self._deadline, self._next_meeting = None if next_meeting else deadline, next_meeting
        self.query_one("#when", Line).set_value(self._when())
        self.write(deciding.change_decision, deadline=self._deadline, deadline_next_meeting=next_meeting)

    def edit(self) -> None:
        """Go to who answers for it."""
        self._open_terms(True)
        self.query_one("#who", Line).focus()

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return deciding.remove_decision, self.record_id
