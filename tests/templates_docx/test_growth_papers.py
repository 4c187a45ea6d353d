"""The card, the register of courses and the paper of a best practice: each field read back in both languages, empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from db import appointments, connection, schools
from db.associations import save_association
from db.growth import keeping
from db.members import add_members, members
from db.norms import register, studying
from db.settings import set_
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import TEACHERS

from .model_content import lines

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 10, 30)


@dataclass(frozen=True)
class World:
    """An association whose second member grows, an empty one, and that member's person."""

    association: int
    empty: int
    person: int


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    connection.open_for_writing(tmp_path_factory.mktemp("growth"))
    school = schools.save_school(name_ky="№ 7 мектеп", name_ru="Школа № 7").value
    of, empty = (
        save_association(None, school_id=school, name_ky=name, name_ru=name).value for name in ("УБ", "Экинчи УБ")
    )
    add_members(of, TEACHERS[:3])
    people = [each.person_id for each in members(of)]
    appointments.appoint(of, "leader", people[1])
    _grow(of, people[0], people[2])
    yield World(of, empty, people[0])
    connection.close()


def _grow(of: int, who: int, other: int) -> None:
    set_("course_years", "5", of)
    schools.save_person(who, awards="Мактоо грамотасы, 2011", self_education="Мурунку тема", phone="0555 12 34 56")
    keeping.add(
        "course", of, who, topic="Баалоо", provider="КББА", project="Окуу керемет", form="online", hours=72,
        begins=dt.date(2026, 10, 12), ends=DAY, certificate="45/7", certified_on=DAY,
    )  # fmt: skip
    keeping.add(
        "attestation", of, who, category="first", given_on=dt.date(2024, 5, 20), order_number="27",
        valid_until=dt.date(2029, 5, 20),
    )  # fmt: skip
    topic = keeping.add("self_education", of, who, topic="Ой жүгүртүү", first_year=2026, report_form="баяндама").value
    keeping.add_part("self_education_stage", topic, text="Окуу", done_on=DAY)
    practice = keeping.add(
        "practice", of, who, topic="Топтук иш", essence="Төрттөн", grounds="Активдүүлүк", result="48 → 63 %",
        materials="Карточка",
    ).value  # fmt: skip
    for stage, level in (("study", "association"), ("spread", "district")):
        keeping.add_part("practice_step", practice, stage=stage, done_on=DAY, level=level, place="Нарын")
    keeping.add("mentoring", of, who, novice_id=other, begins=dt.date(2026, 9, 1))
    keeping.add("award", of, who, title="Ардак грамота", level="district", year=2019)
    keeping.add("award", of, who, title="Мактоо грамотасы", year=2011)
    keeping.add("methodical_work", of, who, kind="seminar", title="Сабаттуулук", level="school", held_on=DAY)
    norm = register.save_norm(None, of, 2026, title="Стандарт").value
    studying.mark_read(norm, [who], DAY)


def printed(document: str, association: int, paper: PaperLanguage, **selected: Any) -> list[str]:
    made = make(document, Selection(association, today=TODAY, **selected), paper)
    return [line.replace("\n", "⏎") for line in lines(print_paper(made))]


