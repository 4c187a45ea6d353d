"""What happened, told by the records themselves: one source for each topic. Remarks and evaluations are none of it."""

from __future__ import annotations

from db.journal.source import Source, named

_PRESENT = "SELECT person_id id FROM attendance WHERE meeting_id = m.id AND deleted_at IS NULL AND state <> 'absent'"
_AGENDA = (
    "SELECT title FROM agenda_item WHERE meeting_id = m.id AND deleted_at IS NULL AND state <> 'parked'"
    " AND kind = 'ordinary' AND m.state <> 'cancelled' ORDER BY position, id"
)
_OWNERS = named(
    "SELECT person_id id, position FROM decision_owner WHERE decision_id = d.id AND deleted_at IS NULL"
    " UNION ALL SELECT person_id, position FROM task_owner WHERE task_id = t.id AND deleted_at IS NULL"
    " ORDER BY position"
)
_RESPONSIBLE = (
    "SELECT person_id id FROM activity_person WHERE activity_id = a.id AND deleted_at IS NULL"
    " AND person_id IS NOT NULL AND role = 'responsible' ORDER BY position, id"
)
_EVERYONE = (
    "SELECT person_id id FROM activity_person WHERE activity_id = a.id AND deleted_at IS NULL AND person_id IS NOT NULL"
)
_STUDYING = "SELECT person_id id FROM study_person WHERE study_id = s.id AND deleted_at IS NULL ORDER BY position"
_HELD = "m.deleted_at IS NULL AND m.state IN ('in_progress', 'draft')"
_ITEM_HELD = (
    "LEFT JOIN agenda_item i ON i.id = {0}.agenda_item_id AND i.deleted_at IS NULL AND i.state <> 'parked'"
    f" LEFT JOIN meeting m ON m.id = i.meeting_id AND {_HELD}"
)

MEETINGS = (
    Source("meetings", "meeting", f"""
        SELECT m.association_id association, m.held_on day, m.id id, m.id row_id,
               CASE m.state WHEN 'cancelled' THEN 'meeting_cancelled' ELSE 'meeting_held' END what, '' sort,
               m.number number, coalesce((SELECT group_concat(title, '; ') FROM ({_AGENDA})), '') title,
               m.cancelled_reason detail, NULL earlier, NULL people,
               CASE m.state WHEN 'cancelled' THEN NULL ELSE {named(_PRESENT)} END involved, '' classes
        FROM meeting m WHERE m.deleted_at IS NULL AND m.state <> 'planned'"""),
    Source("meetings", "meeting", """
        SELECT m.association_id association, substr(v.made_at, 1, 10) day, v.id id, m.id row_id,
               CASE v.version WHEN 1 THEN 'protocol_finished' ELSE 'protocol_amended' END what, '' sort,
               m.number number, '' title, v.reason detail, NULL earlier, NULL people, NULL involved, '' classes
        FROM protocol_version v JOIN meeting m ON m.id = v.meeting_id WHERE m.deleted_at IS NULL"""),
    Source("meetings", "meeting", """
        SELECT m.association_id association, s.signed_on day, s.id id, m.id row_id, 'protocol_signed' what, '' sort,
               m.number number, '' title, '' detail, NULL earlier, NULL people, NULL involved, '' classes
        FROM protocol_signing s JOIN protocol_version v ON v.id = s.protocol_version_id
             JOIN meeting m ON m.id = v.meeting_id
        WHERE m.deleted_at IS NULL"""),
)  # fmt: skip

TASKS = (
    Source("tasks", "task", f"""
        SELECT t.association_id association, t.closed_on day, t.id id, t.id row_id, 'task_' || t.state what, '' sort,
               NULL number, coalesce(d.text, t.text) title, t.note detail, NULL earlier, {_OWNERS} people,
               {_OWNERS} involved, '' classes
        FROM task t LEFT JOIN decision d ON d.id = t.decision_id
        WHERE t.deleted_at IS NULL AND d.deleted_at IS NULL AND t.state IN ('done', 'closed')"""),
)  # fmt: skip

