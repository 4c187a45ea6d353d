"""The bodies of the papers on open lessons, mutual visits, events and subject weeks."""

from .paper_parts import BLANK_LINE, NARROW, WIDE, Label, Template, each, letterhead, when
from .word_parts import paragraph, table

LESSONS = [
    ("c_number", 10, "number"), ("c_teacher", 36, "teacher"), ("c_of_class", 18, "classes"),
    ("c_subject", 30, "subject"), ("c_topic", 52, "topic"),
    ("c_day", 25, "day"), ("c_lesson", 17, "lesson"), ("c_level", 28, "level"),
    ("c_done", 44, "done"),
]  # fmt: skip
VISITS = [
    ("c_number", 9, "number"), ("c_day_lesson", 25, "day"), ("c_visitor", 31, "visitor"), ("c_visited", 31, "visited"),
    ("c_class_topic", 34, "about"), ("c_aim", 28, "aim"), ("c_seen", 48, "seen"), ("c_advice", 38, "advice"),
    ("c_signatures", 32, "signatures"),
]  # fmt: skip
DAYS = [
    ("c_day", 26, "day"), ("c_event", 53, "event"), ("c_of_class", 27, "classes"), ("c_owner", 40, "owners"),
    ("c_done", 32, "done"),
]  # fmt: skip
CLASSES = [
    ("c_number", 12, "number"),
    ("c_of_class", 40, "class_name"),
    ("c_place", 50, "place"),
    ("c_award", 62, "award"),
]
PUPILS = [
    ("c_number", 10, "number"), ("c_pupil", 56, "name"), ("c_of_class", 22, "class_name"), ("c_place", 44, "place"),
    ("c_award", 44, "award"),
]  # fmt: skip


def _columns(label: Label, wanted: list[tuple[str, int, str]], width: int) -> list[tuple[str, int, str]]:
    whole = sum(share for _, share, _ in wanted)
    return [(label[name], width * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in wanted]


def _wide(label: Label, title: str, empty: str, wanted: list[tuple[str, int, str]]) -> str:
    return (
        letterhead(label[title])
        + paragraph("Subtitle", "{{ scope }}")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + when("rows", table(_columns(label, wanted, WIDE), "rows", split=False))
        + when("not rows", paragraph("Requisite", label[empty]))
        + _leader(label)
    )


def _leader(label: Label) -> str:
    return paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")


def _said(label: Label, *names: str) -> str:
    return "".join(paragraph("Requisite", f"**{label[f'e_{name}']}** {{{{ {name} }}}}") for name in names)


def _optional(label: Label, *names: str) -> str:
    return "".join(when(name, _said(label, name)) for name in names)


def _results(label: Label) -> str:
    """The results in words and as two tables."""
    return (
        _optional(label, "results")
        + when(
            "classes_won",
            paragraph("Heading1", label["classes_won"]),
            table(_columns(label, CLASSES, NARROW), "classes_won", split=False),
        )
        + when(
            "pupils",
            paragraph("Heading1", label["pupils"]),
            table(_columns(label, PUPILS, NARROW), "pupils", split=False),
        )
        + when("not results and not classes_won and not pupils", paragraph("Requisite", label["no_results"]))
    )


def _report_head(label: Label, title: str) -> str:
    return (
        letterhead(label[title])
        + when("found", paragraph("Subtitle", "«{{ name }}»"))
        + when("not found", paragraph("Subtitle", "{{ year }}"))
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
    )


def _signed(label: Label) -> str:
    signer = paragraph("Signature", f"{label['e_signer']}\t{BLANK_LINE} {{{{ signer }}}}")
    return when("found", each("signer", "signers", signer)) + _leader(label)


def event(label: Label) -> str:
    """Return the body of a report on one event."""
    told = (
        _said(label, "kind")
        + _optional(label, "level")
        + _said(label, "aim", "tasks", "days")
        + _optional(label, "where", "classes", "subject")
        + _said(label, "owners", "participants", "course")
        + _results(label)
        + _said(label, "conclusion")
        + _optional(label, "state")
    )
    return _report_head(label, "event_title") + when("found", told) + _nothing(label, "event_empty") + _signed(label)


def week(label: Label) -> str:
    """Return the body of a subject week: its plan by days, then the report."""
    plan = (
        _said(label, "kind")
        + _optional(label, "level")
        + _said(label, "aim", "tasks", "days")
        + _optional(label, "subject")
        + _said(label, "owners")
        + paragraph("Heading1", label["week_plan"])
        + when("rows", table(_columns(label, DAYS, NARROW), "rows", split=False))
        + when("not rows", paragraph("Requisite", label["week_no_rows"]))
    )
    report = (
        paragraph("Heading1", label["week_report"])
        + _said(label, "participants", "course")
        + _results(label)
        + _said(label, "conclusion")
        + _optional(label, "state")
    )
    head = _report_head(label, "week_title")
    return head + when("found", plan, report) + _nothing(label, "week_empty") + _signed(label)


def _nothing(label: Label, empty: str) -> str:
    return when("not found", paragraph("Requisite", label[empty]))


def templates(label: Label) -> dict[str, Template]:
    """Return the templates of this topic by document."""
    return {
        "open-lessons": Template(_wide(label, "lessons_title", "lessons_empty", LESSONS), landscape=True, cell=22),
        "visits": Template(_wide(label, "visits_title", "visits_empty", VISITS), landscape=True, cell=20),
        "event": Template(event(label), cell=24),
        "week": Template(week(label), cell=22),
    }
