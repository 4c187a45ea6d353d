"""The bodies of the proposal to reward somebody, of the analysis of a member's half-year."""

from .observation_templates import LETTER_STYLES
from .paper_parts import BLANK_LINE, NARROW, Label, Template, each, letterhead, when
from .plan_templates import PLAN_STYLES
from .word_parts import STYLES, Styles, form, paragraph, sectioned_table

REWARD_STYLES: Styles = STYLES | {
    "Addressee": LETTER_STYLES["Addressee"],
    "AddresseeFirst": (
        "Кимге, биринчи сап",
        "Адресат, первая строка",
        '<w:keepNext/><w:spacing w:before="280"/><w:ind w:left="5103"/><w:jc w:val="left"/>',
        "",
    ),
    "Ground": (
        "Негиздөө",
        "Обоснование",
        '<w:spacing w:after="40"/><w:ind w:left="360" w:hanging="360"/><w:jc w:val="left"/>',
        "",
    ),
}
WIDTHS = (3300, NARROW - 3300)


def reward(label: Label) -> str:
    """Return the body of a proposal: to whom, who, which award, why, on what it rests, what the council resolved."""
    who = [("rw_person", "full"), ("rw_office", "office"), ("rw_award", "award")]
    return (
        when("ministry", paragraph("Head", "{{ ministry }}"))
        + paragraph("Head", "{{ school }}")
        + paragraph("Head", "{{ association }}")
        + paragraph("AddresseeFirst", label["rw_council"])
        + paragraph("Addressee", f"{label['rw_from']} {{{{ leader }}}}")
        + paragraph("Title", label["rw_title"])
        + paragraph("Subtitle", label["rw_subtitle"])
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("not there", paragraph("Requisite", label["rw_none"]))
        + when(
            "there",
            form(WIDTHS, [(label[name], f"{{{{ {field} }}}}") for name, field in who]),
            paragraph("Heading1", label["rw_earlier"]),
            each("text", "earlier", paragraph("Ground", "–\u00a0\u00a0{{ text }}")),
            paragraph("Heading1", label["rw_grounds"]),
            each("text", "grounds", paragraph("Ground", "–\u00a0\u00a0{{ text }}")),
            when("standing", paragraph("Requisite", f"**{label['rw_standing']}** {{{{ standing }}}}")),
            paragraph("Requisite", f"**{label['rw_base']}** {{{{ base }}}}"),
            when("vote", paragraph("Requisite", f"**{label['rw_vote']}** {{{{ vote }}}}")),
        )
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
        + when("there", paragraph("CertifiedOn", f"**{label['rw_resolution']}** {{{{ resolution }}}}"))
    )


def analysis(label: Label) -> str:
    """Return the body of a half-year's analysis: what was done, what is strong and weak, conclusion, advice."""
    parts = ("strong", "weak", "conclusion", "advice")
    return (
        letterhead(label["ma_title"])
        + when("there", paragraph("Subtitle", "{{ time }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("not there", paragraph("Requisite", label["ma_none"]))
        + when(
            "there",
            paragraph("Requisite", f"**{label['ma_person']}** {{{{ full }}}}"),
            paragraph("Requisite", "{{ office }}"),
            paragraph("Heading1", label["ma_facts"]),
            when("not facts", paragraph("Requisite", label["ma_no_facts"])),
            each("text", "facts", paragraph("Ground", "–\u00a0\u00a0{{ text }}")),
            *(
                paragraph("Heading1", label[f"ma_{name}"])
                + each("text", name, paragraph("Line", "{{ text }}"))
                + when(f"not {name}", paragraph("Line", BLANK_LINE * 3))
                for name in parts
            ),
        )
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
        + when("there", paragraph("Signature", f"{label['ma_acquainted']}\t{BLANK_LINE} {{{{ signed }}}}"))
    )


def everything(label: Label) -> str:
    """Return the body of all that is kept about a person: a table in sections."""
    columns = [(label["c_number"], 700, "{{ row.number }}"), (label["ev_text"], NARROW - 700, "{{ row.text }}")]
    return (
        letterhead(label["ev_title"])
        + when("full", paragraph("Subtitle", "{{ full }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("not full", paragraph("Requisite", label["ma_none"]))
        + when("sections", paragraph("Requisite", "{{ summary }}"), sectioned_table(columns, "sections"))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "reward": Template(reward(label), cell=26, styles=REWARD_STYLES),
        "member-analysis": Template(analysis(label), styles=REWARD_STYLES),
        "member-everything": Template(everything(label), cell=22, styles=PLAN_STYLES),
    }
