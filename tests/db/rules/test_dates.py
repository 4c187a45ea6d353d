"""Days as people type them and as papers print them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import (
    MONTHS,
    Language,
    month_name,
    month_number,
    parse_date,
    parse_time,
    school_year_name,
    short,
    spoken,
    until,
    weekday,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1960, 1, 1), date(2040, 12, 31))
SCHOOL_YEAR = (date(2026, 8, 1), date(2027, 7, 31))


def test_dates_are_printed_as_papers_want_them() -> None:
    assert spoken(TODAY, "ky") == "2026-жылдын 22-ноябры"
    assert spoken(TODAY, "ru") == "22 ноября 2026 г."
    assert until(date(2026, 12, 25), "ky") == "2026-жылдын 25-декабрына чейин"
    assert until(date(2026, 12, 25), "ru") == "до 25 декабря 2026 г."
    assert short(date(2026, 3, 5)) == "05.03.2026"
    assert (weekday(TODAY, "ky"), weekday(TODAY, "ru")) == ("жекшемби", "воскресенье")
    assert (month_name(3, "ky"), month_name(5, "ru")) == ("март", "май")
    assert school_year_name(2026, "ky") == "2026-2027-окуу жылы"
    assert school_year_name(2026, "ru") == "2026-2027 учебный год"


@pytest.mark.parametrize(
    "typed",
    [
        *("25,12", "25.12", "25/12", "25-12", "25.12.26", "25,12,26", "25.12.2026", "25/12/2026", "2026-12-25"),
        *("25 декабрь", "25-декабрь", "25декабрь", "25 дек", "25 дек.", "25 декабря", "25 ДЕКАБРЯ", "декабрь 25"),
        *("декабрдын 25и", "декабрдын 25ине чейин", "25-декабрга чейин", "25 декабрда", "25 декабря 2026 года"),
        *("2026-жылдын 25-декабры", "2026-жылдын 25-декабрына чейин", "до 25 декабря 2026 г.", "к 25 декабря"),
        *("25,12ге чейин", "25.12.2026-ж.", "25.12.2026г.", "  25.12 ", "25.12."),
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_date(typed, today=TODAY) == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("05.03.2026", date(2026, 3, 5)),
        ("5,3", date(2027, 3, 5)),
        ("22.11", date(2026, 11, 22)),
        ("21.11", date(2027, 11, 21)),
        ("29.02", date(2028, 2, 29)),
        ("29.02.2024", date(2024, 2, 29)),
        ("12.03.85", date(1985, 3, 12)),
        ("1 май", date(2027, 5, 1)),
        ("1 мая", date(2027, 5, 1)),
        ("9-майына", date(2027, 5, 9)),
        ("3 июль", date(2027, 7, 3)),
        ("3 июнь", date(2027, 6, 3)),
    ],
)
def test_known_dates(typed: str, day: date) -> None:
    assert parse_date(typed, today=TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "30.02", "30.02.2026", "29.02.2025", "32.01", "0.1", "25.13", "25", "декабрь", "2026", "48 %"),
        *("4-А", "4-А декабрь", "2-4-класс", "2-4-класстарга", "25 12 окуучу", "5 класс декабрь", "25.12.0026", "64,0"),
        *("25.12.20266", "9" * 70, "25 декабрь ноябрь", "2.1.3.4", "²5.12", "1 2 3 май", "марина 5"),
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_date(typed, today=TODAY) is None


@pytest.mark.parametrize(
    ("typed", "span", "day"),
    [
        ("16.10", SCHOOL_YEAR, date(2026, 10, 16)),
        ("16.10", (None, None), date(2026, 10, 16)),
        ("16.04", SCHOOL_YEAR, date(2027, 4, 16)),
        ("16.04", (None, None), date(2027, 4, 16)),
        ("28.08", SCHOOL_YEAR, date(2026, 8, 28)),
        ("01.07", SCHOOL_YEAR, date(2027, 7, 1)),
        ("01.07", (None, None), date(2026, 7, 1)),
        ("16.10", (date(2020, 8, 1), date(2021, 7, 31)), date(2026, 10, 16)),
    ],
)
def test_a_day_that_may_be_past_lies_in_the_school_year_or_near(
    typed: str, span: tuple[date | None, date | None], day: date
) -> None:
    assert parse_date(typed, today=TODAY, first=span[0], last=span[1], future=False) == day


@given(DAYS, st.sampled_from(["ky", "ru"]))
def test_what_is_printed_is_read_back(day: date, language: Language) -> None:
    for printed in (spoken(day, language), until(day, language), short(day), day.isoformat()):
        assert parse_date(printed, today=TODAY) == day


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_one(day: date, today: date) -> None:
    read = parse_date(f"{day.day},{day.month}", today=today)
    assert read is not None
    assert (read.day, read.month) == (day.day, day.month)
    assert read >= today
    assert (read - today).days <= 366 or (day.day, day.month) == (29, 2)


@given(st.text(st.sampled_from("0123456789.,/- абдекрьжцысни") | st.characters(), max_size=30), DAYS)
def test_any_text_is_read_without_an_error(text: str, today: date) -> None:
    assert parse_date(text, today=today) is None or any(character.isdigit() for character in text)
    assert parse_time(text) is None or any(character.isdigit() for character in text)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("14.10", time(14, 10)),
        ("14:10", time(14, 10)),
        ("14,10", time(14, 10)),
        ("14-10", time(14, 10)),
        ("14 10", time(14, 10)),
        ("1410", time(14, 10)),
        ("910", time(9, 10)),
        ("9.05", time(9, 5)),
        ("14", time(14)),
        ("саат 14.10", time(14, 10)),
        ("Саат  14.10до", time(14, 10)),
        ("в 14.10", time(14, 10)),
        ("00:00", time(0)),
        ("24:00", None),
        ("14.60", None),
        ("14.1", None),
        ("", None),
        ("саат", None),
        ("141010", None),
    ],
)
def test_an_hour_is_read(typed: str, hour: time | None) -> None:
    assert parse_time(typed) == hour


@pytest.mark.parametrize("number", range(1, 13))
def test_every_form_of_a_month_is_known(number: int) -> None:
    month = MONTHS[number - 1]
    forms = [month.name, month.possessive, month.dative, month.genitive, month.name[:3], month.name.upper()]
    stem = month.name.rstrip("ь")
    kyrgyz = [month.possessive + case for case in ("ндагы", "нан", "нда", "ндеги", "нен", "нде")]
    assert {month_number(form) for form in [*forms, *kyrgyz, stem]} == {number}


@pytest.mark.parametrize("word", ["", "ма", "марина", "мартовский", "майрам", "июнь-июль", "декан", "августин"])
def test_other_words_are_no_months(word: str) -> None:
    assert month_number(word) is None
