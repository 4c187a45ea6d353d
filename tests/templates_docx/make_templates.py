"""Makes the committed templates anew: `python -m tests.templates_docx.make_templates`.

A development tool; a leader changes the .docx files themselves in Word. Every label stands in the template.
"""

from pathlib import Path

from .plan_templates import PLAN_STYLES, month_plan, plan_fact, quarter_plan, year_plan
from .word_parts import paragraph, table, tag, write_template

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates_docx"
BLANK_LINE = "_" * 20

ROWS = [row.split("\t") for row in (HERE / "labels.tsv").read_text(encoding="utf-8").splitlines()]
LABELS = {"ky": {key: ky for key, ky, _ in ROWS}, "ru": {key: ru for key, _, ru in ROWS}}
"""What stands in the templates, by language."""
WIDE = 16838 - 1701 - 851
"""The width of a landscape page between its margins, in twentieths of a point."""


def when(condition: str, *lines: str) -> str:
    """Print lines only where the condition holds."""
    return tag(f"{{%p if {condition} %}}") + "".join(lines) + tag("{%p endif %}")


def each(name: str, values: str, *lines: str) -> str:
    """Print lines for each of the values."""
    return tag(f"{{%p for {name} in {values} %}}") + "".join(lines) + tag("{%p endfor %}")


def mark(label: dict[str, str]) -> str:
    """Return the header's text: draft, example, both or nothing."""
    return (
        f"{{% if draft %}}{label['draft']}{{% endif %}}{{% if draft and example %}} · {{% endif %}}"
        f"{{% if example %}}{label['example']}{{% endif %}}"
    )


def letterhead(title: str) -> str:
    """Return school, association and title, centred."""
    return (
        when("ministry", paragraph("Head", "{{ ministry }}"))
        + paragraph("Head", "{{ school }}")
        + paragraph("Head", "{{ association }}")
        + paragraph("Title", title)
    )


