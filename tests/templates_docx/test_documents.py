"""The register of documents, and each document made from records."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from db import appointments, connection, members, protocols, schools, tasks
from db.errors import Refused
from db.meetings import planning
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import DOCUMENTS, Selection, listing, make, print_paper, template_path
from tests.conftest import MakeAssociation, MakeMeeting

from .model_content import lines

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    return make_association()


def chosen(association: int, **changes: object) -> Selection:
    return Selection(association, today=TODAY, **changes)  # type: ignore[arg-type]


def printed(document: str, selection: Selection, paper: PaperLanguage = "ky") -> list[str]:
    return lines(print_paper(make(document, selection, paper)))


def test_the_register_loads_nothing_slow() -> None:
    slow = "{'docx', 'docxtpl', 'jinja2', 'lxml', 'peewee', 'textual'}"
    code = f"import sys, templates_docx.documents as d; d.listing(); print(sorted({slow} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_listing_names_every_document_in_three_languages() -> None:
    assert [each["id"] for each in listing()] == list(DOCUMENTS)
    assert listing()[2] == {"id": "extract", "title": "Протоколдон көчүрмө", "selectors": ["year", "meeting", "item"]}
    assert listing("ru")[5]["title"] == "Журнал регистрации протоколов"
    assert listing("en")[0]["title"] == "Protocol"


def test_an_unknown_document_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        make("passport", Selection(1), "ky")
    assert (refused.value.code, refused.value.values) == ("document_unknown", {"name": "passport"})


def test_a_leader_s_own_template_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "ky" / "protocol.docx"
    assert template_path("protocol", "ky", tmp_path) != own
    own.parent.mkdir()
    own.write_bytes(b"x")
    assert template_path("protocol", "ky", tmp_path) == own
    assert template_path("protocol", "ru", tmp_path) != own


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_is_made_from_records(example_folder: Path, document: str, paper: PaperLanguage) -> None:
    connection.open_for_reading(example_folder)
    made = make(document, Selection(1, today=TODAY), paper)
    connection.close()
    assert made.file_name.endswith(".docx")
    assert any("бирикме" in line or "объединен" in line or "МО" in line for line in lines(print_paper(made)))


@pytest.mark.parametrize("document", ["protocol", "protocol-short", "extract", "agenda"])
def test_without_a_meeting_there_is_no_paper_of_one(association: int, document: str) -> None:
    with pytest.raises(Refused) as refused:
        make(document, chosen(association), "ky")
    assert refused.value.code == "meeting_missing"


@pytest.mark.parametrize("document", ["decisions", "protocol-journal", "members"])
def test_the_papers_of_the_year_may_be_empty(make_association: MakeAssociation, document: str) -> None:
    text = printed(document, chosen(make_association(members=0)))
    assert text[-1] == "УБ жетекчиси:\t____________________ ____"


def test_the_newest_meeting_is_the_default(association: int, make_meeting: MakeMeeting) -> None:
    first = make_meeting(association, dt.date(2026, 10, 16))
    make_meeting(association, dt.date(2026, 11, 14))
    assert "2026-жылдын 14-ноябры\t____" in printed("protocol", chosen(association))
    assert "2026-жылдын 16-октябры\t____" in printed("protocol", chosen(association, meeting_id=first))


def test_the_agenda_is_of_the_next_meeting(association: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association)
    planning.plan(association, dt.date(2027, 1, 12), "14:00", "№ 5 кабинет")
    assert "2027-жылдын 12-январы\t____" in printed("agenda", chosen(association))


def test_an_extract_of_an_item_that_is_not_there_is_refused(association: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association)
    with pytest.raises(Refused) as refused:
        make("extract", chosen(association, items=(1, 7)), "ky")
    assert (refused.value.code, refused.value.values) == ("item_missing", {"number": 7})


def test_a_finished_protocol_prints_from_what_was_kept(association: int, make_meeting: MakeMeeting) -> None:
    meeting_id = make_meeting(association)
    assert not make("protocol", chosen(association), "ky").final
    protocols.finalise(meeting_id)
    before = printed("protocol", chosen(association))
    schools.save_school(name_ky="Башка мектеп")
    assert printed("protocol", chosen(association)) == before
    assert make("protocol", chosen(association), "ky").final
    assert not make("agenda", chosen(association, meeting_id=meeting_id), "ky").final


def test_an_amended_protocol_keeps_its_first_version_printable(association: int, make_meeting: MakeMeeting) -> None:
    meeting_id = make_meeting(association)
    protocols.finalise(meeting_id)
    first = printed("protocol", chosen(association))
    protocols.amend(meeting_id, "добуштар")
    protocols.finalise(meeting_id)
    assert "2-редакциясы. Түзөтүүнүн себеби: добуштар" in printed("protocol", chosen(association))
    assert printed("protocol", chosen(association, meeting_id=meeting_id, version=1)) == first


def test_the_journal_lists_cancelled_meetings_and_no_planned_ones(association: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association)
    cancelled = planning.plan(association, dt.date(2026, 12, 5)).value
    planning.cancel(cancelled, "карантин")
    planning.plan(association, dt.date(2027, 1, 12))
    text = [line for line in printed("protocol-journal", chosen(association)) if "|" in line]
    assert [line.split(" | ")[0] for line in text[1:]] == ["1", "2"]
    assert "Жокко чыгарылган" in text[2]


def test_decisions_say_what_is_overdue(association: int, make_meeting: MakeMeeting) -> None:
    meeting_id = make_meeting(association, dt.date(2026, 10, 16))
    assert "30.10.2026 | мөөнөтү өттү |" in printed("decisions", chosen(association))[-2]
    tasks.set_state(tasks.of_meeting(meeting_id)[0].id, "done", TODAY, "план тиркелди")
    row = printed("decisions", chosen(association, meeting_id=meeting_id))[-2]
    assert row.startswith("1 / 1.1 | Иштөө планы түзүлсүн. | ")
    assert row.endswith(" | аткарылды, 22.11.2026 | план тиркелди")


def test_decisions_of_a_year_carry_over_what_is_still_open(association: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association, dt.date(2026, 5, 20))
    assert sum(" | " in line for line in printed("decisions", chosen(association, first_year=2026))) == 2
    assert sum(" | " in line for line in printed("decisions", chosen(association, first_year=2025))) == 2


def test_members_in_order_signed_by_the_leader(association: int) -> None:
    leader = members.members(association)[0]
    appointments.appoint(association, "leader", leader.person_id)
    schools.save_person(leader.person_id, category="highest", category_year=2025, born=dt.date(1980, 3, 5))
    text = printed("members", chosen(association))
    assert text[-1].endswith(leader.name.signed)
    assert sum(" | " in line for line in text) == 13
    assert f"1 | {leader.name.full} | {leader.name.signed} | 05.03.1980 |" in text[5]
    assert "жогорку, 2025" in text[5]
