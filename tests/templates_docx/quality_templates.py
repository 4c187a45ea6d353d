"""The body of the report on quality: the register, groups, classes as wholes, tests, charts, what they say."""

from .paper_parts import BLANK_LINE, WIDE, Label, Template, each, letterhead, when
from .plan_templates import PLAN_STYLES
from .word_parts import STYLES, Styles, paragraph, sectioned_table, table

CHART = {
    "Chart": (
        "Диаграмма",
        "Диаграмма",
        '<w:keepLines/><w:spacing w:before="200" w:after="60"/><w:jc w:val="center"/>',
        "",
    )
}
"""The paragraph in which a chart stands."""
QUALITY_STYLES: Styles = STYLES | {name: PLAN_STYLES[name] for name in ("TableNote", "TableSection")} | CHART
MARKS = [(f"«{mark}»", 13, f"marks[{place}]") for place, mark in enumerate((5, 4, 3, 2))]
INDICATORS = [
    ("c_passed", 25, "passed"),
    ("c_quality", 22, "quality"),
    ("c_degree", 20, "degree"),
    ("c_mean", 18, "mean"),
    ("c_quality_before", 28, "before"),
    ("c_moved", 28, "change"),
]
REGISTER = [
    ("c_number", 12, "number"),
    ("c_class", 26, "class_name"),
    ("c_subject", 42, "subject"),
    ("c_teacher", 44, "teacher"),
    ("c_listed", 26, "listed"),
    ("c_exempt", 22, "exempt"),
    ("c_absent", 16, "not_assessed"),
    *MARKS,
    *INDICATORS,
]
GROUP = [("c_group", 80, "name"), ("c_whole", 18, "whole"), ("c_absent", 16, "not_assessed"), *MARKS, *INDICATORS]
CLASSES = [
    ("c_number", 12, "number"),
    ("c_class", 20, "name"),
    ("c_listed", 24, "listed"),
    ("c_all_five", 24, "all_five"),
    ("c_four_five", 28, "four_five"),
    ("c_one_four", 26, "one_four"),
    ("c_one_three", 26, "one_three"),
    ("c_failing", 30, "failing"),
    ("c_absent", 20, "not_assessed"),
    ("c_class_quality", 80, "formula"),
    ("c_before_percent", 28, "before"),
    ("c_moved", 28, "change"),
]
TESTS = [
    ("c_number", 12, "number"),
    ("c_class_subject", 60, "place"),
    ("c_test_kind", 46, "kind"),
    ("c_day", 34, "date"),
    ("c_wrote_whole", 32, "wrote"),
    ("c_test_quality", 32, "test"),
    ("c_quarter_quality", 32, "marks"),
    ("c_test_change", 30, "difference"),
    ("c_note", 40, "note"),
]


def measured(label: Label, columns: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """Measure columns, each (label or what is printed, share of the width, field), over the page."""
    whole = sum(share for _, share, _ in columns)
    return [(label.get(name, name), WIDE * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in columns]


def quality(label: Label) -> str:
    """Return the body of the report."""
    return (
        letterhead(label["quality_title"])
        + paragraph("Subtitle", "{{ scope }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("rows", *_tables(label))
        + when("not rows", paragraph("Requisite", "{{ empty }}"))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


def _tables(label: Label) -> tuple[str, ...]:
    return (
        table(measured(label, REGISTER), "rows", split=False),
        each("said", "formulas", paragraph("TableNote", "{{ said }}")),
        when(
            "groups",
            paragraph("Heading1", label["quality_groups"]),
            sectioned_table(measured(label, GROUP), "groups"),
        ),
        when(
            "class_results",
            paragraph("Heading1", label["quality_of_classes"]),
            paragraph("Requisite", label["quality_of_classes_note"]),
            table(measured(label, CLASSES), "class_results", split=False),
        ),
        when(
            "tests",
            paragraph("Heading1", label["quality_tests"]),
            paragraph("Requisite", label["quality_tests_note"]),
            table(measured(label, TESTS), "tests", split=False),
            when("caution", paragraph("TableNote", "{{ caution }}")),
        ),
        when(
            "charts",
            paragraph("Heading1", label["quality_charts"]),
            each("chart", "charts", paragraph("Chart", "{{ chart }}")),
        ),
        when(
            "conclusion",
            paragraph("Heading1", label["quality_conclusion"]),
            each("said", "conclusion", paragraph("Line", "{{ said }}")),
        ),
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the template of this topic."""
    return {"quality": Template(quality(label), landscape=True, cell=18, styles=QUALITY_STYLES)}