def meeting_head(title: str) -> str:
    """Return the head of a meeting's paper down to the date and place."""
    return (
        letterhead(title)
        + paragraph("Subtitle", "{{ subtitle }}")
        + when("edition", paragraph("Subtitle", "{{ edition }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
    )


def hours(label: dict[str, str], *parts: str) -> str:
    """Return the line with the hours and the room; what is not known leaves no trace."""
    text = ""
    for number, part in enumerate(parts):
        gap = f"{{% if {' or '.join(parts[:number])} %}} {{% endif %}}" if number else ""
        text += f"{{% if {part} %}}{gap}{label[part]}{{% endif %}}"
    return when(" or ".join(parts), paragraph("Requisite", text))


def attendance(label: dict[str, str]) -> str:
    """Return chair, secretary, present, absent, guests, quorum."""
    present = "{% if present %}{{ present_count }} – {{ present }}{% else %}____{% endif %}"
    return (
        paragraph("Requisite", f"{label['chair']} {{{{ chair }}}}")
        + paragraph("Requisite", f"{label['secretary']} {{{{ secretary }}}}")
        + paragraph("Requisite", f"{label['present']} {present}")
        + when("absent", paragraph("Requisite", f"{label['absent']} {{{{ absent_count }}}} – {{{{ absent }}}}"))
        + when("guests", paragraph("Requisite", f"{label['guests']} {{{{ guests }}}}"))
        + when("quorum", paragraph("Requisite", "{{ quorum }}"))
    )


def agenda(label: dict[str, str], *, minutes: bool = False) -> str:
    """Return the heading and lines of the agenda."""
    name = f"{label['reporter']} {{{{ item.reporter }}}}"
    remark = f"{{% if item.reporter %}} ({name}){{% endif %}}"
    if minutes:
        length = f"{{% if item.minutes %}} – {label['minutes']}{{% endif %}}"
        remark += length
    return each("item", "items", paragraph("Agenda", "{{ item.number }}. {{ item.title }}" + remark))


def proposals(label: dict[str, str]) -> str:
    """Return the proposals of an item with what became of them."""
    return when(
        "item.proposals",
        paragraph("Heading2", label["proposals"]),
        each("line", "item.proposals", paragraph("Line", "{{ line }}")),
    )


def resolution(label: dict[str, str]) -> str:
    """Return candidates, decisions and vote of an item."""
    owners = f"{{% if decision.several %}}{label['owners']}{{% else %}}{label['owner']}{{% endif %}}"
    if label["owner"] == label["owners"]:
        owners = label["owner"]
    text = (
        "{{ decision.number }} {{ decision.text }}"
        f"{{% if decision.owners %}} {owners} {{{{ decision.owners }}}}{{% endif %}}"
        f"{{% if decision.deadline %}} {label['deadline']} {{{{ decision.deadline }}}}{{% endif %}}"
    )
    return (
        each("line", "item.candidates", paragraph("Vote", "{{ line }}"))
        + when(
            "item.decisions",
            paragraph("Heading2", "{{ resolved }}:"),
            each("decision", "item.decisions", paragraph("Decision", text)),
        )
        + when("item.vote", paragraph("Vote", f"{label['vote']} {{{{ item.vote }}}}"))
    )


def discussion(label: dict[str, str]) -> str:
    """Return the items with all that was said."""
    return each(
        "item",
        "items",
        paragraph("Item", f"**{{{{ item.number }}}}. {label['heard']}** {{{{ item.heard }}}}"),
        each("line", "item.questions", paragraph("Line", "{{ line }}")),
        when(
            "item.speeches",
            paragraph("Heading2", "{{ spoke }}:"),
            each("line", "item.speeches", paragraph("Line", "{{ line }}")),
        ),
        proposals(label),
        resolution(label),
    )


def signatures(label: dict[str, str], line: str = BLANK_LINE) -> str:
    """Return the two signatures, names after an aligned line."""
    return paragraph("Signature", f"{label['chair']}\t{line} {{{{ chair }}}}") + paragraph(
        "Signature", f"{label['secretary']}\t{line} {{{{ secretary }}}}"
    )


def protocol(label: dict[str, str]) -> str:
    """Return the body of the full protocol."""
    return (
        meeting_head(label["protocol"])
        + hours(label, "started", "ended", "room")
        + attendance(label)
        + when("items", paragraph("Heading1", label["agenda"]), agenda(label))
        + discussion(label)
        + signatures(label)
    )


def short_protocol(label: dict[str, str]) -> str:
    """Return the body of the short protocol: no agenda, no speeches, an unbroken line after those present."""
    heading = f"**{{{{ item.number }}}}. {label['considered']}** {{{{ item.title }}}}"
    first = tag("{%p if loop.first %}") + paragraph("FirstItem", heading) + tag("{%p else %}")
    return (
        meeting_head(label["protocol"])
        + hours(label, "started", "ended", "room")
        + attendance(label)
        + each(
            "item", "items", first, paragraph("Item", heading), tag("{%p endif %}"), proposals(label), resolution(label)
        )
        + signatures(label)
    )


def extract(label: dict[str, str]) -> str:
    """Return the body of an extract: copied head, the items word for word, certification."""
    counts = when("present_count", paragraph("Requisite", f"{label['present']} {{{{ present_count }}}}"))
    certified = paragraph("Signature", label["true_copy"]) + paragraph(
        "Signature", f"{label['secretary']}\t{BLANK_LINE} {{{{ secretary }}}}"
    )
    return (
        meeting_head(label["extract"])
        + counts
        + when("quorum", paragraph("Requisite", "{{ quorum }}"))
        + when("items", paragraph("Heading1", label["agenda"]), agenda(label))
        + discussion(label)
        + when("draft", signatures(label))
        + when("not draft", signatures(label, label["signed"]))
        + certified
        + paragraph("CertifiedOn", label["certified_on"])
    )


def agenda_paper(label: dict[str, str]) -> str:
    """Return the body of the agenda that invites to a meeting."""
    return (
        letterhead(label["agenda_title"])
        + paragraph("Subtitle", "{{ subtitle }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + hours(label, "started", "room")
        + paragraph("Invitation", "{{ invitation }}")
        + agenda(label, minutes=True)
        + when("guests", paragraph("Requisite", f"{label['guests']} {{{{ guests }}}}"))
        + paragraph("Signature", f"{label['chair']}\t{BLANK_LINE} {{{{ chair }}}}")
    )


def listing(label: dict[str, str], title: str, subtitle: str, columns: list[tuple[str, int, str]]) -> str:
    """Return the body of a wide table signed by the leader; a column is (label, share of the width, field)."""
    whole = sum(share for _, share, _ in columns)
    measured = [(label[name], WIDE * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in columns]
    return (
        letterhead(label[title])
        + (paragraph("Subtitle", subtitle) if subtitle else "")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + table(measured, "rows", split=title == "journal_title")
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )


DECISIONS = [
    ("c_item", 26, "number"),
    ("c_decision", 84, "text"),
    ("c_owner", 42, "owners"),
    ("c_deadline", 34, "deadline"),
    ("c_state", 38, "state"),
    ("c_proof", 40, "proof"),
]
JOURNAL = [
    ("c_protocol", 23, "number"),
    ("c_day", 23, "date"),
    ("c_considered", 54, "agenda"),
    ("c_present", 31, "present"),
    ("c_decided", 60, "decisions"),
    ("c_proposals", 38, "proposals"),
    ("c_fulfilment", 38, "fulfilment"),
]
MEMBERS = [
    ("c_number", 9, "number"),
    ("c_name", 31, "full"),
    ("c_short", 30, "short"),
    ("c_born", 21, "born"),
    ("c_education", 40, "education"),
    ("c_service", 19, "service"),
    ("c_category", 27, "category"),
    ("c_work", 30, "work"),
    ("c_awards", 31, "awards"),
    ("c_theme", 34, "theme"),
]


def main() -> None:
    """Write every template in both languages."""
    for paper, label in LABELS.items():
        folder, above = TEMPLATES / paper, mark(label)
        write_template(folder / "protocol.docx", protocol(label), paper, above)
        write_template(folder / "protocol-short.docx", short_protocol(label), paper, above)
        write_template(folder / "extract.docx", extract(label), paper, above)
        write_template(folder / "agenda.docx", agenda_paper(label), paper, above)
        tables = {
            "decisions": listing(label, "decisions_title", "{{ scope }}", DECISIONS),
            "protocol-journal": listing(label, "journal_title", "{{ year }}", JOURNAL),
            "members": listing(label, "members_title", "", MEMBERS),
        }
        plans = {
            "plan-year": year_plan(label),
            "plan-quarter": quarter_plan(label),
            "plan-month": month_plan(label),
            "plan-fact": plan_fact(label),
        }
        for name, body in plans.items():
            place, cell = folder / f"{name}.docx", 20 if name == "plan-fact" else 22
            write_template(place, body, paper, above, landscape=True, cell=cell, styles=PLAN_STYLES)
        for name, body in tables.items():
            write_template(
                folder / f"{name}.docx", body, paper, above, landscape=True, cell=22 if name == "decisions" else 20
            )


if __name__ == "__main__":
    main()
