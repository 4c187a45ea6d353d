"""The bodies of the lesson analysis, the memo on a study and the letter."""

from .paper_parts import NARROW, Label, Template, each, letterhead, when
from .word_parts import STYLES, Styles, form, paragraph, table

BLANK_LINE = "_" * 20
OBSERVATION_STYLES: Styles = STYLES | {
    "Requisite": ("Реквизит", "Реквизит", '<w:keepNext/><w:spacing w:before="160"/>', ""),
    "Answer": ("Жооп", "Ответ", '<w:spacing w:after="40"/><w:ind w:firstLine="709"/>', ""),
    "Advice": ("Сунуш", "Рекомендация", '<w:spacing w:after="40"/><w:ind w:left="709" w:hanging="340"/>', ""),
    "Sum": ("Упайлардын суммасы", "Сумма баллов", '<w:spacing w:before="120"/>', ""),
    "Signature": (
        "Кол тамга",
        "Подпись",
        '<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs><w:spacing w:before="320"/>'
        '<w:ind w:left="2552" w:hanging="2552"/><w:jc w:val="left"/>',
        "",
    ),
    "SignedOn": ("Таанышкан күнү", "Дата ознакомления", '<w:spacing w:before="120"/><w:jc w:val="left"/>', ""),
}
LETTER_STYLES: Styles = STYLES | {
    "Addressee": ("Кимге", "Адресат", '<w:keepNext/><w:ind w:left="5103"/><w:jc w:val="left"/>', ""),
    "LetterTitle": (
        "Каттын аталышы",
        "Заголовок письма",
        '<w:keepNext/><w:spacing w:before="360" w:after="200"/><w:jc w:val="center"/>',
        "<w:b/>",
    ),
}
HEAD = (
    ("o_teacher", "teachers"),
    ("o_class", "class_subject"),
    ("o_day", "day_lesson"),
    ("o_topic", "topic"),
    ("o_form", "form"),
    ("o_learning", "learning"),
    ("o_developing", "developing"),
    ("o_upbringing", "upbringing"),
    ("o_seen_by", "seen_by"),
    ("o_visit_aim", "visit_aim"),
    ("o_pupils", "pupils"),
)
PARTS = [
    ("c_number", 9, "number"),
    ("c_day", 26, "day"),
    ("c_looked_at", 44, "what"),
    ("c_of_class", 16, "classes"),
    ("c_teacher", 41, "teachers"),
    ("c_found", 50, "found"),
]


def sheet(label: Label) -> str:
    """Return the body of the analysis sheet: head, scores, what was seen, three signatures."""
    scores = [
        (label["c_number"], 600, "{{ row.number }}"),
        (label["c_aspect"], 4600, "{{ row.name }}"),
        (label["c_score"], 1300, "{{ row.score }}"),
        (label["c_note"], NARROW - 6500, "{{ row.note }}"),
    ]
    return (
        letterhead(label["observation_title"])
        + when("kind", paragraph("Subtitle", "{{ kind }}"))
        + when("nothing", paragraph("Subtitle", label["observation_none"]))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + form((3700, NARROW - 3700), [(label[name], f"{{{{ {field} }}}}") for name, field in HEAD])
        + when("scores", paragraph("Requisite", label["o_scores"]), table(scores, "scores", split=False))
        + when("summed", paragraph("Sum", "{{ summed }}"))
        + "".join(_answers(label, name) for name in ("strong", "weak", "conclusions"))
        + when(
            "advice",
            paragraph("Requisite", f"**{label['o_advice']}**"),
            each("text", "advice", paragraph("Advice", "–\u00a0{{ text }}")),
        )
        + _answers(label, "self_analysis")
        + paragraph("Signature", f"{label['o_analysed']}\t{BLANK_LINE} {{{{ observer }}}}")
        + paragraph("Signature", f"{label['o_acquainted']}\t{BLANK_LINE} {{{{ teacher }}}}")
        + paragraph(
            "SignedOn", f"{{% if acquainted %}}{{{{ acquainted }}}}{{% else %}}{label['certified_on']}{{% endif %}}"
        )
        + when("not led", paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}"))
    )


def _answers(label: Label, name: str) -> str:
    lines = each("text", name, paragraph("Answer", "{{ text }}"))
    return when(name, paragraph("Requisite", f"**{label[f'o_{name}']}**"), lines)


def memo(label: Label) -> str:
    """Return the body of the memo on a study."""
    whole = sum(share for _, share, _ in PARTS)
    parts = [(label[name], NARROW * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in PARTS]
    facts = (
        ("m_period", "period"),
        ("m_subject", "subject"),
        ("m_classes", "classes"),
        ("m_aim", "aim"),
        ("m_by", "by"),
    )
    return (
        letterhead(label["memo_title"])
        + when("there", paragraph("Subtitle", "{{ title }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("not there", paragraph("Requisite", label["memo_none"]))
        + "".join(when(field, paragraph("Fact", f"**{label[name]}** {{{{ {field} }}}}")) for name, field in facts)
        + when("parts", paragraph("Requisite", f"**{label['m_parts']}**"), table(parts, "parts", split=False))
        + when("there and not parts", paragraph("Fact", label["m_no_parts"]))
        + "".join(
            when(
                field,
                paragraph("Requisite", f"**{label[name]}**"),
                each("text", field, paragraph("Answer", "{{ text }}")),
            )
            for name, field in (
                ("m_findings", "findings"),
                ("o_conclusions", "conclusions"),
                ("o_advice", "suggestions"),
            )
        )
        + when(
            "people",
            paragraph("Requisite", label["m_signed_by"]),
            each("name", "people", paragraph("Signature", f"\t{BLANK_LINE} {{{{ name }}}}")),
        )
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


def letter(label: Label) -> str:
    """Return the body of a letter: head, number and day, addressee, text, the leader's signature."""
    return (
        when("ministry", paragraph("Head", "{{ ministry }}"))
        + paragraph("Head", "{{ school }}")
        + paragraph("Head", "{{ association }}")
        + paragraph("DateLine", "{% if number %}№ {{ number }}, {% endif %}{{ date }}\t{{ place }}")
        + when("not there", paragraph("Requisite", label["letter_none"]))
        + each("line", "addressee", paragraph("Addressee", "{{ line }}"))
        + when("title", paragraph("LetterTitle", "{{ title }}"))
        + each("text", "body", paragraph("Line", "{{ text }}"))
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    styles = OBSERVATION_STYLES | {
        "Fact": ("Маалымат", "Сведения", '<w:spacing w:before="60"/><w:jc w:val="left"/>', "")
    }
    return {
        "observation": Template(sheet(label), cell=24, styles=styles),
        "observation-form": Template(sheet(label), cell=24, styles=styles),
        "check": Template(memo(label), cell=22, styles=styles),
        "letter": Template(letter(label), styles=LETTER_STYLES),
    }
