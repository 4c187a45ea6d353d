"""The wide papers: control of decisions, register of protocols, members; sixty rows repeat their head."""

from pathlib import Path
from typing import Any

import pytest

from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import template_path
from templates_docx.members import members_values
from templates_docx.protocol_journal import journal_values
from templates_docx.render import render
from templates_docx.tasks import decisions_values
from templates_docx.values import Filled

from .model_content import (
    ABDYRAEVA,
    ASANOVA,
    KADYROVA,
    SECRETARY,
    TWINS,
    item,
    lines,
    model_content,
    proposal,
)

EXPECTED = Path(__file__).parent / "expected"


def heading(**changes: Any) -> dict[str, Any]:
    content = model_content()
    base = {key: content[key] for key in ("language", "example", "school", "association")}
    own = {"leader": ASANOVA, "date": "2026-11-22", "year": 2026, "meeting_ky": "отурум", "twins": TWINS}
    return base | own | {"scope": {"meeting": None, "year": 2026}} | changes


def task(meeting: int, number: str, text: str, **changes: Any) -> dict[str, Any]:
    blank = {"owners": [], "deadline": None, "next_meeting": False, "state": "open", "closed_on": None, "proof": ""}
    return blank | {"meeting": meeting, "number": number, "text": text} | changes


TASKS = [
    task(2, "1.2", "Аткаруу мөөнөтү узартылсын.", owners=[KADYROVA], deadline="2026-10-30", state="overdue"),
    task(
        2,
        "2.1",
        "Кошумча сабактар уюштурулсун: 4-«Б», математика.",
        owners=[ABDYRAEVA, SECRETARY],
        deadline="2026-11-20",
        state="done",
        closed_on="2026-11-18",
        proof="анализ",
    ),
    task(3, "1.1", "План түзүлсүн.", next_meeting=True),
]

TEACHER = {
    "name": {"listed": "Асанова Г. М.", "signed": "Г. М. Асанова", "full": "Асанова Гүлнара Маратовна"},
    "born": "1980-03-05",
    "education": "жогорку",
    "institution": "Нарын мамлекеттик университети",
    "speciality": "",
    "service_total": 14,
    "service_teaching": 12,
    "category": "first",
    "category_year": 2024,
    "subjects": "Башталгыч класс",
    "classes": "4-«А»",
    "load_hours": 18,
    "awards": "Алкыш кат",
    "self_education": "Окуу сабаттуулугу",
}
BARE_TEACHER = {key: None if key == "born" else "" for key in TEACHER} | {
    "name": {"listed": "Асан уулу Б.", "signed": "Б. Асан уулу", "full": "Асан уулу Бакыт"},
    "service_total": None,
    "service_teaching": None,
    "category_year": None,
    "load_hours": None,
}


def decisions(paper: PaperLanguage) -> Filled:
    return decisions_values(heading(), TASKS, paper)


def journal(paper: PaperLanguage) -> Filled:
    meeting = model_content()["meeting"] | {"number": 3, "date": "2026-11-14"}
    agenda = [item(1, "1-чейректин жыйынтыгы жөнүндө", proposals=[proposal(ASANOVA, "сунуш", "open")])]
    cancelled = model_content(meeting=meeting, items=agenda)
    entries = [
        {"content": model_content(), "cancelled": False, "tasks": TASKS},
        {"content": cancelled, "cancelled": True, "tasks": TASKS},
    ]
    return journal_values(heading(), entries, paper)


def members(paper: PaperLanguage) -> Filled:
    return members_values(heading(), [BARE_TEACHER, TEACHER], paper)


MADE = {"decisions": decisions, "protocol-journal": journal, "members": members}


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", MADE)
def test_whole_text_of_the_wide_papers(document: str, paper: PaperLanguage) -> None:
    expected = (EXPECTED / f"{document}.{paper}.txt").read_text(encoding="utf-8").splitlines()
    made = lines(render(template_path(document, paper), MADE[document](paper).values))
    assert [line.replace("\n", "⏎") for line in made] == expected


def test_decisions_of_one_meeting_name_it() -> None:
    filled = decisions_values(heading(scope={"meeting": 2, "year": 2026}), TASKS, "ky")
    assert filled.title == "Чечимдердин аткарылышы, протокол № 2"


def test_untranslated_texts_of_a_table_are_counted() -> None:
    assert decisions("ru").untranslated == 2  # «План түзүлсүн.» and the proof
    assert decisions("ky").untranslated == 0
    assert members("ru").untranslated == 6


def test_sixty_rows_all_come_under_a_repeated_head() -> None:
    rows = [task(number // 9 + 1, f"1.{number % 9 + 1}", f"Иш {number}") for number in range(60)]
    text = lines(render(template_path("decisions", "ky"), decisions_values(heading(), rows, "ky").values))
    assert sum(" | Иш " in line for line in text) == 60
