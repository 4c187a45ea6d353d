"""The bodies of the journal's, the staffing's and the folder's templates."""

from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, letterhead, when
from .word_parts import paragraph, table

JOURNAL = [
    ("c_number", 12, "number"),
    ("c_day", 26, "date"),
    ("c_happened", 140, "what"),
    ("c_whom", 46, "who"),
    ("c_of_class", 26, "classes"),
]
STAFFING = [
    ("c_number", 10, "number"),
    ("c_vacant", 46, "what"),
    ("c_vacant_since", 24, "since"),
    ("c_why", 40, "reason"),
    ("c_fills", 42, "filled"),
    ("c_reported", 38, "reported"),
    ("c_vacant_state", 38, "state"),
    ("c_note", 30, "note"),
]
FOLDER = [
    ("c_number", 10, "number"),
    ("c_paper", 46, "title"),
    ("c_files", 96, "files"),
    ("c_vacant_state", 28, "state"),
]


def listed(
    label: Label, title: str, subtitle: str, empty: str, columns: list[tuple[str, int, str]], width: int = WIDE
) -> str:
    """Return a table signed by the leader, or a sentence where there is nothing."""
    whole = sum(share for _, share, _ in columns)
    measured = [(label[name], width * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in columns]
    return (
        letterhead(label[title])
        + paragraph("Subtitle", subtitle)
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("rows", table(measured, "rows", split=False))
        + when("not rows", paragraph("Requisite", label[empty]))
    )


def signature(label: Label) -> str:
    """Return the leader's signature."""
    return paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    journal = listed(label, "ub_journal_title", "{{ scope }}", "journal_empty", JOURNAL)
    staffing = listed(label, "staffing_title", "{{ year }}", "staffing_empty", STAFFING)
    folder = listed(label, "folder_title", "{{ year }}", "folder_empty", FOLDER, NARROW)
    summary = when("summary", paragraph("Requisite", "{{ summary }}"))
    return {
        "journal": Template(journal + signature(label), landscape=True, cell=22),
        "folder": Template(folder + signature(label), cell=20),
        "staffing": Template(staffing + summary + signature(label), landscape=True, cell=22),
    }
