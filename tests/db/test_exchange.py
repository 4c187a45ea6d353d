"""Everything out as JSON and in again."""

import datetime as dt
import json
from pathlib import Path

import pytest

from db import connection, history, records, settings
from db.connection import execute
from db.errors import Refused
from db.exchange import export_json, import_json
from db.meetings import agenda
from db.meetings.sheet import sheet
from db.models.schools import Person
from db.protocols import amend, finalise, sign, versions
from db.schools import school
from db.search import differences, find
from db.undo import next_undo, undo
from tests.conftest import MakeAssociation, MakeMeeting


@pytest.fixture
def exported(make_association: MakeAssociation, make_meeting: MakeMeeting) -> str:
    """A signed protocol in its second version, a planned meeting, something deleted and something undone."""
    history.set_author("Асанова Г. М.")
    association_id = make_association()
    settings.load_stock()
    settings.set_("meeting_ky", "чогулуш", association_id)
    settings.remember("place", "2")
    meeting_id = make_meeting(association_id)
    finalise(meeting_id)
    sign(meeting_id, dt.date(2026, 11, 20))
    amend(meeting_id, "Чечим толук эмес")
    agenda.change(sheet(meeting_id).agenda[0].row.id, heard="5 < 6 & «а» [/]")
    finalise(meeting_id)
    planned = make_meeting(association_id, dt.date(2027, 1, 15))
    agenda.remove(sheet(planned).agenda[-1].row.id)
    agenda.add(planned, "Курстар жөнүндө")
    undo()
    return export_json()


@pytest.fixture
def elsewhere(exported: str, tmp_path: Path) -> Path:
    """Another, empty data folder, open now; returns where the exported file lies."""
    connection.close()
    connection.open_for_writing(tmp_path / "other")
    file = tmp_path / "all.json"
    file.write_text(exported, encoding="utf-8")
    return file


def without_time(exported: str) -> dict[str, object]:
    return json.loads(exported) | {"exported_at": ""}


def test_what_goes_out_comes_in_without_loss(exported: str, elsewhere: Path):
    imported = import_json(elsewhere)
    assert without_time(export_json()) == without_time(exported)
    content = json.loads(exported)
    assert imported.records == sum(map(len, content["records"].values()))
    assert imported.events == len(content["log"]) > 10


def test_links_are_uids_and_a_person_can_read_the_file(exported: str):
    tables = json.loads(exported)["records"]
    (made,) = tables["school"]
    assert {row["school"] for row in tables["person"]} == {made["uid"]}
    assert tables["meeting"][0]["held_on"] == "2026-11-14"
    assert "Качкынбай кызы" in exported
    assert "remembered" not in tables


def test_life_goes_on_after_an_import(elsewhere: Path):
    import_json(elsewhere)
    (first, second) = (row for (row,) in execute("SELECT id FROM meeting ORDER BY id"))
    assert [each.version for each in versions(first)] == [1, 2]
    assert find("качкынб")[0].title == "Качкынбай кызы Назгүл"
    assert differences() == []
    with pytest.raises(Refused) as refusal:
        agenda.change(sheet(first).agenda[0].row.id, heard="")
    assert refusal.value.code == "final_protocol"
    assert next_undo() is not None
    undo()
    assert agenda.add(second, "Жаңы маселе жөнүндө").seq == execute("SELECT MAX(id) FROM event")[0][0]


def test_an_import_never_overwrites(exported: str, elsewhere: Path):
    import_json(elsewhere)
    before = without_time(export_json())
    with pytest.raises(Refused) as refusal:
        import_json(elsewhere)
    assert refusal.value.code == "import_would_overwrite"
    assert without_time(export_json()) == before


def change(file: Path, edit) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    edit(content)
    file.write_text(json.dumps(content), encoding="utf-8")


def row_of(content, table, number=0):
    return content["records"][table][number]


