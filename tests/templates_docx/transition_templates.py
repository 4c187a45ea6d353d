"""The bodies of what follows from marks: the transition, work by level, the standard, a class handed over."""

from .control_test_templates import measured
from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, each, letterhead, when
from .quality_templates import QUALITY_STYLES
from .word_parts import STYLES, Styles, form, paragraph, sectioned_table, table

HANDOVER_STYLES: Styles = QUALITY_STYLES | {
    "Signature": (*STYLES["Signature"][:2], STYLES["Signature"][2].replace("2552", "4100"), ""),
}
COMPARISON = [
    ("c_number", 14, "number"),
    ("tr_cohort", 25, "cohort"),
    ("c_subject", 34, "subject"),
    ("tr_teacher_before", 43, "teacher_before"),
    ("c_whole", 13, "pupils"),
    ("tr_before_passed", 22, "before_passed"),
    ("tr_before_quality", 22, "before_quality"),
    ("tr_mean", 16, "before_mean"),
    ("tr_entry", 22, "entry"),
    ("tr_first_passed", 22, "first_passed"),
    ("tr_first_quality", 22, "first_quality"),
    ("tr_mean", 16, "first_mean"),
    ("tr_newest", 30, "newest"),
    ("c_test_change", 25, "difference"),
    ("tr_teacher_after", 43, "teacher_after"),
    ("tr_compared", 35, "compared"),
    ("tr_cause", 76, "said"),
]
LEVELS = [
    ("c_level", 30, "level"),
    ("c_listed", 22, "pupils"),
    ("lw_work", 90, "work"),
    ("lw_time", 40, "time"),
    ("c_owner", 45, "person"),
    ("lw_result", 60, "result"),
]
STANDARD = [
    ("c_number", 12, "number"),
    ("c_class_subject", 40, "place"),
    ("st_quarter", 26, "quarter"),
    ("c_day", 34, "date"),
    ("c_requirement", 80, "text"),
    ("c_mastered", 36, "mastered"),
    ("c_percent", 16, "share"),
    ("st_measure", 70, "measure"),
    ("c_owner", 40, "person"),
    ("c_deadline", 34, "deadline"),
    ("c_done", 38, "state"),
]
SUBJECTS = [
    ("c_subject", 45, "subject"),
    ("tr_before_quality", 28, "before"),
    ("tr_entry", 28, "entry"),
    ("tr_after_quality", 28, "after"),
    ("c_test_change", 28, "difference"),
    ("tr_teacher_after", 45, "teacher"),
]


def transition(label: Label) -> str:
    """Return the body of the comparison."""
    return (
        _head(label["tr_title"])
        + when(
            "rows",
            table(measured(label, COMPARISON, WIDE), "rows", split=False),
            each("said", "notes", paragraph("TableNote", "{{ said }}")),
            when(
                "moves",
                paragraph("Heading1", label["tr_moves"]),
                each("said", "moves", paragraph("Requisite", "{{ said }}")),
            ),
            when(
                "conclusion",
                paragraph("Heading1", label["quality_conclusion"]),
                each("said", "conclusion", paragraph("Requisite", "{{ said }}")),
            ),
            when("chart", paragraph("Chart", "{{ chart }}")),
        )
        + _foot(label, "not rows")
    )


def level_work(label: Label) -> str:
    """Return the body of the work by level: a table by classes and subjects."""
    return (
        _head(label["lw_title"])
        + when(
            "sections",
            sectioned_table(measured(label, LEVELS, WIDE), "sections"),
            paragraph("TableNote", label["lw_note"]),
        )
        + _foot(label, "not sections")
    )


def standard(label: Label) -> str:
    """Return the body of what is not mastered."""
    return (
        _head(label["st_title"])
        + when(
            "rows",
            table(measured(label, STANDARD, WIDE), "rows", split=False),
            paragraph("TableNote", "{{ note }}"),
            when("left", paragraph("Requisite", "{{ left }}")),
        )
        + _foot(label, "not rows")
    )


def handover(label: Label) -> str:
    """Return the body of a class handed over, with who signs."""
    asked = [
        (label["c_class"], "{{ class_name }}"),
        (label["c_day"], "{{ held_on }}"),
        (label["c_listed"], "{{ listed }}"),
        (label["ho_giver"], "{{ giver }}"),
        (label["ho_taker"], "{{ taker }}"),
    ]
    return (
        _head("{{ title }}")
        + when(
            "known",
            form((NARROW // 3, NARROW - NARROW // 3), asked),
            when(
                "rows",
                paragraph("Heading1", label["ho_figures"]),
                table(measured(label, SUBJECTS, NARROW), "rows", split=False),
            ),
            each("part", "parts", paragraph("Heading1", "{{ part.title }}"), paragraph("Line", "{{ part.text }}")),
            paragraph("Signature", f"{label['ho_giver']}:\t{BLANK_LINE} {{{{ giver }}}}"),
            paragraph("Signature", f"{label['ho_taker']}:\t{BLANK_LINE} {{{{ taker }}}}"),
            paragraph("Signature", f"{label['ho_head']}\t{BLANK_LINE}"),
        )
        + _foot(label, "not known")
    )


def _head(title: str) -> str:
    return letterhead(title) + paragraph("Subtitle", "{{ scope }}") + paragraph("DateLine", "{{ date }}\t{{ place }}")


def _foot(label: Label, nothing: str) -> str:
    return when(nothing, paragraph("Requisite", "{{ empty }}")) + paragraph(
        "Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}"
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "transition": Template(transition(label), landscape=True, cell=16, styles=QUALITY_STYLES),
        "level-work": Template(level_work(label), landscape=True, cell=20, styles=QUALITY_STYLES),
        "standard": Template(standard(label), landscape=True, cell=18, styles=QUALITY_STYLES),
        "handover": Template(handover(label), cell=22, styles=HANDOVER_STYLES),
    }
