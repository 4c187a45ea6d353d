"""Terms of a plan's lines as teachers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.plan_term_words import read_term
from db.rules.plan_terms import Term, fault


@pytest.mark.parametrize(
    "text",
    [
        "15.11",
        "15,11",
        "15.11.2026",
        "15-ноябрь",
        "15 ноября",
        "2026-11-15",
        "15.11.26",
        "15-ноябрга",
        "к 15 ноября",
        "15-11",
    ],
)
def test_a_day(text: str) -> None:
    assert read_term(text, 2026) == Term("day", date(2026, 11, 15))


@pytest.mark.parametrize(
    "text",
    [
        "9–14.02", "9-14.02.2027", "09.02–14.02", "09.02.2027 – 14.02.2027", "9-14-февраль", "9 - 14 февраля",
        "с 9 по 14 февраля", "С 09.02 по 14.02", "9–14,02", "9 февраля – 14 февраля", "2027-02-09 – 2027-02-14",
    ],
)  # fmt: skip
def test_a_span_of_days(text: str) -> None:
    assert read_term(text, 2026) == Term("span", date(2027, 2, 9), date(2027, 2, 14))


@pytest.mark.parametrize("text", ["ноябрь", "Ноябрь айы", "ноябрда", "в ноябре", "2026-жылдын ноябрь айы", "ноя"])
def test_a_month(text: str) -> None:
    assert read_term(text, 2026) == Term("month", month=11)


@pytest.mark.parametrize("text", ["декабрь–январь", "декабрь - январь", "декабрь, январь", "Декабрь-январь айлары"])
def test_two_months_are_a_span(text: str) -> None:
    assert read_term(text, 2026) == Term("span", date(2026, 12, 1), date(2027, 1, 31))


@pytest.mark.parametrize(
    "text",
    ["2-чейрек", "2 чейрек", "II чейрек", "2-чейректе", "2 четверть", "во II четверти", "экинчи чейрек"],
)  # fmt: skip
def test_a_quarter(text: str) -> None:
    assert read_term(text, 2026) == Term("quarter", quarter=2)


@pytest.mark.parametrize(
    "text",
    ["жыл бою", "Жыл ичинде", "окуу жылы бою", "в течение года", "в течение учебного года", "весь год", "дайыма"],
)
def test_the_whole_year(text: str) -> None:
    assert read_term(text, 2026) == Term("year")


@pytest.mark.parametrize("text", ["", "билбейм", "32.11", "5-чейрек", "сапаты 48 %", "№ 3", "4-А", "x" * 1000])
def test_what_is_no_term_is_none(text: str) -> None:
    assert read_term(text, 2026) is None


def test_two_months_far_apart_are_two_terms_unless_a_dash_joins_them() -> None:
    assert read_term("декабрь, май", 2026) is None
    assert read_term("декабрь–май", 2026) == Term("span", date(2026, 12, 1), date(2027, 5, 31))


def test_days_that_run_backwards_are_told_not_turned() -> None:
    found = read_term("с 14 по 9 февраля", 2026)
    assert found is not None and fault(found, 2026) == ("span_reversed", "ends")


def test_a_day_of_another_year_is_read_as_it_stands_and_then_told() -> None:
    found = read_term("15.11.2024", 2026)
    assert found == Term("day", date(2024, 11, 15))
    assert fault(found, 2026) == ("day_outside_year", "begins")


@given(st.text(max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    found = read_term(text, 2026)
    assert found is None or fault(found, 2026) in (None, ("day_outside_year", "begins"), ("day_outside_year", "ends"),
                                                   ("span_reversed", "ends"))  # fmt: skip
