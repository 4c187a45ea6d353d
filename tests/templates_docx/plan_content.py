"""A small plan as content: two sections, work beyond the plan, two meetings, an approved version."""

from typing import Any

from .model_content import ABDYRAEVA, ASANOVA, KADYROVA, model_content

TWINS = {
    "Үйрөтүп жатып үйрөнөм": "Уча других, учусь",
    "Ачык сабактардын графигин түзүү": "Составление графика открытых уроков",
    "график": "график",
    "1-чейректин жыйынтыгы жөнүндө": "Об итогах 1 четверти",
}
"""Stock lines that nobody changed, with what they are in Russian."""


def term(kind: str, **changes: Any) -> dict[str, Any]:
    return {"kind": kind, "begins": None, "ends": None, "month": None, "quarter": None} | changes


def line(number: int, text: str, **changes: Any) -> dict[str, Any]:
    """Return a line of the whole year of which nothing more is known."""
    return {
        "number": number,
        "text": text,
        "kind": "other",
        "term": term("year"),
        "first": "2026-09-01",
        "last": "2027-05-31",
        "owners": [],
        "classes": "",
        "time_place": "",
        "expected_result": "",
        "note": "",
        "state": "planned",
        "done_on": None,
        "reason": "",
        "proofs": [],
    } | changes


def proof(day: str, meeting_number: int | None = None) -> dict[str, Any]:
    return {"title": "", "meeting_number": meeting_number, "date": day, "partly": False}


def on_day(number: int, text: str, day: str, **changes: Any) -> dict[str, Any]:
    return line(number, text, term=term("day", begins=day), first=day, last=day) | changes


def section(number: int, title_ky: str, title_ru: str, *lines: dict[str, Any]) -> dict[str, Any]:
    return {"number": number, "title_ky": title_ky, "title_ru": title_ru, "lines": list(lines)}


def approval(step: str, day: str, **changes: Any) -> dict[str, Any]:
    return {"step": step, "date": day, "name": "", "meeting_number": None} | changes


def plan_content(**changes: Any) -> dict[str, Any]:
    """Return the year's plan, approved, with the given parts changed."""
    model = model_content()
    base = {key: model[key] for key in ("format", "language", "example", "school", "association", "words")}
    return (
        base
        | {
            "version": 1,
            "reason": "",
            "scope": "year",
            "part": 0,
            "first_year": 2026,
            "head": {
                "theme": "Окуу сабаттуулугун өнүктүрүү",
                "goals": "Билим сапатын жогорулатуу.",
                "tasks": "1. Ачык сабактарды өткөрүү.\n2. Тажрыйба алмашуу.",
                "motto": "Үйрөтүп жатып үйрөнөм",
            },
            "leader": ASANOVA,
            "approvals": [
                approval("considered", "2026-08-28", meeting_number=1),
                approval("agreed", "2026-08-31"),
                approval("approved", "2026-09-01", name="Ж. А. Садыков"),
            ],
            "sections": [meetings_section(), lessons(), section(15, "Жыйынтык", "Итоги")],
            "unplanned": [beyond()],
            "fact": figures(),
            "meetings": [
                meeting(2, "2026-11-14", ["1-чейректин жыйынтыгы жөнүндө", "Ар кандай маселелер жөнүндө"]),
                meeting(3, "2026-12-26", []),
            ],
            "twins": TWINS,
        }
        | changes
    )


def of_days(begins: str, ends: str) -> dict[str, Any]:
    """Return the lines and meetings of the year's plan that fall between two ISO days."""
    content = plan_content()
    sections = [
        each | {"lines": [line for line in each["lines"] if line["last"] >= begins and line["first"] <= ends]}
        for each in content["sections"]
    ]
    return {"sections": sections, "meetings": [row for row in content["meetings"] if begins <= row["date"] <= ends]}


def beyond() -> dict[str, Any]:
    return on_day(1, "Сынак", "2026-11-19", owners=[ABDYRAEVA], state="unplanned", done_on="2026-11-19")


def meeting(number: int, day: str, titles: list[str]) -> dict[str, Any]:
    base = {"number": number, "date": day, "planned_time": "14:00", "place": "№ 12 кабинет"}
    return base | {"items": titles, "reporters": ["Н. Т. Абдыраева", ""][: len(titles)]}


def lessons() -> dict[str, Any]:
    """Return a section with a line of every kind of term."""
    span = term("span", begins="2026-11-23", ends="2026-11-28")
    return section(
        8,
        "Ачык сабактар, өз ара катышуу",
        "Открытые уроки, взаимопосещение",
        on_day(
            1,
            "Ачык сабактардын графигин түзүү",
            "2026-09-15",
            owners=[ASANOVA, ABDYRAEVA],
            expected_result="график",
            state="done_in_time",
            done_on="2026-09-14",
        ),
        line(
            2,
            "Ачык сабак",
            kind="open_lesson",
            term=term("month", month=11),
            first="2026-11-26",
            last="2026-11-26",
            owners=[KADYROVA],
            classes="4-«А»",
            time_place="2-сабак, № 5 кабинет",
            state="moved",
            moved_to=term("day", begins="2026-11-26"),
            reason="карантин",
            note="математика",
        ),
        line(3, "Математика жумалыгы", term=span, first="2026-11-23", last="2026-11-28", state="overdue"),
        line(
            4,
            "Сабактарга катышуу",
            term=term("quarter", quarter=2),
            first="2026-11-05",
            last="2026-12-30",
            state="partly",
        ),
        on_day(5, "Экскурсия", "2026-10-09", state="cancelled", reason="жол жабык."),
    )


def meetings_section() -> dict[str, Any]:
    """Return a section with a meeting's line and one for the whole year."""
    return section(
        5,
        "Отурумдар",
        "Заседания",
        on_day(
            1,
            "2-отурум",
            "2026-11-14",
            kind="meeting",
            state="done_late",
            done_on="2026-11-16",
            proofs=[proof("2026-11-16", 2)],
        ),
        line(2, "Чечимдерди көзөмөлдөө", state="marked"),
    )


def figures() -> dict[str, Any]:
    """Return the figures of the small plan: each line in the month of its last day, the whole year's apart."""
    months = [9, 10, 11, 12, 1, 2, 3, 4, 5]
    return {
        "months": [[2026 if month > 8 else 2027, month] for month in months],
        "rows": [
            row_of(5, "Отурумдар", "Заседания", months, {11: [1, 1]}, whole_year=[0, 1]),
            row_of(8, "Ачык сабактар", "Открытые уроки", months, {9: [1, 1], 11: [0, 2], 12: [0, 1]}),
            row_of(15, "Жыйынтык", "Итоги", months, {}),
        ],
        "unplanned": row_of(0, "", "", months, {11: [1, 1]}),
        "total": row_of(0, "", "", months, {9: [1, 1], 11: [1, 3], 12: [0, 1]}, whole_year=[0, 1]),
    }


def row_of(
    number: int,
    title_ky: str,
    title_ru: str,
    months: list[int],
    found: dict[int, list[int]],
    whole_year: list[int] | None = None,
) -> dict[str, Any]:
    cells, whole = [found.get(month, [0, 0]) for month in months], whole_year or [0, 0]
    total = [sum(cell[place] for cell in (*cells, whole)) for place in (0, 1)]
    title = {"title_ky": title_ky, "title_ru": title_ru}
    return {"number": number, **title, "cells": cells, "whole_year": whole, "total": total}
