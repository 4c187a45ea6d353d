"""The views of quality as lines of a table, each with what it opens and how its figures came about."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.quality import comparing, views
from db.quality.views import Group, Overview, When
from tui import quality_words
from tui.texts import N_, _

MOST_ACROSS = 9
"""Classes that stand beside one another in the matrix; further ones in a table below."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table. Without a key it is a heading; `group` opens to its sheets, `record` to itself."""

    key: Hashable | None
    text: str
    said: str = ""
    """Shown below while the line is chosen."""
    group: Group | None = None
    record: tuple[str, int] | None = None
    style: str = ""


STYLES = {"fall": "warning"}


def lines(view: str, association_id: int, of: Overview) -> list[Line]:
    """The lines of a view; none where there is nothing to show."""
    return VIEWS[view](association_id, of)


def _groups(first: str, found: Sequence[Group], of: Overview) -> list[Line]:
    """A table of groups under its head, with all together at its end."""
    if not found:
        return []
    total = of.whole()
    rows = [_line(each.name or _("nobody"), each, of) for each in found]
    below = [_line(_("In all"), total, of, style="bold")] if len(found) > 1 else []
    return [Line(None, quality_words.head(first)), *rows, *below]


def _line(name: str, group: Group, of: Overview, style: str = "") -> Line:
    said = _said(group, of)
    shown = style or STYLES.get(group.trend, "")
    return Line((name, group.key), quality_words.line(name, group), said, group, style=shown)


def _said(group: Group, of: Overview) -> str:
    """Of how many marks the figures are, and how they came about."""
    told = quality_words.counted(group), quality_words.formulas(group, of.rules.weights)
    return "\n".join(each for each in told if each)


def _classes(_association_id: int, of: Overview) -> list[Line]:
    return _groups(_("Class"), of.by_class(), of)


def _subjects(_association_id: int, of: Overview) -> list[Line]:
    return _groups(_("Subject"), of.by_subject(), of)


def _teachers(_association_id: int, of: Overview) -> list[Line]:
    return _groups(_("Teacher"), of.by_teacher(), of)


def _matrix(_association_id: int, of: Overview) -> list[Line]:
    """Subjects by classes, in tables of so many classes as there is room for."""
    classes, subjects, cells = of.by_class(), of.by_subject(), of.matrix()
    found: list[Line] = []
    for begin in range(0, len(classes), MOST_ACROSS):
        across = classes[begin : begin + MOST_ACROSS]
        found.append(Line(None, quality_words.matrix_head([each.name for each in across])))
        for subject in subjects:
            row = [cells.get((subject.key, each.key)) for each in across]
            text = quality_words.matrix_line(subject.name, row)
            found.append(Line((begin, subject.key), text, _said(subject, of), subject))
    return found


def _quarters(association_id: int, of: Overview) -> list[Line]:
    """The quarters, under each its subjects."""
    found: list[Line] = []
    for _part, each in views.by_quarter(association_id, of.when.first_year):
        found += _of_period(each, quality_words.period(each.when))
    return found


def _years(association_id: int, of: Overview) -> list[Line]:
    """The same period of three years, under each its subjects."""
    found: list[Line] = []
    for each in views.by_year(association_id, of.when):
        found += _of_period(each, f"{each.when.first_year}-{each.when.first_year + 1}")
    return found


def _of_period(of: Overview, name: str) -> list[Line]:
    head = Line(None, quality_words.head(name[:1].upper() + name[1:]))
    rows = [_line(each.name, each, of) for each in of.by_subject()]
    whole = _line(_("In all"), of.whole(), of, style="bold")
    named = [Line((name, each.key), each.text, each.said, each.group, style=each.style) for each in (*rows, whole)]
    return [head, *named]


def _class_results(_association_id: int, of: Overview) -> list[Line]:
    known = comparing.class_results(of)
    said = _("All marks of a pupil are «4» and «5»: {formula}. This is not the quality in a subject.")
    rows = [
        Line(each.id, quality_words.class_line(each), f"{each.name}\n{said.format(formula=each.formula)}")
        for each in known
    ]
    return [Line(None, quality_words.class_head()), *rows] if rows else []


def _tests(association_id: int, of: Overview) -> list[Line]:
    known = comparing.tests_against_marks(association_id, of)
    rows = [
        Line(
            each.work_id, quality_words.test_line(each), quality_words.test_said(each, of.rules.small_class),
            record=("control_test", each.work_id),
        )
        for each in known
    ]  # fmt: skip
    return [Line(None, quality_words.test_head()), *rows] if rows else []


VIEWS: dict[str, Callable[[int, Overview], list[Line]]] = {
    "classes": _classes, "subjects": _subjects, "teachers": _teachers, "matrix": _matrix, "quarters": _quarters,
    "years": _years, "class_results": _class_results, "tests": _tests,
}  # fmt: skip


def empty(view: str, of: Overview) -> str:
    """What a view without lines says, an English source."""
    if view == "tests" and of.sheets:
        return EMPTY["tests" if of.when.period == "quarter" else "tests_of_quarter"]
    return EMPTY["class_results" if view == "class_results" and of.sheets else "marks"]


EMPTY = {
    "marks": N_(
        "No marks are known for this period. 1 types them: a class, a subject, the marks. F4 and PgUp, PgDn show "
        "other periods, ← → other views."
    ),
    "class_results": N_(
        "Nothing is known of the classes as wholes in this period: who has only «5», «4» and «5», one «3». 1 opens the "
        "marks, there 2 enters it class by class."
    ),
    "tests": N_(
        "In this quarter no test with results stands beside the marks of its class and subject. Results are typed "
        "under Tests (F6)."
    ),
    "tests_of_quarter": N_("Tests stand beside the marks of a quarter: F4 chooses one."),
}


def chart(view: str, association_id: int, of: Overview) -> dict[str, Any] | None:
    """What a view draws: the chart of the report; None where there is nothing to compare."""
    from templates_docx import quality_charts
    from templates_docx.compose.quality import report
    from templates_docx.documents import Selection
    from templates_docx.values import Typed

    if view == "quarters":  # all of the year, whichever period is shown in the other views
        of = replace(of, when=When(of.when.first_year, "year"))
    content, words = report(association_id, of, Selection(association_id)), quality_words.catalogued()
    typed = Typed("ky", "ky", {})
    draw: dict[str, Callable[[], dict[str, Any] | None]] = {
        "classes": lambda: quality_charts.classes(content, words),
        "subjects": lambda: quality_charts.subjects(content, typed, words),
        "teachers": lambda: quality_charts.teachers(content, words),
        "matrix": lambda: quality_charts.subjects(content, typed, words),
        "quarters": lambda: quality_charts.quarters(content, typed, words),
        "years": lambda: quality_charts.years(content, words),
        "class_results": lambda: quality_charts.class_results(content, words),
        "tests": lambda: quality_charts.tests(content, words),
    }
    return draw[view]()
