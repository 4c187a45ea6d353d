"""The criteria of a school: the usual ones of 100 points, drafts that are edited, versions that stand once adopted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import calendar, undo
from db.errors import Refused
from db.evaluations import criteria, criteria_editing
from db.evaluations.criteria_rows import GivenStep
from db.evaluations.periods import evaluation, open_period
from db.history import Change
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting

ADOPTED = dt.date(2026, 8, 28)
COUNCIL = "Педагогикалык кеңеш, № 1 протокол"


@pytest.fixture
def group(make_association: MakeAssociation) -> int:
    """An association of twelve without criteria."""
    made = make_association()
    calendar.ensure_school_year(2026)
    return made


@pytest.fixture
def draft(group: int) -> int:
    """Its first draft: the usual criteria."""
    return criteria.ensure_default(group).value


def code(function: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(Refused) as error:
        function(*args, **named)
    return error.value.code


def first(version_id: int) -> tuple[int, int]:
    """The first section and its first criterion."""
    section = criteria.criteria_of(version_id)[0]
    return section.id, section.criteria[0].id


def test_the_usual_criteria_add_up_to_a_hundred(group: int, draft: int, count_queries: CountQueries) -> None:
    assert criteria.ensure_default(group).value == draft
    with count_queries() as asked:
        (of,), sections = criteria.versions(group), criteria.criteria_of(draft)
    assert len(asked) == 4
    assert (of.number, of.state, of.criteria, of.most, of.used) == (1, "draft", 17, 1000, 0)
    assert sum(each.most for each in sections) == 1000
    for each in (each for section in sections for each in section.criteria):
        assert each.ky and each.ru and each.ky != each.ru
        assert max(step.points for step in each.steps) <= each.most
        assert all(bool(step.ky) == bool(step.ru) for step in each.steps)
    assert [each.rule for section in sections for each in section.criteria].count("minus") == 1


def test_a_draft_is_edited_an_adopted_version_stands(group: int, draft: int) -> None:
    section, criterion = first(draft)
    edit = criteria_editing
    edit.save_criterion(criterion, section, [GivenStep(80, 500)], most=80)
    of = criteria.criterion(criterion)
    assert (of.most, [(step.points, step.least) for step in of.steps]) == (80, [(80, 500)])
    assert code(edit.save_criterion, criterion, section, [GivenStep(90)]) == "step_over_cap"
    assert code(edit.save_criterion, criterion, section, most=0) == "most_missing"
    assert code(edit.save_criterion, None, section, ru=" ", most=10) == "required"
    assert code(edit.save_criterion, None, section, ky="?", most=10, scope="weather") == "value_not_allowed"
    added = edit.save_criterion(None, section, ky="Өздүк иш", most=20).value
    edit.move_criterion(added, -9)
    assert criteria.criteria_of(draft)[0].criteria[0].id == added
    new = edit.save_section(None, draft, "Дагы", "").value
    edit.remove_section(new)
    edit.remove_criterion(added)
    assert criteria.version(draft).most == 980
    assert code(criteria.adopt, draft, " ", ADOPTED) == "required"
    assert code(criteria.adopt, draft, COUNCIL, None) == "day_missing"
    criteria.adopt(draft, COUNCIL, ADOPTED)
    assert code(criteria.adopt, draft, COUNCIL, ADOPTED) == "criteria_adopted"
    for refused in (
        lambda: edit.save_criterion(criterion, section, most=90), lambda: edit.remove_criterion(criterion),
        lambda: edit.save_section(section, draft, "Башка", ""), lambda: edit.remove_section(section),
        lambda: edit.move_criterion(criterion, 1),
    ):  # fmt: skip
        assert code(refused) == "criteria_adopted"
    criteria.back_to_draft(draft)
    assert not criteria.version(draft).adopted


def test_a_period_keeps_its_version_and_loses_no_criterion(group: int, draft: int) -> None:
    assert code(open_period, group, 2026, "quarter", 1) == "criteria_missing"
    criteria.adopt(draft, COUNCIL, ADOPTED)
    period = open_period(group, 2026, "quarter", 1).value
    _section, criterion = first(draft)
    assert code(criteria_editing.remove_criterion, criterion) == "criterion_used"
    assert code(criteria.back_to_draft, draft) == code(criteria.remove_version, draft) == "criteria_used"
    second = criteria.new_version(group).value
    assert code(criteria.new_version, group) == "criteria_draft_known"
    criteria_editing.remove_criterion(first(second)[1])
    criteria.adopt(second, COUNCIL, ADOPTED)
    assert evaluation(period).criteria_version_id == draft
    assert evaluation(open_period(group, 2026, "quarter", 2).value).criteria_version_id == second
    assert [(each.number, each.most, each.used) for each in criteria.versions(group)] == [(2, 900, 1), (1, 1000, 1)]


def test_a_meeting_adopts_and_what_was_done_is_taken_back(group: int, draft: int, make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(group)
    criteria.adopt(draft, "", None, meeting)
    of = criteria.version(draft)
    assert (of.adopted_on, of.meeting_number) == (dt.date(2026, 11, 14), 1)
    undo.undo()
    assert not criteria.version(draft).adopted
    copied: Change[int] = criteria.new_version
    assert code(copied, group) == "criteria_draft_known"
    criteria.remove_version(draft)
    assert criteria.versions(group) == () and code(criteria.new_version, group) == "criteria_missing"
