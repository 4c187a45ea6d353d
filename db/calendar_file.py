"""Meetings, activities, dated lines of the plan and what falls due, as an iCalendar file. icalendar loads late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from db.associations import association
from db.calendar import current_first_year
from db.connection import execute
from db.events.reading import activities
from db.events.rows import Activity as ActivityOf
from db.growth.due import due
from db.meetings.rows import MeetingRow
from db.meetings.sheet import item_rows, meetings
from db.models.all import BY_TABLE
from db.models.events import Activity
from db.models.history import Event as Logged
from db.models.meetings import Meeting
from db.models.plans import PlanLine
from db.models.tasks import Task
from db.plans.lines import lines
from db.plans.rows import Line
from db.rules.dates import parse_time
from db.tasks import tasks

ZONE = "Asia/Bishkek"
"""Where the schools are; a phone abroad shows the hour that it is there."""

USUAL_LENGTH = dt.timedelta(hours=1)
"""Of a meeting whose end is not known."""

GROWTH = ("attestation", "course", "self_education_stage")
"""Tables of what falls due of the members' growth."""

NOT_SHOWN = frozenset({"cancelled"})


@dataclass(frozen=True, slots=True)
class Words:
    """What an event is called, with places for `{number}` and `{text}`; `example` stands before all of them."""

    meeting: str
    task: str
    example: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """What a lesson is called by its kind: its own title is its topic alone."""
    growth: Mapping[str, str] = field(default_factory=dict)
    """What falls due of the members' growth, by its kind, with places for `{name}` and `{text}`; left out without."""
    categories: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One event: on whole days where `begins` is a day, else at an hour."""

    table: Any
    id: int
    title: str
    begins: dt.date
    ends: dt.date
    place: str = ""
    text: str = ""


def calendar_file(association_id: int, today: dt.date, words: Words, first_year: int | None = None) -> bytes:
    """The file of a school year, by default that of `today`, with the open tasks that have a term.

    An event keeps its UID from file to file, so that a phone which has it already changes it; as long as nothing new
    is recorded the file is the same byte for byte. What was called off is left out.
    """
    from icalendar import Calendar

    year = current_first_year(today) if first_year is None else first_year
    made = Calendar()
    made.add("prodid", "-//Birikme//birikme//KY")
    made.add("version", "2.0")
    of = association(association_id)
    made.add("x-wr-calname", words.example + (of.name_ky or of.name_ru))
    stamp, keys = _newest_event(), _keys()
    directed = [each for each in activities(association_id, year) if each.held_on and each.state not in NOT_SHOWN]
    found = (
        _meetings(association_id, year, words), _activities(directed, words),
        _lines(association_id, year, today, directed), _tasks(association_id, words),
        _growth(association_id, today, words),
    )  # fmt: skip
    for entry in chain(*found):
        made.add_component(_event(entry, words.example, stamp, keys[entry.table, entry.id]))
    made.add_missing_timezones(dt.date(year, 1, 1), dt.date(year + 2, 1, 1))
    return bytes(made.to_ical())


def _keys() -> dict[tuple[Any, int], tuple[str, int]]:
    """Of every record that may be an event its uid and how often it was changed."""
    models: tuple[Any, ...] = (Meeting, Activity, PlanLine, Task, *(BY_TABLE[table] for table in GROWTH))
    return {
        (model, id_): (uid, rev)
        for model in models
        for id_, uid, rev in model.select(model.id, model.uid, model.rev).tuples()
    }


def _meetings(association_id: int, year: int, words: Words) -> Iterator[_Entry]:
    for each in meetings(association_id, year):
        if each.held_on is None or each.state in NOT_SHOWN:
            continue
        begins = _hour(each.held_on, each.started_at or each.planned_time)
        items = [item.title for item in item_rows(each.id) if item.state != "parked"]
        yield _Entry(
            Meeting,
            each.id,
            words.meeting.format(number=each.number),
            begins,
            _end(each, begins),
            each.place,
            "\n".join(f"{number}. {title}" for number, title in enumerate(items, 1)),
        )


def _hour(day: dt.date, typed: str) -> dt.date:
    """The moment, or the whole day where no hour is known."""
    from zoneinfo import ZoneInfo

    hour = parse_time(typed)
    return day if hour is None else dt.datetime.combine(day, hour, ZoneInfo(ZONE))


def _end(of: MeetingRow, begins: dt.date) -> dt.date:
    """The end of a meeting; of one without an hour its day."""
    if not isinstance(begins, dt.datetime):
        return begins
    ended = _hour(begins.date(), of.ended_at)
    return ended if isinstance(ended, dt.datetime) and ended > begins else begins + USUAL_LENGTH


def _activities(found: list[ActivityOf], words: Words) -> Iterator[_Entry]:
    """The activities that have a day, at their hour where it is known."""
    for each in found:
        begins = each.held_on or dt.date.min
        if each.ends_on is None:
            begins = _hour(begins, each.starts)
        at_an_hour = isinstance(begins, dt.datetime)
        ends = begins + USUAL_LENGTH if at_an_hour else each.last_day or begins
        people = ", ".join(who.name.signed for who in each.responsible)
        text = "\n".join(part for part in (each.classes, people) if part)
        yield _Entry(Activity, each.id, _title(each, words), begins, ends, each.room, text)


def _title(of: ActivityOf, words: Words) -> str:
    """A lesson by its kind, subject and topic; everything else by its title."""
    about = ": ".join(part for part in (of.subject, of.title) if part)
    return " – ".join(part for part in (words.kinds.get(of.kind, ""), about) if part) if of.is_lesson else of.title


def _lines(association_id: int, year: int, today: dt.date, directed: list[ActivityOf]) -> Iterator[_Entry]:
    """The plan's lines that have a day; one that stands for a meeting or an activity of that day is its event."""
    days = {each.id: each.held_on for each in directed}
    made = _made_of_lines(association_id, year)
    held = {each.held_on for each in meetings(association_id, year) if each.state not in NOT_SHOWN}
    for line in lines(association_id, year, today):
        if line.begins is None or line.term not in ("day", "span") or line.state in NOT_SHOWN:
            continue
        if line.kind == "meeting" and line.begins in held:
            continue
        did = {proof.activity_id for proof in line.proofs} | made[line.id]
        if any(days.get(each) == line.begins for each in did if each is not None):
            continue
        owners = ", ".join(name.signed for name in line.owners)
        text = "\n".join(part for part in (line.classes, owners) if part)
        yield _Entry(PlanLine, line.id, line.text, line.begins, _last(line), line.time_place, text)


