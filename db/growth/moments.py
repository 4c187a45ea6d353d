"""From which records a person's time line is drawn: one statement of the engine's own SQL, a part a kind of record.

In it ?1 is the association, ?2 a JSON list of people, ?3 and ?4 the first and the last day, ?5 a JSON
list of kinds, ?6 the key after which a page begins, ?7 how many moments are wanted.
"""

from __future__ import annotations

_MEETING = "m.association_id = ?1 AND m.state IN ('in_progress', 'draft') AND m.deleted_at IS NULL"
_ITEM = f"{_MEETING} AND i.state <> 'parked' AND i.deleted_at IS NULL"
_NAMED = "trim(coalesce(nullif(a.title, ''), a.subject) || ' ' || a.classes)"
_ROLE = (
    "CASE WHEN p.role = 'visitor' THEN 'visited' WHEN a.kind = 'open_lesson' THEN 'open_lesson'"
    " WHEN a.kind = 'visit' THEN 'was_visited' ELSE 'event' END"
)
_OF_REMARK = "SELECT target_uid FROM tie WHERE source_table = 'remark' AND deleted_at IS NULL"
_FULFILLED = "t.state IN ('done', 'closed')"


def _part(kind: str, table: str, source: str, where: str, *, who: str = "t.person_id", day: str, title: str,
          detail: str = "''", exact: str = "1") -> str:  # fmt: skip
    """The moments of one kind: rows `t` of a table with what they are joined with; `who` is looked for among ?2."""
    return (
        f"SELECT {who}, {day}, {kind}, '{table}', t.id, t.uid, {title}, {detail}, {exact} FROM {table} t {source}"
        f" WHERE {who} IN (SELECT value FROM json_each(?2)) AND t.deleted_at IS NULL AND {where}"
    )


def _said(kind: str, table: str, where: str, detail: str = "''") -> str:
    """What was said under a question of a meeting."""
    source = "JOIN agenda_item i ON i.id = t.agenda_item_id JOIN meeting m ON m.id = t.meeting_id"
    return _part(kind, table, source, f"{where} AND {_ITEM}", day="m.held_on", title="t.text", detail=detail)


def _decided(kind: str, day: str, where: str) -> str:
    """A task that a decision made."""
    source = (
        "JOIN decision d ON d.id = t.decision_id JOIN decision_owner o ON o.decision_id = d.id"
        " JOIN agenda_item i ON i.id = d.agenda_item_id JOIN meeting m ON m.id = d.meeting_id"
    )
    standing = f"o.deleted_at IS NULL AND d.deleted_at IS NULL AND {_ITEM} AND {where}"
    title = "coalesce(nullif(t.text, ''), d.text)"
    return _part(kind, "task", source, standing, who="o.person_id", day=day, title=title, detail="t.state")


def _own_task(kind: str, day: str, where: str) -> str:
    """Any other task, but for those made of a remark: these are for the teacher alone."""
    own = f"o.deleted_at IS NULL AND t.association_id = ?1 AND t.decision_id IS NULL AND t.uid NOT IN ({_OF_REMARK})"
    source = "JOIN task_owner o ON o.task_id = t.id"
    return _part(kind, "task", source, f"{own} AND {where}", who="o.person_id", day=day, title="t.text",
                 detail="t.state")  # fmt: skip


def _pair(kind: str, who: str, other: str) -> str:
    """A pair of mentor and young teacher, named by the other of the two."""
    name = "trim(n.surname || ' ' || n.given)"
    source = f"JOIN person n ON n.id = t.{other}_id"
    return _part(kind, "mentoring", source, "TRUE", who=f"t.{who}_id", day="t.begins", title=name)


