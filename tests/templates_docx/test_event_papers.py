"""The papers on open lessons, visits, events and weeks: every field of DOMAIN.md 6.2, 12.9, 12.10 read back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import appointments, calendar
from db.errors import Refused
from db.events import activities, results
from db.members import members
from db.observations import sheets
from db.rules.calendar import Span
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

TODAY = dt.date(2026, 12, 22)
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
PAPERS = ("open-lessons", "visits", "event", "week")


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    appointments.appoint(made, "leader", members(made)[0].person_id)
    return made


@pytest.fixture
def lived(association: int) -> dict[str, int]:
    """A quarter's lessons, visits and events with all that can be told of them; their ids."""
    lead, other, third = (each.person_id for each in members(association)[:3])

    def add(kind: str, title: str, *people: int, **more: Any) -> int:
        return activities.add_activity(association, 2026, kind, title, responsible_ids=people, **more).value

    held = {"held_by": TODAY}
    ids = {
        "lesson": add(
            "open_lesson", "Бөлчөктөр 5 < 6 & «а»", other, classes="4-А", subject="математика", lesson=3,
            held_on=dt.date(2026, 11, 20), level="school",
        ),
        "second": add("open_lesson", "Зат атооч", third, held_on=dt.date(2027, 1, 20), starts="9.40"),
        "visit": add(
            "visit", "Көбөйтүү", other, classes="3-Б", subject="математика", held_on=dt.date(2026, 11, 24), lesson=2,
            visitor_ids=[third], guests=["Эсенова Г. Т. (ОББ)"], aim="Баалоо ыкмалары", **held,
        ),
        "event": add(
            "extracurricular", "Алтын күз </w:t>", lead, third, classes="4-А", held_on=dt.date(2026, 10, 20),
            form="кече", starts="14.00", room="Жыйындар залы", aim="Табиятты сүйүү", tasks="Ырдоо", participants=56,
            course="Үч бөлүктөн турду.", results="Достук жеңди.", conclusion="Салтка айлансын.", **held,
        ),
        "week": add(
            "week", "Математика жумалыгы", lead, held_on=dt.date(2026, 11, 23), ends_on=dt.date(2026, 11, 28),
            subject="математика", aim="Кызыктыруу", tasks="Сынак өткөрүү", course="Күн сайын өттү.",
            conclusion="Жакшы өттү.", **held,
        ),
    }  # fmt: skip
    ids["quiz"] = add(
        "subject_event", "Викторина", third, held_on=dt.date(2026, 11, 25), classes="2-В", participants=24,
        part_of_id=ids["week"], **held,
    )  # fmt: skip
    activities.move_activity(ids["lesson"], dt.date(2026, 11, 19), "карантин", held_on=dt.date(2026, 11, 27))
    activities.hold_activity(ids["lesson"], TODAY)
    results.save_result(None, ids["event"], "pupil", name="Айдай Т.", class_name="4-А", place="1-орун", award="диплом")
    results.save_result(None, ids["quiz"], "class", class_name="2-В", place="2-орун", award="грамота")
    results.save_result(None, ids["week"], "pupil", name="Бек А.", class_name="2-В", award="мактоо баракчасы")
    sheet = sheets.begin(ids["visit"], third).value
    sheets.change_sheet(sheet, strong="Максаты так.", weak="Убакыт жетпеди.", conclusions="Сабак жакшы.")
    advice = sheets.add_advice(sheet, "Жуптарда иштетүү").value
    assert advice
    return ids


def printed(document: str, association: int, paper: PaperLanguage = "ky", **selected: Any) -> str:
    made = print_paper(make(document, Selection(association, today=TODAY, **selected), paper))
    return "\n".join(line.replace("\n", "⏎") for line in lines(made))