ACTIVITIES = (
    Source("activities", "activity", f"""
        SELECT a.association_id association, a.held_on day, a.id id, a.id row_id, 'activity_' || a.state what,
               a.kind sort, NULL number, a.title title, CASE a.state WHEN 'cancelled' THEN a.reason ELSE '' END detail,
               NULL earlier, {named(_RESPONSIBLE)} people, {named(_EVERYONE)} involved, a.classes classes
        FROM activity a WHERE a.deleted_at IS NULL AND a.state <> 'planned'"""),
    Source("activities", "activity", f"""
        SELECT a.association_id association, v.moved_on day, v.id id, a.id row_id, 'activity_moved' what, a.kind sort,
               NULL number, a.title title, v.reason detail, v.old_day earlier, {named(_RESPONSIBLE)} people,
               {named(_EVERYONE)} involved, a.classes classes
        FROM activity_move v JOIN activity a ON a.id = v.activity_id
        WHERE v.deleted_at IS NULL AND a.deleted_at IS NULL"""),
    Source("activities", "observation", f"""
        SELECT a.association_id association, a.held_on day, o.id id, o.id row_id, 'lesson_analysed' what, a.kind sort,
               NULL number, a.title title, '' detail, NULL earlier, {named(_RESPONSIBLE)} people,
               {named(f"{_EVERYONE} UNION SELECT o.observer_id WHERE o.observer_id IS NOT NULL")} involved,
               a.classes classes
        FROM observation o JOIN activity a ON a.id = o.activity_id
        WHERE o.deleted_at IS NULL AND a.deleted_at IS NULL"""),
)  # fmt: skip

STUDIES = (
    Source("papers", "study", f"""
        SELECT s.association_id association, s.finished_on day, s.id id, s.id row_id, 'study_finished' what, '' sort,
               NULL number, s.title title, s.subject detail, NULL earlier, {named(_STUDYING)} people,
               {named(_STUDYING)} involved,
               s.classes classes
        FROM study s WHERE s.deleted_at IS NULL"""),
    Source("papers", "letter", """
        SELECT l.association_id association, l.written_on day, l.id id, l.id row_id, 'letter_written' what, '' sort,
               NULL number, l.title title, trim(CASE l.number WHEN '' THEN '' ELSE '№ ' || l.number || ' ' END
               || l.addressee) detail, NULL earlier, NULL people, NULL involved, '' classes
        FROM letter l WHERE l.deleted_at IS NULL"""),
)  # fmt: skip

TESTS = (
    Source("tests", "control_test", """
        SELECT c.association_id association, c.held_on day, c.id id, c.id row_id, 'test_' || c.state what, c.kind sort,
               NULL number, trim(c.subject || CASE WHEN c.subject <> '' AND c.title <> '' THEN ': ' ELSE '' END
               || c.title) title, CASE c.state WHEN 'cancelled' THEN c.note ELSE '' END detail, NULL earlier,
               c.teacher_id people, c.teacher_id || coalesce(',' || c.author_id, '') involved, c.class_name classes
        FROM control_test c WHERE c.deleted_at IS NULL AND c.state <> 'planned'"""),
)  # fmt: skip

TEACHING = (
    Source("teaching", "norm", f"""
        SELECT n.association_id association, m.held_on day, n.id id, n.id row_id, 'norm_studied' what, n.kind sort,
               m.number number, n.title title, '' detail, NULL earlier, NULL people, {named(_PRESENT)} involved,
               '' classes
        FROM norm n {_ITEM_HELD.format("n")} WHERE n.deleted_at IS NULL AND m.id IS NOT NULL"""),
    Source("teaching", "curriculum_change", f"""
        SELECT c.association_id association, coalesce(m.held_on, c.valid_from) day, c.id id, c.id row_id,
               'curriculum_changed' what, '' sort, m.number number, c.text title, c.subjects detail, NULL earlier,
               NULL people, NULL involved, c.classes classes
        FROM curriculum_change c {_ITEM_HELD.format("c")} WHERE c.deleted_at IS NULL"""),
    Source("teaching", "calendar_plan", """
        SELECT p.association_id association, p.considered_on day, min(p.id) id, min(p.id) row_id,
               'plans_considered' what, '' sort, count(*) number, '' title, '' detail, NULL earlier,
               group_concat(DISTINCT p.person_id) people, group_concat(DISTINCT p.person_id) involved,
               replace(group_concat(DISTINCT p.class_name), ',', ', ') classes
        FROM calendar_plan p WHERE p.deleted_at IS NULL GROUP BY p.association_id, p.considered_on"""),
    Source("teaching", "curriculum_change", """
        SELECT c.association_id association, s.considered_on day, min(s.id) id, c.id row_id,
               'corrections_considered' what, '' sort, count(*) number, c.text title, '' detail, NULL earlier,
               group_concat(DISTINCT p.person_id) people, group_concat(DISTINCT p.person_id) involved,
               replace(group_concat(DISTINCT p.class_name), ',', ', ') classes
        FROM curriculum_step s JOIN curriculum_change c ON c.id = s.curriculum_change_id
             JOIN calendar_plan p ON p.id = s.calendar_plan_id
        WHERE s.deleted_at IS NULL AND c.deleted_at IS NULL AND p.deleted_at IS NULL
        GROUP BY c.association_id, c.id, s.considered_on"""),
)  # fmt: skip

