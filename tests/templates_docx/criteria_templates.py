"""The body of the criteria's template."""

from .evaluation_templates import EVALUATION_STYLES, across
from .paper_parts import BLANK_LINE, WIDE, Label, Template, letterhead, when
from .word_parts import paragraph, sectioned_table


def criteria(label: Label) -> str:
    """Return the body: who adopted them, the table by sections, the sum."""
    columns = [
        (label["c_number"], 560, "{{ row.number }}"),
        (label["ev_criterion"], 3600, "{{ row.name }}"),
        (label["ev_indicator"], 3900, "{{ row.indicator }}"),
        (label["ev_most"], 900, "{{ row.most }}"),
        (label["cr_rule"], 2700, "{{ row.rule }}"),
        (label["c_proof"], 2500, "{{ row.proof }}"),
    ]
    stamp = when(
        "adopted",
        paragraph("StampHeadRight", label["cr_adopted"]),
        paragraph("StampLast", "{{ adopted }}"),
    )
    return (
        stamp
        + letterhead(label["cr_title"])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "sections",
            sectioned_table(across(columns, WIDE), "sections"),
            paragraph("Requisite", f"**{label['ev_total']}** {{{{ total }}}}"),
        )
        + when("not sections", paragraph("Requisite", "{{ empty }}"))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the template of this topic by document."""
    return {"criteria": Template(criteria(label), landscape=True, cell=22, styles=EVALUATION_STYLES)}
