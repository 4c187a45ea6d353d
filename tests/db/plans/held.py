"""Records of what happened, as other topics write them: activities, tests, documents, studies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import records
from db.history import action
from db.models.control_tests import ControlTest
from db.models.events import Activity, ActivityPerson
from db.models.norms import Norm
from db.models.studies import Study

YEAR = 2026
MODELS: dict[str, Any] = {"activity": Activity, "control_test": ControlTest, "norm": Norm, "study": Study}


@action("test.activity")
def activity(
    association_id: int, held_on: dt.date, kind: str = "open_lesson", people: Sequence[int] = (), **more: Any
) -> int:
    values = {"state": "held", "title": "Квадраттык теңдемелер", "classes": "4-А"} | more
    row_id = records.insert(Activity, association=association_id, first_year=YEAR, kind=kind, held_on=held_on, **values)
    for position, person in enumerate(people):
        role = "visitor" if position else "responsible"
        records.insert(ActivityPerson, activity=row_id, role=role, position=position, person=person)
    return row_id


@action("test.control_test")
def control_test(association_id: int, held_on: dt.date, **more: Any) -> int:
    values = {"state": "held", "subject": "Математика", "class_name": "4-А", "kind": "entry"} | more
    return records.insert(ControlTest, association=association_id, first_year=YEAR, held_on=held_on, **values)


@action("test.norm")
def norm(association_id: int, item_id: int | None) -> int:
    return records.insert(Norm, association=association_id, first_year=YEAR, title="№ 1097", agenda_item=item_id)


@action("test.study")
def study(association_id: int, finished_on: dt.date | None) -> int:
    title = "Математиканы окутуунун абалын үйрөнүү"
    return records.insert(Study, association=association_id, first_year=YEAR, title=title, finished_on=finished_on)


@action("test.change")
def change(table: str, row_id: int, **values: Any) -> None:
    records.change(MODELS[table], row_id, **values)


@action("test.remove")
def remove(table: str, row_id: int) -> None:
    records.remove(MODELS[table], row_id)
