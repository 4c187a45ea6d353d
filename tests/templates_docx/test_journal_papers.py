"""The association's journal and its staffing on paper: read back in both languages, and for an empty year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from db import members, staffing
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation, MakeMeeting
from tests.db.journal.lived import lived

from .model_content import lines

EXPECTED = Path(__file__).parent / "expected"
TODAY = dt.date(2026, 11, 22)


def printed(document: str, association: int, paper: PaperLanguage, **selected: object) -> list[str]:
    selection = Selection(association, today=TODAY, **selected)  # type: ignore[arg-type]
    return [line.replace("\n", "⏎") for line in lines(print_paper(make(document, selection, paper)))]


def reported(association: int) -> None:
    """Two more vacancies: open with all that can be told of it, and open with nothing."""
    staffing.add_vacancy(
        association, dt.date(2026, 10, 1), subject="Орус тили", classes="2-А, 2-Б", hours=8, reason="Декреттик өргүү",
        filled_how="Пенсионер мугалим", filled_since=dt.date(2026, 10, 5), reported_to="РББ",
        reported_on=dt.date(2026, 10, 2), note="Кайрадан суралсын",
    )  # fmt: skip
    staffing.add_vacancy(association, dt.date(2026, 11, 20), subject="Сүрөт")


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", ["journal", "staffing"])
def test_whole_text(
    make_association: MakeAssociation, make_meeting: MakeMeeting, document: str, paper: PaperLanguage
) -> None:
    association = make_association()
    lived(association, make_meeting)
    reported(association)
    made = printed(document, association, paper, month=11 if document == "journal" else None)
    expected = (EXPECTED / f"{document}.{paper}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in made if "протокол даяр" not in line and "Завершён протокол" not in line] == expected


@pytest.mark.parametrize(
    ("document", "paper", "sentence"),
    [
        ("journal", "ky", "Бул мезгилде журналга жазыла турган иш боло элек."),
        ("journal", "ru", "За это время записей в журнале нет."),
        ("staffing", "ky", "Бул окуу жылында мугалимсиз калган сааттар жана класстар жок."),
        ("staffing", "ru", "В этом учебном году часов и классов без учителя нет."),
    ],
)
def test_an_empty_year_says_so(
    make_association: MakeAssociation, document: str, paper: PaperLanguage, sentence: str
) -> None:
    assert sentence in printed(document, make_association(), paper, first_year=2031)


def test_a_teacher_s_a_class_s_and_a_quarter_s_journal(
    make_association: MakeAssociation, make_meeting: MakeMeeting
) -> None:
    association = make_association()
    people = lived(association, make_meeting)
    name = members.members(association)[5].name.signed
    text = printed("journal", association, "ky", person_id=people[5], first_year=2026)
    assert f"2026-2027-окуу жылы · {name}" in text
    assert sum("Окутууну изилдөө аяктады" in line for line in text) == 1
    text = printed("journal", association, "ky", class_name="4-Б", quarter=2)
    assert "2026-2027-окуу жылы · 2-чейрек · 4-Б" in text
    assert [line.split(" | ")[2] for line in text if " | " in line][1:] == [
        "Ачык сабак өткөрүлдү: Үндүү тыбыштар",
        "Сабак талданды: Үндүү тыбыштар",
    ]
