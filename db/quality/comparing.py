"""What stands beside the marks of a subject: a class as a whole, and control tests against the quarter's marks."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from db.connection import rows
from db.control_tests import reading
from db.control_tests.rows import Work
from db.models.quality import ClassResult, SchoolClass
from db.quality.figures import counts_of, figures_of
from db.quality.sheets import Sheet
from db.quality.views import Overview, When
from db.reading import columns
from db.rules import quality
from db.rules.alphabet import fold
from db.rules.names import Name
from db.rules.quality import Figures


@dataclass(frozen=True, slots=True)
class _Result:
    id: int
    class_id: int
    cohort_id: int
    grade: int
    letter: str
    listed: int
    all_five: int
    four_five: int
    one_four: int
    one_three: int
    failing: int
    not_assessed: int


@dataclass(frozen=True, slots=True)
class ClassQuality(_Result):
    """A class as a whole in a period; `before` is its quality in the period before."""

    before: Fraction | None = None

    @property
    def name(self) -> str:
        """The class as it is written, «4-А»."""
        return f"{self.grade}-{self.letter}"

    @property
    def quality(self) -> Fraction | None:
        """Класстын сапаты: the share of pupils all of whose marks are 4 and 5."""
        return quality.class_quality(self.all_five, self.four_five, self.listed)

    @property
    def formula(self) -> str:
        """How the figure came about."""
        return quality.class_quality_formula(self.all_five, self.four_five, self.listed)

    @property
    def change(self) -> Fraction | None:
        """By how many percentage points it has changed."""
        return quality.change(self.before, self.quality)


@dataclass(frozen=True, slots=True)
class TestAgainstMarks:
    """A control test beside the marks of its class, subject and quarter; the difference is test − marks, in quality.

    `few`: so few pupils that a comparison says little (a setting of the year).
    """

    work_id: int
    sheet_id: int
    class_name: str
    subject: str
    teacher: Name | None
    kind: str
    held_on: dt.date | None
    wrote: int
    whole: int
    test: Figures
    marks: Figures
    few: bool

    @property
    def difference(self) -> Fraction | None:
        """In percentage points."""
        return quality.change(self.marks.quality, self.test.quality)


def class_results(of: Overview) -> tuple[ClassQuality, ...]:
    """The classes of an overview as wholes, those that a result is known of; two queries."""
    now = _results({each.class_id for each in of.sheets}, of.when)
    earlier = _results({each.class_id for each in of.earlier}, of.when.before)
    before = {each.cohort_id: each.quality for each in earlier}
    return tuple(dataclasses.replace(each, before=before.get(each.cohort_id)) for each in now)


def tests_against_marks(association_id: int, of: Overview) -> tuple[TestAgainstMarks, ...]:
    """The tests of an overview's quarter with results, each beside the marks; none for a half-year or a year."""
    if of.when.period != "quarter":
        return ()
    known = {(each.class_name, fold(each.subject)): each for each in of.sheets}
    works = reading.works(association_id, of.when.first_year, of.when.part)
    pairs = ((each, known.get((each.class_name, fold(each.subject)))) for each in works if each.has_results)
    return tuple(_beside(work, sheet, of) for work, sheet in pairs if sheet is not None)


def _beside(work: Work, sheet: Sheet, of: Overview) -> TestAgainstMarks:
    whole = counts_of((sheet,), of.rules).whole
    return TestAgainstMarks(
        work.id, sheet.id, sheet.class_name, sheet.subject, sheet.teacher, work.kind, work.held_on, work.counts.whole,
        whole, work.figures, figures_of((sheet,), of.rules), min(work.counts.whole, whole) < of.rules.small_class,
    )  # fmt: skip


def _results(class_ids: Iterable[int], when: When) -> tuple[ClassQuality, ...]:
    own = (
        SchoolClass.id.alias("class_id"),
        SchoolClass.cohort.alias("cohort_id"),
        SchoolClass.grade,
        SchoolClass.letter,
    )
    query = ClassResult.select(*columns(ClassResult, _Result), *own).join(SchoolClass)
    query = query.where(
        ClassResult.school_class.in_(list(class_ids)), ClassResult.period == when.period, ClassResult.part == when.part,
        ClassResult.deleted_at.is_null(),
    )  # fmt: skip
    return tuple(rows(query.order_by(SchoolClass.grade, SchoolClass.letter), ClassQuality))
