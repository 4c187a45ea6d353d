"""What always holds for views, whatever the marks: nobody is lost or counted twice, shares stay shares."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.quality.sheets import Sheet
from db.quality.views import Overview, When
from db.quality.years import YearRules
from db.rules.names import Name
from db.rules.quality import Counts

WHEN = When(2026, "quarter", 1)
PLACES = st.tuples(st.integers(1, 6), st.sampled_from(["Математика", "математика", "Кыргыз тили"]), st.integers(1, 3))
MARKS = st.dictionaries(st.integers(2, 5), st.integers(0, 30))


def sheet(number: int, place: tuple[int, str, int], marks: dict[int, int], absent: int) -> Sheet:
    cohort, subject, teacher = place
    values: dict[str, Any] = dict.fromkeys(Sheet.__dataclass_fields__)
    values |= {
        "id": number, "class_id": cohort, "cohort_id": cohort, "grade": cohort, "letter": "А", "subject": subject,
        "teacher_id": teacher, "teacher": Name(f"Мугалим {teacher}"), "marks": marks, "not_assessed": absent,
        "listed": sum(marks.values()) + absent, "exempt": 0,
    }  # fmt: skip
    return Sheet(**values)


SHEETS = st.lists(st.tuples(PLACES, MARKS, st.integers(0, 5)), max_size=8).map(
    lambda found: tuple(sheet(number, *each) for number, each in enumerate(found))
)


@given(SHEETS, SHEETS, st.randoms())
def test_groups_make_the_whole_in_any_order(now: tuple[Sheet, ...], before: tuple[Sheet, ...], chance: Any) -> None:
    rules = YearRules()
    of = Overview(WHEN, now, before, rules, rules)
    mixed = Overview(WHEN, tuple(chance.sample(now, len(now))), before, rules, rules)
    assert mixed.whole().figures == of.whole().figures
    for groups in (of.by_class(), of.by_subject(), of.by_teacher(), of.by_sheet()):
        assert reduce(add, (each.counts for each in groups), Counts()) == of.whole().counts
        assert sum(len(each.sheets) for each in groups) == len(now)
        for each in groups:
            shares = (each.figures.quality, each.figures.pass_rate, each.figures.degree)
            assert all(share is None or 0 <= share <= 100 for share in shares)
            assert each.change is None or -100 <= each.change <= 100