_PARTS = (
    _part("'reported'", "agenda_item", "JOIN meeting m ON m.id = t.meeting_id",
          f"{_MEETING} AND t.state <> 'parked' AND t.kind = 'ordinary' AND trim(t.heard) <> ''",
          who="t.reporter_id", day="m.held_on", title="t.title"),
    _said("'spoke'", "speech", "t.kind IN ('speech', 'question', 'answer')"),
    _said("'proposed'", "proposal", "TRUE", "t.outcome"),
    _decided("'promised'", "m.held_on", "TRUE"),
    _own_task("'promised'", "t.given_on", "TRUE"),
    _decided("'did'", "t.closed_on", _FULFILLED),
    _own_task("'did'", "t.closed_on", _FULFILLED),
    _part(_ROLE, "activity", "JOIN activity_person p ON p.activity_id = t.id JOIN activity a ON a.id = t.id",
          "t.state = 'held' AND p.deleted_at IS NULL", who="p.person_id", day="t.held_on", title=_NAMED,
          detail="t.kind"),
    _part("'pupils'", "activity_result",
          "JOIN activity a ON a.id = t.activity_id JOIN activity_person p ON p.activity_id = a.id",
          "t.kind = 'pupil' AND p.role = 'responsible' AND a.state = 'held' AND a.deleted_at IS NULL"
          " AND p.deleted_at IS NULL",
          who="p.person_id", day="a.held_on", title=f"trim(t.name || ' ' || t.place) || ' · ' || {_NAMED}",
          detail="a.level"),
    _part("'sheet'", "observation", "JOIN activity a ON a.id = t.activity_id", "a.deleted_at IS NULL",
          who="t.observer_id", day="a.held_on", title=_NAMED),
    _part("'studied'", "norm_reading", "JOIN norm n ON n.id = t.norm_id", "n.deleted_at IS NULL", day="t.read_on",
          title="n.title"),
    _part("'course'", "course", "", "TRUE", day="coalesce(t.certified_on, t.ends, t.begins)", title="t.topic",
          detail="t.form"),
    _part("'attestation'", "attestation", "", "TRUE", day="t.given_on", title="t.order_number", detail="t.category"),
    _part("'self_education'", "self_education_stage", "JOIN self_education s ON s.id = t.self_education_id",
          "s.deleted_at IS NULL", who="s.person_id", day="t.done_on", title="s.topic || ' · ' || t.text"),
    _part("'practice'", "practice_step", "JOIN practice s ON s.id = t.practice_id", "s.deleted_at IS NULL",
          who="s.person_id", day="t.done_on", title="s.topic", detail="t.stage"),
    _pair("'mentoring'", "mentor", "novice"),
    _pair("'mentored'", "novice", "mentor"),
    _part("'award'", "award", "", "TRUE", day="coalesce(t.awarded_on, t.year || '-12-31')", title="t.title",
          detail="t.level", exact="t.awarded_on IS NOT NULL"),
    _part("'methodical_work'", "methodical_work", "", "TRUE", day="t.held_on", title="t.title", detail="t.kind"),
    _part("'absent'", "attendance", "JOIN meeting m ON m.id = t.meeting_id", f"t.state = 'absent' AND {_MEETING}",
          day="m.held_on", title="m.number", detail="t.reason"),
)  # fmt: skip

_KEY = "day || kind || kept_in || printf('%010d', id)"
STATEMENT = (
    "WITH moment(person, day, kind, kept_in, id, uid, title, detail, exact) AS ("
    + " UNION ALL ".join(_PARTS)
    + ") SELECT person, day, kind, kept_in, id, uid, title, detail, exact FROM moment"
    + " WHERE day BETWEEN ?3 AND ?4 AND (?5 = '[]' OR kind IN (SELECT value FROM json_each(?5)))"
    + f" AND (?6 = '' OR {_KEY} < ?6) ORDER BY {_KEY} DESC LIMIT ?7"
)
"""Person, day, kind, table, id, uid, title, detail and whether the day is exact, the newest first."""


def key(day: str, kind: str, table: str, row_id: int) -> str:
    """The key of a moment by which pages follow one another."""
    return f"{day}{kind}{table}{row_id:010d}"
