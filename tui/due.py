"""What is due: the rows of the home screen, each with the place that it opens."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from db import calendar, members, protocols, tasks
from db.associations import AssociationRow
from db.meetings import overview
from db.meetings.overview import HELD
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings, sheet
from db.plans import lines
from db.plans.rows import Line
from tui import due_plan, due_quality, due_soon, words
from tui.texts import _
from tui.widgets.lists import Row

TASKS_SHOWN = 6


class Place(NamedTuple):
    """Where a row leads: the kind of place, and which one of them."""

    kind: str
    id: int = 0


def rows(association: AssociationRow, today: dt.date) -> Iterable[Row]:
    """Everything that is due today, the most urgent first."""
    year = calendar.current_first_year(today)
    found = meetings(association.id, year)
    open_before = [each for each in meetings(association.id, year - 1) if each.state in ("in_progress", "draft")]
    yield from _first_steps(association, found)
    yield from _headed(_("NOW"), _running([*open_before, *found]))
    yield from _headed(_("NEXT MEETING"), _next(found, association.id, year, today))
    yield from _before(found, association.id, today)
    yield from _headed(_("FOR THE HEAD OF STUDIES"), _deadline(association.id, today))
    yield from _headed(_("UNFINISHED PROTOCOLS"), _unfinished([*open_before, *found], today))
    yield from _soon(association.id, year, today)
    yield from _plan(association.id, year, today)
    yield from _tasks(association.id, today)
    yield from _headed(_("THE YEAR"), _year(association, found, year, today))


def _headed(title: str, under: Iterable[Row]) -> Iterable[Row]:
    """An empty line and a heading over rows, if there are any."""
    for place, row in enumerate(under):
        if not place:
            yield Row(None, ("",))
            yield Row(None, (title,), "heading")
        yield row


def _first_steps(association: AssociationRow, found: list[MeetingRow]) -> Iterable[Row]:
    """How to begin, as long as nothing is there."""
    few = members.member_count(association.id) < 3
    steps = [Row(Place("members"), (_("Add the members: one a line, typed or pasted"), "Enter"))] if few else []
    if not found:
        steps.append(Row(Place("plan"), (_("Plan the first meeting of the year"), "F7")))
    return _headed(_("TO BEGIN"), steps)


def _running(found: list[MeetingRow]) -> Iterable[Row]:
    for of in found:
        if of.state == "in_progress":
            text = _("Meeting № {number} is running, begun at {time}").format(number=of.number, time=of.started_at)
            yield Row(Place("meeting", of.id), (text, _("Enter – go on")), "bold")


def _next(found: list[MeetingRow], association_id: int, year: int, today: dt.date) -> Iterable[Row]:
    coming = _coming(found, today)
    counted = overview.summaries(association_id, year) if coming else {}
    for of in coming[:1]:
        questions = _("questions: {count}").format(count=counted[of.id].items)
        parts = [f"{_named(of)} {of.planned_time}".strip(), questions, of.place]
        days = ((of.held_on or today) - today).days
        yield Row(Place("meeting", of.id), (" · ".join(part for part in parts if part), words.in_days(days)))


def _coming(found: list[MeetingRow], today: dt.date) -> list[MeetingRow]:
    """The meetings to come, the next one first."""
    coming = [each for each in found if each.state == "planned" and each.held_on and each.held_on >= today]
    return sorted(coming, key=lambda each: each.held_on or today)


def _before(found: list[MeetingRow], association_id: int, today: dt.date) -> Iterable[Row]:
    """What the next meeting still waits for: reports and documents to be studied."""
    for of in _coming(found, today)[:1]:
        lacking = due_soon.lacking(association_id, of, today)
        title = _("BEFORE MEETING № {number}: {count}").format(number=of.number, count=len(lacking))
        yield from _headed(title, _some(lacking, due_soon.LACKING_SHOWN, Place("meeting", of.id)))


def _deadline(association_id: int, today: dt.date) -> Iterable[Row]:
    """The day by which a quarter's reports go to the head of studies, when it is near."""
    if found := due_soon.deadline(association_id, today):
        yield Row(Place("papers"), found[:2], found[2])


