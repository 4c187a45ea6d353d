"""Plans handed in and approved: both versions stay, and what happens to a line does not take its approval away."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db.errors import Refused
from db.models.plans import PlanVersion
from db.plans import approvals, course, heads, lines
from db.records import stored
from tests.conftest import MakeMeeting
from tests.db.plans.conftest import TODAY, YEAR, AddLine

AUGUST = dt.date(2026, 8, 28)


def content(association_id: int, scope: str = "year", part: int = 0) -> dict[str, Any]:
    return approvals.content(association_id, YEAR, scope, part, TODAY)


def texts(made: dict[str, Any]) -> list[str]:
    return [line["text"] for section in made["sections"] for line in section["lines"]]


def test_a_plan_passes_its_three_steps(association_id: int, add: AddLine, make_meeting: MakeMeeting) -> None:
    add(term="month", month=11)
    meeting_id = make_meeting(association_id, AUGUST)
    assert approvals.hand_in(association_id, YEAR).value == 1
    version = approvals.versions(association_id, YEAR)[0]
    approvals.approve(version.id, "considered", AUGUST, meeting_id)
    approvals.approve(version.id, "agreed", AUGUST, name="Г. Т. Эсенова")
    approvals.approve(version.id, "approved", dt.date(2026, 9, 1), name="А. Т. Осмонов")
    made = content(association_id)
    assert made["version"] == 1
    assert made["approvals"] == [
        {"step": "considered", "date": "2026-08-28", "name": "", "meeting_number": 1},
        {"step": "agreed", "date": "2026-08-28", "name": "Г. Т. Эсенова", "meeting_number": None},
        {"step": "approved", "date": "2026-09-01", "name": "А. Т. Осмонов", "meeting_number": None},
    ]
    assert approvals.versions(association_id, YEAR)[0].plain["approvals"] == made["approvals"]


def test_a_step_noted_again_stands_and_none_goes_before_another(association_id: int, add: AddLine) -> None:
    add()
    approvals.hand_in(association_id, YEAR)
    version_id = approvals.versions(association_id, YEAR)[0].id
    approvals.approve(version_id, "considered", AUGUST)
    approvals.approve(version_id, "considered", dt.date(2026, 8, 29))
    with pytest.raises(Refused, match="approval_order"):
        approvals.approve(version_id, "agreed", AUGUST)
    with pytest.raises(Refused, match="value_not_allowed"):
        approvals.approve(version_id, "praised", AUGUST)
    found = approvals.versions(association_id, YEAR)[0].approvals
    assert [(each.step, each.approved_on.day) for each in found] == [("considered", 29)]


def test_what_is_done_or_moved_leaves_a_plan_approved(
    association_id: int, add: AddLine, make_meeting: MakeMeeting
) -> None:
    done, moved, cancelled = (add(text, term="month", month=11) for text in ("Бир", "Эки", "Үч"))
    approvals.hand_in(association_id, YEAR)
    approvals.hand_in(association_id, YEAR, "month", 11)
    course.prove(done, TODAY, meeting_id=make_meeting(association_id))
    course.move_term(moved, TODAY, "Мугалим ооруду", term="month", month=12)
    course.cancel_line(cancelled, TODAY, "Карантин")
    for scope, part in (("year", 0), ("month", 11)):
        made = content(association_id, scope, part)
        assert made["version"] == 1
        by_text = {line["text"]: line for section in made["sections"] for line in section["lines"]}
        assert {text: line["state"] for text, line in by_text.items()} == {
            "Бир": "done_in_time",
            "Эки": "moved",
            "Үч": "cancelled",
        }
        assert by_text["Эки"]["term"]["month"] == 11
        assert by_text["Эки"]["moved_to"]["month"] == 12
        assert by_text["Эки"]["reason"] == "Мугалим ооруду"
        assert by_text["Бир"]["proofs"][0]["meeting_number"] == 1


def test_a_changed_plan_is_a_draft_until_it_is_handed_in_again_and_both_stay(association_id: int, add: AddLine) -> None:
    line_id = add("Ачык сабак")
    approvals.hand_in(association_id, YEAR)
    with pytest.raises(Refused, match="plan_unchanged"):
        approvals.hand_in(association_id, YEAR, reason="Дагы")
    lines.change_line(line_id, text="Эки ачык сабак")
    assert content(association_id)["version"] == 0
    with pytest.raises(Refused, match="reason_missing"):
        approvals.hand_in(association_id, YEAR)
    assert approvals.hand_in(association_id, YEAR, reason="Кошумча саат берилди").value == 2
    found = approvals.versions(association_id, YEAR)
    assert [texts(each.plain) for each in found] == [["Ачык сабак"], ["Эки ачык сабак"]]
    assert (found[1].reason, content(association_id)["version"]) == ("Кошумча саат берилди", 2)


def test_a_line_that_came_later_into_a_month_says_so(association_id: int, add: AddLine) -> None:
    add("Декабрдын иши", term="month", month=12)
    line_id = add("Ноябрдын иши", term="month", month=11)
    approvals.hand_in(association_id, YEAR, "month", 12)
    course.move_term(line_id, TODAY, "Карантин", term="month", month=12)
    made = content(association_id, "month", 12)
    assert made["version"] == 1
    assert sorted(texts(made)) == ["Декабрдын иши", "Ноябрдын иши"]


def test_the_content_of_a_plan(association_id: int, add: AddLine, people: list[int], make_meeting: MakeMeeting) -> None:
    add("Ачык сабак", term="day", begins=dt.date(2026, 11, 27), kind="open_lesson", owner_ids=people[:1], classes="4-А")
    add("Кезексиз иш", term="month", month=11, unplanned=True)
    make_meeting(association_id, dt.date(2026, 11, 14))
    heads.save_head(association_id, YEAR, theme="Окуу сабаттуулугу")
    made = content(association_id, "quarter", 2)
    assert (made["format"], made["scope"], made["part"], made["first_year"]) == (1, "quarter", 2, YEAR)
    assert made["head"] == {"theme": "Окуу сабаттуулугу", "goals": "", "tasks": "", "motto": "Үйрөтүп жатып үйрөнөм"}
    assert [section["title_ru"] for section in made["sections"]] == ["Заседания", "Открытые уроки"]
    line = made["sections"][1]["lines"][0]
    assert line["owners"][0]["signed"] == "Б. Асан уулу"
    assert (line["first"], line["last"], line["state"]) == ("2026-11-27", "2026-11-27", "planned")
    assert line["term"] == {"kind": "day", "begins": "2026-11-27", "ends": None, "month": None, "quarter": None}
    assert [each["text"] for each in made["unplanned"]] == ["Кезексиз иш"]
    assert [(each["number"], each["date"]) for each in made["meetings"]] == [(1, "2026-11-14")]
    assert made["meetings"][0]["items"][-1] == "1-чейректин жыйынтыгы жөнүндө"
    assert made["fact"]["total"]["total"] == [0, 1]
    assert made["fact"]["unplanned"]["total"] == [0, 1]
    assert made["twins"]["Үйрөтүп жатып үйрөнөм"] == "Уча других, учусь"
    assert made["association"]["name_ru"] == "МО начальных классов"


def test_an_empty_plan_is_not_handed_in(association_id: int, section_ids: list[int]) -> None:
    with pytest.raises(Refused, match="plan_empty"):
        approvals.hand_in(association_id, YEAR)
    with pytest.raises(Refused, match="plan_part_unknown"):
        approvals.hand_in(association_id, YEAR, "quarter", 5)
    assert content(association_id)["sections"][0]["lines"] == []


def test_a_version_is_kept_with_its_digest(association_id: int, add: AddLine) -> None:
    add("Иш\n\u0306")
    approvals.hand_in(association_id, YEAR)
    version = approvals.versions(association_id, YEAR)[0]
    assert stored(PlanVersion, version.id)["content"] == version.content
    assert len(version.content_digest) == 64
    assert texts(version.plain) == ["Иш\n\u0306"]
