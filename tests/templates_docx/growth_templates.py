"""The bodies of the templates about the members' growth: card, register of courses, best practice."""

from .control_test_templates import TEST_STYLES, measured
from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, letterhead, when
from .word_parts import form, paragraph, sectioned_table, table

FIELDS = (
    ("gr_full", "full"),
    ("c_born", "born"),
    ("c_education", "education"),
    ("c_service", "service"),
    ("c_category", "category"),
    ("c_work", "work"),
    ("gr_class_teacher", "class_teacher_of"),
    ("c_theme", "theme"),
    ("c_awards", "awards"),
    ("gr_phone", "phone"),
)
RECORDS = [("c_day", 30, "date"), ("gr_what", 76, "what"), ("gr_more", 60, "more")]
MOMENTS = [("c_day", 26, "date"), ("gr_did", 40, "kind"), ("gr_what", 100, "what")]
COURSES = [
    ("c_number", 10, "number"),
    ("c_teacher", 40, "teacher"),
    ("gr_provider_topic", 74, "what"),
    ("gr_form", 24, "form"),
    ("gr_hours", 16, "hours"),
    ("gr_span", 36, "span"),
    ("gr_certificate", 32, "certificate"),
    ("gr_next", 28, "next"),
    ("gr_category", 38, "category"),
]
PRACTICE = (
    ("gr_author", "author"),
    ("gr_topic", "topic"),
    ("gr_essence", "essence"),
    ("gr_grounds", "grounds"),
    ("gr_result", "result"),
    ("gr_spread", "spread"),
    ("gr_protocol", "protocols"),
    ("gr_materials", "materials"),
)
STEPS = [
    ("c_number", 10, "number"),
    ("gr_stage", 40, "stage"),
    ("c_day", 26, "date"),
    ("gr_where", 46, "where"),
    ("gr_protocol", 34, "protocol"),
    ("c_note", 34, "note"),
]
ASKED = 3300
"""The width of the column that says what is asked, in twentieths of a point."""


def card(label: Label) -> str:
    """Return the body of the card: fields, records by kind, the time line of the year."""
    fields = [(label[name], f"{{{{ fields.{field} }}}}") for name, field in FIELDS]
    told = table(measured(label, MOMENTS, NARROW), "moments", split=False)
    return (
        letterhead(label["gr_card_title"])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "there",
            form((ASKED, NARROW - ASKED), fields),
            when("sections", paragraph("Heading1", label["gr_records"])),
            when("sections", sectioned_table(measured(label, RECORDS, NARROW), "sections")),
            paragraph("Heading1", f"{label['gr_year']}, {{{{ year }}}}"),
            when("moments", told),
            when("not moments", paragraph("Requisite", label["gr_no_moments"])),
        )
        + when("not there", paragraph("Requisite", label["gr_no_member"]))
        + _signature(label)
        + when("there", paragraph("Signature", f"{label['o_acquainted']}\t{BLANK_LINE} {{{{ fields.short }}}}"))
    )


def courses(label: Label) -> str:
    """Return the body of the register."""
    return (
        letterhead(label["gr_courses_title"])
        + paragraph("Subtitle", "{{ year }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "rows",
            table(measured(label, COURSES, WIDE), "rows", split=False),
            paragraph("TableNote", "{{ summary }}"),
        )
        + when("not rows", paragraph("Requisite", "{{ empty }}"))
        + _signature(label)
    )


def practice(label: Label) -> str:
    """Return the body of the best practice: what is asked, the steps, two signatures."""
    rows = [(label[name], f"{{{{ {field} }}}}") for name, field in PRACTICE]
    return (
        letterhead(label["gr_practice_title"])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "there",
            form((ASKED, NARROW - ASKED), rows),
            when("steps", paragraph("Heading1", label["gr_steps"])),
            when("steps", table(measured(label, STEPS, NARROW), "steps", split=False)),
        )
        + when("not there", paragraph("Requisite", label["gr_no_practice"]))
        + when("there", paragraph("Signature", f"{label['gr_author']}:\t{BLANK_LINE} {{{{ author_signed }}}}"))
        + _signature(label)
    )


def _signature(label: Label) -> str:
    return paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "member": Template(card(label), cell=22, styles=TEST_STYLES),
        "courses": Template(courses(label), landscape=True, cell=20, styles=TEST_STYLES),
        "best-practice": Template(practice(label), cell=22, styles=TEST_STYLES),
    }
