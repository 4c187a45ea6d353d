"""The bodies of the analysis: all 17 sections, and the short one along the plan's sections."""

from .paper_parts import BLANK_LINE, NARROW, Label, Template, each, letterhead, when
from .plan_templates import PLAN_STYLES
from .quality_templates import CHART
from .word_parts import STYLES, Styles, paragraph, table

ANALYSIS_STYLES: Styles = (
    STYLES
    | CHART
    | {
        "TableTitle": (
            "Таблицанын аталышы",
            "Название таблицы",
            '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:jc w:val="left"/>',
            '<w:b/><w:sz w:val="24"/>',
        ),
        "Stamp": PLAN_STYLES["Stamp"],
        "StampHead": PLAN_STYLES["StampHead"],
        "StampLast": (
            "Бекитүү белгисинин аягы",
            "Конец грифа",
            '<w:keepNext/><w:spacing w:before="60" w:after="240"/><w:jc w:val="left"/>',
            '<w:sz w:val="24"/>',
        ),
    }
)
TAG = 60


def _tables() -> str:
    """Any table: its columns, and of each cell the width, come with the values; they fill the page (`grids`)."""
    columns = [
        ("{%tc for column in made.columns %}", TAG, "{%tc for cell in row.cells %}"),
        ("{{ column.text }}", NARROW - 2 * TAG, "{{ cell.text }}"),
        ("{%tc endfor %}", TAG, "{%tc endfor %}"),
    ]
    body = table(columns, "made.rows", split=False)
    width = f'<w:tcW w:w="{NARROW - 2 * TAG}"'
    head, _cut, rest = body.partition(width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for _, each, _ in columns)
    head = head.replace(grid, f'<w:gridCol w:w="{NARROW}"/>')  # never as many columns as a table has: it is fitted
    rest = rest.replace(width, '<w:tcW w:w="{{ cell.width }}"')
    return head + '<w:tcW w:w="{{ column.width }}"' + rest


def _sections(label: Label) -> str:
    return each(
        "section",
        "sections",
        paragraph("Heading1", "{{ section.title }}"),
        each("said", "section.said", paragraph("Line", "{{ said }}")),
        each("made", "section.tables", paragraph("TableTitle", "{{ made.title }}"), _tables()),
        each("chart", "section.charts", paragraph("Chart", "{{ chart }}")),
        each("said", "section.text", paragraph("Line", "{{ said }}")),
        when("section.empty", paragraph("Requisite", "{{ section.empty }}")),
    )


def _stamps(label: Label) -> str:
    return (
        paragraph("StampHead", label["considered_stamp"])
        + paragraph("Stamp", label["an_protocol"])
        + paragraph("StampLast", label["an_accepted"])
    )


def _signatures(label: Label) -> str:
    return paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}") + paragraph(
        "Signature", f"{label['an_read']}\t{BLANK_LINE} {{{{ read_by }}}}  {{{{ read_on }}}}"
    )


def full(label: Label) -> str:
    """Return the body of the full analysis."""
    return (
        _stamps(label)
        + letterhead("{{ title }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + _sections(label)
        + _signatures(label)
    )


def short(label: Label) -> str:
    """Return the body of the short one."""
    columns = [
        (label["c_number"], 500, "{{ row.number }}"),
        (label["an_section"], 1850, "{{ row.title }}"),
        (label["an_share"], 1250, "{{ row.share }}"),
        (label["an_done"], 3854, "{{ row.done }}"),
        (label["an_missed"], 1900, "{{ row.missed }}"),
    ]
    return (
        _stamps(label)
        + letterhead("{{ title }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + each("said", "about", paragraph("Line", "{{ said }}"))
        + when("not plan", paragraph("Requisite", "{{ empty }}"))
        + when("plan", table(columns, "plan", split=False))
        + _sections(label)
        + _signatures(label)
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic."""
    return {
        "analysis": Template(full(label), cell=20, styles=ANALYSIS_STYLES),
        "analysis-short": Template(short(label), cell=18, styles=ANALYSIS_STYLES),
    }
