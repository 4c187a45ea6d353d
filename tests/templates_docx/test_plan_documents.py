"""The plan's papers from records: selectors, approvals, versions that were handed in, an empty year."""

import datetime as dt
from pathlib import Path

import pytest

from db import appointments, calendar, schools
from db.errors import Refused
from db.events import activities
from db.meetings import planning
from db.members import members
from db.plans import approvals, course, fulfilling, heads, sections
from db.plans import lines as plan_lines
from db.rules.calendar import Span
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation, MakeMeeting

from .model_content import header, lines

TODAY = dt.date(2026, 11, 22)
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
PLANS = ("plan-year", "plan-quarter", "plan-month", "plan-fact")


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    schools.save_school(director="А. Т. Осмонов", head_of_studies="Г. Т. Эсенова")
    appointments.appoint(made, "leader", members(made)[0].person_id)
    return made


@pytest.fixture
def section(association: int) -> int:
    return sections.save_section(None, association, "Ачык сабактар", "Открытые уроки").value


@pytest.fixture
def planned(association: int, section: int) -> list[int]:
    """Three lines of the year and one that the second quarter added; returns their ids."""
    owner = members(association)[0].person_id
    lessons = {"kind": "open_lesson", "term": "day", "owner_ids": [owner], "classes": "4-А"}
    of_year = [
        plan_lines.add_line(association, 2026, section, "Сынак", term="day", begins=dt.date(2026, 9, 15)),
        plan_lines.add_line(association, 2026, section, "Ачык сабак", begins=dt.date(2026, 11, 26), **lessons),
        plan_lines.add_line(association, 2026, section, "Көзөмөл"),
    ]
    added = plan_lines.add_line(association, 2026, section, "Көргөзмө", scope="quarter", term="quarter", quarter=2)
    return [each.value for each in (*of_year, added)]


def chosen(association: int, **changes: object) -> Selection:
    return Selection(association, today=TODAY, **changes)  # type: ignore[arg-type]


def printed(document: str, selection: Selection, paper: PaperLanguage = "ky") -> list[str]:
    return lines(print_paper(make(document, selection, paper)))


def rows(text: list[str]) -> list[str]:
    """What a table's rows say after their numbers, without heads and titles of sections."""
    return [each.split(" | ", 1)[1] for each in text if each[:1].isdigit() and " | " in each]


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", PLANS)
def test_an_empty_year_says_so_and_has_its_head_and_signature(
    association: int, document: str, paper: PaperLanguage
) -> None:
    text = printed(document, chosen(association), paper)
    nothing = {"ky": "эч кандай иш", "ru": "ничего не"}[paper]
    assert any(nothing in line for line in text)
    assert any("усулдук бирикмеси" in line or "МО начальных классов" in line for line in text)
    assert text[-1].endswith("Б. Асан уулу")


def test_the_year_has_its_own_lines_and_what_was_typed_before_them(association: int, planned: list[int]) -> None:
    heads.save_head(association, 2026, theme="Окуу сабаттуулугу", goals="Сапат", tasks="Сабактар")
    text = printed("plan-year", chosen(association))
    assert text[6:9] == ["Усулдук темасы: Окуу сабаттуулугу", "Максаты: Сапат", "Милдеттери: Сабактар"]
    assert "«Үйрөтүп жатып үйрөнөм»" in text
    assert rows(text) == [
        "Сынак | 15.09 |  | мөөнөтү өттү | ",
        "Ачык сабак (4-А) | 26.11 | Б. Асан уулу |  | ",
        "Көзөмөл | жыл бою |  |  | ",
    ]


def test_a_quarter_and_a_month_have_what_touches_them(association: int, planned: list[int]) -> None:
    now = printed("plan-quarter", chosen(association))
    assert [row.split(" | ")[1] for row in rows(now)] == ["Ачык сабак (4-А)", "Көзөмөл", "Көргөзмө"]
    assert [row.split(" | ")[1] for row in rows(printed("plan-quarter", chosen(association, quarter=1)))] == [
        "Сынак",
        "Көзөмөл",
    ]
    assert [row.split(" | ")[0] for row in rows(printed("plan-month", chosen(association)))] == [
        "26.11",
        "2-чейрек",
        "жыл бою",
    ]
    assert "2027-жылдын март айына иш планы" in printed("plan-month", chosen(association, month=3))


def test_a_month_names_its_meetings(association: int) -> None:
    planning.plan(association, dt.date(2026, 11, 25), "14:00", "№ 5 кабинет")
    assert rows(printed("plan-month", chosen(association))) == [
        "25.11 | УБ № 1 отуруму | 14.00, № 5 кабинет | Б. Асан уулу | "
    ]


def test_the_year_s_meetings_say_who_prepares_each_question(association: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association)
    row = next(each for each in printed("plan-year", chosen(association)) if each.startswith("1 | 14.11"))
    first = members(association)[0].name.signed
    assert row == f"1 | 14.11 | 1. 1-чейректин жыйынтыгы жөнүндө. | 1. {first} | протокол № 1"


