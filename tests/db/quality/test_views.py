"""Views of quality: groups, the period before, class quality, tests against marks, with answers worked by hand."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from typing import Any

import pytest

from db import calendar, records
from db.associations import association
from db.history import action
from db.models.quality import QualityYear
from db.quality import comparing, views
from db.quality.views import When
from db.quality.years import YearRules, rules_of
from db.rules import quality
from db.rules.quality import Figures
from tests.conftest import CountQueries, MakeAssociation
from tests.marks import QUARTERS, fill_marks, hold_tests


@action("test.year")
def write(school: int, values: dict[str, Any]) -> None:
    records.insert(QualityYear, school=school, first_year=2026, **values)


SECOND = When(2026, "quarter", 2)


@pytest.fixture
def filled(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    fill_marks(made, association(made).school_id)
    return made


def shown(groups: tuple[views.Group, ...]) -> list[str]:
    return [f"{each.name} {quality.percent(each.figures.quality)} {quality.number(each.change)}" for each in groups]


def test_classes_subjects_and_teachers_beside_the_quarter_before(filled: int) -> None:
    of = views.overview(filled, SECOND)
    assert shown(of.by_class()) == ["2-Г – –", "5-А 58,0\xa0% 0,0", "5-Б 44,4\xa0% −11,1"]
    assert shown(of.by_subject()) == ["Кыргыз тили 44,0\xa0% −8,0", "Математика 64,7\xa0% +2,9".replace("+", "")]
    assert [quality.percent(each.figures.quality) for each in of.by_teacher()] == ["58,0\xa0%", "–", "44,4\xa0%"]
    assert quality.percent(of.whole().figures.quality) == "55,9\xa0%"
    assert [each.trend for each in of.by_class()] == ["", "kept", "fall"]


def test_the_matrix_has_every_class_in_every_subject(filled: int) -> None:
    of = views.overview(filled, When(2026, "quarter", 1))
    classes, subjects, cells = of.by_class(), of.by_subject(), of.matrix()
    first = cells[subjects[1].key, classes[0].key]
    assert (first.figures.quality, first.listed) == (64, 25)
    assert first.change == 64 - 48, "the same pupils ended the year before as 4-А"
    assert (subjects[0].key, classes[1].key) not in cells


def test_what_is_asked_for(filled: int) -> None:
    assert shown(views.overview(filled, SECOND, class_name="5-Б").by_class()) == ["5-Б 44,4\xa0% −11,1"]
    assert len(views.overview(filled, SECOND, class_name="5").sheets) == 3
    assert len(views.overview(filled, SECOND, subject="КЫРГЫЗ ТИЛИ").sheets) == 1
    person = views.overview(filled, SECOND, class_name="5-Б").sheets[0].teacher_id
    assert len(views.overview(filled, SECOND, person_id=person).sheets) == 1


def test_quarters_and_years(filled: int) -> None:
    quarters = views.by_quarter(filled, 2026)
    assert [(part, quality.percent(of.whole().figures.quality)) for part, of in quarters] == [
        (1, "57,6\xa0%"), (2, "55,9\xa0%"),
    ]  # fmt: skip
    assert quarters[1][1].whole().trend == "fall"
    years = views.by_year(filled, When(2026, "year"))
    assert [of.when.first_year for of in years] == [2025]
    assert years[0].whole().before is None
    assert views.newest(filled, 2026) == SECOND
    assert views.newest(filled, 2025) == When(2025, "year")
    assert views.newest(filled, 2030) == When(2030, "quarter", 1)


def test_class_quality_is_of_pupils_not_of_marks(filled: int) -> None:
    (found,) = comparing.class_results(views.overview(filled, SECOND))
    assert (found.name, found.quality, found.change) == ("5-А", 48, 8)
    assert found.formula == "(4 + 8) ÷ 25 × 100 = 48,0\xa0%"


def test_a_test_beside_the_marks_of_its_quarter(filled: int) -> None:
    hold_tests(filled)
    big, small = comparing.tests_against_marks(filled, views.overview(filled, SECOND))
    assert (big.class_name, big.test.quality, big.marks.quality, big.difference) == ("5-А", 52, 72, -20)
    assert (small.wrote, small.whole, small.few, big.few) == (8, 9, True, False)
    assert small.difference == Fraction(125, 2) - Fraction(400, 9)
    assert comparing.tests_against_marks(filled, views.overview(filled, When(2026, "year"))) == ()


def test_the_order_of_sheets_does_not_matter(filled: int) -> None:
    of = views.overview(filled, SECOND)
    turned = views.Overview(of.when, of.sheets[::-1], of.earlier[::-1], of.rules, of.earlier_rules)
    assert turned.whole().figures == of.whole().figures
    assert {each.key: each.figures for each in turned.by_subject()} == {
        each.key: each.figures for each in of.by_subject()
    }


def test_an_overview_is_read_in_few_queries(filled: int, count_queries: CountQueries) -> None:
    with count_queries() as few:
        views.overview(filled, SECOND).by_teacher()
    assert len(few) <= 7
    with count_queries() as quarters:
        views.by_quarter(filled, 2026)
    assert len(quarters) <= 7


def test_a_year_has_its_own_scale_levels_and_weights(filled: int) -> None:
    school = association(filled).school_id
    assert rules_of(school, 2026) == YearRules()
    values = {"scale": "10", "least_five": 10, "weight_not_assessed": 0, "ungraded": "1, 2", "small_class": 30}
    write(school, values)
    rules = rules_of(school, 2027)
    assert (rules.scale, rules.least, rules.ungraded) == (10, (10, 7, 5), frozenset({1, 2}))
    assert rules_of(school, 2025) == YearRules()
    sheet = dataclasses.replace(
        views.overview(filled, SECOND).sheets[1], marks={10: 1, 9: 2, 7: 1, 4: 1}, not_assessed=5
    )
    found = views.of_sheet(sheet, rules)
    assert (found.counts.five, found.counts.four, found.counts.two) == (1, 3, 1)
    assert found.figures == Figures(Fraction(40), Fraction(40), Fraction(100 + 3 * 64 + 16, 10), Fraction(39, 5))


def test_other_classes_are_told(filled: int) -> None:
    first = views.overview(filled, When(2026, "quarter", 1))
    assert [each.alike for each in first.by_class()] == [False, False], "two subjects now, one then; none of 5-Б"
    assert views.overview(filled, SECOND, class_name="5").whole().alike
