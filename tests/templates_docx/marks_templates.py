"""The bodies of the slips of marks, half a page each, and of the programme's fulfilment."""

from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, each, letterhead, when
from .tasks_templates import SLIP_STYLES
from .word_parts import paragraph, table

MARK_STYLES = SLIP_STYLES | {
    "NewPage": (
        "Жаңы барак", "Новая страница", '<w:keepNext/><w:pageBreakBefore/><w:jc w:val="left"/>', "<w:b/>",
    ),
}  # fmt: skip
LIST = [("c_class", 18, "class_name"), ("c_subject", 40, "subject"), ("c_start", 18, "start"),
        ("c_arrived", 13, ""), ("c_departed", 13, ""), ("c_end", 17, "")]  # fmt: skip
BESIDE = [("c_absent", 11, ""), ("c_one_three", 14, ""), ("c_one_four", 14, ""), ("c_hours_plan", 14, ""),
          ("c_hours_taught", 15, ""), ("c_hours_behind", 15, ""), ("c_why", 24, "")]  # fmt: skip
PROGRAMME = [
    ("c_number", 10, "number"), ("c_class", 20, "class_name"), ("c_subject", 36, "subject"),
    ("c_teacher", 40, "teacher"), ("c_hours_plan", 17, "plan"), ("c_hours_taught", 23, "taught"), ("%", 16, "percent"),
    ("c_hours_behind", 18, "behind"), ("c_why", 40, "why"),
]  # fmt: skip


def measured(label: Label, columns: list[tuple[str, int, str]], width: int) -> list[tuple[str, int, str]]:
    """Measure columns over the page; one without a field is filled in by hand."""
    whole = sum(share for _, share, _ in columns)
    return [
        (label.get(name, name), width * share // whole, f"{{{{ row.{field or 'blank'} }}}}")
        for name, share, field in columns
    ]


def marks(best: int) -> list[tuple[str, int, str]]:
    """The columns of the marks."""
    return [(f"«{mark}»", 9, "") for mark in (range(10, 0, -1) if best == 10 else range(5, 1, -1))]


def slip(label: Label, best: int) -> str:
    """The table of a slip."""
    return table(measured(label, [*LIST, *marks(best), *BESIDE], WIDE), "slip.rows", split=False)


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    slips = each(
        "slip",
        "slips",
        when("slip.new_page", paragraph("NewPage", "{{ slip.name }}")),
        when("not slip.new_page", paragraph("SlipName", "{{ slip.name }}")),
        paragraph("SlipFrom", f"{label['marks_slip_title']} · {{{{ scope }}}} · {{{{ association }}}}"),
        when("ten", slip(label, 10)),
        when("not ten", slip(label, 5)),
        paragraph("SlipSigned", f"{BLANK_LINE} {{{{ slip.signer }}}}\t{label['slip_day']}"),
        when("slip.cut", paragraph("CutLine", "–  " * 36)),
    )
    body = slips + when("not slips", letterhead(label["marks_slip_title"]) + paragraph("Requisite", "{{ empty }}"))
    programme = (
        letterhead(label["programme_title"])
        + paragraph("Subtitle", "{{ scope }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("rows", table(measured(label, PROGRAMME, NARROW), "rows", split=False))
        + when("conclusion", paragraph("Requisite", "{{ conclusion }}"))
        + when("not rows", paragraph("Requisite", "{{ empty }}"))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )
    return {
        "marks-slip": Template(body, landscape=True, cell=18, styles=MARK_STYLES),
        "programme": Template(programme, cell=20),
    }