def _soon(association_id: int, year: int, today: dt.date) -> Iterable[Row]:
    """Lessons, events and tests to be prepared, and those whose day has passed without a word."""
    passed, coming = due_soon.planned(association_id, year, today)
    title = _("WAS IT HELD? {count}").format(count=len(passed))
    yield from _headed(title, _some(passed, due_soon.PASSED_SHOWN, Place("events")))
    title = _("TO BE PREPARED IN 7 DAYS: {count}").format(count=len(coming))
    yield from _headed(title, _some(coming, due_soon.COMING_SHOWN, Place("events")))
    announced = due_soon.evaluations(association_id, today)
    yield from _headed(_("EVALUATION ANNOUNCED"), _some(announced, len(announced), Place("evaluations")))
    found = due_soon.growth(association_id, today)
    title = _("CATEGORIES, COURSES, SELF-EDUCATION: {count}").format(count=len(found))
    yield from _headed(title, _some(found, due_soon.GROWTH_SHOWN, Place("growths")))


def _some(found: list[due_soon.Due], most: int, further: Place) -> Iterable[Row]:
    """The first rows, and how many more there are."""
    for of in found[:most]:
        yield Row(Place(of.table, of.id), (of.text, of.when), of.style)
    if len(found) > most:
        yield Row(further, (_("{count} more").format(count=len(found) - most), "Enter"))


def _unfinished(found: list[MeetingRow], today: dt.date) -> Iterable[Row]:
    """Drafts with what they lack, meetings gone by that nobody wrote down, finished protocols without a signature."""
    for of in found:
        if of.state == "draft":
            lacking = len(protocols.unfinished(sheet(of.id)))
            said = _("lacking: {count}").format(count=lacking) if lacking else _("can be finished")
            yield Row(Place("meeting", of.id), (" · ".join((_named(of), said)), _(words.MEETING_STATES[of.state])))
        elif of.state == "planned" and of.held_on and of.held_on < today:
            yield Row(Place("meeting", of.id), (_named(of), _("not written")), "warning")
        elif of.state == "final":
            yield Row(Place("meeting", of.id), (_named(of), _("not signed")))


def _plan(association_id: int, year: int, today: dt.date) -> Iterable[Row]:
    """What of the plan comes in the next days, and what is overdue."""
    found = lines.lines(association_id, year, today)
    coming = due_plan.coming(found, today)[: due_plan.COMING_SHOWN]
    yield from _headed(_("BY THE PLAN IN 7 DAYS"), (_plan_row(each) for each in coming))
    late = due_plan.overdue(found)
    shown = [_plan_row(each, "error") for each in late[: due_plan.OVERDUE_SHOWN]]
    if len(late) > len(shown):
        more = _("{count} more").format(count=len(late) - len(shown))
        shown.append(Row(Place("plan_lines", year), (more, "Enter")))
    yield from _headed(_("OVERDUE IN THE PLAN: {count}").format(count=len(late)), shown)


def _plan_row(of: Line, style: str = "") -> Row:
    return Row(Place("plan_line", of.id), (due_plan.text(of), due_plan.when(of)), style)


def _tasks(association_id: int, today: dt.date) -> Iterable[Row]:
    found = tasks.tasks(association_id, only_open=True, last=today - dt.timedelta(days=1))
    late = [each for each in found if each.group != "remark"]  # remarks are opened on purpose
    shown = [Row(Place("tasks", each.id), (_task(each), words.day(each.due)), "error") for each in late[:TASKS_SHOWN]]
    if len(late) > TASKS_SHOWN:
        more = _("{count} more").format(count=len(late) - TASKS_SHOWN)
        shown.append(Row(Place("tasks"), (more, "Enter")))
    return _headed(_("OVERDUE TASKS: {count}").format(count=len(late)), shown)


def _task(task: tasks.TaskRow) -> str:
    owners = ", ".join(owner.listed for owner in task.owners)
    return " – ".join(part for part in (task.text, owners) if part)


def _year(association: AssociationRow, found: list[MeetingRow], year: int, today: dt.date) -> Iterable[Row]:
    held = sum(each.state in HELD for each in found)
    planned = association.meetings_a_year
    text = _("Meetings held: {held} of {planned}").format(held=held, planned=planned)
    yield Row(Place("meetings"), (text, "■" * held + "□" * max(planned - held, 0)))
    if moved := due_quality.trend(association.id, year):
        yield Row(Place("quality"), moved[:2], moved[2])
    if found and (months := overview.empty_months(found, year, today)):
        listed = ", ".join(words.month(number) for _year_of, number in months)
        yield Row(Place("meetings"), (_("Months without a meeting: {months}").format(months=listed), ""), "warning")


def _named(of: MeetingRow) -> str:
    return f"№ {of.number} · {words.day(of.held_on)} {words.weekday(of.held_on)}".strip()
