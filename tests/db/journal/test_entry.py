"""A note typed in one line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.journal.entry import parse_note
from db.rules.names import Name

TODAY = dt.date(2026, 11, 22)
PEOPLE = [(1, Name("Асанова", "Гүлнара", "Маратовна")), (2, Name("Асан уулу", "Бакыт"))]


@pytest.mark.parametrize(
    ("line", "day", "text", "who", "classes"),
    [
        ("15,11 !Асанова 4А окуучулар музейге барышты", "2026-11-15", "Окуучулар музейге барышты", (1,), "4-А"),
        ("!гүл 4А, 4Б китеп күнү", "2026-11-22", "Китеп күнү", (1,), "4-А, 4-Б"),
        ("кечээ ата-энелер келишти", "2026-11-21", "Ата-энелер келишти", (), ""),
        ("Китепкана айлыгы ноябрь", "2026-11-22", "Китепкана айлыгы ноябрь", (), ""),
        ("семинар өттү 20 октябрь", "2026-10-20", "Семинар өттү", (), ""),
        ("2.1 тема, 48 % сапат", "2026-11-22", "2.1 тема, 48 % сапат", (), ""),
    ],
)
def test_what_when_who_and_which_class(line: str, day: str, text: str, who: tuple[int, ...], classes: str) -> None:
    read = parse_note(line, TODAY, PEOPLE)
    assert (read.day.isoformat(), read.text, read.person_ids, read.classes) == (day, text, who, classes)


def test_whom_it_does_not_know_is_told() -> None:
    assert parse_note("!жок келди", TODAY, PEOPLE).unknown == ("жок",)
    assert parse_note("!асан келди", TODAY, PEOPLE).ambiguous == (("асан", (1, 2)),)


@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    read = parse_note(line, TODAY, PEOPLE)
    assert isinstance(read.day, dt.date)
