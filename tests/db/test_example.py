"""The example year in the records."""

import datetime as dt
import json
from pathlib import Path

import pytest

from db import connection, settings
from db.appointments import appointments, leader, secretary
from db.associations import associations
from db.calendar import school_year
from db.checking import check
from db.connection import execute
from db.errors import Refused
from db.example.year import write
from db.exchange import export_json, import_json
from db.meetings.sheet import meetings, sheet
from db.members import members
from db.protocols import content_of, unfinished, versions
from db.search import find
from db.stock_files import read_stock
from db.tasks import tasks
from db.undo import next_undo

YEAR = read_stock("example_year")


@pytest.fixture
def association_id(example_folder: Path):
    connection.open_for_reading(example_folder)
    yield associations()[0].id
    connection.close()


def test_it_is_marked_for_ever(association_id: int):
    assert settings.get("example") == "1"
    assert content_of(meetings(association_id, 2026)[0].id)["example"] is True
    assert next_undo() is None


def test_all_meetings_stand_as_the_file_tells_them(association_id: int):
    held = meetings(association_id, 2026)
    told = YEAR["meeting"]
    assert [each.number for each in held] == [entry["number"] for entry in told]
    assert [each.state for each in held] == [entry["state"] for entry in told]
    assert [each.held_on for each in held] == [entry["held_on"] for entry in told]
    for each, entry in zip(held, told, strict=True):
        items = sheet(each.id).items
        assert [item.row.title for item in items] == [item["title"] for item in entry["item"]]
        if "amendment" not in entry:
            assert [item.row.heard for item in items] == [item.get("heard", "") for item in entry["item"]]
        assert [len(item.decisions) for item in items] == [len(item.get("decision", ())) for item in entry["item"]]


def test_everyone_has_a_card_and_the_leader_was_elected(association_id: int):
    assert len(members(association_id)) == 12
    assert leader(association_id, dt.date(2026, 8, 27)).name.listed == "Өмүралиева Т. С."
    assert leader(association_id).name.listed == "Асанова Г. М."
    assert secretary(association_id).name.listed == "Асан уулу Б."
    newest = appointments(association_id, "leader")[0]
    assert (newest.manner, newest.agenda_item_id is not None) == ("elected", True)
    assert len(school_year(2026).quarters) == 4


def test_the_amended_protocol_keeps_its_first_version(association_id: int):
    (amended,) = (each for each in meetings(association_id, 2026) if each.version == 2)
    first, second = versions(amended.id)
    assert "74,8" in json.dumps(first.plain, ensure_ascii=False)
    assert "74,8" not in json.dumps(second.plain, ensure_ascii=False)
    assert second.plain["amendment_reason"].startswith("Терүүдө")


def test_work_goes_on_after_the_year(association_id: int):
    found = tasks(association_id)
    assert {each.state for each in found} >= {"open", "done"}
    assert any(each.review_state == "" and each.note for each in found)
    final = [each for each in meetings(association_id, 2026) if each.state in ("final", "signed")]
    assert [each.number for each in final if unfinished(sheet(each.id))] == []


def test_it_can_be_searched_checked_and_carried_over(association_id: int, tmp_path: Path):
    assert find("омуралиева")[0].title == "Өмүралиева Токтокан Сагынбаевна"
    assert check() == []
    (tmp_path / "all.json").write_text(exported := export_json(), encoding="utf-8")
    connection.close()
    connection.open_for_writing(tmp_path / "other")
    import_json(tmp_path / "all.json")
    assert json.loads(export_json()) | {"exported_at": ""} == json.loads(exported) | {"exported_at": ""}


def test_it_never_joins_real_data(make_association):
    make_association()
    before = execute("SELECT COUNT(*) FROM event")
    with pytest.raises(Refused) as refusal:
        write()
    assert refusal.value.code == "import_would_overwrite"
    assert execute("SELECT COUNT(*) FROM event") == before
