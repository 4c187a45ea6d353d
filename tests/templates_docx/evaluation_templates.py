"""The bodies of the evaluation's templates: sheet, self-assessment, summary, appeal."""

from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, each, letterhead, when
from .plan_templates import PLAN_STYLES
from .word_parts import STYLES, Styles, form, paragraph, sectioned_table, table

EVALUATION_STYLES: Styles = STYLES | {
    **{name: PLAN_STYLES[name] for name in ("TableNote", "TableSection", "StampHeadRight", "StampRight")},
    "Requisite": (*STYLES["Requisite"][:2], STYLES["Requisite"][2] + '<w:jc w:val="left"/>', ""),
    "Signature": (
        *STYLES["Signature"][:2],
        STYLES["Signature"][2].replace("2552", "3000").replace("<w:jc", '<w:ind w:left="3000" w:hanging="3000"/><w:jc'),
        "",
    ),
    "StampLast": (
        "Бекитүү белгисинин аягы, оңдо",
        "Конец грифа справа",
        PLAN_STYLES["StampRight"][2].replace('w:before="60"', 'w:before="60" w:after="240"'),
        PLAN_STYLES["StampRight"][3],
    ),
    "HeadNewPage": (
        "Мекеме, жаңы барактан",
        "Организация, с новой страницы",
        '<w:keepNext/><w:pageBreakBefore/><w:suppressAutoHyphens/><w:jc w:val="center"/>',
        "",
    ),
}
TAG = 60
"""The width of a column that only says whether the next one is printed, in twentieths of a point."""

Column = tuple[str, int, str]


def only(condition: str, column: Column) -> list[Column]:
    """Return a column that is printed only where a condition holds."""
    begin, end = f"{{%tc if {condition} %}}", "{%tc endif %}"
    return [(begin, TAG, begin), column, (end, TAG, end)]


