"""The bodies of the control works' templates: their analysis, and a quarter's schedule."""

from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, letterhead, when
from .plan_templates import PLAN_STYLES
from .word_parts import STYLES, Styles, paragraph, sectioned_table, table

TEST_STYLES: Styles = STYLES | {name: PLAN_STYLES[name] for name in ("TableNote", "TableSection")}
TESTS = [
    ("c_number", 10, "number"),
    ("c_test_kind", 54, "kind"),
    ("c_test_place", 31, "place"),
    ("c_teacher", 35, "teacher"),
    ("c_day", 29, "date"),
    ("c_wrote", 24, "wrote"),
    *((f"«{mark}»", 14, f"marks[{place}]") for place, mark in enumerate((5, 4, 3, 2))),
    ("c_passed", 28, "passed"),
    ("c_quality", 20, "quality"),
    ("c_mean", 18, "mean"),
    ("c_mistakes", 48, "mistakes"),
    ("c_measures", 46, "measures"),
]
REQUIREMENTS = [
    ("c_number", 12, "number"),
    ("c_test_place", 46, "place"),
    ("c_day", 27, "date"),
    ("c_requirement", 130, "text"),
    ("c_mastered", 34, "mastered"),
    ("c_percent", 18, "share"),
    ("c_vacant_state", 38, "state"),
]
SCHEDULE = [
    ("c_number", 11, "number"),
    ("c_lesson", 17, "lesson"),
    ("c_class", 17, "class_name"),
    ("c_subject", 35, "subject"),
    ("c_kind", 45, "kind"),
    ("c_teacher", 41, "teacher"),
    ("c_room", 19, "room"),
]


def measured(label: Label, columns: list[tuple[str, int, str]], width: int) -> list[tuple[str, int, str]]:
    """Measure columns, each (label or what is printed, share of the width, field), over the page."""
    whole = sum(share for _, share, _ in columns)
    return [(label.get(name, name), width * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in columns]


def tests(label: Label) -> str:
    """Return the body of the analysis: the register with figures, what they are made of, the requirements."""
    requirements = table(measured(label, REQUIREMENTS, WIDE), "requirements", split=False)
    return (
        _head(label, "tests_title")
        + when(
            "rows",
            table(measured(label, TESTS, WIDE), "rows", split=False),
            paragraph("TableNote", label["tests_note"]),
            when("ten", paragraph("TableNote", label["ten_note"])),
            paragraph("Heading1", "{{ requirements_title }}"),
            when("requirements", requirements),
            when("not requirements", paragraph("Requisite", "{{ none_missed }}")),
        )
        + when("not rows", paragraph("Requisite", "{{ empty }}"))
        + _signature(label)
    )


def schedule(label: Label) -> str:
    """Return the body of the schedule: a table by days."""
    return (
        _head(label, "schedule_title")
        + when("days", sectioned_table(measured(label, SCHEDULE, NARROW), "days"))
        + when("not days", paragraph("Requisite", "{{ empty }}"))
        + when("undated", paragraph("Requisite", "{{ undated }}"))
        + _signature(label)
    )


def _head(label: Label, title: str) -> str:
    return (
        letterhead(label[title])
        + paragraph("Subtitle", "{{ scope }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
    )


def _signature(label: Label) -> str:
    return paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "tests": Template(tests(label), landscape=True, cell=18, styles=TEST_STYLES),
        "test-schedule": Template(schedule(label), cell=22, styles=TEST_STYLES),
    }
