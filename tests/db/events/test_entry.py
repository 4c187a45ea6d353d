"""One typed line says what an activity is: tables of known answers in both languages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.events.entry import Typed, parse_line
from db.rules.names import Name
from tests.db.events.conftest import QUARTERS, TODAY

PEOPLE = (
    (1, Name("Асанова", "Гүлнара", "Маратовна")), (2, Name("Асан уулу", "Бакыт")), (3, Name("Байтемирова", "Нургүл")),
)  # fmt: skip


def read(text: str, **more: Any) -> Typed:
    return parse_line(text, TODAY, PEOPLE, QUARTERS, **more)


def day(month: int, number: int) -> dt.date:
    return dt.date(2026 if month > 7 else 2027, month, number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "ачык сабак !асанова 4А математика 15,11 3-сабак бөлчөктөр",
            {"kind": "open_lesson", "title": "Бөлчөктөр", "responsible_ids": (1,), "classes": "4-А",
             "subject": "математика", "held_on": day(11, 15), "lesson": 3},
        ),
        (
            "открытый урок !бай русский язык 2 урок Осенний лес каб. 12 18 ноября",
            {"kind": "open_lesson", "title": "Осенний лес", "responsible_ids": (3,), "subject": "русский язык",
             "room": "каб. 12", "held_on": day(11, 18), "lesson": 2},
        ),
        (
            "сабакка катышуу !бай !асанова 3Б 24,11 Көбөйтүү",
            {"kind": "visit", "title": "Көбөйтүү", "responsible_ids": (1,), "visitor_ids": (3,), "classes": "3-Б",
             "held_on": day(11, 24)},
        ),
        (
            "катышуу !бай !асанова 3Б 24,11 Кошуу",
            {"kind": "visit", "title": "Кошуу", "responsible_ids": (1,), "visitor_ids": (3,), "classes": "3-Б",
             "held_on": day(11, 24)},
        ),
        (
            "Математика жумалыгы 23-28.11 !асанова",
            {"kind": "week", "title": "Математика жумалыгы", "subject": "математика", "responsible_ids": (1,),
             "held_on": day(11, 23), "ends_on": day(11, 28)},
        ),
        (
            "райондук олимпиада 6-февраль !бай 4А",
            {"kind": "olympiad", "title": "Райондук олимпиада", "level": "district", "responsible_ids": (3,),
             "classes": "4-А", "held_on": day(2, 6)},
        ),
        (
            "кече «Алтын күз» !асанова 4а, 4б 20,10 14:00 спортзал",
            {"kind": "extracurricular", "title": "Кече «Алтын күз»", "responsible_ids": (1,), "classes": "4-А, 4-Б",
             "held_on": day(10, 20), "starts": "14:00", "room": "спортзал"},
        ),
        ("сынак саат 10.00 15,12", {"kind": "contest", "title": "Сынак", "starts": "10:00", "held_on": day(12, 15)}),
        ("викторина 1,5 миллион", {"kind": "extracurricular", "title": "Викторина 1,5 миллион"}),
        ("көргөзмө ноябрь", {"kind": "subject_event", "title": "Көргөзмө", "vague": True}),
        ("ачык сабак !жок", {"kind": "open_lesson", "title": "", "unknown": ("жок",)}),
        ("ачык сабак !асан", {"kind": "open_lesson", "title": "", "ambiguous": (("асан", (1, 2)),)}),
        ("[/] <b>", {"kind": "subject_event", "title": "[/] <b>"}),
    ],
)  # fmt: skip
def test_what_a_line_says(text: str, said: dict[str, Any]) -> None:
    assert read(text) == Typed(**said)


def test_what_is_no_day_and_no_class_is_told_though_it_stays_in_the_title() -> None:
    found = read("ачык сабак !байт 4Я 45,13 бөлчөктөр 5 < 6")
    assert (found.title, found.unread) == ("4Я 45,13 бөлчөктөр 5 < 6", ("4Я", "45,13"))


def test_the_place_gives_the_kind_that_a_line_does_not_name() -> None:
    assert read("!бай !асанова 24,11", usual="visit") == Typed("visit", "", (1,), (3,), held_on=day(11, 24))
    assert read("кече", usual="visit").kind == "extracurricular"


def test_subjects_of_the_members_are_known() -> None:
    assert read("ачык сабак !бай Робототехника 2 урок", subjects=["Робототехника"]).subject == "Робототехника"


@given(st.text(max_size=80))
def test_no_line_breaks_it(text: str) -> None:
    assert read(text).kind
    assert len(read("ж" * 20_000).title) == 20_000
