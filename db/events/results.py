"""The results of an event: places of classes, places and rewards of pupils."""

from __future__ import annotations

from db import records
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.events import Activity, ActivityResult
from db.rules.names import class_name as usual

KINDS = ("class", "pupil")


@action("activity_result.save")
def save_result(
    result_id: int | None,
    activity_id: int,
    kind: str,
    *,
    name: str = "",
    class_name: str = "",
    place: str = "",
    award: str = "",
) -> int:
    """Change a result of an activity, or with None add one; returns its id.

    Raises Refused `required` (class_name of a class, name of a pupil), `value_not_allowed` (kind), `text_too_long`.
    """
    if kind not in KINDS:
        raise Refused("value_not_allowed", "kind")
    standing(Activity, activity_id)
    typed = {"name": name, "class_name": class_name, "place": place, "award": award}
    values = checked(ActivityResult, typed)
    required(values, "class_name" if kind == "class" else "name")
    values |= {"kind": kind, "class_name": usual(values["class_name"])}
    label(values["name"] or values["class_name"])
    if result_id is None:
        position = next_position(ActivityResult, ActivityResult.activity == activity_id)
        return records.insert(ActivityResult, activity=activity_id, position=position, **values)
    standing(ActivityResult, result_id)
    records.change(ActivityResult, result_id, **values)
    return result_id


@action("activity_result.remove")
def remove_result(result_id: int) -> None:
    """Take a result away."""
    row = standing(ActivityResult, result_id)
    label(row["name"] or row["class_name"])
    records.remove(ActivityResult, result_id)