EXPECTED: dict[str, dict[PaperLanguage, list[str]]] = {
    "member": {
        "ky": [
            "МУГАЛИМДИН КАРТОЧКАСЫ",
            "Категориясы, жылы | биринчи, 2024",
            "Өз билимин өркүндөтүү темасы | Ой жүгүртүү",
            "Сыйлыктары | Мактоо грамотасы, 2011⏎Ардак грамота, 2019",
            "Телефону | 0555 12 34 56",
            "12.10.2026 – 30.10.2026 | Баалоо⏎КББА⏎Окуу керемет | 72 саат, онлайн⏎сертификат № 45/7",
            "20.05.2024 | биринчи | буйрук № 27⏎мөөнөтү: 20.05.2029",
            "2026 – | Ой жүгүртүү | баяндама⏎Окуу – 30.10.2026",
            "30.10.2026 | Топтук иш⏎48 → 63 % | үйрөнүү 30.10.2026⏎жайылтуу 30.10.2026",
            "01.09.2026 | Асан уулу Б. – Байтемирова Н. С. | ",
            "30.10.2026 | Сабаттуулук | семинар⏎мектептик",
            "Окуу жылындагы иши, 2026-2027-окуу жылы",
            "30.10.2026 | Документти үйрөнүү | Стандарт",
        ],
        "ru": [
            "КАРТОЧКА УЧИТЕЛЯ",
            "Категория, год | первая, 2024",
            "12.10.2026 – 30.10.2026 | Баалоо⏎КББА⏎Окуу керемет | 72 ч., онлайн⏎сертификат № 45/7",
            "20.05.2024 | первая | приказ № 27⏎действует до 20.05.2029",
            "30.10.2026 | Изучение документа | Стандарт",
        ],
    },
    "courses": {
        "ky": [
            "КУРСТАРДЫН ЖАНА АТТЕСТАЦИЯНЫН РЕЕСТРИ",
            "№ | Мугалим | Уюм, темасы | Формасы | Сааты | Башталышы – аягы | Сертификат №, күнү | Кийинки мөөнөтү | "
            "Категориясы, буйрук №, күнү",
            "1 | Асан уулу Б. | КББА⏎Баалоо⏎Окуу керемет | онлайн | 72 | 12.10.2026 – 30.10.2026 | № 45/7⏎30.10.2026 | "
            "30.10.2031 | биринчи⏎буйрук № 27⏎20.05.2024",
            "Курстан өткөн мүчөлөр: 1 / 3, бардыгы 72 саат.",
        ],
        "ru": [
            "РЕЕСТР КУРСОВ И АТТЕСТАЦИИ",
            "Прошли курсы: 1 из 3, всего часов: 72.",
        ],
    },
    "best-practice": {
        "ky": [
            "АЛДЫҢКЫ ИШ ТАЖРЫЙБА",
            "Автору | Асан уулу Бакыт",
            "Темасы | Топтук иш",
            "Маңызы | Төрттөн",
            "Негиздөө | Активдүүлүк",
            "Натыйжасы | 48 → 63 %",
            "Жайылтылышы | Нарын, райондук",
            "УБ протоколу № | ____",
            "Материалдар | Карточка",
            "1 | Үйрөнүү | 30.10.2026 | Нарын, бирикмелик |  | ",
        ],
        "ru": ["ПЕРЕДОВОЙ ОПЫТ", "Автор | Асан уулу Бакыт", "Протокол МО | ____"],
    },
}  # fmt: skip
EMPTY: dict[str, tuple[str, str]] = {
    "member": ("Бирикмеде азырынча мүчө жок.", "В объединении пока нет учителей."),
    "courses": ("Азырынча мүчөлөр жок.", "Членов пока нет."),
    "best-practice": ("Азырынча алдыңкы иш тажрыйба жазыла элек.", "Передовой опыт пока не записан."),
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize("document", EXPECTED)
def test_every_field_is_printed(world: World, document: str, paper: PaperLanguage) -> None:
    person = {"person_id": world.person} if document == "member" else {}
    text = printed(document, world.association, paper, **person)
    assert [line for line in text if line in EXPECTED[document][paper]] == EXPECTED[document][paper]
    assert any(line.endswith("Г. М. Асанова") for line in text[-2:])
    assert any(EMPTY[document][paper == "ru"] in line for line in printed(document, world.empty, paper))


def test_the_members_list_takes_awards_and_theme_from_their_records(world: World) -> None:
    line = next(line for line in printed("members", world.association, "ky") if "Асан уулу" in line)
    assert line.endswith("Мактоо грамотасы, 2011⏎Ардак грамота, 2019 | Ой жүгүртүү")


def test_another_year_has_another_time_line(world: World) -> None:
    text = printed("member", world.association, "ky", person_id=world.person, first_year=2024)
    assert "Бул окуу жылында азырынча жазуу жок." in text
