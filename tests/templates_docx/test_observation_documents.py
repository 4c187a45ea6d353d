"""The lesson analysis, the memo on a study and the letter, from records to Word, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from db import appointments, edits, schools
from db.errors import Refused
from db.events.activities import add_activity
from db.members import members
from db.observations import reading, sheets
from db.studies import letters, parts, studies
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Paper, Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

TODAY = dt.date(2026, 11, 22)
HELD = dt.date(2026, 11, 18)
HOSTILE = "[/] 5 < 6 & «а» {{ x }}"
BOTH = pytest.mark.parametrize("paper", ["ky", "ru"])


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    made = make_association(members=5)
    schools.save_school(place_ky="Нарын ш.", place_ru="г. Нарын")
    appointments.appoint(made, "leader", members(made)[1].person_id, since=dt.date(2026, 8, 1))
    return made


def add_lesson(association: int, kind: str = "open_lesson", **values: object) -> int:
    people = [each.person_id for each in members(association)]
    known = {"title": "Бөлчөктөр", "form": "Жаңы билим", "subject": "Математика", "classes": "4-Б", "lesson": 3}
    days = {"held_on": HELD, "visitor_ids": [people[2]], "guests": ["Осмонова А. К., ОББ"]}
    return add_activity(association, 2026, kind, responsible_ids=[people[4]], **(known | days | values)).value  # type: ignore[arg-type]


def filled(association: int) -> int:
    """A sheet with everything on it; returns its id."""
    sheet_id = sheets.begin(add_lesson(association), members(association)[2].person_id).value
    for at, each in enumerate(reading.sheet(sheet_id).scores):
        sheets.give_score(sheet_id, each.aspect_id, 1 + at % 3)
    note = sheets.score_row(sheet_id, reading.sheet(sheet_id).scores[0].aspect_id).value
    edits.autosave("observation_score", note, "note", "журнал даяр")
    edits.close_all()
    sheets.set_pupils(sheet_id, 28, 26)
    texts = {"visit_aim": "Тажрыйба", "learning_aim": "Кошуу", "developing_aim": "Ойлоо", "upbringing_aim": "Сыйлоо"}
    seen = {"strong": "Көрсөтмө курал", "weak": "Убакыт", "conclusions": HOSTILE, "self_analysis": "Шаштым"}
    sheets.change_sheet(sheet_id, **texts, **seen)
    sheets.add_advice(sheet_id, "топ менен иштөө")
    sheets.acquaint(sheet_id, dt.date(2026, 11, 20))
    return sheet_id


def printed(association: int, document: str, paper: PaperLanguage, record_id: int | None = None) -> list[str]:
    return lines(print_paper(made(association, document, paper, record_id)))


def made(association: int, document: str, paper: PaperLanguage, record_id: int | None = None) -> Paper:
    return make(document, Selection(association, today=TODAY, record_id=record_id), paper)


SHEET = {
    "ky": [
        "САБАКТЫ ТАЛДОО БАРАКЧАСЫ",
        "Ачык сабак",
        "2026-жылдын 18-ноябры\tНарын ш.",
        "Мугалим | Качкынбай кызы Назгүл",
        "Класс, предмет | 4-Б, Математика",
        "Күнү, сабак № | 2026-жылдын 18-ноябры, 3-сабак",
        "Темасы | Бөлчөктөр",
        "Тиби | Жаңы билим",
        "Максаттары: билим берүүчүлүк | Кошуу",
        "өнүктүрүүчүлүк | Ойлоо",
        "тарбиялык | Сыйлоо",
        "Катышкандар | Н. С. Байтемирова, Осмонова А. К., ОББ",
        "Катышуунун максаты | Тажрыйба",
        "Тизмеде / катышты | 28 / 26",
        "Сабактын багыттары (упай: 1–3)",
        "№ | Багыттар | Упай | Эскертүү",
        "1 | Уюштуруу | 1 | журнал даяр",
        "11 | Натыйжа | 2 | ",
        "Упайлардын суммасы: 21 / 33; орточо упай: 1,91.",
        "Жетишкендиктери:",
        "Кемчиликтери:",
        "Корутунду:",
        "Сунуштар:",
        "–\u00a0Топ менен иштөө.",
        "Өзүн-өзү талдоо:",
        "Талдаган:\t____________________ Н. С. Байтемирова",
        "Таанышты:\t____________________ Н. Качкынбай кызы",
        "2026-жылдын 20-ноябры",
        "УБ жетекчиси:\t____________________ Г. М. Асанова",
    ],
    "ru": [
        "ЛИСТ АНАЛИЗА УРОКА",
        "Открытый урок",
        "18 ноября 2026 г.\tг. Нарын",
        "Учитель | Качкынбай кызы Назгүл",
        "Класс, предмет | 4-Б, Математика",
        "Дата, урок № | 18 ноября 2026 г., 3 урок",
        "Тема | Бөлчөктөр",
        "Тип | Жаңы билим",
        "Цели: обучающая | Кошуу",
        "развивающая | Ойлоо",
        "воспитательная | Сыйлоо",
        "Посетили | Н. С. Байтемирова, Осмонова А. К., ОББ",
        "Цель посещения | Тажрыйба",
        "По списку / присутствовало | 28 / 26",
        "Аспекты урока (баллы: 1–3)",
        "№ | Аспекты | Балл | Примечание",
        "1 | Организация урока | 1 | журнал даяр",
        "11 | Результат | 2 | ",
        "Сумма баллов: 21 из 33; средний балл: 1,91.",
        "Достоинства:",
        "Недостатки:",
        "Выводы:",
        "Рекомендации:",
        "–\u00a0Топ менен иштөө.",
        "Самоанализ:",
        "Анализ провёл(а):\t____________________ Н. С. Байтемирова",
        "Ознакомлен(а):\t____________________ Н. Качкынбай кызы",
        "20 ноября 2026 г.",
        "Руководитель МО:\t____________________ Г. М. Асанова",
    ],
}


@BOTH
def test_every_field_of_the_sheet(association: int, paper: PaperLanguage) -> None:
    sheet_id = filled(association)
    found = printed(association, "observation", paper, sheet_id)
    assert [each for each in found if each in SHEET[paper]] == SHEET[paper]
    for typed in ("Көрсөтмө курал", "Убакыт", HOSTILE, "Шаштым"):
        assert typed in found
    assert found == printed(association, "observation", paper)  # the newest where none is named
    title = {"ky": "Сабакты талдоо, Качкынбай кызы Н., 4-Б, 18.11.2026, Н. С. Байтемирова.docx",
             "ru": "Анализ урока, Качкынбай кызы Н., 4-Б, 18.11.2026, Н. С. Байтемирова.docx"}  # fmt: skip
    assert made(association, "observation", paper, sheet_id).file_name == title[paper]


@BOTH
def test_an_empty_year_and_a_lesson_without_a_sheet_give_a_form_to_fill_in_by_hand(
    association: int, paper: PaperLanguage
) -> None:
    found = printed(association, "observation", paper)
    said = {"ky": "Азырынча бир да сабак талдана элек", "ru": "Ни один урок пока не проанализирован"}
    assert any(each.startswith(said[paper]) for each in found)
    lesson_id = add_lesson(association, held_on=dt.date(2026, 12, 3))
    found = printed(association, "observation-form", paper, lesson_id)
    assert SHEET[paper][3] in found and SHEET[paper][6] in found
    assert {"ky": "1 | Уюштуруу |  | ", "ru": "1 | Организация урока |  | "}[paper] in found
    assert sum(set(each) == {"_"} for each in found) == 12
    assert found == printed(association, "observation-form", paper)  # the next lesson where none is named
    week = add_activity(association, 2026, "week", "Жумалык").value
    with pytest.raises(Refused, match="not_a_lesson"):
        printed(association, "observation-form", paper, week)


def test_a_visit_in_brief_prints_what_was_written(association: int) -> None:
    sheet_id = sheets.begin(add_lesson(association, "visit"), members(association)[1].person_id).value
    sheets.change_sheet(sheet_id, conclusions="Сабак жакшы өттү")
    sheets.add_advice(sheet_id, "Убакытты үнөмдөө")
    found = printed(association, "observation", "ky", sheet_id)
    assert "Сабакка катышуу" in found
    assert not {"Жетишкендиктери:", "Кемчиликтери:", "Өзүн-өзү талдоо:"} & set(found)
    assert not any(each.startswith(("№ |", "УБ жетекчиси", "Упайлардын")) for each in found)  # she signs once
    assert found[-7:-3] == ["Корутунду:", "Сабак жакшы өттү", "Сунуштар:", "–\u00a0Убакытты үнөмдөө."]


@BOTH
def test_the_memo_on_a_study(association: int, paper: PaperLanguage) -> None:
    people = [each.person_id for each in members(association)]
    empty = printed(association, "check", paper)
    said = {"ky": "Бул окуу жылында предметтин окутулушу изилдене элек.",
            "ru": "В этом учебном году изучение преподавания ещё не проводилось."}  # fmt: skip
    assert said[paper] in empty
    fields = {"title": "4-класстарда математика", "subject": "Математика", "classes": "4", "aim": "Өздөштүрүү"}
    days = {"begins": dt.date(2026, 11, 1), "ends": dt.date(2026, 11, 30)}
    texts = {"findings": HOSTILE, "conclusions": "Жакшы", "suggestions": "Кошумча сабак"}
    made_study = studies.save_study(None, association, 2026, people=people[1:3], **fields, **days, **texts)
    study_id = made_study.value
    parts.add_part(study_id, "visit", activity_id=add_lesson(association), text="Темп жай")
    parts.add_part(
        study_id, "notebooks", held_on=dt.date(2026, 11, 12), class_name="4а", person_id=people[0], text="28"
    )
    studies.finish(study_id, dt.date(2026, 12, 1))
    found = printed(association, "check", paper, study_id)
    expected = {
        "ky": [
            "МААЛЫМКАТ", "4-класстарда математика", "2026-жылдын 1-декабры\tНарын ш.",
            "Изилдөөнүн мөөнөтү: 2026-жылдын 1-ноябры – 2026-жылдын 30-ноябры", "Предмет: Математика", "Класстар: 4",
            "Максаты: Өздөштүрүү", "Изилдегендер: Асанова Гүлнара Маратовна, Байтемирова Нургүл Сыдыковна",
            "1 | 12.11.2026 | Дептерлерди текшерүү | 4-А | Б. Асан уулу | 28",
            "2 | 18.11.2026 | Сабакка катышуу: Бөлчөктөр | 4-Б | Н. Качкынбай кызы | Темп жай",
            "Аныкталганы:", f"{HOSTILE}.", "Корутунду:", "Жакшы.", "Сунуштар:", "Кошумча сабак.",
            "\t____________________ Н. С. Байтемирова", "УБ жетекчиси:\t____________________ Г. М. Асанова",
        ],
        "ru": [
            "СПРАВКА", "4-класстарда математика", "1 декабря 2026 г.\tг. Нарын",
            "Сроки изучения: 1 ноября 2026 г. – 30 ноября 2026 г.", "Предмет: Математика", "Классы: 4",
            "Цель: Өздөштүрүү", "Изучали: Асанова Гүлнара Маратовна, Байтемирова Нургүл Сыдыковна",
            "1 | 12.11.2026 | Проверка тетрадей | 4-А | Б. Асан уулу | 28",
            "2 | 18.11.2026 | Посещение урока: Бөлчөктөр | 4-Б | Н. Качкынбай кызы | Темп жай",
            "Установлено:", f"{HOSTILE}.", "Выводы:", "Жакшы.", "Рекомендации:", "Кошумча сабак.",
            "\t____________________ Н. С. Байтемирова", "Руководитель МО:\t____________________ Г. М. Асанова",
        ],
    }[paper]  # fmt: skip
    assert [each for each in found if each in expected] == expected
    assert found == printed(association, "check", paper)


@BOTH
def test_a_letter(association: int, paper: PaperLanguage) -> None:
    none = {"ky": "Бул окуу жылында кат жазыла элек.", "ru": "В этом учебном году писем ещё не было."}
    assert none[paper] in printed(association, "letter", paper)
    fields = {"number": "7", "written_on": dt.date(2026, 11, 20), "addressee": "Билим берүү бөлүмүнө\nА. К. Осмоновго"}
    text = {"title": "Семинар жөнүндө", "body": f"Урматтуу Айгүл!\n\n{HOSTILE}"}
    letter_id = letters.save_letter(None, association, 2026, **fields, **text).value
    day = {"ky": "№ 7, 2026-жылдын 20-ноябры\tНарын ш.", "ru": "№ 7, 20 ноября 2026 г.\tг. Нарын"}
    leader = {"ky": "УБ жетекчиси:", "ru": "Руководитель МО:"}
    assert printed(association, "letter", paper, letter_id)[-7:] == [
        day[paper], "Билим берүү бөлүмүнө", "А. К. Осмоновго", "Семинар жөнүндө", "Урматтуу Айгүл!", HOSTILE,
        f"{leader[paper]}\t____________________ Г. М. Асанова",
    ]  # fmt: skip
