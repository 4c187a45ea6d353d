"""Writing a class's marks of a period: the counts that one types, the rest of the slip, the class as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db import records
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.quality import MARKS, PERIODS, ClassResult, Cohort, MarkSheet, SchoolClass
from db.quality.classes import ensure_class, written
from db.quality.years import rules_of
from db.rules import marks_line
from db.rules.alphabet import fold
from db.rules.marks_line import MarksLine
from db.rules.quality import marks_of
from db.rules.results_line import MOST_PUPILS

PARTS = {"quarter": (1, 2, 3, 4), "half": (1, 2), "year": (0,)}
"""The parts of a year that a kind of period has."""

SLIP = ("listed_start", "arrived", "departed", "one_three", "one_four", "hours_plan", "hours_taught", "behind")
"""What a slip tells beside the marks."""

RESULT = (
    "listed_start", "arrived", "departed", "listed", "all_five", "four_five", "one_four", "one_three", "failing",
    "not_assessed", "note",
)  # fmt: skip
"""What is told of a class as a whole."""


@action("marks.save")
def save_marks(
    class_id: int,
    subject: str,
    period: str,
    part: int,
    teacher_id: int | None,
    given: MarksLine,
    **slip: Any,
) -> int:
    """Write the counts of a class, subject, teacher and period over those that are there; returns the sheet's id.

    `slip` are fields of `SLIP`; those left out stay. Raises Refused `required` (subject), `period_unknown`,
    `mark_unknown`, `grade_unmarked` (values: name), what `marks_line.fault` finds, `moves_unequal` (start, arrived,
    departed, listed), `text_too_long`, `record_missing`.
    """
    refuse_unknown(slip, SLIP)
    _refuse_period(period, part)
    of = standing(SchoolClass, class_id)
    values = checked(MarkSheet, {"subject": subject, **slip}, ("behind",))
    required(values, "subject")
    label(f"{written(of['grade'], of['letter'])} {values['subject']}")
    key = (class_id, values["subject"], period, part)
    known = _known(*key, teacher_id) or _known(*key, None)  # a sheet of nobody gets its teacher
    _refuse_marks(of, given)
    stored = records.stored(MarkSheet, known) if known else {}
    _refuse_slip({name: stored.get(name) for name in SLIP} | values, given)
    counted = {name: given.marks.get(mark, 0) for mark, name in enumerate(MARKS, 1)}
    values |= counted | {"listed": given.listed, "exempt": given.exempt, "not_assessed": given.not_assessed}
    if known is not None:
        records.change(MarkSheet, known, deleted_at=None, teacher=teacher_id, **values)
        return known
    where = {"school_class": class_id, "period": period, "part": part, "teacher": teacher_id}
    return records.insert(MarkSheet, **where, **values)


@action("marks.add")
def add_marks(
    school_id: int,
    first_year: int,
    class_: tuple[int, str],
    subject: str,
    period: str,
    part: int,
    teacher_id: int | None,
    given: MarksLine,
    **slip: Any,
) -> int:
    """Write the counts of a class that may not be there yet, by its grade and letter; returns the sheet's id.

    Raises Refused as `save_marks` and `ensure_class`.
    """
    class_id = ensure_class(school_id, first_year, *class_)
    return save_marks(class_id, subject, period, part, teacher_id, given, **slip).value


@action("marks.remove")
def remove_marks(sheet_id: int) -> None:
    """Take a sheet away."""
    of = standing(MarkSheet, sheet_id)
    in_class = records.stored(SchoolClass, of["school_class"])
    label(f"{written(in_class['grade'], in_class['letter'])} {of['subject']}")
    records.remove(MarkSheet, sheet_id)


@action("class_result.save")
def save_result(class_id: int, period: str, part: int, **fields: Any) -> int:
    """Write how a class as a whole ended a period (`RESULT`); returns the row's id.

    Raises Refused `period_unknown`, `listed_missing`, `pupils_too_many` (limit), `result_over_listed` (total, listed),
    `text_too_long`, `record_missing`.
    """
    refuse_unknown(fields, RESULT)
    _refuse_period(period, part)
    of = standing(SchoolClass, class_id)
    label(written(of["grade"], of["letter"]))
    values = checked(ClassResult, fields, ("note",))
    if values.get("listed") is None:
        raise Refused("listed_missing", "listed")
    total = sum(values.get(name) or 0 for name in ("all_five", "four_five", "failing", "not_assessed"))
    if values["listed"] > MOST_PUPILS:
        raise Refused("pupils_too_many", "listed", limit=MOST_PUPILS)
    if total > values["listed"]:
        raise Refused("result_over_listed", "listed", total=total, listed=values["listed"])
    query: Any = ClassResult.select(ClassResult.id).where(
        ClassResult.school_class == class_id, ClassResult.period == period, ClassResult.part == part
    )
    if (row_id := query.scalar()) is not None:
        records.change(ClassResult, row_id, deleted_at=None, **values)
        return int(row_id)
    return records.insert(ClassResult, school_class=class_id, period=period, part=part, **values)


def _known(class_id: int, subject: str, period: str, part: int, teacher_id: int | None) -> int | None:
    """The sheet of that class, subject, period and teacher; one that was taken away where none stands."""
    query: Any = MarkSheet.select(MarkSheet.id, MarkSheet.subject).where(
        MarkSheet.school_class == class_id, MarkSheet.period == period, MarkSheet.part == part,
        MarkSheet.teacher.is_null() if teacher_id is None else MarkSheet.teacher == teacher_id,
    )  # fmt: skip
    query = query.order_by(MarkSheet.deleted_at.is_null(False), MarkSheet.id)
    return next((int(row_id) for row_id, of in query.tuples() if fold(of) == fold(subject)), None)


def _refuse_period(period: str, part: int) -> None:
    if period not in PERIODS or part not in PARTS[period]:
        raise Refused("period_unknown", "period")


def _refuse_marks(of: Mapping[str, Any], given: MarksLine) -> None:
    """Refuse marks that the year's scale lacks, marks of a grade without any, and sums that do not fit."""
    rules = rules_of(records.stored(Cohort, of["cohort"])["school"], of["first_year"])
    if of["grade"] in rules.ungraded and any(given.marks.values()):
        raise Refused("grade_unmarked", "marks", name=written(of["grade"], of["letter"]))
    wrong = [mark for mark, pupils in given.marks.items() if pupils and mark not in marks_of(rules.scale)]
    if wrong or any(pupils < 0 for pupils in (*given.marks.values(), given.not_assessed, given.exempt)):
        raise Refused("mark_unknown", "marks")
    if of["grade"] in rules.ungraded:  # who has no marks is not «not assessed»: only the list and the hours are kept
        given = MarksLine(given.listed, given.listed or 0, {}, 0)
    if fault := marks_line.fault(given):
        raise Refused(fault.code, fault.field, **fault.values)


def _refuse_slip(values: Mapping[str, Any], given: MarksLine) -> None:
    """Refuse a list that those who came and left do not make."""
    start, came, left = values["listed_start"], values["arrived"] or 0, values["departed"] or 0
    if start is not None and given.listed is not None and start + came - left != given.listed:
        raise Refused(
            "moves_unequal", "listed_start", start=start, arrived=came, departed=left, listed=given.listed
        )  # fmt: skip
