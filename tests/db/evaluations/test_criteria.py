"""The criteria of a school: the usual ones of 100 points, drafts that are edited, versions that stand once adopted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import calendar, undo
from db.errors import Refused
from db.evaluations import criteria, criteria_editing, criteria_preview, criteria_steps, reading
from db.evaluations.criteria_rows import GivenStep
from db.evaluations.periods import evaluation, open_period
from db.evaluations.points import set_points
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
    assert code(edit.save_criterion, None, section, ky="?", most=10, source="quality") == "steps_missing"
    assert code(edit.save_criterion, None, section, ky="?", most=10, source="visit") == "rule_for_source"
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


@pytest.mark.parametrize(
    ("source", "typed", "steps"),
    [
        ("quality", "60 10; 45 7; 30,5 4", [(100, 600, ""), (70, 450, ""), (40, 305, "")]),
        ("quality", "≥ 60 % – 10", [(100, 600, "")]),
        ("quality_growth", "5 5; 0 3", [(50, 50, ""), (30, 0, "")]),
        ("transition", "5 5;10 3;", [(50, -50, ""), (30, -100, "")]),
        ("open_lesson", "мектеп 3; РАЙОН 5,5", [(30, None, "school"), (55, None, "district")]),
        ("attendance", "0 5; 1 3", [(50, None, "0"), (30, None, "1")]),
        ("visit", "1", [(10, None, "")]),
        ("", "эскертүү жок 5; бирөө 2,5", [(50, None, ""), (25, None, "")]),
    ],
)  # fmt: skip
def test_steps_are_typed_in_one_line(source: str, typed: str, steps: list[tuple[int, int | None, str]]) -> None:
    read = criteria_steps.read(typed, source)
    assert [(each.points, each.least, each.match) for each in read] == steps
    for language in ("ky", "ru"):
        again = criteria_steps.read(criteria_steps.line(read, source, language), source)
        assert [(each.points, each.least, each.match) for each in again] == steps


def test_what_cannot_be_read_is_said_and_twins_stay(draft: int) -> None:
    assert code(criteria_steps.read, "мектеп", "open_lesson") == "steps_expected"
    assert code(criteria_steps.read, "айыл 3", "open_lesson") == "step_word_unknown"
    assert code(criteria_steps.read, "жакшы 3", "quality") == "step_figure_expected"
    section, criterion = first(draft)
    assert (
        criteria.criterion(criterion).indicator_ru == "≥\xa060\xa0% –\xa010; ≥\xa045\xa0% –\xa07; ≥\xa030\xa0% –\xa04"
    )
    criteria_editing.save_criterion(criterion, section, criteria_steps.read("70 10", "quality"))
    assert criteria.criterion(criterion).indicator_ky == "≥\xa070\xa0% –\xa010"
    criteria_editing.save_criterion(criterion, section, indicator_ky="бир предмет боюнча")
    criteria_editing.save_criterion(criterion, section, criteria_steps.read("60 9", "quality"))
    of = criteria.criterion(criterion)
    assert (of.indicator_ky, of.indicator_ru) == ("бир предмет боюнча", "≥\xa060\xa0% –\xa09")
    edit = criteria_editing.save_typed
    edit(criterion, section, "мектеп 4", source="open_lesson", rule="item")
    assert criteria.criterion(criterion).steps[0].match == "school"
    assert code(edit, criterion, section, "мектеп 4", source="methodical_work") == "step_word_unknown"
    parents = next(each for part in criteria.criteria_of(draft) for each in part.criteria if "Ата-эне" in each.ky)
    (kept, _regular) = criteria_steps.read("бар 3; үзгүлтүксүз 4", "", parents.steps)
    assert (kept.points, kept.ru) == (30, "ведётся")


def test_a_new_version_shows_whose_points_would_change(group: int, draft: int, count_queries: CountQueries) -> None:
    assert criteria_preview.preview(draft) is None
    criteria.adopt(draft, COUNCIL, ADOPTED)
    period = open_period(group, 2026, "quarter", 1).value
    sheets = reading.sheets(period)
    parents = next(line.asked.id for line in sheets[0].lines if "Ата-эне" in line.asked.ky)
    for each, given in zip(sheets[:2], (50, 20), strict=True):
        set_points(each.row.id, parents, "association", given)
    second = criteria.new_version(group).value
    section = next(part for part in criteria.criteria_of(second) if any("Ата-эне" in one.ky for one in part.criteria))
    copied = next(each for each in section.criteria if "Ата-эне" in each.ky)
    criteria_editing.save_criterion(copied.id, section.id, [GivenStep(30)], most=30)
    with count_queries() as asked:
        found = criteria_preview.preview(second)
    assert found is not None and len(asked) <= 76
    assert [(each.before, each.after) for each in found.people[:3]] == [(50, 30), (20, 20), (0, 0)]
    assert (found.changed, found.number) == (1, 1)
    assert {each.most_before - each.most_after for each in found.people} == {20}
