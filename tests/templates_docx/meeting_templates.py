"""The bodies of the meetings' templates: protocol, extract, agenda, decisions, register; and the members' list."""

from .paper_parts import BLANK_LINE, Label, Template, each, letterhead, listing, when
from .word_parts import paragraph, tag


def meeting_head(title: str) -> str:
    """Return the head of a meeting's paper down to the date and place."""
    return (
        letterhead(title)
        + paragraph("Subtitle", "{{ subtitle }}")
        + when("edition", paragraph("Subtitle", "{{ edition }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
    )


def hours(label: Label, *parts: str) -> str:
    """Return the line with the hours and the room; what is not known leaves no trace."""
    text = ""
    for number, part in enumerate(parts):
        gap = f"{{% if {' or '.join(parts[:number])} %}} {{% endif %}}" if number else ""
        text += f"{{% if {part} %}}{gap}{label[part]}{{% endif %}}"
    return when(" or ".join(parts), paragraph("Requisite", text))


def attendance(label: Label) -> str:
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


def agenda(label: Label, *, minutes: bool = False) -> str:
    """Return the heading and lines of the agenda."""
    name = f"{label['reporter']} {{{{ item.reporter }}}}"
    remark = f"{{% if item.reporter %}} ({name}){{% endif %}}"
    if minutes:
        length = f"{{% if item.minutes %}} – {label['minutes']}{{% endif %}}"
        remark += length
    return each("item", "items", paragraph("Agenda", "{{ item.number }}. {{ item.title }}" + remark))


def proposals(label: Label) -> str:
    """Return the proposals of an item with what became of them."""
    return when(
        "item.proposals",
        paragraph("Heading2", label["proposals"]),
        each("line", "item.proposals", paragraph("Line", "{{ line }}")),
    )


def resolution(label: Label) -> str:
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


def discussion(label: Label) -> str:
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


def signatures(label: Label, line: str = BLANK_LINE) -> str:
    """Return the two signatures, names after an aligned line."""
    return paragraph("Signature", f"{label['chair']}\t{line} {{{{ chair }}}}") + paragraph(
        "Signature", f"{label['secretary']}\t{line} {{{{ secretary }}}}"
    )


def protocol(label: Label) -> str:
    """Return the body of the full protocol."""
    return (
        meeting_head(label["protocol"])
        + hours(label, "started", "ended", "room")
        + attendance(label)
        + when("items", paragraph("Heading1", label["agenda"]), agenda(label))
        + discussion(label)
        + signatures(label)
    )


def short_protocol(label: Label) -> str:
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


def extract(label: Label) -> str:
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


def agenda_paper(label: Label) -> str:
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


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "protocol": Template(protocol(label)),
        "protocol-short": Template(short_protocol(label)),
        "extract": Template(extract(label)),
        "agenda": Template(agenda_paper(label)),
        "decisions": Template(listing(label, "decisions_title", "{{ scope }}", DECISIONS), landscape=True, cell=22),
        "protocol-journal": Template(listing(label, "journal_title", "{{ year }}", JOURNAL), landscape=True, cell=20),
        "members": Template(listing(label, "members_title", "", MEMBERS), landscape=True, cell=20),
    }
