"""The bodies of the plan's templates: title page, table by sections, grid of meetings, plan against fact."""

from .paper_parts import WIDE, Label, Template
from .word_parts import STYLES, Styles, paragraph, sectioned_table, side_by_side, table, tag

BLANK_LINE = "_" * 18

PLAN_STYLES: Styles = STYLES | {
    "Stamp": (
        "Бекитүү белгиси",
        "Гриф",
        '<w:keepNext/><w:spacing w:before="60"/><w:jc w:val="left"/>',
        '<w:sz w:val="24"/>',
    ),
    "StampRight": (
        "Бекитүү белгиси, оңдо",
        "Гриф справа",
        '<w:keepNext/><w:spacing w:before="60"/><w:ind w:left="9400"/><w:jc w:val="left"/>',
        '<w:sz w:val="24"/>',
    ),
    "StampHead": (
        "Бекитүү белгисинин башы",
        "Заголовок грифа",
        '<w:keepNext/><w:spacing w:before="280"/><w:jc w:val="left"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    "StampHeadRight": (
        "Бекитүү белгисинин башы, оңдо",
        "Заголовок грифа справа",
        '<w:keepNext/><w:spacing w:before="280"/><w:ind w:left="9400"/><w:jc w:val="left"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    "CoverTitle": (
        "Титулдук барактын аталышы",
        "Название на титуле",
        '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="1000"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="32"/>',
    ),
    "PlanTitle": (
        "Пландын аталышы",
        "Название плана",
        '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="480"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="32"/>',
    ),
    "Motto": (
        "Ураан",
        "Девиз",
        '<w:keepNext/><w:spacing w:before="200"/><w:jc w:val="center"/>',
        "<w:i/>",
    ),
    "NewPage": (
        "Жаңы барактан",
        "С новой страницы",
        '<w:keepNext/><w:pageBreakBefore/><w:spacing w:after="160"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
        "<w:b/>",
    ),
    "Step": ("Бекитүү кадамы", "Шаг утверждения", '<w:keepNext/><w:spacing w:before="60" w:after="120"/>', ""),
    "TableNote": ("Таблицага эскертүү", "Примечание к таблице", '<w:spacing w:before="60"/>', '<w:sz w:val="20"/>'),
    "TableSection": (
        "Таблица бөлүмү",
        "Раздел таблицы",
        '<w:keepNext/><w:jc w:val="left"/>',
        '<w:b/><w:sz w:val="{cell}"/>',
    ),
}
"""The styles of every paper with those of a plan's."""

LINES = [
    ("c_number", 14, "number"),
    ("c_content", 92, "text"),
    ("c_deadline", 28, "term"),
    ("c_owner", 40, "owners"),
    ("c_done", 52, "done"),
    ("c_note", 26, "note"),
]
QUARTER_LINES = [LINES[0], ("c_month", 26, "month"), ("c_content", 74, "text"), ("c_deadline", 26, "term"), *LINES[3:]]
MEETINGS = [
    ("c_number", 14, "number"),
    ("c_month_day", 24, "date"),
    ("c_questions", 124, "items"),
    ("c_prepares", 46, "reporters"),
    ("c_result", 44, "result"),
]
EVENTS = [
    ("c_number", 12, "number"),
    ("c_day", 28, "day"),
    ("c_event", 82, "text"),
    ("c_time_place", 40, "place"),
    ("c_owner", 40, "owners"),
    ("c_done", 52, "done"),
]
FIGURES = [
    ("c_number", 8, "number"),
    ("c_section", 70, "title"),
    *((f"{{{{ months[{place}] }}}}", 11, f"cells[{place}]") for place in range(12)),
    ("c_all_year", 18, "whole_year"),
    ("c_in_all", 17, "total"),
]
NOT_DONE = [
    ("c_number", 14, "number"),
    ("c_content", 100, "text"),
    ("c_deadline", 28, "term"),
    ("c_owner", 44, "owners"),
    ("c_reason", 66, "state"),
]
APART = [
    ("c_day", 24, "day"),
    ("c_content", 128, "text"),
    ("c_classes", 34, "classes"),
    ("c_owner", 66, "owners"),
]


def when(condition: str, *lines: str, otherwise: str = "") -> str:
    """Print lines only where the condition holds, else other ones."""
    other = tag("{%p else %}") + otherwise if otherwise else ""
    return tag(f"{{%p if {condition} %}}") + "".join(lines) + other + tag("{%p endif %}")


