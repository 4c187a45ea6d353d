"""What the parts of the meeting's screen share: the sheet, who can be chosen, the words and the clock."""

import datetime as dt
from dataclasses import dataclass

from db import calendar, schools, settings
from db.meetings.rows import Item, Sheet
from db.meetings.sheet import following, sheet
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class Context:
    """One reading of the records for the screen."""

    sheet: Sheet
    people: tuple[tuple[int, Name], ...]
    """Who can be chosen by a few letters: members first, then the other people of the school."""
    language: str
    """The language that the leader types in."""
    paper: str
    quarter_end: dt.date | None
    next_meeting: dt.date | None
    today: dt.date

    @property
    def present(self) -> list[tuple[int, str]]:
        """Members who take part, in Kyrgyz order: those who speak, propose and vote."""
        return [(row.person_id, row.name.listed) for row in self.sheet.attendance if row.took_part]

    @property
    def everyone(self) -> list[tuple[int, str]]:
        """Members first, then the other people of the school: those who report and answer for a decision."""
        return [(person_id, name.listed) for person_id, name in self.people]

    @property
    def day(self) -> dt.date:
        """The day from which terms are counted: the meeting's own."""
        return self.sheet.meeting.held_on or self.today

    def item(self, item_id: int) -> Item | None:
        """An item by its id."""
        return next((item for item in self.sheet.items if item.row.id == item_id), None)


def read(meeting_id: int, today: dt.date) -> Context:
    """Read all that the screen shows."""
    of = sheet(meeting_id)
    association_id = of.meeting.association_id
    day = of.meeting.held_on or today
    after = following(of.meeting)
    return Context(
        sheet=of,
        people=tuple(_people(of)),
        language=settings.get("typing_language", association_id),
        paper=settings.get("paper_language", association_id),
        quarter_end=calendar.quarter_end(day),
        next_meeting=after.held_on if after else None,
        today=today,
    )


def _people(of: Sheet) -> list[tuple[int, Name]]:
    """Members of the meeting, then colleagues of the school."""
    found = [(row.person_id, row.name) for row in of.attendance]
    known = {person_id for person_id, _name in found}
    school = schools.school()
    others = schools.people(school.id) if school else []
    return found + [(each.id, each.name) for each in others if each.id not in known]