@pytest.mark.parametrize(
    ("edit", "code", "values"),
    [
        (lambda c: c.update(birikme=2), "import_not_birikme", {}),
        (lambda c: c.update(schema="x"), "import_not_birikme", {}),
        (lambda c: c.update(schema=99), "data_newer", {"version": 99}),
        (lambda c: c["records"].update(marks=[]), "import_unknown_table", {"table": "marks"}),
        (lambda c: c["records"].update(person={}), "import_bad_value", {"table": "person", "row": 0, "name": ""}),
        (lambda c: row_of(c, "person", 1).update(nick="а"), "import_unknown_field",
         {"table": "person", "row": 2, "name": "nick"}),
        (lambda c: row_of(c, "person").pop("given"), "import_missing_field",
         {"table": "person", "row": 1, "name": "given"}),
        (lambda c: row_of(c, "person").update(given="А\x00"), "import_bad_value",
         {"table": "person", "row": 1, "name": "given"}),
        (lambda c: row_of(c, "person").update(given=7), "import_bad_value",
         {"table": "person", "row": 1, "name": "given"}),
        (lambda c: row_of(c, "person").update(given="Башка"), "import_damaged", {"table": "person", "row": 1}),
        (lambda c: row_of(c, "person").update(school="жок"), "import_bad_value",
         {"table": "person", "row": 1, "name": "school"}),
        (lambda c: row_of(c, "person").update(uid=row_of(c, "person", 1)["uid"]), "import_bad_value",
         {"table": "person", "row": 2, "name": "uid"}),
        (lambda c: row_of(c, "meeting").update(held_on="2026-02-30"), "import_bad_value",
         {"table": "meeting", "row": 1, "name": "held_on"}),
        (lambda c: row_of(c, "meeting").update(number=2**63), "import_bad_value",
         {"table": "meeting", "row": 1, "name": "number"}),
        (lambda c: c["log"][2].update(who="Башка"), "import_log_damaged", {"event": 3}),
        (lambda c: c["log"].pop(0), "import_log_damaged", {"event": 2}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place_and_nothing_comes_in(elsewhere: Path, edit, code, values):
    change(elsewhere, edit)
    with pytest.raises(Refused) as refusal:
        import_json(elsewhere)
    assert (refusal.value.code, refusal.value.values) == (code, values)
    assert (school(), execute("SELECT COUNT(*) FROM event")) == (None, [(0,)])


def test_a_value_that_only_the_engine_refuses_is_named_by_its_row(elsewhere: Path):
    def third_category(content):
        row = row_of(content, "person") | {"category": "third"}
        held = row | {"school": 1}
        content["records"]["person"][0] = row | {"digest": records.digest(Person, held)}

    change(elsewhere, third_category)
    with pytest.raises(Refused) as refusal:
        import_json(elsewhere)
    assert (refusal.value.code, refusal.value.values["row"]) == ("import_bad_value", 1)
    assert school() is None


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '{"birikme": ' + "9" * 5000 + "}", "\ufeff"])
def test_what_is_no_json_is_refused(store: Path, tmp_path: Path, content: str):
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        import_json(file)
    assert refusal.value.code == "import_not_json"


def test_a_file_is_measured_before_it_is_read(store: Path, tmp_path: Path):
    file = tmp_path / "x.json"
    with file.open("wb") as sparse:
        sparse.truncate(200_000_001)
    with pytest.raises(Refused) as refusal:
        import_json(file)
    assert (refusal.value.code, refusal.value.values) == ("import_too_large", {"limit": 200})
    with pytest.raises(Refused) as refusal:
        import_json(tmp_path / "none.json")
    assert refusal.value.code == "file_missing"


def test_a_screens_reading_connection_can_export(exported: str, data_folder: Path):
    connection.close()
    connection.open_for_reading(data_folder)
    assert without_time(export_json()) == without_time(exported)


def test_thousands_of_lines_in_one_event_come_through(store: Path, tmp_path: Path):
    @history.action("person.many")
    def many() -> None:
        for number in range(7000):
            history.add_line("person", str(number), None, {"surname": f"Асанова {number}"})

    many()
    file = tmp_path / "all.json"
    file.write_text(exported := export_json(), encoding="utf-8")
    connection.close()
    connection.open_for_writing(tmp_path / "other")
    assert import_json(file).events == 1
    assert without_time(export_json()) == without_time(exported)
