"""One typed line: what, who, which class, when."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.plans.entry import parse_line
from db.rules.calendar import school_year_of
from db.rules.names import Name
from db.rules.plan_terms import Term, fault
from tests.db.plans.conftest import QUARTERS, TODAY

PEOPLE = [
    (1, Name("Асанова", "Гүлнара", "Маратовна")),
    (2, Name("Асан уулу", "Бакыт")),
    (3, Name("Сыдыкова", "Бермет", "Асановна")),
]


def read(text: str) -> Any:
    return parse_line(text, TODAY, PEOPLE, QUARTERS)


@pytest.mark.parametrize(
    ("text", "what", "kind", "owners", "classes", "term"),
    [
        ("ачык сабак !асанова 4А 15,11", "Ачык сабак", "open_lesson", (1,), "4-А", Term("day", dt.date(2026, 11, 15))),
        ("ачык сабак !асан уулу 4-«А» 15,09", "Ачык сабак", "open_lesson", (2,), "4-А",
         Term("day", dt.date(2026, 9, 15))),
        ("открытый урок !асанова 4 Б, 4 В класс ноябрь", "Открытый урок", "open_lesson", (1,), "4-Б, 4-В",
         Term("month", month=11)),
        ("!асан уулу ноябрь ачык сабак", "Ачык сабак", "open_lesson", (2,), "", Term("month", month=11)),
        ("математика жумалыгы !сыд 10,11 – 15,11", "Математика жумалыгы", "subject_event", (3,), "",
         Term("span", dt.date(2026, 11, 10), dt.date(2026, 11, 15))),
        ("семинар 9-14.02 !сыд", "Семинар", "other", (3,), "", Term("span", dt.date(2027, 2, 9), dt.date(2027, 2, 14))),
        ("текшерүү иши 3-А, 3-Б 2-чейрек", "Текшерүү иши", "control_work", (), "3-А, 3-Б",
         Term("quarter", quarter=2)),
        ("сабакка катышуу · 3-А · орус тили 2-чейрек", "Сабакка катышуу · орус тили", "visit", (), "3-А",
         Term("quarter", quarter=2)),
        ("Ата-энелер менен иш жыл бою", "Ата-энелер менен иш", "other", (), "", Term("year")),
        ("УБ отуруму 24.11", "УБ отуруму", "meeting", (), "", Term("day", dt.date(2026, 11, 24))),
        ("эртең !асанова ачык сабак 4а", "Ачык сабак", "open_lesson", (1,), "4-А", Term("day", dt.date(2026, 11, 23))),
        ("буйрукту окуу !асанова, сыдыкова 1,12", "Буйрукту окуу", "norms", (1, 3), "",
         Term("day", dt.date(2026, 12, 1))),
        ("8-Март майрамы !асанова 7,3", "8-Март майрамы", "extracurricular", (1,), "",
         Term("day", dt.date(2027, 3, 7))),
    ],
)  # fmt: skip
def test_a_line(text: str, what: str, kind: str, owners: tuple[int, ...], classes: str, term: Term) -> None:
    found = read(text)
    assert (found.text, found.kind, found.owner_ids, found.classes) == (what, kind, owners, classes)
    assert Term(found.term, found.begins, found.ends, found.month, found.quarter) == term
    assert found.termed


@pytest.mark.parametrize(
    "text",
    [
        "2-чейректин жыйынтыгын чыгаруу",
        "Жаңы жыл",
        "Билим сапатын 48 %дан көтөрүү",
        "5–9-класстар менен иш",
        "Ноябрда өткөн сабактарды талдоо",
    ],
)
def test_words_that_are_no_term_stay(text: str) -> None:
    found = read(text)
    assert (found.text, found.term, found.termed, found.classes) == (text, "year", False, "")


def test_who_is_not_known_is_told() -> None:
    assert read("курс !жок 15,11").unknown == ("жок",)
    assert read("курс !ас 15,11").ambiguous == (("ас", (1, 2)),)


@given(st.text(alphabet="аөү4АБ !.,-–0159\n", max_size=40))
def test_whatever_is_typed_makes_a_line_that_can_be_kept_or_says_why(text: str) -> None:
    found = read(text)
    term = Term(found.term, found.begins, found.ends, found.month, found.quarter)
    assert fault(term, 2026) in (None, ("day_outside_year", "begins"), ("day_outside_year", "ends"),
                                 ("span_reversed", "ends"))  # fmt: skip
    if found.term == "day" and fault(term, 2026) is None:
        assert school_year_of(found.begins) == 2026


def test_a_pasted_page_is_text() -> None:
    assert read("сөз " * 4000).term == "year"
