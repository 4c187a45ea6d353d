"""Results of control works: the sums fit, the indicators follow, requirements that were not mastered are known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import settings, undo
from db.control_tests import reading, results, works
from db.control_tests.reading import work
from db.errors import Refused
from db.rules import quality
from tests.db.control_tests.conftest import AddWork

MARKS = {5: 6, 4: 10, 3: 8, 2: 2}


def refused(function: Any, *args: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refused) as error:
        function(*args)
    return error.value.code, error.value.values


def test_results_make_a_work_held_and_say_its_figures(add: AddWork) -> None:
    made = add()
    results.set_results(made, 28, 26, MARKS)
    of = work(made)
    assert (of.state, of.listed, of.wrote, dict(of.marks), of.has_results) == ("held", 28, 26, MARKS, True)
    shown = [quality.percent(each) for each in (of.figures.pass_rate, of.figures.quality, of.figures.degree)]
    assert shown == ["92,3\xa0%", "61,5\xa0%", "60,0\xa0%"]
    assert quality.number(of.figures.mean, 2) == "3,77"


def test_the_scale_of_ten(add: AddWork) -> None:
    made = add(scale="10")
    marks = dict.fromkeys(range(1, 11), 2)
    results.set_results(made, 20, 20, marks)
    of = work(made)
    assert (of.counts.five, of.counts.four, of.counts.three, of.counts.two) == (4, 4, 4, 8)
    assert of.figures.mean == quality.Fraction(11, 2)
    with pytest.raises(Refused) as error:
        works.change_work(made, scale="5")
    assert error.value.code == "test_has_results"


@pytest.mark.parametrize(
    ("listed", "wrote", "marks", "expected"),
    [
        (None, 26, MARKS, ("listed_missing", {})),
        (25, 26, MARKS, ("wrote_over_listed", {"wrote": 26, "listed": 25})),
        (28, 27, MARKS, ("marks_unequal", {"total": 26, "wrote": 27})),
        (2800, 26, MARKS, ("pupils_too_many", {"limit": 1000})),
        (28, 26, {10: 26}, ("mark_unknown", {})),
        (28, 26, {5: 27, 4: -1}, ("mark_unknown", {})),
    ],
)
def test_sums_that_do_not_fit_change_nothing(
    add: AddWork, listed: int | None, wrote: int, marks: dict[int, int], expected: tuple[str, dict[str, int]]
) -> None:
    made = add()
    assert refused(results.set_results, made, listed, wrote, marks) == expected
    assert (work(made).state, work(made).has_results) == ("planned", False)


def test_results_are_typed_over_taken_away_and_come_back(add: AddWork) -> None:
    made = add()
    results.set_results(made, 28, 26, MARKS)
    results.set_results(made, 28, 25, MARKS | {2: 1})
    assert (work(made).wrote, work(made).marks[2]) == (25, 1)
    assert refused(works.cancel, made, "карантин")[0] == refused(works.reopen, made)[0] == "test_has_results"
    results.remove_results(made)
    assert (work(made).waits_for_results, work(made).listed) == (True, None)
    results.set_results(made, 28, 26, MARKS)
    assert dict(work(made).marks) == MARKS
    undo.undo()
    assert not work(made).has_results


def test_no_results_of_a_work_without_a_day_or_called_off(add: AddWork) -> None:
    undated, off = add(held_on=None), add()
    works.cancel(off, "карантин")
    assert refused(results.set_results, undated, 28, 26, MARKS)[0] == "test_day_missing"
    assert refused(results.set_results, off, 28, 26, MARKS)[0] == "test_cancelled"


def test_what_was_not_mastered_is_known_by_the_school_s_own_percentage(add: AddWork, association_id: int) -> None:
    made = add()
    results.set_results(made, 28, 26, MARKS)
    results.set_requirements(
        made, [("Эки орундуу сандарды кошот", 20), (" ", 3), ("Маселе чыгарат", 15), ("Өлчөйт", None)]
    )
    of = work(made)
    assert [(each.text, each.mastered) for each in of.requirements] == [
        ("Эки орундуу сандарды кошот", 20), ("Маселе чыгарат", 15), ("Өлчөйт", None),
    ]  # fmt: skip
    assert [of.share_of(each) for each in of.requirements] == ["76,9\xa0%", "57,7\xa0%", "–"]
    assert [each.text for each in of.not_mastered(reading.mastery_percent(association_id))] == ["Маселе чыгарат"]
    settings.set_("mastery_percent", "50")
    assert of.not_mastered(reading.mastery_percent(association_id)) == ()
    settings.set_("mastery_percent", "көп")
    assert reading.mastery_percent(association_id) == 60


def test_more_than_wrote_master_nothing(add: AddWork) -> None:
    made = add()
    results.set_requirements(made, [("Кошот", 27)])
    assert refused(results.set_results, made, 28, 26, MARKS)[0] == "mastered_over_wrote"
    requirement = work(made).requirements[0].id
    results.set_mastered(requirement, 26)
    results.set_results(made, 28, 26, MARKS)
    assert refused(results.set_mastered, requirement, 27) == (
        "mastered_over_wrote", {"text": "Кошот", "mastered": 27, "wrote": 26},
    )  # fmt: skip
    assert refused(results.set_requirements, made, [("Кошот", 27)])[0] == "mastered_over_wrote"
    results.set_requirements(made, [])
    assert work(made).requirements == ()
    assert refused(results.set_requirements, made, [("а", None)] * 101)[0] == "requirements_too_many"


def test_requirements_of_an_earlier_work_of_the_grade_are_taken_over(add: AddWork) -> None:
    old, other, new = add("4-Б"), add("3-А"), add("4-А", subject="математика")
    results.set_requirements(old, [("Кошот", 20), ("Кемитет", None)])
    results.set_requirements(other, [("Санайт", None)])
    results.set_requirements(new, [("Кошот", None)])
    [found] = reading.earlier(work(new))
    assert (found.id, [each.text for each in found.requirements]) == (old, ["Кошот", "Кемитет"])
    assert results.take_requirements(new, old).value == 1
    assert [(each.text, each.mastered) for each in work(new).requirements] == [("Кошот", None), ("Кемитет", None)]


def test_how_many_are_in_a_class_is_remembered(add: AddWork, association_id: int) -> None:
    assert reading.last_listed(association_id, "4-А") is None
    results.set_results(add(), 28, 26, MARKS)
    results.set_results(add(held_on=dt.date(2026, 10, 20)), 27, 26, MARKS)
    assert reading.last_listed(association_id, "4-А") == 27
    assert reading.subjects(association_id) == ["Математика"]
