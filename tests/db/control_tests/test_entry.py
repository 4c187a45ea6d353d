"""A control work typed in one line, and its results in another."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.control_tests.entry import Known, class_teachers, parse_work
from db.rules import calendar, results_line, work_words
from db.rules.names import parse_name
from db.rules.quality import marks_of
from db.rules.results_line import Results

TODAY = dt.date(2026, 9, 10)
PEOPLE = [
    (1, parse_name("Асанова Гүлнара Маратовна")),
    (2, parse_name("Асан уулу Бакыт")),
    (3, parse_name("Сыдыкова Бермет")),
]
KNOWN = Known(
    PEOPLE, class_teachers([(1, "4-А, 4а"), (2, "4 Б; 3-Б"), (3, "3-Б")]), ("Кыргыз тили",),
    calendar.default_quarters(2026),
)  # fmt: skip


def test_the_whole_line_is_understood() -> None:
    read = parse_work("кириш тест 4А математика !Асанова 15,09 2-сабак", TODAY, KNOWN)
    assert (read.kind, read.subject, read.places) == ("entry", "Математика", (("4-А", 1),))
    assert (read.day, read.lesson, read.room, read.title) == (dt.date(2026, 9, 15), 2, "", "")


def test_several_classes_each_with_its_own_teacher() -> None:
    read = parse_work("жат жазуу кырг тил 4А 4Б 3Б «Алтын күз» 12.10 каб 7", TODAY, KNOWN)
    assert (read.kind, read.subject) == ("dictation", "Кыргыз тили")
    assert read.places == (("4-А", 1), ("4-Б", 2), ("3-Б", None))
    assert (read.room, read.day) == ("7", dt.date(2026, 10, 12))
    both = parse_work("тест мат 4А 4Б 3В !асанова !асан уулу", TODAY, KNOWN)
    assert both.teacher_ids == (1, 2, 1)


@pytest.mark.parametrize(
    ("text", "kind", "subject", "rest"),
    [
        ("математикалык жат жазуу 4А", "math_dictation", "Математика", ""),
        ("Кайтарма тест матем Кошуу жана кемитүү 4А", "feedback", "Математика", "Кошуу жана кемитүү"),
        ("чейректик текшерүү иши орус тили 4А", "quarter", "Орус тили", ""),
        ("4А жылдык контролдук иш мекен", "final", "Мекен таануу", ""),
        ("окуу техникасы 4А", "reading", "", ""),
        ("списывание русский яз 4А", "copying", "Русский язык", ""),
        ("изложение 4А лит чт", "exposition", "Литературное чтение", ""),
        ("итоговая контрольная работа 4А математика", "final", "Математика", ""),
        ("тест 4А Шахмат", "other", "Шахмат", ""),
        ("дилбаян Менин Мекеним 4А", "essay", "Менин Мекеним", ""),
    ],
)
def test_kind_subject_and_title(text: str, kind: str, subject: str, rest: str) -> None:
    read = parse_work(text, TODAY, KNOWN)
    assert (read.kind, read.subject, read.title, read.classes) == (kind, subject, rest, ("4-А",))


@pytest.mark.parametrize(
    "text", ["тест 4А матем 15,12 2-сабак Кыш", "15.12.26 тест матем Кыш 4А", "тест матем Кыш 4А 15 декабрь"]
)
def test_a_day_stands_anywhere(text: str) -> None:
    read = parse_work(text, TODAY, KNOWN)
    assert (read.day, read.subject, read.title) == (dt.date(2026, 12, 15), "Математика", "Кыш")


def test_what_is_not_understood_is_said() -> None:
    read = parse_work("тест 4А матем !асан !жок 20-сабак", TODAY, KNOWN)
    assert read.unknown == ("жок",)
    assert [letters for letters, _ids in read.ambiguous] == ["асан"]
    assert read.lesson is None
    assert parse_work("", TODAY, KNOWN).subject == ""


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("тест 4А матем 31,02", ("31,02",)),
        ("тест матем 4Я 99-сабак", ("4Я", "99-сабак")),
        ("тест 4А матем 100гө чейин кошуу", ()),
        ("тест 4А матем 15,12 2-сабак 3-бөлүм", ()),
    ],
)
def test_a_day_a_lesson_and_a_class_that_are_none_are_told(text: str, unread: tuple[str, ...]) -> None:
    assert parse_work(text, TODAY, KNOWN).unread == unread


@given(st.text(max_size=60))
def test_any_line_is_read(text: str) -> None:
    assert parse_work(text, TODAY, KNOWN).kind
    results_line.read(text, 5)
    work_words.take_subject(text, ())


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("28 26 6 10 8 2", None, Results(28, 26, {5: 6, 4: 10, 3: 8, 2: 2})),
        ("28/26 6,10;8-2", None, Results(28, 26, {5: 6, 4: 10, 3: 8, 2: 2})),
        ("28 6 10 8 2", 30, Results(28, 26, {5: 6, 4: 10, 3: 8, 2: 2})),
        ("6 10 8 -", 28, Results(28, 24, {5: 6, 4: 10, 3: 8, 2: 0})),
        ("6 10 8", 28, None),
        ("28 26 6 10 8 2 1", 28, None),
        ("", 28, None),
    ],
)
def test_results_in_one_line(text: str, listed: int | None, expected: Results | None) -> None:
    assert results_line.read(text, 5, listed) == expected


@given(st.sampled_from([5, 10]), st.lists(st.integers(0, 30), min_size=10, max_size=10), st.integers(0, 30))
def test_results_are_written_as_they_are_read(scale: int, pupils: list[int], absent: int) -> None:
    marks = dict(zip(marks_of(scale), pupils, strict=False))
    wrote = sum(marks.values())
    of = Results(wrote + absent, wrote, marks)
    assert results_line.read(results_line.line(of.listed, of.wrote, marks, scale), scale) == of
    assert results_line.fault(of) is None
    worse = Results(of.listed, wrote + absent + 1, marks)
    assert results_line.fault(worse) is not None
