"""Normative documents and the curriculum on paper: read back with every field, in both languages, and when empty."""

from __future__ import annotations

import datetime as dt

import pytest

from db.appointments import appoint
from db.curriculum import changes, entry, plans, steps
from db.meetings import attending
from db.meetings.sheet import sheet
from db.members import members
from db.norms import register, studying
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation, MakeMeeting

from .model_content import lines

TODAY = dt.date(2026, 11, 22)
YEAR = 2026


def printed(document: str, association: int, paper: PaperLanguage, **selected: object) -> list[str]:
    selection = Selection(association, today=TODAY, **selected)  # type: ignore[arg-type]
    return [line.replace("\n", "⏎") for line in lines(print_paper(make(document, selection, paper)))]


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    made = make_association(4)
    appoint(made, "leader", members(made)[1].person_id)
    return made


@pytest.fixture
def meeting(association: int, make_meeting: MakeMeeting) -> int:
    """A meeting at which the third member was absent."""
    made = make_meeting(association)
    attending.mark(sheet(made).attendance[2].id, "absent", "ill")
    return made


@pytest.fixture
def norm(association: int, meeting: int) -> int:
    """A document studied in November; one that it replaced; one that is overdue."""
    known = {"kind": "order", "number": "545/1", "issued_on": dt.date(2026, 8, 20), "issuer": "Министрлик"}
    made = register.save_norm(
        None, association, YEAR, title="Стандарт", study_by=dt.date(2026, 11, 20), note="5 < 6", **known
    ).value
    older = register.save_norm(None, association, YEAR, title="Эски стандарт").value
    register.replace(older, made)
    register.save_norm(None, association, YEAR, title="Нускама", kind="instruction", study_by=dt.date(2026, 11, 1))
    studying.study(made, sheet(meeting).agenda[0].row.id)
    return made


@pytest.fixture
def change(association: int, meeting: int, norm: int) -> int:
    entry.add_lines(
        association, YEAR, "Асанова 4А математика 5/170\nБайтемирова 1А математика 4\nАсан уулу 3Б музыка 1/34"
    )
    ids = {each.class_name: each.id for each in plans.plans(association, YEAR)}
    plans.set_step([ids["4-А"]], "considered", None, meeting)
    plans.set_step([ids["4-А"]], "agreed", dt.date(2026, 11, 16))
    plans.set_step([ids["4-А"]], "approved", dt.date(2026, 11, 17))
    plans.save_plan(ids["4-А"], association, YEAR, remark="толук")
    made = changes.save_change(
        None, association, YEAR, text="Бөлчөктөр жылдырылды", valid_from=dt.date(2026, 12, 1), subjects="математика",
        classes="1–4", norm_id=norm, note="эскертилди",
    ).value  # fmt: skip
    changes.discuss(made, sheet(meeting).agenda[0].row.id)
    steps.set_step(made, [ids["4-А"]], "corrected", dt.date(2026, 11, 15))
    steps.set_step(made, [ids["4-А"]], "considered", None, meeting)
    steps.set_step(made, [ids["4-А"]], "test_made", dt.date(2026, 11, 18))
    steps.set_not_needed(made, [ids["1-А"]], only_test=True)
    return made