def across(columns: list[Column], width: int) -> list[Column]:
    """Return the columns in their proportions over the whole width."""
    total = sum(share for _, share, _ in columns)
    return [(head, share * width // total, field) for head, share, field in columns]


def sheets(label: Label) -> str:
    """Return the body of the filled sheets, each on a page of its own."""
    columns = [
        (label["c_number"], 500, "{{ row.number }}"),
        (label["ev_criterion"], 2050, "{{ row.name }}"),
        (label["ev_indicator"], 1750, "{{ row.indicator }}"),
        (label["ev_most"], 760, "{{ row.most }}"),
        *only("own", (label["ev_own"], 860, "{{ row.own }}")),
        (label["ev_association"], 700, "{{ row.association }}"),
        *only("commission", (label["ev_commission"], 880, "{{ row.commission }}")),
        (label["c_proof"], 2600, "{{ row.proofs }}"),
    ]
    after = (
        when("sheet.notes", paragraph("TableNote", "{{ sheet.notes }}"))
        + paragraph("Requisite", _outcome(label))
        + when(
            "sheet.appeals",
            paragraph("Requisite", f"**{label['ev_appeals']}**"),
            each("line", "sheet.appeals", paragraph("Requisite", "{{ line }}")),
        )
        + paragraph("Requisite", f"**{label['ev_basis']}** {{{{ sheet.bases|join('; ') }}}}")
        + _signature(label["ev_teacher"], "{{ sheet.signed }}")
        + when("not sheet.by_head", _signature(label["leader"], "{{ sheet.rater }}"))
        + when("sheet.by_head", _signature(label["ev_head"], "{{ sheet.rater }}"))
        + when("commission", _signature(label["ev_chair"], "{{ sheet.chair }}"))
        + _read(label)
    )
    made = each(
        "sheet",
        "sheets",
        _head(label, "ev_sheet_title")
        + sectioned_table(across(columns, NARROW), "sheet.sections", "span", "sheet.sums")
        + after,
    )
    return made + _empty(label, "ev_sheet_title", "not sheets")


def _outcome(label: Label) -> str:
    """Return the sum of a sheet, with her place and share where the school has them, in one line."""
    more = (("rank", "ev_rank"), ("share", "ev_share"))
    asked = (f"{{% if sheet.{name} %}}; **{label[key]}:** {{{{ sheet.{name} }}}}{{% endif %}}" for name, key in more)
    return f"**{label['ev_total']}** {{{{ sheet.total }}}}" + "".join(asked)


def own_sheets(label: Label) -> str:
    """Return the body of the sheets for self-assessment."""
    columns = [
        (label["c_number"], 500, "{{ row.number }}"),
        (label["ev_criterion"], 2500, "{{ row.name }}"),
        (label["ev_indicator"], 2300, "{{ row.indicator }}"),
        (label["ev_most"], 760, "{{ row.most }}"),
        (label["ev_own"], 900, "{{ row.own }}"),
        (label["c_proof"], 2300, "{{ row.proofs }}"),
    ]
    after = paragraph("Requisite", f"{label['ev_own_total']} {BLANK_LINE} / {{{{ most }}}}") + paragraph(
        "Signature", f"{label['ev_teacher']}\t{BLANK_LINE} {{{{ sheet.signed }}}}"
    )
    after += paragraph("CertifiedOn", label["certified_on"])
    made = each(
        "sheet",
        "sheets",
        _head(label, "ev_self_title") + sectioned_table(across(columns, NARROW), "sheet.sections") + after,
    )
    return made + _empty(label, "ev_self_title", "not sheets")


def summary(label: Label) -> str:
    """Return the body of the summary: one narrow column a criterion, as many as there are."""
    loop, row_loop, end = "{%tc for each in criteria %}", "{%tc for each in row.cells %}", "{%tc endfor %}"
    columns = [
        (label["c_number"], 560, "{{ row.number }}"),
        (label["ev_name"], 2200, "{{ row.name }}"),
        (loop, TAG, row_loop),
        ("{{ each }}", 580, "{{ each }}"),
        (end, TAG, end),
        (label["ev_sum"], 900, "{{ row.total }}"),
        *only("ranked", (label["ev_rank"], 840, "{{ row.rank }}")),
        *only("money", (label["ev_share"], 1600, "{{ row.share }}")),
        (label["ev_signature"], 1500, "{{ '' }}"),
    ]
    return (
        _approved(label)
        + letterhead(label["ev_summary_title"])
        + when("period", paragraph("Subtitle", "{{ period }}"))
        + when("edition", paragraph("Subtitle", "{{ edition }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when(
            "rows",
            table(across(columns, WIDE), "rows", split=False),
            paragraph("TableNote", f"{label['ev_legend']} {{{{ legend }}}}."),
            when("fund", paragraph("Requisite", "{{ fund }}")),
            paragraph("Requisite", f"**{label['ev_basis']}** {{{{ bases|join('; ') }}}}"),
        )
        + when("not rows", paragraph("Requisite", "{{ empty }}"))
        + when("commission", _signature(label["ev_chair"], "{{ chair }}"))
        + each("member", "members", _signature(label["ev_member"], "{{ member }}"))
        + _signature(label["leader"], "{{ leader }}")
    )


def _approved(label: Label) -> str:
    """Return the director's stamp above on the right."""
    return (
        paragraph("StampHeadRight", label["approved_stamp"])
        + paragraph("StampRight", label["approved_office"])
        + paragraph("StampRight", f"{'_' * 18} {{{{ director }}}}")
        + paragraph("StampLast", label["certified_on"])
    )


def appeal(label: Label) -> str:
    """Return the body of an appeal: what is asked, what was answered."""
    asked = [
        (label["ev_from"], "{{ name }}"),
        (label["ev_period"], "{{ period }}"),
        (label["ev_criterion"], "{{ criterion }}"),
        (label["ev_points"], "{{ points }}"),
        (label["ev_filed"], "{{ filed_on }}"),
        (label["ev_reason"], "{{ reason }}"),
    ]
    answered = [
        (label["ev_outcome"], "{{ outcome }}"),
        (label["ev_reply"], "{{ reply }}"),
        (label["ev_new_points"], "{{ new_points }}"),
        (label["ev_protocol"], "{{ protocol }}"),
        (label["ev_decided"], "{{ decided_on }}"),
    ]
    widths = (NARROW // 3, NARROW - NARROW // 3)
    return (
        letterhead(label["ev_appeal_title"])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("not appeal", paragraph("Requisite", "{{ empty }}"), _signature(label["leader"], "{{ leader }}"))
        + when(
            "appeal",
            form(widths, asked),
            _signature(label["ev_applicant"], "{{ signed }}"),
            paragraph("Heading1", label["ev_answer"]),
            when("answered", form(widths, answered)),
            when("not answered", paragraph("Requisite", "{{ outcome }}")),
            _signature(label["ev_chair"], "{{ chair }}"),
            _signature(label["ev_acquainted"], "{{ signed }}"),
        )
    )


def _head(label: Label, title: str) -> str:
    """Return what stands above one sheet; from the second on it begins a page."""
    facts = [
        (label["ev_period"], "{{ sheet.period }}"),
        (label["ev_person"], "{{ sheet.name }}"),
        (label["ev_work"], "{{ sheet.work }}"),
        (label["ev_category"], "{{ sheet.category }}"),
    ]
    lines = "".join(paragraph("Requisite", f"**{name}:** {value}") for name, value in facts)
    criteria = paragraph("Requisite", f"**{label['ev_criteria']}:** {{{{ sheet.criteria }}}}")
    return (
        when("sheet.first", when("ministry", paragraph("Head", "{{ ministry }}")), paragraph("Head", "{{ school }}"))
        + when("sheet.more", paragraph("HeadNewPage", "{{ school }}"))
        + paragraph("Head", "{{ association }}")
        + paragraph("Title", label[title])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + lines
        + when("sheet.criteria", criteria)
    )


def _empty(label: Label, title: str, condition: str) -> str:
    """Return what is printed where there is nothing: the heading, and a sentence that says so."""
    return when(
        condition,
        letterhead(label[title]),
        paragraph("DateLine", "{{ date }}\t{{ place }}"),
        paragraph("Requisite", "{{ empty }}"),
        _signature(label["leader"], "{{ leader }}"),
    )


def _signature(office: str, name: str) -> str:
    return paragraph("Signature", f"{office}\t{BLANK_LINE} {name}")


def _read(label: Label) -> str:
    """Return the line in which the teacher signs that she has read it."""
    day = f"{{% if sheet.acquainted_on %}}{{{{ sheet.acquainted_on }}}}{{% else %}}{label['certified_on']}{{% endif %}}"
    signed = paragraph("Signature", f"{label['ev_acquainted']}\t{BLANK_LINE} {{{{ sheet.signed }}}}")
    return signed + paragraph("CertifiedOn", day)


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "evaluation": Template(sheets(label), cell=20, styles=EVALUATION_STYLES),
        "evaluation-self": Template(own_sheets(label), cell=20, styles=EVALUATION_STYLES),
        "evaluation-summary": Template(summary(label), landscape=True, cell=18, styles=EVALUATION_STYLES),
        "appeal": Template(appeal(label), cell=24, styles=EVALUATION_STYLES),
    }
