"""Courses typed in one line."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.growth.entry import Typed, parse_course
from db.rules.calendar import default_quarters
from db.rules.names import Name

TODAY = dt.date(2026, 11, 22)
PEOPLE = ((1, Name("Асанова", "Гүлнара")), (2, Name("Асан уулу", "Бакыт")), (3, Name("Токтогулова", "Жылдыз")))


def read(text: str) -> Typed:
    return parse_course(text, TODAY, PEOPLE, default_quarters(2026))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'курс !токт 72 саат 15,03 "Критериалдык баалоо"',
            {"topic": "Критериалдык баалоо", "owner_ids": (3,), "hours": 72, "ends": dt.date(2027, 3, 15)},
        ),
        (
            "!токт «Баалоо» КББА 72 ч. 1,10–15,10 онлайн № 45/7",
            {
                "topic": "Баалоо", "provider": "КББА", "owner_ids": (3,), "hours": 72, "form": "online",
                "begins": dt.date(2026, 10, 1), "ends": dt.date(2026, 10, 15), "certificate": "45/7",
            },
        ),
        ("Курсы: !токт Инклюзия 36 часов", {"topic": "Инклюзия", "hours": 36, "owner_ids": (3,)}),
        ("!кимдир 72 саат", {"hours": 72, "unknown": ("кимдир",)}),
        ("", {}),
    ],
)  # fmt: skip
def test_lines(text: str, expected: dict[str, Any]) -> None:
    assert read(text) == Typed(**expected)


def test_several_people() -> None:
    assert [letters for letters, _ids in read("!асан Баалоо").ambiguous] == ["асан"]


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text), Typed)
