"""All that is kept about a person: no table with a link to people is forgotten, and nobody else's rows are told."""

from __future__ import annotations

import datetime as dt

from db import remarks
from db.connection import execute
from db.everything import changes, everything, tables
from db.growth import keeping
from db.members import members
from tests.conftest import CountQueries, MakeAssociation


def test_every_table_that_points_to_people_is_told(make_association: MakeAssociation) -> None:
    make_association()
    found = {name for (name,) in execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    pointing = {
        table: {line[3] for line in execute(f'PRAGMA foreign_key_list("{table}")') if line[2] == "person"}
        for table in found
    }
    told = tables()
    assert {table: set(told[table]) for table, links in pointing.items() if links} == {
        table: set(links) for table, links in told.items() if links
    }
    assert len(told) > 35


def test_her_rows_and_nobody_elses(make_association: MakeAssociation, count_queries: CountQueries) -> None:
    association_id = make_association()
    her, other = (each.person_id for each in members(association_id)[:2])
    for person_id, text in ((her, "КТП кечикти"), (other, "Башканыкы")):
        remarks.add_remark(association_id, person_id, "remark", dt.date(2026, 10, 1), text)
    topic = keeping.add("self_education", association_id, her, topic="Оюн", first_year=2026).value
    keeping.add_part("self_education_stage", topic, text="Окуу")
    removed = keeping.add("award", association_id, her, title="Грамота").value
    keeping.remove("award", removed)
    with count_queries() as queries:
        found = everything(her)
    said = {part.table: [[of.value for of in row.values] for row in part.rows] for part in found}
    assert list(said) == [
        "person", "member", "remark", "self_education", "self_education_stage", "award"
    ]  # fmt: skip
    assert "КТП кечикти" in said["remark"][0] and len(said["remark"]) == 1
    assert said["self_education_stage"][0][0] == "Оюн"
    assert [row.removed for part in found if part.table == "award" for row in part.rows] == [True]
    assert changes(found) >= 6 and len(queries) < 60