REGISTER = {
    "ky": [
        "№ | Документтин аталышы, түрү | №, күнү | Ким чыгарган | Абалы | Үйрөнүү мөөнөтү | "
        "Үйрөнүлдү: протокол №, күнү | Таанышты | Эскертүү",
        "1 | Стандарт, буйрук | № 545/1⏎20.08.2026 | Министрлик | күчүндө | 20.11.2026 | № 1, 14.11.2026 | 3 / 4 | "
        "5 < 6",
        "2 | Эски стандарт |  |  | ордуна келген документ: Стандарт |  |  |  | ",
        "3 | Нускама, нускама |  |  | күчүндө | 01.11.2026 | мөөнөтү өттү | 0 / 4 | ",
    ],
    "ru": [
        "№ | Название и вид документа | №, дата | Кем издан | Состояние | Срок изучения | Изучен: протокол №, дата | "
        "Ознакомлено | Примечание",
        "1 | Стандарт, приказ | № 545/1⏎20.08.2026 | Министрлик | действует | 20.11.2026 | № 1, 14.11.2026 | 3 / 4 | "
        "5 < 6",
        "2 | Эски стандарт |  |  | заменён: Стандарт |  |  |  | ",
        "3 | Нускама, инструкция |  |  | действует | 01.11.2026 | просрочено | 0 / 4 | ",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_register_has_every_field(association: int, norm: int, paper: PaperLanguage) -> None:
    text = printed("norms", association, paper)
    assert [line for line in text if " | " in line] == REGISTER[paper]
    assert (
        text[2:4]
        == {
            "ky": ["НОРМАТИВДИК ДОКУМЕНТТЕР", "2026-2027-окуу жылы"],
            "ru": ["НОРМАТИВНЫЕ ДОКУМЕНТЫ", "2026-2027 учебный год"],
        }[paper]
    )
    assert text[-1].endswith("Г. М. Асанова")


SHEET = {
    "ky": [
        "ТААНЫШУУ БАРАКЧАСЫ",
        "Стандарт (буйрук № 545/1, 20.08.2026)",
        "2026-жылдын 22-ноябры\t____",
        "Ким чыгарган: Министрлик",
        "Үйрөнүү мөөнөтү: 2026-жылдын 20-ноябры",
        "Үйрөнүлдү: протокол № 1, 2026-жылдын 14-ноябры",
        "Документ менен таанышкандар:",
        "№ | Фамилиясы, аты, атасынын аты | Кызматы | Таанышкан күнү | Колу",
        "1 | Асан уулу Бакыт | мугалим, 3-Б | 14.11.2026 | ____________",
        "2 | Асанова Гүлнара Маратовна | УБ жетекчиси, мугалим, 4-А | 14.11.2026 | ____________",
        "3 | Байтемирова Нургүл Сыдыковна | мугалим, 1-А | __________ | ____________",
        "4 | Жумабекова Айнура Кубанычбековна | мугалим, 2-В | 14.11.2026 | ____________",
        "Таанышты: 3 / 4.",
    ],
    "ru": [
        "ЛИСТ ОЗНАКОМЛЕНИЯ",
        "Стандарт (приказ № 545/1, 20.08.2026)",
        "22 ноября 2026 г.\t____",
        "Кем издан: Министрлик",
        "Срок изучения: 20 ноября 2026 г.",
        "Изучен: протокол № 1, 14 ноября 2026 г.",
        "С документом ознакомлены:",
        "№ | Ф. И. О. | Должность | Дата ознакомления | Подпись",
        "1 | Асан уулу Бакыт | учитель, 3-Б | 14.11.2026 | ____________",
        "2 | Асанова Гүлнара Маратовна | руководитель МО, учитель, 4-А | 14.11.2026 | ____________",
        "3 | Байтемирова Нургүл Сыдыковна | учитель, 1-А | __________ | ____________",
        "4 | Жумабекова Айнура Кубанычбековна | учитель, 2-В | 14.11.2026 | ____________",
        "Ознакомлено: 3 из 4.",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_sheet_has_a_line_for_everyone_and_the_days_of_those_acquainted(
    association: int, norm: int, paper: PaperLanguage
) -> None:
    assert printed("acquaintance", association, paper, record_id=norm)[2:-1] == SHEET[paper]


MATRIX = {
    "ky": [
        "1. Бөлчөктөр жылдырылды",
        "Качандан тартып: 2026-жылдын 1-декабры",
        "Предметтер: математика",
        "Класстар: 1–4",
        "Негизи: Стандарт, № 545/1",
        "Талкууланды: протокол № 1, 2026-жылдын 14-ноябры",
        "Эскертүү: эскертилди",
        "№ | Мугалим | Предмет | Класс | КТП түзөтүлдү | Каралды: протокол №, күнү | Макулдашылды: ОББ | "
        "Бекитилди: директор | Кайтарма тест түзүлдү | Кайтарма тест өткөрүлдү | Эскертүү",
        "1 | Г. М. Асанова | Математика | 4-А | 15.11.2026 | № 1, 14.11.2026 | аткарыла элек | аткарыла элек | "
        "18.11.2026 | аткарыла элек | ",
        "2 | Н. С. Байтемирова | Математика | 1-А | аткарыла элек | аткарыла элек | аткарыла элек | аткарыла элек | "
        "керек эмес | керек эмес | ",
        "Аткарыла элек иштер: 7.",
    ],
    "ru": [
        "1. Бөлчөктөр жылдырылды",
        "Действует с: 1 декабря 2026 г.",
        "Предметы: математика",
        "Классы: 1–4",
        "Основание: Стандарт, № 545/1",
        "Обсуждено: протокол № 1, 14 ноября 2026 г.",
        "Примечание: эскертилди",
        "№ | Учитель | Предмет | Класс | КТП исправлен | Рассмотрено: протокол №, дата | Согласовано: завуч | "
        "Утверждено: директор | Тест обратной связи составлен | Тест обратной связи проведён | Примечание",
        "1 | Г. М. Асанова | Математика | 4-А | 15.11.2026 | № 1, 14.11.2026 | не сделано | не сделано | 18.11.2026 | "
        "не сделано | ",
        "2 | Н. С. Байтемирова | Математика | 1-А | не сделано | не сделано | не сделано | не сделано | не нужно | "
        "не нужно | ",
        "Ещё не сделано: 7.",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_a_change_has_its_facts_and_its_matrix(association: int, change: int, paper: PaperLanguage) -> None:
    assert printed("curriculum", association, paper)[5:-1] == MATRIX[paper]


PLANS = {
    "ky": [
        "№ | Мугалим | Предмет | Класс | Сааты (жумалык/ жылдык) | Окуу планындагы өзгөртүү | "
        "Каралды: протокол №, күнү | Макулдашылды: ОББ | Бекитилди: директор | Эскертүү",
        "1 | Б. Асан уулу | Музыка | 3-Б | 1 / 34 |  |  |  |  | ",
        "2 | Г. М. Асанова | Математика | 4-А | 5 / 170 | Бөлчөктөр жылдырылды | № 1, 14.11.2026 | 16.11.2026 | "
        "17.11.2026 | толук",
        "3 | Н. С. Байтемирова | Математика | 1-А | 4 | Бөлчөктөр жылдырылды |  |  |  | ",
    ],
    "ru": [
        "№ | Учитель | Предмет | Класс | Часы (в неделю/ в год) | Изменение учебного плана | "
        "Рассмотрено: протокол №, дата | Согласовано: завуч | Утверждено: директор | Примечание",
        "1 | Б. Асан уулу | Музыка | 3-Б | 1 / 34 |  |  |  |  | ",
        "2 | Г. М. Асанова | Математика | 4-А | 5 / 170 | Бөлчөктөр жылдырылды | № 1, 14.11.2026 | 16.11.2026 | "
        "17.11.2026 | толук",
        "3 | Н. С. Байтемирова | Математика | 1-А | 4 | Бөлчөктөр жылдырылды |  |  |  | ",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_register_of_calendar_plans_has_every_field(association: int, change: int, paper: PaperLanguage) -> None:
    assert [line for line in printed("calendar-plans", association, paper) if " | " in line] == PLANS[paper]


EMPTY = {
    "norms": ("нормативдик документ катталган эмес", "нормативные документы не зарегистрированы"),
    "acquaintance": ("нормативдик документ катталган эмес", "нормативные документы не зарегистрированы"),
    "curriculum": ("окуу планына өзгөртүү киргизилген эмес", "изменений учебного плана не было"),
    "calendar-plans": ("календардык-тематикалык план катталган эмес", "планы не зарегистрированы"),
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", EMPTY)
def test_an_empty_year_says_so(association: int, document: str, paper: PaperLanguage) -> None:
    text = printed(document, association, paper, first_year=2031)
    assert any(EMPTY[document][paper == "ru"] in line for line in text)
    assert text[-1].endswith("Г. М. Асанова")


def test_a_change_that_touches_no_plan_says_so(association: int) -> None:
    changes.save_change(None, association, YEAR, text="Жаңы предмет", subjects="шахмат")
    assert any("план катталган эмес" in line for line in printed("curriculum", association, "ky"))