PLANS = (
    Source("plan", "plan", """
        SELECT v.association_id association, substr(v.made_at, 1, 10) day, v.id id, v.first_year row_id,
               'plan_handed_in' what, v.scope sort, v.part number, '' title, v.reason detail, NULL earlier,
               NULL people, NULL involved, '' classes
        FROM plan_version v WHERE v.deleted_at IS NULL"""),
    Source("plan", "plan", """
        SELECT v.association_id association, a.approved_on day, a.id id, v.first_year row_id, 'plan_' || a.step what,
               v.scope sort, v.part number, '' title, a.name detail, NULL earlier, NULL people, NULL involved,
               '' classes
        FROM plan_approval a JOIN plan_version v ON v.id = a.plan_version_id
        WHERE a.deleted_at IS NULL AND v.deleted_at IS NULL"""),
)  # fmt: skip

_VACANCY = """
    SELECT v.association_id association, v.{day} day, v.id id, v.id row_id, 'vacancy_{what}' what, '' sort,
           v.hours number, v.subject title, {detail} detail, NULL earlier, {people} people, {people} involved,
           v.classes classes
    FROM vacancy v WHERE v.deleted_at IS NULL"""
_MEMBERS = """
    SELECT p.association_id association, p.{day} day, min(p.id) id, min(p.id) row_id, 'members_{what}' what, '' sort,
           count(*) number, '' title, '' detail, NULL earlier, group_concat(p.person_id) people,
           group_concat(p.person_id) involved, '' classes
    FROM member p WHERE p.deleted_at IS NULL GROUP BY p.association_id, p.{day}"""

PEOPLE = (
    Source("people", "vacancy", _VACANCY.format(day="since", what="opened", detail="v.reason", people="NULL")),
    Source("people", "vacancy", _VACANCY.format(
        day="filled_since", what="filled", detail="v.filled_how", people="v.filled_by_id")),
    Source("people", "vacancy", _VACANCY.format(day="closed_on", what="closed", detail="''", people="NULL")),
    Source("people", "member", _MEMBERS.format(day="since", what="joined")),
    Source("people", "member", _MEMBERS.format(day="until", what="left")),
    Source("people", "person", """
        SELECT a.association_id association, a.since day, a.id id, a.person_id row_id,
               a.role || '_' || a.manner what, a.role sort, NULL number, a.order_number title, '' detail, NULL earlier,
               a.person_id people, a.person_id involved, '' classes
        FROM appointment a WHERE a.deleted_at IS NULL"""),
)  # fmt: skip

_GROWN = """
    SELECT {of}.association_id association, {day} day, t.id id, {of}.id row_id, {what} what, '' sort, NULL number,
           {title} title, {detail} detail, NULL earlier, {of}.person_id people, {of}.person_id involved, '' classes
    FROM {table} t {joins} WHERE t.deleted_at IS NULL AND {of}.deleted_at IS NULL"""


def _grown(table: str, day: str, what: str, title: str, detail: str = "''", of: str = "t", joins: str = "") -> str:
    """Of the rows `t` that tell how a member grows; `of`: whose person and association they have."""
    return _GROWN.format(table=table, day=day, what=what, title=title, detail=detail, of=of, joins=joins)


_STEP = "JOIN practice s ON s.id = t.practice_id"

GROWTH = (
    Source("growth", "course", _grown(
        "course", "coalesce(t.certified_on, t.ends, t.begins)", "'course_taken'", "t.topic", "t.provider")),
    Source("growth", "attestation", _grown(
        "attestation", "t.given_on", "'category_' || t.category", "''",
        "CASE t.order_number WHEN '' THEN '' ELSE '№ ' || t.order_number END")),
    Source("growth", "practice", _grown(
        "practice_step", "t.done_on", "'practice_' || t.stage", "s.topic", "t.place", "s", _STEP)),
    Source("growth", "award", _grown("award", "t.awarded_on", "'awarded'", "t.title")),
    Source("growth", "methodical_work", _grown(
        "methodical_work", "t.held_on", "'work_' || t.kind", "t.title", "t.place")),
)  # fmt: skip

NOTES = (
    Source("notes", "journal_note", """
        SELECT n.association_id association, n.noted_on day, n.id id, n.id row_id, 'note' what, '' sort, NULL number,
               n.text title, '' detail, NULL earlier, n.person_id people, n.person_id involved, n.classes classes
        FROM journal_note n WHERE n.deleted_at IS NULL"""),
)  # fmt: skip

SOURCES = (*NOTES, *MEETINGS, *TASKS, *ACTIVITIES, *TESTS, *TEACHING, *STUDIES, *PLANS, *PEOPLE, *GROWTH)
"""In the order in which the entries of one day stand."""

GROUPS = tuple(dict.fromkeys(source.group for source in SOURCES))
"""The kinds by which one filters."""