LABELS = {
    "open-lessons": {
        "ky": "№ | Мугалим | Класс | Предмет | Темасы | Күнү | Сабак № | Деңгээли | Аткарылышы",
        "ru": "№ | Учитель | Класс | Предмет | Тема | Дата | Урок № | Уровень | Выполнение",
    },
    "visits": {
        "ky": "№ | Күнү, сабак № | Катышкан мугалим | Сабак берген мугалим | Класс, предмет, тема | Максаты | "
        "Байкоолор | Сунуш | Колдору",
        "ru": "№ | Дата, урок № | Кто посетил | У кого | Класс, предмет, тема | Цель | "
        "Наблюдения | Рекомендации | Подписи",
    },
}  # fmt: skip


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_schedule_of_open_lessons(association: int, lived: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("open-lessons", association, paper)
    assert LABELS["open-lessons"][paper] in text
    done = {
        "ky": "мектептик | өткөрүлдү; 20.11.2026 күнүнөн жылдырылды (карантин)",
        "ru": "школьный | проведено; перенесено с 20.11.2026 (карантин)",
    }
    row = "1 | Г. М. Асанова | 4-А | математика | Бөлчөктөр 5 < 6 & «а» | 27.11.2026 | 3 | "
    assert row + done[paper] in text
    assert "2 | Н. С. Байтемирова |  |  | Зат атооч | 20.01.2027 | 09.40 |  | " in text
    second = printed("open-lessons", association, paper, quarter=2)
    assert "Зат атооч" not in second and "Бөлчөктөр" in second
    assert {"ky": "2026-2027-окуу жылы, 2-чейрек", "ru": "2026-2027 учебный год, 2 четверть"}[paper] in second
    with pytest.raises(Refused, match="plan_part_unknown"):
        printed("open-lessons", association, paper, quarter=7)


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_journal_of_visits_has_what_was_seen_and_advised(
    association: int, lived: dict[str, int], paper: PaperLanguage
) -> None:
    text = printed("visits", association, paper)
    assert LABELS["visits"][paper] in text
    seen = {
        "ky": "Жетишкендиктери: Максаты так.⏎Кемчиликтери: Убакыт жетпеди.⏎Корутунду: Сабак жакшы.",
        "ru": "Достоинства: Максаты так.⏎Недостатки: Убакыт жетпеди.⏎Вывод: Сабак жакшы.",
    }
    when = {"ky": "24.11.2026⏎2-сабак", "ru": "24.11.2026⏎2 урок"}
    who = "Н. С. Байтемирова, Эсенова Г. Т. (ОББ) | Г. М. Асанова | 3-Б⏎математика⏎Көбөйтүү | Баалоо ыкмалары"
    assert f"1 | {when[paper]} | {who} | {seen[paper]} | Жуптарда иштетүү | ____________⏎____________" in text
    other = members(association)[5].person_id
    assert "Көбөйтүү" not in printed("visits", association, paper, person_id=other)


EVENT = {
    "ky": [
        "ИШ-ЧАРАНЫН ОТЧЁТУ", "«Алтын күз </w:t>»", "Түрү: Класстан тышкаркы иш, кече", "Максаты: Табиятты сүйүү",
        "Милдеттери: Ырдоо", "Өткөрүлгөн күндөрү: 20.10.2026", "Убактысы, орду: 14.00, Жыйындар залы", "Класс: 4-А",
        "Жооптуу: Б. Асан уулу, Н. С. Байтемирова", "Катышкандар (саны): 56", "Жүрүшү: Үч бөлүктөн турду.",
        "Жыйынтыгы, жеңүүчүлөр: Достук жеңди.", "Сыйланган окуучулар", "1 | Айдай Т. | 4-А | 1-орун | диплом",
        "Корутунду, сунуш: Салтка айлансын.", "Аткарылышы: өткөрүлдү",
    ],
    "ru": [
        "ОТЧЁТ О МЕРОПРИЯТИИ", "Форма: Внеклассная работа, кече", "Цель: Табиятты сүйүү", "Задачи: Ырдоо",
        "Даты проведения: 20.10.2026", "Время, место: 14.00, Жыйындар залы", "Участники (число): 56",
        "Ход: Үч бөлүктөн турду.", "Итоги, победители: Достук жеңди.", "Награждённые учащиеся",
        "1 | Айдай Т. | 4-А | 1-орун | диплом", "Вывод, предложения: Салтка айлансын.", "Выполнение: проведено",
    ],
}  # fmt: skip
WEEK = {
    "ky": [
        "ПРЕДМЕТТИК ЖУМАЛЫКТЫН ПЛАНЫ ЖАНА ОТЧЁТУ", "«Математика жумалыгы»", "Максаты: Кызыктыруу",
        "Милдеттери: Сынак өткөрүү", "Өткөрүлгөн күндөрү: 23.11.2026 – 28.11.2026", "Предмет: математика",
        "Күнү | Иш-чара | Класс | Жооптуу | Аткарылышы", "25.11.2026 | Викторина | 2-В | Н. С. Байтемирова | өткөрүлдү",
        "Катышкандар (саны): 24", "Жүрүшү: Күн сайын өттү.", "Класстардын жыйынтыгы", "1 | 2-В | 2-орун | грамота",
        "1 | Бек А. | 2-В |  | мактоо баракчасы", "Корутунду, сунуш: Жакшы өттү.",
    ],
    "ru": [
        "ПЛАН И ОТЧЁТ ПРЕДМЕТНОЙ НЕДЕЛИ", "Цель: Кызыктыруу", "Даты проведения: 23.11.2026 – 28.11.2026",
        "Дата | Мероприятие | Класс | Ответственный | Выполнение",
        "25.11.2026 | Викторина | 2-В | Н. С. Байтемирова | проведено", "Участники (число): 24",
        "Результаты классов", "1 | 2-В | 2-орун | грамота", "Вывод, предложения: Жакшы өттү.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_a_report_on_one_event(association: int, lived: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("event", association, paper, record_id=lived["event"])
    assert [line for line in EVENT[paper] if line not in text] == []
    assert text.count("____ Б. Асан уулу") == 1  # she answers for it and leads: one signature
    assert "Викторина" in printed("event", association, paper)  # the newest one held


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_a_weeks_plan_by_days_and_its_report(association: int, lived: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("week", association, paper, record_id=lived["week"])
    assert [line for line in WEEK[paper] if line not in text] == []
    assert printed("week", association, paper, record_id=lived["quiz"]) == text


NOTHING = {
    "open-lessons": ("Бул мезгилге ачык сабак пландала элек.", "На это время открытые уроки не запланированы."),
    "visits": (
        "Бул мезгилде сабактарга өз ара катышуу жазыла элек.", "За это время взаимопосещения уроков не записаны.",
    ),
    "event": ("Бул окуу жылында отчёт жазыла турган иш-чара жок.", "В этом учебном году мероприятий для отчёта нет."),
    "week": (
        "Бул окуу жылында предметтик жумалык пландала элек.", "В этом учебном году предметная неделя не запланирована.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", PAPERS)
def test_an_empty_year_says_so_and_has_head_and_signature(
    association: int, document: str, paper: PaperLanguage
) -> None:
    text = printed(document, association, paper)
    assert NOTHING[document][paper == "ru"] in text
    assert {"ky": "УБ жетекчиси:\t____________________ Б. Асан уулу", "ru": "Руководитель МО:"}[paper] in text
    assert {"ky": "№ 7 жалпы билим берүүчү мектеп", "ru": "Общеобразовательная школа № 7"}[paper] in text


def test_typed_texts_are_counted_on_a_paper_of_the_other_language(association: int, lived: dict[str, int]) -> None:
    selection = Selection(association, today=TODAY, record_id=lived["event"])
    assert make("event", selection, "ru").untranslated == 10
    assert make("event", selection, "ky").untranslated == 0
    assert make("event", selection, "ky").file_name == "Иш-чаранын отчёту, Алтын күз -w-t.docx"
