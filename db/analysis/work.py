"""Sections 2 and 4 to 6: the theme, meetings and decisions, the plan, normative documents and the curriculum."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from db import associations, task_reading
from db.analysis.rows import Coded, Fact, Line, Part, Scope, Table, Value, of_table, table
from db.curriculum import changes, plans
from db.meetings.overview import HELD, summaries
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from db.models.meetings import Meeting
from db.norms import register
from db.plans import figures, heads, reading, sections
from db.plans import rows as plan_rows
from db.plans.terms import days
from db.rules.promises import kept_late
from db.rules.quality import share
from db.task_rows import TaskRow

UNDONE = ("overdue", "partly", "moved", "cancelled")
"""States of a line whose reason an analysis tells."""


def known(of: Scope) -> list[MeetingRow]:
    """The meetings of the time that were not called off."""
    found = meetings(of.association_id, of.first_year)
    return [each for each in found if each.state != "cancelled" and of.within(each.held_on)]


def held(of: Scope) -> list[MeetingRow]:
    """The meetings that were held in the time."""
    return [each for each in known(of) if each.state in HELD]


def decided(of: Scope) -> list[TaskRow]:
    """What the meetings of the time decided that somebody had to do."""
    begins, ends = of.bounds
    query = task_reading.query(of.association_id).where(Meeting.held_on.between(begins, ends))
    return task_reading.read(query.order_by(Meeting.held_on, Meeting.number))


def theme_part(of: Scope) -> Part:
    """Section 2: theme, aim and tasks as the title page of the year's plan has them; what follows is her own."""
    head = heads.head(of.association_id, of.first_year)
    named = ((name, getattr(head, name).strip()) for name in ("theme", "goals", "tasks"))
    return Part(2, tuple(Fact(name, {"text": text}) for name, text in named if text))


def meetings_part(of: Scope) -> Part:
    """Section 4: meetings held of those planned, decisions done in time, late, open and overdue."""
    planned, counts = known(of), summaries(of.association_id, of.first_year)
    found = [each for each in planned if each.state in HELD]
    asked = len(planned) if of.quarter else associations.association(of.association_id).meetings_a_year
    present, expected = (sum(getattr(counts[each.id], name) for each in found) for name in ("present", "members"))
    questions, decisions = (sum(getattr(counts[each.id], name) for each in found) for name in ("items", "decisions"))
    behind = of_table("meeting", found)
    facts = [Fact("meetings", {"held": len(found), "planned": asked}, of_table("meeting", planned))]
    if found:
        facts.append(Fact("questions", {"questions": questions, "decisions": decisions}, behind))
        taken: dict[str, Value] = {"share": share(present, expected), "present": present, "of": expected}
        facts.append(Fact("attendance", taken, behind))
    lines = [
        Line(
            (each.number, each.held_on, counts[each.id].items, counts[each.id].present, counts[each.id].members,
             counts[each.id].decisions),
            (("meeting", each.id),),
        )
        for each in found
    ]  # fmt: skip
    made = table("meetings", "number day questions present members decisions", lines)
    return Part(4, (*facts, *_decided(of)), made)


def _decided(of: Scope) -> tuple[Fact, ...]:
    found = decided(of)
    if not found:
        return ()
    done = [each for each in found if each.closed]
    met_on = [
        each.held_on for each in meetings(of.association_id, of.first_year) if each.state in HELD and each.held_on
    ]
    late = [each for each in done if kept_late(each.due, each.closed_on, met_on)]
    overdue = [each for each in found if each.overdue(of.until)]
    values: dict[str, Value] = {
        "count": len(found), "done": len(done), "share": share(len(done), len(found)), "late": len(late),
        "open": len(found) - len(done), "overdue": len(overdue),
    }  # fmt: skip
    return (Fact("decided", values, of_table("task", found)),)


