"""Makes the committed templates anew: `python tests/templates_docx/make_templates.py`.

A development tool; a leader changes the .docx files themselves in Word. Every label stands in the template.
"""

from pathlib import Path

from word_parts import paragraph, tag, write_template

TEMPLATES = Path(__file__).parents[2] / "templates_docx"
BLANK_LINE = "_" * 20

LABELS = {
    "ky": {
        "draft": "ДОЛБООР",
        "example": "МИСАЛ",
        "protocol": "ПРОТОКОЛ № {{ number }}",
        "extract": "№ {{ number }} ПРОТОКОЛДОН КӨЧҮРМӨ",
        "agenda_title": "КҮН ТАРТИБИ",
        "started": "Башталышы: саат {{ started }}.",
        "ended": "Аякташы: саат {{ ended }}.",
        "room": "Өтүүчү жери: {{ room }}",
        "day": "Күнү: {{ date }}.",
        "chair": "Төрага:",
        "secretary": "Катчы:",
        "present": "Катышкандар:",
        "absent": "Катышпагандар:",
        "guests": "Чакырылгандар:",
        "agenda": "КҮН ТАРТИБИ:",
        "reporter": "Баяндамачы:",
        "minutes": "{{ item.minutes }} мүнөт",
        "heard": "УГУЛДУ:",
        "considered": "Каралды:",
        "proposals": "Сунуштар:",
        "owner": "Жооптуу:",
        "owners": "Жооптуу:",
        "deadline": "Мөөнөтү:",
        "vote": "Добуш берүү:",
        "signed": "(колу бар)",
        "true_copy": "Көчүрмө туура:",
        "certified_on": "20___-жылдын «___» ______________",
    },
    "ru": {
        "draft": "ПРОЕКТ",
        "example": "ПРИМЕР",
        "protocol": "ПРОТОКОЛ № {{ number }}",
        "extract": "ВЫПИСКА ИЗ ПРОТОКОЛА № {{ number }}",
        "agenda_title": "ПОВЕСТКА ДНЯ",
        "started": "Начало: {{ started }}.",
        "ended": "Окончание: {{ ended }}.",
        "room": "Место: {{ room }}",
        "day": "Дата: {{ date }}",
        "chair": "Председатель:",
        "secretary": "Секретарь:",
        "present": "Присутствовали:",
        "absent": "Отсутствовали:",
        "guests": "Приглашены:",
        "agenda": "ПОВЕСТКА ДНЯ:",
        "reporter": "Докладчик:",
        "minutes": "{{ item.minutes }} мин.",
        "heard": "СЛУШАЛИ:",
        "considered": "Рассмотрели:",
        "proposals": "Предложения:",
        "owner": "Ответственный:",
        "owners": "Ответственные:",
        "deadline": "Срок:",
        "vote": "Голосовали:",
        "signed": "(подпись)",
        "true_copy": "Верно:",
        "certified_on": "«___» ______________ 20___ г.",
    },
}


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
        each("line", "item.candidates", paragraph("Line", "{{ line }}"))
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


def main() -> None:
    """Write every template in both languages."""
    for paper, label in LABELS.items():
        folder = TEMPLATES / paper
        write_template(folder / "protocol.docx", protocol(label), paper, mark(label))


if __name__ == "__main__":
    main()
