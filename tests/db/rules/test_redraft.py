"""Drafted lines are brought up to date, typed ones stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.redraft import redraft

LINES = st.lists(st.text("аб: ", min_size=1, max_size=6).filter(str.strip), max_size=6)


@pytest.mark.parametrize(
    ("text", "drafted", "made"),
    [
        ("", ["Сапат: 64 %.", "Курсы: 1."], "Сапат: 64 %.\nКурсы: 1."),
        ("Сапат: 60 %.\nӨзүмкү", ["Сапат: 64 %.", "Курсы: 1."], "Сапат: 64 %.\nӨзүмкү\nКурсы: 1."),
        ("Өзүмкү\n\nСапат: 60 %.", [], "Өзүмкү\nСапат: 60 %."),
        ("Тажрыйба: а.\nТажрыйба: б.", ["Тажрыйба: б.", "Тажрыйба: в."], "Тажрыйба: б.\nТажрыйба: в."),
    ],
)
def test_drafted_lines_give_way(text: str, drafted: list[str], made: str) -> None:
    assert redraft(text, drafted) == made


@given(LINES, LINES)
def test_twice_is_once_and_nothing_drafted_is_lost(own: list[str], drafted: list[str]) -> None:
    made = redraft("\n".join(own), drafted)
    assert set(drafted) <= set(made.split("\n")) or not drafted
    assert len(made.splitlines()) >= len(dict.fromkeys(drafted))
