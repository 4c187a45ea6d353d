"""The bodies of the templates of normative documents: the register, the sheet to sign."""

from .journal_templates import listed, signature
from .paper_parts import NARROW, Label, Template, letterhead, when
from .word_parts import STYLES, Styles, paragraph, table

SHEET_STYLES: Styles = STYLES | {
    "TableText": (
        "Таблица тексти",
        "Текст таблицы",
        '<w:spacing w:before="80" w:after="80"/><w:jc w:val="left"/>',
        '<w:sz w:val="{cell}"/>',
    ),
    "TableLead": (
        "Таблицанын алдында",
        "Перед таблицей",
        '<w:keepNext/><w:spacing w:before="60" w:after="80"/>',
        "",
    ),
}
"""Rows are high enough for a signature by hand."""

NORMS = [
    ("c_number", 10, "number"),
    ("c_document", 66, "title"),
    ("c_doc_number", 28, "issued"),
    ("c_issuer", 40, "issuer"),
    ("c_state", 34, "state"),
    ("c_study_by", 27, "study_by"),
    ("c_studied", 31, "studied"),
    ("c_acquainted", 32, "read"),
    ("c_note", 32, "note"),
]
SHEET = [
    ("c_number", 10, "number"),
    ("c_name", 60, "full"),
    ("c_office", 54, "office"),
    ("c_read_on", 30, "day"),
    ("c_signature", 34, "signature"),
]


def sheet(label: Label) -> str:
    """Return the sheet: which document, then a row for everyone."""
    whole = sum(share for _, share, _ in SHEET)
    measured = [(label[name], NARROW * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in SHEET]
    facts = (("issuer", "issued_by"), ("study_by", "study_until"), ("studied", "studied_at"))
    return (
        letterhead(label["acquaintance_title"])
        + when("document", paragraph("Subtitle", "{{ document }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + "".join(when(name, paragraph("Requisite", f"{label[key]} {{{{ {name} }}}}")) for name, key in facts)
        + when("rows", paragraph("TableLead", label["acquaintance_text"]), table(measured, "rows", split=False))
        + when("summary", paragraph("Requisite", "{{ summary }}"))
        + when("not document", paragraph("Requisite", label["norms_empty"]))
        + when("document and not rows", paragraph("Requisite", label["readers_empty"]))
        + signature(label)
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    register = listed(label, "norms_title", "{{ year }}", "norms_empty", NORMS)
    return {
        "norms": Template(register + signature(label), landscape=True, cell=20),
        "acquaintance": Template(sheet(label), cell=22, styles=SHEET_STYLES),
    }
