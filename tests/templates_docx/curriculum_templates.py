"""The bodies of the templates of the curriculum: changes with their matrix, the register of calendar plans."""

from .journal_templates import listed, signature
from .paper_parts import WIDE, Label, Template, each, letterhead, when
from .word_parts import STYLES, Styles, paragraph, table

CHANGE_STYLES: Styles = STYLES | {
    "Requisite": ("Реквизит", "Реквизит", '<w:keepNext/><w:spacing w:before="40" w:after="60"/>', ""),
}
"""The last fact stands right over the table, apart from it."""

MATRIX = [
    ("c_number", 9, "number"),
    ("c_teacher", 36, "teacher"),
    ("c_subject", 28, "subject"),
    ("c_of_class", 16, "class_name"),
    ("c_corrected", 26, "corrected"),
    ("c_considered_at", 28, "considered"),
    ("c_agreed_by", 32, "agreed"),
    ("c_approved_by", 25, "approved"),
    ("c_test_made", 26, "test_made"),
    ("c_test_held", 26, "test_held"),
    ("c_note", 25, "note"),
]
PLANS = [
    ("c_number", 9, "number"),
    ("c_teacher", 40, "teacher"),
    ("c_subject", 38, "subject"),
    ("c_of_class", 17, "class_name"),
    ("c_hours", 25, "hours"),
    ("c_change", 42, "change"),
    ("c_considered_at", 28, "considered"),
    ("c_agreed_by", 33, "agreed"),
    ("c_approved_by", 26, "approved"),
    ("c_note", 28, "remark"),
]


def changes(label: Label) -> str:
    """Return every change with its facts and its matrix."""
    whole = sum(share for _, share, _ in MATRIX)
    measured = [(label[name], WIDE * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in MATRIX]
    known = ("valid_from", "subjects", "classes", "norm", "discussed", "note")
    facts = (
        when(f"change.{name}", paragraph("Requisite", f"{label[f'change_{name}']} {{{{ change.{name} }}}}"))
        for name in known
    )
    return (
        letterhead(label["curriculum_title"])
        + paragraph("Subtitle", "{{ year }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + each(
            "change",
            "changes",
            paragraph("Heading1", "{{ change.number }}. {{ change.text }}"),
            *facts,
            when("change.rows", table(measured, "change.rows", split=False)),
            when("change.summary", paragraph("Requisite", "{{ change.summary }}")),
            when("not change.rows", paragraph("Requisite", label["change_plans_empty"])),
        )
        + when("not changes", paragraph("Requisite", label["changes_empty"]))
        + signature(label)
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    plans = listed(label, "calendar_plans_title", "{{ year }}", "calendar_plans_empty", PLANS)
    return {
        "curriculum": Template(changes(label), landscape=True, cell=20, styles=CHANGE_STYLES),
        "calendar-plans": Template(plans + signature(label), landscape=True, cell=20),
    }
