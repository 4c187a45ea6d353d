"""Finding anything by folded words."""

import datetime as dt

import pytest

from db.associations import save_association
from db.connection import execute
from db.meetings import agenda, planning
from db.meetings.sheet import sheet
from db.members import members
from db.schools import save_person, school
from db.search import differences, find, rebuild, snippet
from db.undo import undo
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting, MakeSchool


def kinds(text: str) -> list[str]:
    return [each.kind for each in find(text)]


@pytest.fixture
def meeting_id(make_association: MakeAssociation, make_meeting: MakeMeeting) -> int:
    return make_meeting(make_association())


@pytest.mark.parametrize("text", ["Өмүралиева Сонун", "омурал", "ОМУРАЛ сон", "сонун, омуралиева!"])
def test_a_russian_layout_finds_a_kyrgyz_name(make_association: MakeAssociation, text):
    make_association()
    (found,) = find(text)
    assert (found.kind, found.title, found.meeting_id) == ("person", "Өмүралиева Сонун Токтогуловна", None)


def test_every_word_must_begin_a_word(make_association: MakeAssociation):
    make_association()
    assert find("Өмүралиева Гүлмира") == []
    assert find("алиева") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("билим сапат", "agenda_item"), ("себеби", "speech"), ("шейшемби", "proposal"), ("кабинет", "meeting"),
     ("иштоо планы", "decision"), ("начальных", "association")],
)  # fmt: skip
def test_all_that_was_typed_can_be_found(meeting_id, text, kind):
    assert kinds(text) == [kind]


def test_what_was_said_names_its_item_and_meeting(meeting_id):
    (found,) = find("себеби")
    (item,) = sheet(meeting_id).agenda
    assert (found.title, found.agenda_item_id) == ("1-чейректин жыйынтыгы жөнүндө", item.row.id)
    assert (found.meeting_id, found.meeting_number, found.first_year) == (meeting_id, 1, 2026)
    assert (found.held_on, found.snippet) == (dt.date(2026, 11, 14), "Себеби эмнеде?")


def test_what_was_taken_away_is_not_found_until_undo_brings_it_back(meeting_id):
    (item,) = sheet(meeting_id).agenda
    agenda.remove(item.row.id)
    assert kinds("чейректин") == kinds("себеби") == []
    undo()
    assert (kinds("чейректин"), kinds("себеби")) == (["agenda_item"], ["speech"])


def test_what_stands_under_something_taken_away_hides_nothing(meeting_id):
    planned = planning.plan(sheet(meeting_id).meeting.association_id, dt.date(2027, 1, 15)).value
    for number in range(5):
        agenda.add(planned, f"Чейректин {number}-маселеси жөнүндө")
    planning.remove(planned)
    assert [each.meeting_id for each in find("чейректин", limit=2)] == [meeting_id]


@pytest.mark.parametrize(
    "text", ['"', "* OR NEAR(", "-асан", "kind:person", "[/]", "асан\x00", "%", "''; DROP TABLE person"]
)
def test_no_sign_is_an_operator(make_association: MakeAssociation, text):
    make_association()
    assert {each.title for each in find(text)} <= {
        "Асанова Гүлнара Маратовна",
        "Асан уулу Бакыт",
        "Сыдыкова Бермет Асановна",
    }


def test_nothing_is_found_for_nothing(make_association: MakeAssociation):
    make_association()
    assert find("") == find(" ., ") == []


def test_a_page_goes_on_where_the_last_one_ended(make_association: MakeAssociation, make_meeting: MakeMeeting):
    association_id = make_association()
    for _ in range(3):
        make_meeting(association_id)
    whole = find("к")
    pages = [page := find("к", limit=4)]
    while page:
        pages.append(page := find("к", limit=4, after=page[-1]))
    assert [found for page in pages for found in page] == whole
    assert len(whole) > 8


def test_people_come_first_and_then_the_newest(meeting_id):
    add = agenda.add(meeting_id, "Асанованын отчёту жөнүндө").value
    assert [each.kind for each in find("асан")][-1] == "agenda_item"
    newer = planning.plan(sheet(meeting_id).meeting.association_id, dt.date(2027, 1, 15)).value
    agenda.add(newer, "Асанованын сабагы жөнүндө")
    items = [each for each in find("асанов") if each.kind == "agenda_item"]
    assert [each.meeting_id for each in items] == [newer, meeting_id]
    assert items[1].row == add


def test_a_page_costs_the_same_however_much_there_is(make_school: MakeSchool, count_queries: CountQueries):
    school_id = make_school()
    for number in range(60):
        save_person(None, school_id=school_id, surname=f"Асанова {number}", given="А.")
    with count_queries() as queries:
        found = find("асан")
    assert (len(found), len(queries)) == (50, 2)


def test_a_snippet_is_cut_from_the_text_as_it_was_typed():
    text = "Ё" * 100 + " Жетишүүсү төмөн\nокуучулар менен иштөө " + "я" * 100
    cut = snippet(text, ["томон"])
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert "Жетишүүсү төмөн окуучулар" in cut
    assert snippet("Сонун", ["сон"]) == "Сонун"


def test_a_snippet_shows_the_beginning_of_a_word():
    assert snippet("класс" * 30 + " ас", ["ас"]).endswith(" ас")


def test_the_index_is_compared_with_the_records_and_written_anew(meeting_id):
    assert differences() == []
    member = next(iter(members(sheet(meeting_id).meeting.association_id)))
    execute("DELETE FROM search WHERE uid = (SELECT uid FROM person WHERE id = ?)", (member.person_id,))
    execute("UPDATE search SET folded = 'башка' WHERE kind = 'decision'")
    execute("INSERT INTO search (rowid, kind, uid, folded) VALUES (99, 'person', 'x', 'эч ким')")
    assert [kind for kind, _ in differences()] == ["decision", "person", "person"]
    assert rebuild() == execute("SELECT COUNT(*) FROM search")[0][0]
    assert differences() == []


def test_an_association_without_a_kyrgyz_name_is_named_in_russian(make_association: MakeAssociation):
    save_association(None, school_id=make_association(members=0) and school().id, name_ru="МО физиков")
    assert find("физиков")[0].title == "МО физиков"