def test_an_approved_plan_says_so_and_a_changed_one_is_a_draft_again(association: int, planned: list[int]) -> None:
    approvals.hand_in(association, 2026)
    [version] = approvals.versions(association, 2026)
    assert header(print_paper(make("plan-year", chosen(association), "ky"))) == "ДОЛБООР"
    approvals.approve(version.id, "agreed", dt.date(2026, 8, 30))
    approvals.approve(version.id, "approved", dt.date(2026, 9, 1), name="Ж. А. Садыков")
    approved = print_paper(make("plan-year", chosen(association), "ky"))
    assert header(approved) == ""
    assert "Ж. А. Садыков\n2026-жылдын 1-сентябры" in lines(approved)[1]
    plan_lines.change_line(planned[1], text="Ачык сабактар")
    changed = make("plan-year", chosen(association), "ky")
    assert header(print_paper(changed)) == "ДОЛБООР"
    kept = print_paper(make("plan-year", chosen(association, version=1), "ky"))
    assert header(kept) == ""
    assert [row.split(" | ")[0] for row in rows(lines(kept))] == ["Сынак", "Ачык сабак (4-А)", "Көзөмөл"]


def test_what_was_moved_and_cancelled_is_told_on_paper(association: int, planned: list[int]) -> None:
    move_and_cancel(planned)
    assert rows(printed("plan-year", chosen(association)))[:2] == [
        "Сынак | 15.09 |  | пландан чыгарылды (карантин) | ",
        "Ачык сабак (4-А) | 26.11 | Б. Асан уулу | жылдырылды: 03.12 (оорулуу) | ",
    ]
    assert "03.12 | Ачык сабак (4-А) |" in "\n".join(rows(printed("plan-month", chosen(association, month=12))))


def move_and_cancel(planned: list[int]) -> None:
    course.cancel_line(planned[0], dt.date(2026, 9, 14), "карантин")
    moved = {"term": "day", "begins": dt.date(2026, 12, 3)}
    course.move_term(planned[1], dt.date(2026, 11, 20), "оорулуу", **moved)


def test_plan_against_fact_counts_every_line_and_explains_what_was_not_done(
    association: int, planned: list[int]
) -> None:
    move_and_cancel(planned)
    course.mark_line(planned[3], TODAY, note="залда")
    text = printed("plan-fact", chosen(association))
    figures = next(each for each in text if each.startswith("1 | Ачык сабактар"))
    assert figures.split(" | ") == ["1", "Ачык сабактар", "", "", "", "", "0/2", *[""] * 7, "0/1", "0/3"]
    assert [row.split(" | ")[0] for row in rows(text)[1:]] == ["Сынак", "Ачык сабак (4-А)", "Көргөзмө"]
    assert rows(text)[-1].endswith("белгиленген, далили жок (залда)")


def test_the_other_language_has_the_frame_and_counts_what_stays(association: int, planned: list[int]) -> None:
    made = make("plan-year", chosen(association), "ru")
    text = lines(print_paper(made))
    assert "1. Открытые уроки" in text
    assert rows(text)[0] == "Сынак | 15.09 |  | просрочено | "
    assert made.untranslated == 3
    assert made.file_name == "План работы на 2026-2027 учебный год.docx"


@pytest.mark.parametrize(
    ("document", "selected", "code"),
    [
        ("plan-quarter", {"quarter": 5}, "plan_part_unknown"),
        ("plan-month", {"month": 13}, "plan_part_unknown"),
        ("plan-year", {"version": 2}, "version_missing"),
    ],
)
def test_a_plan_that_is_not_there_is_refused(
    association: int, document: str, selected: dict[str, int], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        make(document, chosen(association, **selected), "ky")
    assert refused.value.code == code


def test_a_leader_s_own_template_of_the_plan_comes_first(association: int, tmp_path: Path) -> None:
    own = tmp_path / "ky" / "plan-year.docx"
    own.parent.mkdir()
    own.write_bytes(b"x")
    assert make("plan-year", chosen(association), "ky", tmp_path).template == own


@pytest.mark.parametrize(
    ("paper", "title", "row"),
    [
        ("ky", "Өткөрүлүп, планда жок иштер", "18.11 | Ачык сабак: Алиппе | 4-А | Б. Асан уулу"),
        ("ru", "Проведено, но в плане нет", "18.11 | Открытый урок: Алиппе | 4-А | Б. Асан уулу"),
    ],
)
def test_plan_against_fact_names_what_was_held_and_no_line_asked_for(
    association: int, planned: list[int], paper: PaperLanguage, title: str, row: str
) -> None:
    assert title not in printed("plan-fact", chosen(association), paper)
    lesson = {
        "responsible_ids": [members(association)[0].person_id],
        "classes": "4-А",
        "held_on": dt.date(2026, 11, 18),
    }
    made = activities.add_activity(association, 2026, "open_lesson", "Алиппе", **lesson).value
    activities.hold_activity(made, TODAY)
    text = printed("plan-fact", chosen(association), paper)
    assert text[text.index(title) + 2] == row
    fulfilling.fulfil(planned[1], "activity", made)
    assert title not in printed("plan-fact", chosen(association), paper)