def plan_lines(of: Scope) -> list[plan_rows.Line]:
    """The lines of the plan whose last day is in the time; unplanned work by the day on which it was done."""
    found = reading.lines(of.association_id, of.first_year, of.until)
    return [each for each in found if not of.quarter or of.within(each.done_on if each.unplanned else each.last)]


def plan_part(of: Scope) -> Part:
    """Section 5: how much of the plan was done, by sections, and why the rest was not."""
    found = plan_lines(of)
    if not found:
        return Part(5)
    grid = figures.grid(found, sections.sections(of.association_id), days(of.first_year))
    counted = [each for each in found if each.state != "cancelled" and not each.unplanned]
    late = [each for each in counted if each.state == "done_late"]
    total = grid.total.total
    values: dict[str, Value] = {
        "planned": total.planned, "done": total.done, "share": _share(total), "late": len(late),
        "partly": total.partly, "marked": total.marked,
    }  # fmt: skip
    facts = [Fact("plan", values, of_table("plan_line", counted))]
    for code in ("cancelled", "moved", "unplanned"):
        if some := [each for each in found if _is(each, code)]:
            facts.append(Fact(f"plan_{code}", {"count": len(some)}, of_table("plan_line", some)))
    return Part(5, tuple(facts), (*_by_section(grid), *_undone(found)))


def _is(of: plan_rows.Line, code: str) -> bool:
    if code == "unplanned":
        return of.unplanned
    return of.state == "cancelled" if code == "cancelled" else of.moved is not None and of.state != "cancelled"


def _share(of: figures.Cell) -> Fraction | None:
    return share(of.done, of.planned)


def _by_section(grid: figures.Grid) -> tuple[Table, ...]:
    lines = [
        Line(
            (row.number, Coded("section", f"{row.ky}\n{row.ru}"), row.total.planned, row.total.done, _share(row.total)),
            tuple(("plan_line", each) for each in row.total.line_ids),
        )
        for row in grid.rows if row.total.planned
    ]  # fmt: skip
    return table("plan", "number plan_section planned done share", lines)


def _undone(found: Sequence[plan_rows.Line]) -> tuple[Table, ...]:
    """What was to be done by now and was not, with the reason where one was noted."""
    lines = [
        Line((each.text, Coded("plan_state", each.state), each.reason), (("plan_line", each.id),))
        for each in found if each.state in UNDONE
    ]  # fmt: skip
    return table("undone", "what state reason", lines)


def norms_part(of: Scope) -> Part:
    """Section 6: documents studied, changes of the curriculum with their steps, calendar plans considered."""
    listed = register.norms(of.association_id, of.first_year, of.until)
    studied = [each for each in listed if each.studied_on and of.within(each.studied_on)]
    changed = [each for each in changes.changes(of.association_id, of.first_year) if of.within(each.valid_from)]
    own = plans.plans(of.association_id, of.first_year)
    facts = [Fact("norms", {"studied": len(studied), "known": len(listed)}, of_table("norm", listed))]
    if changed:
        values: dict[str, Value] = {"count": len(changed), "missing": sum(each.missing for each in changed)}
        facts.append(Fact("changes", values, of_table("curriculum_change", changed)))
    if own and not of.quarter:
        values = {
            "count": len(own), "considered": sum(each.considered_on is not None for each in own),
            "approved": sum(each.approved_on is not None for each in own),
        }  # fmt: skip
        facts.append(Fact("calendar_plans", values, of_table("calendar_plan", own)))
    documents = [
        Line((each.title, each.number, each.meeting_number, each.studied_on, each.read, each.members),
             (("norm", each.id),))
        for each in studied
    ]  # fmt: skip
    asked = [
        Line((each.text, each.valid_from, each.asked, each.missing), (("curriculum_change", each.id),))
        for each in changed
    ]  # fmt: skip
    return Part(6, tuple(facts), (
        *table("norms", "norm document_number meeting day read members", documents),
        *table("changes", "changed valid_from asked missing", asked),
    ))  # fmt: skip
