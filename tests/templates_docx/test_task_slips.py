"""Slips of tasks on paper: every teacher's own, each kept together, in both languages; and nothing promised."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from itertools import takewhile

import pytest
from docx import Document
from docx.oxml.ns import qn

from db import own_tasks, records, tasks
from db.history import action
from db.members import members
from db.models import all as models
from db.ties import making
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation, MakeMeeting

from .model_content import lines

GIVEN, DUE, TODAY = dt.date(2026, 11, 16), dt.date(2026, 11, 20), dt.date(2026, 11, 22)
HEADS = {
    "ky": "№ | Тапшырма | Эмнеден | Мөөнөтү | Абалы",
    "ru": "№ | Поручение | Откуда | Срок | Состояние",
}
SIGNED = {
    "ky": "Тааныштым: ____________________ {name}\tКүнү: ____________",
    "ru": "Ознакомлен(а): ____________________ {name}\tДата: ____________",
}
ROWS = {
    "ky": {
        "Асанова Гүлнара Маратовна": [
            "1 | Тест түзүлсүн. | текшерүү иши, 16.11.2026 | 20.11.2026 | мөөнөтү өттү; башталды",
            "2 | Иштөө планы түзүлсүн. | № 1 протокол, чечим 1.1, 14.11.2026 | 28.11.2026 | аткарыла элек",
        ],
        "Байтемирова Нургүл Сыдыковна": ["1 | Убагында келүү. | 16.11.2026 |  | аткарыла элек"],
        "Жооптуусу көрсөтүлгөн эмес": ["1 | Стенд. | 16.11.2026 |  | аткарыла элек"],
    },
    "ru": {
        "Асанова Гүлнара Маратовна": [
            "1 | Тест түзүлсүн. | контрольная работа, 16.11.2026 | 20.11.2026 | просрочено; башталды",
            "2 | Иштөө планы түзүлсүн. | протокол № 1, решение 1.1, 14.11.2026 | 28.11.2026 | к исполнению",
        ],
        "Байтемирова Нургүл Сыдыковна": ["1 | Убагында келүү. | 16.11.2026 |  | к исполнению"],
        "Ответственный не указан": ["1 | Стенд. | 16.11.2026 |  | к исполнению"],
    },
}


@pytest.fixture
def association_id(make_association: MakeAssociation, make_meeting: MakeMeeting) -> int:
    """A decision of a meeting, tasks of a test and of a remark, one that nobody answers for, and one that is done."""
    association = make_association()
    make_meeting(association)
    people = [each.person_id for each in members(association)]

    @action("test.write")
    def write(table: str, **values: object) -> int:
        return records.insert(models.BY_TABLE[table], association=association, **values)

    test = write("control_test", first_year=2026, subject="Математика").value
    remark = write("remark", person=people[2], given_on=GIVEN, text="Кечигүү").value
    task = making.make_task("control_test", test, "Тест түзүлсүн", [people[1]], DUE, GIVEN).value
    tasks.set_state(task, "open", TODAY, "башталды")
    making.make_task("remark", remark, "Убагында келүү", [people[2]], None, GIVEN)
    own_tasks.add_task(association, "Стенд", [], None, GIVEN)
    done = own_tasks.add_task(association, "Аткарылган иш", [people[1]], None, GIVEN).value
    tasks.set_state(done, "done", TODAY)
    return association


def printed(association: int, paper: PaperLanguage, person: int | None = None) -> tuple[list[str], bytes]:
    made = make("tasks", Selection(association, today=TODAY, person_id=person), paper)
    data = print_paper(made)
    return [line.replace("\n", "⏎") for line in lines(data)], data


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_every_teacher_has_a_slip(association_id: int, paper: PaperLanguage) -> None:
    text, _data = printed(association_id, paper)
    found: dict[str, list[str]] = {}
    for at, line in enumerate(text):
        if line == HEADS[paper]:
            rows = [each for each in text[at + 1 :] if each]
            found[text[at - 2]] = list(takewhile(lambda row: " | " in row, rows))
    assert found == ROWS[paper]
    assert text.count(SIGNED[paper].format(name="Г. М. Асанова")) == 1
    assert sum(line.startswith(SIGNED[paper][:9]) for line in text) == 2  # nobody signs for tasks without an owner
    assert sum(line.startswith("–  –") for line in text) == 2  # between slips, not after the last
    assert (
        text[0].startswith(("№ 7", "Общеобр"))
        and text[2] == {"ky": "ТАПШЫРМА БАРАКЧАЛАРЫ", "ru": "ЛИСТКИ ПОРУЧЕНИЙ"}[paper]
    )
    assert "22.11.2026" in "\n".join(text) and any(line.startswith(("УБ жетекчиси:", "Руководитель")) for line in text)
    assert "Кечигүү" not in "\n".join(text) and "Аткарылган иш" not in "\n".join(text)


def test_a_slip_is_kept_together(association_id: int) -> None:
    _text, data = printed(association_id, "ky")
    document = Document(BytesIO(data))
    kept = {each.style_id for each in document.styles if each.element.find(f".//{qn('w:keepNext')}") is not None}
    assert {"SlipName", "SlipFrom", "TableHead", "TableText"} <= kept and "SlipSigned" not in kept
    for table in document.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_one_teachers_slip_and_nothing_promised(association_id: int, make_association: MakeAssociation) -> None:
    people = [each.person_id for each in members(association_id)]
    text, _data = printed(association_id, "ky", people[1])
    assert "Г. М. Асанова" in text and sum(line == HEADS["ky"] for line in text) == 1
    assert make("tasks", Selection(association_id, today=TODAY, person_id=people[1]), "ky").file_name == (
        "Тапшырмалар, 22.11.2026, Г. М. Асанова.docx"
    )
    assert "Аткарыла элек тапшырма жок." in printed(association_id, "ky", people[5])[0]
    assert "Невыполненных поручений нет." in printed(association_id, "ru", people[5])[0]
