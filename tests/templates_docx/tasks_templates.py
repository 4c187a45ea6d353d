"""The body of the slips of tasks: each kept together, with a line to cut along between two."""

from .paper_parts import BLANK_LINE, NARROW, Label, Template, each, letterhead, when
from .word_parts import STYLES, paragraph, table

COLUMNS = [
    ("c_number", 10, "number"),
    ("c_task", 68, "text"),
    ("c_source", 38, "source"),
    ("c_deadline", 28, "deadline"),
    ("c_state", 38, "state"),
]
SLIP_STYLES = STYLES | {
    "TableText": ("Таблица тексти", "Текст таблицы", '<w:keepNext/><w:jc w:val="left"/>', '<w:sz w:val="{cell}"/>'),
    "SlipName": (
        "Баракчанын ээси", "Чей листок", '<w:keepNext/><w:spacing w:before="200"/><w:jc w:val="left"/>', "<w:b/>",
    ),
    "SlipFrom": (
        "Баракчанын башы", "Откуда листок", '<w:keepNext/><w:spacing w:after="80"/><w:jc w:val="left"/>',
        '<w:sz w:val="{cell}"/>',
    ),
    "SlipSigned": (
        "Баракчага кол", "Подпись на листке",
        '<w:keepLines/><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs><w:spacing w:before="160" w:after="80"/>'
        '<w:jc w:val="left"/>',
        '<w:sz w:val="{cell}"/>',
    ),
    "CutLine": (
        "Кесүү сызыгы", "Линия отреза", '<w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>',
        '<w:color w:val="7F7F7F"/><w:sz w:val="20"/>',
    ),
}  # fmt: skip


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    whole = sum(share for _, share, _ in COLUMNS)
    columns = [(label[name], NARROW * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in COLUMNS]
    signed = f"{label['slip_acquainted']} {BLANK_LINE} {{{{ slip.signer }}}}"
    slip = each(
        "slip",
        "slips",
        paragraph("SlipName", "{{ slip.name }}"),
        paragraph("SlipFrom", "{{ association }} · {{ day }}"),
        table(columns, "slip.rows", split=False),
        when("slip.signer", paragraph("SlipSigned", f"{signed}\t{label['slip_day']}")),
        when("slip.cut", paragraph("CutLine", "–  " * 36)),
    )
    body = (
        letterhead(label["tasks_title"])
        + when("scope", paragraph("Subtitle", "{{ scope }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + slip
        + when("not slips", paragraph("Requisite", label["tasks_empty"]))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )
    return {"tasks": Template(body, cell=22, styles=SLIP_STYLES)}