def columns(label: Label, wanted: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """Measure columns, each (label or what is printed, share of the width, field), over the page."""
    whole = sum(share for _, share, _ in wanted)
    return [(label.get(name, name), WIDE * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in wanted]


def year_plan(label: Label) -> str:
    """Return the body of the year's plan: title page, sections, meetings."""
    about = "".join(
        paragraph("Requisite", f"**{label[name]}** {{{{ {name} }}}}") for name in ("theme", "goals", "tasks")
    )
    return (
        _school()
        + side_by_side(*((WIDE // 3, _stamp(label, step)) for step in ("considered", "agreed", "approved")))
        + paragraph("CoverTitle", "{{ association }}")
        + paragraph("PlanTitle", "{{ title }}")
        + when("edition", paragraph("Subtitle", "{{ edition }}"))
        + when("motto", paragraph("Motto", "«{{ motto }}»"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + about
        + when(
            "sections",
            paragraph("NewPage", label["plan_sections"]),
            sectioned_table(columns(label, LINES), "sections"),
            otherwise=paragraph("Invitation", "{{ empty }}"),
        )
        + _meetings(label)
        + _signature(label)
    )


def quarter_plan(label: Label) -> str:
    """Return the body of a quarter's plan."""
    filled = sectioned_table(columns(label, QUARTER_LINES), "sections")
    empty = paragraph("Invitation", "{{ empty }}")
    return _part_head(label) + when("sections", filled, otherwise=empty) + _meetings(label) + _signature(label)


def month_plan(label: Label) -> str:
    """Return the body of a month's plan."""
    filled = table(columns(label, EVENTS), "rows", split=False)
    beyond = paragraph("Heading1", "{{ beyond_title }}") + table(columns(label, EVENTS), "beyond", split=False)
    empty = paragraph("Invitation", "{{ empty }}")
    return _part_head(label) + when("rows", filled, otherwise=empty) + when("beyond", beyond) + _signature(label)


def plan_fact(label: Label) -> str:
    """Return the body of plan against fact: the figures, then what was not done and why."""
    below = table(columns(label, NOT_DONE), "not_done", split=False)
    return (
        _school()
        + paragraph("Head", "{{ association }}")
        + paragraph("Title", label["fact_title"])
        + paragraph("Subtitle", "{{ year }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "rows",
            table(columns(label, FIGURES), "rows", split=False),
            paragraph("TableNote", label["fact_note"]),
            paragraph("Heading1", label["not_done"]),
            when("not_done", below, otherwise=paragraph("Requisite", "{{ all_done }}")),
            otherwise=paragraph("Invitation", "{{ empty }}"),
        )
        + when("apart", paragraph("Heading1", label["apart"]), table(columns(label, APART), "apart", split=False))
        + _signature(label)
    )


def _school() -> str:
    return when("ministry", paragraph("Head", "{{ ministry }}")) + paragraph("Head", "{{ school }}")


def _part_head(label: Label) -> str:
    """Return what stands above a quarter's and a month's plan: they are agreed by the head of studies."""
    return (
        _school()
        + paragraph("Head", "{{ association }}")
        + _stamp(label, "agreed", "Right")
        + paragraph("PlanTitle", "{{ title }}")
        + when("edition", paragraph("Subtitle", "{{ edition }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("considered_on", _step(label, "considered", "{{ considered }}"))
        + when("approved_on", _step(label, "approved", "{{ approved_by }}"))
    )


def _step(label: Label, step: str, who: str) -> str:
    """Return a step of approval that such a plan need not have, in one line."""
    heading = label[f"{step}_stamp"]
    return paragraph("Step", f"**{heading}:** {who}, {{{{ {step}_on }}}}")


def _stamp(label: Label, step: str, side: str = "") -> str:
    day = f"{{% if {step}_on %}}{{{{ {step}_on }}}}{{% else %}}{label['certified_on']}{{% endif %}}"
    if step == "considered":
        signed = ["{{ considered }}", day, f"{label['leader']} {BLANK_LINE}", "{{ leader }}"]
    else:
        signed = [label[f"{step}_office"], f"{BLANK_LINE} {{{{ {step}_by }}}}", day]
    lines = "".join(paragraph(f"Stamp{side}", line) for line in signed)
    return paragraph(f"StampHead{side}", label[f"{step}_stamp"]) + lines


def _meetings(label: Label) -> str:
    grid = table(columns(label, MEETINGS), "meetings", split=False)
    return when("meetings", paragraph("Heading1", "{{ meetings_title }}"), grid)


def _signature(label: Label) -> str:
    return paragraph("Signature", f"{label['leader']}\t{'_' * 20} {{{{ leader }}}}")


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    bodies = {
        "plan-year": year_plan(label),
        "plan-quarter": quarter_plan(label),
        "plan-month": month_plan(label),
        "plan-fact": plan_fact(label),
    }
    return {
        name: Template(body, landscape=True, cell=20 if name == "plan-fact" else 22, styles=PLAN_STYLES)
        for name, body in bodies.items()
    }