def _made_of_lines(association_id: int, year: int) -> defaultdict[int, set[int]]:
    """Line of the plan → the activities that were planned from it."""
    made: defaultdict[int, set[int]] = defaultdict(set)
    statement = (
        "SELECT l.id, a.id FROM tie t JOIN plan_line l ON l.uid = t.source_uid JOIN activity a ON a.uid = t.target_uid"
        " WHERE l.association_id = ? AND l.first_year = ? AND t.deleted_at IS NULL"
    )
    for line_id, activity_id in execute(statement, (association_id, year)):
        made[line_id].add(activity_id)
    return made


def _last(line: Line) -> dt.date:
    return line.ends if line.term == "span" and line.ends else line.begins or dt.date.min


def _tasks(association_id: int, words: Words) -> Iterator[_Entry]:
    """The open tasks with a term, the two hundred next ones; who answers for them stays out of the phone."""
    for each in tasks(association_id, only_open=True):
        if each.due is not None:
            yield _Entry(Task, each.id, words.task.format(text=each.text), each.due, each.due)


def _growth(association_id: int, today: dt.date, words: Words) -> Iterator[_Entry]:
    """Categories that run out, next courses and stages of self-education."""
    for each in due(association_id, today):
        if each.kind in words.growth:
            text = words.categories.get(each.title, each.title)
            title = words.growth[each.kind].format(name=each.name.listed, text=text)
            yield _Entry(BY_TABLE[each.table], each.row_id, title, each.day, each.day)


def _event(entry: _Entry, example: str, stamp: dt.datetime, key: tuple[str, int]) -> Any:
    from icalendar import Event

    uid, rev = key
    made = Event()
    made.add("uid", f"{uid}@birikme")
    made.add("sequence", rev)
    made.add("dtstamp", stamp)
    made.add("summary", example + entry.title)
    made.add("dtstart", entry.begins)
    at_an_hour = isinstance(entry.begins, dt.datetime)
    made.add("dtend", entry.ends if at_an_hour else entry.ends + dt.timedelta(days=1))
    made.add("transp", "OPAQUE" if at_an_hour else "TRANSPARENT")
    for name, value in (("location", entry.place), ("description", entry.text)):
        if value:
            made.add(name, value)
    return made


def _newest_event() -> dt.datetime:
    """When something was recorded last."""
    at = Logged.select(Logged.at).order_by(Logged.id.desc()).scalar()
    return dt.datetime.fromisoformat(at).astimezone(dt.UTC) if at else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
