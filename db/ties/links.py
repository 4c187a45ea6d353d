"""The arrows that columns draw already: which table says that one record came of another."""

from __future__ import annotations

from dataclasses import dataclass

from db.connection import execute

MOST = 200
"""Records at one end of a record's arrows."""


@dataclass(frozen=True, slots=True)
class Link:
    """The column `came_from` of a table holds the source, `came_of` the target; a row's own is `id`."""

    source: str
    target: str
    table: str
    came_from: str
    came_of: str
    where: str = ""
    upward: bool = False
    """Followed from the target alone: all that was said under a question is no list of what came of it."""
    downward: bool = False
    """Followed from the source alone, which is known by its uid: all that proves points stands on the sheet itself."""


def _own(source: str, target: str, column: str, upward: bool = False) -> Link:
    """The target's own column says what it came from."""
    return Link(source, target, target, column, "id", upward=upward)


def _proof(source: str, where: str = "") -> Link:
    """What proves a line of the plan."""
    return Link(source, "plan_line", "plan_proof", f"{source}_id", "plan_line_id", where)


def _points(source: str) -> Link:
    """What speaks for points of an evaluation, by its uid."""
    where = f"source_table = '{source}'"
    return Link(source, "evaluation", "evaluation_proof", "source_uid", "evaluation_id", where, downward=True)


POINTS = (
    "activity", "observation", "advice", "methodical_work", "practice", "course", "mentoring", "task", "meeting",
    "agenda_item", "mark_sheet",
)  # fmt: skip
"""Tables whose records may speak for points."""

LINKS: tuple[Link, ...] = (
    _own("meeting", "agenda_item", "meeting_id"),
    _own("agenda_item", "agenda_item", "copied_from_id"),
    _own("agenda_item", "speech", "agenda_item_id", upward=True),
    _own("agenda_item", "proposal", "agenda_item_id"),
    _own("agenda_item", "decision", "agenda_item_id"),
    _own("agenda_item", "norm", "agenda_item_id"),
    _own("agenda_item", "curriculum_change", "agenda_item_id"),
    _own("meeting", "calendar_plan", "meeting_id"),
    _own("meeting", "evaluation", "meeting_id"),
    _own("evaluation", "appeal", "evaluation_id"),
    _own("evaluation", "reward", "evaluation_id"),
    _own("decision", "task", "decision_id"),
    Link("decision", "plan_line", "plan_change", "decision_id", "plan_line_id"),
    Link("task", "meeting", "task_review", "task_id", "meeting_id"),
    _own("speech", "remark", "speech_id"),
    _own("plan_line", "plan_line", "copied_from_id"),
    _proof("meeting", "agenda_item_id IS NULL AND task_id IS NULL"),
    _proof("agenda_item"),
    _proof("task"),
    _proof("activity"),
    _proof("control_test"),
    _proof("norm"),
    _proof("study"),
    *(_points(each) for each in POINTS),
    _own("activity", "activity", "part_of_id"),
    _own("activity", "observation", "activity_id"),
    _own("observation", "advice", "observation_id"),
    Link("activity", "study", "study_part", "activity_id", "study_id"),
    Link("control_test", "study", "study_part", "control_test_id", "study_id"),
    Link("norm", "norm", "norm", "id", "replaced_by_id"),
    _own("norm", "curriculum_change", "norm_id"),
    Link("curriculum_change", "calendar_plan", "curriculum_step", "curriculum_change_id", "calendar_plan_id"),
    Link("curriculum_change", "control_test", "curriculum_step", "curriculum_change_id", "control_test_id"),
    Link("calendar_plan", "control_test", "curriculum_step", "calendar_plan_id", "control_test_id"),
    _own("agenda_item", "course", "shared_item_id"),
    Link("agenda_item", "self_education", "self_education_stage", "agenda_item_id", "self_education_id"),
    Link("agenda_item", "practice", "practice_step", "agenda_item_id", "practice_id"),
)  # fmt: skip


def sources(table: str, row_id: int) -> list[tuple[str, int]]:
    """Table and number of each record that a record came from by its columns."""
    found = [
        (each.source, each.came_from, each.came_of, each)
        for each in LINKS
        if each.target == table and not each.downward
    ]
    return _follow(found, row_id)


def targets(table: str, row_id: int) -> list[tuple[str, int]]:
    """Table and number of each record that came of a record by its columns."""
    found = [
        (each.target, each.came_of, each.came_from, each) for each in LINKS if each.source == table and not each.upward
    ]
    return _follow(found, row_id)


def _follow(ends: list[tuple[str, str, str, Link]], row_id: int) -> list[tuple[str, int]]:
    """The far ends of links, all in one query; a link that was taken away says nothing."""
    parts = [
        f"SELECT '{table}', {far} FROM {link.table} WHERE {near} = {_known_by(link)}"
        f" AND {far} IS NOT NULL AND deleted_at IS NULL" + (f" AND {link.where}" if link.where else "")
        for table, far, near, link in ends
    ]
    found = execute(f"{' UNION '.join(parts)} LIMIT {MOST}", (row_id,) * len(parts)) if parts else []
    return [(str(table), int(far)) for table, far in found]


def _known_by(of: Link) -> str:
    """What the near end is compared with: the record's number, or the uid that belongs to it."""
    return f"(SELECT uid FROM {of.source} WHERE id = ?)" if of.downward else "?"
